"""The map of a hall: where seats stand, which tints neighbours have, where the arrow keys lead."""

from __future__ import annotations

from congress_desk.domain.delegates import Delegate, DelegateId, Sheet
from congress_desk.domain.seating import HallShape, Seat, Zone, drawn_hall
from congress_desk.ui.widgets.hall_layout import laid_out, names_over, neighbour, shorts_of, tints_of

HALL = drawn_hall(HallShape(left=2, middle=4, right=2, rows=(3, 1), stage=3))
LAYOUT = laid_out(HALL, 1)
AT = {spot.seat.label: (spot.x, spot.y) for spot in LAYOUT.spots}


def a_person(delegation: str) -> Delegate:
    sheet = Sheet(full_name="Nguyễn Văn Ánh", delegation=delegation)
    return Delegate(id=DelegateId(delegation), sheet=sheet, badge_code="1")


def sitting(**delegations: str) -> dict[str, Delegate]:
    return {label.replace("_", "-"): a_person(name) for label, name in delegations.items()}


def test_left_middle_and_right_stand_beside_each_other_with_aisles() -> None:
    assert AT["A-02"][0] + 1 < AT["A-03"][0] < AT["A-06"][0] < AT["A-06"][0] + 1 < AT["A-07"][0]
    assert AT["A-01"][1] < AT["B-01"][1] < AT["C-01"][1]


def test_the_stage_is_in_front_and_in_the_middle() -> None:
    assert AT["CT-02"][1] < AT["A-01"][1]
    assert AT["CT-02"][0] + 0.5 == LAYOUT.width / 2
    assert laid_out(HALL, 2).stage is None


def test_short_rows_stand_in_the_middle_of_their_zone() -> None:
    seats = [Seat(label=f"A-{n}", row="A", number=n) for n in range(1, 5)]
    seats += [Seat(label="B-1", row="B", number=1), Seat(label="B-2", row="B", number=2)]
    at = {spot.seat.label: spot.x for spot in laid_out(seats, 1).spots}
    assert at["B-1"] == at["A-2"]


def test_neighbours_have_different_tints() -> None:
    people = sitting(A_01="a", A_02="a", B_01="b", B_02="c", C_01="a")
    tints = tints_of(LAYOUT, people)
    assert len({tints["a"], tints["b"], tints["c"]}) == 3


def test_each_delegation_is_named_once_in_each_zone_on_its_longest_row() -> None:
    people = sitting(A_03="a", B_03="a", B_04="a", B_05="a", C_01="a")
    named = {(place.name, place.width): place.y for place in names_over(LAYOUT, people)}
    assert named == {("a", 3): AT["B-03"][1], ("a", 1): AT["C-01"][1]}


def test_arrows_lead_to_the_seat_beside_over_aisles_and_onto_the_stage() -> None:
    assert neighbour(LAYOUT, "A-02", 1, 0) == "A-03"
    assert neighbour(LAYOUT, "A-04", 0, -1) == "CT-01"
    assert neighbour(LAYOUT, "A-01", -1, 0) == "A-01"
    assert neighbour(LAYOUT, "", 1, 0) == "CT-01"
    assert {spot.seat.zone for spot in LAYOUT.spots} == set(Zone)


def test_a_seat_names_its_delegation_from_the_first_telling_word_on() -> None:
    names = ["Đoàn phường Sông Công", "Đoàn các cơ quan Đảng tỉnh", "Đoàn Đảng bộ xã Phú Bình", "Khách mời", ""]
    assert list(shorts_of(names).values()) == ["Sông Công", "Cơ quan Đảng tỉnh", "Phú Bình", "Khách mời", ""]


def test_two_delegations_of_one_short_name_keep_their_whole_names() -> None:
    names = ("Đoàn xã Đại Từ", "Đoàn thị trấn Đại Từ", "Đoàn Ủy ban nhân dân tỉnh")
    assert list(shorts_of(names).values()) == [names[0], names[1], "Ủy ban nhân dân tỉnh"]
