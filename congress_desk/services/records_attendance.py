"""The records of who is a delegate and who was there: delegate list, roll, attendance record, badges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.domain.attendance import fold, is_late
from congress_desk.domain.charts import attendance_chart
from congress_desk.domain.delegates import Category, Delegate
from congress_desk.domain.journal import Kind
from congress_desk.domain.names import name_sort_key
from congress_desk.domain.paper_options import badge_size, shift_of
from congress_desk.domain.quorum import session_status
from congress_desk.domain.records import (
    Asked,
    AttendanceLine,
    AttendanceRecord,
    Badge,
    BadgeSheet,
    DelegateListRecord,
    Form,
    Heading,
    RollRecord,
)
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.absences import absences_in
from congress_desk.services.congress import rules_of
from congress_desk.services.floor import the_session
from congress_desk.services.ports.store import Work
from congress_desk.services.records import RecordMaker
from congress_desk.services.roster import Roster


@dataclass(frozen=True, slots=True)
class AttendanceRecords:
    roster: Roster

    def makers(self) -> Mapping[Form, RecordMaker]:
        return {
            Form.DELEGATES: self._delegates,
            Form.ROLL: self._roll,
            Form.ATTENDANCE: self._attendance,
            Form.BADGES: self._badges,
        }

    def _delegates(self, work: Work, heading: Heading, asked: Asked) -> DelegateListRecord:
        people = tuple(d for d in self.roster.read(work) if d.is_official or d.sheet.category is Category.ALTERNATE)
        in_order = tuple(sorted(people, key=lambda d: name_sort_key(d.sheet.full_name)))
        return DelegateListRecord(heading=heading, delegates=people, alphabetical=in_order)

    def _roll(self, work: Work, heading: Heading, asked: Asked) -> RollRecord:
        session = the_session(work, asked.the_session)
        by_name: dict[str, list[Delegate]] = {}
        for delegate in self.roster.read(work):
            if delegate.counts and session.expects(delegate):
                by_name.setdefault(delegate.sheet.delegation, []).append(delegate)
        rolls = tuple((name, tuple(people)) for name, people in by_name.items())
        return RollRecord(heading=heading, session=session, delegations=rolls)

    def _attendance(self, work: Work, heading: Heading, asked: Asked) -> AttendanceRecord:
        session = the_session(work, asked.the_session)
        events = work.journal.of_session(session.id)
        folded = fold(session, events)
        everybody = self.roster.read(work)
        by_id = self.roster.by_id(work)
        lines = []
        for delegate in everybody:
            if delegate.counts and session.expects(delegate):
                attendance = folded.of(delegate.id)
                late = attendance.first is not None and is_late(session, attendance.first)
                lines.append(AttendanceLine(delegate=delegate, attendance=attendance, late=late))
        status = session_status(folded, everybody, rules_of(work).quorum)
        return AttendanceRecord(
            heading=heading,
            session=session,
            status=status,
            curve=attendance_chart(folded, status, [line.delegate.id for line in lines]),
            lines=tuple(lines),
            requests=tuple(one for one in absences_in(work) if one.session in (session.id, None)),
            replacements=tuple((by_id[d.replaces], d) for d in everybody if d.replaces in by_id),
            refused=sum(1 for e in events if e.kind is Kind.CHECK_IN_REFUSED),
            voided=sum(1 for e in events if e.kind is Kind.VOIDED),
        )

    def _badges(self, work: Work, heading: Heading, asked: Asked) -> BadgeSheet:
        """only: their badges alone."""
        only = asked.only
        wanted = [d for d in self.roster.read(work) if (only is None or d.id in only) and d.badge_code]
        if not wanted:
            raise Refusal(Reason.NOBODY_TO_PRINT)
        return BadgeSheet(
            heading=heading,
            size=badge_size(asked.options),
            backs=asked.options.get("backs") == "yes",
            shift=shift_of(asked.options),
            badges=tuple(
                Badge(delegate=d, code=d.badge_code, photo=(work.photos.get(d.photo) or b"") if d.photo else b"")
                for d in wanted
            ),
        )
