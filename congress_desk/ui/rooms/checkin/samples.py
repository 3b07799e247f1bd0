"""Named states of the room, for the gallery, the tests and the README's pictures."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Presence, Session
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.journal import EventId, Kind, Method, SessionId
from congress_desk.domain.quorum import DelegationFigures, Figures, Quorum, SessionStatus
from congress_desk.domain.refusals import Problem, Reason
from congress_desk.services.ports.faces import Flaw
from congress_desk.ui.rooms.checkin.state import (
    Answer,
    CheckInState,
    FoundPerson,
    Hint,
    Line,
    Live,
    Person,
    Reading,
    Stand,
)
from congress_desk.ui.sample_people import PEOPLE, portrait

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = dt.datetime(2025, 9, 22, 7, 12, 5, tzinfo=ZONE)
ANH, NGOC, GIANG, KHANH, UOC, NHUNG, DONG = PEOPLE

OPENING = Session(
    id=SessionId("opening"), name="Khai mạc", starts=MORNING.replace(minute=30), ends=MORNING.replace(hour=11)
)
AFTERNOON = Session(
    id=SessionId("afternoon"),
    name="Phiên chiều ngày thứ nhất",
    starts=MORNING.replace(hour=14),
    ends=MORNING.replace(hour=17),
)
STATUS = SessionStatus(
    total=Figures(convened=445, present=298, excused=6, absent=141),
    quorum=Quorum(share=Fraction(2, 3), needed=297, reached=True, at=MORNING.replace(minute=9)),
    delegations=tuple(
        DelegationFigures(name=one.sheet.delegation, figures=Figures(convened=24, present=17, excused=1, absent=6))
        for one in PEOPLE[:5]
    ),
    others_present=31,
)
EARLY = SessionStatus(
    total=Figures(convened=445, present=112, excused=6, absent=327),
    quorum=Quorum(share=Fraction(2, 3), needed=297),
)


def _at(minute: int, second: int) -> dt.datetime:
    return MORNING.replace(minute=minute, second=second)


def _line(number: int, person: Delegate | None, **more: str) -> Line:
    kind = Kind.CHECK_IN_REFUSED if "reason" in more else Kind.ARRIVED
    return Line(
        event=EventId(f"line-{number}"),
        at=_at(12, 0) - dt.timedelta(seconds=17 * number),
        kind=kind.value,
        delegate=person,
        reason=more.get("reason", ""),
    )


LINES = (
    _line(0, ANH),
    _line(1, NGOC),
    _line(2, NHUNG, reason="already_present"),
    _line(3, UOC),
    _line(4, None, reason="unknown"),
    replace(_line(5, KHANH), voided=True),
    _line(6, KHANH, reason="not_recognised_yet"),
    _line(7, GIANG),
    replace(_line(8, DONG), kind=Kind.LEFT.value),
    _line(9, DONG),
)
LIVE = Live(on=True, faces=True, box=(258, 165, 124, 150), frame_size=(640, 480), hint=Hint.LOOKING)

MADE = Reading(at=MORNING, method=Method.BADGE.value, desk="Bàn 2")

EMPTY = CheckInState(sessions=(), zone=ZONE)
WAITING = CheckInState(sessions=(OPENING, AFTERNOON), session=OPENING, status=EARLY, live=Live(on=True), zone=ZONE)
BUSY = replace(WAITING, status=STATUS, latest=LINES, live=LIVE)


def _with(**answer: object) -> CheckInState:
    return replace(BUSY, answer=Answer(**answer))  # type: ignore[arg-type]


def _refused(reason: Reason, person: Person | None = None, **details: object) -> CheckInState:
    return _with(stand=Stand.REFUSED, person=person, made=MADE, reason=reason, details=details)


_ANH = Person(delegate=ANH, photo=portrait(1), score=0.31)
_NGOC = Person(delegate=NGOC, photo=portrait(2), score=0.44)
_GIANG = Person(delegate=GIANG, photo=portrait(3), score=0.46)
_KHANH = Person(delegate=KHANH, photo=portrait(4), score=0.47)
_NHUNG = Person(delegate=NHUNG)

WELCOME = _with(stand=Stand.ACCEPTED, person=_ANH, made=MADE, event=EventId("e"))
WELCOME_LONG_NAME = _with(stand=Stand.ACCEPTED, person=_NHUNG, made=MADE, event=EventId("e"), late=True)
ALREADY_PRESENT = _with(
    stand=Stand.REFUSED,
    person=_NGOC,
    made=MADE,
    first=Reading(at=_at(4, 11), method=Method.FACE.value, desk="Bàn 1"),
    reason=Reason.ALREADY_PRESENT,
    details={"at": _at(4, 11), "desk": "Bàn 1"},
)
UNKNOWN = _refused(Reason.UNKNOWN, what="badge")
FOREIGN_CODE = _refused(Reason.UNKNOWN, what="foreign_code")
BARRED = _refused(Reason.BARRED, _KHANH)
REVOKED = _refused(Reason.REVOKED, _GIANG, at=_at(1, 0))
NOT_RECOGNISED_YET = _refused(Reason.NOT_RECOGNISED_YET, _KHANH)
WRONG_CATEGORY = _refused(Reason.WRONG_CATEGORY, Person(delegate=DONG))
SESSION_CLOSED = _refused(Reason.SESSION_CLOSED, _ANH, session="Khai mạc")
WITHDRAWN = _refused(Reason.WITHDRAWN, _GIANG)
CONFIRM = _with(stand=Stand.CONFIRM, person=_GIANG, presence=Presence.EXPECTED)
FACE_SURE = _with(stand=Stand.FACE_SURE, person=_ANH)
FACE_UNSURE = _with(stand=Stand.FACE_UNSURE, choices=(_NGOC, _GIANG, _KHANH))
FACE_UNKNOWN = replace(_with(stand=Stand.FACE_UNKNOWN), live=replace(LIVE, hint=Hint.CARD_PLEASE))
AMBIGUOUS = _with(stand=Stand.CHOOSE, choices=(_NGOC, _NHUNG))
EXITED = _with(stand=Stand.LEFT, person=_NGOC, made=replace(MADE, method=""), event=EventId("e"))
EXCUSED = _with(stand=Stand.EXCUSED, person=_GIANG, made=replace(MADE, method=""), event=EventId("e"))
UNDONE = _with(stand=Stand.UNDONE, person=_ANH, made=replace(MADE, method=""))
SEARCHING = replace(
    BUSY,
    wanted="n",
    found=(
        FoundPerson(delegate=ANH, presence=Presence.PRESENT),
        FoundPerson(delegate=NGOC),
        FoundPerson(delegate=NHUNG, presence=Presence.EXCUSED),
        FoundPerson(delegate=KHANH, presence=Presence.LEFT),
    ),
    picked=1,
)
NOBODY_FOUND = replace(BUSY, wanted="xyz")
CAMERA_LOST = replace(BUSY, live=Live(problem=Problem.CAMERA_LOST))
TURN_HEAD = replace(BUSY, live=replace(LIVE, hint=Hint.TURN_HEAD))
TOO_FAR = replace(BUSY, live=replace(LIVE, hint=Hint.NONE, flaw=Flaw.TOO_SMALL))

SAMPLES = {name: value for name, value in list(globals().items()) if isinstance(value, CheckInState)}
