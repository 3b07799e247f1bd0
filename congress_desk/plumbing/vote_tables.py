"""Votes and results as tables for a spreadsheet: totals only, never a single ballot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.election_lists import printed_names
from congress_desk.domain.election_results import RoundResult
from congress_desk.domain.elections import Election, Round
from congress_desk.domain.list_tables import Cell
from congress_desk.domain.votes import HandsVote
from congress_desk.plumbing.texts import Language, Words
from congress_desk.plumbing.vote_words import INVALID, PASSED, REJECTED


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportTable:
    title: str
    header: tuple[str, ...]
    rows: tuple[Sequence[Cell], ...]


def percent(count: int, base: int) -> str:
    """Two decimals, halves up."""
    hundredths = (20_000 * count + base) // (2 * base) if base else 0
    return f"{hundredths // 100}.{hundredths % 100:02}"


def percent_words(count: int, base: int, say: Words) -> str:
    """90.50 %, with a comma in Vietnamese as on paper; "" of nothing."""
    if base <= 0:
        return ""
    told = percent(count, base)
    return f"{told.replace('.', ',') if say.language is Language.VIETNAMESE else told} %"


def result_table(say: Words, election: Election, one: Round, result: RoundResult) -> ExportTable:
    """A round's result: each person in ballot order, then the figures of the paper."""
    count = result.count
    names = dict(zip(count.votes, printed_names(one.candidates), strict=True))
    rows: list[Sequence[Cell]] = []
    for number, (c, votes) in enumerate(count.votes.items(), 1):
        told = say("Elected") if c in result.elected else ""
        share = percent(votes, result.base_count)
        rows.append([number, names[c], votes, share, count.against[c], count.void[c], told])
    rows.append([])
    rows += [["", name, n] for name, n in _figures(say, result)]
    return ExportTable(
        title=election.title,
        header=(
            say("No."),
            say("Full name"),
            say("Votes"),
            say("% of the base"),
            say("Disagree"),
            say("Neither"),
            say("Result"),
        ),
        rows=tuple(rows),
    )


def _figures(say: Words, result: RoundResult) -> list[tuple[str, int]]:
    count = result.count
    return [
        (say("Delegates convened"), result.base.convened),
        (say("Base: convened less deductions"), result.base.count),
        (say("Ballots issued"), result.issued),
        (say("Ballots collected"), result.collected),
        (say("Valid ballots"), count.valid),
        (say("Invalid ballots"), count.all_invalid),
        *((f"- {say(INVALID[reason])}", n) for reason, n in count.invalid.items()),
        (say("Number to elect"), result.seats),
    ]


def votes_table(say: Words, votes: Sequence[HandsVote]) -> ExportTable:
    """All votes by hands, the voided ones among them."""
    rows: list[Sequence[Cell]] = []
    for v in votes:
        told = say(PASSED if v.passed else REJECTED)
        if v.voided:
            told = say("Voided: {reason}", reason=v.voided)
        share = percent(v.agree, v.base.count)
        rows.append([v.number, v.item, v.base.count, v.present, v.agree, v.disagree, v.other, share, told])
    return ExportTable(
        title=say("Register of votes"),
        header=(
            say("No."),
            say("Put to the vote"),
            say("Base"),
            say("Present"),
            say("Agree"),
            say("Disagree"),
            say("Other opinion"),
            say("% of the base"),
            say("Result"),
        ),
        rows=tuple(rows),
    )
