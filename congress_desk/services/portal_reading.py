"""Who has opened what: counted by devices that the portal gave a random number, never by their fingerprints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congress_desk.domain.delegates import Category, Delegate, DelegateId
from congress_desk.domain.documents import Document, DocumentId
from congress_desk.domain.documents_records import DelegationReading, DocumentReading, ReadingRecord
from congress_desk.domain.records import Heading
from congress_desk.services.congress import heading_of
from congress_desk.services.documents_parts import place_of
from congress_desk.services.floor import Floor
from congress_desk.services.ports.documents_tables import Opening
from congress_desk.services.ports.store import Work
from congress_desk.services.roster import Roster


class ReadingService:
    def __init__(self, floor: Floor, roster: Roster) -> None:
        self._floor = floor
        self._roster = roster

    def record(self, document: DocumentId | None = None) -> ReadingRecord:
        """For the secretariat only: it names who has not opened a document."""
        with self._floor.reading() as work:
            heading = heading_of(work.congress.get(), self._floor.clock.now())
            return reading_of(work, heading, self._roster.read(work), document)


def reading_of(
    work: Work, heading: Heading, people: Iterable[Delegate], document: DocumentId | None = None
) -> ReadingRecord:
    documents = [d for d in work.documents.all() if document in (None, d.id)]
    openings = work.openings.all(document)
    readers = [d for d in people if _is_reader(d)]
    in_order = sorted(documents, key=place_of)
    readings = [_reading(d, [o for o in openings if o.document == d.id], readers) for d in in_order]
    return ReadingRecord(heading=heading, documents=tuple(readings))


def _is_reader(delegate: Delegate) -> bool:
    return delegate.counts or delegate.sheet.category is Category.ALTERNATE


def _reading(document: Document, openings: Sequence[Opening], people: Sequence[Delegate]) -> DocumentReading:
    opened = {o.delegate for o in openings if o.delegate}
    finished = {o.delegate for o in openings if o.delegate and o.finished_at}
    return DocumentReading(
        document=document,
        devices=len({o.device for o in openings}),
        finished_devices=len({o.device for o in openings if o.finished_at}),
        opened=len(opened),
        finished=len(finished),
        times=sum(o.times for o in openings),
        delegations=tuple(_by_delegation(people, opened, finished)),
        not_opened=tuple(d for d in people if d.id not in opened),
    )


def _by_delegation(
    people: Sequence[Delegate], opened: set[DelegateId], finished: set[DelegateId]
) -> Iterable[DelegationReading]:
    names = dict.fromkeys(d.sheet.delegation for d in people)
    for name in names:
        members = {d.id for d in people if d.sheet.delegation == name}
        yield DelegationReading(
            delegation=name,
            expected=len(members),
            opened=len(members & opened),
            finished=len(members & finished),
        )
