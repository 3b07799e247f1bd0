"""Whose is this? A scanned or typed text led to one delegate, by its shape.

A citizen card's text is never kept: where a reading must be logged, it is logged as a hash (anchors.md).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from congress_desk.domain.badges import is_badge_code
from congress_desk.domain.citizen_card import CitizenCard, read_citizen_card
from congress_desk.domain.dates import ascii_digits
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import Method
from congress_desk.domain.names import folded
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.floor import the_delegate
from congress_desk.services.ports.store import Code, Work

LONGEST_NUMBER = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    delegate: Delegate
    method: Method


def find_by_code(work: Work, text: str) -> Found:
    """Badge, RFID, card number or citizen card. Refusal: UNKNOWN, AMBIGUOUS, REVOKED."""
    read = ascii_digits(text).strip()
    if "|" in read:
        return find_by_citizen_card(work, read)
    packed = packed_code(read)
    if not packed:
        raise Refusal(Reason.UNKNOWN, what="foreign_code")
    code = work.codes.get(packed)
    if code is not None:
        return _owner(work, code)
    if is_badge_code(packed):
        raise Refusal(Reason.UNKNOWN, what="badge")
    numbered = _with_card_number(work, read)
    if numbered:
        return Found(delegate=_only(numbered), method=Method.CARD_NUMBER)
    if read_citizen_card(packed) is not None:
        return find_by_citizen_card(work, packed)
    looks_typed = len(read) <= LONGEST_NUMBER and read.replace("-", "").isalnum()
    raise Refusal(Reason.UNKNOWN, what="number" if looks_typed else "foreign_code")


def find_by_citizen_card(work: Work, text: str) -> Found:
    """The 12 digits first; then name and birth date of delegates whose number the list does not hold."""
    card = _citizen_card(text)
    if card is None:
        raise Refusal(Reason.UNKNOWN, what="foreign_code")
    matching = work.delegates.where("citizen_number", card.number) or _same_name_and_birth(work, card)
    if not matching:
        raise Refusal(Reason.UNKNOWN, what="citizen_card")
    return Found(delegate=_only(matching), method=Method.CITIZEN_CARD)


def whose(work: Work, find: Callable[[Work], Found]) -> DelegateId | None:
    """Whose code it is, revoked or not; None where that cannot be told (any more)."""
    try:
        return find(work).delegate.id
    except Refusal as refusal:
        owner = refusal.details.get("delegate") if refusal.reason is Reason.REVOKED else None
        return DelegateId(str(owner)) if owner else None


def packed_code(text: str) -> str:
    """A code as it is stored: ASCII digits, without the spaces and dashes that people read it in."""
    return ascii_digits(text).replace(" ", "").replace("-", "").strip()


def as_logged(text: str) -> str:
    """What the journal may hold of a reading: our own digits as they are, all else as a hash.

    Of a citizen number only 24 bits: enough to see the same card again, too little to find the number by trying.
    """
    packed = packed_code(text)
    if is_badge_code(packed):
        return packed
    card = _citizen_card(text)
    if card is not None:
        return "citizen_card:" + hashlib.sha256(card.number.encode()).hexdigest()[:6]
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _citizen_card(text: str) -> CitizenCard | None:
    return read_citizen_card(ascii_digits(text)) or read_citizen_card(packed_code(text))


def _owner(work: Work, code: Code) -> Found:
    delegate = the_delegate(work, code.delegate)
    if code.revoked_at is not None:
        raise Refusal(Reason.REVOKED, delegate=delegate.id, at=code.revoked_at)
    return Found(delegate=delegate, method=Method.BADGE if code.kind == "badge" else Method.RFID)


def _with_card_number(work: Work, read: str) -> Sequence[Delegate]:
    exact = work.delegates.where("card_number", read)
    if exact or not read.isdigit():
        return exact
    wanted = read.lstrip("0")
    return [d for d in work.delegates.all() if wanted and d.sheet.card_number.lstrip("0") == wanted]


def _same_name_and_birth(work: Work, card: CitizenCard) -> list[Delegate]:
    if card.birth_date is None or not card.full_name:
        return []
    name = folded(card.full_name)
    return [
        d
        for d in work.delegates.where("citizen_number", "")
        if d.sheet.birth_date == card.birth_date and folded(d.sheet.full_name) == name
    ]


def _only(delegates: Sequence[Delegate]) -> Delegate:
    if len(delegates) > 1:
        raise Refusal(Reason.AMBIGUOUS, candidates=tuple(d.id for d in delegates))
    return delegates[0]
