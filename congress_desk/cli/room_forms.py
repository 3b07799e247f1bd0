"""Forms that are no records, belong to a room of their own and are printed by `print` too: the ballots.

They are those of `elections ballots`, in their usual look.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from congress_desk.cli.doors import Counter
from congress_desk.cli.election_references import the_round
from congress_desk.cli.evident import round_needed
from congress_desk.plumbing.texts import Language, marked


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomForm:
    title: str
    needs: tuple[str, ...] = ()
    pdf: Callable[[argparse.Namespace, Counter], bytes]


def _ballots(args: argparse.Namespace, at: Counter) -> bytes:
    """One ballot, as `elections ballots --copies 1`. Refusal: ROUND_NEEDED, NO_SUCH_ROUND, LIST_IS_CLOSED."""
    if not args.round:
        raise round_needed(at, args.form)
    ballots, one = at.desk.voting.ballots, the_round(at.desk, args.round)[1]
    beside = "" if args.lang == Language.VIETNAMESE.value else args.lang
    return ballots.print_ballots(one.id, ballots.form(one.id, beside=beside), args.copies)


ROOM_FORMS: Mapping[str, RoomForm] = {
    "ballots": RoomForm(title=marked("Ballots of a round; with --copies how many"), needs=("round",), pdf=_ballots),
}
