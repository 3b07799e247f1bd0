"""The room's state and the one way to change it, shared by the parts of the presenter. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from congress_desk.domain.elections import RoundId
from congress_desk.domain.refusals import Reason, Refusal, Trouble
from congress_desk.services.desk import Desk
from congress_desk.services.voting import Voting
from congress_desk.ui.rooms.elections.state import ElectionsState, Fact, Form, Told
from congress_desk.ui.running import Lane
from congress_desk.ui.surroundings import Surroundings

T = TypeVar("T")
AT_FIELD = frozenset({Reason.BAD_VALUE, Reason.REASON_NEEDED})


class Shows(Protocol):
    def show_state(self, state: ElectionsState) -> None: ...


class Scene:
    def __init__(self, surroundings: Surroundings) -> None:
        self.surroundings = surroundings
        self.state = ElectionsState()
        self.view: Shows | None = None
        self.choose: Callable[[RoundId], None] = lambda _round: None  # another round is shown; the presenter's
        self._told = 0

    @property
    def desk(self) -> Desk:
        return self.surroundings.desk

    @property
    def voting(self) -> Voting:
        return self.desk.voting

    @property
    def language(self) -> str:
        return self.surroundings.settings.current.language

    @property
    def round(self) -> RoundId:
        """Of the round that is shown; asked only where one is."""
        assert self.state.seen is not None
        return self.state.seen.round.id

    def show(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        if self.view is not None:
            self.view.show_state(self.state)

    def open_form(self, form: Form) -> None:
        self.show(form=form, wrong="")

    def close_form(self) -> None:
        self.show(form=Form.NONE, wrong="", busy=False)

    def tell(self, fact: Fact, **places: object) -> None:
        self._told += 1
        self.show(told=Told(number=self._told, fact=fact, places=places), busy=False)

    def fail(self, error: Exception) -> None:
        """A refusal or trouble becomes a notice of the room, or stands at the field; a bug goes on to the window."""
        if not isinstance(error, Refusal | Trouble):
            raise error
        if isinstance(error, Refusal) and error.reason in AT_FIELD and self.state.form is not Form.NONE:
            self.show(wrong=str(error.details.get("field", error.reason.value)), busy=False)
            return
        self._told += 1
        self.show(told=Told(number=self._told, error=error), busy=False)

    def act(self, work: Callable[[], object], fact: Fact, *, closes: bool = True, **places: object) -> None:
        """One act on the congress; its event makes the room read anew."""
        self.show(busy=True, wrong="")

        def done(_result: object) -> None:
            if closes:
                self.close_form()
            self.tell(fact, **places)

        self.run(work, done)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None] | None = None,
        lane: Lane = Lane.STORE,
    ) -> None:
        self.surroundings.runner.run(work, then=then, otherwise=otherwise or self.fail, lane=lane)
