"""The links that are out: what each opens, whose it is, on how many devices it was used; revoked at once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from congress_desk.services.links import LinkUse
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents.state import UTC, DocumentsState
from congress_desk.ui.rooms.documents.words import SCOPES, link_standing, short_moment
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.parts import button, column, label, on_click, row
from congress_desk.ui.widgets.search_field import SearchField
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.documents.presenter import DocumentsPresenter


class LinksPage(QWidget):
    def __init__(self, presenter: DocumentsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._zone = UTC
        self._drawn: tuple[LinkUse, ...] | None = None
        self._build()
        self._connect()

    def show_state(self, state: DocumentsState) -> None:
        self._zone = state.zone
        if state.links is not None and state.links != self._drawn:
            self._drawn = state.links
            self.table.show_rows(state.links)
        watched = sum(use.watched and use.link.revoked_at is None for use in state.links or ())
        say = self._look.say
        self._watched.setText(say("Used on many devices: {count}. Look who passes on a link.", count=watched))
        self._watched.setVisible(watched > 0)
        self._draw_button()

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._search = SearchField(look, say("Search: name, document"))
        self._watched = label("", "strong")
        self._revoke = button(say("Revoke"), look=look, icon="no", key="Del")
        empty = EmptyState(
            look,
            icon="qr",
            sentence=say("No link is out yet. A link is made with every sheet that is handed out."),
        )
        self.table = Table(look, self._columns(), name=say("Links"), identify=lambda use: use.link.id, empty=empty)
        head = row(self._search, self._watched, self._revoke, space=12)
        head.setStretch(0, 1)
        layout = column(head, self.table, space=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFocusProxy(self._search)

    def _columns(self) -> list[Column[LinkUse]]:
        say = self._look.say
        return [
            Column(
                title=say("State"),
                text=lambda use: say(link_standing(use, _now())[1]),
                icon=lambda use: _icon_of(use),
                width=170,
            ),
            Column(title=say("Opens"), text=lambda use: say(SCOPES[use.link.scope]), width=220),
            Column(title=say("Document"), text=_title_of, stretches=True),
            Column(title=say("Delegate"), text=_name_of, width=180),
            Column(
                title=say("Devices"),
                text=lambda use: str(use.devices),
                key=lambda use: use.devices,
                number=True,
                width=92,
            ),
            Column(
                title=say("Made"),
                text=lambda use: short_moment(use.link.issued_at, say, self._zone),
                key=lambda use: use.link.issued_at,
                width=112,
            ),
        ]

    def _connect(self) -> None:
        self._search.searched.connect(self.table.filter)
        self.table.grid.selectionModel().selectionChanged.connect(self._draw_button)
        on_click(self._revoke, self._on_revoke)
        self._revoke.setShortcut("Del")

    def _draw_button(self) -> None:
        self._revoke.setEnabled(any(use.link.revoked_at is None for use in self.table.selected()))

    def _on_revoke(self) -> None:
        valid = [use.link.id for use in self.table.selected() if use.link.revoked_at is None]
        self._presenter.sheets.revoke(valid)


def _title_of(use: LinkUse) -> str:
    return use.document.card.title if use.document else ""


def _name_of(use: LinkUse) -> str:
    return use.delegate.sheet.full_name if use.delegate else ""


def _icon_of(use: LinkUse) -> tuple[str, str]:
    tone, _word = link_standing(use, _now())
    return ("no" if use.link.revoked_at else tone.icon, tone.value)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
