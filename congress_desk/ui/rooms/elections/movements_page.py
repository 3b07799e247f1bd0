"""Every ballot as paper: printed, issued, exchanged, spoiled, left over, collected; by delegation where wished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from congress_desk.domain.ballot_balance import paper_imbalances
from congress_desk.domain.elections import Flow, Movement, RoundState
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import marked
from congress_desk.plumbing.vote_words import FLOWS, IDENTITIES
from congress_desk.services.election_book import stopped
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.list_page import SIDE_WIDTH, NoticePlace
from congress_desk.ui.rooms.elections.parts import on_key
from congress_desk.ui.rooms.elections.state import ElectionsState
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.figures import FigureRow
from congress_desk.ui.widgets.forms import Choice, Field, figure_edit, line_edit, scrolled
from congress_desk.ui.widgets.parts import button, card, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

MOST = 99_999
SHORT = {
    Flow.PRINTED: marked("printed"),
    Flow.ISSUED: marked("issued"),
    Flow.EXCHANGED: marked("exchanged"),
    Flow.SPOILED: marked("spoiled"),
    Flow.SPARE: marked("left over"),
    Flow.COLLECTED: marked("collected"),
}
USUAL = (Flow.ISSUED, Flow.EXCHANGED, Flow.SPOILED, Flow.SPARE, Flow.COLLECTED, Flow.PRINTED)


class MovementsPage(QWidget):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._state = ElectionsState()
        self._build()
        self._connect()

    def show_state(self, state: ElectionsState) -> None:
        self._state = state
        one, say = state.round, self._look.say
        if one is None:
            return
        self.table.show_rows(tuple(reversed(one.movements)))
        counted = {flow: str(one.counted(flow)) if one.has(flow) else "–" for flow in SHORT}
        tones = {Flow.COLLECTED: "no" if one.stopped else ""}
        self.figures.show_figures([(counted[flow], say(word), tones.get(flow, "")) for flow, word in SHORT.items()])
        told = [sentence(say, stopped(one), state.zone)] if one.stopped else []
        for wrong in paper_imbalances(one):
            sides = say("{left} against {right}", left=wrong.left, right=wrong.right)
            told.append(f"{say(IDENTITIES[wrong.identity])}:  {sides}")
        self._stopped.show_notice(self._look, Tone.NO, "\n".join(told))
        delegations = [(say("The whole hall"), ""), *((name, name) for name in state.delegations)]
        self._delegation.offer(delegations, self._delegation.value())
        open_now = one.state not in (RoundState.SEALED, RoundState.VOID)
        self.record.setEnabled(open_now and not state.busy)
        self._on_chosen()

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self.figures, self._stopped = FigureRow(look), NoticePlace()
        self.table: Table[Movement] = Table(
            look, self._columns(), name=say("Ballots as paper"), identify=lambda m: m.event
        )
        self._why = line_edit(placeholder=say("Why it is taken back"))
        self._why.setAccessibleName(say("Why it is taken back"))
        self.take_back = button(say("Take it back"), look=look, icon="undo", kind="quiet")
        left = QWidget()
        bar = row(self._why, self.take_back, space=8)
        bar.setStretch(0, 1)
        lines = column(self._stopped, self.table, bar, space=10)
        lines.setStretch(1, 1)
        left.setLayout(lines)
        self.flow = Choice((say(FLOWS[flow]), flow) for flow in USUAL)
        self.count = figure_edit(0, MOST)
        self._delegation = Choice()
        self._by = line_edit()
        self.record = primary_button(say("Put on record"), look=look, icon="tick", key="Ctrl+S")
        fields = QWidget()
        inner = column(
            Field(say("What was counted"), self.flow),
            Field(say("How many"), self.count),
            Field(say("Delegation"), self._delegation),
            Field(say("Who counted"), self._by),
            0,
            space=10,
        )
        inner.setContentsMargins(2, 2, 10, 2)
        fields.setLayout(inner)
        side = card(label(say("Counted by hand"), "title"), scrolled(fields), self.record, space=10, margin=14)
        side.setFixedWidth(SIDE_WIDTH - 40)
        halves = row(left, side, space=12)
        halves.setStretch(0, 1)
        layout = column(self.figures, halves, space=10)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        on_click(self.record, self._on_record)
        on_click(self.take_back, self._on_take_back)
        self.table.chosen.connect(lambda _one: self._on_chosen())
        self._why.textChanged.connect(lambda _text: self._on_chosen())
        on_key(self, "Ctrl+S", self.record.click)

    def _on_record(self) -> None:
        self._presenter.papers.move(
            self.flow.value(), self.count.value(), self._delegation.value() or "", self._by.text()
        )
        self.count.setValue(0)
        self.count.setFocus()
        self.count.selectAll()

    def _on_take_back(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            self._presenter.papers.take_back(chosen.event, self._why.text())
            self._why.clear()

    def _on_chosen(self) -> None:
        self.take_back.setEnabled(self.table.current() is not None and bool(self._why.text().strip()))

    def _columns(self) -> list[Column[Movement]]:
        say = self._look.say
        return [
            Column(title=say("Time"), text=lambda m: f"{m.at.astimezone(self._state.zone):%H:%M}", width=100),
            Column(title=say("What was counted"), text=lambda m: say(FLOWS[m.flow]), width=170),
            Column(title=say("Count"), text=lambda m: str(m.count), key=lambda m: m.count, number=True, width=88),
            Column(title=say("Delegation"), text=lambda m: m.delegation, stretches=True),
            Column(title=say("Who counted"), text=lambda m: m.by, width=150),
        ]
