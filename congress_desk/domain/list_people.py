"""One row of a list to one delegate sheet: every cell read by its column's field, every error kept by its cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from congress_desk.domain.badge_classes import names_a_kind_of_staff
from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Category, Gender, Sheet
from congress_desk.domain.list_dates import CellRefused, check_party_dates, read_birth_date, read_date, read_dates
from congress_desk.domain.list_header_words import (
    BIRTH_DAY,
    BIRTH_MONTH,
    BIRTH_YEAR,
    FAMILY_NAME,
    FEMALE,
    GIVEN_NAME,
    IS_CATEGORY,
    MALE,
    NAME_FIELDS,
)
from congress_desk.domain.list_layout import Column, Layout, Row
from congress_desk.domain.list_tables import Cell
from congress_desk.domain.list_values import (
    cell_text,
    gender_behind,
    is_marked,
    read_category,
    read_citizen_number,
    read_code,
    read_gender,
    read_name,
    read_phone,
    school_years_text,
)
from congress_desk.domain.lists import ListError, RowUnderstood

T = TypeVar("T")

_ARABIC = range(0x0600, 0x0780)
_BY_PARTS = frozenset(
    {"full_name", FAMILY_NAME, GIVEN_NAME, "gender", MALE, FEMALE, "birth_date", BIRTH_DAY, BIRTH_MONTH, BIRTH_YEAR,
     "party_joined", "party_official", "category", "delegation"}
)  # fmt: skip
_READERS: dict[str, Callable[[Cell], str]] = {
    "citizen_number": read_citizen_number,
    "phone": read_phone,
    "card_number": read_code,
    "party_card": read_code,
    "general_education": school_years_text,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the rows of a tab have in common. lone_mark: x in the only one of the columns Nam / Nữ, "" without."""

    sheet: str
    layout: Layout
    today: dt.date
    lone_mark: str = ""


