"""A round whose ballots are out, its sheets scanned, and a camera over a table that sees what the test lays there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from congress_desk.devices.ballots.crew import read_page
from congress_desk.devices.ballots.files import PagePlace
from congress_desk.devices.ballots.printed import PrintedPage, printed_pages
from congress_desk.domain.refusals import Problem
from congress_desk.services.ports.ballots import OnTable, PrintedForm, SheetSeen, TableReport, TableSeen
from congress_desk.services.ports.camera import CameraStopped, PictureSeen
from congress_desk.ui.rooms.elections.state import Step
from tests.services.scanned_ballots import scans
from tests.ui.rooms.elections.conftest import Room

SHEETS = 3


@dataclass
class TableOfTheTest:
    """A camera over a table that sees what the test lays there."""

    source: str = ""
    running: bool = False
    wished: int = 0
    pages: Sequence[PrintedPage] = ()
    _tell: Callable[[SheetSeen], None] | None = None
    _show: Callable[[TableReport], None] | None = None

    def start(
        self,
        source: str,
        forms: Sequence[PrintedForm],
        tell: Callable[[SheetSeen], None],
        show: Callable[[TableReport], None],
    ) -> None:
        self.source, self._tell, self._show, self.running = source, tell, show, True
        self.pages = [page for form in forms for page in printed_pages(form.form, form.pdf)]

    def take(self) -> None:
        self.wished += 1

    def stop(self) -> None:
        self.running = False

    def lay(self, path: Path) -> None:
        assert self._tell is not None
        self.see(OnTable.TAKEN)
        self._tell(read_page(PagePlace(path, 0), self.pages))

    def see(self, on_table: OnTable) -> None:
        assert self._show is not None
        picture = PictureSeen(width=2, height=1, rgb=bytes(6))
        self._show(TableSeen(picture=picture, on_table=on_table))

    def is_torn_out(self) -> None:
        assert self._show is not None
        self._show(CameraStopped(problem=Problem.CAMERA_LOST))


class TableWatching:
    """The room's view, which is shown the camera's pictures."""

    def __init__(self) -> None:
        self.seen: list[TableSeen] = []

    def show_state(self, state: Any) -> None:
        """Nothing is drawn."""

    def show_table(self, seen: TableSeen) -> None:
        self.seen.append(seen)


@pytest.fixture
def table(people: Any) -> TableOfTheTest:
    made = TableOfTheTest()
    people.voting = replace(people.voting, make_camera=lambda: made)
    return made


@pytest.fixture
def counting(table: TableOfTheTest, room: Room, tmp_path: Path) -> Room:
    """Ballots printed, issued and collected."""
    room.prepared()
    room.with_committee()
    room.presenter.attach(TableWatching())
    room.presenter.papers.wish(copies=SHEETS)
    room.presenter.open_step(Step.BALLOTS)
    room.presenter.papers.print_ballots(tmp_path / "ballots.pdf")
    room.moved(SHEETS, SHEETS)
    room.presenter.open_step(Step.COUNTING)
    return room


@pytest.fixture
def sheets(counting: Room, tmp_path: Path) -> Sequence[Path]:
    assert counting.state.round is not None
    return scans(counting.hall, counting.state.round, tmp_path / "paper", SHEETS)
