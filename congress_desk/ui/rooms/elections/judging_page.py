"""Step 5: the sheet and the mark in question, large; the regulation's reasons, none chosen beforehand; two names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.judging_panel import JudgingPanel
from congress_desk.ui.rooms.elections.names_list import NamesList
from congress_desk.ui.rooms.elections.sheet_view import DetailView, SheetView
from congress_desk.ui.rooms.elections.state import Among, ElectionsState, Judging
from congress_desk.ui.rooms.elections.words import doubts_words, sheet_words
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import button, column, icon_button, label, on_click, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

ID = Qt.ItemDataRole.UserRole
QUEUE_WIDTH = 244
PANEL_WIDTH = 430


class JudgingPage(QWidget):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._listed: tuple[tuple[str, str], ...] = ()
        self._build()
        self._connect()

    def show_state(self, state: ElectionsState) -> None:
        say, judging = self._look.say, state.judging
        self.among.show_value(state.among)
        self.among.button(Among.SAMPLE).setEnabled(state.audit is not None)
        self._left.setText(self._left_words(state))
        self._list(state)
        self.names.setVisible(judging is not None)
        self._stack.setCurrentWidget(self._sheets if judging is not None else self.empty)
        self._show_sheet(state, judging)
        self.names.show_state(state)
        self.panel.show_state(state)
        self.reading.setChecked(state.with_reading)
        self._nothing.setText(
            say("Nothing waits for people.") if state.among is Among.WAITING else say("There is no sheet to show.")
        )

    def _build(self) -> None:
        look, say, presenter = self._look, self._look.say, self._presenter
        options = [(say("To conclude"), Among.WAITING), (say("All"), Among.ALL), (say("Sample"), Among.SAMPLE)]
        self.among = Segments(options, say("Sheets shown"))
        self.queue = QListWidget()
        self.queue.setAccessibleName(say("Sheets"))
        self.queue.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.queue.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._left = label("", "strong", wrap=True)
        side = QWidget()
        side.setFixedWidth(QUEUE_WIDTH)
        self.names = NamesList(presenter, look)
        lines = column(self.among, self._left, self.queue, self.names, space=8)
        lines.setStretch(2, 2)
        lines.setStretch(3, 3)
        side.setLayout(lines)
        self.sheet, self.detail = SheetView(look), DetailView(look)
        self._doubts = label("", "strong", wrap=True)
        self.before = icon_button(look, "back", say("The sheet before (Page Up)"))
        self.after = icon_button(look, "forward", say("The next sheet (Page Down)"))
        self.reading = button(say("Reading"), look=look, icon="search", kind="quiet")
        self.reading.setToolTip(say("What the machine read, drawn beside the sheet (F4)"))
        self.reading.setCheckable(True)
        self.turn = button(say("Next page"), kind="quiet", key="F3")
        bar = row(self.before, self.after, self.reading, self.turn, 0, space=4)
        middle = column(self.sheet, bar, space=8)
        middle.setStretch(0, 1)
        self.panel = JudgingPanel(presenter, look)
        right = QWidget()
        right.setFixedWidth(PANEL_WIDTH)
        asked = column(self._doubts, self.detail, self.panel, space=8)
        asked.setStretch(2, 1)
        right.setLayout(asked)
        self._sheets = QWidget()
        parts = row(middle, right, space=12)
        parts.setStretch(0, 1)
        self._sheets.setLayout(parts)
        self.empty = EmptyState(look, icon="tick", sentence="", width=320)
        self._nothing = label("", "muted")
        self.empty.add(self._nothing)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._sheets)
        self._stack.addWidget(self.empty)
        halves = row(side, self._stack, space=12)
        halves.setStretch(1, 1)
        self.setLayout(halves)

    def _connect(self) -> None:
        judging = self._presenter.judging
        self.among.picked.connect(judging.look_among)
        self.queue.currentItemChanged.connect(self._on_chosen)
        on_click(self.before, lambda: judging.step(-1))
        on_click(self.after, lambda: judging.step(1))
        on_click(self.turn, judging.turn_page)
        self.reading.clicked.connect(judging.show_reading)

    def keyed(self) -> dict[str, QAbstractButton]:
        """Buttons by their keys, which work wherever the focus is in the room."""
        return {"PgUp": self.before, "PgDown": self.after, "F4": self.reading, "F3": self.turn, **self.panel.keyed()}

    def _left_words(self, state: ElectionsState) -> str:
        say = self._look.say
        if state.among is Among.WAITING:
            return say("{count} left to conclude", count=len(state.waiting))
        if state.among is Among.SAMPLE:
            return say("{done} of {count} compared", done=len(state.checked), count=len(state.sheets))
        return say("{count} sheets", count=len(state.sheets))

    def _list(self, state: ElectionsState) -> None:
        say = self._look.say
        listed = tuple(
            (sheet.id, f"{sheet_words(sheet, say)}{state.checked.get(sheet.id)}") for sheet, _ in state.sheets
        )
        self.queue.blockSignals(True)
        if listed != self._listed:
            self._listed = listed
            self.queue.clear()
            for number, (sheet, batch) in enumerate(state.sheets, 1):
                tone, word = sheet_words(sheet, say)
                checked = state.checked.get(sheet.id)
                icon = tone.icon if checked is None else ("ok" if checked else "no")
                colour = tone.value if checked is None else ("ok" if checked else "no")
                item = QListWidgetItem(
                    self._look.icon(icon, colour if colour != "calm" else "muted"), word, self.queue
                )
                item.setToolTip(
                    say("Sheet {number} of bundle {batch}: {word}", number=number, batch=batch, word=word)
                )
                item.setData(ID, sheet.id)
        chosen = state.judging.sheet.id if state.judging else ""
        place = next((n for n, (i, _) in enumerate(self._listed) if i == chosen), -1)
        self.queue.setCurrentRow(place)
        self.queue.blockSignals(False)

    def _show_sheet(self, state: ElectionsState, judging: Judging | None) -> None:
        if judging is None:
            return
        say = self._look.say
        self._doubts.setText(doubts_words(judging.sheet, say) or sheet_words(judging.sheet, say)[1])
        pictured = bool(judging.sheet.pages)
        self.sheet.show_picture(judging.whole, pictured=pictured, paper=judging.sheet.id)
        name = next((c.name for c in state.round.candidates if c.id == judging.row), "") if state.round else ""
        self.detail.show_detail(judging.detail, name)
        self.turn.setVisible(len(judging.sheet.pages) > 1)
        self.reading.setVisible(pictured)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._presenter.judging.open(item.data(ID))
