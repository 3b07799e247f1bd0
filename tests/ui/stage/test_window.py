"""The hall's window: on its display, without frame or cursor, the same drawing as the preview, quick to draw."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from congress_desk.domain.stage import BlackFace
from congress_desk.ui.look import Look
from congress_desk.ui.stage.output import StageOutput, scene_of
from congress_desk.ui.stage.samples import FACES, MORNING, SIZES, TITLE, ZONE, sample_scene
from congress_desk.ui.stage.shown import Shown
from congress_desk.ui.stage.surface import StageSurface
from congress_desk.ui.stage.window import IN_A_WINDOW, displays

SLOWEST_MS = 50


@pytest.fixture
def output(qtbot: QtBot, look: Look) -> Iterator[StageOutput]:
    made = StageOutput(look, now=lambda: MORNING)
    yield made
    made.close()
    made.deleteLater()


def shown(name: str) -> Shown:
    return Shown(face=FACES[name], title=TITLE, zone=ZONE)


def picture_of(surface: StageSurface) -> QImage:
    image = QImage(surface.size(), QImage.Format.Format_RGB32)
    surface.render(image)
    return image


def test_on_a_display_there_is_no_frame_no_cursor_and_no_focus(output: StageOutput) -> None:
    name = displays()[0][0]
    assert output.open(name)
    window = output.window
    assert window is not None
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    assert window.isFullScreen()
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_with_one_display_it_is_a_window_like_others(output: StageOutput) -> None:
    assert output.open(IN_A_WINDOW)
    window = output.window
    assert window is not None
    assert window.isVisible()
    assert not window.isFullScreen()


def test_a_display_that_is_not_there_is_said_to_be(output: StageOutput) -> None:
    assert not output.open("HDMI-7")
    window = output.window
    assert window is not None
    assert not window.isVisible()


def test_the_window_shows_what_it_was_told_before_it_was_opened(output: StageOutput) -> None:
    output.show(shown("AGENDA"))
    output.open(IN_A_WINDOW)
    assert output.window is not None
    assert output.window.surface.scene.face == FACES["AGENDA"]


def test_closing_the_window_by_hand_is_told(output: StageOutput) -> None:
    told: list[str] = []
    output.told = told.append
    output.open(IN_A_WINDOW)
    assert output.window is not None
    output.window.close()
    assert told == ["closed"]


def test_preview_and_window_are_the_same_drawing(qtbot: QtBot, look: Look) -> None:
    large, small = StageSurface(look.say, now=lambda: MORNING), StageSurface(look.say, now=lambda: MORNING)
    for surface, size in ((large, QSize(1600, 900)), (small, QSize(400, 225))):
        qtbot.addWidget(surface)
        surface.resize(size)
        surface.show_scene(sample_scene("SPEAKER", "vi"))
    reduced = picture_of(large).scaled(
        small.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    exact = picture_of(small)
    apart = sum(
        abs(reduced.pixelColor(x, y).lightness() - exact.pixelColor(x, y).lightness()) > 60
        for x in range(0, 400, 2)
        for y in range(0, 225, 2)
    )
    assert apart < 200 * 113 * 0.03


def test_a_preview_keeps_the_shape_of_the_wall(qtbot: QtBot, look: Look) -> None:
    surface = StageSurface(look.say, shape=QSize(1536, 192))
    qtbot.addWidget(surface)
    surface.resize(400, 300)
    area = surface.picture_area()
    assert (area.width(), round(area.height())) == (400, 50)


def test_a_timer_is_drawn_again_and_a_title_is_not(qtbot: QtBot, look: Look) -> None:
    surface = StageSurface(look.say)
    qtbot.addWidget(surface)
    surface.show_scene(sample_scene("SPEAKER", "vi"))
    assert surface._clock.isActive()
    surface.show_scene(sample_scene("TITLE", "vi"))
    assert not surface._clock.isActive()


@pytest.mark.parametrize("name", ["SPEAKER", "ELECTION", "WELCOME", "AGENDA"])
def test_drawing_a_full_screen_does_not_block(qtbot: QtBot, look: Look, name: str) -> None:
    """The second drawing and those after it: the first also looks for the size of the letters."""
    image = QImage(SIZES["16x9"], QImage.Format.Format_RGB32)
    scene = sample_scene(name, "vi")
    times = []
    for _ in range(6):
        painter = QPainter(image)
        began = time.perf_counter()
        from congress_desk.ui.stage.painting import draw_scene
        from congress_desk.ui.stage.scene import Moment

        draw_scene(painter, QRectF(image.rect()), scene, Moment(now=MORNING))
        times.append((time.perf_counter() - began) * 1000)
        painter.end()
    assert min(times[1:]) < SLOWEST_MS, times


def test_the_clips_picture_is_shown_and_gives_way_to_the_still(qtbot: QtBot, look: Look) -> None:
    surface = StageSurface(look.say)
    qtbot.addWidget(surface)
    surface.resize(160, 90)
    scene = sample_scene("CLIP", "vi")
    surface.show_scene(scene)
    film = QImage(160, 90, QImage.Format.Format_RGB32)
    film.fill(Qt.GlobalColor.green)
    surface.show_film(film)
    assert picture_of(surface).pixelColor(80, 45).name() == "#00ff00"
    surface.show_film(QImage())
    assert picture_of(surface).pixelColor(80, 45).name() != "#00ff00"


def test_a_picture_that_cannot_be_read_is_no_error(look: Look) -> None:
    scene = scene_of(replace(shown("CLIP"), picture=b"no picture"))
    assert scene.picture.isNull()
    assert isinstance(scene_of(Shown()).face, BlackFace)
