"""Templates and what every page needs: language, look, direction. Autoescape is on for all of them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from congress_desk.domain.records import Heading
from congress_desk.plumbing import document_words
from congress_desk.plumbing.resources import resource
from congress_desk.plumbing.texts import Language, Words
from congress_desk.portal.words import PortalTexts, language_for, words_in

LANGUAGE, LOOK, SIZE = "lang", "look", "size"
CHOICES: Mapping[str, tuple[str, ...]] = {
    LANGUAGE: tuple(Language),
    LOOK: ("phone", "light", "dark"),
    SIZE: ("normal", "large"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How this phone wants its pages."""

    language: Language
    look: str
    size: str

    @property
    def say(self) -> Words:
        return words_in(self.language)


def manner_of(request: Request) -> Manner:
    cookies = request.cookies
    look, size = cookies.get(LOOK, ""), cookies.get(SIZE, "")
    return Manner(
        language=language_for(cookies.get(LANGUAGE, ""), request.headers.get("accept-language", "")),
        look=look if look in CHOICES[LOOK] else "phone",
        size=size if size in CHOICES[SIZE] else "normal",
    )


@lru_cache(maxsize=1)
def style() -> tuple[str, bytes]:
    """The name of the style sheet, which changes with its content, and the sheet."""
    css = resource("portal", "portal.css").read_bytes()
    return f"portal-{hashlib.sha256(css).hexdigest()[:12]}.css", css


@lru_cache(maxsize=1)
def _environment() -> Environment:
    loader = FileSystemLoader(resource("portal"))
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    made.trim_blocks = made.lstrip_blocks = True
    made.globals.update(languages=tuple(Language), words=document_words, style=style()[0])
    return made


def page(
    request: Request, template: str, heading: Heading | None, *, status: int = 200, **values: Any
) -> HTMLResponse:
    manner = manner_of(request)
    say = manner.say
    text = (
        _environment()
        .get_template(template)
        .render(
            manner=manner,
            say=say,
            t=PortalTexts(say),
            heading=heading,
            here="/" + request.url.path.lstrip("/"),
            day=lambda moment: say.date(_local(moment, heading).date()),
            hour=lambda moment: say.time(_local(moment, heading)),
            **values,
        )
    )
    return HTMLResponse(text, status_code=status)


def rendered(template: str, **values: Any) -> str:
    """A template that is no page for phones."""
    return _environment().get_template(template).render(**values)


def _local(moment: dt.datetime, heading: Heading | None) -> dt.datetime:
    return moment.astimezone(heading.printed_at.tzinfo) if heading else moment
