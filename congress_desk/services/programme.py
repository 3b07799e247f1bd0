"""The programme's services in one value, built the same way for the desk, the portal and tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.minutes import MinutesRecord, MinutesVote
from congress_desk.services.agenda import AgendaService
from congress_desk.services.agenda_import import AgendaImportService
from congress_desk.services.documents_library import Shelf
from congress_desk.services.floor import Floor
from congress_desk.services.minutes import MinutesService
from congress_desk.services.ports.sheets import TableReader
from congress_desk.services.roster import Roster
from congress_desk.services.speeches import SpeechesService
from congress_desk.services.speeches_reading import SpeechesReading
from congress_desk.services.steady_clock import SteadyClock, Ticks, clock_ticks
from congress_desk.services.turns import TurnsService


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    agenda: AgendaService
    importing: AgendaImportService
    speeches: SpeechesService
    turns: TurnsService  # the microphone: timer, raised hands
    notes: MinutesService

    def minutes(self, votes: Sequence[MinutesVote] = ()) -> MinutesRecord:
        """The minutes as they stand now."""
        return self.notes.record(votes)


def make_programme(
    floor: Floor,
    roster: Roster,
    shelf: Shelf,
    tables: TableReader,
    ticks: Ticks | None = None,
) -> Programme:
    """ticks: the computer's steady clock; without one the clock of the floor is taken as steady."""
    reading = SpeechesReading(roster)
    return Programme(
        agenda=AgendaService(floor),
        importing=AgendaImportService(floor, tables),
        speeches=SpeechesService(floor, reading, shelf.files, shelf.inspector),
        turns=TurnsService(floor, reading, SteadyClock(floor.clock, ticks or clock_ticks(floor.clock))),
        notes=MinutesService(floor, reading),
    )
