"""Where a list begins and what its columns are: header rows found among title rows, merged or not.

The header is the block of one to three rows, beginning in the first 30, whose cells name the most fields and
among them the name. A row is part of the block only where its cells are headers too, so that the first person
("Nam" under "Giới tính") is never taken for one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from congress_desk.domain.list_header_words import (
    BIRTH_DAY,
    BIRTH_MONTH,
    BIRTH_YEAR,
    FAMILY_NAME,
    FEMALE,
    GIVEN_NAME,
    IS_CATEGORY,
    JOINED_FIELDS,
    MALE,
    NAME_FIELDS,
    SERIAL,
    UNUSED,
)
from congress_desk.domain.list_headers import Heading, combined, folded_phrase, heading_of, text_of
from congress_desk.domain.list_tables import Cell, column_letter
from congress_desk.domain.lists import ListError

ROWS_SEARCHED = 30
HEADER_ROWS = 3
BIRTH_PARTS = frozenset({BIRTH_DAY, BIRTH_MONTH, BIRTH_YEAR})

Row = Sequence[Cell]

_WHOLE = {
    FAMILY_NAME: "full_name",
    GIVEN_NAME: "full_name",
    BIRTH_DAY: "birth_date",
    BIRTH_MONTH: "birth_date",
    BIRTH_YEAR: "birth_date",
    SERIAL: UNUSED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """index from 0; field as in list_header_words; header as written ("Giới tính / Nam")."""

    index: int
    field: str
    strength: int
    header: str

    @property
    def letter(self) -> str:
        return column_letter(self.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """header_row from 0; body is the first row below the header."""

    header_row: int
    body: int
    columns: tuple[Column, ...]
    clashes: tuple[ListError, ...] = ()

    def of(self, field: str) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.field == field)

    def has(self, *fields: str) -> bool:
        return any(column.field in fields for column in self.columns)


def shown_field(column: Column) -> str:
    """The field of `delegates.Sheet` that a column fills, also where it fills only a part; "" for none."""
    if column.field in (MALE, FEMALE):
        upper = heading_of(column.header.split(" / ")[0])
        return "birth_date" if upper is not None and upper.field == "birth_date" else "gender"
    if column.field.startswith(IS_CATEGORY):
        return "category"
    return _WHOLE.get(column.field, column.field)


def find_layout(rows: Sequence[Row]) -> Layout | None:
    """The best header block of a tab, its columns settled by what stands below; None where there is none."""
    best: Layout | None = None
    best_score = 0
    for start in range(min(ROWS_SEARCHED, len(rows))):
        for layout in _blocks_from(rows, start):
            score = _score(layout)
            deeper = best is not None and score == best_score > 0 and best.header_row == start
            if score > best_score or deeper:
                best, best_score = layout, score
    return None if best is None else _settled(best, rows)


def _blocks_from(rows: Sequence[Row], start: int) -> list[Layout]:
    written = [text_of(cell) for cell in rows[start]]
    headings: list[Heading | None] = [heading_of(text) for text in written]
    if not any(headings) or len(set(written) - {""}) < 2:  # a title line stands alone
        return []
    found = [_layout(start, 1, headings, written)]
    for depth in range(2, HEADER_ROWS + 1):
        below = start + depth - 1
        if below >= len(rows):
            break
        uppers = _spread(written, [text_of(cell) for cell in rows[below]])
        if not _continues_header(uppers, rows[below], headings):
            break
        headings, written = _merged(uppers, rows[below], headings)
        found.append(_layout(start, depth, headings, written))
    return found


def _layout(start: int, depth: int, headings: Sequence[Heading | None], written: Sequence[str]) -> Layout:
    columns = [
        Column(index=i, field=h.field if h else UNUSED, strength=h.strength if h else 0, header=text)
        for i, (h, text) in enumerate(zip(headings, written, strict=True))
        if text
    ]
    return Layout(header_row=start, body=start + depth, columns=tuple(columns))


def _spread(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """A group's header repeated over the blank cells to its right, where its sub-headers stand (unmerged files)."""
    width = max(len(upper), len(lower))
    spread = [*upper, *[""] * (width - len(upper))]
    for i in range(1, width):
        group_before = i - 1 < len(lower) and lower[i - 1] and lower[i - 1] != spread[i - 1]
        if not spread[i] and i < len(lower) and lower[i] and group_before:
            spread[i] = spread[i - 1]
    return spread


def _continues_header(uppers: Sequence[str], row: Row, headings: Sequence[Heading | None]) -> bool:
    known = unknown = 0
    grouped = _only_under_groups(uppers, row)
    for i, cell in enumerate(row):
        if cell is None or cell == "":
            continue
        below, above = text_of(cell), uppers[i] if i < len(uppers) else ""
        if below and folded_phrase(below) == folded_phrase(above):
            continue
        heading = heading_of(below) if below else None
        over = headings[i] if i < len(headings) else None
        if over is not None and over.field in NAME_FIELDS and (heading is None or heading.field not in NAME_FIELDS):
            return False
        known += heading is not None or (grouped and bool(below))
        unknown += heading is None and not grouped
    return known > 0 and unknown * 2 <= known


