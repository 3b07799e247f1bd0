"""Names: one spelling (NFC), Vietnamese order, and a search key without diacritics.

Vietnamese people are sorted by given name (the last word), then family name, then middle name.
Order of letters A Ă Â B C D Đ E Ê ..., of tones ngang huyền hỏi ngã sắc nặng (domain.md 4.6).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"̀": 1, "̉": 2, "̃": 3, "́": 4, "̣": 5}

SortKey = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


def tidy_name(text: str) -> str:
    """NFC, single spaces, nothing invisible at the ends."""
    kept = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    return re.sub(r"\s+", " ", kept).strip()


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Lower case without diacritics, đ as d: the key of every search and of photo file names."""
    spread = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return re.sub(r"\s+", " ", "".join(c for c in spread if not unicodedata.combining(c))).strip()


def given_name(full_name: str) -> str:
    return full_name.rsplit(" ", 1)[-1]


@lru_cache(maxsize=20_000)
def name_sort_key(full_name: str) -> SortKey:
    """Sort key: given name, family name, middle names."""
    words = full_name.split(" ")
    return tuple(word_sort_key(word) for word in (words[-1], *words[:-1]))


@lru_cache(maxsize=20_000)
def word_sort_key(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Letters first, tones only between equal letters."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", word).casefold():
        base, tone = _split_tone(char)
        letters.append(_LETTERS.get(base, 100 + ord(base)))
        tones.append(tone)
    return tuple(letters), tuple(tones)


def text_sort_key(text: str) -> SortKey:
    """For what is no person's name (delegations, units): word by word from the front."""
    return tuple(word_sort_key(word) for word in text.split(" "))


def matches_search(wanted: str, *fields: str) -> bool:
    """Every typed word begins some word of the fields; diacritics and case are ignored."""
    there = [word for field in fields for word in folded(field).split(" ")]
    return all(any(word.startswith(typed) for word in there) for typed in folded(wanted).split(" "))


def _split_tone(char: str) -> tuple[str, int]:
    spread = unicodedata.normalize("NFD", char)
    tone = next((_TONES[c] for c in spread if c in _TONES), 0)
    base = unicodedata.normalize("NFC", "".join(c for c in spread if c not in _TONES))
    return base[:1] or char, tone
