"""The window's unchanging parts: chrome strip, room list, notices, status line, and one room in the middle.

It knows rooms only as a list of (name, title, icon), and decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QStackedWidget, QToolButton, QWidget

from congress_desk.ui.frame_state import FrameState
from congress_desk.ui.look import Look
from congress_desk.ui.room import Room
from congress_desk.ui.status_line import StatusLine
from congress_desk.ui.widgets.fit_label import ElidedLabel
from congress_desk.ui.widgets.language_button import language_button
from congress_desk.ui.widgets.notice import NoticeStack
from congress_desk.ui.widgets.parts import column, icon_button, icon_label, label, row

MARK_HEIGHT = 34


class Frame(QWidget):
    room_requested = Signal(str)
    language_requested = Signal(str)
    theme_requested = Signal()
    help_requested = Signal()
    backup_requested = Signal()

    def __init__(self, look: Look, rooms: Sequence[Room]) -> None:
        super().__init__()
        self.setObjectName("Page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self.notices = NoticeStack(look)
        self.status_line = StatusLine(look)
        self.status_line.help_requested.connect(self.help_requested)
        self.status_line.backup_requested.connect(self.backup_requested)
        self._room = QStackedWidget()
        self._choices: dict[str, QToolButton] = {}
        middle = column(self.notices, self._room, space=0)
        body = row(self._room_list(rooms), middle, space=0)
        body.setStretch(1, 1)
        self._rehearsal = self._rehearsal_band()
        layout = column(self._chrome(), self._rehearsal, body, self.status_line, space=0)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def hold(self, view: QWidget) -> None:
        """Show this room."""
        if self._room.indexOf(view) < 0:
            self._room.addWidget(view)
        self._room.setCurrentWidget(view)

    def held(self) -> Any:
        """The view that is shown."""
        return self._room.currentWidget()

    def show_state(self, state: FrameState) -> None:
        say = self._look.say
        self._title.setText(state.title)
        self._session.setText(state.session)
        self._clock.setText(say.time(state.now) if state.now else "")
        self._desk.setText(state.desk)
        self._rehearsal.setVisible(state.rehearsal)
        self._read_only.setVisible(state.read_only)
        if state.room in self._choices:
            self._choices[state.room].setChecked(True)
        self.status_line.show_state(state)

    def _chrome(self) -> QFrame:
        look, say = self._look, self._look.say
        made = QFrame()
        made.setObjectName("Chrome")
        made.setFixedHeight(look.tokens.size("chrome_height"))
        self._title = ElidedLabel("", "congress")
        self._read_only = label(say("For reading only"))
        self._read_only.setObjectName("ReadOnly")
        self._read_only.setFixedHeight(MARK_HEIGHT)
        self._read_only.hide()
        self._session = label("")
        self._clock = label("", "clock")
        self._clock.setAccessibleName(say("Clock"))
        self._desk = label("")
        theme = icon_button(
            look,
            "moon" if look.tokens.theme == "light" else "sun",
            say("Dark screens") if look.tokens.theme == "light" else say("Light screens"),
            colour="on_chrome",
        )
        theme.clicked.connect(self.theme_requested)
        parts = row(
            icon_label(look, "emblem", 30),
            self._title,
            self._read_only,
            self._session,
            self._clock,
            self._separator(),
            self._desk,
            language_button(look, self.language_requested.emit, colour="on_chrome"),
            theme,
            space=12,
        )
        parts.setStretch(1, 1)
        parts.setContentsMargins(12, 0, 8, 0)
        made.setLayout(parts)
        return made

    def _separator(self) -> QFrame:
        line = QFrame()
        line.setFixedSize(1, 22)
        line.setStyleSheet("background: rgba(255,255,255,90);")
        return line

    def _rehearsal_band(self) -> QFrame:
        made = QFrame()
        made.setObjectName("Rehearsal")
        words = label(self._look.say("REHEARSAL: invented people, nothing here counts"))
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setLayout(row(words))
        made.setFixedHeight(30)
        made.hide()
        return made

    def _room_list(self, rooms: Sequence[Room]) -> QFrame:
        look = self._look
        made = QFrame()
        made.setObjectName("Rooms")
        made.setFixedWidth(look.tokens.size("room_list_width"))
        group = QButtonGroup(self)
        for place, room in enumerate(rooms, start=1):
            choice = self._choice(room, place)
            group.addButton(choice)
            self._choices[room.name] = choice
        made.setLayout(column(*self._choices.values(), 0, space=4, margin=8))
        return made

    def _choice(self, room: Room, place: int) -> QToolButton:
        title = self._look.say(room.title)
        made = QToolButton()
        made.setText(f"  {title}")
        made.setIcon(self._look.icon(room.icon))
        made.setIconSize(QSize(22, 22))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setCheckable(True)
        made.setAccessibleName(title)
        made.setToolTip(f"{title} (Ctrl+{place})")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda _=False, name=room.name: self.room_requested.emit(name))
        shortcut = QShortcut(QKeySequence(f"Ctrl+{place}"), self)
        shortcut.activated.connect(lambda name=room.name: self.room_requested.emit(name))
        return made
