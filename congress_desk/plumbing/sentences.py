"""What people are told when an act did not happen: what happened, what is safe, what to do.

One sentence a code, in three languages; a test walks every code, language and placeholder. A detail that is
not there is written as a dash, so that no sentence can fail.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.plumbing.texts import Words, marked

REASONS: Mapping[Reason, str] = {
    Reason.UNKNOWN: marked("Not on the list. Nothing was recorded. Find the delegate by name, or send him to the head of the secretariat."),
    Reason.AMBIGUOUS: marked("Several delegates match. Nothing was recorded. Please choose the right one by the photo."),
    Reason.REVOKED: marked("This badge was replaced at {at}. Nothing was recorded. Ask for the new badge, or find the delegate by name."),
    Reason.BARRED: marked("The credentials were not recognised. Nothing was recorded. Please ask the credentials committee."),
    Reason.WITHDRAWN: marked("This delegate has withdrawn or was replaced. Nothing was recorded. Please ask the secretariat."),
    Reason.NOT_RECOGNISED_YET: marked("The credentials are not recognised yet. Nothing was recorded. Please ask the credentials committee."),
    Reason.SESSION_CLOSED: marked("The session “{session}” is closed. Nothing was recorded. Choose another session, or open it again in the settings."),
    Reason.WRONG_CATEGORY: marked("This session is not for this class of badge. Nothing was recorded. Please show the way to the guests' place."),
    Reason.ALREADY_PRESENT: marked("Already checked in at {at}, {desk}. Nothing was changed. Welcome him in; if the card was lost, choose “Replace card”."),
    Reason.VOIDED: marked("This record was voided at {at}. It stays in the history. Check the delegate in once more if he is here."),
    Reason.NO_FACE: marked("No face is seen. Nothing was recorded. Please look into the camera, or use the card."),
    Reason.SEVERAL_FACES: marked("Several people are in the picture. Nothing was recorded. One at a time, please, or use the card."),
    Reason.POOR_PICTURE: marked("The picture is not clear enough. Nothing was recorded. A little closer, with light from the front, or use the card."),
    Reason.NO_MATCH: marked("The face was not found with certainty. Nothing was recorded. Please use the card or the name."),
    Reason.UNSURE: marked("Several delegates look alike. Please choose by the photos, or use the card."),
    Reason.SPOOF_SUSPECTED: marked("The camera may be seeing a picture. Nothing was recorded. Please use the card or the name."),
    Reason.NO_CONSENT: marked("No consent to face identification is recorded. Please use the card or the name."),
    Reason.NO_SUCH_DELEGATE: marked("There is no such delegate in this congress. Nothing was changed."),
    Reason.NO_SUCH_SESSION: marked("There is no such session in this congress. Nothing was changed. Look at the list of sessions."),
    Reason.NO_SUCH_EVENT: marked("There is no such record in the journal. Nothing was changed."),
    Reason.NO_PHOTO: marked("This delegate has no photo yet. Add one in the delegates room."),
    Reason.ALREADY_VOIDED: marked("This record was voided before. Nothing was changed."),
    Reason.UNDO_TOO_LATE: marked("Undo is possible for {minutes} minutes only. Nothing was changed. Ask a supervisor to void the record with a reason."),
    Reason.CANNOT_BE_VOIDED: marked("Only arrivals, exits and excuses can be voided. Nothing was changed."),
    Reason.REASON_NEEDED: marked("A reason is needed. Nothing was changed. Write in a few words why, or the number of the decision."),
    Reason.LIST_HAS_ERRORS: marked("The list has errors: {count}. Nothing was imported. Correct the cells shown and import again."),
    Reason.NOT_AN_ALTERNATE: marked("{name} is not an alternate who can take a place. Nothing was changed."),
    Reason.NOT_OFFICIAL: marked("{name} is not an official delegate in standing. Nothing was changed."),
    Reason.SESSION_ENDS_BEFORE_START: marked("The session “{session}” would end before it begins. Nothing was changed. Correct the times."),
    Reason.NONCE_REUSED: marked("This event number already belongs to another act. Nothing was recorded. Use a new number."),
    Reason.CODE_TAKEN: marked("The number {code} already belongs to another delegate. Nothing was changed. Check both of them."),
    Reason.BAD_VALUE: marked("This value cannot be used here: {field}. Nothing was changed. Please correct it."),
    Reason.NO_SUCH_FORM: marked("There is no such form. Look at the list of forms."),
    Reason.SESSION_NEEDED: marked("This form belongs to one session. Please choose the session."),
    Reason.NOBODY_TO_PRINT: marked("There is nobody to print. Import the delegate list first."),
}  # fmt: skip

UNKNOWN_BY_WHAT: Mapping[str, str] = {
    "badge": marked("This badge is not of this congress. Nothing was recorded. Find the delegate by name."),
    "citizen_card": marked("This citizen card is not on the list. Nothing was recorded and nothing of the card was kept. Find the delegate by name."),
    "foreign_code": marked("This is not a congress badge or a citizen card. Nothing was recorded. Please hold up the badge."),
    "number": marked("This number is not on the list. Nothing was recorded. Type it again, or find the delegate by name."),
    "name": marked("No such name is on the list. Nothing was recorded. Type only the first letters of the given name."),
}  # fmt: skip

PROBLEMS: Mapping[Problem, str] = {
    Problem.NOT_A_CONGRESS: marked("This is not a congress file: {path}. It was not touched. Choose a file that ends in .congress."),
    Problem.DAMAGED: marked("The congress file is damaged: {path}. It was not changed. Copy it away, and open the last backup."),
    Problem.NEWER_VERSION: marked("This congress was made by a newer version of the program: {path}. It was not touched. Please install the newer version."),
    Problem.READ_ONLY: marked("The congress file cannot be written: {path}. Nothing was lost. Copy it to a folder of your own and open it there."),
    Problem.DISK_FULL: marked("The disk is full. What was confirmed is safe; this act was not recorded. Make room on the disk, then try again."),
    Problem.BUSY: marked("Another program is writing to the congress file. What was confirmed is safe; this act was not recorded. Try again."),
    Problem.OPEN_ELSEWHERE: marked("This congress is already open in another window: {path}. Nothing was touched. Go on in that window."),
    Problem.NO_SUCH_FILE: marked("The file or folder is not there: {path}. Check the name."),
    Problem.FILE_EXISTS: marked("A file of this name is already there: {path}. It was not touched. Choose another name."),
    Problem.CANNOT_READ: marked("The file cannot be read: {path}. Check that it is not open elsewhere and that you may read it."),
    Problem.CANNOT_WRITE: marked("The file cannot be written: {path}. What was there is unchanged. Check the folder and the disk."),
    Problem.NOT_A_SPREADSHEET: marked("This is not a spreadsheet that can be read: {path}. Nothing was imported. Save it in Excel as .xlsx and try again."),
    Problem.SPREADSHEET_LOCKED: marked("The spreadsheet is protected by a password: {path}. Nothing was imported. Remove the password in Excel and save it again."),
    Problem.SPREADSHEET_TOO_LARGE: marked("The spreadsheet is too large: {path}. Nothing was imported. Keep only the delegate list in it."),
    Problem.SPREADSHEET_EMPTY: marked("The spreadsheet is empty: {path}. Nothing was imported."),
    Problem.NOT_A_PICTURE: marked("This is not a picture that can be read: {called}. Nothing was changed. Use a JPEG or PNG file."),
    Problem.CAMERA_MISSING: marked("No camera is found. Check-in by card and by name goes on. Plug the camera in; it is found by itself."),
    Problem.CAMERA_LOST: marked("The camera was unplugged or stopped. Check-in by card and by name goes on. Plug it in again; it is found by itself."),
    Problem.FACES_MISSING: marked("Face identification is not installed on this computer. Check-in by card and by name goes on."),
    Problem.FACE_KEY_MISSING: marked("The face templates were made on another computer and cannot be opened here. Check-in by card and by name goes on. Erase the templates and enrol again on this computer."),
    Problem.NO_FONT_FOR: marked("No font has the character “{character}” in: {place}. Nothing was printed. Correct the text and print again."),
    Problem.SYMBOL_UNREADABLE: marked("A printed QR code could not be read back: {code}. Nothing was printed. Issue a new badge code for this delegate."),
    Problem.PRINTER_MISSING: marked("No printer is found. The record is safe. Check the printer, or save the PDF."),
}  # fmt: skip


def sentence(say: Words, told: Refusal | Trouble, zone: ZoneInfo | None = None) -> str:
    """The sentence for a Refusal or a Trouble, its places filled; moments in the congress's time zone."""
    if isinstance(told, Refusal):
        return reason_sentence(say, told.reason, told.details, zone)
    return _filled(say, PROBLEMS[told.problem], told.details, zone)


def reason_sentence(
    say: Words, reason: Reason, details: Mapping[str, object], zone: ZoneInfo | None = None
) -> str:
    """The sentence of a refused check-in, which is returned and not raised."""
    template = REASONS[reason]
    if reason is Reason.UNKNOWN:
        template = UNKNOWN_BY_WHAT.get(str(details.get("what", "")), template)
    return _filled(say, template, details, zone)


class _Dashes(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "–"


def _filled(say: Words, template: str, details: Mapping[str, object], zone: ZoneInfo | None) -> str:
    places = _Dashes({name: _written(say, value, zone) for name, value in details.items()})
    return say(template).format_map(places)


def _written(say: Words, value: object, zone: ZoneInfo | None) -> str:
    if isinstance(value, dt.datetime):
        return say.time(value.astimezone(zone) if zone else value)
    return str(value)
