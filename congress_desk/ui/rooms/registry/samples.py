"""Named states of the room, for the gallery, the tests and the README's pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from congress_desk.domain.absences import AbsenceCase, Decision, HeadOpinion, Organ
from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Category, Delegate, DelegateId, Standing
from congress_desk.domain.journal import Event, EventId, Kind, SessionId
from congress_desk.domain.lists import (
    ColumnUnderstood,
    ImportPlan,
    ListError,
    ListUnderstood,
    PlannedChange,
    RowUnderstood,
)
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.faces import EnrolReport, NotEnrolled
from congress_desk.ui.rooms.registry import samples_seats
from congress_desk.ui.rooms.registry.list_import import planned_rows
from congress_desk.ui.rooms.registry.state import (
    Chosen,
    Fact,
    Filters,
    Follow,
    Form,
    Line,
    ListImport,
    Live,
    Page,
    PhotoFolder,
    PhotoMatch,
    RegistryState,
    Told,
)
from congress_desk.ui.rooms.registry.state import FaceEnrolment as Faces
from congress_desk.ui.sample_people import PEOPLE, portrait

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = dt.datetime(2025, 9, 22, 6, 45, tzinfo=ZONE)


def _people() -> tuple[Delegate, ...]:
    """A hall full of the same few, told apart by number; some have agreed, some are ready, one is pending."""
    found = []
    for place in range(28):
        one = PEOPLE[place % len(PEOPLE)]
        sheet = replace(one.sheet, card_number=f"{place + 1:03}")
        found.append(
            replace(
                one,
                id=DelegateId(f"sample-{place}"),
                sheet=sheet,
                photo="photo" if place % 5 else "",
                consented=place % 3 != 0,
                enrolled=place % 3 == 1,
                standing=Standing.PENDING if place == 4 else Standing.ACTIVE,
            )
        )
    return tuple(found)


DELEGATES = _people()
LINES = tuple(Line(number=place, delegate=one) for place, one in enumerate(DELEGATES, 1))
ANH = DELEGATES[0]


def _event(kind: Kind, minutes: int, body: Mapping[str, Any]) -> Event:
    at = MORNING - dt.timedelta(minutes=minutes)
    return Event(
        id=EventId(f"{kind}-{minutes}"),
        desk="Bàn 2",
        sequence=1,
        happened_at=at,
        recorded_at=at,
        actor="thu-ky",
        kind=kind,
        delegate=ANH.id,
        body=body,
    )


HISTORY = (
    _event(Kind.CODE_ISSUED, 5, {"badge": "12345678903", "revoked": ["98765432105"]}),
    _event(Kind.CONSENTED, 45, {"by": "Phạm Thị Lan", "text_version": "2025-09"}),
    _event(Kind.DELEGATE_EDITED, 60, {"changes": {"seat": ["B-12", "B-14"], "phone": ["", "0912000111"]}}),
    _event(Kind.DELEGATES_IMPORTED, 900, {"file": "danh-sach-dai-bieu.xlsx", "added": [{"id": ANH.id}]}),
)

READY = RegistryState(everybody=LINES, shown=LINES, zone=ZONE)
EMPTY = RegistryState(everybody=(), zone=ZONE)
READING = RegistryState(zone=ZONE)
NOBODY_FITS = replace(READY, shown=(), filters=Filters(words="xyz", category=Category.GUEST))
CHOSEN_ANH = Chosen(delegate=ANH, photo=portrait(1), history=HISTORY)
CHOSEN = replace(READY, marked=(ANH.id,), chosen=CHOSEN_ANH)
OPENING = Session(
    id=SessionId("s1"), name="Phiên khai mạc", starts=MORNING, ends=MORNING + dt.timedelta(hours=4, minutes=45)
)
ASKED = AbsenceCase(
    id=EventId("a2"),
    delegate=ANH.id,
    session=OPENING.id,
    reason="Khám bệnh theo lịch hẹn của Bệnh viện Đa khoa tỉnh",
    asked_by="Nguyễn Thị Ánh",
    written=True,
    at=MORNING - dt.timedelta(days=2),
)
REFUSED = replace(
    ASKED,
    id=EventId("a1"),
    session=None,
    reason="Đi công tác",
    opinion=HeadOpinion(
        event=EventId("a3"), by="Trần Văn Thành", agrees=False, note="Cần dự", at=MORNING - dt.timedelta(days=3)
    ),
    decision=Decision(
        event=EventId("a4"),
        organ=Organ.CONVENING,
        by="Phạm Thị Hồng",
        accepted=False,
        note="Có thể dời lịch",
        at=MORNING - dt.timedelta(days=3),
    ),
)
EDITING = replace(CHOSEN, form=Form.EDIT, draft=ANH.sheet, wrong={"birth_date": "date"})
TAKING_PHOTO = replace(CHOSEN, form=Form.CAMERA, live=Live(on=True))
PHOTO_TAKEN = replace(CHOSEN, form=Form.CAMERA, live=Live(still=portrait(1)))
NO_CAMERA = replace(CHOSEN, form=Form.CAMERA, live=Live(problem=Problem.CAMERA_MISSING))
STANDING = replace(CHOSEN, form=Form.STANDING)
CONSENT = replace(READY, form=Form.CONSENT, marked=tuple(one.id for one in DELEGATES[:6]))
CONSENT_OF_ONE = replace(CHOSEN, form=Form.CONSENT, wrong={"by": "missing"})
WITHDRAW = replace(CHOSEN, form=Form.WITHDRAW)
LEAVE = replace(CHOSEN, form=Form.ABSENCE, sessions=(OPENING,), chosen=replace(CHOSEN_ANH, absences=(ASKED, REFUSED)))
LEAVE_NEW = replace(CHOSEN, form=Form.ABSENCE, sessions=(OPENING,), wrong={"words": "missing"})
BADGE_ISSUED = replace(
    CHOSEN,
    told=Told(number=1, fact=Fact.BADGE_ISSUED, places={"name": ANH.sheet.full_name}, follow=Follow.PRINT_BADGE),
)
TROUBLE = replace(
    CHOSEN, told=Told(number=1, error=Trouble(Problem.PRINTER_MISSING, printer=""), follow=Follow.SAVE_BADGE)
)

READ_ONLY = replace(
    READY, told=Told(number=1, error=Trouble(Problem.READ_ONLY, path="/media/luu-tru/dai-hoi.congress"))
)


def _row(place: int) -> RowUnderstood:
    return RowUnderstood(sheet="Danh sách", row=place + 4, person=DELEGATES[place].sheet)


ROWS = tuple(_row(place) for place in range(12))
COLUMNS = tuple(
    ColumnUnderstood(sheet="Danh sách", column=column, header=header, field=name)
    for column, header, name in (
        ("A", "STT", ""),
        ("B", "Họ và tên", "full_name"),
        ("C", "Ngày, tháng, năm sinh", "birth_date"),
        ("D", "Chức vụ, đơn vị công tác", "position"),
        ("E", "Đoàn", "delegation"),
        ("F", "Ký tên", ""),
    )
)
PLAN = ImportPlan(
    understood=ListUnderstood(columns=COLUMNS, rows=ROWS),
    added=ROWS[:3],
    changed=(
        PlannedChange(
            delegate=DELEGATES[4].id,
            row=ROWS[4],
            sheet=ROWS[4].person,
            changes={"position": ("Chuyên viên", "Trưởng Ban Tổ chức"), "seat": ("", "C-07")},
        ),
    ),
    unchanged=8,
    missing=(DELEGATES[20].id,),
)
BAD_PLAN = replace(
    PLAN,
    errors=(
        ListError(sheet="Danh sách", row=7, column="C", code="date_impossible", params={"text": "31/02/1975"}),
        ListError(sheet="Danh sách", row=9, column="B", code="name_missing"),
    ),
)
LIST = Path("danh-sach-dai-bieu.xlsx")

IMPORT = replace(READY, page=Page.IMPORT)
IMPORT_READ = replace(
    IMPORT,
    list_import=ListImport(path=LIST, plan=PLAN, rows=planned_rows(PLAN), missing=(DELEGATES[20],)),
)
IMPORT_WRONG = replace(
    IMPORT,
    list_import=ListImport(path=LIST, plan=BAD_PLAN, rows=planned_rows(BAD_PLAN), missing=(DELEGATES[20],)),
)
PHOTOS = replace(READY, page=Page.PHOTOS)
MATCHED = PhotoFolder(
    path=Path("anh-dai-bieu"),
    matched=tuple(PhotoMatch(file=f"{one.sheet.card_number}.jpg", delegates=(one,)) for one in DELEGATES[1:20]),
    ambiguous=(PhotoMatch(file="nguyen thi anh.jpg", delegates=(DELEGATES[0], DELEGATES[7])),),
    unmatched=(PhotoMatch(file="IMG_2231.jpg"),),
    without=DELEGATES[20:24],
)
PHOTOS_MATCHED = replace(PHOTOS, photos=MATCHED)
PHOTOS_BUSY = replace(PHOTOS, photos=replace(MATCHED, progress=(7, 19)))
FACES = replace(READY, page=Page.FACES)
FACES_BUSY = replace(FACES, faces=Faces(progress=(60, 430)))
REPORT = EnrolReport(
    enrolled=9,
    people=18,
    not_enrolled=tuple(
        NotEnrolled(delegate=one.id, full_name=one.sheet.full_name, reason=reason)
        for one, reason in zip(DELEGATES, ("no_photo", "no_consent", "too_small", "several_faces"), strict=False)
    ),
    look_alikes=((DELEGATES[1].id, DELEGATES[8].id, 0.31),),
)
FACES_REPORT = replace(FACES, faces=Faces(report=REPORT))

FACES_ALIKE = replace(
    FACES,
    faces=Faces(
        report=REPORT,
        pair=(
            Chosen(delegate=DELEGATES[1], photo=portrait(2)),
            Chosen(delegate=DELEGATES[8], photo=portrait(3)),
        ),
    ),
)

_OF_SEATS = {name: value for name, value in vars(samples_seats).items() if isinstance(value, RegistryState)}
SAMPLES = {name: value for name, value in list(globals().items()) if isinstance(value, RegistryState)} | _OF_SEATS
