"""The delegates room on the screen: five pages, one at a time, with the room's notices above them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.domain.delegates import DelegateId
from congress_desk.services.ports.camera import PictureSeen
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry import dialogs
from congress_desk.ui.rooms.registry.faces_page import FacesPage
from congress_desk.ui.rooms.registry.import_page import ImportPage
from congress_desk.ui.rooms.registry.people_page import PeoplePage
from congress_desk.ui.rooms.registry.photos_page import PhotosPage
from congress_desk.ui.rooms.registry.seats_page import SeatsPage
from congress_desk.ui.rooms.registry.state import Follow, Page, RegistryState, Told
from congress_desk.ui.rooms.registry.words import FACTS, FOLLOWS
from congress_desk.ui.told import sentence_of, tone_of
from congress_desk.ui.widgets.notice import NoticeStack
from congress_desk.ui.widgets.parts import column

if TYPE_CHECKING:
    from congress_desk.ui.rooms.registry.presenter import RegistryPresenter


class RegistryView(QWidget):
    def __init__(self, presenter: RegistryPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._told = 0
        self._build()
        self._connect()

    def show_state(self, state: RegistryState) -> None:
        pages = self._all
        shown = pages[list(Page).index(state.page)]
        for page in pages:
            if page is shown or page is self.people:
                page.show_state(state)
        if self._pages.currentWidget() is not shown:
            self._pages.setCurrentWidget(shown)
        if state.told is not None and state.told.number != self._told:
            self._told = state.told.number
            self._tell(state.told, state)

    def show_picture(self, picture: PictureSeen) -> None:
        self.people.panel.camera.show_picture(picture)

    def _build(self) -> None:
        self._notices = NoticeStack(self._look)
        self.people = PeoplePage(self._presenter, self._look)
        self.importing = ImportPage(self._presenter, self._look)
        self.photos = PhotosPage(self._presenter, self._look)
        self.faces = FacesPage(self._presenter, self._look)
        self.seats = SeatsPage(self._presenter, self._look)
        self._all = (self.people, self.importing, self.photos, self.faces, self.seats)
        self._pages = QStackedWidget()
        for page in self._all:
            self._pages.addWidget(page)
        frame = QWidget()
        notices = column(self._notices, space=0)
        notices.setContentsMargins(16, 8, 16, 0)
        frame.setLayout(notices)
        layout = column(frame, self._pages, space=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.people)

    def _connect(self) -> None:
        self.people.export_requested.connect(self._on_export_requested)
        self.people.template_requested.connect(self._on_template_requested)
        self.people.photo_requested.connect(self._on_photo_requested)
        self.importing.file_requested.connect(self._on_list_requested)
        self.importing.template_requested.connect(self._on_template_requested)
        self.photos.folder_requested.connect(self._on_folder_requested)
        self.seats.file_requested.connect(self._on_seat_table_requested)
        self.seats.save_requested.connect(self._on_seat_paper_requested)

    def _tell(self, told: Told, state: RegistryState) -> None:
        say = self._look.say
        act_name = say(FOLLOWS[told.follow]) if told.follow in FOLLOWS else ""
        self._notices.tell(
            tone_of(told),
            sentence_of(told, FACTS, say, state.zone),
            act_name=act_name,
            act=lambda: self._follow(told),
        )

    def _follow(self, told: Told) -> None:
        if told.follow is Follow.SAVE_BADGE and told.about is not None:
            self._ask_badge_file(told.about)
        else:
            self._presenter.follow(told.follow)

    def _ask_badge_file(self, delegate: DelegateId) -> None:
        def save(path: Path) -> None:
            self._presenter.people.save_badge(delegate, path)

        dialogs.ask_badge_file(self, self._look.say, self._presenter.folder, save)

    def _on_export_requested(self) -> None:
        def save(path: Path) -> None:
            header, *rows = self.people.shown_texts()
            self._presenter.export(path, title=self._look.say("Delegates"), header=header, rows=rows)

        dialogs.ask_export(self, self._look.say, self._presenter.folder, save)

    def _on_template_requested(self) -> None:
        dialogs.ask_template(self, self._look.say, self._presenter.folder, self._presenter.save_template)

    def _on_photo_requested(self) -> None:
        dialogs.ask_picture(self, self._look.say, self._presenter.folder, self._presenter.people.set_photo)

    def _on_list_requested(self) -> None:
        dialogs.ask_list(self, self._look.say, self._presenter.folder, self._presenter.list_import.look_at)

    def _on_folder_requested(self) -> None:
        dialogs.ask_photo_folder(self, self._look.say, self._presenter.folder, self._presenter.photos.look_at)

    def _on_seat_table_requested(self) -> None:
        look_at = self._presenter.seat_changes.look_at
        dialogs.ask_seat_table(self, self._look.say, self._presenter.folder, look_at)

    def _on_seat_paper_requested(self, name: str) -> None:
        save = self._presenter.seat_printing.save_paper
        dialogs.ask_seat_paper(self, self._look.say, self._presenter.folder, name, save)
