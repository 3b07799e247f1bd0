"""The base of a vote and the majority of it, by whole numbers (domain.md 4.5, 5).

The base is never the ballots issued, collected or valid: it is the delegates convened, less deductions that the
law names, each of them a person with a name and a reason.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from congress_desk.domain.delegates import Category, Delegate, DelegateId
from congress_desk.domain.names import name_sort_key
from congress_desk.domain.refusals import Reason, Refusal

_WRITTEN = re.compile(r"\s*(>=|>|≥)\s*(\d+)\s*/\s*(\d+)\s*")


class CongressKind(StrEnum):
    """Whose congress it is; the law deducts differently (domain.md 4.5)."""

    DELEGATES = "delegates"
    MEMBERS = "members"


class DeductionReason(StrEnum):
    COMMITTEE_ABSENT = "committee_absent"  # of the convening committee, absent the whole congress
    OFFICIAL_ABSENT = "official_absent"  # official delegate, absent the whole congress, not replaced
    TRANSFERRED = "transferred"  # temporarily transferred out, and not present
    EXEMPTED = "exempted"  # exempted from work and activities, and not present
    SUSPENDED = "suspended"  # suspended, prosecuted, indicted, detained
    ABSENT_ACCEPTED = "absent_accepted"  # absent the whole congress, reason accepted by the convening committee


LAWFUL: Mapping[CongressKind, frozenset[DeductionReason]] = {
    CongressKind.DELEGATES: frozenset({DeductionReason.COMMITTEE_ABSENT, DeductionReason.OFFICIAL_ABSENT}),
    CongressKind.MEMBERS: frozenset(
        {
            DeductionReason.TRANSFERRED,
            DeductionReason.EXEMPTED,
            DeductionReason.SUSPENDED,
            DeductionReason.ABSENT_ACCEPTED,
        }
    ),
}
ONLY_IF_NOT_SEEN = frozenset(DeductionReason) - {DeductionReason.SUSPENDED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """One person who is not in the base, and why. named: by the secretariat, not found in the check-in journal."""

    delegate: DelegateId
    name: str
    reason: DeductionReason
    note: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """convened: persons. count: the base, convened less deductions."""

    convened: int
    deductions: tuple[Deduction, ...] = ()

    @property
    def count(self) -> int:
        return self.convened - len(self.deductions)


@dataclass(frozen=True, slots=True)
class Formula:
    """More than a share of the base (strict), or at least that share."""

    share: Fraction = Fraction(1, 2)
    strict: bool = True

    def passes(self, count: int, base: int) -> bool:
        """more than a half: 2 * count > base; at least two thirds: 3 * count >= 2 * base."""
        ours, theirs = count * self.share.denominator, base * self.share.numerator
        return base > 0 and (ours > theirs if self.strict else ours >= theirs)

    def needed(self, base: int) -> int:
        """The least number of votes that passes."""
        whole, rest = divmod(base * self.share.numerator, self.share.denominator)
        return whole + 1 if self.strict or rest else whole

    def __str__(self) -> str:
        return f"{'>' if self.strict else '>='} {self.share.numerator}/{self.share.denominator}"


MORE_THAN_HALF = Formula()


def parse_formula(text: str) -> Formula:
    """ "> 1/2" or ">= 2/3". Refusal: BAD_VALUE."""
    found = _WRITTEN.fullmatch(text)
    if found is None or not 0 < int(found.group(2)) <= int(found.group(3)):
        raise Refusal(Reason.BAD_VALUE, field="formula", value=text)
    return Formula(Fraction(int(found.group(2)), int(found.group(3))), strict=found.group(1) == ">")


def base_of(
    delegates: Iterable[Delegate],
    *,
    kind: CongressKind = CongressKind.DELEGATES,
    absent: Mapping[DelegateId, bool],
    seen: Collection[DelegateId],
    named: Sequence[Deduction] = (),
) -> Base:
    """The base as the journal stands.

    absent: on record as absent the whole congress, with whether the reason was accepted. seen: came to some session.
    named: deductions that the secretariat has put on record.
    """
    convened = [d for d in delegates if d.counts]
    by_name = {deduction.delegate: deduction for deduction in named}
    found = [_deduction(d, kind, absent, d.id in seen, by_name.get(d.id)) for d in convened]
    deductions = sorted((x for x in found if x), key=lambda x: (name_sort_key(x.name), x.delegate))
    return Base(convened=len(convened), deductions=tuple(deductions))


def _deduction(
    delegate: Delegate,
    kind: CongressKind,
    absent: Mapping[DelegateId, bool],
    seen: bool,
    named: Deduction | None,
) -> Deduction | None:
    if named is not None and named.reason in LAWFUL[kind]:
        return None if seen and named.reason in ONLY_IF_NOT_SEEN else named
    if seen or delegate.id not in absent:
        return None
    if kind is CongressKind.MEMBERS:
        reason = DeductionReason.ABSENT_ACCEPTED if absent[delegate.id] else None
    elif delegate.sheet.category is Category.EX_OFFICIO:
        reason = DeductionReason.COMMITTEE_ABSENT
    else:
        reason = DeductionReason.OFFICIAL_ABSENT
    if reason is None:
        return None
    return Deduction(delegate=delegate.id, name=delegate.sheet.full_name, reason=reason)


def written_base(base: Base) -> dict[str, Any]:
    return {
        "convened": base.convened,
        "deductions": [
            {"delegate": d.delegate, "name": d.name, "reason": d.reason.value, "note": d.note}
            for d in base.deductions
        ],
    }


def base_from(written: Mapping[str, Any]) -> Base:
    return Base(
        convened=written["convened"],
        deductions=tuple(
            Deduction(
                delegate=DelegateId(d["delegate"]),
                name=d["name"],
                reason=DeductionReason(d["reason"]),
                note=d.get("note", ""),
            )
            for d in written["deductions"]
        ),
    )
