"""The first page: open a congress, create one, or rehearse. Gives the opened desk to whoever shows the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.services.desk import Desk
from congress_desk.ui.doors import Doors, NewCongress
from congress_desk.ui.errors_told import as_trouble
from congress_desk.ui.first_run.state import FirstRunState, Opening, Recent
from congress_desk.ui.running import Runner


class View(Protocol):
    def show_state(self, state: FirstRunState) -> None: ...


class FirstRunPresenter:
    """opened(desk, opening) is called once, with the desk to be shown and the way it was opened."""

    def __init__(self, doors: Doors, runner: Runner, opened: Callable[[Desk, Opening], None]) -> None:
        self._doors = doors
        self._runner = runner
        self._opened = opened
        self._view: View | None = None
        self.state = FirstRunState(recent=_recent(doors.settings))

    def attach(self, view: View) -> None:
        self._view = view
        view.show_state(self.state)

    def open(self, path: Path) -> None:
        self._start(Opening.FILE, partial(self._doors.open_desk, path))

    def create(self, path: Path, new: NewCongress) -> None:
        """The file takes the ending .congress if it has none."""
        target = path if path.suffix == ".congress" else path.with_name(path.name + ".congress")
        self._start(Opening.NEW, partial(self._doors.create_desk, target, new))

    def rehearse(self) -> None:
        self._start(Opening.REHEARSAL, self._doors.rehearse)

    def _start(self, opening: Opening, work: Callable[[], Desk]) -> None:
        if self.state.opening is Opening.NOTHING:
            self._show(replace(self.state, opening=opening, failure=None))
            self._runner.run(work, then=self._on_opened, otherwise=self._on_failed)

    def _on_opened(self, desk: Desk) -> None:
        opening = self.state.opening
        self._show(replace(self.state, opening=Opening.NOTHING))
        self._opened(desk, opening)

    def _on_failed(self, error: Exception) -> None:
        """A file that cannot be opened is told on the page; a bug goes the way of all bugs."""
        self._show(replace(self.state, opening=Opening.NOTHING))
        if not isinstance(error, (Refusal, Trouble, OSError)):
            raise error
        failure = error if isinstance(error, Refusal) else as_trouble(error)
        self._show(replace(self.state, failure=failure, recent=_recent(self._doors.settings)))

    def _show(self, state: FirstRunState) -> None:
        self.state = state
        if self._view is not None:
            self._view.show_state(state)


def _recent(settings: SettingsFile) -> tuple[Recent, ...]:
    paths = (Path(name) for name in settings.current.recent_files)
    return tuple(Recent(path=path, there=path.is_file()) for path in paths)
