"""Strict headers on every answer, bounds on every request: what the app's own code then need not fear."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from congress_desk.portal.uploading import MOST_UPLOAD_BYTES, is_upload

MOST_BODY = 64 * 1024
MOST_PATH = 512
_METHODS = ("GET", "HEAD", "POST")
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
STRICT: Iterable[tuple[str, str]] = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"),
    ("X-Robots-Tag", "noindex, nofollow"),
)


class StrictHeaders:
    """Adds what an answer has not said otherwise: no script, no framing, no referrer, no store."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return

        async def strictly(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in STRICT:
                    headers[name] = value
                headers.setdefault("Content-Security-Policy", PAGE_POLICY)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive, strictly)


class Bounds:
    """Refuses what no phone of a reader sends: other methods, long paths, large bodies, forms of other sites."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = _refused(scope)
        if refusal:
            await PlainTextResponse("", status_code=refusal)(scope, receive, send)
            return
        if scope["method"] != "POST":
            _keep_one_range(scope)
        await self._app(scope, receive, send)


def is_outside(scope: Scope) -> bool:
    """From another machine: a phone, not this computer looking at itself."""
    client = scope.get("client")
    try:
        return client is not None and not ipaddress.ip_address(client[0]).is_loopback
    except ValueError:
        return True


def address_of(scope: Scope) -> str:
    client = scope.get("client")
    return str(client[0]) if client else ""


def _refused(scope: Scope) -> int:
    if scope["method"] not in _METHODS:
        return 405
    if len(scope.get("raw_path") or b"") > MOST_PATH or len(scope.get("query_string") or b"") > MOST_PATH:
        return 414
    if scope["method"] == "POST":
        return _refused_form(Headers(scope=scope), upload=is_upload(scope["path"]))
    return 0


def _refused_form(headers: Headers, *, upload: bool) -> int:
    length = headers.get("content-length", "")
    if not length.isascii() or not length.isdigit() or len(length) > 9:
        return 411
    if int(length) > (MOST_UPLOAD_BYTES if upload else MOST_BODY):
        return 413
    wanted = "multipart/form-data" if upload else "application/x-www-form-urlencoded"
    if headers.get("content-type", "").split(";")[0].strip().lower() != wanted:
        return 415
    return 0 if _is_own(headers) else 403


def _is_own(headers: Headers) -> bool:
    """Not a form of another site, where the browser says so. Ours come with the origin "null", because pages of
    ours tell no referrer; what proves them is the sealed number in the form.
    """
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin", "null")
    try:
        return origin == "null" or urlsplit(origin).netloc == headers.get("host", "")
    except ValueError:
        return False


def _keep_one_range(scope: Scope) -> None:
    """Many ranges in one request serve attackers only; without the header the whole file is sent."""
    headers = [(name, value) for name, value in scope["headers"] if name != b"range" or b"," not in value]
    scope["headers"] = headers
