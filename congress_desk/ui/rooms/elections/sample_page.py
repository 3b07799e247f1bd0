"""The sample: sheets drawn from a published seed, compared by eye; what risk a clean sample leaves, said plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from congress_desk.domain.elections import RoundState
from congress_desk.services.count_sealing import DEFAULT_SAMPLE
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.state import ElectionsState
from congress_desk.ui.rooms.elections.words import wrong_words
from congress_desk.ui.widgets.forms import Field, figure_edit, line_edit, scrolled
from congress_desk.ui.widgets.parts import button, column, hairline, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter


class SamplePage(QWidget):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._look = look
        say = look.say
        self.count = figure_edit(1, 9_999)
        self.count.setValue(DEFAULT_SAMPLE)
        self.seed = line_edit(placeholder=say("Digits thrown in the hall; empty: drawn here"))
        self._count_field = Field(say("Sheets to compare"), self.count)
        self.draw = button(say("Draw the sample"), look=look, icon="new")
        self.look_at = primary_button(say("Compare the sheets drawn"), look=look, icon="search")
        self._seed, self._batch = label("", "strong", wrap=True), label("", wrap=True)
        self._risk, self._done = label("", wrap=True), label("", "strong", wrap=True)
        told = label(
            say(
                "Anybody can draw the same sheets again from the seed. Each is compared with its reading by eye, and "
                "one whole bundle is counted by hand."
            ),
            "muted",
            wrap=True,
        )
        fields = row(self._count_field, Field(say("Seed"), self.seed), space=8)
        fields.setStretch(1, 1)
        content = QWidget()
        content.setLayout(
            column(
                told,
                fields,
                row(self.draw, 0),
                hairline(),
                self._seed,
                self._batch,
                self._done,
                self._risk,
                row(self.look_at, 0),
                0,
                space=10,
                margin=8,
            )
        )
        self.setLayout(column(scrolled(content)))
        on_click(self.draw, lambda: presenter.results.draw_sample(self.count.value(), self.seed.text()))
        on_click(self.look_at, presenter.look_at_sample)

    def show_state(self, state: ElectionsState) -> None:
        say, seen, audit = self._look.say, state.seen, state.audit
        if seen is None:
            return
        scanned = any(batch.scanned for batch in seen.round.batches)
        open_now = seen.round.state is RoundState.COUNTING
        self.draw.setEnabled(scanned and open_now and not state.busy)
        self._count_field.show_wrong(wrong_words(state.wrong, "sample", say))
        for part in (self._seed, self._batch, self._risk, self._done, self.look_at):
            part.setVisible(audit is not None)
        if audit is None:
            return
        drawn = audit.audit
        self._seed.setText(
            say(
                "Seed {seed}: {count} sheets of {all}", seed=drawn.seed, count=len(drawn.sheets), all=drawn.population
            )
        )
        self._batch.setText(say("To be counted by hand: bundle {batch}", batch=drawn.batch))
        if drawn.complete:
            told = say("Compared: {count}, read wrongly: {wrong}", count=len(drawn.checked), wrong=drawn.wrong)
        else:
            told = say("Not compared yet")
        self._done.setText(told)
        self._risk.setText(
            say(
                "If all are right, at most {count} of the {all} sheets can be misread unseen, at 95 % confidence.",
                count=audit.left_over,
                all=drawn.population,
            )
        )
