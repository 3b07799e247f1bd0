"""Codes, links, portal, figures, opinions and paper copies as the secretariat handles them."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from congress_desk.domain.documents import AskOpinions, Card, Document, Secrecy, Status
from congress_desk.domain.documents_links import Scope
from congress_desk.domain.documents_records import SheetKind, SheetRecord
from congress_desk.domain.journal import Kind
from congress_desk.domain.opinions import OpinionId, Stance, Verdict
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.portal_settings import PortalSettings
from congress_desk.services.ports.portal import PortalDied, PortalEnded, PortalStarted
from congress_desk.ui.rooms.documents.stands import Answered, Handed, Live, Stand
from congress_desk.ui.rooms.documents.state import Fact, Follow, Page
from tests.library_files import a_pdf
from tests.ui.rooms.documents.conftest import Room

DEVICE = "ab" * 8


@pytest.fixture
def document(room: Room, tmp_path: Path) -> Document:
    card = Card(title="Báo cáo", opinions=AskOpinions.NAMED, parts=("I", "II"))
    made = room.hall.library.documents.add(a_pdf(tmp_path / "x.pdf"), card, status=Status.ISSUED)
    room.presenter.tick()
    return made


def test_a_sheet_keeps_its_links_on_another_paper_and_in_another_language(room: Room, document: Document) -> None:
    room.presenter.open_page(Page.SHEETS)
    room.presenter.sheets.choose(Handed.ISSUED)
    room.presenter.sheets.make()
    first = room.state.paper.record
    assert room.state.paper.stand is Stand.SHOWN, room.state.paper.error
    room.presenter.sheets.choose_kind(SheetKind.TENT)
    room.presenter.choose_language("ar")
    again = room.state.paper.record
    assert isinstance(first, SheetRecord)
    assert isinstance(again, SheetRecord)
    assert (again.kind, again.invitations) == (SheetKind.TENT, first.invitations)
    assert len(room.events(Kind.LINKS_ISSUED)) == 1


def test_a_sheet_is_saved_as_pdf_and_as_pictures(room: Room, document: Document, tmp_path: Path) -> None:
    room.presenter.open_page(Page.SHEETS)
    room.presenter.sheets.make()
    room.presenter.paper.save(tmp_path / "a.pdf")
    room.presenter.paper.save(tmp_path / "a.png")
    assert (tmp_path / "a.pdf").read_bytes() == room.state.paper.pdf
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert room.presenter.paper.proposed_name() == "qr-poster-en"
    assert len(room.events(Kind.PRINTED)) == 2


def test_every_delegate_has_a_label_and_the_old_ones_are_revoked(room: Room) -> None:
    room.presenter.open_page(Page.SHEETS)
    room.presenter.sheets.choose(Handed.LABELS)
    assert room.state.sheets.kind is SheetKind.LABELS
    room.presenter.sheets.make()
    room.presenter.sheets.make()
    room.presenter.open_page(Page.LINKS)
    uses = room.state.links or ()
    assert [use.link.scope for use in uses] == [Scope.DELEGATE] * 6
    assert sum(use.link.revoked_at is not None for use in uses) == 3


def test_one_document_goes_to_each_delegate_by_name(room: Room, document: Document) -> None:
    room.presenter.library.mark([document.id])
    room.presenter.library.hand_out()
    room.presenter.sheets.choose(Handed.PERSONAL)
    room.presenter.sheets.choose_delegation("Đoàn 01")
    room.presenter.sheets.make()
    record = room.state.paper.record
    assert isinstance(record, SheetRecord)
    assert [one.person.id for one in record.invitations if one.person] == [p.id for p in room.hall.people]


def test_a_draft_is_not_handed_out_and_says_why(room: Room) -> None:
    room.take_in("Nháp")
    room.presenter.library.hand_out()
    room.presenter.sheets.make()
    assert room.state.paper.stand is Stand.FAILED
    assert isinstance(room.state.paper.error, Refusal)
    assert room.state.paper.error.reason is Reason.NOT_ISSUED


def test_a_link_used_on_many_devices_is_shown_and_revoked(room: Room, document: Document) -> None:
    link = room.hall.library.links.for_delegates([room.hall.people[0].id])[0].link
    for number in range(3):
        room.hall.library.portal.note_visit(f"{number}" * 16, link.id, outside=True)
    room.hall.library.portal.write_down()
    room.presenter.open_page(Page.LINKS)
    (use,) = room.state.links or ()
    assert (use.devices, use.watched) == (3, True)
    room.presenter.sheets.revoke([link.id])
    assert (room.told.fact, room.told.places["count"]) == (Fact.REVOKED, 1)
    (use,) = room.state.links or ()
    assert use.link.revoked_at is not None


def test_the_portal_starts_dies_comes_back_and_stops(room: Room) -> None:
    portal = room.presenter.portal
    room.presenter.open_page(Page.PORTAL)
    assert room.live() is Live.STOPPED
    portal.start()
    assert (room.live(), room.process.port) == (Live.STARTING, 8765)
    room.process.report(PortalStarted(port=8765, pid=1))
    assert (room.live(), room.told.fact) == (Live.RUNNING, Fact.STARTED)
    room.process.report(PortalDied())
    assert room.live() is Live.RETURNING
    room.process.report(PortalStarted(port=8765, pid=2, again=True))
    assert room.told.fact is Fact.CAME_BACK
    portal.stop()
    assert (room.live(), room.process.running) == (Live.STOPPED, False)


def test_a_taken_port_is_told_with_a_way_to_try_again(room: Room) -> None:
    room.presenter.portal.start()
    room.process.report(PortalEnded(problem=Problem.PORT_TAKEN))
    assert isinstance(room.told.error, Trouble)
    assert room.told.follow is Follow.RESTART
    room.presenter.follow(room.told)
    assert room.live() is Live.STARTING


def test_the_codes_of_address_and_wifi_are_drawn_without_making_a_link(room: Room) -> None:
    room.presenter.portal.save(PortalSettings(port=9000, wifi_name="DAI-HOI", wifi_password="thaison"))
    room.presenter.open_page(Page.PORTAL)
    slide = room.state.portal.slide
    assert slide is not None
    assert set(_codes(slide)) == {"WIFI:T:WPA;S:DAI-HOI;P:thaison;;", room.hall.library.settings.base() + "/"}
    assert room.events(Kind.LINKS_ISSUED) == []


def test_a_wrong_address_is_marked_where_it_was_written(room: Room) -> None:
    room.presenter.portal.save(PortalSettings(base="not an address"))
    assert room.state.portal.wrong == {"base_url": "wrong"}
    assert not room.state.saving


def test_a_certificate_is_kept_on_this_desk_and_the_codes_say_https(room: Room, tmp_path: Path) -> None:
    chain = tmp_path / "hall.pem"
    room.presenter.portal.choose_certificate(chain)
    room.presenter.portal.start()
    assert isinstance(room.told.error, Trouble)  # the file is not there
    chain.write_text("pem")
    room.presenter.portal.start()
    assert room.process.certificate is not None
    assert room.process.certificate.key == chain
    assert room.around.settings.current.portal_certificate == str(chain)
    room.presenter.open_page(Page.SHEETS)
    assert room.state.sheets.base.startswith("https://")
    room.presenter.portal.drop_certificate()
    assert not room.state.portal.encrypted


def test_notices_are_posted_and_withdrawn(room: Room) -> None:
    room.presenter.open_page(Page.PORTAL)
    room.presenter.portal.post("Họp tổ lúc 14 giờ", delegates_only=True)
    (notice,) = room.state.portal.notices
    assert notice.delegates_only
    room.presenter.portal.withdraw(notice.id)
    assert room.state.portal.notices == ()


def test_what_phones_open_is_seen_with_the_next_tick(room: Room, document: Document) -> None:
    room.presenter.open_page(Page.READING)
    assert room.state.reading.chosen == document.id
    link = room.hall.library.links.for_delegates([room.hall.people[0].id])[0].link
    reading = room.hall.library.portal.open(DEVICE, [link.id], document.id)
    room.hall.library.portal.note_opening(DEVICE, reading, finished=True)
    room.hall.library.portal.write_down()
    room.presenter.tick()
    shown = room.state.reading.shown
    assert shown is not None
    assert (shown.devices, shown.opened, shown.finished, len(shown.not_opened)) == (1, 1, 1, 2)
    assert room.state.lines is not None
    assert room.state.lines[0].devices == 1
    room.presenter.reading.print_chosen()
    assert room.state.paper.stand is Stand.SHOWN


def test_an_opinion_is_sorted_answered_and_printed(room: Room, document: Document) -> None:
    opinion = OpinionId(str(uuid.UUID(int=7)))
    receive = room.hall.library.opinions.receive
    receive(opinion, document.id, stance=Stance.AMEND, text="Sửa", part="I", delegate=room.hall.people[0].id)
    room.presenter.open_page(Page.OPINIONS)
    acts = room.presenter.opinions
    acts.choose(opinion)
    acts.sort(general=False, part="II")
    acts.choose_verdict(Verdict.EXPLAINED)
    acts.answer(" ")
    assert room.state.opining.needs_words
    acts.answer("Đã có ở mục 2")
    chosen = room.state.chosen_opinion
    assert chosen is not None
    assert (chosen.part, chosen.verdict, chosen.answer) == ("II", Verdict.EXPLAINED, "Đã có ở mục 2")
    acts.show_answered(Answered.OPEN)
    assert (room.state.listed_opinions, room.state.unanswered) == ((), 0)
    acts.print_synthesis()
    assert (room.state.page, room.state.paper.stand) == (Page.PAPER, Stand.SHOWN)


def test_copies_are_given_out_by_number_and_taken_back(room: Room, document: Document) -> None:
    acts = room.presenter.copies
    acts.open_for(document.id)
    acts.issue("x")
    assert set(room.state.copies.wrong) == {"copies", "holder"}
    acts.issue("1-3", delegation="Đoàn 01")
    acts.issue("4", delegate=room.hall.people[0].id)
    acts.issue("4", delegation="Đoàn 01")
    assert isinstance(room.told.error, Refusal)
    assert room.told.error.reason is Reason.COPY_IS_OUT
    record = room.state.copies.record
    assert record is not None
    assert [line.copy.number for line in record.lines] == [1, 2, 3, 4]
    acts.take_back(record.lines[:2])
    assert (room.told.fact, room.told.places["count"]) == (Fact.COPIES_BACK, 2)
    acts.show_only_out(False)
    assert room.state.copies.record is not None
    assert len(room.state.copies.record.lines) == 4
    acts.print_book()
    assert room.state.paper.stand is Stand.SHOWN


def test_a_secret_is_counted_out_on_paper_only(room: Room, document: Document) -> None:
    card = Card(title="Nhân sự", secrecy=Secrecy.SECRET)
    room.hall.library.documents.edit(document.id, card)
    room.presenter.copies.open_for(document.id)
    room.presenter.copies.issue("1", delegation="Đoàn 01")
    assert room.told.fact is Fact.COPIES_ISSUED


def _codes(picture: bytes) -> list[str]:
    import io

    import zxingcpp
    from PIL import Image

    return [found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))]


def test_the_registration_of_presentations_is_closed_at_once_and_opened_again(room: Room) -> None:
    room.presenter.open_page(Page.PORTAL)
    room.presenter.portal.open_speeches(False)
    assert not room.hall.library.settings.settings().speeches_open
    assert not room.state.portal.settings.speeches_open
    room.presenter.portal.open_speeches(True)
    assert room.state.portal.settings.speeches_open
