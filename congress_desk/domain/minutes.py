"""The minutes of the congress, item by item: who spoke from when to when, what was handed in, how the votes went.

Nothing is typed twice: times come from the acts, and the secretariat adds the gist of an item or of a speaker.
Votes come from whoever folds them (voting), as MinutesVote.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.agenda import Agenda, ItemId, ItemState
from congress_desk.domain.agenda_times import Timed, timeline
from congress_desk.domain.records import Heading
from congress_desk.domain.speech_figures import SpeechFigures, figures
from congress_desk.domain.speeches import FloorRequest, RequestKind, Speech, Speeches, SpeechState


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesVote:
    """One vote as the minutes give it. base: the number that the result is counted on. item: where it belongs,
    if that is known; else it stands with what was on at the moment."""

    at: dt.datetime
    subject: str
    base: int
    present: int
    agree: int
    disagree: int
    other: int
    adopted: bool
    item: ItemId | None = None
    presider: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesTurn:
    """Somebody at the microphone. spoken: without pauses. request: from the floor; None for a presentation."""

    speaker: str
    delegation: str
    subject: str
    started: dt.datetime
    ended: dt.datetime | None
    spoken: dt.timedelta
    request: RequestKind | None = None
    gist: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesEntry:
    """timed: None for what happened while no item was on."""

    timed: Timed | None
    turns: tuple[MinutesTurn, ...] = ()
    votes: tuple[MinutesVote, ...] = ()

    @property
    def gist(self) -> str:
        return self.timed.item.gist if self.timed else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesRecord:
    """entries: items in order of the programme that were begun, then what belongs to none.

    passed_over: items of the programme that were not begun. handed_in: presentations given as text.
    """

    heading: Heading
    entries: tuple[MinutesEntry, ...]
    passed_over: tuple[Timed, ...] = ()
    handed_in: tuple[Speech, ...] = ()
    figures: SpeechFigures
    opened: dt.datetime | None = None
    closed: dt.datetime | None = None


def minutes_of(
    heading: Heading, agenda: Agenda, speeches: Speeches, votes: Sequence[MinutesVote], now: dt.datetime
) -> MinutesRecord:
    zone = heading.printed_at.tzinfo
    times = timeline(agenda, now)
    begun = [timed for timed in times if timed.item.started]
    turns = [(_place(begun, turn.started, None), turn) for turn in _turns(speeches, now.astimezone(zone))]
    places = [(_place(begun, vote.at, vote.item), vote) for vote in votes]
    entries = [
        MinutesEntry(
            timed=timed,
            turns=tuple(turn for place, turn in turns if place is timed),
            votes=tuple(vote for place, vote in places if place is timed),
        )
        for timed in (*begun, None)
    ]
    starts = [timed.item.started for timed in begun if timed.item.started]
    return MinutesRecord(
        heading=heading,
        entries=tuple(entry for entry in entries if entry.timed or entry.turns or entry.votes),
        passed_over=tuple(timed for timed in times if timed.state is ItemState.PASSED_OVER),
        handed_in=tuple(s for s in speeches.speeches if s.state is SpeechState.HANDED_IN),
        figures=figures(speeches),
        opened=min(starts, default=None),
        closed=max((timed.ends for timed in begun), default=None),
    )


def _place(begun: Sequence[Timed], moment: dt.datetime, item: ItemId | None) -> Timed | None:
    """The item named, or that was on at the moment."""
    named = next((timed for timed in begun if timed.item.id == item), None)
    return named or next((timed for timed in reversed(begun) if timed.starts <= moment <= timed.ends), None)


def _turns(speeches: Speeches, now: dt.datetime) -> list[MinutesTurn]:
    found = []
    everybody: tuple[Speech | FloorRequest, ...] = (*speeches.speeches, *speeches.requests)
    for one in everybody:
        if one.timer.started is not None:
            found.append(_turn(one, one.timer.started.astimezone(now.tzinfo), now))
    return sorted(found, key=lambda turn: turn.started)


def _turn(one: Speech | FloorRequest, started: dt.datetime, now: dt.datetime) -> MinutesTurn:
    return MinutesTurn(
        speaker=one.speaker,
        delegation=one.delegation,
        subject=one.subject if isinstance(one, FloorRequest) else one.topic,
        started=started,
        ended=one.timer.ended.astimezone(now.tzinfo) if one.timer.ended else None,
        spoken=one.timer.elapsed(now),
        request=one.kind if isinstance(one, FloorRequest) else None,
        gist=one.gist,
    )
