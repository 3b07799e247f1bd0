"""The room's state and the one way to change it, shared by the four parts of the presenter. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.services.desk import Desk
from congress_desk.services.ports.camera import PictureSeen
from congress_desk.ui.rooms.registry.state import Fact, Follow, RegistryState, Told
from congress_desk.ui.running import Lane
from congress_desk.ui.surroundings import Surroundings

T = TypeVar("T")


class Shows(Protocol):
    def show_state(self, state: RegistryState) -> None: ...
    def show_picture(self, picture: PictureSeen) -> None: ...


class Scene:
    def __init__(self, surroundings: Surroundings) -> None:
        self.surroundings = surroundings
        self.state = RegistryState()
        self.view: Shows | None = None
        self.after_change: Callable[[], None] = _nothing
        self._told = 0

    @property
    def desk(self) -> Desk:
        return self.surroundings.desk

    def show(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        if self.view is not None:
            self.view.show_state(self.state)
        self.after_change()

    def show_import(self, **changes: Any) -> None:
        self.show(list_import=replace(self.state.list_import, **changes))

    def show_photos(self, **changes: Any) -> None:
        self.show(photos=replace(self.state.photos, **changes))

    def show_faces(self, **changes: Any) -> None:
        self.show(faces=replace(self.state.faces, **changes))

    def show_seats(self, **changes: Any) -> None:
        self.show(seats=replace(self.state.seats, **changes))

    def tell(
        self,
        fact: Fact,
        *,
        follow: Follow = Follow.NONE,
        about: DelegateId | None = None,
        **places: object,
    ) -> None:
        self._told += 1
        self.show(told=Told(number=self._told, fact=fact, places=places, follow=follow, about=about))

    def fail(self, error: Exception, *, follow: Follow = Follow.NONE, about: DelegateId | None = None) -> None:
        """A refusal or trouble becomes a notice of the room; a bug goes on to the window."""
        if not isinstance(error, Refusal | Trouble):
            raise error
        self._told += 1
        self.show(told=Told(number=self._told, error=error, follow=follow, about=about), saving=False)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None] | None = None,
        lane: Lane = Lane.STORE,
    ) -> None:
        self.surroundings.runner.run(work, then=then, otherwise=otherwise or self.fail, lane=lane)


def _nothing() -> None:
    """Nobody waits for a change."""
