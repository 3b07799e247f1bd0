"""The bar at the foot of the room: who is here, who is excused, who is missing, and whether the session may open."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from congress_desk.domain.quorum import SessionStatus
from congress_desk.plumbing.texts import Words
from congress_desk.ui.look import Look
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.parts import button, column, label, row
from congress_desk.ui.widgets.pill import StatusPill
from congress_desk.ui.widgets.quorum_bar import QuorumBar, QuorumFigures


def quorum_sentence(status: SessionStatus, zone: ZoneInfo, say: Words) -> str:
    """Reached since when, or how many are missing; always with its base."""
    quorum, total = status.quorum, status.total
    share = f"{quorum.share.numerator}/{quorum.share.denominator}"
    if quorum.reached and quorum.at is not None:
        return say("Quorum {share} reached at {at}", share=share, at=quorum.at.astimezone(zone))
    return say("{count} more for the quorum of {share}", count=max(0, quorum.needed - total.present), share=share)


class Tally(QFrame):
    delegations_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._look = look
        say = look.say
        self._figures: dict[str, QLabel] = {}
        self._bar = QuorumBar(look)
        self._quorum = StatusPill(look)
        self._others = label("", "muted")
        self._more = button(say("By delegation"), look=look, icon="chart")
        self._more.clicked.connect(self.delegations_requested)
        figures = row(
            *(
                self._figure(name, word)
                for name, word in (
                    ("present", say("present")),
                    ("convened", say("convened")),
                    ("excused", say("excused")),
                    ("absent", say("not here")),
                )
            ),
            space=24,
        )
        bar = column(row(self._quorum, 0, self._others), self._bar, space=2)
        layout = row(figures, bar, self._more, space=24)
        layout.setStretch(1, 1)
        layout.setContentsMargins(16, 8, 12, 8)
        self.setLayout(layout)

    def show_status(self, status: SessionStatus, zone: ZoneInfo) -> None:
        total, say = status.total, self._look.say
        counts = {
            "present": total.present,
            "convened": total.convened,
            "excused": total.excused,
            "absent": total.absent + total.left,
        }
        for name, count in counts.items():
            self._figures[name].setText(str(count))
        sentence = quorum_sentence(status, zone, say)
        self._quorum.show_status(Tone.OK if status.quorum.reached else Tone.ASK, sentence)
        self._others.setText(say("Guests and staff: {count}", count=status.others_present))
        self._bar.show_figures(
            QuorumFigures(
                convened=total.convened, present=total.present, excused=total.excused, needed=status.quorum.needed
            ),
            sentence,
        )

    def _figure(self, name: str, word: str) -> QVBoxLayout:
        self._figures[name] = label("0", "figure")
        return column(self._figures[name], label(word, "caption"), space=0)
