"""What the store is asked for and how its answers become state; runs on the store lane, touches no screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session, is_late
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.identification import Candidate
from congress_desk.domain.journal import Event, Kind, SessionId
from congress_desk.domain.quorum import SessionStatus
from congress_desk.domain.refusals import Reason
from congress_desk.services.checkin import Admission, LoggedReading
from congress_desk.services.desk import Desk
from congress_desk.ui.rooms.checkin.state import Answer, FoundPerson, Line, Person, Reading, Stand

SHOWN_LINES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall:
    """The room's figures at one moment."""

    sessions: tuple[Session, ...]
    session: Session | None
    status: SessionStatus | None
    latest: tuple[Line, ...]
    zone: ZoneInfo
    accept_faces: bool = False  # the secretariat allowed sure faces to be recorded without a key


def read_hall(desk: Desk, chosen: SessionId | None) -> Hall:
    """The chosen session, or the one that the clock proposes."""
    zone = desk.congress.zone()
    sessions = desk.sessions.sessions()
    session = next((s for s in sessions if s.id == chosen), None) or desk.sessions.proposed()
    if session is None:
        return Hall(sessions=sessions, session=None, status=None, latest=(), zone=zone)
    latest = tuple(line_of(one, zone) for one in desk.check_in.latest(session.id, SHOWN_LINES))
    return Hall(
        sessions=sessions,
        session=session,
        status=desk.check_in.status(session.id),
        latest=latest,
        zone=zone,
        accept_faces=desk.congress.rules().auto_accept_faces,
    )


def line_of(logged: LoggedReading, zone: ZoneInfo) -> Line:
    event = logged.event
    return Line(
        event=event.id,
        at=event.happened_at.astimezone(zone),
        kind=event.kind.value,
        delegate=logged.delegate,
        reason=str(event.body.get("reason", "")) if event.kind is Kind.CHECK_IN_REFUSED else "",
        voided=logged.voided,
    )


def find_people(desk: Desk, words: str, session: SessionId) -> tuple[FoundPerson, ...]:
    """Where everybody who matches stands in this session."""
    folded = desk.check_in.fold(session)
    return tuple(FoundPerson(delegate=d, presence=folded.of(d.id).presence) for d in desk.check_in.search(words))


def answered(desk: Desk, admission: Admission, session: Session) -> Answer:
    """The admission with the photos that the panel shows."""
    if admission.accepted and admission.event is not None:
        return Answer(
            stand=Stand.ACCEPTED,
            person=_person(desk, admission.delegate),
            made=reading_of(admission.event),
            event=admission.event.id,
            late=is_late(session, admission.event),
        )
    if admission.reason is Reason.AMBIGUOUS and admission.candidates:
        return Answer(stand=Stand.CHOOSE, choices=tuple(person_of(desk, d) for d in admission.candidates[:3]))
    return Answer(
        stand=Stand.REFUSED,
        person=_person(desk, admission.delegate),
        made=reading_of(admission.event) if admission.event else None,
        first=reading_of(admission.first) if admission.first else None,
        reason=admission.reason,
        details=admission.details,
    )


def question(desk: Desk, delegate: Delegate, session: SessionId) -> Answer:
    """Is it this person? With where he stands now."""
    presence = desk.check_in.fold(session).of(delegate.id).presence
    return Answer(stand=Stand.CONFIRM, person=person_of(desk, delegate), presence=presence)


def noted(desk: Desk, event: Event, stand: Stand) -> Answer:
    """An exit, an absence or an undone act."""
    delegate = desk.registry.delegate(event.delegate) if event.delegate else None
    undoable = None if stand is Stand.UNDONE else event.id
    return Answer(stand=stand, person=_person(desk, delegate), made=reading_of(event), event=undoable)


def people_proposed(desk: Desk, candidates: Sequence[Candidate]) -> tuple[Person, ...]:
    return tuple(person_of(desk, desk.registry.delegate(c.delegate), c.score) for c in candidates)


def line_as_answer(desk: Desk, line: Line) -> Answer:
    """One of the last ten, shown large again."""
    stands = {Kind.LEFT: Stand.LEFT, Kind.EXCUSED: Stand.EXCUSED, Kind.CHECK_IN_REFUSED: Stand.REFUSED}
    stand = Stand.UNDONE if line.voided else stands.get(Kind(line.kind), Stand.ACCEPTED)
    return Answer(
        stand=stand,
        person=_person(desk, line.delegate),
        made=Reading(at=line.at),
        reason=Reason(line.reason) if line.reason else None,
        details={"at": line.at},
        event=None if line.voided or line.reason else line.event,
    )


def person_of(desk: Desk, delegate: Delegate, score: float | None = None) -> Person:
    return Person(delegate=delegate, photo=desk.registry.photo(delegate.id), score=score)


def reading_of(event: Event) -> Reading:
    return Reading(at=event.happened_at, method=str(event.body.get("method", "")), desk=event.desk)


def _person(desk: Desk, delegate: Delegate | None) -> Person | None:
    return person_of(desk, delegate) if delegate is not None else None
