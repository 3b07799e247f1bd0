"""What is reported of the presentations, by topic, delegation, gender and draft; the floor's balance; the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame, QWidget

from congress_desk.domain.names import text_sort_key
from congress_desk.domain.speech_figures import Counts
from congress_desk.domain.speech_rules import MOST_PRESENTATIONS, SpeechRules
from congress_desk.domain.speeches import LONGEST_MINUTES
from congress_desk.plumbing.list_words import gender_name
from congress_desk.plumbing.programme_words import DRAFTS
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.agenda.state import AgendaState
from congress_desk.ui.rooms.agenda.words import stretch
from congress_desk.ui.widgets.forms import Field, figure_edit, scrolled
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import button, column, label, on_click, row
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.agenda.presenter import AgendaPresenter

TOPIC, DELEGATION, GENDER, DRAFT = "topic", "delegation", "gender", "draft"
RULES_WIDTH = 220


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of figures. turns, spoken, waiting: of a delegation at the microphone."""

    name: str
    counts: Counts
    turns: int = 0
    spoken: str = ""
    waiting: int = 0


class FiguresPage(QWidget):
    def __init__(self, presenter: AgendaPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._by = TOPIC
        self._state = AgendaState()
        self._build()
        self._segments.picked.connect(self._on_by)
        on_click(self.save, lambda: presenter.speeches.change_rules(self.written()))

    def show_state(self, state: AgendaState) -> None:
        fresh = state.rules != self._state.rules
        self._state = state
        self._segments.show_value(self._by)
        self.table.show_rows(self._lines(state))
        if fresh or not self._minutes.value():
            self._show_rules(state.rules)

    def written(self) -> SpeechRules:
        return SpeechRules(
            minutes=self._minutes.value(),
            warning_seconds=self._warning.value(),
            at_least=self._at_least.value(),
            delivered_at_least=self._delivered.value(),
        )

    def _build(self) -> None:
        look, say = self._look, self._look.say
        names: list[tuple[str, Any]] = [
            (say("By topic"), TOPIC),
            (say("By delegation"), DELEGATION),
            (say("By gender"), GENDER),
            (say("By draft"), DRAFT),
        ]
        self._segments = Segments(names, say("Figures"))
        self.table: Table[Line] = Table(look, _columns(look), name=say("Figures"), identify=lambda line: line.name)
        for place in (5, 6, 7):
            self.table.grid.setColumnHidden(place, True)
        self._minutes, self._warning = figure_edit(1, LONGEST_MINUTES), figure_edit(0, 60 * LONGEST_MINUTES)
        self._at_least, self._delivered = figure_edit(0, MOST_PRESENTATIONS), figure_edit(0, MOST_PRESENTATIONS)
        self.save = button(say("Save"), look=look, icon="tick")
        rules = QFrame()
        rules.setProperty("look", "card")
        rules.setLayout(
            column(
                label(say("Rules of presentations"), "strong", wrap=True),
                Field(say("Minutes allowed"), self._minutes),
                Field(say("Warning, seconds before"), self._warning),
                Field(say("Presentations to be reached"), self._at_least),
                Field(say("Delivered, to be reached"), self._delivered),
                self.save,
                0,
                space=10,
                margin=14,
            )
        )
        left = column(row(self._segments, 0), self.table, space=8)
        left.setStretch(1, 1)
        area = scrolled(rules)
        area.setFixedWidth(RULES_WIDTH)
        halves = row(left, area, space=12)
        halves.setStretch(0, 1)
        self.setLayout(halves)
        self._show_rules(SpeechRules())

    def _show_rules(self, rules: SpeechRules) -> None:
        self._minutes.setValue(rules.minutes)
        self._warning.setValue(rules.warning_seconds)
        self._at_least.setValue(rules.at_least)
        self._delivered.setValue(rules.delivered_at_least)

    def _lines(self, state: AgendaState) -> list[Line]:
        say, found = self._look.say, state.figures
        if self._by == DELEGATION:
            return self._by_delegation(state)
        if self._by == GENDER:
            named = ((gender_name(say, one) or say("Not given"), counts) for one, counts in found.by_gender.items())
            return [Line(name=name, counts=counts) for name, counts in named]
        if self._by == DRAFT:
            return [Line(name=say(DRAFTS[one]), counts=counts) for one, counts in found.by_draft.items()]
        return [Line(name=one or say("Without a group"), counts=counts) for one, counts in found.by_topic.items()]

    def _by_delegation(self, state: AgendaState) -> list[Line]:
        balance = {one.delegation: one for one in state.balance}
        found = state.figures.by_delegation
        lines = []
        for name in sorted(dict.fromkeys((*found, *balance)), key=text_sort_key):
            own = balance.get(name)
            lines.append(
                Line(
                    name=name or self._look.say("No delegation"),
                    counts=found.get(name, Counts()),
                    turns=own.turns if own else 0,
                    spoken=stretch(own.spoken) if own and own.turns else "",
                    waiting=own.waiting if own else 0,
                )
            )
        return lines

    def _on_by(self, by: str) -> None:
        self._by = by
        for place in (5, 6, 7):
            self.table.grid.setColumnHidden(place, by != DELEGATION)
        self.show_state(self._state)


def _columns(look: Look) -> list[Column[Line]]:
    say = look.say

    def number(title: str, name: str, width: int = 92) -> Column[Line]:
        return Column(
            title=title,
            text=lambda line: str(getattr(line.counts, name)),
            key=lambda line: getattr(line.counts, name),
            number=True,
            width=width,
        )

    return [
        Column(title=say("Group"), text=lambda line: line.name, stretches=True),
        number(say("Registered"), "registered"),
        number(say("Delivered"), "delivered"),
        number(say("In writing"), "written", 112),
        number(say("Dropped out"), "withdrawn", 104),
        Column(title=say("Turns"), text=lambda x: str(x.turns), key=lambda x: x.turns, number=True, width=72),
        Column(title=say("Spoken"), text=lambda x: x.spoken, number=True, width=84),
        Column(title=say("Hands"), text=lambda x: str(x.waiting), key=lambda x: x.waiting, number=True, width=72),
    ]
