"""Who enters which bundle by keyboard, and the passes that wait to be finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from congress_desk.domain.ballot_batches import PASSES, EntryDraft, Way
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.panel import Panel
from congress_desk.ui.rooms.elections.state import ElectionsState
from congress_desk.ui.rooms.elections.words import wrong_words
from congress_desk.ui.widgets.forms import Choice, Field, line_edit, scrolled
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter


class EntryPanel(Panel):
    """Two or three people enter the same bundle, each alone, each another pass."""

    way = Way.ENTRY

    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__(presenter, look)
        say = look.say
        self._number = PASSES[0]
        self._sure = False  # throwing away was asked for once
        self.number = Segments([(str(n), n) for n in PASSES], say("Pass"))
        self.by = line_edit(placeholder=say("Full name"))
        self._by_field = Field(say("Who enters this pass"), self.by)
        self.begin = primary_button(say("Begin to enter"), look=look, icon="keyboard", key="F5")
        self._waiting = self._build_waiting()
        self._how = label(
            say(
                "Each pass is entered by another person who does not see the others. What is equal counts; what is "
                "not is shown ballot by ballot."
            ),
            "muted",
            wrap=True,
        )
        content = QWidget()
        content.setLayout(
            column(
                self.batch_field,
                column(label(say("Pass"), "caption"), self.number, space=4),
                self._by_field,
                self._how,
                self.begin,
                self._waiting,
                0,
                space=10,
                margin=14,
            )
        )
        self.setLayout(column(scrolled(content)))
        self.number.show_value(self._number)
        self._connect()

    def show_state(self, state: ElectionsState, *, may: bool) -> None:
        say = self.look.say
        self._by_field.show_wrong(wrong_words(state.wrong, "entered_by", say))
        self._waiting.setVisible(bool(state.unfinished))
        self._how.setVisible(not state.unfinished)  # there is room for one of the two on a small screen
        chosen = self.waiting.value()
        self.waiting.offer([(self._told(draft), draft) for draft in state.unfinished], chosen)
        if self.waiting.value() != chosen:
            self._ask_once_more(False)
        for part in (self.begin, self.go_on, self.throw_away):
            part.setEnabled(may and not state.busy)

    def _build_waiting(self) -> QWidget:
        look, say = self.look, self.look.say
        self.waiting = Choice()
        self.waiting.setAccessibleName(say("Passes not finished"))
        self.go_on = button(say("Go on with it"), look=look, icon="forward")
        self.throw_away = button(say("Throw it away"), look=look, icon="cross", kind="quiet")
        made = QWidget()
        acts = row(self.go_on, 0, self.throw_away, space=8)
        made.setLayout(column(label(say("Passes not finished"), "strong"), self.waiting, acts, space=8))
        return made

    def _connect(self) -> None:
        entries = self.presenter.entries
        self.number.picked.connect(self._on_number)
        on_click(self.begin, lambda: entries.begin(self.batch.text(), self._number, self.by.text()))
        self.waiting.picked.connect(lambda _draft: self._ask_once_more(False))
        on_click(self.go_on, self._on_go_on)
        on_click(self.throw_away, self._on_throw_away)

    def _told(self, draft: EntryDraft) -> str:
        return self.look.say(
            "Bundle {batch}, pass {number}, {name}: {count} ballots",
            batch=draft.batch,
            number=draft.number,
            name=draft.by,
            count=len(draft.rows),
        )

    def _on_number(self, number: int) -> None:
        self._number = number

    def _on_go_on(self) -> None:
        draft = self.waiting.value()
        if draft is not None:
            self.presenter.entries.begin(draft.batch, draft.number, draft.by)

    def _on_throw_away(self) -> None:
        """Asked once more on the button itself: what was typed is lost."""
        draft = self.waiting.value()
        if draft is None:
            return
        if not self._sure:
            self._ask_once_more(True)
            return
        self._ask_once_more(False)
        self.presenter.entries.throw_away(draft.batch, draft.number)

    def _ask_once_more(self, asked: bool) -> None:
        say = self.look.say
        self._sure = asked
        self.throw_away.setText(say("Throw away what was typed?") if asked else say("Throw it away"))
