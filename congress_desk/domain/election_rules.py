"""The regulation as tables: who may be on the list, which ballots count, who is elected (domain.md 4.1-4.5).

A profile is data, each rule with the article it comes from. party-190 is Decision 190-QĐ/TW of 10 October 2024,
party-244 its predecessor of 2014, assembly the law on elections to the National Assembly and People's Councils.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Any, TypeVar

from congress_desk.domain.ballot_forms import BallotKind
from congress_desk.domain.majority import MORE_THAN_HALF, Formula, parse_formula
from congress_desk.domain.refusals import Reason, Refusal

Value = TypeVar("Value")


class ProfileName(StrEnum):
    PARTY_190 = "party-190"
    PARTY_244 = "party-244"
    ASSEMBLY = "assembly"
    CUSTOM = "custom"


class BaseRule(StrEnum):
    """Of what the percentages are and the majority is taken."""

    CONVENED = "convened"  # delegates convened less the deductions of the law
    VALID = "valid"  # valid ballots
    COLLECTED = "collected"


class TieRule(StrEnum):
    NEW_BALLOT = "new_ballot"  # among the tied; more votes wins
    ELDER = "elder"  # the older person, in the Assembly's law only


class Undecided(StrEnum):
    """What a regulation says to a ballot on which nobody is agreed to, but some are disagreed to."""

    COMMITTEE = "committee"  # the counting committee decides, once for the round; logged
    VALID = "valid"
    INVALID = "invalid"


class InvalidReason(StrEnum):
    """Why a ballot is not valid (domain.md 4.4); the values are the codes of the command line."""

    NOT_ISSUED = "not_issued"  # not of the counting committee: no seal, wrong form
    TOO_MANY = "too_many"  # more votes than seats
    NOBODY = "nobody"  # for nobody, on a list of several names
    SINGLE_BOTH = "single_both"  # one name, both boxes
    SINGLE_NONE = "single_none"  # one name, no box
    OUTSIDER = "outsider"  # for somebody who is not on the list
    MARKED = "marked"  # a private mark, or several kinds of ink
    SIGNED = "signed"  # signed, or with other writing
    ALL_DISAGREE = "all_disagree"  # by decision of the counting committee


class Rule(StrEnum):
    """The rules that carry an article."""

    SECRECY = "secrecy"
    SURPLUS = "surplus"
    CONSENT = "consent"
    BALLOT = "ballot"
    VALIDITY = "validity"
    COMMITTEE = "committee"
    ELECTED = "elected"
    TIE = "tie"
    AGAIN = "again"
    SEALING = "sealing"


class Office(StrEnum):
    """What is elected (Art. 3)."""

    EXECUTIVE = "executive"
    STANDING = "standing"
    SECRETARY = "secretary"
    DEPUTY = "deputy"
    INSPECTION = "inspection"
    INSPECTION_HEAD = "inspection_head"
    UPPER_CONGRESS = "upper_congress"
    POLL = "poll"
    STATE_POST = "state_post"
    OTHER = "other"
    PRESIDIUM = "presidium"
    SECRETARIAT = "secretariat"
    CREDENTIALS = "credentials"
    COUNTING = "counting"
    CHAIR = "chair"


SECRET = frozenset(list(Office)[:10])  # Art. 3: the others are shown by hands
NEEDS_SURPLUS = frozenset({Office.EXECUTIVE, Office.STANDING})  # Art. 14
NUMBER_FROM_ABOVE = frozenset({Office.UPPER_CONGRESS})  # the congress does not vote the number


MORE_THAN_30_PERCENT = Formula(Fraction(30, 100), strict=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """surplus_most: of the seats; surplus_least_cap: what is always allowed (3 to 5 seats: 1).

    surplus_prepared: what the convening committee prepares. consent: what a person named from the floor needs of
    those attending, more than.
    """

    name: ProfileName
    law: str
    surplus_most: Fraction | None = Fraction(30, 100)
    surplus_least_cap: int = 1
    surplus_prepared: tuple[Fraction, Fraction] = (Fraction(10, 100), Fraction(15, 100))
    consent: Formula = MORE_THAN_30_PERCENT
    majority: Formula = MORE_THAN_HALF
    base: BaseRule = BaseRule.CONVENED
    tie: TieRule = TieRule.NEW_BALLOT
    undecided: Undecided = Undecided.COMMITTEE
    articles: Mapping[Rule, str] = field(default_factory=lambda: MappingProxyType({}))

    def article(self, rule: Rule) -> str:
        return self.articles.get(rule, "")


_ARTICLES_190 = MappingProxyType(
    {
        Rule.SECRECY: "3",
        Rule.COMMITTEE: "8",
        Rule.SURPLUS: "14",
        Rule.CONSENT: "14",
        Rule.BALLOT: "15",
        Rule.VALIDITY: "15",
        Rule.ELECTED: "30",
        Rule.TIE: "30",
        Rule.AGAIN: "30",
        Rule.SEALING: "8",
    }
)
_ARTICLES_244 = MappingProxyType(
    {
        **_ARTICLES_190,
        Rule.SURPLUS: "16",
        Rule.CONSENT: "16",
        Rule.BALLOT: "17",
        Rule.VALIDITY: "17",
        Rule.ELECTED: "32",
        Rule.TIE: "32",
        Rule.AGAIN: "32",
    }
)
PROFILES: Mapping[ProfileName, Profile] = {
    ProfileName.PARTY_190: Profile(
        name=ProfileName.PARTY_190, law="Quyết định số 190-QĐ/TW ngày 10/10/2024", articles=_ARTICLES_190
    ),
    ProfileName.PARTY_244: Profile(
        name=ProfileName.PARTY_244, law="Quyết định số 244-QĐ/TW ngày 09/6/2014", articles=_ARTICLES_244
    ),
    ProfileName.ASSEMBLY: Profile(
        name=ProfileName.ASSEMBLY,
        law="Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân",
        surplus_most=None,
        base=BaseRule.VALID,
        tie=TieRule.ELDER,
        undecided=Undecided.INVALID,
    ),
    ProfileName.CUSTOM: Profile(name=ProfileName.CUSTOM, law="", surplus_most=None),
}


def profile_from(written: Mapping[str, Any]) -> Profile:
    """`profile`, and for custom what it decides for itself. Refusal: BAD_VALUE, with the key."""
    name = _taken(written, "profile", ProfileName, ProfileName.PARTY_190)
    profile = PROFILES[name]
    return _customised(profile, written) if name is ProfileName.CUSTOM else profile


def _customised(profile: Profile, written: Mapping[str, Any]) -> Profile:
    return replace(
        profile,
        law=str(written.get("law", "")),
        surplus_most=_taken(written, "surplus_most", _share, None),
        surplus_least_cap=_taken(written, "surplus_least_cap", int, 1),
        consent=parse_formula(str(written.get("consent", profile.consent))),
        majority=parse_formula(str(written.get("majority", profile.majority))),
        base=_taken(written, "base", BaseRule, profile.base),
        tie=_taken(written, "tie", TieRule, profile.tie),
        undecided=_taken(written, "undecided", Undecided, profile.undecided),
        articles=_taken(written, "articles", _articles, {}),
    )


def _share(value: Any) -> Fraction | None:
    return None if value is None else Fraction(str(value))


def _articles(value: Any) -> Mapping[Rule, str]:
    return {Rule(rule): str(article) for rule, article in value.items()}


def _taken(written: Mapping[str, Any], key: str, read: Callable[[Any], Value], default: Any) -> Value:
    try:
        return read(written.get(key, default))
    except (ValueError, TypeError, ZeroDivisionError, AttributeError) as error:
        raise Refusal(Reason.BAD_VALUE, field=key, value=str(written.get(key))) from error


def written_profile(profile: Profile) -> dict[str, Any]:
    """So that a congress keeps the rules it voted under, whatever later versions of the program say."""
    if profile.name is not ProfileName.CUSTOM:
        return {"profile": profile.name.value}
    return {
        "profile": profile.name.value,
        "law": profile.law,
        "surplus_most": None if profile.surplus_most is None else str(profile.surplus_most),
        "surplus_least_cap": profile.surplus_least_cap,
        "consent": str(profile.consent),
        "majority": str(profile.majority),
        "base": profile.base.value,
        "tie": profile.tie.value,
        "undecided": profile.undecided.value,
        "articles": {rule.value: article for rule, article in profile.articles.items()},
    }


def most_candidates(profile: Profile, seats: int) -> int | None:
    """Seats and the greatest surplus, max(1, floor(seats * 30 %)); None: the profile sets no limit (Art. 14)."""
    if profile.surplus_most is None:
        return None
    share = profile.surplus_most
    return seats + max(profile.surplus_least_cap, seats * share.numerator // share.denominator)


def usual_ballot(candidates: int, seats: int) -> BallotKind:
    """Strike with surplus; columns without, also for a single name (Art. 15)."""
    return BallotKind.STRIKE if candidates > seats else BallotKind.COLUMNS
