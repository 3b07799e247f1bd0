"""The values of charts: the same movements as the quorum, and rows that add up to their base."""

from __future__ import annotations

import pytest

from congress_desk.domain.attendance import fold
from congress_desk.domain.charts import attendance_chart, bar_chart, presence_chart
from congress_desk.domain.credentials import CredentialsRules, Part
from congress_desk.domain.credentials_counting import credentials_of
from congress_desk.domain.journal import Kind
from congress_desk.domain.quorum import session_status
from tests.builders import OPENING, a_delegate, a_session, an_event

PEOPLE = [a_delegate(f"d{n}", n) for n in range(1, 4)]
BASE = [d.id for d in PEOPLE]


def test_steps_follow_arrivals_and_exits_and_count_nobody_twice() -> None:
    events = [
        an_event(Kind.ARRIVED, "d1", minutes=-10),
        an_event(Kind.ARRIVED, "d1", minutes=-9),
        an_event(Kind.ARRIVED, "d2", minutes=0),
        an_event(Kind.ARRIVED, "guest", minutes=1),
        an_event(Kind.LEFT, "d1", minutes=60),
    ]
    folded = fold(a_session(), events)
    chart = attendance_chart(folded, session_status(folded, PEOPLE), BASE)
    assert [step.present for step in chart.steps] == [1, 2, 1]
    assert (chart.convened, chart.needed, chart.highest) == (3, 2, 2)
    assert chart.begins < OPENING
    assert chart.ends == a_session().ends


def test_many_in_one_second_are_one_step() -> None:
    events = [an_event(Kind.ARRIVED, f"d{n}", minutes=n / 1000) for n in (1, 2, 3)]
    folded = fold(a_session(), events)
    chart = attendance_chart(folded, session_status(folded, PEOPLE), BASE)
    assert [step.present for step in chart.steps] == [3]


def test_nobody_gives_an_empty_curve() -> None:
    folded = fold(a_session(), [])
    chart = attendance_chart(folded, session_status(folded, PEOPLE), BASE)
    assert (chart.steps, chart.highest, chart.begins) == ((), 0, OPENING)


def test_presence_by_delegation_adds_up_to_the_convened() -> None:
    events = [an_event(Kind.ARRIVED, "d1"), an_event(Kind.EXCUSED, "d2", body={"reason": "ốm", "with_leave": True})]
    session = a_session()
    chart = presence_chart(session, session_status(fold(session, events), PEOPLE))
    assert chart.total.counts == (1, 0, 1, 1)
    assert sum(bar.convened for bar in chart.bars) == chart.total.convened == 3
    assert chart.most == 3


def test_a_part_whose_rows_do_not_add_up_is_not_drawn() -> None:
    found = credentials_of(PEOPLE, came=(), excused=(), opens=OPENING.date(), rules=CredentialsRules())
    assert bar_chart(Part.GENDER, found.part(Part.GENDER), 3).most == 3
    with pytest.raises(ValueError, match="gender"):
        bar_chart(Part.GENDER, found.part(Part.GENDER), 4)
