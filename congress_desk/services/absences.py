"""Leave asked for, step by step: the written request, the head of delegation, the decision; each an event by name."""

from __future__ import annotations

import datetime as dt
from typing import Any

from congress_desk.domain.absences import (
    ABSENCE_KINDS,
    AbsenceCase,
    Organ,
    fold_absences,
    may_ask,
    may_decide,
)
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import EventId, Kind, SessionId
from congress_desk.domain.names import tidy_name
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.floor import Act, Floor, the_delegate, the_session
from congress_desk.services.ports.store import Work


class AbsencesService:
    def __init__(self, floor: Floor) -> None:
        self._floor = floor

    def cases(self, delegate: DelegateId | None = None) -> tuple[AbsenceCase, ...]:
        """In order of asking; of one delegate, or of all."""
        with self._floor.reading() as work:
            return tuple(case for case in absences_in(work) if delegate in (None, case.delegate))

    def case(self, absence: EventId) -> AbsenceCase:
        """Refusal: NO_SUCH_ABSENCE."""
        with self._floor.reading() as work:
            return _the_case(work, absence)

    def request(
        self,
        delegate: DelegateId,
        session: SessionId | None,
        *,
        reason: str,
        asked_by: str = "",
        written: bool = True,
        at: dt.datetime | None = None,
    ) -> AbsenceCase:
        """session: None for the whole congress. asked_by: the delegate himself where it is empty. at: received.

        Refusal: REASON_NEEDED, NO_SUCH_DELEGATE, NO_SUCH_SESSION, ABSENCE_ASKED_ALREADY.
        """
        if not reason.strip():
            raise Refusal(Reason.REASON_NEEDED)
        with self._floor.act() as act:
            person = the_delegate(act.work, delegate)
            if session is not None:
                the_session(act.work, session)
            may_ask(absences_in(act.work), delegate, session)
            body = {
                "reason": reason.strip(),
                "asked_by": tidy_name(asked_by) or person.sheet.full_name,
                "written": written,
            }
            event = act.write(Kind.ABSENCE_REQUESTED, at=at, session=session, delegate=delegate, body=body)
            return _the_case(act.work, event.id)

    def give_opinion(
        self, absence: EventId, *, by: str, agrees: bool, note: str = "", at: dt.datetime | None = None
    ) -> AbsenceCase:
        """Of the head of delegation; a later one takes the place of an earlier one until it is decided.

        Refusal: BAD_VALUE, NO_SUCH_ABSENCE, ABSENCE_DECIDED.
        """
        name = _named(by)
        with self._floor.act() as act:
            case = _the_case(act.work, absence)
            if not case.is_open:
                raise Refusal(Reason.ABSENCE_DECIDED, absence=absence)
            body = {"by": name, "agrees": agrees, "note": note.strip()}
            return _written(act, Kind.ABSENCE_OPINION, case, body, at)

    def accept(
        self, absence: EventId, organ: Organ, *, by: str, note: str = "", at: dt.datetime | None = None
    ) -> AbsenceCase:
        """From now on it is an excuse. by: who answers for it by name.

        Refusal: BAD_VALUE, NO_SUCH_ABSENCE, ABSENCE_DECIDED, HEAD_NOT_HEARD, HEAD_HALF_A_DAY.
        """
        name = _named(by)
        with self._floor.act() as act:
            case = self._decidable(act.work, absence, organ, accepts=True)
            body = {
                "reason": case.reason,
                "scope": case.scope.value,
                "allowed_by": name,
                "with_leave": True,
                "organ": organ.value,
                "note": note.strip(),
            }
            return _written(act, Kind.EXCUSED, case, body, at)

    def refuse(
        self, absence: EventId, organ: Organ, *, by: str, note: str, at: dt.datetime | None = None
    ) -> AbsenceCase:
        """note: why. Refusal: REASON_NEEDED, BAD_VALUE, NO_SUCH_ABSENCE, ABSENCE_DECIDED, HEAD_NOT_HEARD."""
        name = _named(by)
        if not note.strip():
            raise Refusal(Reason.REASON_NEEDED)
        with self._floor.act() as act:
            case = self._decidable(act.work, absence, organ, accepts=False)
            body = {"by": name, "organ": organ.value, "note": note.strip()}
            return _written(act, Kind.ABSENCE_REFUSED, case, body, at)

    def _decidable(self, work: Work, absence: EventId, organ: Organ, *, accepts: bool) -> AbsenceCase:
        case = _the_case(work, absence)
        heads = bool(the_delegate(work, case.delegate).sheet.delegation)
        may_decide(case, absences_in(work), organ, accepts=accepts, heads=heads)
        return case


def absences_in(work: Work) -> tuple[AbsenceCase, ...]:
    return fold_absences(work.journal.of_kinds(ABSENCE_KINDS))


def _the_case(work: Work, absence: EventId) -> AbsenceCase:
    for case in absences_in(work):
        if case.id == absence:
            return case
    raise Refusal(Reason.NO_SUCH_ABSENCE, absence=absence)


def _named(by: str) -> str:
    name = tidy_name(by)
    if not name:
        raise Refusal(Reason.BAD_VALUE, field="decided_by")
    return name


def _written(act: Act, kind: Kind, case: AbsenceCase, body: dict[str, Any], at: dt.datetime | None) -> AbsenceCase:
    act.write(kind, at=at, session=case.session, delegate=case.delegate, about=case.id, body=body)
    return _the_case(act.work, case.id)
