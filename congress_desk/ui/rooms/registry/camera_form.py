"""The form that takes a photo: the camera's picture with the part that is kept, then the still with yes and no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.domain.refusals import Trouble
from congress_desk.plumbing.sentences import sentence
from congress_desk.services.ports.camera import PictureSeen
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.state import Live, RegistryState
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.fit_label import ElidedLabel
from congress_desk.ui.widgets.live_view import LiveView
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.photo import PhotoView

if TYPE_CHECKING:
    from congress_desk.ui.rooms.registry.photo_taking import PhotoTakingActs

TALLEST, LEAST = 276, 150  # px of the picture
LIVE, STILL = 0, 1


class CameraForm(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._stands: Live | None = None
        self._build()

    def connect_to(self, camera: PhotoTakingActs) -> None:
        on_click(self._take, camera.take)
        on_click(self._use, camera.use)
        on_click(self._again, camera.again)
        on_click(self._cancel, camera.cancel)
        for key in ("Return", "Enter", "Space"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_key)

    def show_state(self, state: RegistryState) -> None:
        before, self._stands = self._stands, state.live
        if state.chosen is not None:
            self._name.setText(state.chosen.delegate.sheet.full_name)
        if state.live != before:
            self._draw_live(state.live)
        self._use.setEnabled(not state.saving)

    def show_picture(self, picture: PictureSeen) -> None:
        self._picture.show_picture(picture.width, picture.height, picture.rgb)
        self._picture.frame_face(_kept(picture), (picture.width, picture.height), Tone.CALM)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._name = ElidedLabel("", "muted")
        self._picture = LiveView(look)
        self._still = PhotoView(look)
        self._still.setAccessibleName(say("The photo just taken"))
        self._pictures = QStackedWidget()
        self._pictures.addWidget(self._picture)
        self._pictures.addWidget(self._still)
        self._pictures.setMinimumHeight(LEAST)
        self._pictures.setMaximumHeight(TALLEST)
        self._word = label("", wrap=True)
        self._take = primary_button(say("Take the photo"), look=look, icon="camera", key="Enter")
        self._use = primary_button(say("Use this photo"), look=look, icon="tick", key="Enter")
        self._again = button(say("Again"), look=look, icon="retry")
        self._cancel = button(say("Cancel"), key="Esc")
        head = column(label(say("Photo at the desk"), "title"), self._name, space=2)
        acts = row(self._again, 0, self._cancel, self._take, self._use)
        layout = column(head, self._pictures, self._word, 4, acts, 0, space=16)
        layout.setStretch(1, 1000)
        self.setLayout(layout)

    def _draw_live(self, live: Live) -> None:
        say, taken = self._look.say, live.still is not None
        self._pictures.setCurrentIndex(STILL if taken else LIVE)
        self._still.show_photo(live.still)
        if live.problem is not None:
            self._picture.show_nothing(sentence(say, Trouble(live.problem)), "camera_off")
        elif not live.on:
            self._picture.show_nothing(say("The camera is starting"), "camera")
        for made, shown in ((self._take, not taken), (self._use, taken), (self._again, taken)):
            made.setVisible(shown)
        self._take.setEnabled(live.on)
        ask = say("Is the face sharp, well lit and whole? Only this picture is kept, and only when you use it.")
        self._word.setText(ask if taken else say("The face upright, within the frame, looking at the camera."))
        (self._use if taken else self._take if live.on else self._cancel).setFocus()

    def _on_key(self) -> None:
        """Enter and Space press what has the focus, else the main act."""
        main = self._take if self._stands is None or self._stands.still is None else self._use
        focused = next((made for made in (self._again, self._cancel) if made.hasFocus()), main)
        focused.click()


def _kept(picture: PictureSeen) -> tuple[int, int, int, int]:
    """The middle 3:4 in px of the picture."""
    width = min(picture.width, picture.height * 3 // 4)
    height = min(picture.height, width * 4 // 3)
    return ((picture.width - width) // 2, (picture.height - height) // 2, width, height)
