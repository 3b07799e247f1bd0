"""Lines: wrapped, justified, styled, mixed; a character without a font stops everything."""

from __future__ import annotations

import unicodedata

import pytest

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.reports.bidi import isolated
from congress_desk.reports.composing import Composer, Line, Span
from congress_desk.reports.fonts import FontSet

FONTS = FontSet()
SENTENCE = "Đại hội đại biểu Đảng bộ tỉnh Thái Nguyên lần thứ I, nhiệm kỳ 2025 - 2030"


def a_composer(*, size: float = 12, right_to_left: bool = False) -> Composer:
    return Composer(FONTS, size=size, right_to_left=right_to_left)


def seen(line: Line) -> str:
    """Text of the glyphs from left to right."""
    return "".join(glyph.text for piece in line.pieces for glyph in piece.glyphs).replace("\u2060", "")


def test_wrapped_lines_hold_all_words_and_keep_to_the_width() -> None:
    lines = a_composer().lines([Span(SENTENCE)], 120)
    assert len(lines) > 2
    assert max(line.width for line in lines) <= 120.01
    assert " ".join(seen(line) for line in lines) == SENTENCE
    assert [line.ends_paragraph for line in lines] == [False] * (len(lines) - 1) + [True]


def test_indent_takes_room_from_the_first_line_only() -> None:
    plain, pushed = a_composer().lines([Span(SENTENCE)], 300), a_composer().lines([Span(SENTENCE)], 300, indent=150)
    assert plain[0].width > 150 >= pushed[0].width
    assert pushed[1].width > 150


def test_word_longer_than_the_line_is_broken_and_loses_nothing() -> None:
    word = "Nguyễn" * 12
    lines = a_composer().lines([Span(f"ông {word} có mặt")], 80)
    assert max(line.width for line in lines) <= 80.01
    assert "".join(seen(line) for line in lines).replace(" ", "") == f"ông{word}cómặt"


def test_line_narrower_than_a_letter_still_ends() -> None:
    lines = a_composer().lines([Span("ABC")], 1)
    assert [seen(line) for line in lines] == ["A", "B", "C"]


def test_newline_begins_a_paragraph() -> None:
    lines = a_composer().lines([Span("một\nhai")])
    assert [(seen(line), line.ends_paragraph) for line in lines] == [("một", True), ("hai", True)]


def test_spans_change_the_font_inside_a_line() -> None:
    (line,) = a_composer().lines([Span("có mặt "), Span("298", bold=True), Span(" người", italic=True)])
    assert seen(line) == "có mặt 298 người"
    assert [piece.font.name for piece in line.pieces if not piece.is_space] == [
        "Tinos-Regular",
        "Tinos-Regular",
        "Tinos-Bold",
        "Tinos-Italic",
    ]


def test_nfd_is_composed_and_odd_spaces_are_plain() -> None:
    (line,) = a_composer().lines([Span(unicodedata.normalize("NFD", "Nguyễn\tThị\u200b\u2003Ánh\ufeff"))])
    assert seen(line) == "Nguyễn Thị Ánh"


def test_arabic_is_joined_and_goes_from_the_right() -> None:
    joined = a_composer(right_to_left=True).lines([Span("محمد")])[0]
    alone = [a_composer(right_to_left=True).lines([Span(letter)])[0].pieces[0].glyphs[0] for letter in "محمد"]
    glyphs = [glyph for piece in joined.pieces for glyph in piece.glyphs]
    assert "".join(glyph.text for glyph in reversed(glyphs)).replace("\u2060", "") == "محمد"
    assert {glyph.number for glyph in glyphs} != {glyph.number for glyph in alone}


def test_words_of_an_arabic_line_stand_from_right_to_left() -> None:
    (line,) = a_composer(right_to_left=True).lines([Span(f"وفد {isolated('Đại Từ')}، 12 مندوبا")])
    order = ["".join(glyph.text for glyph in piece.glyphs) for piece in line.pieces if not piece.is_space]
    assert order == ["مندوبا"[::-1], "12", "،", "Đại", "Từ", "وفد"[::-1]]
    assert [piece.x for piece in line.pieces] == sorted(piece.x for piece in line.pieces)


def test_brackets_are_turned_in_arabic() -> None:
    (arabic,) = a_composer(right_to_left=True).lines([Span("(مغلقة)")])
    (latin,) = a_composer().lines([Span("(x)")])
    first, last = arabic.pieces[0].glyphs[0], arabic.pieces[-1].glyphs[-1]
    assert first.text == ")"
    assert last.text == "("
    assert first.number != last.number
    assert latin.pieces[0].glyphs[0].text == "("


def test_arabic_name_in_a_vietnamese_line_uses_the_arabic_font() -> None:
    (line,) = a_composer().lines([Span("Ông محمد علي, Đại sứ")])
    fonts = {piece.font.name for piece in line.pieces}
    assert fonts == {"Tinos-Regular", "Amiri-Regular"}


@pytest.mark.parametrize(("text", "character"), [("Nguyễn 中 Anh", "中"), ("giờ 🙂", "🙂"), ("a\ue000b", "\ue000")])
def test_character_that_no_font_has_stops_with_its_place(text: str, character: str) -> None:
    with pytest.raises(Trouble) as stopped:
        a_composer().lines([Span(text)])
    assert stopped.value.problem is Problem.NO_FONT_FOR
    assert stopped.value.details["character"] == character
    assert stopped.value.details["place"] == text


def test_long_place_is_shortened() -> None:
    with pytest.raises(Trouble) as stopped:
        a_composer().lines([Span("x" * 200 + "中")])
    assert len(str(stopped.value.details["place"])) == 60
