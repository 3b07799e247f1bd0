"""An answer put into words for the panel: what is true first, then what to do."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Presence
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.refusals import Reason
from congress_desk.plumbing.sentences import reason_sentence
from congress_desk.plumbing.texts import Words
from congress_desk.ui.rooms.checkin.state import Answer, Person, Reading, Stand
from congress_desk.ui.rooms.checkin.words import CATEGORIES, PRESENCES, icon_of, method_word, tone_of, word_of
from congress_desk.ui.widgets.answer_panel import Action, Shown
from congress_desk.ui.widgets.choices import Choice

CONFIRM, UNDO, EXIT, EXCUSE, DECLINE = "confirm", "undo", "exit", "excuse", "decline"
KEY_UNDO, KEY_EXIT, KEY_EXCUSE = "F4", "F6", "F7"
DOT = "  ·  "


def shown(answer: Answer, zone: ZoneInfo, say: Words) -> Shown:
    """Everything the panel draws of this answer."""
    person = answer.person.delegate if answer.person else None
    return Shown(
        tone=tone_of(answer),
        icon=icon_of(answer),
        word=word_of(answer, say),
        has_person=person is not None,
        photo=answer.person.photo if answer.person else None,
        name=person.sheet.full_name if person else "",
        lines=(_when(answer, zone, say), *_lines(person, say)) if person else (),
        advice=_advice(answer, zone, say),
        foot=_reading(answer.made, zone, say) if answer.made else "",
        actions=tuple(_actions(answer, say)),
        choices=tuple(_choice(one) for one in answer.choices),
    )


def seat_of(delegate: Delegate, say: Words) -> str:
    seat = delegate.sheet.seat or delegate.sheet.seat_opening
    return say("Seat {seat}", seat=seat) if seat else ""


def clock_text(moment: dt.datetime, zone: ZoneInfo) -> str:
    """07:12:05 in the congress's zone."""
    return moment.astimezone(zone).strftime("%H:%M:%S")


def _lines(person: Delegate, say: Words) -> tuple[str, ...]:
    sheet = person.sheet
    place = DOT.join(filter(None, (sheet.delegation, seat_of(person, say))))
    rank = DOT.join(filter(None, (say(CATEGORIES[sheet.category]), sheet.position)))
    return tuple(filter(None, (place, rank)))


def _when(answer: Answer, zone: ZoneInfo, say: Words) -> str:
    if answer.first is not None:
        return _reading(answer.first, zone, say, seconds=False)
    if answer.stand is Stand.CONFIRM and answer.presence is not None:
        return say(PRESENCES[answer.presence])
    if answer.late:
        return say("After the start of the session")
    return ""


def _reading(reading: Reading, zone: ZoneInfo, say: Words, *, seconds: bool = True) -> str:
    time = clock_text(reading.at, zone) if seconds else say.time(reading.at.astimezone(zone))
    return DOT.join(filter(None, (time, method_word(reading.method, say), reading.desk)))


def _advice(answer: Answer, zone: ZoneInfo, say: Words) -> str:
    if answer.stand is Stand.REFUSED and answer.reason is not None:
        return reason_sentence(say, answer.reason, answer.details, zone)
    told = {
        Stand.WAITING: say("Hold up a card, type a name or a number, or look into the camera."),
        Stand.FACE_UNKNOWN: say("Nothing was recorded. The card or the name, please."),
        Stand.UNDONE: say("The record was taken back. It stays in the journal with its time."),
        Stand.FACE_SURE: say("Compare the photo with the person, then press Enter."),
        Stand.CONFIRM: say("Compare the photo with the person, then press Enter."),
    }
    return told.get(answer.stand, "")


def _actions(answer: Answer, say: Words) -> list[Action]:
    made: list[Action] = []
    if answer.stand in (Stand.CONFIRM, Stand.FACE_SURE):
        made += _confirming(answer, say)
    if answer.reason is Reason.ALREADY_PRESENT:
        made.append(Action(code=EXIT, text=say("Record exit"), key=KEY_EXIT, icon="exit"))
    if answer.event is not None and answer.stand in (Stand.ACCEPTED, Stand.LEFT, Stand.EXCUSED):
        made.append(Action(code=UNDO, text=say("Undo"), key=KEY_UNDO, icon="undo"))
    return made


def _confirming(answer: Answer, say: Words) -> list[Action]:
    if answer.stand is Stand.FACE_SURE:
        no = Action(code=DECLINE, text=say("Not this person"), key="0")
        return [no, Action(code=CONFIRM, text=say("Check in"), key="Enter", icon="tick", main=True)]
    if answer.presence is Presence.PRESENT:
        return [Action(code=EXIT, text=say("Record exit"), key="Enter", icon="exit", main=True)]
    made = [Action(code=CONFIRM, text=say("Check in"), key="Enter", icon="tick", main=True)]
    if answer.presence is Presence.EXPECTED:
        made.insert(0, Action(code=EXCUSE, text=say("Absence…"), key=KEY_EXCUSE))
    return made


def _choice(person: Person) -> Choice:
    sheet = person.delegate.sheet
    return Choice(name=sheet.full_name, detail=sheet.delegation or sheet.unit, photo=person.photo)
