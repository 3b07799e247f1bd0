"""Counting by keyboard and tally marks: passes, differences, bundles that are voided and counted anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from congress_desk.domain.ballot_batches import Count, Way
from congress_desk.domain.ballots import Question, SheetId
from congress_desk.domain.election_outcome import Shortcoming
from congress_desk.domain.election_rules import InvalidReason, Undecided
from congress_desk.domain.elections import Round
from congress_desk.domain.refusals import Reason, Refusal
from tests.builders import Hall
from tests.services.counted_ballots import BY, counted, entered, row, rows
from tests.services.scanned_ballots import an_election, issued

THREE = ("Phạm An", "Lê Thị Ánh", "Đỗ Bình")


@pytest.fixture
def one(hall: Hall) -> Round:
    """Three names, two seats: names are struck through."""
    return an_election(hall, seats=2, names=THREE).latest


def refused(act: Callable[[], object]) -> Reason:
    with pytest.raises(Refusal) as told:
        act()
    return told.value.reason


def test_two_equal_passes_are_counted_and_one_is_not(hall: Hall, one: Round) -> None:
    issued(hall, one, 3)
    found = rows(one, ["yyn", "ynn", "!signed"])
    first = hall.voting.counting.enter(one.id, 1, found, by="Lan")
    assert {o.question for o in first.open} == {Question.ONE_ENTRY}
    second = hall.voting.counting.enter(one.id, 2, found, by="Hoa")
    assert second.agreed is not None
    assert list(second.agreed.votes.values()) == [2, 1, 0]
    assert second.agreed.invalid == {InvalidReason.SIGNED: 1}


def test_the_same_person_enters_no_bundle_twice(hall: Hall, one: Round) -> None:
    found = rows(one, ["yyn"])
    hall.voting.counting.enter(one.id, 1, found, by="Lan")
    assert refused(lambda: hall.voting.counting.enter(one.id, 2, found, by="LAN")) is Reason.SAME_PERSON_ENTERED
    assert refused(lambda: hall.voting.counting.enter(one.id, 1, found, by="Lan")) is Reason.ENTERED_ALREADY


def test_differences_are_shown_ballot_by_ballot_and_end_by_judgement_or_a_new_entry(hall: Hall, one: Round) -> None:
    counting = hall.voting.counting
    issued(hall, one, 2)
    counting.enter(one.id, 1, rows(one, ["yyn", "ynn"]), by="Lan")
    counting.enter(one.id, 2, rows(one, ["yyn", "nyn"]), by="Hoa")
    (difference,) = counting.differences(one.id)
    assert (difference.sheet, sorted(difference.entered)) == ("1/2", [1, 2])
    counting.judge(difference.sheet, BY, marks=row(one, "nyn").marks, why="xem phiếu")
    assert counting.waiting(one.id) == ()
    counting.void(one.id, "nhập lại", batch="1", way=Way.ENTRY, number=1, by="Hoa")
    counting.enter(one.id, 1, rows(one, ["yyn", "nyn"]), by="Mai")
    assert counting.differences(one.id) == ()


def test_one_bundle_counted_in_two_ways_is_compared_and_never_added(hall: Hall, one: Round) -> None:
    counted(hall, one, ["yyn", "ynn", "nny"])
    a, b, c = (x.id for x in one.candidates)
    right = Count(valid=3, votes={a: 2, b: 1, c: 1}, against={a: 1, b: 2, c: 2})
    found = hall.voting.counting.tally(one.id, right, BY)
    assert set(found.by_way) == {Way.ENTRY, Way.TALLY}
    assert found.agreed is not None
    assert found.agreed.ballots == 3


def test_two_ways_that_differ_keep_the_record_open(hall: Hall, one: Round) -> None:
    counted(hall, one, ["yyn", "ynn", "nny"])
    a, b, c = (x.id for x in one.candidates)
    wrong = Count(valid=3, votes={a: 3, b: 1, c: 0}, against={a: 0, b: 2, c: 3})
    assert hall.voting.counting.tally(one.id, wrong, BY).differs
    seen = hall.voting.elections.seen(one.id)
    assert Shortcoming.WAYS_DIFFER in seen.outcome.shortcomings
    hall.voting.counting.void(one.id, "đếm lại", batch="1", way=Way.TALLY)
    assert hall.voting.elections.seen(one.id).outcome.shortcomings == ()


def test_bundles_add_up_in_whatever_order_and_after_voids(hall: Hall, one: Round) -> None:
    issued(hall, one, 6)
    entered(hall, one, ["yyn", "ynn"], batch="10")
    entered(hall, one, ["nny", "yny"], batch="2")
    entered(hall, one, ["yyn", "!marked"], batch="wrong")
    hall.voting.counting.void(one.id, "nhầm tập", batch="wrong")
    entered(hall, one, ["nyn", "!marked"], batch="wrong")
    seen = hall.voting.elections.seen(one.id)
    assert [b.batch.name for b in seen.outcome.batches] == ["2", "10", "wrong"]
    assert list(seen.outcome.result.count.votes.values()) == [3, 2, 2]
    assert seen.outcome.result.count.ballots == 6
    assert [v.batch for v in seen.round.voided] == ["wrong"]
    assert seen.outcome.shortcomings == ()


def test_ballots_that_only_disagree_wait_for_the_committee_s_decision(hall: Hall) -> None:
    one = an_election(hall, seats=3, names=THREE).latest
    counted(hall, one, ["yyy", "nnn"])
    assert [o.question for o in hall.voting.counting.waiting(one.id)] == [Question.ALL_DISAGREE]
    decided = hall.voting.counting.decide_nobody_agreed(one.id, Undecided.VALID, BY, "đã bàn")
    assert decided.undecided_by is not None
    assert decided.undecided_by.by == BY
    result = hall.voting.elections.seen(one.id).outcome.result
    assert (result.count.valid, list(result.count.against.values())) == (2, [1, 1, 1])
    hall.voting.counting.decide_nobody_agreed(one.id, Undecided.INVALID, BY)
    assert hall.voting.elections.seen(one.id).outcome.result.count.invalid == {InvalidReason.ALL_DISAGREE: 1}


def test_two_different_people_judge(hall: Hall, one: Round) -> None:
    issued(hall, one, 1)
    hall.voting.counting.enter(one.id, 1, rows(one, ["yyn"]), by="Lan")
    sheet, judge = SheetId("1/1"), hall.voting.counting.judge
    assert refused(lambda: judge(sheet, ["Lan"], invalid=InvalidReason.SIGNED)) is Reason.TWO_PEOPLE_NEEDED
    assert refused(lambda: judge(sheet, ["Lan", "lan "], invalid=InvalidReason.SIGNED)) is Reason.TWO_PEOPLE_NEEDED
    assert refused(lambda: judge(sheet, ["Lan", "Phạm An"], set_aside=True)) is Reason.ON_THE_BALLOT
    assert refused(lambda: judge(sheet, BY)) is Reason.BAD_VALUE
    assert refused(lambda: judge(SheetId("x"), BY, set_aside=True)) is Reason.NO_SUCH_SHEET
    assert judge(sheet, BY, invalid=InvalidReason.SIGNED).judged is not None


def test_what_does_not_fit_is_refused(hall: Hall, one: Round) -> None:
    enter, first = hall.voting.counting.enter, one.candidates[0].id
    other = an_election(hall, seats=1, names=("Vũ Hà",)).latest
    assert refused(lambda: enter(one.id, 1, rows(other, ["y"]), by="Lan")) is Reason.TABLE_DOES_NOT_FIT
    assert refused(lambda: enter(one.id, 4, rows(one, ["yyn"]), by="Lan")) is Reason.BAD_VALUE
    assert refused(lambda: enter(one.id, 1, {}, by="Lan")) is Reason.BAD_VALUE
    assert refused(lambda: hall.voting.counting.tally(one.id, Count(valid=1, votes={first: 1}), BY)) is (
        Reason.TALLY_DOES_NOT_FIT
    )
    assert refused(lambda: hall.voting.counting.void(one.id, "x", batch="9")) is Reason.NO_SUCH_BATCH


def test_more_collected_than_issued_stops_the_count(hall: Hall, one: Round) -> None:
    hall.voting.ballots.issue(one.id, 2)
    hall.voting.ballots.collect(one.id, 3)
    assert refused(lambda: entered(hall, one, ["yyn"])) is Reason.COUNT_STOPPED
    assert refused(lambda: hall.voting.sealing.seal(one.id, BY)) is Reason.COUNT_STOPPED
    void = hall.voting.rounds.void_round(one.id, "thu về nhiều hơn phát ra", ("Chủ tịch A", "Chủ tịch B"))
    assert void.void_reason
    again = hall.voting.rounds.vote_again(one.election)
    assert [c.name for c in again.candidates] == list(THREE)


def test_a_ballot_number_that_two_elections_hold_is_never_concluded_in_the_wrong_one(hall: Hall, one: Round) -> None:
    other = an_election(hall, seats=2, names=THREE).latest
    for each in (one, other):
        issued(hall, each, 1)
        hall.voting.counting.enter(each.id, 1, rows(each, ["yyn"]), by="Lan")
    judge, sheet = hall.voting.counting.judge, SheetId("1/1")
    assert refused(lambda: judge(sheet, BY, invalid=InvalidReason.SIGNED)) is Reason.SEVERAL_ROUNDS_HOLD
    judge(sheet, BY, within=one.id, invalid=InvalidReason.SIGNED)
    assert hall.voting.elections.seen(one.id).outcome.result.count.invalid == {InvalidReason.SIGNED: 1}
    assert [o.sheet.id for o in hall.voting.counting.waiting(other.id)] == [sheet]
    hall.voting.sealing.seal(one.id, BY)
    assert judge(sheet, BY, set_aside=True).judged is not None  # only one of the two is still counted
    assert hall.voting.counting.waiting(other.id) == ()


def test_a_number_in_a_bundle_names_one_ballot_of_it(hall: Hall, one: Round) -> None:
    found = {SheetId("2/3"): row(one, "yyn")}
    assert refused(lambda: hall.voting.counting.enter(one.id, 1, found, by="Lan")) is Reason.BAD_VALUE
