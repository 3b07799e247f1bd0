"""The figures of a count as papers name them, in one order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congress_desk.domain.ballot_batches import BatchCount, EntryPass, Way
from congress_desk.domain.election_results import RoundResult
from congress_desk.domain.election_rules import BaseRule
from congress_desk.plumbing.vote_words import NOBODY_NAMED, NOT_NAMED
from congress_desk.reports.wording import Say


def figure_rows(say: Say, result: RoundResult, *, judged: bool = True) -> list[tuple[str, str, bool]]:
    """Name, number, whether it stands out; what was not counted is left out. judged: what is valid was counted."""
    base = result.base
    rows: list[tuple[str, int | None, bool]] = [
        (say("Delegates convened"), base.convened, True),
        (say("Deducted by the law"), len(base.deductions) or None, False),
        (say("Base: convened less deductions"), base.count, result.base_rule is BaseRule.CONVENED),
        (say("Present at the vote"), result.present, False),
        (say("Absent from the vote"), None if result.present is None else base.convened - result.present, False),
        (say("Ballots printed"), result.printed, False),
        (say("Ballots issued"), result.issued, True),
        (say("Ballots left over"), result.spare, False),
        (say("Ballots spoiled"), result.spoiled or None, False),
        (say("Ballots exchanged"), result.exchanged or None, False),
        (say("Ballots collected"), result.collected, True),
        (say("Valid ballots"), result.count.valid if judged else None, True),
        (say("Invalid ballots"), result.count.all_invalid if judged else None, True),
    ]
    return [(name, str(n), bold) for name, n, bold in rows if n is not None]


def counted_how(say: Say, batches: Sequence[BatchCount]) -> Iterator[str]:
    """One sentence a bundle."""
    for found in batches:
        ways = say.comma.join(_way(say, found, way) for way in found.by_way)
        yield say("Bundle {batch}: {ways}.", batch=found.batch.name, ways=ways)
        if found.batch.unnamed:
            yield say(NOBODY_NAMED, batch=found.batch.name)


def typist(say: Say, one: EntryPass) -> str:
    """Who entered a pass, as far as it is known."""
    return one.by or say(NOT_NAMED, account=one.account)


def _way(say: Say, found: BatchCount, way: Way) -> str:
    count = found.by_way[way].ballots
    if way is Way.SCAN:
        return say("{count} scanned", count=count)
    if way is Way.TALLY:
        names = ", ".join(found.batch.tally.by) if found.batch.tally else ""
        return say("{count} by tally marks ({names})", count=count, names=names)
    passes = len(found.batch.passes)
    names = say.comma.join(typist(say, p) for p in found.batch.passes)
    return say("{count} entered by keyboard {passes} times ({names})", count=count, passes=passes, names=names)
