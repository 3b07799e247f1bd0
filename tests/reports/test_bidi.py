"""Mixed text goes the way UAX #9 says: own cases always, Unicode's own where Debian's unicode-data is installed.

`python -m tests.reports.test_bidi` runs every one of Unicode's 861,948 cases; the suite takes a sample.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from congress_desk.reports.bidi import (
    isolated,
    levels_of_classes,
    line_levels,
    paragraph_levels,
    visual_runs,
)
from congress_desk.reports.bidi_classes import bidi_class

UNICODE = Path("/usr/share/unicode")
EVERY = 97  # a prime, so that the sample walks through all shapes


def _seen(text: str, base: int | None) -> str:
    """The text as the eye meets it from left to right, controls left out."""
    paragraph, levels = paragraph_levels(text, base)
    on_line = line_levels([bidi_class(c) for c in text], levels, paragraph)
    places = _order(on_line)
    return "".join(text[i] for i in places if not "\u2066" <= text[i] <= "\u2069")


def _order(levels: list[int]) -> list[int]:
    return [i for a, b, lv in visual_runs(levels) for i in (range(b - 1, a - 1, -1) if lv & 1 else range(a, b))]


@pytest.mark.parametrize(
    ("text", "base", "seen"),
    [
        ("Nguyễn Thị Ánh", 0, "Nguyễn Thị Ánh"),
        ("وفد 12", 1, "12 دفو"),
        ("الجلسة 07:05 (مغلقة)", 1, ")ةقلغم( 07:05 ةسلجلا"),  # brackets are turned when shaped
        ("وفد Đại Từ، المقعد B-14", 1, "B-14 دعقملا ،Đại Từ دفو"),
        ("السيد " + isolated("Nguyễn (A)") + " حاضر", 1, "رضاح Nguyễn (A) ديسلا"),
        ("حضر في " + isolated("22/09/2025"), 1, "22/09/2025 يف رضح"),
        ("Ông " + isolated("محمد علي") + ", 41", 0, "Ông يلع دمحم, 41"),
        ("", 1, ""),
    ],
)
def test_text_is_seen_in_the_right_order(text: str, base: int, seen: str) -> None:
    assert _seen(text, base) == seen


def test_without_a_given_direction_the_first_letter_decides() -> None:
    assert paragraph_levels("12 مندوب", None)[0] == 1
    assert paragraph_levels("12 Đại biểu", None)[0] == 0


def test_isolating_nothing_gives_nothing() -> None:
    assert isolated("") == ""


def test_sample_of_the_character_cases_of_unicode() -> None:
    cases = _lines("BidiCharacterTest.txt")
    assert [case for number, case in enumerate(cases) if number % EVERY == 0 and not _character_case(case)] == []


def test_sample_of_the_class_cases_of_unicode() -> None:
    wrong = [
        case for number, case in enumerate(_class_cases()) if number % (7 * EVERY) == 0 and not _class_case(*case)
    ]
    assert wrong == []


def _lines(name: str) -> Iterator[str]:
    path = UNICODE / name
    if not path.is_file():
        return
    with path.open(encoding="utf-8") as file:
        yield from (line.strip() for line in file if line[0] not in "#\n")


def _character_case(case: str) -> bool:
    codes, direction, paragraph, wanted_levels, wanted_order = case.split(";")
    text = "".join(chr(int(code, 16)) for code in codes.split())
    found, levels = paragraph_levels(text, None if direction == "2" else int(direction))
    on_line = line_levels([bidi_class(c) for c in text], levels, found)
    wanted = wanted_levels.split()
    order = [place for place in _order(on_line) if wanted[place] != "x"]
    same = all(want in ("x", str(got)) for want, got in zip(wanted, on_line, strict=True))
    return str(found) == paragraph and same and order == [int(place) for place in wanted_order.split()]


def _class_cases() -> Iterator[tuple[list[str], int | None, list[str]]]:
    wanted: list[str] = []
    for line in _lines("BidiTest.txt"):
        if line.startswith("@Levels:"):
            wanted = line.removeprefix("@Levels:").split()
        if not line.startswith("@"):
            classes, bits = line.split(";")
            for bit, base in ((1, None), (2, 0), (4, 1)):
                if int(bits) & bit:
                    yield classes.split(), base, wanted


def _class_case(classes: list[str], base: int | None, wanted: list[str]) -> bool:
    paragraph, levels = levels_of_classes(classes, base)
    on_line = line_levels(classes, levels, paragraph)
    return all(want in ("x", str(got)) for want, got in zip(wanted, on_line, strict=True))


if __name__ == "__main__":  # pragma: no cover
    characters = [_character_case(case) for case in _lines("BidiCharacterTest.txt")]
    bare = [_class_case(*case) for case in _class_cases()]
    wrong = characters.count(False) + bare.count(False)
    raise SystemExit(f"{len(characters)} + {len(bare)} cases, {wrong} wrong" if wrong or not bare else 0)
