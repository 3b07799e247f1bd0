"""The vote that is being counted: what is put, who is in the hall, one key for all, or the tellers' figures."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QLineEdit, QWidget

from congress_desk.domain.votes import ZoneCount
from congress_desk.plumbing.vote_words import ITEM_KINDS, METHODS_OF_VOTING
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.voting.state import Side, VotingState
from congress_desk.ui.rooms.voting.words import formula_words, wrong_words
from congress_desk.ui.widgets.forms import Choice, Field, figure_edit, line_edit, scrolled
from congress_desk.ui.widgets.parts import (
    button,
    column,
    desk_button,
    icon_button,
    label,
    on_click,
    primary_button,
    row,
)

if TYPE_CHECKING:
    from congress_desk.ui.rooms.voting.presenter import VotingPresenter

MOST_VOTES = 9999


class ZoneLine:
    """One teller's figures; a single total has neither zone nor teller."""

    def __init__(self, form: RecordForm, place: int) -> None:
        say = form.look.say
        self.zone, self.teller = line_edit(placeholder=say("Zone")), line_edit(placeholder=say("Teller"))
        self.zone.setFixedWidth(84)
        self.figures = {name: figure_edit(0, MOST_VOTES) for name in ("agree", "disagree", "other")}
        self.remove = icon_button(form.look, "cross", say("Remove this zone"))
        presenter = form.presenter
        for name, field in (("zone", self.zone), ("teller", self.teller)):
            field.setAccessibleName(f"{field.placeholderText()} {place + 1}")
            field.textEdited.connect(lambda text, n=name: presenter.write_zone(place, **{n: text}))
        words = {"agree": say("Agree"), "disagree": say("Disagree"), "other": say("Other opinion")}
        for name, spin in self.figures.items():
            spin.setAccessibleName(f"{words[name]} {place + 1}")
            spin.valueChanged.connect(lambda value, n=name: form.write_figure(place, n, value))
        on_click(self.remove, lambda: presenter.remove_zone(place))

    def parts(self, *, several: bool) -> list[QWidget]:
        """In the order of the keyboard."""
        figures: list[QWidget] = list(self.figures.values())
        return [self.zone, self.teller, *figures, self.remove] if several else figures

    def show_zone(self, zone: ZoneCount) -> None:
        for edit, text in ((self.zone, zone.zone), (self.teller, zone.teller)):
            if edit.text() != text:
                edit.setText(text)
        for name, spin in self.figures.items():
            if spin.value() != getattr(zone, name):
                spin.setValue(getattr(zone, name))


