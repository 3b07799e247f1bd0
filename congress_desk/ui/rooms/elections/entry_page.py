"""One ballot at a time by keyboard: the numbers typed strike names before one's eyes; Enter goes on to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QBrush, QFont, QFontMetrics
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from congress_desk.domain.ballot_batches import EnteredRow
from congress_desk.domain.ballot_forms import BallotKind, Mark
from congress_desk.domain.ballots import rule_on
from congress_desk.domain.election_lists import printed_names
from congress_desk.plumbing.vote_words import INVALID, QUESTIONS
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.entry_line import LETTERS, Typed, as_typed, typed
from congress_desk.ui.rooms.elections.parts import on_key
from congress_desk.ui.rooms.elections.state import ElectionsState
from congress_desk.ui.rooms.elections.words import mark_words
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.forms import line_edit, scrolled
from congress_desk.ui.widgets.parts import button, card, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.pill import StatusPill

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

SHOWN_BEFORE = 200
NAME_HEIGHT = 27
BESIDE_NAME = 54  # px: number, margins


class EntryPage(QWidget):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._state = ElectionsState()
        self._place = -1
        self._name_width = 0
        self._build()
        self._connect()

    def show_state(self, state: ElectionsState) -> None:
        say, entry, one = self._look.say, state.entry, state.round
        self._state = state
        if entry is None or one is None:
            return
        bold = QFont(self.names.font())
        bold.setBold(True)
        widths = (QFontMetrics(bold).horizontalAdvance(name) for name in printed_names(one.candidates))
        self._name_width = max(widths) + BESIDE_NAME
        self._title.setText(
            say(
                "Bundle {batch}, pass {number}, entered by {name}",
                batch=entry.batch,
                number=entry.number,
                name=entry.by,
            )
        )
        self._number.setText(say("Ballot {number}", number=entry.at + 1))
        strike = one.ballot is BallotKind.STRIKE
        self._how.setText(
            say("Type the numbers struck through, with spaces. Nothing: no name is struck.")
            if strike
            else say("Type the numbers disagreed to. 5- : neither box, 5+ : both. Nothing: all agreed to.")
        )
        self._before.clear()
        for place, row_ in list(enumerate(entry.safe))[-SHOWN_BEFORE:]:
            item = QListWidgetItem(f"{place + 1}.  {self._short(row_)}", self._before)
            item.setData(Qt.ItemDataRole.UserRole, place)
        self._before.scrollToBottom()
        self._entered.setText(say("{count} ballots entered", count=len(entry.safe)))
        self.keep.setEnabled(bool(entry.rows) and not state.busy)
        self.remove.setEnabled(bool(entry.rows) and not state.busy)
        if entry.at != self._place:
            self._place = entry.at
            self.line.setText(as_typed(entry.rows[entry.at]) if entry.at < len(entry.rows) else "")
            QTimer.singleShot(0, self.line, self.line.setFocus)
        self._draw()

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._title, self._number = label("", "title"), label("", "large")
        self.put_aside = button(say("Put aside"), key="Escape")
        self.keep = primary_button(say("Bundle finished: keep it"), look=look, icon="tick", key="Ctrl+S")
        self.line = line_edit()
        self.line.setProperty("size", "desk")
        self.line.setAccessibleName(say("What stands on this ballot"))
        self._how = label("", "muted", wrap=True)
        self._votes = StatusPill(look)
        self.names = QListWidget()
        self.names.setAccessibleName(say("Names on the ballot"))
        self.names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.names.setWrapping(True)
        self.names.setFlow(QListWidget.Flow.TopToBottom)
        self.names.setResizeMode(QListWidget.ResizeMode.Adjust)
        head = row(self._number, 0, self._votes)
        ballot = card(head, self.line, self._how, self.names, space=8, margin=14)
        layout = ballot.layout()
        assert layout is not None
        layout.setStretch(3, 1)  # type: ignore[attr-defined]
        letters = "\n".join(f"{letter}   {say(INVALID[reason])}" for letter, reason in LETTERS.items())
        told = QWidget()
        told.setLayout(column(label(letters, "caption", wrap=True), 0))
        reasons = card(label(say("Not valid: one letter"), "strong"), scrolled(told), margin=12, space=4)
        self._before = QListWidget()
        self._before.setAccessibleName(say("Ballots entered"))
        self._entered = label("", "strong")
        self.remove = button(say("Remove the last"), look=look, icon="undo", kind="quiet")
        side = QWidget()
        side.setFixedWidth(330)
        lines = column(reasons, row(self._entered, 0, self.remove), self._before, space=8)
        lines.setStretch(0, 3)
        lines.setStretch(2, 4)
        side.setLayout(lines)
        halves = row(ballot, side, space=12)
        halves.setStretch(0, 1)
        whole = column(row(self._title, 0, self.put_aside, self.keep, space=8), halves, space=10)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        entries = self._presenter.entries
        self.line.textChanged.connect(lambda _text: self._draw())
        self.line.returnPressed.connect(self._on_enter)
        self._before.itemActivated.connect(lambda item: entries.go_to(item.data(Qt.ItemDataRole.UserRole)))
        self._before.itemClicked.connect(lambda item: entries.go_to(item.data(Qt.ItemDataRole.UserRole)))
        on_click(self.keep, entries.keep)
        on_click(self.remove, entries.remove_last)
        on_click(self.put_aside, entries.put_aside)
        on_key(self, "Ctrl+S", self.keep.click)
        on_key(self, "Escape", self.put_aside.click)
        on_key(self, "Up", lambda: self._on_step(-1))
        on_key(self, "Down", lambda: self._on_step(1))

    def _on_enter(self) -> None:
        found = self._typed()
        if found is not None and not found.wrong:
            self._place = -1  # the next ballot begins with an empty line
            self._presenter.entries.accept(found.row)

    def _on_step(self, by: int) -> None:
        if self._state.entry is not None:
            self._presenter.entries.go_to(self._state.entry.at + by)

    def _typed(self) -> Typed | None:
        one = self._state.round
        return typed(self.line.text(), one.ballot, [c.id for c in one.candidates]) if one else None

    def _draw(self) -> None:
        one, found, say = self._state.round, self._typed(), self._look.say
        if one is None or found is None:
            return
        muted, plain = self._look.tokens.colour("muted"), self._look.tokens.colour("text")
        self.names.clear()
        pairs = zip(one.candidates, printed_names(one.candidates), strict=True)
        for number, (candidate, name) in enumerate(pairs, 1):
            mark = found.row.marks.get(candidate.id, Mark.NONE)
            odd = mark in (Mark.NONE, Mark.BOTH) and not found.row.invalid
            said = f" ({mark_words(mark, one.ballot, say)})" if odd else ""
            item = QListWidgetItem(f"{number}.  {name}{said}", self.names)
            item.setSizeHint(QSize(self._name_width, NAME_HEIGHT))
            font = item.font()
            font.setStrikeOut(found.row.invalid is not None or mark is Mark.NO)
            font.setBold(mark is Mark.YES)
            item.setFont(font)
            item.setForeground(QBrush(plain if mark is Mark.YES else muted))
        self._votes.show_status(*self._judged(found))

    def _judged(self, found: Typed) -> tuple[Tone, str]:
        """What the regulation's table says of the line as it stands."""
        one, say = self._state.round, self._look.say
        assert one is not None
        if found.wrong:
            return Tone.NO, say("“{part}” is no number of this ballot", part=found.wrong)
        if found.row.invalid is not None:
            return Tone.NO, say(INVALID[found.row.invalid])
        ruled = rule_on(found.row.marks, kind=one.ballot, seats=one.seats, undecided=one.undecided)
        votes = say("{votes} votes, {seats} to elect", votes=found.yes, seats=one.seats)
        if ruled.invalid is not None:
            return Tone.ASK, f"{votes}: {say(INVALID[ruled.invalid])}"
        return (Tone.ASK, say(QUESTIONS[ruled.question])) if ruled.question else (Tone.OK, votes)

    def _short(self, entered: EnteredRow) -> str:
        say = self._look.say
        if entered.invalid is not None:
            return say(INVALID[entered.invalid])
        return as_typed(entered) or say("nothing struck or disagreed to")
