"""The agenda room's decisions: what one key does on a running day, what a form writes, what the minutes keep."""

from __future__ import annotations

import datetime as dt

from congress_desk.domain.agenda import Content, ItemState
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.speech_rules import SpeechRules
from congress_desk.domain.speeches import Entry, RequestKind, SpeechState
from congress_desk.plumbing.programme_templates import Template
from congress_desk.ui.rooms.agenda.state import Fact, Form, Page
from tests.ui.rooms.agenda.conftest import ITEMS, Room


def a_speech(room: Room, n: int = 0, *, approved: bool = True) -> None:
    room.presenter.speeches.open(new=True)
    room.presenter.speeches.save(Entry(topic=f"Chủ đề {n}", delegate=room.hall.people[n].id))
    if approved:
        room.presenter.speeches.approve()


def test_the_first_item_asks_for_a_half_day_first(room: Room) -> None:
    room.presenter.programme.open_item(new=True)
    assert room.form() is Form.SITTING
    starts = dt.datetime(2025, 9, 22, 7, 30, tzinfo=room.state.zone)
    room.presenter.programme.save_sitting("Sáng", starts, None, reserve=False)
    assert room.form() is Form.NONE
    room.presenter.programme.open_item(new=True)
    room.presenter.programme.save_item(ITEMS[0])
    assert room.contents() == ["Chào cờ"]
    assert room.state.item == room.state.times[0].item.id


def test_a_new_item_stands_after_the_chosen_one(room: Room) -> None:
    room.planned()
    room.presenter.programme.choose(room.state.times[0].item.id)
    room.presenter.programme.open_item(new=True)
    room.presenter.programme.save_item(Content(content="Diễn văn khai mạc"))
    assert room.contents() == ["Chào cờ", "Diễn văn khai mạc", "Báo cáo chính trị", "Tham luận"]


def test_a_refused_field_keeps_the_form_open_and_says_which(room: Room) -> None:
    room.planned()
    room.presenter.programme.open_item(new=True)
    room.presenter.programme.save_item(Content(content="  "))
    assert (room.form(), room.state.wrong, room.state.busy) == (Form.ITEM, "item_content", False)


def test_one_key_ends_what_runs_and_begins_what_comes_next(room: Room) -> None:
    room.planned()
    room.presenter.programme.start_next()
    room.hall.clock.pass_time(minutes=12)
    room.presenter.programme.start_next()
    assert [timed.state for timed in room.state.times] == [ItemState.DONE, ItemState.RUNNING, ItemState.AHEAD]
    assert room.state.now.late == dt.timedelta(minutes=2)


def test_what_was_removed_can_be_taken_back(room: Room) -> None:
    room.planned()
    room.presenter.programme.choose(room.state.times[1].item.id)
    room.presenter.programme.remove()
    assert room.contents() == ["Chào cờ", "Tham luận"]
    assert room.told() is Fact.REMOVED
    room.presenter.programme.take_back("Bấm nhầm")
    assert room.contents() == ["Chào cờ", "Báo cáo chính trị", "Tham luận"]


def test_a_dragged_item_changes_the_times_of_all_that_follow(room: Room) -> None:
    sitting = room.planned()
    last = room.state.times[2].item.id
    room.presenter.programme.move(last, "", sitting.id)
    assert room.contents() == ["Tham luận", "Chào cờ", "Báo cáo chính trị"]
    assert room.state.times[1].starts - room.state.times[0].starts == dt.timedelta(minutes=60)


def test_a_template_is_looked_at_before_it_is_taken_in(room: Room) -> None:
    room.presenter.programme.look_at_template(Template.TWO_CONTENTS)
    assert room.form() is Form.PLAN
    assert room.contents() == []
    room.presenter.programme.carry_out()
    assert room.form() is Form.NONE
    assert len(room.contents()) > 10
    assert room.told() is Fact.TAKEN_IN


def test_a_speech_is_registered_approved_called_and_delivered(room: Room) -> None:
    a_speech(room)
    assert room.state.speech is not None
    room.presenter.speeches.call()
    room.presenter.speeches.begin_next()
    assert room.state.at_microphone is not None
    room.hall.clock.pass_time(minutes=9)
    room.presenter.speeches.end()
    assert room.state.speech.state is SpeechState.DELIVERED
    assert room.state.figures.counts.delivered == 1
    assert room.state.figures.mean_minutes == 9


