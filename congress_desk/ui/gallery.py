"""Every screen in every named state as a picture: `python -m congress_desk.ui.gallery --out DIR`.

In Vietnamese, English and Arabic, light and dark, at 100 % on a 1366 x 768 screen and at 150 % on a 1920 x 1080 one
(which leaves 1280 x 720); the second screen's faces on four shapes of screens. Nothing is opened and no service is
called: a sample is a state, drawn by its view. Printed pages hang in `python -m tests.paper_gallery --out DIR`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from congress_desk.plumbing.texts import Language
from congress_desk.ui.gallery_subjects import SCREENS, Subject, subjects
from congress_desk.ui.look import Look, look_for
from congress_desk.ui.stage.gallery import stage_pictures
from congress_desk.ui.theme import dress, load_fonts

THEMES = ("light", "dark")
ROUNDS = 3  # wrapped labels in scrolled pages settle in steps


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One picture to be made."""

    subject: Subject
    sample: str
    language: str
    theme: str
    scale: int

    @property
    def file_name(self) -> str:
        sample = self.sample.lower().replace("_", "-")
        return f"{self.subject.name}-{sample}-{self.language}-{self.theme}-{self.scale}.png"


def exhibits(only: str = "") -> Iterator[Exhibit]:
    """All pictures, or those whose file name holds every part of `only` ("checkin-welcome,vi,light,100")."""
    parts = [part for part in only.split(",") if part]
    for language in Language:
        for theme in THEMES:
            for subject in subjects():
                for sample in subject.samples:
                    for scale in SCREENS:
                        one = Exhibit(subject, sample, language.value, theme, scale)
                        if all(f"-{part}-" in f"-{one.file_name.replace('.', '-')}" for part in parts):
                            yield one


def hung(exhibit: Exhibit, look: Look) -> QWidget:
    """The widget at the size of its screen, laid out but on no screen."""
    widget = exhibit.subject.make(exhibit.sample, look)
    if exhibit.subject.fills:
        widget.resize(SCREENS[exhibit.scale][0])
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.show()
    _settle()
    return widget


def hung_again(widget: QWidget, exhibit: Exhibit) -> None:
    """The widget of the same subject, language and theme, in the state of another exhibit."""
    assert exhibit.subject.again is not None
    exhibit.subject.again(widget, exhibit.sample)
    _settle()
    widget.resize(SCREENS[exhibit.scale][0])
    _settle()


def _settle() -> None:
    """Let layouts and delayed deletions come to rest."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for _ in range(ROUNDS):
        QApplication.sendPostedEvents()


def photographed(widget: QWidget, scale: float) -> QImage:
    image = QImage(widget.size() * scale, QImage.Format.Format_RGB32)
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
    load_fonts()
    for name, picture in stage_pictures(chosen.only):
        picture.save(str(chosen.out / name))
    look: Look | None = None
    for exhibit in exhibits(chosen.only):
        wanted = look_for(exhibit.language, exhibit.theme)
        if look != wanted:
            look = wanted
            dress(app, look)
        widget = hung(exhibit, wanted)
        photographed(widget, SCREENS[exhibit.scale][1]).save(str(chosen.out / exhibit.file_name))
        widget.deleteLater()
    return 0


if __name__ == "__main__":
    sys.exit(main())
