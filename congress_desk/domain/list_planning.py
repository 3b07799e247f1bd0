"""What importing a list would change: who is new, who is meant, what is different, who is named twice.

A person is recognised by the surest fact first, for the whole list, before the next fact is tried; so a wrong
number in one row can never take the delegate of another row away.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import TypeVar

from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Delegate, DelegateId, Sheet, changed_fields
from congress_desk.domain.list_duplicates import card_key, duplicates, numbers_taken, unclear
from congress_desk.domain.lists import ImportPlan, ListError, ListUnderstood, PlannedChange, RowUnderstood
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
        errors=(
            *understood.errors,
            *duplicates(understood),
            *numbers_taken(understood, meant, after),
            *_unclear(understood, meant, existing),
        ),
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
    sheets = {d.id: d.sheet for d in existing}
    for key, fits in _WAYS:
        taken = set(meant.values())
        free = _unique((d.id, key(d.sheet)) for d in existing if d.id not in taken)
        open_rows = _unique((i, key(row.person)) for i, row in enumerate(rows) if i not in meant)
        for value, place in open_rows.items():
            if value in free and fits(rows[place].person, sheets[free[value]]):
                meant[place] = free[value]
    return meant


def _unclear(
    understood: ListUnderstood, meant: Mapping[int, DelegateId], existing: Sequence[Delegate]
) -> tuple[ListError, ...]:
    """Rows that name a namesake of the same delegation whom nothing tells from another one."""
    taken = set(meant.values())
    open_delegates: dict[Hashable, list[Sheet]] = defaultdict(list)
    for delegate in existing:
        if delegate.id not in taken:
            open_delegates[_by_name_and_delegation(delegate.sheet)].append(delegate.sheet)
    return unclear(
        understood,
        meant,
        lambda person: any(
            _may_be(person, sheet) for sheet in open_delegates.get(_by_name_and_delegation(person), ())
        ),
    )


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


def _by_name_and_post(sheet: Sheet) -> Hashable | None:
    return folded(sheet.full_name), folded(sheet.delegation), folded(sheet.unit), folded(sheet.position)


def _agree(one: Sheet, other: Sheet) -> bool:
    """A citizen number alone may be another one's by mistake: the name or the birth date agrees as well."""
    return folded(one.full_name) == folded(other.full_name) or (
        one.birth_date is not None and one.birth_date == other.birth_date
    )


def _always(one: Sheet, other: Sheet) -> bool:
    return True


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


_WAYS: tuple[tuple[Key, Callable[[Sheet, Sheet], bool]], ...] = (
    (_by_citizen_number, _agree),
    (_by_card_and_name, _may_be),
    (_by_name_and_birth, _may_be),
    (_by_name_and_post, _may_be),
    (_by_name_and_delegation, _may_be),
    (_by_citizen_number, _always),
)
