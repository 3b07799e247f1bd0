"""Words of lists: every code in every language, and templates that can be read back."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from string import Formatter

import pytest

from congress_desk.devices.sheets.office import OfficeSheets
from congress_desk.domain.delegates import Category, Gender, Sheet, Standing
from congress_desk.domain.lists import ListError
from congress_desk.plumbing.list_words import (
    CATEGORIES,
    ERRORS,
    FIELD_NAMES,
    GENDERS,
    SERIAL,
    STANDINGS,
    TEMPLATE_TITLE,
    category_name,
    error_sentence,
    field_name,
    gender_name,
    standing_name,
    template_header,
    template_title,
)
from congress_desk.plumbing.texts import Language, words_for
from tests.domain.office_lists import people, read, read_grid

EVERY = [*FIELD_NAMES.values(), *CATEGORIES.values(), *GENDERS.values(), *STANDINGS.values(), *ERRORS.values(),
         SERIAL, TEMPLATE_TITLE]  # fmt: skip
LANGUAGES = list(Language)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("message", EVERY)
def test_every_message_is_there_in_every_language_with_the_same_places(language: Language, message: str) -> None:
    say = words_for(language)

    assert say.knows(message)
    assert places(say(message)) == places(message)
    if language is not Language.ENGLISH:
        assert say(message) != message


def test_every_code_that_the_reading_can_give_has_a_sentence() -> None:
    domain = Path(__file__).parents[2] / "congress_desk" / "domain"
    source = "".join(path.read_text(encoding="utf-8") for path in domain.glob("list_*.py"))
    given = set(re.findall(r'CellRefused\("(\w+)"', source)) | set(re.findall(r'code="(\w+)"', source))
    given |= set(re.findall(r'_tell\([^"]*"(\w+)"', source)) | set(
        re.findall(r'"((?:duplicate_\w+|\w+_taken|person_unclear))"', source)
    )

    assert given == set(ERRORS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_of_real_errors_leave_no_place_open(language: Language) -> None:
    understood = read_grid(
        ["Họ tên", "Ngày sinh", "CCCD", "Số căn cước", "Giới"], ["Lê 1", "31/2/1970", "1", "2", "z"],
         [None, 1970, "x", "", ""]
    )  # fmt: skip
    for error in understood.errors:
        sentence = error_sentence(words_for(language), error)
        assert "{" not in sentence
        assert "–" not in sentence
        assert error.code not in sentence


def test_a_field_inside_a_sentence_is_named_in_its_language() -> None:
    error = read_grid(["Họ tên", "CCCD", "Số căn cước"], ["Lê An", "019075001234", "019075001299"]).errors[0]

    assert "Số căn cước công dân" in error_sentence(words_for("vi"), error)
    assert "Citizen number" in error_sentence(words_for("en"), error)


def test_an_unknown_code_and_a_missing_place_are_shown_as_they_are() -> None:
    say = words_for("en")

    assert error_sentence(say, ListError(row=1, column="A", code="something_new")) == "something_new"
    assert "–" in error_sentence(say, ListError(row=1, column="A", code="date_impossible"))
    assert field_name(say, "shoe_size") == "shoe_size"


def test_names_of_closed_sets() -> None:
    say = words_for("vi")

    assert [category_name(say, c) for c in Category][:2] == ["Đương nhiên", "Được bầu"]
    assert gender_name(say, Gender.FEMALE) == "Nữ"
    assert all(standing_name(say, standing) for standing in Standing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_filled_in_is_read_back_column_by_column(language: Language, tmp_path: Path) -> None:
    say, path = words_for(language), tmp_path / "template.xlsx"
    texts = {f.name: f.name for f in fields(Sheet) if f.type == "str"}
    texts |= {"full_name": "Nguyễn Văn An", "citizen_number": "019175001234"}
    person = Sheet(category=Category.EX_OFFICIO, gender=Gender.FEMALE, **texts)  # type: ignore[arg-type]
    shown = {"category": category_name(say, person.category), "gender": gender_name(say, person.gender)}
    row = ["1", *(shown.get(f.name, getattr(person, f.name)) for f in fields(Sheet))]
    OfficeSheets().write(path, template_title(say), template_header(language), [row])
    understood = read(path)

    assert understood.errors == ()
    assert [c.field for c in understood.columns] == ["", *FIELD_NAMES]
    assert people(understood) == [person]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_template_is_an_empty_list_not_an_error(language: Language, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    OfficeSheets().write(path, template_title(words_for(language)), template_header(language), [])
    understood = read(path)

    assert (understood.rows, understood.errors) == ((), ())
