"""A seating table as an office made it: which column is what, who each row means, and what does not fit.

A row without a person is a free seat of the hall. Persons are named by card number, or by name (and delegation
where two have the same name).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.list_headers import folded_phrase
from congress_desk.domain.list_tables import Cell, Table
from congress_desk.domain.list_values import cell_text
from congress_desk.domain.names import folded
from congress_desk.domain.seating import Seat, Zone, label_key, seat_from_label

_HEADERS = {
    "name": "ho va ten; ho ten; dai bieu; name; full name; delegate; الاسم; الاسم الكامل; المندوب",
    "card": "so the; the dai bieu; so the dai bieu; card; card number; badge; رقم البطاقه; البطاقه",
    "delegation": "doan; doan dai bieu; don vi; delegation; unit; الوفد",
    "seat": "ghe; so ghe; vi tri; cho ngoi; ma ghe; seat; seat number; المقعد; رقم المقعد",
    "row": "hang; day; hang ghe; row; الصف",
    "number": "so; so thu tu ghe; so trong hang; number; place; الرقم",
    "zone": "khu; khu vuc; phia; zone; block; side; المنطقه; القسم",
    "floor": "tang; floor; level; الطابق",
}
_ZONES = {
    Zone.LEFT: "trai; l; left; ben trai; khu trai; t; يسار; اليسار",
    Zone.MIDDLE: "giua; m; middle; centre; center; khu giua; g; وسط; الوسط",
    Zone.RIGHT: "phai; r; right; ben phai; khu phai; p; يمين; اليمين",
    Zone.STAGE: "san khau; doan chu tich; chu toa; stage; presidium; s; ct; المنصه; هيئه رئاسه الموتمر",
}


class SeatDoubt(StrEnum):
    """Why a row cannot be taken as it is."""

    NO_SEAT = "no_seat"
    UNKNOWN_PERSON = "unknown_person"
    SEVERAL_PERSONS = "several_persons"
    SEAT_TWICE = "seat_twice"
    PERSON_TWICE = "person_twice"
    UNKNOWN_ZONE = "unknown_zone"
    BAD_FLOOR = "bad_floor"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatError:
    """row: as the spreadsheet shows it."""

    sheet: str
    row: int
    doubt: SeatDoubt
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatList:
    """headed: a header with a seat and a person was found."""

    headed: bool
    seats: tuple[Seat, ...] = ()
    given: dict[DelegateId, str] | None = None
    errors: tuple[SeatError, ...] = ()

    @property
    def people(self) -> dict[DelegateId, str]:
        return self.given or {}


def _phrases(written: dict[str, str]) -> dict[str, str]:
    return {folded_phrase(phrase): name for name, phrases in written.items() for phrase in phrases.split(";")}


_FIELD_OF = _phrases(_HEADERS)
_ZONE_OF = {phrase: Zone(zone) for phrase, zone in _phrases({z.value: words for z, words in _ZONES.items()}).items()}


def read_seat_list(tables: Sequence[Table], people: Sequence[Delegate]) -> SeatList:
    """All tabs that have a header with a seat (or a row and a number)."""
    reader = _Reader(people)
    headed = False
    for table in tables:
        head = next((n for n, row in enumerate(table.rows) if _is_head(_columns(row))), None)
        if head is None:
            continue
        headed = True
        columns = _columns(table.rows[head])
        for number, row in enumerate(table.rows[head + 1 :], head + 2):
            reader.read(table.name, number, {name: cell_text(row[place]) for name, place in columns.items()})
    return SeatList(
        headed=headed, seats=tuple(reader.seats.values()), given=reader.given, errors=tuple(reader.errors)
    )


def _columns(row: Sequence[Cell]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        name = _FIELD_OF.get(folded_phrase(cell_text(cell)))
        if name:
            found.setdefault(name, place)
    return found


def _is_head(columns: dict[str, int]) -> bool:
    return "seat" in columns or {"row", "number"} <= columns.keys()


class _Reader:
    def __init__(self, people: Sequence[Delegate]) -> None:
        self._people = people
        self.seats: dict[str, Seat] = {}
        self.given: dict[DelegateId, str] = {}
        self.errors: list[SeatError] = []

    def read(self, sheet: str, number: int, cells: dict[str, str]) -> None:
        if not any(cells.values()):
            return

        def tell(doubt: SeatDoubt, text: str) -> None:
            self.errors.append(SeatError(sheet=sheet, row=number, doubt=doubt, text=text))

        seat = self._seat(cells, tell)
        who = self._person(cells, tell)
        if seat is None:
            return
        key = label_key(seat.label)
        if key in self.seats:
            tell(SeatDoubt.SEAT_TWICE, seat.label)
            return
        self.seats[key] = seat
        if who is None:
            return
        if who.id in self.given:
            tell(SeatDoubt.PERSON_TWICE, who.sheet.full_name)
            return
        self.given[who.id] = seat.label

    def _seat(self, cells: dict[str, str], tell: Callable[[SeatDoubt, str], None]) -> Seat | None:
        row, number = cells.get("row", ""), cells.get("number", "")
        label = cells.get("seat", "") or (f"{row}-{int(number):02}" if row and number.isdigit() else "")
        if row and number.isdigit() is False and label.isdigit():
            label = f"{row}-{int(label):02}"
        if not label:
            if cells.get("name") or cells.get("card"):
                tell(SeatDoubt.NO_SEAT, cells.get("name") or cells["card"])
            return None
        read = seat_from_label(label)
        zone, floor = _ZONE_OF.get(folded_phrase(cells.get("zone", ""))), _floor(cells.get("floor", ""))
        if cells.get("zone") and zone is None:
            tell(SeatDoubt.UNKNOWN_ZONE, cells["zone"])
        if floor is None:
            tell(SeatDoubt.BAD_FLOOR, cells["floor"])
        return Seat(
            label=label,
            floor=floor or 1,
            zone=zone or read.zone,
            row=row or read.row,
            number=int(number) if number.isdigit() else read.number,
        )

    def _person(self, cells: dict[str, str], tell: Callable[[SeatDoubt, str], None]) -> Delegate | None:
        card, name, delegation = cells.get("card", ""), cells.get("name", ""), folded(cells.get("delegation", ""))
        if not card and not name:
            return None
        found: list[Delegate] = []
        if card:
            found = [d for d in self._people if d.sheet.card_number.lstrip("0") == card.lstrip("0") != ""]
        if not found and name:
            found = _of_name(self._people, name)
            if len(found) > 1 and delegation:
                found = [d for d in found if delegation in folded(d.sheet.delegation)] or found
        if len(found) == 1:
            return found[0]
        tell(SeatDoubt.SEVERAL_PERSONS if found else SeatDoubt.UNKNOWN_PERSON, name or card)
        return None


def _of_name(people: Iterable[Delegate], name: str) -> list[Delegate]:
    """As written; where nobody is called so, without diacritics and case."""
    everybody = list(people)
    exact = [d for d in everybody if d.sheet.full_name == name]
    return exact or [d for d in everybody if folded(d.sheet.full_name) == folded(name)]


def _floor(text: str) -> int | None:
    """ "Tầng 2", "2", "" (the ground floor); None for what holds no number."""
    digits = "".join(char for char in text if char.isdigit())
    if not text:
        return 1
    return int(digits) if digits and 0 < int(digits) < 10 else None
