"""How somebody was identified, in words: on the screen and on the attendance record alike."""

from __future__ import annotations

from congress_desk.domain.journal import Method
from congress_desk.plumbing.texts import marked

METHODS = {
    Method.BADGE: marked("badge"),
    Method.CARD_NUMBER: marked("card number"),
    Method.CITIZEN_CARD: marked("citizen card"),
    Method.RFID: marked("chip card"),
    Method.FACE: marked("face"),
    Method.NAME: marked("by name"),
}
