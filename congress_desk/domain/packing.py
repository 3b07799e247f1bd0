"""The record pack before it is made: which records, of which sessions and rounds, and what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from congress_desk.domain.attendance import Session
from congress_desk.domain.journal import SessionId
from congress_desk.domain.records import NEEDS_ROUND, NEEDS_SESSION, Form, Heading
from congress_desk.domain.seating import PlanName

BLANK = frozenset({Form.CONSENT_FORM, Form.CALIBRATION})  # tools for printing that record nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One record to be made. about: name of its session, vote or round, "" for the congress. options: see Asked."""

    form: Form
    session: SessionId | None = None
    subject: str = ""
    about: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A record of the pack. form: its word on the command line. page: its first page in the bound file, from 1.

    title, about: said in its language. id: as on its foot, "" where it has none.
    """

    form: str
    title: str
    about: str
    file: str
    pages: int
    page: int
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A record that cannot be made of this congress. told: why, as people are told."""

    form: str
    title: str
    about: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedFile:
    """A record as it was sealed, byte for byte, with the signatures put on it since."""

    form: str
    title: str
    file: str
    id: str
    sha256: str
    signers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackContentsRecord:
    """The first pages of the bound pack."""

    heading: Heading
    packed: tuple[Packed, ...]
    left_out: tuple[LeftOut, ...]
    sealed: tuple[SealedFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subjects:
    """What a congress has papers about: id and name of every vote by hands and of every round, in their order."""

    sessions: Sequence[Session] = ()
    votes: Sequence[tuple[str, str]] = ()
    rounds: Sequence[tuple[str, str]] = ()


def pieces_of(forms: Iterable[Form], subjects: Subjects) -> tuple[Piece, ...]:
    """In order of Form, then of time."""
    wanted = set(forms) - BLANK
    return tuple(piece for form in Form if form in wanted for piece in _of(form, subjects))


def _of(form: Form, subjects: Subjects) -> Iterable[Piece]:
    if form in NEEDS_SESSION:
        in_order = sorted(subjects.sessions, key=lambda s: (s.starts, s.id))
        return [Piece(form=form, session=s.id, about=s.name) for s in in_order]
    if form in NEEDS_ROUND:
        return [Piece(form=form, subject=id_, about=name) for id_, name in subjects.rounds]
    if form is Form.VOTE_RECORD:
        return [Piece(form=form), *(Piece(form=form, subject=id_, about=name) for id_, name in subjects.votes)]
    if form is Form.SEATING:
        return [Piece(form=form, options={"plan": plan.value}) for plan in PlanName]
    return [Piece(form=form)]
