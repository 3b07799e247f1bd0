"""Beside the portal: notices on its first page, and where it is: port, address, Wi-Fi, certificate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QPlainTextEdit, QWidget

from congress_desk.domain.documents import PortalNotice
from congress_desk.plumbing.texts import marked
from congress_desk.services.portal_settings import PortalSettings
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents.stands import Portal
from congress_desk.ui.rooms.documents.words import moment
from congress_desk.ui.widgets.fit_label import ElidedLabel
from congress_desk.ui.widgets.forms import Field, line_edit
from congress_desk.ui.widgets.parts import button, column, hairline, icon_button, label, on_click, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.documents.presenter import DocumentsPresenter

WRITING_HEIGHT = 64
WRONG_BASE = marked("Write it as http://192.168.1.10:8765 or https://docs.example.vn.")
WRONG_WIFI = marked("Write the name of the Wi-Fi.")


class NoticesCard(QFrame):
    def __init__(self, presenter: DocumentsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._drawn: tuple[PortalNotice, ...] | None = None
        self.setProperty("look", "card")
        say = look.say
        self._text = QPlainTextEdit()
        self._text.setPlaceholderText(say("For example: the afternoon session begins at 14:00"))
        self._text.setAccessibleName(say("Notice"))
        self._text.setFixedHeight(WRITING_HEIGHT)
        self._text.setTabChangesFocus(True)
        self._only = QCheckBox(say("Only delegates see it"))
        self._post = button(say("Post"), look=look, icon="add")
        self._list = QWidget()
        self._list.setLayout(column(space=4))
        on_click(self._post, self._on_post)
        self._text.textChanged.connect(self._draw_button)
        title = label(say("Notices on the portal"), "strong")
        self.setLayout(column(title, self._list, self._text, row(self._only, 0, self._post), space=8, margin=14))
        self._draw_button()

    def show_notices(self, notices: tuple[PortalNotice, ...], zone: ZoneInfo) -> None:
        if notices == self._drawn:
            return
        if self._drawn is not None and len(notices) > len(self._drawn):
            self._text.clear()
        self._drawn = notices
        layout = self._list.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for notice in notices:
            layout.addWidget(self._line(notice, zone))
        self._list.setVisible(bool(notices))

    def _line(self, notice: PortalNotice, zone: ZoneInfo) -> QWidget:
        say = self._look.say
        posted = moment(notice.posted_at, say, zone)
        about = f"{posted} · {say('only delegates')}" if notice.delegates_only else posted
        take = icon_button(self._look, "trash", say("Take the notice off the portal"))
        on_click(take, lambda: self._presenter.portal.withdraw(notice.id))
        made = QWidget()
        layout = row(column(ElidedLabel(notice.text), label(about, "caption"), space=0), take, space=8)
        layout.setStretch(0, 1)
        made.setLayout(layout)
        return made

    def _draw_button(self) -> None:
        self._post.setEnabled(bool(self._text.toPlainText().strip()))

    def _on_post(self) -> None:
        self._presenter.portal.post(self._text.toPlainText(), delegates_only=self._only.isChecked())


class SettingsCard(QFrame):
    certificate_requested = Signal()
    key_requested = Signal()

    def __init__(self, presenter: DocumentsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._settings: PortalSettings | None = None
        self.setProperty("look", "card")
        self._build()
        self._connect()

    def show_portal(self, portal: Portal, *, saving: bool) -> None:
        say = self._look.say
        if portal.settings != self._settings:
            self._settings = portal.settings
            self._port.setText(str(portal.settings.port))
            self._base.setText(portal.settings.base)
            self._wifi.setText(portal.settings.wifi_name)
            self._password.setText(portal.settings.wifi_password)
        self._speeches.setChecked(portal.settings.speeches_open)
        self._base_field.show_wrong(say(WRONG_BASE) if "base_url" in portal.wrong else "")
        self._wifi_field.show_wrong(say(WRONG_WIFI) if "wifi_name" in portal.wrong else "")
        self._save.setEnabled(not saving)
        chain, key = Path(portal.certificate).name, Path(portal.key).name
        self._files.setText(" · ".join(part for part in (chain, key) if part) or say("None: plain HTTP"))
        self._key.setVisible(portal.encrypted)
        self._drop.setVisible(portal.encrypted)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._port = line_edit()
        self._speeches = QCheckBox(say("May be registered from phones"))
        self._port.setValidator(QIntValidator(1, 65535, self._port))
        self._base, self._wifi, self._password = (
            line_edit(placeholder=say("found by itself")),
            line_edit(),
            line_edit(),
        )
        self._password.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self._base_field = Field(say("Address on the codes"), self._base)
        self._wifi_field = Field(say("Name of the hall's Wi-Fi"), self._wifi)
        self._save = button(say("Save"), look=look, icon="tick")
        self._files = ElidedLabel("", "muted")
        self._certificate = button(say("Choose"), look=look, icon="open")
        self._certificate.setAccessibleName(say("Choose a certificate"))
        self._key = button(say("Key"), look=look, icon="lock")
        self._key.setToolTip(say("The certificate's key, where it is a file of its own"))
        self._drop = icon_button(look, "trash", say("Use no certificate"))
        told = say("Phones trust only certificates of a public authority, for a web address of your own.")
        port = Field(say("Port"), self._port)
        pair = row(port, self._base_field, space=8)
        pair.setAlignment(port, Qt.AlignmentFlag.AlignTop)
        pair.setStretch(1, 2)
        pair.setStretch(0, 1)
        certificate = row(self._files, self._certificate, self._key, self._drop, space=6)
        certificate.setStretch(0, 1)
        self.setLayout(
            column(
                label(say("Network"), "strong"),
                pair,
                self._wifi_field,
                Field(say("Password of the Wi-Fi; printed on posters"), self._password),
                row(0, self._save),
                hairline(),
                label(say("Presentations"), "strong"),
                self._speeches,
                hairline(),
                label(say("HTTPS with your own certificate"), "strong"),
                certificate,
                label(told, "caption", wrap=True),
                space=8,
                margin=14,
            )
        )

    def _connect(self) -> None:
        on_click(self._save, self._on_save)
        self._speeches.clicked.connect(self._presenter.portal.open_speeches)
        on_click(self._certificate, self.certificate_requested.emit)
        on_click(self._key, self.key_requested.emit)
        on_click(self._drop, self._presenter.portal.drop_certificate)

    def _on_save(self) -> None:
        self._presenter.portal.save(
            PortalSettings(
                port=int(self._port.text() or 0),
                base=self._base.text(),
                wifi_name=self._wifi.text(),
                wifi_password=self._password.text(),
            )
        )
