"""What every form that can be printed is called, in lists of forms and where one is left out of a pack."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.records import Form
from congress_desk.plumbing.texts import marked

TITLES: Mapping[Form, str] = {
    Form.DELEGATES: marked("Delegate list, by delegation and in ABC order"),
    Form.ROLL: marked("Roll of a session by delegation, with room for signatures"),
    Form.ATTENDANCE: marked("Attendance record of a session"),
    Form.BADGES: marked("Badges with photo and QR code, several a page"),
    Form.CONSENT_FORM: marked("Consent to face identification: blank, or a page for each delegate named"),
    Form.CONSENT_LIST: marked("Consent by delegation, to be signed by those who have not answered yet"),
    Form.CONSENT_REGISTER: marked("Register of consents: who agreed, refused or withdrew, and when"),
    Form.IMPACT: marked("Face identification for the impact assessment, from the settings and figures in force"),
    Form.ERASURE: marked("Certificate that the faces were erased"),
    Form.INVITATION: marked("Invitations with seat and QR code, one a page, A5 or A4"),
    Form.NAME_TENTS: marked("Name tents, an A4 sheet folded for each person"),
    Form.SEATING: marked("Seating plan by floor and zone, and who sits where, A3 or A4"),
    Form.SEAT_TICKETS: marked("Seat tickets, ten a page"),
    Form.CONGRESS_ATTENDANCE: marked("Attendance of the whole congress, absences with their reasons"),
    Form.REPLACEMENTS: marked("Replacement of official delegates by alternates"),
    Form.CREDENTIALS: marked("Credentials report with all its figures"),
    Form.CALIBRATION: marked("A page of rulers, to measure a printer's shift"),
    Form.MINUTES: marked("Minutes of the congress, from programme, votes, elections and the secretariat's words"),
    Form.RESOLUTION: marked("Resolution with its table of targets"),
    Form.ACTION_PROGRAMME: marked("Action programme: each task, who leads it, until when"),
    Form.CHARTS: marked("Charts: composition, attendance over time, presence by delegation"),
    Form.PROGRAMME: marked("Programme in four columns, by day and half-day"),
    Form.VOTE_RECORD: marked("Record of a vote by hands; without --vote the register of all votes"),
    Form.COUNT_RECORD: marked("Count record of a round of an election"),
    Form.ENTRY_LOG: marked("Ballot-entry log of a round: who entered what, what people concluded"),
    Form.SEAL_LABEL: marked("Label for the sealed packet of ballots"),
    Form.HAND_OVER: marked("Record of handing over the sealed ballots"),
    Form.RESULT_SLIDE: marked("Result of a sealed round as slides for a projector"),
    Form.PRESENTATIONS: marked("Register of presentations by topic group, with totals"),
    Form.DOCUMENTS: marked("Register of documents by type"),
    Form.COPIES: marked("Paper copies of documents and their receipts"),
    Form.OPINIONS: marked("Synthesis of the opinions on drafts"),
    Form.READING: marked("Who has read the documents"),
}
