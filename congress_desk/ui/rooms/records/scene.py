"""The room's state and the one way to change it, shared by the parts of the presenter. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from congress_desk.domain.paper_options import shift_of
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.plumbing.printer_shifts import shift_for, with_shift, written_shift
from congress_desk.services.desk import Desk
from congress_desk.ui.rooms.records.state import Fact, RecordsState, Told
from congress_desk.ui.running import Lane
from congress_desk.ui.surroundings import Surroundings

T = TypeVar("T")


class Shows(Protocol):
    def show_state(self, state: RecordsState) -> None: ...


class Scene:
    def __init__(self, surroundings: Surroundings) -> None:
        self.surroundings = surroundings
        settings = surroundings.settings.current
        self.state = RecordsState(language=settings.language, printer=settings.printer)
        self.view: Shows | None = None
        self._told = 0

    def kept_shift(self) -> str:
        """Of the printer that is chosen, as papers are asked for."""
        return written_shift(shift_for(self.surroundings.settings.current.printer_shifts, self.state.printer))

    def keep_shift(self, written: str) -> None:
        """For the printer that is chosen, from now on."""
        kept = self.surroundings.settings.current.printer_shifts
        shift = shift_of({"shift": written})
        self.surroundings.settings.change(printer_shifts=with_shift(kept, self.state.printer, shift))

    @property
    def desk(self) -> Desk:
        return self.surroundings.desk

    def show(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        if self.view is not None:
            self.view.show_state(self.state)

    def show_credentials(self, **changes: Any) -> None:
        self.show(credentials=replace(self.state.credentials, **changes))

    def show_closing(self, **changes: Any) -> None:
        self.show(closing=replace(self.state.closing, **changes))

    def show_seals(self, **changes: Any) -> None:
        self.show(seals=replace(self.state.seals, **changes))

    def tell(self, fact: Fact, **places: object) -> None:
        self._told += 1
        self.show(sending=False, told=Told(number=self._told, fact=fact, places=places))

    def fail(self, error: Exception) -> None:
        self._told += 1
        self.show(sending=False, told=Told(number=self._told, error=known(error)))

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None] | None = None,
        lane: Lane = Lane.STORE,
    ) -> None:
        self.surroundings.runner.run(work, then=then, otherwise=otherwise or self.fail, lane=lane)


def known(error: Exception) -> Refusal | Trouble:
    """A refusal or trouble is shown in the room; a bug goes on to the window."""
    if isinstance(error, Refusal | Trouble):
        return error
    raise error
