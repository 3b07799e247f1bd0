"""Invitations, one a page on A5 or A4: who is invited to what, when and where, his seat, and his code as a symbol."""

from __future__ import annotations

import io

from congress_desk.domain.attendance import Session
from congress_desk.domain.hall_records import InvitationRecord, Invited
from congress_desk.domain.paper_options import Sheet
from congress_desk.reports.canvas import official_canvas
from congress_desk.reports.composing import Span
from congress_desk.reports.fitting import Bounds, Fitted, fitted
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import broken_title, party_words
from congress_desk.reports.pen import Align, Colour, Pen
from congress_desk.reports.session_words import local
from congress_desk.reports.style import MM, page_style
from congress_desk.reports.symbol import symbol_of
from congress_desk.reports.watermark import draw_watermark
from congress_desk.reports.wording import Say

RED: Colour = (0.557, 0.086, 0.125)
_SIZES = {Sheet.A5: (210 * MM, 148 * MM), Sheet.A4: (210 * MM, 297 * MM), Sheet.A3: (297 * MM, 420 * MM)}
_SYMBOL = 30 * MM
_FLOOR = 7.0
_MOST_SESSIONS = 4


def render_invitations(record: InvitationRecord, fonts: FontSet, say: Say) -> bytes:
    width, height = _SIZES[record.sheet]
    target = io.BytesIO()
    canvas = official_canvas(
        target, width=width, height=height, title=say("Invitations"), language=say.language.value
    )
    pen = Pen(canvas, fonts, width=width, height=height, right_to_left=say.right_to_left)
    for one in record.invited:
        canvas.translate(record.shift.right * MM, -record.shift.down * MM)
        _Card(pen, say, record, one).draw()
        canvas.showPage()
    canvas.save()
    return target.getvalue()


