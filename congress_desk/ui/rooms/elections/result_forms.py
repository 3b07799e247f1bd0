"""Forms beside the result: sealing, voiding the count or the round, a tie left, and the next round's list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.election_alternates import alternates_of
from congress_desk.domain.election_outcome import Shortcoming
from congress_desk.domain.elections import RoundState
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.parts import SideForm, TwoPeople
from congress_desk.ui.rooms.elections.state import ElectionsState
from congress_desk.ui.widgets.forms import Field, figure_edit, line_edit
from congress_desk.ui.widgets.parts import label, on_click

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

ID = Qt.ItemDataRole.UserRole


class SealForm(SideForm):
    """Two people freeze the result."""

    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        say = look.say
        super().__init__(presenter, look, say("Seal the count"), say("Seal the count"))
        self.by = TwoPeople(look, upright=True)
        self.unaudited = line_edit()
        self._why = Field(say("Why nobody has counted by hand"), self.unaudited, say("It stands in the record"))
        told = label(
            say(
                "The result is frozen: screen, record and export show it as it is now. A later change is a new round "
                "or a voided count."
            ),
            "muted",
            wrap=True,
        )
        self.lay_out(told, label(say("Two of the counting committee"), "strong"), self.by, self._why)
        self.by.said.connect(presenter.say_who)
        on_click(self.save, lambda: presenter.results.seal(self.unaudited.text()))

    def show_form(self, state: ElectionsState, *, fresh: bool) -> None:
        self.show_wrong(state)
        self.by.show_people(state)
        alone = state.seen is not None and Shortcoming.UNAUDITED in state.seen.outcome.shortcomings
        self._why.setVisible(alone)
        self.save.setEnabled(all(state.by) and not state.busy)
        if fresh:
            self.unaudited.clear()


class VoidCountForm(SideForm):
    """The whole count is taken back; the same ballots are counted anew."""

    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        say = look.say
        super().__init__(presenter, look, say("Void the count"), say("Void the count"))
        self.by, self.reason = TwoPeople(look, upright=True), line_edit()
        self.fields = {"reason_needed": Field(say("The reason"), self.reason)}
        told = label(
            say("Count, judgements and seal are taken back, and stay in sight. The same ballots are counted anew."),
            "muted",
            wrap=True,
        )
        self.lay_out(told, label(say("Two of the counting committee"), "strong"), self.by, *self.fields.values())
        self.by.said.connect(presenter.say_who)
        on_click(self.save, lambda: presenter.results.void_count(self.reason.text()))

    def show_form(self, state: ElectionsState, *, fresh: bool) -> None:
        self.show_wrong(state)
        self.by.show_people(state)
        self.save.setEnabled(all(state.by) and not state.busy)
        if fresh:
            self.reason.clear()


class VoidRoundForm(SideForm):
    """More collected than issued: the presidium declares the vote itself void."""

    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        say = look.say
        super().__init__(presenter, look, say("Declare the round void"), say("Declare void"))
        self.first, self.second, self.reason = line_edit(), line_edit(), line_edit()
        self.fields = {
            "first": Field(say("First of the presidium"), self.first),
            "second": Field(say("Second of the presidium"), self.second),
            "reason_needed": Field(say("The reason"), self.reason),
        }
        told = label(say("The vote is held again in a new round. This one stays on record."), "muted", wrap=True)
        self.lay_out(told, *self.fields.values())
        on_click(
            self.save,
            lambda: presenter.results.void_round(self.reason.text(), (self.first.text(), self.second.text())),
        )

    def show_form(self, state: ElectionsState, *, fresh: bool) -> None:
        self.show_wrong(state)
        if fresh:
            for edit in (self.first, self.second, self.reason):
                edit.clear()


class LeaveTieForm(SideForm):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        say = look.say
        super().__init__(presenter, look, say("The seat stays open"), say("Put on record"))
        self.reason = line_edit()
        self.fields = {"reason_needed": Field(say("What the congress decided"), self.reason)}
        self.lay_out(*self.fields.values())
        on_click(self.save, lambda: presenter.results.leave_tie(self.reason.text()))

    def show_form(self, state: ElectionsState, *, fresh: bool) -> None:
        self.show_wrong(state)
        if fresh:
            self.reason.clear()


class NextRoundForm(SideForm):
    """On which names the congress votes again; or on alternates, where all seats are filled."""

    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        say = look.say
        super().__init__(presenter, look, say("Next round"), say("Open the round"))
        self._told = label("", "muted", wrap=True)
        self.names = QListWidget()
        self.names.setAccessibleName(say("Names on the ballot"))
        self.names.setMinimumHeight(200)
        self.seats = figure_edit(1, 60)
        self._seats = Field(say("Alternates to elect"), self.seats)
        self._alternates = False
        self.lay_out(self._told, self._seats, self.names)
        on_click(self.save, lambda: self._on_save(presenter))

    def show_form(self, state: ElectionsState, *, fresh: bool) -> None:
        self.show_wrong(state)
        seen, say = state.seen, self.look.say
        if not fresh or seen is None:
            return
        void = seen.round.state is RoundState.VOID
        result = seen.outcome.result
        self._alternates = not void and not result.open_seats
        self._seats.setVisible(self._alternates)
        self.names.setVisible(not self._alternates)
        self.seats.setValue(max(1, alternates_of(seen.election).left))
        if self._alternates:
            self._told.setText(say("A ballot for alternates among those who are not elected."))
        elif void:
            self._told.setText(say("The same ballot once more."))
        else:
            self._told.setText(say("{count} to elect. Untick whom the congress leaves out.", count=result.open_seats))
        self.names.clear()
        for candidate in seen.round.candidates:
            if void or candidate.id not in result.elected:
                item = QListWidgetItem(candidate.name, self.names)
                item.setData(ID, candidate.id)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked)

    def _on_save(self, presenter: ElectionsPresenter) -> None:
        if self._alternates:
            presenter.results.elect_alternates(self.seats.value())
            return
        items = [self.names.item(place) for place in range(self.names.count())]
        kept = tuple(CandidateId(i.data(ID)) for i in items if i and i.checkState() is Qt.CheckState.Checked)
        presenter.results.vote_again(kept)
