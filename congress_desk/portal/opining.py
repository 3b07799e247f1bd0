"""The form for an opinion. What is acknowledged is in the congress file; the same form twice is one opinion."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from urllib.parse import parse_qs

import anyio
from anyio import to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from congress_desk.domain.documents import AskOpinions, Document
from congress_desk.domain.journal import new_id
from congress_desk.domain.opinions import MOST_LETTERS, OpinionId, Stance
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.plumbing.sentences import reason_sentence
from congress_desk.portal.pages import manner_of, page
from congress_desk.portal.session import Pocket
from congress_desk.portal.visiting import Portal, on_refusal, told
from congress_desk.portal.words import TEXTS
from congress_desk.services.portal import Reading

_BODY_SECONDS = 15
_FIELDS = 10
_SHOWN_AGAIN = frozenset({Reason.OPINION_NEEDS_WORDS, Reason.OPINION_TOO_LONG})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stands in the form: as it is opened, or as it came back."""

    part: str = ""
    stance: str = ""
    text: str = ""
    problem: str = ""


class BadForm(Exception):  # noqa: N818
    """It was not made by our page, or is no form."""


class Opining:
    def __init__(self, portal: Portal) -> None:
        self._portal = portal

    def form(self, request: Request) -> Response:
        pocket, reading = self._portal.opened(request)
        if reading.document.card.opinions is AskOpinions.NO:
            raise Refusal(Reason.OPINIONS_CLOSED, title=reading.document.card.title)
        return self._portal.keep(self._shown(request, pocket, reading, Draft()), request, pocket)

    async def send(self, request: Request) -> Response:
        try:
            fields = await form_fields(request)
        except (BadForm, TimeoutError, ClientDisconnect):
            return told(request, 400, TEXTS["bad_form"])
        try:
            return await to_thread.run_sync(self._received, request, fields)
        except BadForm:
            return told(request, 400, TEXTS["bad_form"])
        except Refusal as refusal:
            return on_refusal(request, refusal)

    def thanks(self, request: Request) -> Response:
        pocket, reading = self._portal.opened(request)
        heading = self._portal.library.portal.heading()
        number = str(request.query_params.get("number", ""))[:40]
        own = self._portal.library.portal.own_opinions(reading)
        shown = page(request, "thanks.html", heading, document=reading.document, number=number, own=own)
        return self._portal.keep(shown, request, pocket)

    def _received(self, request: Request, fields: dict[str, str]) -> Response:
        pocket, reading = self._portal.opened(request)
        opinion = self._number(pocket, reading.document, fields.get("form", ""))
        draft = Draft(part=fields.get("part", ""), stance=fields.get("stance", ""), text=fields.get("text", ""))
        if draft.stance not in tuple(Stance):
            raise BadForm
        if not self._portal.limits.opinions.take(pocket.device):
            return told(request, 429, TEXTS["too_fast"])
        try:
            self._portal.library.opinions.receive(
                opinion,
                reading.document.id,
                stance=Stance(draft.stance),
                text=draft.text,
                part=draft.part,
                delegate=reading.reader.id if reading.reader else None,
            )
        except Refusal as refusal:
            if refusal.reason not in _SHOWN_AGAIN:
                raise
            problem = reason_sentence(manner_of(request).say, refusal.reason, refusal.details)
            again = Draft(part=draft.part, stance=draft.stance, text=draft.text[:MOST_LETTERS], problem=problem)
            return self._shown(request, pocket, reading, again, status=422)
        return RedirectResponse(f"/d/{reading.document.id}/thanks?number={opinion[-12:]}", status_code=303)

    def _shown(
        self, request: Request, pocket: Pocket, reading: Reading, draft: Draft, *, status: int = 200
    ) -> Response:
        number = new_id(dt.datetime.now(dt.UTC))
        return page(
            request,
            "opinion.html",
            self._portal.library.portal.heading(),
            status=status,
            document=reading.document,
            reader=reading.reader,
            named=reading.document.card.opinions is AskOpinions.NAMED,
            draft=draft,
            stances=tuple(Stance),
            most=MOST_LETTERS,
            form=self._portal.pockets.seal(number, reading.document.id, pocket.device),
        )

    def _number(self, pocket: Pocket, document: Document, sealed: str) -> OpinionId:
        """The number that our own form carried for this document and this phone."""
        match self._portal.pockets.opened(sealed):
            case [number, of, device] if of == document.id and device == pocket.device:
                return OpinionId(number)
        raise BadForm


async def form_fields(request: Request) -> dict[str, str]:
    """Raises BadForm, TimeoutError, ClientDisconnect."""
    with anyio.fail_after(_BODY_SECONDS):
        body = await request.body()
    try:
        text = body.decode("ascii")
        parsed = parse_qs(text, keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=_FIELDS)
    except ValueError as error:
        raise BadForm from error
    return {name: values[0] for name, values in parsed.items()}
