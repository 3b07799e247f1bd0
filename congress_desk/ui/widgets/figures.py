"""A line of figures, each a number over its word, in one card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayoutItem

from congress_desk.ui.look import Look
from congress_desk.ui.widgets.parts import column, hairline, label


class FigureRow(QFrame):
    """show_figures([(number, word, tone)]): tone is ok, ask, no or nothing."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "card")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(20, 10, 20, 10)
        self._line.setSpacing(20)

    def show_figures(self, figures: Sequence[tuple[str, str, str]]) -> None:
        while (item := self._line.takeAt(0)) is not None:
            _remove(item)
        for number, word, tone in figures:
            if self._line.count():
                self._line.addWidget(hairline(upright=True))
            figure = label(number, "figure")
            if tone:
                figure.setStyleSheet(f"color: {self._look.tokens.colours[tone]};")
            words = label(word, "muted")
            box = column(figure, words, space=0)
            figure.setAccessibleName(f"{number} {word}")
            self._line.addLayout(box)
        self._line.addStretch(1)


def _remove(item: QLayoutItem) -> None:
    """A widget, or a layout with its widgets."""
    if (widget := item.widget()) is not None:
        widget.deleteLater()
    layout = item.layout()
    while layout is not None and (inner := layout.takeAt(0)) is not None:
        _remove(inner)
