"""Agenda and presentations on a real store: acts, refusals, figures, minutes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from congress_desk.domain.agenda import Content, Item, ItemKind
from congress_desk.domain.agenda_records import PresentationsRecord, ProgrammeRecord
from congress_desk.domain.delegates import with_sheet
from congress_desk.domain.journal import Kind
from congress_desk.domain.minutes import MinutesVote
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.domain.speech_rules import SpeechRules
from congress_desk.domain.speeches import Entry, RequestKind, Speech, SpeechId, SpeechState
from congress_desk.plumbing.programme_templates import Template
from congress_desk.plumbing.texts import words_for
from tests.builders import OPENING, Hall, a_hall
from tests.library_files import a_pdf
from tests.programme_files import OFFICE, a_sheet_file


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    """Twelve delegates and a programme of two contents that begins at the opening."""
    made = a_hall(tmp_path, people=12)
    importing = made.programme.importing
    importing.carry_out(importing.plan_template(Template.TWO_CONTENTS, words_for("vi")))
    yield made
    made.store.close()


def refused(act: object, *args: object, **named: object) -> Reason:
    assert callable(act)
    with pytest.raises(Refusal) as caught:
        act(*args, **named)
    return caught.value.reason


def items(hall: Hall) -> tuple[Item, ...]:
    return hall.programme.agenda.agenda().items


def a_speech(hall: Hall, n: int = 0, group: str = "Kinh tế", **more: object) -> Speech:
    """Registered and approved."""
    facts: dict[str, object] = {"topic": f"Tham luận {n}", "delegate": hall.people[n].id, "group": group}
    speech = hall.programme.speeches.register(Entry(**(facts | more)))  # type: ignore[arg-type]
    return hall.programme.speeches.approve(speech.id)


def delivered(hall: Hall, speech: Speech, minutes: float = 8) -> None:
    hall.programme.turns.start(speech.turn)
    hall.clock.pass_time(minutes=minutes)
    hall.programme.turns.end()


def test_items_are_put_moved_corrected_and_taken_out_and_numbers_follow(hall: Hall) -> None:
    agenda = hall.programme.agenda
    first, second = items(hall)[:2]
    new = agenda.add_item(first.sitting, Content(content="  Văn  nghệ ", minutes=10), after="")
    assert (new.content, new.number) == ("Văn nghệ", "1")
    assert [item.number for item in items(hall)[:3]] == ["1", "2", "3"]
    agenda.move_item(new.id, after=second.id)
    assert [item.content for item in items(hall)[:3]] == [first.content, second.content, "Văn nghệ"]
    agenda.edit_item(new.id, Content(content="Nghỉ", kind=ItemKind.BREAK, minutes=5))
    assert items(hall)[2].number == ""
    afternoon = agenda.agenda().sittings[-1]
    assert agenda.move_item(new.id, after="", sitting=afternoon.id).sitting == afternoon.id
    agenda.remove_item(new.id)
    assert agenda.agenda().find(new.id) is None


def test_the_programme_is_tied_to_the_check_in_session_of_its_hours(hall: Hall) -> None:
    assert [s.session for s in hall.programme.agenda.agenda().sittings] == [hall.session, hall.session, None]


def test_what_has_begun_is_neither_removed_nor_replaced(hall: Hall, tmp_path: Path) -> None:
    agenda, importing = hall.programme.agenda, hall.programme.importing
    first = agenda.start_next()
    assert refused(agenda.remove_item, first.id) is Reason.ITEM_BEGUN
    assert refused(agenda.remove_sitting, first.sitting, with_items=True) is Reason.ITEM_BEGUN
    plan = importing.plan(a_sheet_file(tmp_path / "ct.xlsx", OFFICE))
    assert plan.instead_of == len(items(hall))
    assert refused(importing.carry_out, plan) is Reason.AGENDA_THERE
    assert refused(importing.carry_out, plan, instead=True) is Reason.ITEM_BEGUN
    agenda.take_back("bấm nhầm")
    assert len(importing.carry_out(plan, instead=True).items) == 10


def test_an_item_ends_the_one_before_and_an_act_can_be_taken_back_with_a_reason(hall: Hall) -> None:
    agenda = hall.programme.agenda
    first = agenda.start_next()
    hall.clock.pass_time(minutes=7)
    second = agenda.start_next()
    assert agenda.item(first.id).ended == hall.clock.now()
    assert refused(agenda.take_back, " ") is Reason.REASON_NEEDED
    agenda.take_back("bấm nhầm")
    assert agenda.item(second.id).started is None
    assert agenda.item(first.id).is_running
    agenda.take_back("bấm nhầm lần nữa")
    assert not any(item.started for item in items(hall))
    assert len([e for e in hall.events() if e.kind is Kind.ITEM_STARTED]) == 2  # nothing is deleted


def test_a_start_that_was_pressed_late_is_put_at_its_true_time(hall: Hall) -> None:
    agenda, first = hall.programme.agenda, items(hall)[0]
    hall.clock.pass_time(minutes=5)
    assert agenda.start(first.id, at=OPENING).started == OPENING
    assert refused(agenda.start, items(hall)[1].id, at=hall.clock.now() + dt.timedelta(hours=1)) is Reason.BAD_VALUE
    assert refused(agenda.end, items(hall)[3].id) is Reason.ITEM_NOT_RUNNING


def test_two_desks_see_one_programme(hall: Hall) -> None:
    other = hall.other_desk()
    hall.programme.agenda.start_next()
    assert other.programme.agenda.now_and_next().now is not None
    other.clock.pass_time(minutes=3)
    other.programme.agenda.start_next()
    assert [item.started is not None for item in items(hall)[:3]] == [True, True, False]
    other.store.close()


def test_a_presentation_goes_its_way_and_no_other(hall: Hall) -> None:
    speeches, turns = hall.programme.speeches, hall.programme.turns
    speech = speeches.register(Entry(topic="Chuyển đổi số", delegate=hall.people[0].id))
    assert (speech.state, speech.number, speech.entry.minutes) == (SpeechState.REGISTERED, 1, 10)
    assert speech.delegation == hall.people[0].sheet.delegation
    assert refused(turns.start, speech.turn) is Reason.SPEECH_WRONG_STATE  # the presidium first
    assert refused(speeches.call, speech.id) is Reason.SPEECH_WRONG_STATE
    speeches.approve(speech.id)
    speeches.call(speech.id)
    delivered(hall, speech)
    found = speeches.speech(speech.id)
    assert (found.state, found.timer.spoken) == (SpeechState.DELIVERED, dt.timedelta(minutes=8))
    for act in (speeches.withdraw, speeches.hand_in, speeches.approve):
        assert refused(act, speech.id) is Reason.SPEECH_WRONG_STATE


def test_one_speaks_at_a_time_and_the_queue_puts_points_of_order_first(hall: Hall) -> None:
    turns = hall.programme.turns
    first = turns.ask(delegate=hall.people[0].id, subject="Về chỉ tiêu")
    point = turns.ask(speaker="Khách mời", kind=RequestKind.POINT_OF_ORDER)
    assert [one.id for one in turns.queue()] == [point.id, first.id]
    turns.start(point.turn)
    assert refused(turns.start, first.turn) is Reason.SOMEBODY_SPEAKS
    turns.extend(120)
    hall.clock.pass_time(minutes=4)
    assert turns.end().timer.allowed == dt.timedelta(minutes=5)
    assert refused(turns.end) is Reason.NOBODY_SPEAKS
    turns.lower(first.id)
    assert refused(turns.start, first.turn) is Reason.REQUEST_CLOSED
    assert turns.queue() == ()
    (spoke,) = hall.programme.speeches.balance()
    assert (spoke.turns, spoke.spoken) == (1, dt.timedelta(minutes=4))


def test_figures_count_delivered_written_and_withdrawn_with_the_mean_length(hall: Hall) -> None:
    speeches = hall.programme.speeches
    made = [a_speech(hall, n, "Kinh tế" if n < 4 else "Văn hóa") for n in range(8)]
    for speech, minutes in zip(made[:3], (6, 9, 12), strict=True):
        delivered(hall, speech, minutes)
    speeches.hand_in(made[3].id)
    speeches.withdraw(made[7].id, "ốm")
    found = speeches.figures(at_least=4, delivered_at_least=3)
    counts = found.counts
    assert (counts.registered, counts.delivered, counts.written, counts.withdrawn) == (8, 3, 1, 1)
    assert found.mean_minutes == Fraction(9)
    assert (found.reached, found.delivered_reached) == (True, True)
    assert not speeches.figures().reached
    assert sum(one.registered for one in found.by_topic.values()) == counts.registered
    assert sum(one.delivered for one in found.by_delegation.values()) == counts.delivered


def test_the_order_is_set_by_moving_and_numbers_skip_the_withdrawn(hall: Hall) -> None:
    speeches = hall.programme.speeches
    a, b, c = (a_speech(hall, n) for n in range(3))
    speeches.move(c.id, after="")
    speeches.withdraw(a.id)
    found = speeches.speeches().speeches
    assert [(one.id, one.number) for one in found] == [(c.id, 1), (a.id, 0), (b.id, 2)]
    assert refused(speeches.move, c.id, after="x") is Reason.NO_SUCH_SPEECH


def test_the_same_id_from_outside_is_one_presentation(hall: Hall) -> None:
    entry = Entry(topic="Một", delegate=hall.people[0].id)
    speeches = hall.programme.speeches
    assert speeches.register(entry, speech=SpeechId("x")) == speeches.register(entry, speech=SpeechId("x"))
    assert len(speeches.speeches().speeches) == 1


def test_a_text_is_kept_by_its_content_and_what_is_no_text_is_refused(hall: Hall, tmp_path: Path) -> None:
    speeches, speech = hall.programme.speeches, a_speech(hall)
    assert refused(speeches.text_path, speech.id) is Reason.TEXT_MISSING
    (tmp_path / "x.pdf").write_bytes(b"MZ\x90")
    with pytest.raises(Trouble) as caught:
        speeches.give_text(speech.id, tmp_path / "x.pdf")
    assert caught.value.problem is Problem.NOT_A_TEXT
    file = a_pdf(tmp_path / "bài.pdf", ["Kính thưa Đại hội"])
    assert speeches.give_text(speech.id, file).text is not None
    kept = speeches.text_path(speech.id)
    assert kept.read_bytes() == file.read_bytes()
    speeches.back_up(tmp_path / "copy")
    assert (tmp_path / "copy" / kept.parent.name / kept.name).exists()
    kept.chmod(0o644)
    kept.write_bytes(b"changed")
    with pytest.raises(Trouble) as caught:
        speeches.text_path(speech.id)
    assert caught.value.problem is Problem.TEXT_DAMAGED


def test_a_corrected_name_is_corrected_in_the_register(hall: Hall) -> None:
    speech, person = a_speech(hall), hall.people[0]
    hall.registry.edit(person.id, with_sheet(person, full_name="Trần Thị Bình").sheet)
    assert hall.programme.speeches.speech(speech.id).speaker == "Trần Thị Bình"


def test_the_minutes_say_who_spoke_from_when_to_when_and_take_votes_in(hall: Hall) -> None:
    agenda, notes = hall.programme.agenda, hall.programme.notes
    speech = a_speech(hall)
    block = next(item for item in items(hall) if item.kind is ItemKind.PRESENTATIONS)
    agenda.start(block.id)
    hall.clock.pass_time(minutes=1)
    delivered(hall, speech, 9)
    notes.write_gist("Đề nghị đẩy mạnh chuyển đổi số.", turn=speech.turn)
    notes.write_gist("Có 01 tham luận.", item=block.id)
    vote = MinutesVote(
        at=hall.clock.now(), subject="Nghị quyết", base=12, present=12, agree=12, disagree=0, other=0, adopted=True
    )
    record = hall.programme.minutes([vote])
    (entry,) = record.entries
    (turn,) = entry.turns
    assert (turn.started, turn.ended) == (OPENING + dt.timedelta(minutes=1), OPENING + dt.timedelta(minutes=10))
    assert (turn.spoken, turn.gist) == (dt.timedelta(minutes=9), "Đề nghị đẩy mạnh chuyển đổi số.")
    assert (entry.gist, entry.votes) == ("Có 01 tham luận.", (vote,))
    assert len(record.passed_over) > 0
    assert refused(notes.write_gist, "x") is Reason.BAD_VALUE


def test_papers_carry_the_plan_and_sums(hall: Hall) -> None:
    a_speech(hall, 0)
    hall.programme.speeches.withdraw(a_speech(hall, 1).id)
    programme = hall.records.record(Form.PROGRAMME)
    register = hall.records.record(Form.PRESENTATIONS)
    assert isinstance(programme, ProgrammeRecord)
    assert isinstance(register, PresentationsRecord)
    assert sum(len(band.lines) for band in programme.bands) == len(items(hall))
    assert register.total == sum(group.count for group in register.groups) == 1
    assert register.figures.counts.registered == 2


@pytest.mark.parametrize(
    ("written", "field"),
    [
        (Content(content=" "), "item_content"),
        (Content(content="x" * 1001), "item_content"),
        (Content(content="x", minutes=1441), "minutes"),
        (Content(content="x", by_whom="x" * 1001), "by_whom"),
    ],
)
def test_a_content_that_cannot_be_is_refused(hall: Hall, written: Content, field: str) -> None:
    with pytest.raises(Refusal) as caught:
        hall.programme.agenda.edit_item(items(hall)[0].id, written)
    assert caught.value.details["field"] == field


def test_a_congress_without_a_programme_answers_and_refuses_kindly(tmp_path: Path) -> None:
    hall = a_hall(tmp_path)
    agenda = hall.programme.agenda
    assert agenda.timeline() == ()
    assert agenda.now_and_next().now is None
    assert refused(agenda.start_next) is Reason.NOTHING_AHEAD
    assert refused(agenda.announce) is Reason.NOTHING_AHEAD
    assert refused(agenda.take_back, "x") is Reason.CANNOT_BE_TAKEN_BACK
    assert refused(hall.records.record, Form.PROGRAMME) is Reason.NO_PROGRAMME
    assert hall.programme.minutes().entries == ()
    assert hall.programme.speeches.figures().mean_minutes is None
    hall.store.close()


def test_what_the_congress_sets_for_presentations_holds_for_figures_and_screen(hall: Hall) -> None:
    speeches = hall.programme.speeches
    speeches.change_rules(SpeechRules(minutes=7, warning_seconds=60, at_least=3, delivered_at_least=1))
    assert speeches.rules() == SpeechRules(minutes=7, warning_seconds=60, at_least=3, delivered_at_least=1)
    assert (speeches.figures().at_least, speeches.figures(at_least=9).at_least) == (3, 9)
    with pytest.raises(Refusal):
        speeches.change_rules(SpeechRules(minutes=0))
    assert speeches.rules().minutes == 7
