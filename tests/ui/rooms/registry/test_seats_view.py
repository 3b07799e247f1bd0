"""The page of the seats on the screen: dragged, clicked and typed as people do, and quick with 1,000 seats."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import cycle

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox
from pytestqt.qtbot import QtBot

from congress_desk.domain.delegates import Delegate, DelegateId, Sheet
from congress_desk.domain.seating import HallShape, PlanName, drawn_hall, plan_of
from congress_desk.services.seating import Sitting
from congress_desk.ui.look import Look, look_for
from congress_desk.ui.rooms.registry.seat_state import SeatForm, Seats
from congress_desk.ui.rooms.registry.state import Page, RegistryState
from congress_desk.ui.rooms.registry.view import RegistryView
from congress_desk.ui.widgets.hall_map import PERSON, HallMap
from congress_desk.ui.widgets.hall_view import ZOOMS
from tests.builders import Hall
from tests.ui.rooms.registry.conftest import Room
from tests.ui.rooms.registry.test_view import button

OTHER = PlanName.OTHER
LEFT = Qt.MouseButton.LeftButton
ALLOWED_MS = 50.0


@pytest.fixture
def view(qtbot: QtBot, look: Look, room: Room, hall: Hall) -> RegistryView:
    """A small hall; the first two people on A-01 and A-02, the third without a seat."""
    hall.seating.draw(OTHER, drawn_hall(HallShape(left=2, middle=4, right=2, rows=(3, 1), stage=3)))
    for n in range(2):
        hall.seating.assign(hall.people[n].id, OTHER, f"A-0{n + 1}")
    made = RegistryView(room.presenter, look)
    qtbot.addWidget(made)
    made.resize(1160, 700)
    room.presenter.attach(made)
    made.show()
    room.presenter.open_page(Page.SEATS)
    return made


def seat_of(hall: Hall, n: int) -> str:
    return hall.registry.delegate(hall.people[n].id).sheet.seat


def form_of(room: Room) -> SeatForm:
    return room.state.seats.form


def drag(map_: HallMap, start: QPoint, end: QPoint) -> None:
    """By the mouse, in steps as a hand makes them."""
    viewport = map_.viewport()
    QTest.mousePress(viewport, LEFT, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 6):
        QTest.mouseMove(viewport, start + (end - start) * step / 5)
    QTest.mouseRelease(viewport, LEFT, Qt.KeyboardModifier.NoModifier, end)


def test_a_drag_from_seat_to_seat_swaps_the_two(view: RegistryView, hall: Hall) -> None:
    map_ = view.seats.map
    drag(map_, map_.place_of("A-01"), map_.place_of("A-02"))
    assert (seat_of(hall, 0), seat_of(hall, 1)) == ("A-02", "A-01")
    drag(map_, map_.place_of("A-02"), map_.place_of("C-08"))
    assert seat_of(hall, 0) == "C-08"
    assert not map_.holds()


def test_a_drag_out_of_the_hall_onto_the_people_frees_the_seat(view: RegistryView, hall: Hall) -> None:
    map_, people = view.seats.map, view.seats.panel.people
    out = map_.viewport().mapFromGlobal(people.mapToGlobal(people.rect().center()))
    drag(map_, map_.place_of("A-01"), out)
    assert seat_of(hall, 0) == ""
    drag(map_, map_.place_of("A-02"), QPoint(-400, 20))  # let go elsewhere: nothing happens
    assert seat_of(hall, 1) == "A-02"


def test_somebody_dragged_from_the_list_sits_where_he_is_dropped(view: RegistryView, hall: Hall) -> None:
    map_, people = view.seats.map, view.seats.panel.people
    carried = people.mimeData([people.item(0)])
    facts = (Qt.DropAction.CopyAction, carried, LEFT, Qt.KeyboardModifier.NoModifier)
    there = map_.place_of("B-04")
    QApplication.sendEvent(map_.viewport(), QDragEnterEvent(there, *facts))
    QApplication.sendEvent(map_.viewport(), QDropEvent(QPointF(there), *facts))
    assert seat_of(hall, 2) == "B-04"
    assert people.count() == 0


def test_what_is_no_person_cannot_be_dropped(view: RegistryView) -> None:
    carried = QMimeData()
    carried.setText("A-01")
    assert not carried.hasFormat(PERSON)
    event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, carried, LEFT, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(view.seats.map.viewport(), event)
    assert not event.isAccepted()


def test_a_clicked_seat_says_who_sits_there_and_is_freed(view: RegistryView, room: Room, hall: Hall) -> None:
    map_ = view.seats.map
    QTest.mouseClick(map_.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, map_.place_of("A-02"))
    assert room.state.seats.chosen == "A-02"
    assert map_.accessibleDescription() == "A-02 · Nguyễn Văn Bình · Đoàn 01"
    button(view.seats, "Free the seat").click()
    assert seat_of(hall, 1) == ""
    assert map_.accessibleDescription() == "A-02 · Free seat"


def test_the_keyboard_alone_moves_people(view: RegistryView, room: Room, hall: Hall) -> None:
    map_ = view.seats.map
    map_.setFocus()
    room.presenter.seats.choose("A-01")
    QTest.keyClick(map_, Qt.Key.Key_Return)
    assert map_.holds()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(map_, key)
    assert room.state.seats.chosen == "B-03"
    QTest.keyClick(map_, Qt.Key.Key_Space)
    assert seat_of(hall, 0) == "B-03"
    QTest.keyClick(map_, Qt.Key.Key_Return)
    QTest.keyClick(map_, Qt.Key.Key_Escape)
    assert not map_.holds()
    QTest.keyClick(map_, Qt.Key.Key_Delete)
    assert seat_of(hall, 0) == ""
    for _ in range(3):
        QTest.keyClick(map_, Qt.Key.Key_Up)
    assert room.state.seats.chosen.startswith("CT-")


def test_enter_in_the_list_seats_on_the_chosen_seat(view: RegistryView, room: Room, hall: Hall) -> None:
    room.presenter.seats.choose("B-01")
    people = view.seats.panel.people
    people.setCurrentRow(0)
    QTest.keyClick(people, Qt.Key.Key_Return)
    assert seat_of(hall, 2) == "B-01"


def test_what_is_sought_is_reached_even_upstairs_and_zoomed_in(
    view: RegistryView, room: Room, hall: Hall, qtbot: QtBot
) -> None:
    hall.seating.assign(hall.people[2].id, OTHER, "2A-08")
    map_ = view.seats.map
    for _ in range(9):
        QTest.keyClick(map_, Qt.Key.Key_Plus)
    QTest.keyClicks(view.seats.panel.search, "chi")
    qtbot.waitUntil(lambda: room.state.seats.chosen == "2A-08", timeout=2000)
    assert room.state.seats.floor == 2
    assert map_.viewport().rect().contains(map_.place_of("2A-08"))
    QTest.keyClick(map_, Qt.Key.Key_0)
    assert map_.can_zoom == (False, True)


def test_the_hall_is_drawn_from_what_is_typed(view: RegistryView, room: Room, hall: Hall) -> None:
    button(view.seats, "Hall").click()
    middle = next(f for f in view.seats.forms.findChildren(QSpinBox) if f.accessibleName().endswith("Middle"))
    assert middle.value() == 4
    middle.setValue(6)
    assert room.state.seats.proposal is not None
    button(view.seats.forms, "Draw this hall").click()
    assert len(hall.seating.plan(OTHER).seats) == 3 + 10 * 4


def test_escape_closes_the_form_then_the_page(view: RegistryView, room: Room) -> None:
    button(view.seats, "Arrange").click()
    assert form_of(room) is SeatForm.ARRANGE
    QTest.keyClick(view.seats.forms.arrange.main, Qt.Key.Key_Escape)
    assert form_of(room) is SeatForm.NONE
    QTest.keyClick(view.seats.map, Qt.Key.Key_Escape)
    assert room.page() is Page.PEOPLE


def test_the_map_is_not_mirrored_in_arabic(qtbot: QtBot, view: RegistryView, room: Room, qapp: QApplication) -> None:
    look = look_for("ar", "light")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        arabic = RegistryView(room.presenter, look)
        qtbot.addWidget(arabic)
        arabic.resize(1160, 700)
        arabic.show()
        arabic.show_state(room.state)
        map_ = arabic.seats.map
        assert map_.place_of("A-01").x() < map_.place_of("A-08").x()
        assert arabic.seats.panel.x() + 340 < map_.mapTo(arabic, QPoint(0, 0)).x() + 400  # but the page is
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def a_thousand(people: int = 980) -> RegistryState:
    """1,008 seats, people of thirty delegations."""
    hall = drawn_hall(HallShape(left=8, middle=12, right=8, rows=(36,)))
    everybody = [
        Delegate(
            id=DelegateId(f"d{n}"),
            sheet=Sheet(full_name=f"Nguyễn Thị Hồng Ánh {n}", delegation=f"Đoàn xã số {n // 33}", seat=hall[n].label),
            badge_code="1",
        )
        for n in range(people)
    ]
    return RegistryState(everybody=(), page=Page.SEATS, seats=Seats(hall=plan_of(OTHER, hall, everybody)))


def test_a_thousand_seats_are_painted_within_fifty_milliseconds(view: RegistryView, qtbot: QtBot) -> None:
    with qtbot.waitExposed(view):
        view.show()
    map_, state = view.seats.map, a_thousand()
    plans = cycle((a_thousand(979), state))
    figures = {"plan": taken(lambda: view.show_state(next(plans)), map_)}
    assert state.seats.hall is not None
    found = replace(state.seats, found=tuple(map(sitting, state.seats.hall.sitting.values())))
    searches = cycle((replace(state, seats=found), state))
    figures["found"] = taken(lambda: view.show_state(next(searches)), map_)
    view.show_state(state)
    for step, _ in enumerate(ZOOMS):
        figures[f"zoom {step}"] = taken(partial(map_.scrollContentsBy, 0, 0), map_)
        map_.zoom(1)
    assert min(figures.values()) > 0.2, figures  # it was painted at all
    assert max(figures.values()) < ALLOWED_MS, figures


def sitting(delegate: Delegate) -> Sitting:
    return Sitting(delegate=delegate, opening="", other=delegate.sheet.seat)


def taken(act: Callable[[], None], map_: HallMap) -> float:
    """The quickest of five, in milliseconds of this thread: the machine may be busy with others."""
    best = float("inf")
    for _ in range(5):
        before = time.thread_time()
        act()
        map_.viewport().repaint()
        best = min(best, (time.thread_time() - before) * 1000)
    return best
