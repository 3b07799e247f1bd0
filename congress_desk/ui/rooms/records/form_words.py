"""What every paper of the room is called, with its icon and what it is for."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.records import Form
from congress_desk.plumbing.texts import marked
from congress_desk.ui.rooms.records.catalogue import Group

GROUP_NAMES: Mapping[Group, str] = {
    Group.PEOPLE: marked("People"),
    Group.SESSIONS: marked("Sessions"),
    Group.SEATS: marked("Seats"),
    Group.PROGRAMME: marked("Programme"),
    Group.VOTES: marked("Votes and elections"),
    Group.DOCUMENTS: marked("Documents"),
    Group.CLOSING: marked("Closing papers"),
    Group.FACES: marked("Face data"),
}
FORMS: Mapping[Form, tuple[str, str, str]] = {
    Form.DELEGATES: ("people", marked("Delegate list"), marked("By delegation, and once more in alphabetical order")),
    Form.INVITATION: ("card", marked("Invitations"), marked("With seat and QR code, one a page")),
    Form.BADGES: (
        "card",
        marked("Delegate badges"),
        marked("With photo and QR code, several on a page, to be cut"),
    ),
    Form.NAME_TENTS: (
        "person",
        marked("Name tents"),
        marked("A sheet for each person, folded for the table"),
    ),
    Form.CALIBRATION: (
        "printer",
        marked("Page of rulers"),
        marked("Shows how far a printer shifts, before badges are cut"),
    ),
    Form.ATTENDANCE: (
        "records",
        marked("Attendance record"),
        marked("Who was present, late, excused or absent in one session, with the quorum"),
    ),
    Form.ROLL: (
        "edit",
        marked("Roll for signing"),
        marked("By delegation, with room for signatures; goes on without power"),
    ),
    Form.CONGRESS_ATTENDANCE: (
        "records",
        marked("Attendance of the congress"),
        marked("All sessions side by side, absences with their reasons"),
    ),
    Form.REPLACEMENTS: (
        "people",
        marked("Replaced delegates"),
        marked("Which alternate took whose place, by which decision"),
    ),
    Form.CHARTS: (
        "chart",
        marked("Charts"),
        marked("Composition, attendance over time, presence by delegation"),
    ),
    Form.SEATING: ("screen", marked("Seating plan"), marked("By floor and zone, and who sits where")),
    Form.SEAT_TICKETS: ("card", marked("Seat tickets"), marked("Ten on a page, to be cut")),
    Form.PROGRAMME: (
        "calendar",
        marked("Programme of the congress"),
        marked("In four columns, by day and half-day, as planned"),
    ),
    Form.PRESENTATIONS: (
        "records",
        marked("Register of presentations"),
        marked("By topic group, with totals and how each was given"),
    ),
    Form.VOTE_RECORD: (
        "hand",
        marked("Record of a vote"),
        marked("One vote by hands, or the register of all"),
    ),
    Form.COUNT_RECORD: ("records", marked("Count record"), marked("Of one round, with every figure of the count")),
    Form.ENTRY_LOG: ("history", marked("Ballot-entry log"), marked("Who entered what, and what people concluded")),
    Form.SEAL_LABEL: ("lock", marked("Seal label"), marked("For the packet of counted ballots")),
    Form.HAND_OVER: ("enter", marked("Hand-over of ballots"), marked("The sealed packet, from whom to whom")),
    Form.RESULT_SLIDE: ("screen", marked("Result slide"), marked("The elected by votes, for a projector")),
    Form.DOCUMENTS: ("records", marked("Register of documents"), marked("By type, with number and status")),
    Form.OPINIONS: (
        "edit",
        marked("Synthesis of opinions"),
        marked("By part of the draft, with answers"),
    ),
    Form.COPIES: (
        "copy",
        marked("Book of copies"),
        marked("Numbered copies: to whom, and what came back"),
    ),
    Form.READING: ("chart", marked("Reading of documents"), marked("For the secretariat only")),
    Form.CREDENTIALS: (
        "shield",
        marked("Credentials report"),
        marked("Every figure of the delegates, with its words"),
    ),
    Form.MINUTES: (
        "history",
        marked("Minutes of the congress"),
        marked("Item by item, with speakers, votes and elections"),
    ),
    Form.RESOLUTION: ("saved", marked("Resolution"), marked("With its table of targets")),
    Form.ACTION_PROGRAMME: ("calendar", marked("Action programme"), marked("Each task, who leads it, until when")),
    Form.CONSENT_FORM: (
        "face",
        marked("Consent form"),
        marked("The text with yes and no; blank, or a page for each"),
    ),
    Form.CONSENT_LIST: (
        "edit",
        marked("Consent by delegation"),
        marked("One list for each delegation, to be signed by those who have not answered"),
    ),
    Form.CONSENT_REGISTER: (
        "history",
        marked("Register of consents"),
        marked("Who agreed, refused or withdrew, to which text and when"),
    ),
    Form.IMPACT: (
        "shield",
        marked("Impact assessment"),
        marked("Face identification with the settings and figures in force"),
    ),
    Form.ERASURE: (
        "trash",
        marked("Certificate of erasure"),
        marked("What was erased of the faces, and what was tried afterwards"),
    ),
}
