"""Makes the papers of the library for the records room, print, seal and pack: register, receipts, opinions, reading.

The subject of what is asked is a document, "" for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.documents import DocumentId
from congress_desk.domain.records import Asked, Form
from congress_desk.services.documents import register_of
from congress_desk.services.documents_copies import copies_of
from congress_desk.services.opinions import synthesis_of
from congress_desk.services.portal_reading import reading_of
from congress_desk.services.records import RecordMaker
from congress_desk.services.roster import Roster


def library_makers(roster: Roster) -> Mapping[Form, RecordMaker]:
    return {
        Form.DOCUMENTS: lambda work, heading, _asked: register_of(work, heading),
        Form.COPIES: lambda work, heading, asked: copies_of(work, heading, _document(asked)),
        Form.OPINIONS: lambda work, heading, asked: synthesis_of(work, heading, _document(asked)),
        Form.READING: lambda work, heading, asked: reading_of(work, heading, roster.read(work), _document(asked)),
    }


def _document(asked: Asked) -> DocumentId | None:
    return DocumentId(asked.subject) if asked.subject else None
