"""The two ways in which an act does not happen, both told to people.

A Refusal is a rule that says no; a Trouble is the world (disk, camera, file) that does not do its part.
Neither holds a sentence: plumbing.texts turns code and parameters into one, in the user's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Reason(StrEnum):
    """Why an act was refused. The values are stable: offices script with them (anchors.md)."""

    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    REVOKED = "revoked"
    BARRED = "barred"
    WITHDRAWN = "withdrawn"
    NOT_RECOGNISED_YET = "not_recognised_yet"
    SESSION_CLOSED = "session_closed"
    WRONG_CATEGORY = "wrong_category"
    ALREADY_PRESENT = "already_present"
    VOIDED = "voided"
    NO_FACE = "no_face"
    SEVERAL_FACES = "several_faces"
    POOR_PICTURE = "poor_picture"
    NO_MATCH = "no_match"
    UNSURE = "unsure"
    SPOOF_SUSPECTED = "spoof_suspected"
    NO_CONSENT = "no_consent"
    # acts beside check-in
    NO_SUCH_DELEGATE = "no_such_delegate"
    NO_SUCH_SESSION = "no_such_session"
    NO_SUCH_EVENT = "no_such_event"
    NO_PHOTO = "no_photo"
    ALREADY_VOIDED = "already_voided"
    UNDO_TOO_LATE = "undo_too_late"
    UNDO_OTHER_DESK = "undo_other_desk"
    CANNOT_BE_VOIDED = "cannot_be_voided"
    REASON_NEEDED = "reason_needed"
    LIST_HAS_ERRORS = "list_has_errors"
    NOT_AN_ALTERNATE = "not_an_alternate"
    NOT_OFFICIAL = "not_official"
    PLACE_TAKEN = "place_taken"
    SESSION_ENDS_BEFORE_START = "session_ends_before_start"
    NONCE_REUSED = "nonce_reused"
    CODE_TAKEN = "code_taken"
    BAD_VALUE = "bad_value"
    NO_SUCH_FORM = "no_such_form"
    SESSION_NEEDED = "session_needed"
    ROUND_NEEDED = "round_needed"
    NOBODY_TO_PRINT = "nobody_to_print"
    WRONG_PASSPHRASE = "wrong_passphrase"
    PASSPHRASE_TOO_SHORT = "passphrase_too_short"
    NO_PASSPHRASE = "no_passphrase"
    NOTHING_ERASED = "nothing_erased"
    # documents, links and opinions
    NO_SUCH_DOCUMENT = "no_such_document"
    SECRET_NEVER_BY_QR = "secret_never_by_qr"
    DOCUMENT_RECALLED = "document_recalled"
    NOT_ISSUED = "not_issued"
    WRONG_STATUS = "wrong_status"
    SAME_FILE = "same_file"
    DELEGATE_NEEDED = "delegate_needed"
    NOT_FOR_GUESTS = "not_for_guests"
    NOT_CHECKED_IN = "not_checked_in"
    NO_SUCH_LINK = "no_such_link"
    LINK_REVOKED = "link_revoked"
    LINK_EXPIRED = "link_expired"
    COPY_IS_OUT = "copy_is_out"
    COPY_NOT_OUT = "copy_not_out"
    OPINIONS_CLOSED = "opinions_closed"
    OPINION_NEEDS_WORDS = "opinion_needs_words"
    OPINION_TOO_LONG = "opinion_too_long"
    NO_SUCH_OPINION = "no_such_opinion"
    NO_DOCUMENT_TO_PRINT = "no_document_to_print"
    # sealing, minutes and resolution, record pack
    NOT_SEALED = "not_sealed"
    SEAL_BROKEN = "seal_broken"
    CERTIFICATE_NOT_VALID = "certificate_not_valid"
    NO_TEXT_TO_PRINT = "no_text_to_print"
    NO_WORD_FORM = "no_word_form"
    PACK_STOPPED = "pack_stopped"
    NO_SUCH_CUE = "no_such_cue"  # second screen
    # seats and the credentials report
    NO_SUCH_SEAT = "no_such_seat"
    SEAT_TAKEN = "seat_taken"
    NOT_A_SEAT_LIST = "not_a_seat_list"
    SEATS_HAVE_ERRORS = "seats_have_errors"
    NOBODY_TO_SEAT = "nobody_to_seat"
    NOTHING_TO_TAKE_BACK = "nothing_to_take_back"
    NO_SUCH_PARAGRAPH = "no_such_paragraph"
    FIGURES_CHANGED = "figures_changed"
    PARAGRAPH_OUT_OF_DATE = "paragraph_out_of_date"
    # programme: agenda, presentations, the floor
    NO_SUCH_ITEM = "no_such_item"
    NO_SUCH_SITTING = "no_such_sitting"
    NO_SUCH_SPEECH = "no_such_speech"
    NO_SUCH_REQUEST = "no_such_request"
    ITEM_NOT_RUNNING = "item_not_running"
    ITEM_BEGUN = "item_begun"
    SITTING_NOT_EMPTY = "sitting_not_empty"
    AGENDA_THERE = "agenda_there"
    AGENDA_HAS_ERRORS = "agenda_has_errors"
    NO_AGENDA = "no_agenda"
    SPEECH_WRONG_STATE = "speech_wrong_state"
    SOMEBODY_SPEAKS = "somebody_speaks"
    NOBODY_SPEAKS = "nobody_speaks"
    REQUEST_CLOSED = "request_closed"
    CANNOT_BE_TAKEN_BACK = "cannot_be_taken_back"
    TEXT_MISSING = "text_missing"


class Problem(StrEnum):
    """What went wrong in the world."""

    NOT_A_CONGRESS = "not_a_congress"
    DAMAGED = "damaged"
    NEWER_VERSION = "newer_version"
    READ_ONLY = "read_only"
    DISK_FULL = "disk_full"
    BUSY = "busy"
    OPEN_ELSEWHERE = "open_elsewhere"
    NO_SUCH_FILE = "no_such_file"
    FILE_EXISTS = "file_exists"
    CANNOT_READ = "cannot_read"
    CANNOT_WRITE = "cannot_write"
    NOT_A_SPREADSHEET = "not_a_spreadsheet"
    SPREADSHEET_LOCKED = "spreadsheet_locked"
    SPREADSHEET_TOO_LARGE = "spreadsheet_too_large"
    SPREADSHEET_EMPTY = "spreadsheet_empty"
    NOT_A_PICTURE = "not_a_picture"
    NOT_A_CLIP = "not_a_clip"
    CAMERA_MISSING = "camera_missing"
    CAMERA_LOST = "camera_lost"
    CAMERA_BLIND = "camera_blind"
    FACES_MISSING = "faces_missing"
    MODEL_MISSING = "model_missing"
    MODEL_DAMAGED = "model_damaged"
    FACE_KEY_MISSING = "face_key_missing"
    NO_FONT_FOR = "no_font_for"
    SYMBOL_UNREADABLE = "symbol_unreadable"
    PRINTER_MISSING = "printer_missing"
    NOT_A_DOCUMENT = "not_a_document"
    DOCUMENT_LOCKED = "document_locked"
    DOCUMENT_TOO_LARGE = "document_too_large"
    DOCUMENT_DAMAGED = "document_damaged"
    NOT_A_TEXT = "not_a_text"
    TEXT_DAMAGED = "text_damaged"
    PORT_TAKEN = "port_taken"
    PORTAL_STOPPED = "portal_stopped"
    KEY_NOT_OPENED = "key_not_opened"
    TOKEN_NOT_FOUND = "token_not_found"
    TIME_STAMP_FAILED = "time_stamp_failed"
    NOT_A_PDF = "not_a_pdf"
    PAGE_STYLE_WRONG = "page_style_wrong"


class Refusal(Exception):  # noqa: N818 - the word of the hall
    """A rule says no. `details` fill the sentence's places and go into the --json answer."""

    def __init__(self, reason: Reason, **details: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.details: Mapping[str, object] = details


class Trouble(Exception):  # noqa: N818
    """The world did not do its part; nothing acknowledged was lost."""

    def __init__(self, problem: Problem, **details: object) -> None:
        super().__init__(problem)
        self.problem = problem
        self.details: Mapping[str, object] = details
