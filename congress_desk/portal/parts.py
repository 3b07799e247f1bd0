"""Files whole or in parts (RFC 9110, 14): a download that was cut off goes on where it stopped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

_RANGE = re.compile(r"\s*bytes\s*=\s*(\d{0,15})-(\d{0,15})\s*", re.ASCII)
AT_ONCE = 256 * 1024  # bytes that are read in one go; more is streamed


class Streamed(FileResponse):
    chunk_size = AT_ONCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """From byte `first` to byte `last`, both included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


def asked_part(header: str, size: int) -> Part | None:
    """The part that a Range header asks for; None for no header, one we do not know, or one that fits no file."""
    found = _RANGE.fullmatch(header)
    if found is None or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        part = Part(first=max(0, size - int(last)), last=size - 1)
    else:
        part = Part(first=int(first), last=min(int(last), size - 1) if last else size - 1)
    return part if 0 <= part.first <= part.last else None


def part_or_whole(path: Path, request: Request, *, media_type: str, headers: dict[str, str]) -> Response:
    """A small part is read here, on the handler's thread; everything else is streamed by Starlette."""
    size = path.stat().st_size
    part = asked_part(request.headers.get("range", ""), size)
    same = request.headers.get("if-range", headers["ETag"]) == headers["ETag"]
    if part is None or not same or part.length > AT_ONCE or request.method != "GET":
        return Streamed(path, media_type=media_type, headers=headers)
    with path.open("rb") as file:
        file.seek(part.first)
        body = file.read(part.length)
    told = {"Content-Range": f"bytes {part.first}-{part.last}/{size}", "Accept-Ranges": "bytes"}
    return Response(body, status_code=206, media_type=media_type, headers=headers | told)
