"""An election on a real store, counted by keyboard: what tests of counting begin with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from congress_desk.domain.ballot_batches import EnteredRow
from congress_desk.domain.ballot_forms import Mark
from congress_desk.domain.ballots import CandidateId, SheetId
from congress_desk.domain.election_rules import InvalidReason
from congress_desk.domain.elections import Round
from tests.builders import Hall
from tests.services.scanned_ballots import issued

BY = ("Lan", "Hoa")
LETTERS = {"y": Mark.YES, "n": Mark.NO, "-": Mark.NONE, "2": Mark.BOTH}


def row(one: Round, text: str) -> EnteredRow:
    """ "yyn": a letter a candidate in ballot order; "!signed": not valid."""
    if text.startswith("!"):
        return EnteredRow(invalid=InvalidReason(text[1:]))
    marks: dict[CandidateId, Mark] = {c.id: LETTERS[letter] for c, letter in zip(one.candidates, text, strict=True)}
    return EnteredRow(marks=marks)


def rows(one: Round, texts: Iterable[str]) -> Mapping[SheetId, EnteredRow]:
    return {SheetId(str(n)): row(one, text) for n, text in enumerate(texts, 1)}


def entered(hall: Hall, one: Round, texts: Iterable[str], *, batch: str = "1", passes: int = 2) -> None:
    """The same ballots by so many people."""
    found = rows(one, list(texts))
    for number, person in zip(range(1, passes + 1), ("Lan", "Hoa", "Mai"), strict=False):
        hall.voting.counting.enter(one.id, number, found, by=person, batch=batch)


def counted(hall: Hall, one: Round, texts: Iterable[str]) -> None:
    """Issued, collected and entered twice."""
    ballots = list(texts)
    issued(hall, one, len(ballots))
    entered(hall, one, ballots)


def sealed(hall: Hall, one: Round, texts: Iterable[str]) -> Round:
    counted(hall, one, texts)
    return hall.voting.sealing.seal(one.id, BY)
