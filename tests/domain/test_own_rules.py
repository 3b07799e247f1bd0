"""Rules that a congress gives itself: what nobody could be elected by, or nobody could stand by, is refused."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from congress_desk.domain.ballot_forms import BallotKind
from congress_desk.domain.election_lists import ballot_article, check_ballot, departs
from congress_desk.domain.election_rules import PROFILES, Office, Profile, ProfileName
from congress_desk.domain.majority import Formula
from congress_desk.domain.own_rules import check_rules
from congress_desk.domain.refusals import Reason, Refusal

OWN = PROFILES[ProfileName.CUSTOM]


def refused(profile: Profile, office: Office = Office.OTHER) -> Reason | None:
    try:
        check_rules(profile, office)
    except Refusal as refusal:
        return refusal.reason
    return None


@pytest.mark.parametrize("name", list(ProfileName))
def test_the_rules_that_are_shipped_can_all_be_held(name: ProfileName) -> None:
    assert refused(PROFILES[name], Office.EXECUTIVE) is None


def test_more_than_all_is_refused_and_all_is_not() -> None:
    assert refused(replace(OWN, majority=Formula(Fraction(1)))) is Reason.MAJORITY_UNREACHABLE
    assert refused(replace(OWN, consent=Formula(Fraction(1)))) is Reason.MAJORITY_UNREACHABLE
    assert refused(replace(OWN, majority=Formula(Fraction(1), strict=False))) is None


def test_an_office_that_needs_a_surplus_cannot_be_elected_by_rules_that_forbid_it() -> None:
    none = replace(OWN, surplus_most=Fraction(0), surplus_least_cap=0)
    assert refused(none, Office.EXECUTIVE) is Reason.SURPLUS_FORBIDDEN
    assert refused(none, Office.OTHER) is None
    assert refused(replace(none, surplus_least_cap=1), Office.EXECUTIVE) is None


@pytest.mark.parametrize(
    ("ballot", "candidates", "seats", "unusual"),
    [
        (None, 3, 2, False),
        (BallotKind.STRIKE, 3, 2, False),
        (BallotKind.COLUMNS, 2, 2, False),
        (BallotKind.COLUMNS, 1, 1, False),
        (BallotKind.COLUMNS, 3, 2, True),
        (BallotKind.STRIKE, 2, 2, True),
        (BallotKind.STRIKE, 1, 1, True),
    ],
)
def test_with_surplus_names_are_struck_and_without_boxes_are_marked(
    ballot: BallotKind | None, candidates: int, seats: int, unusual: bool
) -> None:
    assert departs(ballot, candidates, seats) is unusual
    profile = PROFILES[ProfileName.PARTY_190]
    check_ballot(profile, ballot, candidates, seats, "by resolution 4")
    if unusual:
        with pytest.raises(Refusal) as told:
            check_ballot(profile, ballot, candidates, seats, "  ")
        assert told.value.details["article"] == "15"


def test_rules_without_an_article_of_their_own_are_measured_by_the_party_s() -> None:
    assert (ballot_article(OWN), ballot_article(PROFILES[ProfileName.PARTY_244])) == ("15", "17")
