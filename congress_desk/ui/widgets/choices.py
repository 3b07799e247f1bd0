"""Up to three people side by side, equal in size, none preselected, and "none of these" as large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.widgets.fit_label import ElidedLabel, FitLabel
from congress_desk.ui.widgets.parts import column, desk_button, label, on_click, row
from congress_desk.ui.widgets.photo import PhotoView

SHOWN = 3
NAME_LINE = 27


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    name: str
    detail: str
    photo: bytes | None = None


class Choices(QWidget):
    """chosen(1..3), or chosen(0) for none of these; the keys are the room's."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._title = label("", "word", wrap=True)
        self._tiles = [_Tile(look, place + 1) for place in range(SHOWN)]
        for tile in self._tiles:
            tile.picked.connect(self.chosen)
        self._none = desk_button(f"0   {look.say('None of these')}")
        self._none.setAccessibleName(look.say("None of these"))
        on_click(self._none, lambda: self.chosen.emit(0))
        tiles = row(*self._tiles, space=12)
        for place in range(SHOWN):
            tiles.setStretch(place, 1)
        layout = column(self._title, tiles, self._none, space=8, margin=14)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_choices(self, title: str, choices: Sequence[Choice]) -> None:
        self._title.setText(title)
        for place, tile in enumerate(self._tiles):
            tile.setVisible(place < len(choices))
            if place < len(choices):
                tile.show_choice(choices[place])


class _Tile(QFrame):
    """One person: the key, the photo, the name; a click picks it too."""

    picked = Signal(int)

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self._number = number
        self.setProperty("look", "choice")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._photo = PhotoView(look)
        self._photo.setMinimumSize(QSize(96, 128))
        key = label(str(number), "key")
        key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = FitLabel(largest=17, smallest=14, weight=QFont.Weight.DemiBold)
        self._name.setFixedHeight(2 * NAME_LINE)  # so that all photos are of one size
        self._detail = ElidedLabel("", "muted")
        layout = column(key, self._photo, self._name, self._detail, space=8, margin=10)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_choice(self, choice: Choice) -> None:
        self._photo.show_photo(choice.photo)
        self._name.setText(choice.name)
        self._detail.setText(choice.detail)
        self.setAccessibleName(f"{self._number}: {choice.name}, {choice.detail}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.picked.emit(self._number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self._number)
        else:
            super().keyPressEvent(event)
