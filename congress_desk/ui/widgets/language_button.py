"""The menu of the three languages, each by its own name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton

from congress_desk.plumbing.texts import Language
from congress_desk.ui.look import Look
from congress_desk.ui.widgets.parts import icon_button


def language_button(look: Look, choose: Callable[[str], object], *, colour: str = "text") -> QToolButton:
    """`choose("vi")` is called with what was chosen."""
    made = icon_button(look, "globe", look.say("Language"), colour=colour)
    made.setText(look.say.language.value)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(made)
    for language in Language:
        action = menu.addAction(language.own_name)
        action.setCheckable(True)
        action.setChecked(language is look.say.language)
        action.setData(language.value)
    menu.triggered.connect(lambda action: choose(action.data()))
    made.setMenu(menu)
    return made
