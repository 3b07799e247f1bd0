"""Plans, tickets and name tents of the seats: looked at in the place of the map, then printed or saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.domain.seat_previews import on_stage
from congress_desk.services.ports.printer import PagePicture
from congress_desk.ui.printing import save_pdf, send_to_printer
from congress_desk.ui.rooms.registry.scene import Scene
from congress_desk.ui.rooms.registry.seat_state import SeatForm, SeatPaper, SeatPrint, Seats, Whom
from congress_desk.ui.rooms.registry.state import Fact
from congress_desk.ui.running import Lane

Made = tuple[bytes, int, PagePicture]
FIRST_WIDTH = 700


class SeatPrinting:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._ticket = 0
        self._width = FIRST_WIDTH

    @property
    def seats(self) -> Seats:
        return self._scene.state.seats

    def open(self) -> None:
        self._scene.show_seats(form=SeatForm.PRINT, proposal=None)
        self.make()

    def choose(self, paper: SeatPaper) -> None:
        self._scene.show_seats(printing=replace(self.seats.printing, paper=paper))
        self.make()

    def choose_whom(self, whom: Whom) -> None:
        self._scene.show_seats(printing=replace(self.seats.printing, whom=whom))
        self.make()

    def make(self) -> None:
        """The paper anew, its first page shown; an older one that comes late is dropped."""
        self._ticket += 1
        ticket, desk, width, wanted = self._ticket, self._scene.desk, self._width, self.seats.printing
        language, plan, only = self._scene.surroundings.settings.current.language, self.seats.plan, self._only()
        options = {"plan": plan.value}
        if not wanted.paper.of_people:
            options["paper"] = "a4" if wanted.paper is SeatPaper.PLAN_A4 else "a3"

        def made() -> Made:
            pdf = desk.records.preview(wanted.paper.form, language=language, only=only, options=options)
            return pdf, desk.pages.count(pdf), desk.pages.picture(pdf, 0, width)

        self._scene.show_seats(printing=SeatPrint(paper=wanted.paper, whom=wanted.whom))
        self._run(ticket, made, self._on_made)

    def turn(self, pages: int) -> None:
        printing = self.seats.printing
        page = printing.page + pages
        if printing.pdf and 0 <= page < printing.pages:
            self._scene.show_seats(printing=replace(printing, page=page))
            self._draw()

    def fit(self, width: int) -> None:
        """The view may show a page so many device px wide."""
        if width > 0 and width != self._width:
            self._width = width
            if self.seats.printing.pdf:
                self._draw()

    def print_paper(self) -> None:
        desk, printer = self._scene.desk, self._scene.surroundings.settings.current.printer
        pdf = self.seats.printing.pdf
        self._send(
            lambda: send_to_printer(desk.printer, pdf, printer),
            lambda name: self._scene.tell(Fact.SEATS_PRINTED, printer=name),
        )

    def save_paper(self, path: Path) -> None:
        pdf = self.seats.printing.pdf
        self._send(lambda: save_pdf(pdf, path), lambda saved: self._scene.tell(Fact.EXPORTED, path=str(saved)))

    def _send(self, work: Callable[[], object], then: Callable[[Any], None]) -> None:
        printing, desk = self.seats.printing, self._scene.desk
        language = self._scene.surroundings.settings.current.language
        if not printing.pdf or printing.sending:
            return

        def sent() -> object:
            where = work()
            desk.records.note_printed(printing.paper.form, None, language=language, pdf=printing.pdf)
            return where

        def done(where: object) -> None:
            self._scene.show_seats(printing=replace(self.seats.printing, sending=False))
            then(where)

        def failed(error: Exception) -> None:
            self._scene.show_seats(printing=replace(self.seats.printing, sending=False))
            self._scene.fail(error)

        self._scene.show_seats(printing=replace(printing, sending=True))
        self._scene.run(sent, done, failed, Lane.FREE)

    def _only(self) -> frozenset[DelegateId] | None:
        """Whose tickets or tents; None where the paper is about the whole plan."""
        seats = self.seats
        if seats.hall is None or not seats.printing.paper.of_people:
            return None
        people = tuple(seats.hall.sitting.values())
        chosen = seats.sitting
        if seats.printing.whom is Whom.STAGE:
            people = on_stage(seats.hall)
        elif seats.printing.whom is Whom.DELEGATION and chosen is not None:
            people = tuple(d for d in people if d.sheet.delegation == chosen.sheet.delegation)
        elif seats.printing.whom is Whom.ONE and chosen is not None:
            people = (chosen,)
        return frozenset(person.id for person in people)

    def _draw(self) -> None:
        printing, pages, width, ticket = self.seats.printing, self._scene.desk.pages, self._width, self._ticket
        page = printing.page

        def drawn(picture: PagePicture) -> None:
            if self.seats.printing.page == page:
                self._scene.show_seats(printing=replace(self.seats.printing, picture=picture))

        self._run(ticket, lambda: pages.picture(printing.pdf, page, width), drawn)

    def _run(self, ticket: int, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        def current(value: Any) -> None:
            if ticket == self._ticket:
                then(value)

        def failed(error: Exception) -> None:
            if not isinstance(error, Refusal | Trouble):
                raise error
            if ticket == self._ticket:
                self._scene.show_seats(printing=replace(self.seats.printing, error=error))

        self._scene.run(work, current, failed, Lane.FREE)

    def _on_made(self, made: Made) -> None:
        pdf, pages, picture = made
        self._scene.show_seats(printing=replace(self.seats.printing, pdf=pdf, pages=pages, picture=picture))
