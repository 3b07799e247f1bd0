"""The words of the paper in its language: sentences, dates, shares, categories.

Whatever is put into a sentence (a name, a code, a date) is isolated from the sentence's direction, so that
"B-14" stays "B-14" inside Arabic and an Arabic name stays whole inside Vietnamese.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from congress_desk.domain.delegates import Category, Delegate, Gender, Standing
from congress_desk.plumbing.texts import Language, Words, marked
from congress_desk.reports.bidi import isolated

_FIRST_RIGHT_TO_LEFT = "\u0590"
_LONG_NAME = 30  # letters

CATEGORIES = {
    Category.EX_OFFICIO: marked("Ex-officio delegate"),
    Category.ELECTED: marked("Elected delegate"),
    Category.APPOINTED: marked("Appointed delegate"),
    Category.ALTERNATE: marked("Alternate delegate"),
    Category.GUEST: marked("Guest"),
    Category.STAFF: marked("Congress staff"),
}
SHORT_CATEGORIES = {
    Category.EX_OFFICIO: marked("Ex-officio"),
    Category.ELECTED: marked("Elected"),
    Category.APPOINTED: marked("Appointed"),
    Category.ALTERNATE: marked("Alternate"),
    Category.GUEST: marked("Guest"),
    Category.STAFF: marked("Staff"),
}
_GENDERS = {Gender.MALE: marked("Male"), Gender.FEMALE: marked("Female"), Gender.UNKNOWN: ""}
_STANDINGS = {
    Standing.ACTIVE: "",
    Standing.PENDING: marked("Not recognised yet"),
    Standing.BARRED: marked("Credentials not recognised"),
    Standing.WITHDRAWN: marked("Withdrawn or replaced"),
}
_NO_DELEGATION = marked("No delegation")
_LONG_DATE = marked("{day} {month} {year}")
_MONTHS = (
    marked("January"),
    marked("February"),
    marked("March"),
    marked("April"),
    marked("May"),
    marked("June"),
    marked("July"),
    marked("August"),
    marked("September"),
    marked("October"),
    marked("November"),
    marked("December"),
)


class Say:
    """The paper's language, called like Words: say("{count} delegates", count=3)."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.language = words.language
        self.right_to_left = words.language.right_to_left

    def __call__(self, message: str, /, **places: Any) -> str:
        return self._words(message, **{name: self._place(value) for name, value in places.items()})

    def put(self, text: str) -> str:
        """A name, code or note from the list, as it stands on this paper."""
        if not text:
            return ""
        mixed = self.right_to_left or max(text) >= _FIRST_RIGHT_TO_LEFT
        return isolated(text) if mixed else text

    def names(self, names: Iterable[str]) -> str:
        """Several names for one place of a sentence, each kept on a line."""
        return ", ".join(n if len(n) > _LONG_NAME else n.replace(" ", "\u00a0") for n in names)

    @property
    def comma(self) -> str:
        """Between the parts of a list, with its space."""
        return "، " if self.right_to_left else ", "

    def share(self, count: int, base: int) -> str:
        """Percent of the base, two decimals, halves up: 94,92 % in Vietnamese, 94.92 % elsewhere."""
        if base <= 0:
            return "-"
        hundredths = (20_000 * count + base) // (2 * base)
        point = "," if self.language is Language.VIETNAMESE else "."
        return self.put(f"{hundredths // 100}{point}{hundredths % 100:02} %")

    def long_date(self, day: dt.date) -> str:
        """As it stands beside the place: days under 10 and January, February with 0 in Vietnamese."""
        if self.language is Language.VIETNAMESE:
            month = f"{day.month:02}" if day.month < 3 else str(day.month)
            return f"ngày {day.day:02} tháng {month} năm {day.year}"
        return self(_LONG_DATE, day=str(day.day), month=self(_MONTHS[day.month - 1]), year=str(day.year))

    def date(self, day: dt.date) -> str:
        return self.put(self._words.date(day))

    def time(self, moment: dt.datetime) -> str:
        return self.put(self._words.time(moment))

    def gender(self, gender: Gender) -> str:
        return self(_GENDERS[gender]) if _GENDERS[gender] else ""

    def category(self, category: Category) -> str:
        return self(CATEGORIES[category])

    def short_category(self, category: Category) -> str:
        return self(SHORT_CATEGORIES[category])

    def standing(self, delegate: Delegate) -> str:
        message = _STANDINGS[delegate.standing]
        return self(message) if message else ""

    def delegation(self, name: str) -> str:
        return self.put(name) if name else self(_NO_DELEGATION)

    def post(self, delegate: Delegate) -> str:
        """Position and unit in one cell."""
        parts = [part for part in (delegate.sheet.position, delegate.sheet.unit) if part]
        return self.put(", ".join(parts))

    def _place(self, value: object) -> object:
        return self.put(value) if isinstance(value, str) else value
