"""What tests begin with: a delegate, a session, an event, and a whole congress on a real file.

hall = a_hall(tmp_path, people=3)          # the services on a real store, with a clock that we set
hall.check_in.by_code(hall.badge(0), hall.session)
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from congress_desk.building_archive import packing_tools, sealing_tools
from congress_desk.devices.ballots.box import ballot_box
from congress_desk.devices.clips.shelf import stage_shelf
from congress_desk.devices.documents.shelf import library_shelf
from congress_desk.devices.faces.shelf import FolderShelf
from congress_desk.devices.pictures.pillow import PillowPictures
from congress_desk.devices.sheets.office import OfficeSheets
from congress_desk.devices.sheets.word import OfficeTables
from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Category, Delegate, DelegateId, Sheet
from congress_desk.domain.journal import Event, EventId, Kind, SessionId, new_id
from congress_desk.reports.ballots import PdfBallots
from congress_desk.reports.library_papers import PdfLibraryPapers
from congress_desk.reports.symbol_rows import symbol_rows
from congress_desk.reports.word import WordForms
from congress_desk.services.absences import AbsencesService
from congress_desk.services.announcer import Announcer
from congress_desk.services.archive import make_archive, make_closing_rooms
from congress_desk.services.checkin import CheckInService
from congress_desk.services.congress import CongressService
from congress_desk.services.credentials import CredentialsService
from congress_desk.services.documents_library import make_library
from congress_desk.services.face_models import FaceModelsService
from congress_desk.services.faces import FacesService
from congress_desk.services.floor import Floor
from congress_desk.services.gallery import Gallery
from congress_desk.services.listing import ListingService
from congress_desk.services.ports.printer import FormRecord, Forms
from congress_desk.services.ports.store import Congress
from congress_desk.services.programme import make_programme
from congress_desk.services.records import RecordsService
from congress_desk.services.records_hall import hall_makers
from congress_desk.services.registry import RegistryService
from congress_desk.services.rights_records import RightsRecords
from congress_desk.services.roster import Roster
from congress_desk.services.seating import SeatingService
from congress_desk.services.sessions import SessionsService
from congress_desk.services.stage_making import make_stage
from congress_desk.services.stage_sources import programme_sources
from congress_desk.services.voting import make_voting
from congress_desk.storage.store import CongressStore, Writer, create_store, open_store
from congress_desk.storage.vault import FileVault

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
OPENING = dt.datetime(2025, 9, 22, 7, 0, tzinfo=ZONE)
GIVEN = ("An", "Ánh", "Bình", "Chi", "Dũng", "Đạt", "Giang", "Hà", "Lan", "Minh", "Nga", "Phúc", "Sơn", "Tú", "Vân")

_numbers = itertools.count(1)


def a_sheet(n: int = 1, **more: Any) -> Sheet:
    """Person number n: delegations of ten, card numbers 001, 002, ..."""
    given = GIVEN[n % len(GIVEN)]
    facts = {
        "full_name": f"Nguyễn Văn {given}",
        "delegation": f"Đoàn {n // 10 + 1:02}",
        "unit": "Văn phòng Tỉnh ủy",
        "card_number": f"{n:03}",
    }
    return Sheet(**(facts | more))


def a_delegate(name: str = "d1", n: int = 1, **more: Any) -> Delegate:
    """`more` may hold fields of the delegate and of his sheet."""
    on_sheet = {key: more.pop(key) for key in list(more) if key in Sheet.__slots__}
    return Delegate(id=DelegateId(name), sheet=a_sheet(n, **on_sheet), **more)


def a_session(name: str = "s1", *, starts: dt.datetime = OPENING, hours: float = 4, **more: Any) -> Session:
    ends = starts + dt.timedelta(hours=hours)
    return Session(id=SessionId(name), name=name, starts=starts, ends=ends, **more)


def an_event(
    kind: Kind = Kind.ARRIVED,
    delegate: str | None = "d1",
    *,
    minutes: float = 0,
    session: str | None = "s1",
    **more: Any,
) -> Event:
    """Something that happened `minutes` after the opening; its sequence grows with every call."""
    moment = OPENING + dt.timedelta(minutes=minutes)
    n = next(_numbers)
    facts: dict[str, Any] = {
        "id": EventId(f"e{n}"),
        "desk": "A",
        "sequence": n,
        "happened_at": moment,
        "recorded_at": moment,
        "actor": "lan",
        "kind": kind,
        "session": None if session is None else SessionId(session),
        "delegate": None if delegate is None else DelegateId(delegate),
    }
    return Event(**(facts | more))


class SetClock:
    """A clock that stands still until it is moved."""

    def __init__(self, moment: dt.datetime = OPENING) -> None:
        self.moment = moment

    def now(self) -> dt.datetime:
        return self.moment

    def pass_time(self, **span: float) -> dt.datetime:
        self.moment += dt.timedelta(**span)
        return self.moment


class PlainForms:
    """Paper for tests of the services: the record as text."""

    def render(self, record: FormRecord, language: str) -> bytes:
        return f"{language}: {record!r}".encode()


def a_congress(**more: Any) -> Congress:
    facts: dict[str, Any] = {
        "id": new_id(OPENING),
        "title": "Đại hội đại biểu Đảng bộ tỉnh Thái Sơn",
        "convening_body": "Tỉnh ủy Thái Sơn",
        "opens": OPENING.date(),
        "place": "Thái Sơn",
    }
    return Congress(**(facts | more))


@dataclass(kw_only=True)
class Hall:
    """One desk's services on a real store."""

    store: CongressStore
    path: Path
    keys: Path
    clock: SetClock = field(default_factory=SetClock)
    forms: Forms = field(default_factory=PlainForms)

    def __post_init__(self) -> None:
        self.announcer = Announcer()
        self.floor = Floor(self.store, self.clock, self.announcer)
        self.pictures = PillowPictures()
        with self.store.reading() as work:
            self.vault = FileVault(self.keys, work.congress.get().id, cost=2**4)
        roster = Roster()
        self.face_models = FaceModelsService(self.floor, FolderShelf(self.keys.parent / "models"))
        self.gallery = Gallery(self.vault, self.face_models.in_use)
        self.congress = CongressService(self.floor, self.path)
        self.registry = RegistryService(self.floor, roster, self.pictures)
        self.listing = ListingService(self.floor, roster, OfficeSheets(), self.pictures)
        self.sessions = SessionsService(self.floor)
        self.check_in = CheckInService(self.floor, roster)
        self.absences = AbsencesService(self.floor)
        self.faces = FacesService(self.floor, roster, self.gallery, self.vault)
        self.rights = RightsRecords(roster, self.gallery, self.path.name, self.face_models.card)
        shelf = library_shelf(self.path, PdfLibraryPapers())
        self.programme = make_programme(self.floor, roster, shelf, OfficeTables())
        notes = self.programme.notes.makers()
        rooms = make_closing_rooms(self.floor, roster, OfficeSheets())
        self.voting = make_voting(self.floor, roster, ballot_box(PdfBallots(), shelf.files, self.path))
        votes = self.voting.papers.makers()
        makers = {**hall_makers(self.floor, roster), **self.rights.makers(), **votes, **notes, **rooms.makers()}
        self.records = RecordsService(self.floor, self.forms, makers)
        self.library = make_library(self.floor, roster, shelf)
        sources = programme_sources(self.programme)
        self.stage = make_stage(self.floor, roster, self.library, stage_shelf(self.path, symbol_rows), sources)
        self.seating = SeatingService(self.floor, roster, OfficeSheets())
        self.credentials = CredentialsService(self.floor, roster)
        packing = packing_tools(self.floor, roster, self.forms, voting=self.voting, files=shelf.files)
        sealing = sealing_tools(shelf.files)
        self.archive = make_archive(self.floor, self.records, rooms, sealing, packing, WordForms())
        self.people: list[Delegate] = []
        self.session = SessionId("")

    def welcome(self, sheets: Iterable[Sheet]) -> Sequence[Delegate]:
        new = [self.registry.add(sheet) for sheet in sheets]
        self.people += new
        return new

    def badge(self, n: int) -> str:
        return self.people[n].badge_code

    def events(self) -> list[Event]:
        with self.store.reading() as work:
            return list(work.journal.everything())

    def other_desk(self, name: str = "B") -> Hall:
        """The same file at another desk: services of its own, the same hour."""
        store = open_store(self.path, a_writer(name, self.clock))
        other = Hall(store=store, path=self.path, keys=self.keys, clock=self.clock)
        other.people, other.session = list(self.people), self.session
        return other


def a_writer(desk: str = "A", clock: SetClock | None = None) -> Writer:
    return Writer(desk=desk, actor="lan", now=(clock or SetClock()).now)


def a_hall(
    folder: Path, people: int = 0, *, name: str = "hall.congress", forms: Forms | None = None, **congress: Any
) -> Hall:
    """A new congress file with `people` appointed delegates and one session that begins at the opening.

    forms: PdfForms() where a test reads real paper.
    """
    clock = SetClock()
    path = folder / name
    store = create_store(path, a_congress(**congress), a_writer("A", clock))
    hall = Hall(store=store, path=path, keys=folder / "keys", clock=clock, forms=forms or PlainForms())
    hall.welcome(a_sheet(n, category=Category.APPOINTED) for n in range(1, people + 1))
    hall.session = hall.sessions.add(name="Phiên khai mạc", starts=OPENING, ends=OPENING + dt.timedelta(hours=4)).id
    return hall
