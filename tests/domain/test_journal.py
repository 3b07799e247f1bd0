"""The chain: whatever is changed, dropped or put elsewhere is found, and the first broken link is named."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.journal import (
    FIRST_LINK,
    Event,
    EventId,
    Kind,
    canonical,
    from_utc_text,
    link_hash,
    new_id,
    utc_text,
    verify_chains,
)
from tests.builders import OPENING, an_event


def a_chain(length: int, desk: str = "A") -> list[Event]:
    events: list[Event] = []
    previous = FIRST_LINK
    for n in range(1, length + 1):
        event = an_event(
            id=f"{desk}{n}",
            desk=desk,
            sequence=n,
            minutes=n,
            about="x",
            body={"n": n, "tên": "Đỗ"},
            previous_hash=previous,
        )
        event = replace(event, hash=link_hash(event))
        events.append(event)
        previous = event.hash
    return events


def newest_of(*chains: Sequence[Event]) -> dict[str, EventId]:
    return {chain[-1].desk: chain[-1].id for chain in chains}


def test_sound_chains_of_two_desks_are_sound() -> None:
    a, b = a_chain(3), a_chain(2, "B")
    found = verify_chains([*a, *b], newest_of(a, b))
    assert (found.ok, found.events, found.first_broken) == (True, 5, None)
    assert verify_chains([]).ok
    assert verify_chains([], {}).ok


CHANGES: list[dict[str, Any]] = [
    {"id": EventId("other")},
    {"desk": "Z"},
    {"sequence": 9},
    {"happened_at": OPENING},
    {"recorded_at": OPENING},
    {"actor": "mallory"},
    {"kind": Kind.LEFT},
    {"session": None},
    {"delegate": "d2"},
    {"about": None},
    {"body": {"n": 2}},
    {"previous_hash": FIRST_LINK},
    {"hash": "f" * 64},
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
def test_any_changed_field_of_an_event_is_found_there(change: dict[str, Any]) -> None:
    chain = a_chain(4)
    chain[1] = replace(chain[1], **change)
    found = verify_chains(chain)
    assert not found.ok
    assert found.first_broken == chain[1].id


def test_a_changed_event_that_was_hashed_anew_breaks_the_next_link() -> None:
    chain = a_chain(3)
    forged = replace(chain[0], actor="mallory")
    chain[0] = replace(forged, hash=link_hash(forged))
    found = verify_chains(chain)
    assert (found.first_broken, found.why) == (chain[1].id, "previous_hash")


@given(st.integers(2, 12), st.data())
def test_a_dropped_event_is_found_at_the_link_after_it(length: int, data: st.DataObject) -> None:
    chain = a_chain(length)
    dropped = data.draw(st.integers(0, length - 2))
    rest = chain[:dropped] + chain[dropped + 1 :]
    found = verify_chains(rest)
    assert (found.ok, found.first_broken, found.why) == (False, chain[dropped + 1].id, "sequence")


@given(st.integers(2, 12), st.data())
def test_two_swapped_events_are_found_at_the_first_of_them(length: int, data: st.DataObject) -> None:
    chain = a_chain(length)
    first = data.draw(st.integers(0, length - 2))
    second = data.draw(st.integers(first + 1, length - 1))
    chain[first], chain[second] = chain[second], chain[first]
    found = verify_chains(chain)
    assert (found.ok, found.first_broken, found.events) == (False, chain[first].id, first + 1)


@given(st.integers(1, 8), st.data())
def test_swapped_contents_under_their_own_numbers_are_found(length: int, data: st.DataObject) -> None:
    chain = a_chain(length + 1)
    place = data.draw(st.integers(0, length - 1))
    mine, other = chain[place], chain[place + 1]
    chain[place] = replace(mine, body=other.body)
    chain[place + 1] = replace(other, body=mine.body)
    assert verify_chains(chain).first_broken == mine.id


@given(st.integers(1, 8), st.integers(1, 8))
def test_a_cut_off_end_is_found_by_the_head_kept_apart(kept: int, cut: int) -> None:
    chain = a_chain(kept + cut)
    newest = newest_of(chain)
    assert verify_chains(chain[:kept]).ok
    found = verify_chains(chain[:kept], newest)
    assert (found.ok, found.first_broken, found.why) == (False, chain[-1].id, "end_missing")


def test_a_whole_chain_that_is_gone_or_unannounced_is_found() -> None:
    a, b = a_chain(2), a_chain(2, "B")
    assert verify_chains(a, newest_of(a, b)).first_broken == b[-1].id
    assert verify_chains([*a, *b], newest_of(a)).first_broken == b[-1].id


def test_an_event_added_at_the_end_is_found_by_the_head() -> None:
    chain = a_chain(3)
    assert verify_chains(chain, newest_of(chain[:2])).first_broken == chain[1].id


def test_the_body_is_hashed_in_one_spelling() -> None:
    assert canonical({"b": 1, "a": "Đỗ"}) == '{"a":"Đỗ","b":1}'
    one, other = (
        an_event(id="x", sequence=1, body={"a": 1, "b": 2}),
        an_event(id="x", sequence=1, body={"b": 2, "a": 1}),
    )
    assert link_hash(one) == link_hash(other)


def test_text_cannot_be_moved_between_neighbouring_fields_without_notice() -> None:
    one = an_event(id="x", sequence=1, desk="ab", actor="c")
    other = an_event(id="x", sequence=1, desk="a", actor="bc")
    assert link_hash(one) != link_hash(other)


@given(st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2999, 1, 1), timezones=st.timezones()))
def test_moments_keep_their_microsecond_in_text_whose_order_is_time(moment: dt.datetime) -> None:
    text = utc_text(moment)
    assert from_utc_text(text) == moment.astimezone(dt.UTC)
    assert len(text) == len("2025-09-22T07:00:00.000000Z")
    assert (text < utc_text(OPENING)) == (moment.astimezone(dt.UTC) < OPENING)


@pytest.mark.parametrize("text", ["", "noon", "2025-09-22T07:00:00", "2025-13-01T00:00:00Z"])
def test_a_moment_without_a_zone_or_sense_is_none(text: str) -> None:
    with pytest.raises(ValueError):
        from_utc_text(text)


def test_new_ids_are_uuids_of_version_seven_in_order_of_time() -> None:
    ids = [new_id(OPENING + dt.timedelta(milliseconds=n)) for n in range(200)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 200
    assert {uuid.UUID(i).version for i in ids} == {7}
    assert len({new_id(OPENING) for _ in range(1000)}) == 1000
