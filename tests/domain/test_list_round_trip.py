"""The whole rehearsal congress written as an office's file and read again, in every language and format."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from congress_desk.devices.sheets.office import OfficeSheets
from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Category, Gender, Sheet, as_text
from congress_desk.domain.list_planning import plan
from congress_desk.domain.rehearsal import rehearsal_guests, rehearsal_people
from congress_desk.plumbing.list_words import category_name, gender_name, template_header, template_title
from congress_desk.plumbing.texts import Language, Words, words_for
from tests.domain.office_lists import a_delegate, delimited, ods, people, read, xls

EVERYBODY = (*rehearsal_people(2025), *rehearsal_guests(2025))
DELEGATES = tuple(a_delegate(i, sheet) for i, sheet in enumerate(EVERYBODY))


def as_row(say: Words, number: int, sheet: Sheet) -> list[str]:
    return [str(number), *(as_cell(say, getattr(sheet, field.name)) for field in fields(Sheet))]


def as_cell(say: Words, value: object) -> str:
    if isinstance(value, PartialDate):
        return value.as_written()
    if isinstance(value, Category):
        return category_name(say, value)
    return gender_name(say, value) if isinstance(value, Gender) else as_text(value)


def grid(language: Language) -> list[list[str]]:
    say = words_for(language)
    return [
        [template_title(say)],
        template_header(language),
        *(as_row(say, i, s) for i, s in enumerate(EVERYBODY, 1)),
    ]


def write(kind: str, language: Language, folder: Path) -> Path:
    path, rows = folder / f"ds.{kind}", grid(language)
    if kind == "csv":
        return delimited(path, rows, delimiter=";", encoding="utf-8-sig")
    if kind == "xlsx":
        OfficeSheets().write(path, rows[0][0], rows[1], rows[2:])
        return path
    return (xls if kind == "xls" else ods)(path, {"DS": rows})


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_465_people_come_back_as_they_were(kind: str, language: Language, tmp_path: Path) -> None:
    understood = read(write(kind, language, tmp_path))

    assert understood.errors == ()
    assert people(understood) == list(EVERYBODY)


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_importing_them_again_changes_nothing(kind: str, tmp_path: Path) -> None:
    planned = plan(read(write(kind, Language.VIETNAMESE, tmp_path)), DELEGATES)

    assert (planned.unchanged, planned.added, planned.changed, planned.errors) == (465, (), (), ())
    assert planned.missing == ()
