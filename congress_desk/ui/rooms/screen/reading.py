"""What the room reads off the screen's thread: the facts around the wall, and the picture of a face."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.cues import Cue
from congress_desk.domain.stage import ClipFace, Face, Result, WelcomeFace
from congress_desk.services.documents import DocumentsService
from congress_desk.services.ports.stage import Item
from congress_desk.services.stage import OnAir, StageService
from congress_desk.ui.stage.shown import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    documents: tuple[tuple[str, str], ...]
    results: tuple[Result, ...]
    items: tuple[Item, ...]
    item: str
    cues: tuple[Cue, ...]


def read_around(stage: StageService, documents: DocumentsService, item: str) -> Around:
    """item: the one whose cues were shown before; without one, that which is on now."""
    items = tuple(stage.items())
    known = {one.id for one in items}
    wanted = item if item in known else stage.item_now()
    return Around(
        documents=tuple((one.id, one.card.title) for one in documents.documents() if one.is_open),
        results=tuple(stage.results()),
        items=items,
        item=wanted,
        cues=stage.cues.cues(wanted),
    )


def picture_of(stage: StageService, face: Face) -> bytes | None:
    """JPEG; None where the face has none, or its file is gone."""
    if isinstance(face, WelcomeFace):
        return stage.photo(face.photo) if face.photo else None
    if isinstance(face, ClipFace) and face.still:
        try:
            return stage.cues.path_of(face.still).read_bytes()
        except OSError:
            return None
    return None


def shown_of(air: OnAir | None, face: Face, picture: bytes | None) -> Shown:
    if air is None:
        return Shown(face=face, picture=picture)
    settings = air.fold.settings
    return Shown(
        face=face,
        title=air.title,
        rehearsal=air.rehearsal,
        language=settings.language,
        least=float(settings.least_share),
        zone=air.zone,
        picture=picture,
    )
