"""Several desks, each a process of its own, that check in the same delegates at the same time."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from congress_desk.domain.journal import Event, EventId, Kind, SessionId, verify_chains
from congress_desk.domain.refusals import Reason
from congress_desk.services.announcer import Announcer
from congress_desk.services.checkin import CheckInService
from congress_desk.services.floor import Floor
from congress_desk.services.ports.clock import WallClock
from congress_desk.services.roster import Roster
from congress_desk.storage.store import CongressStore, Writer, open_server, open_store
from tests.children import quick_children

Answer = tuple[str, str, str]  # status or reason, delegate, event


def answers_of_all(place: str, desks: int, codes: Sequence[str], session: str) -> list[list[Answer]]:
    """Every desk reads every code once, each in an order of its own; `place` is a path or a server's address."""
    with quick_children() as context, context.Pool(desks) as pool:
        return pool.starmap(_one_desk, [(place, desk, tuple(codes), session) for desk in range(desks)], chunksize=1)


def check_all_is_well(store: CongressStore, answers: list[list[Answer]], people: int) -> None:
    """Each delegate present exactly once, chains sound, no acknowledged event lost, no refusal unlogged."""
    with store.reading() as work:
        events = list(work.journal.everything())
        assert verify_chains(events, work.journal.newest()).ok
    arrived = Counter(e.delegate for e in events if e.kind is Kind.ARRIVED)
    assert set(arrived.values()) == {1}
    assert len(arrived) == people
    flat = [answer for desk in answers for answer in desk]
    assert {a for a, _, _ in flat} <= {"ok", Reason.ALREADY_PRESENT.value}
    assert Counter(d for a, d, _ in flat if a == "ok") == arrived
    found = {e.id: e for e in events}
    assert all(_kept(found, answer) for answer in flat)


def _kept(found: dict[EventId, Event], answer: Answer) -> bool:
    status, delegate, event = answer
    kept = found[EventId(event)]
    return kept.delegate == delegate and kept.kind is (Kind.ARRIVED if status == "ok" else Kind.CHECK_IN_REFUSED)


def _one_desk(place: str, desk: int, codes: Sequence[str], session: str) -> list[Answer]:
    clock = WallClock()
    writer = Writer(desk=f"desk {desk}", actor="lan", now=clock.now)
    store = open_server(place, writer) if "://" in place else open_store(Path(place), writer)
    service = CheckInService(Floor(store, clock, Announcer()), Roster())
    order = list(codes)
    random.Random(desk).shuffle(order)
    answers: list[Answer] = []
    for code in order:
        told = service.by_code(code, SessionId(session))
        assert told.delegate is not None
        assert told.event is not None
        answers.append((told.reason.value if told.reason else told.status, told.delegate.id, told.event.id))
    store.close()
    return answers
