"""The camera side of the room: pictures to the view, codes to the desk, faces to one question.

It records nothing by itself, except a sure face where the secretariat has allowed it. A sure face that the operator
confirmed strengthens later sessions; what was recorded by itself, or chosen among several, never does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.identification import Band, Proposal
from congress_desk.domain.journal import EventId, SessionId
from congress_desk.services.checkin import Admission
from congress_desk.services.ports.camera import (
    CameraStopped,
    CodeSeen,
    FaceSeen,
    LiveCamera,
    LiveReport,
    NobodySeen,
    PictureSeen,
)
from congress_desk.services.ports.faces import Template
from congress_desk.ui.rooms.checkin.identifying import Track, Watch, hint_for
from congress_desk.ui.rooms.checkin.reading import people_proposed
from congress_desk.ui.rooms.checkin.state import Answer, CheckInState, Hint, Live, Person, Stand
from congress_desk.ui.running import Lane
from congress_desk.ui.surroundings import Surroundings

CAMERA_REPEAT_SECONDS = 5.0
FACE_STANDS = (Stand.FACE_SURE, Stand.FACE_UNSURE, Stand.FACE_UNKNOWN)


Found = tuple[Proposal, tuple[Person, ...], str]  # and the hash of the model in use


class Sight(Protocol):
    def show_picture(self, picture: PictureSeen) -> None: ...


class Desk(Protocol):
    """What the camera side asks of the room's presenter."""

    @property
    def state(self) -> CheckInState: ...
    @property
    def view(self) -> Sight: ...
    @property
    def accepts_faces(self) -> bool: ...
    def change(self, **changes: Any) -> None: ...
    def show_answer(self, answer: Answer) -> None: ...
    def check_in(self, act: Callable[[SessionId, EventId], Admission]) -> EventId: ...
    def on_code(self, text: str, *, repeat_seconds: float) -> None: ...
    def is_occupied(self) -> bool: ...
    def was_just_answered(self, delegate: DelegateId) -> bool: ...
    def tell_failure(self, error: Exception) -> None: ...


