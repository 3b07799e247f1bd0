"""The `Forms` port: a record becomes a PDF in the language asked for.

One paper is made at a time: the fonts' caches are shared, and two papers at once would not be done sooner.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from congress_desk.domain.records import AttendanceRecord, BadgeSheet, DelegateListRecord, RollRecord
from congress_desk.domain.rights_records import (
    ConsentFormRecord,
    ConsentListRecord,
    ConsentRegisterRecord,
    ErasureRecord,
    ImpactRecord,
)
from congress_desk.plumbing.texts import words_for
from congress_desk.reports.wording import Say

if TYPE_CHECKING:
    from congress_desk.reports.fonts import FontSet
    from congress_desk.services.ports.printer import FormRecord


class PdfForms:
    """Loads fonts and ReportLab with the first paper, not before."""

    def __init__(self) -> None:
        self._fonts: FontSet | None = None
        self._one_at_a_time = threading.Lock()

    def render(self, record: FormRecord, language: str) -> bytes:
        """PDF bytes, the same for the same record. language: vi, en, ar.

        Trouble: NO_FONT_FOR(character, name, place), SYMBOL_UNREADABLE(code), NOT_A_PICTURE(called).
        """
        say = Say(words_for(language))
        with self._one_at_a_time:
            return _rendered(record, self._loaded_fonts(), say)

    def _loaded_fonts(self) -> FontSet:
        from congress_desk.reports.fonts import FontSet

        if self._fonts is None:
            self._fonts = FontSet()
        return self._fonts


def _rendered(record: FormRecord, fonts: FontSet, say: Say) -> bytes:
    from congress_desk.reports.attendance import render_attendance
    from congress_desk.reports.badges import render_badges
    from congress_desk.reports.consent import render_consent_form, render_consent_list
    from congress_desk.reports.consent_register import render_consent_register
    from congress_desk.reports.delegates import render_delegates
    from congress_desk.reports.erasure import render_erasure
    from congress_desk.reports.impact import render_impact
    from congress_desk.reports.roll import render_roll

    match record:
        case AttendanceRecord():
            return render_attendance(record, fonts, say)
        case BadgeSheet():
            return render_badges(record, fonts, say)
        case ConsentFormRecord():
            return render_consent_form(record, fonts, say)
        case ConsentListRecord():
            return render_consent_list(record, fonts, say)
        case ConsentRegisterRecord():
            return render_consent_register(record, fonts, say)
        case ErasureRecord():
            return render_erasure(record, fonts, say)
        case ImpactRecord():
            return render_impact(record, fonts, say)
        case DelegateListRecord():
            return render_delegates(record, fonts, say)
        case RollRecord():
            return render_roll(record, fonts, say)
