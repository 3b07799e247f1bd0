"""Faces with a person: the welcome at the door, and who speaks with his time."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from congress_desk.domain.speech_timer import Phase
from congress_desk.domain.stage import SpeakerFace, WelcomeFace
from congress_desk.ui.stage.scene import Moment, Scene
from congress_desk.ui.stage.sheet import BOLD, CREAM, GOLD, STRONG, WHITE, Sheet, Side, inset, rows, square
from congress_desk.ui.stage.words import clock

PHOTO = 3 / 4


def draw_welcome(sheet: Sheet, scene: Scene, face: WelcomeFace, body: QRectF) -> None:
    say = scene.say
    words = body
    if not scene.picture.isNull():
        photo, words = sheet.split(body, body.height() * PHOTO, sheet.unit * (0.12 if sheet.strip else 0.06))
        sheet.photo(photo, scene.picture)
    more = [face.delegation, say("Seat {seat}", seat=face.seat) if face.seat else ""]
    if sheet.strip:
        _two(sheet, words, face.name, " · ".join(_apart(text, sheet) for text in more if text))
    else:
        _three(sheet, words, say("Welcome"), face.name, "\n".join(text for text in more if text))


def draw_speaker(sheet: Sheet, scene: Scene, face: SpeakerFace, body: QRectF, moment: Moment) -> None:
    side = min(body.height(), body.width() * (0.42 if body.width() > body.height() * 2 else 0.36))
    words, ring = sheet.split(body, body.width() - side - sheet.unit * 0.06, sheet.unit * 0.06)
    if sheet.strip:
        _two(sheet, words, face.name, face.delegation)
    else:
        _three(sheet, words, face.delegation, face.name, face.topic)
    draw_timer(sheet, scene, face, square(ring), moment)


def draw_timer(sheet: Sheet, scene: Scene, face: SpeakerFace, ring: QRectF, moment: Moment) -> None:
    """Gold; white in the last minutes; over time the white ring goes on and off, once in two seconds."""
    timer, now = face.timer, moment.now
    left = timer.left(now).total_seconds()
    over = left < 0
    white = over or (left <= face.warning_seconds and timer.started is not None)
    share = 1.0 if over else left / max(1.0, timer.allowed.total_seconds())
    thick = ring.width() * 0.075
    sheet.ring(ring, share if moment.lit or not over else 0.0, WHITE if white else GOLD, thick)
    state = _state(timer.phase(now), over, scene)
    shown = bool(state) and not sheet.strip
    digits = inset(ring, 0.13, 0.22, 0.13, 0.36 if shown else 0.22)
    sheet.text(digits, clock(left), largest=ring.width() * 0.3, weight=BOLD, side=Side.MIDDLE, upright=0.5)
    if shown:
        sheet.text(
            inset(ring, 0.2, 0.6, 0.2, 0.17),
            state,
            largest=max(sheet.least, ring.width() * 0.09),
            weight=STRONG,
            colour=CREAM,
            side=Side.MIDDLE,
            upright=0.3,
        )


def _state(phase: Phase, over: bool, scene: Scene) -> str:
    if phase is Phase.WAITING:
        return scene.say("Ready")
    if phase is Phase.PAUSED:
        return scene.say("Paused")
    return scene.say("Time is up") if over else ""


def _apart(text: str, sheet: Sheet) -> str:
    """With its own direction beside texts of another (U+2068 ... U+2069)."""
    return f"\u2068{text}\u2069" if sheet.right_to_left else text


def _two(sheet: Sheet, box: QRectF, name: str, below: str) -> None:
    """On a strip: the name as large as it fits, and one line under it."""
    upper, lower = rows(box, 0.58, 0.42 if below else 0.0)
    sheet.text(upper, name, largest=sheet.unit * 0.5, weight=BOLD, upright=0.5, lines=2)
    sheet.text(lower, below, largest=sheet.unit * 0.26, weight=STRONG, colour=CREAM, upright=0.5, lines=2)


def _three(sheet: Sheet, box: QRectF, above: str, name: str, below: str) -> None:
    """A quiet line, the name as large as it fits, and what belongs to it."""
    top, middle, rest = rows(box, 0.16 if above else 0.0, 0.36, 0.48 if below else 0.0, gap=sheet.unit * 0.015)
    sheet.text(top, above, largest=sheet.unit * 0.065, weight=STRONG, colour=CREAM, upright=0.8, lines=2)
    sheet.text(middle, name, largest=sheet.unit * 0.14, weight=BOLD, upright=0.5, lines=3)
    sheet.text(rest, below, largest=sheet.unit * 0.075, weight=STRONG, colour=WHITE, upright=0.1, lines=5)
