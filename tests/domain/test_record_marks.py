"""The mark at a record's foot: the same for the same figures, another for any other, read back from its symbol."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

from congress_desk.domain.record_marks import RecordMark, belongs_to, canonical_content, mark_of, read_mark
from tests.reports import builders

RECORD = builders.a_record(builders.some_delegates(5))


def marked(record: object = RECORD, *, scope: str = "s1", language: str = "vi") -> RecordMark:
    return mark_of(record, congress="c1", form="attendance", scope=scope, language=language)


def test_when_it_was_printed_is_no_content() -> None:
    later = replace(RECORD.heading, printed_at=RECORD.heading.printed_at + dt.timedelta(hours=1))
    assert marked(replace(RECORD, heading=later)) == marked()


def test_one_figure_more_gives_another_mark() -> None:
    assert marked(replace(RECORD, refused=RECORD.refused + 1)).content != marked().content
    assert marked(replace(RECORD, lines=RECORD.lines[1:])).content != marked().content


def test_a_mark_survives_its_own_symbol() -> None:
    mark = marked()
    assert read_mark(mark.text) == mark
    assert mark.text == mark.text.upper()
    assert mark.id == f"attendance-{mark.content[:8]}"
    assert mark.digits.replace(" ", "") == mark.content[:16]


def test_other_symbols_are_no_marks() -> None:
    for text in ("", "17560396385", "https://10.0.0.1/d/abc", marked().text[:-1], marked().text + "0"):
        assert read_mark(text) is None


def test_a_mark_names_its_congress_its_session_and_its_language() -> None:
    assert belongs_to(marked(), "c1")
    assert not belongs_to(marked(), "c2")
    assert marked(scope="s2").scope != marked().scope
    assert (marked(language="ar").language, marked(language="ar").content) == ("ar", marked().content)


def test_the_content_is_json_of_one_spelling_with_pictures_as_hashes() -> None:
    sheet = builders.some_badges(builders.some_delegates(2))
    text = canonical_content(sheet)
    assert json.loads(text)["badges"][0]["photo"] != ""
    assert len(text) < 20_000
    assert canonical_content(sheet) == text
    assert "printed_at" not in text
