"""What a person types for one ballot, understood while it is typed. No Qt.

Numbers as they stand on the ballot. On a strike ballot a number is a name struck through; on one with columns it is
"disagree", with - after it "neither box", with + "both boxes". A letter is a reason why the ballot is not valid.
Nothing typed is a ballot on which nobody is struck, or everybody agreed to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase

from congress_desk.domain.ballot_batches import EnteredRow
from congress_desk.domain.ballot_forms import BallotKind, Mark
from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.election_rules import InvalidReason

LETTERS = dict(zip(ascii_uppercase, InvalidReason, strict=False))
SIGNS = {"-": Mark.NONE, "+": Mark.BOTH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """wrong: the first part that could not be understood."""

    row: EnteredRow = field(default_factory=EnteredRow)
    wrong: str = ""

    @property
    def yes(self) -> int:
        return sum(1 for mark in self.row.marks.values() if mark is Mark.YES)


def typed(text: str, kind: BallotKind, candidates: Sequence[CandidateId]) -> Typed:
    marks = dict.fromkeys(candidates, Mark.YES)
    for part in text.replace(",", " ").replace(".", " ").split():
        if len(part) == 1 and part.upper() in LETTERS:
            return Typed(row=EnteredRow(invalid=LETTERS[part.upper()]))
        sign = SIGNS.get(part[-1]) if kind is BallotKind.COLUMNS else None
        digits = part[:-1] if sign else part
        if not (digits.isascii() and digits.isdecimal()) or not 1 <= int(digits) <= len(candidates):
            return Typed(row=EnteredRow(marks=marks), wrong=part)
        marks[candidates[int(digits) - 1]] = sign or Mark.NO
    return Typed(row=EnteredRow(marks=marks))


def as_typed(row: EnteredRow) -> str:
    """The line that gives this row, to be corrected."""
    if row.invalid is not None:
        return next(letter for letter, reason in LETTERS.items() if reason is row.invalid)
    signs = {Mark.NO: "", Mark.NONE: "-", Mark.BOTH: "+"}
    return " ".join(f"{n}{signs[mark]}" for n, mark in enumerate(row.marks.values(), 1) if mark in signs)
