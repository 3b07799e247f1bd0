"""What the panel's two tabs hold: the facts in groups, without the empty ones, and the history, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import Event
from congress_desk.plumbing.list_words import field_name
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.history import icon_of, told
from congress_desk.ui.widgets.forms import facts, selectable
from congress_desk.ui.widgets.parts import column, hairline, icon_label, label, row
from congress_desk.ui.widgets.people_words import FIELD_GROUPS, value_word


def facts_page(person: Delegate, look: Look) -> QWidget:
    say = look.say
    parts: list[QWidget | QLayout | int] = []
    for group in FIELD_GROUPS:
        pairs = [
            (field_name(say, name), value)
            for name in group.fields
            if (value := value_word(name, getattr(person.sheet, name), say))
        ]
        if pairs:
            parts += [label(say(group.title), "strong"), facts(pairs, names_width=140), 8]
    return _page(parts)


def history_page(events: Sequence[Event], about: DelegateId, look: Look, zone: ZoneInfo) -> QWidget:
    """events: newest first."""
    parts: list[QWidget | QLayout | int] = []
    for event in events:
        if parts:
            parts.append(hairline())
        parts.append(_entry(event, about, look, zone))
    return _page(parts)


def _entry(event: Event, about: DelegateId, look: Look, zone: ZoneInfo) -> QLayout:
    say, at = look.say, event.happened_at.astimezone(zone)
    who = f"{say.date(at)} {say.time(at)} · {event.desk} · {event.actor}"
    words = column(selectable(told(event, about, say)), label(who, "caption", wrap=True), space=2)
    picture = icon_label(look, icon_of(event), 18, "muted")
    layout = row(picture, words, space=12)
    layout.setStretch(1, 1)
    layout.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
    return layout


def _page(parts: list[QWidget | QLayout | int]) -> QWidget:
    page = QWidget()
    layout = column(*parts, 0, space=8)
    layout.setContentsMargins(0, 12, 8, 8)
    page.setLayout(layout)
    return page
