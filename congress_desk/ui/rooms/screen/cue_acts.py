"""The cues of an item: added, looked at before the session, put in order, taken off the list, chosen as next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from congress_desk.domain.cues import Cue
from congress_desk.domain.stage import Choice, FaceKind
from congress_desk.ui.rooms.screen.state import Fact, ScreenState
from congress_desk.ui.running import Lane
from congress_desk.ui.surroundings import Surroundings

Cues = tuple[Cue, ...]


class Room(Protocol):
    """What the acts ask of the room's presenter."""

    state: ScreenState

    def choose(self, choice: Choice) -> None: ...
    def show(self, **changes: Any) -> None: ...
    def tell(self, fact: Fact, **places: object) -> None: ...
    def fail(self, error: Exception) -> None: ...


class CueActs:
    def __init__(self, room: Room, surroundings: Surroundings) -> None:
        self._room = room
        self._runner = surroundings.runner
        self._service = surroundings.desk.stage.cues

    def choose_item(self, item: str) -> None:
        self._room.show(item=item)
        self._run(lambda: self._service.cues(item), self._on_cues)

    def choose(self, cue: str) -> None:
        """Next."""
        self._room.choose(Choice(kind=FaceKind.CLIP, about=cue))

    def offer_following(self, cue: str) -> None:
        """The one after this becomes next, as a photo report is shown picture by picture."""
        names = [one.id for one in self._room.state.cues]
        place = names.index(cue) + 1 if cue in names else len(names)  # type: ignore[arg-type]
        if place < len(names) and self._room.state.next_choice is None:
            self.choose(names[place])

    def add(self, paths: Sequence[Path]) -> None:
        """Copied in, one after the other; takes as long as it takes, beside everything else."""
        item = self._room.state.item
        for path in paths:
            self._busy(lambda path=path: self._service.add(path, item=item), self._on_added)  # type: ignore[misc]

    def check(self) -> None:
        item = self._room.state.item
        self._busy(lambda: self._service.check_all(item), self._on_checked)

    def look_again(self) -> None:
        """A clip has failed: the list says what is wrong with its file. The note about it stays."""
        item = self._room.state.item
        self._runner.run(
            lambda: self._service.check_all(item), then=self._on_cues, otherwise=self._room.fail, lane=Lane.FREE
        )

    def move(self, cue: str, by: int) -> None:
        names = [one.id for one in self._room.state.cues]
        place = names.index(cue) + by  # type: ignore[arg-type]
        if 0 <= place < len(names):
            self._then_list(lambda: self._service.move(cue, place))

    def remove(self, cue: str) -> None:
        self._then_list(lambda: self._service.remove(cue))

    def _then_list(self, act: Callable[[], None]) -> None:
        item = self._room.state.item

        def done() -> Cues:
            act()
            return self._service.cues(item)

        self._run(done, self._on_cues)

    def _on_added(self, cue: Cue) -> None:
        self._room.show(busy=False)
        self._room.tell(Fact.CUE_ADDED, title=cue.title)
        self.choose_item(self._room.state.item)

    def _on_checked(self, cues: Cues) -> None:
        faulty = sum(not cue.plays for cue in cues)
        self._room.show(busy=False, cues=cues)
        self._room.tell(Fact.CHECKED_FAULTY if faulty else Fact.CHECKED_SOUND, count=faulty or len(cues))

    def _on_cues(self, cues: Cues) -> None:
        self._room.show(cues=cues)

    def _busy(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._room.show(busy=True)
        self._runner.run(work, then=then, otherwise=self._room.fail, lane=Lane.FREE)

    def _run(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._runner.run(work, then=then, otherwise=self._room.fail)
