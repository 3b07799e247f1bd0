"""The icon beside each line of a delegate's history."""

from __future__ import annotations

from congress_desk.domain.journal import Event, Kind

ICONS = {
    Kind.DELEGATES_IMPORTED: "import",
    Kind.DELEGATE_ADDED: "add",
    Kind.DELEGATE_EDITED: "edit",
    Kind.STANDING_CHANGED: "shield",
    Kind.OFFICIAL_REPLACED: "people",
    Kind.PHOTOS_ADDED: "camera",
    Kind.CODE_ISSUED: "card",
    Kind.CODE_REVOKED: "card",
    Kind.ARRIVED: "enter",
    Kind.LEFT: "exit",
    Kind.EXCUSED: "excused",
    Kind.ABSENCE_REQUESTED: "excused",
    Kind.ABSENCE_OPINION: "excused",
    Kind.ABSENCE_REFUSED: "no",
    Kind.CHECK_IN_REFUSED: "no",
    Kind.VOIDED: "undo",
}
_FACES = (
    Kind.CONSENTED,
    Kind.CONSENT_REFUSED,
    Kind.CONSENT_WITHDRAWN,
    Kind.FACES_ENROLLED,
    Kind.FACE_STRENGTHENED,
    Kind.FACES_ERASED,
    Kind.ERASURE_CHECKED,
)


def icon_of(event: Event) -> str:
    return ICONS.get(event.kind, "face" if event.kind in _FACES else "history")
