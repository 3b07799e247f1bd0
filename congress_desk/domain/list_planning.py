"""What importing a list would change: who is new, who is meant, what is different, who is named twice.

A person is recognised by the surest fact first, for the whole list, before the next fact is tried; so a wrong
number in one row can never take the delegate of another row away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import fields, replace
from typing import TypeVar

from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Delegate, DelegateId, Sheet, changed_fields
from congress_desk.domain.list_duplicates import card_key, cards_taken, duplicates
from congress_desk.domain.lists import ImportPlan, ListUnderstood, PlannedChange, RowUnderstood
from congress_desk.domain.names import folded

T = TypeVar("T")
Key = Callable[[Sheet], Hashable | None]


def plan(understood: ListUnderstood, existing: Sequence[Delegate]) -> ImportPlan:
    """Match by citizen number, card number with name, name with birth date, name with delegation; then compare."""
    known = {delegate.id: delegate for delegate in existing}
    meant = recognised(understood.rows, existing)
    changed: list[PlannedChange] = []
    added: list[RowUnderstood] = []
    after: dict[DelegateId, Sheet] = {delegate.id: delegate.sheet for delegate in existing}
    for place, row in enumerate(understood.rows):
        if place not in meant:
            added.append(row)
            continue
        delegate = known[meant[place]]
        sheet = completed(delegate.sheet, row)
        after[delegate.id] = sheet
        if changes := changed_fields(delegate.sheet, sheet):
            changed.append(PlannedChange(delegate=delegate.id, row=row, sheet=sheet, changes=changes))
    named = set(meant.values())
    return ImportPlan(
        understood=understood,
        added=tuple(added),
        changed=tuple(changed),
        unchanged=len(understood.rows) - len(added) - len(changed),
        missing=tuple(delegate.id for delegate in existing if delegate.id not in named),
        errors=(*understood.errors, *duplicates(understood), *cards_taken(understood, meant, after)),
    )


def completed(known: Sheet, row: RowUnderstood) -> Sheet:
    """The known sheet with what the row gives: an empty cell or an assumed category erases nothing."""
    given: dict[str, object] = {}
    for name in (field.name for field in fields(Sheet)):
        old, new = getattr(known, name), getattr(row.person, name)
        if new and name not in row.assumed and not _says_no_more(name, old, new):
            given[name] = new
    return replace(known, **given)  # type: ignore[arg-type]


def recognised(rows: Sequence[RowUnderstood], existing: Sequence[Delegate]) -> dict[int, DelegateId]:
    """Place in rows -> delegate. Both sides are used up as they match; a key that is not unique matches nobody."""
    meant: dict[int, DelegateId] = {}
    for key in (_by_citizen_number, _by_card_and_name, _by_name_and_birth, _by_name_and_delegation):
        taken = set(meant.values())
        free = _unique((d.id, key(d.sheet)) for d in existing if d.id not in taken)
        open_rows = _unique((i, key(row.person)) for i, row in enumerate(rows) if i not in meant)
        sheets = {d.id: d.sheet for d in existing}
        for value, place in open_rows.items():
            if value in free and (key is _by_citizen_number or _may_be(rows[place].person, sheets[free[value]])):
                meant[place] = free[value]
    return meant


def _unique(pairs: Iterable[tuple[T, Hashable | None]]) -> dict[Hashable, T]:
    listed = [(who, value) for who, value in pairs if value is not None]
    counted = Counter(value for _, value in listed)
    return {value: who for who, value in listed if counted[value] == 1}


def _by_citizen_number(sheet: Sheet) -> Hashable | None:
    return sheet.citizen_number or None


def _by_card_and_name(sheet: Sheet) -> Hashable | None:
    return (card_key(sheet.card_number), folded(sheet.full_name)) if sheet.card_number else None


def _by_name_and_birth(sheet: Sheet) -> Hashable | None:
    return (folded(sheet.full_name), sheet.birth_date) if sheet.birth_date else None


def _by_name_and_delegation(sheet: Sheet) -> Hashable | None:
    return folded(sheet.full_name), folded(sheet.delegation)


def _may_be(one: Sheet, other: Sheet) -> bool:
    """Not another person of the same name: number and birth date do not both differ."""
    numbers_differ = bool(one.citizen_number and other.citizen_number and one.citizen_number != other.citizen_number)
    return not (numbers_differ and _births_differ(one.birth_date, other.birth_date))


def _births_differ(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None:
        return False
    return one != other if one.is_full and other.is_full else one.year != other.year


def _says_no_more(name: str, old: object, new: object) -> bool:
    """The list writes the known value in another way: less exact, in capitals, without leading zeros."""
    if isinstance(old, PartialDate) and isinstance(new, PartialDate):
        return old.is_full and not new.is_full and old.year == new.year
    if name == "card_number":
        return card_key(str(old)) == card_key(str(new))
    if name in ("full_name", "delegation"):
        return str(old).casefold() == str(new).casefold() and (name == "delegation" or str(new).isupper())
    return False
