"""Records of a made-up congress for the tests of the paper: natural names, real folds, drawn photos."""

from __future__ import annotations

import datetime as dt
import io
import random
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session, fold, is_late
from congress_desk.domain.badges import new_badge_code
from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Category, Delegate, DelegateId, Gender, Sheet, Standing
from congress_desk.domain.journal import Event, EventId, Kind, SessionId
from congress_desk.domain.names import name_sort_key, text_sort_key
from congress_desk.domain.quorum import session_status
from congress_desk.domain.records import (
    AttendanceLine,
    AttendanceRecord,
    Badge,
    BadgeSheet,
    DelegateListRecord,
    Heading,
    RollRecord,
)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TITLE = "Đại hội đại biểu Đảng bộ tỉnh Thái Nguyên lần thứ I, nhiệm kỳ 2025 - 2030"
_FAMILY = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Nông",
    "Hà", "Ma", "Triệu",
]  # fmt: skip
_MIDDLE_M = [
    "Văn", "Đức", "Quang", "Hữu", "Minh", "Xuân", "Ngọc", "Công", "Thanh", "Đình",
]  # fmt: skip
_MIDDLE_F = [
    "Thị", "Thị", "Thúy", "Ngọc", "Phương", "Thu", "Bích", "Thị", "Kim",
]  # fmt: skip
_GIVEN_M = [
    "An", "Bình", "Cường", "Dũng", "Đạt", "Giang", "Hải", "Hùng", "Khánh", "Long", "Minh", "Nam", "Phong",
    "Quân", "Sơn", "Thắng", "Tuấn", "Vượng",
]  # fmt: skip
_GIVEN_F = [
    "Ánh", "Bích", "Chi", "Diệp", "Dung", "Giang", "Hằng", "Hương", "Lan", "Linh", "Mai", "Nga", "Oanh",
    "Phượng", "Quỳnh", "Thảo", "Uyên", "Yến",
]  # fmt: skip
_PLACES = [
    "Phú Lương", "Đại Từ", "Định Hóa", "Võ Nhai", "Phổ Yên", "Sông Công", "Phú Bình", "Đồng Hỷ", "Bạch Thông",
    "Chợ Đồn", "Na Rì", "Ba Bể", "Ngân Sơn", "Pác Nặm", "Chợ Mới", "Bắc Kạn", "Phan Đình Phùng", "Gia Sàng",
    "Công an tỉnh", "Quân sự tỉnh", "Các cơ quan Đảng tỉnh",
]  # fmt: skip
_POSTS = [
    "Bí thư Đảng ủy", "Phó Bí thư Đảng ủy", "Chủ tịch UBND", "Ủy viên Ban Thường vụ", "Giám đốc",
    "Trưởng phòng",
]  # fmt: skip
_CATEGORIES = [Category.APPOINTED] * 8 + [Category.EX_OFFICIO] * 2 + [Category.ELECTED]
STARTS = dt.datetime(2025, 9, 22, 7, 30, tzinfo=ZONE)


def a_heading(*, rehearsal: bool = False, **changes: object) -> Heading:
    heading = Heading(
        title=TITLE,
        convening_body="Tỉnh ủy Thái Nguyên",
        opens=dt.date(2025, 9, 22),
        place="Thái Nguyên",
        rehearsal=rehearsal,
        printed_at=dt.datetime(2025, 9, 22, 11, 45, tzinfo=ZONE),
    )
    return replace(heading, **changes)  # type: ignore[arg-type]


def a_session(**changes: object) -> Session:
    ends = STARTS + dt.timedelta(hours=4)
    session = Session(id=SessionId("s1"), name="Phiên khai mạc", starts=STARTS, ends=ends)
    return replace(session, **changes)  # type: ignore[arg-type]


def a_delegate(number: int = 1, **sheet: object) -> Delegate:
    dice = random.Random(number)
    woman = dice.random() < 0.3
    family, middle = dice.choice(_FAMILY), dice.choice(_MIDDLE_F if woman else _MIDDLE_M)
    place = dice.choice(_PLACES)
    full = PartialDate(dice.randint(1962, 1994), dice.randint(1, 12), dice.randint(1, 28))
    written = Sheet(
        full_name=f"{family} {middle} {dice.choice(_GIVEN_F if woman else _GIVEN_M)}",
        gender=Gender.FEMALE if woman else Gender.MALE,
        birth_date=full if dice.random() < 0.95 else PartialDate(full.year),
        position=dice.choice(_POSTS),
        unit=f"xã {dice.choice(_PLACES[:16])}",
        delegation=place,
        category=dice.choice(_CATEGORIES),
        seat=f"{dice.choice('ABCD')}-{number % 30 + 1:02}",
        card_number=f"{number:04}",
    )
    return Delegate(id=DelegateId(f"d{number}"), sheet=replace(written, **sheet))  # type: ignore[arg-type]


def some_delegates(count: int) -> tuple[Delegate, ...]:
    """In order of delegation and name."""
    people = [a_delegate(number) for number in range(1, count + 1)]
    return tuple(sorted(people, key=lambda d: (text_sort_key(d.sheet.delegation), name_sort_key(d.sheet.full_name))))


def a_list(delegates: Sequence[Delegate], *, rehearsal: bool = False) -> DelegateListRecord:
    return DelegateListRecord(
        heading=a_heading(rehearsal=rehearsal),
        delegates=tuple(delegates),
        alphabetical=tuple(sorted(delegates, key=lambda d: name_sort_key(d.sheet.full_name))),
    )


