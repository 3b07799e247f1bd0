"""The register of presentations in its order, with the figures that a congress reports over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from congress_desk.domain.speech_figures import SpeechFigures
from congress_desk.domain.speeches import BEFORE_SPEAKING, Speech, SpeechId, SpeechState
from congress_desk.plumbing.programme_words import SPEECH_STATES
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.agenda.state import AgendaState
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.fit_label import ElidedLabel
from congress_desk.ui.widgets.ordered_tree import OrderColumn, OrderedTree, OrderGroup, OrderRow
from congress_desk.ui.widgets.parts import button, column, icon_button, label, on_click, row
from congress_desk.ui.widgets.pill import StatusPill

if TYPE_CHECKING:
    from congress_desk.ui.rooms.agenda.presenter import AgendaPresenter

ICONS = {
    SpeechState.REGISTERED: ("waiting", "ask"),
    SpeechState.APPROVED: ("ok", "ok"),
    SpeechState.CALLED: ("forward", "ok"),
    SpeechState.SPEAKING: ("sound", "ok"),
    SpeechState.DELIVERED: ("tick", "muted"),
    SpeechState.HANDED_IN: ("records", "muted"),
    SpeechState.WITHDRAWN: ("cross", "muted"),
}


class SpeechesPage(QWidget):
    text_requested = Signal()
    print_requested = Signal()

    def __init__(self, presenter: AgendaPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._build()
        self._connect()

    def show_state(self, state: AgendaState) -> None:
        register = state.speeches.speeches
        self._stack.setCurrentWidget(self._list if register or state.agenda is None else self.empty)
        self._draw_figures(state.figures)
        rows = tuple(self._row(speech) for speech in register)
        self.tree.show_groups([OrderGroup(id="", rows=rows)], state.marked)
        marked = [speech for speech in register if speech.id in state.marked]
        one = state.speech
        self.approve.setEnabled(any(speech.state is SpeechState.REGISTERED for speech in marked))
        self.call.setEnabled(one is not None and one.state is SpeechState.APPROVED)
        self.hand_in.setEnabled(one is not None and one.state in BEFORE_SPEAKING)
        self.withdraw.setEnabled(one is not None and one.state in BEFORE_SPEAKING | {SpeechState.HANDED_IN})
        self.edit.setEnabled(one is not None)
        self.text.setEnabled(one is not None)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._counts = ElidedLabel()
        self._mean = label("", "muted")
        self._reached, self._delivered = StatusPill(look), StatusPill(look)
        strip = self._strip()
        self.tree = OrderedTree(
            look,
            (
                OrderColumn(title=say("No."), width=64),
                OrderColumn(title=say("Speaker"), width=170),
                OrderColumn(title=say("Delegation"), width=130),
                OrderColumn(title=say("Topic"), stretches=True),
                OrderColumn(title=say("Minutes"), width=84, number=True),
                OrderColumn(title=say("Status"), width=180),
            ),
            name=say("Presentations"),
            many=True,
        )
        self.tree.setToolTip(say("Drag a row to move it, or press Alt+Up and Alt+Down"))
        self.add = button(say("Add a presentation"), look=look, icon="add", key="Insert")
        self.edit = button(say("Edit"), look=look, icon="edit", key="F2")
        self.approve = button(say("Approve"), look=look, icon="tick")
        self.call = button(say("Call"), look=look, icon=look.icon_on)
        self.hand_in = button(say("Submitted in writing"))
        self.text = button(say("Text file"), look=look, icon="open")
        self.withdraw = button(say("Withdraw"), kind="quiet")
        self.paper = icon_button(look, "printer", say("Print"))
        first = row(self.add, self.edit, self.approve, self.call, 0, self.paper, space=6)
        second = row(self.hand_in, self.text, self.withdraw, 0, space=6)
        self._list = QWidget()
        layout = column(strip, self.tree, first, second, space=8)
        layout.setStretch(1, 1)
        self._list.setLayout(layout)
        self.empty = EmptyState(
            look,
            icon="sound",
            sentence=say(
                "No presentation is registered yet. A text that is handed in has the same value as one that is "
                "delivered; both are counted."
            ),
            button=say("Register the first one"),
            act=lambda: self._presenter.speeches.open(new=True),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self.empty)
        self.setLayout(column(self._stack))

    def _strip(self) -> QFrame:
        made = QFrame()
        line = row(self._counts, self._mean, self._reached, self._delivered, space=14)
        line.setStretch(0, 1)
        made.setLayout(line)
        return made

    def _connect(self) -> None:
        acts = self._presenter.speeches
        self.tree.marked.connect(lambda ids: acts.mark([SpeechId(one) for one in ids]))
        self.tree.opened.connect(lambda _id: acts.open(new=False))
        self.tree.moved.connect(acts.move)
        for one, act in (
            (self.add, lambda: acts.open(new=True)),
            (self.edit, lambda: acts.open(new=False)),
            (self.approve, acts.approve),
            (self.call, acts.call),
            (self.hand_in, acts.hand_in),
            (self.withdraw, acts.ask_withdraw),
            (self.text, self.text_requested.emit),
            (self.paper, self.print_requested.emit),
        ):
            on_click(one, act)
        for keys, one in (("F2", self.edit), ("Insert", self.add)):
            QShortcut(QKeySequence(keys), self).activated.connect(one.click)

    def _draw_figures(self, figures: SpeechFigures) -> None:
        say, counts = self._look.say, figures.counts
        self._counts.setText(
            say(
                "Registered {registered} · delivered {delivered} · in writing {written} · withdrawn {withdrawn}",
                registered=counts.registered,
                delivered=counts.delivered,
                written=counts.written,
                withdrawn=counts.withdrawn,
            )
        )
        mean = figures.mean_minutes
        tenths = round(mean * 10) if mean is not None else 0
        point = "." if say.language.value == "en" else ","
        length = f"{tenths // 10}{point}{tenths % 10}"
        self._mean.setText(say("mean length {length} min", length=length) if mean is not None else "")
        for pill, count, least, reached, word in (
            (self._reached, counts.presentations, figures.at_least, figures.reached, say("presentations")),
            (
                self._delivered,
                counts.delivered,
                figures.delivered_at_least,
                figures.delivered_reached,
                say("delivered"),
            ),
        ):
            pill.show_status(Tone.OK if reached else Tone.CALM, f"{count}/{least} {word}")

    def _row(self, speech: Speech) -> OrderRow:
        say, entry = self._look.say, speech.entry
        gone = speech.state is SpeechState.WITHDRAWN
        state = say(SPEECH_STATES[speech.state])
        topic = f"{entry.topic} ({entry.group})" if entry.group else entry.topic
        texts = (str(speech.number or ""), speech.speaker, speech.delegation, topic, str(entry.minutes), state)
        quiet = gone or speech.state in (SpeechState.DELIVERED, SpeechState.HANDED_IN)
        return OrderRow(
            id=speech.id,
            texts=texts,
            icon=ICONS[speech.state],
            tones=tuple((place, "muted") for place in range(len(texts))) if quiet else (),
            strong=speech.state is SpeechState.SPEAKING,
        )
