"""The portal is killed in mid-download: it comes back by itself, the download goes on, no opinion is lost."""

from __future__ import annotations

import html
import http.client
import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from congress_desk.devices.network.portal_keeper import PortalKeeper, child_command
from congress_desk.domain.documents import AskOpinions, Card, Document, Secrecy, Status
from congress_desk.domain.refusals import Problem, Reason
from congress_desk.services.ports.portal import PortalDied, PortalEnded, PortalReport, PortalStarted
from tests.builders import Hall
from tests.library_files import a_heavy_pdf, a_pdf
from tests.portal.phone import FORM
from tests.portal.serving import HERE, SECONDS, eventually

HEAVY = 3_000_000
OPINIONS_BEFORE_THE_KILL = 4


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONGRESS_DESK_CONFIG_DIR", str(tmp_path / "config"))


@pytest.fixture
def heavy(hall: Hall, tmp_path: Path) -> Document:
    card = Card(title="Văn kiện", secrecy=Secrecy.PUBLIC)
    return hall.library.documents.add(a_heavy_pdf(tmp_path / "h.pdf", HEAVY), card, status=Status.ISSUED)


@pytest.fixture
def draft(hall: Hall, tmp_path: Path) -> Document:
    card = Card(title="Dự thảo", secrecy=Secrecy.PUBLIC, opinions=AskOpinions.UNNAMED)
    return hall.library.documents.add(a_pdf(tmp_path / "d.pdf"), card, status=Status.ISSUED)


class Kept:
    def __init__(self, congress: Path) -> None:
        self.reports: queue.Queue[PortalReport] = queue.Queue()
        self.keeper = PortalKeeper(child_command(congress))
        self.keeper.start(self.reports.put, host=HERE, port=0)
        self.started = self.next_start()
        self.port = self.started.port

    def next_start(self) -> PortalStarted:
        while not isinstance(report := self.reports.get(timeout=SECONDS), PortalStarted):
            assert isinstance(report, PortalDied), report
        return report


@pytest.fixture
def kept(config: None, hall: Hall) -> Iterator[Kept]:
    made = Kept(hall.path)
    yield made
    made.keeper.stop()


def opine(port: int, document: str) -> str:
    """Sends an opinion as a phone does; its number, if it was acknowledged."""
    client = http.client.HTTPConnection(HERE, port, timeout=SECONDS)
    try:
        client.request("GET", f"/d/{document}/opinion")
        page = client.getresponse()
        cookie = (page.getheader("Set-Cookie") or "").split(";")[0]
        form = FORM.search(page.read().decode())
        assert form is not None
        sealed = html.unescape(form.group(1))
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
        client.request("POST", f"/d/{document}/opinion", urlencode({"form": sealed, "stance": "agree"}), headers)
        assert client.getresponse().status == 303
        return sealed.split(".")[0]
    finally:
        client.close()


def test_killed_in_mid_download_it_comes_back_and_the_download_goes_on(
    kept: Kept, hall: Hall, heavy: Document, draft: Document
) -> None:
    acknowledged: list[str] = []
    enough, over = threading.Event(), threading.Event()

    def give_opinions() -> None:
        while not over.is_set():
            try:
                acknowledged.append(opine(kept.port, draft.id))
            except (OSError, http.client.HTTPException):
                continue
            if len(acknowledged) >= OPINIONS_BEFORE_THE_KILL:
                enough.set()

    giving = threading.Thread(target=give_opinions)
    giving.start()
    client = http.client.HTTPConnection(HERE, kept.port, timeout=SECONDS)
    client.request("GET", f"/d/{heavy.id}/file")
    answer = client.getresponse()
    tag = answer.getheader("ETag") or ""
    got = answer.read(HEAVY // 3)
    assert enough.wait(SECONDS)

    os.kill(kept.started.pid, signal.SIGKILL)
    again = kept.next_start()
    assert (again.again, again.port) == (True, kept.port)
    over.set()
    giving.join(SECONDS)
    client.close()

    resumed = http.client.HTTPConnection(HERE, again.port, timeout=SECONDS)
    headers = {"Range": f"bytes={len(got)}-", "If-Range": tag}
    resumed.request("GET", f"/d/{heavy.id}/file", headers=headers)
    rest = resumed.getresponse()
    assert rest.status == 206
    got += rest.read()
    resumed.close()
    assert got == hall.library.documents.file(heavy.id).read_bytes()
    stored = {opinion.id for opinion in hall.library.opinions.opinions()}
    assert set(acknowledged) <= stored
    assert hall.congress.verify().ok


def serve(congress: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "congress_desk", "portal", "serve", str(congress), "--host", HERE, *more]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)


def gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] == "Z"
    except OSError:
        return True


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_serving_in_the_foreground_ends_with_its_child(config: None, hall: Hall, how: signal.Signals) -> None:
    with serve(hall.path, "--port", "0", "--json") as parent:
        assert parent.stdout is not None
        started = json.loads(parent.stdout.readline())
        assert started["listening"] is True
        client = http.client.HTTPConnection(HERE, started["port"], timeout=SECONDS)
        client.request("GET", "/reach")
        assert client.getresponse().status == 200
        client.close()
        parent.send_signal(how)
        status = parent.wait(SECONDS)
    assert status == (0 if how is signal.SIGTERM else -9)
    assert eventually(lambda: gone(started["pid"]))


def test_a_port_that_is_taken_is_told(config: None, hall: Hall, kept: Kept) -> None:
    with serve(hall.path, "--port", str(kept.port), "--json") as parent:
        told = json.loads(parent.communicate(timeout=SECONDS)[0])
    assert parent.returncode == 1
    assert told["problem"] == Problem.PORT_TAKEN
    assert str(kept.port) in told["message"]


def test_a_stop_is_reported_and_nothing_follows(kept: Kept) -> None:
    kept.keeper.stop()
    assert kept.reports.get(timeout=SECONDS) == PortalEnded()
    assert kept.reports.empty()


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (("--port", "99999"), 2, Reason.BAD_VALUE),
        (("--port", "-1"), 2, Reason.BAD_VALUE),
        (("--host", "203.0.113.9"), 1, Problem.ADDRESS_NOT_HERE),
        (("--host", "no.such.host.invalid"), 1, Problem.ADDRESS_NOT_HERE),
    ],
)
def test_an_address_that_cannot_be_is_told_at_once(
    config: None, hall: Hall, words: tuple[str, ...], status: int, code: str
) -> None:
    with serve(hall.path, *words, "--json") as parent:
        told = json.loads(parent.communicate(timeout=SECONDS)[0])
    assert parent.returncode == status
    assert code in (told.get("reason"), told.get("problem"))
    assert "{" not in told["message"]
