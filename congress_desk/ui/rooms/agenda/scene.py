"""The room's state and the one way to change it, shared by the parts of the presenter. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from congress_desk.domain.refusals import Reason, Refusal, Trouble
from congress_desk.services.desk import Desk
from congress_desk.services.programme import Programme
from congress_desk.ui.rooms.agenda.state import AgendaState, Fact, Follow, Form, Told
from congress_desk.ui.running import Lane
from congress_desk.ui.surroundings import Surroundings

T = TypeVar("T")


class Shows(Protocol):
    def show_state(self, state: AgendaState) -> None: ...


class Scene:
    def __init__(self, surroundings: Surroundings) -> None:
        self.surroundings = surroundings
        self.state = AgendaState()
        self.view: Shows | None = None
        self._told = 0

    @property
    def desk(self) -> Desk:
        return self.surroundings.desk

    @property
    def programme(self) -> Programme:
        return self.desk.programme

    def show(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        if self.view is not None:
            self.view.show_state(self.state)

    def close_form(self) -> None:
        self.show(form=Form.NONE, new=False, plan=None, wrong="", busy=False)

    def tell(self, fact: Fact, *, follow: Follow = Follow.NONE, **places: object) -> None:
        self._told += 1
        self.show(told=Told(number=self._told, fact=fact, places=places, follow=follow), busy=False)

    def fail(self, error: Exception) -> None:
        """A refusal or trouble becomes a notice of the room, or stands at the field; a bug goes on to the window."""
        if not isinstance(error, Refusal | Trouble):
            raise error
        if isinstance(error, Refusal) and error.reason is Reason.BAD_VALUE and self.state.form is not Form.NONE:
            self.show(wrong=str(error.details.get("field", "")), busy=False)
            return
        self._told += 1
        self.show(told=Told(number=self._told, error=error), busy=False)

    def act(self, work: Callable[[], object], *, closes: bool = False) -> None:
        """One act on the congress; its event makes the room read anew. closes: the open form, once it is done."""

        def done(_result: object) -> None:
            if closes:
                self.close_form()

        self.run(work, done)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None] | None = None,
        lane: Lane = Lane.STORE,
    ) -> None:
        self.surroundings.runner.run(work, then=then, otherwise=otherwise or self.fail, lane=lane)
