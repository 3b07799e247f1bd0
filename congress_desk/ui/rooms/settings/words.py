"""The settings room's codes as words."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import EVERYBODY, Session, SessionKind
from congress_desk.domain.delegates import OFFICIAL, Category
from congress_desk.domain.erasure import Erasure
from congress_desk.domain.journal import Verification
from congress_desk.plumbing.list_words import category_name
from congress_desk.plumbing.texts import Words, marked
from congress_desk.services.face_status import FaceStatus, KeyState
from congress_desk.ui.rooms.settings.state import Busy, Fact, Section, Told
from congress_desk.ui.told import tone_of as told_tone
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.people_words import isolated

SECTIONS = {
    Section.DESK: ("settings", marked("This desk")),
    Section.CONGRESS: ("records", marked("Congress and rules")),
    Section.SESSIONS: ("calendar", marked("Sessions")),
    Section.SAFETY: ("shield", marked("Backup and journal")),
    Section.FACES: ("face", marked("Face identification")),
    Section.MODEL: ("chart", marked("Face model")),
}
KINDS = {
    SessionKind.PREPARATORY: marked("Preparatory session"),
    SessionKind.OFFICIAL: marked("Official session"),
    SessionKind.OTHER: marked("Other session"),
}
FACTS = {
    Fact.DESK_NAMED: marked("This desk is now called {name}. The journal writes the new name from the next start."),
    Fact.CONGRESS_SAVED: marked("Saved. Every paper printed from now on has this heading."),
    Fact.RULES_SAVED: marked("The rules were saved, and the change is in the journal."),
    Fact.SESSION_ADDED: marked("The session “{name}” was added."),
    Fact.SESSION_SAVED: marked("The session “{name}” was saved."),
    Fact.SESSION_CLOSED: marked("The session “{name}” is closed. Nobody is checked in any more; exits still are."),
    Fact.SESSION_REOPENED: marked("The session “{name}” is open again."),
    Fact.BACKED_UP: marked("A whole, checked copy was made: {path}"),
    Fact.FACES_ERASED: marked(
        "All face templates were erased: {count}. It was checked that nothing opens any more; now print the "
        "certificate."
    ),
    Fact.FACES_REMAIN: marked(
        "The templates were erased: {count}; but the check has found remains. Erase again; if they stay, ask for "
        "help."
    ),
    Fact.PASSPHRASE_SET: marked("The passphrase was set. Keep it written down in the safe of the secretariat."),
    Fact.PASSPHRASE_CHANGED: marked("The passphrase was changed. The old one opens only older copies of the file."),
    Fact.KEY_OPENED: marked("The key is open at this desk. Faces are recognised here from now on."),
    Fact.KEY_TAKEN: marked("The key was taken from this computer. The passphrase brings it back."),
    Fact.CERTIFICATE_PRINTED: marked("The certificate was sent to the printer {where}."),
    Fact.CERTIFICATE_SAVED: marked("The certificate was saved: {where}"),
    Fact.MODEL_USED: marked("The face model {name} is in use at every desk from now on; prepared anew: {count}."),
    Fact.MODEL_STOPPED: marked(
        "The face model {name} is in use, but only {count} are prepared. Go on in the delegates room."
    ),
}
WRONG = {
    "missing": marked("Please fill this in."),
    "time": marked("Write a time as 08:30."),
    "share": marked("Write a share as 2/3 or 66.7 %."),
    "before_start": marked("The session must end after it begins."),
    "nobody": marked("At least one group must be admitted."),
    "differs": marked("The two are not the same. Please type both again."),
    "not_allowed": marked("This value cannot be used here."),
}
BUSY = {
    Busy.BACKING_UP: marked("Copying the congress; check-in goes on …"),
    Busy.VERIFYING: marked("Recomputing the journal; check-in goes on …"),
}
BROKEN = {
    "sequence": marked("a record is missing or was put in"),
    "previous_hash": marked("a record does not follow from the one before it"),
    "hash": marked("a record was changed"),
}


KEYS = {
    KeyState.NONE: marked("There is no key yet: nobody is prepared, or all was erased."),
    KeyState.HERE: marked("The key of the faces is on this computer."),
    KeyState.LOCKED: marked("The key of the faces is not on this computer, so no face is recognised here."),
}


def tone_of(told: Told) -> Tone:
    return Tone.ASK if told.fact is Fact.FACES_REMAIN else told_tone(told)


def reminder_words(faces: FaceStatus, say: Words) -> str:
    """What is due once the congress is over; "" before, and when nothing is left to erase."""
    due = faces.reminder
    if due is None:
        return ""
    places = {"count": due.people, "date": say.date(due.due)}
    if due.days_left < 0:
        return say(
            "The congress is over. The faces of {count} people had to be erased by {date}. Erase them now.", **places
        )
    return say("The congress is over. The faces of {count} people have to be erased by {date}.", **places)


def erasure_words(erased: Erasure, say: Words, zone: ZoneInfo) -> str:
    at = erased.at.astimezone(zone)
    return say(
        "Erased on {date} at {time}: {count} templates.", date=say.date(at), time=say.time(at), count=erased.templates
    )


def verdict(found: Verification, say: Words) -> str:
    """The result of the verification in plain words."""
    if found.ok:
        return say("The journal is whole: {count} records, none changed, none missing.", count=found.events)
    return say(
        "The journal is not whole: {why} (record {record}). Nothing was changed. Copy the file away, open the last "
        "backup and tell the head of the secretariat.",
        why=say(BROKEN.get(found.why, BROKEN["hash"])),
        record=isolated((found.first_broken or "")[:13], say),
    )


def share_or_dash(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f} %"


def times_of(session: Session, say: Words, zone: ZoneInfo) -> str:
    starts, ends = session.starts.astimezone(zone), session.ends.astimezone(zone)
    return isolated(f"{say.time(starts)} – {say.time(ends)}", say)


def admitted(session: Session, say: Words) -> str:
    """Everybody, official delegates, or the groups by name."""
    if session.admits == EVERYBODY:
        return say("Everybody")
    groups = [say("Official delegates")] if session.admits >= OFFICIAL else []
    rest = session.admits - OFFICIAL if groups else session.admits
    return ", ".join([*groups, *(category_name(say, one) for one in Category if one in rest)])
