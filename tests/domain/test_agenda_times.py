"""All times of a programme follow from lengths, fixed starts, and what has happened."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.agenda import Agenda, Content, Item, ItemId, ItemKind, ItemState, Sitting, SittingId
from congress_desk.domain.agenda_times import now_and_next, timeline
from tests.builders import OPENING


def at(minutes: float) -> dt.datetime:
    return OPENING + dt.timedelta(minutes=minutes)


def an_item(n: int, minutes: int = 30, kind: ItemKind = ItemKind.REPORT, **more: Any) -> Item:
    """at: a fixed start; started, ended."""
    written = Content(content=f"Nội dung {n}", kind=kind, minutes=minutes, at=more.pop("at", None))
    return Item(id=ItemId(f"i{n}"), sitting=SittingId("s1"), written=written, **more)


def an_agenda(*items: Item, starts: dt.datetime = OPENING) -> Agenda:
    return Agenda(sittings=(Sitting(id=SittingId("s1"), name="Buổi sáng", starts=starts, items=items),))


def starts(agenda: Agenda, now: dt.datetime) -> list[float]:
    """In minutes after the opening."""
    return [(timed.starts - OPENING).total_seconds() / 60 for timed in timeline(agenda, now)]


def test_late_is_carried_on_to_all_that_follows() -> None:
    agenda = an_agenda(an_item(1, started=at(20), ended=at(55)), an_item(2), an_item(3))
    assert starts(agenda, at(55)) == [20, 55, 85]
    assert [timed.late_minutes for timed in timeline(agenda, at(55))] == [20, 25, 25]


def test_a_break_gives_up_what_is_over_ten_minutes() -> None:
    agenda = an_agenda(an_item(1, started=at(0), ended=at(42)), an_item(2, 20, ItemKind.BREAK), an_item(3))
    assert starts(agenda, at(42)) == [0, 42, 52]
    on_time = an_agenda(an_item(1, started=at(0), ended=at(30)), an_item(2, 20, ItemKind.BREAK), an_item(3))
    assert starts(on_time, at(30)) == [0, 30, 50]


def test_a_fixed_start_is_waited_for_and_takes_up_what_runs_late() -> None:
    fixed = an_item(2, at=dt.time(8, 0))
    assert starts(an_agenda(an_item(1, started=at(0), ended=at(10)), fixed, an_item(3)), at(10)) == [0, 60, 90]
    assert starts(an_agenda(an_item(1, started=at(0), ended=at(50)), fixed, an_item(3)), at(50)) == [0, 60, 90]
    assert starts(an_agenda(an_item(1, started=at(0), ended=at(70)), fixed, an_item(3)), at(70)) == [0, 70, 100]


def test_an_item_that_runs_over_its_end_pushes_the_rest_minute_by_minute() -> None:
    agenda = an_agenda(an_item(1, started=at(0)), an_item(2))
    assert starts(agenda, at(10)) == [0, 30]
    assert starts(agenda, at(45)) == [0, 45]
    assert now_and_next(agenda, at(45)).late == dt.timedelta(minutes=15)


def test_what_was_not_begun_before_what_was_is_passed_over() -> None:
    agenda = an_agenda(an_item(1), an_item(2, started=at(5)), an_item(3))
    assert [timed.state for timed in timeline(agenda, at(6))] == [
        ItemState.PASSED_OVER,
        ItemState.RUNNING,
        ItemState.AHEAD,
    ]


def test_a_morning_that_runs_over_moves_the_afternoon_but_not_the_next_day() -> None:
    morning = an_agenda(an_item(1, 60, started=at(0), ended=at(130)), an_item(2, 60)).sittings[0]
    noon = Sitting(id=SittingId("s2"), name="Chiều", starts=at(150), items=(an_item(3),))
    next_day = Sitting(id=SittingId("s3"), name="Sáng", starts=at(24 * 60), items=(an_item(4),))
    assert starts(Agenda(sittings=(morning, noon, next_day)), at(130)) == [0, 130, 190, 24 * 60]


def test_a_day_on_which_nobody_presses_start_stays_as_planned() -> None:
    agenda = an_agenda(an_item(1), an_item(2))
    assert starts(agenda, at(-60)) == [0, 30]
    assert starts(agenda, at(20)) == [20, 50]  # it is late, and somebody may still begin
    assert starts(agenda, at(61)) == [0, 30]
    found = now_and_next(agenda, at(31))
    assert found.by_clock
    assert found.now is not None
    assert found.now.item.id == "i2"


@given(st.lists(st.tuples(st.integers(0, 90), st.booleans()), min_size=1, max_size=12), st.integers(0, 300))
def test_nothing_is_expected_before_what_stands_before_it_has_ended(items: list[tuple[int, bool]], now: int) -> None:
    agenda = an_agenda(
        *(an_item(n, minutes, ItemKind.BREAK if rest else ItemKind.REPORT) for n, (minutes, rest) in enumerate(items))
    )
    times = timeline(agenda, at(now))
    assert all(one.ends <= other.starts for one, other in itertools.pairwise(times))
    assert all(one.starts <= one.ends for one in times)
