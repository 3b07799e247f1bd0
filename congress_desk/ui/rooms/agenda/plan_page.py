"""What a table or a template would bring, as it was understood, and what is doubtful; nothing is written yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QWidget

from congress_desk.domain.agenda import numbered
from congress_desk.plumbing.programme_words import doubt_sentence
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.agenda.state import AgendaState
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.ordered_tree import OrderColumn, OrderedTree, OrderGroup, OrderRow
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.people_words import isolated

if TYPE_CHECKING:
    from congress_desk.ui.rooms.agenda.presenter import AgendaPresenter


class PlanPage(QWidget):
    def __init__(self, presenter: AgendaPresenter, look: Look) -> None:
        super().__init__()
        self._look = look
        say = look.say
        self._title = label("", "title")
        self._instead = Notice(
            look, Tone.ASK, say("It takes the place of the programme that is there."), closable=False
        )
        self.tree = OrderedTree(
            look,
            (
                OrderColumn(title=say("No."), width=56),
                OrderColumn(title=say("Time"), width=128),
                OrderColumn(title=say("Content"), stretches=True),
                OrderColumn(title=say("By whom"), width=180),
                OrderColumn(title=say("Minutes"), width=84, number=True),
            ),
            name=say("Programme as understood"),
        )
        self.tree.setDragEnabled(False)
        self._doubts = QListWidget()
        self._doubts.setAccessibleName(say("What is doubtful"))
        self._doubts.setWordWrap(True)
        self._doubts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._doubtful = label(say("Please look at these rows"), "strong")
        self.cancel = button(say("Cancel"), key="Escape")
        self.take = primary_button(say("Take it in"), look=look, icon="tick", key="Ctrl+S")
        side = QWidget()
        side.setFixedWidth(300)
        lines = column(self._doubtful, self._doubts, space=6)
        lines.setStretch(1, 1)
        side.setLayout(lines)
        halves = row(self.tree, side, space=12)
        halves.setStretch(0, 1)
        self._side = side
        layout = column(self._title, self._instead, halves, row(0, self.cancel, self.take), space=10)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        on_click(self.cancel, presenter.close_form)
        on_click(self.take, presenter.programme.carry_out)
        for keys, one in (("Ctrl+S", self.take), ("Escape", self.cancel)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(one.click)

    def show_state(self, state: AgendaState) -> None:
        plan, say = state.plan, self._look.say
        if plan is None:
            return
        self._title.setText(say("{count} items from {called}", count=plan.items, called=isolated(plan.called, say)))
        self._instead.setVisible(plan.instead_of > 0)
        doubtful = {doubt.row for doubt in plan.doubts}
        groups = []
        numbers = iter(numbered([item.written for sitting in plan.sittings for item in sitting.items]))
        for place, sitting in enumerate(plan.sittings):
            rows = tuple(
                OrderRow(
                    id=f"{place}.{index}",
                    texts=(
                        next(numbers),
                        isolated(f"{item.starts:%H:%M} - {item.ends:%H:%M}", say),
                        item.written.content,
                        item.written.by_whom,
                        str(item.written.minutes),
                    ),
                    icon=("ask", "ask") if item.row and item.row in doubtful else None,
                )
                for index, item in enumerate(sitting.items)
            )
            title = f"{sitting.name} · {isolated(f'{sitting.starts:%d/%m/%Y %H:%M}', say)}"
            if sitting.reserve:
                title = f"{title} · {say('kept in reserve')}"
            groups.append(OrderGroup(id=str(place), title=title, rows=rows))
        self.tree.show_groups(groups)
        self._side.setVisible(bool(plan.doubts))
        self._doubts.clear()
        self._doubts.addItems([doubt_sentence(say, doubt) for doubt in plan.doubts])
        self.take.setEnabled(not state.busy)
        self.take.setFocus()
