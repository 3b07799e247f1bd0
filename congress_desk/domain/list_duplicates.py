"""The same person, number or card twice: inside a list, or between a list and the congress.

Every error stands at the later row and names the earlier one, so that the office finds both.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping

from congress_desk.domain.delegates import DelegateId, Sheet
from congress_desk.domain.lists import ListError, ListUnderstood, RowUnderstood
from congress_desk.domain.names import folded


def card_key(card_number: str) -> str:
    """Card numbers are the same with or without leading zeros: a spreadsheet drops them."""
    return card_number.strip().casefold().lstrip("0") or card_number


def duplicates(understood: ListUnderstood) -> tuple[ListError, ...]:
    """duplicate_citizen_number, duplicate_card_number, duplicate_person; at most one of a row's person."""
    return tuple(_duplicates(understood))


def cards_taken(
    understood: ListUnderstood, meant: Mapping[int, DelegateId], after: Mapping[DelegateId, Sheet]
) -> tuple[ListError, ...]:
    """card_number_taken: a row's card is that of a delegate whom the list does not give another one."""
    holders = {card_key(sheet.card_number): who for who, sheet in after.items() if sheet.card_number}
    found = []
    for place, row in enumerate(understood.rows):
        holder = holders.get(card_key(row.person.card_number)) if row.person.card_number else None
        if holder is not None and meant.get(place) != holder and holder not in _named_with_it(understood, meant, row):
            params = {"number": row.person.card_number, "name": after[holder].full_name}
            found.append(_error(understood, row, "card_number", "card_number_taken", params))
    return tuple(found)


def _duplicates(understood: ListUnderstood) -> Iterator[ListError]:
    numbers: dict[Hashable, RowUnderstood] = {}
    cards: dict[Hashable, RowUnderstood] = {}
    people: dict[Hashable, RowUnderstood] = {}
    for row in understood.rows:
        person = row.person
        if person.citizen_number and (first := numbers.setdefault(person.citizen_number, row)) is not row:
            params = {"number": person.citizen_number}
            yield _error(understood, row, "citizen_number", "duplicate_citizen_number", params, first)
            continue
        if person.card_number and (first := cards.setdefault(card_key(person.card_number), row)) is not row:
            params = {"number": person.card_number}
            yield _error(understood, row, "card_number", "duplicate_card_number", params, first)
        first = people.setdefault(_person_key(person), row)
        if first is not row and not _are_two(first.person, person):
            yield _error(understood, row, "full_name", "duplicate_person", {}, first)


def _person_key(person: Sheet) -> Hashable:
    """Name and birth date; without a birth date only a row that is the same in everything is a duplicate."""
    return (folded(person.full_name), person.birth_date) if person.birth_date else person


def _are_two(one: Sheet, other: Sheet) -> bool:
    both = one.citizen_number and other.citizen_number
    return bool(both) and one.citizen_number != other.citizen_number


def _named_with_it(
    understood: ListUnderstood, meant: Mapping[int, DelegateId], row: RowUnderstood
) -> set[DelegateId]:
    """Delegates of other rows with the same card: told as duplicates inside the list already."""
    key = card_key(row.person.card_number)
    return {who for place, who in meant.items() if card_key(understood.rows[place].person.card_number) == key}


def _error(
    understood: ListUnderstood,
    row: RowUnderstood,
    field: str,
    code: str,
    params: dict[str, str],
    first: RowUnderstood | None = None,
) -> ListError:
    told = {"name": row.person.full_name, **params}
    if first is not None:
        told |= {"first_row": str(first.row), "first_sheet": first.sheet, "first_name": first.person.full_name}
    return ListError(
        sheet=row.sheet, row=row.row, column=_column(understood, row.sheet, field), code=code, params=told
    )


def _column(understood: ListUnderstood, sheet: str, field: str) -> str:
    return next((c.column for c in understood.columns if c.sheet == sheet and c.field == field), "A")
