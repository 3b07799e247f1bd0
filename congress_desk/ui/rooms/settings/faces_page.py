"""Face identification as it stands: answers, the key and its passphrase, and how to be rid of all of it in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from congress_desk.services.face_status import FaceStatus, KeyState
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.settings.rows import SettingRow, card_of, page_of
from congress_desk.ui.rooms.settings.state import SettingsState
from congress_desk.ui.rooms.settings.words import KEYS, WRONG, erasure_words, reminder_words
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.figures import FigureRow
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.parts import button, column, label, on_click, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.settings.presenter import SettingsPresenter


class FacesSection(QWidget):
    erase_requested = Signal(str)
    save_requested = Signal()

    def __init__(self, presenter: SettingsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._reminded = ""
        self._key: KeyState | None = None
        self._reminder = QWidget()
        self._reminder.setLayout(column(space=0))
        self._reminder.hide()
        cards = (self._answers_card(), self._key_card(), self._erase_card())
        self.setLayout(column(self._reminder, page_of(*cards), space=8))

    def show_state(self, state: SettingsState) -> None:
        say, faces = self._look.say, state.faces
        if faces is None:
            return
        self._draw_figures(faces)
        self._draw_key(faces)
        self._draw_reminder(reminder_words(faces, say))
        wrong = state.wrong.get("passphrase", "")
        self._first.show_wrong(say(WRONG[wrong]) if wrong else "")
        self._erase.setEnabled(faces.templates > 0 or faces.key is not KeyState.NONE)
        self._erased.setText(erasure_words(faces.erased, say, state.zone) if faces.erased else "")
        for made in (self._erased, self._print, self._save):
            made.setVisible(faces.erased is not None)

    def _answers_card(self) -> QFrame:
        look, say = self._look, self._look.say
        self._figures = FigureRow(look)
        prepare = button(say("Go to the delegates"), look=look, icon="people")
        on_click(prepare, self._presenter.go_to_faces)
        how = label(
            say(
                "Consent is recorded and faces are prepared in the delegates room. Only those who agreed are "
                "recognised; all others come in by card or by name."
            ),
            wrap=True,
        )
        return card_of(say("Face identification"), [self._figures, how], foot=row(0, prepare))

    def _key_card(self) -> QFrame:
        look, say = self._look, self._look.say
        self._key_words = label("", wrap=True)
        self._passphrase, self._again = _secret(), _secret()
        explained = say(
            "At least 12 characters. Without it no other computer opens the faces; nobody can recover it."
        )
        self._first = SettingRow(say("Passphrase"), explained, self._passphrase)
        self._second = SettingRow(say("Once more"), say("The same again, so that it is surely known."), self._again)
        self._set = button("", look=look, icon="lock")
        self._open = button(say("Open the key here"), look=look, icon="lock")
        self._take = button(say("Take the key from this computer"), look=look, icon="exit")
        on_click(self._set, self._on_set)
        on_click(self._open, self._on_open)
        on_click(self._take, self._presenter.faces.take_key_away)
        rows = [self._key_words, self._first, self._second]
        return card_of(say("Key and passphrase"), rows, foot=row(0, self._take, self._open, self._set))

    def _erase_card(self) -> QFrame:
        look, say = self._look, self._look.say
        words = label(
            say(
                "After the congress: every template, every photo taken at the desk and the key are destroyed. Photos "
                "of the list and the attendance stay. If a passphrase was set, older copies of the file have to be "
                "deleted too. This cannot be undone."
            ),
            wrap=True,
        )
        self._by = QLineEdit()
        by = SettingRow(say("Who erases"), say("The name stands on the certificate."), self._by)
        self._erased = label("", "strong", wrap=True)
        self._erase = button(say("Erase all face templates"), look=look, icon="trash")
        self._print = button(say("Print the certificate"), look=look, icon="printer")
        self._save = button(say("Save the certificate"), look=look, icon="saved")
        on_click(self._erase, lambda: self.erase_requested.emit(self._by.text()))
        on_click(self._print, self._presenter.faces.print_certificate)
        on_click(self._save, self.save_requested.emit)
        about = QWidget()
        about.setLayout(column(words, self._erased, space=8))
        foot = row(0, self._save, self._print, self._erase)
        return card_of(say("Erase"), [about, by], foot=foot)

    def _draw_figures(self, faces: FaceStatus) -> None:
        say = self._look.say
        self._figures.show_figures(
            [
                (str(faces.everybody), say("on the list"), ""),
                (str(faces.agreed), say("have agreed"), ""),
                (str(faces.refused + faces.withdrawn), say("do not want it"), ""),
                (str(faces.not_asked), say("not asked yet"), ""),
                (str(faces.enrolled), say("are ready"), "ok" if faces.enrolled else ""),
            ]
        )

    def _draw_key(self, faces: FaceStatus) -> None:
        """Where the key is locked away, one field opens it; else two set the passphrase."""
        say, locked = self._look.say, faces.key is KeyState.LOCKED
        if faces.key is not self._key:
            self._key = faces.key
            self._passphrase.clear()
            self._again.clear()
        set_words = say("A passphrase is set.") if faces.passphrase else say("No passphrase is set.")
        self._key_words.setText(f"{say(KEYS[faces.key])} {set_words}")
        self._second.setVisible(not locked)
        self._first.setVisible(not locked or faces.passphrase)
        self._open.setVisible(locked and faces.passphrase)
        self._set.setVisible(not locked)
        word = say("Change the passphrase") if faces.passphrase else say("Set the passphrase")
        self._set.setText(f"\N{NO-BREAK SPACE}{word}")
        self._set.setAccessibleName(word)
        self._take.setVisible(faces.key is KeyState.HERE and faces.passphrase)

    def _draw_reminder(self, sentence: str) -> None:
        layout = self._reminder.layout()
        assert layout is not None
        if sentence != self._reminded:
            self._reminded = sentence
            while (item := layout.takeAt(0)) is not None:
                if (old := item.widget()) is not None:
                    old.deleteLater()
            if sentence:
                layout.addWidget(Notice(self._look, Tone.ASK, sentence, closable=False))
        self._reminder.setVisible(bool(sentence))

    def _on_set(self) -> None:
        self._presenter.faces.set_passphrase(self._passphrase.text(), self._again.text())

    def _on_open(self) -> None:
        self._presenter.faces.open_key(self._passphrase.text())
        self._passphrase.clear()


def _secret() -> QLineEdit:
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
