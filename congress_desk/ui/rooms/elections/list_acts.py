"""What is done to the list and the counting committee: an election written, names added and withdrawn. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.election_lists import check_committee, check_list, with_ids
from congress_desk.domain.elections import Candidate, CommitteeMember, CommitteeRole, Election, Source
from congress_desk.domain.names import folded, tidy_name
from congress_desk.domain.own_rules import check_rules
from congress_desk.domain.refusals import Refusal
from congress_desk.ui.rooms.elections.draft import Draft, new_election, profile_of
from congress_desk.ui.rooms.elections.scene import Scene
from congress_desk.ui.rooms.elections.state import DraftMember, Fact, Form


class ListActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    # a new election

    def begin(self) -> None:
        self._scene.show(form=Form.NEW, draft=Draft(), wrong="", list_error=None)

    def write(self, **changes: Any) -> None:
        """Of the draft: title, office, profile, seats, session, ballot and its reason, ..."""
        self._judge_draft(replace(self._scene.state.draft, **changes))

    def write_own(self, **changes: Any) -> None:
        """Of the rules that the congress gives itself: law, percent, least, majority, base, tie, ..."""
        draft = self._scene.state.draft
        self._judge_draft(replace(draft, own=replace(draft.own, **changes)))

    def put_on(self, candidate: Candidate) -> None:
        """One name more on the draft's list."""
        if tidy_name(candidate.name):
            draft = self._scene.state.draft
            self._judge_draft(replace(draft, candidates=(*draft.candidates, candidate)))

    def put_on_several(self, text: str) -> None:
        """Names of the convening committee's list, one a line; delegates are found by their names."""
        people = _by_name(self._scene.state.people)
        names = [tidy_name(line) for line in text.splitlines() if tidy_name(line)]
        draft = self._scene.state.draft
        new = tuple(as_candidate(name, people.get(folded(name))) for name in names)
        self._judge_draft(replace(draft, candidates=(*draft.candidates, *new)))

    def take_off(self, place: int) -> None:
        draft = self._scene.state.draft
        left = (*draft.candidates[:place], *draft.candidates[place + 1 :])
        self._judge_draft(replace(draft, candidates=left))

    def create(self) -> None:
        draft, elections = self._scene.state.draft, self._scene.voting.elections
        self._scene.show(busy=True, wrong="")

        def created(election: Election) -> None:
            self._scene.close_form()
            self._scene.tell(Fact.CREATED, title=election.title)
            self._scene.choose(election.latest.id)

        self._scene.run(lambda: elections.create(new_election(draft)), created)

    # the list of a round that is being prepared

    def add(self, candidate: Candidate) -> None:
        wanted, elections = self._scene.round, self._scene.voting.elections
        self._scene.act(lambda: elections.add_candidate(wanted, candidate), Fact.ADDED, name=candidate.name)

    def withdraw(self, candidate: CandidateId, reason: str) -> None:
        wanted, elections = self._scene.round, self._scene.voting.elections
        self._scene.act(lambda: elections.withdraw(wanted, candidate, reason), Fact.WITHDRAWN, name=candidate)

    # the counting committee

    def take_members(self) -> None:
        """The committee as it was named, to be changed or confirmed."""
        election, people = self._scene.state.election, {p.id: p for p in self._scene.state.people}
        members = tuple(
            DraftMember(
                delegate=m.delegate or DelegateId(""),
                name=m.name,
                delegation=people[m.delegate].sheet.delegation if m.delegate in people else "",
                role=m.role,
            )
            for m in (election.committee if election else ())
        )
        self._show_members(members)

    def join(self, person: Delegate) -> None:
        members = self._scene.state.members
        if person.id in [m.delegate for m in members]:
            return
        role = CommitteeRole.MEMBER if members else CommitteeRole.HEAD
        new = DraftMember(
            delegate=person.id, name=person.sheet.full_name, delegation=person.sheet.delegation, role=role
        )
        self._show_members((*members, new))

    def leave(self, delegate: DelegateId) -> None:
        self._show_members(tuple(m for m in self._scene.state.members if m.delegate != delegate))

    def give_role(self, delegate: DelegateId, role: CommitteeRole) -> None:
        """One head, one secretary at most."""
        single = role is not CommitteeRole.MEMBER
        self._show_members(
            tuple(
                replace(m, role=role)
                if m.delegate == delegate
                else replace(m, role=CommitteeRole.MEMBER)
                if single and m.role is role
                else m
                for m in self._scene.state.members
            )
        )

    def name_committee(self) -> None:
        election, elections = self._scene.state.election, self._scene.voting.elections
        members = [(m.delegate, m.role) for m in self._scene.state.members]
        if election is not None:
            self._scene.act(lambda: elections.name_committee(election.id, members), Fact.NAMED)

    def open_box(self) -> None:
        """Two people confirm that box and seals were whole."""
        wanted, by, counting = self._scene.round, self._scene.state.by, self._scene.voting.counting
        self._scene.act(lambda: counting.open_box(wanted, by), Fact.OPENED)

    def _show_members(self, members: tuple[DraftMember, ...]) -> None:
        election, error = self._scene.state.election, None
        named = [CommitteeMember(delegate=m.delegate, name=m.name, role=m.role) for m in members]
        if election is not None and named:
            try:
                check_committee(named, election.candidates)
            except Refusal as refusal:
                error = refusal
        self._scene.show(members=members, members_error=error)

    def _judge_draft(self, draft: Draft) -> None:
        """What the regulation says of the list by now; said while it is written, refused only when it is created."""
        surplus, error = None, None
        try:
            profile = profile_of(draft)
            check_rules(profile, draft.office)
            if draft.candidates:
                named = with_ids(list(draft.candidates))
                surplus = check_list(profile, draft.office, named, draft.seats, draft.alternate_seats)
        except Refusal as refusal:
            error = refusal
        self._scene.show(draft=draft, surplus=surplus, list_error=error, wrong="")


def as_candidate(
    name: str,
    person: Delegate | None,
    *,
    born: str = "",
    source: Source = Source.OFFICIAL,
    consent: int | None = None,
    attending: int | None = None,
) -> Candidate:
    birth = person.sheet.birth_date if person else None
    from_floor = source is not Source.OFFICIAL
    return Candidate(
        id=CandidateId(""),
        name=name,
        born=born or (str(birth) if birth else ""),
        source=source,
        consent=consent if from_floor else None,
        attending=attending if from_floor else None,
        delegate=person.id if person else None,
    )


def _by_name(people: Iterable[Delegate]) -> dict[str, Delegate | None]:
    """Delegates whose name nobody else has."""
    found: dict[str, Delegate | None] = {}
    for person in people:
        key = folded(person.sheet.full_name)
        found[key] = None if key in found else person
    return found
