"""A delegate: the sheet "danh sách trích ngang" and his standing at the congress.

The sheet comes from the office's list and changes by import or edit; the standing changes by acts of the
credentials committee only (domain.md 2.2, 3.1). Both are kept with their history in the journal.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import NewType

from congress_desk.domain.dates import PartialDate
from congress_desk.domain.names import folded

DelegateId = NewType("DelegateId", str)


class Gender(StrEnum):
    MALE = "male"
    FEMALE = "female"
    UNKNOWN = ""


class Category(StrEnum):
    """Delegate categories of domain.md 2.2."""

    EX_OFFICIO = "EX"
    ELECTED = "EL"
    APPOINTED = "AP"
    ALTERNATE = "AL"
    GUEST = "GU"
    STAFF = "ST"

    @property
    def is_official(self) -> bool:
        return self in OFFICIAL


OFFICIAL = frozenset({Category.EX_OFFICIO, Category.ELECTED, Category.APPOINTED})


class Standing(StrEnum):
    """What the credentials committee says of a delegate."""

    ACTIVE = "active"
    PENDING = "pending"  # not recognised yet
    BARRED = "barred"  # credentials rejected
    WITHDRAWN = "withdrawn"  # has withdrawn, or was replaced by an alternate


class PhotoOrigin(StrEnum):
    LIST = "list"  # came with the office's list: for the badge, and stays
    DESK = "desk"  # taken or dropped at the desk: goes with the consent to faces


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The columns of the delegate list; text is NFC without spaces at its ends, empty means not given."""

    full_name: str
    gender: Gender = Gender.UNKNOWN
    birth_date: PartialDate | None = None
    hometown: str = ""
    ethnicity: str = ""
    religion: str = ""
    party_joined: PartialDate | None = None
    party_official: PartialDate | None = None
    position: str = ""
    unit: str = ""
    delegation: str = ""
    category: Category = Category.APPOINTED
    general_education: str = ""
    degree: str = ""
    major: str = ""
    academic_title: str = ""
    political_theory: str = ""
    languages: str = ""
    party_badge: str = ""
    awards: str = ""
    discipline: str = ""
    sector: str = ""
    committee_level: str = ""
    science_block: str = ""
    discussion_group: str = ""
    seat_opening: str = ""
    seat: str = ""
    card_number: str = ""
    party_card: str = ""
    citizen_number: str = ""
    phone: str = ""
    hotel: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate:
    """One person of the congress as the journal has left him."""

    id: DelegateId
    sheet: Sheet
    standing: Standing = Standing.ACTIVE
    badge_code: str = ""
    photo: str = ""  # SHA-256 of the stored JPEG, "" without one
    consented: bool = False  # to face identification
    declined: bool = False  # has said no to it, before or after agreeing: nobody asks again
    enrolled: bool = False  # a face template is stored
    replaces: DelegateId | None = None  # an alternate who took the place of this official

    @property
    def counts(self) -> bool:
        """Belongs to the base of quorum and votes: an official delegate, or the alternate in his place."""
        return self.is_official and self.standing in (Standing.ACTIVE, Standing.PENDING)

    @property
    def is_official(self) -> bool:
        return self.sheet.category.is_official or self.replaces is not None


def changed_fields(old: Sheet, new: Sheet) -> dict[str, tuple[str, str]]:
    """Field name -> (old, new) as text, for the import's preview and the history of edits."""
    pairs = ((f.name, getattr(old, f.name), getattr(new, f.name)) for f in fields(Sheet))
    return {name: (as_text(a), as_text(b)) for name, a, b in pairs if a != b}


def as_text(value: object) -> str:
    return "" if value is None else str(value)


def same_person(one: Sheet, other: Sheet) -> bool:
    """Same citizen number; or same name and birth date where a number is missing (issue: duplicates)."""
    if one.citizen_number and other.citizen_number:
        return one.citizen_number == other.citizen_number
    same_name = folded(one.full_name) == folded(other.full_name)
    return same_name and one.birth_date is not None and one.birth_date == other.birth_date


def with_sheet(delegate: Delegate, **changes: object) -> Delegate:
    return replace(delegate, sheet=replace(delegate.sheet, **changes))  # type: ignore[arg-type]