@dataclass(slots=True, kw_only=True)
class RowReader:
    """Reads one row; `errors` grows by what could not be read. row_number as the spreadsheet shows it."""

    setting: Setting
    row: Row
    row_number: int
    errors: list[ListError] = field(default_factory=list)

    def person(self, *, delegation: str, category: Category | None, group: str = "") -> RowUnderstood | None:
        """The person of this row; None where a name is missing. Cells with errors are left empty."""
        name = self._name()
        found: dict[str, Any] = {"delegation": self._joined("delegation") or delegation}
        found |= self._texts()
        if group and not found.get("discussion_group"):
            found["discussion_group"] = group
        found |= self._gender_and_birth()
        found |= self._party_dates(found.get("birth_date"))
        given = self._category() or category
        if given is Category.STAFF and not found.get("note"):
            found["note"] = self._kind_of_staff()
        if not name:
            return None
        return RowUnderstood(
            sheet=self.setting.sheet,
            row=self.row_number,
            person=Sheet(full_name=name, category=given or Category.APPOINTED, **found),
            assumed=frozenset() if given else frozenset({"category"}),
        )

    def _name(self) -> str:
        columns = self._name_columns()
        parts = {c.field: self._read(c, read_name) for c in columns}
        written = any(cell_text(self._cell(c)) for c in columns)
        if not written:
            self._tell(columns[0], "name_missing")
        if "full_name" in parts:
            return parts["full_name"] or ""
        pair = [parts.get(FAMILY_NAME) or "", parts.get(GIVEN_NAME) or ""]
        if any(ord(char) in _ARABIC for char in "".join(pair)):
            pair.reverse()  # Arabic names begin with the given name
        return " ".join(dict.fromkeys(part for part in pair if part))

    def _name_columns(self) -> list[Column]:
        return [column for column in self.setting.layout.columns if column.field in NAME_FIELDS]

    def _texts(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name in {c.field: None for c in self.setting.layout.columns}:
            if name and name in Sheet.__dataclass_fields__ and name not in _BY_PARTS:
                found[name] = self._joined(name, _READERS.get(name, cell_text))
        return found

    def _joined(self, name: str, reader: Callable[[Cell], str] = cell_text) -> str:
        columns = self.setting.layout.of(name)
        texts = [self._read(column, reader) or "" for column in columns]
        return ", ".join(dict.fromkeys(text for text in texts if text))

    def _gender_and_birth(self) -> dict[str, Any]:
        """Gender and birth date together: a date may stand in the column "Nam" or "Nữ"."""
        gender, birth = self._own_gender(), self._own_birth_date()
        marked: list[Gender] = []
        for part, meant in ((MALE, Gender.MALE), (FEMALE, Gender.FEMALE)):
            for column in self.setting.layout.of(part):
                filled, date = self._mark_or_date(column, meant)
                marked += [meant] if filled else []
                birth = birth or date
        if len(set(marked)) > 1:
            self._tell(self.setting.layout.of(FEMALE)[0], "gender_unreadable", text="x / x")
            marked = []
        if not marked and self.setting.lone_mark and gender is Gender.UNKNOWN:
            marked = [Gender.MALE if self.setting.lone_mark == FEMALE else Gender.FEMALE]
        return {"gender": gender if gender is not Gender.UNKNOWN or not marked else marked[0], "birth_date": birth}

    def _own_gender(self) -> Gender:
        columns = self.setting.layout.of("gender")
        if columns:
            return self._read(columns[0], read_gender) or Gender.UNKNOWN
        return gender_behind(self._cell(self._name_columns()[-1]))

    def _own_birth_date(self) -> PartialDate | None:
        today = self.setting.today
        for column in self.setting.layout.of("birth_date"):
            return self._read(column, lambda cell: read_birth_date(cell, today=today))
        parts = [self.setting.layout.of(part) for part in (BIRTH_DAY, BIRTH_MONTH, BIRTH_YEAR)]
        if not all(parts):
            return None
        texts = [cell_text(self._cell(part[0])) for part in parts]
        written = "/".join(texts) if all(texts) else texts[2]
        return self._read(parts[2][0], lambda _: read_birth_date(written, today=today))

    def _mark_or_date(self, column: Column, meant: Gender) -> tuple[bool, PartialDate | None]:
        cell = self._cell(column)
        marked = is_marked(cell)
        if marked is not None:
            return marked, None
        if isinstance(cell, str) and not any(char.isdigit() for char in cell):
            said = self._read(column, read_gender)
            if said not in (None, meant):
                self._tell(column, "gender_unreadable", text=cell_text(cell))
            return said is meant, None
        return True, self._read(column, lambda value: read_birth_date(value, today=self.setting.today))

    def _party_dates(self, birth: PartialDate | None) -> dict[str, PartialDate | None]:
        today, layout = self.setting.today, self.setting.layout
        joined: tuple[PartialDate, ...] = ()
        official: PartialDate | None = None
        for column in layout.of("party_joined"):
            joined = self._read(column, lambda cell: read_dates(cell, today=today)) or ()
        for column in layout.of("party_official"):
            official = self._read(column, lambda cell: read_date(cell, today=today))
        first = joined[0] if joined else None
        official = official or (joined[1] if len(joined) > 1 else None)
        for column in (layout.of("party_joined") or layout.of("party_official"))[:1]:
            self._read(column, lambda _: check_party_dates(birth, first, official))
        return {"party_joined": first, "party_official": official}

    def _category(self) -> Category | None:
        for column in self.setting.layout.of("category"):
            if found := self._read(column, read_category):
                return found
        for column in self.setting.layout.columns:
            if column.field.startswith(IS_CATEGORY) and is_marked(self._cell(column)):
                return Category(column.field.removeprefix(IS_CATEGORY))
        return None

    def _kind_of_staff(self) -> str:
        """ "Báo chí" or "BTC" in the column of categories: kept as a note, since badges tell them apart."""
        texts = [cell_text(self._cell(column)) for column in self.setting.layout.of("category")]
        return next((text for text in texts if names_a_kind_of_staff(text)), "")

    def _cell(self, column: Column) -> Cell:
        return self.row[column.index] if column.index < len(self.row) else None

    def _read(self, column: Column, reader: Callable[[Cell], T]) -> T | None:
        try:
            return reader(self._cell(column))
        except CellRefused as refused:
            self._tell(column, refused.code, **refused.params)
            return None

    def _tell(self, column: Column, code: str, **params: str) -> None:
        self.errors.append(
            ListError(sheet=self.setting.sheet, row=self.row_number, column=column.letter, code=code, params=params)
        )


def shared_setting(sheet: str, layout: Layout, body: Sequence[Row], today: dt.date) -> Setting:
    """The setting of a tab; where only "Nữ" (or only "Nam") is a column with x-marks, no mark means the other."""
    lone = ""
    if layout.has(MALE) != layout.has(FEMALE) and not layout.has("gender"):
        part = MALE if layout.has(MALE) else FEMALE
        column = layout.of(part)[0].index
        lone = part if any(column < len(row) and row[column] and is_marked(row[column]) for row in body) else ""
    return Setting(sheet=sheet, layout=layout, today=today, lone_mark=lone)
