"""Draws a floor of the hall: stage, zones, rows, seats with number and name as large as there is room.

Everything is drawn in px of the map, whose left is the left of the hall in every language.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QStaticText

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.names import given_name
from congress_desk.domain.seating import Zone
from congress_desk.plumbing.seat_words import ZONES
from congress_desk.ui.look import Look
from congress_desk.ui.theme import sized_font
from congress_desk.ui.widgets.hall_layout import Band, FloorLayout, NamePlace, Spot

NUMBER_FROM, NAME_FROM, WHOLE_NAME_FROM = 22, 46, 84  # px that a seat is wide
RIM = 4  # px around a seat, for rings
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
WRAPPED = CENTRE | int(Qt.TextFlag.TextWordWrap)
TINTS = {
    "light": ("#CFDDEB", "#EBDCC3", "#D5E4CF", "#E3D3E6", "#EAD2CC", "#CFE3E1"),
    "dark": ("#34475A", "#57472C", "#38503A", "#4C3B55", "#573B36", "#2F4E4E"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """px of a seat's place across and down, and of the floor's left top in the map."""

    across: float
    down: float
    x: float
    y: float

    def rect(self, x: float, y: float, width: float, height: float) -> QRectF:
        return QRectF(self.x + x * self.across, self.y + y * self.down, width * self.across, height * self.down)


@dataclass(frozen=True, slots=True, kw_only=True)
class HallDrawn:
    """What the map draws. doubtful: labels that two people have. names: of delegations, over their seats.

    shorts: each delegation as it stands on a seat.
    """

    layout: FloorLayout = field(default_factory=FloorLayout)
    sitting: Mapping[str, Delegate] = field(default_factory=dict)
    tints: Mapping[str, int] = field(default_factory=dict)
    names: tuple[NamePlace, ...] = ()
    shorts: Mapping[str, str] = field(default_factory=dict)
    doubtful: Collection[str] = ()


class HallPainter:
    """One look and one scale; paint what is asked for onto any painter."""

    def __init__(self, look: Look, scale: Scale) -> None:
        self._look = look
        self.scale = scale
        tokens = look.tokens
        self._text, self._muted = tokens.colour("text"), tokens.colour("muted")
        self._free, self._line = tokens.colour("surface"), tokens.colour("line_strong")
        self._tints = [QColor(value) for value in TINTS[tokens.theme]]
        self._gap = 1.0 if scale.across < NAME_FROM else 2.0
        self._number = self._font(0.42 if scale.across < NAME_FROM else 0.2, 9, 14, QFont.Weight.DemiBold)
        self._name = self._font(0.2, 10, 14)
        self._foot = self._font(0.18, 9, 13)
        self._caption = self._font(0.5, 10, 15, QFont.Weight.DemiBold)
        self._tiles: dict[tuple[object, ...], QPixmap] = {}  # a seat drawn once for each ground
        self._written: dict[tuple[str, str, int], QStaticText] = {}  # words shaped once

    def paint_floor(self, painter: QPainter, drawn: HallDrawn, seen: QRectF) -> None:
        """Whatever of the floor is in `seen`."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if drawn.layout.stage is not None:
            self._paint_stage(painter, drawn.layout.stage)
        if len(drawn.layout.zones) > 1:
            for band in drawn.layout.zones:
                self._paint_zone(painter, band)
        self._paint_rows(painter, drawn.layout)
        for spot in drawn.layout.spots:
            if self.seat_rect(spot).intersects(seen):
                self.paint_seat(painter, spot, drawn)
        if self.scale.across < NAME_FROM:
            self._paint_names(painter, drawn, seen)

    def seat_rect(self, spot: Spot) -> QRectF:
        """On whole px, all of one size."""
        gap, scale = self._gap, self.scale
        x, y = round(scale.x + spot.x * scale.across + gap), round(scale.y + spot.y * scale.down + gap)
        return QRectF(x, y, int(scale.across - 2 * gap), int(scale.down - 2 * gap))

    def paint_seat(self, painter: QPainter, spot: Spot, drawn: HallDrawn) -> None:
        rect = self.seat_rect(spot)
        person = drawn.sitting.get(spot.seat.label)
        ground = self._free if person is None else self._tint(drawn, person.sheet.delegation)
        doubtful = spot.seat.label in drawn.doubtful
        ratio = painter.device().devicePixelRatio()
        key = ("seat", ground.rgba(), doubtful, ratio)
        if key not in self._tiles:
            border = QPen(self._look.tokens.colour("no"), 2.0) if doubtful else QPen(self._line, 1.0)
            self._tiles[key] = _tile(rect, (border,), ground, corner=3, ratio=ratio)
        painter.drawPixmap(rect.topLeft() - QPointF(RIM, RIM), self._tiles[key])
        if self.scale.across >= NAME_FROM:
            self._write_person(painter, rect, spot, drawn)
        elif person is None and self.scale.across >= NUMBER_FROM:
            self._write(painter, rect, str(spot.seat.number or spot.seat.label), self._number, self._muted)

    def ring(self, painter: QPainter, spot: Spot, colour: str, width: float, *, dashed: bool = False) -> None:
        """Around a seat, with a rim of the ground so that it is seen on every tint."""
        rect = self.seat_rect(spot).adjusted(-1, -1, 1, 1)
        ratio = painter.device().devicePixelRatio()
        key = ("ring", colour, width, dashed, ratio)
        if key not in self._tiles:
            line = QPen(self._look.tokens.colour(colour), width)
            line.setStyle(Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
            rim = QPen(self._look.tokens.colour("surface"), width + 3)
            self._tiles[key] = _tile(rect, (rim, line), None, corner=4, ratio=ratio)
        painter.drawPixmap(rect.topLeft() - QPointF(RIM, RIM), self._tiles[key])

    def _write_person(self, painter: QPainter, rect: QRectF, spot: Spot, drawn: HallDrawn) -> None:
        person = drawn.sitting.get(spot.seat.label)
        if person is None:
            self._write(painter, rect, spot.seat.label, self._number, self._muted)
            return
        height, line = QFontMetrics(self._number).height(), QFontMetrics(self._name).height()
        above = QRectF(rect.x(), rect.y() + 1, rect.width(), height)
        below = QRectF(rect.x() + 2, above.bottom(), rect.width() - 4, rect.bottom() - above.bottom() - 1)
        self._write(painter, above, spot.seat.label, self._number, self._text)
        name, whole = person.sheet.full_name, self.scale.across >= WHOLE_NAME_FROM
        if below.height() >= line * (3 if whole else 1.7):
            foot = QRectF(below.x(), below.bottom() - line, below.width(), line)
            below.setBottom(foot.top() + 1)
            delegation = person.sheet.delegation
            self._write(painter, foot, drawn.shorts.get(delegation, delegation), self._foot, self._muted)
        if not whole:
            self._write(painter, below, given_name(name), self._name, self._text)
            return
        painter.setFont(self._name)
        painter.setPen(self._text)
        painter.drawText(below, WRAPPED, name)

    def _paint_stage(self, painter: QPainter, band: Band) -> None:
        rect = self.scale.rect(band.x, band.y, band.width, band.height)
        painter.setPen(QPen(self._look.tokens.colour("gold"), 1.5))
        painter.setBrush(self._look.tokens.colour("raised"))
        painter.drawRoundedRect(rect, 5, 5)
        word = self.scale.rect(band.x, band.y, band.width, 0.8 if band.height > 1.2 else band.height)
        self._write(painter, word, self._look.say(ZONES[Zone.STAGE]), self._caption, self._text)

    def _paint_zone(self, painter: QPainter, band: Band) -> None:
        rect = self.scale.rect(band.x, band.y, band.width, 0.8)
        self._write(painter, rect, self._look.say(ZONES[band.zone]), self._caption, self._muted)

    def _paint_rows(self, painter: QPainter, layout: FloorLayout) -> None:
        left = min((band.x for band in layout.zones), default=0.0) - 1
        right = max((band.x + band.width for band in layout.zones), default=0.0)
        font = self._font(0.42, 9, 14)
        for name, y in layout.rows:
            for x in (left, right):
                self._write(painter, self.scale.rect(x, y, 1, 1), name, font, self._muted)

    def _paint_names(self, painter: QPainter, drawn: HallDrawn, seen: QRectF) -> None:
        font = self._font(0.5, 10, 13, QFont.Weight.Medium)
        for place in drawn.names:
            rect = self.scale.rect(place.x, place.y, place.width, 1).adjusted(2, 0, -2, 0)
            if rect.intersects(seen) and rect.width() >= 30:
                self._back_name(painter, rect, place.name, font, self._tint(drawn, place.name))
                self._write(painter, rect, place.name, font, self._text)

    def _back_name(self, painter: QPainter, rect: QRectF, name: str, font: QFont, tint: QColor) -> None:
        """The seats' own tint behind the name, so that no seat's border runs through it."""
        metrics = QFontMetrics(font)
        width = min(rect.width(), metrics.horizontalAdvance(name) + 6)
        back = QRectF(rect.center().x() - width / 2, rect.center().y() - 9, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(back, 3, 3)

    def _tint(self, drawn: HallDrawn, delegation: str) -> QColor:
        return self._tints[drawn.tints.get(delegation, 0)]

    def _write(self, painter: QPainter, rect: QRectF, text: str, font: QFont, colour: QColor) -> None:
        """In the middle of its place, shortened where there is no room."""
        key = (text, font.key(), int(rect.width()))
        made = self._written.get(key)
        if made is None:
            made = self._written[key] = _shaped(painter, text, font)
            if made.size().width() > rect.width():
                shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
                made = self._written[key] = _shaped(painter, shown, font)
        size = made.size()
        painter.setFont(font)
        painter.setPen(colour)
        left, top = (rect.width() - size.width()) / 2, (rect.height() - size.height()) / 2
        painter.drawStaticText(rect.topLeft() + QPointF(left, top), made)

    def _font(self, share: float, least: int, most: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """A share of the seat's smaller side, between two sizes."""
        side = min(self.scale.across, self.scale.down)
        return sized_font(self._look.tokens, round(max(least, min(most, side * share))), weight)


def _tile(rect: QRectF, borders: tuple[QPen, ...], ground: QColor | None, *, corner: int, ratio: float) -> QPixmap:
    """The place with a rim of RIM px around it, for borders that stand over."""
    size = QSize(round(rect.width()) + 2 * RIM, round(rect.height()) + 2 * RIM)
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    for pen in borders:
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(RIM + 0.5, RIM + 0.5, rect.width() - 1, rect.height() - 1), corner, corner)
    painter.end()
    return made


def _shaped(painter: QPainter, text: str, font: QFont) -> QStaticText:
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    made.prepare(painter.transform(), font)
    return made
