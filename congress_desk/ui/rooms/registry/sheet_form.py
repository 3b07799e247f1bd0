"""The delegate's sheet as a form, in the panel: all fields by groups; Save writes one event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QLayout, QLineEdit, QWidget

from congress_desk.domain.delegates import Gender, Sheet
from congress_desk.plumbing.list_words import field_name, gender_name
from congress_desk.plumbing.texts import marked
from congress_desk.ui.look import Look
from congress_desk.ui.widgets.forms import Choice, Field, line_edit, scrolled
from congress_desk.ui.widgets.parts import button, column, hairline, label, on_click, primary_button, row
from congress_desk.ui.widgets.people_words import (
    CATEGORIES,
    DATE_FIELDS,
    FIELD_GROUPS,
    value_word,
)

WRONG = {
    "missing": marked("Please fill this in."),
    "date": marked("Write a day as 05/09/1975, or only the year."),
}


class SheetForm(QWidget):
    """saved(dict): every field as typed, choices as their codes."""

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._fields = {name: self._field(name) for group in FIELD_GROUPS for name in group.fields}
        self._build()
        self._connect()

    def show_sheet(self, sheet: Sheet, *, new: bool, delegations: Sequence[str]) -> None:
        say = self._look.say
        self._title.setText(say("Add a delegate") if new else say("Edit the sheet"))
        for name, field in self._fields.items():
            value = getattr(sheet, name)
            if isinstance(field.control, Choice):
                field.control.show_value(value)
            elif isinstance(field.control, QLineEdit):
                field.control.setText(value_word(name, value, say))
                field.control.setCursorPosition(0)
        self._suggest("delegation", delegations)
        self._fields["full_name"].control.setFocus()

    def show_wrong(self, wrong: Mapping[str, str]) -> None:
        """The first wrong field gets the focus."""
        for name, field in self._fields.items():
            field.show_wrong(self._look.say(WRONG[wrong[name]]) if name in wrong else "")
        first = next((name for name in self._fields if name in wrong), None)
        if first is not None:
            self._fields[first].control.setFocus()

    def set_saving(self, saving: bool) -> None:
        self._save.setEnabled(not saving)

    def written(self) -> dict[str, str]:
        return {name: _written(field.control) for name, field in self._fields.items()}

    def _field(self, name: str) -> Field:
        say = self._look.say
        control: QWidget
        if name == "gender":
            control = Choice((gender_name(say, gender), gender) for gender in Gender)
        elif name == "category":
            control = Choice((say(word), category) for category, word in CATEGORIES.items())
        else:
            control = line_edit(placeholder=say("05/09/1975 or 1975") if name in DATE_FIELDS else "")
        return Field(field_name(say, name), control)

    def _build(self) -> None:
        say = self._look.say
        self._title = label("", "title")
        parts: list[QWidget | QLayout | int] = [label(say("Person"), "strong")]
        ordered = sorted(FIELD_GROUPS, key=lambda group: "full_name" not in group.fields)
        for group in ordered:
            if group is not ordered[0]:
                parts += [8, hairline(), 4, label(say(group.title), "strong")]
            parts += [self._fields[name] for name in group.fields]
        content = QWidget()
        inner = column(*parts, space=10)
        inner.setContentsMargins(2, 4, 10, 8)
        content.setLayout(inner)
        self._cancel = button(say("Cancel"))
        self._save = primary_button(say("Save"), look=self._look, icon="tick", key="Ctrl+S")
        area = scrolled(content)
        layout = column(self._title, area, row(0, self._cancel, self._save), space=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        on_click(self._cancel, self.cancelled.emit)
        on_click(self._save, lambda: self.saved.emit(self.written()))
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self._save.click)

    def _suggest(self, name: str, known: Sequence[str]) -> None:
        control = self._fields[name].control
        if isinstance(control, QLineEdit):
            control.setCompleter(QCompleter([one for one in known if one], control))


def _written(control: QWidget) -> str:
    if isinstance(control, Choice):
        return str(control.value().value)
    return control.text() if isinstance(control, QLineEdit) else ""
