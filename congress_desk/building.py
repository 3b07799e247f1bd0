"""Builds a desk: the store of a congress file, the drivers, and every room's services on them.

Drivers are imported where they are first needed, so that a window is there before dlib or reportlab is.
"""

from __future__ import annotations

import datetime as dt
import getpass
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from congress_desk.building_archive import make_papers
from congress_desk.domain.journal import Kind, new_id
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.plumbing.settings import open_settings, settings_folder
from congress_desk.services.absences import AbsencesService
from congress_desk.services.announcer import Announcer
from congress_desk.services.archive import Archive
from congress_desk.services.checkin import CheckInService
from congress_desk.services.congress import CongressService
from congress_desk.services.credentials import CredentialsService
from congress_desk.services.desk import Desk
from congress_desk.services.documents_library import Library, make_library
from congress_desk.services.face_models import FaceModelsService
from congress_desk.services.faces import FacesService
from congress_desk.services.floor import Floor
from congress_desk.services.gallery import Gallery
from congress_desk.services.listing import ListingService
from congress_desk.services.ports.clock import WallClock
from congress_desk.services.ports.packing import PackMade, Progress
from congress_desk.services.ports.store import HOME_ZONE, Congress
from congress_desk.services.programme import Programme, make_programme
from congress_desk.services.records_hall import hall_makers
from congress_desk.services.registry import RegistryService
from congress_desk.services.rehearsal import fill_rehearsal
from congress_desk.services.rights_records import RightsRecords
from congress_desk.services.roster import Roster
from congress_desk.services.seating import SeatingService
from congress_desk.services.sessions import SessionsService
from congress_desk.services.stage_making import make_stage
from congress_desk.services.stage_sources import programme_sources
from congress_desk.services.steady_clock import system_ticks
from congress_desk.services.voting import Voting, make_voting

if TYPE_CHECKING:
    from congress_desk.devices.faces.shelf import FolderShelf
    from congress_desk.services.stage import StageService
    from congress_desk.storage.store import CongressStore, Writer

LAST_REHEARSAL_HOUR = 16


def open_desk(path: Path, *, name: str | None = None) -> Desk:
    """An existing congress. Trouble: see storage.store.open_store."""
    from congress_desk.storage.store import open_store

    desk_name = name or open_settings().current.desk_name
    return _build(open_store(path, _writer(desk_name)), path, desk_name)


def create_desk(
    path: Path,
    *,
    title: str,
    convening_body: str,
    opens: dt.date,
    place: str = "",
    rehearsal: bool = False,
    name: str | None = None,
) -> Desk:
    """A new congress file. Trouble: FILE_EXISTS, CANNOT_WRITE, DISK_FULL. Refusal: BAD_VALUE."""
    from congress_desk.storage.store import create_store

    for field, value in (("title", title), ("convening_body", convening_body)):
        if not value.strip():
            raise Refusal(Reason.BAD_VALUE, field=field)
    desk_name = name or open_settings().current.desk_name
    congress = Congress(
        id=new_id(dt.datetime.now(dt.UTC)),
        title=title.strip(),
        convening_body=convening_body.strip(),
        opens=opens,
        place=place.strip(),
        rehearsal=rehearsal,
    )
    store = create_store(path, congress, _writer(desk_name))
    floor = Floor(store, WallClock(), Announcer())
    with floor.act() as act:
        act.write(Kind.CONGRESS_CREATED, body={"title": congress.title, "rehearsal": rehearsal})
    return _build(store, path, desk_name)


def create_rehearsal(path: Path) -> Desk:
    """A congress of invented people, marked REHEARSAL on screen and paper; there only once it is whole."""
    from congress_desk.devices.pictures.drawn_crowd import drawn_portraits

    if path.exists():
        raise Trouble(Problem.FILE_EXISTS, path=str(path))
    day = rehearsal_day(WallClock().now())
    making = path.with_name(path.name + ".making")
    making.unlink(missing_ok=True)
    desk = create_desk(
        making,
        title="Đại hội đại biểu Đảng bộ tỉnh Thái Sơn lần thứ I, nhiệm kỳ 2025 - 2030",
        convening_body="Tỉnh ủy Thái Sơn",
        opens=day,
        place="Thái Sơn",
        rehearsal=True,
    )
    try:
        fill_rehearsal(desk, day, drawn_portraits)
        desk.close()
        os.replace(making, path)
    finally:
        desk.close()
        making.unlink(missing_ok=True)
    return open_desk(path)


def rehearsal_day(now: dt.datetime) -> dt.date:
    """Today, or tomorrow from four in the afternoon on, so that an evening's practice does not begin late."""
    local = now.astimezone(ZoneInfo(HOME_ZONE))
    return local.date() + dt.timedelta(days=local.hour >= LAST_REHEARSAL_HOUR)


def rehearsal_path() -> Path:
    """The rehearsal of that day, of this computer's user."""
    folder = settings_folder() / "rehearsal"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"rehearsal-{rehearsal_day(WallClock().now()).isoformat()}.congress"


