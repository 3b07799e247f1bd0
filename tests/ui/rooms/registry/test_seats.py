"""The page of the seats on real services: people seated, swapped and taken off, halls made, tables taken in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.seating import HallShape, PlanName, drawn_hall
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.reports.forms import PdfForms
from congress_desk.services.records import RecordsService
from congress_desk.services.records_congress import CongressRecords
from congress_desk.services.records_seating import SeatingRecords
from congress_desk.services.roster import Roster
from congress_desk.ui.rooms.registry.seat_state import Moved, SeatForm, SeatPaper, Seats, Whom
from congress_desk.ui.rooms.registry.state import Fact, Page
from tests.builders import Hall
from tests.ui.rooms.registry.conftest import Room

OTHER, OPENING = PlanName.OTHER, PlanName.OPENING
SMALL = HallShape(left=2, middle=2, right=2, rows=(2,), stage=3)


@pytest.fixture
def seated(room: Room, hall: Hall) -> Room:
    """A small hall drawn, the first two people on A-01 and A-02, the third without a seat; the page is open."""
    hall.seating.draw(OTHER, drawn_hall(SMALL))
    for n in range(2):
        hall.seating.assign(hall.people[n].id, OTHER, f"A-0{n + 1}")
    room.presenter.open_page(Page.SEATS)
    return room


def seats(room: Room) -> Seats:
    return room.state.seats


def names(room: Room) -> dict[str, str]:
    plan = seats(room).hall
    assert plan is not None
    return {label: person.sheet.full_name for label, person in plan.sitting.items()}


def test_the_page_shows_who_sits_where_and_who_waits(seated: Room) -> None:
    assert names(seated) == {"A-01": "Nguyễn Văn Ánh", "A-02": "Nguyễn Văn Bình"}
    assert [person.sheet.full_name for person in seats(seated).waiting] == ["Nguyễn Văn Chi"]


def test_somebody_put_on_a_free_seat_sits_there(seated: Room, hall: Hall) -> None:
    seated.presenter.seats.put(hall.people[2].id, "B-05")
    assert names(seated)["B-05"] == "Nguyễn Văn Chi"
    assert seats(seated).waiting == ()
    said = seats(seated).said
    assert said is not None
    assert (said.moved, said.places["seat"]) == (Moved.SEATED, "B-05")


def test_moving_to_a_taken_seat_lets_the_two_change_places(seated: Room) -> None:
    seated.presenter.seats.move("A-01", "A-02")
    assert names(seated) == {"A-02": "Nguyễn Văn Ánh", "A-01": "Nguyễn Văn Bình"}
    assert seats(seated).chosen == "A-02"


def test_a_newcomer_on_a_taken_seat_says_who_lost_it(seated: Room, hall: Hall) -> None:
    seated.presenter.seats.put(hall.people[2].id, "A-01")
    assert names(seated)["A-01"] == "Nguyễn Văn Chi"
    assert [person.sheet.full_name for person in seats(seated).waiting] == ["Nguyễn Văn Ánh"]
    said = seats(seated).said
    assert said is not None
    assert (said.moved, said.places["other"]) == (Moved.TOOK_THE_SEAT, "Nguyễn Văn Ánh")


def test_a_freed_seat_is_taken_back_only_with_a_reason(seated: Room, hall: Hall) -> None:
    seated.presenter.seats.free("A-01")
    assert "A-01" not in names(seated)
    seated.presenter.seats.open_undo()
    seated.presenter.seats.undo(" ")
    assert seats(seated).reason_missing
    seated.presenter.seats.undo("bỏ nhầm ghế")
    assert names(seated)["A-01"] == "Nguyễn Văn Ánh"
    assert hall.events()[-1].body["reason"] == "bỏ nhầm ghế"
    assert seats(seated).form is SeatForm.NONE


def test_the_opening_has_a_plan_of_its_own(seated: Room, hall: Hall) -> None:
    seated.presenter.seats.choose_plan(OPENING)
    assert names(seated) == {}
    seated.presenter.seat_changes.open_hall()
    seated.presenter.seat_changes.shape(HallShape(left=0, middle=4, right=0, rows=(1, 1)))
    seated.presenter.seat_changes.draw()
    assert seats(seated).floors == (1, 2)
    seated.presenter.seats.put(hall.people[0].id, "2A-03")
    sheet = hall.registry.delegate(hall.people[0].id).sheet
    assert (sheet.seat_opening, sheet.seat) == ("2A-03", "A-01")


def test_who_sits_where_is_found_by_name_and_by_seat(seated: Room) -> None:
    seated.presenter.seats.search("bình")
    assert seats(seated).chosen == "A-02"
    seated.presenter.seats.search("a1")
    assert seats(seated).chosen == "A-01"
    seated.presenter.seats.search("zzz")
    assert seats(seated).found == ()
    seated.presenter.seats.search("")
    assert seats(seated).found is None


def test_a_hall_is_shown_as_it_is_typed_and_nothing_is_written(seated: Room, hall: Hall) -> None:
    before = len(hall.events())
    seated.presenter.seat_changes.open_hall()
    assert seats(seated).shape == SMALL
    seated.presenter.seat_changes.shape(HallShape(left=0, middle=1, right=0, rows=(1,)))
    proposal = seats(seated).proposal
    assert proposal is not None
    assert (len(proposal.after.seats), len(proposal.after.sitting), len(proposal.after.strays)) == (1, 1, 1)
    seated.presenter.seat_changes.shape(HallShape(left=0, middle=0, right=0, rows=(1,)))
    assert seats(seated).proposal is None
    seated.presenter.seats.close_form()
    assert len(hall.events()) == before


def test_the_arrangement_proposed_is_the_one_carried_out(seated: Room, hall: Hall) -> None:
    seated.presenter.seats.move("A-01", "CT-02")
    before = len(hall.events())
    seated.presenter.seat_changes.open_arrange()
    proposal = seats(seated).proposal
    assert proposal is not None
    assert len(hall.events()) == before
    seated.presenter.seat_changes.arrange()
    assert names(seated) == {label: d.sheet.full_name for label, d in proposal.after.sitting.items()}
    assert names(seated)["CT-02"] == "Nguyễn Văn Ánh"  # who sat on the stage stays there
    assert seated.state.told is not None
    assert seated.state.told.fact is Fact.SEATS_ARRANGED


def test_a_proposal_follows_what_another_desk_changes(seated: Room, hall: Hall) -> None:
    seated.presenter.seat_changes.open_hall()
    hall.seating.assign(hall.people[2].id, OTHER, "B-06")
    proposal = seats(seated).proposal
    assert proposal is not None
    assert proposal.after.sitting["B-06"].id == hall.people[2].id
    seated.presenter.seat_changes.open_arrange()
    hall.seating.swap(hall.people[0].id, hall.people[2].id, OTHER)
    assert seats(seated).form is SeatForm.ARRANGE
    proposal = seats(seated).proposal
    assert proposal is not None
    before = {d.id: d.sheet.seat for d in hall.registry.delegates()}
    after = {d.id: d.sheet.seat for d in proposal.after.sitting.values()}
    assert proposal.changed == sum(before[who] != seat for who, seat in after.items())


def test_a_table_shows_what_is_doubtful_and_is_taken_in_whole(seated: Room, hall: Hall, tmp_path: Path) -> None:
    path = tmp_path / "ghe.csv"
    path.write_text("Số thẻ,Ghế\n003,A-01\n999,A-02", encoding="utf-8")
    seated.presenter.seat_changes.look_at(path)
    planned = seats(seated).table.planned
    assert planned is not None
    assert [error.row for error in planned.errors] == [3]
    before = len(hall.events())
    seated.presenter.seat_changes.take_in()
    assert len(hall.events()) == before
    path.write_text("Số thẻ,Ghế\n003,A-01\n001,A-02", encoding="utf-8")
    seated.presenter.seat_changes.look_again()
    seated.presenter.seat_changes.take_in()
    assert names(seated) == {"A-01": "Nguyễn Văn Chi", "A-02": "Nguyễn Văn Ánh"}
    assert seats(seated).form is SeatForm.NONE


def test_no_seating_table_is_told_and_the_form_stays(seated: Room, tmp_path: Path) -> None:
    path = tmp_path / "khac.csv"
    path.write_text("Số thẻ,Tên\n001,An", encoding="utf-8")
    seated.presenter.seat_changes.look_at(path)
    assert seated.state.told is not None
    assert isinstance(seated.state.told.error, Refusal)
    assert seated.state.told.error.reason is Reason.NOT_A_SEAT_LIST
    assert seats(seated).form is SeatForm.IMPORT


def test_another_desks_change_is_seen_at_once(seated: Room, hall: Hall) -> None:
    hall.seating.swap(hall.people[0].id, hall.people[1].id, OTHER)
    assert names(seated)["A-01"] == "Nguyễn Văn Bình"


def test_somebody_whose_seat_the_hall_lacks_waits_with_the_others(seated: Room, hall: Hall) -> None:
    sheet = hall.registry.delegate(hall.people[2].id).sheet
    hall.registry.edit(hall.people[2].id, replace(sheet, seat="Z-40"))
    assert [person.sheet.seat for person in seats(seated).waiting] == ["Z-40"]
    seated.presenter.seats.put(hall.people[2].id, "A-01")  # taken: he has no seat to give for it
    assert seated.state.told is not None
    assert isinstance(seated.state.told.error, Refusal)
    assert seated.state.told.error.reason is Reason.SEAT_TAKEN
    hall.registry.edit(hall.people[2].id, replace(sheet, seat="A 1"))
    assert [person.sheet.full_name for person in seats(seated).waiting] == ["Nguyễn Văn Chi"]
    assert seats(seated).sharing


def papers_on(room: Room, *, width: int = 300) -> None:
    """The page open over real paper."""
    room.presenter.seat_printing.fit(width)
    room.presenter.open_page(Page.SEATS)
    room.presenter.seat_printing.open()


@pytest.fixture
def printing(hall: Hall, settings: SettingsFile, tmp_path: Path) -> Room:
    """One person on the stage, one in the hall, and real paper."""
    roster = Roster()
    makers = {**SeatingRecords(roster).makers(), **CongressRecords(roster).makers()}
    made = Room(hall, settings, tmp_path, records=RecordsService(hall.floor, PdfForms(), makers))
    hall.seating.draw(OTHER, drawn_hall(SMALL))
    hall.seating.assign(hall.people[0].id, OTHER, "CT-01")
    hall.seating.assign(hall.people[1].id, OTHER, "A-02")
    papers_on(made)
    return made


def test_a_plan_is_looked_at_page_by_page(printing: Room) -> None:
    assert seats(printing).printing.pages >= 2  # the map, then who sits where
    printing.presenter.seat_printing.turn(1)
    assert seats(printing).printing.page == 1
    printing.presenter.seat_printing.turn(99)
    assert seats(printing).printing.page == 1


def test_name_tents_of_the_stage_are_saved_and_journaled(printing: Room, hall: Hall, tmp_path: Path) -> None:
    printing.presenter.seat_printing.choose(SeatPaper.TENTS)
    everybody = seats(printing).printing.pages
    printing.presenter.seat_printing.choose_whom(Whom.STAGE)
    assert (seats(printing).printing.pages, everybody) == (1, 2)
    printing.presenter.seat_printing.save_paper(tmp_path / "bien-ten.pdf")
    assert (tmp_path / "bien-ten.pdf").read_bytes().startswith(b"%PDF")
    assert hall.events()[-1].kind is Kind.PRINTED
    assert hall.events()[-1].body["form"] == "name-tents"


def test_a_plan_without_seats_says_why_it_cannot_be_printed(printing: Room) -> None:
    printing.presenter.seats.choose_plan(OPENING)
    printing.presenter.seat_printing.open()
    error = seats(printing).printing.error
    assert isinstance(error, Refusal)
    assert error.reason is Reason.NO_SEATS
