"""Step 3: the ballot as it is printed, with its test print; and every ballot accounted for as paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QMenu, QTabWidget, QWidget

from congress_desk.domain.ballot_forms import BallotPaper
from congress_desk.domain.elections import RoundState
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections import dialogs
from congress_desk.ui.rooms.elections.list_page import SIDE_WIDTH, NoticePlace
from congress_desk.ui.rooms.elections.movements_page import MovementsPage
from congress_desk.ui.rooms.elections.parts import evenly, show_tab
from congress_desk.ui.rooms.elections.state import ElectionsState
from congress_desk.ui.rooms.elections.words import COLOURS, KINDS, wrong_words
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.forms import Choice, Field, figure_edit, scrolled
from congress_desk.ui.widgets.paper_view import PaperView
from congress_desk.ui.widgets.parts import button, card, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.people_words import isolated

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

MOST_COPIES = 20_000


class BallotsPage(QTabWidget):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(look.say("Ballots"))
        self.printing, self.movements = PrintingPage(presenter, look), MovementsPage(presenter, look)
        self.addTab(self.printing, look.say("Printing"))
        self.addTab(self.movements, look.say("Every ballot accounted for"))

        self.currentChanged.connect(presenter.open_tab)

    def show_state(self, state: ElectionsState) -> None:
        show_tab(self, state.tab)
        self.printing.show_state(state)
        self.movements.show_state(state)


class PrintingPage(QWidget):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._build()
        self._connect()

    def show_state(self, state: ElectionsState) -> None:
        say, one = self._look.say, state.round
        if one is None or state.election is None:
            return
        wish, form = state.wish, state.ballot
        self._copies.setValue(wish.copies)
        self._copies_field.show_wrong(wrong_words(state.wrong, "ballots", say))
        self._paper.show_value(wish.paper)
        self._colour.show_value(wish.colour)
        self._beside.show_value(wish.beside)
        self.marks.setChecked(state.sheet_marks)
        self._marks_told.show_notice(self._look, Tone.ASK if state.sheet_marks else Tone.CALM, self._secrecy(state))
        self._kind.setText(say(KINDS[one.ballot]))
        self._code.setText(say("Form code {code}", code=isolated(form.code, say)) if form else "")
        stale = form is not None and one.form is not None and one.form.code != form.code
        self._stale.setVisible(stale)
        self.view.show_picture(state.sample)
        may = one.state not in (RoundState.SEALED, RoundState.VOID) and form is not None and not state.busy
        for part in (self.ballots, self.test):
            part.setEnabled(may)
        for field in (self._paper, self._colour, self._beside, self._copies, self.marks):
            field.setEnabled(one.state not in (RoundState.SEALED, RoundState.VOID))

    def _secrecy(self, state: ElectionsState) -> str:
        say = self._look.say
        if state.sheet_marks:
            return say(
                "Every sheet carries a random mark. A sheet can be told from its copy, but a voter who notes the "
                "mark can prove a vote to somebody else. Only if the congress has decided so."
            )
        return say("No sheet carries a mark: no ballot can be told from another, and nobody can prove a vote.")

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._copies = figure_edit(0, MOST_COPIES)
        self._copies_field = Field(say("Copies"), self._copies)
        self._paper = Choice([(paper.value, paper) for paper in BallotPaper])
        self._colour = Choice([(say("The next of this congress"), None), *((say(w), c) for c, w in COLOURS.items())])
        self._beside = Choice(
            [(say("Vietnamese alone"), ""), (say("With English"), "en"), (say("With Arabic"), "ar")]
        )
        self.marks = QCheckBox(say("A mark on every sheet"))
        self._marks_told = NoticePlace()
        self._kind, self._code = label("", "muted", wrap=True), label("", "muted")
        self._stale = label(say("Ballots printed before had another list or look: destroy them."), "wrong", wrap=True)
        self.ballots = SendButton(look, say("Print the ballots"), say("Ballots"), primary=True)
        self.test = SendButton(look, say("Test print"), say("Test print"))
        self.view = PaperView(say("The ballot as it is printed"))
        content = QWidget()
        inner = column(
            self._kind,
            evenly([self._copies_field, Field(say("Paper"), self._paper)]),
            evenly(
                [Field(say("Colour of the band"), self._colour), Field(say("Languages of the ballot"), self._beside)]
            ),
            self.marks,
            self._marks_told,
            self._stale,
            self._code,
            0,
            space=10,
        )
        inner.setContentsMargins(2, 2, 10, 2)
        content.setLayout(inner)
        told = label(say("Test first: one ballot, and a page to calibrate printer and scanner."), "muted", wrap=True)
        side = card(scrolled(content), told, row(self.test, self.ballots), margin=14, space=10)
        side.setFixedWidth(SIDE_WIDTH + 20)
        halves = row(side, self.view, space=12)
        halves.setStretch(1, 1)
        self.setLayout(column(halves, margin=0))

    def _connect(self) -> None:
        papers, folder = self._presenter.papers, self._presenter
        self.view.width_changed.connect(papers.fit)
        self._copies.valueChanged.connect(self._on_copies)
        self._paper.picked.connect(lambda paper: papers.wish(paper=paper))
        self._colour.picked.connect(lambda colour: papers.wish(colour=colour))
        self._beside.picked.connect(lambda beside: papers.wish(beside=beside))
        self.marks.clicked.connect(lambda on: papers.allow_sheet_marks(on))
        self.ballots.print_requested.connect(lambda: papers.print_ballots())
        self.test.print_requested.connect(lambda: papers.test_print())
        self.ballots.save_requested.connect(
            lambda name: dialogs.ask_pdf(self, self._look.say, folder.folder, name, papers.print_ballots)
        )
        self.test.save_requested.connect(
            lambda name: dialogs.ask_pdf(self, self._look.say, folder.folder, name, papers.test_print)
        )

    def _on_copies(self, copies: int) -> None:
        self._presenter.papers.wish(copies=copies)


class SendButton(QWidget):
    """A button whose paper goes to the printer or into a file. save_requested(name of the file)."""

    print_requested = Signal()
    save_requested = Signal(str)

    def __init__(self, look: Look, text: str, name: str, *, primary: bool = False) -> None:
        super().__init__()
        made = primary_button if primary else button
        self.button = made(text, look=look, icon="printer")
        self.setLayout(row(self.button))
        self._menu = QMenu(self)
        self.print_now = self._menu.addAction(look.icon("printer"), look.say("Print"))
        self.save_pdf = self._menu.addAction(look.icon("export"), look.say("Save as PDF"))
        self.print_now.triggered.connect(lambda _checked=False: self.print_requested.emit())
        self.save_pdf.triggered.connect(lambda _checked=False: self.save_requested.emit(name))
        on_click(self.button, self._open)

    def _open(self) -> None:
        self._menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
