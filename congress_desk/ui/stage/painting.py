"""The one place where the second screen is drawn: the small preview and the large window are the same drawing."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from congress_desk.domain.stage import (
    AgendaFace,
    AttendanceFace,
    BlackFace,
    ChartFace,
    ClipFace,
    DocumentFace,
    ElectionFace,
    ResultFace,
    SpeakerFace,
    TitleFace,
    WelcomeFace,
)
from congress_desk.ui.stage.faces_charts import draw_chart
from congress_desk.ui.stage.faces_figures import draw_attendance, draw_election, draw_vote
from congress_desk.ui.stage.faces_people import draw_speaker, draw_welcome
from congress_desk.ui.stage.faces_words import draw_agenda, draw_document, draw_title
from congress_desk.ui.stage.scene import Moment, Scene
from congress_desk.ui.stage.sheet import BLACK, CREAM, GOLD, STRONG, Lettered, Sheet, Side, rows, square

MOST_HEADING = 0.062  # larger letters than this, in parts of the unit: no heading
DRAWN_HEIGHT = 1080.0
EDGE = 0.055  # free at every side, in parts of the unit


def draw_scene(painter: QPainter, area: QRectF, scene: Scene, moment: Moment) -> list[Lettered]:
    """The scene in the area; gives every text that was drawn, for the tests and the note about small letters.

    It is laid out on a sheet DRAWN_HEIGHT tall whatever the area, and scaled: so small and large are the same.
    """
    scale = area.height() / DRAWN_HEIGHT
    if scale <= 0:
        return []
    painter.save()
    painter.translate(area.topLeft())
    painter.scale(scale, scale)
    letters = _drawn(painter, QRectF(0, 0, area.width() / scale, DRAWN_HEIGHT), scene, moment)
    painter.restore()
    return letters


def _drawn(painter: QPainter, area: QRectF, scene: Scene, moment: Moment) -> list[Lettered]:
    sheet = Sheet(painter, area, least=scene.least, right_to_left=scene.say.language.right_to_left)
    if isinstance(scene.face, BlackFace):
        painter.fillRect(area, BLACK)
        return []
    if isinstance(scene.face, ClipFace):
        _draw_picture(sheet, scene, scene.face)
        return sheet.letters
    sheet.ground()
    edge = sheet.unit * EDGE
    inside = area.adjusted(edge, edge, -edge, -edge)
    if scene.rehearsal:
        inside = _rehearsal(sheet, scene, inside)
    body = inside if isinstance(scene.face, TitleFace) and not sheet.strip else _headed(sheet, scene, inside)
    _draw_face(sheet, scene, body, moment)
    return sheet.letters


def too_small(letters: list[Lettered], least: float) -> bool:
    """Are there letters smaller than the last row can read? least: in parts of the height; a rounding is allowed."""
    return any(one.fitted.size < least * DRAWN_HEIGHT * 0.97 for one in letters)


def _draw_face(sheet: Sheet, scene: Scene, body: QRectF, moment: Moment) -> None:
    match scene.face:
        case TitleFace():
            draw_title(sheet, scene, scene.face, body)
        case WelcomeFace():
            draw_welcome(sheet, scene, scene.face, body)
        case AttendanceFace():
            draw_attendance(sheet, scene, scene.face, body)
        case AgendaFace():
            draw_agenda(sheet, scene, scene.face, body)
        case SpeakerFace():
            draw_speaker(sheet, scene, scene.face, body, moment)
        case DocumentFace():
            draw_document(sheet, scene, scene.face, body)
        case ResultFace():
            draw_vote(sheet, scene, scene.face.vote, body)
        case ElectionFace():
            draw_election(sheet, scene, scene.face.election, body, moment)
        case ChartFace():
            draw_chart(sheet, scene, scene.face, body, moment)


def _headed(sheet: Sheet, scene: Scene, inside: QRectF) -> QRectF:
    """The emblem, the congress's name and a gold line; on a strip the emblem and an upright line."""
    if sheet.strip:
        emblem, rest = sheet.split(inside, inside.height() * 0.5, sheet.unit * 0.12)
        sheet.icon("emblem", square(emblem), GOLD)
        line, body = sheet.split(rest, max(1.5, sheet.unit * 0.015), sheet.unit * 0.14)
        sheet.rule(line)
        return body
    if sheet.least > MOST_HEADING * sheet.unit:  # in so large letters there is room for one message only
        return inside
    head, line, body = rows(inside, 0.18, 0.008, 0.81, gap=sheet.unit * 0.02)
    emblem, title = sheet.split(head, head.height() * 0.76, sheet.unit * 0.03)
    sheet.icon("emblem", square(emblem), GOLD)
    sheet.text(title, scene.title, largest=sheet.unit * 0.05, weight=STRONG, upright=0.5, lines=2)
    sheet.rule(line)
    return body


def _rehearsal(sheet: Sheet, scene: Scene, inside: QRectF) -> QRectF:
    """Rehearsals are marked on every screen."""
    if sheet.strip:
        band, rest = sheet.split(inside, sheet.unit * 1.3, sheet.unit * 0.1)
    else:
        band, rest = rows(inside, 0.085, 0.915, gap=sheet.unit * 0.015)
    sheet.panel(band, BLACK)
    sheet.text(band.adjusted(sheet.unit * 0.02, 0, -sheet.unit * 0.02, 0), scene.say("REHEARSAL"),
               largest=sheet.unit * (0.2 if sheet.strip else 0.05), weight=STRONG, colour=CREAM, side=Side.MIDDLE,
               upright=0.5, lines=1)  # fmt: skip
    return rest


def _draw_picture(sheet: Sheet, scene: Scene, face: ClipFace) -> None:
    """A clip's picture as it is, on black; without one the title on the ground, never an empty wall."""
    if not scene.picture.isNull():
        sheet.painter.fillRect(sheet.area, BLACK)
        sheet.whole_picture(scene.picture)
        return
    sheet.ground()
    edge = sheet.unit * EDGE
    draw_title(sheet, scene, TitleFace(title=face.title), sheet.area.adjusted(edge, edge, -edge, -edge))
