"""The one page of help (F1): the keys of every room, and what to do when something is missing.

It opens at the room where one is.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from congress_desk.ui.help_keys import EVERYWHERE, ROOM_KEYS, Keys
from congress_desk.ui.look import Look
from congress_desk.ui.room import Room
from congress_desk.ui.widgets.forms import scrolled
from congress_desk.ui.widgets.parts import column, hairline, label, primary_button, row

LIST_WIDTH = 210
WIDTH, HEIGHT = 880, 680


class HelpDialog(QDialog):
    """room: the name of the one that is shown first; "" for the keys of all rooms."""

    def __init__(self, look: Look, rooms: Sequence[Room], parent: QWidget | None = None, *, room: str = "") -> None:
        super().__init__(parent)
        say = look.say
        self.setWindowTitle(say("Help"))
        self.resize(WIDTH, HEIGHT)
        self.pages = QStackedWidget()
        self.sections = QListWidget()
        self.sections.setProperty("look", "sections")
        self.sections.setAccessibleName(say("Rooms"))
        self.sections.setFixedWidth(LIST_WIDTH)
        self.sections.setIconSize(QSize(20, 20))
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._add(look, "keyboard", say("Every room"), self._everywhere(look, rooms))
        for one in rooms:
            self._add(look, one.icon, say(one.title), list(ROOM_KEYS.get(one.name, ())))
        self.sections.currentRowChanged.connect(self.pages.setCurrentIndex)
        names = ["", *(one.name for one in rooms)]
        self.sections.setCurrentRow(names.index(room) if room in names else 0)
        self._lay_out(look)

    def _everywhere(self, look: Look, rooms: Sequence[Room]) -> list[Keys]:
        doors = [Keys(f"Ctrl+{place}", (room.title,)) for place, room in enumerate(rooms, start=1)]
        return [*doors, *EVERYWHERE]

    def _add(self, look: Look, icon: str, title: str, keys: list[Keys]) -> None:
        self.sections.addItem(QListWidgetItem(look.icon(icon), title))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for place, one in enumerate(keys):
            key = label(_named(one.keys, look), "strong")
            key.setMinimumHeight(key.sizeHint().height())
            grid.addWidget(key, place, 0, Qt.AlignmentFlag.AlignTop)
            meaning = " · ".join(look.say(meaning) for meaning in one.meanings)
            grid.addWidget(label(meaning, wrap=True), place, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        content = QWidget()
        content.setLayout(column(label(title, "title"), grid, 0, space=14, margin=8))
        self.pages.addWidget(scrolled(content))

    def _lay_out(self, look: Look) -> None:
        say = look.say
        close = primary_button(say("Close"))
        close.clicked.connect(self.accept)
        advice = label(
            say("A card is read at any moment in the check-in room. If a camera or a scanner fails, type the name."),
            "muted",
            wrap=True,
        )
        middle = row(self.sections, self.pages, space=16)
        middle.setStretch(1, 1)
        layout = column(middle, hairline(), advice, row(0, close), space=14, margin=20)
        layout.setStretch(0, 1)
        self.setLayout(layout)


def _named(keys: str, look: Look) -> str:
    """Keys as they are written on the keyboard; they run from left to right in every language."""
    named = keys.replace("Enter", look.say("Enter")) if keys == "Enter" else keys
    return f"\u2066{named}\u2069" if look.right_to_left else named
