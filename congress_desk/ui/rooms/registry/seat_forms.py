"""The forms beside the map: make the hall, arrange, take in a table, take back. The map shows what each would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QSpinBox, QStackedWidget, QWidget

from congress_desk.domain.seat_lists import SeatError
from congress_desk.domain.seating import HallShape
from congress_desk.plumbing.seat_words import DOUBTS
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.seat_state import SeatForm, Seats
from congress_desk.ui.rooms.registry.seat_words import EXPLAINED, TITLES, change_lines, last_words
from congress_desk.ui.rooms.registry.state import UTC
from congress_desk.ui.widgets.dropping import FileDrop, is_list
from congress_desk.ui.widgets.forms import Field, figure_edit, line_edit
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.people_words import isolated
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from congress_desk.ui.rooms.registry.presenter import RegistryPresenter

TWO_LINES, TWO_LINES_ARABIC = 52, 66  # px
TRAILING_SPACE = 8  # px
MOST_IN_A_ROW, MOST_ROWS, MOST_ON_STAGE = 60, 80, 60


class SeatForms(QStackedWidget):
    """show_seats(seats, zone): the open one. file_requested: a table is to be chosen."""

    file_requested = Signal()

    def __init__(self, presenter: RegistryPresenter, look: Look) -> None:
        super().__init__()
        self._look = look
        changes, acts = presenter.seat_changes, presenter.seats
        self.hall = HallForm(look)
        self.arrange = SmallForm(look, SeatForm.ARRANGE, look.say("Arrange everybody so"))
        self.table = TableForm(look)
        self.undo = UndoForm(look)
        self._forms: dict[SeatForm, SmallForm] = {
            SeatForm.HALL: self.hall,
            SeatForm.ARRANGE: self.arrange,
            SeatForm.IMPORT: self.table,
            SeatForm.UNDO: self.undo,
        }
        for form in self._forms.values():
            self.addWidget(form)
            form.cancelled.connect(acts.close_form)
        self.hall.shaped.connect(changes.shape)
        self.hall.agreed.connect(changes.draw)
        self.arrange.agreed.connect(changes.arrange)
        self.table.agreed.connect(changes.take_in)
        self.table.again_requested.connect(changes.look_again)
        self.table.file_requested.connect(self.file_requested)
        self.undo.agreed.connect(lambda: acts.undo(self.undo.reason.text()))

    def show_seats(self, seats: Seats, zone: ZoneInfo, *, fresh: bool) -> None:
        """fresh: it was just opened."""
        form = self._forms.get(seats.form)
        if form is None:
            return
        self.setCurrentWidget(form)
        form.show_seats(seats, zone)
        if fresh:
            form.begin(seats)

    def agree(self) -> None:
        """The key of the main act."""
        form = self.currentWidget()
        if isinstance(form, SmallForm) and self.isVisible():
            form.main.click()


class SmallForm(QWidget):
    """Title, explanation, the form's own parts, what would change, and its two buttons."""

    agreed = Signal()
    cancelled = Signal()

    def __init__(self, look: Look, form: SeatForm, main: str, *parts: QWidget, grows: bool = False) -> None:
        super().__init__()
        say = look.say
        self._look = look
        self.main = primary_button(main, key="Ctrl+Enter")
        cancel = button(say("Cancel"), key="Esc")
        on_click(self.main, self.agreed.emit)
        on_click(cancel, self.cancelled.emit)
        self._changes = label("", wrap=True)
        self.explained = label(say(EXPLAINED[form]), "muted", wrap=True)
        if look.right_to_left:  # Qt lets the space at a wrapped line's end push it over the edge
            self.explained.setContentsMargins(TRAILING_SPACE, 0, 0, 0)
        head = column(label(say(TITLES[form]), "title"), self.explained, space=6)
        layout = column(head, *parts, self._changes, row(0, cancel, self.main), space=12)
        if not grows:
            layout.addStretch(1)
        self.setLayout(layout)

    def show_seats(self, seats: Seats, zone: ZoneInfo) -> None:
        self._changes.setText("\n".join(change_lines(seats, self._look.say)))
        self._changes.setVisible(seats.proposal is not None)
        self.main.setEnabled(seats.proposal is not None and not seats.busy)

    def begin(self, seats: Seats) -> None:
        self.main.setFocus()


