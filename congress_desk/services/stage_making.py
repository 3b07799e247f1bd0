"""The second screen's services in one value, built the same way for the desk, the portal and tests."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.services.charts import ChartsService
from congress_desk.services.cues import CuesService
from congress_desk.services.documents_library import Library
from congress_desk.services.floor import Floor
from congress_desk.services.ports.documents import DocumentFiles
from congress_desk.services.ports.stage import ClipEyes, StageSources, SymbolRows
from congress_desk.services.roster import Roster
from congress_desk.services.stage import StageService
from congress_desk.services.stage_faces import Faces


@dataclass(frozen=True, slots=True, kw_only=True)
class StageShelf:
    """What the second screen asks of the outside."""

    files: DocumentFiles
    eyes: ClipEyes
    symbol: SymbolRows


def make_stage(
    floor: Floor, roster: Roster, library: Library, shelf: StageShelf, sources: StageSources | None = None
) -> StageService:
    """sources: the programme's and the votes' facts; without them those faces are the congress's title."""
    faces = Faces(roster, library.settings, shelf.symbol, sources or StageSources(), ChartsService(floor, roster))
    return StageService(floor, faces, CuesService(floor, shelf.files, shelf.eyes))