class Facing:
    def __init__(self, room: Desk, surroundings: Surroundings, clock: Callable[[], float]) -> None:
        self._room = room
        self._around = surroundings
        self._camera: LiveCamera | None = None
        self._watch = Watch(clock, lambda: surroundings.settings.current.turn_head)
        self._asked: Track | None = None
        self._model: str | None = None  # the camera's; None until it was asked for
        self._tell = surroundings.carry(self.on_report)

    def start(self) -> None:
        settings = self._around.settings.current
        self._show(Live(faces=settings.faces_on))
        self._camera = self._around.make_camera()
        self._camera.start(settings.camera, self._tell, faces=settings.faces_on)
        self._model = None
        self._around.runner.run(self._around.desk.face_models.chosen, then=self._on_model)

    def stop(self) -> None:
        """Ends the camera's process; waiting for it is not the screen's work."""
        camera, self._camera = self._camera, None
        self._watch.forget()
        if camera is not None:
            self._around.runner.run(camera.stop, then=_nothing, lane=Lane.FREE)

    def close(self) -> None:
        """The window closes: wait for the process to end."""
        camera, self._camera = self._camera, None
        if camera is not None:
            camera.stop()

    def switch(self) -> None:
        """Face search on or off; cards are read all the same."""
        on = not self._room.state.live.faces
        self._watch.forget()
        if self._camera is not None:
            self._camera.watch_faces(on)
        self._show(replace(self._room.state.live, faces=on, box=None, hint=Hint.NONE, flaw=None))
        if not on:
            self._take_back()
        self._around.settings.change(faces_on=on)

    def settle(self) -> None:
        """Somebody was answered: the face that is still there is not asked about again."""
        self._watch.settle()

    def confirm(self, person: Person) -> None:
        """The operator says that the sure face is this person's."""
        templates = [] if self._asked is None else [template.tolist() for template in self._asked.templates]
        arrival = self._check_in(person, (person,))
        strengthen = partial(self._around.desk.faces.strengthen, arrival, templates)
        self._around.runner.run(strengthen, then=_nothing)

    def choose(self, person: Person, shown: tuple[Person, ...]) -> None:
        """The operator knows him among those shown."""
        self._check_in(person, shown)

    def on_report(self, report: LiveReport) -> None:
        """From the camera's process, already on the screen's thread."""
        if self._camera is None:
            return
        if isinstance(report, PictureSeen):
            self._on_picture(report)
        elif isinstance(report, CodeSeen):
            self._room.on_code(report.text, repeat_seconds=CAMERA_REPEAT_SECONDS)
        elif isinstance(report, FaceSeen):
            self._on_face(report)
        elif isinstance(report, NobodySeen):
            self._on_nobody()
        else:
            self._on_stopped(report)

    def _on_picture(self, picture: PictureSeen) -> None:
        live = self._room.state.live
        if not live.on or live.problem is not None:
            self._show(replace(live, on=True, problem=None))
        self._room.view.show_picture(picture)

    def _on_stopped(self, report: CameraStopped) -> None:
        self._watch.forget()
        self._show(Live(faces=self._room.state.live.faces, problem=report.problem))

    def _on_face(self, face: FaceSeen) -> None:
        if not self._room.state.live.faces:
            return
        if self._watch.see(face):
            self._take_back()
        hint = hint_for(face, self._watch)
        if self._room.state.answer.stand is Stand.FACE_UNKNOWN and hint is Hint.NONE and not face.flaws:
            hint = Hint.CARD_PLEASE
        asks_more = face.others or hint is Hint.TURN_HEAD
        flaw = face.flaws[0] if face.flaws and not asks_more else None
        live = self._room.state.live
        self._show(replace(live, box=face.box, frame_size=face.frame_size, hint=hint, flaw=flaw))
        if not face.others:
            self._propose()

    def _on_nobody(self) -> None:
        live = self._room.state.live
        if live.box is not None or live.hint is not Hint.NONE:
            self._show(replace(live, box=None, hint=Hint.NONE, flaw=None))
        if self._watch.is_gone():
            self._watch.forget()
            self._take_back()

    def _propose(self) -> None:
        track = None if self._room.is_occupied() else self._watch.wants_proposal()
        if track is None:
            return
        track.asked = True
        templates = list(track.templates)
        self._around.runner.run(
            partial(self._worked_out, templates),
            then=partial(self._on_proposed, track),
            otherwise=partial(self._on_failed, track),
        )

    def _worked_out(self, templates: list[Template]) -> Found:
        """On the store lane: who it may be, with their photos, and by which model."""
        desk = self._around.desk
        proposal = desk.faces.propose([template.tolist() for template in templates])
        return proposal, people_proposed(desk, proposal.candidates), desk.face_models.chosen()

    def _on_model(self, model: str) -> None:
        self._model = model

    def _on_proposed(self, track: Track, found: Found) -> None:
        proposal, people, model = found
        track.asked = False
        if self._model is not None and model != self._model:
            self._begin_anew()
            return
        if self._watch.track is not track or track.settled or self._room.is_occupied():
            return
        if not self._watch.is_final(proposal):
            return
        track.settled = True
        if people and self._room.was_just_answered(people[0].delegate.id):
            return
        self._asked = track
        self._ask(proposal.band, people)

    def _on_failed(self, track: Track, error: Exception) -> None:
        """The key of the templates is not here, for one: say so once, and let cards and names go on."""
        track.settled = True
        self._room.tell_failure(error)

    def _ask(self, band: Band, people: tuple[Person, ...]) -> None:
        if band is Band.GREEN:
            self._room.show_answer(Answer(stand=Stand.FACE_SURE, person=people[0]))
            if self._room.accepts_faces:
                self._check_in(people[0], people, by_itself=True)
        elif band is Band.YELLOW:
            self._room.show_answer(Answer(stand=Stand.FACE_UNSURE, choices=people))
        else:
            self._room.show_answer(Answer(stand=Stand.FACE_UNKNOWN))

    def _check_in(self, person: Person, shown: tuple[Person, ...], *, by_itself: bool = False) -> EventId:
        by_face = self._around.desk.check_in.by_face
        scores = [one.score for one in shown if one.score is not None]
        return self._room.check_in(
            lambda session, event: by_face(
                person.delegate.id, session, scores=scores, by_itself=by_itself, event=event
            )
        )

    def _begin_anew(self) -> None:
        """Another desk has chosen another model: the camera's templates say nothing any more."""
        if self._camera is not None:
            self.stop()
            self.start()

    def _take_back(self) -> None:
        """The person asked about has gone: the question goes with him."""
        if self._room.state.answer.stand in FACE_STANDS:
            self._room.show_answer(Answer())

    def _show(self, live: Live) -> None:
        self._room.change(live=live)


def _nothing(_value: object) -> None:
    """The work's result is of no interest."""
