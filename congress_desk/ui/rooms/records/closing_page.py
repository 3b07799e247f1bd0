"""What the secretariat writes for the closing papers: their parts on one side, words or table on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QStackedWidget, QWidget

from congress_desk.domain.closing_texts import ClosingTexts, Target, Task, TextPart
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.records.closing_words import PART_FORMS, PARTS, TARGET_COLUMNS, TASK_COLUMNS
from congress_desk.ui.rooms.records.row_table import RowColumn, RowTable
from congress_desk.ui.rooms.records.state import RecordsState
from congress_desk.ui.rooms.records.state_closing import ClosingPart, ClosingState, TablePart
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.records.presenter import RecordsPresenter

LIST_WIDTH = 300
PLACE = Qt.ItemDataRole.UserRole


class ClosingPage(QWidget):
    import_requested = Signal()
    paper_requested = Signal(object)  # Form

    def __init__(self, presenter: RecordsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._drawn = ClosingState()
        self._part: ClosingPart = TextPart.RESOLUTION
        self._shown_text = ""
        self._build()
        self._connect()

    def show_state(self, state: RecordsState) -> None:
        found, before = state.closing, self._drawn
        self._drawn, self._part = found, found.part
        if found.texts is not None and found.texts is not before.texts:
            self._draw_list(found.texts)
        self._mark_chosen()
        if (found.part, found.kept) != (before.part, before.kept):
            self._draw_part(found)
        if found.wrong_row != before.wrong_row:
            table = self._tables.get(found.part)
            if table is not None:
                table.mark_wrong(found.wrong_row)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self.list = QListWidget()
        self.list.setAccessibleName(say("Parts of the closing papers"))
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for place, (title, _told) in enumerate(PARTS.values()):
            QListWidgetItem(say(title), self.list).setData(PLACE, place)
        self._title, self._told = label("", "title"), label("", "muted", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.targets = self._table(TARGET_COLUMNS, say("Targets of the resolution"))
        self.tasks = self._table(TASK_COLUMNS, say("Tasks of the action programme"))
        self._tables: dict[ClosingPart, RowTable] = {TablePart.TARGETS: self.targets, TablePart.TASKS: self.tasks}
        self._stack = QStackedWidget()
        for part in (self.text, self.targets, self.tasks):
            self._stack.addWidget(part)
        self.import_table = button(say("Import a table"), look=look, icon="import")
        self.paper = button(say("Show the paper"), look=look, icon="records")
        self.keep = primary_button(say("Keep"), look=look, icon="tick", key="Ctrl+S")
        acts = row(self.import_table, 0, self.paper, self.keep, space=8)
        right = column(self._title, self._told, self._stack, acts, space=8)
        right.setStretch(2, 1)
        halves = row(self.list, right, space=14)
        halves.setStretch(1, 1)
        self.setLayout(halves)

    def _table(self, columns: tuple[tuple[str, int, bool], ...], name: str) -> RowTable:
        say = self._look.say
        made = [RowColumn(title=say(word), width=width, needed=needed) for word, width, needed in columns]
        return RowTable(self._look, made, name=name)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._on_chosen)
        on_click(self.keep, lambda: self._keep(None))
        on_click(self.import_table, self.import_requested.emit)
        on_click(self.paper, lambda: self.paper_requested.emit(PART_FORMS[self._part]))
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.keep.click)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        """Whoever goes on to another part has not lost what he typed."""
        if item is None:
            return
        chosen = list(PARTS)[item.data(PLACE)]
        if self._is_changed():
            self._keep(chosen)
            self._mark_chosen()
        else:
            self._presenter.closing.choose(chosen)

    def _is_changed(self) -> bool:
        table = self._tables.get(self._part)
        return table.is_changed() if table is not None else self.text.toPlainText() != self._shown_text

    def _keep(self, then: ClosingPart | None) -> None:
        acts = self._presenter.closing
        if isinstance(self._part, TextPart):
            acts.keep_text(self._part, self.text.toPlainText(), then)
        elif self._part is TablePart.TARGETS:
            rows = self.targets.rows()
            acts.keep_targets(
                [Target(group=g, name=n, unit=u, value=v, by=b, note=x) for g, n, u, v, b, x in rows], then
            )
        else:
            rows = self.tasks.rows()
            tasks = [Task(group=g, task=t, lead=w, issued=i, deadline=d, note=x) for g, t, w, i, d, x in rows]
            acts.keep_tasks(tasks, then)

    def _draw_list(self, texts: ClosingTexts) -> None:
        """A tick where something is written."""
        for place, part in enumerate(PARTS):
            written = texts.of(part) if isinstance(part, TextPart) else _rows_of(texts, part)
            if (item := self.list.item(place)) is not None:
                item.setIcon(self._look.icon("ok", "ok") if written else self._look.icon("edit", "line_strong"))

    def _mark_chosen(self) -> None:
        place = list(PARTS).index(self._drawn.part)
        if self.list.currentRow() != place:
            self.list.blockSignals(True)
            self.list.setCurrentRow(place)
            self.list.blockSignals(False)

    def _draw_part(self, found: ClosingState) -> None:
        say, texts = self._look.say, found.texts or ClosingTexts()
        title, told = PARTS[found.part]
        self._title.setText(say(title))
        self._told.setText(say(told))
        table = self._tables.get(found.part)
        self.import_table.setVisible(table is not None)
        self._stack.setCurrentWidget(table or self.text)
        if isinstance(found.part, TextPart):
            self._shown_text = texts.of(found.part)
            self.text.setPlainText(self._shown_text)
            self.text.setAccessibleName(say(title))
        elif table is not None:
            table.show_rows(_rows_of(texts, found.part))


def _rows_of(texts: ClosingTexts, part: ClosingPart) -> list[tuple[str, ...]]:
    if part is TablePart.TARGETS:
        return [(t.group, t.name, t.unit, t.value, t.by, t.note) for t in texts.targets]
    return [(t.group, t.task, t.lead, t.issued, t.deadline, t.note) for t in texts.tasks]
