"""A pile of files read by processes of their own: in order, all of it, ended when asked, and no file too odd."""

from __future__ import annotations

import hashlib
import io
import multiprocessing
import os
import signal
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from congress_desk.devices.ballots.crew import BallotCrew, damaged, read_page
from congress_desk.devices.ballots.files import PagePlace, pages_in, picture_of
from congress_desk.devices.ballots.pictures import DrawnBallots
from congress_desk.devices.ballots.printed import printed_pages
from congress_desk.domain.ballot_forms import BallotKind, BallotPaper, Mark, NotRead, SheetStatus
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.ballots import SheetSeen
from tests.ballots.scans import A_SCANNER, Shot
from tests.ballots.sheets import a_form, a_sheet, printed

FORM = a_form(BallotKind.COLUMNS, 12, paper=BallotPaper.A5)
LONG_AGO = 1_000_000_000


def shots(count: int) -> list[Shot]:
    return [a_sheet(FORM, 80 + number, A_SCANNER).shot for number in range(count)]


def opened(shot: Shot) -> Image.Image:
    return Image.open(io.BytesIO(shot.jpeg))


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A folder as scanners and phones fill it: a PDF of three, a TIFF of two, a JPEG, a PNG, and a broken file."""
    taken = shots(7)
    first, *rest = (opened(shot) for shot in taken[:3])
    first.save(tmp_path / "a.pdf", save_all=True, append_images=rest, resolution=200)
    opened(taken[3]).save(tmp_path / "b.tif", save_all=True, append_images=[opened(taken[4])], compression="tiff_lzw")
    (tmp_path / "c.jpg").write_bytes(taken[5].jpeg)
    opened(taken[6]).save(tmp_path / "d.png")
    (tmp_path / "e.jpg").write_bytes(b"half a pict")
    (tmp_path / "notes.txt").write_text("no picture")
    for path in tmp_path.iterdir():
        os.utime(path, (LONG_AGO, LONG_AGO))
    return tmp_path


def told(seen: Sequence[SheetSeen]) -> list[tuple[str, int]]:
    return [(Path(one.reading.source).name, one.reading.place) for one in seen]


def test_a_pile_comes_back_whole_and_in_order(pile: Path) -> None:
    steps: list[tuple[int, int]] = []
    seen = list(BallotCrew(cores=2).sheets([pile], [printed(FORM)], progress=lambda *step: steps.append(step)))
    assert told(seen) == [("a.pdf", 0), ("a.pdf", 1), ("a.pdf", 2), ("b.tif", 0), ("b.tif", 1), ("c.jpg", 0),
                          ("d.png", 0), ("e.jpg", 0)]  # fmt: skip
    assert steps == [(n, 8) for n in range(1, 9)]
    assert seen[-1].reading.reason is NotRead.DAMAGED_FILE
    for one in seen[:-1]:
        assert one.reading.status is not SheetStatus.REFUSED
        assert hashlib.sha256(one.picture).hexdigest() == one.reading.picture


@pytest.mark.parametrize("after", [0, 2])
def test_a_process_killed_in_mid_scan_loses_no_sheet_and_reads_none_twice(pile: Path, after: int) -> None:
    undisturbed = list(BallotCrew(cores=2).sheets([pile], [printed(FORM)]))
    killed: list[int] = []
    seen: list[SheetSeen] = []
    for one in BallotCrew(cores=2).sheets([pile], [printed(FORM)]):
        seen.append(one)
        if len(seen) == after + 1:
            worker = multiprocessing.active_children()[0]
            assert worker.pid is not None
            os.kill(worker.pid, signal.SIGKILL)
            killed.append(worker.pid)
    assert len(killed) == 1
    assert seen == undisturbed


def test_nothing_comes_after_it_was_cancelled(pile: Path) -> None:
    seen: list[SheetSeen] = []
    for one in BallotCrew(cores=1).sheets([pile], [printed(FORM)], cancelled=lambda: len(seen) >= 2):
        seen.append(one)
    assert told(seen) == [("a.pdf", 0), ("a.pdf", 1)]


def test_a_scanners_pdf_gives_its_picture_untouched(tmp_path: Path) -> None:
    (shot,) = shots(1)
    import pikepdf

    path = tmp_path / "scan.pdf"
    opened(shot).save(path, resolution=200)
    with pikepdf.open(path, allow_overwriting_input=True) as document:  # the scanner's own bytes, not packed again
        next(iter(document.pages[0].get_images().values())).write(shot.jpeg, filter=pikepdf.Name.DCTDecode)
        document.save(path)
    theirs = cv2.imdecode(np.frombuffer(shot.jpeg, np.uint8), cv2.IMREAD_UNCHANGED)
    assert theirs is not None
    assert np.array_equal(picture_of(PagePlace(path, 0)), theirs)


def test_a_pdf_of_anything_else_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    path.write_bytes(printed(FORM).pdf)
    seen = read_page(PagePlace(path, 0), printed_pages(FORM, printed(FORM).pdf))
    assert {row.mark for row in seen.reading.rows} == {Mark.NONE}


def test_a_file_still_being_written_is_left_for_the_next_look(pile: Path) -> None:
    now = (pile / "c.jpg").stat().st_mtime + 0.5
    assert list(pages_in([pile], now=lambda: now)) == []
    assert list(pages_in([pile / "c.jpg"], now=lambda: now)) == [PagePlace(pile / "c.jpg", 0)]


def test_a_file_that_is_gone_is_told_and_listed(tmp_path: Path) -> None:
    gone = PagePlace(tmp_path / "gone.jpg", 0)
    with pytest.raises(Trouble) as trouble:
        picture_of(gone)
    assert trouble.value.problem is Problem.CANNOT_READ
    assert read_page(gone, []) == damaged(gone)


def test_those_who_judge_see_the_mark_the_row_and_the_sheet() -> None:
    page = printed_pages(FORM, printed(FORM).pdf)
    sheet = a_sheet(FORM, 1, A_SCANNER, spoiled=True)
    from congress_desk.devices.ballots.reading import Origin, sheet_read

    seen = sheet_read(sheet.shot.picture.copy(), Origin("x", 0), page)
    drawn = DrawnBallots()
    row = drawn.row(seen.picture, FORM, seen.reading, 3)
    mark = drawn.mark(seen.picture, FORM, seen.reading, 3)
    whole = drawn.sheet(seen.picture, FORM, seen.reading)
    sizes = [Image.open(io.BytesIO(jpeg)).size for jpeg in (row, mark, whole)]
    assert sizes[0][0] > 1000 > sizes[0][1] > 100
    assert sizes[1][1] > 200
    assert sizes[2][0] > 148 * 6
    assert whole != seen.picture
