"""The two short lists of the room: the people found, and the last ten readings."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt

from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Reason
from congress_desk.plumbing.texts import Words, marked
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.checkin.state import FoundPerson, Line
from congress_desk.ui.rooms.checkin.words import PRESENCE_LOOKS, PRESENCES, REASON_TONES, REASON_WORDS
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.parts import label
from congress_desk.ui.widgets.table import Column, Table

R = TypeVar("R")

ROW = 32

KIND_WORDS = {
    Kind.ARRIVED: marked("Checked in"),
    Kind.LEFT: marked("Exit"),
    Kind.EXCUSED: marked("Absence"),
}
KIND_LOOKS = {
    Kind.ARRIVED: ("ok", "ok"),
    Kind.LEFT: ("exit", "muted"),
    Kind.EXCUSED: ("excused", "muted"),
}


def found_table(look: Look) -> Table[FoundPerson]:
    """Name, where he belongs, and whether he is here."""
    say = look.say
    columns: list[Column[FoundPerson]] = [
        Column(title=say("Name"), text=lambda f: f.delegate.sheet.full_name, stretches=True),
        Column(title=say("Delegation"), text=lambda f: f.delegate.sheet.delegation, width=170),
        Column(
            title=say("Attendance"),
            text=lambda f: say(PRESENCES[f.presence]),
            icon=lambda f: PRESENCE_LOOKS[f.presence],
            width=150,
        ),
    ]
    nobody = label(say("Nobody found. Fewer letters find more; accents are not needed."), "muted", wrap=True)
    nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return _plain(Table(look, columns, name=say("People found"), identify=lambda f: f.delegate.id, empty=nobody))


def latest_table(look: Look) -> Table[Line]:
    """Time, name, delegation, and what became of it."""
    say = look.say
    columns: list[Column[Line]] = [
        Column(title=say("Time"), text=lambda line: f"{line.at:%H:%M:%S}", width=96),
        Column(title=say("Name"), text=lambda line: _name(line), stretches=True),
        Column(
            title=say("Answer"),
            text=lambda line: _outcome(line, say),
            icon=_outcome_look,
            width=232,
        ),
    ]
    none = label(say("The last ten readings will stand here."), "muted", wrap=True)
    none.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return _plain(Table(look, columns, name=say("Last ten readings"), identify=lambda line: line.event, empty=none))


def _plain(table: Table[R]) -> Table[R]:
    table.grid.horizontalHeader().hide()
    table.grid.setSortingEnabled(False)
    table.grid.verticalHeader().setDefaultSectionSize(ROW)
    table.grid.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return table


def _name(line: Line) -> str:
    return line.delegate.sheet.full_name if line.delegate else "–"


def _outcome(line: Line, say: Words) -> str:
    if line.voided:
        return say("Undone")
    if line.reason:
        return say(REASON_WORDS[Reason(line.reason)]) if line.reason in REASON_WORDS else say("Not checked in")
    return say(KIND_WORDS.get(Kind(line.kind), KIND_WORDS[Kind.ARRIVED]))


def _outcome_look(line: Line) -> tuple[str, str]:
    if line.voided:
        return ("undo", "muted")
    if line.reason:
        tone = REASON_TONES.get(Reason(line.reason), Tone.NO)
        return (tone.icon, tone.value)
    return KIND_LOOKS.get(Kind(line.kind), ("ok", "ok"))
