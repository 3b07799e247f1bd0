"""What charts show, as plain values: the reports draw them on paper, the second screen draws them large.

Every chart names its base; nothing is counted in a drawing. Rows of the composition are those of the credentials
report, and are called as it calls them (plumbing/credentials_words.py).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.attendance import Session, SessionFold
from congress_desk.domain.credentials import FigureRow
from congress_desk.domain.credentials import Part as CredentialsPart
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import Kind
from congress_desk.domain.quorum import SessionStatus


class Part(StrEnum):
    """The parts of a stacked bar, in the order in which they are drawn."""

    PRESENT = "present"
    LEFT = "left"
    EXCUSED = "excused"
    ABSENT = "absent"


class ShownChart(StrEnum):
    """Those of the second screen; the values are words of the command line. Of the composition, by its parts."""

    OVER_TIME = "over-time"
    PRESENCE = "presence"
    GENDER = "gender"
    AGE = "age"
    EDUCATION = "degree"
    THEORY = "theory"


DRAWN_PARTS = (CredentialsPart.GENDER, CredentialsPart.AGE, CredentialsPart.DEGREE, CredentialsPart.THEORY)
TICKS_MINUTES = (5, 10, 15, 30, 60, 120, 240, 480)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """One part of the composition. The counts add up to the base (persons)."""

    part: CredentialsPart
    base: int
    bars: tuple[FigureRow, ...]

    @property
    def most(self) -> int:
        return max((bar.count for bar in self.bars), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class StackedBar:
    """counts: in the order of Part; they add up to the convened of this delegation."""

    label: str
    counts: tuple[int, int, int, int]

    @property
    def convened(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceChart:
    """Presence by delegation in one session."""

    session: Session
    bars: tuple[StackedBar, ...]
    total: StackedBar

    @property
    def most(self) -> int:
        return max((bar.convened for bar in self.bars), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From `at` on, so many persons are in the hall."""

    at: dt.datetime
    present: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceChart:
    """Convened delegates in the hall over time. needed: the quorum in persons; reached: since when, if it holds."""

    session: Session
    convened: int
    needed: int
    steps: tuple[Step, ...]
    reached: dt.datetime | None = None

    @property
    def begins(self) -> dt.datetime:
        return min((self.session.starts, *(step.at for step in self.steps)))

    @property
    def ends(self) -> dt.datetime:
        """Of the drawing: the session's end, or the last movement after it."""
        return max((self.session.ends, *(step.at for step in self.steps)))

    @property
    def present(self) -> int:
        """In the hall after the last movement."""
        return self.steps[-1].present if self.steps else 0

    @property
    def highest(self) -> int:
        return max((step.present for step in self.steps), default=0)

    def round_times(self, zone: dt.tzinfo, most: int) -> list[dt.datetime]:
        """At most so many round times between begin and end, in the hall's clock: marks of the time axis."""
        begins, ends = self.begins.astimezone(zone), self.ends.astimezone(zone)
        minutes = (ends - begins).total_seconds() / 60
        tick = next((tick for tick in TICKS_MINUTES if minutes / tick <= most - 1), TICKS_MINUTES[-1] * 2)
        midnight = begins.replace(hour=0, minute=0, second=0, microsecond=0)
        first = -(-int((begins - midnight).total_seconds()) // (tick * 60))
        last = int((ends - midnight).total_seconds()) // (tick * 60)
        return [midnight + dt.timedelta(minutes=number * tick) for number in range(first, last + 1)]


def attendance_chart(folded: SessionFold, status: SessionStatus, base: Iterable[DelegateId]) -> AttendanceChart:
    """base: the convened of the session; the same movements and rules as the quorum's own fold."""
    wanted = set(base)
    here: set[DelegateId] = set()
    steps: list[Step] = []
    for movement in folded.movements:
        if movement.delegate is None or movement.delegate not in wanted:
            continue
        if movement.kind is Kind.ARRIVED:
            here.add(movement.delegate)
        else:
            here.discard(movement.delegate)
        steps.append(Step(at=movement.happened_at, present=len(here)))
    return AttendanceChart(
        session=folded.session,
        convened=status.total.convened,
        needed=status.quorum.needed,
        steps=_without_repeats(steps),
        reached=status.quorum.at,
    )


def presence_chart(session: Session, status: SessionStatus) -> PresenceChart:
    def stacked(name: str, figures: object) -> StackedBar:
        counts = tuple(int(getattr(figures, part.value)) for part in Part)
        return StackedBar(label=name, counts=(counts[0], counts[1], counts[2], counts[3]))

    return PresenceChart(
        session=session,
        bars=tuple(stacked(one.name, one.figures) for one in status.delegations),
        total=stacked("", status.total),
    )


def bar_chart(part: CredentialsPart, rows: Sequence[FigureRow], base: int) -> BarChart:
    """rows: those of one part of the credentials report. ValueError unless they add up to the base."""
    if sum(row.count for row in rows) != base:
        raise ValueError(f"{part}: the rows are not {base}")
    return BarChart(part=part, base=base, bars=tuple(rows))


def _without_repeats(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The last of several in one second, and none that changes nothing."""
    kept: list[Step] = []
    for step in steps:
        if kept and kept[-1].at.replace(microsecond=0) == step.at.replace(microsecond=0):
            kept[-1] = step
        elif not kept or kept[-1].present != step.present:
            kept.append(step)
    return tuple(kept)
