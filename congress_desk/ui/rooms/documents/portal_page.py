"""The portal's page: one large button, the codes that phones scan, and in plain words what is in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from congress_desk.plumbing.document_words import OBSTACLES
from congress_desk.plumbing.texts import marked
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents.portal_cards import NoticesCard, SettingsCard
from congress_desk.ui.rooms.documents.stands import Live, Portal
from congress_desk.ui.rooms.documents.state import DocumentsState
from congress_desk.ui.rooms.documents.words import LIVES
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.forms import scrolled, selectable
from congress_desk.ui.widgets.parts import button, column, desk_button, label, on_click, restyle, row
from congress_desk.ui.widgets.people_words import isolated
from congress_desk.ui.widgets.pill import StatusPill

if TYPE_CHECKING:
    from congress_desk.ui.rooms.documents.presenter import DocumentsPresenter

SIDE = 384
REACH = "/reach"
PLAIN = marked(
    "Pages travel unencrypted: whoever is in the same Wi-Fi could read along. Use a Wi-Fi with a password, or "
    "HTTPS with your own certificate."
)
ENCRYPTED = marked("Pages travel encrypted, with your own certificate.")


class PortalPage(QWidget):
    certificate_requested = Signal()
    key_requested = Signal()

    def __init__(self, presenter: DocumentsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._portal: Portal | None = None
        self._build()
        self._connect()

    def show_state(self, state: DocumentsState) -> None:
        portal, before = state.portal, self._portal
        if portal != before:
            self._portal = portal
            self._draw_live(portal)
            self._draw_reach(portal)
            self.settings.show_portal(portal, saving=state.saving)
            self.notices.show_notices(portal.notices, state.zone)
            if before is None or portal.slide is not before.slide:
                self.slide.show_picture(portal.slide)
        self._start.setEnabled(portal.live not in (Live.STARTING,) and not state.saving)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._status = StatusPill(look)
        self._phones = label("", "muted")
        self._start = desk_button(say("Start the portal"), look=look, icon="enter", kind="primary", key="F5")
        self._address = selectable("", "title")
        self._address.setAccessibleName(say("Address of the portal"))
        self._again = button(say("Look again"), look=look, icon="retry")
        self._obstacle_words = label("", wrap=True)
        self._obstacles = QFrame()
        self._obstacles.setProperty("look", "notice")
        self._obstacles.setLayout(column(self._obstacle_words, margin=10))
        self._safety = label("", "caption", wrap=True)
        self._test = selectable("", "muted")
        self._print = button(say("Print this"), look=look, icon="printer")
        self.slide = SlideView(look)
        top = row(self._start, self._status, 0, self._phones, space=12)
        address = row(self._address, self._again, self._print, space=8)
        address.setStretch(0, 1)
        card = QFrame()
        card.setProperty("look", "card")
        inner = column(top, address, self._obstacles, self.slide, self._test, self._safety, space=10, margin=16)
        inner.setStretch(3, 1)
        card.setLayout(inner)
        self.settings = SettingsCard(self._presenter, look)
        self.notices = NoticesCard(self._presenter, look)
        cards = QWidget()
        side = column(self.notices, self.settings, 0, space=12)
        side.setContentsMargins(0, 0, 8, 0)
        cards.setLayout(side)
        trailing = scrolled(cards)
        trailing.setFixedWidth(SIDE)
        layout = row(card, trailing, space=16)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.setFocusProxy(self._start)

    def _connect(self) -> None:
        acts = self._presenter.portal
        on_click(self._start, self._on_start)
        QShortcut(QKeySequence("F5"), self).activated.connect(self._start.click)  # its text changes
        on_click(self._again, acts.look)
        on_click(self._print, self._presenter.portal_poster)
        self.settings.certificate_requested.connect(self.certificate_requested)
        self.settings.key_requested.connect(self.key_requested)

    def _draw_live(self, portal: Portal) -> None:
        say = self._look.say
        tone, word = LIVES[portal.live]
        self._status.show_status(tone, say(word))
        stopped = portal.live is Live.STOPPED
        text = say("Start the portal") if stopped else say("Stop the portal")
        self._start.setText(f"\N{NO-BREAK SPACE}{text}")
        self._start.setAccessibleName(text)
        self._start.setToolTip(f"{text} (F5)")
        self._start.setIcon(self._look.icon("enter" if stopped else "no", "on_chrome" if stopped else "text"))
        restyle(self._start, look="primary" if stopped else "")

    def _draw_reach(self, portal: Portal) -> None:
        say, reach = self._look.say, portal.reach
        base = reach.base if reach is not None else ""
        self._address.setText(isolated(base, say))
        self._phones.setText(say("Phones so far: {count}", count=reach.phones) if reach is not None else "")
        self._test.setText(
            say("Can a phone reach me? Open {address} on one.", address=isolated(base + REACH, say)) if base else ""
        )
        self._safety.setText(say(ENCRYPTED if portal.encrypted else PLAIN))
        told = reach.obstacles if reach is not None and portal.live in (Live.STOPPED, Live.RUNNING) else ()
        self._obstacles.setVisible(bool(told))
        self._obstacle_words.setText("\n".join(say(OBSTACLES[obstacle]) for obstacle in told))
        restyle(self._obstacles, tone=(Tone.CALM if portal.live is Live.STOPPED else Tone.ASK).value)

    def _on_start(self) -> None:
        if self._portal is not None and self._portal.live is not Live.STOPPED:
            self._presenter.portal.stop()
        else:
            self._presenter.portal.start()


class SlideView(QLabel):
    """The codes as large as there is room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setProperty("elides", True)
        self.setAccessibleName(look.say("Codes of the portal and the Wi-Fi"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(240, 136)

    def show_picture(self, picture: bytes | None) -> None:
        self._picture = QPixmap()
        if picture is not None:
            self._picture.loadFromData(picture)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._picture.isNull():
            self.clear()
            return
        scale = self.devicePixelRatioF()
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        fitted = self._picture.scaled(self.size() * scale, keep, smooth)
        fitted.setDevicePixelRatio(scale)
        self.setPixmap(fitted)
