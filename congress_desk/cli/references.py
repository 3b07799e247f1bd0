"""How a person on the command line names a session or a delegate."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from congress_desk.domain.attendance import Session
from congress_desk.domain.dates import ascii_digits
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.names import folded, matches_search, tidy_name
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.desk import Desk

Matches = Callable[[Delegate], bool]


def the_session(desk: Desk, named: str) -> Session:
    """By id, by name (case and diacritics count only where they decide), or by its place in time: 1, 2, ...

    Refusal: NO_SUCH_SESSION, AMBIGUOUS.
    """
    sessions = desk.sessions.sessions()
    name = tidy_name(named)
    for found in (
        [s for s in sessions if s.id == named],
        [s for s in sessions if s.name == name],
        [s for s in sessions if folded(s.name) == folded(name)],
    ):
        if len(found) > 1:
            raise Refusal(Reason.AMBIGUOUS, what="session", session=named, candidates=tuple(s.id for s in found))
        if found:
            return found[0]
    place = ascii_digits(name)
    if place.isdigit() and 1 <= int(place) <= len(sessions):
        return sessions[int(place) - 1]
    raise Refusal(Reason.NO_SUCH_SESSION, session=named)


def the_delegate(desk: Desk, named: str) -> Delegate:
    """By id, badge code, card number or citizen number; else by name, exactly as typed before without marks.

    Refusal: NO_SUCH_DELEGATE, AMBIGUOUS.
    """
    name = tidy_name(named)
    ways = [*_exact_ways(named), _without_marks(name)]
    if folded(name):
        ways.append(lambda d: matches_search(name, d.sheet.full_name))
    found = _first_found(desk.registry.delegates(), ways)
    if len(found) > 1:
        raise Refusal(Reason.AMBIGUOUS, candidates=tuple(d.id for d in found))
    if not found:
        raise Refusal(Reason.NO_SUCH_DELEGATE, delegate=named)
    return found[0]


def person_named(desk: Desk, named: str) -> str:
    """Who signs an act: of one delegate, however named, the full name; anybody else as written.

    A part of a name is not enough, nor one with other marks: a technician of the hall may be called so.
    """
    name = tidy_name(named)
    ways = [*_exact_ways(named), lambda d: d.sheet.full_name.casefold() == name.casefold()]
    if name.casefold() == folded(name):
        ways.append(_without_marks(name))
    found = _first_found(desk.registry.delegates(), ways) if name else []
    return found[0].sheet.full_name if len(found) == 1 else named


def _first_found(everybody: Sequence[Delegate], ways: Sequence[Matches]) -> list[Delegate]:
    """All whom the first way finds that finds anybody."""
    return next((found for way in ways if (found := [d for d in everybody if way(d)])), [])


def _exact_ways(named: str) -> list[Matches]:
    name = tidy_name(named)
    number = ascii_digits(name).replace(" ", "")
    short = number.lstrip("0")
    return [
        lambda d: d.id == named,
        lambda d: bool(number) and d.badge_code == number,
        lambda d: bool(number) and number in (d.sheet.card_number, d.sheet.citizen_number),
        lambda d: short.isdigit() and d.sheet.card_number.lstrip("0") == short,
        lambda d: d.sheet.full_name == name,
    ]


def _without_marks(name: str) -> Matches:
    return lambda d: folded(d.sheet.full_name) == folded(name)
