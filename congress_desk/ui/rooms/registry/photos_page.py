"""The page that adds photos from a folder: which file is whose, what is not clear, then all that are clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.names import name_sort_key
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.state import Page, PhotoFolder, PhotoMatch, RegistryState
from congress_desk.ui.widgets.dropping import DropPlace, FileDrop, is_folder
from congress_desk.ui.widgets.figures import FigureRow
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.people_words import isolated, post_of
from congress_desk.ui.widgets.progress_strip import ProgressStrip
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.registry.presenter import RegistryPresenter

CHOOSE, READING, SHOWN = 0, 1, 2


class PhotosPage(QWidget):
    folder_requested = Signal()

    def __init__(self, presenter: RegistryPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._drawn = PhotoFolder()
        self._build()
        self._connect()

    def show_state(self, state: RegistryState) -> None:
        shown, before = state.photos, self._drawn
        self._drawn = shown
        ready = shown.path is not None and not shown.reading
        self._folder.setText(shown.path.name if shown.path else "")
        self._pages.setCurrentIndex(READING if shown.reading else SHOWN if ready else CHOOSE)
        self._other.setVisible(ready)
        self._add.setVisible(ready)
        self._add.setEnabled(bool(shown.matched) and shown.progress is None and shown.added is None)
        if shown.progress is not None:
            self._progress.show_progress(self._look.say("Adding photos …"), *shown.progress)
        self._progress.setVisible(shown.progress is not None)
        if shown != before:
            self._draw_matches(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, unless a filter row or field took it first."""
        if event.key() == Qt.Key.Key_Escape:
            self._back.click()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._back = button(say("Delegates"), look=look, icon=look.icon_back, kind="quiet", key="Esc")
        self._folder = label("", "muted")
        self._other = button(say("Another folder"), look=look, icon="open")
        self._add = primary_button(say("Add the photos"), look=look, icon="camera", key="Ctrl+Enter")
        self._place = DropPlace(
            look,
            icon="camera",
            title=say("Drop the folder with the photos here"),
            sentence=say(
                "Each file is named after its delegate: card number, citizen number or full name, as 012.jpg or "
                "nguyen_van_an.jpg. Which photo is whose is shown first; nothing is changed until you add them."
            ),
            button=say("Choose the folder"),
            accepts=is_folder,
        )
        self._progress = ProgressStrip(look)
        self._figures = FigureRow(look)
        self.matched = _files_table(look, say("Matched"))
        self.ambiguous = _files_table(look, say("Not clear"))
        self.unmatched = _files_table(look, say("Nobody's"))
        self.without = _people_table(look, say("Without a photo"))
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        for table in (self.matched, self.ambiguous, self.unmatched, self.without):
            self._tabs.addTab(table, "")
        self._lay_out()

    def _lay_out(self) -> None:
        say = self._look.say
        head = row(self._back, label(say("Add photos"), "title"), self._folder, 0, self._other, self._add)
        reading = QWidget()
        reading.setLayout(column(0, row(0, label(say("Looking at the files …"), "muted"), 0), 0))
        shown = QWidget()
        layout = column(self._progress, self._figures, self._tabs, space=12)
        layout.setStretch(2, 1)
        shown.setLayout(layout)
        self._pages = QStackedWidget()
        for page in (self._place, reading, shown):
            self._pages.addWidget(page)
        layout = column(head, self._pages, space=12, margin=16)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        photos = self._presenter.photos
        on_click(self._back, lambda: self._presenter.open_page(Page.PEOPLE))
        on_click(self._other, self.folder_requested.emit)
        on_click(self._add, photos.add)
        self._place.asked.connect(self.folder_requested)
        self._place.dropped.connect(photos.look_at)
        self._progress.cancel_requested.connect(photos.cancel)
        self._drop = FileDrop(self, is_folder)
        self._drop.dropped.connect(photos.look_at)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._add.click)

    def _draw_matches(self, shown: PhotoFolder) -> None:
        say = self._look.say
        broken = tuple(PhotoMatch(file=name) for name in shown.broken)
        self.matched.show_rows(shown.matched)
        self.ambiguous.show_rows(shown.ambiguous)
        self.unmatched.show_rows((*shown.unmatched, *broken))
        self.without.show_rows(shown.without)
        counts = (len(shown.matched), len(shown.ambiguous), len(shown.unmatched) + len(broken), len(shown.without))
        words = (say("Matched"), say("Not clear"), say("Nobody's"), say("Without a photo"))
        for place, (word, count) in enumerate(zip(words, counts, strict=True)):
            self._tabs.setTabText(place, f"{word}  {count}")
            self._tabs.setTabVisible(place, place == 0 or count > 0)
        self._figures.show_figures(
            [
                (str(counts[0]), say("photos with their delegate"), ""),
                (str(counts[1]), say("not clear: set these by hand"), "ask" if counts[1] else ""),
                (str(counts[2]), say("files of nobody on the list"), "ask" if counts[2] else ""),
                (str(counts[3]), say("delegates left without a photo"), ""),
            ]
        )


def _files_table(look: Look, name: str) -> Table[PhotoMatch]:
    say = look.say
    return Table(
        look,
        [
            Column(title=say("File"), text=lambda m: isolated(m.file, say), width=300),
            Column(
                title=say("Delegate"),
                text=lambda m: "; ".join(d.sheet.full_name for d in m.delegates),
                key=lambda m: [name_sort_key(d.sheet.full_name) for d in m.delegates],
                width=320,
            ),
            Column(
                title=say("Delegation"),
                text=lambda m: "; ".join(dict.fromkeys(d.sheet.delegation for d in m.delegates)),
                stretches=True,
            ),
        ],
        name=name,
        identify=lambda m: m.file,
    )


def _people_table(look: Look, name: str) -> Table[Delegate]:
    say = look.say
    return Table(
        look,
        [
            Column(
                title=say("Full name"),
                text=lambda d: d.sheet.full_name,
                key=lambda d: name_sort_key(d.sheet.full_name),
                width=240,
            ),
            Column(title=say("Card no."), text=lambda d: d.sheet.card_number, width=100),
            Column(title=say("Delegation"), text=lambda d: d.sheet.delegation, width=200),
            Column(title=say("Position and unit"), text=lambda d: post_of(d.sheet), stretches=True),
        ],
        name=name,
        identify=lambda d: d.id,
    )
