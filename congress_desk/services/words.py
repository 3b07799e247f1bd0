"""The same record as a Word file, where secretaries must still edit words. The PDF is the record; this is a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.domain.journal import SessionId
from congress_desk.domain.records import Form
from congress_desk.services.ports.printer import Forms
from congress_desk.services.records import RecordsService


@dataclass(frozen=True, slots=True)
class WordService:
    records: RecordsService
    forms: Forms

    def docx(
        self,
        form: Form,
        session: SessionId | None = None,
        *,
        language: str,
        subject: str = "",
        options: Mapping[str, str] | None = None,
    ) -> bytes:
        """Refusal: NO_WORD_FORM, and those of records.record."""
        record = self.records.record(form, session, subject=subject, options=options)
        return self.forms.render(record, language)
