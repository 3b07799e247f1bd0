"""The same person, number or card twice: inside a list, or between a list and the congress.

Every error stands at the later row and names the earlier one, so that the office finds both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping

from congress_desk.domain.delegates import DelegateId, Sheet
from congress_desk.domain.lists import ListError, ListUnderstood, RowUnderstood
from congress_desk.domain.names import folded


def card_key(card_number: str) -> str:
    """Card numbers are the same with or without leading zeros: a spreadsheet drops them."""
    return card_number.strip().casefold().lstrip("0") or card_number


def duplicates(understood: ListUnderstood) -> tuple[ListError, ...]:
    """duplicate_citizen_number, duplicate_card_number, duplicate_person; at most one of a row's person."""
    return tuple(_duplicates(understood))


def numbers_taken(
    understood: ListUnderstood, meant: Mapping[int, DelegateId], after: Mapping[DelegateId, Sheet]
) -> tuple[ListError, ...]:
    """card_number_taken, citizen_number_taken: a row's number stays that of a delegate whom the list gives no other.

    meant: place in the rows -> delegate; after: every delegate's sheet as the import would leave it.
    """
    cards = _taken(understood, meant, after, "card_number", "card_number_taken")
    return (*cards, *_taken(understood, meant, after, "citizen_number", "citizen_number_taken"))


def _taken(
    understood: ListUnderstood,
    meant: Mapping[int, DelegateId],
    after: Mapping[DelegateId, Sheet],
    field: str,
    code: str,
) -> Iterator[ListError]:
    holders: dict[str, list[DelegateId]] = defaultdict(list)
    for who, sheet in after.items():
        holders[_key(sheet, field)].append(who)
    in_list: dict[str, set[DelegateId | None]] = defaultdict(set)  # told as duplicates inside the list already
    for place, row in enumerate(understood.rows):
        in_list[_key(row.person, field)].add(meant.get(place))
    for row in understood.rows:
        key = _key(row.person, field)
        others = [who for who in holders.get(key, ()) if who not in in_list[key]] if key else []
        if others:
            params = {"number": getattr(row.person, field), "name": after[others[0]].full_name}
            yield _error(understood, row, field, code, params)


def _key(sheet: Sheet, field: str) -> str:
    return card_key(sheet.card_number) if field == "card_number" else sheet.citizen_number


def unclear(
    understood: ListUnderstood, meant: Mapping[int, DelegateId], may_be: Callable[[Sheet], bool]
) -> tuple[ListError, ...]:
    """person_unclear: a row nobody was recognised for, though somebody of the congress may be meant."""
    rows = (row for place, row in enumerate(understood.rows) if place not in meant and may_be(row.person))
    return tuple(_error(understood, row, "full_name", "person_unclear", {}) for row in rows)


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
