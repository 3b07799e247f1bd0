"""What the agenda room shows: the programme with its times, the presentations, the microphone, the minutes.

No sentences, and no clock: a timer is asked by the view with the hour that the presenter gives.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from zoneinfo import ZoneInfo

from congress_desk.domain.agenda import Agenda, Item, ItemId, Sitting, SittingId
from congress_desk.domain.agenda_plan import AgendaPlan
from congress_desk.domain.agenda_times import NowAndNext, Timed
from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.domain.speech_figures import Balance, SpeechFigures
from congress_desk.domain.speech_rules import SpeechRules
from congress_desk.domain.speeches import FloorRequest, Speech, Speeches, SpeechId, SpeechState, Turn, TurnId
from congress_desk.domain.votes import HandsVote

UTC = ZoneInfo("UTC")


class Page(StrEnum):
    PROGRAMME = "programme"
    SPEECHES = "speeches"
    MINUTES = "minutes"
    FIGURES = "figures"


class Form(StrEnum):
    """What stands in the place of the microphone."""

    NONE = "none"
    ITEM = "item"
    SITTING = "sitting"
    SPEECH = "speech"
    HAND = "hand"
    WITHDRAW = "withdraw"
    PLAN = "plan"  # over the page: what a table or a template would bring


class Fact(StrEnum):
    TAKEN_IN = "taken_in"
    ANNOUNCED = "announced"
    TAKEN_BACK = "taken_back"
    REMOVED = "removed"
    APPROVED = "approved"
    TEXT_GIVEN = "text_given"
    PRINTED = "printed"
    SAVED = "saved"
    GIST_KEPT = "gist_kept"
    RULES = "rules"


class Follow(StrEnum):
    """An act offered beside a notice."""

    NONE = ""
    TAKE_BACK_AGENDA = "take_back_agenda"
    TAKE_BACK_SPEECHES = "take_back_speeches"
    RETRY = "retry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    number: int
    fact: Fact | None = None
    places: Mapping[str, object] = field(default_factory=dict)
    error: Refusal | Trouble | None = None
    follow: Follow = Follow.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the minutes tell: an item that was begun, somebody who spoke, or a vote, which speaks for itself."""

    item: Item | None = None
    turn: Turn | None = None
    vote: HandsVote | None = None
    title: str
    detail: str = ""
    starts: dt.datetime
    ends: dt.datetime | None = None
    gist: str = ""

    @property
    def key(self) -> str:
        if self.item is not None:
            return self.item.id
        return self.turn.id if self.turn is not None else self.vote.id if self.vote is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaState:
    """agenda: None until it was read. item, sitting, speech: those chosen, or whose form is open (None: a new one).

    at: when it was read. plan: what a table would bring, while it is looked at. wrong: the refused field.
    """

    page: Page = Page.PROGRAMME
    form: Form = Form.NONE
    agenda: Agenda | None = None
    times: tuple[Timed, ...] = ()
    now: NowAndNext = field(default_factory=NowAndNext)
    speeches: Speeches = field(default_factory=Speeches)
    figures: SpeechFigures = field(default_factory=SpeechFigures)
    balance: tuple[Balance, ...] = ()
    rules: SpeechRules = field(default_factory=SpeechRules)
    notes: tuple[Note, ...] = ()
    note: str = ""
    people: tuple[Delegate, ...] = ()
    sessions: tuple[Session, ...] = ()
    item: ItemId | None = None
    sitting: SittingId | None = None
    marked: tuple[SpeechId, ...] = ()
    new: bool = False
    plan: AgendaPlan | None = None
    wrong: str = ""
    busy: bool = False
    opens: dt.date | None = None
    told: Told | None = None
    at: dt.datetime | None = None
    zone: ZoneInfo = UTC

    @property
    def chosen_item(self) -> Timed | None:
        return next((timed for timed in self.times if timed.item.id == self.item), None)

    @property
    def chosen_sitting(self) -> Sitting | None:
        if self.agenda is None:
            return None
        timed = self.chosen_item
        return timed.sitting if timed else self.agenda.sitting(self.sitting) if self.sitting else None

    @property
    def speech(self) -> Speech | None:
        return self.speeches.find(self.marked[0]) if len(self.marked) == 1 else None

    @property
    def at_microphone(self) -> Turn | None:
        return self.speeches.at_microphone

    @property
    def may_begin(self) -> tuple[Speech, ...]:
        """Who was called, then who is approved."""
        called = [one for one in self.speeches.speeches if one.state is SpeechState.CALLED]
        return (*called, *(one for one in self.speeches.speeches if one.state is SpeechState.APPROVED))

    @property
    def hands(self) -> tuple[FloorRequest, ...]:
        return self.speeches.queue

    @property
    def chosen_note(self) -> Note | None:
        return next((note for note in self.notes if note.key == self.note), None)

    def turn(self, turn: TurnId) -> Turn | None:
        return next((one for one in self.speeches.turns if one.id == turn), None)
