"""Every paper that the room offers: in which group, what it needs, how it may look. Facts only, no words, no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from congress_desk.domain.records import NEEDS_ROUND, NEEDS_SESSION, OF_A_DOCUMENT, Form


class Group(StrEnum):
    PEOPLE = "people"
    SESSIONS = "sessions"
    SEATS = "seats"
    PROGRAMME = "programme"
    VOTES = "votes"
    DOCUMENTS = "documents"
    CLOSING = "closing"
    FACES = "faces"


GROUPS: Mapping[Group, tuple[Form, ...]] = {
    Group.PEOPLE: (Form.DELEGATES, Form.INVITATION, Form.BADGES, Form.NAME_TENTS, Form.CALIBRATION),
    Group.SESSIONS: (Form.ATTENDANCE, Form.ROLL, Form.CONGRESS_ATTENDANCE, Form.REPLACEMENTS, Form.CHARTS),
    Group.SEATS: (Form.SEATING, Form.SEAT_TICKETS),
    Group.PROGRAMME: (Form.PROGRAMME, Form.PRESENTATIONS),
    Group.VOTES: (
        Form.VOTE_RECORD,
        Form.COUNT_RECORD,
        Form.ENTRY_LOG,
        Form.SEAL_LABEL,
        Form.HAND_OVER,
        Form.RESULT_SLIDE,
    ),
    Group.DOCUMENTS: (Form.DOCUMENTS, Form.OPINIONS, Form.COPIES, Form.READING),
    Group.CLOSING: (Form.CREDENTIALS, Form.MINUTES, Form.RESOLUTION, Form.ACTION_PROGRAMME),
    Group.FACES: (Form.CONSENT_FORM, Form.CONSENT_LIST, Form.CONSENT_REGISTER, Form.IMPACT, Form.ERASURE),
}


class Subject(StrEnum):
    """What a paper is about, beside people and looks."""

    NOTHING = "nothing"
    SESSION = "session"
    ANY_SESSION = "any_session"  # one, or the congress until now
    ROUND = "round"
    VOTE = "vote"  # one, or the register of all
    DOCUMENT = "document"  # one, or all


class Option(StrEnum):
    """The values are the names of domain/paper_options.py."""

    SIZE = "size"
    BACKS = "backs"
    SHIFT = "shift"
    PAPER = "paper"
    PLAN = "plan"


OPTIONS: Mapping[Form, tuple[Option, ...]] = {
    Form.BADGES: (Option.SIZE, Option.BACKS, Option.SHIFT),
    Form.INVITATION: (Option.PAPER, Option.SHIFT),
    Form.SEATING: (Option.PLAN, Option.PAPER),
    Form.SEAT_TICKETS: (Option.PLAN,),
    Form.CALIBRATION: (Option.SHIFT,),
}
SHEETS: Mapping[Form, tuple[str, ...]] = {Form.INVITATION: ("a5", "a4"), Form.SEATING: ("a3", "a4")}
CHOOSES_PEOPLE = frozenset(
    {
        Form.BADGES,
        Form.INVITATION,
        Form.NAME_TENTS,
        Form.SEAT_TICKETS,
        Form.CONSENT_FORM,
        Form.CONSENT_LIST,
    }
)
AS_WORD = frozenset({Form.CREDENTIALS, Form.MINUTES, Form.RESOLUTION, Form.ACTION_PROGRAMME})


def subject_of(form: Form) -> Subject:
    if form in NEEDS_SESSION:
        return Subject.SESSION
    if form in NEEDS_ROUND:
        return Subject.ROUND
    if form is Form.CREDENTIALS:
        return Subject.ANY_SESSION
    if form is Form.VOTE_RECORD:
        return Subject.VOTE
    return Subject.DOCUMENT if form in OF_A_DOCUMENT else Subject.NOTHING
