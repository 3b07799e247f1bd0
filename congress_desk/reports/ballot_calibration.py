"""The page that goes with a test print: is its size true, and which marks will people be asked about?"""

from __future__ import annotations

from congress_desk.domain.ballot_forms import BallotForm
from congress_desk.domain.ballot_layout import FIDUCIAL_BITS, layout_of
from congress_desk.plumbing.texts import Language, marked, words_for
from congress_desk.reports.ballot_artist import draw_fiducial
from congress_desk.reports.bidi import isolated
from congress_desk.reports.pen import Align, Pen
from congress_desk.reports.style import MM
from congress_desk.reports.wording import Say

_STEPS = (
    marked("Print at 100 %: the ruler below must measure what it says."),
    marked("All six square marks must be whole, black and sharp."),
    marked("Scan this page and the test ballot at 200 dpi, grey or colour, without automatic cropping."),
    marked("Marks as dark as those from 30 % on are read; lighter ones are put to people."),
)
_GREYS = (5, 10, 15, 20, 30, 40, 60, 80)
_RULER = 100.0
_TOP = 52.0


def draw_calibration(pen: Pen, form: BallotForm) -> None:
    """One page of the form's paper."""
    say = Say(words_for(Language.VIETNAMESE))
    beside = Say(words_for(form.beside)) if form.beside else None
    page = layout_of(form, 0)
    for box, bits in zip(page.fiducials, FIDUCIAL_BITS, strict=True):
        draw_fiducial(pen, box, bits)
    left, room = page.table.x, page.table.width
    pen.text(say("CALIBRATION PAGE"), left * MM, 30 * MM, size=16, room=room * MM, align=Align.CENTRE, bold=True)
    top = _TOP - 8
    for step in _STEPS:
        for words in filter(None, (say, beside)):
            text = words(step) if words is say else isolated(words(step))
            top += _paragraph(pen, text, left, top, room)
    _rulers(pen, left, top + 10)
    _greys(pen, left, top + 24, room)
    _lines(pen, left, top + 44)


def _paragraph(pen: Pen, text: str, left: float, top: float, room: float) -> float:
    """The height it took, mm."""
    from congress_desk.reports.composing import Span

    lines = pen.composer(10).lines([Span(text)], room * MM)
    for number, line in enumerate(lines):
        pen.line(line, left * MM, (top + 5 * number) * MM, size=10, room=room * MM)
    return 5.0 * len(lines) + 1.0


def _rulers(pen: Pen, left: float, top: float) -> None:
    """100 mm across, and as much as the page has room for downwards."""
    length = min(_RULER, (pen.width / MM) - 2 * left)
    pen.rule(left * MM, top * MM, length * MM, thickness=0.5)
    for millimetre in range(int(length) + 1):
        tall = 4.0 if millimetre % 10 == 0 else 2.5 if millimetre % 5 == 0 else 1.5
        pen.upright((left + millimetre) * MM, (top - tall) * MM, tall * MM, thickness=0.3)
        if millimetre % 10 == 0:
            width = 8.0
            x = (left + millimetre - width / 2) * MM
            pen.text(str(millimetre), x, (top + 4) * MM, size=8, room=width * MM, align=Align.CENTRE)


def _greys(pen: Pen, left: float, top: float, room: float) -> None:
    step = room / len(_GREYS)
    for number, grey in enumerate(_GREYS):
        x, light = left + number * step, 1 - grey / 100
        pen.filled((x + 1) * MM, top * MM, (step - 2) * MM, 8 * MM, (light, light, light))
        pen.text(f"{grey} %", x * MM, (top + 12.5) * MM, size=8, room=step * MM, align=Align.CENTRE)


def _lines(pen: Pen, left: float, top: float) -> None:
    """Pen strokes of several widths, mm."""
    for number, width in enumerate((0.1, 0.2, 0.3, 0.5, 0.8, 1.2)):
        y = (top + number * 6) * MM
        pen.rule((left + 14) * MM, y, 60 * MM, thickness=width * MM)
        pen.text(f"{width} mm", left * MM, y + 3, size=8)