def open_rehearsal() -> Desk:
    """The day's rehearsal: gone on with if it was begun, else made."""
    path = rehearsal_path()
    return open_desk(path) if path.exists() else create_rehearsal(path)


def _build(store: CongressStore, path: Path, desk_name: str) -> Desk:
    from congress_desk.devices.documents.folder import folder_beside
    from congress_desk.devices.pictures.pillow import PillowPictures
    from congress_desk.devices.printer.pack_apart import PackApart
    from congress_desk.devices.printer.pages import PdfiumPages
    from congress_desk.devices.printer.system import SystemPrinter
    from congress_desk.devices.sheets.office import OfficeSheets
    from congress_desk.storage.vault import FileVault

    with store.reading() as work:
        congress = work.congress.get()
    announcer, roster, pictures = Announcer(), Roster(), PillowPictures()
    floor = Floor(store, WallClock(), announcer)
    vault = FileVault(settings_folder() / "keys", congress.id)
    face_models = FaceModelsService(floor, model_shelf())
    gallery = Gallery(vault, face_models.in_use)
    rights = RightsRecords(roster, gallery, path.name, face_models.card)
    library, voting, programme, stage = _rooms(floor, roster, path)
    made = {**hall_makers(floor, roster), **rights.makers(), **voting.papers.makers(), **programme.notes.makers()}
    apart = PackApart(path, press_pack)
    records, archive = make_papers(floor, roster, path, made, voting=voting, apart=apart)
    return Desk(
        congress=CongressService(
            floor,
            path,
            beside=lambda to: _back_up_beside(library, stage, programme, voting, archive, folder_beside(to)),
        ),
        registry=RegistryService(floor, roster, pictures),
        listing=ListingService(floor, roster, OfficeSheets(), pictures),
        sessions=SessionsService(floor),
        check_in=CheckInService(floor, roster),
        absences=AbsencesService(floor),
        faces=FacesService(floor, roster, gallery, vault),
        face_models=face_models,
        records=records,
        library=library,
        seating=SeatingService(floor, roster, OfficeSheets()),
        credentials=CredentialsService(floor, roster),
        programme=programme,
        stage=stage,
        voting=voting,
        archive=archive,
        announcer=announcer,
        pages=PdfiumPages(),
        printer=SystemPrinter(),
        make_face_engine=face_models.engine,
        codes_in_picture=_codes_in_picture,
        name=desk_name,
        close=lambda: _closed(library, store),
    )


def _rooms(floor: Floor, roster: Roster, path: Path) -> tuple[Library, Voting, Programme, StageService]:
    """The rooms that stand on each other: a stage shows what programme and votes say."""
    from congress_desk.devices.ballots.box import ballot_box
    from congress_desk.devices.clips.shelf import stage_shelf
    from congress_desk.devices.documents.shelf import library_shelf
    from congress_desk.devices.sheets.word import OfficeTables
    from congress_desk.reports.ballots import PdfBallots
    from congress_desk.reports.library_papers import PdfLibraryPapers
    from congress_desk.reports.symbol_rows import symbol_rows

    shelf = library_shelf(path, PdfLibraryPapers())
    library = make_library(floor, roster, shelf)
    voting = make_voting(floor, roster, ballot_box(PdfBallots(), shelf.files, path))
    programme = make_programme(floor, roster, shelf, OfficeTables(), system_ticks())
    stage = make_stage(
        floor, roster, library, stage_shelf(path, symbol_rows), programme_sources(programme, voting.papers.results)
    )
    return library, voting, programme, stage


def _back_up_beside(
    library: Library,
    stage: StageService,
    programme: Programme,
    voting: Voting,
    archive: Archive,
    folder: Path,
) -> None:
    library.documents.back_up(folder)
    programme.speeches.back_up(folder)
    stage.cues.back_up(folder)
    voting.sheets.back_up(folder)
    archive.seals.back_up(folder)


def _closed(library: Library, store: CongressStore) -> None:
    """The portal goes first: it serves from the same file."""
    library.process.stop()
    store.close()


def _writer(desk_name: str) -> Writer:
    from congress_desk.storage.store import Writer

    return Writer(desk=desk_name, actor=getpass.getuser(), now=WallClock().now)


def model_shelf() -> FolderShelf:
    from congress_desk.devices.faces.shelf import FolderShelf

    return FolderShelf(settings_folder() / "models")


def press_pack(path: Path, folder: Path, language: str, progress: Progress) -> PackMade:
    """The record pack of a congress file, as another process makes it: see services.ports.packing.Press."""
    desk = open_desk(path)
    try:
        return desk.archive.press.press(folder, language, progress)
    finally:
        desk.close()


def _codes_in_picture(raw: bytes) -> Sequence[str]:
    import numpy as np

    from congress_desk.devices.cards.zxing import ZxingCodeReader
    from congress_desk.devices.pictures.opening import opened

    return ZxingCodeReader().codes(np.asarray(opened(raw)))
