"""The portal as an application: routes, and around them limits, bounds and strict headers.

Handlers are plain functions, run by a bounded pool of threads, because the congress file is read by them.
"""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.portal.entering import Entering
from congress_desk.portal.headers import Bounds, StrictHeaders
from congress_desk.portal.limits import Limits, usual_limits
from congress_desk.portal.opining import Opining
from congress_desk.portal.programme_pages import ProgrammePages
from congress_desk.portal.reading import ReadingPages
from congress_desk.portal.session import Pockets
from congress_desk.portal.visiting import Paced, Portal, on_refusal, on_status, on_trouble
from congress_desk.portal.walls import Walls
from congress_desk.services.documents_library import Library
from congress_desk.services.programme import Programme
from congress_desk.services.stage import StageService


def make_app(
    library: Library,
    key: bytes,
    *,
    programme: Programme | None = None,
    stage: StageService | None = None,
    secure: bool = False,
    limits: Limits | None = None,
) -> Starlette:
    """key: signs cookies and forms. secure: served by HTTPS. programme: without one its pages are not there."""
    pockets = Pockets(key, secure=secure)
    portal = Portal(library=library, pockets=pockets, limits=limits or usual_limits(), programme=programme)
    app = Starlette(
        routes=[*_routes(portal), *(_walls(portal, stage) if stage else ())],
        middleware=[Middleware(StrictHeaders), Middleware(Bounds), Middleware(Paced, portal=portal)],
        exception_handlers={Refusal: on_refusal, Trouble: on_trouble, HTTPException: on_status, 500: on_status},
    )
    app.router.redirect_slashes = False  # it would lead to whatever address the request claims
    return app


def _routes(portal: Portal) -> list[Route]:
    entering, reading, opining = Entering(portal), ReadingPages(portal), Opining(portal)
    return [
        Route("/", entering.first),
        Route("/q/{token}", entering.scan),
        Route("/set", entering.choose),
        Route("/leave", entering.leave, methods=["POST"]),
        Route("/reach", entering.reach),
        Route("/s/{name}", entering.sheet),
        Route("/d/{document}", reading.document),
        Route("/d/{document}/read", reading.read),
        Route("/d/{document}/file", reading.file),
        Route("/d/{document}/page/{page:int}/{width:int}", reading.picture),
        Route("/d/{document}/opinion", opining.form),
        Route("/d/{document}/opinion", opining.send, methods=["POST"]),
        Route("/d/{document}/thanks", opining.thanks),
        Route("/robots.txt", _robots),
        Route("/favicon.ico", _nothing),
        *(_programme_routes(portal, portal.programme) if portal.programme else ()),
    ]


def _programme_routes(portal: Portal, programme: Programme) -> list[Route]:
    pages = ProgrammePages(portal, programme)
    return [
        Route("/agenda", pages.agenda),
        Route("/speeches", pages.own),
        Route("/speeches", pages.register, methods=["POST"]),
        Route("/speeches/{speech}/text", pages.hand_in, methods=["POST"]),
    ]


def _walls(portal: Portal, stage: StageService) -> list[Route]:
    walls = Walls(portal, stage)
    return [
        Route("/stage", walls.page),
        Route("/stage/face", walls.face),
        Route("/stage/picture/{sha256}", walls.picture),
        Route("/stage/clip/{sha256}", walls.clip),
        Route("/stage/part/{name}", walls.part),
    ]


def _robots(_request: Request) -> Response:
    return PlainTextResponse("User-agent: *\nDisallow: /\n")


def _nothing(_request: Request) -> Response:
    return Response(status_code=204)
