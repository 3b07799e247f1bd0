"""Who is elected (domain.md 4.5), and that no order of counting can change it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.ballot_balance import Identity, imbalances
from congress_desk.domain.ballot_batches import Count, CountingRules, EnteredRow, EntryPass, count_sheets, laid_over
from congress_desk.domain.ballot_forms import BallotKind, Mark, SheetStatus
from congress_desk.domain.ballots import CandidateId, Question, Sheet, SheetId
from congress_desk.domain.election_results import RoundResult, decide, result_from, written_result
from congress_desk.domain.election_rules import PROFILES, BaseRule, InvalidReason, ProfileName
from congress_desk.domain.majority import Base

PARTY, ASSEMBLY = PROFILES[ProfileName.PARTY_190], PROFILES[ProfileName.ASSEMBLY]
NAMES = tuple(CandidateId(name) for name in "abcde")


def votes(**counts: int) -> dict[CandidateId, int]:
    return {CandidateId(name): n for name, n in counts.items()}


def test_five_of_eleven_are_not_elected_and_six_are() -> None:
    decided = decide(votes(a=5, b=6), base=11, seats=1, profile=PARTY)
    assert decided.elected == ("b",)
    assert decided.needed == 6
    assert decide(votes(a=5), base=10, seats=1, profile=PARTY).open_seats == 1


def test_more_than_the_seats_pass_and_the_highest_are_elected() -> None:
    decided = decide(votes(a=7, b=9, c=8, d=6), base=11, seats=3, profile=PARTY)
    assert decided.elected == ("b", "c", "a")
    assert decided.passed_over == ("d",)
    assert decided.ties == ()


def test_equal_votes_at_the_last_seat_are_a_thing_to_decide() -> None:
    decided = decide(votes(a=9, b=7, c=7, d=7, e=6), base=11, seats=2, profile=PARTY)
    assert decided.elected == ("a",)
    assert decided.open_seats == 1
    assert [(t.candidates, t.seats, t.votes) for t in decided.ties] == [(("b", "c", "d"), 1, 7)]
    assert decided.passed_over == ("e",)


def test_equal_votes_that_all_find_a_seat_are_no_tie() -> None:
    assert decide(votes(a=7, b=7), base=11, seats=2, profile=PARTY).ties == ()


def test_a_new_ballot_among_the_tied_needs_no_majority() -> None:
    decided = decide(votes(b=5, c=4), base=11, seats=1, profile=PARTY, needs_majority=False)
    assert decided.elected == ("b",)
    assert decided.needed == 0
    assert decide(votes(b=5, c=5), base=11, seats=1, profile=PARTY, needs_majority=False).ties


def test_only_the_assembly_s_law_lets_the_elder_win() -> None:
    tied = votes(a=7, b=7)
    elders = [CandidateId("b"), CandidateId("a")]
    assert decide(tied, base=11, seats=1, profile=ASSEMBLY, elders=elders).elected == ("b",)
    assert decide(tied, base=11, seats=1, profile=PARTY, elders=elders).ties


ballots = st.lists(
    st.lists(st.sampled_from([Mark.YES, Mark.NO, Mark.NONE, Mark.BOTH]), min_size=5, max_size=5), max_size=30
)


def sheets(rows: list[list[Mark]]) -> list[Sheet]:
    return [
        Sheet(
            id=SheetId(f"{n:04}"),
            status=SheetStatus.READ,
            marks=dict(zip(NAMES, row, strict=True)),
            seen_by_people=True,
        )
        for n, row in enumerate(rows)
    ]


RULES = CountingRules(kind=BallotKind.COLUMNS, seats=3, candidates=NAMES)


@given(ballots, st.randoms())
def test_totals_add_up_whatever_the_order_of_the_sheets(rows: list[list[Mark]], lot: object) -> None:
    read = sheets(rows)
    shuffled = list(read)
    lot.shuffle(shuffled)  # type: ignore[attr-defined]
    assert count_sheets(read, RULES)[0] == count_sheets(shuffled, RULES)[0]


@given(ballots, st.integers(0, 30))
def test_bundles_add_up_to_the_whole(rows: list[list[Mark]], cut: int) -> None:
    read = sheets(rows)
    whole, waiting = count_sheets(read, RULES)
    first, second = count_sheets(read[:cut], RULES)[0], count_sheets(read[cut:], RULES)[0]
    assert first + second == whole
    assert whole.ballots + len(waiting) == len(read)
    for name in NAMES:
        assert whole.votes[name] + whole.against[name] + whole.void[name] == whole.valid
    assert sum(whole.votes.values()) <= whole.valid * RULES.seats


@given(st.dictionaries(st.sampled_from(NAMES), st.integers(0, 12), min_size=1), st.integers(1, 4), st.data())
def test_a_vote_more_never_takes_a_seat_away(
    counted: dict[CandidateId, int], seats: int, choice: st.DataObject
) -> None:
    lucky = choice.draw(st.sampled_from(sorted(counted)))
    before = decide(counted, base=12, seats=seats, profile=PARTY)
    after = decide({**counted, lucky: counted[lucky] + 1}, base=12, seats=seats, profile=PARTY)
    if lucky in before.elected:
        assert lucky in after.elected
    assert len(after.elected) + after.open_seats == seats


def rows(*marks: tuple[str, Mark]) -> dict[SheetId, EnteredRow]:
    return {SheetId(i): EnteredRow(marks={CandidateId("a"): mark}) for i, mark in marks}


def test_an_entry_counts_only_where_two_passes_are_equal() -> None:
    first = EntryPass(number=1, by="Lan", rows=rows(("1", Mark.YES), ("2", Mark.NO), ("3", Mark.YES)))
    second = EntryPass(number=2, by="Hoa", rows=rows(("1", Mark.YES), ("2", Mark.YES)))
    found = {s.id: (s.status, s.reason) for s in laid_over([first, second])}
    assert found == {
        "1": (SheetStatus.READ, ""),
        "2": (SheetStatus.ASK, Question.ENTRIES_DIFFER),
        "3": (SheetStatus.ASK, Question.ENTRIES_DIFFER),
    }
    assert {s.reason for s in laid_over([first])} == {Question.ONE_ENTRY}


def a_result(**more: object) -> RoundResult:
    count = Count(
        valid=8,
        invalid={InvalidReason.SIGNED: 1, InvalidReason.TOO_MANY: 1},
        votes=votes(a=8, b=6),
        against=votes(a=0, b=2),
        void=votes(a=0, b=0),
    )
    facts: dict[str, object] = {
        "base": Base(convened=11),
        "base_count": 11,
        "base_rule": BaseRule.CONVENED,
        "printed": 12,
        "issued": 10,
        "collected": 10,
        "count": count,
        "seats": 2,
        "elected": NAMES[:2],
    }
    return RoundResult(**(facts | more))  # type: ignore[arg-type]


def test_a_result_is_read_from_its_seal_as_it_was() -> None:
    assert result_from(written_result(a_result())) == a_result()


@pytest.mark.parametrize(
    ("more", "broken"),
    [
        ({}, []),
        ({"spare": 2}, []),
        ({"spare": 1}, [Identity.PRINTED]),
        ({"printed": 12, "exchanged": 1, "spare": 1}, []),
        ({"issued": 13}, [Identity.PRINTED]),
        ({"issued": 9}, [Identity.COLLECTED]),
        ({"collected": 9}, [Identity.COUNTED]),
        ({"seats": 1}, [Identity.VOTES]),
        ({"printed": None}, []),
    ],
)
def test_every_identity_of_the_paper_is_checked(more: dict[str, object], broken: list[Identity]) -> None:
    assert [i.identity for i in imbalances(a_result(**more), BallotKind.STRIKE)] == broken
