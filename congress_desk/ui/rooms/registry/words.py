"""The delegates room's codes as sentences: what was done, what a filter leaves, what consent says."""

from __future__ import annotations

from congress_desk.plumbing.texts import marked
from congress_desk.ui.rooms.registry.state import Fact, Follow, Only, Row

FACTS = {
    Fact.ADDED: marked("{name} was added to the list, with a badge code."),
    Fact.SAVED: marked("The sheet of {name} was saved. What stood there before is in the history."),
    Fact.BADGE_ISSUED: marked("{name} has a new badge code. The old badge is refused from now on."),
    Fact.BADGE_PRINTED: marked("The badge was sent to the printer {printer}."),
    Fact.CARD_LINKED: marked("The chip card now belongs to {name}."),
    Fact.STANDING_CHANGED: marked("The standing of {name} was changed."),
    Fact.OFFICIAL_REPLACED: marked("{name} has taken the place of {official}."),
    Fact.PHOTO_SET: marked("The photo of {name} was saved."),
    Fact.CONSENTED: marked("Consent was recorded; new: {count}."),
    Fact.CONSENT_REFUSED: marked("Refusal was recorded, and nobody asks again; new: {count}."),
    Fact.CONSENT_WITHDRAWN: marked("{name} has withdrawn consent. The face template was erased at once."),
    Fact.ABSENCE_ASKED: marked(
        "The request of {name} for leave is on record. Next: the head of delegation is heard."
    ),
    Fact.ABSENCE_HEARD: marked("The opinion on the leave of {name} is on record. Next: the decision."),
    Fact.ABSENCE_ACCEPTED: marked("{name} is absent with leave from now on."),
    Fact.ABSENCE_REFUSED: marked("The leave of {name} was refused, with its reason on record."),
    Fact.EXPORTED: marked("Saved: {path}"),
    Fact.TEMPLATE_SAVED: marked("The empty list was saved: {path}. Fill it in, then import it here."),
    Fact.IMPORTED: marked("The list was imported: {added} added, {changed} corrected. Next: add the photos."),
    Fact.PHOTOS_ADDED: marked("Photos added: {count}."),
    Fact.HALL_DRAWN: marked(
        "The hall was drawn: {seats} seats. Next: arrange the delegations, or drag people onto seats."
    ),
    Fact.SEATS_ARRANGED: marked("Everybody was arranged: seated {seated}, without a seat {left}."),
    Fact.SEATS_IMPORTED: marked(
        "The seating table was taken in: seats {seats}, seated {seated}, without a seat {left}."
    ),
    Fact.SEATS_PRINTED: marked("Sent to the printer {printer}."),
    Fact.PHOTOS_STOPPED: marked("Adding photos was cancelled. No photo was added."),
}
FOLLOWS = {
    Follow.PRINT_BADGE: marked("Print the badge"),
    Follow.SAVE_BADGE: marked("Save the badge as PDF"),
    Follow.RETRY: marked("Try again"),
    Follow.ADD_PHOTOS: marked("Add photos"),
    Follow.FACES: marked("Back to the faces"),
}
ONLY = {
    Only.ALL: marked("Everybody"),
    Only.NO_PHOTO: marked("Without a photo"),
    Only.NO_CONSENT: marked("Without consent to faces"),
    Only.NOT_ENROLLED: marked("Face not prepared yet"),
    Only.NO_SEAT: marked("Without a seat"),
    Only.NOT_IN_STANDING: marked("Not in good standing"),
}
ROWS = {
    Row.ADDED: marked("Added"),
    Row.CHANGED: marked("Corrected"),
    Row.UNCHANGED: marked("Unchanged"),
}
ROW_LOOKS = {Row.ADDED: ("add", "ok"), Row.CHANGED: ("edit", "ask"), Row.UNCHANGED: None}
MISSING = marked("Please fill this in.")
