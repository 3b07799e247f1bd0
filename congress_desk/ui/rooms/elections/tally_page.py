"""Tally marks of a bundle: votes for every name, and the ballots that are not valid, each figure checked at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from congress_desk.domain.ballot_batches import Count
from congress_desk.domain.ballot_forms import BallotKind
from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.election_lists import printed_names
from congress_desk.domain.election_rules import InvalidReason
from congress_desk.domain.elections import Round
from congress_desk.plumbing.vote_words import INVALID
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.parts import on_key
from congress_desk.ui.rooms.elections.state import ElectionsState
from congress_desk.ui.rooms.elections.words import COLUMN_MARKS, STRIKE_MARKS
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.forms import figure_edit, scrolled
from congress_desk.ui.widgets.parts import button, card, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.pill import StatusPill

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

MOST = 9_999
FIGURE_WIDTH = 96


class TallyPage(QWidget):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._batch = ""
        self._one: Round | None = None
        self._build()
        self._connect()

    def show_state(self, state: ElectionsState) -> None:
        one = state.round
        if one is None:
            return
        if self._one is None or self._one.id != one.id or self._batch != state.batch:
            self._lay_out(one)
        self._one, self._batch = one, state.batch
        self._title.setText(
            self._look.say("Tally of bundle {batch}, by {names}", batch=state.batch, names=", ".join(state.by))
        )
        self._check()

    def written(self) -> Count:
        """On a strike ballot a name that is not voted for is struck: counted from the valid ones."""
        valid = self.valid.value()
        votes = {c: edits[0].value() for c, edits in self.edits.items()}
        if self._strikes:
            against = {c: max(0, valid - n) for c, n in votes.items()}
        else:
            against = {c: edits[1].value() for c, edits in self.edits.items()}
        void = {c: max(0, valid - votes[c] - against[c]) for c in votes}
        invalid = {reason: edit.value() for reason, edit in self._invalid.items() if edit.value()}
        return Count(valid=valid, invalid=invalid, votes=votes, against=against, void=void)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._title, self._stands = label("", "title"), StatusPill(look)
        self.cancel = button(say("Cancel"), key="Escape")
        self.save = primary_button(say("Keep the tally"), look=look, icon="tick", key="Ctrl+S")
        self.valid = figure_edit(0, MOST)
        self.valid.setAccessibleName(say("Valid ballots"))
        self.edits: dict[CandidateId, tuple[QSpinBox, ...]] = {}
        self._names, self._grid = QWidget(), QGridLayout()
        self._invalid = {reason: figure_edit(0, MOST) for reason in InvalidReason}
        reasons = QGridLayout()
        reasons.setVerticalSpacing(6)
        for place, (reason, edit) in enumerate(self._invalid.items()):
            edit.setAccessibleName(say(INVALID[reason]))
            edit.setFixedWidth(FIGURE_WIDTH)
            edit.valueChanged.connect(lambda _n: self._check())
            reasons.addWidget(label(say(INVALID[reason]), "caption", wrap=True), place, 0)
            reasons.addWidget(edit, place, 1)
        reasons.setColumnStretch(0, 1)
        not_valid = QWidget()
        not_valid.setLayout(reasons)
        self.valid.setFixedWidth(FIGURE_WIDTH)
        head = row(label(say("Valid ballots"), "strong"), 0, self.valid)
        side = card(head, label(say("Not valid, by reason"), "strong"), scrolled(not_valid), margin=14)
        side.setFixedWidth(390)
        side_lines = side.layout()
        assert side_lines is not None
        side_lines.setStretch(2, 1)  # type: ignore[attr-defined]
        self._area = scrolled(QWidget())
        halves = row(card(self._area, margin=14), side, space=12)
        halves.setStretch(0, 1)
        bar = row(self._title, 12, self._stands, 0, self.cancel, self.save, space=8)
        layout = column(bar, halves, space=10)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.valid.valueChanged.connect(lambda _n: self._check())
        on_click(self.cancel, self._presenter.close_form)
        on_click(self.save, lambda: self._presenter.counts.tally(self._batch, self.written()))
        on_key(self, "Ctrl+S", self.save.click)
        on_key(self, "Escape", self.cancel.click)

    @property
    def _strikes(self) -> bool:
        return self._one is not None and self._one.ballot is BallotKind.STRIKE

    def _lay_out(self, one: Round) -> None:
        say = self._look.say
        self._one = one
        content, grid = QWidget(), QGridLayout()
        grid.setVerticalSpacing(6)
        heads = [say(STRIKE_MARKS[m]) for m in list(STRIKE_MARKS)[:1]]
        if one.ballot is BallotKind.COLUMNS:
            heads = [say(COLUMN_MARKS[m]) for m in list(COLUMN_MARKS)[:2]]
        for place, head in enumerate(heads, 1):
            grid.addWidget(label(head, "caption"), 0, place)
        self.edits = {}
        for line, (candidate, name) in enumerate(zip(one.candidates, printed_names(one.candidates), strict=True), 1):
            edits = tuple(figure_edit(0, MOST) for _ in heads)
            grid.addWidget(label(f"{line}.  {name}"), line, 0)
            for place, edit in enumerate(edits, 1):
                edit.setFixedWidth(FIGURE_WIDTH)
                edit.setAccessibleName(f"{name}: {heads[place - 1]}")
                edit.valueChanged.connect(lambda _n: self._check())
                grid.addWidget(edit, line, place)
            self.edits[candidate.id] = edits
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(one.candidates) + 1, 1)
        content.setLayout(grid)
        self._area.setWidget(content)
        for edit in (self.valid, *self._invalid.values()):
            edit.setValue(0)

    def _check(self) -> None:
        say, count = self._look.say, self.written()
        wrong = [c for c in count.votes if count.votes[c] + count.against[c] > count.valid]
        votes, most = sum(count.votes.values()), count.valid * (self._one.seats if self._one else 0)
        if wrong:
            self._stands.show_status(Tone.NO, say("{name}: more than the valid ballots", name=wrong[0]))
        elif votes > most:
            self._stands.show_status(Tone.ASK, say("{votes} votes, at most {most}", votes=votes, most=most))
        else:
            self._stands.show_status(Tone.OK, say("{count} ballots in the bundle", count=count.ballots))
        self.save.setEnabled(not wrong and count.ballots > 0)
