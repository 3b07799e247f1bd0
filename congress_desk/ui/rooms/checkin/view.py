"""The check-in room on the screen: the answer on the leading half, live picture, search and last ten beside it.

The keyboard is read by ui/wedge.py, which asks `take_key` first: what a scanner types never lands in a field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from congress_desk.services.ports.camera import PictureSeen
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.checkin.answering import CONFIRM, DECLINE, EXCUSE, EXIT, UNDO, shown
from congress_desk.ui.rooms.checkin.dialogs import DelegationsDialog, ExcuseDialog
from congress_desk.ui.rooms.checkin.lists import found_table, latest_table
from congress_desk.ui.rooms.checkin.live_panel import LivePanel
from congress_desk.ui.rooms.checkin.state import CheckInState
from congress_desk.ui.rooms.checkin.tally import Tally
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.answer_panel import AnswerPanel
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.parts import column, row
from congress_desk.ui.widgets.pill import StatusPill
from congress_desk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from congress_desk.ui.rooms.checkin.presenter import CheckInPresenter

FOUND, LATEST = 0, 1


class CheckInView(QWidget):
    def __init__(self, presenter: CheckInPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._state = CheckInState()
        self._delegations: DelegationsDialog | None = None
        self._build()
        self._connect()
        self._draw_all(self._state)

    def show_state(self, state: CheckInState) -> None:
        """Draws what has changed; ten times a second while a face is looked for."""
        before, self._state = self._state, state
        if (state.sessions, state.session) != (before.sessions, before.session):
            self._draw_sessions(state)
        if state.answer is not before.answer or state.zone is not before.zone:
            self._answer.show_answer(shown(state.answer, state.zone, self._look.say))
        if (state.found, state.wanted, state.picked) != (before.found, before.wanted, before.picked):
            self._draw_found(state)
        if state.latest is not before.latest:
            self._draw_latest(state)
        if state.status is not before.status:
            self._draw_status(state)
        if state.live != before.live:
            self._draw_live(state)

    def show_picture(self, picture: PictureSeen) -> None:
        self._live.show_picture(picture)

    def take_key(self, key: str) -> bool:
        """A single key typed by a person; True if it answered a question. Fields and buttons get the others."""
        return not self._search.text() and self._presenter.take_key(key)

    def typing_place(self) -> QWidget:
        """Where letters go that are typed while no field has the focus."""
        return self._search

    def ask_excuse(self) -> None:
        """Open the absence dialog for the person of the answer."""
        person = self._state.answer.person
        if person is not None:
            dialog = ExcuseDialog(self._look, person.delegate, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.excused.connect(self._presenter.excuse)
            dialog.open()

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._chooser = QComboBox()
        self._chooser.setAccessibleName(say("Session"))
        self._chooser.setMinimumWidth(200)
        self._open = StatusPill(look)
        self._answer = AnswerPanel(look)
        self._live = LivePanel(look)
        self._search = SearchField(look, say("Find by name, unit, delegation or number"))
        self._search.setProperty("size", "desk")
        self._found = found_table(look)
        self._latest = latest_table(look)
        self._lists = QStackedWidget()
        self._lists.addWidget(self._found)
        self._lists.addWidget(self._latest)
        self._lists.setCurrentIndex(LATEST)
        self._tally = Tally(look)
        self._lay_out()

    def _lay_out(self) -> None:
        say = self._look.say
        head = row(self._chooser, self._open, space=8)
        head.setStretch(0, 1)
        side = column(head, self._live, self._search, self._lists, space=8)
        side.setStretch(1, 4)
        side.setStretch(3, 6)
        halves = row(self._answer, side, space=16)
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        desk = QWidget()
        layout = column(halves, self._tally, space=12, margin=16)
        layout.setStretch(0, 1)
        desk.setLayout(layout)
        empty = EmptyState(
            self._look,
            icon="calendar",
            sentence=say("No session has been planned yet. Add the first session, then people can be checked in."),
            button=say("Add a session"),
            act=self._presenter.plan_sessions,
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(desk)
        self._pages.addWidget(empty)
        self.setLayout(column(self._pages, space=0))
        self.setFocusProxy(self._search)

    def _connect(self) -> None:
        self._chooser.activated.connect(self._on_session_chosen)
        self._live.switch_requested.connect(self._presenter.switch_faces)
        self._answer.acted.connect(self._on_acted)
        self._answer.chosen.connect(self._presenter.choose)
        self._search.searched.connect(self._presenter.search)
        self._search.picked.connect(self._on_entered)
        self._search.moved.connect(self._presenter.move)
        self._found.grid.clicked.connect(self._on_found_clicked)
        self._latest.activated.connect(self._presenter.show_line)
        self._tally.delegations_requested.connect(self._on_delegations_requested)
        for key, act in (
            ("F2", self._presenter.switch_faces),
            ("F4", self._presenter.undo),
            ("F6", self._presenter.record_exit),
            ("F7", self.ask_excuse),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _draw_all(self, state: CheckInState) -> None:
        self._answer.show_answer(shown(state.answer, state.zone, self._look.say))
        self._draw_sessions(state)
        self._draw_found(state)
        self._draw_latest(state)
        self._draw_live(state)

    def _draw_sessions(self, state: CheckInState) -> None:
        say = self._look.say
        self._pages.setCurrentIndex(1 if state.sessions == () else 0)
        self._chooser.clear()
        for session in state.sessions or ():
            starts = session.starts.astimezone(state.zone)
            self._chooser.addItem(f"{session.name}  ·  {say.date(starts)} {say.time(starts)}")
        if state.session is not None and state.sessions:
            self._chooser.setCurrentIndex([s.id for s in state.sessions].index(state.session.id))
            closed = state.session.closed_at is not None
            self._open.show_status(
                *((Tone.NO, say("Session closed"), "lock") if closed else (Tone.OK, say("Session open"), "ok"))
            )
        self._open.setVisible(state.session is not None)

    def _draw_found(self, state: CheckInState) -> None:
        self._found.show_rows(state.found)
        self._lists.setCurrentIndex(FOUND if state.wanted else LATEST)
        if state.found:
            self._found.choose(state.found[state.picked].delegate.id)
        if not state.wanted and self._search.text():
            self._search.clear()

    def _draw_latest(self, state: CheckInState) -> None:
        self._latest.show_rows(state.latest)

    def _draw_status(self, state: CheckInState) -> None:
        if state.status is not None:
            self._tally.show_status(state.status, state.zone)
            if self._delegations is not None:
                self._delegations.show_figures(state.status.delegations)

    def _draw_live(self, state: CheckInState) -> None:
        self._live.show_live(state.live)

    def _on_session_chosen(self, place: int) -> None:
        if self._state.sessions:
            self._presenter.choose_session(self._state.sessions[place].id)

    def _on_acted(self, code: str) -> None:
        acts = {
            CONFIRM: self._presenter.confirm,
            UNDO: self._presenter.undo,
            EXIT: self._presenter.record_exit,
            EXCUSE: self.ask_excuse,
            DECLINE: self._presenter.decline,
        }
        acts[code]()
        self._search.setFocus()

    def _on_entered(self) -> None:
        self._presenter.enter_typed(self._search.text())

    def _on_found_clicked(self) -> None:
        chosen = self._found.current()
        if chosen is not None:
            self._presenter.pick(chosen.delegate)

    def _on_delegations_requested(self) -> None:
        if self._delegations is None:
            self._delegations = DelegationsDialog(self._look, self)
        self._draw_status(self._state)
        self._delegations.show()
        self._delegations.activateWindow()
