"""What is printed: a record folded from the journal, and its PDF. Every printing is in the journal.

Each room says how its own records are made: a table of makers, put together where the desk is built.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import Event, Kind, SessionId
from congress_desk.domain.records import NEEDS_ROUND, NEEDS_SESSION, Asked, Form, Heading
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.congress import heading_of
from congress_desk.services.floor import Floor
from congress_desk.services.ports.printer import FormRecord, Forms
from congress_desk.services.ports.store import Work

RecordMaker = Callable[[Work, Heading, Asked], FormRecord]


class RecordsService:
    """makers: of every form that this desk can print."""

    def __init__(self, floor: Floor, forms: Forms, makers: Mapping[Form, RecordMaker]) -> None:
        self._floor = floor
        self._forms = forms
        self._makers = makers

    def record(
        self,
        form: Form,
        session: SessionId | None = None,
        *,
        only: Collection[DelegateId] | None = None,
        subject: str = "",
    ) -> FormRecord:
        """The record behind a form. only: these delegates alone (badges, consent forms). subject: see Asked.

        Refusal: SESSION_NEEDED, ROUND_NEEDED, NO_SUCH_SESSION, and those of the form's own room.
        """
        if form in NEEDS_SESSION and session is None:
            raise Refusal(Reason.SESSION_NEEDED, form=form.value)
        if form in NEEDS_ROUND and not subject:
            raise Refusal(Reason.ROUND_NEEDED, form=form.value)
        with self._floor.reading() as work:
            heading = heading_of(work.congress.get(), self._floor.clock.now())
            return self._makers[form](work, heading, Asked(session=session, only=only, subject=subject))

    def pdf(
        self,
        form: Form,
        session: SessionId | None = None,
        *,
        language: str,
        only: Collection[DelegateId] | None = None,
        subject: str = "",
    ) -> bytes:
        """The form on paper, journaled with its hash. Trouble: NO_FONT_FOR, SYMBOL_UNREADABLE."""
        pdf = self.preview(form, session, language=language, only=only, subject=subject)
        self.note_printed(form, session, language=language, pdf=pdf)
        return pdf

    def preview(
        self,
        form: Form,
        session: SessionId | None = None,
        *,
        language: str,
        only: Collection[DelegateId] | None = None,
        subject: str = "",
    ) -> bytes:
        """The same PDF, for the screen only."""
        return self._forms.render(self.record(form, session, only=only, subject=subject), language)

    def note_printed(self, form: Form, session: SessionId | None, *, language: str, pdf: bytes) -> Event:
        """A previewed PDF went to a printer or a file."""
        with self._floor.act() as act:
            body = {"form": form.value, "language": language, "sha256": hashlib.sha256(pdf).hexdigest()}
            return act.write(Kind.PRINTED, session=session, body=body)
