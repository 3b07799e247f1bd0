"""The programme as a list that is put in order by hand: half-days, and their items with the times expected now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from congress_desk.domain.agenda import ItemId, ItemState
from congress_desk.domain.agenda_times import Timed
from congress_desk.plumbing.programme_templates import TEMPLATE_NAMES
from congress_desk.plumbing.programme_words import ITEM_STATES
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.agenda.state import AgendaState
from congress_desk.ui.rooms.agenda.words import band, clock, span
from congress_desk.ui.widgets.dropping import DropPlace, FileDrop
from congress_desk.ui.widgets.forms import scrolled
from congress_desk.ui.widgets.ordered_tree import OrderColumn, OrderedTree, OrderGroup, OrderRow
from congress_desk.ui.widgets.parts import button, column, icon_button, on_click, row
from congress_desk.ui.widgets.people_words import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from congress_desk.ui.rooms.agenda.presenter import AgendaPresenter

TABLES = (".xlsx", ".xls", ".ods", ".csv", ".docx")
TIME, LATE = 1, 5
ICONS = {
    ItemState.RUNNING: ("forward", "ok"),
    ItemState.DONE: ("tick", "muted"),
    ItemState.PASSED_OVER: ("cross", "ask"),
}


class ProgrammePage(QWidget):
    table_requested = Signal()
    print_requested = Signal()

    def __init__(self, presenter: AgendaPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._build()
        self._connect()

    def show_state(self, state: AgendaState) -> None:
        agenda = state.agenda
        written = agenda is not None and bool(agenda.sittings)
        self._stack.setCurrentWidget(self._list if written or agenda is None else self._empty)
        chosen = state.item or state.sitting
        self.tree.show_groups(self._groups(state), (chosen,) if chosen else ())
        item = state.chosen_item
        self.start.setEnabled(item is not None and item.state is not ItemState.RUNNING)
        for one in (self.edit, self.remove):
            one.setEnabled(chosen is not None)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self.tree = OrderedTree(
            look,
            (
                OrderColumn(title=say("No."), width=64),
                OrderColumn(title=say("Time"), width=124),
                OrderColumn(title=say("Content"), stretches=True),
                OrderColumn(title=say("By whom"), width=146),
                OrderColumn(title=say("Minutes"), width=78, number=True),
                OrderColumn(title=say("Planned"), width=86, number=True),
            ),
            name=say("Programme"),
        )
        self.tree.setToolTip(say("Drag a row to move it, or press Alt+Up and Alt+Down"))
        self.add = button(say("Add an item"), look=look, icon="add", key="Insert")
        self.band = button(say("Add a half-day"), look=look, icon="calendar")
        self.edit = button(say("Edit"), look=look, icon="edit", key="F2")
        self.start = button(say("Begin this item"))
        self.remove = icon_button(look, "trash", say("Remove"))
        self.table = icon_button(look, "import", say("From a table"))
        self.paper = icon_button(look, "printer", say("Print"))
        bar = row(self.add, self.band, self.edit, self.start, self.remove, 0, self.table, self.paper, space=6)
        self._list = QWidget()
        layout = column(self.tree, bar, space=10)
        layout.setStretch(0, 1)
        self._list.setLayout(layout)
        self._build_empty()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._empty = scrolled(self.empty)
        self._stack.addWidget(self._empty)
        self.setLayout(column(self._stack))

    def _build_empty(self) -> None:
        look, say = self._look, self._look.say
        self.empty = DropPlace(
            look,
            icon="calendar",
            title=say("There is no programme yet"),
            sentence=say(
                "Drop the office's table here, a Word or Excel file with number, time, content and by whom, or begin "
                "with a template."
            ),
            button=say("Choose the table"),
            accepts=is_table,
        )
        self.template = button(say("Begin with a template"), look=look, icon="down")
        self._menu = QMenu(self.template)
        for template, name in TEMPLATE_NAMES.items():
            action = self._menu.addAction(say(name))
            action.triggered.connect(lambda _checked=False, t=template: self._presenter.programme.look_at_template(t))
        self.by_hand = button(say("Write it by hand"), kind="quiet")
        lines = self.empty.layout()
        assert lines is not None
        lines.insertLayout(lines.count() - 1, row(0, self.template, self.by_hand, 0))  # type: ignore[attr-defined]

    def _connect(self) -> None:
        acts = self._presenter.programme
        self.tree.marked.connect(lambda ids: acts.choose(ids[0] if ids else ""))
        self.tree.opened.connect(lambda _id: acts.open_item(new=False))
        self.tree.moved.connect(acts.move)
        on_click(self.add, lambda: acts.open_item(new=True))
        on_click(self.band, lambda: acts.open_sitting(new=True))
        on_click(self.by_hand, lambda: acts.open_sitting(new=True))
        on_click(self.edit, lambda: acts.open_item(new=False))
        on_click(self.start, self._on_start)
        on_click(self.remove, acts.remove)
        on_click(self.table, self.table_requested.emit)
        on_click(self.paper, self.print_requested.emit)
        on_click(self.template, self._on_template)
        self.empty.asked.connect(self.table_requested)
        self.empty.dropped.connect(acts.look_at)
        self._drop = FileDrop(self, is_table)
        self._drop.dropped.connect(acts.look_at)
        for keys, one in (("F2", self.edit), ("Insert", self.add)):
            QShortcut(QKeySequence(keys), self).activated.connect(one.click)
        shortcut = QShortcut(QKeySequence("Delete"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.remove.click)

    def _groups(self, state: AgendaState) -> list[OrderGroup]:
        if state.agenda is None:
            return []
        by_id = {timed.item.id: timed for timed in state.times}
        return [
            OrderGroup(
                id=sitting.id,
                title=band(sitting, state.zone, self._look.say),
                rows=tuple(self._row(by_id[item.id], state) for item in sitting.items if item.id in by_id),
            )
            for sitting in state.agenda.sittings
        ]

    def _row(self, timed: Timed, state: AgendaState) -> OrderRow:
        say, item = self._look.say, timed.item
        moved = timed.late_minutes != 0
        planned = isolated(clock(timed.planned_start, state.zone), say) if moved else ""
        tones: list[tuple[int, str]] = [(LATE, "muted")]
        if moved:
            tones.append((TIME, "ask"))
        if timed.state in (ItemState.DONE, ItemState.PASSED_OVER):
            tones = [(place, "muted") for place in range(LATE + 1)]
        content = item.content
        if timed.state is ItemState.PASSED_OVER:
            content = f"{content} ({say(ITEM_STATES[timed.state])})"
        return OrderRow(
            id=item.id,
            texts=(item.number, span(timed, state.zone, say), content, item.by_whom, str(item.minutes), planned),
            icon=ICONS.get(timed.state),
            tones=tuple(tones),
            strong=timed.state is ItemState.RUNNING,
        )

    def _on_start(self) -> None:
        chosen = self.tree.chosen()
        if chosen:
            self._presenter.programme.start(ItemId(chosen[0]))

    def _on_template(self) -> None:
        self._menu.popup(self.template.mapToGlobal(self.template.rect().bottomLeft()))


def is_table(path: Path) -> bool:
    return path.suffix.lower() in TABLES
