"""All drivers of the second screen for one congress file."""

from __future__ import annotations

from pathlib import Path

from congress_desk.devices.clips.eyes import ClipFileEyes
from congress_desk.devices.documents.folder import LibraryFolder, folder_beside
from congress_desk.services.ports.stage import SymbolRows
from congress_desk.services.stage_making import StageShelf


def stage_shelf(congress: Path, symbol: SymbolRows) -> StageShelf:
    return StageShelf(files=LibraryFolder(folder_beside(congress)), eyes=ClipFileEyes(), symbol=symbol)
