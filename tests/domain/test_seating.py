"""Seats of a hall, people on them, and the automatic arrangement by delegation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from congress_desk.domain.delegates import Category, Delegate, Standing, with_sheet
from congress_desk.domain.journal import Kind
from congress_desk.domain.list_tables import Table
from congress_desk.domain.seat_arranging import arranged
from congress_desk.domain.seat_lists import SeatDoubt, read_seat_list
from congress_desk.domain.seating import (
    HallShape,
    PlanName,
    Zone,
    drawn_hall,
    hall_of,
    label_key,
    plan_of,
    seat_from_label,
    shape_for,
    written_seats,
)
from tests.builders import a_delegate, an_event


def some(sizes: dict[str, int]) -> list[Delegate]:
    """Delegations of these sizes, in order."""
    return [
        a_delegate(f"{name}{n}", n, delegation=name, full_name=f"{name} {n}")
        for name, size in sizes.items()
        for n in range(size)
    ]


@pytest.mark.parametrize("written", ["A-01", "a1", "A 1", " A.001 ", "a/1"])
def test_one_seat_is_one_seat_however_it_is_written(written: str) -> None:
    assert label_key(written) == label_key("A-01")


def test_a_drawn_hall_numbers_each_row_through_its_zones() -> None:
    seats = drawn_hall(HallShape(left=2, middle=3, right=2, rows=(2, 1), stage=3))
    assert len(seats) == 3 + 7 * 3
    assert [s.label for s in seats if s.row == "A"] == [f"A-0{n}" for n in range(1, 8)]
    assert [s.zone for s in seats if s.row == "B"] == [Zone.LEFT] * 2 + [Zone.MIDDLE] * 3 + [Zone.RIGHT] * 2
    assert {s.label for s in seats if s.floor == 2} == {f"2A-0{n}" for n in range(1, 8)}
    assert len({label_key(s.label) for s in seats}) == len(seats)


@pytest.mark.parametrize(
    ("label", "row", "number"), [("B-14", "B", 14), ("2C07", "2C", 7), ("Ghế dự bị", "Ghế dự bị", 0)]
)
def test_a_label_tells_row_and_number(label: str, row: str, number: int) -> None:
    seat = seat_from_label(label)
    assert (seat.row, seat.number) == (row, number)


def test_delegations_are_kept_whole_where_a_zone_has_room() -> None:
    people = some({"Đoàn A": 10, "Đoàn B": 7, "Đoàn C": 8, "Đoàn D": 3})
    seats = drawn_hall(HallShape(left=4, middle=6, right=4, rows=(2,)))
    made = arranged(seats, people)
    by_label = {seat.label: seat for seat in seats}
    zones = {p.sheet.delegation: set[Zone]() for p in people}
    for person in people:
        zones[person.sheet.delegation].add(by_label[made.given[person.id]].zone)
    assert zones["Đoàn A"] == {Zone.MIDDLE}
    assert zones["Đoàn B"] == {Zone.LEFT}
    assert zones["Đoàn C"] == {Zone.RIGHT}
    assert made.parted == ("Đoàn D",)
    assert made.seatless == ()
    assert len(set(made.given.values())) == len(people)


def test_a_delegation_of_two_hundred_is_parted_and_nobody_is_lost() -> None:
    people = some({"Đoàn lớn": 200, "Đoàn một": 1})
    made = arranged(drawn_hall(HallShape(rows=(8,))), people)
    assert len(made.given) == 201
    assert made.parted == ("Đoàn lớn",)


def test_too_small_a_hall_says_who_stands() -> None:
    people = some({"A": 5})
    made = arranged(drawn_hall(HallShape(left=1, middle=1, right=1, rows=(1,))), people)
    assert len(made.given) == 3
    assert [d.id for d in made.seatless] == ["A3", "A4"]


def test_the_stage_is_filled_from_its_middle_and_guests_sit_in_front() -> None:
    people = [*some({"A": 4}), a_delegate("g", category=Category.GUEST, delegation="Khách mời")]
    seats = drawn_hall(HallShape(left=0, middle=4, right=0, rows=(2,), stage=3))
    made = arranged(seats, people, stage=[people[3].id, people[2].id])
    assert made.given[people[3].id] == "CT-02"
    assert made.given[people[2].id] == "CT-01"
    assert made.given[people[4].id] == "A-01"


def test_staff_barred_and_withdrawn_get_no_seat() -> None:
    staff = a_delegate("s", category=Category.STAFF)
    barred = replace(a_delegate("b"), standing=Standing.BARRED)
    gone = replace(a_delegate("w"), standing=Standing.WITHDRAWN)
    assert arranged(drawn_hall(HallShape()), [staff, barred, gone]).given == {}


def test_the_usual_hall_has_room_for_everybody() -> None:
    for people in (0, 1, 28, 445, 1000):
        assert len(drawn_hall(shape_for(people))) >= people


def test_the_last_hall_drawn_and_not_taken_back_holds() -> None:
    first, second = drawn_hall(HallShape(rows=(1,))), drawn_hall(HallShape(rows=(2,)))
    events = [
        an_event(Kind.SEATS_DRAWN, None, body={"plan": "opening", "seats": written_seats(seats)})
        for seats in (first, second)
    ]
    assert hall_of(PlanName.OPENING, events) == second
    assert hall_of(PlanName.OTHER, events) == ()
    back = an_event(Kind.SEATS_GIVEN, None, about=events[1].id, body={"plan": "opening", "changes": {}})
    assert hall_of(PlanName.OPENING, [*events, back]) == first


def test_without_a_hall_the_seats_of_the_sheets_are_its_seats() -> None:
    people = [a_delegate("a", seat="B-02"), a_delegate("b", seat="A-01"), a_delegate("c")]
    plan = plan_of(PlanName.OTHER, (), people)
    assert [seat.label for seat in plan.seats] == ["A-01", "B-02"]
    assert [d.id for d in plan.seatless] == ["c"]


def test_what_does_not_fit_the_hall_is_told() -> None:
    seats = drawn_hall(HallShape(rows=(1,)))
    people = [a_delegate("a", seat="A-01"), a_delegate("b", seat="a1"), a_delegate("c", seat="Z-99")]
    plan = plan_of(PlanName.OTHER, seats, people)
    assert plan.doubles == ("A-01",)
    assert [d.id for d in plan.strays] == ["c"]
    assert plan.sitting["A-01"].id == "a"


HEAD = ("STT", "Họ và tên", "Số thẻ", "Đoàn", "Khu vực", "Tầng", "Ghế")


def a_table(*rows: tuple[object, ...], head: tuple[object, ...] = HEAD) -> Table:
    return Table(name="Sheet1", rows=(("SƠ ĐỒ CHỖ NGỒI",), head, *rows))  # type: ignore[arg-type]


def test_a_seating_table_names_hall_and_people() -> None:
    people = [a_delegate("a", 1, full_name="Lê Văn Ánh"), a_delegate("b", 2, full_name="محمد علي")]
    read = read_seat_list(
        [
            a_table(
                (1, "Lê Văn Ánh", "", "", "Trái", "", "A-01"),
                (2, "", 2, "", "الوسط", "Tầng 2", "2A-05"),
                (3, "", "", "", "R", "", "B-1"),
            )
        ],
        people,
    )
    assert read.errors == ()
    assert read.people == {"a": "A-01", "b": "2A-05"}
    assert [(s.zone, s.floor) for s in read.seats] == [(Zone.LEFT, 1), (Zone.MIDDLE, 2), (Zone.RIGHT, 1)]


def test_a_row_and_a_number_make_a_seat() -> None:
    table = a_table(("Lê Văn Ánh", "C", 7), head=("Họ tên", "Hàng", "Số"))
    assert read_seat_list([table], [a_delegate("a", full_name="Lê Văn Ánh")]).people == {"a": "C-07"}


def test_every_doubtful_row_is_told_with_its_place() -> None:
    twin = {"full_name": "Hà Lan", "delegation": "X"}
    people = [a_delegate("a", 1, **twin), a_delegate("b", 2, **twin), a_delegate("c", 3, full_name="Vũ An")]
    read = read_seat_list(
        [
            a_table(
                (1, "Hà Lan", "", "", "", "", "A-01"),
                (2, "Ma Văn Không", "", "", "", "", "A-02"),
                (3, "Vũ An", "", "", "", "", ""),
                (4, "Vũ An", "", "", "", "", "A-03"),
                (5, "", "003", "", "", "", "A-04"),
                (6, "", "", "", "gác xép", "", "A-05"),
                (7, "", "", "", "", "trên", "A-06"),
                (8, "", "", "", "", "", "a 3"),
            )
        ],
        people,
    )
    assert [(error.row, error.doubt) for error in read.errors] == [
        (3, SeatDoubt.SEVERAL_PERSONS),
        (4, SeatDoubt.UNKNOWN_PERSON),
        (5, SeatDoubt.NO_SEAT),
        (7, SeatDoubt.PERSON_TWICE),
        (8, SeatDoubt.UNKNOWN_ZONE),
        (9, SeatDoubt.BAD_FLOOR),
        (10, SeatDoubt.SEAT_TWICE),
    ]


def test_a_table_without_seats_is_no_seating_table() -> None:
    assert not read_seat_list([a_table(("Vũ An",), head=("Họ tên",))], []).headed


def test_namesakes_are_told_apart_by_their_delegation() -> None:
    people = [a_delegate("a", 1, full_name="Hà Lan", delegation="Đại Từ")]
    people.append(with_sheet(a_delegate("b", 2, full_name="Hà Lan"), delegation="Võ Nhai"))
    table = a_table((1, "Hà Lan", "", "Võ Nhai", "", "", "A-01"))
    assert read_seat_list([table], people).people == {"b": "A-01"}