def _only_under_groups(uppers: Sequence[str], row: Row) -> bool:
    """All that is new in the row stands under headers of several columns: "Chức vụ" over "Đảng | Chính quyền"."""
    spans = Counter(folded_phrase(text) for text in uppers if text)
    new = [uppers[i] if i < len(uppers) else "" for i, cell in enumerate(row)
           if cell not in (None, "") and (i >= len(uppers) or text_of(cell) != uppers[i])]  # fmt: skip
    return bool(new) and all(spans[folded_phrase(upper)] > 1 for upper in new)


def _merged(
    uppers: Sequence[str], row: Row, headings: Sequence[Heading | None]
) -> tuple[list[Heading | None], list[str]]:
    merged: list[Heading | None] = []
    written: list[str] = []
    for i, above in enumerate(uppers):
        below = text_of(row[i]) if i < len(row) else ""
        same = not below or folded_phrase(below) == folded_phrase(above)
        kept = headings[i] if i < len(headings) else None
        merged.append(kept if same else combined(above, below))
        written.append(above if same else f"{above} / {below}" if above else below)
    return merged, written


def _score(layout: Layout) -> int:
    """How much of a header this is; 0 without a name column or with nothing beside it."""
    strong: dict[str, int] = {}
    for column in layout.columns:
        if column.strength:
            strong[column.field] = max(column.strength, strong.get(column.field, 0))
    used = [field for field in strong if field != UNUSED]
    if not NAME_FIELDS.intersection(used) or len(used) < 2:
        return 0
    return sum(10 + strong[field] for field in used) + (UNUSED in strong)


def _settled(layout: Layout, rows: Sequence[Row]) -> Layout:
    """Every field has one column, or columns that are joined; what is left over is a clash."""
    body = rows[layout.body :]
    columns = list(_with_headless_given_name(layout, body))
    columns = _name_in_two_columns(columns, body)
    if not all(part in {c.field for c in columns} for part in BIRTH_PARTS):
        columns = [replace(c, field=UNUSED) if c.field in BIRTH_PARTS else c for c in columns]
    clashes: list[ListError] = []
    for field in sorted({c.field for c in columns} - {UNUSED, SERIAL}):
        columns, clash = _one_column(columns, field, body)
        clashes += clash
    row = layout.body
    told = tuple(replace(clash, row=row) for clash in clashes)
    return replace(layout, columns=tuple(columns), clashes=told)


def _one_column(columns: list[Column], field: str, body: Sequence[Row]) -> tuple[list[Column], list[ListError]]:
    same = [c for c in columns if c.field == field]
    if len(same) < 2:
        return columns, []
    strongest = max(c.strength for c in same)
    kept = [c for c in same if c.strength == strongest]
    if len(kept) > 1:
        kept = [c for c in kept if _is_used(c.index, body)] or kept[:1]
    dropped = {c.index for c in same} - {c.index for c in kept}
    settled = [replace(c, field=UNUSED) if c.index in dropped else c for c in columns]
    if len(kept) < 2 or field in JOINED_FIELDS or _say_the_same(kept, body):
        return settled, []
    clash = ListError(
        row=0,
        column=kept[1].letter,
        code="two_columns_same_field",
        params={"field": field, "first": kept[0].letter, "header": kept[1].header},
    )
    return settled, [clash]


def _say_the_same(columns: Sequence[Column], body: Sequence[Row]) -> bool:
    """A header and its data merged over several columns."""
    return all(len({_cell(row, c.index) for c in columns}) == 1 for row in body)


def _name_in_two_columns(columns: list[Column], body: Sequence[Row]) -> list[Column]:
    """ "Họ và tên" over two columns is family name and given name; "Name" beside "Surname" is the given name."""
    full = [c for c in columns if c.field == "full_name" and _is_used(c.index, body)]
    family = [c for c in columns if c.field == FAMILY_NAME]
    parts: dict[int, str] = {}
    if family and full and not any(c.field == GIVEN_NAME for c in columns):
        parts[full[0].index] = GIVEN_NAME
    elif len(full) == 2 and full[1].index == full[0].index + 1 and not _say_the_same(full, body):
        parts = {full[0].index: FAMILY_NAME, full[1].index: GIVEN_NAME}
    return [replace(c, field=parts.get(c.index, c.field)) for c in columns]


def _with_headless_given_name(layout: Layout, body: Sequence[Row]) -> tuple[Column, ...]:
    """The column without a header beside the name: where its cells are single words, they are given names."""
    full = layout.of("full_name")
    taken = {c.index for c in layout.columns}
    if len(full) != 1 or full[0].index + 1 in taken or layout.has(FAMILY_NAME, GIVEN_NAME):
        return layout.columns
    beside = full[0].index + 1
    words = [w for row in body if (w := text_of(_cell(row, beside))) and w != text_of(_cell(row, beside - 1))]
    if not words or sum(w.isalpha() for w in words) < 0.8 * len(words):
        return layout.columns
    given = Column(index=beside, field="full_name", strength=full[0].strength, header="")
    return tuple(sorted((*layout.columns, given), key=lambda c: c.index))


def _is_used(index: int, body: Sequence[Row]) -> bool:
    return any(_cell(row, index) not in (None, "") for row in body)


def _cell(row: Row, index: int) -> Cell:
    return row[index] if index < len(row) else None