def a_roll(delegates: Sequence[Delegate], *, rehearsal: bool = False) -> RollRecord:
    groups = groupby(delegates, key=lambda d: d.sheet.delegation)
    return RollRecord(
        heading=a_heading(rehearsal=rehearsal),
        session=a_session(),
        delegations=tuple((name, tuple(members)) for name, members in groups),
    )


def a_mixed_list() -> tuple[Delegate, ...]:
    """Every category and standing, an alternate in an official's place, a year only, Arabic guests, a long name."""
    people = list(some_delegates(12))
    gone = replace(people[3], standing=Standing.WITHDRAWN)
    people[3] = gone
    alternate = a_delegate(90, category=Category.ALTERNATE, delegation=gone.sheet.delegation)
    people += [
        replace(alternate, replaces=gone.id),
        a_delegate(91, category=Category.ALTERNATE, delegation="Đại Từ"),
        replace(a_delegate(92, delegation="Đại Từ"), standing=Standing.PENDING),
        a_delegate(93, category=Category.STAFF, delegation="Ban Tổ chức", position="Văn phòng Tỉnh ủy", unit=""),
        a_delegate(
            94,
            category=Category.GUEST,
            delegation="Khách mời",
            full_name="محمد عبد الله الأنصاري",
            gender=Gender.MALE,
            position="سفير",
            unit="سفارة (هانوي)",
        ),
        a_delegate(95, category=Category.GUEST, delegation="Khách mời", full_name=LONG_NAME, note="Ghế hàng đầu"),
    ]
    return tuple(sorted(people, key=lambda d: (text_sort_key(d.sheet.delegation), name_sort_key(d.sheet.full_name))))


LONG_NAME = "Nguyễn Phước Quý Thị Hoàng Yến Phương Thảo Công Tằng Tôn Nữ Trương Đình Ngọc Bảo Ánh"  # 84 letters


def events_of(delegates: Sequence[Delegate]) -> list[Event]:
    """One in seven has leave, one in eleven did not come, one in thirteen came late, one in seventeen left."""
    events: list[Event] = []
    for number, delegate in enumerate(delegates):
        if number % 7 == 5:
            body = {
                "reason": "Điều trị tại bệnh viện",
                "allowed_by": "Đoàn Chủ tịch",
                "with_leave": True,
                "scope": "congress" if number % 2 else "session",
            }
            events.append(an_event(Kind.EXCUSED, delegate, minutes=-60, body=body))
        elif number % 11 == 7:
            if number % 2:
                body = {"reason": "Không báo cáo", "with_leave": False, "scope": "session"}
                events.append(an_event(Kind.EXCUSED, delegate, minutes=90, body=body))
        else:
            events.append(an_event(Kind.ARRIVED, delegate, minutes=12 if number % 13 == 4 else -30 + number % 29))
            if number % 17 == 9:
                events.append(an_event(Kind.LEFT, delegate, minutes=75))
    return events


def an_event(kind: Kind, delegate: Delegate, *, minutes: float, body: dict[str, object] | None = None) -> Event:
    moment = (STARTS + dt.timedelta(minutes=minutes)).astimezone(dt.UTC)
    return Event(
        id=EventId(f"{kind}-{delegate.id}"),
        desk="1",
        sequence=1,
        happened_at=moment,
        recorded_at=moment,
        actor="secretary",
        kind=kind,
        session=SessionId("s1"),
        delegate=delegate.id,
        body=body or {},
    )


def a_record(delegates: Sequence[Delegate], *, rehearsal: bool = False, **changes: object) -> AttendanceRecord:
    """Folded from events, as the service does it."""
    session = a_session()
    folded = fold(session, events_of(delegates))
    lines = []
    for delegate in delegates:
        attendance = folded.of(delegate.id)
        late = attendance.first is not None and is_late(session, attendance.first)
        if delegate.counts:
            lines.append(AttendanceLine(delegate=delegate, attendance=attendance, late=late))
    by_id = {d.id: d for d in delegates}
    record = AttendanceRecord(
        heading=a_heading(rehearsal=rehearsal),
        session=session,
        status=session_status(folded, delegates),
        lines=tuple(lines),
        replacements=tuple((by_id[d.replaces], d) for d in delegates if d.replaces),
        refused=3,
        voided=1,
    )
    return replace(record, **changes)  # type: ignore[arg-type]


def badge_code(number: int) -> str:
    return new_badge_code(random.Random(number).randrange)


def some_badges(delegates: Sequence[Delegate], *, rehearsal: bool = False, **changes: object) -> BadgeSheet:
    badges = tuple(
        Badge(delegate=d, code=badge_code(n), photo=a_photo(n % 5) if n % 4 else b"")
        for n, d in enumerate(delegates, 1)
    )
    sheet = BadgeSheet(heading=a_heading(rehearsal=rehearsal), badges=badges)
    return replace(sheet, **changes)  # type: ignore[arg-type]


@lru_cache(maxsize=8)
def a_photo(number: int = 1, width: int = 480, height: int = 640) -> bytes:
    """A drawn portrait as JPEG: a head and shoulders before a plain wall."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (width, height), (196 + number * 7, 206, 222))
    pen = ImageDraw.Draw(picture)
    middle, unit = width / 2, width / 10
    pen.ellipse((middle - 4 * unit, height - 4.2 * unit, middle + 4 * unit, height + 4 * unit), fill=(60, 62, 90))
    pen.ellipse((middle - 2 * unit, 2.2 * unit, middle + 2 * unit, 7.6 * unit), fill=(224, 186, 156))
    pen.pieslice((middle - 2.1 * unit, 2 * unit, middle + 2.1 * unit, 6 * unit), 180, 360, fill=(40, 34, 30))
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=88)
    return file.getvalue()
