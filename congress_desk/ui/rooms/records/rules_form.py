"""How the credentials report counts: base, day of ages, brackets, rounding, goals, and who sits on the committee."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from congress_desk.domain.brackets import PRESETS
from congress_desk.domain.credentials import Base, CredentialsRules
from congress_desk.domain.rounding import MOST_DECIMALS, Rounding, rounded
from congress_desk.plumbing.texts import Words
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.records.credentials_acts import RulesWritten
from congress_desk.ui.rooms.records.credentials_words import BASE_WORDS, PRESET_WORDS, ROUNDING_WORDS, WRONG_RULES
from congress_desk.ui.widgets.forms import Choice, Field, day_edit, figure_edit, line_edit, scrolled
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.records.presenter import RecordsPresenter

OLDEST = 99
COMMITTEE_HEIGHT = 96


class RulesForm(QFrame):
    def __init__(self, presenter: RecordsPresenter, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "card")
        self._build()
        acts = presenter.credentials
        on_click(self._cancel, lambda: acts.edit_rules(False))
        on_click(self.save, lambda: acts.save_rules(self.written()))
        for keys, one in (("Ctrl+S", self.save), ("Escape", self._cancel)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(one.click)

    def show_rules(self, rules: CredentialsRules) -> None:
        self.base.show_value(rules.base)
        self.own_day.setChecked(rules.age_on is not None)
        self.day.setDate(rules.age_on or dt.date(2025, 1, 1))  # type: ignore[arg-type]
        self.preset.show_value(rules.brackets if rules.brackets in PRESETS else "")
        self.ages.setText(PRESETS.get(rules.brackets, rules.brackets))
        self.party.setText(rules.party_brackets)
        for one in (self.ages, self.party):
            one.setCursorPosition(0)
        self.rounding.show_value(rules.rounding)
        self.decimals.setValue(rules.decimals)
        self.young_under.setValue(rules.young_under)
        for name, edit in self.goals.items():
            edit.setText(_percent(getattr(rules, name), self._look.say))
        self.committee.setPlainText("\n".join(rules.committee))

    def show_wrong(self, wrong: str) -> None:
        for name, field in self.fields.items():
            field.show_wrong(self._look.say(WRONG_RULES[name]) if name == wrong else "")

    def written(self) -> RulesWritten:
        day, preset = self.day.date(), self.preset.value()
        typed = self.ages.text().strip()
        return RulesWritten(
            base=self.base.value(),
            age_on=dt.date(day.year(), day.month(), day.day()) if self.own_day.isChecked() else None,
            brackets=preset if preset and typed == PRESETS[preset] else typed,
            party_brackets=self.party.text(),
            rounding=self.rounding.value(),
            decimals=self.decimals.value(),
            young_under=self.young_under.value(),
            women_goal=self.goals["women_goal"].text(),
            young_goal=self.goals["young_goal"].text(),
            science_goal=self.goals["science_goal"].text(),
            committee=self.committee.toPlainText(),
        )

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._build_fields(say)
        self._cancel = button(say("Cancel"), key="Escape")
        self.save = primary_button(say("Save"), look=look, icon="tick", key="Ctrl+S")
        content = QWidget()
        inner = column(
            _thirds(Field(say("Shares are of"), self.base), Field(say("Rounding"), self.rounding), self._decimals),
            _thirds(Field(say("Age brackets"), self.preset), self.fields["brackets"], self.fields["party_brackets"]),
            row(self.own_day, self.day, 0, space=10),
            _thirds(*(self.fields[name] for name in self.goals)),
            _thirds(self._young, Field(say("Credentials committee, one a line"), self.committee)),
            0,
            space=10,
        )
        inner.setContentsMargins(2, 4, 10, 4)
        content.setLayout(inner)
        title = label(say("How the report counts"), "title")
        layout = column(title, scrolled(content), row(0, self._cancel, self.save), space=10, margin=14)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _build_fields(self, say: Words) -> None:
        self.base = Choice((say(BASE_WORDS[base]), base) for base in Base)
        self.rounding = Choice((say(ROUNDING_WORDS[rounding]), rounding) for rounding in Rounding)
        self.decimals, self.young_under = figure_edit(0, MOST_DECIMALS), figure_edit(18, OLDEST)
        self._decimals = Field(say("Decimals"), self.decimals)
        self._young = Field(say("Young means under"), self.young_under)
        presets = [(say(word), name) for name, word in PRESET_WORDS.items()]
        self.preset = Choice([*presets, (say("Own brackets"), "")])
        self.preset.picked.connect(self._on_preset)
        self.ages, self.party = line_edit(), line_edit()
        for one in (self.ages, self.party):
            one.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.ages.textEdited.connect(lambda _text: self.preset.show_value(""))
        self.own_day = QCheckBox(say("Ages are taken on a day of its own, not on the opening day"))
        self.day = day_edit()
        self.day.setAccessibleName(say("Day on which ages are taken"))
        self.own_day.toggled.connect(self.day.setEnabled)
        self.day.setEnabled(False)
        self.goals = {name: line_edit() for name in ("women_goal", "young_goal", "science_goal")}
        self.fields = {
            "brackets": Field(say("Ages"), self.ages),
            "party_brackets": Field(say("Years of Party membership"), self.party),
            "women_goal": Field(say("Goal for women, %"), self.goals["women_goal"]),
            "young_goal": Field(say("Goal for the young, %"), self.goals["young_goal"]),
            "science_goal": Field(say("Goal for science and technology, %"), self.goals["science_goal"]),
        }
        self.committee = QPlainTextEdit()
        self.committee.setTabChangesFocus(True)
        self.committee.setFixedHeight(COMMITTEE_HEIGHT)

    def _on_preset(self, name: str) -> None:
        if name:
            self.ages.setText(PRESETS[name])


def _thirds(*parts: QWidget) -> QHBoxLayout:
    made = row(*parts, space=12)
    for place in range(len(parts)):
        made.setStretch(place, 1)
        made.setAlignment(parts[place], Qt.AlignmentFlag.AlignTop)
    return made


def _percent(share: Fraction, say: Words) -> str:
    """Without zeros that say nothing: "15", "12,5"."""
    text = rounded(share * 100, decimals=MOST_DECIMALS).rstrip("0").rstrip(".")
    return text.replace(".", ",") if say.language.value == "vi" else text
