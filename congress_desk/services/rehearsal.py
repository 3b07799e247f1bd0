"""Fills a new congress with invented people, sessions and drawn portraits, so that a team can practise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from congress_desk.domain.delegates import Delegate, Gender
from congress_desk.domain.lists import ImportPlan, ListUnderstood, RowUnderstood
from congress_desk.domain.rehearsal import rehearsal_guests, rehearsal_people, rehearsal_sessions
from congress_desk.domain.rehearsal_programme import APPROVED, REHEARSAL_TOPICS
from congress_desk.domain.speeches import Draft, Entry
from congress_desk.plumbing.programme_templates import Template
from congress_desk.plumbing.texts import Language, words_for
from congress_desk.services.desk import Desk

SEED = 2025

Draw = Callable[[Sequence[tuple[int, Gender]]], Sequence[bytes]]


def fill_rehearsal(desk: Desk, day: dt.date, draw: Draw) -> None:
    """445 delegates in 21 delegations, guests and staff, three sessions of that day, a portrait each."""
    people = (*rehearsal_people(SEED), *rehearsal_guests(SEED))
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
