"""The microphone: who speaks and how much time is left, who may begin, whose hand is raised."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from congress_desk.domain.speech_timer import WARNING_SECONDS, Phase, Timer
from congress_desk.domain.speeches import RequestId, RequestKind, SpeechState, TurnId
from congress_desk.plumbing.programme_words import REQUEST_KINDS, SPEECH_STATES
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.agenda.state import AgendaState
from congress_desk.ui.rooms.agenda.words import stretch, whole_seconds_left
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.fit_label import ElidedLabel, FitLabel
from congress_desk.ui.widgets.parts import button, column, desk_button, icon_button, label, on_click, row
from congress_desk.ui.widgets.pill import StatusPill

if TYPE_CHECKING:
    from congress_desk.ui.rooms.agenda.presenter import AgendaPresenter

ID = Qt.ItemDataRole.UserRole
MINUTE = 60
LINE_HEIGHT = 52


class Microphone(QFrame):
    """take_back_requested: the last act at the microphone, after a slip of the finger."""

    take_back_requested = Signal()

    def __init__(self, presenter: AgendaPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._timer: Timer | None = None
        self._warning_seconds = WARNING_SECONDS
        self._waiting: tuple[tuple[str, str, str], ...] = ()
        self._hands = frozenset[str]()
        self.setProperty("look", "card")
        self._build()
        self._connect()

    def show_state(self, state: AgendaState) -> None:
        say, turn = self._look.say, state.at_microphone
        self._timer = turn.timer if turn else None
        self._warning_seconds = state.rules.warning_seconds
        self._speaking.setVisible(turn is not None)
        self._silent.setVisible(turn is None)
        if turn is not None:
            self._name.setText(turn.speaker)
            self._who.setText(turn.delegation)
            self._subject.setText(turn.subject)
            self.pause.setText(say("Pause") if turn.timer.is_running else say("Go on"))
            self.pause.setAccessibleName(self.pause.text())
        self._draw_waiting(state)
        self.begin.setVisible(turn is None)
        self.begin.setEnabled(self.waiting.count() > 0)

    def tick(self, now: dt.datetime) -> None:
        """The time left; it is the view that asks, four times a second."""
        timer = self._timer
        if timer is None:
            return
        say, phase = self._look.say, timer.phase(now, warning_seconds=self._warning_seconds)
        self._left.setText(stretch(whole_seconds_left(timer.left(now))))
        tones = {Phase.WARNING: "ask", Phase.OVER: "no"}
        colour = self._look.tokens.colours[tones.get(phase, "text")]
        self._left.setStyleSheet(f"color: {colour};")
        words = {
            Phase.WARNING: (Tone.ASK, say("Time is running out")),
            Phase.OVER: (Tone.NO, say("Over time")),
            Phase.PAUSED: (Tone.CALM, say("Paused")),
        }
        self._phase.show_status(*words.get(phase, (Tone.OK, say("Speaking"))))
        spoken, allowed = stretch(timer.elapsed(now)), stretch(timer.allowed)
        self._spoken.setText(say("{spoken} of {allowed}", spoken=spoken, allowed=allowed))

    def chosen(self) -> TurnId | None:
        item = self.waiting.currentItem()
        return TurnId(str(item.data(ID))) if item else None

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._name = FitLabel(largest=20, smallest=15, weight=QFont.Weight.DemiBold)
        self._who, self._subject = ElidedLabel("", "muted"), ElidedLabel("", "muted")
        self._left = label("", "name")
        self._left.setAccessibleName(say("Time left"))
        self._left.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._phase = StatusPill(look)
        self._spoken = label("", "muted")
        self.end = desk_button(say("Finished"), look=look, icon="tick", kind="primary", key="F7")
        self.pause = button(say("Pause"), key="F8")
        self.more = button(say("1 minute more"), key="F9")
        self._speaking = QWidget()
        times = row(self._left, 0, column(self._phase, self._spoken, space=2), space=8)
        keys = row(self.pause, self.more, space=8)
        self._speaking.setLayout(column(self._name, self._who, self._subject, times, self.end, keys, space=6))
        self._speaking.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._silent = label(say("Nobody is at the microphone."), "muted", wrap=True)
        self.begin = desk_button(say("Begin to speak"), look=look, icon="sound", kind="primary", key="F7")
        self.waiting = QListWidget()
        self.waiting.setMinimumHeight(LINE_HEIGHT + 8)
        self.waiting.setAccessibleName(say("Who may speak next"))
        self.waiting.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.waiting.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.hand = button(say("Raise a hand"), look=look, icon="add", key="F4")
        self.down = button(say("Take the hand down"), kind="quiet")
        self.back = icon_button(look, "undo", say("Take back the last act"))
        title = row(label(say("Microphone"), "title"), 0, self.back)
        layout = column(
            title,
            self._speaking,
            self._silent,
            self.begin,
            label(say("Who may speak next"), "strong"),
            self.waiting,
            self.hand,
            self.down,
            space=8,
            margin=14,
        )
        layout.setStretch(5, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        acts = self._presenter.speeches
        on_click(self.end, acts.end)
        on_click(self.pause, acts.pause_or_resume)
        on_click(self.more, lambda: acts.extend(MINUTE))
        on_click(self.begin, self._on_begin)
        on_click(self.hand, acts.open_hand)
        on_click(self.down, self._on_lower)
        on_click(self.back, self.take_back_requested.emit)
        self.waiting.itemActivated.connect(lambda _item: self._on_begin())
        self.waiting.currentItemChanged.connect(lambda _new, _old: self._draw_acts())

    def _draw_waiting(self, state: AgendaState) -> None:
        lines = tuple(self._lines(state))
        if lines != self._waiting:
            self._waiting = lines
            kept = self.chosen()
            self.waiting.clear()
            for identity, who, what in lines:
                item = QListWidgetItem(f"{who}\n{what}", self.waiting)
                item.setData(ID, identity)
                item.setSizeHint(QSize(0, LINE_HEIGHT))
                item.setToolTip(who)
            places = [line[0] for line in lines]
            self.waiting.setCurrentRow(places.index(kept) if kept in places else 0 if lines else -1)
        self._hands = frozenset(str(one.id) for one in state.hands)
        self._draw_acts()

    def _lines(self, state: AgendaState) -> list[tuple[str, str, str]]:
        """Id, who, what: points of order first, then who was called, raised hands, and who is approved."""
        say = self._look.say
        first: list[tuple[str, str, str]] = []
        hands: list[tuple[str, str, str]] = []
        for one in state.hands:
            who = " · ".join(part for part in (one.speaker, one.delegation) if part)
            there = first if one.kind is RequestKind.POINT_OF_ORDER else hands
            there.append((one.id, who, say(REQUEST_KINDS[one.kind])))
        called = [s for s in state.may_begin if s.state is SpeechState.CALLED]
        approved = [s for s in state.may_begin if s.state is SpeechState.APPROVED]
        told = [(s.id, f"{s.number}. {s.speaker}", say(SPEECH_STATES[s.state])) for s in (*called, *approved)]
        return [*first, *told[: len(called)], *hands, *told[len(called) :]]

    def _draw_acts(self) -> None:
        self.down.setVisible(self.chosen() in self._hands)

    def _on_begin(self) -> None:
        chosen = self.chosen()
        if chosen is not None and self._timer is None:
            self._presenter.speeches.begin(chosen)

    def _on_lower(self) -> None:
        chosen = self.chosen()
        if chosen in self._hands and chosen is not None:
            self._presenter.speeches.lower(RequestId(chosen))
