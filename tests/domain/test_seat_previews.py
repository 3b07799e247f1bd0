"""What a seating plan would be: the same as what the act makes of it."""

from __future__ import annotations

from dataclasses import replace

from congress_desk.domain.delegates import Delegate, DelegateId, Sheet
from congress_desk.domain.seat_arranging import arranged
from congress_desk.domain.seat_previews import on_stage, proposed, proposed_arrangement, shape_of, sharing
from congress_desk.domain.seating import HallShape, PlanName, drawn_hall, plan_of

OTHER = PlanName.OTHER
HALL = drawn_hall(HallShape(left=1, middle=2, right=1, rows=(1,), stage=3))


def a_person(n: int, seat: str = "") -> Delegate:
    return Delegate(
        id=DelegateId(f"d{n}"), sheet=Sheet(full_name=f"Người {n}", delegation="Đoàn 1", seat=seat), badge_code="1"
    )


def test_a_proposal_moves_only_those_who_are_named() -> None:
    people = [a_person(1, "A-01"), a_person(2, "A-02"), a_person(3)]
    made = proposed(OTHER, HALL, people, {people[0].id: "A-04", people[2].id: "A-01"})
    assert {label: d.id for label, d in made.after.sitting.items()} == {"A-04": "d1", "A-02": "d2", "A-01": "d3"}
    assert made.changed == 2


def test_an_arrangement_takes_the_seat_of_whoever_gets_none() -> None:
    people = [a_person(n, f"Z-{n}") for n in range(1, 7)]
    made = proposed_arrangement(OTHER, HALL, people, arranged(HALL, people))
    assert (len(made.after.sitting), len(made.after.seatless), made.changed) == (4, 2, 6)
    assert made.parted == ("Đoàn 1",)


def test_a_drawn_hall_gives_its_shape_back() -> None:
    for shape in (HallShape(), HallShape(left=0, middle=3, right=2, rows=(4, 2, 1), stage=5)):
        assert shape_of(drawn_hall(shape)) == shape
    assert shape_of(()) == HallShape()


def test_the_stage_is_told_from_its_middle_outwards() -> None:
    people = [a_person(1, "CT-01"), a_person(2, "CT-02"), a_person(3, "CT-03"), a_person(4, "A-01")]
    assert [person.id for person in on_stage(plan_of(OTHER, HALL, people))] == ["d2", "d1", "d3"]


def test_whoever_names_a_taken_seat_is_told_apart() -> None:
    people = [a_person(1, "A-01"), a_person(2, "a 1"), a_person(3, "Q-01"), a_person(4)]
    plan = plan_of(OTHER, HALL, people)
    assert [person.id for person in sharing(plan, people)] == ["d2"]
    assert sharing(replace(plan, doubles=()), people) == ()
