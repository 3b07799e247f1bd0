"""What the secretariat writes about a document, as a form: in the panel of one, and for many that are dropped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from congress_desk.domain.documents import AskOpinions, Card
from congress_desk.plumbing.document_words import ASKED, SECRECIES, TYPES
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents.words import LANGUAGES, MISSING
from congress_desk.ui.widgets.forms import Choice, Field, line_edit
from congress_desk.ui.widgets.parts import column, row

PARTS_HEIGHT = 84


class CardFields(QWidget):
    """changed(dict): the one field that a person has changed, by its name on the card."""

    changed = Signal(object)
    title_entered = Signal()  # Enter in the title

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._filling = False
        self._build()
        self._connect()

    def show_card(self, card: Card) -> None:
        """Fields that hold the same already stay as they are, with the cursor in them."""
        self._filling = True
        for edit, text in ((self._title, card.title), (self._number, card.number), (self._item, card.agenda_item)):
            if edit.text() != text:
                edit.setText(text)
        self._type.show_value(card.type)
        self._secrecy.show_value(card.secrecy)
        self._language.show_value(card.language)
        self._opinions.show_value(card.opinions)
        if self._parts_written() != card.parts:
            self._parts.setPlainText("\n".join(card.parts))
        self._watermark.setChecked(card.watermark)
        self._present.setChecked(card.only_present)
        self._parts_field.setVisible(card.opinions is not AskOpinions.NO)
        self._filling = False

    def show_one(self, one: bool) -> None:
        """Title and number belong to one document; the rest may be given to many."""
        self._title_field.setEnabled(one)
        self._number_field.setEnabled(one)

    def show_wrong(self, wrong: Mapping[str, str]) -> None:
        self._title_field.show_wrong(self._look.say(MISSING) if "title" in wrong else "")

    def begin(self) -> None:
        self._title.setFocus()
        self._title.end(False)
        self._title.home(True)  # selected from its end, so that its beginning is seen

    def card(self) -> Card:
        return Card(
            title=self._title.text(),
            number=self._number.text(),
            type=self._type.value(),
            secrecy=self._secrecy.value(),
            language=self._language.value(),
            agenda_item=self._item.text(),
            parts=self._parts_written(),
            opinions=self._opinions.value(),
            watermark=self._watermark.isChecked(),
            only_present=self._present.isChecked(),
        )

    def _build(self) -> None:
        say = self._look.say
        self._title, self._number, self._item = line_edit(), line_edit(placeholder="348-TB/TU"), line_edit()
        self._type = Choice((say(word), kind) for kind, word in TYPES.items())
        self._secrecy = Choice((say(word), secrecy) for secrecy, word in SECRECIES.items())
        self._language = Choice((word, code) for code, word in LANGUAGES.items())
        self._opinions = Choice((say(word), asked) for asked, word in ASKED.items())
        self._parts = QPlainTextEdit()
        self._parts.setFixedHeight(PARTS_HEIGHT)
        self._parts.setTabChangesFocus(True)
        self._watermark = QCheckBox(say("Reader's name on every page"))
        self._present = QCheckBox(say("Opens only for who is checked in"))
        self._title_field = Field(say("Document title"), self._title)
        self._number_field = Field(say("Document no."), self._number)
        self._parts_field = Field(say("Parts, one a line: opinions are given to each"), self._parts)
        pair = row(self._number_field, Field(say("Agenda item"), self._item), space=8)
        layout = column(
            self._title_field,
            Field(say("Document type"), self._type),
            Field(say("Class"), self._secrecy),
            pair,
            Field(say("Language"), self._language),
            Field(say("Opinions"), self._opinions),
            self._parts_field,
            self._watermark,
            self._present,
            0,
            space=10,
        )
        layout.setContentsMargins(2, 2, 8, 2)
        self.setLayout(layout)

    def _connect(self) -> None:
        for edit, name in ((self._title, "title"), (self._number, "number"), (self._item, "agenda_item")):
            edit.textEdited.connect(lambda text, n=name: self._tell(**{n: text}))
        for box, name in (
            (self._type, "type"),
            (self._secrecy, "secrecy"),
            (self._language, "language"),
            (self._opinions, "opinions"),
        ):
            box.picked.connect(lambda value, n=name: self._tell(**{n: value}))
        self._title.returnPressed.connect(self.title_entered)
        self._opinions.picked.connect(lambda value: self._parts_field.setVisible(value is not AskOpinions.NO))
        self._parts.textChanged.connect(lambda: self._tell(parts=self._parts_written()))
        self._watermark.clicked.connect(lambda on: self._tell(watermark=on))
        self._present.clicked.connect(lambda on: self._tell(only_present=on))

    def _tell(self, **change: Any) -> None:
        if not self._filling:
            self.changed.emit(change)

    def _parts_written(self) -> tuple[str, ...]:
        return tuple(line for line in self._parts.toPlainText().split("\n") if line.strip())
