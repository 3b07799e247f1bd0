"""The programme on a phone: what is on, one's own presentations, and the hand-in of their texts.

Anybody may see the programme; presentations are registered by a delegate who has scanned his own label.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import dataclass
from pathlib import Path

import anyio
from anyio import to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from congress_desk.domain.agenda_times import Timed
from congress_desk.domain.delegates import Delegate, Standing
from congress_desk.domain.journal import new_id
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.domain.speeches import BEFORE_SPEAKING, USUAL_MINUTES, Draft, Entry, Speech, SpeechId, SpeechState
from congress_desk.plumbing import programme_words
from congress_desk.plumbing.sentences import sentence
from congress_desk.portal.opining import BadForm, form_fields
from congress_desk.portal.pages import manner_of, page
from congress_desk.portal.session import Pocket
from congress_desk.portal.uploading import AT_ONCE, MOST_FILE_BYTES, BadUpload, Upload, received_upload
from congress_desk.portal.visiting import Portal, on_refusal, on_trouble, told
from congress_desk.portal.words import TEXTS
from congress_desk.services.programme import Programme

MOST_OF_ONE_DELEGATE = 10
_OPEN = BEFORE_SPEAKING | {SpeechState.HANDED_IN}
_NO_TEXT = frozenset({Problem.NOT_A_TEXT, Problem.DOCUMENT_LOCKED, Problem.DOCUMENT_TOO_LARGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What stands in the form: as it is opened, or as it came back."""

    topic: str = ""
    group: str = ""
    draft: str = Draft.OWN.value
    problem: str = ""


