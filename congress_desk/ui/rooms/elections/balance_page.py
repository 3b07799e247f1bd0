"""Every identity of the paper, ticked or not with its two sides; and the base with each deduction by name."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from congress_desk.domain.ballot_balance import Identity
from congress_desk.domain.majority import Base
from congress_desk.plumbing.vote_words import BASES, DEDUCTIONS, IDENTITIES, INVALID
from congress_desk.services.elections import RoundSeen
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.state import ElectionsState
from congress_desk.ui.widgets.forms import scrolled
from congress_desk.ui.widgets.parts import column, icon_label, label, row

MANY = 12  # deductions that are listed one below the other; all of them stand on the record


class BalancePage(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._told = ""
        content = QWidget()
        self._lines = QVBoxLayout(content)
        self._lines.setContentsMargins(4, 8, 10, 8)
        self._lines.setSpacing(6)
        self.setLayout(column(scrolled(content)))

    def show_state(self, state: ElectionsState) -> None:
        if state.seen is None:
            return
        told = repr((state.seen.outcome.result, state.seen.outcome.imbalances))
        if told == self._told:
            return
        self._told = told
        self._clear()
        self._add_identities(state.seen)
        self._add_invalid(state.seen)
        self._add_base(state.seen)
        self._lines.addStretch(1)

    def lines(self) -> list[str]:
        """What stands here, line by line."""
        from PySide6.QtWidgets import QLabel

        return [one.text() for one in self.findChildren(QLabel) if one.text()]

    def _add_identities(self, seen: RoundSeen) -> None:
        say, wrong = self._look.say, {i.identity: i for i in seen.outcome.imbalances}
        self._head(say("Every ballot accounted for"))
        for identity in Identity:
            found = wrong.get(identity)
            told = say(IDENTITIES[identity])
            if found is not None:
                sides = say("{left} against {right}", left=found.left, right=found.right)
                told = f"{told}:  {sides}" + (f" ({found.name})" if found.name else "")
            icon = "no" if found else "ok"
            self._line(told, icon)
            if found is not None and identity is Identity.COUNTED:
                missing = found.right - found.left
                self._line(say("Count these ballots still, or judge those that wait: {count}", count=missing), "")

    def _add_invalid(self, seen: RoundSeen) -> None:
        say, count = self._look.say, seen.outcome.result.count
        if count.invalid:
            self._head(say("Not valid: {count}", count=count.all_invalid))
            for reason, number in count.invalid.items():
                self._line(f"{number}  {say(INVALID[reason])}", "")

    def _add_base(self, seen: RoundSeen) -> None:
        say, result = self._look.say, seen.outcome.result
        self._head(say("Of what the percentages are"))
        self._line(f"{result.base_count}: {say(BASES[result.base_rule])}", "")
        self._line(say("{count} delegates convened", count=result.base.convened), "")
        for told in _deductions(result.base, self._look):
            self._line(told, "")

    def _head(self, text: str) -> None:
        if self._lines.count():
            self._lines.addSpacing(6)
        self._lines.addWidget(label(text, "strong", wrap=True))

    def _line(self, text: str, icon: str) -> None:
        words = label(text, wrap=True)
        made = QWidget()
        if icon:
            layout = row(icon_label(self._look, icon, 18, icon), words, space=8)
            layout.setStretch(1, 1)
        else:
            layout = row(26, words, space=0)
            layout.setStretch(1, 1)
        say = self._look.say
        told = {"ok": say("holds"), "no": say("does not hold")}.get(icon, "")
        made.setAccessibleName(f"{text}: {told}" if told else text)
        made.setLayout(layout)
        self._lines.addWidget(made)

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()


def _deductions(base: Base, look: Look) -> list[str]:
    say = look.say
    told = [f"− {d.name}: {say(DEDUCTIONS[d.reason])}" for d in base.deductions[:MANY]]
    more = len(base.deductions) - MANY
    return told + ([say("and {count} more, all named in the record", count=more)] if more > 0 else [])
