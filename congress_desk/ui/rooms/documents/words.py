"""The documents room's codes as words: its pages, what was done, what can be done next, files and figures."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from congress_desk.domain.documents import Secrecy, Status, Version
from congress_desk.domain.documents_links import Scope
from congress_desk.domain.documents_records import SheetKind
from congress_desk.plumbing.document_words import KINDS
from congress_desk.plumbing.texts import Words, marked
from congress_desk.services.links import LinkUse
from congress_desk.ui.rooms.documents.stands import Answered, Handed, Live
from congress_desk.ui.rooms.documents.state import Fact, Follow, Page, Told
from congress_desk.ui.told import sentence_of as told_words
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.people_words import isolated

PAGES = {
    Page.LIBRARY: marked("Library"),
    Page.SHEETS: marked("Hand out"),
    Page.LINKS: marked("Links"),
    Page.PORTAL: marked("Portal"),
    Page.READING: marked("Who has read"),
    Page.OPINIONS: marked("Opinions"),
    Page.COPIES: marked("Paper copies"),
}
FACTS = {
    Fact.ADDED: marked("Documents added: {count}. They are drafts until you issue them."),
    Fact.ADDED_ISSUED: marked("Documents added and issued: {count}. They can be read on the portal from now on."),
    Fact.ADDED_SOME: marked("Documents added: {count}. Files left in the list: {left}; each says why."),
    Fact.SAVED_CARD: marked("“{title}” was saved."),
    Fact.VERSION: marked("“{title}” now has version {number}. Every QR code that is out leads to it."),
    Fact.APPRAISED: marked("Appraised: {title}"),
    Fact.APPROVED: marked("Approved: {title}"),
    Fact.ISSUED: marked("Issued: {title}. It can be read on the portal from now on."),
    Fact.RECALLED: marked("Recalled: {title}. It opens for nobody from this moment."),
    Fact.DRAFTED: marked("Back in draft: {title}"),
    Fact.REVOKED: marked("Links revoked: {count}. They open nothing from this moment."),
    Fact.PRINTED: marked("Sent to the printer {printer}. The printing is in the journal."),
    Fact.SAVED: marked("Saved: {path}. The saving is in the journal."),
    Fact.FILE_SAVED: marked("Saved: {path}"),
    Fact.STARTED: marked("The portal is running."),
    Fact.CAME_BACK: marked("The portal is back."),
    Fact.STOPPED: marked("The portal was stopped."),
    Fact.SPEECHES_OPENED: marked("Delegates can register presentations from their phones."),
    Fact.SPEECHES_CLOSED: marked(
        "Registration from phones is closed. What was registered stays, and its texts can still be handed in."
    ),
    Fact.PORTAL_SAVED: marked("Saved. A portal that is running keeps its port until it is started again."),
    Fact.NOTICE_POSTED: marked("The notice stands on the portal."),
    Fact.NOTICE_WITHDRAWN: marked("The notice was taken off the portal."),
    Fact.SORTED: marked("The opinion was sorted."),
    Fact.ANSWERED: marked("The answer was saved."),
    Fact.COPIES_ISSUED: marked("Copies issued: {count}"),
    Fact.COPIES_BACK: marked("Copies returned: {count}"),
}
FOLLOWS = {
    Follow.UNDO_RECALL: marked("Issue again"),
    Follow.PAPER_COPIES: marked("Issue paper copies"),
    Follow.RESTART: marked("Start again"),
}
STATUS_LOOKS = {
    Status.DRAFT: (Tone.CALM, "edit"),
    Status.APPRAISED: (Tone.CALM, "search"),
    Status.APPROVED: (Tone.ASK, "tick"),
    Status.ISSUED: (Tone.OK, "ok"),
    Status.RECALLED: (Tone.NO, "no"),
}
SECRECY_ICONS = {
    Secrecy.PUBLIC: ("globe", "muted"),
    Secrecy.INTERNAL: ("people", "muted"),
    Secrecy.RECALL: ("undo", "ask"),
    Secrecy.SECRET: ("lock", "no"),
}
HANDED = {
    Handed.CONGRESS: (marked("One code for everything"), marked("The congress's page")),
    Handed.CHOSEN: (marked("The documents I have chosen"), marked("A code for each of them")),
    Handed.ISSUED: (marked("Every issued document"), marked("All that may go out")),
    Handed.LABELS: (marked("A label for each delegate"), marked("Own documents, seat and agenda")),
    Handed.PERSONAL: (marked("One document, by name"), marked("A link for each delegate")),
}
SHEET_KINDS = {
    SheetKind.POSTER: marked("A4 poster"),
    SheetKind.GRID: marked("Several on A4"),
    SheetKind.TENT: marked("Table tent"),
    SheetKind.SLIDE: marked("Slide for the screen"),
    SheetKind.LABELS: marked("Labels, 24 on A4"),
}
SCOPES = {
    Scope.CONGRESS: marked("The congress's page"),
    Scope.DOCUMENT: marked("One document"),
    Scope.DELEGATE: marked("A delegate's own page"),
    Scope.PERSONAL: marked("One document for one delegate"),
}
LIVES = {
    Live.STOPPED: (Tone.CALM, marked("Stopped")),
    Live.STARTING: (Tone.ASK, marked("Starting …")),
    Live.RUNNING: (Tone.OK, marked("Running")),
    Live.RETURNING: (Tone.ASK, marked("Coming back by itself …")),
}
ANSWERED = {
    Answered.ALL: marked("All"),
    Answered.OPEN: marked("Not answered"),
    Answered.DONE: marked("Answered"),
}
LANGUAGES = {"vi": "Tiếng Việt", "en": "English", "ar": "العربية"}
MISSING = marked("Please fill this in.")


def sentence_of(told: Told, say: Words, zone: ZoneInfo) -> str:
    return _in_its_direction(told_words(told, FACTS, say, zone), say)


def _in_its_direction(text: str, say: Words) -> str:
    """Qt goes by the first letter, though it may stand in a Latin title: a mark in front says which way it runs."""
    return f"\u200f{text}" if say.language.right_to_left else text


def file_words(version: Version, say: Words) -> str:
    """ "PDF, 12 pages, 2.1 MB"."""
    parts = [say(KINDS[version.kind])]
    if version.pages:
        parts.append(say("Pages: {count}", count=version.pages))
    size = f"{version.size / 1_000_000:.1f} MB" if version.size >= 100_000 else f"{max(1, version.size // 1000)} KB"
    return " · ".join([*parts, isolated(size, say)])


def moment(at: dt.datetime | None, say: Words, zone: ZoneInfo) -> str:
    """Hour and day; "" where there is none."""
    if at is None:
        return ""
    there = at.astimezone(zone)
    return isolated(f"{say.time(there)} {say.date(there.date())}", say)


def short_moment(at: dt.datetime | None, say: Words, zone: ZoneInfo) -> str:
    """For columns: hour, day and month."""
    if at is None:
        return ""
    there = at.astimezone(zone)
    return isolated(f"{say.time(there)} {there:%d/%m}", say)


def link_standing(use: LinkUse, now: dt.datetime) -> tuple[Tone, str]:
    """revoked, expired, watched or valid: what the icon and the word of a link say."""
    if use.link.revoked_at is not None:
        return Tone.CALM, marked("Revoked")
    if now >= use.link.expires_at:
        return Tone.CALM, marked("Expired")
    if use.watched:
        return Tone.ASK, marked("On many devices")
    return Tone.OK, marked("Valid")
