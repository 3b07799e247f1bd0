"""The desk: every room's services, built once by bootstrap and handed to a face (window, command line)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from congress_desk.services.absences import AbsencesService
from congress_desk.services.announcer import Announcer
from congress_desk.services.archive import Archive
from congress_desk.services.checkin import CheckInService
from congress_desk.services.congress import CongressService
from congress_desk.services.credentials import CredentialsService
from congress_desk.services.documents_library import Library
from congress_desk.services.face_models import FaceModelsService
from congress_desk.services.faces import FacesService
from congress_desk.services.listing import ListingService
from congress_desk.services.ports.faces import FaceEngineMaker
from congress_desk.services.ports.printer import Pages, Printer
from congress_desk.services.programme import Programme
from congress_desk.services.records import RecordsService
from congress_desk.services.registry import RegistryService
from congress_desk.services.seating import SeatingService
from congress_desk.services.sessions import SessionsService
from congress_desk.services.stage import StageService
from congress_desk.services.voting import Voting


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    congress: CongressService
    registry: RegistryService
    listing: ListingService
    sessions: SessionsService
    check_in: CheckInService
    absences: AbsencesService
    faces: FacesService
    face_models: FaceModelsService
    records: RecordsService
    library: Library
    seating: SeatingService
    credentials: CredentialsService
    programme: Programme
    stage: StageService
    voting: Voting
    archive: Archive
    announcer: Announcer
    pages: Pages
    printer: Printer
    make_face_engine: FaceEngineMaker
    codes_in_picture: Callable[[bytes], Sequence[str]]  # Trouble: NOT_A_PICTURE
    name: str  # of this desk in the journal
    close: Callable[[], None]
