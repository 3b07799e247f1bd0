"""The archive of a hall with real paper: records rendered, signed, bound."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from congress_desk.devices.cards.on_pages import codes_in_pdf
from congress_desk.devices.documents.folder import LibraryFolder, folder_beside
from congress_desk.devices.printer.pages import PdfiumPages
from congress_desk.devices.sheets.office import OfficeSheets
from congress_desk.devices.signing.archive import PdfaArchiving
from congress_desk.devices.signing.binding import PdfBinder
from congress_desk.devices.signing.pades import PadesSigning
from congress_desk.reports.forms import PdfForms
from congress_desk.reports.stamp import PdfStamps
from congress_desk.reports.word import WordForms
from congress_desk.services.archive import Archive, make_archive, make_closing_rooms
from congress_desk.services.pack_press import PackTools
from congress_desk.services.pack_rooms import room_papers, room_tables
from congress_desk.services.pack_tables import PackTables
from congress_desk.services.ports.binding import Binder
from congress_desk.services.ports.sealing import KeyFile
from congress_desk.services.records import RecordsService
from congress_desk.services.records_attendance import AttendanceRecords
from congress_desk.services.records_library import library_makers
from congress_desk.services.roster import Roster
from congress_desk.services.sealing import SealingTools, SigningSettings
from tests import own_authority
from tests.builders import Hall


@dataclass(frozen=True)
class Papers:
    hall: Hall
    records: RecordsService
    archive: Archive


def papers_of(hall: Hall, *, binder: Binder | None = None, roots: tuple[Path, ...] = ()) -> Papers:
    """Every form that this part prints, on the hall's own congress."""
    roster, forms = Roster(), PdfForms()
    rooms = make_closing_rooms(hall.floor, roster, OfficeSheets())
    makers = {
        **AttendanceRecords(roster).makers(),
        **hall.programme.notes.makers(),
        **hall.voting.papers.makers(),
        **library_makers(roster),
        **rooms.makers(),
    }
    records = RecordsService(hall.floor, forms, makers)
    files = LibraryFolder(folder_beside(hall.path))
    sealing = SealingTools(
        signing=PadesSigning(),
        archiving=PdfaArchiving(),
        stamps=PdfStamps(),
        pages=PdfiumPages(),
        codes=codes_in_pdf,
        files=files,
        settings=lambda: SigningSettings(roots=roots),
    )
    tables = PackTables(hall.floor, roster, OfficeSheets(), partial(room_tables, hall.voting))
    packing = PackTools(
        forms=forms,
        pages=PdfiumPages(),
        binder=binder or PdfBinder(),
        archiving=PdfaArchiving(),
        tables=tables,
        files=files,
        room_papers=partial(room_papers, hall.voting),
    )
    return Papers(hall, records, make_archive(hall.floor, records, rooms, sealing, packing, WordForms()))


def key_of(folder: Path, name: str = own_authority.SECRETARY, *, expired: bool = False) -> KeyFile:
    path = own_authority.key_file(folder, name, expired=expired)
    return KeyFile(path=path, passphrase=own_authority.PASSPHRASE)
