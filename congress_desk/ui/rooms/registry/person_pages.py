"""What the panel's two tabs hold: the facts in groups, without the empty ones, and the history, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import Event
from congress_desk.plumbing.history_words import history_sentence
from congress_desk.plumbing.list_words import field_name
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.history import icon_of
from congress_desk.ui.widgets.forms import selectable
from congress_desk.ui.widgets.parts import column, hairline, icon_label, label, leading, row
from congress_desk.ui.widgets.people_words import FIELD_GROUPS, isolated, value_word


def facts_page(person: Delegate, look: Look) -> QWidget:
    """One text for all: forty labels take the window 50 ms, and one text can be selected and copied whole."""
    page = label("", wrap=True)
    page.setTextFormat(Qt.TextFormat.RichText)
    page.setText(facts_text(person, look))
    page.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    page.setAlignment(leading() & ~Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTop)
    page.setContentsMargins(0, 12, 8, 8)
    return page


def facts_text(person: Delegate, look: Look) -> str:
    """A table in rich text, mirrored by hand where the window is: Qt turns no table round."""
    say, muted = look.say, look.tokens.colours["muted"]
    side = "right" if look.right_to_left else "left"
    lines = []
    for group in FIELD_GROUPS:
        pairs = [
            (field_name(say, name), isolated(value, say))
            for name in group.fields
            if (value := value_word(name, getattr(person.sheet, name), say))
        ]
        if pairs:
            lines.append(f'<tr><td colspan="2" align="{side}"><b>{escape(say(group.title))}</b></td></tr>')
            lines += [_fact_line(name, value, muted, side) for name, value in pairs]
            lines.append('<tr><td colspan="2">&nbsp;</td></tr>')
    return f'<table width="100%" cellspacing="0" cellpadding="2">{"".join(lines)}</table>'


def _fact_line(name: str, value: str, muted: str, side: str) -> str:
    named = f'<td width="40%" align="{side}" style="color: {muted}">{escape(name)}</td>'
    told = f'<td width="60%" align="{side}">{escape(value)}</td>'
    return f"<tr>{told}{named}</tr>" if side == "right" else f"<tr>{named}{told}</tr>"


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
    words = column(selectable(history_sentence(event, about, say)), label(who, "caption", wrap=True), space=2)
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
