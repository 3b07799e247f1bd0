"""The records room decides here. Preview and paper are one PDF: what is seen is what is printed and journaled.

PDFs and page pictures are made in the free lane, so that check-in goes on; an answer that comes after another
form was chosen is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import Event, Kind, SessionId
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.services.pack import PackMade
from congress_desk.services.ports.printer import PagePicture
from congress_desk.ui.printing import save_pdf, send_to_printer
from congress_desk.ui.rooms.records.packing import Packing
from congress_desk.ui.rooms.records.state import ZOOMS, Fact, Paper, RecordsState, Stand, Told, Whose
from congress_desk.ui.running import Lane
from congress_desk.ui.surroundings import Surroundings

Read = tuple[tuple[Session, ...], Session | None, tuple[Delegate, ...], ZoneInfo]
Made = tuple[bytes, int, PagePicture]
FIRST_WIDTH = 760
WIDEST = 3600


class RecordsPresenter:
    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._view: Any = None
        self._ticket = 0
        self._told = 0
        self._width = FIRST_WIDTH
        self._shown_now = False
        self.state = RecordsState(
            language=surroundings.settings.current.language, printer=surroundings.settings.current.printer
        )
        self._stop_listening = surroundings.listen(self._on_event)
        self.packing = Packing(surroundings, self, lambda: self.state.language)

    @property
    def folder(self) -> Path:
        return self._surroundings.folder

    def attach(self, view: Any) -> None:
        self._view = view
        view.show_state(self.state)

    def enter(self) -> None:
        self._shown_now = True
        desk = self._surroundings.desk
        self._run(
            lambda: (
                desk.sessions.sessions(),
                desk.sessions.proposed(),
                desk.registry.delegates(),
                desk.congress.zone(),
            ),
            self._on_read,
            self._on_read_failed,
            Lane.STORE,
        )
        self._run(lambda: tuple(desk.printer.names()), self._on_printers, self._fail, Lane.FREE)

    def leave(self) -> None:
        self._shown_now = False

    def close(self) -> None:
        self._stop_listening()

    def choose_form(self, form: Form) -> None:
        if form is not self.state.form:
            self._show(form=form)
            self.make()

    def choose_session(self, session: SessionId) -> None:
        self._show(session=session)
        self.make()

    def choose_language(self, language: str) -> None:
        self._show(language=language)
        self.make()

    def choose_whose(self, whose: Whose) -> None:
        delegation = self.state.delegation
        if whose is Whose.DELEGATION and delegation is None:
            delegation = next(iter(self.state.delegations), None)
        self._show(whose=whose, delegation=delegation)
        if whose is Whose.CHOSEN and not self.state.chosen:
            self.choose_people()
        else:
            self.make()

    def choose_delegation(self, delegation: str) -> None:
        self._show(delegation=delegation)
        self.make()

    def choose_people(self) -> None:
        """Open the page where people are chosen."""
        self._show_paper(Paper(stand=Stand.CHOOSING))

    def add_people(self, delegates: Sequence[DelegateId]) -> None:
        self._show(chosen=tuple(dict.fromkeys((*self.state.chosen, *delegates))))

    def remove_people(self, delegates: Sequence[DelegateId]) -> None:
        self._show(chosen=tuple(d for d in self.state.chosen if d not in delegates))

    def choose_printer(self, name: str) -> None:
        """For this desk from now on."""
        self._surroundings.settings.change(printer=name)
        self._show(printer=name)

    def go_to_settings(self) -> None:
        self._surroundings.go("settings")

    def make(self) -> None:
        """Make the form anew and show its first page."""
        state = self.state
        if state.needs_session and state.session is None:
            self._show_paper(Paper(stand=Stand.NO_SESSION if state.sessions == () else Stand.READING))
            return
        if state.chooses_people and state.whose is Whose.CHOSEN and not state.chosen:
            self._show_paper(Paper(stand=Stand.NOBODY_CHOSEN))
            return
        self._ticket += 1
        ticket, desk, width = self._ticket, self._surroundings.desk, self._page_width(state.paper.zoom)
        session = state.session if state.needs_session else None

        def made() -> Made:
            pdf = desk.records.preview(state.form, session, language=state.language, only=state.only)
            return pdf, desk.pages.count(pdf), desk.pages.picture(pdf, 0, width)

        self._show_paper(Paper(stand=Stand.WORKING, zoom=state.paper.zoom))
        self._run(made, lambda m: self._on_made(ticket, m), lambda e: self._on_not_made(ticket, e), Lane.FREE)

    def turn_to(self, page: int) -> None:
        """Page from 0; outside the paper nothing happens."""
        paper = self.state.paper
        if paper.stand is Stand.SHOWN and 0 <= page < paper.pages and page != paper.page:
            self._show_paper(replace(paper, page=page))
            self._draw()

    def turn(self, pages: int) -> None:
        self.turn_to(self.state.paper.page + pages)

    def zoom(self, steps: int) -> None:
        """Larger or smaller by one step; 0 fits the width."""
        paper = self.state.paper
        place = ZOOMS.index(paper.zoom) + steps if steps else 0
        if paper.stand is Stand.SHOWN and 0 <= place < len(ZOOMS) and ZOOMS[place] != paper.zoom:
            self._show_paper(replace(paper, zoom=ZOOMS[place]))
            self._draw()

    def fit(self, width: int) -> None:
        """The view may show a page so many device px wide."""
        if width > 0 and width != self._width:
            self._width = width
            if self.state.paper.stand is Stand.SHOWN:
                self._draw()

    def print_paper(self) -> None:
        """To the printer of this desk, and into the journal."""
        state, desk = self.state, self._surroundings.desk
        self._send(lambda: send_to_printer(desk.printer, state.paper.pdf, state.printer), Fact.PRINTED, "printer")

    def save_paper(self, path: Path) -> None:
        pdf = self.state.paper.pdf
        self._send(lambda: save_pdf(pdf, path), Fact.SAVED, "path")

    def proposed_name(self) -> str:
        """A file name without the ending: form, session's day, language."""
        state = self.state
        session = next((s for s in state.sessions or () if s.id == state.session), None)
        day = f"-{session.starts.astimezone(state.zone):%Y-%m-%d}" if session and state.needs_session else ""
        return f"{state.form.value}{day}-{state.language}"

    def _send(self, work: Callable[[], object], fact: Fact, place: str) -> None:
        state, desk = self.state, self._surroundings.desk
        if not state.can_print:
            return
        session = state.session if state.needs_session else None

        def sent() -> object:
            where = work()
            desk.records.note_printed(state.form, session, language=state.language, pdf=state.paper.pdf)
            return where

        self._show(sending=True)
        self._run(sent, lambda where: self._tell(fact, **{place: str(where)}), self._fail, Lane.FREE)

    def _draw(self) -> None:
        paper, pages, ticket = self.state.paper, self._surroundings.desk.pages, self._ticket
        page, width = paper.page, self._page_width(paper.zoom)
        self._run(
            lambda: pages.picture(paper.pdf, page, width),
            lambda picture: self._on_drawn(ticket, page, width, picture),
            self._fail,
            Lane.FREE,
        )

    def _page_width(self, zoom: float) -> int:
        return min(WIDEST, round(self._width * zoom))

    def _on_read(self, read: Read) -> None:
        sessions, proposed, people, zone = read
        known = {session.id for session in sessions}
        session = self.state.session if self.state.session in known else proposed.id if proposed else None
        chosen = tuple(d for d in self.state.chosen if d in {person.id for person in people})
        self._show(sessions=sessions, session=session, people=people, zone=zone, chosen=chosen)
        if self.state.paper.stand is not Stand.CHOOSING:
            self.make()

    def _on_read_failed(self, error: Exception) -> None:
        self._show_paper(Paper(stand=Stand.FAILED, error=_known(error)))

    def _on_printers(self, names: tuple[str, ...]) -> None:
        self._show(printers=names)

    def _on_made(self, ticket: int, made: Made) -> None:
        if ticket == self._ticket:
            pdf, pages, picture = made
            zoom = self.state.paper.zoom
            self._show_paper(Paper(stand=Stand.SHOWN, pdf=pdf, pages=pages, picture=picture, zoom=zoom))

    def _on_not_made(self, ticket: int, error: Exception) -> None:
        if ticket == self._ticket:
            self._show_paper(Paper(stand=Stand.FAILED, error=_known(error)))

    def _on_drawn(self, ticket: int, page: int, width: int, picture: PagePicture) -> None:
        paper = self.state.paper
        if ticket == self._ticket and page == paper.page and width == self._page_width(paper.zoom):
            self._show_paper(replace(paper, picture=picture))

    def _on_event(self, event: Event) -> None:
        """The preview stays as it is, and says that there is news."""
        paper = self.state.paper
        if event.kind is not Kind.PRINTED and paper.stand is Stand.SHOWN and not paper.stale:
            self._show_paper(replace(paper, stale=True))

    def show_packing(self, progress: tuple[int, int] | None) -> None:
        self._show(packing=progress)

    def tell_packed(self, made: PackMade) -> None:
        self._tell(Fact.PACKED, path=str(made.folder), count=len(made.packed), left=len(made.left_out))

    def fail_packing(self, error: Exception) -> None:
        self._fail(error)

    def _tell(self, fact: Fact, **places: object) -> None:
        self._told += 1
        self._show(sending=False, told=Told(number=self._told, fact=fact, places=places))

    def _fail(self, error: Exception) -> None:
        self._told += 1
        self._show(sending=False, told=Told(number=self._told, error=_known(error)))

    def _show_paper(self, paper: Paper) -> None:
        self._show(paper=paper)

    def _show(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        if self._view is not None:
            self._view.show_state(self.state)

    def _run(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        otherwise: Callable[[Exception], None],
        lane: Lane,
    ) -> None:
        self._surroundings.runner.run(work, then=then, otherwise=otherwise, lane=lane)


def _known(error: Exception) -> Refusal | Trouble:
    """A refusal or trouble is shown in the room; a bug goes on to the window."""
    if isinstance(error, Refusal | Trouble):
        return error
    raise error