class HallForm(SmallForm):
    """shaped(HallShape): as typed."""

    shaped = Signal(object)

    def __init__(self, look: Look) -> None:
        say = look.say
        names = (
            say("Left side"),
            say("Middle"),
            say("Right side"),
            *(say("Floor {floor}", floor=floor) for floor in (1, 2, 3)),
        )
        most = (MOST_IN_A_ROW,) * 3 + (MOST_ROWS,) * 3
        self._figures = [figure_edit(0, limit) for limit in most]
        self._stage = figure_edit(0, MOST_ON_STAGE)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, heading in enumerate((say("Seats in a row"), say("Rows of seats"))):
            grid.addWidget(label(heading, "strong"), place * 2, 0, 1, 3)
            for column_, figure in enumerate(self._figures[place * 3 : place * 3 + 3]):
                field = Field(names[place * 3 + column_], figure)
                figure.setAccessibleName(f"{heading}: {names[place * 3 + column_]}")
                mirrored = look.right_to_left and place == 0  # the hall's left is left in every language
                grid.addWidget(field, place * 2 + 1, 2 - column_ if mirrored else column_)
        parts = QWidget()
        parts.setLayout(grid)
        stage = Field(say("Seats on the stage"), self._stage)
        super().__init__(look, SeatForm.HALL, say("Draw this hall"), parts, stage)
        for figure in (*self._figures, self._stage):
            figure.valueChanged.connect(self._on_typed)

    def begin(self, seats: Seats) -> None:
        """The figures of the hall that is there."""
        shape = seats.shape
        rows = (*shape.rows, 0, 0, 0)[:3]
        figures = (shape.left, shape.middle, shape.right, *rows, shape.stage)
        for figure, value in zip((*self._figures, self._stage), figures, strict=True):
            _set_quietly(figure, value)
        self._figures[0].setFocus()
        self._figures[0].selectAll()

    def _on_typed(self) -> None:
        left, middle, right, *rows = (figure.value() for figure in self._figures)
        floors = tuple(rows)
        while len(floors) > 1 and not floors[-1]:
            floors = floors[:-1]
        self.shaped.emit(HallShape(left=left, middle=middle, right=right, rows=floors, stage=self._stage.value()))


class TableForm(SmallForm):
    file_requested = Signal()
    again_requested = Signal()

    def __init__(self, look: Look) -> None:
        say = look.say
        self._file = label("", "strong", wrap=True)
        self._choose = button(say("Choose a file"), look=look, icon="open")
        self._again = button(say("Read again"), look=look, icon="retry", key="F5")
        self._verdict = label("", wrap=True)
        self.errors: Table[SeatError] = Table(
            look,
            [
                Column(title=say("Row"), text=lambda e: str(e.row), key=lambda e: e.row, number=True, width=56),
                Column(title=say("What is doubtful"), text=lambda e: _doubt(e, look), stretches=True),
            ],
            name=say("What is doubtful"),
            identify=lambda e: (e.sheet, e.row, e.doubt, e.text),
        )
        self.errors.grid.setMinimumHeight(2 * TWO_LINES)
        self.errors.grid.setWordWrap(True)
        self.errors.grid.verticalHeader().setDefaultSectionSize(TWO_LINES_ARABIC if look.right_to_left else TWO_LINES)
        files = QWidget()
        files.setLayout(column(self._file, row(self._choose, self._again, 0), space=8))
        rows = QWidget()
        rows.setLayout(column(self.errors, space=0))
        rows.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        parts = (files, self._verdict, rows)
        super().__init__(look, SeatForm.IMPORT, say("Take in the table"), *parts, grows=True)
        on_click(self._choose, self.file_requested.emit)
        on_click(self._again, self.again_requested.emit)

    def show_seats(self, seats: Seats, zone: ZoneInfo) -> None:
        super().show_seats(seats, zone)
        say, table = self._look.say, seats.table
        errors = table.planned.errors if table.planned is not None else ()
        self._file.setText(table.path.name if table.path else "")
        self._file.setVisible(table.path is not None)
        self._again.setVisible(table.planned is not None)
        self.errors.show_rows(errors)
        self.errors.setVisible(bool(errors))
        self.explained.setVisible(not errors)  # room for what is to be corrected
        self._verdict.setText(_verdict(seats, self._look))
        self._verdict.setVisible(bool(self._verdict.text()))
        self.main.setEnabled(table.planned is not None and not errors and not seats.busy)
        self.main.setToolTip(say("Take in the table") + " (Ctrl+Enter)")

    def begin(self, seats: Seats) -> None:
        self._choose.setFocus()


class UndoForm(SmallForm):
    def __init__(self, look: Look) -> None:
        say = look.say
        self._last = label("", wrap=True)
        self.reason = line_edit(placeholder=say("For example: wrong seat"))
        self._field = Field(say("Reason"), self.reason)
        super().__init__(look, SeatForm.UNDO, say("Take the act back"), self._last, self._field)
        self.reason.returnPressed.connect(self.main.click)

    def show_seats(self, seats: Seats, zone: ZoneInfo) -> None:
        super().show_seats(seats, zone or UTC)
        say = self._look.say
        self._last.setText(last_words(seats.last, zone, say) if seats.last is not None else "")
        self._field.show_wrong(say("Please fill this in.") if seats.reason_missing else "")
        self.main.setEnabled(seats.last is not None and not seats.busy)

    def begin(self, seats: Seats) -> None:
        self.reason.clear()
        self.reason.setFocus()


def takes_tables(widget: QWidget) -> FileDrop:
    return FileDrop(widget, is_list)


def _doubt(error: SeatError, look: Look) -> str:
    return f"{isolated(error.text, look.say)}: {look.say(DOUBTS[error.doubt])}"


def _verdict(seats: Seats, look: Look) -> str:
    say, planned = look.say, seats.table.planned
    if seats.table.reading:
        return say("Reading the table …")
    if planned is None:
        return ""
    if planned.errors:
        return say("Nothing can be taken in yet. Correct these rows in the table, save it, then press Read again.")
    return say("The table is in order.")


def _set_quietly(figure: QSpinBox, value: int) -> None:
    figure.blockSignals(True)
    figure.setValue(value)
    figure.blockSignals(False)
