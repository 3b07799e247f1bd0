"""The elections room decides: the path from the list to the seal, and every trouble on the way."""

from __future__ import annotations

from pathlib import Path

from congress_desk.domain.ballot_batches import Count, Way
from congress_desk.domain.ballot_forms import BallotKind, Mark
from congress_desk.domain.ballots import Question
from congress_desk.domain.election_outcome import Shortcoming
from congress_desk.domain.election_rules import Office, ProfileName, Undecided
from congress_desk.domain.elections import Flow, RoundState, Source
from congress_desk.domain.journal import Kind
from congress_desk.domain.records import Form as PaperForm
from congress_desk.domain.refusals import Reason
from congress_desk.domain.stage import ElectionShown
from congress_desk.ui.rooms.elections.list_acts import as_candidate
from congress_desk.ui.rooms.elections.state import Among, Fact, Form, Step
from tests.services.counted_ballots import row
from tests.ui.rooms.elections.conftest import NAMES, Room


def test_a_new_election_is_shown_at_its_list_in_the_order_of_the_ballot(room: Room) -> None:
    assert room.state.elections == ()
    room.prepared(names=("Vũ Minh Hà", "Đỗ Bình", "Phạm An", "Lê Thị Ánh", "Trần Văn Đức"))
    assert (room.told(), room.step, room.state.form) == (Fact.CREATED, Step.LIST, Form.NONE)
    one = room.state.round
    assert one is not None
    assert [c.name for c in one.candidates] == list(NAMES)
    assert one.ballot is BallotKind.STRIKE
    assert room.state.surplus is not None
    assert (room.state.surplus.count, room.state.surplus.most) == (1, 5)


def test_a_list_too_long_is_said_while_it_is_written_and_refused_in_the_end(room: Room) -> None:
    room.presenter.lists.begin()
    room.presenter.lists.write(title="Bầu", seats=3)
    room.presenter.lists.put_on_several("\n".join(NAMES))
    error = room.state.list_error
    assert error is not None
    assert (error.reason, error.details["most"], error.details["article"]) == (Reason.SURPLUS_TOO_LARGE, 4, "14")
    room.presenter.lists.create()
    assert room.refused() is Reason.SURPLUS_TOO_LARGE
    assert room.state.form is Form.NEW
    room.presenter.lists.take_off(0)
    assert not room.list_is_wrong()
    room.presenter.lists.create()
    assert room.told() is Fact.CREATED


def test_rules_of_one_s_own_set_their_own_limit(room: Room) -> None:
    lists = room.presenter.lists
    lists.begin()
    lists.write(title="Bầu", seats=2, office=Office.OTHER, profile=ProfileName.CUSTOM)
    lists.write_own(percent=50)
    lists.put_on_several("\n".join(NAMES[:4]))
    assert room.list_is_wrong()
    lists.write_own(percent=None)
    assert not room.list_is_wrong()
    assert room.state.surplus is not None
    assert room.state.surplus.most is None


def test_a_name_from_the_floor_needs_the_consent_of_more_than_thirty_percent(room: Room) -> None:
    room.prepared(seats=4, names=NAMES[:4])  # without surplus this office is refused
    assert room.refused() is Reason.SURPLUS_NEEDED
    room.presenter.lists.write(office=Office.OTHER)
    room.presenter.lists.create()
    add = room.presenter.lists.add
    add(as_candidate("Ngô Yến", None, source=Source.FLOOR, consent=90, attending=300))
    assert room.refused() is Reason.CONSENT_TOO_LOW
    add(as_candidate("Ngô Yến", None, source=Source.FLOOR, consent=91, attending=300))
    assert room.told() is Fact.ADDED
    assert room.state.round is not None
    room.presenter.lists.withdraw(room.state.round.candidates[0].id, "xin rút")
    assert room.told() is Fact.WITHDRAWN
    assert [reason for _, reason in room.state.election.withdrawn] == ["xin rút"]  # type: ignore[union-attr]


def test_delegates_are_found_by_name_and_may_not_count_their_own_ballots(room: Room) -> None:
    person = room.state.people[0]
    room.presenter.lists.begin()
    room.presenter.lists.write(title="Bầu", seats=1)
    room.presenter.lists.put_on_several(f"{person.sheet.full_name}\nNgô Yến")
    room.presenter.lists.create()
    assert room.state.round is not None
    assert person.id in [c.delegate for c in room.state.round.candidates]
    room.presenter.lists.join(person)
    assert room.committee_is_wrong()
    room.presenter.lists.name_committee()
    assert room.refused() is Reason.ON_THE_BALLOT
    room.presenter.lists.leave(person.id)
    assert not room.committee_is_wrong()


