"""Papers of the library read back: every symbol by another library, every figure and name from the text."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.documents import (
    AskOpinions,
    Card,
    Copy,
    Document,
    DocumentId,
    DocumentType,
    FileKind,
    Secrecy,
    Status,
    Version,
)
from congress_desk.domain.documents_reach import wireless_code
from congress_desk.domain.documents_records import (
    CopiesRecord,
    CopyLine,
    DelegationReading,
    DocumentReading,
    Invitation,
    ReadingRecord,
    RegisterRecord,
    SheetKind,
    SheetRecord,
    SynthesisRecord,
    WirelessNetwork,
)
from congress_desk.domain.opinions import Opinion, OpinionId, Stance, Verdict, synthesis
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.document_words import SECRECIES, TYPES
from congress_desk.plumbing.texts import words_for
from congress_desk.reports.library_papers import PdfLibraryPapers
from congress_desk.reports.raster import proved
from tests.reports import builders
from tests.reports.reading import has_row, page_texts, whole_text, without_marks

PAPERS = PdfLibraryPapers()
LANGUAGES = ("vi", "en", "ar")
each_language = pytest.mark.parametrize("language", LANGUAGES)
ISSUED = dt.datetime(2025, 9, 20, 8, 0, tzinfo=builders.ZONE)
URL = "http://192.168.1.10:8765/q/{:022d}"
LONG = "Báo cáo chính trị của Ban Chấp hành Đảng bộ tỉnh khóa XX trình Đại hội đại biểu Đảng bộ tỉnh lần thứ I, " * 2


def a_document(name: str = "d", *, status: Status = Status.ISSUED, **card: Any) -> Document:
    version = Version(number=1, sha256="a", kind=FileKind.PDF, size=1, pages=12, called="a.pdf", added_at=ISSUED)
    facts: dict[str, Any] = {"title": "Báo cáo chính trị", "secrecy": Secrecy.PUBLIC, "type": DocumentType.REPORT}
    return Document(
        id=DocumentId(name),
        card=Card(**(facts | card)),
        status=status,
        versions=(version,),
        added_at=ISSUED,
        issued_at=ISSUED,
    )


@lru_cache
def people() -> tuple[Delegate, ...]:
    return tuple(builders.some_delegates(30))


def a_sheet(kind: SheetKind, count: int = 1, **more: Any) -> SheetRecord:
    card = more.pop("card", {})
    invitations = tuple(
        Invitation(url=URL.format(n), document=a_document(number=f"{n:02}-BC/TU", **card)) for n in range(count)
    )
    facts: dict[str, Any] = {"heading": builders.a_heading(), "kind": kind, "invitations": invitations}
    return SheetRecord(**(facts | more))


@each_language
@pytest.mark.parametrize("kind", list(SheetKind))
def test_a_sheet_says_what_its_symbol_opens(kind: SheetKind, language: str) -> None:
    pdf = PAPERS.render(a_sheet(kind), language)
    text = without_marks(whole_text(pdf))
    assert "Báo cáo chính trị" in text
    assert "00-BC/TU" in text


@pytest.mark.parametrize(
    ("kind", "count", "pages"), [("poster", 2, 2), ("grid", 7, 2), ("tent", 2, 2), ("labels", 25, 2)]
)
def test_as_many_as_fit_stand_on_a_page(kind: str, count: int, pages: int) -> None:
    record = a_sheet(SheetKind(kind), count)
    assert len(page_texts(PAPERS.render(record, "vi"))) == pages


@each_language
@pytest.mark.parametrize("kind", list(SheetKind))
def test_the_longest_title_and_a_rehearsal_hide_no_symbol(kind: SheetKind, language: str) -> None:
    heading = builders.a_heading(rehearsal=True)
    card = {"title": LONG, "secrecy": Secrecy.INTERNAL}
    pdf = PAPERS.render(a_sheet(kind, 3, heading=heading, card=card), language)
    proved(pdf, [URL.format(n) for n in range(3)])


def test_an_internal_document_says_so_beside_its_symbol() -> None:
    for kind in (SheetKind.POSTER, SheetKind.TENT, SheetKind.SLIDE):
        text = whole_text(PAPERS.render(a_sheet(kind, card={"secrecy": Secrecy.INTERNAL}), "vi"))
        assert "LƯU HÀNH NỘI BỘ" in text


@each_language
def test_the_halls_wifi_stands_beside_with_its_own_symbol(language: str) -> None:
    wireless = WirelessNetwork(name="Hoi truong; A", password="daihoi:2025")
    for kind in (SheetKind.POSTER, SheetKind.SLIDE):
        pdf = PAPERS.render(a_sheet(kind, wireless=wireless), language)
        proved(pdf, [URL.format(0), wireless_code(wireless)])
        assert "daihoi" in whole_text(pdf)


@each_language
def test_a_label_names_its_delegate(language: str) -> None:
    invitations = tuple(Invitation(url=URL.format(n), person=person) for n, person in enumerate(people()))
    pdf = PAPERS.render(a_sheet(SheetKind.LABELS, invitations=invitations), language)
    text = " ".join(whole_text(pdf).split())
    assert all(person.sheet.full_name.split()[-1] in text for person in people())
    proved(pdf, [URL.format(n) for n in range(len(people()))])


def test_the_congress_page_has_a_symbol_of_its_own() -> None:
    invitations = (Invitation(url=URL.format(7)),)
    for kind in SheetKind:
        pdf = PAPERS.render(a_sheet(kind, invitations=invitations), "vi")
        assert "Tài liệu Đại hội" in " ".join(whole_text(pdf).split())


def test_a_page_on_which_a_symbol_is_missing_does_not_leave() -> None:
    pdf = PAPERS.render(a_sheet(SheetKind.POSTER), "vi")
    with pytest.raises(Trouble) as told:
        proved(pdf, [URL.format(0), URL.format(1)])
    assert told.value.problem is Problem.SYMBOL_UNREADABLE


def test_the_same_sheet_is_the_same_bytes_and_a_picture_of_the_width_asked() -> None:
    record = a_sheet(SheetKind.SLIDE)
    pdf = PAPERS.render(record, "vi")
    assert pdf == PAPERS.render(record, "vi")
    (png,) = PAPERS.pictures(pdf, 960)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 960


@each_language
def test_the_register_counts_by_type_and_names_every_document(language: str) -> None:
    resolutions = tuple(a_document(f"r{n}", type=DocumentType.RESOLUTION, number=f"{n}-NQ/TU") for n in range(1, 9))
    directives = (a_document("c", type=DocumentType.DIRECTIVE, status=Status.RECALLED, title="Chỉ thị số 5"),)
    groups = ((DocumentType.RESOLUTION, resolutions), (DocumentType.DIRECTIVE, directives))
    record = RegisterRecord(heading=builders.a_heading(), year=2025, groups=groups)
    text = without_marks(whole_text(PAPERS.render(record, language)))
    say = words_for(language)
    assert has_row(text, without_marks(say(TYPES[DocumentType.RESOLUTION])), 8, 8, 0)
    assert has_row(text, without_marks(say("Total")), 9, 8, 1)
    assert all(f"{n}-NQ/TU" in text for n in range(1, 9))
    assert "2025" in text
    empty = PAPERS.render(replace(record, groups=(), year=None), language)
    assert len(page_texts(empty)) == 1


@each_language
def test_the_book_of_copies_says_who_has_which(language: str) -> None:
    document, person = a_document(secrecy=Secrecy.SECRET, title="Phương án nhân sự"), people()[0]

    def a_line(number: int, delegate: Delegate | None, returned: bool) -> CopyLine:
        copy = Copy(
            id=str(number),
            document=document.id,
            number=number,
            delegate=delegate.id if delegate else None,
            delegation="Đoàn Phú Lương",
            issued_at=ISSUED,
            returned_at=ISSUED + dt.timedelta(hours=3) if returned else None,
        )
        return CopyLine(document=document, copy=copy, delegate=delegate)

    lines = (a_line(1, person, False), a_line(2, None, True))
    record = CopiesRecord(heading=builders.a_heading(), lines=lines, only_out=False)
    text = whole_text(PAPERS.render(record, language))
    assert person.sheet.full_name in " ".join(text.split())
    assert "Phương án nhân sự" in text
    assert "11:00" in text
    assert words_for(language)(SECRECIES[Secrecy.SECRET]) in text
    assert len(page_texts(PAPERS.render(replace(record, lines=(), only_out=True), language))) == 1


def some_opinions(document: Document) -> list[Opinion]:
    def one(n: int, stance: Stance, text: str = "", **more: Any) -> Opinion:
        facts: dict[str, Any] = {"part": "", "delegate": people()[n].id}
        return Opinion(
            id=OpinionId(str(n)),
            document=document.id,
            version=1,
            stance=stance,
            text=text,
            received_at=ISSUED + dt.timedelta(minutes=n),
            **(facts | more),
        )

    return [
        one(1, Stance.AGREE),
        one(2, Stance.AMEND, "Bổ sung chỉ tiêu che phủ rừng 80 %", part="II", verdict=Verdict.TAKEN_IN),
        one(
            3, Stance.OTHER, "Nên nói rõ nguồn lực\nvà thời hạn", part="II", verdict=Verdict.EXPLAINED, answer="mục 3"
        ),
        one(4, Stance.OTHER, "Dự thảo công phu", general=True),
        one(5, Stance.AMEND, "<b>không phải HTML</b>", delegate=None),
    ]


@each_language
def test_the_synthesis_goes_from_the_general_to_document_part_and_opinion(language: str) -> None:
    document = a_document(title="Dự thảo Nghị quyết", opinions=AskOpinions.NAMED, parts=("I", "II"))
    names = {person.id: person for person in people()}
    found = synthesis([document], some_opinions(document))
    record = SynthesisRecord(heading=builders.a_heading(), documents=found, names=names)
    text = " ".join(whole_text(PAPERS.render(record, language)).split())
    for said in (
        "Bổ sung chỉ tiêu che phủ rừng 80 %",
        "Nên nói rõ nguồn lực",
        "Dự thảo công phu",
        "<b>không phải HTML</b>",
    ):
        assert said.split()[-1] in text
    assert text.index("công phu") < text.index("nguồn lực")
    assert people()[2].sheet.full_name.split()[-1] in text
    assert words_for(language)("Synthesis of opinions") in without_marks(text)
    empty = replace(record, documents=())
    assert len(page_texts(PAPERS.render(empty, language))) == 1


@each_language
def test_the_statistics_of_one_document_name_who_has_not_opened_it(language: str) -> None:
    delegations = (DelegationReading(delegation="Phú Lương", expected=30, opened=12, finished=7),)
    one = DocumentReading(
        document=a_document(),
        devices=14,
        finished_devices=8,
        opened=12,
        finished=7,
        times=31,
        delegations=delegations,
        not_opened=people()[12:],
    )
    record = ReadingRecord(heading=builders.a_heading(), documents=(one,))
    text = " ".join(whole_text(PAPERS.render(record, language)).split())
    assert "12/30" in text
    assert ("40,00 %" if language == "vi" else "40.00 %") in text
    assert all(person.sheet.full_name.split()[-1] in text for person in people()[12:])
    both = replace(record, documents=(one, one))
    assert people()[29].sheet.full_name not in whole_text(PAPERS.render(both, language))
