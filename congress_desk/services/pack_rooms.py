"""The papers of the record pack that rooms make by themselves: documents, receipts, opinions, reading, ballots."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from congress_desk.domain.documents_records import (
    CopiesRecord,
    LibraryRecord,
    ReadingRecord,
    RegisterRecord,
    SynthesisRecord,
)
from congress_desk.domain.elections import Election, Round
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.plumbing.texts import Words, marked
from congress_desk.plumbing.vote_tables import ExportTable, result_table, votes_table
from congress_desk.services.documents_library import Library
from congress_desk.services.pack_press import RoomPaper
from congress_desk.services.voting import Voting


def room_papers(library: Library, voting: Voting) -> Sequence[RoomPaper]:
    """Of the library, then a ballot of every round as it was printed."""
    rounds = [(election, one) for election in voting.elections.elections() for one in election.rounds]
    return [*_of_library(library), *(_ballot(voting, election, one) for election, one in rounds)]


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


def _of_library(library: Library) -> Sequence[RoomPaper]:
    return [
        _paper(library, "documents", marked("Register of documents by type"), library.documents.register),
        _paper(library, "copies", marked("Paper copies of documents and their receipts"), library.copies.record),
        _paper(library, "opinions", marked("Synthesis of the opinions on drafts"), library.opinions.synthesis),
        _paper(library, "reading", marked("Who has read the documents"), library.reading.record),
    ]


def _paper(library: Library, form: str, title: str, record: Callable[[], LibraryRecord]) -> RoomPaper:
    def make(language: str) -> tuple[object, bytes]:
        """Refusal: NOTHING_ON_RECORD."""
        made = record()
        if not _lines(made):
            raise Refusal(Reason.NOTHING_ON_RECORD)
        return made, library.papers.preview(made, language=language)

    return RoomPaper(form=form, title=title, make=make)


def _lines(record: LibraryRecord) -> Sequence[object]:
    match record:
        case RegisterRecord():
            return record.groups
        case CopiesRecord():
            return record.lines
        case ReadingRecord():
            return [one for one in record.documents if one.devices]
        case SynthesisRecord():
            return record.documents
        case _:
            return record.invitations


def _ballot(voting: Voting, election: Election, one: Round) -> RoomPaper:
    def make(_language: str) -> tuple[object, bytes]:
        form = one.form or voting.ballots.form(one.id)
        return form, voting.ballots.sample(form)

    title, about = marked("Ballot as it was printed"), f"{election.title} ({one.number})"
    return RoomPaper(form="ballots", title=title, about=about, make=make)
