"""Builds what a desk keeps of a congress: printed records, seals and signatures, the record pack.

Drivers are imported where they are first needed, so that a window is there before reportlab is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from congress_desk.domain.records import Form
from congress_desk.plumbing.settings import open_settings
from congress_desk.services.archive import Archive, make_archive, make_closing_rooms
from congress_desk.services.floor import Floor
from congress_desk.services.pack_press import PackTools
from congress_desk.services.pack_rooms import room_papers, room_tables
from congress_desk.services.pack_tables import PackTables
from congress_desk.services.ports.documents import DocumentFiles
from congress_desk.services.ports.packing import Press
from congress_desk.services.ports.printer import Forms
from congress_desk.services.records import RecordMaker, RecordsService
from congress_desk.services.roster import Roster
from congress_desk.services.sealing import SealingTools, SigningSettings
from congress_desk.services.voting import Voting


def make_papers(
    floor: Floor,
    roster: Roster,
    path: Path,
    makers: Mapping[Form, RecordMaker],
    *,
    voting: Voting,
    apart: Press,
) -> tuple[RecordsService, Archive]:
    """path: of the congress file. makers: of the other rooms. apart: makes the pack."""
    from congress_desk.devices.documents.folder import LibraryFolder, folder_beside
    from congress_desk.devices.sheets.office import OfficeSheets
    from congress_desk.reports.forms import PdfForms
    from congress_desk.reports.word import WordForms

    rooms, forms = make_closing_rooms(floor, roster, OfficeSheets()), PdfForms()
    records = RecordsService(floor, forms, {**makers, **rooms.makers()})
    files = LibraryFolder(folder_beside(path))
    packing = packing_tools(floor, roster, forms, voting=voting, files=files)
    return records, make_archive(floor, records, rooms, sealing_tools(files), packing, WordForms(), apart=apart)


def packing_tools(
    floor: Floor,
    roster: Roster,
    forms: Forms,
    *,
    voting: Voting,
    files: DocumentFiles,
) -> PackTools:
    from congress_desk.devices.printer.pages import PdfiumPages
    from congress_desk.devices.sheets.office import OfficeSheets
    from congress_desk.devices.signing.archive import PdfaArchiving
    from congress_desk.devices.signing.binding import PdfBinder

    return PackTools(
        forms=forms,
        pages=PdfiumPages(),
        binder=PdfBinder(),
        archiving=PdfaArchiving(),
        tables=PackTables(floor, roster, OfficeSheets(), partial(room_tables, voting)),
        files=files,
        room_papers=partial(room_papers, voting),
    )


def sealing_tools(files: DocumentFiles) -> SealingTools:
    from congress_desk.devices.cards.on_pages import codes_in_pdf
    from congress_desk.devices.printer.pages import PdfiumPages
    from congress_desk.devices.signing.archive import PdfaArchiving
    from congress_desk.devices.signing.pades import PadesSigning
    from congress_desk.reports.stamp import PdfStamps

    return SealingTools(
        signing=PadesSigning(),
        archiving=PdfaArchiving(),
        stamps=PdfStamps(),
        pages=PdfiumPages(),
        codes=codes_in_pdf,
        files=files,
        settings=_signing_settings,
    )


def _signing_settings() -> SigningSettings:
    current = open_settings().current
    return SigningSettings(
        roots=tuple(map(Path, current.signing_roots)),
        time_stamp_address=current.signing_time_stamp,
        check_revocation=current.signing_revocation,
    )
