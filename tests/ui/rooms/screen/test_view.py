"""The room as it is drawn and clicked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from congress_desk.domain.stage import FaceKind
from congress_desk.ui.look import Look
from congress_desk.ui.room_list import ROOMS
from congress_desk.ui.rooms.screen.samples import SAMPLES
from congress_desk.ui.rooms.screen.view import ScreenView


class Acts:
    """A presenter that writes down what it is asked."""

    def __init__(self, path: str = "", kept: list[tuple[str, tuple[Any, ...]]] | None = None) -> None:
        self.path = path
        self.asked: list[tuple[str, tuple[Any, ...]]] = [] if kept is None else kept

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Acts(f"{self.path}.{name}".strip("."), self.asked)

    def __call__(self, *given: Any) -> None:
        if self.path != "now":
            self.asked.append((self.path, given))


@pytest.fixture
def acts() -> Acts:
    return Acts()


@pytest.fixture
def view(qtbot: QtBot, look: Look, acts: Acts) -> ScreenView:
    made = ScreenView(acts, look)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1100, 660)
    made.show()
    return made


def press(qtbot: QtBot, view: ScreenView, text: str) -> None:
    found = next(b for b in view.findChildren(QPushButton) if b.text().strip() == text)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]


def test_take_and_black_are_one_click_or_one_key(qtbot: QtBot, view: ScreenView, acts: Acts) -> None:
    view.show_state(SAMPLES["ON_AIR"])
    press(qtbot, view, "Take")
    press(qtbot, view, "Black")
    assert [name for name, _ in acts.asked] == ["take", "toggle_black"]
    tips = {b.toolTip() for b in view.findChildren(QPushButton)}
    assert {"Take (F11)", "Black (F12)"} <= tips


def test_black_from_every_room_is_a_key_of_the_window() -> None:
    room = next(room for room in ROOMS if room.name == "screen")
    assert room.everywhere == (("F12", "toggle_black"),)
    assert room.wakes


def test_faces_are_chosen_and_never_taken_by_that(qtbot: QtBot, view: ScreenView, acts: Acts) -> None:
    view.show_state(SAMPLES["ON_AIR"])
    for text in ("Attendance and quorum", "Agenda: now and next", "Speaker and time", "QR of a document", "Result"):
        press(qtbot, view, text)
    assert {name for name, _ in acts.asked} == {"choose"}
    kinds = [given[0].kind for _, given in acts.asked]
    assert kinds == [FaceKind.ATTENDANCE, FaceKind.AGENDA, FaceKind.SPEAKER, FaceKind.DOCUMENT, FaceKind.RESULT]


def test_without_a_next_nothing_can_be_taken(view: ScreenView) -> None:
    view.show_state(SAMPLES["COPYING"])
    take = next(b for b in view.findChildren(QPushButton) if b.text().strip() == "Take")
    assert not take.isEnabled()


@pytest.mark.parametrize("name", SAMPLES)
def test_every_state_is_drawn_in_turn(view: ScreenView, name: str) -> None:
    view.show_state(SAMPLES["ON_AIR"])
    view.show_state(SAMPLES[name])
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    view.render(image)
    assert not image.isNull()


def test_dropped_files_become_cues(view: ScreenView, acts: Acts, tmp_path: Path) -> None:
    from PySide6.QtCore import QMimeData, QPointF, QUrl
    from PySide6.QtGui import QDropEvent

    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.mp4"))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.cues.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, dropped, buttons, keys))
    assert acts.asked == [("cues.add", ([tmp_path / "a.mp4"],))]


def test_a_chart_is_chosen_by_its_name(qtbot: QtBot, view: ScreenView, acts: Acts) -> None:
    view.show_state(SAMPLES["ON_AIR"])
    press(qtbot, view, "Chart")
    ((name, (choice,)),) = acts.asked
    assert (name, choice.kind, choice.about) == ("choose", FaceKind.CHART, "over-time")