def test_two_of_the_committee_open_the_box(room: Room) -> None:
    room.prepared()
    by = room.with_committee()
    room.presenter.say_who(1, by[0])
    room.presenter.lists.open_box()
    assert room.refused() is Reason.TWO_PEOPLE_NEEDED
    room.presenter.say_who(1, by[1])
    room.presenter.lists.open_box()
    assert room.state.round is not None
    assert room.state.round.opened is not None
    assert room.state.round.opened.by == by
    room.presenter.leave()
    assert room.state.by == ("", "")


def test_ballots_are_shown_printed_into_a_file_and_accounted_for(room: Room, tmp_path: Path) -> None:
    room.prepared()
    room.presenter.open_step(Step.BALLOTS)
    assert room.state.sample is not None
    room.presenter.papers.wish(copies=3, beside="en")
    room.presenter.papers.test_print(tmp_path / "test.pdf")
    assert room.told() is Fact.SAVED
    room.presenter.papers.print_ballots(tmp_path / "ballots.pdf")
    assert (tmp_path / "ballots.pdf").read_bytes().startswith(b"%PDF")
    room.presenter.papers.allow_sheet_marks(True)
    assert room.state.sheet_marks
    assert room.state.ballot is not None
    assert room.state.ballot.sheet_marks
    room.moved(2, 2)
    room.presenter.papers.move(Flow.SPARE, 1, "", "")
    one = room.state.round
    assert one is not None
    assert [one.counted(flow) for flow in (Flow.PRINTED, Flow.ISSUED, Flow.SPARE)] == [3, 2, 1]
    room.presenter.papers.take_back(one.movements[-1].event, "đếm nhầm")
    assert room.state.round is not None
    assert not room.state.round.has(Flow.SPARE)


def test_more_collected_than_issued_stops_the_count_until_the_presidium_decides(room: Room) -> None:
    room.prepared()
    room.with_committee()
    room.moved(2, 3)
    room.presenter.lists.open_box()
    assert room.refused() is Reason.COUNT_STOPPED
    room.presenter.results.void_round("thu về nhiều hơn phát ra", ("Chủ tịch A", "Chủ tịch B"))
    assert room.state.round is not None
    assert room.state.round.state is RoundState.VOID
    room.presenter.results.vote_again()
    assert (room.told(), room.state.round.number, room.step) == (Fact.NEXT, 2, Step.LIST)


def test_a_pass_of_entry_is_kept_whole_and_put_aside_in_between(room: Room) -> None:
    room.prepared()
    room.with_committee()
    room.moved(2, 2)
    one, entries = room.state.round, room.presenter.entries
    assert one is not None
    entries.begin("1", 1, "")
    assert room.state.wrong == "entered_by"
    entries.begin("1", 1, "Lan")
    entries.accept(row(one, "yyyyn"))
    entries.accept(row(one, "yyynn"))
    entries.go_to(0)
    entries.accept(row(one, "nyyyn"))
    assert room.state.entry is not None
    assert (room.state.entry.at, room.state.entry.rows[0]) == (1, row(one, "nyyyn"))
    entries.put_aside()
    assert room.state.form is Form.NONE
    assert room.count().ballots == 0
    entries.begin("1", 1, "Lan")
    assert len(room.state.entry.rows) == 2
    entries.keep()
    assert room.told() is Fact.ENTERED
    entries.begin("1", 1, "Lan")
    assert room.refused() is Reason.ENTERED_ALREADY


def test_entries_that_differ_are_concluded_from_the_paper_by_two(room: Room) -> None:
    room.prepared()
    by = room.with_committee()
    room.moved(2, 2)
    one, entries = room.state.round, room.presenter.entries
    assert one is not None
    for number, person, second in ((1, "Lan", "yyyyn"), (2, "Hoa", "yyyny")):
        entries.begin("1", number, person)
        entries.accept(row(one, "yyyyn"))
        entries.accept(row(one, second))
        entries.keep()
    assert [d.sheet for d in room.state.differences] == ["1/002"]
    room.presenter.open_step(Step.JUDGING)
    judging = room.state.judging
    assert judging is not None
    assert judging.question is Question.ENTRIES_DIFFER
    assert list(judging.marks.values()) == [Mark.YES, Mark.YES, Mark.YES, Mark.ASK, Mark.ASK]
    assert not judging.chosen
    room.presenter.judging.choose_valid()
    assert not room.state.judging.chosen  # type: ignore[union-attr]
    room.presenter.judging.mark(Mark.NO)
    room.presenter.judging.mark(Mark.YES)
    room.presenter.judging.conclude("xem phiếu")
    assert (room.told(), room.state.judging) == (Fact.JUDGED, None)
    assert room.count().ballots == 2
    judged = room.hall.voting.counting.sheet(judging.sheet.id).judged
    assert judged is not None
    assert (judged.by, judged.why) == (by, "xem phiếu")


