"""The library's page: files dropped at once, completed together, looked at, issued and recalled."""

from __future__ import annotations

from pathlib import Path

import pytest

from congress_desk.domain.documents import DocumentType, Secrecy, Status
from congress_desk.domain.documents_naming import card_from
from congress_desk.domain.documents_records import RegisterRecord
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem, Reason, Refusal
from congress_desk.ui.rooms.documents.stands import Form, Handed, Stand
from congress_desk.ui.rooms.documents.state import Fact, Follow, Page
from tests.library_files import a_docx, a_pdf, a_picture
from tests.ui.rooms.documents.conftest import Room


@pytest.mark.parametrize(
    ("name", "title", "kind"),
    [
        ("03_Báo cáo chính trị (2).pdf", "Báo cáo chính trị", DocumentType.REPORT),
        ("du-thao-nghi-quyet.docx", "Du thao nghi quyet", DocumentType.DRAFT),
        ("Nghị quyết 29.pdf", "Nghị quyết 29", DocumentType.RESOLUTION),
        ("Quy chế v3.pdf", "Quy chế", DocumentType.REGULATION),
        ("348-TB-TU.pdf", "348 TB TU", DocumentType.OTHER),
        ("2025.pdf", "2025", DocumentType.OTHER),
    ],
)
def test_a_file_name_proposes_title_and_type(name: str, title: str, kind: DocumentType) -> None:
    card = card_from(name)
    assert (card.title, card.type) == (title, kind)
    assert card.secrecy is Secrecy.INTERNAL


def test_many_files_at_once_are_told_by_what_they_hold(room: Room, tmp_path: Path) -> None:
    folder = tmp_path / "dropped"
    folder.mkdir()
    a_pdf(folder / "01_Chương trình.pdf")
    a_docx(folder / "Dự thảo nghị quyết.docx")
    a_picture(folder / "sơ đồ.pdf")  # a picture under a wrong name
    (folder / "lừa.pdf").write_bytes(b"MZ this is a program")
    room.presenter.taking.look_at([folder])
    assert room.page() is Page.TAKING
    files = {one.path.name: one for one in room.state.taking.files}
    assert files["sơ đồ.pdf"].kind is not None
    assert files["sơ đồ.pdf"].kind.is_picture
    trouble = files["lừa.pdf"].trouble
    assert trouble is not None
    assert trouble.problem is Problem.NOT_A_DOCUMENT
    assert len(room.state.taking.marked) == 3
    assert room.state.documents == ()


def test_class_and_type_are_given_to_all_that_are_marked(room: Room, tmp_path: Path) -> None:
    room.presenter.taking.look_at([a_pdf(tmp_path / f"{n}. Tờ trình.pdf", [str(n)]) for n in (1, 2)])
    room.presenter.taking.change(secrecy=Secrecy.PUBLIC, type=DocumentType.PLAN)
    room.presenter.taking.mark([0])
    room.presenter.taking.change(title="Tờ trình về nhân sự")
    room.presenter.taking.mark_next()
    assert room.state.taking.marked == (1,)
    room.presenter.taking.take_in()
    assert room.page() is Page.LIBRARY
    assert room.titles() == ["Tờ trình", "Tờ trình về nhân sự"]
    assert {one.card.secrecy for one in room.state.documents} == {Secrecy.PUBLIC}
    assert {one.status for one in room.state.documents} == {Status.DRAFT}
    assert (room.told.fact, room.told.places["count"]) == (Fact.ADDED, 2)


def test_a_file_without_a_title_is_asked_for_before_anything_is_added(room: Room, tmp_path: Path) -> None:
    room.presenter.taking.look_at([a_pdf(tmp_path / "a.pdf"), a_pdf(tmp_path / "b.pdf", ["hai"])])
    room.presenter.taking.mark([1])
    room.presenter.taking.change(title=" ")
    room.presenter.taking.take_in()
    assert (room.state.taking.wrong, room.state.taking.marked) == (frozenset({1}), (1,))
    assert room.state.documents == ()


def test_what_fails_stays_in_the_list_and_the_rest_is_added(room: Room, tmp_path: Path) -> None:
    gone = a_pdf(tmp_path / "mất.pdf")
    room.presenter.taking.look_at([gone, a_pdf(tmp_path / "còn.pdf", ["hai"])])
    gone.unlink()
    room.presenter.taking.take_in(issued=True)
    assert [one.path.name for one in room.state.taking.files] == ["mất.pdf"]
    assert room.page() is Page.TAKING
    assert [(one.card.title, one.status) for one in room.state.documents] == [("Còn", Status.ISSUED)]
    assert room.told.fact is Fact.ADDED_SOME
    room.presenter.taking.mark([0])
    room.presenter.taking.leave_out()
    assert room.page() is Page.LIBRARY


