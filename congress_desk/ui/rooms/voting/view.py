"""The room of votes by hands on the screen: the last result large, all votes below, and the form beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QMenu, QStackedWidget, QWidget

from congress_desk.domain.votes import HandsVote, VoteId
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.voting import dialogs
from congress_desk.ui.rooms.voting.base_panel import BasePanel
from congress_desk.ui.rooms.voting.record_form import RecordForm
from congress_desk.ui.rooms.voting.state import Side, VotingState
from congress_desk.ui.rooms.voting.words import FACTS, needed_words, result_words, share_words, wrong_words
from congress_desk.ui.told import sentence_of, tone_of
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.forms import Field, line_edit, scrolled
from congress_desk.ui.widgets.notice import NoticeStack
from congress_desk.ui.widgets.parts import button, column, icon_button, label, on_click, primary_button, row
from congress_desk.ui.widgets.pill import StatusPill
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.voting.presenter import VotingPresenter

SIDE_WIDTH = 400
AGAIN_MS = 2_000  # how soon the arrivals that other desks recorded are seen


class VotingView(QWidget):
    def __init__(self, presenter: VotingPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._told = 0
        self._drawing = False
        self._build()
        self._connect()

    def show_state(self, state: VotingState) -> None:
        votes = state.votes or ()
        self._stack.setCurrentWidget(self._list if votes or state.votes is None else self.empty)
        self._show_table(votes, state.chosen)
        chosen = state.chosen_vote
        self.result.show_vote(chosen or (votes[-1] if votes else None), state)
        valid = chosen is not None and not chosen.voided
        self.void.setEnabled(valid)
        self.on_screen.setEnabled(valid)
        self.paper.setEnabled(bool(votes))
        self.form.show_state(state)
        self.base.show_state(state)
        self.void_form.show_state(state)
        self._side.setCurrentWidget({Side.BASE: self._base, Side.VOID: self.void_form}.get(state.side, self.form))
        if state.told is not None and state.told.number != self._told:
            self._told = state.told.number
            self._notices.tell(tone_of(state.told), sentence_of(state.told, FACTS, self._look.say, state.zone))

    def _show_table(self, votes: tuple[HandsVote, ...], chosen: VoteId | None) -> None:
        """What the table selects while it is drawn was chosen by nobody."""
        self._drawing = True
        self.table.show_rows(tuple(reversed(votes)))
        if [vote.id for vote in self.table.selected()] != [chosen]:
            self.table.grid.clearSelection()
            self.table.mark((chosen,))  # from right to left, selectRow() finds none before the layout
            self.table.grid.scrollTo(self.table.grid.currentIndex())
        self._drawing = False

    def _build(self) -> None:
        look, say, presenter = self._look, self._look.say, self._presenter
        self._notices = NoticeStack(look)
        self.result = ResultCard(look)
        self.table: Table[HandsVote] = Table(look, _columns(look), name=say("Votes"), identify=lambda vote: vote.id)
        self.on_screen = button(say("Show on the second screen"), look=look, icon="screen", key="F8")
        self.void = button(say("Void the vote"), look=look, icon="cross", kind="quiet")
        self.paper = icon_button(look, "printer", say("Print"))
        self._list = QWidget()
        bar = row(self.on_screen, self.void, 0, self.paper, space=8)
        lines = column(self.result, self.table, bar, space=10)
        lines.setStretch(1, 1)
        self._list.setLayout(lines)
        self.empty = EmptyState(
            look,
            icon="tick",
            sentence=say(
                "No vote has been recorded yet. Write what is put to the vote; when everybody agrees, one key stores "
                "the counts."
            ),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self.empty)
        self.form, self.base = RecordForm(presenter, look), BasePanel(presenter, look)
        self._base = scrolled(self.base)
        self.void_form = VoidForm(presenter, look)
        self._side = QStackedWidget()
        self._side.setFixedWidth(SIDE_WIDTH)
        for part in (self.form, self._base, self.void_form):
            self._side.addWidget(part)
        halves = row(self._stack, self._side, space=12)
        halves.setStretch(0, 1)
        layout = column(self._notices, label(say("Votes by show of hands"), "title"), halves, space=10, margin=16)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._menu = QMenu(self)
        self._print_now = self._menu.addAction(look.icon("printer"), say("Print"))
        self._save_pdf = self._menu.addAction(look.icon("export"), say("Save as PDF"))

    def _connect(self) -> None:
        presenter = self._presenter
        self.table.grid.selectionModel().selectionChanged.connect(self._on_selected)
        on_click(self.on_screen, presenter.show_on_screen)
        on_click(self.void, presenter.ask_void)
        on_click(self.paper, self._open_menu)
        self._print_now.triggered.connect(lambda _checked=False: presenter.print_paper())
        self._save_pdf.triggered.connect(lambda _checked=False: self._on_save())
        for key, one in (("F5", self.form.all_agree), ("F8", self.on_screen)):
            QShortcut(QKeySequence(key), self).activated.connect(one.click)  # wherever the focus is in the window
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._on_again)
        self._again.start()

    def _on_again(self) -> None:
        if self.isVisible():
            self._presenter.look_again()

    def _on_selected(self) -> None:
        """A row that merely has the keyboard, as after a change of language, is not chosen."""
        selected = [vote.id for vote in self.table.selected()]
        if not self._drawing and len(selected) <= 1:
            self._presenter.choose(selected[0] if selected else None)

    def _open_menu(self) -> None:
        self._menu.popup(self.paper.mapToGlobal(self.paper.rect().bottomLeft()))

    def _on_save(self) -> None:
        dialogs.ask_pdf(self, self._look.say, self._presenter.folder, self._presenter.save_paper)


class ResultCard(QFrame):
    """One vote, large enough to be read aloud."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "card")
        self._item = label("", "title", wrap=True)
        self._result = StatusPill(look)
        self._figures = label("", "large")
        self._more, self._base = label("", "muted", wrap=True), label("", "muted", wrap=True)
        head = row(self._item, self._result, space=12)
        head.setStretch(0, 1)
        self.setLayout(column(head, self._figures, self._more, self._base, space=4, margin=14))

    def show_vote(self, vote: HandsVote | None, state: VotingState) -> None:
        self.setVisible(vote is not None)
        if vote is None:
            return
        say = self._look.say
        tone, word = result_words(vote, say)
        self._item.setText(f"{vote.number}. {vote.item}")
        self._result.show_status(tone, word)
        figures = say("{agree} of {base} agree", agree=vote.agree, base=vote.base.count)
        self._figures.setText(f"{figures} · {share_words(vote.agree, vote.base.count, say)}")
        told = say(
            "disagree {disagree}, other opinion {other}; {present} in the hall",
            disagree=vote.disagree,
            other=vote.other,
            present=vote.present,
        )
        self._base.setText(needed_words(vote, say))
        parts = (told, vote.reason, vote.note, vote.voided)
        self._more.setText(" · ".join(part for part in parts if part))


