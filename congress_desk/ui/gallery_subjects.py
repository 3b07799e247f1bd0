"""What the gallery shows: every room in its window, the first page, and every dialog, each in its named states."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from congress_desk.services.ports.camera import PictureSeen
from congress_desk.ui.errors import CrashDialog
from congress_desk.ui.first_run import state as first_run
from congress_desk.ui.first_run.dialogs import CreateDialog
from congress_desk.ui.first_run.view import FirstRunView
from congress_desk.ui.frame import Frame
from congress_desk.ui.frame_state import FrameState
from congress_desk.ui.help import HelpDialog
from congress_desk.ui.look import Look
from congress_desk.ui.room import Room
from congress_desk.ui.room_list import ROOMS
from congress_desk.ui.rooms.checkin.dialogs import DelegationsDialog, ExcuseDialog
from congress_desk.ui.rooms.checkin.samples import STATUS
from congress_desk.ui.sample_people import PEOPLE, portrait

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
REHEARSED = ("ALREADY_PRESENT", "CONFIRM", "FACE_UNSURE", "WELCOME_LONG_NAME")  # with the band above
FOR_READING = ("READ_ONLY",)  # with the other band
MORNING = dt.datetime(2025, 9, 22, 7, 12, tzinfo=ZONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """make(sample, look): the widget, not shown. again(widget, sample): the same widget in another state.

    fills: takes the whole screen, else its own size.
    """

    name: str
    samples: tuple[str, ...]
    make: Callable[[str, Look], QWidget]
    again: Callable[[Any, str], None] | None = None
    fills: bool = True


class Nobody:
    """Stands in for a presenter and its parts: whatever a view connects to it, nothing happens."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Nobody()

    def __call__(self, *_given: Any, **_named: Any) -> bool:
        return False


def subjects() -> tuple[Subject, ...]:
    rooms = (
        Subject(name=r.name, samples=tuple(r.samples()), make=partial(_room, r), again=partial(_show_sample, r))
        for r in ROOMS
    )
    dialogs = (
        Subject(name=name, samples=("DIALOG",), make=partial(_dialog, make), fills=False)
        for name, make in DIALOGS.items()
    )
    return (*rooms, Subject(name="first_run", samples=tuple(first_run.SAMPLES), make=_first_page), *dialogs)


def camera_picture() -> PictureSeen:
    """A grey hall with a drawn person in it, 640 x 480."""
    image = QImage(640, 480, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.gray)
    person = QImage.fromData(portrait(1)).scaledToHeight(420, Qt.TransformationMode.SmoothTransformation)
    painter = QPainter(image)
    painter.drawImage((640 - person.width()) // 2, 60, person)
    painter.end()
    return PictureSeen(width=640, height=480, rgb=bytes(image.constBits()))


def _room(room: Room, sample: str, look: Look) -> QWidget:
    frame = Frame(look, ROOMS)
    frame.hold(room.make_view(Nobody(), look))
    _show_sample(room, frame, sample)
    return frame


def _show_sample(room: Room, frame: Frame, sample: str) -> None:
    state, view = room.samples()[sample], frame.held()
    around = _frame_state(room.name, state, rehearsal=sample in REHEARSED, read_only=sample in FOR_READING)
    frame.show_state(around)
    view.show_state(state)
    if getattr(getattr(state, "live", None), "on", False):
        view.show_picture(camera_picture())


def _frame_state(room: str, state: Any, *, rehearsal: bool, read_only: bool) -> FrameState:
    status = getattr(state, "status", None)
    return FrameState(
        title="Đại hội đại biểu Đảng bộ tỉnh Thái Sơn lần thứ I, nhiệm kỳ 2025 - 2030",
        session="Khai mạc",
        desk="Bàn 2",
        rehearsal=rehearsal or room == "settings",
        read_only=read_only,
        room=room,
        now=MORNING,
        status=status if hasattr(status, "quorum") else STATUS,
        backup_at=MORNING.replace(minute=10),
        zone=ZONE,
    )


def _first_page(sample: str, look: Look) -> QWidget:
    view = FirstRunView(Nobody(), look)  # type: ignore[arg-type]
    view.show_state(first_run.SAMPLES[sample])
    return view


def _dialog(make: Callable[[Look], QWidget], _sample: str, look: Look) -> QWidget:
    return make(look)


def _delegations(look: Look) -> QWidget:
    dialog = DelegationsDialog(look)
    dialog.show_figures(STATUS.delegations)
    return dialog


def _crash(look: Look) -> QWidget:
    return CrashDialog(look, 'Traceback (most recent call last):\n  File "…", line 7\nZeroDivisionError')


DIALOGS: dict[str, Callable[[Look], QWidget]] = {
    "excuse": lambda look: ExcuseDialog(look, PEOPLE[0]),
    "delegations": _delegations,
    "create": CreateDialog,
    "help": lambda look: HelpDialog(look, ROOMS),
    "crash": _crash,
}

SCREENS = {100: (QSize(1366, 768), 1.0), 150: (QSize(1280, 720), 1.5)}
