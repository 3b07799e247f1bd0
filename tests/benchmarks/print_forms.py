"""How fast paper is made: `uv run python -m tests.benchmarks.print_forms [rows]`.

A list of 1,000 rows and 1,000 badges with photo and symbol, in each language, and what a bare ReportLab page
costs on the same machine: compare the ratios, not the seconds.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from congress_desk.domain.records import BadgeSheet
from congress_desk.reports.forms import PdfForms
from tests.reports import builders

ROWS = 1000
_JPEG_START = b"\xff\xd8"


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    people = builders.some_delegates(rows)
    listed = builders.a_list(people)
    badges = _with_photos_of_their_own(builders.some_badges(people))
    forms = PdfForms()
    forms.render(builders.a_list(people[:1]), "ar")  # fonts and ReportLab loaded
    bare = _seconds(lambda: _bare_lines(20 * rows))[0] / 20
    print(f"bare ReportLab, {rows} lines of one text       {bare:6.2f} s   ratio 1")
    for language in ("vi", "en", "ar"):
        for name, record, count in (
            ("list, both orders", listed, 2 * rows),
            ("roll", builders.a_roll(people), rows),
            ("attendance record", builders.a_record(people), rows),
            ("badges", badges, rows),
        ):
            seconds, size = _seconds(partial(forms.render, record, language))
            print(
                f"{language} {name:18} {count:5} entries  {seconds:6.2f} s  {count / seconds:7.0f}/s"
                f"  {size / 1024:7.0f} KB  ratio {seconds / bare:5.0f}"
            )


def _seconds(work: Callable[[], bytes]) -> tuple[float, int]:
    start = time.perf_counter()
    size = len(work())
    return time.perf_counter() - start, size


def _with_photos_of_their_own(sheet: BadgeSheet) -> BadgeSheet:
    """A comment in each JPEG, so that no two are the same bytes."""
    return replace(
        sheet,
        badges=tuple(
            replace(badge, photo=_JPEG_START + b"\xff\xfe\x00\x06" + f"{n:04}".encode() + builders.a_photo()[2:])
            for n, badge in enumerate(sheet.badges)
        ),
    )


def _bare_lines(rows: int) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target)
    for number in range(rows):
        canvas.drawString(50, 800 - 15 * (number % 50), f"{number} Nguyen Van An")
        if number % 50 == 49:
            canvas.showPage()
    canvas.save()
    return target.getvalue()


if __name__ == "__main__":
    main()
