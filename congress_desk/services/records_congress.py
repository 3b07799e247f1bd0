"""The records of the congress as a whole: who is invited, who was at which session, why not, and in whose place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from congress_desk.domain.absences import AbsenceCase, CaseState
from congress_desk.domain.attendance import Attendance, Excuse, ExcuseScope, Presence, Session, fold
from congress_desk.domain.delegates import Category, Delegate, DelegateId
from congress_desk.domain.hall_records import (
    AbsenceLine,
    CalibrationRecord,
    CongressAttendanceRecord,
    CongressLine,
    InvitationRecord,
    Invited,
    NameTentsRecord,
    ReplacementLine,
    ReplacementsRecord,
)
from congress_desk.domain.journal import Event, Kind, SessionId
from congress_desk.domain.paper_options import Sheet, sheet_of_paper, shift_of
from congress_desk.domain.quorum import session_status
from congress_desk.domain.records import Asked, Form, Heading
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.seating import is_seated
from congress_desk.services.absences import absences_in
from congress_desk.services.congress import rules_of
from congress_desk.services.ports.store import Work
from congress_desk.services.records import RecordMaker
from congress_desk.services.roster import Roster

_AWAY = (Presence.EXPECTED, Presence.ABSENT)


@dataclass(frozen=True, slots=True)
class CongressRecords:
    roster: Roster

    def makers(self) -> Mapping[Form, RecordMaker]:
        return {
            Form.INVITATION: self._invitations,
            Form.NAME_TENTS: self._tents,
            Form.CONGRESS_ATTENDANCE: self._attendance,
            Form.REPLACEMENTS: self._replacements,
            Form.CALIBRATION: lambda _work, heading, asked: CalibrationRecord(
                heading=heading, shift=shift_of(asked.options)
            ),
        }

    def _invitations(self, work: Work, heading: Heading, asked: Asked) -> InvitationRecord:
        """Delegates, alternates and guests. The number is the card's; without one, the place in the whole list."""
        sessions = tuple(work.sessions.all())
        everybody = [d for d in self.roster.read(work) if is_seated(d)]
        invited = tuple(
            Invited(
                delegate=d,
                number=d.sheet.card_number or f"{place:03}",
                sessions=tuple(s for s in sessions if s.expects(d)),
                code=d.badge_code,
            )
            for place, d in enumerate(everybody, 1)
            if asked.only is None or d.id in asked.only
        )
        if not invited:
            raise Refusal(Reason.NOBODY_TO_PRINT)
        return InvitationRecord(
            heading=heading,
            invited=invited,
            sheet=sheet_of_paper(asked.options, Sheet.A5),
            shift=shift_of(asked.options),
        )

    def _tents(self, work: Work, heading: Heading, asked: Asked) -> NameTentsRecord:
        people = tuple(
            d for d in self.roster.read(work) if is_seated(d) and (asked.only is None or d.id in asked.only)
        )
        if not people:
            raise Refusal(Reason.NOBODY_TO_PRINT)
        return NameTentsRecord(heading=heading, people=people)

    def _attendance(self, work: Work, heading: Heading, asked: Asked) -> CongressAttendanceRecord:
        everybody = self.roster.read(work)
        convened = [d for d in everybody if d.counts]
        known = [fold(s, work.journal.of_session(s.id)) for s in work.sessions.all()]
        folds = [f for f in known if f.movements or f.session.starts <= heading.printed_at]
        sessions = tuple(f.session for f in folds)
        quorum = rules_of(work).quorum
        lines = tuple(
            CongressLine(
                delegate=d,
                attendances=tuple(f.of(d.id) if f.session.expects(d) else None for f in folds),
            )
            for d in convened
        )
        return CongressAttendanceRecord(
            heading=heading,
            sessions=sessions,
            statuses=tuple(session_status(f, everybody, quorum) for f in folds),
            to_come=len(known) - len(folds),
            lines=lines,
            absences=_absences(work, sessions, lines),
            replacements=_replaced(work, self.roster.by_id(work)),
        )

    def _replacements(self, work: Work, heading: Heading, asked: Asked) -> ReplacementsRecord:
        return ReplacementsRecord(heading=heading, replacements=_replaced(work, self.roster.by_id(work)))


