"""The table of delegates. Letters typed on it go to the room's own search field, which is always there."""

from __future__ import annotations

from PySide6.QtCore import Signal

from congress_desk.domain.delegates import Gender
from congress_desk.domain.names import name_sort_key
from congress_desk.plumbing.list_words import category_name, gender_name, standing_name
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.state import Line
from congress_desk.ui.widgets.people_words import STANDING_LOOKS, post_of
from congress_desk.ui.widgets.table import Column, Table


class PeopleTable(Table[Line]):
    typed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, columns_of(look), name=look.say("Delegates"), identify=lambda line: line.delegate.id)
        self.grid.horizontalHeader().setStretchLastSection(True)

    def open_filter(self, text: str = "") -> None:
        self.typed.emit(text)


def columns_of(look: Look) -> list[Column[Line]]:
    return [*_person_columns(look), *_congress_columns(look), *_readiness_columns(look)]


def _person_columns(look: Look) -> list[Column[Line]]:
    say = look.say
    return [
        Column(title=say("No."), text=lambda x: str(x.number), key=lambda x: x.number, number=True, width=56),
        Column(
            title=say("Full name"),
            text=lambda x: x.delegate.sheet.full_name,
            key=lambda x: name_sort_key(x.delegate.sheet.full_name),
            width=200,
        ),
        Column(title=say("Gender"), text=lambda x: _gender(x, look), width=84),
        Column(
            title=say("Birth date"),
            text=lambda x: x.delegate.sheet.birth_date.as_written() if x.delegate.sheet.birth_date else "",
            key=lambda x: str(x.delegate.sheet.birth_date or ""),
            width=124,
        ),
    ]


def _congress_columns(look: Look) -> list[Column[Line]]:
    say = look.say
    return [
        Column(title=say("Delegation"), text=lambda x: x.delegate.sheet.delegation, width=160),
        Column(title=say("Position and unit"), text=lambda x: post_of(x.delegate.sheet), width=230),
        Column(title=say("Category"), text=lambda x: category_name(say, x.delegate.sheet.category), width=120),
        Column(title=say("Card no."), text=lambda x: x.delegate.sheet.card_number, width=88),
        Column(title=say("Seat"), text=lambda x: x.delegate.sheet.seat, width=76),
    ]


def _readiness_columns(look: Look) -> list[Column[Line]]:
    say = look.say
    yes = say("Yes")
    return [
        Column(title=say("Badge"), text=lambda x: yes if x.delegate.badge_code else "", width=72),
        Column(title=say("Photo"), text=lambda x: yes if x.delegate.photo else "", width=72),
        Column(
            title=say("Face"),
            text=lambda x: _face(x, look),
            width=100,
        ),
        Column(
            title=say("Standing"),
            text=lambda x: standing_name(say, x.delegate.standing),
            icon=lambda x: (STANDING_LOOKS[x.delegate.standing][0], STANDING_LOOKS[x.delegate.standing][1].value),
            width=220,
        ),
    ]


def _face(line: Line, look: Look) -> str:
    """How far face identification is arranged; empty where nobody has asked."""
    say, person = look.say, line.delegate
    if person.declined:
        return say("Declined")
    if person.enrolled:
        return say("Ready")
    return say("Agreed") if person.consented else ""


def _gender(line: Line, look: Look) -> str:
    gender = line.delegate.sheet.gender
    return gender_name(look.say, gender) if gender is not Gender.UNKNOWN else ""
