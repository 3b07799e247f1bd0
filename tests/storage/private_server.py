"""A private PostgreSQL cluster for the tests: no network, no fsync, gone afterwards; works as root too."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

FAST = "-c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=40"


def server_programs() -> Path | None:
    """The folder of initdb and pg_ctl, beside the real `postgres`, or of Debian's newest."""
    found = shutil.which("postgres")
    places = [Path(found).resolve().parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((place for place in places if (place / "initdb").exists() and (place / "postgres").exists()), None)


class PrivateServer:
    """Starts on entering the `with`; `address` is what SQLAlchemy takes."""

    def __enter__(self) -> PrivateServer:
        programs = server_programs()
        assert programs is not None
        self._programs = programs
        self._user = "postgres" if os.geteuid() == 0 else None
        self._folder = Path(tempfile.mkdtemp(prefix="desk_pg", dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
        if self._user:
            shutil.chown(self._folder, self._user)
        self._run("initdb", "-A", "trust", "-U", "desk", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
        self._start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._run("pg_ctl", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)

    def address(self, database: str) -> str:
        return f"postgresql+psycopg://desk@/{database}?host={self._folder}"

    @contextmanager
    def empty_database(self) -> Iterator[str]:
        name = f"t{uuid.uuid4().hex[:10]}"
        self.execute(f"CREATE DATABASE {name}")
        yield self.address(name)
        self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def execute(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(host=str(self._folder), user="desk", dbname="postgres", autocommit=True) as connection:
            connection.execute(statement.encode())

    def restart(self) -> None:
        """Every desk loses its connection; what was committed is kept."""
        self._run("pg_ctl", "-m", "fast", "-w", "stop")
        self._start()

    def _start(self) -> None:
        options = f"{FAST} -c unix_socket_directories={self._folder}"
        self._run("pg_ctl", "-w", "-o", options, "-l", str(self._folder / "log"), "start")

    def _run(self, program: str, *arguments: str) -> None:
        as_user = ["runuser", "-u", self._user, "--"] if self._user else []
        command = [*as_user, str(self._programs / program), "-D", str(self._folder / "cluster"), *arguments]
        quiet = subprocess.DEVNULL
        subprocess.run(command, check=True, stdin=quiet, stdout=quiet, stderr=quiet, cwd="/")
