"""A document on the phone: its page, its pages as pictures, its file with ranges."""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from congress_desk.domain.documents import FileKind, Secrecy
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.portal.pages import page
from congress_desk.portal.parts import Part, asked_part, part_or_whole
from congress_desk.portal.visiting import Portal
from congress_desk.services.portal import Reading
from congress_desk.services.portal_files import Served

WIDTHS = (900, 1600)  # px, for phones held upright and for a closer look
_FILE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; frame-ancestors 'none'"
)
_ENDINGS = {FileKind.JPEG: "jpg"}
_IN_THE_BROWSER = frozenset(FileKind) - {FileKind.DOCX}


class ReadingPages:
    def __init__(self, portal: Portal) -> None:
        self._portal = portal

    def document(self, request: Request) -> Response:
        pocket, reading = self._portal.opened(request)
        heading = self._portal.library.portal.heading()
        shown = page(request, "document.html", heading, reading=reading, document=reading.document)
        return self._portal.keep(shown, request, pocket)

    def read(self, request: Request) -> Response:
        """All pages below each other as pictures that come when they are scrolled to; their text beside them."""
        pocket, reading = self._portal.opened(request)
        version = reading.document.current
        if version.kind is not FileKind.PDF:
            raise Refusal(Reason.NO_SUCH_DOCUMENT, document=reading.document.id)
        portal = self._portal.library.portal
        portal.note_opening(pocket.device, reading)
        texts = [*portal.texts(version.sha256), *[""] * version.pages][: version.pages]
        shown = page(request, "read.html", portal.heading(), document=reading.document, texts=texts, widths=WIDTHS)
        return self._portal.keep(shown, request, pocket)

    def picture(self, request: Request) -> Response:
        pocket, reading = self._portal.opened(request)
        number, width = request.path_params["page"], request.path_params["width"]
        version = reading.document.current
        if version.kind is not FileKind.PDF or not 1 <= number <= version.pages or width not in WIDTHS:
            raise Refusal(Reason.NO_SUCH_DOCUMENT, document=reading.document.id)
        tag = f'"{_tag(self._portal, reading)}-{number}-{width}"'
        last = number == version.pages
        self._portal.library.portal.note_opening(pocket.device, reading, finished=last, again=True)
        headers = {"ETag": tag, "Cache-Control": _kept(reading)}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        jpeg = self._portal.library.portal_files.picture(reading, number - 1, width)
        return Response(jpeg, media_type="image/jpeg", headers=headers)

    def file(self, request: Request) -> Response:
        """The file itself, whole or in ranges; what was cut off goes on where it stopped."""
        pocket, reading = self._portal.opened(request)
        served = self._portal.library.portal_files.served(reading)
        tag = f'"{served.tag}"'
        headers = {
            "ETag": tag,
            "Cache-Control": _kept(reading),
            "Content-Disposition": _disposition(reading, served),
            "Content-Security-Policy": _FILE_POLICY,
        }
        if request.headers.get("if-none-match") == tag and "range" not in request.headers:
            return Response(status_code=304, headers=headers)
        self._note(pocket.device, reading, request, served)
        return part_or_whole(served.path, request, media_type=served.kind.media_type, headers=headers)

    def _note(self, device: str, reading: Reading, request: Request, served: Served) -> None:
        size = served.path.stat().st_size
        part = asked_part(request.headers.get("range", ""), size) or Part(first=0, last=size - 1)
        portal = self._portal.library.portal
        portal.note_opening(device, reading, finished=part.last == size - 1, again=part.first > 0)


def _tag(portal: Portal, reading: Reading) -> str:
    return portal.library.portal_files.served(reading).tag


def _kept(reading: Reading) -> str:
    """Public files may be kept if they are asked about each time; others leave no trace on the phone."""
    return "no-cache" if reading.document.card.secrecy is Secrecy.PUBLIC else "no-store"


def _disposition(reading: Reading, served: Served) -> str:
    ending = _ENDINGS.get(served.kind, served.kind.value)
    name = quote(f"{reading.document.card.title[:80]}.{ending}", safe="")
    how = "inline" if served.kind in _IN_THE_BROWSER else "attachment"
    return f"{how}; filename=\"document.{ending}\"; filename*=UTF-8''{name}"
