"""Faces of words: a plain title, the agenda with what is on now and next, and a document's symbol."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from congress_desk.domain.stage import AgendaFace, AgendaLine, DocumentFace, TitleFace
from congress_desk.ui.stage.lettering import fits_in_one
from congress_desk.ui.stage.scene import Scene
from congress_desk.ui.stage.sheet import BLACK, BOLD, CREAM, GOLD, STRONG, WHITE, Sheet, Side, rows, square

LINE, ARABIC_LINE = 1.62, 1.75  # of the letters: a line of the agenda with room for its tones
WHEN, WHEN_GAP = 3.2, 0.4  # of the letters: the column of times


def draw_title(sheet: Sheet, scene: Scene, face: TitleFace, body: QRectF) -> None:
    """The one face without a heading: it is one."""
    if sheet.strip:
        upper, lower = rows(body, 0.66, 0.34 if face.more else 0.0)
        sheet.text(upper, face.title, largest=sheet.unit * 0.45, weight=BOLD, upright=0.5, lines=3)
        sheet.text(lower, face.more, largest=sheet.unit * 0.24, colour=CREAM, weight=STRONG, upright=0.4, lines=2)
        return
    emblem, title, line, more = rows(body, 0.17, 0.5, 0.05, 0.24 if face.more else 0.0, gap=sheet.unit * 0.02)
    sheet.icon("emblem", square(emblem), GOLD)
    sheet.text(title, face.title, largest=sheet.unit * 0.12, weight=BOLD, side=Side.MIDDLE, upright=0.5, lines=4)
    rule = QRectF(0, 0, sheet.unit * 0.3, max(1.5, sheet.unit * 0.006))
    rule.moveCenter(line.center())
    sheet.rule(rule)
    sheet.text(more, face.more, largest=sheet.unit * 0.065, colour=CREAM, weight=STRONG, side=Side.MIDDLE, lines=3)


def draw_agenda(sheet: Sheet, scene: Scene, face: AgendaFace, body: QRectF) -> None:
    say = scene.say
    following = face.following
    if sheet.strip:
        _agenda_strip(sheet, scene, face, body)
        return
    letters = max(sheet.least, sheet.unit * 0.05)
    line = letters * (ARABIC_LINE if sheet.right_to_left else LINE)
    heights = _heights(sheet, following, body, letters, line)
    below = line + sum(heights) if heights else 0.0
    now, rest = rows(body, body.height() - below if face.now else 0.0, below, gap=sheet.unit * 0.01)
    if face.now is not None:
        _now(sheet, scene, say("Now"), face.now, now)
    if heights:
        _following(sheet, scene, following, rest, (line, *heights), letters)


def _agenda_strip(sheet: Sheet, scene: Scene, face: AgendaFace, body: QRectF) -> None:
    """Now and next beside each other."""
    say = scene.say
    now = [(say("Now"), face.now)] if face.now else []
    shown = [*now, *((say("Next"), line) for line in face.following[:1])]
    for (word, line), box in zip(shown, sheet.columns(body, max(1, len(shown)), sheet.unit * 0.3), strict=False):
        upper, lower = rows(box, 0.34, 0.66)
        head = _head(word, line, scene)
        sheet.text(upper, head, largest=sheet.unit * 0.2, colour=CREAM, weight=STRONG, upright=0.6)
        sheet.text(lower, line.content, largest=sheet.unit * 0.3, weight=BOLD, upright=0.3, lines=3)


def draw_document(sheet: Sheet, scene: Scene, face: DocumentFace, body: QRectF) -> None:
    say = scene.say
    words = body
    if face.symbol:
        words, symbol = sheet.split(body, body.width() - min(body.height(), body.width() * 0.42) - sheet.unit * 0.06,
                                    sheet.unit * 0.06)  # fmt: skip
        draw_symbol(sheet, square(symbol), face.symbol)
    asked = say("Open the camera of your phone and point it here.")
    more = [asked, say("Wi-Fi: {name}", name=face.wifi) if face.wifi else ""]
    if sheet.strip:
        upper, lower = rows(words, 0.56, 0.44)
        sheet.text(upper, face.title, largest=sheet.unit * 0.32, weight=BOLD, upright=0.5, lines=2)
        sheet.text(lower, asked, largest=sheet.unit * 0.22, colour=CREAM, weight=STRONG, upright=0.4, lines=2)
        return
    number, title, rest = rows(words, 0.12 if face.number else 0.0, 0.36, 0.52, gap=sheet.unit * 0.01)
    sheet.text(number, face.number, largest=sheet.unit * 0.06, colour=CREAM, weight=STRONG, upright=0.6)
    sheet.text(title, face.title, largest=sheet.unit * 0.09, weight=BOLD, upright=0.3, lines=5)
    sheet.text(rest, "\n".join(text for text in more if text), largest=sheet.unit * 0.06, colour=CREAM,
               upright=0.9, lines=5)  # fmt: skip


def draw_symbol(sheet: Sheet, box: QRectF, symbol: tuple[str, ...]) -> None:
    """Dark on white with its quiet zone, in whole px, so that phones read it from a lamp wall too."""
    painter = sheet.painter
    scale = painter.transform().m11()
    side = max(1, int(box.width() * scale // len(symbol))) / scale
    made = QRectF(0, 0, side * len(symbol), side * len(symbol))
    made.moveCenter(box.center())
    corner = painter.transform().map(made.topLeft()).toPoint().toPointF()
    made.moveTopLeft(painter.transform().inverted()[0].map(corner))
    painter.fillRect(made, WHITE)
    painter.save()
    painter.setRenderHint(painter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    for y, row in enumerate(symbol):
        for x, module in enumerate(row):
            if module == "1":
                painter.fillRect(QRectF(made.left() + x * side, made.top() + y * side, side, side), QColor(BLACK))
    painter.restore()


def _now(sheet: Sheet, scene: Scene, word: str, line: AgendaLine, box: QRectF) -> None:
    sheet.panel(box)
    inner = box.adjusted(sheet.unit * 0.03, sheet.unit * 0.01, -sheet.unit * 0.03, -sheet.unit * 0.01)
    head, content, by = rows(inner, 0.24, 0.54, 0.22 if line.by_whom else 0.0)
    sheet.text(head, _head(word, line, scene), largest=sheet.unit * 0.06, colour=CREAM, weight=STRONG, upright=0.6)
    sheet.text(content, line.content, largest=sheet.unit * 0.1, weight=BOLD, upright=0.4, lines=3)
    sheet.text(by, line.by_whom, largest=sheet.unit * 0.055, colour=CREAM, upright=0.3)


def _heights(
    sheet: Sheet, lines: tuple[AgendaLine, ...], body: QRectF, letters: float, line_height: float
) -> list[float]:
    """Of the lines that there is room for below what is on now, each in one or two lines of letters."""
    room, width = body.height() * 0.46 - line_height, body.width() - letters * (WHEN + WHEN_GAP)
    found: list[float] = []
    for line in lines:
        count = 1 if fits_in_one(line.content, width, letters, STRONG) else 2
        height = line_height * (1 if count == 1 else 1.9)
        if found and sum(found) + height > room:
            break
        found.append(height)
    return found


def _following(
    sheet: Sheet, scene: Scene, lines: tuple[AgendaLine, ...], box: QRectF, heights: tuple[float, ...], letters: float
) -> None:
    """The word, then for each when, and what."""
    head, *places = rows(box, *heights)
    sheet.text(head, scene.say("Next"), largest=letters, colour=CREAM, weight=STRONG, upright=0.8)
    for line, place in zip(lines, places, strict=False):
        when, content = sheet.split(place, letters * WHEN, letters * WHEN_GAP)
        time = scene.say.time(line.starts) if line.starts else ""
        sheet.text(when, time, largest=letters, colour=CREAM, upright=0.5)
        sheet.text(content, line.content, largest=letters, weight=STRONG, upright=0.5, lines=2)


def _head(word: str, line: AgendaLine, scene: Scene) -> str:
    when = scene.say.time(line.starts) if line.starts else ""
    return "  ·  ".join(part for part in (word, when) if part)
