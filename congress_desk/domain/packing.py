"""The record pack before it is made: which records, of which sessions and rounds, and what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from congress_desk.domain.attendance import Session
from congress_desk.domain.journal import SessionId
from congress_desk.domain.records import NEEDS_ROUND, NEEDS_SESSION, Form, Heading

BLANK = frozenset({Form.CONSENT_FORM, Form.CALIBRATION})  # tools for printing that record nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One record to be made. about: name of its session or round, "" for the congress."""

    form: Form
    session: SessionId | None = None
    subject: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A record of the pack. page: its first page in the bound file, from 1. title, about: said in its language."""

    form: Form
    title: str
    about: str
    file: str
    pages: int
    page: int
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A record that cannot be made of this congress. told: why, as people are told."""

    form: Form
    title: str
    about: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackContentsRecord:
    """The first pages of the bound pack."""

    heading: Heading
    packed: tuple[Packed, ...]
    left_out: tuple[LeftOut, ...]


def pieces_of(
    forms: Iterable[Form], sessions: Sequence[Session], rounds: Sequence[tuple[str, str]]
) -> tuple[Piece, ...]:
    """In order of Form, then of time. rounds: id and name of every round of every election."""
    found: list[Piece] = []
    wanted = set(forms) - BLANK
    for form in (form for form in Form if form in wanted):
        if form in NEEDS_SESSION:
            found += [Piece(form=form, session=s.id, about=s.name) for s in sorted(sessions, key=lambda s: s.starts)]
        elif form in NEEDS_ROUND:
            found += [Piece(form=form, subject=id_, about=name) for id_, name in rounds]
        else:
            found.append(Piece(form=form))
    return tuple(found)
