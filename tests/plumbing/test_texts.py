"""The catalogue of words: every sentence of the program in Vietnamese and Arabic, whole and well written."""

from __future__ import annotations

import ast
import re
import string
import unicodedata
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from congress_desk.plumbing.texts import Language, words_for

ROOT = Path(__file__).resolve().parents[2]
PROGRAM, TEXTS = ROOT / "congress_desk", ROOT / "resources" / "texts"
KEYWORDS = {"say": None, "marked": None}
TRANSLATED = pytest.mark.parametrize("language", ["vi", "ar"])

ENGLISH = re.compile(
    r"\b(the|and|of|is|was|were|are|not|please|with|for|this|that|from|its|your|you|has|have|been|will|can|must"
    r"|file|session|delegate|delegates|badge|card|photo|record|nothing|yes)\b",
    re.IGNORECASE,
)
SAME_IN_ALL = re.compile(r"[^\W\d_]")  # what has no letter outside its places needs no translation
PLACE = re.compile(r"\{[^{}]*\}")
LATIN = re.compile(r"[A-Za-z\u00C0-\u024F\u1EA0-\u1EF9]+")
NAMES = re.compile(
    r"“[^”]*”|--[a-z][a-z-]*|\b\w+=\S+|\b[A-Z]{2,}\b"
)  # quotations, options, settings, FILE: as they are


@lru_cache(maxsize=1)
def messages() -> frozenset[str]:
    """What Babel finds, as a translator's tool would, and what stands inside f-strings, which Babel overlooks."""
    found = extract_from_dir(str(PROGRAM), method_map=[("**.py", "python")], keywords=KEYWORDS)
    said = (call.args[0] for _, call in calls())
    inside = {text.value for text in said if isinstance(text, ast.Constant) and isinstance(text.value, str)}
    return frozenset(message for _, _, message, _, _ in found if isinstance(message, str)) | inside


@lru_cache(maxsize=1)
def calls() -> tuple[tuple[str, ast.Call], ...]:
    """Every say(...) and marked(...) of the program, with its place."""
    return tuple(
        (f"{path.name}:{node.lineno}", node)
        for path in sorted(PROGRAM.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and node.args
        and (getattr(node.func, "id", "") in KEYWORDS or getattr(node.func, "attr", "") in KEYWORDS)
    )


@lru_cache(maxsize=2)
def parts(language: str) -> dict[str, Catalog]:
    found = {}
    for path in sorted((TEXTS / language).glob("*.po")):
        with path.open("rb") as file:
            found[path.name] = read_po(file, locale=language)
    return found


@lru_cache(maxsize=2)
def translations(language: str) -> dict[str, str]:
    """English -> translation of all parts."""
    return {
        str(message.id): str(message.string)
        for part in parts(language).values()
        for message in part
        if message.id and message.string
    }


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def prose(text: str) -> str:
    """The text without its places, quoted names and options."""
    return NAMES.sub(" ", PLACE.sub(" ", text))


def test_no_text_is_put_together_before_it_is_said() -> None:
    """say(f"{count} people") or say("a" + b) can stand in no catalogue."""
    assert [where for where, call in calls() if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)] == []


@TRANSLATED
def test_every_text_is_translated(language: str) -> None:
    lettered = {message for message in messages() if SAME_IN_ALL.search(PLACE.sub("", message))}
    assert sorted(lettered - translations(language).keys()) == []


@TRANSLATED
def test_no_translation_is_left_over(language: str) -> None:
    unused = {name: [m.id for m in part if m.id and m.id not in messages()] for name, part in parts(language).items()}
    assert {name: left for name, left in unused.items() if left} == {}


@TRANSLATED
def test_one_text_has_one_translation(language: str) -> None:
    """Parts are merged when they are read: the name of a file must not decide between two translations."""
    seen: dict[str, dict[str, str]] = defaultdict(dict)
    for name, part in parts(language).items():
        for message in part:
            if message.id and message.string:
                seen[str(message.id)][name] = str(message.string)
    assert {text: found for text, found in seen.items() if len(set(found.values())) > 1} == {}


@TRANSLATED
def test_every_translation_keeps_its_places(language: str) -> None:
    lost = {text: told for text, told in translations(language).items() if places(text) != places(told)}
    assert lost == {}


@TRANSLATED
def test_every_translation_is_spelled_in_one_way(language: str) -> None:
    told = translations(language).values()
    assert [t for t in told if t != unicodedata.normalize("NFC", t)] == []
    assert [t for t in told if t != t.strip() or "  " in t.replace("\n", " ")] == []
    assert [t for t in told if any(c.isdecimal() and not c.isascii() for c in t)] == []  # digits are 0-9 everywhere


@TRANSLATED
def test_no_english_is_left_in_a_translation(language: str) -> None:
    left = {}
    for text, told in translations(language).items():
        same = SAME_IN_ALL.search(prose(text)) and prose(text) == prose(told) and text.islower()
        if ENGLISH.search(prose(told)) or same:
            left[text] = told
    assert left == {}


def test_arabic_holds_latin_letters_only_for_names_that_the_english_has_too() -> None:
    foreign = {}
    for text, told in translations("ar").items():
        alien = [word for word in LATIN.findall(prose(told)) if word not in text]
        if alien:
            foreign[told] = alien
    assert foreign == {}


def test_nobody_is_shouted_at() -> None:
    told = [*messages(), *translations("vi").values(), *translations("ar").values()]
    assert [t for t in told if "!" in t] == []
    assert [t for t in translations("vi").values() if "lỗi hệ thống" in t.casefold()] == []


def test_quotation_marks_are_the_curved_ones() -> None:
    told = [*messages(), *translations("vi").values(), *translations("ar").values()]
    assert [t for t in told if '"' in t] == []


@TRANSLATED
def test_every_part_says_its_language_and_is_utf8(language: str) -> None:
    for name, part in parts(language).items():
        assert str(part.locale) == language, name
        headers = dict(part.mime_headers)
        assert headers["Content-Type"].casefold() == "text/plain; charset=utf-8", name
        assert not part.fuzzy, name
        assert not any(message.fuzzy for message in part if message.id), name


def test_both_languages_have_the_same_parts() -> None:
    assert parts("vi").keys() == parts("ar").keys()


def test_words_fill_their_places_in_every_language() -> None:
    for language in Language:
        say = words_for(language)
        assert say("Recorded: {name}", name="Nguyễn Văn An").endswith("Nguyễn Văn An")
        assert say.knows("Recorded: {name}")
    assert words_for("en")("Recorded: {name}") == "Recorded: {name}"
