"""Named states of the room, for the gallery, the tests and the README's pictures."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session, SessionKind
from congress_desk.domain.delegates import OFFICIAL
from congress_desk.domain.erasure import Erasure, Reminder
from congress_desk.domain.journal import EventId, SessionId, Verification
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.settings import DeskSettings
from congress_desk.services.congress import Rules
from congress_desk.services.face_models import ModelTried
from congress_desk.services.face_status import FaceStatus, KeyState
from congress_desk.services.face_trial_figures import Figures
from congress_desk.services.ports.face_models import ModelCard
from congress_desk.services.ports.store import Congress
from congress_desk.ui.rooms.settings.state import (
    Busy,
    FaceModel,
    Fact,
    People,
    Section,
    SessionDraft,
    SettingsState,
    Told,
)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
DAY = dt.date(2025, 9, 22)


def _at(hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime.combine(DAY, dt.time(hour, minute), ZONE)


SESSIONS = (
    Session(
        id=SessionId("preparatory"),
        name="Phiên trù bị",
        kind=SessionKind.PREPARATORY,
        starts=_at(7),
        ends=_at(8, 30),
        admits=OFFICIAL,
        closed_at=_at(8, 31),
    ),
    Session(id=SessionId("opening"), name="Phiên khai mạc", starts=_at(8, 45), ends=_at(11, 30)),
    Session(id=SessionId("afternoon"), name="Phiên làm việc buổi chiều", starts=_at(13, 30), ends=_at(17)),
)

DESK = SettingsState(
    desk=DeskSettings(desk_name="Bàn 2"),
    printers=("HP LaserJet P2035",),
    congress=Congress(
        id="sample",
        title="Đại hội đại biểu Đảng bộ tỉnh Thái Sơn lần thứ I, nhiệm kỳ 2025 - 2030",
        convening_body="Tỉnh ủy Thái Sơn",
        opens=DAY,
        place="Hội trường tỉnh",
    ),
    rules=Rules(),
    sessions=SESSIONS,
    people=People(everybody=465, base=445, consented=402, enrolled=396),
    zone=ZONE,
)
DESK_WRONG = replace(DESK, wrong={"desk_name": "not_allowed"})
CONGRESS = replace(DESK, section=Section.CONGRESS)
CONGRESS_WRONG = replace(CONGRESS, wrong={"quorum": "share", "title": "missing"})
SESSIONS_LISTED = replace(DESK, section=Section.SESSIONS, picked=SESSIONS[0].id)
NO_SESSIONS = replace(DESK, section=Section.SESSIONS, sessions=())
SESSION_EDITED = replace(
    SESSIONS_LISTED,
    draft=SessionDraft(id=SESSIONS[1].id, name="Phiên khai mạc", day=DAY, starts="08:45", ends="08:15"),
    wrong={"ends": "before_start"},
)
SAFETY = replace(DESK, section=Section.SAFETY)
VERIFYING = replace(SAFETY, busy=Busy.VERIFYING)
WHOLE = replace(SAFETY, verification=Verification(ok=True, events=1204), backup="/media/usb/dai-hoi.congress")
BROKEN = replace(
    SAFETY,
    verification=Verification(ok=False, events=311, first_broken=EventId("019970a1-2b3c-7d4e"), why="hash"),
)
BACKED_UP = replace(SAFETY, told=Told(number=1, fact=Fact.BACKED_UP, places={"path": "/media/usb/dai-hoi.congress"}))
DISK_FULL = replace(SAFETY, told=Told(number=1, error=Trouble(Problem.DISK_FULL)))
STATUS = FaceStatus(
    everybody=465,
    agreed=402,
    refused=11,
    withdrawn=2,
    enrolled=396,
    templates=402,
    key=KeyState.HERE,
    passphrase=False,
    erase_by=DAY + dt.timedelta(days=30),
    reminder=None,
    erased=None,
)
FACES = replace(DESK, section=Section.FACES, faces=STATUS)
PASSPHRASE_DIFFERS = replace(FACES, faces=replace(STATUS, passphrase=True), wrong={"passphrase": "differs"})
KEY_LOCKED = replace(FACES, faces=replace(STATUS, key=KeyState.LOCKED, passphrase=True))
FACES_DUE = replace(
    FACES,
    faces=replace(STATUS, reminder=Reminder(due=DAY + dt.timedelta(days=30), days_left=-3, people=396)),
)
ERASED = Erasure(
    event=EventId("erased"),
    at=_at(17, 30),
    by="Phạm Thị Lan",
    desk="Bàn 2",
    actor="thu-ky",
    templates=402,
    people=396,
    desk_photos=3,
    had_passphrase=True,
    desks=(),
    hash="",
)
FACES_ERASED = replace(
    FACES,
    faces=replace(STATUS, enrolled=0, templates=0, key=KeyState.NONE, erased=ERASED),
    told=Told(number=1, fact=Fact.FACES_ERASED, places={"count": 402}, certificate=True),
)
BUILT_IN = ModelCard(
    name="dlib ResNet",
    licence="CC0 1.0",
    source="dlib-models, Davis E. King",
    model_hash="5a" * 32,
    files=(("shape_predictor_5_face_landmarks.dat", "c4" * 32), ("dlib_face_recognition_resnet_v1.dat", "7f" * 32)),
)
SUPPLIED = ModelCard(
    name="SFace",
    licence="Apache 2.0",
    source="opencv_zoo, face_recognition_sface_2021dec",
    model_hash="b3" * 32,
    files=(("detector.onnx", "8f" * 32), ("embedding.onnx", "0b" * 32)),
)


def _figures(right: float, embedding_ms: float) -> Figures:
    return Figures(
        enrolled=201,
        refused_photos=6,
        probes=199,
        rank1=0.985,
        rank3=0.995,
        right_accepted=right,
        wrong_accepted=0.0,
        shown_or_accepted=0.995,
        strangers=195,
        strangers_accepted=0.0103,
        threshold=0.31,
        embedding_ms=embedding_ms,
    )


MODEL = replace(DESK, section=Section.MODEL, model=FaceModel(card=BUILT_IN))
MODEL_MISSING = replace(MODEL, model=FaceModel(missing=Trouble(Problem.MODEL_MISSING), built_in=False))
MODEL_TRYING = replace(MODEL, model=FaceModel(card=BUILT_IN, progress=(137, 804)))
MODEL_PREPARING = replace(MODEL, model=FaceModel(card=SUPPLIED, built_in=False, progress=(120, 402), using=True))
TRIED = (
    ModelTried(card=BUILT_IN, figures=_figures(0.864, 61)),
    ModelTried(card=SUPPLIED, figures=_figures(0.925, 24)),
)
MODEL_TRIED = replace(MODEL, model=FaceModel(card=BUILT_IN, tried=TRIED, folder=Path("/media/usb/sface")))
MODEL_USED = replace(
    MODEL,
    model=FaceModel(card=SUPPLIED, built_in=False),
    told=Told(number=1, fact=Fact.MODEL_USED, places={"name": "SFace", "count": 396}),
)

SAMPLES = {name: value for name, value in list(globals().items()) if isinstance(value, SettingsState)}
