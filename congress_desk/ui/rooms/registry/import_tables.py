"""The four tables of an import: what is wrong, what every row would do, what each column is, who is not named."""

from __future__ import annotations

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.lists import ColumnUnderstood, ListError
from congress_desk.domain.names import name_sort_key
from congress_desk.plumbing.history_words import changed_words
from congress_desk.plumbing.list_words import error_sentence, field_name
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.state import PlannedRow
from congress_desk.ui.rooms.registry.words import ROW_LOOKS, ROWS
from congress_desk.ui.widgets.people_words import CATEGORIES, post_of
from congress_desk.ui.widgets.table import Column, Table


def errors_table(look: Look) -> Table[ListError]:
    """Where (tab, cell) and what, in the user's words."""
    say = look.say
    return Table(
        look,
        [
            Column(title=say("Tab"), text=lambda e: e.sheet, width=140),
            Column(title=say("Row"), text=lambda e: str(e.row), key=lambda e: e.row, number=True, width=64),
            Column(title=say("Column"), text=lambda e: e.column, width=80),
            Column(title=say("What to correct"), text=lambda e: error_sentence(say, e), stretches=True),
        ],
        name=say("Errors"),
        identify=lambda e: (e.sheet, e.row, e.column, e.code, tuple(e.params.items())),
    )


def rows_table(look: Look) -> Table[PlannedRow]:
    say = look.say
    return Table(
        look,
        [
            Column(
                title=say("Result"),
                text=lambda r: say(ROWS[r.what]),
                icon=lambda r: ROW_LOOKS[r.what],
                width=136,
            ),
            Column(title=say("Tab"), text=lambda r: r.row.sheet, width=140),
            Column(title=say("Row"), text=lambda r: str(r.row.row), key=lambda r: r.row.row, number=True, width=64),
            Column(
                title=say("Full name"),
                text=lambda r: r.row.person.full_name,
                key=lambda r: name_sort_key(r.row.person.full_name),
                width=200,
            ),
            Column(
                title=say("What changes"),
                text=lambda r: changed_words(r.changes, say) if r.changes else post_of(r.row.person),
                width=380,
            ),
            Column(
                title=say("Birth date"),
                text=lambda r: r.row.person.birth_date.as_written() if r.row.person.birth_date else "",
                key=lambda r: str(r.row.person.birth_date or ""),
                width=124,
            ),
            Column(title=say("Delegation"), text=lambda r: r.row.person.delegation, width=160),
            Column(title=say("Category"), text=lambda r: _category(r, look), width=170),
        ],
        name=say("Rows"),
        identify=lambda r: (r.row.sheet, r.row.row),
    )


def columns_table(look: Look) -> Table[ColumnUnderstood]:
    say = look.say
    return Table(
        look,
        [
            Column(title=say("Tab"), text=lambda c: c.sheet, width=140),
            Column(title=say("Column"), text=lambda c: c.column, width=90),
            Column(title=say("Heading in the file"), text=lambda c: c.header, width=360),
            Column(
                title=say("Read as"),
                text=lambda c: field_name(say, c.field) if c.field else say("Not used"),
                icon=lambda c: ("tick", "ok") if c.field else None,
                stretches=True,
            ),
        ],
        name=say("Columns"),
        identify=lambda c: (c.sheet, c.column),
    )


def missing_table(look: Look) -> Table[Delegate]:
    """They are left alone; it is only told."""
    say = look.say
    return Table(
        look,
        [
            Column(
                title=say("Full name"),
                text=lambda d: d.sheet.full_name,
                key=lambda d: name_sort_key(d.sheet.full_name),
                width=220,
            ),
            Column(title=say("Delegation"), text=lambda d: d.sheet.delegation, width=180),
            Column(title=say("Position and unit"), text=lambda d: post_of(d.sheet), stretches=True),
        ],
        name=say("Not in this list"),
        identify=lambda d: d.id,
    )


def _category(row: PlannedRow, look: Look) -> str:
    word = look.say(CATEGORIES[row.row.person.category])
    return look.say("{category} (assumed)", category=word) if "category" in row.row.assumed else word
