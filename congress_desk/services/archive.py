"""What is kept of a congress, in one value: closing papers, charts, seals, the record pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.domain.records import Form
from congress_desk.services.charts import ChartsService
from congress_desk.services.closing import ClosingService
from congress_desk.services.floor import Floor
from congress_desk.services.pack import PackService
from congress_desk.services.pack_press import PackPress, PackTools
from congress_desk.services.ports.packing import Press
from congress_desk.services.ports.printer import Forms
from congress_desk.services.ports.sheets import Sheets
from congress_desk.services.records import RecordMaker, RecordsService
from congress_desk.services.roster import Roster
from congress_desk.services.sealing import SealingService, SealingTools
from congress_desk.services.words import WordService


@dataclass(frozen=True, slots=True)
class ClosingRooms:
    """What makes records of its own and is there before the records service is."""

    closing: ClosingService
    charts: ChartsService

    def makers(self) -> Mapping[Form, RecordMaker]:
        return {**self.closing.makers(), **self.charts.makers()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    closing: ClosingService
    charts: ChartsService
    seals: SealingService
    press: PackPress  # the pack's maker in this process
    pack: PackService
    words: WordService


def make_closing_rooms(floor: Floor, roster: Roster, sheets: Sheets) -> ClosingRooms:
    return ClosingRooms(ClosingService(floor, roster, sheets), ChartsService(floor, roster))


def make_archive(
    floor: Floor,
    records: RecordsService,
    rooms: ClosingRooms,
    sealing: SealingTools,
    packing: PackTools,
    words: Forms,
    *,
    apart: Press | None = None,
) -> Archive:
    """apart: who makes the pack instead of this process."""
    press = PackPress(floor, records, packing)
    return Archive(
        closing=rooms.closing,
        charts=rooms.charts,
        seals=SealingService(floor, records, sealing),
        press=press,
        pack=PackService(floor, apart or press),
        words=WordService(records, words),
    )
