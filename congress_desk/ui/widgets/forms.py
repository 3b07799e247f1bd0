"""Parts of forms: a field under its name with room for what is wrong, and a fact beside its name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDateEdit,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QTimeEdit,
    QWidget,
)

from congress_desk.ui.widgets.parts import column, label, restyle

FIGURE_MARGIN = 10  # the stylesheet's own padding does not reach into these fields


class Field(QWidget):
    """A control under its name. `explain` is a quiet line below; `show_wrong` turns it into what is wrong."""

    def __init__(self, name: str, control: QWidget, explain: str = "") -> None:
        super().__init__()
        self.control = control
        self._explain = explain
        control.setAccessibleName(name)
        if explain:
            control.setAccessibleDescription(explain)
        title = label(name, "caption")
        title.setBuddy(control)
        self._below = label(explain, "caption", wrap=True)
        self._below.setVisible(bool(explain))
        self.setLayout(column(title, control, self._below, space=4))

    def show_wrong(self, sentence: str) -> None:
        """ "" when nothing is wrong any more."""
        restyle(self.control, tone="no" if sentence else "")
        self._below.setText(sentence or self._explain)
        self._below.setVisible(bool(sentence or self._explain))
        restyle(self._below, look="wrong" if sentence else "caption")


def line_edit(text: str = "", *, placeholder: str = "") -> QLineEdit:
    made = QLineEdit(text)
    made.setPlaceholderText(placeholder)
    made.setCursorPosition(0)
    return made


def day_edit() -> QDateEdit:
    """A day as 22/09/2025 with a calendar; its digits run from left to right in every language."""
    made = QDateEdit()
    made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # before the format, which Qt reverses otherwise
    made.setDisplayFormat("dd/MM/yyyy")
    made.setCalendarPopup(True)
    return made


def millimetres(farthest: float) -> QDoubleSpinBox:
    """From -farthest to farthest in halves, its digits from left to right in every language."""
    made = QDoubleSpinBox()
    made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    made.setRange(-farthest, farthest)
    made.setDecimals(1)
    made.setSingleStep(0.5)
    made.setSuffix(" mm")
    made.lineEdit().setTextMargins(FIGURE_MARGIN, 0, FIGURE_MARGIN, 0)
    return made


class Choice(QComboBox):
    """One of several words, each with its value. picked(value): a person (not the program) has chosen.

    Values are kept here: given to Qt, an enum's member would come back as a plain text.
    """

    picked = Signal(object)

    def __init__(self, options: Iterable[tuple[str, Any]] = ()) -> None:
        super().__init__()
        self._values: list[Any] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.offer(options)
        self.activated.connect(lambda _place: self.picked.emit(self.value()))

    def offer(self, options: Iterable[tuple[str, Any]], chosen: object = None) -> None:
        """Other words; `chosen` is selected, the first one where it is not there."""
        offered = list(options)
        self._values = [value for _word, value in offered]
        self.clear()
        self.addItems([word for word, _value in offered])
        self.show_value(chosen)

    def show_value(self, value: object) -> None:
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A word that has no room ends in an ellipsis, not in the middle of a letter."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width() - 2
        if self.isEditable() or self.fontMetrics().horizontalAdvance(option.currentText) <= room:
            super().paintEvent(event)
            return
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def value(self) -> Any:
        """The chosen value; None where nothing is chosen."""
        place = self.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None


def searchable(box: Choice) -> Choice:
    """Type any part of a name to find it."""
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = QCompleter(box.model(), box)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    box.setCompleter(completer)
    return box


def figure_edit(least: int, most: int, suffix: str = "") -> QSpinBox:
    """A whole number, typed; up and down count."""
    made = QSpinBox()
    made.setRange(least, most)
    made.setSuffix(f" {suffix}" if suffix else "")
    made.lineEdit().setTextMargins(FIGURE_MARGIN, 0, FIGURE_MARGIN, 0)
    return made


def hour_edit() -> QTimeEdit:
    """24 hours, left to right in every language."""
    made = QTimeEdit()
    made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    made.setDisplayFormat("HH:mm")
    made.lineEdit().setTextMargins(FIGURE_MARGIN, 0, FIGURE_MARGIN, 0)
    return made


def selectable(text: str, look: str = "") -> QLabel:
    made = label(text, look, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def scrolled(content: QWidget) -> QScrollArea:
    """The content in a quiet scroll area that is as wide as its room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
