"""The settings room on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from congress_desk.plumbing.settings import open_settings
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.settings.desk_page import DeskPage
from congress_desk.ui.rooms.settings.dialogs import EraseFacesDialog
from congress_desk.ui.rooms.settings.samples import SAMPLES
from congress_desk.ui.rooms.settings.state import Section
from congress_desk.ui.rooms.settings.view import SettingsView
from tests import own_authority
from tests.ui.rooms.settings.conftest import Room


@pytest.fixture
def view(qtbot: QtBot, look: Look, room: Room) -> SettingsView:
    made = SettingsView(room.presenter, look)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    room.presenter.attach(made)
    made.show()
    return made


def button(parent: QWidget, name: str) -> QPushButton:
    return next(b for b in parent.findChildren(QPushButton) if b.accessibleName() == name and b.isVisibleTo(parent))


def test_a_session_is_added_by_hand(view: SettingsView, room: Room) -> None:
    view._sections.setCurrentRow(list(Section).index(Section.SESSIONS))
    button(view.sessions, "Add a session").click()
    form = view.sessions.form
    fields = {e.accessibleName(): e for e in form.findChildren(QLineEdit)}
    fields["Name of the session"].setText("Closing")
    fields["From"].setText("14:00")
    fields["To"].setText("16:00")
    button(form, "Save").click()
    assert [session.name for session in room.state.sessions] == ["Phiên khai mạc", "Closing"]
    assert not form.isVisible()


def test_half_typed_words_stay_when_the_room_is_drawn_again(view: SettingsView, room: Room) -> None:
    view._sections.setCurrentRow(list(Section).index(Section.CONGRESS))
    title = next(e for e in view.findChildren(QLineEdit) if e.accessibleName() == "Name of the congress")
    title.setText("half-typed")
    room.hall.welcome([])
    room.presenter.open_section(Section.CONGRESS)
    assert title.text() == "half-typed"


def test_erasing_asks_and_the_quiet_answer_is_the_default(qtbot: QtBot, look: Look) -> None:
    dialog = EraseFacesDialog(look, 396)
    qtbot.addWidget(dialog)
    agreed: list[bool] = []
    dialog.agreed.connect(lambda: agreed.append(True))
    assert dialog.keep.isDefault()
    dialog.keep.click()
    assert agreed == []
    dialog.erase.click()
    assert agreed == [True]


def test_every_sample_can_be_shown_after_every_other(view: SettingsView) -> None:
    for name in sorted(SAMPLES):
        view.show_state(SAMPLES[name])
        view.show_state(SAMPLES["DESK"])
        assert view._pages.currentIndex() == 0


def test_each_printer_has_its_own_shift(view: SettingsView, room: Room) -> None:
    view._sections.setCurrentRow(list(Section).index(Section.DESK))
    fields = {e.accessibleName(): e for e in view.findChildren(QDoubleSpinBox)}
    right, down = fields["Shift right"], fields["Shift down"]
    for printer, shift in (("HP", (1.5, -0.5)), ("Canon", (-2.0, 0.0))):
        room.presenter.change_desk(printer=printer)
        right.setValue(shift[0])
        right.editingFinished.emit()
        down.setValue(shift[1])
        down.editingFinished.emit()
    assert room.state.desk.printer_shifts == ("1.5,-0.5 HP", "-2,0 Canon")
    room.presenter.change_desk(printer="HP")
    assert (right.value(), down.value()) == (1.5, -0.5)


def test_signing_is_set_without_a_file_being_written_by_hand(view: SettingsView, room: Room, tmp_path: Path) -> None:
    page = view.pages[Section.DESK]
    assert isinstance(page, DeskPage)
    signing = page.signing
    root = own_authority.root_file(tmp_path)
    room.presenter.add_root(root)
    room.presenter.add_root(root)
    assert signing.clear.isEnabled()
    (tmp_path / "words.pem").write_text("no certificate")
    room.presenter.add_root(tmp_path / "words.pem")
    signing.asks.click()
    signing.address.setText("http://tsa.example.vn")
    signing.address.editingFinished.emit()
    kept = open_settings().current
    assert kept.signing_roots == (str(root),)
    assert (kept.signing_revocation, kept.signing_time_stamp) == (True, "http://tsa.example.vn")
    signing.address.setText("tsa.example.vn")
    signing.address.editingFinished.emit()
    assert room.state.wrong == {"signing_time_stamp": "not_allowed"}
    signing.clear.click()
    assert open_settings().current.signing_roots == ()
