"""The settings room on the screen: its six sections on the leading side, one of them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.rooms.settings.congress_page import CongressPage
from congress_desk.ui.rooms.settings.desk_page import DeskPage
from congress_desk.ui.rooms.settings.dialogs import (
    EraseFacesDialog,
    ask_backup_folder,
    ask_certificate,
    ask_model_folder,
)
from congress_desk.ui.rooms.settings.faces_page import FacesSection
from congress_desk.ui.rooms.settings.model_page import FaceModelPage
from congress_desk.ui.rooms.settings.safety_page import SafetyPage
from congress_desk.ui.rooms.settings.sessions_page import SessionsPage
from congress_desk.ui.rooms.settings.state import Section, SettingsState, Told
from congress_desk.ui.rooms.settings.words import FACTS, SECTIONS, tone_of
from congress_desk.ui.told import sentence_of
from congress_desk.ui.widgets.notice import NoticeStack
from congress_desk.ui.widgets.parts import column, label, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.settings.presenter import SettingsPresenter

LIST_WIDTH = 216
SectionPage = DeskPage | CongressPage | SessionsPage | SafetyPage | FacesSection | FaceModelPage


class SettingsView(QWidget):
    def __init__(self, presenter: SettingsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._told = 0
        self._state = SettingsState()
        self._build()
        self._connect()

    def show_state(self, state: SettingsState) -> None:
        self._state = state
        place = list(Section).index(state.section)
        self._sections.setCurrentRow(place)
        self._pages.setCurrentIndex(place)
        self.pages[state.section].show_state(state)
        if state.told is not None and state.told.number != self._told:
            self._told = state.told.number
            self._tell(state.told)

    def _build(self) -> None:
        look, say, presenter = self._look, self._look.say, self._presenter
        self._notices = NoticeStack(look)
        self._sections = QListWidget()
        self._sections.setProperty("look", "sections")
        self._sections.setAccessibleName(say("Settings"))
        self._sections.setFixedWidth(LIST_WIDTH)
        self._sections.setIconSize(QSize(20, 20))
        self._sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for icon, word in SECTIONS.values():
            self._sections.addItem(QListWidgetItem(look.icon(icon), say(word)))
        self.safety = SafetyPage(presenter, look)
        self.faces = FacesSection(presenter, look)
        self.model = FaceModelPage(presenter, look)
        self.sessions = SessionsPage(presenter, look)
        self.pages: dict[Section, SectionPage] = {
            Section.DESK: DeskPage(presenter, look),
            Section.CONGRESS: CongressPage(presenter, look),
            Section.SESSIONS: self.sessions,
            Section.SAFETY: self.safety,
            Section.FACES: self.faces,
            Section.MODEL: self.model,
        }
        self._pages = QStackedWidget()
        for page in self.pages.values():
            self._pages.addWidget(page)
        middle = row(self._sections, self._pages, space=16)
        middle.setStretch(1, 1)
        layout = column(label(say("Settings"), "title"), self._notices, middle, space=12, margin=16)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFocusProxy(self._sections)

    def _connect(self) -> None:
        self._sections.currentRowChanged.connect(self._on_section_chosen)
        self.safety.folder_requested.connect(self._on_folder_requested)
        self.faces.erase_requested.connect(self._on_erase_requested)
        self.faces.save_requested.connect(self._on_save_requested)
        self.model.folder_requested.connect(self._on_model_requested)

    def _on_section_chosen(self, place: int) -> None:
        section = list(Section)[place]
        if section is not self._state.section:
            self._presenter.open_section(section)

    def _on_folder_requested(self) -> None:
        ask_backup_folder(self, self._look.say, self._presenter.folder, self._presenter.back_up)

    def _tell(self, told: Told) -> None:
        say = self._look.say
        self._notices.tell(
            tone_of(told),
            sentence_of(told, FACTS, say, self._state.zone),
            act_name=say("Print the certificate") if told.certificate else "",
            act=self._presenter.faces.print_certificate,
        )

    def _on_save_requested(self) -> None:
        ask_certificate(self, self._look.say, self._presenter.folder, self._presenter.faces.save_certificate)

    def _on_model_requested(self) -> None:
        ask_model_folder(self, self._look.say, self._presenter.folder, self._presenter.models.try_out)

    def _on_erase_requested(self, by: str) -> None:
        dialog = EraseFacesDialog(self._look, self._state.people.enrolled, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.agreed.connect(lambda: self._presenter.faces.erase(by))
        dialog.open()
