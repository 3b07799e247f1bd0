"""Records that close a made-up congress: minutes, resolution, action programme, charts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from congress_desk.domain.agenda import Content, Item, ItemId, ItemKind, ItemState, Sitting, SittingId
from congress_desk.domain.agenda_times import Timed
from congress_desk.domain.attendance import fold
from congress_desk.domain.chart_records import ChartsRecord
from congress_desk.domain.charts import attendance_chart, bar_chart, presence_chart
from congress_desk.domain.closing_records import (
    ActionProgrammeRecord,
    CongressMinutesRecord,
    ElectedPerson,
    ElectionResult,
    ResolutionRecord,
    SessionPresence,
)
from congress_desk.domain.closing_texts import ClosingTexts, Target, Task, TextPart
from congress_desk.domain.credentials import CredentialsRules, Part
from congress_desk.domain.credentials_counting import credentials_of
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.minutes import MinutesEntry, MinutesRecord, MinutesTurn, MinutesVote
from congress_desk.domain.quorum import session_status
from congress_desk.domain.speech_figures import SpeechFigures
from congress_desk.domain.speeches import RequestKind
from tests.reports import builders
from tests.reports.builders import STARTS

VENUE = "Trung tâm Hội nghị tỉnh Thái Nguyên, số 1 đường Hoàng Văn Thụ"
RESOLUTION = """I. Đánh giá kết quả nhiệm kỳ 2020 - 2025
Đại hội tán thành những nội dung cơ bản đánh giá tình hình thực hiện nghị quyết nhiệm kỳ 2020 - 2025.
II. Phương hướng, mục tiêu nhiệm kỳ 2025 - 2030
Xây dựng Đảng bộ và hệ thống chính trị trong sạch, vững mạnh; phấn đấu đến năm 2030 là tỉnh công nghiệp hiện đại.
III. Tổ chức thực hiện
Giao Ban Chấp hành Đảng bộ tỉnh khóa I lãnh đạo, chỉ đạo thực hiện thắng lợi nghị quyết."""


def an_item(
    number: int, content: str, minutes_after: int, *, kind: ItemKind = ItemKind.REPORT, gist: str = ""
) -> Timed:
    sitting = Sitting(id=SittingId("x"), name="Phiên khai mạc", starts=STARTS)
    starts = STARTS + dt.timedelta(minutes=minutes_after)
    ends = starts + dt.timedelta(minutes=20)
    item = Item(
        id=ItemId(f"i{number}"),
        sitting=sitting.id,
        written=Content(content=content, by_whom="Đoàn Chủ tịch", kind=kind, minutes=20),
        number=str(number),
        started=starts,
        ended=ends,
        gist=gist,
    )
    return Timed(
        item=item,
        sitting=sitting,
        state=ItemState.DONE,
        planned_start=starts,
        planned_end=ends,
        starts=starts,
        ends=ends,
    )


def a_vote(subject: str, minutes_after: int, *, present: int = 440, disagree: int = 0, other: int = 0) -> MinutesVote:
    return MinutesVote(
        at=STARTS + dt.timedelta(minutes=minutes_after),
        subject=subject,
        base=445,
        present=present,
        agree=present - disagree - other,
        disagree=disagree,
        other=other,
        adopted=True,
    )


def a_course() -> MinutesRecord:
    opening = an_item(1, "Chào cờ, tuyên bố lý do, giới thiệu đại biểu", 0, kind=ItemKind.CEREMONY)
    organs = an_item(2, "Bầu Đoàn Chủ tịch, Đoàn Thư ký", 20, kind=ItemKind.VOTE)
    talks = an_item(3, "Tham luận", 40, gist="Đại hội đã nghe các tham luận.\nÝ kiến thống nhất với báo cáo.")
    turns = (
        MinutesTurn(
            speaker="Nông Thị Hằng",
            delegation="Định Hóa",
            subject="Phát triển chè đặc sản gắn với du lịch",
            started=STARTS + dt.timedelta(minutes=41),
            ended=STARTS + dt.timedelta(minutes=49),
            spoken=dt.timedelta(minutes=8),
            gist="Đề nghị hỗ trợ vùng chè an toàn 5.000 ha đến năm 2030.",
        ),
        MinutesTurn(
            speaker="محمد عبد الله",
            delegation="Khách mời",
            subject="",
            started=STARTS + dt.timedelta(minutes=50),
            ended=None,
            spoken=dt.timedelta(minutes=2),
            request=RequestKind.FLOOR,
        ),
    )
    votes = (
        a_vote("Số lượng và danh sách Đoàn Chủ tịch", 22),
        a_vote("Số lượng và danh sách Đoàn Thư ký", 25, disagree=2, other=1),
    )
    return MinutesRecord(
        heading=builders.a_heading(),
        entries=(
            MinutesEntry(timed=opening),
            MinutesEntry(timed=organs, votes=votes),
            MinutesEntry(timed=talks, turns=turns),
        ),
        figures=SpeechFigures(),
        passed_over=(an_item(4, "Nghỉ giải lao", 60, kind=ItemKind.BREAK),),
        opened=STARTS,
        closed=STARTS + dt.timedelta(hours=4),
    )


def an_election(title: str = "Bầu Ban Chấp hành Đảng bộ tỉnh khóa I", elected: int = 5) -> ElectionResult:
    people = tuple(
        ElectedPerson(name=builders.a_delegate(n).sheet.full_name, votes=438 - 3 * n, base=445)
        for n in range(1, elected + 1)
    )
    return ElectionResult(
        title=title,
        round="r1",
        seats=elected,
        issued=440,
        collected=440,
        valid=438,
        invalid=2,
        elected=people,
    )


def some_texts() -> ClosingTexts:
    return ClosingTexts(
        texts={
            TextPart.VENUE: VENUE,
            TextPart.ORGANS: "Đoàn Chủ tịch gồm 9 đồng chí.\nĐoàn Thư ký gồm 3 đồng chí.",
            TextPart.RESULTS: "Đại hội thông qua Nghị quyết với 100 % đại biểu có mặt tán thành.",
            TextPart.CLOSING: "Biên bản đã được thông qua trước Đại hội.",
            TextPart.RESOLUTION: RESOLUTION,
        }
    )


def some_minutes(people: Sequence[Delegate] = (), **changes: object) -> CongressMinutesRecord:
    people = people or builders.some_delegates(60)
    session = builders.a_session()
    status = session_status(fold(session, builders.events_of(people)), people)
    record = CongressMinutesRecord(
        heading=builders.a_heading(),
        convened=sum(d.counts for d in people),
        sessions=(SessionPresence(session=session, status=status),),
        course=a_course(),
        elections=(an_election(),),
        texts=some_texts(),
    )
    return replace(record, **changes)  # type: ignore[arg-type]


def a_resolution(**changes: object) -> ResolutionRecord:
    targets = [
        Target(group="Về kinh tế", name="Tốc độ tăng trưởng GRDP bình quân", unit="%/năm", value="10,5", by="2030"),
        Target(group="Về kinh tế", name="GRDP bình quân đầu người", unit="triệu đồng", value="195", by="2030"),
        Target(group="Về xã hội", name="Tỷ lệ hộ nghèo đa chiều", unit="%", value="< 1", by="2030", note="Giảm"),
        Target(
            group="Về xây dựng Đảng", name="Kết nạp đảng viên mới hằng năm", unit="%", value="3 - 4", by="Hằng năm"
        ),
    ]
    record = ResolutionRecord(
        heading=builders.a_heading(),
        number="01-NQ/ĐH",
        paragraphs=tuple(RESOLUTION.splitlines()),
        targets=tuple(targets),
    )
    return replace(record, **changes)  # type: ignore[arg-type]


def an_action_programme(tasks: int = 12) -> ActionProgrammeRecord:
    rows = [
        Task(
            group="I. Xây dựng Đảng" if n <= tasks // 2 else "II. Phát triển kinh tế",
            task=f"Xây dựng đề án số {n} về nâng cao chất lượng đội ngũ cán bộ, đảng viên",
            lead="Ban Tổ chức Tỉnh ủy",
            issued="Quý IV/2025",
            deadline=f"{n % 12 + 1:02}/2026",
        )
        for n in range(1, tasks + 1)
    ]
    return ActionProgrammeRecord(
        heading=builders.a_heading(),
        paragraphs=("Để thực hiện Nghị quyết Đại hội, Ban Chấp hành ban hành chương trình hành động sau:",),
        tasks=tuple(rows),
    )


def some_charts(people: Sequence[Delegate] = ()) -> ChartsRecord:
    people = people or builders.some_delegates(150)
    session = builders.a_session()
    folded = fold(session, builders.events_of(people))
    status = session_status(folded, people)
    found = credentials_of(people, came=(), excused=(), opens=session.starts.date(), rules=CredentialsRules())
    parts = (Part.GENDER, Part.AGE, Part.DEGREE)
    return ChartsRecord(
        heading=builders.a_heading(),
        composition=tuple(bar_chart(part, found.part(part), found.counted) for part in parts),
        attendance=(attendance_chart(folded, status, [d.id for d in people if d.counts]),),
        presence=(presence_chart(session, status),),
    )
