"""What a paper asks for, chosen in the room: session, vote, round, document, and how it shall look."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from congress_desk.domain.documents import Card, Secrecy, Status
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.seating import HallShape, PlanName, drawn_hall
from congress_desk.domain.votes import ZoneCount
from congress_desk.ui.rooms.records.catalogue import GROUPS, Group, Option, Subject
from congress_desk.ui.rooms.records.state import Page, Stand
from congress_desk.ui.rooms.records.view import RecordsView
from congress_desk.ui.widgets.empty_state import EmptyState
from tests.library_files import a_pdf
from tests.reports.reading import whole_text
from tests.services.counted_ballots import sealed
from tests.services.scanned_ballots import an_election
from tests.ui.rooms.records.room import Room


def voted(room: Room, *items: str) -> None:
    room.hall.check_in.by_code(room.hall.badge(0), room.hall.session)
    for item in items:
        room.hall.voting.hands.record(item, [ZoneCount(agree=1)], room.hall.session)
    room.presenter.enter()


def test_one_vote_or_the_register_of_all(room: Room) -> None:
    voted(room, "Thông qua chương trình", "Bầu Đoàn Chủ tịch")
    room.presenter.choose_form(Form.VOTE_RECORD)
    assert "Bầu Đoàn Chủ tịch" in whole_text(room.paper().pdf)
    room.presenter.choose_subject(room.state.votes[0].id)
    told = whole_text(room.paper().pdf)
    assert "Thông qua chương trình" in told
    assert "Bầu Đoàn Chủ tịch" not in told


def test_the_papers_of_an_election_follow_its_round(room: Room) -> None:
    first = an_election(room.hall, seats=4).latest
    room.presenter.enter()
    room.presenter.choose_form(Form.SEAL_LABEL)
    error = room.paper().error
    assert isinstance(error, Refusal)
    assert error.reason is Reason.ROUND_NOT_SEALED
    sealed(room.hall, first, ["yyyyn", "yyyny"])
    room.presenter.paper.make()
    assert room.stand() is Stand.SHOWN
    room.presenter.choose_form(Form.COUNT_RECORD)
    assert (room.stand(), room.state.asked_subject) == (Stand.SHOWN, first.id)


def test_the_library_is_printed_here_too(room: Room, tmp_path: Path) -> None:
    card = Card(title="Báo cáo chính trị", secrecy=Secrecy.PUBLIC)
    room.hall.library.documents.add(a_pdf(tmp_path / "a.pdf"), card, status=Status.ISSUED)
    room.presenter.enter()
    for paper in GROUPS[Group.DOCUMENTS]:
        room.presenter.choose_form(paper)
        assert room.stand() is Stand.SHOWN, paper
    room.presenter.choose_form(Form.DOCUMENTS)
    assert "Báo cáo chính trị" in whole_text(room.paper().pdf)
    room.presenter.paper.print_paper()
    (event,) = room.printings()
    assert event.body["form"] == "documents"


def test_the_credentials_report_is_of_the_congress_or_of_one_session(room: Room) -> None:
    room.presenter.choose_form(Form.CREDENTIALS)
    assert (room.state.about, room.state.asked_session) == (Subject.ANY_SESSION, None)
    whole = room.paper().pdf
    room.presenter.choose_session(room.hall.session)
    assert room.state.asked_session == room.hall.session
    assert room.paper().pdf != whole


def test_badges_have_their_size_and_backs_and_other_papers_do_not(room: Room) -> None:
    room.presenter.choose_form(Form.BADGES)
    fronts = room.paper().pages
    room.presenter.choose_look(Option.BACKS, "yes")
    assert room.paper().pages == 2 * fronts
    room.presenter.choose_look(Option.SIZE, "54x86")
    assert room.state.asked_options == {"size": "54x86", "backs": "yes"}
    room.presenter.choose_form(Form.ROLL)
    assert room.state.asked_options == {}


def test_a_sheet_of_one_paper_is_not_asked_of_another(room: Room) -> None:
    room.presenter.choose_form(Form.INVITATION)
    room.presenter.choose_look(Option.PAPER, "a4")
    assert room.state.asked_options == {"paper": "a4"}
    room.hall.seating.draw(PlanName.OPENING, drawn_hall(HallShape(left=1, middle=2, right=1, rows=(1,))))
    room.presenter.choose_look(Option.PAPER, "a5")
    room.presenter.choose_look(Option.PLAN, "opening")
    room.presenter.choose_form(Form.SEATING)
    assert room.state.asked_options == {"plan": "opening"}
    assert room.stand() is Stand.SHOWN


def test_a_paper_in_its_own_looks_is_sealed_as_it_is_shown(room: Room, tmp_path: Path) -> None:
    room.hall.seating.draw(PlanName.OPENING, drawn_hall(HallShape(left=1, middle=2, right=1, rows=(1,))))
    room.presenter.choose_form(Form.SEATING)
    assert room.stand() is Stand.FAILED  # the plan of the other sessions is empty
    room.presenter.choose_look(Option.PLAN, "opening")
    room.presenter.seals.seal(tmp_path / "plan.pdf")
    (seal,) = room.desk.archive.seals.seals()
    assert (seal.form, seal.pages) == ("seating", room.paper().pages)


@pytest.mark.parametrize(
    ("form", "room_name"),
    [(Form.VOTE_RECORD, "voting"), (Form.COUNT_RECORD, "elections"), (Form.COPIES, "documents")],
)
def test_what_is_missing_has_a_way_to_where_it_is_made(
    view: RecordsView, room: Room, form: Form, room_name: str
) -> None:
    room.presenter.choose_form(form)
    view.preview._stands[room.stand()].button.click()  # type: ignore[attr-defined]
    assert room.around.went == [room_name]


def test_a_resolution_without_words_leads_to_where_they_are_written(view: RecordsView, room: Room) -> None:
    room.presenter.choose_form(Form.RESOLUTION)
    (page,) = (one for one in view.preview.findChildren(EmptyState) if one.isVisibleTo(view))
    page.button.click()
    assert room.state.page is Page.CLOSING


def test_what_is_asked_for_shows_with_its_paper(view: RecordsView, room: Room) -> None:
    asking = view.choosing.asking
    room.presenter.choose_form(Form.BADGES)
    assert asking.size_of_badge.isVisible()
    assert asking.right.isVisible()
    assert not asking.session.isVisible()
    asking.size_of_badge.picked.emit("70x100")
    asking.backs.click()
    asking.right.setValue(1.5)
    asking.right.editingFinished.emit()
    assert room.state.asked_options == {"size": "70x100", "backs": "yes", "shift": "1.5,0"}
    room.presenter.choose_form(Form.ATTENDANCE)
    assert asking.session.isVisible()
    assert not asking.size_of_badge.isVisible()


def test_groups_open_by_click_and_the_arrow_keys_choose_papers(view: RecordsView, room: Room) -> None:
    tree = view.choosing.tree
    item = tree.item_of(Form.SEATING)
    group = item.parent()
    assert group is not None
    assert not group.isExpanded()
    tree.itemClicked.emit(group, 0)
    assert group.isExpanded()
    tree.setCurrentItem(item)
    chosen = [room.state.form]
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert [*chosen, room.state.form] == [Form.SEATING, Form.SEAT_TICKETS]