def test_words_are_found_in_titles_and_inside_the_files(room: Room) -> None:
    room.take_in("Báo cáo", text="ngân sách tỉnh")
    room.take_in("Quy chế", text="bầu cử")
    room.presenter.library.filter(words="ngan sach")
    assert room.titles() == ["Báo cáo"]
    room.presenter.library.filter(words="", type=DocumentType.REGULATION)
    assert room.titles() == ["Quy chế"]
    room.presenter.library.clear_filters()
    assert len(room.titles()) == 2


def test_the_first_page_of_the_chosen_document_is_a_picture(room: Room) -> None:
    room.take_in("Báo cáo")
    room.choose("Báo cáo")
    preview = room.state.preview
    assert preview is not None
    assert preview.picture is not None
    assert preview.picture.startswith(b"\xff\xd8")
    assert (preview.pages, preview.reading) == (1, False)


def test_a_damaged_file_says_so_in_the_place_of_its_picture(room: Room, hall_files: Path) -> None:
    (document,) = room.take_in("Báo cáo")
    next(hall_files.rglob(f"{document.current.sha256}*")).write_bytes(b"something else")
    room.presenter.library.mark([])
    room.choose("Báo cáo")
    assert room.state.preview is not None
    assert room.state.preview.error is not None


def test_a_document_goes_through_its_states_and_is_recalled_in_one_act(room: Room) -> None:
    room.take_in("Báo cáo")
    document = room.choose("Báo cáo")
    for status, fact in (
        (Status.APPRAISED, Fact.APPRAISED),
        (Status.APPROVED, Fact.APPROVED),
        (Status.ISSUED, Fact.ISSUED),
    ):
        room.presenter.library.change_status(status)
        assert room.told.fact is fact
    room.presenter.library.recall()
    assert (room.told.fact, room.told.follow) == (Fact.RECALLED, Follow.UNDO_RECALL)
    assert room.status() is Status.RECALLED
    room.presenter.follow(room.told)
    assert room.status() is Status.ISSUED
    assert room.state.marked == (document.id,)


def test_what_is_secret_is_refused_by_qr_and_led_to_paper(room: Room) -> None:
    room.take_in("Nhân sự")
    document = room.choose("Nhân sự")
    room.presenter.library.edit()
    room.presenter.library.save(card_from("Nhân sự.pdf").__class__(title="Nhân sự", secrecy=Secrecy.SECRET))
    room.presenter.library.hand_out()
    assert room.page() is Page.LIBRARY
    assert isinstance(room.told.error, Refusal)
    assert room.told.error.reason is Reason.SECRET_NEVER_BY_QR
    room.presenter.follow(room.told)
    assert (room.state.page, room.state.copies.document) == (Page.COPIES, document.id)


def test_a_card_without_a_title_is_not_saved(room: Room) -> None:
    room.take_in("Báo cáo")
    document = room.choose("Báo cáo")
    room.presenter.library.edit()
    room.presenter.library.save(card_from("x").__class__(title=" "))
    assert (room.state.form, room.state.wrong) == (Form.EDIT, {"title": "missing"})
    room.presenter.library.cancel()
    assert room.state.form is Form.FACTS
    assert room.state.documents[0].card.title == document.card.title


def test_a_new_version_takes_the_place_and_the_same_file_is_refused(room: Room, tmp_path: Path) -> None:
    room.take_in("Báo cáo")
    room.choose("Báo cáo")
    newer = a_pdf(tmp_path / "mới.pdf", ["phiên bản hai"])
    room.presenter.library.add_version(newer)
    assert (room.told.fact, room.told.places["number"]) == (Fact.VERSION, 2)
    room.presenter.library.add_version(newer)
    assert isinstance(room.told.error, Refusal)
    assert room.told.error.reason is Reason.SAME_FILE
    room.presenter.library.save_file(tmp_path / "kept.pdf")
    assert (tmp_path / "kept.pdf").read_bytes() == newer.read_bytes()


def test_marked_documents_are_handed_out_together(room: Room) -> None:
    documents = room.take_in("Một", "Hai")
    room.presenter.library.hand_out()
    assert room.page() is Page.SHEETS
    assert room.state.sheets.handed is Handed.CHOSEN
    assert set(room.state.sheets.documents) == {one.id for one in documents}


def test_the_register_is_shown_printed_and_journaled(room: Room) -> None:
    room.take_in("Nghị quyết")
    room.choose("Nghị quyết")
    room.presenter.library.change_status(Status.ISSUED)
    room.presenter.library.print_register()
    paper = room.state.paper
    assert (room.state.page, paper.stand) == (Page.PAPER, Stand.SHOWN)
    assert isinstance(paper.record, RegisterRecord)
    room.presenter.paper.print_paper()
    assert room.tray.sent == [paper.pdf]
    assert [event.body["form"] for event in room.events(Kind.PRINTED)] == ["documents"]
    room.presenter.go_back()
    assert room.page() is Page.LIBRARY
