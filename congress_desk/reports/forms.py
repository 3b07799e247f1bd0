"""The `Forms` port: a record becomes a PDF in the language asked for.

One paper is made at a time: the fonts' caches are shared, and two papers at once would not be done sooner.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from congress_desk.domain.agenda_records import PresentationsRecord, ProgrammeRecord
from congress_desk.domain.chart_records import ChartsRecord
from congress_desk.domain.closing_records import ActionProgrammeRecord, CongressMinutesRecord, ResolutionRecord
from congress_desk.domain.credentials_records import CredentialsRecord
from congress_desk.domain.documents_records import CopiesRecord, ReadingRecord, RegisterRecord, SynthesisRecord
from congress_desk.domain.election_records import (
    CountRecord,
    EntryLogRecord,
    HandOverRecord,
    ResultSlideRecord,
    SealLabelRecord,
    VoteRecord,
)
from congress_desk.domain.hall_records import (
    CalibrationRecord,
    CongressAttendanceRecord,
    InvitationRecord,
    NameTentsRecord,
    ReplacementsRecord,
    SeatingRecord,
    SeatTicketsRecord,
)
from congress_desk.domain.packing import PackContentsRecord
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
from congress_desk.services.ports.printer import FormRecord

if TYPE_CHECKING:
    from congress_desk.reports.fonts import FontSet


# record: the module and function of reports/ that make it paper, loaded when first needed
PAPERS: Mapping[type[FormRecord], str] = {
    AttendanceRecord: "attendance.render_attendance",
    ActionProgrammeRecord: "resolution.render_action_programme",
    BadgeSheet: "badges.render_badges",
    CalibrationRecord: "calibration.render_calibration",
    ChartsRecord: "charts.render_charts",
    CongressMinutesRecord: "congress_minutes.render_congress_minutes",
    CongressAttendanceRecord: "congress_attendance.render_congress_attendance",
    ConsentFormRecord: "consent.render_consent_form",
    ConsentListRecord: "consent.render_consent_list",
    ConsentRegisterRecord: "consent_register.render_consent_register",
    CredentialsRecord: "credentials.render_credentials",
    DelegateListRecord: "delegates.render_delegates",
    ErasureRecord: "erasure.render_erasure",
    ImpactRecord: "impact.render_impact",
    InvitationRecord: "invitation.render_invitations",
    NameTentsRecord: "name_tents.render_name_tents",
    PresentationsRecord: "presentations.render_presentations",
    ProgrammeRecord: "programme.render_programme",
    ReplacementsRecord: "congress_attendance.render_replacements",
    PackContentsRecord: "pack_contents.render_pack_contents",
    ResolutionRecord: "resolution.render_resolution",
    RollRecord: "roll.render_roll",
    CountRecord: "count_record.render_count",
    EntryLogRecord: "entry_log.render_entry_log",
    HandOverRecord: "ballot_seal.render_hand_over",
    ResultSlideRecord: "result_slide.render_result_slide",
    SealLabelRecord: "ballot_seal.render_seal_label",
    VoteRecord: "vote_record.render_vote",
    CopiesRecord: "paper_copies.render_copies",
    ReadingRecord: "document_reading.render_reading",
    RegisterRecord: "document_register.render_register",
    SynthesisRecord: "opinion_synthesis.render_synthesis",
    SeatingRecord: "seating_plan.render_seating",
    SeatTicketsRecord: "seat_tickets.render_seat_tickets",
}


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
            return rendered(record, self._loaded_fonts(), say)

    def _loaded_fonts(self) -> FontSet:
        from congress_desk.reports.fonts import FontSet
        from congress_desk.reports.style import page_style

        if self._fonts is None or self._fonts.files != page_style().fonts:
            self._fonts = FontSet()
        return self._fonts


def rendered(record: FormRecord, fonts: FontSet, say: Say) -> bytes:
    """As PDF, by the module that knows its form."""
    module, function = PAPERS[type(record)].split(".")
    pdf: bytes = getattr(import_module(f"congress_desk.reports.{module}"), function)(record, fonts, say)
    return pdf
