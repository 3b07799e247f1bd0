"""Seats given, moved, read from a table and taken back, on the real store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from congress_desk.devices.sheets.office import OfficeSheets
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.seating import HallShape, PlanName, drawn_hall
from tests.builders import Hall, a_hall

OTHER, OPENING = PlanName.OTHER, PlanName.OPENING


@pytest.fixture
def drawn(hall: Hall) -> Hall:
    """A hall of four seats on the floor, nobody seated."""
    hall.seating.draw(OTHER, drawn_hall(HallShape(left=1, middle=2, right=1, rows=(1,))))
    return hall


def seat_of(hall: Hall, n: int) -> str:
    return hall.registry.delegate(hall.people[n].id).sheet.seat


def test_a_given_seat_stands_on_the_sheet_and_in_the_plan(drawn: Hall) -> None:
    plan = drawn.seating.assign(drawn.people[0].id, OTHER, "a 2")
    assert seat_of(drawn, 0) == "A-02"
    assert plan.sitting["A-02"].id == drawn.people[0].id
    assert (len(plan.free), len(plan.seatless)) == (3, 2)
    event = drawn.events()[-1]
    assert event.kind is Kind.SEATS_GIVEN
    assert event.body["changes"] == {drawn.people[0].id: ["", "A-02"]}


def test_the_two_plans_do_not_touch_each_other(drawn: Hall) -> None:
    drawn.seating.draw(OPENING, drawn_hall(HallShape(rows=(1,))))
    drawn.seating.assign(drawn.people[0].id, OPENING, "A-20")
    sheet = drawn.registry.delegate(drawn.people[0].id).sheet
    assert (sheet.seat_opening, sheet.seat) == ("A-20", "")


def test_a_taken_seat_is_refused_with_who_sits_there(drawn: Hall) -> None:
    drawn.seating.assign(drawn.people[0].id, OTHER, "A-02")
    with pytest.raises(Refusal) as refused:
        drawn.seating.assign(drawn.people[1].id, OTHER, "A-02")
    assert refused.value.reason is Reason.SEAT_TAKEN
    assert refused.value.details["name"] == drawn.people[0].sheet.full_name


def test_a_seat_that_the_hall_lacks_is_refused(drawn: Hall) -> None:
    with pytest.raises(Refusal) as refused:
        drawn.seating.assign(drawn.people[0].id, OTHER, "Z-09")
    assert refused.value.reason is Reason.NO_SUCH_SEAT


def test_two_change_seats_and_one_may_have_none(drawn: Hall) -> None:
    drawn.seating.assign(drawn.people[0].id, OTHER, "A-01")
    drawn.seating.swap(drawn.people[0].id, drawn.people[1].id, OTHER)
    assert (seat_of(drawn, 0), seat_of(drawn, 1)) == ("", "A-01")
    before = len(drawn.events())
    drawn.seating.assign(drawn.people[0].id, OTHER, "")
    assert len(drawn.events()) == before  # nothing changed, nothing written


def test_arranging_seats_everybody_in_one_event(hall: Hall) -> None:
    before = len(hall.events())
    made = hall.seating.arrange(OTHER)
    assert len(made.given) == 3
    assert len(hall.events()) == before + 1
    assert {seat_of(hall, n) for n in range(3)} == set(made.given.values())
    again = hall.seating.arrange(OTHER, shape=HallShape(rows=(1,)), stage=[hall.people[2].id])
    assert len(again.given) == 3  # a stage without seats: he sits with his delegation


def test_nobody_to_seat_is_refused(tmp_path: Path) -> None:
    empty = a_hall(tmp_path, name="none.congress")
    with pytest.raises(Refusal) as refused:
        empty.seating.arrange(OTHER)
    assert refused.value.reason is Reason.NOBODY_TO_SEAT
    assert empty.seating.plan(OTHER).seats == ()
    empty.store.close()


def test_the_last_act_is_taken_back_with_a_reason(drawn: Hall) -> None:
    drawn.seating.arrange(OTHER, shape=HallShape(rows=(2,)))
    assert seat_of(drawn, 0)
    drawn.seating.assign(drawn.people[0].id, OTHER, "B-09")
    drawn.seating.take_back(OTHER, "nhầm ghế")
    assert seat_of(drawn, 0) not in ("B-09", "")
    plan = drawn.seating.take_back(OTHER, "sai sơ đồ")
    assert len(plan.seats) == 4  # the hall drawn first is there again
    assert len(plan.seatless) == 3
    drawn.seating.take_back(OTHER, "vẽ lại")
    with pytest.raises(Refusal) as refused:
        drawn.seating.take_back(OTHER, "nữa")
    assert refused.value.reason is Reason.NOTHING_TO_TAKE_BACK
    with pytest.raises(Refusal):
        drawn.seating.take_back(OTHER, " ")


def test_a_seat_moved_since_is_not_moved_back(drawn: Hall) -> None:
    drawn.seating.assign(drawn.people[0].id, OTHER, "A-01")
    sheet = drawn.registry.delegate(drawn.people[0].id).sheet
    drawn.registry.edit(drawn.people[0].id, replace(sheet, seat="A-04"))
    drawn.seating.take_back(OTHER, "thử")
    assert seat_of(drawn, 0) == "A-04"


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_table_is_shown_then_taken_in_whole(hall: Hall, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"ghe.{suffix}"
    rows = [("1", "001", "Trái", "A-01"), ("2", "002", "Giữa", "A-02"), ("3", "", "Phải", "A-03")]
    head = ("STT", "Số thẻ", "Khu", "Ghế")
    if suffix == "xlsx":
        OfficeSheets().write(path, "Sơ đồ", head, rows)
    else:
        path.write_text("\n".join(",".join(row) for row in (head, *rows)), encoding="utf-8")
    hall.seating.arrange(OTHER)
    planned = hall.seating.plan_import(path, OTHER)
    assert (len(planned.seats), planned.errors) == (3, ())
    plan = hall.seating.carry_out(planned, OTHER)
    assert [seat_of(hall, n) for n in range(3)] == ["A-01", "A-02", ""]  # who is not in the table loses his seat
    assert [d.id for d in plan.seatless] == [hall.people[2].id]


def test_a_table_with_an_error_changes_nothing(hall: Hall, tmp_path: Path) -> None:
    path = tmp_path / "ghe.csv"
    path.write_text("Số thẻ,Ghế\n001,A-01\n999,A-02", encoding="utf-8")
    planned = hall.seating.plan_import(path, OTHER)
    before = len(hall.events())
    with pytest.raises(Refusal) as refused:
        hall.seating.carry_out(planned, OTHER)
    assert refused.value.reason is Reason.SEATS_HAVE_ERRORS
    assert len(hall.events()) == before
    path.write_text("Số thẻ,Tên\n001,An", encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        hall.seating.plan_import(path, OTHER)
    assert refused.value.reason is Reason.NOT_A_SEAT_LIST


def test_a_seat_is_found_by_name_and_a_person_by_seat(drawn: Hall) -> None:
    drawn.seating.assign(drawn.people[1].id, OTHER, "A-03")
    name = drawn.people[1].sheet.full_name
    assert [one.other for one in drawn.seating.find(name)] == ["A-03"]
    assert [one.delegate.id for one in drawn.seating.find("a3")] == [drawn.people[1].id]
    assert drawn.seating.find("zzz") == ()


def test_the_same_seat_twice_is_no_hall(hall: Hall) -> None:
    seats = drawn_hall(HallShape(rows=(1,)))
    for wrong in ((), (*seats, seats[0])):
        with pytest.raises(Refusal) as refused:
            hall.seating.draw(OTHER, wrong)
        assert refused.value.reason is Reason.BAD_VALUE


def test_seats_of_unknown_people_are_refused(drawn: Hall) -> None:
    with pytest.raises(Refusal) as refused:
        drawn.seating.assign(DelegateId("nobody"), OTHER, "A-01")
    assert refused.value.reason is Reason.NO_SUCH_DELEGATE
