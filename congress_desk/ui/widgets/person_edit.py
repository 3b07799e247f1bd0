"""A field for a person: a few letters bring the delegates whom they fit; a name of no delegate stands too.

Diacritics and case are ignored, as everywhere one searches.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.names import folded

SHOWN = 12


class _Finding(QCompleter):
    """Completes by folded names, shows them as they are written."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setModel(QStringListModel([], self))
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(SHOWN)
        self.setCompletionRole(Qt.ItemDataRole.UserRole)

    def splitPath(self, path: str) -> list[str]:
        return [folded(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


class _Names(QStringListModel):
    """The names, with their folded form beside them."""

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.UserRole:
            return folded(str(super().data(index, Qt.ItemDataRole.DisplayRole)))
        return super().data(index, role)


class PersonEdit(QLineEdit):
    """picked(delegate or None): another person stands in the field."""

    picked = Signal(object)

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self._people: dict[str, Delegate] = {}
        self._offered: tuple[Delegate, ...] = ()
        self._finding = _Finding(self)
        self.setCompleter(self._finding)
        self.textChanged.connect(self._on_text_changed)

    def offer(self, people: Sequence[Delegate]) -> None:
        """Whom the letters may bring."""
        if tuple(people) == self._offered:
            return
        self._offered = tuple(people)
        self._people = {_line(one): one for one in people}
        self._finding.setModel(_Names(list(self._people), self._finding))
        self._finding.setCompletionRole(Qt.ItemDataRole.UserRole)

    def show_person(self, delegate: DelegateId | None, name: str) -> None:
        found = next((line for line, one in self._people.items() if one.id == delegate), "") if delegate else ""
        self.setText(found or name)
        self.setCursorPosition(0)

    def person(self) -> Delegate | None:
        """The delegate chosen; None for somebody who is none."""
        return self._people.get(self.text().strip())

    def name(self) -> str:
        found = self.person()
        return found.sheet.full_name if found else self.text().strip()

    def _on_text_changed(self) -> None:
        self.picked.emit(self.person())


def _line(delegate: Delegate) -> str:
    parts = (delegate.sheet.full_name, delegate.sheet.delegation, delegate.sheet.card_number)
    return " · ".join(part for part in parts if part)
