"""The credentials report read back: the published samples figure by figure, bases and rules in print."""

from __future__ import annotations

import io
from functools import lru_cache

import pytest
from docx import Document

from congress_desk.domain.credentials import OVERLAPPING, Base, Part
from congress_desk.domain.credentials_records import CredentialsRecord
from congress_desk.domain.delegates import Gender
from congress_desk.domain.rounding import Rounding
from congress_desk.plumbing.credentials_words import PARTS, row_words
from congress_desk.plumbing.texts import words_for
from congress_desk.reports.forms import PdfForms
from congress_desk.reports.word import WordForms
from tests.congress_samples import LONG_AN_OPENS, NATIONAL_OPENS, long_an, national
from tests.reports import builders, hall_builders
from tests.reports.reading import has_row, numbers, page_texts, whole_text, without_marks

FORMS = PdfForms()
each_language = pytest.mark.parametrize("language", ["vi", "en", "ar"])


@lru_cache
def the_national() -> CredentialsRecord:
    return hall_builders.credentials(national(), opens=NATIONAL_OPENS, brackets="national")


@lru_cache
def the_long_an() -> CredentialsRecord:
    return hall_builders.credentials(long_an(), opens=LONG_AN_OPENS, brackets="long-an")


@lru_cache
def text_of(sample: str, language: str) -> str:
    record = the_national() if sample == "national" else the_long_an()
    return without_marks(whole_text(FORMS.render(record, language)))


def printed(sample: str, language: str, part: Part, label: str, count: int, share: str) -> bool:
    record = the_national() if sample == "national" else the_long_an()
    rows = record.figures.part(part)
    place, row = next((n, row) for n, row in enumerate(rows, 1) if row.label == label)
    name = without_marks(row_words(words_for(language), row, record.rules))
    written = share.replace(".", ",") if language == "vi" else share
    return has_row(text_of(sample, language), name, place, count, written)


@each_language
def test_the_thirteenth_congress_is_printed_as_published(language: str) -> None:
    for part, label, count, share in (
        (Part.NUMBER, "convened", 1587, "100.00"),
        (Part.COMPOSITION, "elected", 1381, "87.02"),
        (Part.COMPOSITION, "appointed", 15, "0.95"),
        (Part.COMPOSITION, "ex_officio", 191, "12.04"),
        (Part.GENDER, "women", 222, "13.99"),
        (Part.ETHNICITY, "minority", 175, "11.03"),
        (Part.AGE, "<40", 57, "3.59"),
    ):
        assert printed("national", language, part, label, count, share), label
    text = " ".join(text_of("national", language).split())
    assert ("52,2" if language == "vi" else "52.2") in text
    assert {"33", "76"} <= numbers(text).keys()


@each_language
def test_long_an_is_printed_as_published(language: str) -> None:
    for part, label, count, share in (
        (Part.NUMBER, "convened", 350, "100.00"),
        (Part.COMPOSITION, "elected", 302, "86.29"),
        (Part.COMPOSITION, "ex_officio", 48, "13.71"),
        (Part.AGE, "<=40", 53, "15.14"),
        (Part.AGE, "41-50", 150, "42.86"),
        (Part.AGE, "51-60", 144, "41.14"),
        (Part.AGE, "61-70", 2, "0.57"),
        (Part.AGE, ">=71", 1, "0.29"),
        (Part.GENDER, "women", 51, "14.57"),
    ):
        assert printed("long-an", language, part, label, count, share), label


@each_language
def test_every_row_of_every_part_is_printed_with_its_figure(language: str) -> None:
    people = builders.some_delegates(40)
    record = hall_builders.credentials(people)
    text = without_marks(whole_text(FORMS.render(record, language)))
    words = words_for(language)
    for part in Part:
        for place, row in enumerate(record.figures.part(part), 1):
            name = without_marks(row_words(words, row, record.rules))
            if part not in OVERLAPPING and part is not Part.PARTY_BADGE:
                share = f"{float(row.share * 100) + 1e-9:.2f}"
                assert has_row(text, name, place, row.count, share.replace(".", ",") if language == "vi" else share)


@each_language
def test_base_rounding_and_day_of_age_are_printed(language: str) -> None:
    people = [builders.a_delegate(n, gender=Gender.FEMALE) for n in range(1, 4)]
    record = hall_builders.credentials(people, base=Base.PRESENT, rounding=Rounding.DOWN, decimals=1)
    text = " ".join(without_marks(whole_text(FORMS.render(record, language))).split())
    words = words_for(language)
    for told in (
        words("Shares are of the {count} delegates present.", count=3),
        words("Decimals of the shares: {decimals}, the rest cut off.", decimals=1),
    ):
        assert all(word.strip("،.,") in text for word in without_marks(told).split())
    assert "22/09/2025" in text
    assert "100,0" in text or "100.0" in text


def test_missing_dates_are_a_row_in_print() -> None:
    people = [builders.a_delegate(n, birth_date=None) for n in range(1, 4)]
    text = whole_text(FORMS.render(hall_builders.credentials(people), "vi"))
    assert has_row(text, "Danh sách chưa ghi", 6, 3, "100,00")


@each_language
def test_the_annex_draws_the_figures_of_the_tables_and_names_their_base(language: str) -> None:
    record, words = the_national(), words_for(language)
    pages = [without_marks(page) for page in page_texts(FORMS.render(record, language))]
    annex = next(page for page in pages if without_marks(words("Composition of the delegates in charts")) in page)
    lines = [numbers(line) for line in annex.splitlines()]
    for part in (Part.GENDER, Part.AGE):
        for row in record.figures.part(part):
            figures = numbers(f"{row.count} {float(row.share * 100) + 1e-9:.2f}".replace(".", say_point(language)))
            assert any(figures.keys() <= line.keys() for line in lines), (part, row.label)
    assert sum(line.keys() == {str(record.figures.counted)} for line in lines) == 2
    assert without_marks(words(PARTS[Part.THEORY])) not in annex  # nobody's is on the list: nothing to look at


def say_point(language: str) -> str:
    return "," if language == "vi" else "."


def test_a_report_of_nobody_has_no_charts() -> None:
    text = whole_text(FORMS.render(hall_builders.credentials([]), "en"))
    assert "in charts" not in text


@each_language
def test_the_word_file_has_the_same_figures_and_the_charts_as_pictures(language: str) -> None:
    record = the_long_an()
    document = Document(io.BytesIO(WordForms().render(record, language)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    told = without_marks("\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells]))
    for part in Part:
        for row in record.figures.part(part):
            share = f"{float(row.share * 100) + 1e-9:.2f}".replace(".", say_point(language))
            assert {str(row.count), share} <= numbers(told).keys(), row.label
    pictures = document.inline_shapes
    assert [picture._inline.docPr.get("descr") for picture in pictures] == [
        words_for(language)(PARTS[part]) for part in (Part.GENDER, Part.AGE)
    ]
    assert all(picture.width <= document.sections[0].page_width for picture in pictures)
    assert ("<w:bidi/>" in document.element.xml) is (language == "ar")
    assert ("<w:rtl/>" in document.element.xml) is (language == "ar")
