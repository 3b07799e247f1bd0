"""A phone for the tests: keeps cookies, follows what it is told to, shows what came."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import anyio
import httpx
from starlette.types import ASGIApp

FORM = re.compile(r'name="form" value="([^"]+)"')


@dataclass
class Phone:
    """Speaks to the application itself, without a network."""

    app: ASGIApp
    address: str = "192.168.1.77"
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False, client=(self.address, 40000))
            async with httpx.AsyncClient(
                transport=transport, base_url="http://hall.test", cookies=self.cookies
            ) as client:
                answer = await client.request(method, path, **more)
                self.cookies = client.cookies
                return answer

        return anyio.run(asked)

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.ask("GET", path, **more)

    def scan(self, url: str) -> httpx.Response:
        """The code is scanned, and the phone goes where it is led."""
        answer = self.get("/" + url.split("/", 3)[3])
        return self.get(answer.headers["location"]) if answer.status_code == 303 else answer

    def post(self, path: str, fields: Mapping[str, str], **more: Any) -> httpx.Response:
        headers = {"content-type": "application/x-www-form-urlencoded"} | more.pop("headers", {})
        return self.ask("POST", path, content=urlencode(fields), headers=headers, **more)

    def opine(self, document: str, **fields: str) -> httpx.Response:
        """Opens the form and sends it."""
        form = FORM.search(self.get(f"/d/{document}/opinion").text)
        assert form is not None
        sent = {"form": html.unescape(form.group(1)), "stance": "amend", "text": "sửa"} | fields
        return self.post(f"/d/{document}/opinion", sent)
