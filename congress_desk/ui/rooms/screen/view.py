"""The operator's room of the second screen: choose, look at what is next, take; black with one key from anywhere."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from congress_desk.domain.stage import ClipFace
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.screen.cues_panel import CuesPanel
from congress_desk.ui.rooms.screen.faces_panel import FacesPanel
from congress_desk.ui.rooms.screen.state import CLOSED, ScreenState
from congress_desk.ui.rooms.screen.words import told_words
from congress_desk.ui.stage.output import letters_too_small, scene_of
from congress_desk.ui.stage.shown import Shown
from congress_desk.ui.stage.surface import StageSurface
from congress_desk.ui.widgets.notice import NoticeStack
from congress_desk.ui.widgets.parts import button, card, column, desk_button, label, on_click, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.screen.presenter import ScreenPresenter

TAKE_KEY, BLACK_KEY = "F11", "F12"


class ScreenView(QWidget):
    def __init__(self, presenter: ScreenPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._told = 0
        self._drawn = ScreenState()
        self._build()
        self._connect()

    def show_state(self, state: ScreenState) -> None:
        before, self._drawn = self._drawn, state
        say = self._look.say
        self.faces.show_state(state)
        self.cues.show_state(state)
        shape = QSize(*state.shape)
        for surface in (self.next, self.air):
            surface.keep_shape(shape)
        if before.next != state.next:
            self._show_next(state.next)
        if before.air != state.air:
            self.air.show_scene(scene_of(state.air or Shown()))
        self._take.setEnabled(state.next is not None)
        self._black.setText(say("Bring it back") if state.black else say("Black"))
        self._again.setVisible(bool(state.cue_on_air) and state.air is not None and _moves(state))
        self._air_note.setText(self._note(state))
        if (before.next, before.settings, before.shape) != (state.next, state.settings, state.shape):
            self._next_note.setText("" if state.next else say("Choose what comes next."))
            self._small.setVisible(state.next is not None and letters_too_small(state.next, state.shape))
        if state.told is not None and state.told.number != self._told:
            self._told = state.told.number
            tone, words = told_words(state.told, say, state.zone)
            self._notices.tell(tone, words)

    def _show_next(self, shown: Shown | None) -> None:
        if shown is None:
            self.next.show_nothing()
        else:
            self.next.show_scene(scene_of(shown))

    def show_film(self, picture: QImage) -> None:
        self.air.show_film(picture)

    def _moment(self) -> dt.datetime:
        now: object = self._presenter.now()
        return now if isinstance(now, dt.datetime) else dt.datetime.now(dt.UTC)  # the gallery has no presenter

    def _note(self, state: ScreenState) -> str:
        say = self._look.say
        if state.display == CLOSED:
            return say("The hall's window is shut. Choose a display.")
        if state.black:
            return say("Black")
        return say("The hall sees this.")

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._notices = NoticeStack(look)
        self.faces = FacesPanel(self._presenter, look)
        self.cues = CuesPanel(self._presenter, look)
        self.next, self.air = StageSurface(say, now=self._moment), StageSurface(say, now=self._moment)
        self.next.setAccessibleName(say("Next"))
        self.air.setAccessibleName(say("On air"))
        self._take = desk_button(say("Take"), look=look, icon="forward", kind="primary", key=TAKE_KEY)
        self._black = desk_button(say("Black"), look=look, icon="moon", key=BLACK_KEY)
        self._again = button(say("From the beginning"), look=look, icon="retry")
        self._next_note, self._air_note = label(say("Choose what comes next."), "muted"), label("", "muted")
        words = say("Some letters are smaller than the last row can read: a larger screen, or fewer words.")
        self._small = label(words, "caption", wrap=True)
        self._small.hide()
        pictures = row(
            self._picture(say("Next"), self._next_note, self.next, column(self._small, self._take, space=6)),
            self._picture(say("On air"), self._air_note, self.air, row(self._black, self._again, space=8)),
            space=12,
        )
        trailing = column(pictures, self.cues, space=12)
        trailing.setStretch(0, 3)
        trailing.setStretch(1, 2)
        halves = row(self.faces, trailing, space=12)
        halves.setStretch(1, 1)
        layout = column(self._notices, halves, space=8, margin=16)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFocusProxy(self._take)
        self.next.show_nothing()

    def _picture(self, title: str, note: QWidget, surface: StageSurface, acts: object) -> QFrame:
        head = row(label(title, "strong"), note, space=10)
        head.setStretch(1, 1)
        made = card(head, surface, acts, space=8, margin=10)  # type: ignore[arg-type]
        layout = made.layout()
        assert layout is not None
        layout.setStretch(1, 1)  # type: ignore[attr-defined]
        return made

    def _connect(self) -> None:
        on_click(self._take, self._presenter.take)
        on_click(self._black, self._presenter.toggle_black)
        on_click(self._again, self._presenter.play_again)
        QShortcut(QKeySequence(TAKE_KEY), self).activated.connect(self._presenter.take)


def _moves(state: ScreenState) -> bool:
    face = state.air.face if state.air else None
    return isinstance(face, ClipFace) and face.moving
