"""The open-source OMRChecker on votes of ours; it is no part of the project and is only used where it lies.

Once it gets the scans as they are and aligns them by its own means (features of the empty form), once it gets our
straightened pictures, so that it need not find the sheet. It never asks: writing, signatures and second inks pass.
Its own Python (FOLDER/.venv) runs it, with a monitor made up: it asks for one when it starts.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from congress_desk.devices.ballots.printed import printed_pages
from congress_desk.devices.ballots.reading import Origin, sheet_read
from congress_desk.domain.ballot_forms import PICTURE_DOTS_PER_MM as DOTS
from congress_desk.domain.ballot_forms import BallotForm, BallotKind, Mark, SheetStatus
from congress_desk.domain.ballot_layout import layout_of
from tests.ballots.scans import A_SCANNER
from tests.ballots.sheets import a_form, a_sheet, empty_page, printed

SEED = 2_900_000
LONGEST_SECONDS = 600
_UPRIGHT = replace(A_SCANNER, turned_over=0.0)  # it does not turn sheets by itself
_MONITOR = "class M:\n    width = 1000\n    height = 1000\n\n\ndef get_monitors():\n    return [M()]\n"

_ALIGNED = {
    "name": "FeatureBasedAlignment",
    "options": {"reference": "reference.png", "maxFeatures": 1000, "2d": True},
}

Meant = Mapping[str, Mapping[int, Mark]]  # by picture and row


def omr_on(folder: str, sheets: int) -> str:
    """Two lines for the benchmark. sheets: half of them spoiled on purpose, in every way."""
    program = Path(folder).absolute()
    if not folder or not (program / "main.py").exists():
        return "OMRChecker: not there; name its folder with --omr to have it beside ours"
    told = [_beside(program, sheets, straightened=straightened) for straightened in (False, True)]
    return "\n".join(told)


def _beside(program: Path, sheets: int, *, straightened: bool) -> str:
    with tempfile.TemporaryDirectory() as place:
        inside, outside = Path(place) / "in", Path(place) / "out"
        inside.mkdir()
        meant, ours = _sheets(inside, sheets, straightened=straightened)
        (Path(place) / "screeninfo.py").write_text(_MONITOR)
        seconds, told = _run(program, inside, outside, Path(place))
        theirs = _compared(outside, meant)
    if not theirs:
        return f"OMRChecker: gave no answer: {told[-200:]}"
    unread = sum(len(rows) for rows in meant.values()) - theirs.total()
    return (
        f"OMRChecker, {'our straightened pictures' if straightened else 'scans as they are'}, {sheets} sheets:"
        f" {theirs['right']} rows right, {theirs['wrong']} wrong without notice, {unread} unread, none asked;"
        f" {seconds / sheets:.2f} s a sheet. Ours: {ours['right']} right, {ours['wrong']} wrong, {ours['ask']} asked;"
        f" {ours['must']} sheets that people must see, {ours['shown']} of them put to people"
    )


def _sheets(folder: Path, sheets: int, *, straightened: bool) -> tuple[Meant, Counter[str]]:
    form = a_form(BallotKind.COLUMNS)
    pages = printed_pages(form, printed(form).pdf)
    meant: dict[str, Mapping[int, Mark]] = {}
    ours: Counter[str] = Counter()
    for number in range(sheets):
        sheet = a_sheet(form, SEED + number, _UPRIGHT, spoiled=number >= sheets // 2)
        picture = cv2.imdecode(np.frombuffer(sheet.shot.jpeg, np.uint8), cv2.IMREAD_UNCHANGED)
        assert picture is not None
        seen = sheet_read(picture.astype(np.uint8), Origin("omr", number), pages)
        must = sheet.truth.must_ask and (sheet.shot.coloured or not sheet.truth.only_colour)
        ours["must"] += must
        ours["shown"] += must and seen.reading.status is SheetStatus.ASK
        (folder / f"s{number:03}.jpg").write_bytes(seen.picture if straightened else sheet.shot.jpeg)
        meant[f"s{number:03}.jpg"] = sheet.truth.meant
        for row in seen.reading.rows:
            right = "right" if row.mark is sheet.truth.meant[row.row] else "wrong"
            ours["ask" if row.mark is Mark.ASK else right] += 1
    _template(form, folder, straightened=straightened)
    return meant, ours


def _template(form: BallotForm, folder: Path, *, straightened: bool) -> None:
    layout = layout_of(form, 0)
    first, second = layout.rows[:2]
    assert first.yes is not None
    assert first.no is not None
    block = {
        "fieldLabels": [f"r0..{len(layout.rows) - 1}"],
        "bubbleValues": ["yes", "no"],
        "direction": "horizontal",
        "origin": [round(first.yes.x * DOTS), round(first.yes.y * DOTS)],
        "bubblesGap": (first.no.x - first.yes.x) * DOTS,
        "labelsGap": (second.cell.y - first.cell.y) * DOTS,
    }
    width, height = round(layout.width * DOTS), round(layout.height * DOTS)
    template = {
        "pageDimensions": [width, height],
        "bubbleDimensions": [round(first.yes.width * DOTS), round(first.yes.height * DOTS)],
        "preProcessors": [] if straightened else [_ALIGNED],
        "fieldBlocks": {"rows": block},
    }
    if not straightened:
        empty = cv2.resize(empty_page(form), (width, height), interpolation=cv2.INTER_AREA)
        cv2.imwrite(str(folder / "reference.png"), empty)
    sizes = {"display_height": 900, "display_width": 700, "processing_height": height, "processing_width": width}
    (folder / "template.json").write_text(json.dumps(template))
    (folder / "config.json").write_text(json.dumps({"dimensions": sizes, "outputs": {"show_image_level": 0}}))


def _run(program: Path, inside: Path, outside: Path, shims: Path) -> tuple[float, str]:
    own = program / ".venv" / "bin" / "python"
    command = [str(own if own.exists() else sys.executable), "main.py", "-i", str(inside), "-o", str(outside)]
    begun = time.perf_counter()
    ran = subprocess.run(
        command,
        cwd=program,
        env={**os.environ, "PYTHONPATH": str(shims)},
        capture_output=True,
        text=True,
        timeout=LONGEST_SECONDS,
        check=False,
    )
    return time.perf_counter() - begun, ran.stdout + ran.stderr


def _compared(outside: Path, meant: Meant) -> Counter[str]:
    found: Counter[str] = Counter()
    for table in outside.rglob("Results*.csv"):
        with table.open() as file:
            for line in csv.DictReader(file):
                for row, mark in meant[Path(line["file_id"]).name].items():
                    said = {"": Mark.NONE, "yes": Mark.YES, "no": Mark.NO}.get(line[f"r{row}"], Mark.BOTH)
                    found["right" if said is mark else "wrong"] += 1
    return found
