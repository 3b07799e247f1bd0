"""What a phone carries: one signed cookie with a random device number and the ids of the links it has shown.

The cookie holds no token and no name; whether a link still opens anything is asked of the congress file at every
request.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, replace

from itsdangerous import BadSignature, Signer, URLSafeSerializer
from starlette.requests import Request
from starlette.responses import Response

from congress_desk.domain.documents_links import LinkId

COOKIE = "congress"
LINKS_KEPT = 12
_DAYS = 30
_DEVICE = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Pocket:
    """device: "" for a phone that has not been here, or has lost its cookie."""

    device: str = ""
    links: tuple[LinkId, ...] = ()

    def with_link(self, link: LinkId) -> Pocket:
        """The newest link first, so that it decides who this is."""
        return replace(self, links=(link, *(x for x in self.links if x != link))[:LINKS_KEPT])


class Pockets:
    """Reads and writes the cookie; a forged or broken one is an empty pocket."""

    def __init__(self, key: bytes, *, secure: bool) -> None:
        self._cookies = URLSafeSerializer(key, salt="portal.pocket")
        self._forms = Signer(key, salt="portal.form")
        self._secure = secure

    def read(self, request: Request) -> Pocket:
        try:
            written = self._cookies.loads(request.cookies.get(COOKIE, ""))
        except BadSignature:
            return Pocket()
        match written:
            case [str(device), *links] if _DEVICE.fullmatch(device) and all(isinstance(x, str) for x in links):
                return Pocket(device, tuple(LinkId(x) for x in links))
        return Pocket()

    def named(self, pocket: Pocket) -> Pocket:
        """With a device number, a new one where there was none."""
        return pocket if pocket.device else replace(pocket, device=secrets.token_hex(8))

    def write(self, response: Response, pocket: Pocket) -> None:
        response.set_cookie(
            COOKIE,
            self._cookies.dumps([pocket.device, *pocket.links]),
            max_age=_DAYS * 24 * 3600,
            httponly=True,
            samesite="lax",
            secure=self._secure,
        )

    def seal(self, *parts: str) -> str:
        """Signs what a form brings back; parts hold no full stop but in the first."""
        return self._forms.sign(".".join(parts)).decode()

    def opened(self, sealed: str) -> list[str]:
        """The parts again; none if somebody else made it."""
        try:
            return self._forms.unsign(sealed).decode().split(".")
        except (BadSignature, UnicodeDecodeError):
            return []
