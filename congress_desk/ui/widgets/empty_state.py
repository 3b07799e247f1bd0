"""An empty room says what to do first: a quiet icon, one sentence, one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.widgets.parts import column, icon_label, label, on_click, primary_button, row


class EmptyState(QWidget):
    """act is what the button does; without `act` there is only the sentence, `width` px wide."""

    def __init__(
        self,
        look: Look,
        *,
        icon: str,
        sentence: str,
        button: str = "",
        act: Callable[[], object] | None = None,
        width: int = 460,
    ) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        picture = icon_label(look, icon, 56, "line_strong")
        words = label(sentence, "muted", wrap=True)
        words.setAlignment(middle)
        words.setFixedWidth(width)
        layout = column(0, picture, row(0, words, 0), space=16, margin=32)
        layout.setAlignment(picture, middle)
        if act and button:
            self.button = primary_button(button)
            on_click(self.button, act)
            layout.addWidget(self.button, 0, middle)
        layout.addStretch(2)
        self.setLayout(layout)
        self._lines = layout

    def add(self, part: QWidget) -> None:
        """A second, quieter way below the button."""
        self._lines.insertWidget(self._lines.count() - 1, part, 0, Qt.AlignmentFlag.AlignHCenter)
