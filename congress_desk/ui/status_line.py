"""The line at the foot of every room: may we open, is everything kept, when was it copied, where is help."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton

from congress_desk.domain.quorum import SessionStatus
from congress_desk.plumbing.texts import Words
from congress_desk.ui.frame_state import FrameState
from congress_desk.ui.look import Look
from congress_desk.ui.widgets.parts import icon_label, label, row


class StatusLine(QFrame):
    help_requested = Signal()
    backup_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("StatusLine")
        self.setFixedHeight(look.tokens.size("status_height"))
        self._look = look
        say = look.say
        self._lamp = label()
        self._lamp.setFixedSize(16, 16)
        self._quorum = label()
        self._erase_icon, self._erase = icon_label(look, "trash", 16, "ask"), label()
        self._kept, self._saved = icon_label(look, "saved", 16, "ok"), label(say("Everything is saved"))
        told = say("For reading only. To work on this congress, copy its file to a folder of your own.")
        self._lock, self._read_only = icon_label(look, "lock", 16, "ask"), label(told)
        self._backup = self._button(say("Back up now"), "backup")
        self._backup.clicked.connect(self.backup_requested)
        help_button = self._button(say("Help (F1)"), "help")
        help_button.clicked.connect(self.help_requested)
        layout = row(
            self._lamp,
            self._quorum,
            0,
            self._erase_icon,
            self._erase,
            12,
            self._lock,
            self._read_only,
            self._kept,
            self._saved,
            12,
            self._backup,
            12,
            help_button,
            space=6,
        )
        layout.setContentsMargins(14, 0, 10, 0)
        self.setLayout(layout)

    def show_state(self, state: FrameState) -> None:
        say = self._look.say
        reached = state.status is not None and state.status.quorum.reached
        self._lamp.setVisible(state.status is not None)
        self._lamp.setPixmap(self._look.pixmap("ok" if reached else "waiting", 16, "ok" if reached else "ask"))
        self._quorum.setText(quorum_words(state.status, state, say) if state.status else say("No session yet"))
        self._show_reminder(state)
        for part in (self._kept, self._saved, self._backup):
            part.setVisible(not state.read_only)
        for part in (self._lock, self._read_only):
            part.setVisible(state.read_only)
        if state.backing_up:
            self._backup.setText(say("Backing up"))
        elif state.backup_at is not None:
            self._backup.setText(say("Backup {at}", at=state.backup_at.astimezone(state.zone)))
        else:
            self._backup.setText(say("Back up now"))

    def _show_reminder(self, state: FrameState) -> None:
        say, due = self._look.say, state.erase_by
        for part in (self._erase_icon, self._erase):
            part.setVisible(due is not None)
        if due is not None:
            told = (
                say("Faces overdue since {date}", date=due)
                if state.overdue
                else say("Erase faces by {date}", date=due)
            )
            self._erase.setText(told)

    def _button(self, text: str, icon: str) -> QToolButton:
        made = QToolButton()
        made.setText(text)
        made.setIcon(self._look.icon(icon, "muted"))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setAccessibleName(text)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made


def quorum_words(status: SessionStatus, state: FrameState, say: Words) -> str:
    """298/445 present, 2/3 reached at 07:09."""
    quorum, total = status.quorum, status.total
    share = f"{quorum.share.numerator}/{quorum.share.denominator}"
    places = {"present": total.present, "convened": total.convened, "share": share}
    if quorum.reached and quorum.at is not None:
        at = quorum.at.astimezone(state.zone)
        return say("{present}/{convened} present, quorum {share} reached at {at}", **places, at=at)
    return say("{present}/{convened} present, quorum {share} not reached", **places)
