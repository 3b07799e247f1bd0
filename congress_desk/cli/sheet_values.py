"""--set FIELD=VALUE: fields of a delegate's sheet, read by the same rules as an imported list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from congress_desk.domain.delegates import Category, Sheet
from congress_desk.domain.list_reading import understand
from congress_desk.domain.list_tables import Table
from congress_desk.domain.names import tidy_name
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.plumbing.list_words import CATEGORIES, FIELD_NAMES

FIELDS = tuple(field.name for field in fields(Sheet))


def sheet_with(assignments: Sequence[str], known: Sheet, *, today: dt.date) -> Sheet:
    """`known` with the assigned fields; an empty value clears a field. Refusal: BAD_VALUE."""
    given = _parted(assignments)
    read = _read({"full_name": known.full_name or "–"} | given, today)
    values: dict[str, Any] = {name: getattr(read, name) for name in given}
    return replace(known, **values)


def _parted(assignments: Sequence[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for assignment in assignments:
        name, equals, value = assignment.partition("=")
        if not equals or name not in FIELDS:
            raise Refusal(Reason.BAD_VALUE, field=name)
        given[name] = _spelled_out(value) if name == "category" else tidy_name(value)
    return given


def _read(given: Mapping[str, str], today: dt.date) -> Sheet:
    header = tuple(FIELD_NAMES[name] for name in given)
    table = Table(name="", rows=(header, tuple(given.values())))
    understood = understand([table], today=today)
    if understood.errors or not understood.rows:
        wrong = {column.column: column.field for column in understood.columns}
        column = understood.errors[0].column if understood.errors else ""
        raise Refusal(Reason.BAD_VALUE, field=wrong.get(column, "full_name"))
    return understood.rows[0].person


def _spelled_out(category: str) -> str:
    """EL -> Elected; a name of a category in any language is left to the list's own rules."""
    codes = {code.value: code for code in Category}
    code = codes.get(category.strip().upper())
    return CATEGORIES[code] if code else category
