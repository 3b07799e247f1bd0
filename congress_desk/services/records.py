"""What is printed: a record folded from the journal, and its PDF. Every printing is in the journal.

Each room says how its own records are made: a table of makers, put together where the desk is built.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import Kind, SessionId
from congress_desk.domain.record_marks import RecordMark, mark_of
from congress_desk.domain.records import NEEDS_ROUND, NEEDS_SESSION, Asked, Form, Heading
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.congress import heading_of
from congress_desk.services.floor import Floor
from congress_desk.services.ports.printer import FormRecord, Forms
from congress_desk.services.ports.store import Work

_MARKS_KEPT = 64

RecordMaker = Callable[[Work, Heading, Asked], FormRecord]


class RecordsService:
    """makers: of every form that this desk can print."""

    def __init__(self, floor: Floor, forms: Forms, makers: Mapping[Form, RecordMaker]) -> None:
        self._floor = floor
        self._forms = forms
        self._makers = makers
        self._marks: dict[str, RecordMark] = {}  # of what was rendered last, by the SHA-256 of the PDF

    @property
    def forms(self) -> Collection[Form]:
        """Those that can be printed at this desk."""
        return self._makers.keys()

    def record(
        self,
        form: Form,
        session: SessionId | None = None,
        *,
        only: Collection[DelegateId] | None = None,
        subject: str = "",
        options: Mapping[str, str] | None = None,
    ) -> FormRecord:
        """The record behind a form. only: these delegates alone (badges, invitations). Else see Asked.

        Refusal: SESSION_NEEDED, ROUND_NEEDED, NO_SUCH_SESSION, and those of the form's own room.
        """
        if form in NEEDS_SESSION and session is None:
            raise Refusal(Reason.SESSION_NEEDED, form=form.value)
        if form in NEEDS_ROUND and not subject:
            raise Refusal(Reason.ROUND_NEEDED, form=form.value)
        with self._floor.reading() as work:
            heading = heading_of(work.congress.get(), self._floor.clock.now())
            asked = Asked(session=session, only=only, subject=subject, options=options or {})
            return self._makers[form](work, heading, asked)

    def pdf(
        self,
        form: Form,
        session: SessionId | None = None,
        *,
        language: str,
        only: Collection[DelegateId] | None = None,
        subject: str = "",
        options: Mapping[str, str] | None = None,
    ) -> bytes:
        """The form on paper, journaled with its hash. Trouble: NO_FONT_FOR, SYMBOL_UNREADABLE."""
        pdf = self.preview(form, session, language=language, only=only, subject=subject, options=options)
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
        options: Mapping[str, str] | None = None,
    ) -> bytes:
        """The same PDF, for the screen only."""
        return self.rendered(
            self.record(form, session, only=only, subject=subject, options=options),
            form,
            session or subject,
            language,
        )

    def rendered(
        self, record: FormRecord, form: Form, scope: str, language: str, content: str | None = None
    ) -> bytes:
        """A record on paper, its mark at the foot. scope: the session, round or document that it is about.

        content: its canonical content, where that was made already.
        """
        with self._floor.reading() as work:
            congress = work.congress.get().id
        mark = mark_of(record, congress=congress, form=form.value, scope=scope, language=language, content=content)
        pdf = self._forms.render(_marked(record, mark), language)
        while len(self._marks) >= _MARKS_KEPT:
            del self._marks[next(iter(self._marks))]
        self._marks[hashlib.sha256(pdf).hexdigest()] = mark
        return pdf

    def mark_of(self, pdf: bytes) -> RecordMark | None:
        """The mark of a PDF that was rendered here a moment ago."""
        return self._marks.get(hashlib.sha256(pdf).hexdigest())

    def note_printed(self, form: Form, session: SessionId | None, *, language: str, pdf: bytes) -> None:
        """A previewed PDF went to a printer or a file."""
        body = {"form": form.value, "language": language, "sha256": hashlib.sha256(pdf).hexdigest()}
        if mark := self.mark_of(pdf):
            body |= {"id": mark.id, "content": mark.content}
        self._floor.note(Kind.PRINTED, session=session, body=body)


def _marked(record: Any, mark: RecordMark) -> FormRecord:
    """The same record with its mark in the heading."""
    made: FormRecord = replace(record, heading=replace(record.heading, mark=mark))
    return made
