"""The base of votes, each deduction with name and reason, and the rules that the congress has set."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem

from congress_desk.domain.majority import LAWFUL, CongressKind, parse_formula
from congress_desk.plumbing.vote_words import CONGRESSES, DEDUCTIONS
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.voting.state import Side, VotingState
from congress_desk.ui.rooms.voting.words import formula_words, wrong_words
from congress_desk.ui.widgets.forms import Choice, Field, line_edit
from congress_desk.ui.widgets.parts import button, column, hairline, icon_button, label, on_click, row
from congress_desk.ui.widgets.person_edit import PersonEdit

if TYPE_CHECKING:
    from congress_desk.ui.rooms.voting.presenter import VotingPresenter

ID = Qt.ItemDataRole.UserRole
FORMULAS = ("> 1/2", ">= 2/3", "> 2/3", ">= 3/4")


class BasePanel(QFrame):
    def __init__(self, presenter: VotingPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._state = VotingState()
        self.setProperty("look", "card")
        self._build()
        self._connect()

    def show_state(self, state: VotingState) -> None:
        say = self._look.say
        self._state = state
        base = state.base
        self._count.setText(
            say(
                "{convened} convened, {out} not in the base: {base}",
                convened=base.convened,
                out=len(base.deductions),
                base=base.count,
            )
        )
        chosen = self._chosen()
        self._list.clear()
        for deduction in base.deductions:
            lines = [deduction.name, say(DEDUCTIONS[deduction.reason])]
            item = QListWidgetItem("\n".join(lines), self._list)
            item.setData(ID, deduction.delegate)
            item.setToolTip(deduction.note)
            if deduction.delegate == chosen:
                self._list.setCurrentItem(item)
        self._person.offer([person for person in state.people if person.counts])
        lawful = [reason for reason in DEDUCTIONS if reason in LAWFUL[state.rules.congress]]
        self._why.offer(((say(DEDUCTIONS[reason]), reason) for reason in lawful), self._why.value())
        self._kind.show_value(state.rules.congress)
        known = list(dict.fromkeys((*FORMULAS, str(state.rules.hands))))
        self._formula.offer(((_formula_word(one, self._look), one) for one in known), str(state.rules.hands))
        self._lift_field.show_wrong(wrong_words(state.wrong, "reason_needed", say))
        self._on_chosen()

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self.close_panel = icon_button(look, "cross", say("Close the panel"))
        self._count = label("", "strong", wrap=True)
        self._list = QListWidget()
        self._list.setAccessibleName(say("Not in the base"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lift_reason: QLineEdit = line_edit(placeholder=say("Why this person is in the base again"))
        self._lift_field = Field(say("Reason"), self._lift_reason)
        self.lift = button(say("Into the base again"))
        self._person = PersonEdit(say("A few letters of the name"))
        self._why = Choice()
        self._note = line_edit(placeholder=say("Decision, note"))
        self.take_out = button(say("Take out of the base"))
        self._kind = Choice((say(word), kind) for kind, word in CONGRESSES.items())
        self._formula = Choice()
        for one, name in ((self._person, say("Person")), (self._why, say("Reason")), (self._note, say("Note"))):
            one.setAccessibleName(name)
        head = row(label(say("Base of votes"), "title"), 0, self.close_panel)
        layout = column(
            head,
            self._count,
            self._list,
            self._lift_field,
            self.lift,
            hairline(),
            label(say("By decision: a person is not in the base"), "strong", wrap=True),
            self._person,
            self._why,
            self._note,
            self.take_out,
            hairline(),
            Field(say("Congress"), self._kind),
            Field(say("Adopted by"), self._formula),
            space=8,
            margin=14,
        )
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        on_click(self.close_panel, lambda: self._presenter.open_side(Side.RECORD))
        on_click(self.lift, self._on_lift)
        on_click(self.take_out, self._on_take_out)
        self._list.currentItemChanged.connect(lambda _new, _old: self._on_chosen())
        self._kind.picked.connect(self._on_kind)
        self._formula.picked.connect(self._on_formula)

    def _chosen(self) -> str:
        item = self._list.currentItem()
        return str(item.data(ID)) if item else ""

    def _on_chosen(self) -> None:
        """Only what was put on record by decision can be lifted; what the check-in says goes by itself."""
        chosen = self._chosen()
        named = any(one.named for one in self._state.base.deductions if one.delegate == chosen)
        self._lift_field.setVisible(named)
        self.lift.setVisible(named)

    def _on_lift(self) -> None:
        found = next((one for one in self._state.base.deductions if one.delegate == self._chosen()), None)
        if found is not None:
            self._presenter.lift(found.delegate, self._lift_reason.text())

    def _on_take_out(self) -> None:
        person = self._person.person()
        if person is None:
            self._person.setFocus()
            return
        self._presenter.deduct(person.id, self._why.value(), self._note.text())
        self._person.clear()
        self._note.clear()

    def _on_kind(self, kind: CongressKind) -> None:
        self._presenter.change_rules(replace(self._state.rules, congress=kind))

    def _on_formula(self, text: str) -> None:
        self._presenter.change_rules(replace(self._state.rules, hands=parse_formula(text)))


def _formula_word(text: str, look: Look) -> str:
    return formula_words(parse_formula(text), look.say)
