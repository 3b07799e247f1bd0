"""The library's services in one value, built the same way for the desk, the portal and tests."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.services.documents import DocumentsService
from congress_desk.services.documents_copies import PaperCopiesService
from congress_desk.services.documents_papers import LibraryPapersService
from congress_desk.services.floor import Floor
from congress_desk.services.links import LinksService
from congress_desk.services.opinions import OpinionsService
from congress_desk.services.portal import PortalService
from congress_desk.services.portal_files import PortalFilesService
from congress_desk.services.portal_reading import ReadingService
from congress_desk.services.portal_settings import PortalSettingsService
from congress_desk.services.ports.documents import DocumentFiles, Inspector, LibraryPapers, PageImages, SafeCopies
from congress_desk.services.ports.network import Network
from congress_desk.services.ports.portal import PortalServer
from congress_desk.services.roster import Roster


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What the library asks of the outside."""

    files: DocumentFiles
    inspector: Inspector
    images: PageImages
    copies: SafeCopies
    papers: LibraryPapers
    network: Network
    process: PortalServer


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    documents: DocumentsService
    copies: PaperCopiesService
    links: LinksService
    opinions: OpinionsService
    papers: LibraryPapersService
    reading: ReadingService
    portal: PortalService  # a phone's side; the portal's own process uses it
    portal_files: PortalFilesService
    settings: PortalSettingsService
    process: PortalServer  # the portal itself, started and stopped by whoever holds the desk


def make_library(floor: Floor, roster: Roster, shelf: Shelf) -> Library:
    links = LinksService(floor)
    return Library(
        documents=DocumentsService(floor, shelf.files, shelf.inspector, shelf.images),
        copies=PaperCopiesService(floor),
        links=links,
        opinions=OpinionsService(floor),
        papers=LibraryPapersService(floor, links, shelf.papers),
        reading=ReadingService(floor, roster),
        portal=PortalService(floor),
        portal_files=PortalFilesService(floor, shelf.files, shelf.copies, shelf.images),
        settings=PortalSettingsService(floor, shelf.network),
        process=shelf.process,
    )
