"""The answer to the question of faces: the text to be read, how the answer was given, and two equal buttons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.domain.consent import Taking, Way
from congress_desk.plumbing.consent_text import DECLARATION, TEXT, TEXT_VERSION
from congress_desk.plumbing.rights_words import WAYS
from congress_desk.plumbing.texts import Words
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.words import MISSING
from congress_desk.ui.widgets.forms import Choice, Field, line_edit, scrolled, selectable
from congress_desk.ui.widgets.parts import button, column, label, on_click, row

WAYS_OFFERED = (Way.DESK, Way.PAPER, Way.WITNESS)
LEAST_TEXT = 90  # px


class ConsentForm(QWidget):
    """agreed and refused carry the Taking."""

    agreed = Signal(object)
    refused = Signal(object)
    cancelled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._build()
        self._connect()

    def show_about(self, text: str) -> None:
        self._about.setText(text)

    def show_wrong(self, wrong: Mapping[str, str]) -> None:
        for name, field in (("by", self._by_field), ("witness", self._witness_field)):
            field.show_wrong(self._look.say(MISSING) if name in wrong else "")

    def set_saving(self, saving: bool) -> None:
        for made in (self._agree, self._refuse):
            made.setEnabled(not saving)

    def begin(self) -> None:
        """For another person; who takes the answers stays the same."""
        self._witness.clear()
        self._way.show_value(Way.DESK)
        self._draw_way()
        self._by.setFocus()

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._about = label("", "muted", wrap=True)
        self._text = scrolled(_text_page(say))
        self._text.setMinimumHeight(LEAST_TEXT)
        self._by, self._witness = line_edit(), line_edit()
        self._way = Choice((say(WAYS[way]), way) for way in WAYS_OFFERED)
        self._by_field = Field(say("Taken by"), self._by)
        self._way_field = Field(say("How it was given"), self._way)
        self._witness_field = Field(say("Name of the witness"), self._witness)
        self._refuse = button(say("Does not agree"), look=look, icon="card")
        self._agree = button(say("Agrees"), look=look, icon="face")
        self._cancel = button(say("Cancel"), kind="quiet")
        head = column(label(say("Consent to faces"), "title"), self._about, space=2)
        people = row(self._by_field, self._witness_field, space=12)
        for field in (self._by_field, self._witness_field):
            people.setAlignment(field, Qt.AlignmentFlag.AlignTop)
            people.setStretchFactor(field, 1)
        acts = row(self._cancel, 0, self._refuse, self._agree)
        layout = column(head, self._text, self._way_field, people, acts, space=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        on_click(self._agree, lambda: self.agreed.emit(self._taking()))
        on_click(self._refuse, lambda: self.refused.emit(self._taking()))
        on_click(self._cancel, self.cancelled.emit)
        self._way.currentIndexChanged.connect(self._draw_way)

    def _draw_way(self) -> None:
        self._witness_field.setVisible(self._way.value() is Way.WITNESS)

    def _taking(self) -> Taking:
        return Taking(
            text_version=TEXT_VERSION,
            by=self._by.text().strip(),
            way=self._way.value(),
            witness=self._witness.text().strip() if self._way.value() is Way.WITNESS else "",
            language=self._look.say.language.value,
        )


def _text_page(say: Words) -> QWidget:
    """The very text that the printed form has."""
    parts: list[QWidget | int] = [
        label(say("Read this text to the delegate, or let him read it:"), "muted", wrap=True),
        selectable(say(DECLARATION), "strong"),
    ]
    for title, text in TEXT:
        parts += [label(say(title), "caption"), selectable(say(text)), 2]
    page = QWidget()
    layout = column(*parts, label(say("Text of {version}", version=TEXT_VERSION), "caption"), 0, space=4)
    layout.setContentsMargins(0, 0, 8, 0)
    page.setLayout(layout)
    return page
