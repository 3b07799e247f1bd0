"""How a paper shall look, as asked for by name: size, sheet of paper, backs, printer shift, seating plan."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from congress_desk.domain.records import BadgeSize, Shift
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.seating import PlanName

FARTHEST_SHIFT = 20.0  # mm


class Sheet(StrEnum):
    A3 = "a3"
    A4 = "a4"
    A5 = "a5"


def badge_size(options: Mapping[str, str]) -> BadgeSize:
    """Refusal: BAD_VALUE."""
    written = options.get("size", "").replace("×", "x").casefold()
    try:
        return BadgeSize(written) if written else BadgeSize.LARGE
    except ValueError as error:
        raise Refusal(Reason.BAD_VALUE, field="badge_size") from error


def sheet_of_paper(options: Mapping[str, str], usual: Sheet) -> Sheet:
    """Refusal: BAD_VALUE."""
    try:
        return Sheet(options.get("paper", "").casefold() or usual)
    except ValueError as error:
        raise Refusal(Reason.BAD_VALUE, field="paper") from error


def shift_of(options: Mapping[str, str]) -> Shift:
    """ "1.5,-0.5": mm to the right and down. Refusal: BAD_VALUE."""
    written = options.get("shift", "")
    if not written:
        return Shift()
    try:
        right, down = (float(part) for part in written.split(","))
        if not max(abs(right), abs(down)) <= FARTHEST_SHIFT:
            raise ValueError(written)
    except ValueError as error:
        raise Refusal(Reason.BAD_VALUE, field="shift") from error
    return Shift(right=right, down=down)


def plan_wanted(options: Mapping[str, str]) -> PlanName:
    return PlanName(options.get("plan") or PlanName.OTHER)
