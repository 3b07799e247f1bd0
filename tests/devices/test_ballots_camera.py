"""A camera over a table: each sheet is told once, when it lies still, and the picture goes on meanwhile."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from congress_desk.devices.ballots.table_camera import TableCamera
from congress_desk.domain.ballot_forms import SheetStatus
from congress_desk.domain.refusals import Problem
from congress_desk.services.ports.ballots import OnTable, SheetSeen, TableReport, TableSeen
from congress_desk.services.ports.camera import CameraStopped
from tests.ballots.sheets import filled_in, printed
from tests.devices.table_frames import FORM, film

SECONDS = 60.0


class Desk:
    """Hears what the camera tells, and waits for it."""

    def __init__(self, source: str) -> None:
        self.camera = TableCamera(retry_seconds=0.2)
        self.sheets: list[SheetSeen] = []
        self.shown: list[TableReport] = []
        self._heard = threading.Condition()
        self.camera.start(source, [printed(FORM)], self._tell, self._show)

    def until(self, sheets: int) -> bool:
        with self._heard:
            return self._heard.wait_for(lambda: len(self.sheets) >= sheets, SECONDS)

    def until_stopped(self, times: int) -> bool:
        with self._heard:
            return self._heard.wait_for(lambda: len(self.stops()) >= times, SECONDS)

    def until_shown(self, more: int, on_table: OnTable) -> bool:
        """So many frames more, then one with this on the table."""
        with self._heard:
            begin = len(self.shown) + more
            return self._heard.wait_for(
                lambda: any(isinstance(r, TableSeen) and r.on_table is on_table for r in self.shown[begin:]), SECONDS
            )

    def stops(self) -> list[Problem]:
        return [report.problem for report in self.shown if isinstance(report, CameraStopped)]

    def _tell(self, sheet: SheetSeen) -> None:
        with self._heard:
            self.sheets.append(sheet)
            self._heard.notify_all()

    def _show(self, report: TableReport) -> None:
        with self._heard:
            self.shown.append(report)
            self._heard.notify_all()


@pytest.fixture
def desks() -> Iterator[list[Desk]]:
    made: list[Desk] = []
    yield made
    for desk in made:
        desk.camera.stop()


def test_every_sheet_laid_down_is_read_once(desks: list[Desk], tmp_path: Path) -> None:
    desks.append(desk := Desk(str(film(tmp_path / "table.avi", 11, 12, 13))))
    assert desk.until(3)
    told = [sheet.reading for sheet in desk.sheets[:3]]
    for reading, seed in zip(told, (11, 12, 13), strict=True):
        assert reading.status is not SheetStatus.REFUSED
        meant = filled_in(FORM, seed)[1].meant
        clear = {row.row: row.mark for row in reading.rows if row.mark != "ask"}
        assert clear == {row: meant[row] for row in clear}
    lying = [r for r in desk.shown if isinstance(r, TableSeen) and r.on_table is OnTable.TAKEN]
    assert len(lying[0].outline) >= 4
    assert lying[0].picture.width == 960


def test_a_camera_torn_out_is_told_once_and_goes_on_when_it_is_back(desks: list[Desk], tmp_path: Path) -> None:
    played = film(tmp_path / "table.avi", 11)
    desks.append(desk := Desk(str(played)))
    assert desk.until(1)
    away = played.rename(tmp_path / "away.avi")
    assert desk.until_stopped(1)
    away.rename(played)
    assert desk.until_shown(0, OnTable.TAKEN)
    assert desk.stops() == [Problem.CAMERA_LOST]
    assert len(desk.sheets) == 1  # it is the same sheet that lies there


def test_a_process_that_dies_is_started_anew_and_knows_the_last_sheet(desks: list[Desk], tmp_path: Path) -> None:
    desks.append(desk := Desk(str(film(tmp_path / "table.avi", 11))))
    assert desk.until(1)
    child = desk.camera.child_id
    assert child is not None
    os.kill(child, signal.SIGKILL)
    assert desk.until_stopped(1)
    assert desk.until_shown(0, OnTable.SAME)
    assert len(desk.sheets) == 1
    desk.camera.take()
    assert desk.until(2)


def test_no_camera_is_told(desks: list[Desk], tmp_path: Path) -> None:
    desks.append(desk := Desk(str(tmp_path / "nothing")))
    assert desk.until_stopped(1)
    assert desk.stops() == [Problem.CAMERA_MISSING]
