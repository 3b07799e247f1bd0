"""How this desk signs and checks signatures: root certificates, time stamps, revocation. Off without a network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QWidget

from congress_desk.plumbing.settings import DeskSettings, sentence_of
from congress_desk.plumbing.texts import marked
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.settings.rows import SettingRow, card_of
from congress_desk.ui.rooms.settings.state import SettingsState
from congress_desk.ui.rooms.settings.words import WRONG
from congress_desk.ui.widgets.asking_files import ask_for_file
from congress_desk.ui.widgets.fit_label import ElidedLabel
from congress_desk.ui.widgets.parts import button, column, on_click, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.settings.presenter import SettingsPresenter

ROOTS, STAMPS, REVOCATION = "signing_roots", "signing_time_stamp", "signing_revocation"
NAMES = {
    ROOTS: marked("Root certificates"),
    STAMPS: marked("Time-stamp authority"),
    REVOCATION: marked("Revoked certificates"),
}


class SigningSettings:
    """The card, and what is shown and heard on it."""

    def __init__(self, presenter: SettingsPresenter, look: Look) -> None:
        self._presenter = presenter
        self._look = look
        self._roots: tuple[str, ...] = ()
        say = look.say
        self._named = ElidedLabel("", "muted")
        self.add = button(say("Add"), look=look, icon="add")
        self.clear = button(say("Remove all"), look=look, icon="trash")
        self.address = QLineEdit()
        self.address.setPlaceholderText("http://tsa.ca.gov.vn")
        self.asks = QCheckBox(say("Asked when a signature is checked"))
        chosen = QWidget()
        chosen.setLayout(column(self._named, row(self.add, self.clear, space=8), space=6))
        controls: dict[str, QWidget] = {ROOTS: chosen, STAMPS: self.address, REVOCATION: self.asks}
        self._rows = {
            name: SettingRow(say(NAMES[name]), say(sentence_of(name)), control) for name, control in controls.items()
        }
        self.card: QFrame = card_of(say("Signatures"), list(self._rows.values()))
        on_click(self.add, self._on_add)
        on_click(self.clear, lambda: presenter.change_desk(signing_roots=()))
        self.address.editingFinished.connect(self._on_address)
        self.asks.clicked.connect(lambda on: presenter.change_desk(signing_revocation=on))

    def show_state(self, state: SettingsState) -> None:
        desk, say = state.desk, self._look.say
        self._roots = desk.signing_roots
        self._named.setText(_file_names(desk) or say("No certificate: nobody is trusted"))
        self.clear.setEnabled(bool(desk.signing_roots))
        wrong = {name: state.wrong.get(name, "") for name in self._rows}
        if not self.address.hasFocus() and not wrong[STAMPS]:
            self.address.setText(desk.signing_time_stamp)
        self.asks.setChecked(desk.signing_revocation)
        for name, code in wrong.items():
            self._rows[name].show_wrong(say(WRONG[code]) if code else "")

    def _on_add(self) -> None:
        say = self._look.say
        kinds = say("Certificates") + " (*.pem *.crt *.cer *.der)"
        ask_for_file(
            self.card,
            say("Choose a root certificate"),
            folder=self._presenter.folder,
            kinds=kinds,
            then=self._presenter.add_root,
        )

    def _on_address(self) -> None:
        self._presenter.change_desk(signing_time_stamp=self.address.text().strip())


def _file_names(desk: DeskSettings) -> str:
    return ", ".join(Path(path).name for path in desk.signing_roots)
