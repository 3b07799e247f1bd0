"""What the pages beside the papers hold in the room's named states."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from congress_desk.domain.closing_texts import ClosingTexts, Target, Task, TextPart
from congress_desk.domain.credentials import CredentialsRules
from congress_desk.domain.journal import EventId, SessionId
from congress_desk.domain.packing import LeftOut, Packed, SealedFile
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.seals import Comparison, PutSignature, Seal, Standing, Version
from congress_desk.plumbing.credentials_paragraphs import Paragraph
from congress_desk.services.credentials import ParagraphText
from congress_desk.services.ports.packing import PackMade
from congress_desk.services.ports.sealing import SignatureFound, Trust
from congress_desk.services.sealing import Examination
from congress_desk.ui.rooms.records.state_closing import ClosingState
from congress_desk.ui.rooms.records.state_credentials import CredentialsState

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOON = dt.datetime(2025, 9, 22, 11, 40, tzinfo=ZONE)
_FULL = (
    "Đại hội triệu tập 445 đại biểu chính thức. Có mặt 441 đồng chí, chiếm 99,10\u00a0%; vắng mặt 4 đồng chí, "
    "trong đó có lý do 3, không có lý do 1."
)
CREDENTIALS = CredentialsState(
    rules=CredentialsRules(committee=("Nguyễn Thuỳ Phượng, Trưởng ban", "Đỗ Đình Quốc")),
    paragraphs=(
        ParagraphText(paragraph=Paragraph.OPENING, text="Căn cứ Điều lệ Đảng …"),
        ParagraphText(paragraph=Paragraph.NUMBER, text=_FULL, reworded=True),
        ParagraphText(paragraph=Paragraph.GENDER, text="Giới tính: nam 340 đồng chí; nữ 105 đồng chí.", stale=True),
        ParagraphText(paragraph=Paragraph.CONCLUSION, text="Ban thẩm tra tư cách đại biểu kết luận …"),
    ),
    chosen=Paragraph.NUMBER,
    kept=1,
)
REFUSED = replace(CREDENTIALS, wrong=Refusal(Reason.FIGURES_CHANGED, missing="445", foreign="446"))
CLOSING = ClosingState(
    texts=ClosingTexts(
        texts={
            TextPart.RESOLUTION_NUMBER: "01-NQ/ĐH",
            TextPart.RESOLUTION: "Đại hội tán thành đánh giá tình hình năm 2020 - 2025.\nĐại hội quyết nghị:",
        },
        targets=(
            Target(group="Kinh tế", name="Tốc độ tăng GRDP bình quân", unit="%", value="10,5", by="2030"),
            Target(group="Kinh tế", name="GRDP bình quân đầu người", unit="USD", value="7.500", by="2030"),
            Target(group="Xã hội", name="Tỷ lệ lao động qua đào tạo", unit="%", value="80", by="2030"),
        ),
        tasks=(
            Task(group="Kinh tế", task="Đề án hạ tầng số", lead="Ban Kinh tế", issued="12/2025", deadline="2027"),
            Task(group="Kinh tế", task="Đề án vùng nguyên liệu chất lượng cao", lead="", deadline="2028"),
        ),
    ),
    kept=1,
)
SEALS = (
    Seal(
        event=EventId("s2"),
        id="minutes-vi-5d02e7",
        content="5d02e7",
        form=Form.MINUTES.value,
        language="vi",
        session=None,
        subject="",
        pages=9,
        at=NOON,
        desk="Bàn 2",
        actor="lan",
        version=Version(sha256="b2", size=2),
        signatures=(
            PutSignature(
                event=EventId("g1"),
                signer="Nguyễn Thuỳ Phượng",
                organisation="Tỉnh ủy Thái Sơn",
                certificate="c1",
                at=NOON,
                version=Version(sha256="b3", size=3),
            ),
        ),
    ),
    Seal(
        event=EventId("s1"),
        id="attendance-vi-a1c9f3",
        content="a1c9f3",
        form=Form.ATTENDANCE.value,
        language="vi",
        session=SessionId("opening"),
        subject="",
        pages=12,
        at=NOON.replace(hour=9),
        desk="Bàn 2",
        actor="lan",
        version=Version(sha256="b1", size=1),
    ),
)
FILE = Path("/congress/minutes-vi-signed.pdf")
_SIGNATURE = SignatureFound(
    signer="Nguyễn Thuỳ Phượng",
    organisation="Tỉnh ủy Thái Sơn",
    signed_at=NOON,
    intact=True,
    whole=True,
    trust=Trust.NO_ROOTS,
)
GOOD = Examination(
    comparison=Comparison(standing=Standing.SIGNED, seal=SEALS[0]), signatures=(_SIGNATURE,), archive_marks=True
)
BROKEN = Examination(
    comparison=Comparison(standing=Standing.SAME_CONTENT, seal=SEALS[0]),
    signatures=(replace(_SIGNATURE, intact=False),),
    archive_marks=True,
)
UNKNOWN = Examination(comparison=Comparison(standing=Standing.UNKNOWN), signatures=(), archive_marks=False)
MADE = PackMade(
    folder=Path("/congress/records-2025-09-22-vi"),
    packed=(
        Packed(form=Form.DELEGATES.value, title="Danh sách đại biểu", about="", file="1", pages=24, page=2, id="a"),
        Packed(
            form=Form.ATTENDANCE.value,
            title="Biên bản điểm danh",
            about="Phiên khai mạc",
            file="2",
            pages=12,
            page=26,
            id="b",
        ),
        Packed(form=Form.MINUTES.value, title="Biên bản đại hội", about="", file="3", pages=9, page=38, id="c"),
    ),
    left_out=(
        LeftOut(
            form=Form.RESOLUTION.value,
            title="Nghị quyết",
            about="",
            told="Chưa có nội dung cho văn bản này. Chưa in gì. Hãy soạn hoặc nhập nội dung trước.",
        ),
    ),
    sealed=(
        SealedFile(
            form=Form.MINUTES.value,
            title="Biên bản đại hội",
            file="sealed/01",
            id="minutes-3a7f",
            sha256="9f",
            signers=("Nguyễn Thị Ánh",),
        ),
    ),
    pages=46,
    manifest="9f",
)
