"""Two who look alike, side by side: whether one photo is the wrong person's is seen at a glance."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from congress_desk.domain.delegates import DelegateId
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.state import Chosen
from congress_desk.ui.widgets.fit_label import ElidedLabel
from congress_desk.ui.widgets.parts import button, column, label, on_click, row
from congress_desk.ui.widgets.photo import PhotoView

PHOTO_HEIGHT, WIDTH = 144, 176


class AlikePanel(QFrame):
    """retake_requested(id): a new photo of one of the two."""

    retake_requested = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._sides = (OneSide(look), OneSide(look))
        for side in self._sides:
            side.retake_requested.connect(self.retake_requested)
        sides = row(*self._sides, space=16)
        words = look.say("Compare the two photos: one may be wrong. At the desk, use their cards.")
        self.setLayout(column(label(words, "muted", wrap=True), sides, 0, space=12, margin=16))
        self.hide()

    def show_pair(self, pair: tuple[Chosen, Chosen] | None) -> None:
        self.setVisible(pair is not None)
        if pair is not None:
            for side, one in zip(self._sides, pair, strict=True):
                side.show_person(one)


class OneSide(QWidget):
    retake_requested = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        say = look.say
        self._person: DelegateId | None = None
        self._photo = PhotoView(look, height=PHOTO_HEIGHT)
        self._photo.setAccessibleName(say("Photo"))
        self._name, self._delegation = ElidedLabel("", "strong"), ElidedLabel("", "muted")
        self._retake = button(say("Take a photo"), look=look, icon="camera")
        on_click(self._retake, lambda: self.retake_requested.emit(self._person))
        layout = column(self._photo, self._name, self._delegation, self._retake, space=4)
        layout.setAlignment(self._photo, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(layout)
        self.setFixedWidth(WIDTH)

    def show_person(self, one: Chosen) -> None:
        self._person = one.delegate.id
        self._photo.show_photo(one.photo)
        self._name.setText(one.delegate.sheet.full_name)
        self._delegation.setText(one.delegate.sheet.delegation)
