"""The table of domain.md 4.4, row by row, and the table of lists of 4.2."""

from __future__ import annotations

from fractions import Fraction

import pytest

from congress_desk.domain.ballot_audit import chance_unseen, drawn, most_wrong, sample_for
from congress_desk.domain.ballot_forms import BallotKind, Mark, SheetStatus
from congress_desk.domain.ballots import CandidateId, Judgement, Question, Ruling, Sheet, SheetId, rule_on
from congress_desk.domain.election_lists import ballot_order, check_list, printed_names, with_ids
from congress_desk.domain.election_rules import (
    NEEDS_SURPLUS,
    PROFILES,
    SECRET,
    InvalidReason,
    Office,
    ProfileName,
    Rule,
    Undecided,
    most_candidates,
    profile_from,
    usual_ballot,
    written_profile,
)
from congress_desk.domain.elections import Candidate, Source
from congress_desk.domain.refusals import Reason, Refusal

A, B = BallotKind.STRIKE, BallotKind.COLUMNS
MARKS = {"y": Mark.YES, "n": Mark.NO, "-": Mark.NONE, "2": Mark.BOTH, "?": Mark.ASK}
PARTY = PROFILES[ProfileName.PARTY_190]


def marks(text: str) -> dict[CandidateId, Mark]:
    return {CandidateId(f"c{n}"): MARKS[letter] for n, letter in enumerate(text)}


VALID = Ruling()


def invalid(reason: InvalidReason) -> Ruling:
    return Ruling(invalid=reason)


@pytest.mark.parametrize(
    ("kind", "text", "seats", "ruling"),
    [
        (A, "yyn", 2, VALID),  # votes = seats
        (A, "ynn", 2, VALID),  # fewer
        (A, "yyy", 2, invalid(InvalidReason.TOO_MANY)),  # nothing struck on a surplus list
        (A, "nnn", 2, invalid(InvalidReason.NOBODY)),  # all struck
        (B, "yyy", 3, VALID),
        (B, "yn-", 3, VALID),  # that name gets nothing
        (B, "y2-", 3, VALID),
        (B, "yyy", 2, invalid(InvalidReason.TOO_MANY)),
        (B, "---", 3, invalid(InvalidReason.NOBODY)),
        (B, "nnn", 3, Ruling(question=Question.ALL_DISAGREE)),
        (B, "n-n", 3, Ruling(question=Question.ALL_DISAGREE)),
        (B, "y", 1, VALID),
        (B, "n", 1, VALID),  # also "không đồng ý"
        (B, "2", 1, invalid(InvalidReason.SINGLE_BOTH)),
        (B, "-", 1, invalid(InvalidReason.SINGLE_NONE)),
        (A, "y?n", 2, Ruling(question=Question.DOUBT)),
    ],
)
def test_every_row_of_the_table(kind: BallotKind, text: str, seats: int, ruling: Ruling) -> None:
    assert rule_on(marks(text), kind=kind, seats=seats) == ruling


def test_ballots_that_only_disagree_are_what_the_committee_decided() -> None:
    def ruled(undecided: Undecided) -> Ruling:
        return rule_on(marks("nnn"), kind=B, seats=3, undecided=undecided)

    assert ruled(Undecided.VALID) == VALID
    assert ruled(Undecided.INVALID) == invalid(InvalidReason.ALL_DISAGREE)


def test_the_machine_alone_makes_no_ballot_invalid() -> None:
    read = Sheet(id=SheetId("s"), status=SheetStatus.READ, marks=marks("yyy"))
    entered = Sheet(id=SheetId("s"), status=SheetStatus.READ, marks=marks("yyy"), seen_by_people=True)
    rules = {"kind": A, "seats": 2, "undecided": Undecided.COMMITTEE}
    assert read.ruling(**rules).question is Question.MACHINE_ALONE  # type: ignore[arg-type]
    assert entered.ruling(**rules).invalid is InvalidReason.TOO_MANY  # type: ignore[arg-type]


def test_what_people_conclude_stands_above_what_was_read() -> None:
    judged = Judgement(invalid=InvalidReason.SIGNED, by=("a", "b"))
    sheet = Sheet(id=SheetId("s"), status=SheetStatus.READ, marks=marks("ynn"), judged=judged)
    ruled = sheet.ruling(kind=A, seats=2, undecided=Undecided.COMMITTEE)
    assert ruled.invalid is InvalidReason.SIGNED


