"""The documents room on the screen: dropped on, typed into, clicked; and the real portal behind its button."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from congress_desk.domain.documents import Card, Secrecy, Status
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.services.portal_settings import PortalSettings
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents.samples import SAMPLES
from congress_desk.ui.rooms.documents.stands import Live
from congress_desk.ui.rooms.documents.state import TABS, Page
from congress_desk.ui.rooms.documents.view import DocumentsView
from congress_desk.ui.widgets.notice import Notice
from tests.benchmarks.portal import free_port
from tests.builders import Hall
from tests.library_files import a_pdf
from tests.ui.rooms.documents.conftest import Room


@pytest.fixture
def view(qtbot: QtBot, look: Look, room: Room) -> DocumentsView:
    return shown(qtbot, look, room)


def shown(qtbot: QtBot, look: Look, room: Room) -> DocumentsView:
    made = DocumentsView(room.presenter, look)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    room.presenter.attach(made)
    made.show()
    return made


def button(parent: QWidget, name: str) -> QPushButton:
    return next(b for b in parent.findChildren(QPushButton) if b.accessibleName() == name and b.isVisibleTo(parent))


def field(parent: QWidget, name: str) -> QLineEdit:
    return next(e for e in parent.findChildren(QLineEdit) if e.accessibleName() == name and e.isVisibleTo(parent))


def drop(target: QWidget, paths: Sequence[Path]) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(5, 5), copy, dropped, left, none))
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), copy, dropped, left, none))


def test_files_are_dropped_completed_and_added(view: DocumentsView, room: Room, tmp_path: Path) -> None:
    paths = [a_pdf(tmp_path / f"{n}. Tờ trình.pdf", [str(n)]) for n in (1, 2, 3)]
    drop(view.pages[Page.LIBRARY], paths)
    page = view.pages[Page.TAKING]
    assert page.isVisible()
    page.table.grid.selectRow(0)  # type: ignore[union-attr]
    edit = field(page, "Document title")
    edit.selectAll()
    QTest.keyClicks(edit, "Mot")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert room.state.taking.marked == (1,)
    assert edit.text() == "Tờ trình"
    QTest.keyClicks(edit, "Hai")
    button(page, "Add as drafts").click()
    assert sorted(room.titles()) == ["Hai", "Mot", "Tờ trình"]
    assert view.pages[Page.LIBRARY].isVisible()


def test_a_row_opens_its_panel_and_one_button_leads_on(view: DocumentsView, room: Room) -> None:
    room.take_in("Báo cáo")
    library = view.pages[Page.LIBRARY]
    button(library, "Issue").click()
    assert room.status() is Status.ISSUED
    button(library, "Recall").click()
    assert room.status() is Status.RECALLED
    (notice,) = [one for one in view.findChildren(Notice) if one.isVisible()]
    notice.button.click()
    assert room.status() is Status.ISSUED


def test_the_card_is_edited_in_the_panel(view: DocumentsView, room: Room) -> None:
    room.take_in("Báo cáo")
    room.presenter.library.edit()
    library = view.pages[Page.LIBRARY]
    field(library, "Document no.").setText("12-BC/TU")
    button(library, "Save").click()
    assert room.state.documents[0].card.number == "12-BC/TU"


def test_a_secret_shows_paper_copies_in_the_place_of_codes(view: DocumentsView, room: Room) -> None:
    (document,) = room.take_in("Nhân sự")
    room.presenter.library.save(Card(title="Nhân sự", secrecy=Secrecy.SECRET))
    panel = view.pages[Page.LIBRARY].panel  # type: ignore[union-attr]
    names = {b.accessibleName() for b in panel.findChildren(QPushButton) if b.isVisibleTo(panel)}
    assert "Paper copies" in names
    assert "Hand out" not in names
    button(panel, "Paper copies").click()
    assert (room.state.page, room.state.copies.document) == (Page.COPIES, document.id)


def test_every_page_is_reached_by_its_word(view: DocumentsView, room: Room) -> None:
    for page in TABS:
        room.presenter.open_page(page)
        assert view.pages[page].isVisible()


def test_samples_can_be_shown_one_after_the_other(view: DocumentsView) -> None:
    for state in SAMPLES.values():
        view.show_state(state)
        assert view.pages[state.page].isVisible()


def test_copies_are_given_out_from_the_form(view: DocumentsView, room: Room) -> None:
    (document,) = room.take_in("Đề án")
    room.presenter.copies.open_for(document.id)
    page = view.pages[Page.COPIES]
    field(page, "Numbers of the copies").setText("1-2")
    holder = next(b for b in page.findChildren(QWidget) if b.accessibleName().startswith("To a delegate"))
    holder.show_value(("delegate", room.hall.people[1].id))  # type: ignore[attr-defined]
    button(page, "Give out").click()
    record = room.state.copies.record
    assert record is not None
    assert [line.delegate for line in record.lines] == [room.hall.registry.delegate(room.hall.people[1].id)] * 2


@pytest.fixture
def real(hall: Hall, settings: SettingsFile, tmp_path: Path) -> Iterator[Room]:
    made = Room(hall, settings, tmp_path, real_portal=True)
    yield made
    hall.library.process.stop()
    made.presenter.close()
    made.desk.close()


def test_the_button_starts_a_portal_that_a_phone_reaches(qtbot: QtBot, look: Look, real: Room) -> None:
    real.presenter.portal.save(PortalSettings(port=free_port()))
    real.presenter.open_page(Page.PORTAL)
    port = real.state.portal.settings.port
    real.presenter.portal.start()
    qtbot.waitUntil(lambda: real.state.portal.live is Live.RUNNING, timeout=20_000)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/reach", timeout=10) as answer:
        assert answer.status == 200
    qtbot.waitUntil(lambda: real.state.portal.reach is not None and real.state.portal.reach.listening, timeout=5_000)
    real.presenter.portal.stop()
    assert real.live() is Live.STOPPED
