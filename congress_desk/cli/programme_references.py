"""How a person on the command line names an item, a half-day, a presentation or a raised hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from congress_desk.domain.agenda import Item, ItemId, Sitting
from congress_desk.domain.dates import ascii_digits
from congress_desk.domain.names import folded, tidy_name
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.speeches import FloorRequest, Speech
from congress_desk.services.desk import Desk

Found = TypeVar("Found", Item, Sitting, Speech)


def the_item(desk: Desk, named: str) -> Item:
    """By id, by its printed number, or by its content. Refusal: NO_SUCH_ITEM, AMBIGUOUS."""
    items = desk.programme.agenda.agenda().items
    name = tidy_name(named)
    found = _one(
        (
            [one for one in items if one.id == named],
            [one for one in items if one.number and one.number == ascii_digits(name)],
            [one for one in items if one.content == name],
            _beginning(items, name, lambda one: one.content),
        ),
        "item",
        named,
    )
    if found is None:
        raise Refusal(Reason.NO_SUCH_ITEM, item=named)
    return found


def after_item(desk: Desk, named: str | None) -> ItemId | str | None:
    """first, last (also when nothing is said), or the item before."""
    if named is None or folded(named) == "last":
        return None
    return "" if folded(named) == "first" else the_item(desk, named).id


def the_sitting(desk: Desk, named: str) -> Sitting:
    """By id, by its place in time (1, 2, ...), or by its name. Refusal: NO_SUCH_SITTING, AMBIGUOUS."""
    sittings = desk.programme.agenda.agenda().sittings
    place = ascii_digits(tidy_name(named))
    found = _one(
        (
            [one for one in sittings if one.id == named],
            [sittings[int(place) - 1]] if place.isdigit() and 1 <= int(place) <= len(sittings) else [],
            _beginning(sittings, tidy_name(named), lambda one: one.name),
        ),
        "sitting",
        named,
    )
    if found is None:
        raise Refusal(Reason.NO_SUCH_SITTING, sitting=named)
    return found


def the_speech(desk: Desk, named: str) -> Speech:
    """By id, by its number in the register, by speaker or topic. Refusal: NO_SUCH_SPEECH, AMBIGUOUS."""
    speeches = desk.programme.speeches.speeches().speeches
    name = tidy_name(named)
    found = _one(
        (
            [one for one in speeches if one.id == named],
            [one for one in speeches if one.number and str(one.number) == ascii_digits(name)],
            [one for one in speeches if folded(one.speaker) == folded(name)],
            _beginning(speeches, name, lambda one: one.topic),
        ),
        "speech",
        named,
    )
    if found is None:
        raise Refusal(Reason.NO_SUCH_SPEECH, speech=named)
    return found


def the_turn(desk: Desk, named: str) -> Speech | FloorRequest:
    """A raised hand by its id, or Q1, Q2, ... as it waits; else a presentation. Refusal: as the_speech."""
    speeches = desk.programme.speeches.speeches()
    request = next((one for one in speeches.requests if one.id == named), None)
    if request is not None:
        return request
    place = ascii_digits(tidy_name(named)).upper()
    waiting = speeches.queue
    if place.startswith("Q") and place[1:].isdigit() and 1 <= int(place[1:]) <= len(waiting):
        return waiting[int(place[1:]) - 1]
    return the_speech(desk, named)


def _beginning(all_of: Sequence[Found], name: str, text: Callable[[Found], str]) -> list[Found]:
    """Those of just this text, else those that begin with it; case and marks do not count."""
    wanted = folded(name)
    if not wanted:
        return []
    just = [one for one in all_of if folded(text(one)) == wanted]
    return just or [one for one in all_of if folded(text(one)).startswith(wanted)]


def _one(ways: Sequence[Sequence[Found]], what: str, named: str) -> Found | None:
    for found in ways:
        if len(found) > 1:
            raise Refusal(Reason.AMBIGUOUS, what=what, named=named, candidates=tuple(one.id for one in found))
        if found:
            return found[0]
    return None
