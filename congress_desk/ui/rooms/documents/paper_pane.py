"""A paper on the screen with page, zoom, language and printer; printed, or saved as PDF or PNG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import Language
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents.stands import ZOOMS, Paper, Stand
from congress_desk.ui.rooms.documents.state import DocumentsState
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.forms import Choice
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.paper_view import PaperView
from congress_desk.ui.widgets.parts import button, column, icon_button, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.documents.presenter import DocumentsPresenter

PAPER, WAITING, WORKING, FAILED = range(4)
PRINTER_STRETCH = 100  # before the free space, until its longest width


class PaperPane(QWidget):
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
        self._language.show_value(state.language)
        self._draw_printers(state)
        self._draw_bar(state)
        if paper.stand is Stand.SHOWN and paper.picture is not before.picture:
            self._paper.show_picture(paper.picture)
        if paper.stand is Stand.FAILED and paper.error is not before.error:
            self._draw_failure(state)
        places = {Stand.SHOWN: PAPER, Stand.NONE: WAITING, Stand.WORKING: WORKING, Stand.FAILED: FAILED}
        self._pages.setCurrentIndex(places[paper.stand])

    def _build(self, waiting: str) -> None:
        look, say = self._look, self._look.say
        back, on = ("forward", "back") if look.right_to_left else ("back", "forward")
        self._back = icon_button(look, back, say("Previous page (Page Up)"))
        self._on = icon_button(look, on, say("Next page (Page Down)"))
        self._page = label("", "strong")
        self._smaller = icon_button(look, "zoom_out", say("Smaller"))
        self._smaller.setToolTip(say("Smaller (Ctrl+-)"))
        self._larger = icon_button(look, "zoom_in", say("Larger"))
        self._larger.setToolTip(say("Larger (Ctrl++)"))
        languages = [(language.own_name, language.value) for language in Language]
        self._language = Segments(languages, say("Language of the paper"))
        self._printer = Choice()
        self._printer.setAccessibleName(say("Printer"))
        self._printer.setToolTip(say("Printer"))
        self._printer.setMinimumContentsLength(8)
        self._printer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._printer.setMaximumWidth(240)
        self._picture = button(say("PNG"), look=look, icon="saved")
        self._picture.setToolTip(say("Save as PNG, for a screen or a message"))
        self._save = button(say("Save as PDF"), look=look, icon="saved", key="Ctrl+S")
        self._print = primary_button(say("Print"), look=look, icon="printer", key="Ctrl+P")
        self._paper = PaperView(say("Page"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._paper)
        self._pages.addWidget(EmptyState(look, icon="qr", sentence=waiting))
        self._pages.addWidget(EmptyState(look, icon="records", sentence=say("Preparing the pages …")))
        self._failure = QWidget()
        self._failure.setLayout(column(space=0))
        self._pages.addWidget(self._failure)
        above = row(self._language, 0, self._printer, self._picture, self._save, self._print, space=8)
        above.setStretch(2, PRINTER_STRETCH)
        below = row(self._back, self._page, self._on, 0, self._smaller, self._larger, space=4)
        self._turning = QWidget()
        self._turning.setLayout(below)
        layout = column(above, self._pages, self._turning, space=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        presenter = self._presenter
        on_click(self._back, lambda: presenter.paper.turn(-1))
        on_click(self._on, lambda: presenter.paper.turn(1))
        on_click(self._smaller, lambda: presenter.paper.zoom(-1))
        on_click(self._larger, lambda: presenter.paper.zoom(1))
        on_click(self._save, self.save_requested.emit)
        on_click(self._picture, self.picture_requested.emit)
        on_click(self._print, presenter.paper.print_paper)
        self._language.picked.connect(presenter.choose_language)
        self._printer.picked.connect(presenter.choose_printer)
        self._paper.width_changed.connect(presenter.paper.fit)
        for keys, act in (
            ("PgUp", self._back.click),
            ("PgDown", self._on.click),
            ("Ctrl+-", self._smaller.click),
            ("Ctrl++", self._larger.click),
            ("Ctrl+S", self._save.click),
            ("Ctrl+P", self._print.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _draw_printers(self, state: DocumentsState) -> None:
        say, names = self._look.say, state.printers or ()
        if state.printers is None:
            first = say("Looking for printers …")
        else:
            first = say("Default: {printer}", printer=names[0]) if names else say("No printer found")
        self._printer.offer([(first, ""), *((name, name) for name in names)], state.printer)
        self._printer.setEnabled(bool(names))

    def _draw_bar(self, state: DocumentsState) -> None:
        paper, say = state.paper, self._look.say
        shown = paper.stand is Stand.SHOWN
        ready = shown and not state.saving
        self._turning.setVisible(shown)
        self._page.setText(say("Page {page} of {pages}", page=paper.page + 1, pages=paper.pages))
        self._back.setEnabled(paper.page > 0)
        self._on.setEnabled(paper.page + 1 < paper.pages)
        self._smaller.setEnabled(paper.zoom > ZOOMS[0])
        self._larger.setEnabled(paper.zoom < ZOOMS[-1])
        self._print.setEnabled(ready and bool(state.printers))
        missing = say("No printer is found on this computer. Save as PDF and print elsewhere.")
        self._print.setToolTip(missing if state.printers == () else f"{say('Print')} (Ctrl+P)")
        self._save.setEnabled(ready)
        self._picture.setEnabled(ready)
        self._picture.setVisible(paper.is_sheet)

    def _draw_failure(self, state: DocumentsState) -> None:
        layout = self._failure.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        error = state.paper.error
        words = sentence(self._look.say, error, state.zone) if error is not None else ""
        layout.addWidget(EmptyState(self._look, icon="ask", sentence=words))
