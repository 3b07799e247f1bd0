"""The live picture and, beside it in large letters, the one thing the person before the camera should do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from congress_desk.domain.refusals import Trouble
from congress_desk.plumbing.sentences import sentence
from congress_desk.services.ports.camera import PictureSeen
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.checkin.state import Hint, Live
from congress_desk.ui.rooms.checkin.words import FLAWS, HINTS
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.live_view import LiveView
from congress_desk.ui.widgets.parts import button, column, icon_label, label, row


class LivePanel(QFrame):
    switch_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._look = look
        say = look.say
        self._picture = LiveView(look)
        self._hint = label("", "title", wrap=True)
        self._switch = button(say("Face search"), look=look, icon="face", key="F2")
        self._switch.setCheckable(True)
        self._switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._switch.clicked.connect(self.switch_requested)
        listening = row(icon_label(look, "card", 20, "ok"), label(say("Cards are always read"), wrap=True), space=8)
        listening.setStretch(1, 1)
        words = column(self._hint, 0, listening, self._switch, space=10)
        layout = row(self._picture, words, space=14)
        layout.setStretch(0, 3)
        layout.setStretch(1, 2)
        layout.setContentsMargins(8, 8, 12, 8)
        self.setLayout(layout)

    def show_picture(self, picture: PictureSeen) -> None:
        self._picture.show_picture(picture.width, picture.height, picture.rgb)

    def show_live(self, live: Live) -> None:
        """The frame around the face, the hint, and the switch as it stands."""
        say = self._look.say
        on = say("Face search is on (F2)") if live.faces else say("Face search is off (F2)")
        self._switch.setChecked(live.faces)
        self._switch.setText(f"\N{NO-BREAK SPACE}{say('Face search')} (F2)")
        self._switch.setToolTip(on)
        self._switch.setAccessibleName(on)
        hint = FLAWS[live.flaw] if live.flaw else HINTS[live.hint]
        if live.problem is not None:
            self._picture.show_nothing(sentence(say, Trouble(live.problem)), "camera_off")
            hint = ""
        elif not live.on:
            self._picture.show_nothing(say("The camera is starting"), "camera")
        else:
            tone = Tone.ASK if live.flaw or live.hint is Hint.ONE_BY_ONE else Tone.CALM
            self._picture.frame_face(live.box, live.frame_size, tone)
        self._hint.setText(say(hint) if hint else "")
