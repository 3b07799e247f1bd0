"""Names: one spelling, the Vietnamese order, and a search that needs no diacritics."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.names import (
    folded,
    given_name,
    matches_search,
    name_sort_key,
    text_sort_key,
    tidy_name,
    word_sort_key,
)


def spread(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def test_letters_stand_in_the_vietnamese_order() -> None:
    letters = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
    assert sorted(letters, key=word_sort_key) == letters
    assert sorted((c.upper() for c in letters), key=word_sort_key) == [c.upper() for c in letters]


def test_tones_stand_level_falling_hook_tilde_acute_dot() -> None:
    tones = ["la", "là", "lả", "lã", "lá", "lạ"]
    backwards = tones[::-1]
    assert sorted(backwards, key=word_sort_key) == tones


def test_tones_decide_only_between_equal_letters() -> None:
    words = ["bá", "ban", "bản", "bán", "bang", "bằng", "bâng"]
    backwards = words[::-1]
    assert sorted(backwards, key=word_sort_key) == words


def test_people_stand_by_given_name_then_family_then_middle_name() -> None:
    people = [
        "Trần Thị An",
        "Lê Thị Ánh",
        "Bùi Văn Ân",
        "Đỗ Văn Bình",
        "Lê Hồng Bình",
        "Lê Văn Bình",
        "Phạm Văn Dũng",
        "Phạm Văn Đạt",
        "Y",
    ]
    mixed = list(people)
    random.Random(7).shuffle(mixed)
    assert sorted(mixed, key=name_sort_key) == people


def test_delegations_stand_word_by_word_from_the_front() -> None:
    names = ["Đoàn Ba Bể", "Đoàn Bạch Thông", "Đoàn Đại Từ", "Đoàn Định Hóa"]
    backwards = names[::-1]
    assert sorted(backwards, key=text_sort_key) == names


@given(st.sampled_from(["Nguyễn Thị Ánh", "Đặng Hữu Phước", "Lưu Quỳnh Như", "Trương Mỹ Lệ"]))
def test_both_spellings_of_unicode_sort_and_search_as_one(name: str) -> None:
    assert spread(name) != name
    assert name_sort_key(spread(name)) == name_sort_key(name)
    assert folded(spread(name)) == folded(name)
    assert tidy_name(spread(name)) == name


def test_a_name_is_tidied_of_spaces_and_invisible_signs() -> None:
    assert tidy_name("  Nguyễn\u00a0\tVăn\u200b  An\ufeff\n") == "Nguyễn Văn An"
    assert tidy_name("") == ""


@pytest.mark.parametrize(
    ("written", "key"),
    [("Đỗ Thị Ước", "do thi uoc"), ("ĐẶNG", "dang"), ("  Hà  Nội ", "ha noi"), ("Ksor H'Bơ", "ksor h'bo"), ("", "")],
)
def test_the_search_key_has_no_diacritics_and_no_case(written: str, key: str) -> None:
    assert folded(written) == key


def test_given_name_is_the_last_word() -> None:
    assert given_name("Nguyễn Văn An") == "An"
    assert given_name("An") == "An"


@pytest.mark.parametrize(
    "typed", ["n", "ng", "nguyen", "anh", "anh ng", "Nguyễn Á", spread("Ánh"), "dai", "đại từ", "015"]
)
def test_search_finds_by_the_beginnings_of_words_in_any_order(typed: str) -> None:
    assert matches_search(typed, "Nguyễn Thị Ánh", "Huyện Đại Từ", "015")


@pytest.mark.parametrize("typed", ["guyen", "nh", "anh b", "nguyenthi", "0155"])
def test_search_does_not_find_inside_words_or_half_of_the_words(typed: str) -> None:
    assert not matches_search(typed, "Nguyễn Thị Ánh", "Huyện Đại Từ", "015")


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_be_folded_sorted_and_searched(one: str, other: str) -> None:
    assert folded(folded(one)) == folded(one)
    assert (name_sort_key(one) < name_sort_key(other)) in (True, False)
    assert matches_search(one, one)
