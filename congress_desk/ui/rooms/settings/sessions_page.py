"""The sessions: a table, and beside it the form in which one is added or corrected."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QWidget

from congress_desk.domain.attendance import Session
from congress_desk.domain.journal import SessionId
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.settings.state import UTC, SessionDraft, SettingsState
from congress_desk.ui.rooms.settings.words import KINDS, WRONG, admitted, times_of
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.forms import Choice, Field, day_edit, scrolled
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.people_words import CATEGORIES
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.settings.presenter import SettingsPresenter

FORM_WIDTH = 340


class SessionsPage(QWidget):
    def __init__(self, presenter: SettingsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._sessions: tuple[Session, ...] | None = None
        self._draft: SessionDraft | None = None
        self._zone = UTC
        self._build()
        self._connect()

    def show_state(self, state: SettingsState) -> None:
        say, picked = self._look.say, state.picked_session
        if state.sessions != self._sessions or state.zone != self._zone:
            self._sessions, self._zone = state.sessions, state.zone
            self.table.show_rows(state.sessions)
        self._edit.setEnabled(picked is not None)
        self._close.setEnabled(picked is not None)
        closed = picked is not None and picked.closed_at is not None
        self._close.setText(say("Open it again") if closed else say("Close the session"))
        self.form.setVisible(state.draft is not None)
        if state.draft is not None:
            if state.draft is not self._draft:
                self.form.show_draft(state.draft)
            self.form.show_wrong(state.wrong)
        self._draft = state.draft

    def _build(self) -> None:
        look, say = self._look, self._look.say
        empty = EmptyState(
            look,
            icon="calendar",
            sentence=say("No session is planned yet. Add the preparatory session or the opening first."),
            button=say("Add a session"),
            act=self._presenter.new_session,
            width=340,
        )
        self.table: Table[Session] = Table(
            look, self._columns(), name=say("Sessions"), identify=lambda s: s.id, empty=empty
        )
        self.table.grid.horizontalHeader().setStretchLastSection(True)
        self._add = primary_button(say("Add a session"), look=look, icon="add", key="Ctrl+N")
        self._edit = button(say("Edit"), look=look, icon="edit", key="F2")
        self._close = button(say("Close the session"), look=look, icon="lock")
        self.form = SessionForm(look)
        head = row(label(say("Sessions"), "strong"), 0, self._close, self._edit, self._add)
        halves = row(self.table, self.form, space=16)
        halves.setStretch(0, 1)
        layout = column(head, halves, space=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _columns(self) -> list[Column[Session]]:
        say = self._look.say
        return [
            Column(title=say("Session"), text=lambda s: s.name, width=240),
            Column(
                title=say("Day"),
                text=lambda s: say.date(s.starts.astimezone(self._zone)),
                key=lambda s: s.starts,
                width=116,
            ),
            Column(title=say("Time"), text=lambda s: times_of(s, say, self._zone), width=128),
            Column(title=say("Admitted"), text=lambda s: admitted(s, say), width=150),
            Column(
                title=say("Check-in"),
                text=lambda s: say("Closed") if s.closed_at else say("Open for check-in"),
                icon=lambda s: ("lock", "muted") if s.closed_at else ("ok", "ok"),
                width=190,
            ),
        ]

    def _connect(self) -> None:
        presenter = self._presenter
        self.table.chosen.connect(lambda session: presenter.pick_session(session.id if session else None))
        self.table.activated.connect(lambda _session: presenter.edit_session())
        on_click(self._add, presenter.new_session)
        on_click(self._edit, presenter.edit_session)
        on_click(self._close, presenter.close_or_reopen)
        self.form.saved.connect(presenter.save_session)
        self.form.cancelled.connect(presenter.drop_draft)
        for keys, act in (("Ctrl+N", self._add.click), ("F2", self._edit.click)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)


class SessionForm(QFrame):
    """saved(SessionDraft)."""

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._id: SessionId | None = None
        self.setProperty("look", "card")
        self.setFixedWidth(FORM_WIDTH)
        self._build()

    def show_draft(self, draft: SessionDraft) -> None:
        say = self._look.say
        self._id = draft.id
        self._title.setText(say("Add a session") if draft.id is None else say("Edit the session"))
        self._name.setText(draft.name)
        self._name.setCursorPosition(0)
        self._kind.show_value(draft.kind)
        self._day.setDate(QDate(draft.day.year, draft.day.month, draft.day.day))
        self._starts.setText(draft.starts)
        self._ends.setText(draft.ends)
        for category, box in self._admits.items():
            box.setChecked(category in draft.admits)
        self._name.setFocus()

    def show_wrong(self, wrong: object) -> None:
        codes = dict(wrong) if isinstance(wrong, dict) else {}
        for name, field in self._fields.items():
            field.show_wrong(self._look.say(WRONG[codes[name]]) if name in codes else "")

    def draft(self) -> SessionDraft:
        day = self._day.date()
        return SessionDraft(
            id=self._id,
            name=self._name.text(),
            kind=self._kind.value(),
            day=dt.date(day.year(), day.month(), day.day()),
            starts=self._starts.text(),
            ends=self._ends.text(),
            admits=frozenset(category for category, box in self._admits.items() if box.isChecked()),
        )

    def _build(self) -> None:
        say = self._look.say
        self._title = label("", "title")
        self._name = QLineEdit()
        self._name.setPlaceholderText(say("For example: Opening session"))
        self._kind = Choice((say(word), kind) for kind, word in KINDS.items())
        self._day = day_edit()
        self._starts, self._ends = QLineEdit(), QLineEdit()
        self._admits = {category: QCheckBox(say(word)) for category, word in CATEGORIES.items()}
        groups = QWidget()
        groups.setLayout(column(*self._admits.values(), space=0))
        self._fields = {
            "name": Field(say("Name of the session"), self._name),
            "kind": Field(say("Kind of session"), self._kind),
            "day": Field(say("Day"), self._day),
            "starts": Field(say("From"), self._starts),
            "ends": Field(say("To"), self._ends),
            "admits": Field(say("Who is admitted"), groups),
        }
        cancel = button(say("Cancel"))
        save = primary_button(say("Save"), look=self._look, icon="tick")
        on_click(cancel, self.cancelled.emit)
        on_click(save, lambda: self.saved.emit(self.draft()))
        fields = self._fields
        times = row(fields["starts"], fields["ends"], space=12)
        for name in ("starts", "ends"):
            times.setAlignment(fields[name], Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        parts = (fields["name"], fields["kind"], fields["day"], times, fields["admits"])
        inner = column(*parts, 0, space=12)
        inner.setContentsMargins(2, 0, 10, 0)
        content.setLayout(inner)
        layout = column(self._title, scrolled(content), row(0, cancel, save), space=12, margin=16)
        layout.setStretch(1, 1)
        self.setLayout(layout)
