"""What two people conclude: the mark of the name looked at, a reason of the regulation, or that it is no ballot."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QWidget

from congress_desk.domain.ballot_forms import BallotKind, Mark
from congress_desk.domain.ballots import Question
from congress_desk.domain.election_rules import InvalidReason, Rule, Undecided
from congress_desk.domain.elections import Round, RoundState
from congress_desk.plumbing.vote_words import INVALID
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.entry_line import LETTERS
from congress_desk.ui.rooms.elections.key_option import KeyOption
from congress_desk.ui.rooms.elections.parts import TwoPeople, evenly
from congress_desk.ui.rooms.elections.state import Among, ElectionsState, Judging
from congress_desk.ui.rooms.elections.words import COLUMN_MARKS, STRIKE_MARKS, article_words, sheet_words
from congress_desk.ui.widgets.forms import line_edit, scrolled
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

MARKS = (Mark.YES, Mark.NO, Mark.NONE, Mark.BOTH)
OF_A_SINGLE_NAME = frozenset({InvalidReason.SINGLE_BOTH, InvalidReason.SINGLE_NONE})
OF_SEVERAL_NAMES = frozenset({InvalidReason.TOO_MANY, InvalidReason.NOBODY})


class JudgingPanel(QFrame):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._sheet = ""
        self.setProperty("look", "card")
        self._build()
        self._connect()

    def show_state(self, state: ElectionsState) -> None:
        judging, one = state.judging, state.round
        if judging is None or one is None:
            return
        if judging.sheet.id != self._sheet:
            self._sheet = judging.sheet.id
            self.why.clear()
        self._show_marks(one, judging)
        self._show_conclusion(state, judging)
        sample, nobody = state.among is Among.SAMPLE, judging.question is Question.ALL_DISAGREE
        open_now = one.state not in (RoundState.SEALED, RoundState.VOID)
        asked = open_now and not sample and not nobody
        for part in (self._ask, self._marks, self.conclude, self.why):
            part.setVisible(asked)
        self._compare.setVisible(open_now and sample)
        self._nobody.setVisible(open_now and nobody and not sample)
        self._signed.setVisible(open_now)
        self.by.show_people(state)
        ready = all(state.by) and not state.busy
        self.conclude.setEnabled(judging.chosen and ready)
        complete = state.audit is not None and set(state.audit.audit.sheets) <= set(state.checked)
        self.keep_checked.setEnabled(complete and ready)
        for made in (self.nobody_valid, self.nobody_invalid):
            made.setEnabled(ready)

    def _show_marks(self, one: Round, judging: Judging) -> None:
        words = STRIKE_MARKS if one.ballot is BallotKind.STRIKE else COLUMN_MARKS
        for mark, made in self.marks.items():
            made.show_words(self._look.say(words[mark]))
            made.setVisible(one.ballot is BallotKind.COLUMNS or mark in (Mark.YES, Mark.NO))
            made.setChecked(judging.row is not None and judging.marks.get(judging.row) is mark)
        single = len(one.candidates) == 1 and one.ballot is BallotKind.COLUMNS
        hidden = (OF_SEVERAL_NAMES if single else OF_A_SINGLE_NAME) | {InvalidReason.ALL_DISAGREE}
        for reason, made in self.reasons.items():
            made.setVisible(reason not in hidden)

    def _show_conclusion(self, state: ElectionsState, judging: Judging) -> None:
        say, one = self._look.say, state.round
        self.valid.setChecked(judging.valid)
        untold = Mark.ASK in judging.marks.values()
        self.valid.show_words(say("Valid, once every name is told") if untold else say("Valid, marked as listed"))
        for reason, made in self.reasons.items():
            made.setChecked(judging.invalid is reason)
        self.set_aside.setChecked(judging.set_aside)
        judged = judging.sheet.judged
        by = " · ".join(judged.by) if judged else ""
        self._before.setVisible(judged is not None)
        told = sheet_words(judging.sheet, say)[1]
        self._before.setText(say("Concluded before: {told}, by {names}", told=told, names=by) if judged else "")
        self._advice.setVisible(one is not None and one.ballot is BallotKind.STRIKE)
        if state.election is not None:
            article = article_words(state.election.profile, Rule.VALIDITY, say)
            self._why_invalid.setText(say("Not valid, because") + article)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self.marks = {mark: KeyOption(str(number), say(STRIKE_MARKS[mark])) for number, mark in enumerate(MARKS, 1)}
        self._marks = evenly(list(self.marks.values()), space=5)
        self.valid = KeyOption("0", say("Valid, marked as listed"))
        self.set_aside = KeyOption("S", say("No ballot of this round: set it aside"))
        self.reasons = {reason: KeyOption(letter, say(INVALID[reason])) for letter, reason in LETTERS.items()}
        self._why_invalid = label("", "strong", wrap=True)
        advice = say("A line through the whole name: not voted for. A circle, an underline, a part: still voted for.")
        self._advice = label(advice, "caption", wrap=True)
        self._ask = self._build_options()
        self.right = primary_button(say("Read as it is"), look=look, icon="ok", key="F5")
        self.not_right = button(say("Read wrongly"), look=look, icon="no", key="F6")
        self.keep_checked = button(say("Put the sample on record"), look=look, icon="tick")
        self._compare = QWidget()
        told = label(say("Compare the sheet with its reading, name by name."), "muted", wrap=True)
        self._compare.setLayout(column(told, evenly([self.right, self.not_right]), self.keep_checked, space=8))
        self._nobody = self._build_nobody()
        self._before = label("", "strong", wrap=True)
        self.why = line_edit(placeholder=say("A few words for the record, if needed"))
        self.why.setAccessibleName(say("Note"))
        self.by = TwoPeople(look)
        self.conclude = primary_button(say("We conclude so"), look=look, icon="tick", key="Ctrl+Enter")
        self._signed = QWidget()
        last = row(self.why, self.conclude, space=6)
        last.setStretch(0, 1)
        self._signed.setLayout(column(self.by, last, space=6))
        rest = QWidget()
        rest.setLayout(column(self._ask, self._compare, self._nobody, 0, space=6))
        layout = column(self._before, self._marks, scrolled(rest), self._signed, space=6, margin=8)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def _build_options(self) -> QWidget:
        """Two columns: what is valid or no ballot, then the reasons."""
        grid = QGridLayout()
        grid.setSpacing(5)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.addWidget(self._advice, 0, 0, 1, 2)
        grid.addWidget(self.valid, 1, 0)
        grid.addWidget(self.set_aside, 1, 1)
        grid.addWidget(self._why_invalid, 2, 0, 1, 2)
        pairs = (
            (InvalidReason.NOT_ISSUED, InvalidReason.OUTSIDER),
            (InvalidReason.TOO_MANY, InvalidReason.NOBODY),
            (InvalidReason.SINGLE_BOTH, InvalidReason.SINGLE_NONE),
            (InvalidReason.MARKED, InvalidReason.SIGNED),
        )
        for line, pair in enumerate(pairs, 3):
            for place, reason in enumerate(pair):
                grid.addWidget(self.reasons[reason], line, place)
        self.reasons = {reason: self.reasons[reason] for pair in pairs for reason in pair}
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        made = QWidget()
        made.setLayout(grid)
        return made

    def _build_nobody(self) -> QWidget:
        say = self._look.say
        made = QWidget()
        told = label(
            say(
                "Nobody is agreed to on this ballot. The regulation leaves it to the counting committee: decide "
                "once, for all such ballots of this round."
            ),
            wrap=True,
        )
        self.nobody_valid, self.nobody_invalid = button(say("They are valid")), button(say("They are not valid"))
        made.setLayout(column(told, evenly([self.nobody_valid, self.nobody_invalid]), space=8))
        return made

    def _connect(self) -> None:
        judging, counts = self._presenter.judging, self._presenter.counts
        for mark, made in self.marks.items():
            on_click(made, partial(judging.mark, mark))
        on_click(self.valid, judging.choose_valid)
        for reason, made in self.reasons.items():
            on_click(made, partial(judging.choose_invalid, reason))
        on_click(self.set_aside, judging.choose_set_aside)
        on_click(self.conclude, lambda: judging.conclude(self.why.text()))
        on_click(self.right, lambda: judging.check(True))
        on_click(self.not_right, lambda: judging.check(False))
        on_click(self.keep_checked, judging.keep_checked)
        on_click(self.nobody_valid, lambda: counts.decide_nobody_agreed(Undecided.VALID))
        on_click(self.nobody_invalid, lambda: counts.decide_nobody_agreed(Undecided.INVALID))
        self.by.said.connect(self._presenter.say_who)

    def keyed(self) -> dict[str, QAbstractButton]:
        """The options and acts by their keys."""
        options = [*self.marks.values(), *self.reasons.values(), self.valid, self.set_aside]
        keyed: dict[str, QAbstractButton] = {made.key: made for made in options}
        return keyed | {"Ctrl+Return": self.conclude, "F5": self.right, "F6": self.not_right}