class _Card:
    """One invitation; everything is scaled to the sheet's height, an A5 being the measure."""

    def __init__(self, pen: Pen, say: Say, record: InvitationRecord, invited: Invited) -> None:
        self._pen = pen
        self.say = say
        self._record = record
        self._invited = invited
        self._scale = min(1.5, pen.height / (148 * MM))
        self._edge = 13 * MM * self._scale
        self._room = pen.width - 2 * self._edge

    def draw(self) -> None:
        pen = self._pen
        if self._record.heading.rehearsal:
            draw_watermark(pen, self.say)
        inner = self._edge * 0.55
        for away, thickness in ((0.0, 1.6), (2.4, 0.5)):
            x = inner + away
            pen.frame(x, x, pen.width - 2 * x, pen.height - 2 * x, thickness=thickness, colour=RED)
        y = self._head(self._edge + 1 * MM)
        y = self._title(y + 4 * self._scale)
        y = self._person(y + 3 * self._scale)
        self._facts(y + 6 * self._scale)

    def _head(self, top: float) -> float:
        """Whose invitation this is, and of which Party."""
        half = self._room / 2 - 6
        parts = [self.say.put(part) for part in broken_title(self._record.heading.convening_body)]
        left = self._fit("\n".join(parts), 12, half, lines=max(2, len(parts)))
        right = self._fit(party_words(self.say), 12, half, lines=1)
        left.draw(self._pen, self._edge, top, half)
        number = self.say("No. {number}", number=f"{self._invited.number}")
        small = self._fit(number, 10.5, half, lines=1, bold=False)
        small.draw(self._pen, self._edge, top + left.height, half)
        right.draw(self._pen, self._edge + half + 12, top, half)
        x = self._edge + half + 12 + (half - right.width) / 2
        self._pen.rule(x, top + right.height + 1, right.width, thickness=0.7)
        return top + max(left.height + small.height, right.height + 4)

    def _title(self, top: float) -> float:
        word = self._fit(self.say("INVITATION"), 25, self._room, lines=1)
        with self._pen.coloured(RED):
            word.draw(self._pen, self._edge, top, self._room)
        by = self.say("{body} respectfully invites", body=self._record.heading.convening_body)
        line = self._fit(by, 12.5, self._room, lines=2, bold=False, italic=True)
        line.draw(self._pen, self._edge, top + word.height, self._room)
        return top + word.height + line.height

    def _person(self, top: float) -> float:
        sheet = self._invited.delegate.sheet
        name = self._fit(self.say.put(sheet.full_name), 20, self._room, lines=2)
        name.draw(self._pen, self._edge, top, self._room)
        top += name.height
        post = self.say.post(self._invited.delegate)
        for text in (post, "" if sheet.delegation in post else self.say.put(sheet.delegation)):
            if text:
                line = self._fit(text, 12, self._room, lines=2, bold=False)
                line.draw(self._pen, self._edge, top, self._room)
                top += line.height
        return top

    def _facts(self, top: float) -> None:
        """To what, when, where, which seat; the symbol beside, the signature below."""
        say, scale = self.say, self._scale
        symbol = _SYMBOL * (1 + (scale - 1) * 0.4) if self._invited.code else 0.0
        room = self._room - symbol - 6
        heading = self._record.heading
        lines = [(say("To attend: {title}", title=heading.title), 12.5, True)]
        lines += [(text, 11.5, False) for text in self._times()]
        if heading.place:
            lines.append((say("Place: {place}", place=heading.place), 11.5, False))
        seat = self._seat()
        if seat:
            lines.append((seat, 11.5, True))
        lines.append((say("Please bring this invitation; its code opens the check-in."), 10, False))
        bottom = self._pen.height - self._edge - 20 * MM * scale
        height = max(40.0, bottom - top)
        made = self._fitting(lines, room, height)
        y = top
        for text in made:
            self._leading(text, self._edge, y, room)
            y += text.height
        if symbol:
            self._symbol(top, symbol)
        self._signature(max(y, bottom))

    def _fitting(self, lines: list[tuple[str, float, bool]], room: float, height: float) -> list[Fitted]:
        """All lines a little smaller until they are not higher than the room that is left."""
        for share in (1.0, 0.92, 0.84, 0.76, 0.68, 0.6):
            made = [self._fit(text, size * share, room, lines=3, bold=bold) for text, size, bold in lines]
            if sum(text.height for text in made) <= height:
                break
        return made

    def _times(self) -> list[str]:
        sessions = self._invited.sessions
        told = [self._time(session) for session in sessions[:_MOST_SESSIONS]]
        if len(sessions) > _MOST_SESSIONS:
            told.append(
                self.say("and {count} more sessions, see the programme", count=len(sessions) - _MOST_SESSIONS)
            )
        return told or [self.say("Opening: {date}", date=self.say.date(self._record.heading.opens))]

    def _time(self, session: Session) -> str:
        say, starts = self.say, local(self._record.heading, session.starts)
        return say(
            "Time: {time}, {date} ({session})",
            time=say.time(starts),
            date=say.date(starts.date()),
            session=session.name,
        )

    def _seat(self) -> str:
        sheet, say = self._invited.delegate.sheet, self.say
        if sheet.seat_opening and sheet.seat and sheet.seat_opening != sheet.seat:
            return say("Seat: {opening} at the opening, {other} at the other sessions",
                       opening=sheet.seat_opening, other=sheet.seat)  # fmt: skip
        seat = sheet.seat or sheet.seat_opening
        return say("Seat: {seat}", seat=seat) if seat else ""

    def _symbol(self, top: float, side: float) -> None:
        made = symbol_of(self._invited.code)
        x = self._edge + self._room - side
        self._pen.filled(x, top, side, side, (1, 1, 1))
        self._pen.symbol(x, top, side, made.side, made.runs)

    def _signature(self, top: float) -> None:
        half = self._room / 2
        x = self._edge + half
        title = self._fit(self.say("ON BEHALF OF THE CONVENING COMMITTEE"), 11.5, half, lines=2)
        title.draw(self._pen, x, top, half)

    def _leading(self, text: Fitted, x: float, top: float, room: float) -> None:
        y = top + text.baseline
        for line in text.lines:
            self._pen.line(line, x, y, size=text.size, room=room, align=Align.START)
            y += text.leading

    def _fit(
        self, text: str, size: float, room: float, *, lines: int, bold: bool = True, italic: bool = False
    ) -> Fitted:
        style, language = page_style(), self.say.language.value
        bounds = Bounds(
            size=size * self._scale,
            floor=_FLOOR,
            width=room,
            lines=lines,
            line_height=style.line_height[language],
            baseline=style.baseline[language],
        )
        return fitted(self._pen.composer, Span(text, bold, italic), bounds)
