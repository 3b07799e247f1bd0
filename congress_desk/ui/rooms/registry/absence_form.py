"""Leave of the one chosen: every request with its steps, and the next step to be written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLayout, QWidget

from congress_desk.domain.absences import AbsenceCase
from congress_desk.plumbing.sentences_absences import STATES, steps_of
from congress_desk.plumbing.texts import marked
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.absence_acts import Step, WrittenStep, steps_after
from congress_desk.ui.rooms.registry.state import RegistryState
from congress_desk.ui.rooms.registry.words import MISSING
from congress_desk.ui.widgets.forms import Choice, Field, day_edit, line_edit, scrolled, selectable
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.people_words import isolated

STEPS = {
    Step.AGREES: marked("The head of delegation agrees"),
    Step.DISAGREES: marked("The head of delegation does not agree"),
    Step.HEAD_ALLOWS: marked("The head allows half a day, force majeure"),
    Step.PRESIDIUM_ACCEPTS: marked("The presidium accepts"),
    Step.PRESIDIUM_REFUSES: marked("The presidium refuses"),
    Step.CONVENING_ACCEPTS: marked("The convening committee accepts"),
    Step.CONVENING_REFUSES: marked("The convening committee refuses"),
}


class AbsenceForm(QWidget):
    """written(WrittenStep)."""

    written = Signal(object)
    cancelled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._state = RegistryState()
        self._build()
        self._draw_fields()
        on_click(self._cancel, self.cancelled.emit)
        on_click(self.main, lambda: self.written.emit(self._typed()))
        self._which.picked.connect(self._draw_fields)
        for field in (self._by, self._words):
            field.returnPressed.connect(self.main.click)

    def show_form(self, state: RegistryState, about: str, *, fresh: bool) -> None:
        """fresh: it was just opened, so that its fields begin anew."""
        self._state = state
        self._about.setText(about)
        self.main.setEnabled(not state.saving)
        if fresh:
            self._begin(state)
        for name, field in (("by", self._by_field), ("words", self._words_field)):
            field.show_wrong(self._look.say(MISSING) if name in state.wrong else "")

    def _build(self) -> None:
        say = self._look.say
        self._about = label("", "muted", wrap=True)
        self._which, self._session, self._step = Choice(), Choice(), Choice()
        self._by, self._words, self._day = line_edit(), line_edit(), day_edit()
        self._in_writing = QCheckBox(say("Asked in writing"))
        self._which_field = Field(say("Request"), self._which)
        self._session_field = Field(say("Absent from"), self._session)
        self._step_field = Field(say("Next step"), self._step)
        self._by_field = Field(say("By name"), self._by)
        self._words_field = Field(say("Reason or note"), self._words)
        self._day_field = Field(say("On the day"), self._day)
        self.main = primary_button(say("Put on record"))
        self._cancel = button(say("Cancel"))
        head = column(label(say("Leave"), "title"), self._about, space=2)
        who = row(self._by_field, self._day_field, space=12)
        who.setStretch(0, 1)
        for field in (self._by_field, self._day_field):
            who.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        fields = (self._which_field, self._session_field, self._step_field, who, self._words_field)
        acts = row(self._in_writing, 0, self._cancel, self.main)
        self._on_record = QWidget()
        self._content = column(*fields, self._on_record, 0, space=10)
        self._content.setContentsMargins(0, 0, 8, 0)
        inside = QWidget()
        inside.setLayout(self._content)
        layout = column(head, scrolled(inside), acts, space=10)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _begin(self, state: RegistryState) -> None:
        say, cases = self._look.say, self._cases()
        for field in (self._by, self._words):
            field.clear()
        today = dt.datetime.now(state.zone).date()
        self._day.setDate(QDate(today.year, today.month, today.day))
        self._in_writing.setChecked(True)
        page, old = self._page(cases), self._on_record
        self._content.replaceWidget(old, page)
        self._on_record = page
        old.hide()
        old.deleteLater()
        open_ones = [(self._about_what(case), case) for case in cases if case.is_open]
        self._which.offer([*open_ones, (say("A new request"), None)])
        sessions = [(session.name, session.id) for session in state.sessions]
        self._session.offer([*sessions, (say("the whole congress"), None)])
        for box in (self._which, self._session):
            box.setCurrentIndex(0)  # None is the last of their values, not the want of one
        self._draw_fields()
        self._by.setFocus()

    def _draw_fields(self) -> None:
        case, say = self._which.value(), self._look.say
        self._session_field.setVisible(case is None)
        self._in_writing.setVisible(case is None)
        self._step_field.setVisible(case is not None)
        self._which_field.setVisible(any(one.is_open for one in self._cases()))
        self._by.setPlaceholderText(say("Empty: the delegate") if case is None else "")
        if case is not None and self._state.chosen is not None:
            heads = bool(self._state.chosen.delegate.sheet.delegation)
            self._step.offer((say(STEPS[step]), step) for step in steps_after(case, heads=heads))

    def _typed(self) -> WrittenStep:
        case, day = self._which.value(), self._day.date()
        return WrittenStep(
            step=Step.REQUEST if case is None else self._step.value(),
            absence=None if case is None else case.id,
            session=self._session.value(),
            by=self._by.text(),
            words=self._words.text(),
            in_writing=self._in_writing.isChecked(),
            day=dt.date(day.year(), day.month(), day.day()),
        )

    def _cases(self) -> Sequence[AbsenceCase]:
        return self._state.chosen.absences if self._state.chosen is not None else ()

    def _about_what(self, case: AbsenceCase) -> str:
        name = next((s.name for s in self._state.sessions if s.id == case.session), "")
        return name or self._look.say("the whole congress")

    def _page(self, cases: Sequence[AbsenceCase]) -> QWidget:
        page, parts = QWidget(), list[QWidget | QLayout | int]()
        for case in cases:
            parts.append(self._case(case))
        if not cases:
            parts.append(label(self._look.say("No request for leave is on record."), "muted", wrap=True))
        page.setLayout(column(label(self._look.say("On record"), "caption"), *parts, space=12))
        return page

    def _case(self, case: AbsenceCase) -> QLayout:
        say, zone = self._look.say, self._state.zone

        def saying(message: str, **places: Any) -> str:
            return say(message, **{name: isolated(str(value), say) for name, value in places.items()})

        head = f"{isolated(self._about_what(case), say)}: {isolated(case.reason, say)}"
        steps = steps_of(saying, case, lambda moment: say.date(moment.astimezone(zone)))
        lines = [selectable(step, "caption") for step in steps]
        return column(selectable(head, "strong"), *lines, label(say(STATES[case.state]), "muted"), space=2)