class RecordForm(QFrame):
    def __init__(self, presenter: VotingPresenter, look: Look) -> None:
        super().__init__()
        self.presenter = presenter
        self.look = look
        self._lines: list[ZoneLine] = []
        self._drawing = False
        self.setProperty("look", "card")
        self._build()
        self._connect()

    def show_state(self, state: VotingState) -> None:
        self._drawing = True
        say, count = self.look.say, state.count
        self._session.offer(((one.name, one.id) for one in state.sessions), state.session)
        _show_text(self._item, count.item)
        _show_text(self._presider, count.presider)
        _show_text(self._reason, count.reason)
        _show_text(self._note, count.note)
        self._kind.show_value(count.kind)
        self._method.show_value(count.method)
        self._base.setText(say("{base} in the base, {needed} needed", base=state.base.count, needed=state.needed))
        self._formula.setText(formula_words(state.formula, say))
        self._present.setText(say("{count} in the hall now", count=state.present))
        self.all_agree.setText(say("All {count} agree", count=state.present))
        self.all_agree.setAccessibleName(self.all_agree.text())
        self._draw_zones(count.zones)
        self._sum.setText(say("counted {counted} of {present}", counted=count.counted, present=state.present))
        differs = count.counted > 0 and not state.fits
        self._reason_field.setVisible(differs or bool(count.reason))
        self._item_field.show_wrong(wrong_words(state.wrong, "item", say))
        self._reason_field.show_wrong(wrong_words(state.wrong, "figures_do_not_fit", say))
        ready = state.session is not None and not state.busy
        self.all_agree.setEnabled(ready and state.present > 0)
        self.record.setEnabled(ready and count.counted > 0)
        self._drawing = False

    def write_figure(self, place: int, name: str, value: int) -> None:
        if not self._drawing:
            self.presenter.write_zone(place, **{name: value})

    def _build(self) -> None:
        look, say = self.look, self.look.say
        self._session, self._item = Choice(), line_edit(placeholder=say("What is put to the vote"))
        self._item_field = Field(say("Item"), self._item)
        self._kind = Choice((say(word), kind) for kind, word in ITEM_KINDS.items())
        self._method = Choice((say(word), method) for method, word in METHODS_OF_VOTING.items())
        self._presider = line_edit()
        self._base, self._formula, self._present = label("", "strong"), label("", "muted"), label("", "strong")
        self.base = button(say("Who is not in it"), kind="quiet")
        self.all_agree = desk_button("", look=look, icon="tick", kind="primary", key="F5")
        self._zones = QGridLayout()
        self._zones.setSpacing(6)
        self.add_zone = button(say("Count by zone"), look=look, icon="add", kind="quiet")
        self._sum = label("", "muted")
        self._reason = line_edit()
        self._reason_field = Field(say("Why the figures differ from those present"), self._reason)
        self._note = line_edit()
        self.record = primary_button(say("Record these figures"), look=look, icon="tick", key="Ctrl+S")
        content = QWidget()
        two = row(Field(say("Kind"), self._kind), Field(say("Way of voting"), self._method), space=8)
        two.setStretch(0, 1)
        two.setStretch(1, 1)
        where = row(Field(say("Session"), self._session), Field(say("Presided by"), self._presider), space=8)
        where.setStretch(0, 1)
        where.setStretch(1, 1)
        inner = column(
            self._item_field,
            two,
            where,
            column(row(self._base, 0, self.base, space=4), self._formula, self._present, space=2),
            self.all_agree,
            label(say("or as the tellers counted"), "muted"),
            self._zones,
            row(self.add_zone, 0, self._sum, space=8),
            self._reason_field,
            Field(say("Note"), self._note),
            0,
            space=10,
        )
        inner.setContentsMargins(2, 4, 10, 4)
        content.setLayout(inner)
        layout = column(label(say("Put to the vote"), "title"), scrolled(content), self.record, space=10, margin=14)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        presenter = self.presenter
        self._session.picked.connect(presenter.choose_session)
        self._item.textEdited.connect(lambda text: presenter.write(item=text))
        self._presider.textEdited.connect(lambda text: presenter.write(presider=text))
        self._reason.textEdited.connect(lambda text: presenter.write(reason=text))
        self._note.textEdited.connect(lambda text: presenter.write(note=text))
        self._kind.picked.connect(lambda kind: presenter.write(kind=kind))
        self._method.picked.connect(lambda method: presenter.write(method=method))
        on_click(self.base, lambda: presenter.open_side(Side.BASE))
        on_click(self.all_agree, presenter.all_agree)
        on_click(self.add_zone, presenter.add_zone)
        on_click(self.record, presenter.record)
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.record.click)

    def _draw_zones(self, zones: tuple[ZoneCount, ...]) -> None:
        if len(self._lines) != len(zones):
            self._lay_out_zones(len(zones))
        for line, zone in zip(self._lines, zones, strict=True):
            line.show_zone(zone)

    def _lay_out_zones(self, count: int) -> None:
        """A single total, or one zone below the other; the keyboard goes on in the order in which tellers report."""
        say = self.look.say
        empty(self._zones)
        self._lines = [ZoneLine(self, place) for place in range(count)]
        heads = [label(head, "caption") for head in (say("Agree"), say("Disagree"), say("Other opinion"))]
        below = 0
        for line in self._lines:
            if count > 1:
                who = row(line.zone, line.teller, line.remove, space=6)
                who.setStretch(1, 1)
                self._zones.addLayout(who, below, 0, 1, 3)
            if line is self._lines[0]:
                for across, head in enumerate(heads):
                    self._zones.addWidget(head, below + 1, across)
                    self._zones.setColumnStretch(across, 1)
            for across, spin in enumerate(line.figures.values()):
                self._zones.addWidget(spin, below + 2, across)
            below += 3
        typed = [part for line in self._lines for part in line.parts(several=count > 1)]
        for before, after in pairwise((self.all_agree, *typed, self.add_zone)):
            QWidget.setTabOrder(before, after)


def empty(layout: QLayout) -> None:
    """Whatever stands in it goes."""
    while (taken := layout.takeAt(0)) is not None:
        if (widget := taken.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := taken.layout()) is not None:
            empty(inner)


def _show_text(field: QLineEdit, text: str) -> None:
    """Nothing where it stands already: the cursor stays."""
    if field.text() != text:
        field.setText(text)
