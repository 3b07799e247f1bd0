"""Quorum and live figures: by integers, for the convened, since when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.attendance import fold
from congress_desk.domain.delegates import OFFICIAL, Category, Delegate, DelegateId, Standing
from congress_desk.domain.journal import Event, Kind
from congress_desk.domain.quorum import Figures, SessionStatus, needed_for, session_status
from tests.builders import OPENING, a_delegate, a_session, an_event


@pytest.mark.parametrize(
    ("convened", "share", "needed"),
    [
        (445, Fraction(2, 3), 297),
        (3, Fraction(2, 3), 2),
        (4, Fraction(2, 3), 3),
        (300, Fraction(2, 3), 200),
        (0, Fraction(2, 3), 0),
        (1, Fraction(2, 3), 1),
        (10, Fraction(1, 2), 5),
        (7, Fraction(1), 7),
        (1_000_000_007, Fraction(1, 3), 333_333_336),
    ],
)
def test_needed_is_the_least_whole_number_of_persons_that_is_the_share(
    convened: int, share: Fraction, needed: int
) -> None:
    assert needed_for(convened, share) == needed


@given(st.integers(0, 10_000), st.fractions(Fraction(1, 100), Fraction(1), max_denominator=100))
def test_needed_is_enough_and_one_less_is_not(convened: int, share: Fraction) -> None:
    needed = needed_for(convened, share)
    assert needed >= convened * share
    assert needed == 0 or needed - 1 < convened * share


PEOPLE = tuple(a_delegate(f"d{n}", n=n, delegation=f"Đoàn {'Ba Bể' if n < 3 else 'Đại Từ'}") for n in range(6))


def status_of(*events: Event, people: Sequence[Delegate] = PEOPLE, share: Fraction = Fraction(2, 3)) -> SessionStatus:
    return session_status(fold(a_session(), events), people, share)


def came(n: int, minutes: float, **more: object) -> Event:
    return an_event(delegate=f"d{n}", minutes=minutes, **more)  # type: ignore[arg-type]


def minute(minutes: float) -> dt.datetime:
    return OPENING + dt.timedelta(minutes=minutes)


def test_exactly_two_thirds_is_a_quorum_and_one_less_is_not() -> None:
    three = [came(n, n) for n in range(3)]
    assert not status_of(*three).quorum.reached
    quorum = status_of(*three, came(3, 3)).quorum
    assert (quorum.needed, quorum.reached, quorum.at) == (4, True, minute(3))


def test_nobody_convened_is_no_quorum() -> None:
    quorum = status_of(people=()).quorum
    assert (quorum.needed, quorum.reached, quorum.at) == (0, False, None)


def test_an_exit_below_the_line_ends_the_quorum_and_a_return_dates_it_anew() -> None:
    events = [came(n, n) for n in range(4)] + [an_event(Kind.LEFT, delegate="d0", minutes=50)]
    assert not status_of(*events).quorum.reached
    assert status_of(*events, came(0, 70)).quorum.at == minute(70)


def test_an_exit_above_the_line_leaves_the_time_as_it_was() -> None:
    events = [came(n, n) for n in range(6)] + [an_event(Kind.LEFT, delegate="d0", minutes=50)]
    assert status_of(*events).quorum.at == minute(3)


def test_a_void_moves_the_time_at_which_the_quorum_was_reached() -> None:
    events = [came(0, 0), came(1, 1), came(2, 2, id="wrong"), came(3, 3), came(4, 9)]
    assert status_of(*events).quorum.at == minute(3)
    assert status_of(*events, an_event(Kind.VOIDED, delegate="d2", about="wrong")).quorum.at == minute(9)


def test_the_same_person_twice_is_one_person() -> None:
    status = status_of(came(0, 1), came(0, 2, desk="B"), came(1, 3), came(2, 4))
    assert status.total.present == 3
    assert not status.quorum.reached


def test_guests_staff_and_alternates_are_in_the_hall_but_not_in_the_base() -> None:
    others = [
        a_delegate("g", category=Category.GUEST),
        a_delegate("s", category=Category.STAFF),
        a_delegate("a", category=Category.ALTERNATE),
    ]
    events = [an_event(delegate=d.id) for d in others]
    status = status_of(*events, people=(*PEOPLE, *others))
    assert status.total == Figures(convened=6, absent=6)
    assert status.others_present == 3


@pytest.mark.parametrize(
    ("standing", "convened"), [(Standing.BARRED, 5), (Standing.WITHDRAWN, 5), (Standing.PENDING, 6)]
)
def test_the_credentials_committee_changes_the_base(standing: Standing, convened: int) -> None:
    people = (replace(PEOPLE[0], standing=standing), *PEOPLE[1:])
    assert status_of(people=people).total.convened == convened


def test_a_replacement_by_an_alternate_keeps_the_base_and_moves_the_seat() -> None:
    alternate = a_delegate("alt", category=Category.ALTERNATE)
    before = status_of(people=(*PEOPLE, alternate)).total.convened
    official_gone = replace(PEOPLE[0], standing=Standing.WITHDRAWN)
    seated = replace(alternate, replaces=DelegateId("d0"))
    people = (official_gone, *PEOPLE[1:], seated)
    status = session_status(fold(a_session(admits=OFFICIAL), [an_event(delegate="alt")]), people)
    assert before == status.total.convened == 6
    assert (status.total.present, status.others_present) == (1, 0)


def test_delegations_come_in_vietnamese_order_and_add_up_to_the_total() -> None:
    status = status_of(came(0, -5), came(4, 10))
    assert [d.name for d in status.delegations] == ["Đoàn Ba Bể", "Đoàn Đại Từ"]
    assert [d.figures.present for d in status.delegations] == [1, 1]
    assert (status.total.late, status.delegations[1].figures.late) == (1, 1)


def test_a_sessions_list_is_its_base() -> None:
    listed = frozenset({DelegateId("d0"), DelegateId("d1")})
    status = session_status(fold(a_session(listed=listed), [came(5, 1)]), PEOPLE)
    assert (status.total.convened, status.others_present) == (2, 1)