def excuses_on_record(work: Work) -> list[Event]:
    """Every excuse that was not voided, in order of recording."""
    events = work.journal.of_kinds([Kind.EXCUSED, Kind.VOIDED])
    voided = {e.about for e in events if e.kind is Kind.VOIDED}
    return [e for e in events if e.kind is Kind.EXCUSED and e.id not in voided]


def _absences(work: Work, sessions: Sequence[Session], lines: Sequence[CongressLine]) -> tuple[AbsenceLine, ...]:
    """By delegate in the order of the lines: absences with a word on record, then those without any."""
    by_id: Mapping[SessionId, Session] = {session.id: session for session in work.sessions.all()}
    excuses: dict[DelegateId, list[Event]] = {}
    for event in excuses_on_record(work):
        if event.delegate is not None:
            excuses.setdefault(event.delegate, []).append(event)
    found: list[AbsenceLine] = []
    requests = absences_in(work)
    for line in lines:
        of_person = [one for one in requests if one.delegate == line.delegate.id]
        found += [_excused(line.delegate, event, by_id, of_person) for event in excuses.get(line.delegate.id, ())]
        not_accepted = [one for one in of_person if one.state is not CaseState.ACCEPTED]
        found += [_asked(line.delegate, one, by_id) for one in not_accepted]
        missed = tuple(
            session
            for session, attendance in zip(sessions, line.attendances, strict=True)
            if attendance is not None and _without_a_word(attendance)
        )
        if missed:
            found.append(AbsenceLine(delegate=line.delegate, sessions=missed))
    return tuple(found)


def _without_a_word(attendance: Attendance) -> bool:
    return attendance.presence in _AWAY and attendance.excuse is None


def _asked(delegate: Delegate, request: AbsenceCase, sessions: Mapping[SessionId, Session]) -> AbsenceLine:
    """A request that waits, or was refused."""
    session = sessions.get(request.session) if request.session is not None else None
    return AbsenceLine(delegate=delegate, sessions=(session,) if session else (), request=request)


def _excused(
    delegate: Delegate, event: Event, sessions: Mapping[SessionId, Session], requests: Sequence[AbsenceCase]
) -> AbsenceLine:
    body = event.body
    scope = ExcuseScope(body.get("scope", ExcuseScope.SESSION))
    return AbsenceLine(
        delegate=delegate,
        sessions=_missed(event, scope, sessions),
        excuse=Excuse(
            reason=body.get("reason", ""),
            scope=scope,
            allowed_by=body.get("allowed_by", ""),
            with_leave=body.get("with_leave", True),
            request=event.about,
        ),
        request=next((one for one in requests if one.id == event.about), None),
        recorded_at=event.recorded_at,
        recorded_by=f"{event.actor}, {event.desk}",
    )


def _missed(event: Event, scope: ExcuseScope, sessions: Mapping[SessionId, Session]) -> tuple[Session, ...]:
    session = sessions.get(event.session) if event.session is not None else None
    return (session,) if session is not None and scope is ExcuseScope.SESSION else ()


def _replaced(work: Work, people: Mapping[DelegateId, Delegate]) -> tuple[ReplacementLine, ...]:
    """The replacements that stand, with their decision, in order of deciding."""
    reasons = {e.delegate: e.body.get("reason", "") for e in excuses_on_record(work)}
    decided = {e.body["alternate"]: e for e in work.journal.of_kinds([Kind.OFFICIAL_REPLACED])}
    seated = [d for d in people.values() if d.sheet.category is Category.ALTERNATE and d.replaces in people]
    lines = []
    for alternate in seated:
        assert alternate.replaces is not None
        official, event = people[alternate.replaces], decided.get(alternate.id)
        lines.append(
            ReplacementLine(
                official=official,
                alternate=alternate,
                decision=event.body.get("decision", "") if event else "",
                decided_at=event.happened_at if event else None,
                reason=reasons.get(official.id, ""),
            )
        )
    return tuple(sorted(lines, key=lambda line: line.decided_at.isoformat() if line.decided_at else ""))
