"""A paper of the library on the screen, in the language that is chosen there; a sheet of codes is a picture too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import Language
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents.stands import Paper, Stand
from congress_desk.ui.rooms.documents.state import DocumentsState
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.paper_pane import PaperPane
from congress_desk.ui.widgets.parts import button, column, on_click

if TYPE_CHECKING:
    from congress_desk.ui.rooms.documents.presenter import DocumentsPresenter


class PaperPlace(QWidget):
    """waiting: what stands in its place before there is a paper."""

    save_requested = Signal()
    picture_requested = Signal()

    def __init__(self, presenter: DocumentsPresenter, look: Look, waiting: str) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._drawn = Paper()
        self._build(waiting)
        self._connect()

    def show_state(self, state: DocumentsState) -> None:
        paper, before = state.paper, self._drawn
        self._drawn = paper
        ready = paper.stand is Stand.SHOWN and not state.saving
        self._language.show_value(state.language)
        self._pane.show_printers(state.printers, state.printer)
        self._pane.show_ready(ready)
        self._picture.setEnabled(ready)
        self._picture.setVisible(paper.is_sheet)
        if paper.stand is Stand.SHOWN:
            self._pane.show_paper(paper.picture, page=paper.page, pages=paper.pages, zoom=paper.zoom)
        elif paper.stand is not Stand.FAILED:
            self._pane.show_place(self._stands[paper.stand])
        elif paper is not before:
            self._show_failure(state)

    def _build(self, waiting: str) -> None:
        look, say = self._look, self._look.say
        languages = [(language.own_name, language.value) for language in Language]
        self._language = Segments(languages, say("Language of the paper"))
        self._picture = button(say("PNG"), look=look, icon="saved")
        self._picture.setToolTip(say("Save as PNG, for a screen or a message"))
        self._pane = PaperPane(look, say("Page"), lead=[self._language], own=[self._picture])
        self._stands = {
            Stand.NONE: EmptyState(look, icon="qr", sentence=waiting),
            Stand.WORKING: EmptyState(look, icon="records", sentence=say("Preparing the pages …")),
        }
        for place in self._stands.values():
            self._pane.add_place(place)
        self.setLayout(column(self._pane))

    def _connect(self) -> None:
        presenter, pane = self._presenter, self._pane
        on_click(self._picture, self.picture_requested.emit)
        self._language.picked.connect(presenter.choose_language)
        pane.turn_requested.connect(presenter.paper.turn)
        pane.zoom_requested.connect(presenter.paper.zoom)
        pane.width_changed.connect(presenter.paper.fit)
        pane.printer_picked.connect(presenter.choose_printer)
        pane.print_requested.connect(presenter.paper.print_paper)
        pane.save_requested.connect(self.save_requested)

    def _show_failure(self, state: DocumentsState) -> None:
        error = state.paper.error
        words = sentence(self._look.say, error, state.zone) if error is not None else ""
        self._pane.show_failure(EmptyState(self._look, icon="ask", sentence=words))