@pytest.mark.parametrize(
    ("seats", "most"), [(1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (7, 9), (10, 13), (15, 19), (21, 27), (55, 71)]
)
def test_the_greatest_surplus_is_thirty_percent_and_one_at_least(seats: int, most: int) -> None:
    assert most_candidates(PARTY, seats) == most


def test_surplus_decides_the_kind_of_ballot() -> None:
    assert usual_ballot(4, 3) is A
    assert usual_ballot(3, 3) is B
    assert usual_ballot(1, 1) is B


def people(*names: str, **more: object) -> list[Candidate]:
    return [Candidate(id=CandidateId(""), name=name, **more) for name in names]  # type: ignore[arg-type]


def reason_of(office: Office, candidates: list[Candidate], seats: int) -> Reason | None:
    try:
        check_list(PARTY, office, candidates, seats)
    except Refusal as refusal:
        return refusal.reason
    return None


def test_lists_are_checked_by_article_14() -> None:
    four = people("A", "B", "C", "D")
    assert reason_of(Office.OTHER, four, 3) is None
    assert reason_of(Office.OTHER, four, 2) is Reason.SURPLUS_TOO_LARGE
    assert reason_of(Office.EXECUTIVE, four, 4) is Reason.SURPLUS_NEEDED
    assert reason_of(Office.SECRETARY, people("A"), 1) is None
    assert reason_of(Office.OTHER, [], 1) is Reason.NO_CANDIDATES
    assert reason_of(Office.PRESIDIUM, four, 3) is Reason.BY_HANDS
    assert reason_of(Office.OTHER, four, 0) is Reason.BAD_VALUE


@pytest.mark.parametrize(("consent", "enough"), [(129, False), (130, True), (None, False)])
def test_a_person_from_the_floor_needs_more_than_thirty_percent(consent: int | None, enough: bool) -> None:
    floor = people("A", "B", source=Source.FLOOR, consent=consent, attending=430)
    assert (reason_of(Office.OTHER, floor, 1) is None) is enough


def test_secret_and_open_are_as_article_3_has_it() -> None:
    assert Office.EXECUTIVE in SECRET
    assert Office.POLL in SECRET
    assert Office.PRESIDIUM not in SECRET
    assert Office.COUNTING not in SECRET
    assert NEEDS_SURPLUS <= SECRET


def test_names_are_in_order_of_given_name_and_the_older_first() -> None:
    listed = [
        *people("Trần Văn Đức", "Lê Thị Ánh", "Phạm An", "Đỗ Dũng"),
        Candidate(id=CandidateId(""), name="Nguyễn Văn Hà", born="1980"),
        Candidate(id=CandidateId(""), name="Nguyễn Văn Hà", born="1971-05-02"),
    ]
    ordered = ballot_order(with_ids(listed))
    assert list(printed_names(ordered)) == [
        "Phạm An",
        "Lê Thị Ánh",
        "Đỗ Dũng",
        "Trần Văn Đức",
        "Nguyễn Văn Hà (02/05/1971)",
        "Nguyễn Văn Hà (1980)",
    ]


def test_two_of_one_name_without_dates_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        with_ids(people("Nguyễn Văn Hà", "Nguyễn Văn Hà"))
    assert refused.value.reason is Reason.SAME_NAME


@pytest.mark.parametrize("name", list(ProfileName))
def test_a_profile_is_read_as_it_was_written(name: ProfileName) -> None:
    profile = profile_from({"profile": name.value, "surplus_most": "1/2", "majority": ">= 2/3", "base": "valid"})
    assert profile_from(written_profile(profile)) == profile


def test_articles_are_those_of_each_regulation() -> None:
    assert PARTY.article(Rule.ELECTED) == "30"
    assert PROFILES[ProfileName.PARTY_244].article(Rule.ELECTED) == "32"
    assert PROFILES[ProfileName.PARTY_244].article(Rule.BALLOT) == "17"


def test_a_sample_is_drawn_the_same_by_everybody_and_says_what_it_leaves() -> None:
    ids = [f"s{n}" for n in range(300)]
    assert drawn("7-3-1", ids, 20) == drawn("7-3-1", reversed(ids), 20)
    assert drawn("7-3-2", ids, 20) != drawn("7-3-1", ids, 20)
    assert chance_unseen(10, 5, 1) == Fraction(1, 2)
    assert chance_unseen(10, 10, 1) == 0
    left = most_wrong(300, 59)
    assert chance_unseen(300, 59, left) > Fraction(5, 100) >= chance_unseen(300, 59, left + 1)
    assert most_wrong(300, sample_for(300, 3)) < 3
