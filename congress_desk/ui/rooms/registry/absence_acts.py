"""Leave in the side panel: the request, and each step after it, as the form gives them; decided here, without Qt."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.absences import AbsenceCase, CaseState, Organ
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import EventId, SessionId
from congress_desk.services.absences import AbsencesService
from congress_desk.ui.rooms.registry.scene import Scene
from congress_desk.ui.rooms.registry.state import Fact, Form


class Step(StrEnum):
    """What can be written next."""

    REQUEST = "request"
    AGREES = "agrees"
    DISAGREES = "disagrees"
    HEAD_ALLOWS = "head_allows"
    PRESIDIUM_ACCEPTS = "presidium_accepts"
    PRESIDIUM_REFUSES = "presidium_refuses"
    CONVENING_ACCEPTS = "convening_accepts"
    CONVENING_REFUSES = "convening_refuses"


_ACCEPTS = {
    Step.HEAD_ALLOWS: Organ.HEAD,
    Step.PRESIDIUM_ACCEPTS: Organ.PRESIDIUM,
    Step.CONVENING_ACCEPTS: Organ.CONVENING,
}
_REFUSES = {Step.PRESIDIUM_REFUSES: Organ.PRESIDIUM, Step.CONVENING_REFUSES: Organ.CONVENING}
_FACTS = {
    CaseState.ASKED: Fact.ABSENCE_ASKED,
    CaseState.HEARD: Fact.ABSENCE_HEARD,
    CaseState.ACCEPTED: Fact.ABSENCE_ACCEPTED,
    CaseState.REFUSED: Fact.ABSENCE_REFUSED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenStep:
    """As typed. absence: None with a new request. by: who asks, speaks or decides. words: the reason, or a note."""

    step: Step
    absence: EventId | None = None
    session: SessionId | None = None  # of a new request; None for the whole congress
    by: str = ""
    words: str = ""
    in_writing: bool = True
    day: dt.date


def steps_after(case: AbsenceCase, *, heads: bool) -> tuple[Step, ...]:
    """heads: the delegate belongs to a delegation, whose head is heard first."""
    decisions = (
        Step.PRESIDIUM_ACCEPTS,
        Step.PRESIDIUM_REFUSES,
        Step.CONVENING_ACCEPTS,
        Step.CONVENING_REFUSES,
    )
    if heads and case.state is CaseState.ASKED:
        half_a_day = (Step.HEAD_ALLOWS,) if case.session is not None else ()
        return (Step.AGREES, Step.DISAGREES, *half_a_day)
    return decisions


class AbsenceActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def write(self, written: WrittenStep) -> None:
        """The step as one event; what is missing is told at its field."""
        chosen = self._scene.state.chosen
        if chosen is None:
            return
        if wrong := _missing(written):
            self._scene.show(wrong=wrong)
            return
        who, absences, at = chosen.delegate.id, self._scene.desk.absences, self._moment(written.day)
        self._scene.show(saving=True, wrong={})
        self._scene.run(lambda: _carried_out(absences, who, written, at), self._on_written)

    def _on_written(self, case: AbsenceCase) -> None:
        chosen = self._scene.state.chosen
        self._scene.show(form=Form.NONE, wrong={}, saving=False)
        name = chosen.delegate.sheet.full_name if chosen is not None else ""
        self._scene.tell(_FACTS[case.state], name=name)

    def _moment(self, day: dt.date) -> dt.datetime | None:
        """Now for today; noon of another day, whose hour nobody wrote down."""
        zone = self._scene.state.zone
        today = dt.datetime.now(zone).date()
        return None if day == today else dt.datetime.combine(day, dt.time(12), zone)


def _missing(written: WrittenStep) -> dict[str, str]:
    needed = {"words": written.words} if written.step is Step.REQUEST else {"by": written.by}
    if written.step in _REFUSES:
        needed["words"] = written.words
    return {name: "missing" for name, text in needed.items() if not text.strip()}


def _carried_out(
    absences: AbsencesService, who: DelegateId, written: WrittenStep, at: dt.datetime | None
) -> AbsenceCase:
    if written.absence is None:
        return absences.request(
            who,
            written.session,
            reason=written.words,
            asked_by=written.by,
            written=written.in_writing,
            at=at,
        )
    if organ := _ACCEPTS.get(written.step):
        return absences.accept(written.absence, organ, by=written.by, note=written.words, at=at)
    if organ := _REFUSES.get(written.step):
        return absences.refuse(written.absence, organ, by=written.by, note=written.words, at=at)
    agrees = written.step is Step.AGREES
    return absences.give_opinion(written.absence, by=written.by, agrees=agrees, note=written.words, at=at)
