"""The pages on the screen, with page and zoom; or what is missing before there can be any."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.plumbing.sentences import sentence
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.records.people_picker import PeoplePicker
from congress_desk.ui.rooms.records.state import ZOOMS, Paper, RecordsState, Stand
from congress_desk.ui.rooms.records.words import REMEDIES, STANDS, WAYS
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.forms import Choice
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.paper_view import PaperView
from congress_desk.ui.widgets.parts import button, column, icon_button, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.records.presenter import RecordsPresenter

PAPER, CHOOSING, FAILED = 0, 1, 2


class Preview(QWidget):
    save_requested = Signal()
    word_requested = Signal()
    seal_requested = Signal()

    def __init__(self, presenter: RecordsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._drawn = Paper()
        self._printers: tuple[object, str] | None = None
        self._build()
        self._connect()

    def show_state(self, state: RecordsState) -> None:
        paper, before = state.paper, self._drawn
        self._drawn = paper
        self._print.setEnabled(state.can_print and bool(state.printers))
        say = self._look.say
        missing = say("No printer is found on this computer. Save as PDF and print elsewhere.")
        self._print.setToolTip(missing if state.printers == () else f"{say('Print')} (Ctrl+P)")
        self._save.setEnabled(state.can_print)
        self._word.setVisible(state.can_be_word)
        self._word.setEnabled(state.can_print)
        self._seal.setVisible(state.can_seal)
        self._seal.setEnabled(state.can_print)
        self._draw_printers(state)
        self._draw_bar(paper)
        self._stale.setVisible(paper.stale)
        if paper.stand is Stand.SHOWN:
            if paper.picture is not before.picture:
                self._paper.show_picture(paper.picture)
            self._pages.setCurrentIndex(PAPER)
        elif paper.stand is Stand.CHOOSING:
            self.picker.show_state(state)
            self._pages.setCurrentIndex(CHOOSING)
        elif paper.stand is Stand.FAILED:
            self._draw_failure(state)
        else:
            self._pages.setCurrentWidget(self._stands[paper.stand])

    def _build(self) -> None:
        look, say = self._look, self._look.say
        back, on = ("forward", "back") if look.right_to_left else ("back", "forward")
        self._back = icon_button(look, back, say("Previous page (Page Up)"))
        self._on = icon_button(look, on, say("Next page (Page Down)"))
        self._page = label("", "strong")
        self._smaller = icon_button(look, "zoom_out", say("Smaller"))
        self._smaller.setToolTip(say("Smaller (Ctrl+-)"))
        self._larger = icon_button(look, "zoom_in", say("Larger"))
        self._larger.setToolTip(say("Larger (Ctrl++)"))
        self._fit = button(say("Fit the width"), kind="quiet", key="Ctrl+0")
        self._refresh = icon_button(look, "retry", say("Make anew (F5)"))
        self._save = button(say("Save as PDF"), look=look, icon="saved", key="Ctrl+S")
        self._print = primary_button(say("Print"), look=look, icon="printer", key="Ctrl+P")
        self._word = button(say("Save as Word"), look=look, icon="edit")
        self._word.hide()
        self._seal = button(say("Seal…"), look=look, icon="lock")
        self._seal.setToolTip(say("Keep it as a file whose every byte can be checked later, ready for signatures"))
        self._printer = Choice()
        self._printer.setAccessibleName(say("Printer"))
        self._printer.setMinimumContentsLength(6)
        self._stale = Notice(
            look,
            Tone.CALM,
            say("Something has changed since these pages were made."),
            act_name=say("Make anew"),
            act=self._presenter.paper.make,
            closable=False,
        )
        self._paper = PaperView(say("Page preview"))
        self.picker = PeoplePicker(self._presenter, look)
        self._failure = QWidget()
        self._failure.setLayout(column(space=0))
        self._pages = QStackedWidget()
        for page in (self._paper, self.picker, self._failure):
            self._pages.addWidget(page)
        self._stands = {stand: self._stand_page(stand) for stand in STANDS}
        for page in self._stands.values():
            self._pages.addWidget(page)
        self._lay_out()

    def _lay_out(self) -> None:
        turning = row(self._back, self._page, self._on, space=6)
        zooming = row(self._smaller, self._fit, self._larger, space=0)
        above = row(self._printer, self._print, 0, self._word, self._save, space=8)
        above.setStretch(0, 1)
        bar = row(turning, 8, zooming, self._refresh, 0, self._seal)
        layout = column(above, bar, self._stale, self._pages, space=10)
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def _stand_page(self, stand: Stand) -> QWidget:
        say = self._look.say
        icon, words = STANDS[stand]
        act: Callable[[], object] | None = None
        word = ""
        if stand in WAYS:
            room, way = WAYS[stand]
            act, word = partial(self._presenter.go_to, room), say(way)
        elif stand is Stand.NOBODY_CHOSEN:
            act, word = self._presenter.choose_people, say("Choose people")
        return EmptyState(self._look, icon=icon, sentence=say(words), button=word, act=act)

    def _connect(self) -> None:
        presenter = self._presenter
        on_click(self._back, lambda: presenter.paper.turn(-1))
        on_click(self._on, lambda: presenter.paper.turn(1))
        on_click(self._smaller, lambda: presenter.paper.zoom(-1))
        on_click(self._larger, lambda: presenter.paper.zoom(1))
        on_click(self._fit, lambda: presenter.paper.zoom(0))
        on_click(self._refresh, presenter.paper.make)
        on_click(self._save, self.save_requested.emit)
        on_click(self._print, presenter.paper.print_paper)
        on_click(self._word, self.word_requested.emit)
        on_click(self._seal, self.seal_requested.emit)
        self._printer.picked.connect(presenter.choose_printer)
        self._paper.width_changed.connect(presenter.paper.fit)
        for keys, act in (
            ("PgUp", self._back.click),
            ("PgDown", self._on.click),
            ("Ctrl+-", self._smaller.click),
            ("Ctrl++", self._larger.click),
            ("Ctrl+0", self._fit.click),
            ("F5", self._refresh.click),
            ("Ctrl+S", self._save.click),
            ("Ctrl+P", self._print.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _draw_bar(self, paper: Paper) -> None:
        shown = paper.stand is Stand.SHOWN
        for one in (self._back, self._page, self._on, self._smaller, self._fit, self._larger):
            one.setVisible(shown)
        self._page.setText(
            self._look.say("Page {page} of {pages}", page=paper.page + 1, pages=paper.pages) if shown else ""
        )
        self._back.setEnabled(paper.page > 0)
        self._on.setEnabled(paper.page + 1 < paper.pages)
        self._smaller.setEnabled(paper.zoom > ZOOMS[0])
        self._larger.setEnabled(paper.zoom < ZOOMS[-1])

    def _draw_printers(self, state: RecordsState) -> None:
        say, names = self._look.say, state.printers or ()
        drawn = (state.printers, state.printer)
        if drawn == self._printers:
            return
        self._printers = drawn
        if state.printers is None:
            first = say("Looking for printers …")
        else:
            first = say("Default: {printer}", printer=names[0]) if names else say("No printer found")
        self._printer.offer([(first, ""), *((name, name) for name in names)], state.printer)
        self._printer.setEnabled(bool(names))

    def _draw_failure(self, state: RecordsState) -> None:
        layout = self._failure.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        error = state.paper.error
        words = sentence(self._look.say, error, state.zone) if error is not None else ""
        layout.addWidget(self._failure_page(words, error))
        self._pages.setCurrentIndex(FAILED)

    def _failure_page(self, words: str, error: Refusal | Trouble | None) -> EmptyState:
        """With the way to where what is missing is made, and another try."""
        look, presenter = self._look, self._presenter
        again = look.say("Try again")
        remedy = REMEDIES.get(error.reason) if isinstance(error, Refusal) else None
        if remedy is None:
            return EmptyState(look, icon="ask", sentence=words, button=again, act=presenter.paper.make)
        place, way = remedy
        made = EmptyState(look, icon="ask", sentence=words, button=look.say(way), act=partial(presenter.go_to, place))
        second = button(again, look=look, icon="retry")
        on_click(second, presenter.paper.make)
        made.add(second)
        return made
