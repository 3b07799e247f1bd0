"""The pack's spreadsheets: the delegate list with everything known, attendance by session, votes and elections."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from congress_desk.domain.attendance import Presence, fold
from congress_desk.domain.delegates import Category, Delegate, Gender, Sheet, as_text
from congress_desk.domain.list_tables import Cell
from congress_desk.plumbing.list_words import category_name, field_name, gender_name
from congress_desk.plumbing.texts import Words, marked
from congress_desk.plumbing.vote_tables import ExportTable
from congress_desk.services.floor import Floor
from congress_desk.services.ports.sheets import Sheets
from congress_desk.services.ports.store import Work
from congress_desk.services.roster import Roster

PRESENCES = {
    Presence.EXPECTED: marked("not checked in"),
    Presence.PRESENT: marked("Present"),
    Presence.LEFT: marked("Came and left"),
    Presence.EXCUSED: marked("Absent with leave"),
    Presence.ABSENT: marked("Absent without leave"),
}


@dataclass(frozen=True, slots=True)
class PackTables:
    """others: tables of other rooms by the names of their files."""

    floor: Floor
    roster: Roster
    sheets: Sheets
    others: Callable[[Words], Mapping[str, ExportTable]] = lambda _say: {}

    def write(self, folder: Path, say: Words) -> None:
        """delegates.xlsx, attendance.xlsx and those of other rooms. Trouble: CANNOT_WRITE, DISK_FULL."""
        with self.floor.reading() as work:
            title = work.congress.get().title
            people = self.roster.read(work)
            attendance = self._attendance(work, say)
        header = [field_name(say, f.name) for f in fields(Sheet)]
        rows = [[_cell(say, person, f.name) for f in fields(Sheet)] for person in people]
        self.sheets.write(folder / "delegates.xlsx", title, header, rows)
        self.sheets.write(folder / "attendance.xlsx", title, *attendance)
        for name, table in self.others(say).items():
            self.sheets.write(folder / f"{name}.xlsx", table.title, table.header, table.rows)

    def _attendance(self, work: Work, say: Words) -> tuple[list[str], list[list[Cell]]]:
        """Who counts, and how each was there in every session."""
        sessions = sorted(work.sessions.all(), key=lambda s: (s.starts, s.id))
        folded = [(session, fold(session, work.journal.of_session(session.id))) for session in sessions]
        header = [field_name(say, "full_name"), field_name(say, "delegation"), *(s.name for s in sessions)]
        rows: list[list[Cell]] = []
        for person in self.roster.read(work):
            if not person.counts:
                continue
            states = [
                say(PRESENCES[one.of(person.id).presence]) if session.expects(person) else ""
                for session, one in folded
            ]
            rows.append([person.sheet.full_name, person.sheet.delegation, *states])
        return header, rows


def _cell(say: Words, person: Delegate, field: str) -> Cell:
    value = getattr(person.sheet, field)
    if isinstance(value, Category):
        return category_name(say, value)
    if isinstance(value, Gender):
        return gender_name(say, value)
    return value.as_written() if hasattr(value, "as_written") else as_text(value)
