"""One more signature: a key file or a token, the passphrase, as whom. Once used, the passphrase leaves its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QWidget

from congress_desk.plumbing.texts import marked
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.records.seal_acts import SignatureAsked
from congress_desk.ui.rooms.records.state_seals import KeyKind, SealsState
from congress_desk.ui.widgets.fit_label import ElidedLabel
from congress_desk.ui.widgets.forms import Choice, Field, line_edit
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.people_words import isolated

if TYPE_CHECKING:
    from congress_desk.ui.rooms.records.presenter import RecordsPresenter

NO_TOKEN = marked("No token with a certificate is put in. Put it in, then look again.")
KEPT = marked("The passphrase is used for this signature and never kept.")
SIGNING = marked("Signing …")
KINDS = {KeyKind.FILE: marked("Key file"), KeyKind.TOKEN: marked("Token or card")}


class SignForm(QFrame):
    sign_requested = Signal()  # where to keep the signed file is asked then
    key_requested = Signal()
    library_requested = Signal()

    def __init__(self, presenter: RecordsPresenter, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "card")
        self._build()
        self._segments.picked.connect(presenter.seals.choose_kind)
        self.token.picked.connect(presenter.seals.choose_token)
        self.token_key.picked.connect(presenter.seals.choose_token_key)
        on_click(self._again, presenter.seals.look_for_tokens)
        on_click(self._choose_key, self.key_requested.emit)
        on_click(self._choose_library, self.library_requested.emit)
        on_click(self.sign, self.sign_requested.emit)
        for one in (self.secret, self.role):
            one.returnPressed.connect(self.sign.click)

    def show_state(self, seals: SealsState) -> None:
        say, token = self._look.say, seals.kind is KeyKind.TOKEN
        self._segments.show_value(seals.kind)
        self._key.setText(seals.key.name if seals.key else say("No key file chosen"))
        self._library.setText(seals.token_library.name if seals.token_library else say("No library chosen"))
        self._key_row.setVisible(not token)
        self._token.setVisible(token)
        self._show_tokens(seals)
        self.stamped.setText(say("Ask {address} for a time stamp", address=isolated(seals.time_stamp, say)))
        self.stamped.setVisible(bool(seals.time_stamp))
        self.sign.setEnabled(seals.can_sign and seals.has_key)
        self._kept.setText(say(SIGNING if seals.busy and seals.found is not None else KEPT))

    def _show_tokens(self, seals: SealsState) -> None:
        tokens = seals.tokens or ()
        self._names.setVisible(bool(tokens))
        self._missing.setVisible(seals.tokens is not None and not seals.keys)
        self.token.offer([(one.label, one.label) for one in tokens], seals.token)
        self.token_key.offer([(key, key) for key in seals.keys], seals.token_key)

    def taken(self) -> SignatureAsked:
        """As written; the passphrase is gone from the field afterwards."""
        asked = SignatureAsked(secret=self.secret.text(), role=self.role.text(), stamped=self.stamped.isChecked())
        self.secret.clear()
        return asked

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._segments = Segments([(say(word), kind) for kind, word in KINDS.items()], say("Signing with"))
        self._key, self._library = ElidedLabel("", "muted"), ElidedLabel("", "muted")
        self._choose_key = button(say("Choose the key file"), look=look, icon="open")
        self._choose_library = button(say("Choose the library"), look=look, icon="open")
        self._key_row = QWidget()
        self._key_row.setLayout(_beside(self._choose_key, self._key))
        self.token, self.token_key = Choice(), Choice()
        self._names = QWidget()
        names = row(Field(say("Token"), self.token), Field(say("Certificate"), self.token_key), space=10)
        names.setContentsMargins(0, 0, 0, 0)
        self._names.setLayout(names)
        self._again = button(say("Look again"), look=look, icon="retry")
        self._no_token = label(say(NO_TOKEN), "caption", wrap=True)
        self._missing = QWidget()
        self._missing.setLayout(_beside(self._again, self._no_token))
        self._token = QWidget()
        chosen = column(_beside(self._choose_library, self._library), self._names, self._missing, space=8)
        self._token.setLayout(chosen)
        self.secret = line_edit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret_field = Field(say("Passphrase or PIN"), self.secret)
        self.role = line_edit(placeholder=say("On behalf of the secretariat"))
        self.role_field = Field(say("Signs as, in the stamp"), self.role)
        self.stamped = QCheckBox()
        self.stamped.setChecked(True)
        self.stamped.hide()
        self.sign = primary_button(say("Sign…"), look=look, icon="edit", key="Enter")
        secrets = row(self.secret_field, self.role_field, space=10)
        secrets.setStretch(0, 1)
        secrets.setStretch(1, 1)
        head = row(label(say("Put a signature on it"), "strong"), 0, self._segments, space=8)
        self._kept = label(say(KEPT), "caption", wrap=True)
        self.setLayout(
            column(
                head,
                self._key_row,
                self._token,
                secrets,
                self.stamped,
                row(self._kept, self.sign, space=10),
                space=6,
                margin=10,
            )
        )


def _beside(first: QWidget, second: QWidget) -> QHBoxLayout:
    made = row(first, second, space=10)
    made.setStretch(1, 1)
    return made
