"""A small status: icon and word on a soft ground of the tone's colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy

from congress_desk.ui.look import Look
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.parts import label, row


class StatusPill(QFrame):
    """show_status(tone, word, icon): the icon is the tone's own unless another is named."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._icon = label()
        self._word = label()
        layout = row(self._icon, self._word, space=6)
        layout.setContentsMargins(8, 2, 10, 2)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_status(self, tone: Tone, word: str, icon: str = "") -> None:
        colours = self._look.tokens.colours
        self._icon.setPixmap(self._look.pixmap(icon or tone.icon, 16, tone.value))
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._word.setText(word)
        self.setAccessibleName(word)
        colour = colours[tone.value] if tone is not Tone.CALM else colours["text"]
        self.setStyleSheet(
            f"StatusPill {{ background: {colours[tone.value + '_soft']}; border-radius: 10px; }}"
            f"QLabel {{ color: {colour}; font-weight: 600; font-size: 13px; }}"
        )
