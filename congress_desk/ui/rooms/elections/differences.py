"""Ballot by ballot: where the passes of a bundle are not alike, name by name, and the way to the paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from congress_desk.domain.ballot_batches import PASSES, EnteredRow
from congress_desk.domain.ballot_forms import BallotKind, Mark
from congress_desk.domain.ballots import SheetId
from congress_desk.domain.elections import Round
from congress_desk.plumbing.vote_words import INVALID
from congress_desk.services.counting import Difference
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.state import Among, ElectionsState, Step
from congress_desk.ui.rooms.elections.words import mark_words
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.parts import button, column, label, on_click, row
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceLine:
    """One name of one ballot that the passes have not alike. entered: by pass, in words."""

    sheet: SheetId
    name: str
    entered: dict[int, str]


class DifferencesTable(QWidget):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        say = look.say
        empty = EmptyState(look, icon="tick", sentence=say("No entry differs from another."), width=300)
        self.table: Table[DifferenceLine] = Table(
            look, self._columns(), name=say("Differences"), identify=lambda d: (d.sheet, d.name), empty=empty
        )
        self.judge = button(say("Take the paper and conclude"), look=look, icon="forward")
        told = label(say("Look at the paper, not at who entered what."), "muted")
        lines = column(self.table, row(self.judge, told, 0), space=8)
        lines.setStretch(0, 1)
        self.setLayout(lines)
        self.table.chosen.connect(lambda one: self.judge.setEnabled(one is not None))
        on_click(self.judge, self._on_judge)
        self.judge.setEnabled(False)

    def show_state(self, state: ElectionsState) -> None:
        one, say = state.round, self._look.say
        if one is not None:
            self.table.show_rows([line for d in state.differences for line in _lines(d, one, self._look)])
        self.judge.setEnabled(self.table.current() is not None)
        self.judge.setToolTip(say("Two of the committee look at the ballot itself"))

    def _on_judge(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            self._presenter.judging.look_among(Among.ALL)
            self._presenter.judging.open(chosen.sheet)
            self._presenter.open_step(Step.JUDGING)

    def _columns(self) -> list[Column[DifferenceLine]]:
        say = self._look.say

        def pass_column(number: int) -> Column[DifferenceLine]:
            title = say("Pass {number}", number=number)
            return Column(title=title, text=lambda d: d.entered.get(number, ""), width=120)

        return [
            Column(title=say("Ballot"), text=lambda d: d.sheet, width=90),
            Column(title=say("Full name"), text=lambda d: d.name, stretches=True),
            *(pass_column(n) for n in PASSES),
        ]


def _lines(difference: Difference, one: Round, look: Look) -> list[DifferenceLine]:
    say, rows = look.say, difference.entered
    if any(row is None or row.invalid for row in rows.values()):
        entered = {number: _whole(row, look) for number, row in rows.items()}
        return [DifferenceLine(sheet=difference.sheet, name=say("The whole ballot"), entered=entered)]
    found = []
    for candidate in one.candidates:
        marks = {n: row.marks.get(candidate.id, Mark.NONE) for n, row in rows.items() if row is not None}
        if len(set(marks.values())) > 1:
            words = {n: _mark(mark, one.ballot, look) for n, mark in marks.items()}
            found.append(DifferenceLine(sheet=difference.sheet, name=candidate.name, entered=words))
    return found


def _mark(mark: Mark, kind: BallotKind, look: Look) -> str:
    return mark_words(mark, kind, look.say)


def _whole(row: EnteredRow | None, look: Look) -> str:
    if row is None:
        return look.say("Not entered")
    return look.say(INVALID[row.invalid]) if row.invalid else look.say("A valid ballot")
