"""The library, files that were dropped, sheets: named states of these pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from congress_desk.domain.documents import (
    Card,
    DocumentType,
    FileKind,
)
from congress_desk.domain.documents_records import SheetKind, SheetRecord
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.documents import Looked
from congress_desk.ui.rooms.documents.sample_documents import BASE, DOCUMENTS, HEADING, LINES, ZONE
from congress_desk.ui.rooms.documents.sample_pictures import PAGE_PICTURE, PAGE_PNG
from congress_desk.ui.rooms.documents.stands import (
    Filters,
    Form,
    Handed,
    Live,
    Paper,
    Portal,
    Preview,
    Sheets,
    Stand,
    Taking,
)
from congress_desk.ui.rooms.documents.state import DocumentsState, Fact, Follow, Page, Told
from congress_desk.ui.sample_people import PEOPLE

LIBRARY = DocumentsState(
    lines=LINES, people=PEOPLE, zone=ZONE, printers=("HP LaserJet P2035",), sheets=Sheets(base=BASE)
)
READING_ROOM = DocumentsState(zone=ZONE)
EMPTY = replace(LIBRARY, lines=())
CHOSEN = replace(
    LIBRARY,
    marked=(DOCUMENTS[2].id,),
    preview=Preview(document=DOCUMENTS[2].id, page=0, pages=12, picture=PAGE_PNG),
    portal=Portal(live=Live.RUNNING),
)
SECRET = replace(
    LIBRARY,
    marked=(DOCUMENTS[5].id,),
    preview=Preview(
        document=DOCUMENTS[5].id, pages=12, error=Trouble(Problem.DOCUMENT_DAMAGED, title=DOCUMENTS[5].card.title)
    ),
    told=Told(
        number=1,
        error=Refusal(Reason.SECRET_NEVER_BY_QR, title=DOCUMENTS[5].card.title),
        follow=Follow.PAPER_COPIES,
        about=DOCUMENTS[5].id,
    ),
)
EDITING = replace(CHOSEN, form=Form.EDIT, wrong={"title": "missing"})
RECALLED = replace(
    LIBRARY,
    marked=(DOCUMENTS[4].id,),
    told=Told(
        number=2,
        fact=Fact.RECALLED,
        places={"title": DOCUMENTS[4].card.title},
        follow=Follow.UNDO_RECALL,
        about=DOCUMENTS[4].id,
    ),
)
NOTHING_FOUND = replace(LIBRARY, filters=Filters(words="ngân sách"), found=frozenset())

FILES = (
    Looked(path=Path("01_Chuong trinh.pdf"), card=Card(title="Chương trình Đại hội"), kind=FileKind.PDF, pages=4),
    Looked(path=Path("Du thao Nghi quyet.docx"), card=Card(title="Dự thảo Nghị quyết"), kind=FileKind.DOCX),
    Looked(path=Path("phong su.mp4"), card=Card(title="Phóng sự", type=DocumentType.CLIP), kind=FileKind.MP4),
    Looked(
        path=Path("virus.pdf"), card=Card(title="Virus"), trouble=Trouble(Problem.NOT_A_DOCUMENT, path="virus.pdf")
    ),
)
TAKING = replace(LIBRARY, page=Page.TAKING, taking=Taking(files=FILES, marked=(0, 1, 2)))
TAKING_ONE = replace(
    TAKING,
    taking=Taking(
        files=(replace(FILES[0], card=replace(FILES[0].card, title="")), *FILES[1:]),
        marked=(0,),
        wrong=frozenset({0}),
    ),
)
TAKING_BUSY = replace(TAKING, taking=Taking(finished=7, total=24))

SHEETS = replace(LIBRARY, page=Page.SHEETS)
SHEET = SheetRecord(heading=HEADING, kind=SheetKind.POSTER, invitations=())
PAPER = Paper(stand=Stand.SHOWN, record=SHEET, pdf=b"%PDF", pages=3, picture=PAGE_PICTURE)
SHEETS_SHOWN = replace(
    LIBRARY,
    page=Page.SHEETS,
    sheets=Sheets(base=BASE, handed=Handed.CHOSEN, documents=(DOCUMENTS[0].id, DOCUMENTS[1].id)),
    paper=PAPER,
)
SHEETS_LABELS = replace(SHEETS, sheets=Sheets(base=BASE, handed=Handed.LABELS), paper=Paper(stand=Stand.WORKING))
PRINTING = replace(LIBRARY, page=Page.PAPER, paper=PAPER)
PRINTING_FAILED = replace(
    PRINTING,
    printers=(),
    paper=Paper(stand=Stand.FAILED, error=Trouble(Problem.SYMBOL_UNREADABLE, code="https://…")),
)
