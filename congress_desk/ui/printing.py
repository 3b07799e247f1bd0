"""Paper from any room: to the printer of the settings, or into a file; journaled only when it went there.

Without Qt; called on a background lane.
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.printer_shifts import shift_for, written_shift
from congress_desk.plumbing.settings import DeskSettings
from congress_desk.services.ports.printer import Printer

if TYPE_CHECKING:
    from congress_desk.services.desk import Desk

Send = Callable[[bytes], object]


def print_form(
    desk: Desk, settings: DeskSettings, form: Form, *, only: Collection[DelegateId] | None = None, subject: str = ""
) -> str:
    """On the printer of this desk, and into the journal; gives the printer's name. Trouble: PRINTER_MISSING."""

    def send(pdf: bytes) -> str:
        return send_to_printer(desk.printer, pdf, settings.printer)

    return str(_sent(desk, settings, form, send, only=only, subject=subject))


def save_form(
    desk: Desk,
    settings: DeskSettings,
    form: Form,
    path: Path,
    *,
    only: Collection[DelegateId] | None = None,
    subject: str = "",
) -> Path:
    """Into a PDF file, and into the journal. Trouble: CANNOT_WRITE."""
    _sent(desk, settings, form, lambda pdf: save_pdf(pdf, path), only=only, subject=subject)
    return path


def _sent(
    desk: Desk, settings: DeskSettings, form: Form, send: Send, *, only: Collection[DelegateId] | None, subject: str
) -> object:
    """In the language of the screens, with the shift that is kept for the printer; journaled once it went out."""
    options = {"shift": written_shift(shift_for(settings.printer_shifts, settings.printer))}
    pdf = desk.records.preview(form, language=settings.language, only=only, subject=subject, options=options)
    where = send(pdf)
    desk.records.note_printed(form, None, language=settings.language, pdf=pdf)
    return where


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
    """Whole or not at all. Trouble: CANNOT_WRITE, DISK_FULL."""
    partial = path.with_name(path.name + ".partial")
    try:
        partial.write_bytes(pdf)
        os.replace(partial, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink()
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        raise Trouble(Problem.DISK_FULL if full else Problem.CANNOT_WRITE, path=str(path)) from error
    return path
