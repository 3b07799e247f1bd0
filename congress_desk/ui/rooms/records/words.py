"""The records room's codes as words."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session
from congress_desk.domain.records import Form
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import Words, marked
from congress_desk.ui.rooms.records.state import Fact, Stand, Told, Whose
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.people_words import isolated

FORMS = {
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
    Form.DELEGATES: (
        "people",
        marked("Delegate list"),
        marked("By delegation, and once more in alphabetical order"),
    ),
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
    Form.CHARTS: (
        "chart",
        marked("Charts"),
        marked("Composition, attendance over time, presence by delegation"),
    ),
    Form.MINUTES: (
        "history",
        marked("Minutes of the congress"),
        marked("Item by item, with speakers, votes and elections"),
    ),
    Form.RESOLUTION: (
        "saved",
        marked("Resolution"),
        marked("With its table of targets"),
    ),
    Form.ACTION_PROGRAMME: (
        "calendar",
        marked("Action programme"),
        marked("Each task, who leads it, until when"),
    ),
    Form.BADGES: (
        "card",
        marked("Delegate badges"),
        marked("With photo and QR code, several on a page, to be cut"),
    ),
}
ABOUT_RIGHTS = frozenset({Form.CONSENT_FORM, Form.CONSENT_LIST, Form.CONSENT_REGISTER, Form.IMPACT, Form.ERASURE})
WHOSE = {
    Whose.ALL: marked("All"),
    Whose.DELEGATION: marked("One delegation"),
    Whose.CHOSEN: marked("Chosen people"),
}
FACTS = {
    Fact.PRINTED: marked("Sent to the printer {printer}. The printing is in the journal."),
    Fact.SAVED: marked("Saved: {path}. The saving is in the journal."),
    Fact.PACKED: marked("Record pack saved: {path}. Records: {count}; left out with the reason: {left}."),
}
STANDS = {
    Stand.READING: ("records", marked("Reading the congress …")),
    Stand.NO_SESSION: ("calendar", marked("This form belongs to one session, and no session is planned yet.")),
    Stand.NOBODY_CHOSEN: ("people", marked("Nobody is chosen yet. Choose who is to be printed.")),
    Stand.WORKING: ("records", marked("Preparing the pages …")),
}


def tone_of(told: Told) -> Tone:
    return Tone.ASK if told.error is not None else Tone.OK


def sentence_of(told: Told, say: Words, zone: ZoneInfo) -> str:
    if told.error is not None:
        return sentence(say, told.error, zone)
    if told.fact is None:
        return ""
    return say(FACTS[told.fact], **{name: _place(place, say) for name, place in told.places.items()})


def _place(place: object, say: Words) -> object:
    return isolated(place, say) if isinstance(place, str) else place


def session_words(session: Session, say: Words, zone: ZoneInfo) -> str:
    starts = session.starts.astimezone(zone)
    return f"{isolated(f'{starts:%d/%m} {say.time(starts)}', say)} · {isolated(session.name, say)}"
