"""Draws the parts of a sheet of symbols: heading, title, symbol, captions, Wi-Fi, label. Lengths are points."""

from __future__ import annotations

from urllib.parse import urlsplit

from congress_desk.domain.documents import Secrecy
from congress_desk.domain.documents_reach import wireless_code
from congress_desk.domain.documents_records import Invitation, SheetRecord
from congress_desk.plumbing.document_words import SECRECIES, TYPES
from congress_desk.plumbing.texts import Language
from congress_desk.reports.composing import Span
from congress_desk.reports.fitting import Bounds, Fitted, fitted
from congress_desk.reports.header import broken_title
from congress_desk.reports.pen import Align, Colour, Pen
from congress_desk.reports.style import MM, page_style
from congress_desk.reports.symbol import QUIET_ZONE, symbol_of
from congress_desk.reports.wording import Say

RED: Colour = (0.557, 0.086, 0.125)
GREY: Colour = (0.35, 0.33, 0.3)
_WIRELESS_SIDE = 34 * MM
_LEVEL = "M"
_SMALLEST = 6.0


class SheetArtist:
    def __init__(self, pen: Pen, say: Say, record: SheetRecord) -> None:
        self.pen = pen
        self.say = say
        self._record = record

    @property
    def wireless_height(self) -> float:
        return _WIRELESS_SIDE if self._record.wireless else 0.0

    def heading(self, x: float, top: float, room: float, *, size: float, lines: int = 4) -> float:
        """The congress's name; gives where it ends."""
        parts = [self.say.put(part) for part in broken_title(self._record.heading.title)]
        text = self._fit("\n".join(parts), size, room, lines=max(lines, len(parts)))
        with self.pen.coloured(RED):
            text.draw(self.pen, x, top, room)
        return self._rehearsal(x, top + text.height, room, size)

    def _rehearsal(self, x: float, top: float, room: float, size: float) -> float:
        """In words too: a symbol hides most of the watermark."""
        if not self._record.heading.rehearsal:
            return top
        word = self._fit(self.say("REHEARSAL"), size * 1.2, room, lines=1)
        with self.pen.coloured(GREY):
            word.draw(self.pen, x, top, room)
        return top + word.height

    def title(
        self, invitation: Invitation, x: float, top: float, room: float, *, size: float, lines: int, height: float
    ) -> float:
        """What the symbol opens: type and number in a small line, the title as large as it fits."""
        above = self._fit(self._kind_of(invitation), max(_SMALLEST + 2, size * 0.5), room, lines=1, bold=False)
        if above.lines:
            with self.pen.coloured(GREY):
                above.draw(self.pen, x, top, room)
        left = height - above.height
        main = self._fit(self._title_of(invitation), size, room, lines=lines, height=left)
        main.draw(self.pen, x, top + above.height, room)
        return top + above.height + main.height

    def symbol(self, invitation: Invitation, x: float, top: float, side: float) -> float:
        """Black on white with its quiet zone, even over a watermark; gives where it ends."""
        made = symbol_of(invitation.url, level=_LEVEL)
        self.pen.filled(x, top, side, side, (1, 1, 1))
        self.pen.symbol(x, top, side, made.side, made.runs)
        return top + side

    def captions(
        self, invitation: Invitation, x: float, top: float, room: float, *, size: float, distance: float | None
    ) -> float:
        """What to do with it, for whom it is, and how far away it can be read (in metres)."""
        texts = [self._fit(self.say("Scan with your phone's camera"), size, room, lines=2)]
        document = invitation.document
        if document is not None and document.card.secrecy is not Secrecy.PUBLIC:
            told = self.say("{level} - opens with the delegate's own code only", level=self._class_of(invitation))
            texts.append(self._fit(told, size * 0.75, room, lines=2))
        parts = urlsplit(invitation.url)
        address = self.say("Or type: {address}", address=f"{parts.scheme}://{parts.netloc}")
        if distance is not None:
            near = self.say("Can be read from {metres} m away.", metres=f"{distance:.1f}")
            address = f"{address}   ·   {near}"
        texts.append(self._fit(address, size * 0.62, room, lines=2, bold=False))
        for number, text in enumerate(texts):
            with self.pen.coloured(RED if 0 < number < len(texts) - 1 else GREY if number else (0, 0, 0)):
                text.draw(self.pen, x, top, room)
            top += text.height
        return top

    def wireless(self, x: float, top: float, room: float, *, size: float) -> None:
        """The hall's Wi-Fi with its own symbol: without it no phone reaches the portal."""
        network = self._record.wireless
        if network is None:
            return
        made = symbol_of(wireless_code(network), level=_LEVEL)
        quiet = _WIRELESS_SIDE * QUIET_ZONE / made.side
        self.pen.rule(x, top, room, thickness=0.5, colour=GREY)
        self.pen.filled(x, top + 1, _WIRELESS_SIDE, _WIRELESS_SIDE - 1, (1, 1, 1))
        self.pen.symbol(x, top + 1, _WIRELESS_SIDE, made.side, made.runs)
        told = self.say("First join the hall's Wi-Fi: {name}", name=network.name)
        text_x, left = x + _WIRELESS_SIDE, room - _WIRELESS_SIDE - quiet
        lines = [self._fit(told, size, left, lines=2)]
        if network.password:
            password = self.say("Password: {password}", password=network.password)
            lines.append(self._fit(password, size * 0.85, left, lines=2, bold=False))
        lines.append(self._fit(self.say("No internet is needed."), size * 0.75, left, lines=2, bold=False))
        y = top + (_WIRELESS_SIDE - sum(line.height for line in lines)) / 2
        for line in lines:
            self._leading(line, text_x, y)
            y += line.height

    def label(self, invitation: Invitation, x: float, top: float, width: float, height: float) -> None:
        """A sticker: symbol on the leading side, whose or what it is beside it."""
        side = height - 1 * MM
        self.symbol(invitation, x, top + 0.5 * MM, side)
        text_x, room = x + side, width - side - 2 * MM
        person = invitation.person
        lines = [self._fit(self._title_of(invitation), 11, room, lines=4, height=height * 0.5)]
        small = []
        if person is not None:
            seat = person.sheet.seat or person.sheet.seat_opening
            small = [self.say.put(person.sheet.delegation), self.say("Seat: {seat}", seat=seat) if seat else ""]
            small.append(self.say("My documents"))
        else:
            small = [self._kind_of(invitation)]
        lines += [self._fit(text, 8, room, lines=2, bold=False, height=height * 0.3) for text in small if text]
        y = top + max(0.0, (height - sum(line.height for line in lines)) / 2)
        for line in lines:
            self._leading(line, text_x, y)
            y += line.height

    def _leading(self, text: Fitted, x: float, top: float) -> None:
        y = top + text.baseline
        for line in text.lines:
            self.pen.line(line, x, y, size=text.size, room=text.width, align=Align.START)
            y += text.leading

    def _title_of(self, invitation: Invitation) -> str:
        if invitation.person is not None:
            return self.say.put(invitation.person.sheet.full_name)
        if invitation.document is not None:
            return self.say.put(invitation.document.card.title)
        return self.say("Documents of the congress")

    def _kind_of(self, invitation: Invitation) -> str:
        if invitation.document is None:
            return ""
        card = invitation.document.card
        named = self.say(TYPES[card.type])
        return f"{named} {self.say.put(card.number)}" if card.number else named

    def _class_of(self, invitation: Invitation) -> str:
        assert invitation.document is not None
        word = self.say(SECRECIES[invitation.document.card.secrecy])
        return word if self.say.language is Language.ARABIC else word.upper()

    def _fit(
        self, text: str, size: float, room: float, *, lines: int, height: float = 1e6, bold: bool = True
    ) -> Fitted:
        style, language = page_style(), self.say.language.value
        bounds = Bounds(
            size=size,
            floor=_SMALLEST,
            width=room,
            height=height,
            lines=lines,
            line_height=style.line_height[language],
            baseline=style.baseline[language],
        )
        return fitted(self.pen.composer, Span(text, bold), bounds)
