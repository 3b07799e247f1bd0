"""Beside the bundles: who tallies them; and a bundle taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from congress_desk.domain.ballot_batches import Way
from congress_desk.plumbing.vote_words import NOT_NAMED, WAYS
from congress_desk.services.count_checks import batch_of
from congress_desk.services.counting import FIRST_BATCH
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.panel import Panel
from congress_desk.ui.rooms.elections.parts import SideForm, TwoPeople
from congress_desk.ui.rooms.elections.state import ElectionsState, Form
from congress_desk.ui.widgets.forms import Choice, Field, line_edit
from congress_desk.ui.widgets.parts import column, label, on_click, primary_button

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter


class TallyPanel(Panel):
    way = Way.TALLY

    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__(presenter, look)
        say = look.say
        self.by = TwoPeople(look, upright=True)
        self.begin = primary_button(say("Write down the tally"), look=look, icon="edit", key="F5")
        told = label(
            say("One calls the names, one makes the marks; both answer for the figures."), "muted", wrap=True
        )
        self.setLayout(column(self.batch_field, told, self.by, self.begin, 0, space=10, margin=14))
        self.by.said.connect(presenter.say_who)
        on_click(self.begin, self._on_begin)

    def show_state(self, state: ElectionsState, *, may: bool) -> None:
        self.by.show_people(state)
        self.begin.setEnabled(may and all(state.by))

    def _on_begin(self) -> None:
        self.presenter.counts.choose_batch(self.batch.text().strip() or FIRST_BATCH)
        self.presenter.open_form(Form.TALLY)


class VoidBatchForm(SideForm):
    """A bundle, one way of counting it, or one pass, is taken back and counted anew."""

    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        say = look.say
        super().__init__(presenter, look, say("Void and recount"), say("Void and recount"))
        self._what, self._reason, self._by = Choice(), line_edit(), line_edit()
        self._which = label("", "strong", wrap=True)
        self.fields = {
            "what": Field(say("What is taken back"), self._what),
            "reason_needed": Field(say("The reason"), self._reason),
            "by": Field(say("By whom"), self._by),
        }
        told = label(
            say("It stays on record as taken back. Judgements of its sheets go with it."), "muted", wrap=True
        )
        self.lay_out(self._which, *self.fields.values(), told)
        on_click(self.save, lambda: presenter.counts.void(self._reason.text(), *self._wanted(), self._by.text()))

    def show_form(self, state: ElectionsState, *, fresh: bool) -> None:
        say = self.look.say
        self.show_wrong(state)
        if not fresh:
            return
        known = batch_of(state.round, state.batch) if state.round else None
        self._which.setText(say("Bundle {name}", name=state.batch))
        options: list[tuple[str, object]] = [(say("The whole bundle, however counted"), (None, None))]
        options += [(say(WAYS[way]), (way, None)) for way in (known.ways if known else ())]
        for one in known.passes if known else ():
            name = one.by or say(NOT_NAMED, account=one.account)
            options.append((say("Pass {number} by {name}", number=one.number, name=name), (Way.ENTRY, one.number)))
        self._what.offer(options)
        self._reason.clear()
        self._reason.setFocus()

    def _wanted(self) -> tuple[Way | None, int | None]:
        way, number = self._what.value() or (None, None)
        return way, number
