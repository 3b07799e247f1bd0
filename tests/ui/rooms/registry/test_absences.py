"""Leave in the side panel: each step by a press, told in the history, and what is missing told at its field."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from congress_desk.domain.absences import CaseState
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.absence_acts import Step, WrittenStep, steps_after
from congress_desk.ui.rooms.registry.state import Fact, Form
from congress_desk.ui.rooms.registry.view import RegistryView
from tests.builders import Hall
from tests.ui.rooms.registry.conftest import Room

DAY = dt.date(2025, 9, 20)


@pytest.fixture
def view(qtbot: QtBot, look: Look, room: Room) -> RegistryView:
    made = RegistryView(room.presenter, look)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    room.presenter.attach(made)
    made.show()
    room.choose(0)
    return made


def test_a_leave_goes_its_way_in_the_panel(view: RegistryView, room: Room, hall: Hall) -> None:
    form = view.people.panel.absence
    room.presenter.people.open(Form.ABSENCE)
    form._words.setText("ốm")
    form.main.click()
    (case,) = hall.absences.cases()
    assert (case.state, case.session, case.written) == (CaseState.ASKED, hall.session, True)
    assert room.state.told is not None
    assert (room.state.told.fact, room.form()) == (Fact.ABSENCE_ASKED, Form.NONE)
    for name, state, fact in (
        ("Trần Văn Trưởng", CaseState.HEARD, Fact.ABSENCE_HEARD),
        ("Lê Chủ Tịch", CaseState.ACCEPTED, Fact.ABSENCE_ACCEPTED),
    ):
        room.presenter.people.open(Form.ABSENCE)
        form._by.setText(name)
        form.main.click()
        assert hall.absences.case(case.id).state is state
        assert room.state.told.fact is fact
    room.presenter.people.open(Form.ABSENCE)
    told = " ".join(one.text() for one in form.findChildren(QLabel))
    assert "Trần Văn Trưởng" in told
    assert "Lê Chủ Tịch" in told


def test_a_step_without_a_name_or_reason_is_told_at_its_field(view: RegistryView, room: Room, hall: Hall) -> None:
    room.presenter.people.open(Form.ABSENCE)
    view.people.panel.absence.main.click()
    assert room.state.wrong == {"words": "missing"}
    assert hall.absences.cases() == ()
    case = hall.absences.request(hall.people[0].id, hall.session, reason="ốm")
    room.presenter.absences.write(WrittenStep(step=Step.PRESIDIUM_REFUSES, absence=case.id, day=DAY))
    assert room.state.wrong == {"by": "missing", "words": "missing"}


def test_the_head_is_offered_first_and_never_a_whole_congress(hall: Hall) -> None:
    half = hall.absences.request(hall.people[0].id, hall.session, reason="ốm")
    whole = hall.absences.request(hall.people[1].id, None, reason="ốm")
    assert steps_after(half, heads=True) == (Step.AGREES, Step.DISAGREES, Step.HEAD_ALLOWS)
    assert steps_after(whole, heads=True) == (Step.AGREES, Step.DISAGREES)
    assert Step.PRESIDIUM_ACCEPTS in steps_after(whole, heads=False)


def test_another_day_is_kept_and_every_step_can_be_written(room: Room, hall: Hall) -> None:
    for n, (step, state) in enumerate(
        (
            (Step.HEAD_ALLOWS, CaseState.ACCEPTED),
            (Step.DISAGREES, CaseState.HEARD),
        )
    ):
        room.choose(n)
        room.presenter.absences.write(
            WrittenStep(step=Step.REQUEST, session=hall.session, words="ốm", in_writing=False, day=DAY)
        )
        (case,) = hall.absences.cases(hall.people[n].id)
        assert (case.at.date(), case.written) == (DAY, False)
        room.presenter.absences.write(WrittenStep(step=step, absence=case.id, by="Trưởng", day=DAY))
        assert hall.absences.case(case.id).state is state
    room.presenter.absences.write(
        WrittenStep(step=Step.CONVENING_REFUSES, absence=case.id, by="Ban", words="phải dự", day=DAY)
    )
    assert hall.absences.case(case.id).state is CaseState.REFUSED
