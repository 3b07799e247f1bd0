"""Parts that several steps of this room share: forms at the side, and the two people at the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabWidget, QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.state import ElectionsState
from congress_desk.ui.rooms.elections.words import wrong_words
from congress_desk.ui.widgets.forms import Choice, Field, line_edit, scrolled
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter


class SideForm(QFrame):
    """A title, fields from top to bottom, Cancel and one act. `fields`: by the name that a refusal gives."""

    def __init__(self, presenter: ElectionsPresenter, look: Look, title: str, save: str) -> None:
        super().__init__()
        self.look = look
        self.fields: dict[str, Field] = {}
        self.setProperty("look", "card")
        self.title = label(title, "title", wrap=True)
        self.cancel = button(look.say("Cancel"), key="Escape")
        self.save = primary_button(save, look=look, icon="tick", key="Ctrl+S")
        on_click(self.cancel, presenter.close_form)
        on_key(self, "Ctrl+S", self.save.click)
        on_key(self, "Escape", self.cancel.click)

    def lay_out(self, *parts: QWidget) -> None:
        content = QWidget()
        inner = column(*parts, 0, space=10)
        inner.setContentsMargins(2, 4, 10, 8)
        content.setLayout(inner)
        layout = column(self.title, scrolled(content), row(0, self.cancel, self.save), space=12, margin=14)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_wrong(self, state: ElectionsState) -> None:
        """The field that was refused says why."""
        for name, field in self.fields.items():
            field.show_wrong(wrong_words(state.wrong, name, self.look.say))
        self.save.setEnabled(not state.busy)


class TwoPeople(QFrame):
    """Who is at this screen: two of the committee, or two names. said(place, name)."""

    said = Signal(int, str)

    def __init__(self, look: Look, *, upright: bool = False) -> None:
        super().__init__()
        say = look.say
        self._choose = say("Choose")
        self._names: tuple[str, ...] = ()
        self.choices = (Choice(), Choice())
        self.edits = (line_edit(placeholder=say("Full name")), line_edit(placeholder=say("Full name")))
        boxes = []
        names = (say("First person"), say("Second person"))
        for place, (choice, edit, name) in enumerate(zip(self.choices, self.edits, names, strict=True)):
            for one in (choice, edit):
                one.setAccessibleName(name)
            box = QStackedWidget()
            box.addWidget(choice)
            box.addWidget(edit)
            box.setFixedHeight(40)
            boxes.append(box)
            choice.picked.connect(lambda value, p=place: self.said.emit(p, value))
            edit.textEdited.connect(lambda text, p=place: self.said.emit(p, text))
        self._boxes = tuple(boxes)
        if upright:
            self.setLayout(column(*boxes, space=6))
        else:
            layout = row(*boxes, space=6)
            for place in range(2):
                layout.setStretch(place, 1)
            self.setLayout(layout)

    def show_people(self, state: ElectionsState) -> None:
        names = tuple(m.name for m in state.election.committee) if state.election else ()
        if names != self._names or not self.choices[0].count():
            self._names = names
            for choice in self.choices:
                choice.offer([(self._choose, ""), *((name, name) for name in names)])
        for box, choice, edit, name in zip(self._boxes, self.choices, self.edits, state.by, strict=True):
            box.setCurrentIndex(0 if names else 1)
            choice.show_value(name)
            if edit.text() != name:
                edit.setText(name)


def show_tab(tabs: QTabWidget, tab: int) -> None:
    """As the state has it; nobody has pressed."""
    tabs.blockSignals(True)
    tabs.setCurrentIndex(tab)
    tabs.blockSignals(False)


def on_key(widget: QWidget, keys: str, act: object) -> QShortcut:
    """The key works while the focus is in this widget."""
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
    return shortcut


def evenly(parts: Sequence[QWidget], space: int = 8) -> QWidget:
    """Parts side by side, each as wide as the others; fields begin at one height, whatever is written below them."""
    made = QWidget()
    layout = row(*parts, space=space)
    for place, part in enumerate(parts):
        layout.setStretch(place, 1)
        if isinstance(part, Field):
            layout.setAlignment(part, Qt.AlignmentFlag.AlignTop)
    made.setLayout(layout)
    return made
