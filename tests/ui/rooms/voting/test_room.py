"""Votes by hands in the window: one key for all, the tellers' figures, what does not fit, the base."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from congress_desk.domain.journal import Kind
from congress_desk.domain.majority import DeductionReason, parse_formula
from congress_desk.domain.stage import ResultFace
from congress_desk.domain.votes import ZoneCount
from congress_desk.services.voting_base import VotingRules
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.voting.state import Fact, Side
from congress_desk.ui.rooms.voting.view import VotingView
from tests.ui.rooms.voting.conftest import Room


@pytest.fixture
def view(qtbot: QtBot, look: Look, room: Room) -> VotingView:
    made = VotingView(room.presenter, look)
    qtbot.addWidget(made)
    made.resize(1180, 680)
    room.presenter.attach(made)
    made.show()
    return made


def test_one_key_stores_the_counts_of_everybody_in_the_hall(room: Room) -> None:
    room.come(0, 1)
    room.presenter.write(item="Chương trình đại hội", presider="Đoàn Chủ tịch")
    room.presenter.all_agree()
    assert room.state.votes is not None
    vote = room.state.votes[-1]
    assert (vote.agree, vote.present, vote.base.count, vote.passed) == (2, 2, 3, True)
    assert room.state.count.item == ""
    assert room.state.count.presider == "Đoàn Chủ tịch"


def test_nothing_is_recorded_without_a_word_of_what_is_put(room: Room) -> None:
    room.come(0)
    room.presenter.all_agree()
    assert (room.state.votes, room.state.wrong) == ((), "item")


def test_figures_that_do_not_fit_wait_for_a_reason(room: Room) -> None:
    room.come(0, 1, 2)
    room.presenter.write(item="Nghị quyết", zones=(ZoneCount(agree=2),))
    room.presenter.record()
    assert (room.state.votes, room.state.wrong) == ((), "figures_do_not_fit")
    room.presenter.write(reason="Một đại biểu ra ngoài")
    room.presenter.record()
    assert room.state.votes is not None
    assert room.state.votes[-1].reason == "Một đại biểu ra ngoài"


def test_zones_are_summed_and_stay_for_the_next_vote(room: Room) -> None:
    room.come(0, 1, 2)
    room.presenter.add_zone()
    room.presenter.write(item="Nghị quyết")
    room.presenter.write_zone(0, zone="A", agree=2)
    room.presenter.write_zone(1, zone="B", disagree=1)
    assert room.state.fits
    room.presenter.record()
    assert room.state.votes is not None
    assert (room.state.votes[-1].agree, room.state.votes[-1].disagree) == (2, 1)
    assert [(zone.zone, zone.all) for zone in room.state.count.zones] == [("A", 0), ("B", 0)]


def test_a_deduction_by_decision_lowers_the_base_and_can_be_lifted(room: Room) -> None:
    person = room.hall.people[2].id
    room.presenter.deduct(person, DeductionReason.OFFICIAL_ABSENT, "Công văn 12")
    assert (room.state.base.count, room.state.needed) == (2, 2)
    room.presenter.lift(person, "")
    assert room.state.wrong == "reason_needed"
    room.presenter.lift(person, "Đã có mặt")
    assert room.state.base.count == 3


def test_another_formula_holds_for_votes_to_come(room: Room) -> None:
    room.come(0, 1)
    room.presenter.write(item="Một")
    room.presenter.all_agree()
    room.presenter.change_rules(VotingRules(hands=parse_formula(">= 3/4")))
    room.presenter.write(item="Hai")
    room.presenter.all_agree()
    assert room.state.votes is not None
    assert [vote.passed for vote in room.state.votes] == [True, False]


def test_a_voided_vote_stays_and_is_not_shown_on_the_wall(room: Room) -> None:
    room.come(0)
    room.presenter.write(item="Một")
    room.presenter.all_agree()
    room.presenter.ask_void()
    assert room.side() is Side.VOID
    room.presenter.void("Đếm sót")
    assert (room.side(), room.told()) == (Side.RECORD, Fact.VOIDED)
    room.presenter.show_on_screen()
    assert Kind.STAGE_SHOWN not in room.kinds()


def test_the_frozen_result_goes_to_the_second_screen(room: Room) -> None:
    room.come(0, 1)
    room.presenter.write(item="Một")
    room.presenter.all_agree()
    room.presenter.show_on_screen()
    face = room.hall.stage.on_air().under
    assert isinstance(face, ResultFace)
    assert (face.vote.agree, face.vote.base) == (2, 3)


def test_f5_is_all_agree(view: VotingView, room: Room) -> None:
    room.come(0, 1, 2)
    room.presenter.write(item="Danh sách Đoàn Chủ tịch")
    assert view.form.all_agree.text().endswith("All 3 agree")
    QTest.keyClick(view, Qt.Key.Key_F5)
    assert room.state.votes is not None
    assert len(room.state.votes) == 1
    assert "3 of 3 agree" in view.result._figures.text()


def test_a_figure_typed_is_summed_at_once(view: VotingView, room: Room) -> None:
    room.come(0, 1, 2)
    room.presenter.add_zone()
    view.form._lines[1].figures["agree"].setValue(2)
    assert room.state.count.agree == 2
    assert view.form._sum.text() == "counted 2 of 3"
    view.form._lines[0].remove.click()
    assert [zone.agree for zone in room.state.count.zones] == [2]


def test_the_result_names_the_formula_and_everybody_who_is_not_in_the_base(view: VotingView, room: Room) -> None:
    room.come(0, 1)
    away = room.hall.people[2]
    room.presenter.deduct(away.id, DeductionReason.OFFICIAL_ABSENT, "")
    room.presenter.write(item="Chương trình", note="Biểu quyết lần hai")
    room.presenter.all_agree()
    told = view.result._base.text()
    assert told.startswith("Adopted with more than 1/2 of the base: 2 of 2 are needed, 2 agreed.")
    assert away.sheet.full_name in told
    assert "Biểu quyết lần hai" in view.result._more.text()
    assert room.state.count.note == ""


def test_the_keyboard_goes_from_teller_to_figures_to_the_next_zone(view: VotingView, room: Room) -> None:
    room.presenter.add_zone()
    expected = [
        part for line in view.form._lines for part in (line.zone, line.teller, *line.figures.values(), line.remove)
    ]
    chain, at = [], view.form.all_agree.nextInFocusChain()
    while at is not None and at is not view.form.all_agree:
        chain.append(at)
        at = at.nextInFocusChain()
    assert [part for part in chain if part in expected] == expected
