"""A record of the desk is voided by another event; nothing is changed or deleted, but for a face template it gave."""

from __future__ import annotations

import datetime as dt

from congress_desk.domain.journal import Event, EventId, Kind
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.floor import Act

VOIDABLE = (
    Kind.ARRIVED,
    Kind.LEFT,
    Kind.EXCUSED,
    Kind.ABSENCE_REQUESTED,
    Kind.ABSENCE_OPINION,
    Kind.ABSENCE_REFUSED,
)


def void_record(act: Act, event: EventId, reason: str, *, minutes: int | None) -> Event:
    """minutes: the desk's own time for it, None for a supervisor. The template of a voided check-in goes with it.

    Refusal: REASON_NEEDED, NO_SUCH_EVENT, CANNOT_BE_VOIDED, UNDO_OTHER_DESK, UNDO_TOO_LATE, ALREADY_VOIDED.
    """
    if not reason.strip():
        raise Refusal(Reason.REASON_NEEDED)
    found = act.work.journal.find(event)
    if found is None:
        raise Refusal(Reason.NO_SUCH_EVENT, event=event)
    if found.kind not in VOIDABLE:
        raise Refusal(Reason.CANNOT_BE_VOIDED, event=event)
    if minutes is not None and found.desk != act.work.journal.desk:
        raise Refusal(Reason.UNDO_OTHER_DESK, event=event, desk=found.desk)
    if minutes is not None and act.now - found.recorded_at > dt.timedelta(minutes=minutes):
        raise Refusal(Reason.UNDO_TOO_LATE, event=event, minutes=minutes)
    if act.work.journal.void_of(found.id) is not None:
        raise Refusal(Reason.ALREADY_VOIDED, event=event)
    body: dict[str, object] = {"reason": reason.strip(), "kind": found.kind.value}
    erased = act.work.templates.drop([found.id]) if found.kind is Kind.ARRIVED else 0
    if erased:
        body["templates_erased"] = erased
    return act.write(Kind.VOIDED, session=found.session, delegate=found.delegate, about=found.id, body=body)
