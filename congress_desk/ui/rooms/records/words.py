"""The records room's codes as words."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import Words, marked
from congress_desk.ui.rooms.records.state import Fact, Named, Page, Stand, Told, Whose
from congress_desk.ui.widgets.people_words import isolated

PAGES = {
    Page.PAPERS: marked("Papers"),
    Page.CREDENTIALS: marked("Credentials"),
    Page.CLOSING: marked("Closing texts"),
    Page.SEALS: marked("Seals and signatures"),
    Page.PACK: marked("Record pack"),
}
WHOSE = {
    Whose.ALL: marked("All"),
    Whose.DELEGATION: marked("One delegation"),
    Whose.CHOSEN: marked("Chosen people"),
}
FACTS = {
    Fact.PRINTED: marked("Sent to the printer {printer}. The printing is in the journal."),
    Fact.SAVED: marked("Saved: {path}. The saving is in the journal."),
    Fact.PACKED: marked("Record pack saved: {path}. Records: {count}; left out with the reason: {left}."),
    Fact.SEALED: marked("Sealed as {id}: {path}. Keep this file; every copy of it can be checked."),
    Fact.SIGNED: marked("Signed by {name}: {path}. The signature is in the journal."),
    Fact.TEXT_KEPT: marked("The words are kept."),
    Fact.USUAL_AGAIN: marked("The usual words stand again."),
    Fact.RULES_KEPT: marked("The rules are kept. All figures follow them from now on."),
    Fact.TABLE_KEPT: marked("The table is kept."),
}
STANDS = {
    Stand.READING: ("records", marked("Reading the congress …")),
    Stand.NO_SESSION: ("calendar", marked("This form belongs to one session, and no session is planned yet.")),
    Stand.NO_ROUND: ("hand", marked("This form belongs to an election, and no election is prepared yet.")),
    Stand.NO_VOTE: ("hand", marked("No vote has been recorded yet, so there is no record of one.")),
    Stand.NO_DOCUMENT: ("qr", marked("The library holds no document yet, so there is nothing to list.")),
    Stand.NOBODY_CHOSEN: ("people", marked("Nobody is chosen yet. Choose who is to be printed.")),
    Stand.WORKING: ("records", marked("Preparing the pages …")),
}
WAYS = {  # where what is missing is made
    Stand.NO_SESSION: ("settings", marked("Plan the sessions")),
    Stand.NO_VOTE: ("voting", marked("To the votes")),
    Stand.NO_ROUND: ("elections", marked("To the elections")),
    Stand.NO_DOCUMENT: ("documents", marked("To the documents")),
}

REMEDIES: Mapping[Reason, tuple[Page | str, str]] = {  # a page of this room, or another room
    Reason.NO_TEXT_TO_PRINT: (Page.CLOSING, marked("Write the text")),
    Reason.PARAGRAPH_OUT_OF_DATE: (Page.CREDENTIALS, marked("To the paragraphs")),
    Reason.ROUND_NOT_SEALED: ("elections", marked("To the elections")),
    Reason.NO_SEATS: ("registry", marked("To the delegates and seats")),
    Reason.NOBODY_TO_PRINT: ("registry", marked("To the delegates and seats")),
    Reason.NO_PROGRAMME: ("agenda", marked("To the programme")),
    Reason.NOTHING_ERASED: ("settings", marked("To the settings")),
}


def sentence_of(told: Told, say: Words, zone: ZoneInfo) -> str:
    if told.error is not None:
        return _row_sentence(told.error, say) or sentence(say, told.error, zone)
    if told.fact is None:
        return ""
    return say(FACTS[told.fact], **{name: _place(place, say) for name, place in told.places.items()})


def _row_sentence(error: object, say: Words) -> str:
    """A row of a table that was refused is named by its number."""
    if not isinstance(error, Refusal) or error.reason is not Reason.BAD_VALUE or "row" not in error.details:
        return ""
    row = error.details["row"]
    if error.details.get("field") == "tasks":
        return say("Row {row}: task, who leads and the deadline must all be written. Nothing was kept.", row=row)
    return say("Row {row}: target and value must both be written. Nothing was kept.", row=row)


def _place(place: object, say: Words) -> object:
    return isolated(place, say) if isinstance(place, str) else place


def session_words(session: Session, say: Words, zone: ZoneInfo) -> str:
    starts = session.starts.astimezone(zone)
    return f"{isolated(f'{starts:%d/%m} {say.time(starts)}', say)} · {isolated(session.name, say)}"


def round_words(one: Named, say: Words) -> str:
    return say("{title}, round {number}", title=isolated(one.title, say), number=one.number)


def vote_words(one: Named, say: Words) -> str:
    return f"{one.number}. {isolated(one.title, say)}"
