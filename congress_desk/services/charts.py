"""The values of all charts, counted by the rooms whose figures they show."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.attendance import Session, fold
from congress_desk.domain.chart_records import ChartsRecord
from congress_desk.domain.charts import (
    DRAWN_PARTS,
    AttendanceChart,
    BarChart,
    PresenceChart,
    attendance_chart,
    bar_chart,
    presence_chart,
)
from congress_desk.domain.credentials import CredentialsRules
from congress_desk.domain.credentials_counting import credentials_of
from congress_desk.domain.journal import SessionId
from congress_desk.domain.quorum import session_status
from congress_desk.domain.records import Asked, Form, Heading
from congress_desk.services.congress import rules_of
from congress_desk.services.floor import Floor, the_session
from congress_desk.services.ports.store import Work
from congress_desk.services.records import RecordMaker
from congress_desk.services.roster import Roster


@dataclass(frozen=True, slots=True)
class ChartsService:
    floor: Floor
    roster: Roster

    def composition(self) -> tuple[BarChart, ...]:
        """Of the official delegates convened: gender, age, education."""
        with self.floor.reading() as work:
            return self.composition_in(work)

    def attendance(self, session: SessionId) -> AttendanceChart:
        """Refusal: NO_SUCH_SESSION."""
        with self.floor.reading() as work:
            return self.of_session_in(work, the_session(work, session))[0]

    def presence(self, session: SessionId) -> PresenceChart:
        """Refusal: NO_SUCH_SESSION."""
        with self.floor.reading() as work:
            return self.of_session_in(work, the_session(work, session))[1]

    def makers(self) -> dict[Form, RecordMaker]:
        return {Form.CHARTS: self._record}

    def _record(self, work: Work, heading: Heading, asked: Asked) -> ChartsRecord:
        """Of one session where one is named, else of every session to which somebody came."""
        named = [the_session(work, asked.session)] if asked.session else None
        sessions = named or sorted(work.sessions.all(), key=lambda s: (s.starts, s.id))
        pairs = [self.of_session_in(work, session) for session in sessions]
        shown = [pair for pair in pairs if named or pair[0].steps]
        return ChartsRecord(
            heading=heading,
            composition=self.composition_in(work),
            attendance=tuple(attendance for attendance, _ in shown),
            presence=tuple(presence for _, presence in shown),
        )

    def composition_in(self, work: Work) -> tuple[BarChart, ...]:
        everybody = self.roster.read(work)
        opens = work.congress.get().opens
        found = credentials_of(everybody, came=(), excused=(), opens=opens, rules=CredentialsRules())
        return tuple(bar_chart(part, found.part(part), found.counted) for part in DRAWN_PARTS if found.counted)

    def of_session_in(self, work: Work, session: Session) -> tuple[AttendanceChart, PresenceChart]:
        everybody = self.roster.read(work)
        folded = fold(session, work.journal.of_session(session.id))
        status = session_status(folded, everybody, rules_of(work).quorum)
        base = [d.id for d in everybody if d.counts and session.expects(d)]
        return attendance_chart(folded, status, base), presence_chart(session, status)
