"""A new congress: what stands at the head of every paper, and where the file is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QDialog, QFileDialog, QLineEdit, QWidget

from congress_desk.ui.doors import NewCongress
from congress_desk.ui.look import Look
from congress_desk.ui.widgets.parts import button, column, label, primary_button, restyle, row


class CreateDialog(QDialog):
    """created(path, NewCongress)."""

    created = Signal(object, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = look.say
        self._say = say
        self.setWindowTitle(say("Create a congress"))
        self.setMinimumWidth(620)
        self.title = self._field(say("Title"), say("Congress of delegates of …, first term 2025 - 2030"))
        self.convening_body = self._field(say("Convening committee"), say("For example: the Party committee of …"))
        self.place = self._field(say("Place"), say("For example: the province's hall"))
        self.opens = QDateEdit(QDate.currentDate())
        self.opens.setDisplayFormat("dd/MM/yyyy")
        self.opens.setCalendarPopup(True)
        self.opens.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a date reads day first in Arabic too
        self.opens.setAccessibleName(say("Opening day"))
        self._missing = label(say("Please fill in the title and the convening committee."), "muted")
        self._missing.hide()
        cancel = button(say("Cancel"))
        cancel.clicked.connect(self.reject)
        self.create_button = primary_button(say("Choose the place of the file and create"))
        self.create_button.setDefault(True)
        self.create_button.clicked.connect(self._on_create)
        self.setLayout(
            column(
                *(
                    column(label(word), field, space=4)
                    for word, field in (
                        (say("Title"), self.title),
                        (say("Convening committee"), self.convening_body),
                        (say("Opening day"), self.opens),
                        (say("Place"), self.place),
                    )
                ),
                self._missing,
                row(0, cancel, self.create_button),
                space=14,
                margin=20,
            )
        )

    def create_at(self, path: Path) -> None:
        """With the file's place chosen."""
        new = NewCongress(
            title=self.title.text().strip(),
            convening_body=self.convening_body.text().strip(),
            opens=self.opens.date().toPython(),  # type: ignore[arg-type]
            place=self.place.text().strip(),
        )
        self.created.emit(path, new)
        self.accept()

    def is_complete(self) -> bool:
        """Marks the fields that are missing."""
        needed = (self.title, self.convening_body)
        for one in needed:
            restyle(one, tone="" if one.text().strip() else "no")
        missing = [one for one in needed if not one.text().strip()]
        self._missing.setVisible(bool(missing))
        if missing:
            missing[0].setFocus()
        return not missing

    def _field(self, name: str, example: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(example)
        return made

    def _on_create(self) -> None:
        if not self.is_complete():
            return
        say = self._say
        name = "".join(c for c in self.title.text() if c not in '\\/:*?"<>|')[:60].strip()
        kinds = f"{say('Congress files')} (*.congress)"
        proposed = str(Path.home() / f"{name}.congress")
        chosen, _ = QFileDialog.getSaveFileName(self, say("Where the congress is kept"), proposed, kinds)
        if chosen:
            self.create_at(Path(chosen))
