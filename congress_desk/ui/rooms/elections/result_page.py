"""Step 6: every person's votes of the named base, what is still missing, the balance, the sample, and the seal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QStackedWidget, QTabWidget, QWidget

from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.election_results import RoundResult
from congress_desk.domain.elections import RoundState
from congress_desk.domain.records import Form as PaperForm
from congress_desk.plumbing.texts import marked
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections import dialogs
from congress_desk.ui.rooms.elections.balance_page import BalancePage
from congress_desk.ui.rooms.elections.list_page import SIDE_WIDTH
from congress_desk.ui.rooms.elections.parts import show_tab
from congress_desk.ui.rooms.elections.result_forms import (
    LeaveTieForm,
    NextRoundForm,
    SealForm,
    VoidCountForm,
    VoidRoundForm,
)
from congress_desk.ui.rooms.elections.sample_page import SamplePage
from congress_desk.ui.rooms.elections.standing import StandingPanel
from congress_desk.ui.rooms.elections.state import ElectionsState, Form
from congress_desk.ui.rooms.elections.words import share_words
from congress_desk.ui.widgets.figures import FigureRow
from congress_desk.ui.widgets.parts import button, column, icon_button, on_click, row
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

PAPERS = {
    PaperForm.COUNT_RECORD: marked("Count record"),
    PaperForm.ENTRY_LOG: marked("Entry log"),
    PaperForm.SEAL_LABEL: marked("Seal label"),
    PaperForm.HAND_OVER: marked("Hand-over of the ballots"),
    PaperForm.RESULT_SLIDE: marked("Result slide"),
}
ONLY_SEALED = (PaperForm.SEAL_LABEL, PaperForm.HAND_OVER, PaperForm.RESULT_SLIDE)


class ResultPage(QWidget):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._form = Form.NONE
        self._state = ElectionsState()
        self._build()
        self._connect()

    def show_state(self, state: ElectionsState) -> None:
        seen = state.seen
        if seen is None:
            return
        self._state = state
        show_tab(self.tabs, state.tab)
        result = seen.outcome.result
        self._show_figures(result)
        self.table.show_rows(result.in_order)
        self.balance.show_state(state)
        self.sample.show_state(state)
        self.standing.show_state(state)
        sealed = seen.round.state is RoundState.SEALED
        self.on_screen.setEnabled(sealed)
        for form, action in self._actions.items():
            action.setEnabled(sealed or form not in ONLY_SEALED)
        for form, action in self._saves.items():
            action.setEnabled(sealed or form not in ONLY_SEALED)
        self._draw_side(state)

    def _show_figures(self, result: RoundResult) -> None:
        say, count = self._look.say, result.count
        needed = (str(result.needed), say("needed"), "") if result.needed else None
        figures = [
            (str(result.issued), say("issued"), ""),
            (str(result.collected), say("collected"), "no" if result.collected > result.issued else ""),
            (str(count.valid), say("valid"), ""),
            (str(count.all_invalid), say("not valid"), ""),
            (str(result.base_count), say("base"), ""),
            *([needed] if needed else []),
            self._elected(result),
        ]
        self.figures.show_figures(figures)

    def _elected(self, result: RoundResult) -> tuple[str, str, str]:
        """Nobody is elected before the seal."""
        say, figure = self._look.say, f"{len(result.elected)} / {result.seats}"
        if not self._sealed:
            return figure, say("so far"), ""
        return figure, say("elected"), "ask" if result.open_seats else "ok"

    def _build(self) -> None:
        look, say, presenter = self._look, self._look.say, self._presenter
        self.figures = FigureRow(look)
        self.table: Table[CandidateId] = Table(look, self._columns(), name=say("Votes"), identify=lambda c: c)
        self.balance, self.sample = BalancePage(look), SamplePage(presenter, look)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(say("Result"))
        self.tabs.addTab(self.table, say("Votes"))
        self.tabs.addTab(self.balance, say("Balance and base"))
        self.tabs.addTab(self.sample, say("Sample"))
        self.on_screen = button(say("Show on the second screen"), look=look, icon="screen", key="F8")
        self.paper = button(say("Papers"), look=look, icon="printer", key="Ctrl+P")
        self.export = icon_button(look, "export", say("Save as a table"))
        bar = row(self.on_screen, self.paper, self.export, 0, space=8)
        left = QWidget()
        lines = column(self.figures, self.tabs, bar, space=10)
        lines.setStretch(1, 1)
        left.setLayout(lines)
        self.standing = StandingPanel(presenter, look)
        self.seal_form, self.void_form = SealForm(presenter, look), VoidCountForm(presenter, look)
        self.void_round_form, self.leave_form = VoidRoundForm(presenter, look), LeaveTieForm(presenter, look)
        self.next_form = NextRoundForm(presenter, look)
        self._side = QStackedWidget()
        self._side.setFixedWidth(SIDE_WIDTH)
        for part in (self.standing, *self._forms().values()):
            self._side.addWidget(part)
        halves = row(left, self._side, space=12)
        halves.setStretch(0, 1)
        self.setLayout(halves)
        self._menu = QMenu(self)
        self._actions = {
            form: self._menu.addAction(look.icon("printer"), say("Print: {paper}", paper=say(word)))
            for form, word in PAPERS.items()
        }
        self._menu.addSeparator()
        self._saves = {
            form: self._menu.addAction(look.icon("export"), say("Save: {paper}", paper=say(word)))
            for form, word in PAPERS.items()
        }

    def _connect(self) -> None:
        results = self._presenter.results
        self.tabs.currentChanged.connect(self._presenter.open_tab)
        on_click(self.on_screen, results.show_on_screen)
        on_click(self.paper, lambda: self._menu.popup(self.paper.mapToGlobal(self.paper.rect().bottomLeft())))
        on_click(self.export, self._on_export)
        for form, action in self._actions.items():
            action.triggered.connect(lambda _checked=False, f=form: results.print_paper(f))
        for form, action in self._saves.items():
            action.triggered.connect(lambda _checked=False, f=form: self._on_save(f))

    def _forms(self) -> dict[Form, SealForm | VoidCountForm | VoidRoundForm | LeaveTieForm | NextRoundForm]:
        return {
            Form.SEAL: self.seal_form,
            Form.VOID_COUNT: self.void_form,
            Form.VOID_ROUND: self.void_round_form,
            Form.LEAVE_TIE: self.leave_form,
            Form.NEXT_ROUND: self.next_form,
        }

    def _draw_side(self, state: ElectionsState) -> None:
        fresh, self._form = state.form is not self._form, state.form
        form = self._forms().get(state.form)
        self._side.setCurrentWidget(form or self.standing)
        if form is not None:
            form.show_form(state, fresh=fresh)

    def _on_save(self, form: PaperForm) -> None:
        say = self._look.say
        name = say(PAPERS[form])
        dialogs.ask_pdf(
            self, say, self._presenter.folder, name, lambda path: self._presenter.results.print_paper(form, path)
        )

    def _on_export(self) -> None:
        say = self._look.say
        dialogs.ask_table(self, say, self._presenter.folder, say("Result"), self._presenter.results.export)

    def _columns(self) -> list[Column[CandidateId]]:
        say = self._look.say

        def result() -> RoundResult:
            assert self._state.seen is not None
            return self._state.seen.outcome.result

        def votes(candidate: CandidateId) -> int:
            return result().count.votes.get(candidate, 0)

        def name(candidate: CandidateId) -> str:
            one = self._state.round
            return next((c.name for c in one.candidates if c.id == candidate), candidate) if one else candidate

        return [
            Column(title=say("Full name"), text=name, stretches=True),
            Column(title=say("Votes"), text=lambda c: str(votes(c)), key=votes, number=True, width=96),
            Column(
                title=say("% of the base"),
                text=lambda c: share_words(votes(c), result().base_count, say),
                key=votes,
                number=True,
                width=140,
            ),
            Column(
                title=say("Result"),
                text=lambda c: self._standing(c, result())[1],
                icon=lambda c: self._standing(c, result())[0],
                width=190,
            ),
        ]

    def _standing(self, candidate: CandidateId, result: RoundResult) -> tuple[tuple[str, str] | None, str]:
        say = self._look.say
        if not result.count.ballots:
            return None, ""
        if candidate in result.elected and not self._sealed:
            return ("waiting", "muted"), say("Enough votes so far")
        if candidate in result.elected:
            return ("ok", "ok"), say("Is elected")
        if any(candidate in tie.candidates for tie in result.ties):
            return ("ask", "ask"), say("Equal votes")
        if candidate in result.passed_over:
            return ("info", "muted"), say("Enough votes, no seat left")
        return None, say("Not elected") if self._sealed else ""

    @property
    def _sealed(self) -> bool:
        return self._state.round is not None and self._state.round.seal is not None
