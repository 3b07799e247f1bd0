"""Rules that a congress gives itself: what cannot be together is refused before anybody votes by it."""

from __future__ import annotations

from congress_desk.domain.election_rules import NEEDS_SURPLUS, Office, Profile
from congress_desk.domain.majority import Formula
from congress_desk.domain.refusals import Reason, Refusal


def check_rules(profile: Profile, office: Office) -> None:
    """Refusal: MAJORITY_UNREACHABLE where more than all would be needed, SURPLUS_FORBIDDEN where this office needs
    more names than seats (Art. 14) and the rules allow none."""
    for what, formula in (("majority", profile.majority), ("consent", profile.consent)):
        if not is_reachable(formula):
            raise Refusal(Reason.MAJORITY_UNREACHABLE, what=what, formula=str(formula))
    forbids = profile.surplus_most == 0 and profile.surplus_least_cap == 0
    if forbids and office in NEEDS_SURPLUS:
        raise Refusal(Reason.SURPLUS_FORBIDDEN, office=office.value)


def is_reachable(formula: Formula) -> bool:
    """More than the whole, nobody has."""
    return formula.share < 1 or (formula.share == 1 and not formula.strict)
