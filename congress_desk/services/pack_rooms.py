"""The papers of the record pack that are made by their room itself: the ballots as they were printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from congress_desk.domain.elections import Election, Round
from congress_desk.plumbing.texts import Words, marked
from congress_desk.plumbing.vote_tables import ExportTable, result_table, votes_table
from congress_desk.services.pack_press import RoomPaper
from congress_desk.services.voting import Voting


def room_papers(voting: Voting) -> Sequence[RoomPaper]:
    """A ballot of every round as it was printed."""
    rounds = [(election, one) for election in voting.elections.elections() for one in election.rounds]
    return [_ballot(voting, election, one) for election, one in rounds]


def room_tables(voting: Voting, say: Words) -> Mapping[str, ExportTable]:
    """By file name: all votes by hands, and the figures of every round that was sealed."""
    votes = voting.hands.votes()
    found = {"votes": votes_table(say, votes)} if votes else {}
    for number, election in enumerate(voting.elections.elections(), 1):
        for one in election.rounds:
            if one.seal is not None:
                result = voting.elections.seen(one.id).outcome.result
                found[f"election-{number:02}-round-{one.number}"] = result_table(say, election, one, result)
    return found


def _ballot(voting: Voting, election: Election, one: Round) -> RoomPaper:
    def make(_language: str) -> tuple[object, bytes]:
        form = one.form or voting.ballots.form(one.id)
        return form, voting.ballots.sample(form)

    title, about = marked("Ballot as it was printed"), f"{election.title} ({one.number})"
    return RoomPaper(form="ballots", title=title, about=about, make=make)
