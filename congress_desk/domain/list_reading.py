"""`understand`: from an office's spreadsheet to delegate sheets, with every doubt named by its cell.

A tab is a list where a header is found. Rows that are no person (headings, totals, signatures, headers repeated
on later pages) are told apart in list_sections.py. What the office left out is left empty, except the category:
without one a delegate is an appointed one, as most delegates of 2025 were, and RowUnderstood.assumed says so.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from congress_desk.domain.delegates import Category
from congress_desk.domain.list_doubts import dates_swapped
from congress_desk.domain.list_header_words import NAME_FIELDS, SERIAL, UNUSED
from congress_desk.domain.list_headers import folded_phrase, heading_of, text_of
from congress_desk.domain.list_layout import Layout, Row, find_layout, shown_field
from congress_desk.domain.list_people import RowReader, Setting, shared_setting
from congress_desk.domain.list_sections import (
    Meaning,
    Section,
    closes_list,
    is_count,
    is_numbering,
    is_total,
    section_of,
    title_delegation,
)
from congress_desk.domain.list_spelling import evenly_spelled
from congress_desk.domain.list_tables import Cell, Table
from congress_desk.domain.list_values import cell_text
from congress_desk.domain.lists import ColumnUnderstood, ListError, ListUnderstood, RowUnderstood
from congress_desk.domain.names import tidy_name

FULL_ROW = 3  # cells that make a row a person's even below a signature
_NO_LIST = re.compile(
    r"^(?:tong hop|bieu tong hop|thong ke|huong dan|ghi chu|danh muc|bia|summary|guide|notes?|cover|readme)\b"
)
_GENERIC_TAB = re.compile(
    r"^(?:sheet|trang tinh|trang|bang|table|tabelle|feuil|list|danh sach|ds|dai bieu|ورقه|data)[\s_.\-]*\d*$"
)
_TAB_NUMBER = re.compile(r"^(?:danh sách |ds )?(?:\d{1,3}\s*[.)_\-–]+\s*|\d{1,3}\s+(?=\D))?", re.IGNORECASE)


def understand(tables: Sequence[Table], *, today: dt.date) -> ListUnderstood:
    """Columns, persons and errors of all tabs, in the order of the workbook. Pure; the same every time."""
    found = [(table, find_layout(table.rows)) for table in tables]
    lists = [(table, layout) for table, layout in found if layout is not None]
    if not lists:
        first = tables[0].name if tables else ""
        return ListUnderstood(errors=(ListError(sheet=first, row=1, column="A", code="no_header"),))
    by_tab = len(lists) > 1
    tabs = [_read_tab(table, layout, by_tab=by_tab, today=today) for table, layout in lists]
    headless = [_no_header(table) for table, layout in found if layout is None and _looks_like_list(table)]
    return ListUnderstood(
        columns=tuple(column for table, layout in lists for column in _columns(table, layout)),
        rows=evenly_spelled([row for tab in tabs for row in tab.people]),
        errors=(*headless, *(error for tab in tabs for error in tab.errors)),
    )


@dataclass(slots=True, kw_only=True)
class _Tab:
    """A tab while it is read from top to bottom."""

    setting: Setting
    delegation: str = ""
    category: Category | None = None
    group: str = ""
    closed: bool = False
    people: list[RowUnderstood] = field(default_factory=list)
    errors: list[ListError] = field(default_factory=list)


def _read_tab(table: Table, layout: Layout, *, by_tab: bool, today: dt.date) -> _Tab:
    body = table.rows[layout.body :]
    tab = _Tab(setting=shared_setting(table.name, layout, body, today), delegation=_of_the_tab(table, layout, by_tab))
    tab.errors += [replace(clash, sheet=table.name) for clash in layout.clashes]
    tab.errors += dates_swapped(table.name, layout, body)
    headers = _header_texts(table, layout)
    for number, row in enumerate(body, start=layout.body + 1):
        texts = _distinct(row)
        if not texts or _is_index(row):
            continue
        if _is_header_again(row, layout, headers):
            tab.closed = False
            continue
        _read_row(tab, row, number, texts)
    tab.people = _filled_down(tab.people, layout)
    tab.errors.sort(key=lambda error: (error.row, len(error.column), error.column))
    return tab


def _read_row(tab: _Tab, row: Row, number: int, texts: list[str]) -> None:
    section = _section(tab, row, texts)
    if section.meaning is Meaning.DELEGATION:
        tab.delegation, tab.closed = section.text, False
    elif section.meaning is Meaning.CATEGORY:
        tab.category, tab.closed = section.category, False
    elif section.meaning is Meaning.GROUP:
        tab.group, tab.closed = section.text, False
    elif section.meaning is Meaning.SIGNATURE:
        tab.closed = True
    elif section.meaning is Meaning.PERSON and not (tab.closed and len(texts) < FULL_ROW):
        reader = RowReader(setting=tab.setting, row=row, row_number=number)
        person = reader.person(delegation=tab.delegation, category=tab.category, group=tab.group)
        tab.errors += reader.errors
        if person is not None:
            tab.people.append(person)


def _section(tab: _Tab, row: Row, texts: list[str]) -> Section:
    """What the row is, from what stands in it beside numbering and counts."""
    layout = tab.setting.layout
    numbered = is_numbering(texts[0]) and _begins_outside_fields(row, layout)
    words = [text for text in texts[numbered:] if not is_count(text)]
    if not words:
        return _of_numbers(row, layout)
    if is_total(words[0]):
        return Section(Meaning.TOTAL)
    if len(words) == 1:
        return _alone(tab, row, words[0], numbered=numbered)
    named = [text for c in layout.columns if c.field in NAME_FIELDS and (text := cell_text(_at(row, c.index)))]
    if len(words) <= FULL_ROW and not _is_numbered_person(row, layout) and closes_list(named or words):
        return Section(Meaning.SIGNATURE)
    if not named and tab.closed:
        return Section(Meaning.REMARK)
    return Section(Meaning.PERSON)


def _alone(tab: _Tab, row: Row, text: str, *, numbered: bool) -> Section:
    """A row with a single text: a heading, a remark, or a person of whom only the name is known."""
    layout = tab.setting.layout
    places = [i for i, cell in enumerate(row) if cell_text(cell) == text]
    spread = len(places) >= FULL_ROW
    section = section_of(text, spread=spread, numbered=numbered)
    if section.meaning is not Meaning.PERSON:
        return section
    fields = {column.index: column.field for column in layout.columns}
    known = {fields.get(place, UNUSED) for place in places} - {UNUSED, SERIAL}
    return Section(Meaning.PERSON if known else Meaning.REMARK)


def _begins_outside_fields(row: Row, layout: Layout) -> bool:
    """The first filled cell stands in a serial, unknown or name column: "M" under "Sex" is no numbering."""
    first = next(i for i, cell in enumerate(row) if cell_text(cell))
    return all(c.field in (SERIAL, UNUSED, *NAME_FIELDS) for c in layout.columns if c.index == first)


def _of_numbers(row: Row, layout: Layout) -> Section:
    """Only numbers: a numbered blank line, or a person without a name who has a birth year or a card."""
    serials = {column.index for column in layout.columns if column.field in (SERIAL, UNUSED)}
    known = {column.index for column in layout.columns} - serials
    filled = [i for i, cell in enumerate(row) if cell_text(cell) and i in known]
    return Section(Meaning.PERSON if filled else Meaning.REMARK)


def _is_numbered_person(row: Row, layout: Layout) -> bool:
    return any(cell_text(_at(row, column.index)).isdigit() for column in layout.of(SERIAL))


def _is_header_again(row: Row, layout: Layout, headers: frozenset[str]) -> bool:
    """A header repeated on a later page: most of its texts are the header's own."""
    names = [text_of(_at(row, column.index)) for column in layout.columns if column.field in NAME_FIELDS]
    if any(names) and not any((h := heading_of(name)) and h.field in NAME_FIELDS for name in names):
        return False
    filled = [folded_phrase(text_of(cell)) for cell in row if cell_text(cell)]
    if len(set(filled)) < 2:
        return False
    if any(names):
        return len(headers.intersection(filled)) > 1 or sum(bool(heading_of(text)) for text in filled) > 2
    return sum(text in headers for text in filled) * 10 >= len(filled) * 8


