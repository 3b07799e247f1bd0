"""The one page of help (F1): the keys, and what to do when something is missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.room import Room
from congress_desk.ui.widgets.parts import column, hairline, label, primary_button, row


class HelpDialog(QDialog):
    def __init__(self, look: Look, rooms: Sequence[Room], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = look.say
        self.setWindowTitle(say("Help"))
        self.setMinimumWidth(600)
        keys = [
            *((f"Ctrl+{place}", say(room.title)) for place, room in enumerate(rooms, start=1)),
            ("F2", say("Face search on or off")),
            (say("Enter"), say("Yes, it is this person")),
            ("1  2  3  0", say("Choose one of the people shown, or none of these")),
            ("F4", say("Undo what was just recorded")),
            ("F6", say("Record the exit of somebody who is present")),
            ("F7", say("Record an absence")),
            ("F11", say("Second screen: what is next goes on air")),
            ("F12", say("Second screen black, or back, from every room")),
            ("Ctrl+F", say("Filter a table")),
            ("Ctrl+C", say("Copy the selected rows")),
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for place, (key, meaning) in enumerate(keys):
            grid.addWidget(label(key, "strong"), place, 0)
            grid.addWidget(label(meaning, wrap=True), place, 1)
        grid.setColumnStretch(1, 1)
        close = primary_button(say("Close"))
        close.clicked.connect(self.accept)
        advice = label(
            say("A card is read at any moment in the check-in room. If a camera or a scanner fails, type the name."),
            "muted",
            wrap=True,
        )
        self.setLayout(
            column(label(say("Keys"), "title"), grid, hairline(), advice, row(0, close), space=14, margin=20)
        )
