"""How fast paper is made: `uv run python -m tests.benchmarks.print [--pack FILE] [--against PYTHON]`.

Targets: a list of 1,000 rows under 1 s, badges with photo and symbol at 200 a second or more, the whole pack of a
congress of 445 delegates under 15 s, memory under 300 MB. The same table by WeasyPrint and typst stands beside it
where --against names a Python that has them (a scratch environment; this program never needs them).
"""

from __future__ import annotations

import argparse
import html
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.records import DelegateListRecord
from congress_desk.reports.forms import PdfForms
from tests.benchmarks.print_forms import _with_photos_of_their_own
from tests.reports import builders

ROWS = 1000
LANGUAGES = ("vi", "en", "ar")
_OTHERS = {
    "WeasyPrint": "import weasyprint,sys;weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])",
    "typst": "import typst,sys;typst.compile(sys.argv[1],output=sys.argv[2])",
}


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--pack", metavar="FILE", help="a congress file; without it a rehearsal is made")
    asked.add_argument("--against", metavar="PYTHON", help="a Python that has weasyprint and typst")
    given = asked.parse_args()
    people = builders.some_delegates(ROWS)
    forms = PdfForms()
    forms.render(builders.a_list(people[:1]), "ar")  # fonts and ReportLab loaded
    for language in LANGUAGES:
        _measure_forms(forms, people, language)
    _measure_others(people, given.against)
    _measure_pack(given.pack)
    print(f"memory at most {_peak_megabytes():.0f} MB (target 300)")


def _measure_forms(forms: PdfForms, people: Sequence[Delegate], language: str) -> None:
    one_list = DelegateListRecord(heading=builders.a_heading(), delegates=tuple(people), alphabetical=())
    seconds, cpu, pages = _timed(lambda: forms.render(one_list, language))
    told = f"{seconds:6.2f} s ({cpu:.2f} s of CPU)"
    print(f"{language} list of {ROWS} rows  {told}  {pages / seconds:6.0f} pages/s  target 1 s")
    badges = _with_photos_of_their_own(builders.some_badges(people))
    seconds, cpu, _ = _timed(lambda: forms.render(badges, language))
    told = f"{seconds:6.2f} s ({cpu:.2f} s of CPU)"
    print(f"{language} {ROWS} badges        {told}  {ROWS / seconds:6.0f} badges/s  target 200/s")


def _measure_others(people: Sequence[Delegate], python: str | None) -> None:
    """The columns of our list in each, in a process of its own whose start is taken off."""
    if python is None:
        print("WeasyPrint and typst: not asked for (--against PYTHON)")
        return
    with tempfile.TemporaryDirectory() as folder:
        sources = {"WeasyPrint": _as_html(people), "typst": _as_typst(people)}
        for name, program in _OTHERS.items():
            source, target = Path(folder) / f"{name}.src", Path(folder) / f"{name}.pdf"
            source = source.with_suffix(".html" if name == "WeasyPrint" else ".typ")
            source.write_text(sources[name], encoding="utf-8")
            _measure_other(name, [python, "-c", program, str(source), str(target)], target)


def _measure_other(name: str, command: Sequence[str], target: Path) -> None:
    module = name.lower()
    start = time.perf_counter()
    if subprocess.run([command[0], "-c", f"import {module}"], capture_output=True, check=False).returncode:
        print(f"{name}: not installed there")
        return
    loading = time.perf_counter() - start
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    seconds = max(0.01, time.perf_counter() - start - loading)
    pages = _pages(target.read_bytes())
    print(f"vi {name}, the same table {seconds:6.2f} s  {pages / seconds:6.0f} pages/s")


def _measure_pack(file: str | None) -> None:
    """In a process of its own: its memory is its own."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.print_pack", *([file] if file else [])],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    seconds, pages = told["seconds"], told["pages"]
    print(f"vi pack of {told['people']} people   {seconds:6.2f} s ({told['cpu']:.1f} s of CPU)  target 15 s")
    print(f"   {told['records']} records, {pages} pages, {pages / seconds:.0f} pages/s")
    print(f"   {told['megabytes']:.0f} MB of memory, target 300 MB; in all {time.perf_counter() - start:.0f} s")


def _timed(work: Callable[[], bytes]) -> tuple[float, float, int]:
    """Seconds by the clock, seconds of CPU, pages."""
    start, used = time.perf_counter(), time.process_time()
    pdf = work()
    return time.perf_counter() - start, time.process_time() - used, _pages(pdf)


def _pages(pdf: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(pdf))


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _rows(people: Sequence[Delegate]) -> list[tuple[str, ...]]:
    return [
        (str(n), p.sheet.full_name, p.sheet.position, p.sheet.unit, p.sheet.delegation, p.sheet.card_number)
        for n, p in enumerate(people, 1)
    ]


def _as_html(people: Sequence[Delegate]) -> str:
    rows = "".join(f"<tr>{''.join(f'<td>{html.escape(c)}</td>' for c in row)}</tr>" for row in _rows(people))
    style = "@page{size:A4 landscape;margin:20mm 25mm}table{border-collapse:collapse;width:100%;font:11pt serif}"
    head = "<thead><tr>" + "<th>Cột</th>" * 6 + "</tr></thead>"
    return f"<meta charset=utf-8><style>{style}td,th{{border:.5pt solid}}</style><table>{head}{rows}</table>"


def _as_typst(people: Sequence[Delegate]) -> str:
    cells = ",".join(f"[{cell.replace('#', '')}]" for row in _rows(people) for cell in row)
    head = "#set page(paper:'a4',flipped:true,margin:(x:25mm,y:20mm))\n#set text(size:11pt)\n".replace("'", '"')
    return f"{head}#table(columns:6,table.header({','.join(['[Cột]'] * 6)}),{cells})"


if __name__ == "__main__":
    main()