class VoidForm(QFrame):
    """A vote is voided: the reason stays beside it."""

    def __init__(self, presenter: VotingPresenter, look: Look) -> None:
        super().__init__()
        self._look = look
        say = look.say
        self.setProperty("look", "card")
        self._which: QLabel = label("", "strong", wrap=True)
        self._reason: QLineEdit = line_edit()
        self._field = Field(say("Reason"), self._reason)
        self.cancel = button(say("Cancel"), key="Escape")
        self.save = primary_button(say("Void the vote"), look=look, icon="cross")
        told = label(say("It stays in the list as voided. Put the matter to the vote again."), "muted", wrap=True)
        layout = column(
            label(say("Void a vote"), "title"),
            self._which,
            self._field,
            told,
            0,
            row(0, self.cancel, self.save),
            space=12,
            margin=14,
        )
        self.setLayout(layout)
        on_click(self.cancel, lambda: presenter.open_side(Side.RECORD))
        on_click(self.save, lambda: presenter.void(self._reason.text()))
        shortcut = QShortcut(QKeySequence("Escape"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.cancel.click)

    def show_state(self, state: VotingState) -> None:
        vote = state.chosen_vote
        self._which.setText(f"{vote.number}. {vote.item}" if vote else "")
        self._field.show_wrong(wrong_words(state.wrong, "reason_needed", self._look.say))
        if state.side is not Side.VOID:
            self._reason.clear()


def _columns(look: Look) -> list[Column[HandsVote]]:
    say = look.say
    return [
        Column(title=say("No."), text=lambda v: str(v.number), key=lambda v: v.number, number=True, width=48),
        Column(title=say("Item"), text=lambda v: v.item, stretches=True),
        Column(title=say("Agree"), text=lambda v: str(v.agree), key=lambda v: v.agree, number=True, width=80),
        Column(
            title=say("Disagree"), text=lambda v: str(v.disagree), key=lambda v: v.disagree, number=True, width=116
        ),
        Column(title=say("Share"), text=lambda v: share_words(v.agree, v.base.count, say), number=True, width=112),
        Column(
            title=say("Result"),
            text=lambda v: result_words(v, say)[1],
            icon=lambda v: (result_words(v, say)[0].icon, result_words(v, say)[0].value),
            width=164,
        ),
    ]
