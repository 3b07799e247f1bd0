"""Coming in: the first page, a scanned code, choices of this phone, the page that proves the way."""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from congress_desk.domain.documents_links import Link, Scope
from congress_desk.domain.refusals import Refusal
from congress_desk.portal.headers import address_of, is_outside
from congress_desk.portal.pages import CHOICES, manner_of, page, style
from congress_desk.portal.session import Pocket
from congress_desk.portal.visiting import Portal, told
from congress_desk.portal.words import TEXTS, refused

_YEAR_SECONDS = 365 * 24 * 3600


class Entering:
    def __init__(self, portal: Portal) -> None:
        self._portal = portal

    def first(self, request: Request) -> Response:
        portal = self._portal
        pocket = portal.pocket(request)
        portal.library.portal.note_visit(pocket.device, None, outside=is_outside(request.scope))
        shown = portal.library.portal.first_page(portal.visitor(pocket))
        groups: dict[str, list[object]] = {}
        for document in shown.documents:
            groups.setdefault(document.card.agenda_item, []).append(document)
        programme = portal.programme
        found = programme.agenda.now_and_next() if programme else None
        made = page(request, "first.html", shown.heading, shown=shown, groups=groups, found=found)
        return portal.keep(made, request, pocket)

    def scan(self, request: Request) -> Response:
        """The token becomes a cookie, and the address bar shows it no longer."""
        portal = self._portal
        try:
            link = portal.library.portal.enter(str(request.path_params["token"]))
        except Refusal as refusal:
            return self._wrong(request, refusal)
        pocket = portal.pocket(request).with_link(link.id)
        portal.library.portal.note_visit(pocket.device, link.id, outside=is_outside(request.scope))
        response = RedirectResponse(_target(link), status_code=303)
        portal.pockets.write(response, pocket)
        return response

    def choose(self, request: Request) -> Response:
        """Language, look, size of type: kept by the phone, and back to where he was."""
        back = request.query_params.get("to", "/")
        response = RedirectResponse(_inside(back), status_code=303)
        for name, allowed in CHOICES.items():
            value = request.query_params.get(name)
            if value in allowed and value is not None:
                response.set_cookie(name, value, max_age=_YEAR_SECONDS, httponly=True, samesite="lax")
        return response

    def leave(self, request: Request) -> Response:
        """This phone forgets whose it was; its number stays, so that it is not counted twice."""
        response = RedirectResponse("/", status_code=303)
        self._portal.pockets.write(response, Pocket(self._portal.pocket(request).device))
        return response

    def reach(self, request: Request) -> Response:
        portal = self._portal
        pocket = portal.pocket(request)
        portal.library.portal.note_visit(pocket.device, None, outside=is_outside(request.scope))
        heading = portal.library.portal.heading()
        return portal.keep(page(request, "reach.html", heading), request, pocket)

    def sheet(self, request: Request) -> Response:
        name, css = style()
        if request.path_params["name"] != name:
            return told(request, 404, TEXTS["not_found"])
        kept = {"Cache-Control": "public, max-age=31536000, immutable"}
        return Response(css, media_type="text/css", headers=kept)

    def _wrong(self, request: Request, refusal: Refusal) -> Response:
        """A right token always opens; wrong ones are slowed down by address."""
        if not self._portal.limits.guesses.take(address_of(request.scope)):
            return told(request, 429, TEXTS["too_fast"])
        return told(request, *refused(refusal.reason, manner_of(request).say))


def _target(link: Link) -> str:
    if link.scope is Scope.STAGE:
        return "/stage"
    if link.scope in (Scope.DOCUMENT, Scope.PERSONAL):
        return f"/d/{link.document}"
    return "/"


def _inside(path: str) -> str:
    """A path of ours, never another site: one slash in front, and letters that a header can hold."""
    sound = path.startswith("/") and not path.startswith("//") and "\\" not in path and path.isprintable()
    return quote(path, safe="/?=&-._~") if sound else "/"
