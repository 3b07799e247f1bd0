"""All delegates in memory, read again only when an act has changed one (here or at another desk)."""

from __future__ import annotations

from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import Kind
from congress_desk.domain.names import SortKey, name_sort_key, text_sort_key
from congress_desk.services.ports.store import Work

CHANGE_DELEGATES = (
    Kind.DELEGATES_IMPORTED,
    Kind.DELEGATE_ADDED,
    Kind.DELEGATE_EDITED,
    Kind.STANDING_CHANGED,
    Kind.OFFICIAL_REPLACED,
    Kind.PHOTOS_ADDED,
    Kind.SEATS_DRAWN,
    Kind.SEATS_GIVEN,
    Kind.CODE_ISSUED,
    Kind.CODE_REVOKED,
    Kind.CONSENTED,
    Kind.CONSENT_REFUSED,
    Kind.CONSENT_WITHDRAWN,
    Kind.FACES_ENROLLED,
    Kind.FACES_ERASED,
    Kind.FACE_MODEL_CHOSEN,
)


class Roster:
    def __init__(self) -> None:
        self._stamp = -1
        self._delegates: tuple[Delegate, ...] = ()

    def read(self, work: Work) -> tuple[Delegate, ...]:
        """Everybody in order of delegation, then given name."""
        stamp = work.journal.count(CHANGE_DELEGATES)
        if stamp != self._stamp:
            self._delegates = tuple(sorted(work.delegates.all(), key=_place))
            self._stamp = stamp
        return self._delegates

    def by_id(self, work: Work) -> dict[DelegateId, Delegate]:
        return {delegate.id: delegate for delegate in self.read(work)}


def _place(delegate: Delegate) -> tuple[SortKey, SortKey, str, str]:
    sheet = delegate.sheet
    return (text_sort_key(sheet.delegation), name_sort_key(sheet.full_name), str(sheet.birth_date), delegate.id)
