"""The side panel: the photo and who it is, what can be done, all the facts, the history; or a form in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QTabWidget, QWidget

from congress_desk.domain.badges import in_groups
from congress_desk.domain.delegates import Delegate
from congress_desk.plumbing.list_words import standing_name
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.absence_form import AbsenceForm
from congress_desk.ui.rooms.registry.act_forms import ActForms, about_words
from congress_desk.ui.rooms.registry.camera_form import CameraForm
from congress_desk.ui.rooms.registry.person_pages import facts_page, history_page
from congress_desk.ui.rooms.registry.sheet_form import SheetForm
from congress_desk.ui.rooms.registry.state import UTC, Chosen, Form, RegistryState
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.dropping import FileDrop, is_picture
from congress_desk.ui.widgets.fit_label import ElidedLabel, FitLabel
from congress_desk.ui.widgets.forms import scrolled
from congress_desk.ui.widgets.parts import button, column, icon_button, on_click, row
from congress_desk.ui.widgets.people_words import CATEGORIES, STANDING_LOOKS, isolated
from congress_desk.ui.widgets.photo import PhotoView
from congress_desk.ui.widgets.pill import StatusPill

if TYPE_CHECKING:
    from congress_desk.ui.rooms.registry.presenter import RegistryPresenter

WIDTH = 400
PHOTO_HEIGHT = 144
FACTS, SHEET, ACT, CAMERA, ABSENCE = 0, 1, 2, 3, 4


class PersonPanel(QFrame):
    photo_requested = Signal()

    def __init__(self, presenter: RegistryPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._chosen: Chosen | None = None
        self._form = Form.NONE
        self._told: Chosen | None = None  # whose history is drawn
        self._zone = UTC
        self.setProperty("look", "card")
        self.setFixedWidth(WIDTH)
        self._build()
        self._connect()

    def show_state(self, state: RegistryState) -> None:
        before, self._chosen = self._chosen, state.chosen
        if state.chosen is not None and state.chosen is not before:
            self._draw_person(state.chosen, state)
        self._draw_form(state)
        self._form = state.form

    def _build(self) -> None:
        self._build_head()
        self._build_acts()
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._facts, self._history = scrolled(QWidget()), scrolled(QWidget())
        self._tabs.addTab(self._facts, self._look.say("Facts"))
        self._tabs.addTab(self._history, self._look.say("History"))
        self._person = QWidget()
        layout = column(self._head, self._acts, self._tabs, space=12)
        layout.setStretch(2, 1)
        self._person.setLayout(layout)
        self.sheet = SheetForm(self._look)
        self.acts = ActForms(self._look)
        self._stack = QStackedWidget()
        self.camera = CameraForm(self._look)
        self.absence = AbsenceForm(self._look)
        for page in (self._person, self.sheet, self.acts, self.camera, self.absence):
            self._stack.addWidget(page)
        self.setLayout(column(self._stack, margin=16))

    def _build_head(self) -> None:
        look, say = self._look, self._look.say
        self._photo = PhotoView(look, height=PHOTO_HEIGHT)
        self._photo.setAccessibleName(say("Photo"))
        self._photo.setToolTip(say("Drop a picture here to set the photo"))
        self._drop = FileDrop(self._photo, is_picture)
        self._take_photo = button(say("Take a photo"), look=look, icon="camera", kind="quiet")
        self._set_photo = button(say("Set photo"), look=look, icon="open", kind="quiet")
        self._name = FitLabel(largest=20, smallest=15, weight=QFont.Weight.DemiBold)
        self._name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._delegation = ElidedLabel()
        self._category = ElidedLabel("", "muted")
        self._place = ElidedLabel("", "muted")
        self._badge = ElidedLabel("", "muted")
        self._standing = StatusPill(look)
        self._face = StatusPill(look)
        self._close = icon_button(look, "cross", say("Close the panel"))
        words = column(
            row(self._name, self._close, space=4),
            self._delegation,
            self._category,
            self._place,
            self._badge,
            4,
            self._standing,
            self._face,
            0,
            space=3,
        )
        words.itemAt(0).layout().setStretch(0, 1)  # type: ignore[union-attr]
        picture = column(self._photo, self._take_photo, self._set_photo, space=2)
        head = row(picture, words, space=16)
        head.setStretch(1, 1)
        head.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        self._head = QWidget()
        self._head.setLayout(head)

    def _build_acts(self) -> None:
        look, say = self._look, self._look.say
        self._edit = button(say("Edit"), look=look, icon="edit", key="F2")
        self._replace = button(say("Replace card"))
        self._more = button(say("Other acts"), look=look, icon="down")
        self._more.setLayoutDirection(_mirrored(look))
        self._menu = QMenu(self._more)
        self._menu_acts = {
            form: self._menu.addAction(look.icon(icon), word)
            for form, icon, word in (
                (Form.LINK, "qr", say("Link a chip card")),
                (Form.STANDING, "shield", say("Change the standing")),
                (Form.ABSENCE, "excused", say("Leave: request and decision")),
                (Form.REPLACE, "people", say("An alternate takes the place")),
                (Form.CONSENT, "face", say("Record consent to faces")),
                (Form.WITHDRAW, "trash", say("Withdraw consent to faces")),
            )
        }
        self._acts = QWidget()
        self._acts.setLayout(row(self._edit, self._replace, self._more, space=8))

    def _connect(self) -> None:
        people = self._presenter.people
        on_click(self._close, self._presenter.close_panel)
        on_click(self._edit, lambda: people.open(Form.EDIT))
        on_click(self._replace, lambda: people.open(Form.BADGE))
        on_click(self._more, self._open_menu)
        self._tabs.currentChanged.connect(self._on_tab_changed)
        on_click(self._set_photo, self.photo_requested.emit)
        on_click(self._take_photo, self._presenter.camera.open)
        for form, action in self._menu_acts.items():
            action.triggered.connect(lambda _checked=False, f=form: people.open(f))
        self._drop.dropped.connect(people.set_photo)
        self.sheet.saved.connect(people.save_sheet)
        self.sheet.cancelled.connect(people.cancel)
        self.acts.connect_to(people)
        self.camera.connect_to(self._presenter.camera)
        self.absence.written.connect(self._presenter.absences.write)
        self.absence.cancelled.connect(people.cancel)
        for keys, act in (("F2", self._edit.click), ("Escape", self._on_escape)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _draw_person(self, chosen: Chosen, state: RegistryState) -> None:
        look, say = self._look, self._look.say
        person, sheet = chosen.delegate, chosen.delegate.sheet
        self._photo.show_photo(chosen.photo)
        self._name.setText(sheet.full_name)
        self._delegation.setText(sheet.delegation or say("No delegation"))
        self._category.setText(say(CATEGORIES[sheet.category]))
        self._place.setText(_place_words(person, look))
        self._badge.setText(
            say("Badge {code}", code=isolated(in_groups(person.badge_code), say)) if person.badge_code else ""
        )
        icon, tone = STANDING_LOOKS[person.standing]
        self._standing.show_status(tone, standing_name(say, person.standing), icon)
        self._face.show_status(*_face_words(person, look))
        self._menu_acts[Form.CONSENT].setVisible(not person.consented)
        self._menu_acts[Form.WITHDRAW].setVisible(person.consented)
        self._menu_acts[Form.ABSENCE].setVisible(person.counts)
        self._menu_acts[Form.REPLACE].setVisible(person.counts and person.replaces is None)
        self._draw_tabs(chosen, state)

    def _draw_tabs(self, chosen: Chosen, state: RegistryState) -> None:
        """The history is drawn only where it is looked at."""
        self._zone = state.zone
        self._facts.setWidget(facts_page(chosen.delegate, self._look))
        self._told = None
        self._draw_history(chosen)

    def _draw_history(self, chosen: Chosen | None) -> None:
        if chosen is not None and chosen is not self._told and self._tabs.currentWidget() is self._history:
            self._told = chosen
            page = history_page(chosen.history or (), chosen.delegate.id, self._look, self._zone)
            self._history.setWidget(page)

    def _draw_form(self, state: RegistryState) -> None:
        if state.form in (Form.ADD, Form.EDIT):
            if state.form is not self._form and state.draft is not None:
                self.sheet.show_sheet(state.draft, new=state.form is Form.ADD, delegations=state.delegations)
            self.sheet.show_wrong(state.wrong)
            self.sheet.set_saving(state.saving)
            self._stack.setCurrentIndex(SHEET)
        elif state.form is Form.NONE:
            self._stack.setCurrentIndex(FACTS)
        elif state.form is Form.CAMERA:
            self._stack.setCurrentIndex(CAMERA)
            self.camera.show_state(state)
        elif state.form is Form.ABSENCE:
            self._stack.setCurrentIndex(ABSENCE)
            self.absence.show_form(state, about_words(state), fresh=state.form is not self._form)
        else:
            self.acts.show_form(state, fresh=state.form is not self._form)
            self._stack.setCurrentIndex(ACT)

    def _on_tab_changed(self) -> None:
        self._draw_history(self._chosen)

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _on_escape(self) -> None:
        if self._form is Form.NONE:
            self._presenter.close_panel()
        else:
            self._presenter.people.cancel()


def _place_words(person: Delegate, look: Look) -> str:
    sheet, say = person.sheet, look.say
    parts = []
    if sheet.card_number:
        parts.append(say("Card {number}", number=isolated(sheet.card_number, say)))
    if sheet.seat:
        parts.append(say("Seat {seat}", seat=isolated(sheet.seat, say)))
    return " · ".join(parts)


def _face_words(person: Delegate, look: Look) -> tuple[Tone, str, str]:
    say = look.say
    if person.declined:
        return Tone.CALM, say("Declined faces"), "card"
    if person.enrolled:
        return Tone.OK, say("Face ready"), "face"
    if person.consented:
        return Tone.CALM, say("Agreed to faces"), "face"
    return Tone.CALM, say("No face identification"), "card"


def _mirrored(look: Look) -> Qt.LayoutDirection:
    """The arrow of a menu button stands behind its word."""
    return Qt.LayoutDirection.LeftToRight if look.right_to_left else Qt.LayoutDirection.RightToLeft
