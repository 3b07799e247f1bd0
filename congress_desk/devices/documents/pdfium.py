"""PDFium with a file: opened for one thread at a time, its errors told as troubles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.pdfium_lock import ONE_AT_A_TIME

_PASSWORD_NEEDED = 4


@contextmanager
def opened_pdf(path: Path) -> Iterator[Any]:
    """Trouble: NOT_A_DOCUMENT, DOCUMENT_LOCKED, CANNOT_READ."""
    import pypdfium2

    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(path)
            empty = len(document) == 0
        except pypdfium2.PdfiumError as error:
            locked = "password" in str(error).lower() or getattr(error, "err_code", 0) == _PASSWORD_NEEDED
            problem = Problem.DOCUMENT_LOCKED if locked else Problem.NOT_A_DOCUMENT
            raise Trouble(problem, path=str(path)) from error
        except OSError as error:
            raise Trouble(Problem.CANNOT_READ, path=str(path)) from error
        try:
            if empty:
                raise Trouble(Problem.NOT_A_DOCUMENT, path=str(path))
            yield document
        finally:
            document.close()
