"""The real fold of the real journal: totals hold whatever the order of bundles, voids and recounts."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from congress_desk.domain.ballot_batches import Count, count_batch
from congress_desk.domain.ballot_forms import Mark
from congress_desk.domain.election_outcome import rules_for
from congress_desk.domain.elections import Round
from congress_desk.domain.elections_fold import fold_elections
from congress_desk.domain.journal import Event, Kind
from tests.builders import an_event

NAMES = ("a", "b", "c")
MARKS = st.sampled_from("yn-2")
BALLOT = st.text(MARKS, min_size=3, max_size=3)
LETTERS = {"y": Mark.YES, "n": Mark.NO, "-": Mark.NONE, "2": Mark.BOTH}
# a bundle: how it is counted in the end, and what was counted wrongly and taken back before
BUNDLES = st.lists(st.tuples(st.lists(BALLOT, min_size=1, max_size=5), st.lists(BALLOT, max_size=3)), max_size=5)


def created() -> Event:
    candidates = [{"id": name, "name": name} for name in NAMES]
    facts = {"election": "e", "round": "r", "title": "x", "office": "other", "rules": {"profile": "party-190"}}
    return an_event(Kind.ELECTION_CREATED, None, body=facts | {"seats": 2, "ballot": "B", "candidates": candidates})


def entered(batch: str, number: int, ballots: Sequence[str]) -> Event:
    rows = {
        f"{batch}/{n:03}": {"marks": {c: LETTERS[x].value for c, x in zip(NAMES, text, strict=True)}}
        for n, text in enumerate(ballots, 1)
    }
    body = {"election": "e", "round": "r", "batch": batch, "pass": number, "by": f"person {number}", "rows": rows}
    return an_event(Kind.BALLOTS_ENTERED, None, body=body)


def voided(*events: Event) -> Event:
    facts = {"batch": events[0].body["batch"], "way": "", "sheets": 1, "reason": "nhầm", "by": "Lan"}
    ids = [event.id for event in events]
    return an_event(Kind.COUNT_VOIDED, None, body=facts | {"election": "e", "round": "r", "voids": ids})


def told(bundles: Sequence[tuple[Sequence[str], Sequence[str]]]) -> list[list[Event]]:
    """The events of each bundle: counted wrongly and taken back, then counted by two people."""
    found = []
    for number, (ballots, wrong) in enumerate(bundles):
        name = str(number)
        before = [entered(name, n, wrong) for n in (1, 2)] if wrong else []
        found.append([*before, *([voided(*before)] if before else []), *(entered(name, n, ballots) for n in (1, 2))])
    return found


def counted(events: Sequence[Event]) -> tuple[Round, Count, int]:
    """The round, its total, and how many ballots are open."""
    (election,) = fold_elections(events)
    one = election.latest
    batches = [count_batch(batch, rules_for(one)) for batch in one.batches]
    total = Count()
    for batch in batches:
        total += batch.shown
    return one, total, sum(len(batch.open) for batch in batches)


def together(bundles: Sequence[Sequence[Event]], lot: random.Random) -> list[Event]:
    """Bundles are counted side by side; within a bundle everything keeps its order."""
    waiting = [list(bundle) for bundle in bundles if bundle]
    found = [created()]
    while waiting:
        bundle = lot.choice(waiting)
        found.append(bundle.pop(0))
        waiting = [one for one in waiting if one]
    return found


@settings(max_examples=60, deadline=None)
@given(BUNDLES, st.randoms(use_true_random=False))
def test_totals_are_those_of_the_paper_whatever_the_order_of_bundles_voids_and_recounts(
    bundles: list[tuple[list[str], list[str]]], lot: random.Random
) -> None:
    _, total, still_open = counted(together(told(bundles), lot))
    paper = [text for ballots, _ in bundles for text in ballots]
    only_no = [t for t in paper if "y" not in t and "n" in t]
    invalid = [t for t in paper if t.count("y") > 2 or not set(t) & {"y", "n"}]
    assert still_open == len(only_no)
    assert (total.ballots, total.all_invalid) == (len(paper) - len(only_no), len(invalid))
    votes = Counter(c for t in paper if 0 < t.count("y") <= 2 for c, x in zip(NAMES, t, strict=True) if x == "y")
    assert {c: n for c, n in total.votes.items() if n} == votes


@settings(max_examples=60, deadline=None)
@given(BUNDLES, st.randoms(use_true_random=False))
def test_an_act_that_comes_twice_or_a_void_that_is_read_first_changes_nothing(
    bundles: list[tuple[list[str], list[str]]], lot: random.Random
) -> None:
    events = together(told(bundles), lot)
    once = counted(events)[1]
    assert counted([*events, *lot.sample(events, len(events))])[1] == once
    first = [e for e in events if e.kind is Kind.COUNT_VOIDED]
    others = [e for e in events if e.kind is not Kind.COUNT_VOIDED]
    assert counted([others[0], *first, *others[1:]])[1] == once


@settings(max_examples=60, deadline=None)
@given(st.lists(BALLOT, max_size=6), st.sampled_from(["yn-", "ny2", "yyn", "n-y"]))
def test_a_valid_ballot_more_lowers_nobody(ballots: list[str], more: str) -> None:
    before = counted([created(), *(entered("1", n, ballots) for n in (1, 2) if ballots)])[1]
    after = counted([created(), *(entered("1", n, [*ballots, more]) for n in (1, 2))])[1]
    for name, mark in zip(NAMES, more, strict=True):
        assert after.votes.get(name, 0) - before.votes.get(name, 0) == (mark == "y")  # type: ignore[call-overload]
    assert after.ballots == before.ballots + 1
