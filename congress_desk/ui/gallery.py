"""Every room in every named state as a picture: `python -m congress_desk.ui.gallery --out DIR`.

In Vietnamese, English and Arabic, light and dark, at 100 % on a 1366 x 768 screen and at 150 % on a 1920 x 1080 one
(which leaves 1280 x 720). Nothing is opened and no service is called: a sample is a state, drawn by its view.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from congress_desk.plumbing.texts import Language
from congress_desk.ui.frame import Frame
from congress_desk.ui.frame_state import FrameState
from congress_desk.ui.look import Look, look_for
from congress_desk.ui.room import Room
from congress_desk.ui.room_list import ROOMS
from congress_desk.ui.theme import dress

THEMES = ("light", "dark")
SCREENS = {100: (QSize(1366, 768), 1.0), 150: (QSize(1280, 720), 1.5)}
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = dt.datetime(2025, 9, 22, 7, 12, tzinfo=ZONE)


class Nobody:
    """Stands in for a presenter: whatever a view connects to it, nothing happens."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _nothing


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One picture to be made."""

    room: Room
    sample: str
    language: str
    theme: str
    scale: int

    @property
    def file_name(self) -> str:
        return f"{self.room.name}-{self.sample.lower()}-{self.language}-{self.theme}-{self.scale}.png"


def exhibits(only: str = "") -> Iterator[Exhibit]:
    """All pictures, or those whose file name contains every part of `only` ("checkin-welcome,vi,light,100")."""
    parts = [part for part in only.split(",") if part]
    for language in Language:
        for theme in THEMES:
            for room in ROOMS:
                for sample in room.samples():
                    for scale in SCREENS:
                        one = Exhibit(room, sample, language.value, theme, scale)
                        if all(f"-{part}-" in f"-{one.file_name.replace('.', '-')}" for part in parts):
                            yield one


def hung(exhibit: Exhibit, look: Look) -> QWidget:
    """The whole window with the room in this state, not shown."""
    frame = Frame(look, ROOMS)
    view: Any = exhibit.room.make_view(Nobody(), look)
    frame.hold(view)
    sample = exhibit.room.samples()[exhibit.sample]
    frame.show_state(frame_state(exhibit.room.name, sample))
    view.show_state(sample)
    if live := getattr(sample, "live", None):
        show_camera(view, on=bool(getattr(live, "on", False)))
    size, _ = SCREENS[exhibit.scale]
    frame.resize(size)
    return frame


def frame_state(room: str, sample: Any) -> FrameState:
    status = getattr(sample, "status", None)
    return FrameState(
        title="Đại hội đại biểu Đảng bộ tỉnh Thái Sơn lần thứ I, nhiệm kỳ 2025 - 2030",
        session="Khai mạc",
        desk="Bàn 2",
        rehearsal=room == "settings",
        room=room,
        now=MORNING,
        status=status if hasattr(status, "quorum") else None,
        backup_at=MORNING.replace(minute=10),
        zone=ZONE,
    )


def show_camera(view: Any, *, on: bool) -> None:
    """A grey hall with a drawn person in it, where a room has a live picture."""
    if on and hasattr(view, "show_picture"):
        from congress_desk.services.ports.camera import PictureSeen

        picture = _camera_picture()
        rgb = bytes(picture.constBits())
        view.show_picture(PictureSeen(width=picture.width(), height=picture.height(), rgb=rgb))


def settle(widget: QWidget) -> None:
    """Let layouts and delayed deletions come to rest without showing a window."""
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.show()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.sendPostedEvents()


def photographed(widget: QWidget, scale: float) -> QImage:
    size = widget.size() * scale
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    widget.render(image)
    return image


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m congress_desk.ui.gallery", description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", default="", help="parts of the file name, with commas: checkin-welcome,vi,light")
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    chosen.out.mkdir(parents=True, exist_ok=True)
    look: Look | None = None
    for exhibit in exhibits(chosen.only):
        wanted = look_for(exhibit.language, exhibit.theme)
        if look != wanted:
            look = wanted
            dress(app, look)
        widget = hung(exhibit, wanted)
        settle(widget)
        photographed(widget, SCREENS[exhibit.scale][1]).save(str(chosen.out / exhibit.file_name))
        widget.deleteLater()
    return 0


def _camera_picture() -> QImage:
    from congress_desk.ui.sample_people import portrait

    image = QImage(640, 480, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.gray)
    person = QImage.fromData(portrait(1)).scaledToHeight(420, Qt.TransformationMode.SmoothTransformation)
    painter = QPainter(image)
    painter.drawImage((640 - person.width()) // 2, 60, person)
    painter.end()
    return image


def _nothing(*_given: Any, **_named: Any) -> bool:
    return False


if __name__ == "__main__":
    sys.exit(main())
