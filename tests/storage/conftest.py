"""Fixtures of the storage: a plain store, a short wait for locks, and what only some machines have.

Where there is no PostgreSQL server, or no right to mount a small disk, those files are not collected.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from congress_desk.storage import engine
from congress_desk.storage.store import CongressStore, create_store
from tests.builders import a_congress, a_writer
from tests.storage.private_server import PrivateServer, server_programs


def _can_mount() -> bool:
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        tried = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", folder], capture_output=True, check=False)
        return tried.returncode == 0 and subprocess.run(["umount", folder], check=False).returncode == 0


collect_ignore = [] if server_programs() else ["test_on_a_server.py"]
if not _can_mount():
    collect_ignore.append("test_small_disk.py")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "đại hội.congress"


@pytest.fixture
def store(path: Path) -> Iterator[CongressStore]:
    made = create_store(path, a_congress(), a_writer())
    yield made
    made.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits a twentieth of a second for a lock, where the desk waits seconds."""
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)


@pytest.fixture(scope="session")
def server() -> Iterator[PrivateServer]:
    with PrivateServer() as running:
        yield running


@pytest.fixture
def database(server: PrivateServer) -> Iterator[str]:
    """The address of an empty database."""
    with server.empty_database() as address:
        yield address
