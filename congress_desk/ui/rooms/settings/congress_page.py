"""The congress as it stands on every paper, and the rules that it has decided; both are journaled."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from congress_desk.domain.quorum import needed_for
from congress_desk.services.congress import Rules
from congress_desk.services.ports.store import Congress
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.settings.rows import SettingRow, card_of, page_of
from congress_desk.ui.rooms.settings.state import SettingsState, share_from, written_share
from congress_desk.ui.rooms.settings.words import WRONG
from congress_desk.ui.widgets.forms import Field, day_edit, figure_edit
from congress_desk.ui.widgets.parts import column, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.settings.presenter import SettingsPresenter


class CongressPage(QWidget):
    def __init__(self, presenter: SettingsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._congress: Congress | None = None
        self._rules: Rules | None = None
        self._base = 0
        self._build()
        self._connect()

    def show_state(self, state: SettingsState) -> None:
        """Fields are filled anew only when what is kept has changed, so that half-typed words stay."""
        self._base = state.people.base
        if state.congress is not None and state.congress != self._congress:
            self._draw_congress(state.congress)
        if state.rules is not None and state.rules != self._rules:
            self._draw_rules(state.rules)
        places: dict[str, Field | SettingRow] = {**self._fields, "quorum": self._quorum_row}
        for name, place in places.items():
            place.show_wrong(self._look.say(WRONG[state.wrong[name]]) if name in state.wrong else "")
        self._draw_needed()

    def _build(self) -> None:
        say = self._look.say
        self._title, self._body, self._place = QLineEdit(), QLineEdit(), QLineEdit()
        self._opens = day_edit()
        self._fields = {
            "title": Field(say("Name of the congress"), self._title),
            "convening_body": Field(say("Convening body"), self._body),
            "opens": Field(say("Opening day"), self._opens),
            "place": Field(say("Place"), self._place),
        }
        self._save = primary_button(say("Save the heading"), look=self._look, icon="tick")
        self._save_rules = primary_button(say("Save the rules"), look=self._look, icon="tick")
        lower = row(self._fields["opens"], self._fields["place"], space=16)
        lower.setStretch(1, 1)
        form = QWidget()
        form.setLayout(column(self._fields["title"], self._fields["convening_body"], lower, space=12))
        heading = card_of(say("On every paper"), [form], foot=row(0, self._save))
        self.setLayout(column(page_of(heading, self._rules_card()), space=0))

    def _rules_card(self) -> QWidget:
        say = self._look.say
        self._quorum = QLineEdit()
        self._needed = label("", "muted", wrap=True)
        self._quorum_row = SettingRow(
            say("Quorum"),
            say("The share of the official delegates who must be present, as 2/3 or 66.7 %."),
            self._quorum,
        )
        self._auto = QCheckBox(say("Accept sure faces without a key"))
        auto = SettingRow(
            say("Faces without confirming"),
            say(
                "Off: the operator confirms every face with one key. On: a face that is sure by the strict rule is "
                "checked in at once; unsure faces still ask. Turn it on only after a rehearsal in this hall."
            ),
            self._auto,
        )
        self._undo = figure_edit(1, 24 * 60, say("minutes"))
        undo = SettingRow(
            say("Time for undo"), say("How long the desk may take back its own check-ins by itself."), self._undo
        )
        rows = [self._quorum_row, self._needed, auto, undo, self._erase_row()]
        return card_of(say("Rules of this congress"), rows, foot=row(0, self._save_rules))

    def _erase_row(self) -> SettingRow:
        say = self._look.say
        self._erase_after = figure_edit(1, 365, say("days"))
        explained = say("How long after the last session the face templates may be kept. The app reminds in time.")
        return SettingRow(say("Time to erase faces"), explained, self._erase_after)

    def _connect(self) -> None:
        on_click(self._save, self._on_save)
        on_click(self._save_rules, self._on_save_rules)
        self._quorum.textChanged.connect(self._draw_needed)

    def _draw_congress(self, congress: Congress) -> None:
        self._congress = congress
        self._title.setText(congress.title)
        self._body.setText(congress.convening_body)
        self._place.setText(congress.place)
        self._opens.setDate(QDate(congress.opens.year, congress.opens.month, congress.opens.day))
        for field in (self._title, self._body, self._place):
            field.setCursorPosition(0)

    def _draw_rules(self, rules: Rules) -> None:
        self._rules = rules
        self._quorum.setText(written_share(rules.quorum))
        self._auto.setChecked(rules.auto_accept_faces)
        self._undo.setValue(rules.undo_minutes)
        self._erase_after.setValue(rules.erase_faces_after_days)

    def _draw_needed(self) -> None:
        """What the share means for this congress, in persons."""
        say = self._look.say
        share = _share_or_none(self._quorum.text())
        self._needed.setVisible(share is not None and self._base > 0)
        if share is not None and self._base:
            needed = needed_for(self._base, share)
            self._needed.setText(
                say("Here this means {needed} of {count} official delegates.", needed=needed, count=self._base)
            )

    def _on_save(self) -> None:
        day = self._opens.date()
        self._presenter.save_congress(
            title=self._title.text().strip(),
            convening_body=self._body.text().strip(),
            opens=dt.date(day.year(), day.month(), day.day()),
            place=self._place.text().strip(),
        )

    def _on_save_rules(self) -> None:
        self._presenter.save_rules(
            quorum=self._quorum.text(),
            auto_accept_faces=self._auto.isChecked(),
            undo_minutes=self._undo.value(),
            erase_faces_after_days=self._erase_after.value(),
        )


def _share_or_none(text: str) -> Fraction | None:
    try:
        return share_from(text)
    except (ValueError, ZeroDivisionError):
        return None
