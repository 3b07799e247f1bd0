"""Beside the result: what keeps it from being sealed, or the seal; and what the congress may decide next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.election_alternates import alternates_of
from congress_desk.domain.election_outcome import Shortcoming
from congress_desk.domain.election_rules import Rule
from congress_desk.domain.elections import Election, Round, RoundState
from congress_desk.plumbing.vote_words import NOBODY_NAMED, SHORTCOMINGS
from congress_desk.services.elections import RoundSeen
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.state import ElectionsState, Form
from congress_desk.ui.rooms.elections.words import article_words
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.forms import scrolled
from congress_desk.ui.widgets.parts import button, card, column, label, on_click, primary_button
from congress_desk.ui.widgets.people_words import isolated
from congress_desk.ui.widgets.pill import StatusPill

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter


class StandingPanel(QFrame):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "card")
        self._build()
        results = presenter.results
        on_click(self.seal, lambda: presenter.open_form(Form.SEAL))
        on_click(self.void_count, lambda: presenter.open_form(Form.VOID_COUNT))
        on_click(self.void_round, lambda: presenter.open_form(Form.VOID_ROUND))
        on_click(self.break_tie, results.break_tie)
        on_click(self.leave_tie, lambda: presenter.open_form(Form.LEAVE_TIE))
        on_click(self.alternates, results.take_alternates)
        on_click(self.next_round, lambda: presenter.open_form(Form.NEXT_ROUND))

    def show_state(self, state: ElectionsState) -> None:
        seen = state.seen
        if seen is None:
            return
        one = seen.round
        sealed, void = one.state is RoundState.SEALED, one.state is RoundState.VOID
        self._show_standing(state, seen)
        missing = [s for s in seen.outcome.shortcomings if s is not Shortcoming.UNAUDITED]
        latest = seen.election.latest.id == one.id
        self.seal.setVisible(not sealed and not void)
        self.seal.setEnabled(not missing)
        self.void_count.setVisible(latest and not void and bool(one.batches))
        self.void_round.setVisible(not sealed and not void and one.stopped)
        result = seen.outcome.result
        tied = sealed and latest and bool(result.ties)
        self.break_tie.setVisible(tied)
        self.leave_tie.setVisible(tied)
        follows = latest and (void or (sealed and not result.ties and _may_follow(seen.election, seen)))
        self.next_round.setVisible(follows)
        self.alternates.setVisible(follows and not void and not result.open_seats and bool(_on_votes(seen.election)))

    def _show_standing(self, state: ElectionsState, seen: RoundSeen) -> None:
        say, one = self._look.say, seen.round
        if one.seal is not None and one.state is RoundState.SEALED:
            self._word.show_status(Tone.OK, say("Sealed"), "lock")
        elif one.state is RoundState.VOID:
            self._word.show_status(Tone.NO, say("Void"))
        elif seen.outcome.shortcomings:
            self._word.show_status(Tone.ASK, say("Not ready to seal"))
        else:
            self._word.show_status(Tone.OK, say("Ready to seal"))
        self._told.setText("\n\n".join([*_seal_words(state, one, self._look), *_decision_words(seen, self._look)]))

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._word = StatusPill(look)
        self._told = label("", wrap=True)
        self.seal = primary_button(say("Seal the count"), look=look, icon="lock")
        self.break_tie = primary_button(say("New ballot among the tied"), look=look, icon="forward")
        self.leave_tie = button(say("Do not vote again: the seat stays open"))
        self.alternates = button(say("Take alternates on their votes"), look=look, icon="tick")
        self.next_round = primary_button(say("Next round"), look=look, icon="forward")
        self.void_count = button(say("Void the count and count anew"), look=look, icon="cross", kind="quiet")
        self.void_round = button(say("Declare the round void"), look=look, icon="no")
        words = card(self._told, 0, margin=0)
        words.setProperty("look", "")
        layout = column(
            self._word,
            scrolled(words),
            self.seal,
            self.break_tie,
            self.leave_tie,
            self.alternates,
            self.next_round,
            self.void_round,
            self.void_count,
            space=8,
            margin=14,
        )
        layout.setStretch(1, 1)
        self.setLayout(layout)


def _may_follow(election: Election, seen: RoundSeen) -> bool:
    """Seats left open, or alternates still to be elected."""
    return seen.outcome.result.open_seats > 0 or alternates_of(election).left > 0


def _on_votes(election: Election) -> tuple[CandidateId, ...]:
    """Who may become an alternate without another ballot, as far as there are places."""
    stand = alternates_of(election)
    return tuple(stand.able) if stand.left else ()


def _seal_words(state: ElectionsState, one: Round, look: Look) -> list[str]:
    say = look.say
    told = []
    if one.void_reason:
        told.append(
            say(
                "Declared void by {names}: {reason}",
                names=isolated(" · ".join(one.void_by), say),
                reason=one.void_reason,
            )
        )
    if one.seal is not None:
        at = one.seal.at.astimezone(state.zone)
        names = isolated(" · ".join(one.seal.by), say)
        told.append(say("Sealed on {day} at {time} by {names}", day=at.date(), time=at, names=names))
        told.append(
            say("Fingerprint of all sheets and decisions: {digest}", digest=isolated(one.seal.digest[:16], say))
        )
        if one.seal.unaudited:
            told.append(say("Only the machine has counted: {reason}", reason=one.seal.unaudited))
    for seal in one.seals_before:
        at = seal.at.astimezone(state.zone)
        told.append(
            say("An earlier seal of {day}, {time} was broken: the count was taken back", day=at.date(), time=at)
        )
    told += [say("Taken back: {reason}", reason=v.reason) for v in one.voided if not v.batch]
    return told


def _decision_words(seen: RoundSeen, look: Look) -> list[str]:
    say, result, profile = look.say, seen.outcome.result, seen.election.profile
    missing = () if seen.round.state is RoundState.VOID else seen.outcome.shortcomings
    told = [f"•  {say(SHORTCOMINGS[short])}" for short in missing]
    names = {c.id: c.name for c in seen.round.candidates}
    for tie in result.ties if result.count.ballots else ():
        people = ", ".join(names[c] for c in tie.candidates)
        text = say(
            "Equal votes ({votes}) for the last {seats} to elect: {names}. The congress decides.",
            votes=tie.votes,
            seats=tie.seats,
            names=isolated(people, say),
        )
        told.append(text + article_words(profile, Rule.TIE, say))
    one, stood = seen.round, {c.id: c.name for r in seen.election.rounds for c in r.candidates}
    if one.alternates_taken:
        people = ", ".join(stood[c] for c in one.alternates_taken)
        told.append(say("Taken as alternates: {names}", names=isolated(people, say)))
    told += [say("The congress decided not to vote again: {reason}", reason=c.note) for c in one.ties_left]
    told += [say(NOBODY_NAMED, batch=b.batch.name) for b in seen.outcome.batches if b.batch.unnamed]
    if seen.round.seal is not None and result.open_seats and not result.ties:
        text = say(
            "{count} still to be elected: the congress decides whether to vote again.", count=result.open_seats
        )
        told.append(text + article_words(profile, Rule.AGAIN, say))
    return told
