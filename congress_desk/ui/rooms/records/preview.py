"""The pages on the screen, with page and zoom; or what is missing before there can be any."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from congress_desk.domain.refusals import Refusal
from congress_desk.plumbing.sentences import sentence
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.records.people_picker import PeoplePicker
from congress_desk.ui.rooms.records.state import Paper, RecordsState, Stand
from congress_desk.ui.rooms.records.words import REMEDIES, STANDS, WAYS
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.paper_pane import PaperPane
from congress_desk.ui.widgets.parts import button, column, icon_button, on_click

if TYPE_CHECKING:
    from congress_desk.ui.rooms.records.presenter import RecordsPresenter


class Preview(QWidget):
    save_requested = Signal()
    word_requested = Signal()
    seal_requested = Signal()

    def __init__(self, presenter: RecordsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._drawn = Paper()
        self._build()
        self._connect()

    def show_state(self, state: RecordsState) -> None:
        paper, before = state.paper, self._drawn
        self._drawn = paper
        self._pane.show_printers(state.printers, state.printer)
        self._pane.show_ready(state.can_print)
        self._word.setVisible(state.can_be_word)
        self._word.setEnabled(state.can_print)
        self._seal.setVisible(state.can_seal)
        self._seal.setEnabled(state.can_print)
        self._stale.setVisible(paper.stale)
        if paper.stand is Stand.SHOWN:
            self._pane.show_paper(paper.picture, page=paper.page, pages=paper.pages, zoom=paper.zoom)
        elif paper.stand is Stand.CHOOSING:
            self.picker.show_state(state)
            self._pane.show_place(self.picker)
        elif paper.stand is not Stand.FAILED:
            self._pane.show_place(self._stands[paper.stand])
        elif paper is not before:
            self._pane.show_failure(self._failure(state))

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._refresh = icon_button(look, "retry", say("Make anew (F5)"))
        self._word = button(say("Save as Word"), look=look, icon="edit")
        self._word.hide()
        self._seal = button(say("Seal…"), look=look, icon="lock")
        self._seal.setToolTip(say("Keep it as a file whose every byte can be checked later, ready for signatures"))
        self._stale = Notice(
            look,
            Tone.CALM,
            say("Something has changed since these pages were made."),
            act_name=say("Make anew"),
            act=self._presenter.paper.make,
            closable=False,
        )
        self._pane = PaperPane(
            look,
            say("Page preview"),
            own=[self._word],
            beside=[self._refresh],
            trailing=[self._seal],
            notice=self._stale,
        )
        self.picker = PeoplePicker(self._presenter, look)
        self._stands = {stand: self._stand_page(stand) for stand in STANDS}
        for place in (self.picker, *self._stands.values()):
            self._pane.add_place(place)
        self.setLayout(column(self._pane))

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
        presenter, pane = self._presenter, self._pane
        pane.turn_requested.connect(presenter.paper.turn)
        pane.zoom_requested.connect(presenter.paper.zoom)
        pane.width_changed.connect(presenter.paper.fit)
        pane.printer_picked.connect(presenter.choose_printer)
        pane.print_requested.connect(presenter.paper.print_paper)
        pane.save_requested.connect(self.save_requested)
        on_click(self._refresh, presenter.paper.make)
        on_click(self._word, self.word_requested.emit)
        on_click(self._seal, self.seal_requested.emit)
        QShortcut(QKeySequence("F5"), self).activated.connect(self._refresh.click)

    def _failure(self, state: RecordsState) -> EmptyState:
        """With the way to where what is missing is made, and another try."""
        look, presenter, error = self._look, self._presenter, state.paper.error
        words = sentence(look.say, error, state.zone) if error is not None else ""
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
