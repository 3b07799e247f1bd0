"""Ballots as paper: how they are printed, and every one of them accounted for. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from congress_desk.domain.ballot_forms import BallotForm
from congress_desk.domain.elections import Flow, Round
from congress_desk.domain.journal import EventId
from congress_desk.services.ports.printer import PagePicture
from congress_desk.ui.printing import save_pdf, send_to_printer
from congress_desk.ui.rooms.elections.scene import Scene
from congress_desk.ui.rooms.elections.state import Fact
from congress_desk.ui.running import Lane

USUAL_WIDTH = 560  # px, until the screen says how much room there is


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    form: BallotForm
    picture: PagePicture


class PaperActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._asked = 0
        self._width = USUAL_WIDTH

    def wish(self, **changes: Any) -> None:
        """copies, paper, colour, beside."""
        wish = replace(self._scene.state.wish, **changes)
        self._scene.show(wish=wish, wrong="")
        if set(changes) != {"copies"}:
            self.look()

    def allow_sheet_marks(self, allowed: bool) -> None:
        """A random mark on every sheet, for the whole congress."""
        hands = self._scene.voting.hands

        def changed() -> None:
            hands.change_rules(replace(hands.rules(), sheet_marks=allowed))

        def told(_none: None) -> None:
            self._scene.tell(Fact.RULES)
            self.look()

        self._scene.run(changed, told)

    def look(self) -> None:
        """The ballot as it would be printed now; of several asked for, the last is shown."""
        self._asked += 1
        asked, desk, wanted, wish = self._asked, self._scene.desk, self._scene.round, self._scene.state.wish
        width = self._width

        def drawn() -> Sample:
            form = desk.voting.ballots.form(wanted, paper=wish.paper, colour=wish.colour, beside=wish.beside)
            pdf = desk.voting.ballots.sample(form)
            return Sample(form=form, picture=desk.pages.picture(pdf, 0, width))

        def shown(sample: Sample) -> None:
            if asked == self._asked:
                self._scene.show(ballot=sample.form, sample=sample.picture)

        self._scene.run(drawn, shown, lane=Lane.FREE)

    def fit(self, width: int) -> None:
        """The page is shown as wide as there is room for it, device pixels."""
        if width > 0 and width != self._width:
            self._width = width
            if self._scene.state.sample is not None:
                self.look()

    def print_ballots(self, path: Path | None = None) -> None:
        """All copies, to the printer of this desk or into a file; journaled once they came out."""
        desk, wanted, form = self._scene.desk, self._scene.round, self._scene.state.ballot
        copies, printer = self._scene.state.wish.copies, self._scene.surroundings.settings.current.printer
        if form is None:
            return

        def made() -> str:
            where: list[str] = []
            desk.voting.ballots.print_ballots(
                wanted, form, copies, deliver=lambda pdf: where.append(_sent(desk.printer, pdf, printer, path))
            )
            return where[0]

        self._send(made, path)

    def test_print(self, path: Path | None = None) -> None:
        """One ballot that says it is a test, and the page to calibrate with; counted nowhere."""
        desk, form = self._scene.desk, self._scene.state.ballot
        printer = self._scene.surroundings.settings.current.printer
        if form is None:
            return

        def made() -> str:
            return _sent(desk.printer, desk.voting.ballots.test_print(form), printer, path)

        self._send(made, path)

    def move(self, flow: Flow, count: int, delegation: str, by: str) -> None:
        """Ballots issued, exchanged, spoiled, left over, collected, or printed elsewhere."""
        ballots, wanted = self._scene.voting.ballots, self._scene.round

        def moved() -> Round:
            if flow is Flow.SPARE:
                return ballots.count_spare(wanted, count, by=by)
            if flow is Flow.PRINTED:
                return ballots.printed_elsewhere(wanted, count, by=by)
            acts = {
                Flow.ISSUED: ballots.issue,
                Flow.COLLECTED: ballots.collect,
                Flow.EXCHANGED: ballots.exchange,
                Flow.SPOILED: ballots.spoil,
            }
            return acts[flow](wanted, count, delegation=delegation, by=by)

        self._scene.act(moved, Fact.MOVED, closes=False, count=count)

    def take_back(self, movement: EventId, reason: str) -> None:
        ballots, wanted = self._scene.voting.ballots, self._scene.round
        self._scene.act(lambda: ballots.take_back(wanted, movement, reason), Fact.TAKEN_BACK, closes=False)

    def _send(self, made: Any, path: Path | None) -> None:
        self._scene.show(busy=True)

        def told(where: str) -> None:
            if path is None:
                self._scene.tell(Fact.PRINTED, printer=where)
            else:
                self._scene.tell(Fact.SAVED, path=where)

        self._scene.run(made, told, lane=Lane.FREE)


def _sent(printer: Any, pdf: bytes, wanted: str, path: Path | None) -> str:
    return send_to_printer(printer, pdf, wanted) if path is None else str(save_pdf(pdf, path))
