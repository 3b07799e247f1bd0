"""Every word the user reads, in Vietnamese, English and Arabic.

English is the source text; `resources/texts/<language>/*.po` hold the others and are read as they are, so no
compiled catalogue can be stale. A `Words` is called like a function named `say`: say("Present"),
say("{count} delegates", count=3). Reports take the Words of the paper's language, screens those of the user's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any

from congress_desk.plumbing.resources import resource


class Language(StrEnum):
    VIETNAMESE = "vi"
    ENGLISH = "en"
    ARABIC = "ar"

    @property
    def right_to_left(self) -> bool:
        return self is Language.ARABIC

    @property
    def own_name(self) -> str:
        return {"vi": "Tiếng Việt", "en": "English", "ar": "العربية"}[self.value]


class Words:
    """One language's texts. Immutable; ask words_for() for it."""

    def __init__(self, language: Language, catalogue: Mapping[str, str]) -> None:
        self.language = language
        self._catalogue = catalogue

    def __call__(self, message: str, /, **places: Any) -> str:
        """The message in this language, its {places} filled in; times and dates as this language writes them."""
        text = self._catalogue.get(message, message)
        return text.format(**{k: self._written(v) for k, v in places.items()}) if places else text

    def knows(self, message: str) -> bool:
        return self.language is Language.ENGLISH or message in self._catalogue

    def time(self, moment: dt.datetime) -> str:
        """Hours and minutes: 07:05."""
        return moment.strftime("%H:%M")

    def date(self, day: dt.date) -> str:
        """22/09/2025: day first in all three languages, ASCII digits (domain.md 6.1)."""
        return day.strftime("%d/%m/%Y")

    def _written(self, value: object) -> object:
        if isinstance(value, dt.datetime):
            return self.time(value)
        return self.date(value) if isinstance(value, dt.date) else value


def marked(message: str) -> str:
    """Marks a constant for the catalogue; it is translated later, where it is shown."""
    return message


@lru_cache(maxsize=3)
def words_for(language: Language | str) -> Words:
    """The texts of one language; English needs no file."""
    chosen = Language(language)
    return Words(chosen, {} if chosen is Language.ENGLISH else _catalogue(chosen))


def _catalogue(language: Language) -> dict[str, str]:
    from babel.messages.pofile import read_po

    found: dict[str, str] = {}
    for path in sorted(resource("texts", language.value).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language.value):
                if isinstance(message.id, str) and message.id and isinstance(message.string, str):
                    found[message.id] = message.string
    return {source: text for source, text in found.items() if text}
