"""The window's program: one QApplication, the first page or a congress, and every failure told.

A congress is open in one window only: a lock file beside it says so to every other program of this desk.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.desk import Desk
from congress_desk.ui.background import Background
from congress_desk.ui.doors import Doors
from congress_desk.ui.errors import Errors
from congress_desk.ui.first_run.presenter import FirstRunPresenter
from congress_desk.ui.first_run.state import Opening
from congress_desk.ui.first_run.view import FirstRunView
from congress_desk.ui.look import look_for
from congress_desk.ui.main_window import MainWindow
from congress_desk.ui.room_list import ROOMS
from congress_desk.ui.theme import dress
from congress_desk.ui.widgets.notice import NoticeStack

SETTLED_MS = 3000


def run_app(doors: Doors, *, first: Path | None = None, rehearsal: bool = False) -> int:
    """Show the window until it is closed. first: the congress to open; rehearsal: today's rehearsal."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Congress Desk")
    app.setDesktopFileName("congress-desk")
    windows = Windows(doors)
    windows.start(first=first, rehearsal=rehearsal)
    status = app.exec()
    windows.close()
    return status


class Windows(QObject):
    """Shows the first page, then the congress; holds its lock as long as it is open."""

    def __init__(self, doors: Doors) -> None:
        super().__init__()
        self._doors = doors
        self._lock: QLockFile | None = None
        self._desk: Desk | None = None
        self.first_page: FirstPage | None = None
        self.main: MainWindow | None = None
        self._give_back_hook: Callable[[], None] = _nothing

    def start(self, *, first: Path | None = None, rehearsal: bool = False) -> None:
        self.first_page = FirstPage(self._locking(), self._on_opened)
        self._catch(self.first_page.errors)
        self.first_page.show()
        if rehearsal:
            self.first_page.presenter.rehearse()
        elif first is not None:
            self.first_page.presenter.open(first)

    def close(self) -> None:
        """Whatever is still open is closed, in reverse order."""
        self._give_back_hook()
        for window in (self.main, self.first_page):
            if window is not None:
                window.close()
        if self._desk is not None:
            self._desk.close()
            self._desk = None
        if self._lock is not None:
            self._lock.unlock()

    def _on_opened(self, desk: Desk, opening: Opening) -> None:
        """A new congress begins with its delegates, every other one at the registration desk."""
        self._desk = desk
        settings = self._doors.settings
        first = "registry" if opening is Opening.NEW else "checkin"
        self.main = MainWindow(
            desk, settings, make_camera=partial(self._doors.make_camera, desk), rooms=ROOMS, first_room=first
        )
        self._catch(self.main.errors)
        self.main.showMaximized()  # the desk is this computer's only work; nothing below the screen's edge
        QTimer.singleShot(SETTLED_MS, self, spare_the_collector)
        if self.first_page is not None:
            self.first_page.close()
        settings.keep(settings.current.opened(desk.congress.path))

    def _catch(self, errors: Errors) -> None:
        self._give_back_hook()
        self._give_back_hook = errors.catch_all()

    def _locking(self) -> Doors:
        """The doors, each of which takes the lock of what it opens."""
        doors = self._doors
        return Doors(
            open_desk=lambda path: self._locked(path, partial(doors.open_desk, path)),
            create_desk=lambda path, new: self._locked(path, partial(doors.create_desk, path, new)),
            rehearse=self._rehearsal_locked,
            make_camera=doors.make_camera,
            settings=doors.settings,
        )

    def _locked(self, path: Path, make: Callable[[], Desk]) -> Desk:
        lock = lock_of(path)
        try:
            desk = make()
        except BaseException:
            lock.unlock()
            raise
        self._lock = lock
        return desk

    def _rehearsal_locked(self) -> Desk:
        """Where the rehearsal is kept is known only once it is open."""
        desk = self._doors.rehearse()
        try:
            self._lock = lock_of(desk.congress.path)
        except BaseException:
            desk.close()
            raise
        return desk


class FirstPage(QMainWindow):
    """The window of the first page, with its own thread for opening files."""

    def __init__(self, doors: Doors, opened: Callable[[Desk, Opening], None]) -> None:
        super().__init__()
        self._doors = doors
        self.background = Background(self)
        self.errors = Errors(self)
        self.background.failed = self.errors.tell
        self.presenter = FirstRunPresenter(doors, self.background, opened)
        self.resize(1024, 680)
        self.show_look()

    def show_look(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        settings = self._doors.settings.current
        look = look_for(settings.language, settings.theme)
        dress(app, look)
        self.setWindowTitle(look.say("Congress Desk"))
        view = FirstRunView(self.presenter, look)
        view.language_requested.connect(self._on_language_requested)
        self.errors.show_on(view.findChildren(NoticeStack)[0], look)
        self.presenter.attach(view)
        self.setCentralWidget(view)

    def closeEvent(self, event: object) -> None:
        self.background.close()

    def _on_language_requested(self, language: str) -> None:
        self._doors.settings.change(language=language)
        self.show_look()


def lock_of(path: Path) -> QLockFile:
    """The lock of a congress file. Trouble OPEN_ELSEWHERE; a lock left by a crash is taken over."""
    lock = QLockFile(str(path.with_name(path.name + ".lock")))
    lock.setStaleLockTime(0)
    if path.parent.is_dir() and not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError:
        raise Trouble(Problem.OPEN_ELSEWHERE, path=str(path))
    return lock


def spare_the_collector() -> None:
    """What is there now stays until the end: looking through it for garbage stopped the window for a third of a
    second, in whatever thread a large paper was made."""
    gc.freeze()


def _nothing() -> None:
    """No hook to give back yet."""
