"""The room of the second screen decides here: what is next, what goes on air, and that the wall is never wrong.

Black is shown at once and written down afterwards; everything else is on air when it is in the journal. The wall
is read again at every act of any room and once a second, so that other desks' arrivals are seen too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.domain.stage import BlackFace, Choice, ClipFace, Face, FaceKind, StageSettings
from congress_desk.services.stage import OnAir
from congress_desk.ui.rooms.screen.cue_acts import CueActs
from congress_desk.ui.rooms.screen.reading import Around, picture_of, read_around, shown_of
from congress_desk.ui.rooms.screen.state import CLOSED, DisplayShown, Fact, ScreenState, Told
from congress_desk.ui.running import Lane
from congress_desk.ui.surroundings import Surroundings

AirRead = tuple[OnAir, bytes | None]


class ScreenPresenter:
    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._stage = surroundings.desk.stage
        self._view: Any = None
        self._told = 0
        self._ticket = 0
        self._reading, self._stale = False, False
        self.state = ScreenState(zone=surroundings.desk.congress.zone())
        self.output = surroundings.make_stage()
        self.output.told, self.output.beat, self.output.on_film = self._on_told, self.refresh, self._on_film
        self.cues = CueActs(self, surroundings)
        self._stop_listening = surroundings.listen(self.refresh)

    @property
    def folder(self) -> Path:
        return self._surroundings.folder

    def now(self) -> dt.datetime:
        """The hour to ask timers with."""
        return self._surroundings.desk.programme.turns.now()

    def attach(self, view: Any) -> None:
        self._view = view
        view.show_state(self.state)

    def wake(self) -> None:
        """The program begins: the wall comes back where it was."""
        display = self._surroundings.settings.current.stage_display
        if display != CLOSED:
            self._open(display)
        self.refresh()

    def enter(self) -> None:
        self._show(displays=self._displays(), display=self._surroundings.settings.current.stage_display)
        self.refresh()
        stage, documents = self._stage, self._surroundings.desk.library.documents
        self._run(lambda: read_around(stage, documents, self.state.item), self._on_around)

    def leave(self) -> None:
        """The wall goes on."""

    def close(self) -> None:
        self._stop_listening()
        self.output.close()

    def refresh(self, _event: Any = None) -> None:
        """Read what is on air; many events in a row cost one reading."""
        self._stale = True
        if not self._reading:
            self._reading, self._stale = True, False
            self._run(self._read_air, self._on_air, self._on_unread)

    def choose(self, choice: Choice) -> None:
        """Next: seen by the operator only."""
        self._ticket += 1
        ticket, stage = self._ticket, self._stage

        def made() -> tuple[Face, bytes | None]:
            face = stage.face_of(choice)
            return face, picture_of(stage, face)

        self._show(next_choice=choice)
        self._run(made, lambda m: self._on_next(ticket, choice, *m), self._fail)

    def take(self) -> None:
        """What is next goes on air."""
        choice = self.state.next_choice
        if choice is None:
            return
        self._show(next_choice=None, next=None)
        self._run(lambda: self._stage.take(choice), lambda _done: self._on_taken(choice), self._fail)

    def toggle_black(self) -> None:
        """From every room: black at once, and the same key again brings back what was there."""
        black = not self.state.black
        if black:
            self.output.show(self._shown(BlackFace(), None))
        self._show(black=black)
        self._run(lambda: self._stage.black(black), lambda _done: self.refresh(), self._fail)

    def play_again(self) -> None:
        """The clip on air from its beginning."""
        if self.state.air is not None and isinstance(self.state.air.face, ClipFace):
            self._play(self.state.air.face)

    def change_settings(self, **changes: Any) -> None:
        wanted: StageSettings = replace(self.state.settings, **changes)
        if wanted != self.state.settings:
            self._run(lambda: self._stage.change(wanted), lambda _done: self.refresh(), self._fail)

    def choose_display(self, display: str) -> None:
        self._surroundings.settings.change(stage_display=display)
        self._show(display=display)
        if display == CLOSED:
            self.output.put_away()
        else:
            self._open(display)

    def make_wall_link(self) -> None:
        """For a computer that runs a wall of its own: an address with a token, shown once."""
        library = self._surroundings.desk.library
        self._run(
            lambda: f"{library.settings.base()}/q/{library.links.for_stage().token}",
            lambda address: self.tell(Fact.LINK_MADE, address=address),
            self._fail,
        )

    def tell(self, fact: Fact, **places: object) -> None:
        self._told += 1
        self._show(told=Told(number=self._told, fact=fact, places=places))

    def fail(self, error: Exception) -> None:
        self._fail(error)

    def show(self, **changes: Any) -> None:
        self._show(**changes)

    def _open(self, display: str) -> None:
        if not self.output.open(display):
            self.tell(Fact.DISPLAY_GONE)

    def _displays(self) -> tuple[DisplayShown, ...]:
        return tuple(DisplayShown(name=d.name, width=d.width, height=d.height) for d in self.output.displays())

    def _read_air(self) -> AirRead:
        air = self._stage.on_air()
        return air, picture_of(self._stage, air.face)

    def _on_air(self, read: AirRead) -> None:
        self._reading = False
        air, picture = read
        shown = shown_of(air, air.face, picture)
        kind = air.fold.choice.kind
        if (shown, air.fold.settings, air.fold.black) != (self.state.air, self.state.settings, self.state.black):
            self.output.show(shown)
            self._show(air=shown, air_kind=kind, black=air.fold.black, settings=air.fold.settings, zone=air.zone)
        if self._stale:
            self.refresh()

    def _on_unread(self, error: Exception) -> None:
        """The hall keeps what it sees; the operator is told."""
        self._reading = False
        self._fail(error)

    def _on_next(self, ticket: int, choice: Choice, face: Face, picture: bytes | None) -> None:
        if ticket == self._ticket and self.state.next_choice == choice:
            self._show(next=self._shown(face, picture))

    def _on_taken(self, choice: Choice) -> None:
        self._run(self._read_air, lambda read: self._on_taken_read(choice, read), self._on_unread)

    def _on_taken_read(self, choice: Choice, read: AirRead) -> None:
        self._on_air(read)
        face = read[0].under
        if isinstance(face, ClipFace) and choice.kind is FaceKind.CLIP:
            self._play(face)
            self.cues.offer_following(choice.about)

    def _play(self, face: ClipFace) -> None:
        if not face.moving:
            return
        if not face.playable:
            self.tell(Fact.CLIP_FAILED, title=face.title)
            return
        cue = next((cue for cue in self.state.cues if cue.id == face.cue), None)
        length = round(cue.looked.seconds * 1000) if cue else 0
        self.output.play(face.cue, self._stage.cues.path_of(face.file), length)

    def _shown(self, face: Face, picture: bytes | None) -> Any:
        base = self.state.air
        return replace(base, face=face, picture=picture) if base is not None else shown_of(None, face, picture)

    def _on_around(self, around: Around) -> None:
        self._show(
            documents=around.documents,
            results=around.results,
            items=around.items,
            item=around.item,
            cues=around.cues,
        )

    def _on_told(self, what: str) -> None:
        facts = {
            "failed": Fact.CLIP_FAILED,
            "ended": Fact.CLIP_ENDED,
            "gone": Fact.DISPLAY_GONE,
            "closed": Fact.WINDOW_CLOSED,
        }
        title = self.state.air.face.title if self.state.cue_on_air and self.state.air else ""  # type: ignore[union-attr]
        if what == "closed":
            self._surroundings.settings.change(stage_display=CLOSED)
            self._show(display=CLOSED)
        self.tell(facts[what], title=title)
        if what == "failed":
            self.cues.look_again()

    def _on_film(self, picture: Any) -> None:
        if self._view is not None and hasattr(self._view, "show_film"):
            self._view.show_film(picture)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Trouble):
            raise error
        self._told += 1
        self._show(busy=False, told=Told(number=self._told, error=error))

    def _show(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        if self._view is not None:
            self._view.show_state(self.state)

    def _run(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        self._surroundings.runner.run(work, then=then, otherwise=otherwise, lane=Lane.STORE)
