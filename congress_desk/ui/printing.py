"""Paper from any room: to the printer of the settings, or into a file; journaled only when it went there.

Without Qt; called on a background lane.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.printer import Printer


def send_to_printer(printer: Printer, pdf: bytes, wanted: str = "") -> str:
    """Print on the printer `wanted`, or on the default one; gives its name. Trouble: PRINTER_MISSING."""
    name = wanted or next(iter(printer.names()), "")
    if not name:
        raise Trouble(Problem.PRINTER_MISSING)
    with tempfile.TemporaryDirectory(prefix="congress-desk-") as folder:
        path = Path(folder) / "congress-desk.pdf"
        path.write_bytes(pdf)
        printer.send(path, name)
    return name


def save_pdf(pdf: bytes, path: Path) -> Path:
    """Trouble: CANNOT_WRITE."""
    try:
        path.write_bytes(pdf)
    except OSError as error:
        raise Trouble(Problem.CANNOT_WRITE, path=str(path)) from error
    return path
