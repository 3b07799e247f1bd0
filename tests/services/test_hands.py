"""Votes by show of hands on a real store: base and presence of the moment, counts, reasons, voids."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from congress_desk.domain.attendance import Excuse, ExcuseScope
from congress_desk.domain.journal import EventId, Kind, new_id
from congress_desk.domain.majority import CongressKind, DeductionReason, Formula
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.votes import HandsVote, ItemKind, VoteId, ZoneCount
from congress_desk.services.voting_base import VotingRules
from tests.builders import OPENING, Hall, a_hall


@pytest.fixture
def eleven(tmp_path: Path) -> Hall:
    """Eleven convened, ten of them checked in."""
    hall = a_hall(tmp_path, people=11)
    for n in range(10):
        assert hall.check_in.by_code(hall.badge(n), hall.session).accepted
    return hall


def record(hall: Hall, *counts: int, **more: object) -> HandsVote:
    agree, disagree, other = (*counts, 0, 0)[:3]
    zones = [ZoneCount(agree=agree, disagree=disagree, other=other)]
    return hall.voting.hands.record("Đoàn Chủ tịch", zones, hall.session, **more)  # type: ignore[arg-type]


def test_a_vote_keeps_the_base_and_the_presence_of_its_moment(eleven: Hall) -> None:
    vote = record(eleven, 6, 3, 1, kind=ItemKind.ORGAN, presider="Lê Văn B")
    assert (vote.base.count, vote.present, vote.agree, vote.disagree, vote.other) == (11, 10, 6, 3, 1)
    assert vote.passed
    eleven.check_in.by_code(eleven.badge(10), eleven.session)
    assert eleven.voting.hands.votes() == (vote,)
    assert eleven.voting.hands.present(eleven.session) == 11


def test_five_of_eleven_do_not_adopt(eleven: Hall) -> None:
    assert not record(eleven, 5, 5).passed


def test_an_accepted_absence_lowers_the_base_and_is_listed_by_name(eleven: Hall) -> None:
    absent = eleven.people[10]
    excuse = Excuse(reason="ốm", scope=ExcuseScope.CONGRESS, allowed_by="Đoàn Chủ tịch")
    event = eleven.check_in.excuse(absent.id, eleven.session, excuse)
    vote = record(eleven, 5, 5)
    assert vote.base.count == 10
    assert [(d.name, d.reason) for d in vote.base.deductions] == [
        (absent.sheet.full_name, DeductionReason.OFFICIAL_ABSENT)
    ]
    assert not vote.passed
    eleven.check_in.void(event.id, "nhầm")
    assert eleven.voting.hands.base().count == 11
    assert eleven.voting.hands.vote(vote.id) == vote  # what was recorded stays as it was


@pytest.mark.parametrize("counts", [(11, 0, 0), (9, 0, 0)])
def test_figures_that_do_not_fit_need_a_reason(eleven: Hall, counts: tuple[int, int, int]) -> None:
    with pytest.raises(Refusal) as refused:
        record(eleven, *counts)
    assert refused.value.reason is Reason.FIGURES_DO_NOT_FIT
    assert record(eleven, *counts, reason="một đại biểu vừa ra ngoài").reason
    assert len(eleven.voting.hands.votes()) == 1


def test_all_agree_still_stores_the_counts(eleven: Hall) -> None:
    vote = eleven.voting.hands.all_agree("Chương trình", eleven.session)
    assert (vote.agree, vote.disagree, vote.other) == (10, 0, 0)
    assert vote.unanimous


def test_zones_and_tellers_are_kept_and_added(eleven: Hall) -> None:
    zones = [ZoneCount(agree=4, disagree=1, zone="A", teller="Lan"), ZoneCount(agree=5, zone="B", teller="Hoa")]
    vote = eleven.voting.hands.record("Quy chế", zones, eleven.session)
    assert (vote.agree, vote.disagree) == (9, 1)
    assert eleven.voting.hands.vote(vote.id).zones == tuple(zones)


def test_a_voided_vote_stays_in_sight(eleven: Hall) -> None:
    vote = record(eleven, 10)
    assert eleven.voting.hands.void(vote.id, "đếm nhầm").voided == "đếm nhầm"
    second = record(eleven, 9, 1)
    assert [(v.number, v.voided) for v in eleven.voting.hands.votes()] == [(1, "đếm nhầm"), (2, "")]
    assert second.number == 2
    with pytest.raises(Refusal) as refused:
        eleven.voting.hands.void(vote.id, "lại")
    assert refused.value.reason is Reason.ALREADY_VOIDED
    assert eleven.congress.verify().ok


def test_the_same_event_again_is_one_vote(eleven: Hall) -> None:
    nonce = EventId(new_id(OPENING))
    assert record(eleven, 10, event=nonce) == record(eleven, 9, 1, event=nonce)
    assert len(eleven.voting.hands.votes()) == 1


def test_the_formula_is_a_rule_of_the_congress_and_stands_in_the_vote(eleven: Hall) -> None:
    eleven.voting.hands.change_rules(VotingRules(hands=Formula(Fraction(2, 3), strict=False)))
    vote = record(eleven, 7, 3)
    assert (str(vote.formula), vote.passed, vote.formula.needed(11)) == (">= 2/3", False, 8)
    assert eleven.events()[-2].kind is Kind.RULES_CHANGED


def test_members_are_deducted_by_name_and_put_back(eleven: Hall) -> None:
    hands, who = eleven.voting.hands, eleven.people[10].id
    with pytest.raises(Refusal) as refused:
        hands.deduct(who, DeductionReason.SUSPENDED)
    assert refused.value.reason is Reason.BAD_VALUE
    hands.change_rules(VotingRules(congress=CongressKind.MEMBERS))
    assert hands.deduct(who, DeductionReason.SUSPENDED, "QĐ 12").count == 10
    assert hands.lift_deduction(who, "nhầm người").count == 11


def test_whoever_came_or_was_not_convened_stays_in_the_base(eleven: Hall) -> None:
    hands, came, away = eleven.voting.hands, eleven.people[0], eleven.people[10]
    before = len(eleven.events())
    with pytest.raises(Refusal) as refused:
        hands.deduct(came.id, DeductionReason.OFFICIAL_ABSENT)
    assert (refused.value.reason, refused.value.details["name"]) == (Reason.STAYS_IN_BASE, came.sheet.full_name)
    assert len(eleven.events()) == before
    assert hands.deduct(away.id, DeductionReason.OFFICIAL_ABSENT).count == 10  # nothing of the refused one is kept


def test_what_is_no_vote_is_refused(eleven: Hall) -> None:
    for act, reason in (
        (lambda: eleven.voting.hands.record(" ", [ZoneCount(agree=10)], eleven.session), Reason.BAD_VALUE),
        (lambda: eleven.voting.hands.record("x", [], eleven.session), Reason.BAD_VALUE),
        (lambda: record(eleven, -1, 11), Reason.BAD_VALUE),
        (lambda: eleven.voting.hands.vote(VoteId("x")), Reason.NO_SUCH_VOTE),
        (lambda: eleven.voting.hands.void(VoteId("x"), ""), Reason.REASON_NEEDED),
        (lambda: eleven.voting.hands.lift_deduction(eleven.people[0].id, "x"), Reason.NO_SUCH_DELEGATE),
    ):
        with pytest.raises(Refusal) as refused:
            act()
        assert refused.value.reason is reason
