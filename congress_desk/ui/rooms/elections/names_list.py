"""The names of the ballot that is judged, each with its mark by now; those in question stand out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from congress_desk.domain.ballot_forms import BallotKind, Mark
from congress_desk.domain.ballots import CandidateId
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.state import ElectionsState
from congress_desk.ui.rooms.elections.words import mark_words

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

ID = Qt.ItemDataRole.UserRole
ICONS = {
    Mark.YES: ("tick", "ok"),
    Mark.NO: ("cross", "muted"),
    Mark.NONE: ("info", "muted"),
    Mark.BOTH: ("copy", "muted"),
    Mark.ASK: ("question", "ask"),
}


class NamesList(QListWidget):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self.setAccessibleName(look.say("Names on the ballot"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentItemChanged.connect(self._on_chosen)

    def show_state(self, state: ElectionsState) -> None:
        one, judging = state.round, state.judging
        if one is None or judging is None:
            return
        self.blockSignals(True)
        self.clear()
        for number, candidate in enumerate(one.candidates, 1):
            mark = judging.marks.get(candidate.id, Mark.ASK)
            item = self._item(f"{number}.  {candidate.name}", mark, one.ballot)
            item.setData(ID, candidate.id)
            if candidate.id == judging.row:
                self.setCurrentItem(item)
        self.blockSignals(False)
        current = self.currentItem()
        if current is not None:
            self.scrollToItem(current, QListWidget.ScrollHint.PositionAtCenter)

    def _item(self, text: str, mark: Mark, kind: BallotKind) -> QListWidgetItem:
        word = mark_words(mark, kind, self._look.say)
        item = QListWidgetItem(self._look.icon(*ICONS[mark]), text, self)
        item.setToolTip(f"{text}: {word}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}: {word}")
        tone = "ask" if mark is Mark.ASK else "text" if mark is Mark.YES else "muted"
        item.setForeground(QBrush(self._look.tokens.colour(tone)))
        font = item.font()
        font.setStrikeOut(kind is BallotKind.STRIKE and mark is Mark.NO)
        font.setBold(mark is Mark.ASK)
        item.setFont(font)
        return item

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._presenter.judging.look_at(CandidateId(item.data(ID)))
