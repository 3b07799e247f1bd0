"""A camera over a table: each sheet is told once, when it lies still, and the picture goes on meanwhile."""

from __future__ import annotations

import threading
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.ballots.table_camera import TableCamera
from congress_desk.domain.ballot_forms import BallotKind, BallotPaper, SheetStatus
from congress_desk.domain.refusals import Problem
from congress_desk.services.ports.ballots import SheetSeen
from congress_desk.services.ports.camera import CameraStopped, LiveReport, PictureSeen
from tests.ballots.scans import A_WEBCAM, shot_of
from tests.ballots.sheets import a_form, filled_in, printed

FORM = a_form(BallotKind.COLUMNS, 12, paper=BallotPaper.A5)
SIZE = (1920, 1080)
SECONDS = 40.0


def frame_of(seed: int | None) -> NDArray[np.uint8]:
    """A frame of the table, with this voter's sheet or without."""
    frame = np.full((SIZE[1], SIZE[0], 3), 90, np.uint8)
    if seed is not None:
        page, _ = filled_in(FORM, seed)
        shot = shot_of(page, A_WEBCAM, np.random.default_rng([seed, 5]), dots=5.6).picture
        sheet = np.rot90(shot)
        left = (SIZE[0] - sheet.shape[1]) // 2 + 30 * (seed % 5)
        part = sheet[: SIZE[1], : SIZE[0] - left]
        frame[: part.shape[0], left : left + part.shape[1]] = part
    return frame


def film(path: Path) -> Path:
    """Three sheets laid down one after another, a hand's pause between them."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 15, SIZE)
    for seed in (11, None, 12, None, 13, None):
        frame = frame_of(seed)
        for _ in range(12 if seed else 6):
            writer.write(frame)
    writer.release()
    return path


def test_every_sheet_laid_down_is_read_once(tmp_path: Path) -> None:
    seen: list[SheetSeen] = []
    shown: list[LiveReport] = []
    three = threading.Event()

    def tell(sheet: SheetSeen) -> None:
        seen.append(sheet)
        if len(seen) == 3:
            three.set()

    camera = TableCamera()
    camera.start(str(film(tmp_path / "table.avi")), [printed(FORM)], tell, shown.append)
    try:
        assert three.wait(SECONDS)
    finally:
        camera.stop()
    told = [sheet.reading for sheet in seen[:3]]
    for reading, seed in zip(told, (11, 12, 13), strict=True):
        assert reading.status is not SheetStatus.REFUSED
        meant = filled_in(FORM, seed)[1].meant
        clear = {row.row: row.mark for row in reading.rows if row.mark != "ask"}
        assert clear == {row: meant[row] for row in clear}
    assert any(isinstance(report, PictureSeen) for report in shown)


def test_no_camera_is_told(tmp_path: Path) -> None:
    shown: list[LiveReport] = []
    told = threading.Event()

    def show(report: LiveReport) -> None:
        shown.append(report)
        told.set()

    camera = TableCamera()
    camera.start(str(tmp_path / "nothing"), [printed(FORM)], lambda _: None, show)
    try:
        assert told.wait(SECONDS)
    finally:
        camera.stop()
    assert shown == [CameraStopped(problem=Problem.CAMERA_MISSING)]
