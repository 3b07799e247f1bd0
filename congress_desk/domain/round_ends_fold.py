"""How a round of an election ends, folded: the sample, the seal, and what the congress decided afterwards."""

from __future__ import annotations

from dataclasses import replace

from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.election_results import result_from
from congress_desk.domain.elections import Audit, Confirmed, Round, Seal
from congress_desk.domain.journal import Event


def confirmed(event: Event) -> Confirmed:
    return Confirmed(by=tuple(event.body["by"]), at=event.happened_at, note=event.body.get("note", ""))


def audit_drawn(one: Round, event: Event) -> Round:
    body = event.body
    audit = Audit(seed=body["seed"], sheets=tuple(body["sheets"]), batch=body["batch"], population=body["population"])
    return replace(one, audit=audit)


def audit_checked(one: Round, event: Event) -> Round:
    if one.audit is None:
        return one
    checked = {**one.audit.checked, **event.body["checked"]}
    by = tuple(dict.fromkeys((*one.audit.by, *event.body["by"])))
    return replace(one, audit=replace(one.audit, checked=checked, by=by))


def seal_from(event: Event) -> Seal:
    body = event.body
    return Seal(
        by=tuple(body["by"]),
        at=event.happened_at,
        result=result_from(body["result"]),
        digest=body["digest"],
        unaudited=body.get("unaudited", ""),
    )


def sealed(one: Round, event: Event) -> Round:
    return replace(one, seal=seal_from(event))


def void(one: Round, event: Event) -> Round:
    body = event.body
    return replace(one, void_reason=body["reason"], void_by=tuple(body["by"]), void_at=event.happened_at)


def tie_left(one: Round, event: Event) -> Round:
    return replace(one, ties_left=(*one.ties_left, confirmed(event)))


def alternates_taken(one: Round, event: Event) -> Round:
    taken = tuple(CandidateId(c) for c in event.body["candidates"])
    return replace(one, alternates_taken=(*one.alternates_taken, *taken))
