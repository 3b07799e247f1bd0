"""The room's two dialogs: an absence to be recorded, and the figures by delegation."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QDialog, QLineEdit, QRadioButton, QWidget

from congress_desk.domain.attendance import Excuse, ExcuseScope
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.quorum import DelegationFigures
from congress_desk.ui.look import Look
from congress_desk.ui.widgets.fit_label import FitLabel
from congress_desk.ui.widgets.parts import button, column, label, primary_button, restyle, row
from congress_desk.ui.widgets.table import Column, Table


class ExcuseDialog(QDialog):
    """excused(Excuse): the chain is written request, head of delegation, presidium (domain.md 2.3)."""

    excused = Signal(object)

    def __init__(self, look: Look, delegate: Delegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        say = look.say
        self.setWindowTitle(say("Record an absence"))
        self.setMinimumWidth(460)
        name = FitLabel(largest=22, smallest=16, weight=QFont.Weight.Bold)
        name.setText(delegate.sheet.full_name)
        self._build_fields()
        cancel = button(say("Cancel"))
        cancel.clicked.connect(self.reject)
        self.record = primary_button(say("Record the absence"))
        self.record.setDefault(True)
        self.record.clicked.connect(self._on_record)
        self.setLayout(
            column(
                column(name, label(delegate.sheet.delegation, "muted"), space=0),
                column(self._session, self._congress, space=0),
                self._leave,
                column(label(say("Reason for the absence")), self.reason, space=4),
                column(label(say("Permission given by")), self.allowed_by, space=4),
                self._missing,
                row(0, cancel, self.record),
                space=14,
                margin=20,
            )
        )
        self.reason.setFocus()

    def _build_fields(self) -> None:
        say = self._look.say
        self._session = QRadioButton(say("Absent from this session"))
        self._congress = QRadioButton(say("Absent from the whole congress"))
        self._session.setChecked(True)
        scopes = QButtonGroup(self)
        scopes.addButton(self._session)
        scopes.addButton(self._congress)
        self._leave = QCheckBox(say("Absent, with leave"))
        self._leave.setChecked(True)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(say("Reason for the absence"))
        self.reason.setPlaceholderText(say("For example: illness, letter of 20 September"))
        self.allowed_by = QLineEdit()
        self.allowed_by.setAccessibleName(say("Permission given by"))
        self.allowed_by.setPlaceholderText(say("Head of delegation, or presidium"))
        self._missing = label(say("A reason is needed for an absence with leave."), "muted")
        self._missing.hide()

    def _on_record(self) -> None:
        excuse = Excuse(
            reason=self.reason.text().strip(),
            scope=ExcuseScope.CONGRESS if self._congress.isChecked() else ExcuseScope.SESSION,
            allowed_by=self.allowed_by.text().strip(),
            with_leave=self._leave.isChecked(),
        )
        if excuse.with_leave and not excuse.reason:
            restyle(self.reason, tone="no")
            self._missing.show()
            self.reason.setFocus()
            return
        self.excused.emit(excuse)
        self.accept()


class DelegationsDialog(QDialog):
    """The figures of every delegation; stays open beside the work and follows it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = look.say
        self.setWindowTitle(say("Attendance by delegation"))
        self.resize(820, 600)
        columns: list[Column[DelegationFigures]] = [
            Column(title=say("Delegation"), text=lambda d: d.name, stretches=True),
            *(
                Column(
                    title=title,
                    text=lambda d, name=name: str(getattr(d.figures, name)),  # type: ignore[misc]
                    key=lambda d, name=name: getattr(d.figures, name),  # type: ignore[misc]
                    number=True,
                    width=124,
                )
                for name, title in (
                    ("convened", say("Convened")),
                    ("present", say("Present")),
                    ("excused", say("Excused")),
                    ("absent", say("Not here")),
                )
            ),
        ]
        self.table: Table[DelegationFigures] = Table(
            look, columns, name=say("Attendance by delegation"), identify=lambda d: d.name
        )
        close = button(say("Close"))
        close.clicked.connect(self.close)
        self.setLayout(column(self.table, row(0, close), space=12, margin=16))

    def show_figures(self, figures: tuple[DelegationFigures, ...]) -> None:
        self.table.show_rows(figures)
