"""What people are told when an act did not happen: what happened, what is safe, what to do.

One sentence a code, in three languages; a test walks every code, language and placeholder. A detail that is
not there is written as a dash, so that no sentence can fail. A moment `at` fills {at} with the time of day and
{at_day} with the date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.plumbing.list_words import field_name
from congress_desk.plumbing.sentences_absences import ABSENCE_FIELDS, ABSENCE_REASONS
from congress_desk.plumbing.sentences_archive import ARCHIVE_FIELDS, ARCHIVE_PROBLEMS, ARCHIVE_REASONS
from congress_desk.plumbing.sentences_paper import PAPER_FIELDS, PAPER_PROBLEMS, PAPER_REASONS
from congress_desk.plumbing.sentences_programme import (
    PROGRAMME_FIELDS,
    PROGRAMME_PROBLEMS,
    PROGRAMME_REASONS,
    SEVERAL_MATCH,
)
from congress_desk.plumbing.sentences_stage import STAGE_FIELDS, STAGE_PROBLEMS, STAGE_REASONS
from congress_desk.plumbing.sentences_voting import VOTING_FIELDS, VOTING_PROBLEMS, VOTING_REASONS, missing_words
from congress_desk.plumbing.texts import Words, marked

REASONS: Mapping[Reason, str] = {
    **ABSENCE_REASONS,
    **ARCHIVE_REASONS,
    **PAPER_REASONS,
    **PROGRAMME_REASONS,
    **STAGE_REASONS,
    **VOTING_REASONS,
    Reason.UNKNOWN: marked("Not on the list. No attendance was recorded. Find the delegate by name, or ask the head of the secretariat."),
    Reason.AMBIGUOUS: marked("Several delegates match. No attendance was recorded. Choose the right one by the photo."),
    Reason.REVOKED: marked("This badge was replaced by a new one on {at_day} at {at}. No attendance was recorded. Ask for the new badge, or find the delegate by name."),
    Reason.BARRED: marked("The credentials of this delegate were not recognised. No attendance was recorded. Please ask the credentials committee."),
    Reason.WITHDRAWN: marked("This delegate has withdrawn or was replaced by an alternate. No attendance was recorded. Please ask the secretariat."),
    Reason.NOT_RECOGNISED_YET: marked("The credentials of this delegate are not recognised yet. No attendance was recorded. Please ask the credentials committee."),
    Reason.SESSION_CLOSED: marked("The session “{session}” is closed. No attendance was recorded. Choose another session, or open this one again."),
    Reason.WRONG_CATEGORY: marked("This person is not expected at this session. No attendance was recorded. Check the session, or show the way to the guests' seats."),
    Reason.ALREADY_PRESENT: marked("Already checked in at {at}, {desk}. Nothing was changed and the attendance stands. Please let the delegate in; if the badge was lost, issue a new one."),
    Reason.VOIDED: marked("This record was voided on {at_day} at {at}. It stays in the history and does not count. If the delegate is here, check in once more."),
    Reason.NO_FACE: marked("No face is seen. No attendance was recorded. Please look into the camera, or use the card."),
    Reason.SEVERAL_FACES: marked("Several people are in the picture. No attendance was recorded. One at a time, please, or use the card."),
    Reason.POOR_PICTURE: marked("The picture is not clear enough. No attendance was recorded. Please come a little closer, with light from the front, or use the card."),
    Reason.NO_MATCH: marked("The face was not found with certainty. No attendance was recorded. Please use the card or the name."),
    Reason.UNSURE: marked("Several delegates look alike. No attendance was recorded. Please choose by the photos, or use the card."),
    Reason.SPOOF_SUSPECTED: marked("The camera may be seeing a photo instead of a person. No attendance was recorded. Please use the card or the name."),
    Reason.NO_CONSENT: marked("This delegate has not consented to face identification. No attendance was recorded. Please use the card or the name."),
    Reason.NO_SUCH_DELEGATE: marked("There is no such delegate in this congress. Nothing was changed. Look at the delegate list."),
    Reason.NO_SUCH_SESSION: marked("There is no such session in this congress. Nothing was changed. Look at the list of sessions."),
    Reason.NO_SUCH_EVENT: marked("There is no such record in the journal. Nothing was changed. Check the number of the record."),
    Reason.NO_PHOTO: marked("This delegate has no photo yet. Nothing was changed. Add a photo in the delegates room."),
    Reason.ALREADY_VOIDED: marked("This record was voided before. Nothing was changed, and nothing more is needed."),
    Reason.UNDO_TOO_LATE: marked("Undo is possible for {minutes} minutes only. Nothing was changed. Ask a supervisor to void the record with a reason."),
    Reason.UNDO_OTHER_DESK: marked("This was recorded at {desk}. Nothing was changed. Undo it there, or ask a supervisor to void the record with a reason."),
    Reason.CANNOT_BE_VOIDED: marked("Only arrivals, exits and absences can be voided. Nothing was changed. Check the number of the record."),
    Reason.REASON_NEEDED: marked("A reason is needed. Nothing was changed. Write in a few words why, or the number of the decision."),
    Reason.LIST_HAS_ERRORS: marked("The list has errors: {count}. Nothing was imported. Correct the cells shown and import the list again."),
    Reason.NOT_AN_ALTERNATE: marked("{name} is not an alternate who can take a place. Nothing was changed. Choose an alternate in good standing."),
    Reason.NOT_OFFICIAL: marked("{name} is not an official delegate in good standing. Nothing was changed. Choose an official delegate."),
    Reason.PLACE_TAKEN: marked("{name} sits in this delegate's place as the alternate. Nothing was changed. One place counts once; ask the credentials committee."),
    Reason.SESSION_ENDS_BEFORE_START: marked("The session “{session}” would end before it begins. Nothing was changed. Correct the times."),
    Reason.NONCE_REUSED: marked("This event number already belongs to another act. Nothing was recorded. Use a new number."),
    Reason.CODE_TAKEN: marked("The number {code} already belongs to another delegate. Nothing was changed. Check the cards of both."),
    Reason.BAD_VALUE: marked("This cannot be used as it is: {field}. Nothing was changed. Correct it and try again."),
    Reason.NO_SUCH_FORM: marked("There is no such form. Nothing was printed. Look at the list of forms."),
    Reason.SESSION_NEEDED: marked("This form belongs to one session. Nothing was printed. Choose the session."),
    Reason.ROUND_NEEDED: marked("This form belongs to one round of an election. Nothing was printed. Choose the round."),
    Reason.WRONG_PASSPHRASE: marked("The passphrase does not fit. Nothing was changed. Check how it is written, and that it is the passphrase of this congress."),
    Reason.PASSPHRASE_TOO_SHORT: marked("A passphrase needs at least {count} characters. Nothing was changed. Four words that do not belong together are good."),
    Reason.NO_PASSPHRASE: marked("No passphrase is set for this congress. Nothing was changed. Set one on the computer where the faces were prepared."),
    Reason.NOTHING_ERASED: marked("The faces of this congress were not erased yet. Nothing was printed. Erase them first, then print the certificate."),
    Reason.NO_SUCH_DOCUMENT: marked("There is no such document in this congress. Nothing was changed. Look at the list of documents."),
    Reason.SECRET_NEVER_BY_QR: marked("“{title}” is secret. Secret documents never go out by QR or link, and nothing was made. Hand it out on paper, by number and against signature."),
    Reason.DOCUMENT_RECALLED: marked("“{title}” was recalled. It opens for nobody. Issue it again if it may be read."),
    Reason.NOT_ISSUED: marked("“{title}” is not issued yet, and no opinions are asked on it. Nothing was handed out. Issue it first."),
    Reason.WRONG_STATUS: marked("This status cannot follow the present one. Nothing was changed. Look at where the document stands."),
    Reason.SAME_FILE: marked("This is the same file as the present version of “{title}”. Nothing was changed."),
    Reason.DELEGATE_NEEDED: marked("“{title}” is for delegates. It was not opened. Scan the QR code of your own link first."),
    Reason.NOT_FOR_GUESTS: marked("“{title}” is for delegates only. It was not opened. Please ask the secretariat."),
    Reason.NOT_CHECKED_IN: marked("“{title}” opens only while you are checked in. Please register at the desk, then open it again."),
    Reason.NO_SUCH_LINK: marked("This link is not known here. Nothing was opened. Scan the QR code again, or ask the secretariat."),
    Reason.LINK_REVOKED: marked("This link was called back on {at_day} at {at}. Nothing was opened. Please ask the secretariat for a new one."),
    Reason.LINK_EXPIRED: marked("This link has expired on {at_day} at {at}. Nothing was opened. Please ask the secretariat for a new one."),
    Reason.COPY_IS_OUT: marked("Copy {number} of “{title}” is already out. Nothing was changed. Take it back first, or choose another number."),
    Reason.COPY_NOT_OUT: marked("Copy {number} of “{title}” is not out. Nothing was changed. Check the number on the copy."),
    Reason.OPINIONS_CLOSED: marked("No opinions are gathered on “{title}”. Nothing was recorded."),
    Reason.OPINION_NEEDS_WORDS: marked("A proposed change or another opinion needs words. Nothing was recorded. Write what you propose."),
    Reason.OPINION_TOO_LONG: marked("The opinion is too long; at most {most} letters. Nothing was recorded. Shorten it, or send it in two parts."),
    Reason.NO_SUCH_OPINION: marked("There is no such opinion in this congress. Nothing was changed. Look at the list of opinions."),
    Reason.NO_DOCUMENT_TO_PRINT: marked("There is no document to print. Nothing was printed. Choose documents that are issued."),
    Reason.NOBODY_TO_PRINT: marked("There is nobody to print. Nothing was printed. Import the delegate list first, or choose other delegates."),
}  # fmt: skip

UNKNOWN_BY_WHAT: Mapping[str, str] = {
    "badge": marked("This badge is not of this congress. No attendance was recorded. Find the delegate by name."),
    "citizen_card": marked("This citizen card is not on the list. No attendance was recorded and nothing of the card was kept. Find the delegate by name."),
    "foreign_code": marked("This is not a congress badge or a citizen card. No attendance was recorded. Please hold up the badge."),
    "number": marked("This number is not on the list. No attendance was recorded. Type it again, or find the delegate by name."),
    "no_code": marked("No QR code is seen in the picture. No attendance was recorded. Use a sharper picture, or type the number of the badge."),
    "name": marked("No such name is on the list. No attendance was recorded. Type only the first letters of the given name."),
}  # fmt: skip

BAD_ROW = marked("This cannot be used as it is: {field}, row {row}. Nothing was changed. Correct it and try again.")
SEVERAL_SESSIONS = marked(
    "Several sessions have this name: {session}. Nothing was changed. Name the session by its number in the list of sessions."
)

PROBLEMS: Mapping[Problem, str] = {
    **ARCHIVE_PROBLEMS,
    **PAPER_PROBLEMS,
    **PROGRAMME_PROBLEMS,
    **STAGE_PROBLEMS,
    **VOTING_PROBLEMS,
    Problem.NOT_A_CONGRESS: marked("This is not a congress file: {path}. It was not touched. Choose a file that ends in .congress."),
    Problem.DAMAGED: marked("The congress file is damaged: {path}. It was not changed. Keep a copy of it, and open the last backup."),
    Problem.NEWER_VERSION: marked("This congress was made by a newer version of the program: {path}. It was not touched. Please install the newer version."),
    Problem.READ_ONLY: marked("This congress is open for reading only: {path}. Nothing was changed. To work on it, copy the file to a folder of your own and open it there."),
    Problem.OLDER_VERSION: marked("This congress was made by an older version of the program and lies where nothing can be written: {path}. It was not touched. Copy it to a folder of your own and open it there."),
    Problem.NOT_CLOSED: marked("The newest acts of this congress are still in a file beside it, and nothing can be written there: {path}. It was not touched. Copy both files to a folder of your own and open the congress there."),
    Problem.DISK_FULL: marked("The disk is full. What was confirmed is safe; this act was not recorded. Make room on the disk, then try again."),
    Problem.BUSY: marked("Another program is writing to the congress file. What was confirmed is safe; this act was not recorded. Try again."),
    Problem.OPEN_ELSEWHERE: marked("This congress is already open in another window: {path}. Nothing was touched. Go on in that window."),
    Problem.NO_SUCH_FILE: marked("The file or folder is not there: {path}. Nothing was changed. Check the name."),
    Problem.FILE_EXISTS: marked("A file of this name is already there: {path}. It was not touched. Choose another name."),
    Problem.CANNOT_READ: marked("The file cannot be read: {path}. Nothing was changed. Check that no other program holds it and that you may read it."),
    Problem.CANNOT_WRITE: marked("The file cannot be written: {path}. What was there is unchanged. Check the folder and the disk."),
    Problem.NOT_A_SPREADSHEET: marked("This is not a spreadsheet that can be read: {path}. Nothing was imported. Save it in Excel as .xlsx and try again."),
    Problem.SPREADSHEET_LOCKED: marked("The spreadsheet is protected by a password: {path}. Nothing was imported. Remove the password in Excel and save it again."),
    Problem.SPREADSHEET_TOO_LARGE: marked("The spreadsheet is too large: {path}. Nothing was imported. Keep only the delegate list in it."),
    Problem.SPREADSHEET_EMPTY: marked("The spreadsheet is empty: {path}. Nothing was imported. Check that it is the right file."),
    Problem.NOT_A_PICTURE: marked("This is not a picture that can be read: {called}. Nothing was changed. Use a JPEG or PNG file."),
    Problem.CAMERA_MISSING: marked("No camera is found. Check-in by card and by name goes on. Plug the camera in; it is found by itself."),
    Problem.CAMERA_LOST: marked("The camera was unplugged or stopped. Check-in by card and by name goes on. Plug it in again; it is found by itself."),
    Problem.CAMERA_BLIND: marked("The camera shows one single colour. Check-in by card and by name goes on. Open the cover of the lens, or plug the camera in again."),
    Problem.FACES_MISSING: marked("Face identification is not installed on this computer. Check-in by card and by name goes on. Install the program again to have it."),
    Problem.MODEL_MISSING: marked("This congress identifies faces by a model that is not on this computer. Check-in by card and by name goes on. Give the folder of the model once: congress-desk faces use-models FILE DIR."),
    Problem.MODEL_DAMAGED: marked("The face model is damaged or is another one than it says: {called}. It was not used. Get the files again from where they came."),
    Problem.FACE_KEY_MISSING: marked("The key of the face templates is not on this computer. Check-in by card and by name goes on. Unlock it with the passphrase of this congress; if none was set, erase the templates and enrol again here."),
    Problem.NO_FONT_FOR: marked("No font has the character “{character}” in: {place}. Nothing was printed. Correct the text and print again."),
    Problem.SYMBOL_UNREADABLE: marked("A printed QR code could not be read back: {code}. Nothing was printed. Make the sheet anew; for a badge, issue a new badge code."),
    Problem.PRINTER_MISSING: marked("No printer is found. The record is safe. Check the printer, or save the PDF."),
    Problem.NOT_A_DOCUMENT: marked("This is not a document that can be handed out: {path}. Nothing was added. PDF, Word (.docx), JPEG, PNG, WebP, MP4 and WebM are taken, told by what is inside and not by the name."),
    Problem.DOCUMENT_LOCKED: marked("The document is protected by a password: {path}. Nothing was added. Save it without the password and try again."),
    Problem.DOCUMENT_TOO_LARGE: marked("The document is too large: {path}. Nothing was added. At most {most} MB are taken."),
    Problem.DOCUMENT_DAMAGED: marked("The file of “{title}” in the documents folder is missing or was changed. It is not handed out. Bring the folder back from a backup, or add the file as a new version."),
    Problem.PORT_TAKEN: marked("Another program uses port {port} of this computer. The portal was not started. Choose another port, or stop the other program."),
    Problem.ADDRESS_NOT_HERE: marked("This computer has no address {host}. The portal was not started. Leave the address out to serve at every address of this computer."),
    Problem.PORTAL_STOPPED: marked("The portal stopped and could not be started again. Check-in goes on, and opinions received are safe. Start it once more."),
}  # fmt: skip

# What a person calls the fields that services name in Reason.BAD_VALUE; other names are written as they are.
FIELDS: Mapping[str, str] = {
    **ABSENCE_FIELDS,
    **ARCHIVE_FIELDS,
    **PAPER_FIELDS,
    **PROGRAMME_FIELDS,
    **STAGE_FIELDS,
    **VOTING_FIELDS,
    "title": marked("title of the congress"),
    "convening_body": marked("convening committee"),
    "opens": marked("opening day (2025-09-22)"),
    "quorum": marked("quorum (for example 2/3)"),
    "undo_minutes": marked("minutes for undo (1 to 1440)"),
    "name": marked("name of the session"),
    "admits": marked("categories that are admitted"),
    "starts": marked("start of the session (2025-09-22T07:00)"),
    "ends": marked("end of the session (2025-09-22T11:30)"),
    "at": marked("time (2025-09-22T07:12)"),
    "event": marked("event number (a UUID)"),
    "number": marked("number of the card"),
    "text_version": marked("version of the consent text"),
    "witness": marked("name of the witness"),
    "erase_faces_after_days": marked("days after which the faces are erased (1 to 365)"),
    "by": marked("name of the person who took the consent"),
    "delegate": marked("delegate"),
    "document_title": marked("title of the document"),
    "document_parts": marked("parts of the document (each of them once)"),
    "part": marked("part of the document"),
    "copies": marked("numbers of the copies (such as 1-20)"),
    "holder": marked("the delegate or the delegation, one of the two"),
    "base_url": marked("address of the portal (such as http://192.168.1.10:8765)"),
    "port": marked("port (1 to 65535)"),
    "notice": marked("text of the notice"),
    "wifi_name": marked("name of the Wi-Fi"),
}


def sentence(say: Words, told: Refusal | Trouble, zone: ZoneInfo | None = None) -> str:
    """The sentence for a Refusal or a Trouble, its places filled; moments in the congress's time zone."""
    if isinstance(told, Refusal):
        return reason_sentence(say, told.reason, told.details, zone)
    return _filled(say, PROBLEMS[told.problem], told.details, zone)


