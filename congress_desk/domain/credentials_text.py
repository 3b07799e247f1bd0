"""Paragraphs of the credentials report that a secretary may reword, while their figures stay the computed ones.

A reworded paragraph is kept with places for its figures, so it always prints the figures of the hour. What is
typed as a figure must be one of the paragraph's own, none of them may be missing, and they keep their order: two
that changed places would both be false.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from congress_desk.domain.dates import ascii_digits
from congress_desk.domain.journal import Event

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DATE = re.compile(r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{1,2}/\d{4}$|^(?:19|20)\d\d(?:[-–](?:19|20)\d\d)?$")
_PLACE = re.compile(r"\{(\w+)\}")
_AROUND = ".,;:()[]“”\"'«»…%،؛"
_INVISIBLE = dict.fromkeys(range(0x2066, 0x206A))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A paragraph as reworded. figures: as they were then.

    fixed: places whose figure was also a number of the words themselves ("from 41 to 50 years: 50 delegates").
    """

    template: str
    figures: Mapping[str, str]
    fixed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFigures:
    """missing: figures of the paragraph that the new words lack. foreign: numbers that are none of its figures.

    order: the figures as they have to follow one another, where nothing is missing or foreign but some have moved.
    """

    missing: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


def is_figure(text: str) -> bool:
    return re.fullmatch(r"\d+(?:[.,]\d+)?(?:[ \u00a0]?%)?", text) is not None


def reworded(text: str, *, template: str, places: Mapping[str, str]) -> Wording | ChangedFigures:
    """The new words with places in the place of figures. template, places: the paragraph as it is now."""
    text = ascii_digits(text.translate(_INVISIBLE)).strip()
    order = [name for name in _PLACE.findall(template) if is_figure(places[name])]
    bare = {name: places[name].rstrip("\u00a0 %") for name in order}
    plain = _PLACE.sub(" ", template)
    literal = {number for _, number in _numbers(plain)}
    found = _numbers(text)
    missing = Counter(bare.values()) - Counter(number for _, number in found)
    foreign = [number for _, number in found if number not in literal and number not in bare.values()]
    if missing or foreign:
        return ChangedFigures(missing=tuple(missing.elements()), foreign=tuple(foreign))
    said = iter([number for _, number in found])
    if not all(bare[name] in said for name in order):
        return ChangedFigures(order=tuple(bare[name] for name in order))
    return Wording(
        template=_with_places(text, found, order, places),
        figures={name: places[name] for name in order},
        fixed=tuple(name for name in order if bare[name] in literal),
    )


def filled(wording: Wording, places: Mapping[str, str]) -> str | None:
    """The words with the figures of now; None where it cannot be known which figure stands where.

    Places that had the same figure then may have been taken for one another: they must have the same one now.
    """
    used = _PLACE.findall(wording.template.replace("{{", "").replace("}}", ""))
    if any(name not in places for name in used):
        return None
    if any(places.get(name) != wording.figures[name] for name in wording.fixed):
        return None
    now: dict[str, set[str]] = {}
    for name, then in wording.figures.items():
        now.setdefault(then, set()).add(places.get(name, ""))
    if any(len(figures) > 1 for figures in now.values()):
        return None
    return wording.template.format(**places)


def latest_wordings(events: Iterable[Event]) -> dict[tuple[str, str], Wording]:
    """By language and paragraph; an empty text goes back to the usual words."""
    found: dict[tuple[str, str], Wording] = {}
    for event in events:
        body = event.body
        key = (body["language"], body["paragraph"])
        found.pop(key, None)
        if body["template"]:
            found[key] = Wording(template=body["template"], figures=body["figures"], fixed=tuple(body["fixed"]))
    return found


def _numbers(text: str) -> list[tuple[int, str]]:
    """Place and number of everything that could be a figure: no dates, years, or numbers of documents."""
    found = []
    for word in re.finditer(r"\S+", text):
        inner = word.group().strip(_AROUND)
        if _DATE.match(inner) or any(char.isalpha() for char in inner):
            continue
        found += [(word.start() + m.start(), m.group()) for m in _NUMBER.finditer(word.group())]
    return found


def _with_places(text: str, found: Sequence[tuple[int, str]], order: Sequence[str], places: Mapping[str, str]) -> str:
    """Each figure becomes the first place of its value that is not taken; a figure said twice, its last place."""
    waiting = list(order)
    parts: list[str] = []
    end = 0
    for start, number in found:
        name = next((n for n in waiting if places[n].rstrip("\u00a0 %") == number), None)
        if name is not None:
            waiting.remove(name)
        else:
            name = next((n for n in reversed(order) if places[n].rstrip("\u00a0 %") == number), None)
        parts.append(_escaped(text[end:start]))
        end = start + len(number)
        if name is None:
            parts.append(number)
            continue
        percent = re.match(r"[ \u00a0]?%", text[end:]) if places[name].endswith("%") else None
        end += percent.end() if percent else 0
        parts.append(f"{{{name}}}")
    return "".join([*parts, _escaped(text[end:])])


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
