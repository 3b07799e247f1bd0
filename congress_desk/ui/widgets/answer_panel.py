"""The answer that fills half the screen until the next person comes, readable from two metres away.

A filled green, amber or red ground says what was decided, always with icon and word; a white ground waits or
asks. Keys are shown on the buttons and handled by the room, because a scanner types the same keys.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QStackedWidget, QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.choices import Choice, Choices
from congress_desk.ui.widgets.fit_label import ElidedLabel, FitLabel
from congress_desk.ui.widgets.parts import button, column, desk_button, label, restyle, row
from congress_desk.ui.widgets.photo import PhotoView

SMALL_ICON = 44
LARGE_ICON = 104
PAGE_ANSWER, PAGE_EMPTY, PAGE_CHOICES = range(3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A button of the answer: code is told by `acted`, key is what the room does it by."""

    code: str
    text: str
    key: str = ""
    icon: str = ""
    main: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What an answer says. has_person: photo and name; without, the icon and the word stand alone."""

    tone: Tone
    icon: str
    word: str
    has_person: bool = False
    photo: bytes | None = None
    name: str = ""
    lines: tuple[str, ...] = ()
    advice: str = ""
    foot: str = ""
    actions: tuple[Action, ...] = ()
    choices: tuple[Choice, ...] = ()


class AnswerPanel(QFrame):
    """show_answer(shown). acted(code): a button. chosen(n): a choice from 1 on, 0 for none of these."""

    acted = Signal(str)
    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("Answer")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._person_page())
        self._pages.addWidget(self._empty_page())
        self._choices = Choices(look)
        self._choices.chosen.connect(self.chosen)
        self._pages.addWidget(self._choices)
        self._foot = self._foot_strip()
        self.setLayout(column(self._pages, self._foot, space=0))

    def show_answer(self, shown: Shown) -> None:
        filled = shown.tone is not Tone.CALM
        restyle(self, tone=shown.tone.value, filled=filled)
        self.setAccessibleName(". ".join(filter(None, (shown.word, shown.name, *shown.lines, shown.advice))))
        ink = "#FFFFFF" if filled else "text"
        if shown.choices:
            self._choices.show_choices(shown.word, shown.choices)
            self._pages.setCurrentIndex(PAGE_CHOICES)
        elif shown.has_person:
            self._show_person(shown, ink)
        else:
            self._show_empty(shown, ink if filled else "muted")
        self._show_foot(shown, filled=filled)

    def _person_page(self) -> QWidget:
        self._photo = PhotoView(self._look)
        self._icon = label()
        self._word = label("", "word", wrap=True)
        self._when = label("", "detail", wrap=True)
        said = column(0, self._icon, self._word, self._when, 0, space=4)
        top = row(self._photo, said, space=24)
        top.setStretch(0, 4)
        top.setStretch(1, 5)
        self._name = FitLabel(largest=44, smallest=22, weight=QFont.Weight.Bold)
        self._lines = [ElidedLabel("", "detail") for _ in range(3)]
        self._advice = label("", "advice", wrap=True)
        page = QWidget()
        layout = column(top, self._name, *self._lines, self._advice, space=4, margin=12)
        layout.setStretch(0, 1)
        page.setLayout(layout)
        return page

    def _empty_page(self) -> QWidget:
        self._large_icon = label()
        self._large_word = label("", "word", wrap=True)
        self._large_advice = label("", "advice", wrap=True)
        middle = Qt.AlignmentFlag.AlignHCenter
        for one in (self._large_icon, self._large_word, self._large_advice):
            one.setAlignment(middle)
        page = QWidget()
        page.setLayout(column(0, self._large_icon, self._large_word, self._large_advice, 0, space=16, margin=32))
        return page

    def _foot_strip(self) -> QFrame:
        made = QFrame()
        made.setObjectName("Foot")
        self._reading = ElidedLabel("", "strong")
        self._buttons = row(space=8)
        layout = row(self._reading, self._buttons, space=12)
        layout.setStretch(0, 1)
        layout.setContentsMargins(14, 6, 12, 6)
        made.setLayout(layout)
        return made

    def _show_person(self, shown: Shown, ink: str) -> None:
        self._photo.show_photo(shown.photo)
        self._icon.setPixmap(self._look.pixmap(shown.icon, SMALL_ICON, ink))
        self._word.setText(shown.word)
        self._name.setText(shown.name.upper())
        when, *others = shown.lines or ("",)
        self._when.setText(when)
        for place, line in enumerate(self._lines):
            line.setText(others[place] if place < len(others) else "")
            line.setVisible(place < len(others))
        self._advice.setText(shown.advice)
        self._advice.setVisible(bool(shown.advice))
        self._pages.setCurrentIndex(PAGE_ANSWER)

    def _show_empty(self, shown: Shown, ink: str) -> None:
        self._large_icon.setPixmap(self._look.pixmap(shown.icon, LARGE_ICON, ink))
        self._large_word.setText(shown.word)
        self._large_advice.setText(shown.advice)
        self._pages.setCurrentIndex(PAGE_EMPTY)

    def _show_foot(self, shown: Shown, *, filled: bool) -> None:
        self._reading.setText(shown.foot)
        while item := self._buttons.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for made in self._made_buttons(shown.actions, filled=filled):
            self._buttons.addWidget(made)
            made.show()
        self._foot.setVisible(bool(shown.foot or shown.actions))

    def _made_buttons(self, actions: Sequence[Action], *, filled: bool) -> list[QPushButton]:
        made = []
        for action in actions:
            text = f"{action.text}  ({action.key})" if action.key else action.text
            if action.main:
                one = desk_button(text, look=self._look, icon=action.icon, kind="primary")
            else:
                one = button(text, look=self._look, icon=action.icon, kind="on_panel" if filled else "")
            one.setAccessibleName(action.text)
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            one.clicked.connect(lambda _=False, code=action.code: self.acted.emit(code))
            made.append(one)
        return made
