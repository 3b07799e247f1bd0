"""What is reported of the presentations (domain.md 7 and 9), each figure counted once, here.

Presentations are those delivered and those handed in as text: both have the same value.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeVar

from congress_desk.domain.delegates import Gender
from congress_desk.domain.names import text_sort_key
from congress_desk.domain.speeches import (
    Draft,
    FloorRequest,
    RequestKind,
    RequestState,
    Speech,
    Speeches,
    SpeechState,
)

Key = TypeVar("Key", bound=str)
AT_LEAST = 7  # presentations, in the roll-up of a province
DELIVERED_AT_LEAST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """registered: all in the register, the withdrawn too."""

    registered: int = 0
    delivered: int = 0
    written: int = 0
    withdrawn: int = 0

    @property
    def presentations(self) -> int:
        return self.delivered + self.written


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechFigures:
    """mean_minutes: of those delivered; None before the first. floor: opinions from the floor."""

    counts: Counts = Counts()
    mean_minutes: Fraction | None = None
    by_topic: Mapping[str, Counts] = field(default_factory=dict)  # topic group; "" for none
    by_delegation: Mapping[str, Counts] = field(default_factory=dict)
    by_gender: Mapping[Gender, Counts] = field(default_factory=dict)
    by_draft: Mapping[Draft, Counts] = field(default_factory=dict)
    floor: int = 0
    points_of_order: int = 0
    at_least: int = AT_LEAST
    delivered_at_least: int = DELIVERED_AT_LEAST

    @property
    def reached(self) -> bool:
        return self.counts.presentations >= self.at_least

    @property
    def delivered_reached(self) -> bool:
        return self.counts.delivered >= self.delivered_at_least


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """How often, and for how long, a delegation was at the microphone; waiting: its raised hands."""

    delegation: str
    turns: int = 0
    spoken: dt.timedelta = dt.timedelta(0)
    waiting: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicGroup:
    """A group of the register with its presentations in order; "" for those without a group."""

    name: str
    speeches: tuple[Speech, ...]

    @property
    def count(self) -> int:
        return len(self.speeches)


def figures(
    speeches: Speeches, *, at_least: int = AT_LEAST, delivered_at_least: int = DELIVERED_AT_LEAST
) -> SpeechFigures:
    register = speeches.speeches
    spoke = [one for one in speeches.requests if one.state is RequestState.SPOKE]
    points = sum(one.kind is RequestKind.POINT_OF_ORDER for one in spoke)
    return SpeechFigures(
        counts=counts_of(register),
        mean_minutes=mean_minutes(register),
        by_topic=_in_order(_by(register, lambda speech: speech.entry.group)),
        by_delegation=_in_order(_by(register, lambda speech: speech.delegation)),
        by_gender=_by(register, lambda speech: speech.entry.gender),
        by_draft={draft: counts_of([s for s in register if s.entry.draft is draft]) for draft in Draft},
        floor=len(spoke) - points,
        points_of_order=points,
        at_least=at_least,
        delivered_at_least=delivered_at_least,
    )


def counts_of(speeches: Sequence[Speech]) -> Counts:
    states = [speech.state for speech in speeches]
    return Counts(
        registered=len(states),
        delivered=states.count(SpeechState.DELIVERED),
        written=states.count(SpeechState.HANDED_IN),
        withdrawn=states.count(SpeechState.WITHDRAWN),
    )


def mean_minutes(speeches: Iterable[Speech]) -> Fraction | None:
    """Of those delivered, pauses not counted."""
    spoken = [speech.timer.spoken for speech in speeches if speech.state is SpeechState.DELIVERED]
    if not spoken:
        return None
    whole = sum(spoken, dt.timedelta(0))
    return Fraction(whole // dt.timedelta(microseconds=1), 60_000_000 * len(spoken))


def topic_groups(speeches: Speeches) -> tuple[TopicGroup, ...]:
    """The register by group, groups in the order in which they come; the withdrawn are not in it."""
    standing = [speech for speech in speeches.speeches if speech.state is not SpeechState.WITHDRAWN]
    names = dict.fromkeys(speech.entry.group for speech in standing)
    return tuple(
        TopicGroup(name=name, speeches=tuple(s for s in standing if s.entry.group == name))
        for name in sorted(names, key=lambda name: not name)  # without a group: last
    )


def balance(speeches: Speeches, now: dt.datetime) -> tuple[Balance, ...]:
    """By delegation, those who spoke most first."""
    names = dict.fromkeys([turn.delegation for turn in speeches.turns] + [one.delegation for one in speeches.queue])
    found = [_balance_of(name, speeches, now) for name in names]
    return tuple(sorted(found, key=lambda one: (-one.turns, -one.spoken, text_sort_key(one.delegation))))


def _balance_of(delegation: str, speeches: Speeches, now: dt.datetime) -> Balance:
    turns = [turn for turn in speeches.turns if turn.delegation == delegation]
    waiting: list[FloorRequest] = [one for one in speeches.queue if one.delegation == delegation]
    spoken = sum((turn.timer.elapsed(now) for turn in turns), dt.timedelta(0))
    return Balance(delegation=delegation, turns=len(turns), spoken=spoken, waiting=len(waiting))


def _by(speeches: Iterable[Speech], key: Callable[[Speech], Key]) -> dict[Key, Counts]:
    sorted_out: dict[Key, list[Speech]] = {}
    for speech in speeches:
        sorted_out.setdefault(key(speech), []).append(speech)
    return {name: counts_of(own) for name, own in sorted_out.items()}


def _in_order(found: Mapping[str, Counts]) -> dict[str, Counts]:
    return {name: found[name] for name in sorted(found, key=text_sort_key)}
