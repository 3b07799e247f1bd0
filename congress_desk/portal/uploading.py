"""A file sent by a phone: one form, one file, bounded in size, in time and in number at once.

Multipart forms are read here by hand: the one we make ourselves has two fields, and nothing else is understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import Message

import anyio
from starlette.requests import Request

MOST_FILE_BYTES = 20_000_000
MOST_UPLOAD_BYTES = MOST_FILE_BYTES + 16 * 1024
UPLOAD_SECONDS = 120  # twenty megabytes over a poor Wi-Fi
AT_ONCE = 4
_MOST_PARTS = 4
_BOUNDARY = re.compile(r"[0-9A-Za-z'()+_,./:=? -]{1,70}")
_UPLOADS = re.compile(r"/speeches/[0-9a-f-]{36}/text")


class BadUpload(Exception):  # noqa: N818
    """It was not made by our page, or did not come whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """form: the sealed number of our own form. name: of the file, as the phone calls it."""

    form: str
    name: str
    content: bytes


def is_upload(path: str) -> bool:
    """The only paths on which a file may come."""
    return _UPLOADS.fullmatch(path) is not None


async def received_upload(request: Request) -> Upload:
    """Raises BadUpload, TimeoutError, ClientDisconnect."""
    boundary = _boundary(request.headers.get("content-type", ""))
    body = bytearray()
    with anyio.fail_after(UPLOAD_SECONDS):
        async for block in request.stream():
            body += block
            if len(body) > MOST_UPLOAD_BYTES:
                raise BadUpload
    return _read(bytes(body), boundary)


def _boundary(content_type: str) -> bytes:
    message = Message()
    message["content-type"] = content_type
    found = message.get_param("boundary")
    if not isinstance(found, str) or not _BOUNDARY.fullmatch(found):
        raise BadUpload
    return b"--" + found.encode("ascii")


def _read(body: bytes, boundary: bytes) -> Upload:
    fields: dict[str, tuple[str, bytes]] = {}
    for part in _parts(body, boundary):
        name, filename, content = _field(part)
        fields[name] = (filename, content)
    if set(fields) != {"form", "file"} or len(fields["form"][1]) > 500:
        raise BadUpload
    name, content = fields["file"]
    return Upload(form=fields["form"][1].decode("ascii", "replace"), name=name[:200], content=content)


def _parts(body: bytes, boundary: bytes) -> list[bytes]:
    if not body.startswith(boundary + b"\r\n") or body.rstrip(b"\r\n")[-len(boundary) - 2 :] != boundary + b"--":
        raise BadUpload
    parts = (b"\r\n" + body).split(b"\r\n" + boundary)[1:-1]
    if not 1 <= len(parts) <= _MOST_PARTS:
        raise BadUpload
    return [part.removeprefix(b"\r\n") for part in parts]


def _field(part: bytes) -> tuple[str, str, bytes]:
    """Name, file name, content."""
    head, gap, content = part.partition(b"\r\n\r\n")
    if not gap or len(head) > 2000:
        raise BadUpload
    try:
        lines = dict(line.split(":", 1) for line in head.decode("utf-8").split("\r\n"))
    except ValueError as error:
        raise BadUpload from error
    told = {name.strip().lower(): value for name, value in lines.items()}.get("content-disposition", "")
    name = re.search(r';\s*name="([^"]*)"', told)
    filename = re.search(r';\s*filename="([^"]*)"', told)
    if name is None:
        raise BadUpload
    return name.group(1), _plain_name(filename.group(1) if filename else ""), content


def _plain_name(name: str) -> str:
    """Without folders and control characters: shown, and never used as a path."""
    last = re.split(r"[\\/]", name)[-1]
    return "".join(letter for letter in last if letter.isprintable()).strip()
