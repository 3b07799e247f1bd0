"""What is printed: a record folded from the journal, and its PDF. Every printing is in the journal."""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from congress_desk.domain.attendance import fold, is_late
from congress_desk.domain.delegates import Category, Delegate, DelegateId
from congress_desk.domain.journal import Event, Kind, SessionId
from congress_desk.domain.names import name_sort_key
from congress_desk.domain.quorum import session_status
from congress_desk.domain.records import (
    NEEDS_SESSION,
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
from congress_desk.services.congress import heading_of, rules_of
from congress_desk.services.floor import Floor, the_session
from congress_desk.services.ports.printer import FormRecord, Forms
from congress_desk.services.ports.store import Work
from congress_desk.services.rights_records import RIGHTS_FORMS, RightsRecords
from congress_desk.services.roster import Roster


class RecordsService:
    def __init__(self, floor: Floor, roster: Roster, forms: Forms, rights: RightsRecords) -> None:
        self._floor = floor
        self._roster = roster
        self._forms = forms
        self._rights = rights

    def record(
        self, form: Form, session: SessionId | None = None, *, only: Collection[DelegateId] | None = None
    ) -> FormRecord:
        """The record behind a form. only: these delegates alone (badges, consent forms).

        Refusal: SESSION_NEEDED, NO_SUCH_SESSION, NOBODY_TO_PRINT, NOTHING_ERASED.
        """
        if form in NEEDS_SESSION and session is None:
            raise Refusal(Reason.SESSION_NEEDED, form=form.value)
        with self._floor.reading() as work:
            heading = heading_of(work.congress.get(), self._floor.clock.now())
            if form is Form.DELEGATES:
                return self._delegates(work, heading)
            if form is Form.BADGES:
                return self._badges(work, heading, only)
            if form in RIGHTS_FORMS:
                return self._rights.record(form, work, heading, only)
            assert session is not None
            return (
                self._roll(work, heading, session) if form is Form.ROLL else self._attendance(work, heading, session)
            )

    def pdf(
        self,
        form: Form,
        session: SessionId | None = None,
        *,
        language: str,
        only: Collection[DelegateId] | None = None,
    ) -> bytes:
        """The form on paper, journaled with its hash. Trouble: NO_FONT_FOR, SYMBOL_UNREADABLE."""
        pdf = self.preview(form, session, language=language, only=only)
        self.note_printed(form, session, language=language, pdf=pdf)
        return pdf

    def preview(
        self,
        form: Form,
        session: SessionId | None = None,
        *,
        language: str,
        only: Collection[DelegateId] | None = None,
    ) -> bytes:
        """The same PDF, for the screen only."""
        return self._forms.render(self.record(form, session, only=only), language)

    def note_printed(self, form: Form, session: SessionId | None, *, language: str, pdf: bytes) -> Event:
        """A previewed PDF went to a printer or a file."""
        with self._floor.act() as act:
            body = {"form": form.value, "language": language, "sha256": hashlib.sha256(pdf).hexdigest()}
            return act.write(Kind.PRINTED, session=session, body=body)

    def _delegates(self, work: Work, heading: Heading) -> DelegateListRecord:
        people = tuple(d for d in self._roster.read(work) if d.is_official or d.sheet.category is Category.ALTERNATE)
        in_order = tuple(sorted(people, key=lambda d: name_sort_key(d.sheet.full_name)))
        return DelegateListRecord(heading=heading, delegates=people, alphabetical=in_order)

    def _roll(self, work: Work, heading: Heading, session_id: SessionId) -> RollRecord:
        session = the_session(work, session_id)
        by_name: dict[str, list[Delegate]] = {}
        for delegate in self._roster.read(work):
            if delegate.counts and session.expects(delegate):
                by_name.setdefault(delegate.sheet.delegation, []).append(delegate)
        rolls = tuple((name, tuple(people)) for name, people in by_name.items())
        return RollRecord(heading=heading, session=session, delegations=rolls)

    def _attendance(self, work: Work, heading: Heading, session_id: SessionId) -> AttendanceRecord:
        session = the_session(work, session_id)
        events = work.journal.of_session(session_id)
        folded = fold(session, events)
        everybody = self._roster.read(work)
        by_id = self._roster.by_id(work)
        lines = []
        for delegate in everybody:
            if delegate.counts and session.expects(delegate):
                attendance = folded.of(delegate.id)
                late = attendance.first is not None and is_late(session, attendance.first)
                lines.append(AttendanceLine(delegate=delegate, attendance=attendance, late=late))
        return AttendanceRecord(
            heading=heading,
            session=session,
            status=session_status(folded, everybody, rules_of(work).quorum),
            lines=tuple(lines),
            replacements=tuple((by_id[d.replaces], d) for d in everybody if d.replaces in by_id),
            refused=sum(1 for e in events if e.kind is Kind.CHECK_IN_REFUSED),
            voided=sum(1 for e in events if e.kind is Kind.VOIDED),
        )

    def _badges(self, work: Work, heading: Heading, only: Collection[DelegateId] | None) -> BadgeSheet:
        wanted = [d for d in self._roster.read(work) if (only is None or d.id in only) and d.badge_code]
        if not wanted:
            raise Refusal(Reason.NOBODY_TO_PRINT)
        return BadgeSheet(
            heading=heading,
            badges=tuple(
                Badge(delegate=d, code=d.badge_code, photo=(work.photos.get(d.photo) or b"") if d.photo else b"")
                for d in wanted
            ),
        )
