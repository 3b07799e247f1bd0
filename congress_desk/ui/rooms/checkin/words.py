"""The check-in room's codes as words, tones and sounds; whole sentences stand in plumbing/sentences.py."""

from __future__ import annotations

from congress_desk.domain.attendance import Presence
from congress_desk.domain.delegates import Category
from congress_desk.domain.journal import Method
from congress_desk.domain.refusals import Reason
from congress_desk.plumbing.method_words import METHODS
from congress_desk.plumbing.texts import Words, marked
from congress_desk.services.ports.faces import Flaw
from congress_desk.ui.rooms.checkin.state import Answer, Hint, Stand
from congress_desk.ui.tone import Tone

STAND_WORDS = {
    Stand.WAITING: marked("Ready"),
    Stand.ACCEPTED: marked("Checked in"),
    Stand.REFUSED: marked("Not checked in"),
    Stand.LEFT: marked("Exit recorded"),
    Stand.EXCUSED: marked("Absence recorded"),
    Stand.UNDONE: marked("Undone"),
    Stand.CONFIRM: marked("Is it this person?"),
    Stand.CHOOSE: marked("Several people: please choose"),
    Stand.FACE_SURE: marked("Is it this person?"),
    Stand.FACE_UNSURE: marked("Who is it? Please compare"),
    Stand.FACE_UNKNOWN: marked("Face not recognised"),
}

REASON_WORDS = {
    Reason.UNKNOWN: marked("Not on the list"),
    Reason.AMBIGUOUS: marked("Several people: please choose"),
    Reason.REVOKED: marked("Old badge"),
    Reason.BARRED: marked("Not eligible"),
    Reason.WITHDRAWN: marked("No longer a delegate"),
    Reason.NOT_RECOGNISED_YET: marked("Eligibility not confirmed yet"),
    Reason.SESSION_CLOSED: marked("Session is closed"),
    Reason.WRONG_CATEGORY: marked("Not for this session"),
    Reason.ALREADY_PRESENT: marked("Already checked in"),
    Reason.VOIDED: marked("This check-in was undone"),
}

FOREIGN_CODE_WORD = marked("Not a congress card")

REASON_TONES = {
    Reason.ALREADY_PRESENT: Tone.ASK,
    Reason.NOT_RECOGNISED_YET: Tone.ASK,
    Reason.AMBIGUOUS: Tone.ASK,
    Reason.VOIDED: Tone.ASK,
}

REASON_ICONS = {
    Reason.UNKNOWN: "question",
    Reason.AMBIGUOUS: "people",
    Reason.REVOKED: "card",
    Reason.BARRED: "no",
    Reason.WITHDRAWN: "exit",
    Reason.NOT_RECOGNISED_YET: "waiting",
    Reason.SESSION_CLOSED: "lock",
    Reason.WRONG_CATEGORY: "calendar",
    Reason.ALREADY_PRESENT: "history",
    Reason.VOIDED: "undo",
}

STAND_TONES = {
    Stand.ACCEPTED: Tone.OK,
    Stand.LEFT: Tone.OK,
    Stand.EXCUSED: Tone.OK,
    Stand.REFUSED: Tone.NO,
}

STAND_ICONS = {
    Stand.ACCEPTED: "ok",
    Stand.LEFT: "exit",
    Stand.EXCUSED: "excused",
    Stand.UNDONE: "undo",
    Stand.CONFIRM: "question",
    Stand.CHOOSE: "people",
    Stand.FACE_SURE: "face",
    Stand.FACE_UNSURE: "face",
    Stand.FACE_UNKNOWN: "card",
    Stand.WAITING: "card",
}

CATEGORIES = {
    Category.EX_OFFICIO: marked("Ex-officio delegate"),
    Category.ELECTED: marked("Elected delegate"),
    Category.APPOINTED: marked("Appointed delegate"),
    Category.ALTERNATE: marked("Alternate"),
    Category.GUEST: marked("Guest"),
    Category.STAFF: marked("Staff"),
}

PRESENCES = {
    Presence.EXPECTED: marked("Not here yet"),
    Presence.PRESENT: marked("Is present"),
    Presence.LEFT: marked("Has left"),
    Presence.EXCUSED: marked("Excused"),
    Presence.ABSENT: marked("Absent, without leave"),
}

PRESENCE_LOOKS = {
    Presence.EXPECTED: ("waiting", "muted"),
    Presence.PRESENT: ("ok", "ok"),
    Presence.LEFT: ("exit", "ask"),
    Presence.EXCUSED: ("excused", "muted"),
    Presence.ABSENT: ("no", "no"),
}

HINTS = {
    Hint.NONE: "",
    Hint.LOOK_HERE: marked("Please look at the camera"),
    Hint.ONE_BY_ONE: marked("One person at a time, please"),
    Hint.LOOKING: marked("Hold still, please"),
    Hint.TURN_HEAD: marked("Turn your head to one side and back, please"),
    Hint.CARD_PLEASE: marked("Your card or your name, please"),
}

FLAWS = {
    Flaw.TOO_SMALL: marked("A little closer, please"),
    Flaw.CUT_OFF: marked("The whole face into the picture, please"),
    Flaw.BLURRED: marked("Hold still, please"),
    Flaw.TOO_DARK: marked("Too dark: more light on the face, please"),
    Flaw.TOO_BRIGHT: marked("Too bright: turn away from the window, please"),
    Flaw.TILTED: marked("Head upright, please"),
}


def tone_of(answer: Answer) -> Tone:
    if answer.stand is Stand.REFUSED and answer.reason is not None:
        return REASON_TONES.get(answer.reason, Tone.NO)
    return STAND_TONES.get(answer.stand, Tone.CALM)


def icon_of(answer: Answer) -> str:
    if answer.stand is Stand.REFUSED and answer.reason is not None:
        foreign = answer.details.get("what") == "foreign_code"
        return "qr" if foreign else REASON_ICONS.get(answer.reason, "no")
    return STAND_ICONS.get(answer.stand, "info")


def word_of(answer: Answer, say: Words) -> str:
    if answer.stand is Stand.REFUSED and answer.reason is not None:
        if answer.details.get("what") == "foreign_code":
            return say(FOREIGN_CODE_WORD)
        return say(REASON_WORDS.get(answer.reason, STAND_WORDS[Stand.REFUSED]))
    return say(STAND_WORDS[answer.stand])


def sound_of(answer: Answer) -> str:
    """ok rises, ask is low, no buzzes, choose is one soft note, undone falls; "" is silent."""
    if answer.stand is Stand.REFUSED:
        return tone_of(answer).value
    if answer.stand is Stand.UNDONE:
        return "undone"
    if answer.stand in STAND_TONES:
        return "ok"
    return "choose" if answer.stand.asks else ""


def method_word(method: str, say: Words) -> str:
    return say(METHODS[Method(method)]) if method in set(Method) else ""
