"""Below the pictures: the clips and pictures of an item, in order, with what was found when they were looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from congress_desk.domain.cues import Cue
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.screen.dialogs import ask_clips
from congress_desk.ui.rooms.screen.state import ScreenState
from congress_desk.ui.rooms.screen.words import length_words, sound_words, state_icon, state_words
from congress_desk.ui.widgets.forms import Choice as Combo
from congress_desk.ui.widgets.parts import button, column, icon_button, label, on_click, row
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.screen.presenter import ScreenPresenter


class CuesPanel(QWidget):
    def __init__(self, presenter: ScreenPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._drawn: ScreenState | None = None
        self._zone = ZoneInfo("UTC")
        self._build()
        self._connect()

    def show_state(self, state: ScreenState) -> None:
        before, self._drawn = self._drawn, state
        self._zone = state.zone
        if before is None or (before.items, before.item) != (state.items, state.item):
            loose = (self._look.say("Of no item"), "")
            named = [(f"{item.number} {item.title}".strip(), item.id) for item in state.items]
            self._item.offer([*named, loose], state.item)
        if before is None or (before.cues, before.zone) != (state.cues, state.zone):
            self._table.show_rows(state.cues)
        self._check.setEnabled(bool(state.cues) and not state.busy)
        self._working.setVisible(state.busy)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._item = Combo()
        self._item.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._item.setAccessibleName(say("Item of the agenda"))
        self._add = button(say("Add…"), look=look, icon="add")
        self._check = button(say("Check all"), look=look, icon="retry")
        self._up = icon_button(look, "back", say("Earlier"))
        self._down = icon_button(look, "forward", say("Later"))
        self._remove = icon_button(look, "trash", say("Take off the list"))
        self._working = label(say("Copying and looking …"), "muted")
        columns: list[Column[Cue]] = [
            Column(title=say("Clip or picture"), text=lambda cue: cue.title, stretches=True),
            Column(title=say("Length"), text=lambda cue: length_words(cue, say), width=100),
            Column(title=say("Sound"), text=lambda cue: sound_words(cue, say), width=130),
            Column(
                title=say("State"),
                text=lambda cue: state_words(cue, say, self._zone),
                icon=state_icon,
                width=240,
            ),
        ]
        words = say("No clips or pictures here yet. Add them, or drop files here.")
        empty = label(words, "muted", wrap=True)
        name = say("Clips and pictures of the item")
        self._table = Table(look, columns, name=name, identify=lambda cue: cue.id, empty=empty)
        head = row(self._item, self._working, self._up, self._down, self._remove, self._check, self._add, space=6)
        head.setStretch(0, 1)
        layout = column(head, self._table, space=6)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        cues = self._presenter.cues
        self._item.picked.connect(cues.choose_item)
        self._table.activated.connect(lambda cue: cues.choose(cue.id) if cue else None)
        on_click(self._add, lambda: ask_clips(self, self._look.say, self._presenter.folder, cues.add))
        on_click(self._check, cues.check)
        on_click(self._up, lambda: self._with_chosen(lambda cue: cues.move(cue.id, -1)))
        on_click(self._down, lambda: self._with_chosen(lambda cue: cues.move(cue.id, 1)))
        on_click(self._remove, lambda: self._with_chosen(lambda cue: cues.remove(cue.id)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self._presenter.cues.add(paths)

    def _with_chosen(self, act: Callable[[Cue], object]) -> None:
        cue = self._table.current()
        if cue is not None:
            act(cue)
