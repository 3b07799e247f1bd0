"""Step 4: bundles and how each was counted; scanning, keyboard and tally marks beside them; voiding a bundle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from congress_desk.domain.ballot_batches import BatchCount, Way
from congress_desk.domain.elections import RoundState
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import marked
from congress_desk.plumbing.vote_words import WAYS
from congress_desk.services.election_book import stopped
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.counting_forms import TallyPanel, VoidBatchForm
from congress_desk.ui.rooms.elections.differences import DifferencesTable
from congress_desk.ui.rooms.elections.entry_panel import EntryPanel
from congress_desk.ui.rooms.elections.list_page import SIDE_WIDTH, NoticePlace
from congress_desk.ui.rooms.elections.parts import show_tab
from congress_desk.ui.rooms.elections.scan_panel import ScanPanel
from congress_desk.ui.rooms.elections.state import ElectionsState, Form
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.figures import FigureRow
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import button, column, on_click, row
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

SHORT_WAYS = {Way.SCAN: marked("Scan"), Way.ENTRY: marked("Keyboard"), Way.TALLY: marked("Tally marks")}


class CountingPage(QWidget):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._form = Form.NONE
        self._build()
        self._connect()

    def show_state(self, state: ElectionsState) -> None:
        seen, say = state.seen, self._look.say
        if seen is None:
            return
        one, outcome = seen.round, seen.outcome
        show_tab(self.tabs, state.tab)
        self.table.show_rows(outcome.batches)
        if state.batch and self.table.current() is None:
            self.table.choose(state.batch)
        count = outcome.result.count
        self.figures.show_figures(
            [
                (str(outcome.result.collected), say("collected"), ""),
                (str(count.ballots), say("counted"), ""),
                (str(len(outcome.open)), say("to conclude"), "ask" if outcome.open else ""),
                (str(outcome.result.set_aside), say("no ballots"), ""),
            ]
        )
        told = sentence(say, stopped(one), state.zone) if one.stopped else ""
        self._stopped.show_notice(self._look, Tone.NO, told)
        self.differences.show_state(state)
        number = len(state.differences)
        name = say("Differences")
        self.tabs.setTabText(1, f"{name} ({number})" if number else name)
        self.way.show_value(state.way)
        self._ways.setCurrentWidget({panel.way: panel for panel in (self.scan, self.entry, self.tally)}[state.way])
        may = not one.stopped and one.state not in (RoundState.SEALED, RoundState.VOID)
        for panel in (self.scan, self.entry, self.tally):
            panel.show_state(state, may=may)
        self.void.setEnabled(may and bool(outcome.batches) and bool(state.batch))
        fresh, self._form = state.form is not self._form, state.form
        self._side.setCurrentWidget(self.void_form if state.form is Form.VOID_BATCH else self._counting)
        self.void_form.show_form(state, fresh=fresh and state.form is Form.VOID_BATCH)

    def _build(self) -> None:
        look, say, presenter = self._look, self._look.say, self._presenter
        self.figures, self._stopped = FigureRow(look), NoticePlace()
        self.table: Table[BatchCount] = Table(
            look, self._columns(), name=say("Bundles"), identify=lambda b: b.batch.name
        )
        self.void = button(say("Void and recount this bundle"), look=look, icon="cross", kind="quiet")
        bundles = QWidget()
        lines = column(self.table, row(self.void, 0), space=8)
        lines.setStretch(0, 1)
        bundles.setLayout(lines)
        self.differences = DifferencesTable(presenter, look)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(say("Bundles and differences"))
        self.tabs.addTab(bundles, say("Bundles"))
        self.tabs.addTab(self.differences, say("Differences"))
        self.way = Segments([(say(word), way) for way, word in SHORT_WAYS.items()], say("Way of counting"))
        self.scan, self.entry = ScanPanel(presenter, look), EntryPanel(presenter, look)
        self.tally = TallyPanel(presenter, look)
        self._ways = QStackedWidget()
        for part in (self.scan, self.entry, self.tally):
            self._ways.addWidget(part)
        self._counting = QWidget()
        sides = column(self.way, self._ways, space=10)
        sides.setStretch(1, 1)
        self._counting.setLayout(sides)
        self.void_form = VoidBatchForm(presenter, look)
        self._side = QStackedWidget()
        self._side.setFixedWidth(SIDE_WIDTH + 20)
        for side in (self._counting, self.void_form):
            self._side.addWidget(side)
        left = QWidget()
        whole = column(self._stopped, self.figures, self.tabs, space=10)
        whole.setStretch(2, 1)
        left.setLayout(whole)
        halves = row(left, self._side, space=12)
        halves.setStretch(0, 1)
        self.setLayout(halves)

    def _connect(self) -> None:
        counts = self._presenter.counts
        self.tabs.currentChanged.connect(self._presenter.open_tab)
        self.way.picked.connect(counts.choose_way)
        self.table.chosen.connect(lambda one: counts.choose_batch(one.batch.name if one else ""))
        on_click(self.void, counts.ask_void)

    def _columns(self) -> list[Column[BatchCount]]:
        say = self._look.say
        return [
            Column(title=say("Bundle"), text=lambda b: b.batch.name, width=96),
            Column(title=say("Counted by"), text=self._ways_words, stretches=True),
            Column(
                title=say("Valid ballots"),
                text=lambda b: str(b.shown.valid),
                key=lambda b: b.shown.valid,
                number=True,
                width=124,
            ),
            Column(
                title=say("Invalid"),
                text=lambda b: str(b.shown.all_invalid),
                key=lambda b: b.shown.all_invalid,
                number=True,
                width=124,
            ),
            Column(
                title=say("Where it stands"),
                text=lambda b: self._standing(b)[1],
                icon=lambda b: self._standing(b)[0],
                width=170,
            ),
        ]

    def _ways_words(self, count: BatchCount) -> str:
        say = self._look.say
        passes = len(count.batch.passes)
        words = [
            say("Entered by {count} people", count=passes) if way is Way.ENTRY else say(WAYS[way])
            for way in count.by_way
        ]
        return " · ".join(words)

    def _standing(self, count: BatchCount) -> tuple[tuple[str, str], str]:
        say = self._look.say
        if count.open:
            return ("ask", "ask"), say("{count} to conclude", count=len(count.open))
        if count.differs:
            return ("no", "no"), say("The ways differ")
        return ("ok", "ok"), say("Settled")
