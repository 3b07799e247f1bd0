"""The delegates room on the screen: typed, clicked and dropped as people do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from congress_desk.domain.journal import Event, EventId, Kind
from congress_desk.plumbing.history_words import changed_words, history_sentence
from congress_desk.plumbing.texts import Language, words_for
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.samples import ANH, HISTORY, SAMPLES
from congress_desk.ui.rooms.registry.state import Fact, Form, Page
from congress_desk.ui.rooms.registry.view import RegistryView
from congress_desk.ui.widgets.notice import Notice
from tests.builders import OPENING, Hall
from tests.ui.rooms.registry.conftest import Room
from tests.ui.rooms.registry.test_lists_and_faces import NEW, WRONG, a_list
from tests.ui.rooms.registry.test_people import a_picture


@pytest.fixture
def view(qtbot: QtBot, look: Look, room: Room) -> RegistryView:
    made = RegistryView(room.presenter, look)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    room.presenter.attach(made)
    made.show()
    return made


def button(parent: QWidget, name: str) -> QPushButton:
    return next(b for b in parent.findChildren(QPushButton) if b.accessibleName() == name and b.isVisibleTo(parent))


def test_letters_typed_on_the_table_are_searched(qtbot: QtBot, view: RegistryView, room: Room) -> None:
    QTest.keyClicks(view.people.table.grid, "bi")
    qtbot.waitUntil(lambda: room.names() == ["Nguyễn Văn Bình"], timeout=2000)
    assert view.people.table.rows.rowCount() == 1


def test_a_row_opens_the_panel_and_escape_closes_it(view: RegistryView, room: Room) -> None:
    assert not view.people.panel.isVisible()
    view.people.table.grid.selectRow(1)
    assert view.people.panel.isVisible()
    assert room.state.chosen is not None
    assert room.state.chosen.delegate.sheet.full_name == "Nguyễn Văn Bình"
    button(view.people.panel, "Edit").setFocus()
    QTest.keyClick(button(view.people.panel, "Edit"), Qt.Key.Key_Escape)
    assert not view.people.panel.isVisible()
    assert view.people.table.selected() == []


def test_several_rows_offer_consent_for_all(view: RegistryView, room: Room) -> None:
    view.people.table.grid.selectAll()
    assert len(room.state.marked) == 3
    button(view.people, "Record consent to faces").click()
    assert room.form() is Form.CONSENT


def test_the_sheet_is_edited_in_place(view: RegistryView, room: Room, hall: Hall) -> None:
    view.people.table.grid.selectRow(0)
    button(view.people.panel, "Edit").click()
    form = view.people.panel.sheet
    assert form.isVisible()
    field = next(e for e in form.findChildren(QLineEdit) if e.accessibleName() == "Position")
    field.setText("Bí thư Đảng ủy")
    button(form, "Save").click()
    assert hall.registry.delegate(hall.people[0].id).sheet.position == "Bí thư Đảng ủy"
    assert not form.isVisible()
    assert view.people.table.rows.rowCount() == 3
    assert room.state.chosen is not None


def test_a_picture_dropped_on_the_photo_sets_it(view: RegistryView, room: Room, hall: Hall, tmp_path: Path) -> None:
    view.people.table.grid.selectRow(0)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(a_picture(tmp_path / "anh.jpg")))])
    photo = next(w for w in view.people.panel.findChildren(QWidget) if w.accessibleName() == "Photo")
    for event in (QDragEnterEvent, QDropEvent):
        facts = (Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(photo, event(QPoint(5, 5), *facts))
    assert hall.registry.delegate(hall.people[0].id).photo


def test_import_is_possible_only_without_errors(view: RegistryView, room: Room, tmp_path: Path) -> None:
    room.presenter.list_import.look_at(a_list(tmp_path / "ds.xlsx", NEW, WRONG))
    assert not button(view.importing, "Import").isEnabled()
    (error,) = view.importing.errors.rows.shown()
    assert "31/02/1975" in view.importing.errors.rows.cell(error, 3)
    a_list(tmp_path / "ds.xlsx", NEW)
    button(view.importing, "Read again").click()
    assert button(view.importing, "Import").isEnabled()
    button(view.importing, "Import").click()
    assert room.page() is Page.PEOPLE
    assert "Lê Thị Hoa" in room.names()


def test_a_notice_carries_its_next_act(view: RegistryView, room: Room) -> None:
    view.people.table.grid.selectRow(0)
    room.presenter.people.issue_badge()
    notice = view.findChild(Notice)
    assert isinstance(notice, Notice)
    assert "new badge code" in notice.sentence
    assert notice.button.text() == "Print the badge"


def test_the_same_word_is_shown_once_per_act(view: RegistryView, room: Room) -> None:
    view.people.table.grid.selectRow(0)
    room.presenter.people.save_sheet({"full_name": "Nguyễn Văn Ánh"})
    assert room.state.told is not None
    assert room.state.told.fact is Fact.SAVED
    room.presenter.filter(words="a")
    assert len([n for n in view.findChildren(Notice) if n.isVisibleTo(view)]) == 1


def test_every_sample_can_be_shown_after_every_other(view: RegistryView) -> None:
    for name in sorted(SAMPLES):
        view.show_state(SAMPLES[name])
        view.show_state(SAMPLES["READY"])
        assert view.people.table.rows.rowCount() == len(SAMPLES["READY"].shown)


@pytest.mark.parametrize("language", list(Language))
def test_history_has_words_for_every_kind_of_event(language: Language) -> None:
    for kind in Kind:
        words = history_sentence(an_event_of(kind), ANH.id, words_for(language))
        assert words
        assert "{" not in words
        assert "_" not in words


def an_event_of(kind: Kind) -> Event:
    body = {"from": "active", "to": "barred", "reason": "lý do", "decision": "12", "method": "badge", "official": "x"}
    return Event(
        id=EventId("e"),
        desk="A",
        sequence=1,
        happened_at=OPENING,
        recorded_at=OPENING,
        actor="lan",
        kind=kind,
        delegate=ANH.id,
        body=body,
    )


def test_history_tells_what_stood_there_before() -> None:
    say = words_for("en")
    assert [history_sentence(event, ANH.id, say) for event in HISTORY] == [
        "A new badge was issued; the old one is refused.",
        "Agreed to face identification; told by Phạm Thị Lan, text of 2025-09.",
        "Corrected by hand. Seat (other sessions): B-12 → B-14; Phone number: – → 0912000111",
        "Added from the list danh-sach-dai-bieu.xlsx.",
    ]


def test_in_arabic_the_arrow_points_along_the_reading() -> None:
    assert "\u2068B-12\u2069 ← \u2068B-14\u2069" in changed_words({"seat": ("B-12", "B-14")}, words_for("ar"))


def test_the_history_is_drawn_when_it_is_looked_at(view: RegistryView, room: Room) -> None:
    view.people.table.grid.selectRow(0)
    panel = view.people.panel
    panel._tabs.setCurrentIndex(1)
    assert "Added by hand." in {label.text() for label in panel._history.findChildren(QLabel)}
    room.presenter.people.save_sheet({"full_name": "Nguyễn Thị Ánh"})
    assert any("Nguyễn Văn Ánh → Nguyễn Thị Ánh" in label.text() for label in panel._history.findChildren(QLabel))


def test_escape_closes_the_filter_first_and_then_goes_back(view: RegistryView, room: Room, tmp_path: Path) -> None:
    room.presenter.list_import.look_at(a_list(tmp_path / "ds.xlsx", NEW))
    table = view.importing.rows
    table.open_filter("Lê")
    QTest.keyClick(table._field, Qt.Key.Key_Escape)
    assert room.page() is Page.IMPORT
    QTest.keyClick(table.grid, Qt.Key.Key_Escape)
    assert room.page() is Page.PEOPLE
