"""A notice in the page, never a window over it: what happened, what is safe, what to do.

Notices of refusals and troubles stay until they are closed or acted on; a good word goes by itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.parts import button, icon_button, icon_label, label, on_click, row

GOOD_WORD_MS = 6_000
SHOWN = 3


class Notice(QFrame):
    """One notice with at most one act (Retry, Undo ...)."""

    closed = Signal()

    def __init__(
        self,
        look: Look,
        tone: Tone,
        sentence: str,
        *,
        act_name: str = "",
        act: Callable[[], object] | None = None,
        closable: bool = True,
    ) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self.setProperty("tone", tone.value)
        self.setAccessibleName(sentence)
        self.sentence = sentence
        words = label(sentence, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = row(icon_label(look, tone.icon, 20, tone.value), words, space=10)
        layout.setStretch(1, 1)
        layout.setContentsMargins(12, 6, 6, 6)
        if act and act_name:
            self.button = button(act_name)
            on_click(self.button, act)
            self.button.clicked.connect(self.closed)
            layout.addWidget(self.button)
        if closable:
            close = icon_button(look, "cross", look.say("Close this notice"))
            close.clicked.connect(self.closed)
            layout.addWidget(close)
        else:
            layout.setContentsMargins(12, 10, 12, 10)
        self.setLayout(layout)


class NoticeStack(QWidget):
    """At most three notices above each other, the newest on top; takes no room while empty."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.hide()

    def tell(
        self, tone: Tone, sentence: str, *, act_name: str = "", act: Callable[[], object] | None = None
    ) -> Notice:
        """Show it; the same sentence again takes the place of the older one."""
        for old in self.notices():
            if old.sentence == sentence:
                self._drop(old)
        for old in self.notices()[SHOWN - 1 :]:
            self._drop(old)
        notice = Notice(self._look, tone, sentence, act_name=act_name, act=act)
        notice.closed.connect(self._on_closed)
        self._layout.insertWidget(0, notice)
        if tone is Tone.OK:
            QTimer.singleShot(GOOD_WORD_MS, notice, notice.closed.emit)
        self.show()
        return notice

    def notices(self) -> list[Notice]:
        """The newest first."""
        items = (self._layout.itemAt(place) for place in range(self._layout.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, Notice)]

    def clear(self) -> None:
        for notice in self.notices():
            self._drop(notice)

    def _on_closed(self) -> None:
        notice = self.sender()
        if isinstance(notice, Notice):
            self._drop(notice)

    def _drop(self, notice: Notice) -> None:
        self._layout.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
        self.setVisible(self._layout.count() > 0)
