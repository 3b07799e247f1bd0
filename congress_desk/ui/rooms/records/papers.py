"""The paper of the room: made, turned, printed, saved. Preview and paper are one PDF: what is seen is printed.

PDFs and page pictures are made in the free lane, so that check-in goes on; an answer that comes after another
form was chosen is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from congress_desk.services.desk import Desk
from congress_desk.services.ports.printer import PagePicture
from congress_desk.ui.paper_zoom import zoomed
from congress_desk.ui.printing import save_pdf, send_to_printer
from congress_desk.ui.rooms.records.catalogue import GROUPS, Group, Subject
from congress_desk.ui.rooms.records.scene import Scene, known
from congress_desk.ui.rooms.records.state import Fact, Paper, RecordsState, Stand, Whose
from congress_desk.ui.running import Lane

FIRST_WIDTH = 760
WIDEST = 3600
Made = tuple[bytes, int, PagePicture]


class PaperActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._ticket = 0
        self._width = FIRST_WIDTH
        self._made_for: object = None

    def make_if_other(self) -> None:
        """Where something else is asked for than what is shown: other pages choose language and session too."""
        if self._made_for != _asked(self._scene.state):
            self.make()

    def make(self) -> None:
        """Make the form anew and show its first page."""
        state, desk = self._scene.state, self._scene.desk
        self._made_for = _asked(state)
        missing = _missing(state)
        if missing is not None:
            self._show(Paper(stand=missing))
            return
        self._ticket += 1
        ticket, width = self._ticket, self._page_width(state.paper.zoom)

        def made() -> Made | None:
            if ticket != self._ticket:  # another one is asked for by now
                return None
            pdf = _rendered(desk, state)
            return pdf, desk.pages.count(pdf), desk.pages.picture(pdf, 0, width)

        self._show(Paper(stand=Stand.WORKING, zoom=state.paper.zoom))
        self._run(made, lambda m: self._on_made(ticket, m), lambda e: self._on_not_made(ticket, e))

    def turn_to(self, page: int) -> None:
        """Page from 0; outside the paper nothing happens."""
        paper = self._paper
        if paper.stand is Stand.SHOWN and 0 <= page < paper.pages and page != paper.page:
            self._show(replace(paper, page=page))
            self._draw()

    def turn(self, pages: int) -> None:
        self.turn_to(self._paper.page + pages)

    def zoom(self, steps: int) -> None:
        """Larger or smaller by one step; 0 fits the width."""
        paper = self._paper
        zoom = zoomed(paper.zoom, steps)
        if paper.stand is Stand.SHOWN and zoom != paper.zoom:
            self._show(replace(paper, zoom=zoom))
            self._draw()

    def fit(self, width: int) -> None:
        """The view may show a page so many device px wide."""
        if width > 0 and width != self._width:
            self._width = width
            if self._paper.stand is Stand.SHOWN:
                self._draw()

    def print_paper(self) -> None:
        """To the printer of this desk, and into the journal."""
        state, desk = self._scene.state, self._scene.desk
        self._send(lambda: send_to_printer(desk.printer, state.paper.pdf, state.printer), Fact.PRINTED, "printer")

    def save(self, path: Path) -> None:
        pdf = self._paper.pdf
        self._send(lambda: save_pdf(pdf, path), Fact.SAVED, "path")

    def save_word(self, path: Path) -> None:
        """The same words and figures as a Word file, whose words can still be edited."""
        state, desk = self._scene.state, self._scene.desk
        form = state.form
        if not state.can_be_word:
            return

        def saved() -> Path:
            session, subject = state.asked_session, state.asked_subject
            docx = desk.archive.words.docx(form, session, language=state.language, subject=subject)
            save_pdf(docx, path)
            desk.records.note_printed(form, session, language=state.language, pdf=docx)
            return path

        self._scene.show(sending=True)
        self._run(saved, lambda where: self._scene.tell(Fact.SAVED, path=str(where)), self._scene.fail)

    def proposed_name(self) -> str:
        """A file name without the ending: form, session's day, language."""
        state = self._scene.state
        session = next((s for s in state.sessions or () if s.id == state.asked_session), None)
        day = f"-{session.starts.astimezone(state.zone):%Y-%m-%d}" if session else ""
        return f"{state.form.value}{day}-{state.language}"

    @property
    def _paper(self) -> Paper:
        return self._scene.state.paper

    def _send(self, work: Callable[[], object], fact: Fact, place: str) -> None:
        state, desk = self._scene.state, self._scene.desk
        if not state.can_print:
            return

        def sent() -> object:
            where = work()
            pdf = state.paper.pdf
            desk.records.note_printed(state.form, state.asked_session, language=state.language, pdf=pdf)
            return where

        self._scene.show(sending=True)
        self._run(sent, lambda where: self._scene.tell(fact, **{place: str(where)}), self._scene.fail)

    def _draw(self) -> None:
        paper, pages, ticket = self._paper, self._scene.desk.pages, self._ticket
        page, width = paper.page, self._page_width(paper.zoom)
        self._run(
            lambda: pages.picture(paper.pdf, page, width),
            lambda picture: self._on_drawn(ticket, page, width, picture),
            self._scene.fail,
        )

    def _page_width(self, zoom: float) -> int:
        return min(WIDEST, round(self._width * zoom))

    def _on_made(self, ticket: int, made: Made | None) -> None:
        if ticket == self._ticket and made is not None:
            pdf, pages, picture = made
            zoom = self._paper.zoom
            shown = Paper(stand=Stand.SHOWN, pdf=pdf, pages=pages, picture=picture, zoom=zoom)
            self._show(shown)

    def _on_not_made(self, ticket: int, error: Exception) -> None:
        if ticket == self._ticket:
            self._show(Paper(stand=Stand.FAILED, error=known(error)))

    def _on_drawn(self, ticket: int, page: int, width: int, picture: PagePicture) -> None:
        paper = self._paper
        if ticket == self._ticket and page == paper.page and width == self._page_width(paper.zoom):
            self._show(replace(paper, picture=picture))

    def _show(self, paper: Paper) -> None:
        self._scene.show(paper=paper)

    def _run(
        self, work: Callable[[], Any], then: Callable[[Any], None], otherwise: Callable[[Exception], None]
    ) -> None:
        self._scene.run(work, then, otherwise, Lane.FREE)


def _asked(state: RecordsState) -> object:
    paper = (state.form, state.language, state.asked_session, state.asked_subject)
    return (*paper, state.only, tuple(state.asked_options.items()))


def _missing(state: RecordsState) -> Stand | None:
    """What must be there before the paper can be made."""
    if state.needs_session and state.session is None:
        return Stand.NO_SESSION if state.sessions == () else Stand.READING
    if state.about is Subject.ROUND and not state.round:
        return Stand.NO_ROUND
    if state.about is Subject.VOTE and not state.votes:
        return Stand.NO_VOTE
    if state.form in GROUPS[Group.DOCUMENTS] and not state.documents:
        return Stand.NO_DOCUMENT
    if state.chooses_people and state.whose is Whose.CHOSEN and not state.chosen:
        return Stand.NOBODY_CHOSEN
    return None


def _rendered(desk: Desk, state: RecordsState) -> bytes:
    return desk.records.preview(
        state.form,
        state.asked_session,
        language=state.language,
        only=state.only,
        subject=state.asked_subject,
        options=state.asked_options,
    )
