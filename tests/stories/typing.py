"""A desk process at which a person types ballots by keyboard, and says each number aloud once the ballot is safe."""

from __future__ import annotations

from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from congress_desk.building import open_desk
from congress_desk.domain.ballot_batches import EnteredRow
from congress_desk.domain.ballot_forms import Mark
from congress_desk.domain.elections import Round, RoundId

BALLOTS = 60


def ballot(one: Round, number: int) -> EnteredRow:
    """Of which each name is struck through or not, as the digits of its number say."""
    marks = {c.id: Mark.YES if number >> place & 1 else Mark.NO for place, c in enumerate(one.candidates)}
    return EnteredRow(marks=marks)


def type_on(path: str, wanted: str, said: Connection) -> None:
    """Goes on with pass 1 of bundle 1 where it was left; says how many ballots are safe."""
    desk = open_desk(Path(path), name="A")
    one = desk.voting.elections.seen(RoundId(wanted)).round
    draft = desk.voting.entry.begin(one.id, "1", 1, "Lan")
    while len(draft.rows) < BALLOTS:
        draft = replace(draft, rows=(*draft.rows, ballot(one, len(draft.rows))))
        desk.voting.entry.keep(one.id, draft)
        said.send(len(draft.rows))
    desk.voting.entry.finish(one.id, draft)
    said.send(BALLOTS + 1)
    desk.close()
