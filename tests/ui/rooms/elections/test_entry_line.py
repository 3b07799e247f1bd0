"""What is typed for one ballot: numbers, signs, and the letter of a reason."""

from __future__ import annotations

import pytest

from congress_desk.domain.ballot_forms import BallotKind, Mark
from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.election_rules import InvalidReason
from congress_desk.ui.rooms.elections.entry_line import LETTERS, as_typed, typed

NAMES = tuple(CandidateId(name) for name in "abcd")
Y, N, NONE, BOTH = Mark.YES, Mark.NO, Mark.NONE, Mark.BOTH


@pytest.mark.parametrize(
    ("text", "kind", "marks"),
    [
        ("", BallotKind.STRIKE, [Y, Y, Y, Y]),
        ("2 4", BallotKind.STRIKE, [Y, N, Y, N]),
        ("4,2,2", BallotKind.STRIKE, [Y, N, Y, N]),
        ("1 2- 3+", BallotKind.COLUMNS, [N, NONE, BOTH, Y]),
    ],
)
def test_numbers_are_the_names_of_the_ballot(text: str, kind: BallotKind, marks: list[Mark]) -> None:
    found = typed(text, kind, NAMES)
    assert (list(found.row.marks.values()), found.wrong) == (marks, "")
    assert typed(as_typed(found.row), kind, NAMES).row == found.row


@pytest.mark.parametrize("text", ["5", "0", "2-", "x", "1 9"])
def test_what_is_no_number_of_the_ballot_is_said(text: str) -> None:
    assert typed(text, BallotKind.STRIKE, NAMES).wrong == text.split()[-1]


def test_a_letter_is_a_reason_and_every_reason_has_one() -> None:
    assert set(LETTERS.values()) == set(InvalidReason)
    for letter, reason in LETTERS.items():
        found = typed(letter.lower(), BallotKind.STRIKE, NAMES)
        assert found.row.invalid is reason
        assert as_typed(found.row) == letter
