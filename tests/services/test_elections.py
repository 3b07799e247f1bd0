"""Elections on a real store: lists, committee, paper, seals, ties, further rounds; all of it seen afterwards."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from congress_desk.domain.ballot_forms import BallotKind
from congress_desk.domain.elections import CommitteeRole, RoundKind, RoundState
from congress_desk.domain.journal import Kind
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Reason
from congress_desk.services.elections import NewElection
from tests.builders import Hall, a_sheet
from tests.services.counted_ballots import BY, counted, entered, sealed
from tests.services.scanned_ballots import an_election, candidates, issued, printed
from tests.services.test_counting import THREE, refused


@pytest.fixture
def hall(hall: Hall) -> Hall:
    """Eleven convened."""
    hall.welcome(a_sheet(n) for n in range(len(hall.people) + 1, 12))
    return hall


SIX_OF_ELEVEN = ["yyn"] * 6 + ["ynn"] * 4


def test_a_sealed_result_is_frozen_and_proved(hall: Hall) -> None:
    one = an_election(hall, seats=2, names=THREE).latest
    sealed(hall, one, SIX_OF_ELEVEN)
    seen = hall.voting.elections.seen(one.id)
    result = seen.outcome.result
    assert (result.base_count, result.collected, result.count.valid) == (11, 10, 10)
    assert list(result.elected) == ["Phạm An", "Lê Thị Ánh"]
    assert hall.voting.sealing.proves(one.id)
    hall.welcome([a_sheet(30)])  # a delegate more afterwards
    assert hall.voting.elections.seen(one.id).outcome.result == result
    for act in (
        lambda: counted(hall, one, ["yyn"]),
        lambda: hall.voting.ballots.collect(one.id, 1),
        lambda: hall.voting.sealing.seal(one.id, BY),
    ):
        assert refused(act) is Reason.ROUND_IS_SEALED
    assert hall.congress.verify().ok


def test_five_votes_of_eleven_leave_the_seat_open_for_another_round(hall: Hall) -> None:
    election = an_election(hall, seats=2, names=THREE)
    sealed(hall, election.latest, ["yyn"] * 5 + ["ynn"] * 5)
    result = hall.voting.elections.seen(election.latest.id).outcome.result
    assert (list(result.elected), result.open_seats) == (["Phạm An"], 1)
    again = hall.voting.rounds.vote_again(election.id)
    assert (again.kind, again.seats, again.previous) == (RoundKind.AGAIN, 1, election.latest.id)
    assert [c.name for c in again.candidates] == ["Lê Thị Ánh", "Đỗ Bình"]
    assert refused(lambda: hall.voting.rounds.vote_again(election.id)) is Reason.ROUND_NOT_SEALED
    sealed(hall, again, ["yn"] * 7)
    assert refused(lambda: hall.voting.rounds.vote_again(election.id)) is Reason.ROUND_CANNOT_FOLLOW


def test_equal_votes_become_a_round_of_their_own(hall: Hall) -> None:
    election = an_election(hall, seats=2, names=("A", "B", "C"))
    sealed(hall, election.latest, ["yyn"] * 5 + ["nyy"] + ["yny"] * 5)
    result = hall.voting.elections.seen(election.latest.id).outcome.result
    assert [(t.seats, t.votes) for t in result.ties] == [(1, 6)]
    assert refused(lambda: hall.voting.rounds.vote_again(election.id)) is Reason.ROUND_CANNOT_FOLLOW
    new = hall.voting.rounds.break_tie(election.id)
    assert (new.kind, new.seats, new.needs_majority, len(new.candidates)) == (RoundKind.TIE, 1, False, 2)
    sealed(hall, new, ["yn"] * 3 + ["ny"] * 2)
    assert list(hall.voting.elections.seen(new.id).outcome.result.elected) == ["B"]


def test_still_tied_the_congress_may_leave_the_seat_open(hall: Hall) -> None:
    election = an_election(hall, seats=2, names=("A", "B", "C"))
    assert refused(lambda: hall.voting.rounds.leave_tie(election.id, "thôi")) is Reason.ROUND_NOT_SEALED
    sealed(hall, election.latest, ["yyn"] * 5 + ["nyy"] + ["yny"] * 5)
    second = hall.voting.rounds.break_tie(election.id)
    sealed(hall, second, ["yn"] * 3 + ["ny"] * 3)
    assert hall.voting.elections.seen(second.id).outcome.result.ties
    left = hall.voting.rounds.leave_tie(election.id, "đại hội không bầu tiếp")
    assert [t.note for t in left.ties_left] == ["đại hội không bầu tiếp"]


def test_the_list_changes_only_while_no_ballot_is_out(hall: Hall) -> None:
    election = an_election(hall, seats=2, names=THREE)
    one = hall.voting.elections.withdraw(election.latest.id, election.latest.candidates[0].id, "xin rút")
    assert [c.name for c in one.candidates] == ["Lê Thị Ánh", "Đỗ Bình"]
    assert one.ballot.value == "B"  # no surplus is left
    back = hall.voting.elections.add_candidate(one.id, candidates(["Vũ Hà"])[0])
    assert back.ballot.value == "A"
    hall.voting.ballots.issue(one.id, 5)
    assert refused(lambda: hall.voting.elections.withdraw(one.id, one.candidates[0].id, "x")) is Reason.LIST_IS_CLOSED
    assert [reason for _, reason in hall.voting.elections.election(election.id).withdrawn] == ["xin rút"]


def test_ballots_of_an_old_list_are_waste_paper(hall: Hall) -> None:
    election = an_election(hall, seats=2, names=THREE)
    printed(hall, election.latest, 12)
    one = hall.voting.elections.withdraw(election.latest.id, election.latest.candidates[0].id, "xin rút")
    assert one.form is None
    printed(hall, one, 5)
    seen = hall.voting.elections.seen(one.id)
    assert seen.outcome.result.printed == 5


def test_the_committee_are_delegates_not_on_the_ballot_and_only_they_confirm(hall: Hall) -> None:
    on_ballot, head, member = hall.people[:3]
    listed = [replace(c, delegate=on_ballot.id) for c in candidates(["Vũ Hà"])]
    election = hall.voting.elections.create(NewElection(title="Bí thư", seats=1, candidates=tuple(listed)))
    name = hall.voting.elections.name_committee
    assert refused(lambda: name(election.id, [(on_ballot.id, CommitteeRole.HEAD)])) is Reason.ON_THE_BALLOT
    name(election.id, [(head.id, CommitteeRole.HEAD), (member.id, CommitteeRole.MEMBER)])
    one = election.latest.id
    stranger = ("Ai đó", head.sheet.full_name)
    assert refused(lambda: hall.voting.counting.open_box(one, stranger)) is Reason.NOT_OF_THE_COMMITTEE
    opened = hall.voting.counting.open_box(one, (head.sheet.full_name, member.sheet.full_name))
    assert opened.state is RoundState.COUNTING


def test_the_paper_must_balance_before_the_seal(hall: Hall) -> None:
    one = an_election(hall, seats=2, names=THREE).latest
    printed(hall, one, 12)
    counted(hall, one, SIX_OF_ELEVEN)
    hall.voting.ballots.exchange(one.id, 1, delegation="Đoàn 01")
    assert refused(lambda: hall.voting.ballots.count_spare(one.id, 2)) is Reason.MORE_THAN_PRINTED
    hall.voting.ballots.count_spare(one.id, 0)
    assert refused(lambda: hall.voting.sealing.seal(one.id, BY)) is Reason.NOT_READY_TO_SEAL
    seen = hall.voting.elections.seen(one.id)
    assert [i.identity.value for i in seen.outcome.imbalances] == ["printed"]
    wrong = seen.round.movements[-1].event
    hall.voting.ballots.take_back(one.id, wrong, "đếm lại phiếu còn")
    hall.voting.ballots.count_spare(one.id, 1)
    assert hall.voting.sealing.seal(one.id, BY).seal is not None


def test_a_ballot_that_is_missing_from_the_count_keeps_it_open(hall: Hall) -> None:
    one = an_election(hall, seats=2, names=THREE).latest
    counted(hall, one, SIX_OF_ELEVEN)
    hall.voting.ballots.issue(one.id, 1)
    hall.voting.ballots.collect(one.id, 1)
    assert refused(lambda: hall.voting.sealing.seal(one.id, BY)) is Reason.NOT_READY_TO_SEAL


def test_a_count_voided_after_sealing_leaves_the_broken_seal_in_sight(hall: Hall) -> None:
    one = an_election(hall, seats=2, names=THREE).latest
    sealed(hall, one, SIX_OF_ELEVEN)
    void = hall.voting.sealing.void_count(one.id, "khiếu nại", BY)
    assert void.seal is None
    assert [s.by for s in void.seals_before] == [BY]
    entered(hall, one, ["yyn"] * 7 + ["ynn"] * 3)
    again = hall.voting.sealing.seal(one.id, BY)
    assert again.seal is not None
    assert again.seal.digest != void.seals_before[0].digest


def test_the_presence_is_that_of_the_first_issue(hall: Hall) -> None:
    for n in range(3):
        hall.check_in.by_code(hall.badge(n), hall.session)
    one = an_election(hall, seats=2, names=THREE).latest
    issued(hall, one, 3)
    hall.check_in.by_code(hall.badge(4), hall.session)
    assert hall.voting.elections.seen(one.id).outcome.result.present == 3


def test_the_stage_is_told_frozen_results_only_the_newest_first(hall: Hall) -> None:
    one = an_election(hall, seats=2, names=THREE).latest
    counted(hall, one, SIX_OF_ELEVEN)
    assert hall.voting.papers.results() == ()
    hall.voting.sealing.seal(one.id, BY)
    (shown,) = hall.voting.papers.results()
    assert [(p.name, p.votes, p.elected) for p in shown.people] == [  # type: ignore[union-attr]
        ("Phạm An", 10, True),
        ("Lê Thị Ánh", 6, True),
        ("Đỗ Bình", 0, False),
    ]


def test_no_record_and_no_journal_entry_holds_who_saw_which_ballot_when(hall: Hall) -> None:
    one = an_election(hall, seats=2, names=THREE).latest
    sealed(hall, one, SIX_OF_ELEVEN)
    makers = hall.voting.papers.makers()
    of_a_round = {Form.COUNT_RECORD, Form.ENTRY_LOG, Form.SEAL_LABEL, Form.HAND_OVER, Form.RESULT_SLIDE}
    assert set(makers) == {Form.VOTE_RECORD, *of_a_round}
    kinds = [e.kind for e in hall.events() if e.kind is Kind.BALLOTS_ENTERED]
    assert len(kinds) == 2  # one event a pass, none a sheet


def test_a_type_of_ballot_that_the_regulation_does_not_have_here_needs_a_reason_for_the_journal(hall: Hall) -> None:
    for seats, ballot in ((2, BallotKind.COLUMNS), (3, BallotKind.STRIKE)):
        unusual = partial(an_election, hall, seats=seats, names=THREE, ballot=ballot)
        assert refused(unusual) is Reason.BALLOT_TYPE_UNUSUAL
        assert refused(partial(unusual, ballot_reason=" ")) is Reason.BALLOT_TYPE_UNUSUAL
    assert hall.voting.elections.elections() == ()
    reason = "theo Nghị quyết số 4"
    made = an_election(hall, seats=2, names=THREE, ballot=BallotKind.COLUMNS, ballot_reason=reason).latest
    assert (made.ballot, made.ballot_reason) == (BallotKind.COLUMNS, reason)
    with hall.store.reading() as work:
        [event] = work.journal.of_kinds([Kind.ELECTION_CREATED])
    assert event.body["ballot_reason"] == reason


def test_a_type_of_ballot_that_goes_with_the_list_goes_on_with_it_when_a_name_is_withdrawn(hall: Hall) -> None:
    one = an_election(hall, seats=2, names=THREE, ballot=BallotKind.STRIKE).latest
    left = hall.voting.elections.withdraw(one.id, one.candidates[0].id, "xin rút")
    assert left.ballot is BallotKind.COLUMNS
