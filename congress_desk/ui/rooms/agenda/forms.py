"""The room's forms, which stand in the place of the microphone: an item, a half-day, a withdrawal."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QPlainTextEdit, QWidget

from congress_desk.domain.agenda import LONGEST_MINUTES, Content, ItemKind
from congress_desk.plumbing.programme_words import ITEM_KINDS
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.agenda.state import AgendaState
from congress_desk.ui.rooms.agenda.words import WRONG
from congress_desk.ui.widgets.forms import Choice, Field, day_edit, figure_edit, hour_edit, line_edit, scrolled
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.agenda.presenter import AgendaPresenter


class SideForm(QFrame):
    """A title, fields from top to bottom, Cancel and Save. `fields`: by the name that a refusal gives."""

    def __init__(self, presenter: AgendaPresenter, look: Look, save: str) -> None:
        super().__init__()
        self._look = look
        self.fields: dict[str, Field] = {}
        self.setProperty("look", "card")
        self._title = label("", "title")
        self._cancel = button(look.say("Cancel"), key="Escape")
        self.save = primary_button(save, look=look, icon="tick", key="Ctrl+S")
        on_click(self._cancel, presenter.close_form)
        for keys, one in (("Ctrl+S", self.save), ("Escape", self._cancel)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(one.click)

    def lay_out(self, *parts: QWidget) -> None:
        content = QWidget()
        inner = column(*parts, 0, space=10)
        inner.setContentsMargins(2, 4, 10, 8)
        content.setLayout(inner)
        layout = column(self._title, scrolled(content), row(0, self._cancel, self.save), space=12, margin=14)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_wrong(self, wrong: str, *, busy: bool) -> None:
        """The field that was refused says why."""
        for name, field in self.fields.items():
            field.show_wrong(self._look.say(WRONG[name]) if name == wrong and name in WRONG else "")
        self.save.setEnabled(not busy)


class ItemForm(SideForm):
    """saved(Content)."""

    def __init__(self, presenter: AgendaPresenter, look: Look) -> None:
        super().__init__(presenter, look, look.say("Save"))
        say = look.say
        self._content, self._by_whom, self._number = text_edit(), line_edit(), line_edit()
        self._kind = Choice((say(word), kind) for kind, word in ITEM_KINDS.items())
        self._minutes = figure_edit(0, LONGEST_MINUTES)
        self._fixed = QCheckBox(say("Begins at a fixed hour"))
        self._at = hour_edit()
        self._at.setAccessibleName(say("Fixed start"))
        self._fixed.toggled.connect(self._at.setVisible)
        self.fields = {
            "item_content": Field(say("Content"), self._content),
            "by_whom": Field(say("By whom"), self._by_whom),
            "kind": Field(say("Kind"), self._kind),
            "minutes": Field(say("Length in minutes"), self._minutes),
            "number": Field(say("Number as printed"), self._number, say("Empty: counted by itself")),
        }
        self.lay_out(*self.fields.values(), self._fixed, self._at)
        on_click(self.save, lambda: presenter.programme.save_item(self.written()))

    def show_item(self, state: AgendaState) -> None:
        say, timed = self._look.say, state.chosen_item
        old = Content(content="") if state.new or timed is None else timed.item.written
        self._title.setText(say("Add an item") if state.new else say("Edit the item"))
        self._content.setPlainText(old.content)
        self._by_whom.setText(old.by_whom)
        self._number.setText(old.number)
        self._kind.show_value(old.kind)
        self._minutes.setValue(old.minutes)
        self._fixed.setChecked(old.at is not None)
        self._at.setVisible(old.at is not None)
        at = old.at or (timed.planned_end.time() if timed else dt.time(7, 30))
        self._at.setTime(QTime(at.hour, at.minute))
        self._content.setFocus()

    def written(self) -> Content:
        at = self._at.time()
        kind: ItemKind = self._kind.value()
        return Content(
            content=self._content.toPlainText(),
            by_whom=self._by_whom.text(),
            kind=kind,
            minutes=self._minutes.value(),
            at=dt.time(at.hour(), at.minute()) if self._fixed.isChecked() else None,
            number=self._number.text(),
        )


class SittingForm(SideForm):
    def __init__(self, presenter: AgendaPresenter, look: Look) -> None:
        super().__init__(presenter, look, look.say("Save"))
        say = look.say
        self._name, self._day, self._hour = line_edit(), day_edit(), hour_edit()
        self._session = Choice()
        self._reserve = QCheckBox(say("Kept in reserve, if it is needed"))
        self.fields = {
            "sitting_name": Field(say("Name"), self._name, say("As printed: Morning, Opening session")),
            "day": Field(say("Day"), self._day),
            "hour": Field(say("Begins at"), self._hour),
            "session": Field(say("Session of the check-in"), self._session),
        }
        self.lay_out(*self.fields.values(), self._reserve)
        self._zone: dt.tzinfo = dt.UTC
        on_click(self.save, lambda: self._on_save(presenter))

    def show_sitting(self, state: AgendaState) -> None:
        say, old = self._look.say, None if state.new else state.chosen_sitting
        self._zone = state.zone
        self._title.setText(say("Add a half-day") if state.new else say("Edit the half-day"))
        self._session.offer([(say("No session"), None), *((one.name, one.id) for one in state.sessions)])
        last = state.agenda.sittings[-1] if state.agenda and state.agenda.sittings else None
        first = dt.datetime.combine(state.opens or dt.date(2025, 1, 1), dt.time(7, 30))
        starts = old.starts if old else last.starts if last else first
        self._name.setText(old.name if old else "")
        self._day.setDate(starts.date())  # type: ignore[arg-type]
        self._hour.setTime(QTime(starts.hour, starts.minute))
        self._session.show_value(old.session if old else None)
        self._reserve.setChecked(bool(old and old.reserve))
        self._name.setFocus()

    def _on_save(self, presenter: AgendaPresenter) -> None:
        day, hour = self._day.date(), self._hour.time()
        starts = dt.datetime(day.year(), day.month(), day.day(), hour.hour(), hour.minute(), tzinfo=self._zone)
        presenter.programme.save_sitting(
            self._name.text(), starts, self._session.value(), reserve=self._reserve.isChecked()
        )


class WithdrawForm(SideForm):
    """A speaker withdraws: the reason is kept, it may be empty."""

    def __init__(self, presenter: AgendaPresenter, look: Look) -> None:
        super().__init__(presenter, look, look.say("Withdraw"))
        self._reason = text_edit()
        self._who = label("", "strong", wrap=True)
        told = label(look.say("It stays in the register as withdrawn, and can be taken back."), "muted", wrap=True)
        self.lay_out(self._who, Field(look.say("Reason, if one is given"), self._reason), told)
        self._title.setText(look.say("The presentation is withdrawn"))
        on_click(self.save, lambda: presenter.speeches.withdraw(self._reason.toPlainText()))

    def show_speech(self, state: AgendaState) -> None:
        self._who.setText(f"{state.speech.speaker}: {state.speech.topic}" if state.speech else "")
        self._reason.clear()
        self._reason.setFocus()


def text_edit(height: int = 92) -> QPlainTextEdit:
    """A few lines; Tab goes on to the next field."""
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setFixedHeight(height)
    return made
