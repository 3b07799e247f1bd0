"""Consent to face identification: who answered what, to which text, how, before whom, and when.

Whoever has not answered has not agreed. Saying no is an answer like saying yes: it is kept, so that nobody is
asked twice. The answers are folded from the journal; the newest of a person holds, the older ones stay readable.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import Event, EventId, Kind

CHECK_IN = "check_in"
"""The one purpose: to recognise a delegate at the check-in of this congress."""


class Answer(StrEnum):
    AGREED = "agreed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Way(StrEnum):
    """How an answer was given; the values are the words of the command line."""

    PAPER = "paper"  # signed
    WITNESS = "witness"  # spoken before a witness
    DESK = "desk"  # by the delegate at the desk
    NOT_STATED = "not_stated"


ANSWER_OF = {
    Kind.CONSENTED: Answer.AGREED,
    Kind.CONSENT_REFUSED: Answer.REFUSED,
    Kind.CONSENT_WITHDRAWN: Answer.WITHDRAWN,
}
CONSENT_KINDS = tuple(ANSWER_OF)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """How answers were taken. by: who took them; witness: who heard them; language: of the text, "" not stated."""

    text_version: str = ""
    by: str = ""
    way: Way = Way.NOT_STATED
    witness: str = ""
    language: str = ""
    purpose: str = CHECK_IN


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAnswer:
    """One answer of one delegate, as the journal holds it; `event` proves it."""

    delegate: DelegateId
    answer: Answer
    taking: Taking
    at: dt.datetime
    desk: str
    actor: str
    event: EventId


def written(taking: Taking) -> dict[str, str]:
    """For the body of the journal's event."""
    return {name: str(getattr(taking, name)) for name in Taking.__slots__}


def answers_of(events: Iterable[Event]) -> Mapping[DelegateId, tuple[ConsentAnswer, ...]]:
    """Everybody's answers, oldest first, from events of CONSENT_KINDS; acts on many are one event with all ids."""
    found: dict[DelegateId, list[ConsentAnswer]] = {}
    for event in sorted(events, key=lambda e: (e.happened_at, e.desk, e.sequence)):
        for delegate in _people(event):
            found.setdefault(delegate, []).append(_answer(event, delegate))
    return {delegate: tuple(answers) for delegate, answers in found.items()}


def _people(event: Event) -> list[DelegateId]:
    several = event.body.get("delegates")
    if several:
        return [DelegateId(str(one)) for one in several]
    return [event.delegate] if event.delegate is not None else []


def _answer(event: Event, delegate: DelegateId) -> ConsentAnswer:
    """Events of the first version know less; what they do not say is not stated here either."""
    body = event.body
    way = str(body.get("way", ""))
    return ConsentAnswer(
        delegate=delegate,
        answer=ANSWER_OF[event.kind],
        taking=Taking(
            text_version=str(body.get("text_version", "")),
            by=str(body.get("by", "")),
            way=Way(way) if way in tuple(Way) else Way.NOT_STATED,
            witness=str(body.get("witness", "")),
            language=str(body.get("language", "")),
            purpose=str(body.get("purpose", CHECK_IN)),
        ),
        at=event.happened_at,
        desk=event.desk,
        actor=event.actor,
        event=event.id,
    )
