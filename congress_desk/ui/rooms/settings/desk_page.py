"""Settings of this desk: each with its plain sentence; every change holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSlider, QWidget

from congress_desk.domain.paper_options import FARTHEST_SHIFT
from congress_desk.domain.records import Shift
from congress_desk.plumbing.printer_shifts import shift_for, with_shift
from congress_desk.plumbing.settings import DeskSettings, sentence_of
from congress_desk.plumbing.texts import Language, marked
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.settings.rows import SettingRow, card_of, page_of
from congress_desk.ui.rooms.settings.signing_card import SigningSettings
from congress_desk.ui.rooms.settings.state import SettingsState
from congress_desk.ui.rooms.settings.words import WRONG
from congress_desk.ui.widgets.forms import Choice, Field, millimetres
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import button, column, label, on_click, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.settings.presenter import SettingsPresenter

CAMERAS = 4
NAMES = {
    "language": marked("Language"),
    "theme": marked("Screen"),
    "desk_name": marked("Name of this desk"),
    "camera": marked("Camera"),
    "faces_on": marked("Face search"),
    "turn_head": marked("Turn the head"),
    "sound_volume": marked("Sound"),
    "printer": marked("Printer"),
    "printer_shifts": marked("Shift of the printer"),
}


class DeskPage(QWidget):
    def __init__(self, presenter: SettingsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._desk = DeskSettings()
        self._build()
        self._connect()

    def show_state(self, state: SettingsState) -> None:
        desk, say = state.desk, self._look.say
        self._desk = desk
        self._language.show_value(desk.language)
        self._theme.show_value(desk.theme)
        if not self._name.hasFocus() and not state.wrong:
            self._name.setText(desk.desk_name)
        self._draw_cameras(desk.camera)
        self._faces.setChecked(desk.faces_on)
        self._turn.setChecked(desk.turn_head)
        self._volume.setValue(desk.sound_volume)
        self._loud.setText(str(desk.sound_volume))
        self._draw_printers(state)
        self.signing.show_state(state)
        wrong = state.wrong.get("desk_name", "")
        self._rows["desk_name"].show_wrong(say(WRONG[wrong]) if wrong else "")

    def _build(self) -> None:
        say = self._look.say
        self._language = Segments([(language.own_name, language.value) for language in Language], say("Language"))
        self._theme = Segments([(say("Light"), "light"), (say("Dark"), "dark")], say("Screen"))
        self._name = QLineEdit()
        self._camera = Choice()
        self._faces = QCheckBox(say("On when the check-in room opens"))
        self._turn = QCheckBox(say("Ask for it before a face is proposed"))
        self._volume = QSlider(Qt.Orientation.Horizontal)
        self._volume.setRange(0, 100)
        self._volume.setPageStep(10)
        self._loud = label("", "strong")
        self._loud.setFixedWidth(32)
        self._try = button(say("Listen"), look=self._look, icon="sound")
        self._printer = Choice()
        controls = {
            "language": self._language,
            "theme": self._theme,
            "desk_name": self._name,
            "camera": self._camera,
            "faces_on": self._faces,
            "turn_head": self._turn,
            "sound_volume": self._sound_control(),
            "printer": self._printer,
            "printer_shifts": self._shift_control(),
        }
        self._rows = {
            name: SettingRow(say(NAMES[name]), say(sentence_of(name)), control) for name, control in controls.items()
        }
        self.signing = SigningSettings(self._presenter, self._look)
        here = card_of(say("This desk"), list(self._rows.values()))
        self.setLayout(column(page_of(here, self.signing.card), space=0))

    def _sound_control(self) -> QWidget:
        self._volume.setAccessibleName(self._look.say("Sound"))
        made = QWidget()
        layout = row(self._volume, self._loud, self._try, space=8)
        layout.setStretch(0, 1)
        made.setLayout(layout)
        return made

    def _shift_control(self) -> QWidget:
        """Two fields for the printer that is chosen above."""
        say = self._look.say
        self._right, self._down = millimetres(FARTHEST_SHIFT), millimetres(FARTHEST_SHIFT)
        made = QWidget()
        made.setLayout(row(Field(say("Shift right"), self._right), Field(say("Shift down"), self._down), space=8))
        return made

    def _connect(self) -> None:
        presenter = self._presenter
        self._language.picked.connect(lambda value: presenter.change_desk(language=value))
        self._theme.picked.connect(lambda value: presenter.change_desk(theme=value))
        self._name.editingFinished.connect(self._on_named)
        self._camera.picked.connect(lambda value: presenter.change_desk(camera=value))
        self._faces.clicked.connect(lambda on: presenter.change_desk(faces_on=on))
        self._turn.clicked.connect(lambda on: presenter.change_desk(turn_head=on))
        self._volume.valueChanged.connect(self._on_volume)
        self._printer.picked.connect(lambda value: presenter.change_desk(printer=value))
        for spin in (self._right, self._down):
            spin.editingFinished.connect(self._on_shift)
        on_click(self._try, presenter.try_sound)

    def _draw_cameras(self, chosen: str) -> None:
        known = [str(place) for place in range(CAMERAS)]
        options = [(self._look.say("Camera {number}", number=int(place) + 1), place) for place in known]
        played = [] if chosen in known else [(chosen, chosen)]
        self._camera.offer([*options, *played], chosen)

    def _draw_printers(self, state: SettingsState) -> None:
        names, chosen = list(state.printers or ()), state.desk.printer
        if chosen and chosen not in names:
            names.append(chosen)
        default = (self._look.say("The computer's default printer"), "")
        self._printer.offer([default, *((name, name) for name in names)], chosen)
        shift = shift_for(state.desk.printer_shifts, chosen)
        self._right.setValue(shift.right)
        self._down.setValue(shift.down)

    def _on_shift(self) -> None:
        shift = Shift(right=self._right.value(), down=self._down.value())
        kept = with_shift(self._desk.printer_shifts, self._desk.printer, shift)
        if shift != shift_for(self._desk.printer_shifts, self._desk.printer):
            self._presenter.change_desk(printer_shifts=kept)

    def _on_named(self) -> None:
        name = self._name.text().strip()
        if name != self._desk.desk_name:
            self._presenter.change_desk(desk_name=name)

    def _on_volume(self, volume: int) -> None:
        if volume != self._desk.sound_volume:
            self._presenter.change_desk(sound_volume=volume)
