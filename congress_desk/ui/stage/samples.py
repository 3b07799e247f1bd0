"""Named faces for the gallery, the tests and the README: each as it will be, and each at its worst."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from congress_desk.domain.speech_timer import Timer
from congress_desk.domain.stage import (
    AgendaFace,
    AgendaLine,
    AttendanceFace,
    BlackFace,
    ClipFace,
    DocumentFace,
    ElectedShown,
    ElectionFace,
    ElectionShown,
    Face,
    ResultFace,
    SpeakerFace,
    TitleFace,
    VoteShown,
    WelcomeFace,
)
from congress_desk.plumbing.texts import words_for
from congress_desk.ui.sample_people import portrait
from congress_desk.ui.stage.chart_samples import CHART_FACES
from congress_desk.ui.stage.scene import Scene

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = dt.datetime(2025, 9, 22, 8, 40, tzinfo=ZONE)
TITLE = "Đại hội đại biểu Đảng bộ tỉnh Thái Sơn lần thứ I, nhiệm kỳ 2025 - 2030"
SIZES = {"16x9": QSize(1920, 1080), "4x3": QSize(1024, 768), "4x1": QSize(1536, 384), "8x1": QSize(1536, 192)}
TOPIC = "Phát triển kinh tế rừng gắn với giữ gìn bản sắc văn hóa các dân tộc vùng ATK Định Hóa"
CLIP = "Thái Sơn: năm năm nhìn lại"


def _speaker(spoken_minutes: float, *, paused: bool = False, begun: bool = True) -> SpeakerFace:
    spoken = dt.timedelta(minutes=spoken_minutes)
    timer = Timer(
        allowed=dt.timedelta(minutes=10),
        spoken=spoken,
        since=MORNING if begun and not paused else None,
        started=MORNING - spoken if begun else None,
    )
    return SpeakerFace(name="Nguyễn Thị Ánh", delegation="Đoàn xã Đại Từ", topic=TOPIC, timer=timer)


def _line(content: str, hour: int, minute: int, by: str = "", number: str = "") -> AgendaLine:
    return AgendaLine(content=content, starts=MORNING.replace(hour=hour, minute=minute), by_whom=by, number=number)


def _attendance(present: int, *, reached: bool) -> AttendanceFace:
    return AttendanceFace(
        session="Phiên khai mạc",
        convened=445,
        present=present,
        excused=6,
        absent=445 - present - 6,
        needed=297,
        reached=reached,
        reached_at=MORNING.replace(hour=7, minute=9) if reached else None,
    )


_NAMES = (
    "Nguyễn Thị Ánh", "Trần Đức Ngọc", "Lý Thị Hương Giang", "Nông Quốc Khánh", "Phạm Văn Ước", "Đặng Văn Đông",
    "Tôn Nữ Thị Hồng Nhung Công Tằng", "Vũ Đình Phường", "Hoàng Ngọc Ẩn", "Lê Thị Ễnh", "Bế Văn Đàn", "Chu Thị Ý",
)  # fmt: skip
ELECTED = tuple(
    ElectedShown(name=name, votes=441 - 7 * place, share=Fraction(441 - 7 * place, 443), elected=place < 10)
    for place, name in enumerate(_NAMES)
)
VOTE = VoteShown(
    title="Thông qua Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Thái Sơn lần thứ I",
    agree=438, disagree=3, other=2, base=443, passed=True, share=Fraction(438, 443),
)  # fmt: skip
_SIDE = 25
SYMBOL = tuple(
    "".join("1" if 0 < x < _SIDE - 1 and 0 < y < _SIDE - 1 and (x * 7 + y * 5) % 3 else "0" for x in range(_SIDE))
    for y in range(_SIDE)
)  # no symbol of anything, only its look

FACES: dict[str, Face] = {
    "TITLE": TitleFace(title=TITLE, more="Tỉnh ủy Thái Sơn"),
    "TITLE_SHORT": TitleFace(title="GIẢI LAO", more="Đại hội tiếp tục lúc 09:45"),
    "WELCOME": WelcomeFace(name="Nguyễn Thị Ánh", delegation="Đoàn xã Đại Từ", seat="B-14", photo="x"),
    "WELCOME_LONG": WelcomeFace(
        name="Tôn Nữ Thị Hồng Nhung Công Tằng", delegation="Đoàn Đảng ủy các cơ quan Đảng tỉnh Thái Sơn", seat="A-11"
    ),
    "ATTENDANCE": _attendance(298, reached=True),
    "ATTENDANCE_EARLY": _attendance(141, reached=False),
    "AGENDA": AgendaFace(
        session="Phiên khai mạc",
        now=_line("Báo cáo thẩm tra tư cách đại biểu", 8, 35, "Ban Thẩm tra tư cách đại biểu", "5"),
        following=(
            _line("Trình bày Báo cáo chính trị của Ban Chấp hành Đảng bộ tỉnh", 8, 50),
            _line("Phóng sự: Thái Sơn năm năm nhìn lại", 9, 30),
            _line("Giải lao", 9, 45),
            _line("Tham luận", 10, 0),
        ),
    ),
    "AGENDA_LONG": AgendaFace(
        session="Phiên khai mạc",
        now=_line(
            "Thảo luận các dự thảo văn kiện trình Đại hội đại biểu toàn quốc và dự thảo văn kiện Đại hội đại biểu "
            "Đảng bộ tỉnh lần thứ I", 10, 0, "Đoàn Chủ tịch",
        ),
        following=(_line("Nghỉ trưa", 11, 30),),
    ),
    "SPEAKER": _speaker(4.2),
    "SPEAKER_READY": _speaker(0, begun=False),
    "SPEAKER_WARNING": _speaker(8.6),
    "SPEAKER_OVER": _speaker(11.1),
    "DOCUMENT": DocumentFace(
        title="Dự thảo Báo cáo chính trị trình Đại hội", number="Số 12-BC/TU", address="http://192.168.1.10:8765/d/1",
        symbol=SYMBOL, wifi="DAIHOI-THAISON",
    ),
    "RESULT": ResultFace(vote=VOTE),
    "ELECTION": ElectionFace(
        election=ElectionShown(
            title="Bầu Ban Chấp hành Đảng bộ tỉnh khóa I", seats=10, base=443, people=ELECTED
        )
    ),
    "CLIP": ClipFace(cue="1", title=CLIP, file="x", still="x", moving=True),
    "CLIP_NO_PICTURE": ClipFace(cue="1", title=CLIP, file="x", still="", moving=True),
    **CHART_FACES,
    "BLACK": BlackFace(),
}  # fmt: skip
WITH_PICTURE = ("WELCOME", "CLIP")


def sample_scene(name: str, language: str, *, least: float = 0.05) -> Scene:
    picture = QImage.fromData(portrait(1)) if name in WITH_PICTURE else QImage()
    return Scene(
        face=FACES[name], say=words_for(language), title=TITLE, zone=ZONE, least=least, picture=picture,
        rehearsal=name == "ATTENDANCE_EARLY",
    )  # fmt: skip
