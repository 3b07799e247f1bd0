"""The leading column: which paper, from groups that open, and below it what this paper asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from congress_desk.domain.records import Form
from congress_desk.plumbing.texts import Language
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.records.asking import Asking
from congress_desk.ui.rooms.records.catalogue import GROUPS, Group
from congress_desk.ui.rooms.records.form_words import FORMS, GROUP_NAMES
from congress_desk.ui.rooms.records.state import RecordsState
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import column, label

if TYPE_CHECKING:
    from congress_desk.ui.rooms.records.presenter import RecordsPresenter

WIDTH = 320
ROW_HEIGHT = 34
PLACE = Qt.ItemDataRole.UserRole


class FormTree(QTreeWidget):
    """chosen(paper): a person has chosen it. One click opens or closes a group."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._papers: list[Form] = []
        self._groups: dict[Group, QTreeWidgetItem] = {}
        self._items: dict[Form, QTreeWidgetItem] = {}
        self._drawing = False
        self.setAccessibleName(look.say("Papers"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(True)
        self.setIndentation(18)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for group, papers in GROUPS.items():
            self._add_group(group, papers)
        self.itemClicked.connect(self._on_clicked)
        self.currentItemChanged.connect(self._on_current)

    def show_paper(self, paper: Form) -> None:
        """Mark it, and open its group; other groups stay as they are."""
        item = self._items[paper]
        if item is not self.currentItem():
            self._drawing = True
            if (group := item.parent()) is not None:
                group.setExpanded(True)
            self.setCurrentItem(item)
            self._drawing = False

    def item_of(self, paper: Form) -> QTreeWidgetItem:
        return self._items[paper]

    def _add_group(self, group: Group, papers: tuple[Form, ...]) -> None:
        head = QTreeWidgetItem([self._look.say(GROUP_NAMES[group])])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setSizeHint(0, QSize(0, ROW_HEIGHT))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        head.setFont(0, font)
        self.addTopLevelItem(head)
        self._groups[group] = head
        for paper in papers:
            icon, title, explained = FORMS[paper]
            item = QTreeWidgetItem([self._look.say(title)])
            item.setIcon(0, self._look.icon(icon))
            item.setToolTip(0, self._look.say(explained))
            item.setData(0, PLACE, len(self._papers))
            item.setSizeHint(0, QSize(0, ROW_HEIGHT))
            self._papers.append(paper)
            self._items[paper] = item
            head.addChild(item)

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        if item in self._groups.values():
            item.setExpanded(not item.isExpanded())

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        place = item.data(0, PLACE) if item is not None else None
        if place is not None and not self._drawing:
            self.chosen.emit(self._papers[place])


class Choosing(QWidget):
    def __init__(self, presenter: RecordsPresenter, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedWidth(WIDTH)
        self.tree = FormTree(look)
        self.explained = label("", "caption", wrap=True)
        self.asking = Asking(presenter, look)
        languages = [(language.own_name, language.value) for language in Language]
        self.language = Segments(languages, look.say("Language of the paper"))
        layout = column(self.tree, self.explained, self.asking, self.language, space=10)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.tree)
        self.tree.chosen.connect(presenter.choose_form)
        self.language.picked.connect(presenter.choose_language)

    def show_state(self, state: RecordsState) -> None:
        self.tree.show_paper(state.form)
        self.explained.setText(self._look.say(FORMS[state.form][2]))
        self.asking.show_state(state)
        self.language.show_value(state.language)