def reason_sentence(say: Words, reason: Reason, details: Mapping[str, object], zone: ZoneInfo | None = None) -> str:
    """The sentence of a refused check-in, which is returned and not raised."""
    template = REASONS[reason]
    if reason is Reason.UNKNOWN:
        template = UNKNOWN_BY_WHAT.get(str(details.get("what", "")), template)
    if reason is Reason.BAD_VALUE and "row" in details:
        template = BAD_ROW
    if reason is Reason.AMBIGUOUS and details.get("what") == "session":
        template = SEVERAL_SESSIONS
    elif reason is Reason.AMBIGUOUS and "what" in details:
        template = SEVERAL_MATCH
    if reason is Reason.NOT_READY_TO_SEAL:
        details = {**details, "missing": missing_words(say, details.get("missing"))}
    return _filled(say, template, details, zone)


class _Dashes(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "–"


def _filled(say: Words, template: str, details: Mapping[str, object], zone: ZoneInfo | None) -> str:
    places = _Dashes()
    for name, value in details.items():
        if isinstance(value, dt.datetime):
            there = value.astimezone(zone) if zone else value
            places |= {name: say.time(there), f"{name}_day": say.date(there.date())}
        else:
            places[name] = _isolated(say, _field_name(say, str(value)) if name == "field" else str(value))
    return say(template).format_map(places)


def _field_name(say: Words, field: str) -> str:
    return say(FIELDS[field]) if field in FIELDS else field_name(say, field)


def _isolated(say: Words, text: str) -> str:
    """Paths, names and codes keep their own direction inside an Arabic sentence (U+2068 ... U+2069)."""
    return f"\u2068{text}\u2069" if say.language.right_to_left and not text.isdigit() else text
