"""All drivers of the library for one congress file."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from congress_desk.devices.documents.folder import LibraryFolder, folder_beside
from congress_desk.devices.documents.inspecting import FileInspector
from congress_desk.devices.documents.page_images import PdfiumPageImages
from congress_desk.devices.documents.safe_copies import DrawMark, PdfSafeCopies
from congress_desk.devices.network.interfaces import HallNetwork
from congress_desk.devices.network.portal_keeper import PortalKeeper, child_command
from congress_desk.services.documents_library import Shelf
from congress_desk.services.ports.documents import LibraryPapers


class MarkingPapers(LibraryPapers, Protocol):
    """Papers that draw a reader's mark as well."""

    @property
    def mark(self) -> DrawMark: ...


def library_shelf(congress: Path, papers: MarkingPapers) -> Shelf:
    return Shelf(
        files=LibraryFolder(folder_beside(congress)),
        inspector=FileInspector(),
        images=PdfiumPageImages(),
        copies=PdfSafeCopies(papers.mark),
        papers=papers,
        network=HallNetwork(),
        process=PortalKeeper(child_command(congress)),
    )
