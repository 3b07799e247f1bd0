"""The portal's words in three languages; templates say `t.name`, so that no sentence stands in HTML."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.refusals import Reason
from congress_desk.plumbing.texts import Language, Words, marked, words_for

TEXTS: Mapping[str, str] = {
    "documents": marked("Documents"),
    "no_documents": marked("No documents are open to you yet."),
    "locked": marked("Documents for delegates only: {count}. Scan the code on your own label to open them."),
    "locked_present": marked("Documents that do not open for you at this moment: {count}."),
    "notices": marked("Notices"),
    "now": marked("Now"),
    "programme": marked("Sessions"),
    "seat": marked("Seat"),
    "group": marked("Discussion group"),
    "delegation": marked("Delegation"),
    "welcome": marked("Delegate"),
    "leave": marked("Forget me on this phone"),
    "read": marked("Read"),
    "open_file": marked("Open the file"),
    "play": marked("Play"),
    "give_opinion": marked("Give an opinion"),
    "pages": marked("{count} pages"),
    "page_of": marked("Page {page} of {pages}"),
    "version": marked("Version {number}"),
    "issued": marked("Issued on {date}"),
    "internal_note": marked("Do not pass it on and do not copy it."),
    "recall_note": marked("To be given back: it will be closed after the congress."),
    "marked_note": marked("Your copy bears your name and the time."),
    "back": marked("Back"),
    "first_page": marked("First page"),
    "skip": marked("Skip to the content"),
    "opinion_about": marked("Your opinion on"),
    "part": marked("Which part"),
    "whole": marked("The document as a whole"),
    "stance": marked("What do you think of it"),
    "your_words": marked("In your words"),
    "words_hint": marked("Needed for a change or another opinion; at most {most} letters."),
    "send": marked("Send"),
    "named_note": marked("Your name goes with it: {name}."),
    "unnamed_note": marked("It is received without a name; who sent it is not stored."),
    "received": marked("Your opinion was received and is safe."),
    "received_number": marked("Number: {number}"),
    "another": marked("Give another opinion"),
    "own_opinions": marked("What you have said so far"),
    "answered": marked("Answer of the secretariat"),
    "reached": marked("Yes, this phone reaches the congress."),
    "reached_more": marked("The secretariat sees that a phone has come. Time here: {time}."),
    "large": marked("Large type"),
    "normal": marked("Normal type"),
    "dark": marked("Dark"),
    "light": marked("Light"),
    "as_phone": marked("As the phone"),
    "language": marked("Language"),
    "look": marked("Look"),
    "type_size": marked("Size of letters"),
    "unencrypted": marked("Only in the hall's own network. Nothing here comes from the internet."),
    "sorry": marked("This does not open"),
    "too_fast": marked("Too many requests. Please wait a moment and try again."),
    "not_found": marked("There is nothing here."),
    "bad_form": marked("The form could not be read. Nothing was recorded. Please open it again."),
    "trouble": marked("Something is out of order at the desk. Nothing was lost. Please try again, or ask the secretariat."),
    "rehearsal": marked("Rehearsal"),
    "page_text": marked("Text of page {page}"),
    "agenda": marked("Programme of the congress"),
    "no_agenda": marked("The programme is not here yet."),
    "whole_agenda": marked("The whole programme"),
    "now_planned": marked("Now, as planned"),
    "next": marked("Next"),
    "in_reserve": marked("in reserve"),
    "planned_at": marked("planned {time}"),
    "own_speeches": marked("My presentations"),
    "no_speeches": marked("You have registered no presentation yet."),
    "speeches_closed": marked("The secretariat has closed the registration. Texts can still be handed in."),
    "register_speech": marked("Register a presentation"),
    "topic": marked("Topic"),
    "topic_group": marked("Topic group"),
    "not_sorted": marked("The secretariat chooses"),
    "speaks_to": marked("It speaks to"),
    "approved_first": marked("The presidium approves it before it is given. A text that is handed in has the same value as one that is delivered."),
    "minutes_allowed": marked("{minutes} minutes allowed"),
    "hand_in_text": marked("Hand in the text"),
    "new_text": marked("Hand in a new text"),
    "text_here": marked("Text received"),
    "text_hint": marked("PDF or Word, at most {most} MB."),
    "topic_needed": marked("Please write what the presentation is about, in at most 500 letters."),
}  # fmt: skip

REFUSED: Mapping[Reason, tuple[int, str]] = {
    Reason.NO_SUCH_LINK: (404, marked("This code is not known here. Scan it again, or ask the secretariat.")),
    Reason.LINK_REVOKED: (410, marked("This code was called back. Please ask the secretariat for a new one.")),
    Reason.LINK_EXPIRED: (410, marked("This code has expired. Please ask the secretariat for a new one.")),
    Reason.DOCUMENT_RECALLED: (410, marked("This document was called back and opens for nobody.")),
    Reason.DELEGATE_NEEDED: (403, marked("This is for delegates. Scan the code on your own label first, then this one again.")),
    Reason.NOT_FOR_GUESTS: (403, marked("This is for delegates only. Please ask the secretariat.")),
    Reason.NOT_CHECKED_IN: (403, marked("This opens only while you are checked in. Please register at the desk, then open it again.")),
    Reason.BARRED: (403, marked("This does not open with your code. Please ask the secretariat.")),
    Reason.WITHDRAWN: (403, marked("This does not open with your code. Please ask the secretariat.")),
    Reason.SPEECHES_CLOSED: (403, marked("Presentations cannot be registered from a phone now. Nothing was recorded. Please ask the secretariat.")),
    Reason.OPINIONS_CLOSED: (403, marked("No opinions are gathered on this document any more. Nothing was recorded.")),
}  # fmt: skip
OTHERWISE: tuple[int, str] = (404, TEXTS["not_found"])


class PortalTexts:
    """Said in one language: t.documents, t.pages(count=3)."""

    def __init__(self, say: Words) -> None:
        self._say = say

    def __getattr__(self, name: str) -> str:
        return self._say(TEXTS[name])

    def fill(self, name: str, /, **places: object) -> str:
        return self._say(TEXTS[name], **places)


def refused(reason: Reason, say: Words) -> tuple[int, str]:
    """HTTP status and sentence; a secret document is not even said to exist."""
    status, text = REFUSED.get(reason, OTHERWISE)
    return status, say(text)


def language_for(chosen: str, accepted: str) -> Language:
    """Chosen here before; else the first of the phone's that we speak; else Vietnamese."""
    wanted = [chosen, *(part.split(";")[0].strip()[:2].lower() for part in accepted.split(",")[:10])]
    known = {language.value: language for language in Language}
    return next((known[one] for one in wanted if one in known), Language.VIETNAMESE)


def words_in(language: Language) -> Words:
    return words_for(language)