def test_a_second_speaker_waits_until_the_first_has_finished(room: Room) -> None:
    a_speech(room, 0)
    a_speech(room, 1)
    first, second = room.state.speeches.speeches
    room.presenter.speeches.begin(first.turn)
    room.presenter.speeches.begin(second.turn)
    assert room.state.told is not None
    assert isinstance(room.state.told.error, Refusal)
    assert room.state.told.error.reason is Reason.SOMEBODY_SPEAKS


def test_a_pause_stops_the_timer_and_a_minute_more_is_granted(room: Room) -> None:
    a_speech(room)
    room.presenter.speeches.begin_next()
    room.hall.clock.pass_time(minutes=4)
    room.presenter.speeches.pause_or_resume()
    room.hall.clock.pass_time(minutes=4)
    room.presenter.speeches.pause_or_resume()
    room.presenter.speeches.extend(60)
    turn = room.state.at_microphone
    assert turn is not None
    assert turn.timer.left(room.presenter.speeches.now()) == dt.timedelta(minutes=7)


def test_a_withdrawn_speaker_keeps_no_number_and_the_others_move_up(room: Room) -> None:
    a_speech(room, 0)
    a_speech(room, 1)
    room.presenter.speeches.mark([room.state.speeches.speeches[0].id])
    room.presenter.speeches.ask_withdraw()
    assert room.form() is Form.WITHDRAW
    room.presenter.speeches.withdraw("Ốm")
    assert room.form() is Form.NONE
    assert [(one.number, one.state) for one in room.state.speeches.speeches] == [
        (0, SpeechState.WITHDRAWN),
        (1, SpeechState.APPROVED),
    ]


def test_a_point_of_order_goes_before_a_raised_hand(room: Room) -> None:
    for kind, person in ((RequestKind.FLOOR, 0), (RequestKind.POINT_OF_ORDER, 1)):
        room.presenter.speeches.open_hand()
        room.presenter.speeches.raise_hand(kind, room.hall.people[person].id, "", "Hỏi", 3)
    assert [one.kind for one in room.state.hands] == [RequestKind.POINT_OF_ORDER, RequestKind.FLOOR]
    room.presenter.speeches.lower(room.state.hands[0].id)
    assert len(room.state.hands) == 1


def test_the_minutes_list_what_was_begun_and_keep_a_gist_once(room: Room) -> None:
    room.planned()
    room.presenter.programme.start_next()
    a_speech(room)
    room.hall.clock.pass_time(minutes=1)
    room.presenter.speeches.begin_next()
    room.presenter.open_page(Page.MINUTES)
    item, turn = room.state.notes
    assert (item.turn, turn.item) == (None, None)
    for key in (item.key, item.key, turn.key):
        room.presenter.write_gist(key, "Nhất trí thông qua.")
    assert [note.gist for note in room.state.notes] == ["Nhất trí thông qua."] * 2
    assert room.kinds().count(Kind.GIST_WRITTEN) == 2


def test_what_another_desk_does_is_shown_only_while_the_room_is(room: Room) -> None:
    room.presenter.leave()
    room.planned()
    assert room.contents() == []
    room.presenter.enter()
    assert len(room.contents()) == 3


def test_a_vote_stands_among_the_proceedings_with_its_figures_alone(room: Room) -> None:
    hands = room.hall.voting.hands
    room.hall.check_in.by_code(room.hall.badge(0), room.hall.session)
    hands.all_agree("Chương trình đại hội", room.hall.session)
    assert [note.title for note in room.state.notes] == ["Chương trình đại hội"]
    room.presenter.write_gist(room.state.notes[0].key, "nothing")
    assert Kind.GIST_WRITTEN not in room.kinds()


def test_the_warning_is_the_congress_s_own(room: Room) -> None:
    room.presenter.speeches.change_rules(SpeechRules(minutes=5, warning_seconds=60))
    assert room.told() is Fact.RULES
    assert room.state.rules.warning_seconds == 60
