"""The table of documents. Letters typed on it go to the page's own search field, which is always there."""

from __future__ import annotations

from PySide6.QtCore import Signal

from congress_desk.plumbing.document_words import SECRECIES, STATUSES, TYPES
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents.stands import Line
from congress_desk.ui.rooms.documents.words import SECRECY_ICONS, STATUS_LOOKS
from congress_desk.ui.widgets.people_words import isolated
from congress_desk.ui.widgets.table import Column, Table

TYPE, VERSION = 2, 4  # what the panel says too


class LibraryTable(Table[Line]):
    typed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _columns(look), name=look.say("Documents"), identify=lambda line: line.document.id)

    def make_room(self, narrow: bool) -> None:
        """Beside the panel the titles need the room."""
        for place in (TYPE, VERSION):
            self.grid.setColumnHidden(place, narrow)

    def open_filter(self, text: str = "") -> None:
        self.typed.emit(text)


def _columns(look: Look) -> list[Column[Line]]:
    say = look.say
    return [
        Column(title=say("Document no."), text=lambda x: isolated(x.document.card.number, say), width=112),
        Column(title=say("Document title"), text=lambda x: x.document.card.title, stretches=True),
        Column(title=say("Document type"), text=lambda x: say(TYPES[x.document.card.type]), width=130),
        Column(
            title=say("Class"),
            text=lambda x: say(SECRECIES[x.document.card.secrecy]),
            icon=lambda x: SECRECY_ICONS[x.document.card.secrecy],
            width=166,
        ),
        Column(
            title=say("Version"),
            text=lambda x: str(x.document.current.number),
            key=lambda x: x.document.current.number,
            number=True,
            width=84,
        ),
        Column(
            title=say("State"),
            text=lambda x: say(STATUSES[x.document.status]),
            icon=lambda x: (STATUS_LOOKS[x.document.status][1], STATUS_LOOKS[x.document.status][0].value),
            key=lambda x: list(STATUSES).index(x.document.status),
            width=158,
        ),
        Column(title=say("Opened"), text=lambda x: str(x.devices), key=lambda x: x.devices, number=True, width=84),
    ]
