"""Who is at the microphone: raised hands, the timer of presentations and of the floor."""

from __future__ import annotations

import datetime as dt

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import Kind, new_id
from congress_desk.domain.names import tidy_name
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.speeches import (
    FLOOR_MINUTES,
    LONGEST_MINUTES,
    FloorRequest,
    RequestId,
    RequestKind,
    RequestState,
    Speech,
    Speeches,
    SpeechId,
    SpeechState,
    Turn,
    TurnId,
    the_request,
    the_speech,
    turn_of,
)
from congress_desk.services.floor import Act, Floor, the_delegate
from congress_desk.services.speeches_reading import SpeechesReading
from congress_desk.services.steady_clock import SteadyClock

MAY_BEGIN = frozenset({SpeechState.APPROVED, SpeechState.CALLED})


class TurnsService:
    def __init__(self, floor: Floor, reading: SpeechesReading, clock: SteadyClock) -> None:
        self._floor = floor
        self._reading = reading
        self._clock = clock

    def now(self) -> dt.datetime:
        """The hour to ask a timer with: even while the computer's clock is set."""
        return self._clock.now()

    def at_microphone(self) -> Turn | None:
        """While nobody speaks, the hour is taken anew, so that a corrected clock is right for the next one."""
        with self._floor.reading() as work:
            speaking = self._reading.read(work).at_microphone
        if speaking is None:
            self._clock.begin_anew()
        return speaking

    def queue(self) -> tuple[FloorRequest, ...]:
        """Raised hands: points of order first, then in order of asking."""
        with self._floor.reading() as work:
            return self._reading.read(work).queue

    def ask(
        self,
        *,
        delegate: DelegateId | None = None,
        speaker: str = "",
        delegation: str = "",
        kind: RequestKind = RequestKind.FLOOR,
        subject: str = "",
        minutes: int = FLOOR_MINUTES,
    ) -> FloorRequest:
        """A hand is raised. Refusal: NO_SUCH_DELEGATE, BAD_VALUE (speaker, minutes)."""
        with self._floor.act() as act:
            if delegate is not None:
                sheet = the_delegate(act.work, delegate).sheet
                speaker, delegation = sheet.full_name, sheet.delegation
            if not tidy_name(speaker):
                raise Refusal(Reason.BAD_VALUE, field="speaker")
            if not 1 <= minutes <= LONGEST_MINUTES:
                raise Refusal(Reason.BAD_VALUE, field="speech_minutes")
            identity = RequestId(new_id(act.now))
            body = {
                "request": identity,
                "speaker": tidy_name(speaker),
                "delegation": tidy_name(delegation),
                "kind": kind.value,
                "subject": tidy_name(subject),
                "minutes": minutes,
            }
            act.write(Kind.FLOOR_ASKED, delegate=delegate, body=body)
            return the_request(self._reading.anew(act.work), identity)

    def lower(self, request: RequestId) -> FloorRequest:
        """The hand is taken down. Refusal: NO_SUCH_REQUEST, REQUEST_CLOSED."""
        with self._floor.act() as act:
            found = the_request(self._reading.read(act.work), request)
            if found.state is not RequestState.WAITING:
                raise Refusal(Reason.REQUEST_CLOSED, name=found.speaker)
            act.write(Kind.FLOOR_WITHDRAWN, delegate=found.delegate, body={"request": request})
            return the_request(self._reading.anew(act.work), request)

    def start(self, turn: TurnId) -> Turn:
        """Somebody begins. Refusal: NO_SUCH_SPEECH, SPEECH_WRONG_STATE, REQUEST_CLOSED, SOMEBODY_SPEAKS."""
        with self._floor.act() as act:
            speeches = self._reading.read(act.work)
            speaking = speeches.at_microphone
            if speaking is not None and speaking.id == turn:
                return speaking
            if speaking is not None:
                raise Refusal(Reason.SOMEBODY_SPEAKS, name=speaking.speaker)
            found = _may_begin(speeches, turn)
            self._clock.begin_anew()
            return self._write(act, Kind.TURN_STARTED, turn_of(found))

    def pause(self) -> Turn:
        """Refusal: NOBODY_SPEAKS."""
        return self._of_speaking(Kind.TURN_PAUSED)

    def resume(self) -> Turn:
        """Refusal: NOBODY_SPEAKS."""
        return self._of_speaking(Kind.TURN_RESUMED)

    def end(self) -> Turn:
        """Whoever speaks; a presentation is delivered with it. Refusal: NOBODY_SPEAKS."""
        return self._of_speaking(Kind.TURN_ENDED)

    def extend(self, seconds: int, turn: TurnId | None = None) -> Turn:
        """More time (or less) for whoever speaks, or for a turn that is to come.

        Refusal: NOBODY_SPEAKS, NO_SUCH_SPEECH, BAD_VALUE (over three hours at once).
        """
        if not seconds or abs(seconds) > LONGEST_MINUTES * 60:
            raise Refusal(Reason.BAD_VALUE, field="extension")
        with self._floor.act() as act:
            speeches = self._reading.read(act.work)
            found = turn_of(_the_turn(speeches, turn)) if turn else _speaking(speeches)
            return self._write(act, Kind.TURN_EXTENDED, found, seconds=seconds)

    def _of_speaking(self, kind: Kind) -> Turn:
        with self._floor.act() as act:
            return self._write(act, kind, _speaking(self._reading.anew(act.work)))

    def _write(self, act: Act, kind: Kind, turn: Turn, **more: int) -> Turn:
        body = {"turn": turn.id, "speaker": turn.speaker, **more}
        act.write(kind, at=self._clock.now(), delegate=turn.delegate, body=body)
        return turn_of(_the_turn(self._reading.anew(act.work), turn.id))


def _speaking(speeches: Speeches) -> Turn:
    found = speeches.at_microphone
    if found is None:
        raise Refusal(Reason.NOBODY_SPEAKS)
    return found


def _the_turn(speeches: Speeches, turn: TurnId) -> Speech | FloorRequest:
    return speeches.request(RequestId(turn)) or the_speech(speeches, SpeechId(turn))


def _may_begin(speeches: Speeches, turn: TurnId) -> Speech | FloorRequest:
    found = _the_turn(speeches, turn)
    if isinstance(found, Speech) and found.state not in MAY_BEGIN:
        raise Refusal(Reason.SPEECH_WRONG_STATE, name=found.speaker, state=found.state.value)
    if isinstance(found, FloorRequest) and found.state is not RequestState.WAITING:
        raise Refusal(Reason.REQUEST_CLOSED, name=found.speaker)
    return found
