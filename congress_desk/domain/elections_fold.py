"""Elections folded from the journal: what stands after every act, and what was taken back.

An act is taken back by a later event that names it; whatever the order in which desks' journals are joined, the
same acts stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from congress_desk.domain.ballot_batches import Voided
from congress_desk.domain.ballot_forms import BallotKind
from congress_desk.domain.ballot_readings import form_from
from congress_desk.domain.batches_fold import batches_of
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.election_lists import ballot_order, candidate_from, printed_names
from congress_desk.domain.election_rules import Office, Undecided, profile_from, usual_ballot
from congress_desk.domain.elections import (
    CommitteeMember,
    CommitteeRole,
    Election,
    ElectionId,
    Flow,
    Movement,
    Round,
    RoundId,
    RoundKind,
)
from congress_desk.domain.journal import Event, EventId, Kind, SessionId
from congress_desk.domain.round_ends_fold import (
    alternates_taken,
    audit_checked,
    audit_drawn,
    confirmed,
    seal_from,
    sealed,
    tie_left,
    void,
)

ELECTION_KINDS = (
    Kind.ELECTION_CREATED,
    Kind.CANDIDATE_ADDED,
    Kind.CANDIDATE_WITHDRAWN,
    Kind.COMMITTEE_NAMED,
    Kind.ROUND_OPENED,
    Kind.ROUND_VOIDED,
    Kind.ROUND_SEALED,
    Kind.TIE_LEFT,
    Kind.ALTERNATES_TAKEN,
    Kind.BALLOTS_PRINTED,
    Kind.BALLOTS_MOVED,
    Kind.BOX_OPENED,
    Kind.BALLOTS_SCANNED,
    Kind.BALLOTS_ENTERED,
    Kind.BALLOTS_TALLIED,
    Kind.TWINS_SOUGHT,
    Kind.SHEET_JUDGED,
    Kind.QUESTION_DECIDED,
    Kind.COUNT_VOIDED,
    Kind.AUDIT_DRAWN,
    Kind.AUDIT_CHECKED,
)
COUNTING_KINDS = frozenset(
    {Kind.BALLOTS_SCANNED, Kind.BALLOTS_ENTERED, Kind.BALLOTS_TALLIED, Kind.TWINS_SOUGHT, Kind.SHEET_JUDGED}
)


def fold_elections(events: Iterable[Event]) -> tuple[Election, ...]:
    """All elections in order of their creation, each with its rounds."""
    known = list({e.id: e for e in events}.values())
    taken_back = {EventId(i) for e in known if e.kind is Kind.COUNT_VOIDED for i in e.body["voids"]}
    drafts: dict[str, _Draft] = {}
    for event in known:
        if event.kind is Kind.ELECTION_CREATED:
            drafts[event.body["election"]] = _created(event)
    by_round = {e.body["round"]: e.body["election"] for e in known if e.kind in _OPENS}
    for event in known:
        election = event.body.get("election") or by_round.get(event.body.get("round", ""))
        draft = drafts.get(str(election))
        if draft is not None:
            draft.take(event, voided=event.id in taken_back)
    return tuple(draft.finished() for draft in drafts.values())


_OPENS = (Kind.ELECTION_CREATED, Kind.ROUND_OPENED)


@dataclass(slots=True)
class _Draft:
    election: Election
    asked_ballot: dict[str, str]  # round: A, B, or "" for what the regulation says
    counting: dict[str, list[Event]] = field(default_factory=dict)

    def take(self, event: Event, *, voided: bool) -> None:
        if event.kind in COUNTING_KINDS:
            if not voided:
                self.counting.setdefault(event.body["round"], []).append(event)
        elif voided and event.kind is Kind.ROUND_SEALED:
            self._change(event, lambda r, e: replace(r, seals_before=(*r.seals_before, seal_from(e))))
        elif not voided and event.kind in _OF_ROUND:
            self._change(event, _OF_ROUND[event.kind])
        elif not voided and event.kind in _OF_ELECTION:
            self.election = _OF_ELECTION[event.kind](self.election, event)
            if event.kind is Kind.ROUND_OPENED:
                self.asked_ballot[event.body["round"]] = event.body["ballot"]

    def finished(self) -> Election:
        rounds = tuple(self._finished(r) for r in self.election.rounds)
        return replace(self.election, rounds=rounds)

    def _finished(self, one: Round) -> Round:
        candidates = ballot_order(one.candidates)
        asked = self.asked_ballot.get(one.id, "")
        ballot = BallotKind(asked) if asked else usual_ballot(len(candidates), one.seats)
        counted = self.counting.get(one.id, [])
        fits = one.form is not None and one.form.names == printed_names(candidates)
        return replace(
            one,
            batches=batches_of(counted),
            twins_sought=frozenset(i for e in counted if e.kind is Kind.TWINS_SOUGHT for i in e.body["among"]),
            candidates=candidates,
            ballot=ballot,
            form=one.form if fits else None,
        )

    def _change(self, event: Event, change: Callable[[Round, Event], Round]) -> None:
        wanted = event.body["round"]
        rounds = tuple(change(r, event) if r.id == wanted else r for r in self.election.rounds)
        self.election = replace(self.election, rounds=rounds)


def _created(event: Event) -> _Draft:
    body = event.body
    candidates = tuple(candidate_from(c) for c in body["candidates"])
    election = Election(
        id=ElectionId(body["election"]),
        title=body["title"],
        title_beside=body.get("title_beside", ""),
        office=Office(body["office"]),
        profile=profile_from(body["rules"]),
        seats=body["seats"],
        alternate_seats=body.get("alternate_seats", 0),
        session=SessionId(body["session"]) if body.get("session") else None,
        candidates=candidates,
        created_at=event.happened_at,
    )
    first = Round(
        id=RoundId(body["round"]),
        election=election.id,
        number=1,
        seats=body["seats"],
        ballot=BallotKind.STRIKE,
        ballot_reason=body.get("ballot_reason", ""),
        candidates=candidates,
        undecided=election.profile.undecided,
    )
    return _Draft(replace(election, rounds=(first,)), {first.id: body.get("ballot", "")})


def _added(election: Election, event: Event) -> Election:
    new = candidate_from(event.body["candidate"])
    rounds = (
        replace(r, candidates=(*r.candidates, new)) if r.id == event.body["round"] else r for r in election.rounds
    )
    return replace(election, candidates=(*election.candidates, new), rounds=tuple(rounds))


def _withdrawn(election: Election, event: Event) -> Election:
    """Off the list, and off the round whose ballots are not out yet; earlier rounds stay as they were."""
    gone = event.body["candidate"]
    rounds = (
        replace(r, candidates=tuple(c for c in r.candidates if c.id != gone)) if r.id == event.body["round"] else r
        for r in election.rounds
    )
    who = tuple((c, event.body["reason"]) for c in election.candidates if c.id == gone)
    left = tuple(c for c in election.candidates if c.id != gone)
    return replace(election, candidates=left, withdrawn=(*election.withdrawn, *who), rounds=tuple(rounds))


def _committee(election: Election, event: Event) -> Election:
    members = tuple(
        CommitteeMember(
            delegate=DelegateId(m["delegate"]) if m["delegate"] else None,
            name=m["name"],
            role=CommitteeRole(m["role"]),
        )
        for m in event.body["members"]
    )
    return replace(election, committee=members)


def _round_opened(election: Election, event: Event) -> Election:
    body = event.body
    one = Round(
        id=RoundId(body["round"]),
        election=election.id,
        number=len(election.rounds) + 1,
        kind=RoundKind(body["round_kind"]),
        previous=RoundId(body["previous"]),
        seats=body["seats"],
        ballot=BallotKind.STRIKE,
        candidates=tuple(candidate_from(c) for c in body["candidates"]),
        needs_majority=body["needs_majority"],
        alternates=body["alternates"],
        undecided=election.profile.undecided,
    )
    return replace(election, rounds=(*election.rounds, one))


def _printed(one: Round, event: Event) -> Round:
    """Copies of an earlier list are waste paper and are counted no more."""
    form = form_from(event.body["form"])
    same = one.form is not None and one.form.code == form.code
    kept = tuple(m for m in one.movements if same or m.flow is not Flow.PRINTED)
    moved = _movement(event, Flow.PRINTED, event.body["copies"])
    return replace(one, form=form, movements=(*kept, moved))


def _moved(one: Round, event: Event) -> Round:
    body = event.body
    moved = _movement(event, Flow(body["flow"]), body["count"])
    present = body.get("present") if one.present is None else one.present
    return replace(one, movements=(*one.movements, moved), present=present)


def _movement(event: Event, flow: Flow, count: int) -> Movement:
    body = event.body
    delegation, by = body.get("delegation", ""), body.get("by", "")
    return Movement(flow=flow, count=count, delegation=delegation, at=event.happened_at, by=by, event=event.id)


def _opened(one: Round, event: Event) -> Round:
    return replace(one, opened=confirmed(event))


def _decided(one: Round, event: Event) -> Round:
    return replace(one, undecided=Undecided(event.body["decision"]), undecided_by=confirmed(event))


def _count_voided(one: Round, event: Event) -> Round:
    body = event.body
    gone = Voided(batch=body["batch"], way=body["way"], sheets=body["sheets"], reason=body["reason"], by=body["by"])
    return replace(one, voided=(*one.voided, gone))


_OF_ELECTION: Mapping[Kind, Callable[[Election, Event], Election]] = {
    Kind.CANDIDATE_ADDED: _added,
    Kind.CANDIDATE_WITHDRAWN: _withdrawn,
    Kind.COMMITTEE_NAMED: _committee,
    Kind.ROUND_OPENED: _round_opened,
}
_OF_ROUND: Mapping[Kind, Callable[[Round, Event], Round]] = {
    Kind.BALLOTS_PRINTED: _printed,
    Kind.BALLOTS_MOVED: _moved,
    Kind.BOX_OPENED: _opened,
    Kind.QUESTION_DECIDED: _decided,
    Kind.COUNT_VOIDED: _count_voided,
    Kind.AUDIT_DRAWN: audit_drawn,
    Kind.AUDIT_CHECKED: audit_checked,
    Kind.ROUND_SEALED: sealed,
    Kind.ROUND_VOIDED: void,
    Kind.TIE_LEFT: tie_left,
    Kind.ALTERNATES_TAKEN: alternates_taken,
}
