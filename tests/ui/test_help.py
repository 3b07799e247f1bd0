"""The help names every key that a room's own tooltips name, in three languages."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from congress_desk.plumbing.texts import words_for
from congress_desk.ui.gallery_subjects import Nobody
from congress_desk.ui.help import HelpDialog
from congress_desk.ui.help_keys import EVERYWHERE, ROOM_KEYS
from congress_desk.ui.look import Look, look_for
from congress_desk.ui.room import Room
from congress_desk.ui.room_list import ROOMS

TIP = re.compile(r"\(([^()]+)\)$")
SAME = {"Escape": "Esc", "Del": "Delete", "Ctrl+Return": "Ctrl+Enter", "Return": "Enter"}
A_KEY = re.compile(r"(Ctrl\+|Alt\+|Shift\+)*(F\d+|[A-Z0-9+-]|Page Up|Page Down|Enter|Esc|Insert|Delete|Space)")


def keys_of(written: str) -> set[str]:
    return {SAME.get(key, key) for key in re.split(r", |  ", written)}


def told_keys(room: str) -> set[str]:
    return {key for one in (*ROOM_KEYS[room], *EVERYWHERE) for key in keys_of(one.keys)}


def tips_of(view: QWidget) -> set[str]:
    """What stands in brackets at the end of a tooltip, where it is keys."""
    found = (TIP.search(widget.toolTip()) for widget in view.findChildren(QWidget))
    keys = {key for tip in found if tip for key in keys_of(tip[1])}
    return {key for key in keys if A_KEY.fullmatch(key)}


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_key_of_a_rooms_tooltips_is_in_the_help(qtbot: QtBot, look: Look, room: Room) -> None:
    view = room.make_view(Nobody(), look)
    qtbot.addWidget(view)
    keys = tips_of(view)
    for state in room.samples().values():
        view.show_state(state)  # type: ignore[attr-defined]
        keys |= tips_of(view)
    assert keys <= told_keys(room.name), keys - told_keys(room.name)
    assert room.name == "checkin" or keys


def texts_of(dialog: HelpDialog, place: int) -> list[str]:
    page = dialog.pages.widget(place)
    assert page is not None
    return [one.text().strip("\u2066\u2069") for one in page.findChildren(QLabel)]


@pytest.mark.parametrize("language", ["vi", "en", "ar"])
def test_the_help_lists_all_rooms_and_opens_at_the_present_one(qtbot: QtBot, language: str) -> None:
    look = look_for(language, "light")
    dialog = HelpDialog(look, ROOMS, room="agenda")
    qtbot.addWidget(dialog)
    names = [dialog.sections.item(place).text() for place in range(dialog.sections.count())]
    assert names[1:] == [words_for(language)(room.title) for room in ROOMS]
    shown = texts_of(dialog, list(ROOMS).index(next(room for room in ROOMS if room.name == "agenda")) + 1)
    assert dialog.pages.currentIndex() == dialog.sections.currentRow() == names.index(words_for(language)("Agenda"))
    assert words_for(language)("Begin the next item") in shown
    for place, room in enumerate(ROOMS, 1):
        assert f"Ctrl+{place}" in texts_of(dialog, 0)
        assert ROOM_KEYS[room.name]
