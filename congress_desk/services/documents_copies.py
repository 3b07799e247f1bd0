"""Paper copies: issued by number to a delegate or a delegation against signature, taken back, still out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.documents import Copy, DocumentId
from congress_desk.domain.documents_records import CopiesRecord, CopyLine
from congress_desk.domain.journal import Kind, new_id
from congress_desk.domain.names import tidy_name
from congress_desk.domain.records import Heading
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.congress import heading_of
from congress_desk.services.documents_parts import place_of, the_document
from congress_desk.services.floor import Floor, the_delegate
from congress_desk.services.ports.store import Work


class PaperCopiesService:
    def __init__(self, floor: Floor) -> None:
        self._floor = floor

    def issue(
        self,
        document: DocumentId,
        numbers: Sequence[int],
        *,
        delegate: DelegateId | None = None,
        delegation: str = "",
    ) -> tuple[Copy, ...]:
        """Refusal: NO_SUCH_DOCUMENT, NO_SUCH_DELEGATE, BAD_VALUE (holder, copies), COPY_IS_OUT."""
        delegation = tidy_name(delegation)
        if (delegate is None) == (not delegation):
            raise Refusal(Reason.BAD_VALUE, field="holder")
        if not numbers or min(numbers) < 1 or len(set(numbers)) != len(numbers):
            raise Refusal(Reason.BAD_VALUE, field="copies")
        with self._floor.act() as act:
            known = the_document(act.work, document)
            if delegate is not None:
                delegation = the_delegate(act.work, delegate).sheet.delegation
            out = {copy.number for copy in act.work.copies.all(document) if copy.is_out}
            for number in numbers:
                if number in out:
                    raise Refusal(Reason.COPY_IS_OUT, number=number, title=known.card.title)
            copies = tuple(
                Copy(
                    id=new_id(act.now),
                    document=document,
                    number=number,
                    delegate=delegate,
                    delegation=delegation,
                    issued_at=act.now,
                )
                for number in sorted(numbers)
            )
            act.work.copies.put(copies)
            body = {"document": document, "numbers": [copy.number for copy in copies], "delegation": delegation}
            act.write(Kind.COPIES_ISSUED, delegate=delegate, body=body)
        return copies

    def take_back(self, document: DocumentId, numbers: Sequence[int]) -> tuple[Copy, ...]:
        """Refusal: NO_SUCH_DOCUMENT, COPY_NOT_OUT."""
        with self._floor.act() as act:
            known = the_document(act.work, document)
            out = {copy.number: copy for copy in act.work.copies.all(document) if copy.is_out}
            for number in numbers:
                if number not in out:
                    raise Refusal(Reason.COPY_NOT_OUT, number=number, title=known.card.title)
            back = tuple(replace(out[number], returned_at=act.now) for number in sorted(set(numbers)))
            if back:
                act.work.copies.put(back)
                body = {"document": document, "numbers": [copy.number for copy in back]}
                act.write(Kind.COPIES_RETURNED, body=body)
        return back

    def record(self, *, only_out: bool = False, document: DocumentId | None = None) -> CopiesRecord:
        """The book of copies, by document and number; or what is still out."""
        with self._floor.reading() as work:
            heading = heading_of(work.congress.get(), self._floor.clock.now())
            return copies_of(work, heading, document, only_out=only_out)


def copies_of(work: Work, heading: Heading, document: DocumentId | None, *, only_out: bool = False) -> CopiesRecord:
    documents = sorted(work.documents.all(), key=place_of)
    people = {d.id: d for d in work.delegates.all()}
    copies = work.copies.all(document)
    lines = [
        CopyLine(document=one, copy=copy, delegate=people.get(copy.delegate) if copy.delegate else None)
        for one in documents
        for copy in copies
        if copy.document == one.id and (copy.is_out or not only_out)
    ]
    return CopiesRecord(heading=heading, lines=tuple(lines), only_out=only_out)


def numbers_in(text: str) -> tuple[int, ...]:
    """ "1-20, 25" as numbers, at most ten thousand. Refusal: BAD_VALUE."""
    found: list[int] = []
    for part in text.replace(" ", "").split(","):
        first, dash, last = part.partition("-")
        if not first.isascii() or not first.isdigit() or (dash and not (last.isascii() and last.isdigit())):
            raise Refusal(Reason.BAD_VALUE, field="copies")
        begin, end = int(first), int(last) if dash else int(first)
        if not 1 <= begin <= end <= 10_000:
            raise Refusal(Reason.BAD_VALUE, field="copies")
        found += range(begin, end + 1)
    return tuple(dict.fromkeys(found))
