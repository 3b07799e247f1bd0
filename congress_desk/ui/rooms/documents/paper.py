"""A paper of the library: made as PDF, looked at page by page, printed or saved; journaled when it goes out.

What is seen is what is printed: one PDF. Another language makes it anew from the same record, and a sheet keeps
its links.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from congress_desk.domain.documents_records import (
    CopiesRecord,
    LibraryRecord,
    ReadingRecord,
    RegisterRecord,
    SheetRecord,
    SynthesisRecord,
)
from congress_desk.services.ports.printer import PagePicture
from congress_desk.ui.paper_zoom import zoomed
from congress_desk.ui.printing import save_pdf, send_to_printer
from congress_desk.ui.rooms.documents.scene import Scene, known
from congress_desk.ui.rooms.documents.stands import Paper, Stand
from congress_desk.ui.rooms.documents.state import Fact, Page
from congress_desk.ui.running import Lane

T = TypeVar("T")

Made = tuple[LibraryRecord, bytes, int, PagePicture]
FIRST_WIDTH = 700
WIDEST = 3600
PICTURE_WIDTH = 1754  # A4 at 150 dots an inch
_NAMES = {
    RegisterRecord: "register",
    SynthesisRecord: "opinions",
    CopiesRecord: "copies",
    ReadingRecord: "reading",
}


class PaperActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._ticket = 0
        self._width = FIRST_WIDTH

    def open(self, record: Callable[[], LibraryRecord]) -> None:
        """On a page of its own."""
        self._scene.open(Page.PAPER)
        self.make(record)

    def make(self, record: Callable[[], LibraryRecord], *, lane: Lane = Lane.FREE) -> None:
        """Where the open page shows a paper."""
        self._ticket += 1
        ticket, library, state = self._ticket, self._scene.library, self._scene.state
        pages, width = self._scene.surroundings.desk.pages, self._page_width(state.paper.zoom)
        language = state.language

        def made() -> Made:
            found = record()
            pdf = library.papers.preview(found, language=language)
            return found, pdf, pages.count(pdf), pages.picture(pdf, 0, width)

        self._scene.show(paper=Paper(stand=Stand.WORKING, record=state.paper.record, zoom=state.paper.zoom))
        self._scene.run(made, lambda m: self._on_made(ticket, m), lambda e: self._on_not_made(ticket, e), lane)

    def make_again(self) -> None:
        """The same record in another language."""
        record = self._scene.state.paper.record
        if record is not None:
            self.make(lambda: record)

    def put_away(self) -> None:
        self._ticket += 1
        self._scene.show(paper=Paper())

    def turn(self, pages: int) -> None:
        paper = self._scene.state.paper
        page = paper.page + pages
        if paper.stand is Stand.SHOWN and 0 <= page < paper.pages:
            self._scene.show(paper=replace(paper, page=page))
            self._draw()

    def zoom(self, steps: int) -> None:
        """Larger or smaller by one step; 0 fits the width."""
        paper = self._scene.state.paper
        zoom = zoomed(paper.zoom, steps)
        if paper.stand is Stand.SHOWN and zoom != paper.zoom:
            self._scene.show(paper=replace(paper, zoom=zoom))
            self._draw()

    def fit(self, width: int) -> None:
        """The view may show a page so many device px wide."""
        if width > 0 and width != self._width:
            self._width = width
            if self._scene.state.paper.stand is Stand.SHOWN:
                self._draw()

    def print_paper(self) -> None:
        """To the printer of this desk, and into the journal."""
        printer, wanted, pdf = self._scene.surroundings.desk.printer, self._scene.state.printer, self._pdf()
        self._send(
            lambda: send_to_printer(printer, pdf, wanted), lambda name: self._scene.tell(Fact.PRINTED, printer=name)
        )

    def save(self, path: Path) -> None:
        """As PDF, or as PNG by the ending: one picture a page."""
        pdf, papers = self._pdf(), self._scene.library.papers
        if path.suffix.lower() == ".png":
            self._send(lambda: _save_pictures(papers.pictures(pdf, PICTURE_WIDTH), path), self._tell_saved)
        else:
            self._send(lambda: save_pdf(pdf, path), self._tell_saved)

    def proposed_name(self) -> str:
        """A file name without the ending."""
        record, language = self._scene.state.paper.record, self._scene.state.language
        stem = f"qr-{record.kind.value}" if isinstance(record, SheetRecord) else _NAMES.get(type(record), "paper")
        return f"{stem}-{language}"

    def _tell_saved(self, where: Path) -> None:
        self._scene.tell(Fact.SAVED, path=str(where))

    def _send(self, work: Callable[[], T], told: Callable[[T], None]) -> None:
        state, papers = self._scene.state, self._scene.library.papers
        record, pdf, language = state.paper.record, state.paper.pdf, state.language
        if state.paper.stand is not Stand.SHOWN or record is None or state.saving:
            return

        def sent() -> T:
            where = work()
            papers.note_printed(record, language=language, pdf=pdf)
            return where

        self._scene.show(saving=True)
        self._scene.run(sent, told)

    def _pdf(self) -> bytes:
        return self._scene.state.paper.pdf

    def _draw(self) -> None:
        paper, pages, ticket = self._scene.state.paper, self._scene.surroundings.desk.pages, self._ticket
        page, width = paper.page, self._page_width(paper.zoom)
        self._scene.run(
            lambda: pages.picture(paper.pdf, page, width),
            lambda picture: self._on_drawn(ticket, page, width, picture),
        )

    def _page_width(self, zoom: float) -> int:
        return min(WIDEST, round(self._width * zoom))

    def _on_made(self, ticket: int, made: Made) -> None:
        if ticket == self._ticket:
            record, pdf, pages, picture = made
            zoom = self._scene.state.paper.zoom
            shown = Paper(stand=Stand.SHOWN, record=record, pdf=pdf, pages=pages, picture=picture, zoom=zoom)
            self._scene.show(paper=shown)

    def _on_not_made(self, ticket: int, error: Exception) -> None:
        if ticket == self._ticket:
            self._scene.show(paper=Paper(stand=Stand.FAILED, error=known(error)))

    def _on_drawn(self, ticket: int, page: int, width: int, picture: PagePicture) -> None:
        paper = self._scene.state.paper
        if ticket == self._ticket and page == paper.page and width == self._page_width(paper.zoom):
            self._scene.show(paper=replace(paper, picture=picture))


def _save_pictures(found: Sequence[bytes], path: Path) -> Path:
    """One page keeps the name, several are numbered. Trouble: CANNOT_WRITE."""
    if len(found) == 1:
        return save_pdf(found[0], path)
    names = [path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(1, len(found) + 1)]
    for name, picture in zip(names, found, strict=True):
        save_pdf(picture, name)
    return names[0]
