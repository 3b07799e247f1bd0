"""The elections room on the screen: which election and round, the path of steps, and the step that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from congress_desk.plumbing.vote_words import ROUND_STATES
from congress_desk.services.ports.ballots import TableSeen
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.ballots_page import BallotsPage
from congress_desk.ui.rooms.elections.committee_page import CommitteePage
from congress_desk.ui.rooms.elections.counting_page import CountingPage
from congress_desk.ui.rooms.elections.entry_page import EntryPage
from congress_desk.ui.rooms.elections.judging_page import JudgingPage
from congress_desk.ui.rooms.elections.list_page import ListPage
from congress_desk.ui.rooms.elections.new_page import NewPage
from congress_desk.ui.rooms.elections.parts import on_key
from congress_desk.ui.rooms.elections.result_page import ResultPage
from congress_desk.ui.rooms.elections.state import ElectionsState, Form, Step
from congress_desk.ui.rooms.elections.table_page import TablePage
from congress_desk.ui.rooms.elections.tally_page import TallyPage
from congress_desk.ui.rooms.elections.words import STEPS, round_words, sentence_of, state_tone, tone_of
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.forms import Choice
from congress_desk.ui.widgets.notice import NoticeStack
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import button, column, label, on_click, row
from congress_desk.ui.widgets.pill import StatusPill

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

PageOfStep = (
    ListPage
    | CommitteePage
    | BallotsPage
    | CountingPage
    | JudgingPage
    | ResultPage
    | NewPage
    | EntryPage
    | TallyPage
    | TablePage
)
OVER_THE_PAGE = (Form.NEW, Form.ENTRY, Form.TALLY, Form.TABLE)
AGAIN_MS = 3_000  # how soon what another desk wrote is seen


class ElectionsView(QWidget):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._told = 0
        self._build()
        self._connect()

    def show_state(self, state: ElectionsState) -> None:
        seen, over = state.seen is not None, state.form in OVER_THE_PAGE
        self._show_head(state)
        if seen or over:
            page = self._page_of(state)
            page.show_state(state)
            self._pages.setCurrentWidget(page)
        else:
            self._pages.setCurrentWidget(self.empty)
        self._show_keys()
        self._path.setVisible(seen and not over)
        if state.told is not None and state.told.number != self._told:
            self._told = state.told.number
            self._notices.tell(tone_of(state.told), sentence_of(state.told, self._look.say, state.zone))

    def show_table(self, seen: TableSeen) -> None:
        """The newest picture of the camera over the table."""
        self.table.show_table(seen)

    def _build(self) -> None:
        look, say, presenter = self._look, self._look.say, self._presenter
        self._notices = NoticeStack(look)
        self.elections, self.rounds = Choice(), Choice()
        self.elections.setAccessibleName(say("Election"))
        self.rounds.setAccessibleName(say("Round"))
        self.elections.setMinimumContentsLength(26)
        self._state = StatusPill(look)
        self.new = button(say("New election"), look=look, icon="add")
        words = [(f"{n}  {say(word)}", step) for n, (step, word) in enumerate(STEPS.items(), 1)]
        self.path = Segments(words, say("Step"))
        self._path = QWidget()
        self._path.setLayout(column(self.path))
        self.list, self.committee = ListPage(presenter, look), CommitteePage(presenter, look)
        self.ballots, self.counting = BallotsPage(presenter, look), CountingPage(presenter, look)
        self.judging, self.result = JudgingPage(presenter, look), ResultPage(presenter, look)
        self.new_page, self.entry = NewPage(presenter, look), EntryPage(presenter, look)
        self.tally, self.table = TallyPage(presenter, look), TablePage(presenter, look)
        told = say("No election has been prepared yet. Write what is elected, how many, and who stands.")
        self.empty = EmptyState(
            look, icon="ballot", sentence=told, button=say("New election"), act=presenter.lists.begin
        )
        self._pages = QStackedWidget()
        for page in (*self._steps().values(), self.new_page, self.entry, self.tally, self.table, self.empty):
            self._pages.addWidget(page)
        head = row(
            label(say("Elections"), "title"), 8, self.elections, self.rounds, self._state, 0, self.new, space=8
        )
        layout = column(self._notices, head, self._path, self._pages, space=10, margin=16)
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        presenter = self._presenter
        on_click(self.new, presenter.lists.begin)
        self.elections.picked.connect(presenter.choose_election)
        self.rounds.picked.connect(presenter.choose)
        self.path.picked.connect(presenter.open_step)
        for number, step in enumerate(STEPS, 1):
            on_key(self, f"Alt+{number}", lambda s=step: presenter.open_step(s))
        self._keys = {
            page: [on_key(self, key, made.click) for key, made in keyed.items()]
            for page, keyed in self._keyed().items()
        }
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._on_again)
        self._again.start()

    def _on_again(self) -> None:
        if self.isVisible():
            self._presenter.look_again()

    def _keyed(self) -> dict[QWidget, dict[str, QAbstractButton]]:
        """What the keys press on each page, wherever the focus is in the room."""
        scan, entry, tally = self.counting.scan, self.counting.entry, self.counting.tally
        return {
            self.list: {"F6": self.list.add},
            self.committee: {"F5": self.committee.name},
            scan: {"F6": scan.files, "F7": scan.folder, "F9": scan.camera},
            entry: {"F5": entry.begin},
            tally: {"F5": tally.begin},
            self.table: {"Space": self.table.take, "Escape": self.table.finish},
            self.judging: self.judging.keyed(),
            self.result: {"F8": self.result.on_screen, "Ctrl+P": self.result.paper},
        }

    def _show_keys(self) -> None:
        """Only those of what is shown: elsewhere letters open the filter of a table."""
        for page, shortcuts in self._keys.items():
            for shortcut in shortcuts:
                shortcut.setEnabled(page.isVisibleTo(self))

    def _steps(self) -> dict[Step, PageOfStep]:
        return {
            Step.LIST: self.list,
            Step.COMMITTEE: self.committee,
            Step.BALLOTS: self.ballots,
            Step.COUNTING: self.counting,
            Step.JUDGING: self.judging,
            Step.RESULT: self.result,
        }

    def _page_of(self, state: ElectionsState) -> PageOfStep:
        over: dict[Form, PageOfStep] = {
            Form.NEW: self.new_page,
            Form.ENTRY: self.entry,
            Form.TALLY: self.tally,
            Form.TABLE: self.table,
        }
        return over[state.form] if state.form in over else self._steps()[state.step]

    def _show_head(self, state: ElectionsState) -> None:
        say, one = self._look.say, state.round
        over = state.form in OVER_THE_PAGE
        for part in (self.elections, self.rounds, self._state):
            part.setVisible(one is not None and not over)
        self.new.setVisible(one is not None and not over)
        if one is None or state.election is None:
            return
        self.elections.offer([(e.title, e.id) for e in state.elections or (state.election,)], state.election.id)
        self.rounds.setVisible(len(state.election.rounds) > 1 and not over)
        self.rounds.offer([(round_words(r, say), r.id) for r in state.election.rounds], one.id)
        self._state.show_status(state_tone(one.state), say(ROUND_STATES[one.state]))
        self.path.show_value(state.step)
        waiting = len(state.waiting)
        word = f"{list(STEPS).index(Step.JUDGING) + 1}  {say(STEPS[Step.JUDGING])}"
        self.path.button(Step.JUDGING).setText(f"{word} ({waiting})" if waiting else word)
