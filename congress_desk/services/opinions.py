"""Opinions on drafts: received once and for all, sorted, answered, put together for the presidium."""

from __future__ import annotations

from dataclasses import replace

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.documents import AskOpinions, DocumentId
from congress_desk.domain.documents_records import SynthesisRecord
from congress_desk.domain.journal import EventId, Kind
from congress_desk.domain.opinions import (
    Opinion,
    OpinionId,
    Stance,
    Verdict,
    check_opinion,
    synthesis,
    tidy_opinion,
)
from congress_desk.domain.records import Heading
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.congress import heading_of
from congress_desk.services.documents_parts import place_of, the_document
from congress_desk.services.floor import Act, Floor
from congress_desk.services.ports.store import Work


class OpinionsService:
    def __init__(self, floor: Floor) -> None:
        self._floor = floor

    def receive(
        self,
        opinion: OpinionId,
        document: DocumentId,
        *,
        stance: Stance,
        text: str = "",
        part: str = "",
        delegate: DelegateId | None = None,
    ) -> Opinion:
        """Durable when this returns; the same id again is a success and one opinion.

        Who gives it is kept only where names are asked for.
        Refusal: NO_SUCH_DOCUMENT, OPINIONS_CLOSED, DELEGATE_NEEDED, OPINION_NEEDS_WORDS, OPINION_TOO_LONG, BAD_VALUE.
        """
        text = tidy_opinion(text)
        with self._floor.act() as act:
            known = act.work.opinions.get(opinion)
            if known is not None:
                return known
            found = the_document(act.work, document)
            if found.card.opinions is AskOpinions.NO or not found.is_open:
                raise Refusal(Reason.OPINIONS_CLOSED, title=found.card.title)
            named = found.card.opinions is AskOpinions.NAMED
            if named and delegate is None:
                raise Refusal(Reason.DELEGATE_NEEDED, title=found.card.title)
            check_opinion(found, part, stance, text)
            received = Opinion(
                id=opinion,
                document=document,
                version=found.current.number,
                part=part,
                stance=stance,
                text=text,
                delegate=delegate if named else None,
                received_at=act.now,
            )
            act.work.opinions.put(received)
            body = {"document": document, "version": received.version, "part": part, "stance": stance.value}
            act.write(
                Kind.OPINION_RECEIVED,
                event=EventId(opinion),
                delegate=received.delegate,
                body=body | {"text": text},
            )
        return received

    def opinions(self) -> tuple[Opinion, ...]:
        """In order of receipt."""
        with self._floor.reading() as work:
            return tuple(work.opinions.all())

    def sort(self, opinion: OpinionId, *, general: bool, part: str = "") -> Opinion:
        """Into part I of the synthesis, or under a part of its document. Refusal: NO_SUCH_OPINION, BAD_VALUE."""
        with self._floor.act() as act:
            old = _the_opinion(act, opinion)
            document = the_document(act.work, old.document)
            if part and part not in document.card.parts:
                raise Refusal(Reason.BAD_VALUE, field="part")
            new = replace(old, general=general, part="" if general else part)
            if new != old:
                act.work.opinions.put(new)
                body = {"opinion": opinion, "general": general, "part": new.part, "was": old.part}
                act.write(Kind.OPINION_SORTED, body=body)
        return new

    def answer(self, opinion: OpinionId, verdict: Verdict, text: str = "") -> Opinion:
        """Refusal: NO_SUCH_OPINION, REASON_NEEDED (explaining needs words)."""
        text = tidy_opinion(text)
        if verdict is Verdict.EXPLAINED and not text:
            raise Refusal(Reason.REASON_NEEDED)
        with self._floor.act() as act:
            new = replace(_the_opinion(act, opinion), verdict=verdict, answer=text)
            act.work.opinions.put(new)
            body = {"opinion": opinion, "verdict": verdict.value, "answer": text}
            act.write(Kind.OPINION_ANSWERED, body=body)
        return new

    def synthesis(self, document: DocumentId | None = None) -> SynthesisRecord:
        """All documents with opinions, or one of them."""
        with self._floor.reading() as work:
            return synthesis_of(work, heading_of(work.congress.get(), self._floor.clock.now()), document)


def synthesis_of(work: Work, heading: Heading, document: DocumentId | None) -> SynthesisRecord:
    documents = sorted(work.documents.all(), key=place_of)
    opinions = work.opinions.all()
    givers = {o.delegate for o in opinions if o.delegate}
    names = {d.id: d for d in work.delegates.all() if d.id in givers}
    wanted = [d for d in documents if document in (None, d.id)]
    return SynthesisRecord(heading=heading, documents=synthesis(wanted, opinions), names=names)


def _the_opinion(act: Act, opinion: OpinionId) -> Opinion:
    found = act.work.opinions.get(opinion)
    if found is None:
        raise Refusal(Reason.NO_SUCH_OPINION)
    return found
