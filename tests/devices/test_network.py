"""The hall's network seen from this computer, the key of cookies, and the child that comes back."""

from __future__ import annotations

import os
import queue
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from congress_desk.devices.network.interfaces import HallNetwork
from congress_desk.devices.network.portal_keeper import PORT_TAKEN_STATUS, PortalKeeper, child_command
from congress_desk.devices.network.session_key import session_key
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.portal import PortalDied, PortalEnded, PortalReport, PortalStarted

LISTENS = "import sys; print('{\"listening\": 7}', flush=True); sys.stdin.read()"
SECONDS = 20


def test_addresses_are_ones_that_a_phone_could_use() -> None:
    for address in HallNetwork().addresses():
        assert not address.text.startswith(("127.", "0.", "169.254."))


def test_whether_somebody_listens_is_told() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        assert HallNetwork().answers("127.0.0.1", port)
    assert not HallNetwork().answers("127.0.0.1", port)


def test_the_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    key = session_key(tmp_path / "keys", "c1")
    assert len(key) == 32
    assert session_key(tmp_path / "keys", "c1") == key
    assert session_key(tmp_path / "keys", "c2") != key
    if os.name == "posix":
        assert (tmp_path / "keys" / "c1.portal").stat().st_mode & 0o077 == 0
    (tmp_path / "file").write_text("")
    with pytest.raises(Trouble) as told:
        session_key(tmp_path / "file", "c1")
    assert told.value.problem is Problem.CANNOT_WRITE


def test_the_child_is_this_program_itself(tmp_path: Path) -> None:
    command = child_command(tmp_path / "hall.congress")
    assert command[:3] == [sys.executable, "-m", "congress_desk"]
    assert command[3:] == ["portal", "serve", str(tmp_path / "hall.congress"), "--child"]


class Kept:
    """A keeper whose reports are waited for."""

    def __init__(self, program: str) -> None:
        self.reports: queue.Queue[PortalReport] = queue.Queue()
        self.keeper = PortalKeeper([sys.executable, "-c", program])

    def start(self) -> None:
        self.keeper.start(self.reports.put, host="127.0.0.1", port=7)

    def next(self) -> PortalReport:
        return self.reports.get(timeout=SECONDS)


@pytest.fixture
def kept() -> Iterator[Kept]:
    made = Kept(LISTENS)
    yield made
    made.keeper.stop()


def test_a_child_that_is_killed_comes_back_by_itself(kept: Kept) -> None:
    kept.start()
    first = kept.next()
    assert isinstance(first, PortalStarted)
    assert (first.port, first.again) == (7, False)
    kept.start()  # a second start does nothing
    os.kill(first.pid, signal.SIGTERM)
    assert isinstance(kept.next(), PortalDied)
    second = kept.next()
    assert isinstance(second, PortalStarted)
    assert second.again
    assert second.pid != first.pid
    assert kept.keeper.running


def test_a_stop_ends_the_child_and_says_so_once(kept: Kept) -> None:
    kept.start()
    assert isinstance(kept.next(), PortalStarted)
    kept.keeper.stop()
    kept.keeper.stop()
    assert kept.next() == PortalEnded()
    assert kept.reports.empty()
    assert not kept.keeper.running


def test_a_port_that_is_taken_is_no_reason_to_try_again() -> None:
    kept = Kept(f"import sys; sys.exit({PORT_TAKEN_STATUS})")
    kept.start()
    assert kept.next() == PortalEnded(problem=Problem.PORT_TAKEN)
    kept.keeper.stop()


def test_a_child_that_dies_again_and_again_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    from congress_desk.devices.network import portal_keeper

    monkeypatch.setattr(portal_keeper, "_WAITS", (0.0, 0.0))
    kept = Kept("import sys; sys.exit(1)")
    kept.start()
    found = [kept.next() for _ in range(3)]
    assert found == [PortalDied(), PortalDied(), PortalEnded(problem=Problem.PORTAL_STOPPED)]
    kept.keeper.stop()
