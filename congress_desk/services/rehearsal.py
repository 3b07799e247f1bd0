"""Fills a new congress with invented people, sessions and drawn portraits, so that a team can practise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from congress_desk.domain.delegates import Delegate, Gender
from congress_desk.domain.election_rules import Office
from congress_desk.domain.elections import CommitteeRole
from congress_desk.domain.lists import ImportPlan, ListUnderstood, RowUnderstood
from congress_desk.domain.rehearsal import CONVENED, rehearsal_guests, rehearsal_people, rehearsal_sessions
from congress_desk.domain.rehearsal_programme import APPROVED, REHEARSAL_TOPICS
from congress_desk.domain.rehearsal_votes import (
    ELECTION_BESIDE,
    ELECTION_TITLE,
    PRACTISED,
    REHEARSAL_VOTES,
    SEATS,
    rehearsal_candidates,
)
from congress_desk.domain.speeches import Draft, Entry
from congress_desk.domain.votes import ZoneCount
from congress_desk.plumbing.programme_templates import Template
from congress_desk.plumbing.texts import Language, words_for
from congress_desk.services.desk import Desk
from congress_desk.services.elections import NewElection

SEED = 2025

Draw = Callable[[Sequence[tuple[int, Gender]]], Sequence[bytes]]


def fill_rehearsal(desk: Desk, day: dt.date, draw: Draw, count: int = CONVENED) -> None:
    """445 delegates in 21 delegations, guests and staff, three sessions of that day, a portrait each."""
    people = (*rehearsal_people(SEED, count), *rehearsal_guests(SEED))
    rows = tuple(RowUnderstood(sheet="", row=n, person=sheet) for n, sheet in enumerate(people, 1))
    desk.listing.carry_out(ImportPlan(understood=ListUnderstood(rows=rows)), called="rehearsal")
    zone = desk.congress.zone()
    for planned in rehearsal_sessions(day):
        desk.sessions.add(
            name=planned.name,
            kind=planned.kind,
            starts=planned.starts.replace(tzinfo=zone),
            ends=planned.ends.replace(tzinfo=zone),
            admits=planned.admits,
        )
    everybody = desk.registry.delegates()
    _fill_programme(desk, day, everybody)
    _fill_votes(desk, everybody)
    portraits = draw([(seed, d.sheet.gender) for seed, d in enumerate(everybody)])
    desk.listing.put_photos({d.id: jpeg for d, jpeg in zip(everybody, portraits, strict=True)})


def _fill_programme(desk: Desk, day: dt.date, everybody: Sequence[Delegate]) -> None:
    """A programme of two contents, and a register of presentations, one of a delegation each."""
    importing, speeches = desk.programme.importing, desk.programme.speeches
    importing.carry_out(importing.plan_template(Template.TWO_CONTENTS, words_for(Language.VIETNAMESE), day=day))
    delegations: dict[str, list[Delegate]] = {}
    for delegate in everybody:
        if delegate.is_official:
            delegations.setdefault(delegate.sheet.delegation, []).append(delegate)
    for place, (planned, members) in enumerate(zip(REHEARSAL_TOPICS, delegations.values(), strict=False)):
        speaker = members[place % len(members)]
        draft = Draft.UPPER if planned.upper else Draft.OWN
        entry = Entry(topic=planned.topic, group=planned.group, draft=draft, delegate=speaker.id)
        speech = speeches.register(entry)
        if place < APPROVED:
            speeches.approve(speech.id)


def _fill_votes(desk: Desk, everybody: Sequence[Delegate]) -> None:
    """Two votes by hands, and an election whose ballots can be printed."""
    voting, session = desk.voting, desk.sessions.sessions()[0].id
    zones = [ZoneCount(agree=voting.hands.base().count)]
    for kind, item in REHEARSAL_VOTES:
        voting.hands.record(item, zones, session, kind=kind, reason=PRACTISED)
    candidates, committee = rehearsal_candidates(everybody)
    election = voting.elections.create(
        NewElection(
            title=ELECTION_TITLE,
            title_beside=ELECTION_BESIDE,
            seats=SEATS,
            candidates=candidates,
            office=Office.EXECUTIVE,
        )
    )
    roles = [CommitteeRole.HEAD, CommitteeRole.SECRETARY, *[CommitteeRole.MEMBER] * len(committee)]
    named = [(d.id, role) for d, role in zip(committee, roles, strict=False)]
    voting.elections.name_committee(election.id, named)
