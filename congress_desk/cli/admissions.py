"""How the desk's decision is told: the same keys whatever the way of identification was."""

from __future__ import annotations

from typing import Any

from congress_desk.cli.doors import REFUSED, Answer, Counter
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.journal import Event
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.plumbing.sentences import reason_sentence
from congress_desk.services.checkin import Admission


def answered(admission: Admission, at: Counter) -> Answer:
    """Keys: status, reason, event, delegate, full_name, first; when refused also message and candidates."""
    delegate = admission.delegate
    shown: dict[str, Any] = {
        "status": admission.status,
        "reason": admission.reason.value if admission.reason else None,
        "event": admission.event.id if admission.event else None,
        "delegate": delegate.id if delegate else None,
        "full_name": delegate.sheet.full_name if delegate else None,
        "first": _first(admission.first, at),
    }
    if admission.reason is None:
        name = delegate.sheet.full_name if delegate else ""
        return Answer(json=shown, lines=[at.say("Recorded: {name}", name=name)])
    return _refused(shown, admission.reason, admission, at)


def nobody_picked(refusal: Refusal, at: Counter) -> Answer:
    """A name that leads to nobody or to several is an answer of the desk, with the same keys."""
    ambiguous = refusal.reason is Reason.AMBIGUOUS
    reason = Reason.AMBIGUOUS if ambiguous else Reason.UNKNOWN
    ids = refusal.details.get("candidates", ())
    people = tuple(at.desk.registry.delegate(i) for i in ids) if isinstance(ids, tuple) else ()
    return answered(Admission(status="refused", reason=reason, details={"what": "name"}, candidates=people), at)


def nothing_read(what: str, at: Counter) -> Answer:
    """A picture in which there is no code at all."""
    return answered(Admission(status="refused", reason=Reason.UNKNOWN, details={"what": what}), at)


def recorded(event: Event, delegate: Delegate, at: Counter) -> Answer:
    shown = {"status": "ok", "reason": None, "event": event.id, "delegate": delegate.id}
    return Answer(
        json=shown | {"full_name": delegate.sheet.full_name},
        lines=[at.say("Recorded: {name}", name=delegate.sheet.full_name)],
    )


def named(people: tuple[Delegate, ...]) -> list[dict[str, Any]]:
    return [{"delegate": d.id, "full_name": d.sheet.full_name, "delegation": d.sheet.delegation} for d in people]


def _refused(shown: dict[str, Any], reason: Reason, admission: Admission, at: Counter) -> Answer:
    told = reason_sentence(at.say, reason, admission.details, at.zone)
    shown["message"] = told
    if admission.candidates:
        shown["candidates"] = named(admission.candidates)
    name = [admission.delegate.sheet.full_name] if admission.delegate else []
    choices = [f"{d.id}  {d.sheet.full_name}  ·  {d.sheet.delegation}" for d in admission.candidates]
    return Answer(json=shown, lines=[*name, told, *choices], status=REFUSED)


def _first(event: Event | None, at: Counter) -> dict[str, Any] | None:
    if event is None:
        return None
    return {
        "event": event.id,
        "at": at.iso(event.happened_at),
        "desk": event.desk,
        "method": event.body.get("method"),
    }
