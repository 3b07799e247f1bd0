"""The five classes of badges (domain.md 6). Staff are told apart by the words of their sheet: press, organizers,
and everybody else who serves.
"""

from __future__ import annotations

import re
from enum import StrEnum

from congress_desk.domain.delegates import Category, Delegate
from congress_desk.domain.list_headers import folded_phrase

_PRESS = re.compile(r"\b(?:bao chi|phong vien|nha bao|dai phat thanh|press|journalist|media)\b|صحاف|صحفي|اعلام")
_ORGANIZERS = re.compile(r"\b(?:ban to chuc|btc|organi[sz]er|organi[sz]ing)\b|اللجنه التنظيميه|منظم")


class BadgeKind(StrEnum):
    DELEGATE = "delegate"
    ALTERNATE = "alternate"  # a delegate's badge with a word of its own
    GUEST = "guest"
    ORGANIZER = "organizer"
    PRESS = "press"
    SERVICE = "service"


def badge_kind(delegate: Delegate) -> BadgeKind:
    """An alternate who took an official's place wears the delegate's badge."""
    if delegate.is_official:
        return BadgeKind.DELEGATE
    if delegate.sheet.category is Category.ALTERNATE:
        return BadgeKind.ALTERNATE
    return BadgeKind.GUEST if delegate.sheet.category is Category.GUEST else _staff(delegate)


def names_a_kind_of_staff(text: str) -> bool:
    """Says press or organizers, and not only that somebody serves."""
    words = folded_phrase(text)
    return bool(_PRESS.search(words) or _ORGANIZERS.search(words))


def _staff(delegate: Delegate) -> BadgeKind:
    """What he does says more than where he is listed: a journalist may stand under the organizing committee."""
    sheet = delegate.sheet
    own = [folded_phrase(text) for text in (sheet.position, sheet.note, sheet.unit, sheet.sector)]
    for words in (*own, folded_phrase(sheet.delegation)):
        if _PRESS.search(words):
            return BadgeKind.PRESS
    if any(_ORGANIZERS.search(words) for words in own):
        return BadgeKind.ORGANIZER
    named = any(own[:2])
    return (
        BadgeKind.ORGANIZER
        if not named and _ORGANIZERS.search(folded_phrase(sheet.delegation))
        else BadgeKind.SERVICE
    )
