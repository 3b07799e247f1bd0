"""For any course of events: every convened person is counted once, and order and repetition change nothing."""

from __future__ import annotations

import random
from dataclasses import fields
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from congress_desk.domain.attendance import fold
from congress_desk.domain.delegates import Category, Standing
from congress_desk.domain.journal import Event, EventId, Kind
from congress_desk.domain.quorum import Figures, SessionStatus, session_status
from tests.builders import a_delegate, a_session, an_event

PEOPLE = (
    *(a_delegate(f"d{n}", n=n, delegation=f"Đoàn {n % 3}") for n in range(7)),
    a_delegate("d7", standing=Standing.BARRED),
    a_delegate("d8", standing=Standing.PENDING),
    a_delegate("g", category=Category.GUEST),
)
IDS = [d.id for d in PEOPLE]


@st.composite
def courses(draw: st.DrawFn) -> list[Event]:
    """Arrivals, exits, excuses and voids of two desks, some at the same instant."""
    events: list[Event] = []
    for n in range(draw(st.integers(0, 30))):
        kind = draw(st.sampled_from([Kind.ARRIVED, Kind.ARRIVED, Kind.LEFT, Kind.EXCUSED, Kind.VOIDED]))
        scope = draw(st.sampled_from(["session", "congress"]))
        facts: dict[str, Any] = {
            "id": f"e{n}",
            "desk": draw(st.sampled_from("AB")),
            "sequence": n,
            "minutes": draw(st.integers(-10, 10)),
            "delegate": draw(st.sampled_from(IDS)),
            "session": draw(st.sampled_from(["s1", "s1", "s1", "s2"])),
        }
        if kind is Kind.EXCUSED:
            facts["body"] = {"scope": scope, "reason": "", "with_leave": draw(st.booleans())}
            facts["session"] = None if scope == "congress" else facts["session"]
        if kind is Kind.VOIDED:
            facts["about"] = EventId(f"e{draw(st.integers(0, max(0, n - 1)))}")
        events.append(an_event(kind, **facts))
    return events


def status_of(events: list[Event]) -> SessionStatus:
    return session_status(fold(a_session(), events), PEOPLE)


def parts(figures: Figures) -> int:
    return figures.present + figures.left + figures.excused + figures.absent


@settings(max_examples=150, deadline=None)
@given(courses())
def test_the_convened_are_the_present_the_left_the_excused_and_the_absent(events: list[Event]) -> None:
    status = status_of(events)
    assert status.total.convened == parts(status.total) == 8
    assert status.total.late <= status.total.present + status.total.left
    for field in fields(Figures):
        in_delegations = sum(getattr(d.figures, field.name) for d in status.delegations)
        assert in_delegations == getattr(status.total, field.name)


@settings(max_examples=150, deadline=None)
@given(courses())
def test_the_quorum_is_reached_exactly_while_enough_are_present(events: list[Event]) -> None:
    status = status_of(events)
    assert status.quorum.reached == (status.total.present >= status.quorum.needed)
    assert status.quorum.reached == (status.quorum.at is not None)


@settings(max_examples=150, deadline=None)
@given(courses(), st.randoms(use_true_random=False))
def test_order_of_reading_and_repeated_events_change_nothing(events: list[Event], chance: random.Random) -> None:
    shuffled = events + [e for e in events if chance.random() < 0.5]
    chance.shuffle(shuffled)
    assert fold(a_session(), shuffled) == fold(a_session(), events)
    assert status_of(shuffled) == status_of(events)
