"""Every face of the second screen as a picture: in three languages, on four shapes of screens."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from congress_desk.plumbing.texts import Language
from congress_desk.ui.stage.painting import draw_scene
from congress_desk.ui.stage.samples import FACES, MORNING, SIZES, sample_scene
from congress_desk.ui.stage.scene import Moment, Scene
from congress_desk.ui.stage.sheet import Lettered


def stage_pictures(only: str = "") -> Iterator[tuple[str, QImage]]:
    """File names with their pictures, or those whose name holds every part of `only` ("stage-speaker,vi")."""
    parts = [part for part in only.split(",") if part]
    for language in Language:
        for sample in FACES:
            for shape, size in SIZES.items():
                name = f"stage-{sample.lower().replace('_', '-')}-{language.value}-{shape}.png"
                if all(f"-{part}-" in f"-{name.replace('.', '-')}" for part in parts):
                    yield name, drawn(sample_scene(sample, language.value), size)[0]


def drawn(scene: Scene, size: QSize, moment: Moment | None = None) -> tuple[QImage, list[Lettered]]:
    """The scene as a picture, and the texts on it."""
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    letters = draw_scene(painter, QRectF(image.rect()), scene, moment or Moment(now=MORNING))
    painter.end()
    return image, letters
