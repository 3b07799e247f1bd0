"""Opinions on drafts: what a delegate thinks of a part, and what the secretariat makes of it.

The synthesis has the form of 29-HD/VPTW (domain.md 6): I general, II by document, part, opinion.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.documents import Document, DocumentId
from congress_desk.domain.refusals import Reason, Refusal

OpinionId = NewType("OpinionId", str)
MOST_LETTERS = 4000


class Stance(StrEnum):
    AGREE = "agree"
    AMEND = "amend"
    OTHER = "other"


class Verdict(StrEnum):
    """What the secretariat proposes to do with an opinion."""

    OPEN = "open"  # not answered yet
    TAKEN_IN = "taken_in"
    EXPLAINED = "explained"  # the draft stays, and why
    PASSED_ON = "passed_on"  # another body decides


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """part: one of the document's parts, "" for the whole. general: sorted into part I of the synthesis."""

    id: OpinionId
    document: DocumentId
    version: int
    part: str
    stance: Stance
    text: str
    delegate: DelegateId | None
    received_at: dt.datetime
    general: bool = False
    verdict: Verdict = Verdict.OPEN
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many opinions agree, ask for a change, or say something else."""

    agree: int = 0
    amend: int = 0
    other: int = 0

    @property
    def all(self) -> int:
        return self.agree + self.amend + self.other


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOpinions:
    part: str
    tally: Tally
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentOpinions:
    """parts in the document's order; the first may be "", the whole document."""

    document: Document
    tally: Tally
    general: tuple[Opinion, ...]
    parts: tuple[PartOpinions, ...]


def tidy_opinion(text: str) -> str:
    """NFC; no control characters but line breaks, no invisible direction marks, no spaces at the ends."""
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    kept = ("".join(c for c in line if unicodedata.category(c) not in ("Cc", "Cf", "Cs")) for line in lines)
    return "\n".join(kept).strip()


def check_opinion(document: Document, part: str, stance: Stance, text: str) -> None:
    """Refusal: BAD_VALUE (a part that is not there), OPINION_NEEDS_WORDS, OPINION_TOO_LONG."""
    if part and part not in document.card.parts:
        raise Refusal(Reason.BAD_VALUE, field="part")
    if stance is not Stance.AGREE and not text:
        raise Refusal(Reason.OPINION_NEEDS_WORDS)
    if len(text) > MOST_LETTERS:
        raise Refusal(Reason.OPINION_TOO_LONG, most=MOST_LETTERS)


def tally_of(opinions: Iterable[Opinion]) -> Tally:
    stances = [opinion.stance for opinion in opinions]
    return Tally(**{stance.value: stances.count(stance) for stance in Stance})


def synthesis(documents: Sequence[Document], opinions: Sequence[Opinion]) -> tuple[DocumentOpinions, ...]:
    """Every document that has opinions, in the order given; opinions in order of receipt."""
    found = []
    for document in documents:
        own = sorted((o for o in opinions if o.document == document.id), key=lambda o: (o.received_at, o.id))
        if own:
            found.append(_of_document(document, own))
    return tuple(found)


def _of_document(document: Document, own: Sequence[Opinion]) -> DocumentOpinions:
    general = tuple(o for o in own if o.general)
    parts = []
    known = ("", *document.card.parts)
    gone = sorted({o.part for o in own} - set(known))  # parts that were renamed since
    for part in (*known, *gone):
        opinions = tuple(o for o in own if o.part == part and not o.general)
        if opinions:
            parts.append(PartOpinions(part=part, tally=tally_of(opinions), opinions=opinions))
    return DocumentOpinions(document=document, tally=tally_of(own), general=general, parts=tuple(parts))
