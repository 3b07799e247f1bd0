"""What a file is by its content, whatever its name says; the text of its pages.

A PDF is opened once here, in full: a file that PDFium cannot open is no document, one with a password is locked.
"""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path

from congress_desk.devices.documents.pdfium import opened_pdf
from congress_desk.domain.documents import FileKind
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.documents import Inspected

MOST_BYTES = 300 * 1024 * 1024  # a clip of some minutes
MOST_LETTERS_A_PAGE = 20_000
_HEAD = 1024
_DOCX_BODY = "word/document.xml"
_DOCX_TYPES = "[Content_Types].xml"
_MOST_DOCX_TEXT = 30 * 1024 * 1024


class FileInspector:
    """See services.ports.documents.Inspector."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes

    def inspect(self, path: Path) -> Inspected:
        head = self._head(path)
        kind = _kind(head, path)
        if kind is FileKind.PDF:
            return _inspected_pdf(path)
        if kind is FileKind.DOCX:
            return _inspected_docx(path)
        if kind is not None and kind.is_picture and _is_whole_picture(path):
            return Inspected(kind=kind, pages=1)
        if kind is not None and kind.is_clip:
            return Inspected(kind=kind)
        raise Trouble(Problem.NOT_A_DOCUMENT, path=str(path))

    def _head(self, path: Path) -> bytes:
        if not path.is_file():
            raise Trouble(Problem.NO_SUCH_FILE, path=str(path))
        try:
            with path.open("rb") as file:
                head = file.read(_HEAD)
            size = path.stat().st_size
        except OSError as error:
            raise Trouble(Problem.CANNOT_READ, path=str(path)) from error
        if size > self._most_bytes:
            raise Trouble(Problem.DOCUMENT_TOO_LARGE, path=str(path), most=self._most_bytes // 1024 // 1024)
        return head


def _kind(head: bytes, path: Path) -> FileKind | None:
    if head.startswith(b"%PDF-"):
        return FileKind.PDF
    if head.startswith(b"PK\x03\x04"):
        return FileKind.DOCX if _is_docx(path) else None
    if head.startswith(b"\xff\xd8\xff"):
        return FileKind.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PNG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return FileKind.WEBP
    if head[4:8] == b"ftyp":
        return FileKind.MP4 if head[8:12] not in (b"heic", b"heix", b"mif1", b"avif", b"crx ") else None
    if head.startswith(b"\x1aE\xdf\xa3") and b"webm" in head:
        return FileKind.WEBM
    return None


def _is_docx(path: Path) -> bool:
    """Word, and not another Office file or a plain archive; with macros it is none either."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            return {_DOCX_BODY, _DOCX_TYPES} <= names and not any(name.endswith("vbaProject.bin") for name in names)
    except (zipfile.BadZipFile, OSError):
        return False


def _inspected_docx(path: Path) -> Inspected:
    from xml.parsers import expat

    texts: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.CharacterDataHandler = texts.append
    parser.EntityDeclHandler = _no_entities
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_DOCX_BODY) as body:
            parser.Parse(body.read(_MOST_DOCX_TEXT), False)
    except (zipfile.BadZipFile, expat.ExpatError, _Entities) as error:
        raise Trouble(Problem.NOT_A_DOCUMENT, path=str(path)) from error
    return Inspected(kind=FileKind.DOCX, texts=(tidy_text(" ".join(texts)),))


class _Entities(Exception):  # noqa: N818
    """A document that declares entities of its own wants to blow up or to read files."""


def _no_entities(*_declared: object) -> None:
    raise _Entities


def _inspected_pdf(path: Path) -> Inspected:
    with opened_pdf(path) as document:
        texts = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            texts.append(tidy_text(text.get_text_bounded()))
            text.close()
            page.close()
    return Inspected(kind=FileKind.PDF, pages=len(texts), texts=tuple(texts), active=_is_active(path))


def _is_active(path: Path) -> bool:
    """Looked up in the objects, compressed ones too: what begins an action must have one of these names."""
    import pikepdf

    from congress_desk.devices.documents.cleaning import holds_actions

    try:
        with pikepdf.open(path) as pdf:
            return holds_actions(pdf)
    except pikepdf.PdfError:
        return True  # what cannot be looked through is cleaned before it goes out


def _is_whole_picture(path: Path) -> bool:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as picture:
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError, ValueError):
        return False
    return True


def tidy_text(text: str) -> str:
    """NFC, without control characters, spaces single, lines kept."""
    lines = unicodedata.normalize("NFC", text).replace("\r", "\n").split("\n")
    kept = (" ".join("".join(c if c.isprintable() else " " for c in line).split()) for line in lines)
    return "\n".join(line for line in kept if line)[:MOST_LETTERS_A_PAGE]
