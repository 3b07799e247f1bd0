"""The congress's own rules, each with a plain sentence of what it means."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from congress_desk.domain.ballot_forms import MOST_NAMES
from congress_desk.domain.election_rules import ProfileName
from congress_desk.domain.majority import Formula
from congress_desk.plumbing.vote_words import BASES
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.draft import Draft
from congress_desk.ui.rooms.elections.parts import evenly
from congress_desk.ui.rooms.elections.rule_words import STRICT, TIES, UNDECIDED, example_words, tie_words
from congress_desk.ui.widgets.forms import Choice, Field, figure_edit, line_edit
from congress_desk.ui.widgets.parts import column, label, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

NO_LIMIT = -1  # percent
LARGEST_PART = 1_000


class OwnRulesForm(QFrame):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._lists = presenter.lists
        self._look = look
        self._build()
        self._connect()

    def show_draft(self, draft: Draft) -> None:
        say, own = self._look.say, draft.own
        self.setVisible(draft.profile is ProfileName.CUSTOM)
        if self.law.text() != own.law:
            self.law.setText(own.law)
        self.percent.setValue(NO_LIMIT if own.percent is None else own.percent)
        self.least.setValue(own.least)
        self.least.setEnabled(own.percent is not None)
        self.consent.show_formula(own.consent)
        self.majority.show_formula(own.majority)
        self.base.show_value(own.base)
        self.tie.show_value(own.tie)
        self.undecided.show_value(own.undecided)
        self._example.setText(example_words(own.majority, own.base, say))
        wrong = tie_words(draft, say)
        self._tie_told.setText(wrong)
        self._tie_told.setVisible(bool(wrong))

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self.law = line_edit()
        self.percent = figure_edit(NO_LIMIT, 100, "%")
        self.percent.setSpecialValueText(say("No limit"))
        self.least = figure_edit(0, MOST_NAMES)
        self.consent, self.majority = FormulaEdit(look, say("Consent")), FormulaEdit(look, say("Majority"))
        self.base = Choice((say(word), rule) for rule, word in BASES.items())
        self.tie = Choice((say(word), rule) for rule, word in TIES.items())
        self.undecided = Choice((say(word), rule) for rule, word in UNDECIDED.items())
        self._example, self._tie_told = label("", "caption", wrap=True), label("", "caption", wrap=True)
        surplus = say("How many names more than are elected may stand, as a share of that number.")
        least = say("So many more may always stand, however few are to be elected.")
        undecided = say("A type B ballot that agrees to nobody and disagrees with some.")
        fields = (
            Field(say("Decision"), self.law, say("The decision that sets these rules; it is printed in the record.")),
            evenly(
                [
                    Field(say("Largest surplus"), self.percent, surplus),
                    Field(say("Always allowed"), self.least, least),
                ]
            ),
            _told(
                say("Consent for a name from the floor"),
                self.consent,
                say("Of those attending, to be put on the list."),
            ),
            _told(say("Votes that elect"), self.majority, say("What a person needs of the base to be elected.")),
            Field(say("Base"), self.base, say("Of what the majority is taken, and every percentage in the record.")),
            self._example,
            Field(
                say("Equal votes for the last seat"),
                self.tie,
                say("Where more people have them than seats are left."),
            ),
            self._tie_told,
            Field(say("Agreement to nobody"), self.undecided, undecided),
        )
        self.setLayout(column(*fields, space=10))

    def _connect(self) -> None:
        lists = self._lists
        self.law.textEdited.connect(lambda text: lists.write_own(law=text))
        self.percent.editingFinished.connect(self._on_percent)
        self.least.editingFinished.connect(lambda: lists.write_own(least=self.least.value()))
        self.consent.written.connect(lambda formula: lists.write_own(consent=formula))
        self.majority.written.connect(lambda formula: lists.write_own(majority=formula))
        self.base.picked.connect(lambda rule: lists.write_own(base=rule))
        self.tie.picked.connect(lambda rule: lists.write_own(tie=rule))
        self.undecided.picked.connect(lambda rule: lists.write_own(undecided=rule))

    def _on_percent(self) -> None:
        percent = self.percent.value()
        self._lists.write_own(percent=None if percent == NO_LIMIT else percent)


class FormulaEdit(QWidget):
    """More than, or at least, a share written as a fraction. written(Formula): a person has changed it."""

    written = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        say = look.say
        self.setAccessibleName(name)
        self.strict = Choice((say(word), strict) for strict, word in STRICT.items())
        self.part, self.whole = figure_edit(1, LARGEST_PART), figure_edit(1, LARGEST_PART)
        for control, told in ((self.strict, ""), (self.part, say("part")), (self.whole, say("of how many"))):
            control.setAccessibleName(f"{name}: {told}" if told else name)
        fraction = QWidget()
        fraction.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        parts = row(self.part, label("/", "strong"), self.whole, space=6)
        for place in (0, 2):
            parts.setStretch(place, 1)
        fraction.setLayout(parts)
        layout = row(self.strict, fraction, space=8)
        layout.setStretch(0, 1)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.strict.picked.connect(lambda _strict: self._tell())
        for spin in (self.part, self.whole):
            spin.editingFinished.connect(self._tell)

    def show_formula(self, formula: Formula) -> None:
        if self.formula() != formula:
            self.part.setValue(formula.share.numerator)
            self.whole.setValue(formula.share.denominator)
        self.strict.show_value(formula.strict)

    def formula(self) -> Formula:
        """More than the whole counts as the whole: it is said to be unreachable, or stands for all."""
        share = Fraction(self.part.value(), self.whole.value())
        return Formula(min(share, Fraction(1)), strict=bool(self.strict.value()))

    def _tell(self) -> None:
        self.written.emit(self.formula())


def _told(name: str, control: QWidget, explain: str) -> QWidget:
    """As Field, for a control of several parts that have names of their own."""
    made = QWidget()
    made.setLayout(column(label(name, "caption"), control, label(explain, "caption", wrap=True), space=4))
    return made
