"""The visible stamp of a signature (domain.md 6.1): "Ký bởi, Email, Cơ quan, Ngày ký ... +07:00" in a thin frame."""

from __future__ import annotations

import io

from congress_desk.plumbing.texts import words_for
from congress_desk.reports.canvas import official_canvas
from congress_desk.reports.composing import Span
from congress_desk.reports.fitting import Bounds, fitted
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.pen import Colour, Pen
from congress_desk.reports.style import MM, page_style
from congress_desk.reports.wording import Say
from congress_desk.services.ports.sealing import Stamp

WIDTH, HEIGHT = 63 * MM, 16 * MM
_RED: Colour = (0.557, 0.086, 0.125)
_SIZE = 7.0
_SMALLEST = 4.5
_INSIDE = 1.2 * MM
_FRAME = 0.6


class PdfStamps:
    def draw(self, stamp: Stamp) -> bytes:
        """A PDF of one page, 63 x 16 mm. Trouble: NO_FONT_FOR."""
        say = Say(words_for(stamp.language))
        target = io.BytesIO()
        title = say("Signed by: {name}", name=stamp.name)
        canvas = official_canvas(target, width=WIDTH, height=HEIGHT, title=title, language=stamp.language)
        pen = Pen(canvas, FontSet(), width=WIDTH, height=HEIGHT, right_to_left=say.right_to_left)
        pen.frame(_FRAME, _FRAME, WIDTH - 2 * _FRAME, HEIGHT - 2 * _FRAME, thickness=_FRAME, colour=_RED)
        with pen.coloured(_RED):
            _lines(pen, say, stamp)
        canvas.showPage()
        canvas.save()
        return target.getvalue()


def _lines(pen: Pen, say: Say, stamp: Stamp) -> None:
    texts = _texts(say, stamp)
    room = HEIGHT - 2 * _INSIDE
    each = room / len(texts)
    for number, (text, bold) in enumerate(texts):
        style, language = page_style(), say.language.value
        bounds = Bounds(
            size=min(_SIZE, each / style.line_height[language]),
            floor=_SMALLEST,
            width=WIDTH - 2 * _INSIDE,
            lines=1,
            line_height=style.line_height[language],
            baseline=style.baseline[language],
        )
        made = fitted(pen.composer, Span(text, bold), bounds)
        y = _INSIDE + each * number + (each - made.leading) / 2 + made.baseline
        pen.line(made.lines[0], _INSIDE, y, size=made.size, room=WIDTH - 2 * _INSIDE)


def _texts(say: Say, stamp: Stamp) -> list[tuple[str, bool]]:
    """Text and whether it is bold; what the certificate does not name is left out."""
    offset = f"{stamp.at:%z}"
    moment = say.put(f"{stamp.at:%d.%m.%Y %H:%M:%S} {offset[:3]}:{offset[3:5]}")
    texts = [(say("Signed by: {name}", name=stamp.name), True)]
    if stamp.role:
        texts.append((say.put(stamp.role), False))
    if stamp.email:
        texts.append((say("E-mail: {address}", address=stamp.email), False))
    if stamp.organisation:
        texts.append((say("Organisation: {name}", name=stamp.organisation), False))
    texts.append((say("Signed at: {moment}", moment=moment), False))
    return texts
