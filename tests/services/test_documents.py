"""The library on a real store and a real folder: taken in, replaced, issued, recalled, searched, copied."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from congress_desk.domain.documents import AskOpinions, Card, Document, DocumentId, DocumentType, Secrecy, Status
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.documents_copies import numbers_in
from tests.builders import Hall
from tests.library_files import a_docx, a_pdf, a_picture


def add(hall: Hall, folder: Path, title: str = "Báo cáo chính trị", text: str = "một", **more: Any) -> Document:
    status = more.pop("status", Status.ISSUED)
    card = Card(**({"title": title, "secrecy": Secrecy.PUBLIC} | more))
    return hall.library.documents.add(a_pdf(folder / f"{title}.pdf", [text]), card, status=status)


def reason_of(act: Callable[[], object]) -> Reason:
    with pytest.raises(Refusal) as refused:
        act()
    return refused.value.reason


def last_event(hall: Hall) -> tuple[Kind, dict[str, Any]]:
    event = hall.events()[-1]
    return event.kind, dict(event.body)


def test_a_document_is_taken_in_with_its_file_and_journaled(hall: Hall, tmp_path: Path) -> None:
    document = add(hall, tmp_path, number=" 348-TB/TU ", type=DocumentType.NOTICE)
    assert document.card.number == "348-TB/TU"
    assert (document.current.number, document.current.pages, document.issued_at) == (1, 1, hall.clock.now())
    assert hall.library.documents.file(document.id).read_bytes() == (tmp_path / "Báo cáo chính trị.pdf").read_bytes()
    kind, body = last_event(hall)
    assert kind is Kind.DOCUMENT_ADDED
    assert body["sha256"] == document.current.sha256
    assert hall.library.documents.documents() == (document,)
    assert hall.congress.verify().ok


def test_the_same_file_for_two_documents_is_stored_once(hall: Hall, tmp_path: Path) -> None:
    one, two = add(hall, tmp_path), add(hall, tmp_path, number="2")
    assert one.current.sha256 == two.current.sha256
    files = [p for p in (tmp_path / "hall.congress.files").rglob("*") if p.is_file()]
    assert len(files) == 1


def test_a_document_without_a_title_or_with_a_part_twice_is_refused(hall: Hall, tmp_path: Path) -> None:
    assert reason_of(lambda: add(hall, tmp_path, " ")) is Reason.BAD_VALUE
    assert reason_of(lambda: add(hall, tmp_path, parts=("I", "I "))) is Reason.BAD_VALUE
    secret = {"secrecy": Secrecy.SECRET, "opinions": AskOpinions.NAMED}
    assert reason_of(lambda: add(hall, tmp_path, **secret)) is Reason.SECRET_NEVER_BY_QR
    assert hall.library.documents.documents() == ()


def test_many_files_at_once_take_their_names_as_titles_and_a_bad_one_spoils_no_other(
    hall: Hall, tmp_path: Path
) -> None:
    bad = tmp_path / "virus.pdf"
    bad.write_bytes(b"MZ")
    paths = [a_pdf(tmp_path / "Báo_cáo  kiểm điểm.pdf"), bad, a_docx(tmp_path / "Dự thảo.docx")]
    found = hall.library.documents.add_many(paths, Card(title="-", secrecy=Secrecy.INTERNAL))
    assert [one.document.card.title if one.document else None for one in found] == [
        "Báo cáo kiểm điểm",
        None,
        "Dự thảo",
    ]
    assert found[1].trouble is not None
    assert found[1].trouble.problem is Problem.NOT_A_DOCUMENT


def test_a_new_version_takes_the_place_of_the_old_which_stays_in_the_history(hall: Hall, tmp_path: Path) -> None:
    document = add(hall, tmp_path, text="cũ")
    renewed = hall.library.documents.add_version(document.id, a_pdf(tmp_path / "new.pdf", ["mới", "hai"]))
    assert [v.number for v in renewed.versions] == [1, 2]
    assert renewed.current.pages == 2
    assert hall.library.documents.file(document.id, version=1).exists()
    assert hall.library.documents.search("moi") == (renewed,)
    assert hall.library.documents.search("cu") == ()
    same = tmp_path / "new.pdf"
    assert reason_of(lambda: hall.library.documents.add_version(document.id, same)) is Reason.SAME_FILE
    assert reason_of(lambda: hall.library.documents.file(document.id, version=9)) is Reason.NO_SUCH_DOCUMENT


def test_status_goes_on_step_by_step_and_a_recall_is_repeated_without_harm(hall: Hall, tmp_path: Path) -> None:
    document = add(hall, tmp_path, status=Status.DRAFT)
    documents = hall.library.documents
    assert documents.change_status(document.id, Status.APPRAISED).status is Status.APPRAISED
    assert documents.issue(document.id).issued_at == hall.clock.now()
    recalled = documents.recall(document.id)
    assert recalled.recalled_at == hall.clock.now()
    assert last_event(hall) == (
        Kind.DOCUMENT_STATUS_CHANGED,
        {"document": document.id, "from": "issued", "to": "recalled"},
    )
    count = len(hall.events())
    assert documents.recall(document.id) == recalled
    assert len(hall.events()) == count
    assert documents.issue(document.id).recalled_at is None
    assert reason_of(lambda: documents.recall(DocumentId("none"))) is Reason.NO_SUCH_DOCUMENT


def test_an_edit_is_journaled_with_what_was_there_before(hall: Hall, tmp_path: Path) -> None:
    document = add(hall, tmp_path)
    card = Card(title="Báo cáo sửa", secrecy=Secrecy.INTERNAL)
    assert hall.library.documents.edit(document.id, card).card == card
    kind, body = last_event(hall)
    assert kind is Kind.DOCUMENT_EDITED
    assert body["changes"]["title"] == ["Báo cáo chính trị", "Báo cáo sửa"]
    count = len(hall.events())
    hall.library.documents.edit(document.id, card)
    assert len(hall.events()) == count


def test_search_finds_titles_numbers_and_words_on_pages_without_their_marks(hall: Hall, tmp_path: Path) -> None:
    report = add(hall, tmp_path, "Báo cáo", "Độ che phủ rừng 80 %", number="12-BC/TU")
    other = add(hall, tmp_path, "Quy chế", "Thảo luận tổ")
    found = hall.library.documents.search
    assert found("che phu rung") == (report,)
    assert found("QUY CHE") == (other,)
    assert found("12-bc") == (report,)
    assert found("100%") == ()
    assert set(found("")) == {report, other}


def test_the_preview_shows_pages_and_pictures(hall: Hall, tmp_path: Path) -> None:
    documents = hall.library.documents
    pdf = add(hall, tmp_path)
    jpeg = documents.preview(pdf.id, 0, 200)
    assert jpeg is not None
    assert jpeg.startswith(b"\xff\xd8")
    assert documents.preview(pdf.id, 1, 200) is None
    picture = documents.add(a_picture(tmp_path / "a.png"), Card(title="Ảnh"))
    assert documents.preview(picture.id, 0, 200) == (tmp_path / "a.png").read_bytes()
    assert documents.preview(documents.add(a_docx(tmp_path / "a.docx"), Card(title="Word")).id, 0, 200) is None


def test_a_file_that_was_changed_is_named_and_not_handed_out(hall: Hall, tmp_path: Path) -> None:
    document = add(hall, tmp_path)
    assert hall.library.documents.damaged() == ()
    kept = hall.library.documents.file(document.id)
    kept.chmod(0o644)
    kept.write_bytes(b"something else")
    assert hall.library.documents.damaged() == (document,)
    with pytest.raises(Trouble) as told:
        hall.library.documents.file(document.id)
    assert told.value.problem is Problem.DOCUMENT_DAMAGED


def test_a_backup_holds_the_documents_too(hall: Hall, tmp_path: Path) -> None:
    document = add(hall, tmp_path)
    target = tmp_path / "copy" / "copy.congress.files"
    hall.library.documents.back_up(target)
    found = target / document.current.sha256[:2] / document.current.sha256
    assert found.read_bytes() == hall.library.documents.file(document.id).read_bytes()
    shutil.rmtree(target)


def test_the_register_counts_what_was_issued_by_type_and_year(hall: Hall, tmp_path: Path) -> None:
    for number in (10, 9):
        add(hall, tmp_path, f"NQ {number}", number=f"{number}-NQ/TU", type=DocumentType.RESOLUTION)
    add(hall, tmp_path, "Dự thảo", type=DocumentType.DRAFT, status=Status.DRAFT)
    add(hall, tmp_path, "Thông báo", type=DocumentType.NOTICE)
    record = hall.library.documents.register(2025)
    assert [(kind, [d.card.number for d in documents]) for kind, documents in record.groups] == [
        (DocumentType.RESOLUTION, ["9-NQ/TU", "10-NQ/TU"]),
        (DocumentType.NOTICE, [""]),
    ]
    assert hall.library.documents.register(2024).groups == ()


def test_paper_copies_go_out_by_number_and_come_back(hall: Hall, tmp_path: Path) -> None:
    document, copies = add(hall, tmp_path, secrecy=Secrecy.SECRET), hall.library.copies
    who = hall.people[0]
    copies.issue(document.id, [1, 2], delegate=who.id)
    copies.issue(document.id, numbers_in("3-4"), delegation="Đoàn 01")
    assert reason_of(lambda: copies.issue(document.id, [2], delegation="Đoàn 02")) is Reason.COPY_IS_OUT
    copies.take_back(document.id, [2, 3])
    assert reason_of(lambda: copies.take_back(document.id, [3])) is Reason.COPY_NOT_OUT
    copies.issue(document.id, [3], delegation="Đoàn 02")
    out = copies.record(only_out=True).lines
    assert [(line.copy.number, line.copy.delegation) for line in out] == [
        (1, who.sheet.delegation),
        (3, "Đoàn 02"),
        (4, "Đoàn 01"),
    ]
    assert len(copies.record().lines) == 5
    assert last_event(hall)[0] is Kind.COPIES_ISSUED


@pytest.mark.parametrize("given", [{}, {"delegate": "x", "delegation": "y"}])
def test_a_copy_has_one_holder(hall: Hall, tmp_path: Path, given: dict[str, Any]) -> None:
    document = add(hall, tmp_path)
    assert reason_of(lambda: hall.library.copies.issue(document.id, [1], **given)) is Reason.BAD_VALUE


@pytest.mark.parametrize("numbers", [[], [0], [1, 1]])
def test_copies_have_numbers_from_one_on_each_once(hall: Hall, tmp_path: Path, numbers: list[int]) -> None:
    document = add(hall, tmp_path)
    assert reason_of(lambda: hall.library.copies.issue(document.id, numbers, delegation="A")) is Reason.BAD_VALUE


def test_numbers_are_written_as_people_write_them() -> None:
    assert numbers_in("1-3, 7,2") == (1, 2, 3, 7)
    for text in ("", "a", "3-1", "0", "1-99999", "１", "1-", "-"):
        assert reason_of(lambda text=text: numbers_in(text)) is Reason.BAD_VALUE  # type: ignore[misc]
