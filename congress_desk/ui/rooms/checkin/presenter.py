"""What happens at the registration desk: a card, a name or a face comes, one answer goes to the screen.

Every act is made with its own event id before it is sent, so that trying again after a trouble records it once.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from congress_desk.domain.attendance import Excuse, Presence, Session
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import Event, EventId, SessionId, new_id
from congress_desk.domain.refusals import Reason
from congress_desk.services.checkin import Admission
from congress_desk.services.ports.camera import PictureSeen
from congress_desk.ui.rooms.checkin import reading
from congress_desk.ui.rooms.checkin.facing import Facing
from congress_desk.ui.rooms.checkin.reading import Hall
from congress_desk.ui.rooms.checkin.repeats import Repeats
from congress_desk.ui.rooms.checkin.state import Answer, CheckInState, FoundPerson, Line, Stand
from congress_desk.ui.rooms.checkin.words import sound_of
from congress_desk.ui.surroundings import Surroundings

SCANNER_REPEAT_SECONDS = 2.5
JUST_ANSWERED_SECONDS = 12.0
NONE_OF_THESE = 0


class View(Protocol):
    def show_state(self, state: CheckInState) -> None: ...
    def show_picture(self, picture: PictureSeen) -> None: ...


class CheckInPresenter:
    def __init__(self, surroundings: Surroundings, clock: Callable[[], float] = time.monotonic) -> None:
        self.state = CheckInState()
        self.view: View = _NoView()
        self.accepts_faces = False
        self._around = surroundings
        self._desk = surroundings.desk
        self._clock = clock
        self._chosen: SessionId | None = None
        self._repeats = Repeats(clock)
        self._answered: tuple[DelegateId | None, float] = (None, 0.0)
        self._wanted, self._enter_waits = "", False
        self._reading, self._stale = False, False
        self._facing = Facing(self, surroundings, clock)
        self._stop_listening = surroundings.listen(self._on_event)

    def attach(self, view: View) -> None:
        self.view = view
        view.show_state(self.state)

    def enter(self) -> None:
        self._refresh()
        self._facing.start()

    def leave(self) -> None:
        self._facing.stop()

    def close(self) -> None:
        self._stop_listening()
        self._facing.close()

    def plan_sessions(self) -> None:
        self._around.go("settings")

    def choose_session(self, session: SessionId) -> None:
        self._chosen = session
        self.change(answer=Answer())
        self._refresh()

    def switch_faces(self) -> None:
        self._facing.switch()

    def on_code(self, text: str, *, repeat_seconds: float = SCANNER_REPEAT_SECONDS) -> None:
        """A scanner typed it or the camera saw it; the same one again at once is the same reading."""
        if not self._repeats.is_repeat(text, repeat_seconds):
            self._check_in_by_code(text)

    def enter_typed(self, text: str) -> None:
        """Enter in the search field: a number is a card, a name picks who is marked in the list."""
        typed = text.strip()
        if typed.replace(" ", "").replace("-", "").isdigit():
            self._end_search()
            self._check_in_by_code(typed)
        elif typed and typed == self.state.wanted and self.state.found:
            self.pick(self.state.found[self.state.picked].delegate)
        else:
            self._enter_waits = bool(typed) and typed != self.state.wanted

    def search(self, words: str) -> None:
        session = self.state.session
        if not words or session is None:
            self._end_search()
            return
        self._wanted = words
        find = partial(reading.find_people, self._desk, words, session.id)
        self._around.runner.run(find, then=partial(self._on_found, words))

    def move(self, step: int) -> None:
        """Up or down among the found."""
        if self.state.found:
            self.change(picked=(self.state.picked + step) % len(self.state.found))

    def pick(self, delegate: Delegate) -> None:
        """Ask whether it is this person."""
        session = self.state.session
        if session is not None:
            self._end_search()
            self._run(partial(reading.question, self._desk, delegate, session.id))

    def take_key(self, key: str) -> bool:
        """One key pressed by a person: True if it answered the question that stands."""
        stand = self.state.answer.stand
        if key in ("\r", " ") and stand in (Stand.CONFIRM, Stand.FACE_SURE):
            self.confirm()
        elif (key == "\x1b" and stand.asks) or (key == "0" and stand is Stand.FACE_SURE):
            self.decline()
        elif key in ("0", "1", "2", "3") and stand in (Stand.FACE_UNSURE, Stand.CHOOSE):
            self.choose(int(key))
        else:
            return False
        return True

    def confirm(self) -> None:
        """Yes, it is this person."""
        answer = self.state.answer
        if answer.person is None:
            return
        if answer.stand is Stand.CONFIRM and answer.presence is Presence.PRESENT:
            self.record_exit()
        elif answer.stand is Stand.CONFIRM:
            self._check_in_by_name(answer.person.delegate)
        elif answer.stand is Stand.FACE_SURE:
            self._facing.confirm(answer.person)

    def choose(self, number: int) -> None:
        """1 to 3 of the people shown, 0 for none of these."""
        answer = self.state.answer
        if number == NONE_OF_THESE:
            self.decline()
        elif number <= len(answer.choices):
            person = answer.choices[number - 1]
            if answer.stand is Stand.FACE_UNSURE:
                self._facing.choose(person, answer.choices)
            else:
                self._check_in_by_name(person.delegate)

    def decline(self) -> None:
        """No, or none of these: card or name, please."""
        by_face = self.state.answer.stand in (Stand.FACE_SURE, Stand.FACE_UNSURE)
        self._facing.settle()
        self.show_answer(Answer(stand=Stand.FACE_UNKNOWN) if by_face else Answer())

    def undo(self) -> None:
        event = self.state.answer.event
        if event is not None:
            self._note(Stand.UNDONE, partial(self._desk.check_in.undo, event))

    def record_exit(self) -> None:
        answer, session = self.state.answer, self.state.session
        here = answer.reason is Reason.ALREADY_PRESENT or answer.presence is Presence.PRESENT
        if here and answer.person is not None and session is not None:
            who, event = answer.person.delegate.id, new_event()
            self._note(Stand.LEFT, partial(self._desk.check_in.leave, who, session.id, event=event))

    def excuse(self, excuse: Excuse) -> None:
        person, session = self.state.answer.person, self.state.session
        if person is not None and session is not None:
            act = partial(self._desk.check_in.excuse, person.delegate.id, session.id, excuse, event=new_event())
            self._note(Stand.EXCUSED, act)

    def show_line(self, line: Line) -> None:
        """One of the last ten large again, to be undone perhaps."""
        self._run(partial(reading.line_as_answer, self._desk, line), self._on_line)

    def check_in(self, act: Callable[[SessionId, EventId], Admission]) -> EventId:
        """Do it and show its answer. The id that the arrival has, if there is one."""
        session, event = self.state.session, new_event()
        if session is not None:
            self._facing.settle()
            self._run(partial(self._decided, act, session, event))
        return event

    def is_occupied(self) -> bool:
        """The operator is searching or answering: no face may come between."""
        return bool(self.state.wanted) or self.state.answer.stand.asks or self.state.session is None

    def was_just_answered(self, delegate: DelegateId) -> bool:
        who, at = self._answered
        return who == delegate and self._clock() - at < JUST_ANSWERED_SECONDS

    def show_answer(self, answer: Answer) -> None:
        self.change(answer=answer)
        if sound := sound_of(answer):
            self._around.play(sound)

    def tell_failure(self, error: Exception) -> None:
        def fail() -> None:
            raise error

        self._around.runner.run(fail, then=lambda _: None)

    def change(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.view.show_state(self.state)

    def _check_in_by_code(self, text: str) -> None:
        self.check_in(lambda session, event: self._desk.check_in.by_code(text, session, event=event))

    def _check_in_by_name(self, delegate: Delegate) -> None:
        self.check_in(lambda session, event: self._desk.check_in.by_name(delegate.id, session, event=event))

    def _decided(self, act: Callable[[SessionId, EventId], Admission], session: Session, event: EventId) -> Answer:
        """On the store lane."""
        return reading.answered(self._desk, act(session.id, event), session)

    def _note(self, stand: Stand, act: Callable[[], Event]) -> None:
        self._run(lambda: reading.noted(self._desk, act(), stand))

    def _run(self, work: Callable[[], Answer], then: Callable[[Answer], None] | None = None) -> None:
        self._around.runner.run(work, then=then or self._on_answer)

    def _on_answer(self, answer: Answer) -> None:
        if answer.person is not None and not answer.stand.asks:
            self._answered = (answer.person.delegate.id, self._clock())
        self.show_answer(answer)

    def _on_line(self, answer: Answer) -> None:
        self.change(answer=answer)

    def _on_found(self, words: str, found: tuple[FoundPerson, ...]) -> None:
        if words != self._wanted:
            return
        self.change(wanted=words, found=found, picked=0)
        if self._enter_waits and found:
            self.pick(found[0].delegate)
        self._enter_waits = False

    def _end_search(self) -> None:
        self._wanted = ""
        self._enter_waits = False
        self.change(wanted="", found=(), picked=0)

    def _on_event(self, _event: Event) -> None:
        self._refresh()

    def _refresh(self) -> None:
        """Read the figures again; many events in a row cost one reading."""
        self._stale = True
        if not self._reading:
            self._reading, self._stale = True, False
            self._around.runner.run(
                partial(reading.read_hall, self._desk, self._chosen), then=self._on_hall, otherwise=self._on_no_hall
            )

    def _on_hall(self, hall: Hall) -> None:
        self.accepts_faces = hall.accept_faces
        self.change(
            sessions=hall.sessions, session=hall.session, status=hall.status, latest=hall.latest, zone=hall.zone
        )
        self._end_reading()

    def _on_no_hall(self, error: Exception) -> None:
        self._end_reading()
        self.tell_failure(error)

    def _end_reading(self) -> None:
        self._reading = False
        if self._stale:
            self._refresh()


def new_event() -> EventId:
    return EventId(new_id(dt.datetime.now(dt.UTC)))


class _NoView:
    """Before the first view is attached."""

    def show_state(self, state: CheckInState) -> None:
        """Nobody looks yet."""

    def show_picture(self, picture: PictureSeen) -> None:
        """Nobody looks yet."""
