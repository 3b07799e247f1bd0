"""A hall with documents of every class, the portal over it, and phones.

Where no Chromium is found, the tests with a real browser are not collected.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from congress_desk.domain.documents import AskOpinions, Card, Document, Secrecy, Status
from congress_desk.portal.app import make_app
from congress_desk.storage.store import open_store
from tests.builders import Hall, SetClock, a_hall, a_writer
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


@dataclass(frozen=True)
class Prepared:
    """Made once, copied for every test."""

    hall: Hall
    documents: dict[str, Document]


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    folder = tmp_path_factory.mktemp("prepared") / "hall"
    folder.mkdir()
    hall = a_hall(folder, people=3)
    heavy = a_heavy_pdf(folder.parent / "heavy.pdf", HEAVY)
    draft: dict[str, Any] = {"opinions": AskOpinions.NAMED, "parts": PARTS, "watermark": True}
    documents = {
        "public": added(hall, "Báo cáo chính trị", heavy, secrecy=Secrecy.PUBLIC, agenda_item="1. Khai mạc"),
        "internal": added(hall, "Báo cáo kiểm điểm", secrecy=Secrecy.INTERNAL),
        "draft": added(hall, "Dự thảo", secrecy=Secrecy.INTERNAL, **draft),
        "secret": added(hall, "Phương án nhân sự", secrecy=Secrecy.SECRET),
    }
    hall.store.close()
    return Prepared(hall, documents)


def added(hall: Hall, title: str, path: Path | None = None, **card: Any) -> Document:
    """An issued document; without a path it has three pages."""
    file = path or a_pdf(hall.path.parent.parent / f"{title}.pdf", [f"{title} {n}" for n in (1, 2, 3)])
    return hall.library.documents.add(file, Card(title=title, **card), status=Status.ISSUED)


@pytest.fixture
def hall(tmp_path: Path, prepared: Prepared) -> Iterator[Hall]:
    """Three delegates, a session that has begun, and the four documents."""
    path = Path(shutil.copytree(prepared.hall.path.parent, tmp_path / "hall")) / prepared.hall.path.name
    clock = SetClock()
    made = Hall(store=open_store(path, a_writer("A", clock)), path=path, keys=path.parent / "keys", clock=clock)
    made.people, made.session = list(prepared.hall.people), prepared.hall.session
    yield made
    made.store.close()


@pytest.fixture
def add(hall: Hall) -> Callable[..., Document]:
    return partial(added, hall)


@pytest.fixture
def portal(hall: Hall, prepared: Prepared) -> Open:
    return Open(hall=hall, app=make_app(hall.library, KEY), **prepared.documents)
