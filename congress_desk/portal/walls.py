"""The second screen as a page, for LED walls that another computer runs: opened by a link of its own only.

The page asks twice a second what is on air and puts it in place; the timer runs in the browser by the portal's hour,
so a slow network shows no wrong time. When the portal cannot be reached the wall keeps what it shows.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from congress_desk.domain.documents_links import Scope
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.stage import ClipFace, WelcomeFace
from congress_desk.plumbing.resources import resource
from congress_desk.plumbing.texts import words_for
from congress_desk.portal.pages import rendered
from congress_desk.portal.parts import part_or_whole
from congress_desk.portal.visiting import Portal
from congress_desk.portal.walls_words import values_of
from congress_desk.services.stage import OnAir, StageService

WALL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}
_PARTS = {"stage.css": "text/css", "stage.js": "text/javascript"}
_FONTS = (
    "BeVietnamPro-Medium.ttf",
    "BeVietnamPro-Bold.ttf",
    "NotoSansArabic-SemiBold.ttf",
    "NotoSansArabic-Bold.ttf",
)


class Walls:
    def __init__(self, portal: Portal, stage: StageService) -> None:
        self._portal = portal
        self._stage = stage

    def page(self, request: Request) -> Response:
        self._admit(request)
        air = self._stage.on_air()
        style, script = part_name("stage.css"), part_name("stage.js")
        text = rendered("stage.html", **self._values(air), style_name=style, script_name=script)
        return Response(text, media_type="text/html", headers={"Content-Security-Policy": WALL_POLICY})

    def face(self, request: Request) -> Response:
        """What is on air, as a piece of the page; `stamp` changes with it. now: the portal's hour in ms."""
        self._admit(request)
        values = self._values(self._stage.on_air())
        html = rendered("stage_face.html", **values)
        stamp = hashlib.sha256(html.encode()).hexdigest()[:16]
        now = round(dt.datetime.now(dt.UTC).timestamp() * 1000)
        same = request.query_params.get("since") == stamp
        return JSONResponse({"stamp": stamp, "now": now} | ({} if same else {"html": html, **_manner(values)}))

    def picture(self, request: Request) -> Response:
        """The photo or still of what is on air, and no other."""
        self._admit(request)
        face, wanted = self._stage.on_air().face, str(request.path_params["sha256"])
        if isinstance(face, WelcomeFace) and face.photo == wanted:
            return _jpeg(self._stage.photo(wanted))
        if isinstance(face, ClipFace) and face.still == wanted:
            return _jpeg(_bytes(self._stage.cues.path_of(wanted)))
        raise Refusal(Reason.NO_SUCH_DOCUMENT, document="")

    def clip(self, request: Request) -> Response:
        """The clip that is on air, whole or in parts."""
        self._admit(request)
        face, wanted = self._stage.on_air().face, str(request.path_params["sha256"])
        if not isinstance(face, ClipFace) or face.file != wanted:
            raise Refusal(Reason.NO_SUCH_DOCUMENT, document="")
        path = self._stage.cues.path_of(wanted)
        if not path.is_file():
            raise Refusal(Reason.NO_SUCH_DOCUMENT, document="")
        headers = {"ETag": f'"{wanted[:32]}"', "Content-Security-Policy": WALL_POLICY}
        return part_or_whole(path, request, media_type=_media_type(path), headers=headers)

    def part(self, request: Request) -> Response:
        """Style, script and letters: the same for everybody, named by their content."""
        name = str(request.path_params["name"])
        for part, media_type in _PARTS.items():
            if name == part_name(part):
                return Response(resource("portal", part).read_bytes(), media_type=media_type, headers=_KEPT)
        if name in _FONTS:
            return Response(resource("fonts", name).read_bytes(), media_type="font/ttf", headers=_KEPT)
        raise Refusal(Reason.NO_SUCH_DOCUMENT, document="")

    def _admit(self, request: Request) -> None:
        """Refusal: NO_SUCH_LINK for whoever has not come by a link to the wall, or by one that was revoked."""
        visitor = self._portal.visitor(self._portal.shown(request))
        if not any(link.scope is Scope.STAGE for link in visitor.links):
            raise Refusal(Reason.NO_SUCH_LINK)

    def _values(self, air: OnAir) -> dict[str, Any]:
        say = words_for(air.fold.settings.language)
        return values_of(air, say)


@lru_cache(maxsize=4)
def part_name(part: str) -> str:
    """The name changes with the content, so that walls may keep it for ever."""
    stem, ending = part.rsplit(".", 1)
    return f"{stem}-{hashlib.sha256(resource('portal', part).read_bytes()).hexdigest()[:12]}.{ending}"


def _manner(values: dict[str, Any]) -> dict[str, Any]:
    return {"language": values["language"], "direction": values["direction"], "least": values["least"]}


def _jpeg(picture: bytes | None) -> Response:
    if picture is None:
        raise Refusal(Reason.NO_SUCH_DOCUMENT, document="")
    return Response(picture, media_type="image/jpeg")


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _media_type(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(12)
    if head.startswith(b"\x1aE\xdf\xa3"):
        return "video/webm"
    return "video/mp4" if head[4:8] == b"ftyp" else "application/octet-stream"
