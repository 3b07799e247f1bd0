"""What every handler asks first: who is this, how does he want his pages, is it too much."""

from __future__ import annotations

import re
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from congress_desk.domain.documents import DocumentId
from congress_desk.domain.refusals import Reason, Refusal, Trouble
from congress_desk.portal.headers import address_of, is_outside
from congress_desk.portal.limits import Limits
from congress_desk.portal.pages import manner_of, page
from congress_desk.portal.session import Pocket, Pockets
from congress_desk.portal.words import TEXTS, refused
from congress_desk.services.documents_library import Library
from congress_desk.services.portal import Reading, Visitor
from congress_desk.services.programme import Programme

_POCKET, _POCKET_NAMED = "congress.pocket", "congress.pocket.named"
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """The library and what the portal knows of phones."""

    library: Library
    pockets: Pockets
    limits: Limits
    programme: Programme | None = None

    def shown(self, request: Request) -> Pocket:
        """The pocket as the phone showed it; read once a request."""
        found = request.scope.get(_POCKET)
        if not isinstance(found, Pocket):
            found = request.scope[_POCKET] = self.pockets.read(request)
        return found

    def pocket(self, request: Request) -> Pocket:
        """With a device number, the same for the whole request."""
        named = request.scope[_POCKET_NAMED] = request.scope.get(_POCKET_NAMED) or self.pockets.named(
            self.shown(request)
        )
        assert isinstance(named, Pocket)
        return named

    def visitor(self, pocket: Pocket) -> Visitor:
        return self.library.portal.visitor(pocket.device, pocket.links)

    def opened(self, request: Request) -> tuple[Pocket, Reading]:
        """The document of the path, if this phone may have it. Refusal: see services.portal."""
        named = str(request.path_params["document"])
        if not _ID.fullmatch(named):
            raise Refusal(Reason.NO_SUCH_DOCUMENT, document="")
        pocket = self.pocket(request)
        return pocket, self.library.portal.open(pocket.device, pocket.links, DocumentId(named))

    def keep(self, response: Response, request: Request, pocket: Pocket) -> Response:
        """The cookie, if it is not there as it should be."""
        if self.shown(request) != pocket:
            self.pockets.write(response, pocket)
        return response


class Paced:
    """So many requests of one link, else of one device, else of one address; this computer itself is free."""

    def __init__(self, app: ASGIApp, portal: Portal) -> None:
        self._app = app
        self._portal = portal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        pocket = self._portal.shown(request)
        key = next(iter(pocket.links), "") or pocket.device
        free = not key and not is_outside(scope)
        if free or self._portal.limits.requests.take(key or address_of(scope)):
            await self._app(scope, receive, send)
            return
        await told(request, 429, TEXTS["too_fast"])(scope, receive, send)


def told(request: Request, status: int, text: str) -> Response:
    """A page with one sentence; `text` in English or said already."""
    response = page(request, "told.html", None, status=status, told=manner_of(request).say(text))
    if status == 429:
        response.headers["Retry-After"] = "2"
    return response


def on_refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    status, text = refused(error.reason, manner_of(request).say)
    return told(request, status, text)


def on_trouble(request: Request, error: Exception) -> Response:
    assert isinstance(error, Trouble)
    return told(request, 503, TEXTS["trouble"])


def on_status(request: Request, error: Exception) -> Response:
    status = int(getattr(error, "status_code", 500))
    return told(request, status, TEXTS["not_found"] if status < 500 else TEXTS["trouble"])
