"""Votes and results as spreadsheets; every export is in the journal."""

from __future__ import annotations

from pathlib import Path

from congress_desk.domain.journal import Kind, Look
from congress_desk.plumbing.vote_tables import ExportTable
from congress_desk.services.floor import Floor
from congress_desk.services.ports.sheets import Sheets


class VotingExportsService:
    def __init__(self, floor: Floor, sheets: Sheets) -> None:
        self._floor = floor
        self._sheets = sheets

    def save(self, table: ExportTable, path: Path, *, of: str) -> None:
        """As .xlsx; plumbing.vote_tables makes the tables. of: what of. Trouble: CANNOT_WRITE, DISK_FULL."""
        self._sheets.write(path, table.title, table.header, table.rows)
        self.note(path, of=of)

    def note(self, path: Path, *, of: str) -> None:
        """The same figures went into another file."""
        self._floor.note(Kind.LOOKED_AT, body={"what": Look.EXPORT.value, "of": of, "file": path.name})
