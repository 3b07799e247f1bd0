"""The watched folder and the table's camera on the screen, with real files, real timers and the real driver."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from congress_desk.devices.ballots.table_camera import TableCamera
from congress_desk.domain.ballot_forms import BallotPaper
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.services import scan_folder
from congress_desk.services.ports.ballots import OnTable
from congress_desk.ui.background import Bridge
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections import folder_card
from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter
from congress_desk.ui.rooms.elections.samples import SAMPLES
from congress_desk.ui.rooms.elections.scan_state import TableWork
from congress_desk.ui.rooms.elections.state import Form, Step
from congress_desk.ui.rooms.elections.view import ElectionsView
from tests.ballots.scans import A_SCANNER
from tests.ballots.sheets import a_sheet
from tests.builders import Hall
from tests.devices.table_frames import film
from tests.ui.rooms.elections.conftest import Room

SECONDS = 60.0
SHEETS = 3


def until(so: Callable[[], bool], seconds: float = SECONDS) -> bool:
    for _ in range(int(seconds * 20)):
        if so():
            return True
        QTest.qWait(50)
    return so()


class Screen(Room):
    """The room with a view, and with reports that cross from the driver's threads as in the window."""

    def __init__(self, hall: Hall, settings: SettingsFile, folder: Path, look: Look) -> None:
        super().__init__(hall, settings, folder)
        self.presenter.close()
        self.bridges: list[Bridge] = []
        self.presenter = ElectionsPresenter(replace(self.around.surroundings(), carry=self._carried))
        self.shown = ElectionsView(self.presenter, look)
        self.shown.resize(1180, 680)
        self.presenter.attach(self.shown)
        self.presenter.enter()
        self.shown.show()

    def _carried(self, receive: Callable[[object], None]) -> Callable[[object], None]:
        bridge = Bridge(receive)
        self.bridges.append(bridge)
        return bridge.tell

    @property
    def table(self) -> TableWork:
        assert self.state.table is not None
        return self.state.table

    def pages_read(self) -> int:
        seen = self.state.scan
        return seen.read + seen.asked + seen.refused if seen else 0

    def until_read(self, pages: int) -> bool:
        return until(lambda: self.pages_read() == pages)

    def counting(self, tmp_path: Path) -> None:
        """Ballots printed on A5, issued and collected; the counting page open."""
        self.prepared()
        self.with_committee()
        self.presenter.open_step(Step.BALLOTS)
        self.presenter.papers.wish(copies=SHEETS, paper=BallotPaper.A5)
        self.presenter.papers.print_ballots(tmp_path / "ballots.pdf")
        self.moved(SHEETS, SHEETS)
        self.presenter.open_step(Step.COUNTING)


@pytest.fixture
def screen(people: Hall, settings: SettingsFile, tmp_path: Path, look: Look) -> Iterator[Screen]:
    people.voting = replace(people.voting, make_camera=TableCamera)
    made = Screen(people, settings, tmp_path, look)
    made.counting(tmp_path)
    yield made
    made.presenter.close()
    shiboken6.delete(made.shown)


def test_files_that_a_scanner_writes_slowly_are_read_by_themselves(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan_folder, "SETTLED_SECONDS", 0.4)
    monkeypatch.setattr(folder_card, "WRITING_MS", 60)
    monkeypatch.setattr(folder_card, "RESTING_MS", 300)
    assert screen.state.round is not None
    form = screen.hall.voting.ballots.form(screen.state.round.id, paper=BallotPaper.A5)
    sheets = [a_sheet(form, seed, A_SCANNER).shot.jpeg for seed in (3, 4)]
    folder = tmp_path / "scanner"
    folder.mkdir()
    screen.presenter.watching.choose(folder, "1")
    assert screen.shown.counting.scan.watched.switch.isChecked()
    for number, raw in enumerate(sheets):
        with (folder / f"scan-{number}.jpg").open("wb") as file:
            for part in range(6):
                file.write(raw[len(raw) * part // 6 : len(raw) * (part + 1) // 6])
                file.flush()
                QTest.qWait(120)
                assert screen.pages_read() == number
        assert screen.until_read(number + 1)
    assert screen.state.scan is not None
    assert (screen.state.scan.refused, screen.state.scan.again) == (0, 0)
    screen.shown.counting.scan.watched.switch.click()
    assert screen.state.watched is not None
    assert not screen.state.watched.on


def test_sheets_laid_under_a_real_camera_are_taken_by_themselves_and_by_key(screen: Screen, tmp_path: Path) -> None:
    assert screen.state.round is not None
    form = screen.hall.voting.ballots.form(screen.state.round.id, paper=BallotPaper.A5)
    played = film(tmp_path / "table.avi", 21, 22, 23, form=form, frames=26)
    screen.around.settings.change(table_camera=str(played))
    page = screen.shown.table
    screen.presenter.tables.open("1")
    assert page.isVisible()
    assert until(lambda: screen.table.taken >= 2)
    assert not page.picture._image.isNull()
    assert until(lambda: screen.table.taken >= SHEETS)
    assert until(lambda: screen.table.on_table is OnTable.TAKEN and page.picture.outline.count() >= 4)
    QTest.keyClick(page.finish, Qt.Key.Key_Escape)
    assert until(lambda: screen.state.form is Form.NONE)
    result = screen.hall.voting.elections.seen(screen.state.round.id).outcome.result
    assert result.count.ballots + len(screen.hall.voting.counting.waiting(screen.state.round.id)) >= SHEETS
    assert result.set_aside == 0


def test_space_takes_what_lies_there(screen: Screen, tmp_path: Path) -> None:
    """A film of an empty table: nothing is taken by itself."""
    screen.around.settings.change(table_camera=str(film(tmp_path / "empty.avi", None)))
    screen.presenter.tables.open("1")
    assert until(lambda: screen.table.on_table is OnTable.NOTHING)
    assert screen.table.taken == 0
    QTest.keyClick(screen.shown.table.take, Qt.Key.Key_Space)
    assert until(lambda: screen.table.taken == 1)
    assert screen.table.refused == 1


@pytest.mark.parametrize("name", [name for name in SAMPLES if name.startswith("TABLE_")])
def test_every_answer_of_the_table_is_said_in_one_sentence(screen: Screen, name: str) -> None:
    screen.shown.show_state(SAMPLES[name])
    answer = screen.shown.table.answer.accessibleName()
    assert answer
    assert "{" not in answer
