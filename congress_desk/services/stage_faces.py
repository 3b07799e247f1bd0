"""From what the operator chose to what the hall sees, by the facts of this moment.

A face whose facts are gone (a speaker who withdrew, a document that was recalled, a cue that was removed) becomes
the agenda or the congress's title: never an old name, never an error.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import fold, session_of_the_clock
from congress_desk.domain.charts import ShownChart
from congress_desk.domain.cues import CUE_KINDS, Cue, fold_cues
from congress_desk.domain.documents import DocumentId, may_be_handed_out
from congress_desk.domain.journal import Event, Kind
from congress_desk.domain.quorum import session_status
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.stage import (
    AgendaFace,
    AttendanceFace,
    BlackFace,
    ChartFace,
    Choice,
    ClipFace,
    DocumentFace,
    ElectionFace,
    Face,
    FaceKind,
    ResultFace,
    SpeakerFace,
    TitleFace,
    VoteShown,
    WelcomeFace,
)
from congress_desk.services.charts import ChartsService
from congress_desk.services.congress import rules_of
from congress_desk.services.documents_parts import the_document
from congress_desk.services.portal_settings import PortalSettingsService
from congress_desk.services.ports.stage import StageSources, SymbolRows
from congress_desk.services.ports.store import Work
from congress_desk.services.roster import Roster


class Faces:
    """check(): may it be taken. made(): the face, whatever has happened meanwhile."""

    def __init__(
        self,
        roster: Roster,
        portal: PortalSettingsService,
        symbol: SymbolRows,
        sources: StageSources,
        charts: ChartsService,
    ) -> None:
        self._roster = roster
        self._portal = portal
        self._symbol = lru_cache(maxsize=64)(symbol)
        self.sources = sources
        self._charts = charts

    def check(self, work: Work, choice: Choice) -> None:
        """Refusal: see services.stage.StageService.take."""
        if choice.kind is FaceKind.DOCUMENT and choice.about:
            may_be_handed_out(the_document(work, DocumentId(choice.about)))
        if choice.kind is FaceKind.CLIP and _cue(work, choice.about) is None:
            raise Refusal(Reason.NO_SUCH_CUE)
        if choice.kind in (FaceKind.RESULT, FaceKind.ELECTION) and choice.result is None:
            raise Refusal(Reason.BAD_VALUE, field="result")
        if choice.kind is FaceKind.CHART and choice.about not in list(ShownChart):
            raise Refusal(Reason.BAD_VALUE, field="chart")

    def made(self, work: Work, choice: Choice, now: dt.datetime) -> Face:
        found = self._made(work, choice, now)
        return found or self._agenda(now) or _title(work, Choice(kind=FaceKind.TITLE))

    def _made(self, work: Work, choice: Choice, now: dt.datetime) -> Face | None:
        match choice.kind:
            case FaceKind.BLACK:
                return BlackFace()
            case FaceKind.TITLE:
                return _title(work, choice)
            case FaceKind.ATTENDANCE:
                return self._attendance(work, now)
            case FaceKind.AGENDA:
                return self._agenda(now)
            case FaceKind.SPEAKER:
                return self._speaker(now)
            case FaceKind.DOCUMENT:
                return self._document(work, choice.about)
            case FaceKind.CLIP:
                return _clip(work, choice.about)
            case FaceKind.CHART:
                return self._chart(work, choice.about, now)
            case FaceKind.RESULT | FaceKind.ELECTION:
                return _result(choice)

    def _agenda(self, now: dt.datetime) -> AgendaFace | None:
        return self.sources.agenda(now)

    def _speaker(self, now: dt.datetime) -> SpeakerFace | None:
        return self.sources.speaker(now)

    def _attendance(self, work: Work, now: dt.datetime) -> AttendanceFace | None:
        session = session_of_the_clock(work.sessions.all(), now)
        if session is None:
            return None
        folded = fold(session, work.journal.of_session(session.id))
        status = session_status(folded, self._roster.read(work), rules_of(work).quorum)
        zone = ZoneInfo(work.congress.get().zone)
        total, quorum = status.total, status.quorum
        return AttendanceFace(
            session=session.name,
            convened=total.convened,
            present=total.present,
            excused=total.excused,
            absent=total.absent + total.left,
            needed=quorum.needed,
            reached=quorum.reached,
            reached_at=quorum.at.astimezone(zone) if quorum.at else None,
        )

    def _chart(self, work: Work, about: str, now: dt.datetime) -> ChartFace | None:
        """None where there is no session, or nobody is on the list."""
        until = now.astimezone(ZoneInfo(work.congress.get().zone)).replace(second=0, microsecond=0)
        if about in (ShownChart.OVER_TIME, ShownChart.PRESENCE):
            session = session_of_the_clock(work.sessions.all(), now)
            if session is None:
                return None
            curve, presence = self._charts.of_session_in(work, session)
            return ChartFace(chart=curve if about == ShownChart.OVER_TIME else presence, until=until)
        found = (chart for chart in self._charts.composition_in(work) if chart.part.value == about)
        chart = next(found, None)
        return ChartFace(chart=chart, until=until) if chart else None

    def _document(self, work: Work, about: str) -> DocumentFace | None:
        """Without a document: the congress's own page."""
        base, wireless = self._portal.base(), self._portal.settings().wireless
        wifi = wireless.name if wireless else ""
        if not about:
            address = f"{base}/"
            title = work.congress.get().title
            return DocumentFace(title=title, number="", address=address, symbol=self._symbol(address), wifi=wifi)
        try:
            document = the_document(work, DocumentId(about))
            may_be_handed_out(document)
        except Refusal:
            return None
        address = f"{base}/d/{document.id}"
        card = document.card
        return DocumentFace(
            title=card.title, number=card.number, address=address, symbol=self._symbol(address), wifi=wifi
        )


def newest_arrival(work: Work, now: dt.datetime) -> tuple[WelcomeFace, dt.datetime] | None:
    """Who checked in last in the session of the clock, and when it was written."""
    session = session_of_the_clock(work.sessions.all(), now)
    if session is None:
        return None
    events = work.journal.of_session(session.id)
    voided = {event.about for event in events if event.kind is Kind.VOIDED}
    arrivals = [e for e in events if e.kind is Kind.ARRIVED and e.id not in voided and e.delegate]
    if not arrivals:
        return None
    newest: Event = max(arrivals, key=lambda event: event.recorded_at)
    assert newest.delegate is not None
    person = work.delegates.get(newest.delegate)
    if person is None:
        return None
    sheet = person.sheet
    face = WelcomeFace(name=sheet.full_name, delegation=sheet.delegation, seat=sheet.seat, photo=person.photo or "")
    return face, newest.recorded_at


def _title(work: Work, choice: Choice) -> TitleFace:
    if choice.title.strip():
        return TitleFace(title=choice.title.strip(), more=choice.more.strip())
    congress = work.congress.get()
    return TitleFace(title=congress.title, more=congress.convening_body)


def _cue(work: Work, name: str) -> Cue | None:
    return next((cue for cue in fold_cues(work.journal.of_kinds(CUE_KINDS)) if cue.id == name), None)


def _clip(work: Work, name: str) -> ClipFace | None:
    cue = _cue(work, name)
    if cue is None:
        return None
    return ClipFace(
        cue=cue.id,
        title=cue.title,
        file=cue.file,
        still=cue.still,
        moving=cue.looked.moving,
        playable=cue.plays,
    )


def _result(choice: Choice) -> Face | None:
    if choice.result is None:
        return None
    if isinstance(choice.result, VoteShown):
        return ResultFace(vote=choice.result)
    return ElectionFace(election=choice.result)
