"""Quorum and the live figures of a session: computed, never typed, always with their base.

At least 2/3 of the convened delegates by default (domain.md 2.3); the share is a rule of the congress.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from congress_desk.domain.attendance import Presence, SessionFold
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import Kind
from congress_desk.domain.names import text_sort_key

DEFAULT_QUORUM = Fraction(2, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """convened = present + left + excused + absent, always (persons).

    present: in the hall now. left: came and went. excused: with leave. absent: everybody else.
    """

    convened: int = 0
    present: int = 0
    left: int = 0
    excused: int = 0
    absent: int = 0
    late: int = 0  # among present and left: came after the session's start


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum:
    """needed: persons; reached: needed are present now; at: since when (None while not reached)."""

    share: Fraction = DEFAULT_QUORUM
    needed: int = 0
    reached: bool = False
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationFigures:
    name: str
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStatus:
    """What the live panel, the status command and the attendance record all show."""

    total: Figures
    quorum: Quorum
    delegations: tuple[DelegationFigures, ...] = ()
    others_present: int = 0  # guests, staff, alternates in the hall: never in the base


def needed_for(convened: int, share: Fraction = DEFAULT_QUORUM) -> int:
    """The least whole number of persons that is at least `share` of the convened, by integers."""
    return -(-convened * share.numerator // share.denominator)


def session_status(
    folded: SessionFold, delegates: Sequence[Delegate], share: Fraction = DEFAULT_QUORUM
) -> SessionStatus:
    """The figures of a session for its convened delegates, by delegation, with the quorum."""
    base = [d for d in delegates if d.counts and folded.session.expects(d)]
    total = _figures(folded, base)
    by_name: dict[str, list[Delegate]] = {}
    for delegate in base:
        by_name.setdefault(delegate.sheet.delegation, []).append(delegate)
    ids = {d.id for d in base}
    others = sum(1 for key, a in folded.attendances.items() if key not in ids and a.presence is Presence.PRESENT)
    return SessionStatus(
        total=total,
        quorum=_quorum(folded, ids, share),
        delegations=tuple(
            DelegationFigures(name=name, figures=_figures(folded, by_name[name]))
            for name in sorted(by_name, key=text_sort_key)
        ),
        others_present=others,
    )


def _figures(folded: SessionFold, base: Iterable[Delegate]) -> Figures:
    presences = [(folded.of(d.id), d) for d in base]
    count = {p: sum(1 for a, _ in presences if a.presence is p) for p in Presence}
    starts = folded.session.starts
    return Figures(
        convened=len(presences),
        present=count[Presence.PRESENT],
        left=count[Presence.LEFT],
        excused=count[Presence.EXCUSED],
        absent=count[Presence.EXPECTED] + count[Presence.ABSENT],
        late=sum(1 for a, _ in presences if a.first is not None and a.first.happened_at > starts),
    )


def _quorum(folded: SessionFold, base: set[DelegateId], share: Fraction) -> Quorum:
    needed = needed_for(len(base), share)
    here: set[DelegateId] = set()
    since: dt.datetime | None = None
    for movement in folded.movements:
        if movement.delegate not in base or movement.delegate is None:
            continue
        if movement.kind is Kind.ARRIVED:
            here.add(movement.delegate)
        else:
            here.discard(movement.delegate)
        if len(here) < needed or needed == 0:
            since = None
        elif since is None:
            since = movement.happened_at
    return Quorum(share=share, needed=needed, reached=since is not None, at=since)
