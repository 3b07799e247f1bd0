"""The leading column: which form, which session, who is printed, the paper's language, the printer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from congress_desk.plumbing.texts import Language
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.records.state import RecordsState, Whose
from congress_desk.ui.rooms.records.words import ABOUT_RIGHTS, FORMS, WHOSE, session_words
from congress_desk.ui.widgets.forms import Choice, Field, scrolled
from congress_desk.ui.widgets.options import OptionButton, Segments
from congress_desk.ui.widgets.parts import button, column, label, on_click

if TYPE_CHECKING:
    from congress_desk.ui.rooms.records.presenter import RecordsPresenter

WIDTH = 320


class Choosing(QWidget):
    def __init__(self, presenter: RecordsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._drawn = RecordsState()
        self.setFixedWidth(WIDTH)
        self._build()
        self._connect()

    def show_state(self, state: RecordsState) -> None:
        before, self._drawn = self._drawn, state
        self._forms[state.form].setChecked(True)
        if (state.sessions, state.session, state.zone) != (before.sessions, before.session, before.zone):
            self._draw_sessions(state)
        if state.delegations != before.delegations or state.delegation != before.delegation:
            self._draw_delegations(state)
        if (state.printers, state.printer) != (before.printers, before.printer) or state.printers is None:
            self._draw_printers(state)
        self._session.setVisible(state.needs_session and bool(state.sessions))
        choosing = state.chooses_people
        self._whose_field.setVisible(choosing)
        self._delegation.setVisible(choosing and state.whose is Whose.DELEGATION)
        self._choose.setVisible(choosing and state.whose is Whose.CHOSEN)
        self._choose.setText(self._look.say("Chosen people: {count}", count=len(state.chosen)))
        self._whose.show_value(state.whose)
        self.setFocusProxy(self._forms[state.form])
        self._language.show_value(state.language)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._forms = {
            form: OptionButton(look, icon=icon, title=say(title), explained=say(explained))
            for form, (icon, title, explained) in FORMS.items()
        }
        self._session_box = Choice()
        self._session = Field(say("Session"), self._session_box)
        self._whose = Choice((say(word), whose) for whose, word in WHOSE.items())
        self._whose_field = Field(say("Who is printed"), self._whose)
        self._delegation_box = Choice()
        self._delegation = Field(say("Delegation"), self._delegation_box)
        self._choose = button("", look=look, icon="people")
        languages = [(language.own_name, language.value) for language in Language]
        self._language = Segments(languages, say("Language of the paper"))
        self._printer_box = Choice()
        self._printer = Field(say("Printer"), self._printer_box)
        content = QWidget()
        layout = column(
            *(made for form, made in self._forms.items() if form not in ABOUT_RIGHTS),
            4,
            self._session,
            self._whose_field,
            self._delegation,
            self._choose,
            Field(say("Language of the paper"), self._language),
            self._printer,
            12,
            label(say("Faces and people's rights"), "strong"),
            *(made for form, made in self._forms.items() if form in ABOUT_RIGHTS),
            0,
            space=10,
        )
        layout.setContentsMargins(0, 0, 8, 0)
        content.setLayout(layout)
        self.setLayout(column(scrolled(content), space=0))

    def _connect(self) -> None:
        presenter = self._presenter
        for form, made in self._forms.items():
            made.setAutoExclusive(True)
            on_click(made, partial(presenter.choose_form, form))
        self._session_box.picked.connect(presenter.choose_session)
        self._delegation_box.picked.connect(presenter.choose_delegation)
        self._printer_box.picked.connect(presenter.choose_printer)
        self._whose.picked.connect(presenter.choose_whose)
        self._language.picked.connect(presenter.choose_language)
        on_click(self._choose, presenter.choose_people)

    def _draw_sessions(self, state: RecordsState) -> None:
        say = self._look.say
        options = ((session_words(session, say, state.zone), session.id) for session in state.sessions or ())
        self._session_box.offer(options, state.session)

    def _draw_delegations(self, state: RecordsState) -> None:
        none = self._look.say("No delegation")
        self._delegation_box.offer(((name or none, name) for name in state.delegations), state.delegation)

    def _draw_printers(self, state: RecordsState) -> None:
        say = self._look.say
        names = state.printers or ()
        if state.printers is None:
            first = say("Looking for printers …")
        else:
            first = say("Default: {printer}", printer=names[0]) if names else say("No printer found")
        self._printer_box.offer([(first, ""), *((name, name) for name in names)], state.printer)
        self._printer_box.setEnabled(bool(names))