def test_ballots_that_agree_to_nobody_are_decided_once_for_the_round(room: Room) -> None:
    room.presenter.lists.begin()
    room.presenter.lists.write(title="Bầu", seats=2, office=Office.OTHER)
    room.presenter.lists.put_on_several("Phạm An\nĐỗ Bình")
    room.presenter.lists.create()
    room.with_committee()
    room.moved(2, 2)
    room.entered(["yy", "nn"])
    assert [o.question for o in room.state.waiting] == [Question.ALL_DISAGREE]
    room.presenter.counts.decide_nobody_agreed(Undecided.VALID)
    assert room.told() is Fact.DECIDED
    assert (room.state.waiting, room.count().valid) == ((), 2)


def test_a_tally_that_differs_is_voided_alone(room: Room) -> None:
    room.counted(["yyyyn", "yyynn"])
    one = room.state.round
    assert one is not None
    a, b, c, d, e = (x.id for x in one.candidates)
    wrong = Count(valid=2, votes={a: 2, b: 2, c: 2, d: 2, e: 0}, against={a: 0, b: 0, c: 0, d: 0, e: 2})
    room.presenter.counts.tally("1", wrong)
    assert room.state.seen is not None
    assert Shortcoming.WAYS_DIFFER in room.state.seen.outcome.shortcomings
    room.presenter.counts.choose_batch("1")
    room.presenter.counts.ask_void()
    room.presenter.counts.void("", Way.TALLY, None, "Lan")
    assert room.state.wrong == "reason_needed"
    room.presenter.counts.void("đếm lại", Way.TALLY, None, "Lan")
    assert (room.told(), room.state.form) == (Fact.BATCH_VOIDED, Form.NONE)
    assert room.state.seen.outcome.shortcomings == ()


def test_a_sealed_result_is_frozen_shown_printed_and_exported(room: Room, tmp_path: Path) -> None:
    room.counted(["yyyyn"] * 6)
    room.presenter.results.show_on_screen()
    assert room.told() is not Fact.SHOWN
    room.presenter.open_form(Form.SEAL)
    room.presenter.results.seal()
    assert (room.told(), room.state.form) == (Fact.SEALED, Form.NONE)
    assert room.state.round is not None
    assert room.state.round.state is RoundState.SEALED
    room.presenter.results.show_on_screen()
    shown = room.hall.voting.papers.results()[0]
    assert isinstance(shown, ElectionShown)
    assert [p.name for p in shown.people if p.elected] == list(NAMES[:4])
    for form in (PaperForm.COUNT_RECORD, PaperForm.ENTRY_LOG, PaperForm.SEAL_LABEL, PaperForm.HAND_OVER):
        room.presenter.results.print_paper(form, tmp_path / f"{form.value}.pdf")
        assert (tmp_path / f"{form.value}.pdf").read_bytes()
    room.presenter.results.export(tmp_path / "result.xlsx")
    assert (tmp_path / "result.xlsx").stat().st_size > 1000
    assert Kind.STAGE_SHOWN in [event.kind for event in room.hall.events()]
    room.presenter.results.void_count("in lại")
    assert room.told() is Fact.COUNT_VOIDED
    assert len(room.state.round.seals_before) == 1


def test_a_tie_is_decided_by_a_new_ballot_among_the_tied(room: Room) -> None:
    room.counted(["yyyyn", "yyyny"] * 3)
    room.presenter.results.seal()
    assert room.state.seen is not None
    # each of the two has three of a base of nine: not more than half, so one seat stays open
    assert room.state.seen.outcome.result.open_seats == 1
    room.presenter.results.break_tie()
    assert room.refused() is Reason.NO_TIE
    room.presenter.results.vote_again(tuple(c.id for c in room.state.round.candidates[3:]))  # type: ignore[union-attr]
    assert room.told() is Fact.NEXT
    one = room.state.round
    assert one is not None
    assert (one.number, [c.name for c in one.candidates], one.seats) == (2, list(NAMES[3:]), 1)


def test_equal_votes_above_half_are_a_thing_to_decide(room: Room) -> None:
    room.counted([*["yyyyn"] * 5, *["yyyny"] * 5], seats=4)
    room.presenter.results.seal()
    assert room.state.seen is not None
    ties = room.state.seen.outcome.result.ties
    assert [t.votes for t in ties] == [5]
    room.presenter.results.break_tie()
    assert room.state.round is not None
    assert (room.state.round.number, room.state.round.needs_majority) == (2, False)
    first = room.state.election.rounds[0].id  # type: ignore[union-attr]
    room.presenter.choose(first)
    assert (room.step, room.state.round.number) == (Step.RESULT, 1)


def test_every_sheet_can_be_looked_at_at_any_time(room: Room) -> None:
    room.counted(["yyyyn", "yyynn"])
    room.presenter.open_step(Step.JUDGING)
    assert room.judged() == ""
    room.presenter.judging.look_among(Among.ALL)
    assert len(room.state.sheets) == 2
    assert room.judged() == "1/001"
    room.presenter.judging.step(1)
    room.presenter.judging.step(1)
    assert room.judged() == "1/002"
