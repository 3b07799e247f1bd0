"""The band over every page of the room: what is on, what comes next, how late it is, and the one key that goes on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from congress_desk.domain.agenda import ItemState
from congress_desk.domain.agenda_times import Timed
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.agenda.state import AgendaState
from congress_desk.ui.rooms.agenda.words import clock, lateness, stretch
from congress_desk.ui.widgets.fit_label import ElidedLabel
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.pill import StatusPill

if TYPE_CHECKING:
    from congress_desk.ui.rooms.agenda.presenter import AgendaPresenter


class NowBar(QFrame):
    def __init__(self, presenter: AgendaPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._state = AgendaState()
        self.setProperty("look", "card")
        self._build()
        on_click(self.next, presenter.programme.start_next)
        on_click(self.end, presenter.programme.end)
        on_click(self.announce, presenter.programme.announce)

    def show_state(self, state: AgendaState) -> None:
        self._state = state
        say, found = self._look.say, state.now
        ahead = any(timed.state is ItemState.AHEAD for timed in state.times)
        self._now.setText(_title(found.now) if found.now else say("Nothing is on"))
        self._by_clock.setVisible(found.by_clock and found.now is not None)
        if found.next:
            self._next.setText(f"{clock(found.next.starts, state.zone)}  {_title(found.next)}")
        else:
            self._next.setText(say("Nothing more is planned") if state.times else "")
        self._late.setVisible(found.next is not None or found.now is not None)
        self._late.show_status(*lateness(found.late, say))
        self.next.setEnabled(ahead)
        self.end.setEnabled(state.agenda is not None and state.agenda.running is not None)
        self.announce.setEnabled(ahead)
        self.tick(None)

    def tick(self, now: dt.datetime | None) -> None:
        """The time that the item on now still has."""
        found = self._state.now.now
        running = found is not None and found.item.started is not None and now is not None
        self._left.setVisible(running)
        if found is not None and now is not None and running:
            planned = dt.timedelta(minutes=found.item.minutes)
            left = planned - (now - found.starts)
            say, shown = self._look.say, stretch(abs(left))
            over = left < dt.timedelta(0)
            self._left.setText(say("over by {time}", time=shown) if over else say("{time} left", time=shown))

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._now, self._next = ElidedLabel("", "strong"), ElidedLabel()
        self._by_clock = label(say("by the plan"), "muted")
        self._left = label("", "muted")
        self._late = StatusPill(look)
        self.next = primary_button(say("Begin the next item"), look=look, icon=look.icon_on, key="F5")
        self.end = button(say("End"), key="F6")
        self.announce = button(say("Announce these times"))
        first = row(label(say("Now"), "caption"), self._now, self._by_clock, self._left, space=10)
        second = row(label(say("Next"), "caption"), self._next, self._late, space=10)
        first.setStretch(1, 1)
        second.setStretch(1, 1)
        words = column(first, second, space=4)
        line = row(words, self.next, self.end, self.announce, space=8, margin=12)
        line.setStretch(0, 1)
        self.setLayout(line)


def _title(timed: Timed) -> str:
    item = timed.item
    return f"{item.number}. {item.content}" if item.number else item.content
