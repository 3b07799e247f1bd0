"""What a file is, told by its first bytes and, for zip archives, by what is packed in it.

An archive is unpacked once into nothing, to know that it is whole and how large it becomes: a few kilobytes can
unpack to gigabytes, and the reader would take all of them.
"""

from __future__ import annotations

import zipfile
import zlib
from enum import Enum, auto
from io import BytesIO
from pathlib import Path

from congress_desk.domain.refusals import Problem, Trouble

LARGEST_UNPACKED = 150_000_000
CHUNK = 1 << 20
FILE_PASS = 0x2F
RECORDS_SEARCHED = 12

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK_STREAMS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
_BEGINS = (b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x09\x08\x08\x00\x00\x05\x05\x00")  # BOF of BIFF8 and BIFF5
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


class Kind(Enum):
    XLSX = auto()
    ODS = auto()
    XLS = auto()
    TEXT = auto()


def kind_of(content: bytes, path: Path) -> Kind:
    """Trouble: NOT_A_SPREADSHEET, SPREADSHEET_LOCKED, SPREADSHEET_TOO_LARGE, SPREADSHEET_EMPTY (no byte at all)."""
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Trouble(Problem.SPREADSHEET_EMPTY, path=str(path))
    if content.startswith(_ZIP):
        return _kind_of_archive(content, path)
    if content.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in content or _has_file_pass(content):
            raise Trouble(Problem.SPREADSHEET_LOCKED, path=str(path))
        if any(name in content for name in _WORKBOOK_STREAMS):
            return Kind.XLS
        raise Trouble(Problem.NOT_A_SPREADSHEET, path=str(path))
    return Kind.TEXT


def _has_file_pass(content: bytes) -> bool:
    """An .xls with a password has the record FILEPASS among the first of its workbook stream ([MS-XLS] 2.4.117)."""
    place = next((at for mark in _BEGINS if (at := content.find(mark)) >= 0), -1)
    for _ in range(RECORDS_SEARCHED if place >= 0 else 0):
        kind = int.from_bytes(content[place : place + 2], "little")
        if kind == FILE_PASS:
            return True
        place += 4 + int.from_bytes(content[place + 2 : place + 4], "little")
    return False


def _kind_of_archive(content: bytes, path: Path) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            kind = _named_kind(archive, names)
            if kind is None:
                raise Trouble(Problem.NOT_A_SPREADSHEET, path=str(path))
            _check_size(archive, path)
            if kind is Kind.ODS and _is_encrypted(archive, names):
                raise Trouble(Problem.SPREADSHEET_LOCKED, path=str(path))
            _unpack_into_nothing(archive)
            return kind
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise Trouble(Problem.NOT_A_SPREADSHEET, path=str(path)) from error


def check_archive(content: bytes, path: Path) -> None:
    """Whole, and not larger unpacked than can be. Trouble: NOT_A_SPREADSHEET, SPREADSHEET_TOO_LARGE."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_size(archive, path)
            _unpack_into_nothing(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise Trouble(Problem.NOT_A_SPREADSHEET, path=str(path)) from error


def _named_kind(archive: zipfile.ZipFile, names: set[str]) -> Kind | None:
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        return Kind.ODS if archive.read("mimetype").strip().startswith(_ODS) else None
    return Kind.XLSX if "xl/workbook.xml" in names else None


def _check_size(archive: zipfile.ZipFile, path: Path) -> None:
    if sum(entry.file_size for entry in archive.infolist()) > LARGEST_UNPACKED:
        raise Trouble(Problem.SPREADSHEET_TOO_LARGE, path=str(path))


def _is_encrypted(archive: zipfile.ZipFile, names: set[str]) -> bool:
    return "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml")


def _unpack_into_nothing(archive: zipfile.ZipFile) -> None:
    """BadZipFile where a part is cut off, damaged, or larger than its own entry says."""
    for entry in archive.infolist():
        with archive.open(entry) as part:
            while part.read(CHUNK):
                pass
