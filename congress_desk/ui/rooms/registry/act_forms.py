"""The small forms of the panel: each says what will happen, asks the little it needs, and has one main button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from congress_desk.domain.consent import Way
from congress_desk.domain.delegates import Standing
from congress_desk.plumbing.list_words import standing_name
from congress_desk.plumbing.rights_words import WAYS
from congress_desk.plumbing.texts import marked
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.consent_form import WAYS_OFFERED, ConsentForm
from congress_desk.ui.rooms.registry.state import Form, RegistryState
from congress_desk.ui.widgets.forms import Choice, Field, line_edit, searchable
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.registry.people import PeopleActs

TITLES = {
    Form.BADGE: marked("Replace card"),
    Form.LINK: marked("Link a chip card"),
    Form.STANDING: marked("Change the standing"),
    Form.REPLACE: marked("An alternate takes the place"),
    Form.WITHDRAW: marked("Withdraw consent to faces"),
}
EXPLAINED = {
    Form.BADGE: marked(
        "A new badge code is issued, and the old badge is refused at every desk from now on. "
        "Then print the new badge."
    ),
    Form.LINK: marked("Hold the chip card to the reader; it types its number here. A card linked before is refused."),
    Form.STANDING: marked("What the credentials committee has decided. It stands in the journal with its reason."),
    Form.REPLACE: marked(
        "For an official delegate who is absent throughout the congress. The alternate then counts in his place."
    ),
    Form.WITHDRAW: marked(
        "The face template and a photo taken at the desk are erased at once. The delegate comes in with the card as "
        "before, and nobody asks again."
    ),
}
MAIN = {
    Form.BADGE: marked("Issue a new badge"),
    Form.LINK: marked("Link the card"),
    Form.STANDING: marked("Change the standing"),
    Form.REPLACE: marked("Let the alternate take the place"),
    Form.WITHDRAW: marked("Withdraw the consent"),
}


class ActForms(QStackedWidget):
    """All small forms; connect_to(people) once, show_form(state) for the one that is open."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        say = look.say
        self._look = look
        self._number = line_edit()
        self._standing = Choice((standing_name(say, standing), standing) for standing in Standing)
        self._reason = line_edit(placeholder=say("For example: decision 12-QĐ/TU of 5 September"))
        self._alternate = searchable(Choice())
        self._alternate_field = Field(say("Alternate delegate"), self._alternate)
        self._decision = line_edit(placeholder=say("For example: 12-QĐ/TU"))
        self._withdrawn_by = line_edit()
        self._withdrawn_way = Choice((say(WAYS[way]), way) for way in WAYS_OFFERED)
        self.forms = {
            Form.BADGE: ActForm(look, Form.BADGE),
            Form.LINK: ActForm(look, Form.LINK, Field(say("Number of the chip card"), self._number)),
            Form.STANDING: ActForm(
                look, Form.STANDING, Field(say("Standing"), self._standing), Field(say("Reason"), self._reason)
            ),
            Form.REPLACE: ActForm(
                look, Form.REPLACE, self._alternate_field, Field(say("Number of the decision"), self._decision)
            ),
            Form.WITHDRAW: ActForm(
                look,
                Form.WITHDRAW,
                Field(say("Recorded by"), self._withdrawn_by),
                Field(say("How it was given"), self._withdrawn_way),
            ),
        }
        self.consent = ConsentForm(look)
        for form in (*self.forms.values(), self.consent):
            self.addWidget(form)

    def connect_to(self, people: PeopleActs) -> None:
        acts = {
            Form.BADGE: people.issue_badge,
            Form.LINK: lambda: people.link_card(self._number.text()),
            Form.STANDING: lambda: people.change_standing(self._standing.value(), self._reason.text()),
            Form.REPLACE: lambda: people.replace_official(self._alternate.value(), self._decision.text()),
            Form.WITHDRAW: lambda: people.withdraw_consent(self._withdrawn_by.text(), self._withdrawn_way.value()),
        }
        for name, form in self.forms.items():
            form.agreed.connect(acts[name])
            form.cancelled.connect(people.cancel)
        self.consent.agreed.connect(people.consent)
        self.consent.refused.connect(people.refuse_consent)
        self.consent.cancelled.connect(people.cancel)

    def show_form(self, state: RegistryState, *, fresh: bool) -> None:
        """fresh: it was just opened, so that its fields begin anew."""
        if state.form is Form.CONSENT:
            self._show_consent(state, fresh=fresh)
            return
        form = self.forms[state.form]
        self.setCurrentWidget(form)
        form.show_about(_about(state, self._look))
        form.main.setEnabled(not state.saving)
        missing = self._look.say("Please choose the alternate.") if "alternate" in state.wrong else ""
        self._alternate_field.show_wrong(missing)
        if fresh:
            self._begin(state)
            form.begin()

    def _begin(self, state: RegistryState) -> None:
        for field in (self._number, self._reason, self._decision):
            field.clear()
        if state.chosen is not None:
            self._standing.show_value(state.chosen.delegate.standing)
        self._withdrawn_way.show_value(Way.DESK)
        self._alternate.offer((f"{d.sheet.full_name} · {d.sheet.delegation}", d.id) for d in state.alternates)
        self._alternate.setCurrentIndex(-1)

    def _show_consent(self, state: RegistryState, *, fresh: bool) -> None:
        self.setCurrentWidget(self.consent)
        self.consent.show_about(_about(state, self._look))
        self.consent.show_wrong(state.wrong)
        self.consent.set_saving(state.saving)
        if fresh:
            self.consent.begin()


class ActForm(QWidget):
    """One small form. agreed: the main button, or Enter in a field."""

    agreed = Signal()
    cancelled = Signal()

    def __init__(self, look: Look, form: Form, *parts: QWidget) -> None:
        super().__init__()
        say = look.say
        self._fields = [part.control for part in parts if isinstance(part, Field)]
        self._about = label("", "muted", wrap=True)
        self.main = primary_button(say(MAIN[form]))
        cancel = button(say("Cancel"))
        on_click(cancel, self.cancelled.emit)
        on_click(self.main, self.agreed.emit)
        for control in self._fields:
            if isinstance(control, QLineEdit):
                control.returnPressed.connect(self.main.click)
        head = column(label(say(TITLES[form]), "title"), self._about, space=2)
        body = column(label(say(EXPLAINED[form]), wrap=True), *parts, space=16)
        self.setLayout(column(head, body, 4, row(0, cancel, self.main), 0, space=16))

    def show_about(self, text: str) -> None:
        self._about.setText(text)

    def begin(self) -> None:
        (self._fields[0] if self._fields else self.main).setFocus()


def _about(state: RegistryState, look: Look) -> str:
    """Whom it concerns: one by name, several by number."""
    if state.form is Form.CONSENT and len(state.marked) > 1:
        return look.say("{count} delegates are selected", count=len(state.marked))
    return about_words(state)


def about_words(state: RegistryState) -> str:
    """The one chosen: name and delegation."""
    if state.chosen is None:
        return ""
    sheet = state.chosen.delegate.sheet
    return " · ".join(part for part in (sheet.full_name, sheet.delegation) if part)