def _header_texts(table: Table, layout: Layout) -> frozenset[str]:
    block = table.rows[layout.header_row : layout.body]
    return frozenset(folded_phrase(text_of(cell)) for row in block for cell in row) - {""}


def _is_index(row: Row) -> bool:
    """The row "(1) (2) (3) ..." or "A B 1 2 3" that numbers the columns below a header."""
    numbers = [text.strip("() ") for cell in row if (text := cell_text(cell))]
    if any(len(number) > 3 for number in numbers):
        return False
    counted = [int(number) for number in numbers if number.isdigit()]
    rest = [number for number in numbers if not number.isdigit()]
    rising = all(later - earlier == 1 for earlier, later in pairwise(counted))
    return len(counted) >= 3 and counted[0] <= 3 and rising and all(len(text) <= 1 for text in rest)


def _of_the_tab(table: Table, layout: Layout, by_tab: bool) -> str:
    """The delegation that the tab's name or a title line gives to all its rows."""
    name = _TAB_NUMBER.sub("", tidy_name(table.name), count=1)
    if by_tab and not layout.has("delegation") and name and not _GENERIC_TAB.match(folded_phrase(table.name)):
        return name
    titles = (title_delegation(text) for row in table.rows[: layout.header_row] for text in _distinct(row))
    return next((title for title in titles if title), "")


def _filled_down(people: list[RowUnderstood], layout: Layout) -> list[RowUnderstood]:
    """A delegation written only beside the first of its people (a merged column, saved as CSV)."""
    given = [p.person.delegation for p in people if p.person.delegation]
    starts_groups = people and people[0].person.delegation and len(given) == len(set(given))
    if not layout.has("delegation") or not starts_groups or len(given) * 2 > len(people):
        return people
    filled: list[RowUnderstood] = []
    current = ""
    for row in people:
        current = row.person.delegation or current
        filled.append(replace(row, person=replace(row.person, delegation=current)))
    return filled


def _columns(table: Table, layout: Layout) -> Iterator[ColumnUnderstood]:
    for column in layout.columns:
        used = shown_field(column)
        yield ColumnUnderstood(sheet=table.name, column=column.letter, header=column.header, field=used)


def _looks_like_list(table: Table) -> bool:
    """Three rows of three cells or more, on a tab that is not named as a summary."""
    full = sum(len(_distinct(row)) >= 3 for row in table.rows)
    return full >= 3 and not _NO_LIST.match(folded_phrase(table.name))


def _no_header(table: Table) -> ListError:
    row = next(i for i, row in enumerate(table.rows, start=1) if len(_distinct(row)) >= 3)
    return ListError(sheet=table.name, row=row, column="A", code="no_header")


def _distinct(row: Row) -> list[str]:
    return list(Counter(text for cell in row if (text := cell_text(cell))))


def _at(row: Row, index: int) -> Cell:
    return row[index] if index < len(row) else None
