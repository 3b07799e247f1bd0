"""Votes by show of hands (domain.md 5): what was put, what was counted, by whom, and of what base.

A vote is written once with its base and its result. A miscount is voided with a reason and recorded anew.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NewType

from congress_desk.domain.journal import Event, Kind, SessionId
from congress_desk.domain.majority import Base, Formula, base_from, parse_formula, written_base
from congress_desk.domain.names import tidy_name
from congress_desk.domain.refusals import Reason, Refusal

VoteId = NewType("VoteId", str)

HANDS_KINDS = (Kind.HANDS_COUNTED, Kind.HANDS_VOIDED)


class ItemKind(StrEnum):
    """What is voted on (domain.md 5)."""

    ORGAN = "organ"  # list of an organ: presidium, secretariat, committees
    NUMBER = "number"
    PROGRAMME = "programme"
    RULES = "rules"
    CREDENTIALS = "credentials"
    REPORT = "report"
    TARGET = "target"
    RESOLUTION = "resolution"
    OTHER = "other"


class HandMethod(StrEnum):
    HANDS = "hands"
    PARTY_CARD = "party_card"  # raised in the right hand, red face forward
    DELEGATE_CARD = "delegate_card"


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneCount:
    """What one teller counted in one zone; a single total has neither."""

    agree: int = 0
    disagree: int = 0
    other: int = 0
    zone: str = ""
    teller: str = ""

    @property
    def all(self) -> int:
        return self.agree + self.disagree + self.other


@dataclass(frozen=True, slots=True, kw_only=True)
class HandsVote:
    """number: among all votes of the congress, in order of recording. present: checked in at that moment."""

    id: VoteId
    number: int
    item: str
    kind: ItemKind
    session: SessionId | None
    presider: str
    method: HandMethod
    at: dt.datetime
    base: Base
    present: int
    zones: tuple[ZoneCount, ...]
    formula: Formula
    passed: bool
    reason: str = ""  # why the figures do not fit those present
    note: str = ""
    voided: str = ""  # the reason, where it was voided

    @property
    def agree(self) -> int:
        return sum(zone.agree for zone in self.zones)

    @property
    def disagree(self) -> int:
        return sum(zone.disagree for zone in self.zones)

    @property
    def other(self) -> int:
        return sum(zone.other for zone in self.zones)

    @property
    def counted(self) -> int:
        return self.agree + self.disagree + self.other

    @property
    def unanimous(self) -> bool:
        return self.agree > 0 and self.agree == self.counted == self.present


def check_counts(zones: Sequence[ZoneCount], present: int, reason: str) -> None:
    """Refusal: BAD_VALUE for figures below nought, FIGURES_DO_NOT_FIT where none says why they differ."""
    if not zones or any(figure < 0 for z in zones for figure in (z.agree, z.disagree, z.other)):
        raise Refusal(Reason.BAD_VALUE, field="votes_counted")
    counted = sum(zone.all for zone in zones)
    if counted != present and not reason.strip():
        raise Refusal(Reason.FIGURES_DO_NOT_FIT, counted=counted, present=present)


def written_vote(vote: HandsVote) -> dict[str, Any]:
    """The event's body; number, session and time stand elsewhere in the journal."""
    return {
        "item": vote.item,
        "kind": vote.kind.value,
        "presider": vote.presider,
        "method": vote.method.value,
        "base": written_base(vote.base),
        "present": vote.present,
        "zones": [
            {"agree": z.agree, "disagree": z.disagree, "other": z.other, "zone": z.zone, "teller": z.teller}
            for z in vote.zones
        ],
        "formula": str(vote.formula),
        "passed": vote.passed,
        "reason": vote.reason,
        "note": vote.note,
    }


def fold_votes(events: Iterable[Event]) -> tuple[HandsVote, ...]:
    """All votes in order of recording, the voided ones among them."""
    known = {e.id: e for e in events}.values()
    why = {e.about: str(e.body.get("reason", "")) for e in known if e.kind is Kind.HANDS_VOIDED}
    counted = [e for e in known if e.kind is Kind.HANDS_COUNTED]
    votes = (vote_from(event, number) for number, event in enumerate(counted, 1))
    return tuple(replace(v, voided=why[e.id]) if e.id in why else v for v, e in zip(votes, counted, strict=True))


def vote_from(event: Event, number: int) -> HandsVote:
    body: Mapping[str, Any] = event.body
    return HandsVote(
        id=VoteId(event.id),
        number=number,
        item=body["item"],
        kind=ItemKind(body["kind"]),
        session=event.session,
        presider=body["presider"],
        method=HandMethod(body["method"]),
        at=event.happened_at,
        base=base_from(body["base"]),
        present=body["present"],
        zones=tuple(ZoneCount(**zone) for zone in body["zones"]),
        formula=parse_formula(body["formula"]),
        passed=body["passed"],
        reason=body["reason"],
        note=body["note"],
    )


def tidy_item(item: str) -> str:
    """Refusal: BAD_VALUE for an empty one."""
    tidy = tidy_name(item)
    if not tidy:
        raise Refusal(Reason.BAD_VALUE, field="item")
    return tidy
