"""From the first page to a congress: opened means locked, a failure is told, the window comes first."""

from __future__ import annotations

import datetime as dt
import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.services.desk import Desk
from congress_desk.ui.app import Windows, lock_of, spare_the_collector
from congress_desk.ui.doors import Doors, NewCongress
from congress_desk.ui.first_run.view import FirstRunView
from tests.builders import a_hall
from tests.ui.builders import StillCamera, a_desk

START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.app import Windows
from congress_desk.ui.doors import Doors
app = QApplication([])
settings = SettingsFile(Path(sys.argv[1]))
windows = Windows(Doors(open_desk=None, create_desk=None, rehearse=None, make_camera=None, settings=settings))
windows.start()
assert windows.first_page.isVisible()
print(sorted({name.split(".")[0] for name in sys.modules}))
windows.close()
"""
HEAVY = (
    "cv2",
    "dlib",
    "reportlab",
    "numpy",
    "PIL",
    "openpyxl",
    "python_calamine",
    "zxingcpp",
    "sqlalchemy",
    "alembic",
)


class Place:
    """A folder with doors into it; `ways` counts what was opened."""

    def __init__(self, folder: Path, settings: SettingsFile) -> None:
        self.folder = folder
        self.settings = settings
        self.path = folder / "hall.congress"
        self.ways: list[str] = []
        self.failure: Exception | None = None

    def doors(self) -> Doors:
        return Doors(
            open_desk=lambda path: self._made("open", path),
            create_desk=self._create,
            rehearse=lambda: self._made("rehearse", self.path),
            make_camera=lambda desk: StillCamera(),
            settings=self.settings,
        )

    def _create(self, path: Path, new: NewCongress) -> Desk:
        return self._made(f"create {new.title}", path)

    def _made(self, way: str, path: Path) -> Desk:
        self.ways.append(way)
        if self.failure is not None:
            raise self.failure
        return a_desk(a_hall(path.parent, people=1, name=path.name))


@pytest.fixture
def place(tmp_path: Path, settings: SettingsFile) -> Place:
    return Place(tmp_path, settings)


@pytest.fixture
def start(place: Place, qtbot: QtBot) -> Iterator[Callable[..., Windows]]:
    started: list[Windows] = []

    def make(**how: object) -> Windows:
        windows = Windows(place.doors())
        started.append(windows)
        windows.start(**how)  # type: ignore[arg-type]
        return windows

    yield make
    for windows in started:
        windows.close()
        for one in (windows.main, windows.first_page):
            if one is not None:
                one.deleteLater()


def test_a_congress_named_at_the_start_is_opened_locked_and_remembered(
    place: Place, start: Callable[..., Windows], qtbot: QtBot
) -> None:
    windows = start(first=place.path)
    qtbot.waitUntil(lambda: windows.main is not None)
    assert windows.first_page is not None
    assert not windows.first_page.isVisible()
    assert place.settings.current.recent_files == (str(place.path),)
    with pytest.raises(Trouble) as trouble:
        lock_of(place.path)
    assert trouble.value.problem is Problem.OPEN_ELSEWHERE
    windows.close()
    lock_of(place.path).unlock()


def test_what_the_window_is_made_of_is_not_looked_through_for_garbage_again() -> None:
    before = len(gc.get_objects())
    spare_the_collector()
    try:
        assert gc.get_freeze_count() >= before * 0.9
        assert len(gc.get_objects()) < before * 0.1
    finally:
        gc.unfreeze()


def test_a_congress_open_in_another_window_is_told_on_the_first_page(
    place: Place, start: Callable[..., Windows], qtbot: QtBot
) -> None:
    other = lock_of(place.path)
    windows = start(first=place.path)
    assert windows.first_page is not None
    presenter = windows.first_page.presenter
    qtbot.waitUntil(lambda: presenter.state.failure is not None)
    assert isinstance(presenter.state.failure, Trouble)
    assert presenter.state.failure.problem is Problem.OPEN_ELSEWHERE
    assert place.ways == []
    assert windows.main is None
    other.unlock()


def test_a_file_that_cannot_be_opened_is_told_and_its_lock_given_back(
    place: Place, start: Callable[..., Windows], qtbot: QtBot
) -> None:
    place.failure = Trouble(Problem.NEWER_VERSION, path=str(place.path))
    windows = start(first=place.path)
    assert windows.first_page is not None
    qtbot.waitUntil(lambda: windows.first_page.presenter.state.failure is not None)  # type: ignore[union-attr]
    lock_of(place.path).unlock()
    place.failure = None
    windows.first_page.presenter.open(place.path)
    qtbot.waitUntil(lambda: windows.main is not None)


def test_a_rehearsal_begins_at_the_registration_desk(
    place: Place, start: Callable[..., Windows], qtbot: QtBot
) -> None:
    windows = start(rehearsal=True)
    qtbot.waitUntil(lambda: windows.main is not None)
    assert windows.main is not None
    assert windows.main.view("checkin").isVisible()
    assert place.ways == ["rehearse"]


def test_a_new_congress_begins_with_its_delegates(place: Place, start: Callable[..., Windows], qtbot: QtBot) -> None:
    windows = start()
    assert windows.first_page is not None
    new = NewCongress(title="Đại hội", convening_body="Tỉnh ủy", opens=dt.date(2025, 9, 22))
    windows.first_page.presenter.create(place.folder / "mới", new)
    qtbot.waitUntil(lambda: windows.main is not None)
    assert windows.main is not None
    assert windows.main.view("registry").isVisible()
    assert (place.folder / "mới.congress").is_file()


def test_the_first_page_speaks_another_language_at_once(start: Callable[..., Windows], place: Place) -> None:
    windows = start()
    assert windows.first_page is not None
    windows.first_page.findChildren(FirstRunView)[0].language_requested.emit("vi")
    assert windows.first_page.windowTitle() == "Bàn thư ký đại hội"
    assert place.settings.current.language == "vi"


def test_the_window_is_there_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path / "desk.json")],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    loaded = ran.stdout
    assert "PySide6" in loaded
    assert [name for name in HEAVY if f"'{name}'" in loaded] == []
