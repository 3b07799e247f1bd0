"""Documents that do not exist, for the room's samples."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from congress_desk.domain.documents import (
    AskOpinions,
    Card,
    Document,
    DocumentId,
    DocumentType,
    FileKind,
    Secrecy,
    Status,
    Version,
)
from congress_desk.domain.records import Heading
from congress_desk.ui.rooms.documents.stands import (
    Line,
)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = dt.datetime(2025, 9, 22, 7, 12, tzinfo=ZONE)
HEADING = Heading(
    title="Đại hội đại biểu Đảng bộ tỉnh Thái Sơn",
    convening_body="Tỉnh ủy Thái Sơn",
    opens=MORNING.date(),
    printed_at=MORNING,
)


def _document(place: int, title: str, status: Status = Status.ISSUED, versions: int = 1, **card: object) -> Document:
    files = tuple(
        Version(
            number=n + 1,
            sha256=f"{place:032}{n:032}",
            kind=FileKind.PDF,
            size=2_140_000,
            pages=12,
            called=f"{title[:18]}.pdf",
            added_at=MORNING - dt.timedelta(days=3 - n),
        )
        for n in range(versions)
    )
    issued = MORNING if status in (Status.ISSUED, Status.RECALLED) else None
    return Document(
        id=DocumentId(f"document-{place}"),
        card=Card(title=title, **card),  # type: ignore[arg-type]
        status=status,
        versions=files,
        added_at=MORNING - dt.timedelta(days=3),
        issued_at=issued,
        recalled_at=MORNING if status is Status.RECALLED else None,
    )


PARTS = ("Phần I. Đánh giá kết quả", "Phần II. Phương hướng, mục tiêu", "Phần III. Tổ chức thực hiện")
DOCUMENTS = (
    _document(1, "Chương trình Đại hội", type=DocumentType.PROGRAMME, secrecy=Secrecy.PUBLIC, agenda_item="1"),
    _document(2, "Quy chế làm việc của Đại hội", type=DocumentType.REGULATION, number="12-QC/ĐH", agenda_item="2"),
    _document(
        3,
        "Dự thảo Báo cáo chính trị trình Đại hội đại biểu Đảng bộ tỉnh lần thứ I, nhiệm kỳ 2025 - 2030",
        versions=3,
        type=DocumentType.REPORT,
        number="348-BC/TU",
        agenda_item="4",
        opinions=AskOpinions.NAMED,
        parts=PARTS,
        watermark=True,
        only_present=True,
    ),
    _document(4, "Dự thảo Nghị quyết Đại hội", Status.APPROVED, type=DocumentType.DRAFT, agenda_item="9"),
    _document(
        5,
        "Báo cáo kiểm điểm của Ban Chấp hành",
        Status.RECALLED,
        type=DocumentType.REPORT,
        secrecy=Secrecy.RECALL,
    ),
    _document(
        6,
        "Đề án nhân sự Ban Chấp hành",
        Status.DRAFT,
        type=DocumentType.PLAN,
        secrecy=Secrecy.SECRET,
        number="02-ĐA/TU",
    ),
)
FIGURES = ((212, 187, 140), (188, 176, 90), (241, 203, 61), (0, 0, 0), (12, 12, 3), (0, 0, 0))
LINES = tuple(
    Line(document=one, devices=devices, opened=opened, finished=finished)
    for one, (devices, opened, finished) in zip(DOCUMENTS, FIGURES, strict=True)
)
BASE = "http://192.168.10.5:8765"