class ProgrammePages:
    def __init__(self, portal: Portal, programme: Programme) -> None:
        self._portal = portal
        self._programme = programme
        self._room = anyio.CapacityLimiter(AT_ONCE)

    def agenda(self, request: Request) -> Response:
        """Degrades to a sentence where there is no programme."""
        times = self._programme.agenda.timeline()
        bands: dict[str, list[Timed]] = {}
        for timed in times:
            bands.setdefault(timed.sitting.id, []).append(timed)
        found = self._programme.agenda.now_and_next()
        return page(
            request,
            "agenda.html",
            self._portal.library.portal.heading(),
            bands=list(bands.values()),
            found=found,
            kinds=programme_words,
        )

    def own(self, request: Request) -> Response:
        pocket, delegate = self._delegate(request)
        return self._portal.keep(self._shown(request, pocket, delegate, Form()), request, pocket)

    async def register(self, request: Request) -> Response:
        try:
            fields = await form_fields(request)
            return await to_thread.run_sync(self._registered, request, fields)
        except (BadForm, TimeoutError, ClientDisconnect):
            return told(request, 400, TEXTS["bad_form"])
        except Refusal as refusal:
            return on_refusal(request, refusal)

    async def hand_in(self, request: Request) -> Response:
        """Few at once, each whole in memory for a moment; who comes then waits in line."""
        try:
            async with self._room:
                upload = await received_upload(request)
                return await to_thread.run_sync(self._given, request, upload)
        except (BadForm, BadUpload, TimeoutError, ClientDisconnect):
            return told(request, 400, TEXTS["bad_form"])
        except Refusal as refusal:
            return on_refusal(request, refusal)
        except Trouble as trouble:
            return on_trouble(request, trouble)

    def _delegate(self, request: Request) -> tuple[Pocket, Delegate]:
        """Whoever has scanned his own label. Refusal: DELEGATE_NEEDED, BARRED."""
        pocket = self._portal.pocket(request)
        delegate = self._portal.visitor(pocket).delegate
        if delegate is None:
            raise Refusal(Reason.DELEGATE_NEEDED, title="")
        if delegate.standing in (Standing.BARRED, Standing.WITHDRAWN):
            raise Refusal(Reason.BARRED)
        return pocket, delegate

    def _registered(self, request: Request, fields: dict[str, str]) -> Response:
        pocket, delegate = self._delegate(request)
        number = self._number(pocket, "speech", fields.get("form", ""))
        draft = Draft.UPPER if fields.get("draft") == Draft.UPPER else Draft.OWN
        form = Form(topic=fields.get("topic", "")[:500], group=fields.get("group", "")[:200], draft=draft.value)
        speeches = self._programme.speeches
        if len(speeches.of_delegate(delegate.id)) >= MOST_OF_ONE_DELEGATE:
            raise Refusal(Reason.SPEECHES_CLOSED)
        if not self._portal.limits.opinions.take(pocket.device):
            return told(request, 429, TEXTS["too_fast"])
        entry = Entry(topic=form.topic, delegate=delegate.id, group=form.group, draft=draft, minutes=USUAL_MINUTES)
        try:
            speeches.register(entry, speech=SpeechId(number), by_portal=True)
        except Refusal as refusal:
            if refusal.reason is not Reason.BAD_VALUE:
                raise
            missing = TEXTS["topic_needed"]
            problem = manner_of(request).say(missing)
            again = Form(topic=form.topic, group=form.group, draft=form.draft, problem=problem)
            return self._shown(request, pocket, delegate, again, status=422)
        return RedirectResponse("/speeches", status_code=303)

    def _given(self, request: Request, upload: Upload) -> Response:
        pocket, delegate = self._delegate(request)
        speech = self._own_speech(delegate, str(request.path_params["speech"]))
        self._number(pocket, speech.id, upload.form)
        if not self._portal.limits.uploads.take(pocket.device):
            return told(request, 429, TEXTS["too_fast"])
        try:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "text"
                path.write_bytes(upload.content)
                self._programme.speeches.give_text(speech.id, path, name=upload.name or "–", by_portal=True)
        except Trouble as trouble:
            if trouble.problem not in _NO_TEXT:
                raise
            named = Trouble(trouble.problem, **{**trouble.details, "path": upload.name})
            problem = sentence(manner_of(request).say, named)
            return self._shown(request, pocket, delegate, Form(problem=problem), status=422)
        return RedirectResponse("/speeches", status_code=303)

    def _own_speech(self, delegate: Delegate, named: str) -> Speech:
        """Refusal: NO_SUCH_SPEECH, also for one of somebody else."""
        own = self._programme.speeches.of_delegate(delegate.id)
        found = next((one for one in own if one.id == named and one.state in _OPEN), None)
        if found is None:
            raise Refusal(Reason.NO_SUCH_SPEECH)
        return found

    def _number(self, pocket: Pocket, about: str, sealed: str) -> str:
        """The number that our own form carried for this matter and this phone."""
        match self._portal.pockets.opened(sealed):
            case [number, of, device] if of == about and device == pocket.device:
                return number
        raise BadForm

    def _shown(
        self, request: Request, pocket: Pocket, delegate: Delegate, form: Form, *, status: int = 200
    ) -> Response:
        own = self._programme.speeches.of_delegate(delegate.id)
        is_open = self._portal.library.settings.settings().speeches_open
        number = new_id(dt.datetime.now(dt.UTC))
        seal = self._portal.pockets.seal
        return page(
            request,
            "speeches.html",
            self._portal.library.portal.heading(),
            status=status,
            delegate=delegate,
            own=own,
            open_states=_OPEN,
            states=programme_words.SPEECH_STATES,
            drafts=programme_words.DRAFTS,
            form=form,
            groups=list(dict.fromkeys(g.name for g in self._programme.speeches.groups() if g.name)),
            room=is_open and len(own) < MOST_OF_ONE_DELEGATE,
            closed=not is_open,
            most=MOST_FILE_BYTES // 1_000_000,
            sealed=seal(number, "speech", pocket.device),
            sealed_for={speech.id: seal(number, speech.id, pocket.device) for speech in own},
        )
