"""A hall with documents of every class, the portal over it, and phones.

Where no Chromium is found, the tests with a real browser are not collected.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.applications import Starlette

from congress_desk.domain.documents import AskOpinions, Card, Document, Secrecy, Status
from congress_desk.portal.app import make_app
from tests.builders import Hall
from tests.library_files import a_heavy_pdf, a_pdf
from tests.portal.phone import Phone

KEY = b"a key of the tests, 32 bytes long"
BASE = "http://hall.test"
PARTS = ("I. Đánh giá", "II. <Phương hướng> & mục tiêu")
HEAVY = 1_000_000

collect_ignore = [] if shutil.which("chromium") else ["test_browser.py"]


@dataclass(frozen=True)
class Open:
    """The documents of the hall, and its portal."""

    hall: Hall
    app: Starlette
    public: Document
    internal: Document
    draft: Document
    secret: Document

    def phone(self, delegate: int | None = None, *, address: str = "192.168.1.77") -> Phone:
        """A phone; with the number of a delegate, one that has scanned his label."""
        phone = Phone(self.app, address)
        if delegate is not None:
            link = self.hall.library.links.for_delegates([self.hall.people[delegate].id])[0]
            assert phone.scan(link.url(BASE)).status_code == 200
        return phone


@pytest.fixture
def add(hall: Hall, tmp_path: Path) -> Callable[..., Document]:
    def added(title: str, path: Path | None = None, **card: object) -> Document:
        made = Card(title=title, **card)  # type: ignore[arg-type]
        file = path or a_pdf(tmp_path / f"{title}.pdf", [f"{title} 1", f"{title} 2", f"{title} 3"])
        return hall.library.documents.add(file, made, status=Status.ISSUED)

    return added


@pytest.fixture
def portal(hall: Hall, add: Callable[..., Document], tmp_path: Path) -> Open:
    heavy = a_heavy_pdf(tmp_path / "heavy.pdf", HEAVY)
    return Open(
        hall=hall,
        app=make_app(hall.library, KEY),
        public=add("Báo cáo chính trị", heavy, secrecy=Secrecy.PUBLIC, agenda_item="1. Khai mạc"),
        internal=add("Báo cáo kiểm điểm", secrecy=Secrecy.INTERNAL),
        draft=add("Dự thảo", secrecy=Secrecy.INTERNAL, opinions=AskOpinions.NAMED, parts=PARTS, watermark=True),
        secret=add("Phương án nhân sự", secrecy=Secrecy.SECRET),
    )
