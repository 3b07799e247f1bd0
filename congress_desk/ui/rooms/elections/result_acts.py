"""The end of a count: sample, seal, papers, the hall's screen, and the rounds that may follow. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.elections import Round
from congress_desk.domain.records import Form as PaperForm
from congress_desk.domain.stage import Choice, FaceKind
from congress_desk.plumbing.texts import words_for
from congress_desk.plumbing.vote_tables import result_table
from congress_desk.services.election_records import election_shown
from congress_desk.ui.printing import print_form, save_form
from congress_desk.ui.rooms.elections.scene import Scene
from congress_desk.ui.rooms.elections.state import Fact
from congress_desk.ui.running import Lane


class ResultActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def draw_sample(self, count: int, seed: str) -> None:
        """Sheets to compare by eye, drawn from a seed that anybody can use again."""
        wanted, sealing = self._scene.round, self._scene.voting.sealing
        self._scene.show(checked={})
        self._scene.act(lambda: sealing.draw_audit(wanted, count=count, seed=seed), Fact.DRAWN, count=count)

    def seal(self, unaudited: str = "") -> None:
        """By the two people at this screen; the result is frozen."""
        wanted, by, sealing = self._scene.round, self._scene.state.by, self._scene.voting.sealing
        self._scene.act(lambda: sealing.seal(wanted, by, unaudited=unaudited), Fact.SEALED)

    def void_count(self, reason: str) -> None:
        wanted, by, sealing = self._scene.round, self._scene.state.by, self._scene.voting.sealing
        self._scene.act(lambda: sealing.void_count(wanted, reason, by), Fact.COUNT_VOIDED)

    def void_round(self, reason: str, by: tuple[str, str]) -> None:
        """The presidium's own two names."""
        wanted, rounds = self._scene.round, self._scene.voting.rounds
        self._scene.act(lambda: rounds.void_round(wanted, reason, by), Fact.ROUND_VOIDED)

    # what the congress decides next

    def vote_again(self, kept: tuple[CandidateId, ...] | None = None) -> None:
        election, rounds = self._scene.state.election, self._scene.voting.rounds
        if election is not None:
            self._next(lambda: rounds.vote_again(election.id, candidates=kept))

    def break_tie(self) -> None:
        election, rounds = self._scene.state.election, self._scene.voting.rounds
        if election is not None:
            self._next(lambda: rounds.break_tie(election.id))

    def elect_alternates(self, seats: int) -> None:
        election, rounds = self._scene.state.election, self._scene.voting.rounds
        if election is not None:
            self._next(lambda: rounds.elect_alternates(election.id, seats))

    def take_alternates(self) -> None:
        """Those with enough votes beyond the seats, as many as there are places."""
        election, rounds = self._scene.state.election, self._scene.voting.rounds
        if election is not None:
            self._scene.act(lambda: rounds.take_alternates(election.id), Fact.ALTERNATES)

    def leave_tie(self, reason: str) -> None:
        election, rounds = self._scene.state.election, self._scene.voting.rounds
        if election is not None:
            self._scene.act(lambda: rounds.leave_tie(election.id, reason), Fact.TIE_LEFT)

    # the result goes out

    def show_on_screen(self) -> None:
        """The frozen result, on the second screen."""
        seen, stage = self._scene.state.seen, self._scene.desk.stage
        if seen is None or seen.round.seal is None:
            return
        choice = Choice(kind=FaceKind.RESULT, result=election_shown(seen.election, seen.round))
        self._scene.act(lambda: stage.take(choice), Fact.SHOWN, closes=False)

    def print_paper(self, form: PaperForm, path: Path | None = None) -> None:
        """Count record, entry log, seal label or hand-over: to the printer, or into a file."""
        desk, settings, wanted = self._scene.desk, self._scene.surroundings.settings.current, self._scene.round

        def made() -> str:
            if path is None:
                return print_form(desk, settings, form, subject=wanted)
            return str(save_form(desk, settings, form, path, subject=wanted))

        def told(where: str) -> None:
            if path is None:
                self._scene.tell(Fact.PRINTED, printer=where)
            else:
                self._scene.tell(Fact.SAVED, path=where)

        self._scene.run(made, told, lane=Lane.FREE)

    def export(self, path: Path) -> None:
        """The totals as a spreadsheet, as they are now."""
        seen, voting, say = self._scene.state.seen, self._scene.voting, words_for(self._scene.language)
        if seen is None:
            return
        table = result_table(say, seen.election, seen.round, seen.outcome.result)
        self._scene.run(
            lambda: voting.exports.save(table, path, of=seen.round.id),
            lambda _none: self._scene.tell(Fact.SAVED, path=str(path)),
            lane=Lane.FREE,
        )

    def _next(self, begun: Callable[[], Round]) -> None:
        self._scene.show(busy=True)

        def opened(one: Round) -> None:
            self._scene.close_form()
            self._scene.tell(Fact.NEXT, number=one.number)
            self._scene.choose(one.id)

        self._scene.run(begun, opened)
