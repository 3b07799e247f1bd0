"""Presentations and the floor: the register, its order, and who is at the microphone.

A presentation handed in as text has the same value as one delivered (domain.md 7); both are counted, apart.
A "turn" is anybody at the microphone, with a presentation or with the floor: both are timed in one way.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from congress_desk.domain.agenda import ItemId
from congress_desk.domain.delegates import DelegateId, Gender
from congress_desk.domain.documents import DocumentId
from congress_desk.domain.journal import EventId
from congress_desk.domain.names import tidy_name
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.speech_timer import Timer

SpeechId = NewType("SpeechId", str)
RequestId = NewType("RequestId", str)
TurnId = NewType("TurnId", str)  # a SpeechId or a RequestId

USUAL_MINUTES = 10
FLOOR_MINUTES = 3
LONGEST_MINUTES = 180
MOST_LETTERS = 500


class SpeechState(StrEnum):
    REGISTERED = "registered"
    APPROVED = "approved"
    CALLED = "called"
    SPEAKING = "speaking"
    DELIVERED = "delivered"
    HANDED_IN = "handed_in"  # as text, with the same value
    WITHDRAWN = "withdrawn"


class Draft(StrEnum):
    """Whose draft a presentation speaks to."""

    OWN = "own"
    UPPER = "upper"  # of the upper level, such as the drafts for the national congress


class RequestKind(StrEnum):
    FLOOR = "floor"
    POINT_OF_ORDER = "point_of_order"


class RequestState(StrEnum):
    WAITING = "waiting"
    SPEAKING = "speaking"
    SPOKE = "spoke"
    WITHDRAWN = "withdrawn"


BEFORE_SPEAKING = frozenset({SpeechState.REGISTERED, SpeechState.APPROVED, SpeechState.CALLED})
FINAL = frozenset({SpeechState.DELIVERED, SpeechState.HANDED_IN, SpeechState.WITHDRAWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is registered. delegate: None for a guest, who is named with his delegation (or organization)."""

    topic: str
    delegate: DelegateId | None = None
    speaker: str = ""
    delegation: str = ""
    gender: Gender = Gender.UNKNOWN
    group: str = ""  # of topics
    draft: Draft = Draft.OWN
    document: DocumentId | None = None  # the draft in the library
    item: ItemId | None = None  # the block of presentations in the programme
    minutes: int = USUAL_MINUTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text handed in: the file by its SHA-256, its name as given, and when."""

    sha256: str
    name: str
    size: int
    given_at: dt.datetime
    by_portal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One presentation as the journal has left it. number: its place among those not withdrawn, 0 if it is."""

    id: SpeechId
    entry: Entry
    number: int = 0
    state: SpeechState = SpeechState.REGISTERED
    registered_at: dt.datetime
    by_portal: bool = False
    text: Text | None = None
    timer: Timer
    gist: str = ""

    @property
    def turn(self) -> TurnId:
        return TurnId(self.id)

    @property
    def speaker(self) -> str:
        return self.entry.speaker

    @property
    def delegation(self) -> str:
        return self.entry.delegation

    @property
    def topic(self) -> str:
        return self.entry.topic


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorRequest:
    """A raised hand."""

    id: RequestId
    kind: RequestKind = RequestKind.FLOOR
    delegate: DelegateId | None = None
    speaker: str
    delegation: str = ""
    subject: str = ""
    asked_at: dt.datetime
    state: RequestState = RequestState.WAITING
    timer: Timer
    gist: str = ""

    @property
    def turn(self) -> TurnId:
        return TurnId(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Somebody at the microphone: what a stage shows."""

    id: TurnId
    speaker: str
    delegation: str
    subject: str
    delegate: DelegateId | None
    timer: Timer
    request: RequestKind | None = None  # None: a presentation


@dataclass(frozen=True, slots=True, kw_only=True)
class Speeches:
    """speeches in their order; requests in order of asking. acts: what can be taken back, newest first."""

    speeches: tuple[Speech, ...] = ()
    requests: tuple[FloorRequest, ...] = ()
    acts: tuple[EventId, ...] = ()

    def find(self, speech: SpeechId) -> Speech | None:
        return next((one for one in self.speeches if one.id == speech), None)

    def request(self, request: RequestId) -> FloorRequest | None:
        return next((one for one in self.requests if one.id == request), None)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """All that were begun, in order of their start."""
        everybody: tuple[Speech | FloorRequest, ...] = (*self.speeches, *self.requests)
        begun = [turn_of(one) for one in everybody if one.timer.started]
        return tuple(sorted(begun, key=lambda turn: (str(turn.timer.started), turn.id)))

    @property
    def at_microphone(self) -> Turn | None:
        return next((turn for turn in self.turns if turn.timer.is_open), None)

    @property
    def queue(self) -> tuple[FloorRequest, ...]:
        """Who waits: points of order first, then in order of asking."""
        waiting = [one for one in self.requests if one.state is RequestState.WAITING]
        return tuple(sorted(waiting, key=lambda one: one.kind is not RequestKind.POINT_OF_ORDER))


NO_SPEECHES = Speeches()


def turn_of(one: Speech | FloorRequest) -> Turn:
    if isinstance(one, Speech):
        return Turn(
            id=one.turn,
            speaker=one.speaker,
            delegation=one.delegation,
            subject=one.topic,
            delegate=one.entry.delegate,
            timer=one.timer,
        )
    return Turn(
        id=one.turn,
        speaker=one.speaker,
        delegation=one.delegation,
        subject=one.subject,
        delegate=one.delegate,
        timer=one.timer,
        request=one.kind,
    )


def the_speech(speeches: Speeches, speech: SpeechId) -> Speech:
    """Refusal: NO_SUCH_SPEECH."""
    found = speeches.find(speech)
    if found is None:
        raise Refusal(Reason.NO_SUCH_SPEECH, speech=speech)
    return found


def the_request(speeches: Speeches, request: RequestId) -> FloorRequest:
    """Refusal: NO_SUCH_REQUEST."""
    found = speeches.request(request)
    if found is None:
        raise Refusal(Reason.NO_SUCH_REQUEST, request=request)
    return found


def checked_entry(entry: Entry) -> Entry:
    """Tidy. Refusal: BAD_VALUE (topic, speaker, speech_minutes, topic_group)."""
    topic, speaker, delegation = tidy_name(entry.topic), tidy_name(entry.speaker), tidy_name(entry.delegation)
    group = tidy_name(entry.group)
    if not topic or len(topic) > MOST_LETTERS:
        raise Refusal(Reason.BAD_VALUE, field="topic")
    if not speaker or max(len(speaker), len(delegation)) > MOST_LETTERS:
        raise Refusal(Reason.BAD_VALUE, field="speaker")
    if len(group) > MOST_LETTERS:
        raise Refusal(Reason.BAD_VALUE, field="topic_group")
    if not 1 <= entry.minutes <= LONGEST_MINUTES:
        raise Refusal(Reason.BAD_VALUE, field="speech_minutes")
    return Entry(
        topic=topic,
        delegate=entry.delegate,
        speaker=speaker,
        delegation=delegation,
        gender=entry.gender,
        group=group,
        draft=entry.draft,
        document=entry.document,
        item=entry.item,
        minutes=entry.minutes,
    )
