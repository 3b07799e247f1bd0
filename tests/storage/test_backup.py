"""A backup is a whole, checked congress, made while the desk works, and never over another file."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from congress_desk.domain.journal import verify_chains
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.storage.store import open_store
from tests.builders import Hall, a_hall, a_writer

WRITER = """
import sys, sqlite3
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
n = 0
while True:
    n += 1
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT OR REPLACE INTO rules VALUES ('one', ?)", (str(n),))
    connection.execute("INSERT OR REPLACE INTO rules VALUES ('two', ?)", (str(n),))
    connection.execute("COMMIT")
    if n == 1:
        print("ready", flush=True)
"""


@contextmanager
def a_writing_process(path: Path) -> Iterator[None]:
    """Changes two rows together, as fast as it can."""
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        try:
            yield
        finally:
            writer.kill()


def test_a_backup_is_the_same_congress_and_can_be_worked_with(hall: Hall, tmp_path: Path) -> None:
    hall.check_in.by_code(hall.badge(0), hall.session)
    target = hall.congress.back_up(tmp_path / "copy.congress")
    copy = open_store(target, a_writer("B"))
    with copy.reading() as work, hall.store.reading() as original:
        assert list(work.journal.everything()) == list(original.journal.everything())
        assert verify_chains(work.journal.everything(), work.journal.newest()).ok
    copy.close()


def test_a_backup_into_a_folder_takes_the_files_name_and_the_congresss_time(hall: Hall, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    target = hall.congress.back_up(folder)
    assert [p.name for p in folder.iterdir()] == ["hall_2025-09-22_070000.congress"]
    assert target == folder / "hall_2025-09-22_070000.congress"


def test_a_backup_while_another_process_writes_is_one_state_of_the_file(hall: Hall, tmp_path: Path) -> None:
    with a_writing_process(hall.path):
        for n in range(5):
            target = hall.congress.back_up(tmp_path / f"copy{n}.congress")
            with sqlite3.connect(target) as copy:
                one, two = (row[0] for row in copy.execute("SELECT value FROM rules WHERE name IN ('one', 'two')"))
                assert one == two
                assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            copy.close()


def test_a_backup_is_never_made_over_an_existing_file(hall: Hall, tmp_path: Path) -> None:
    target = tmp_path / "yesterday.congress"
    target.write_text("yesterday")
    with pytest.raises(Trouble) as caught:
        hall.congress.back_up(target)
    assert caught.value.problem is Problem.FILE_EXISTS
    assert target.read_text() == "yesterday"


@pytest.mark.parametrize("target", ["/no/such/folder/x.congress", "/proc/x.congress"])
def test_a_backup_that_cannot_be_written_leaves_nothing_and_says_so(hall: Hall, target: str) -> None:
    with pytest.raises(Trouble) as caught:
        hall.congress.back_up(Path(target))
    assert caught.value.problem is Problem.CANNOT_WRITE
    assert not Path(target).exists()
    assert hall.check_in.by_code(hall.badge(0), hall.session).accepted


def test_a_damaged_file_gives_no_backup(tmp_path: Path) -> None:
    hall = a_hall(tmp_path, people=40)
    hall.store.close()
    raw = hall.path.read_bytes()
    hall.path.write_bytes(raw[: 8 * 4096] + bytes(4 * 4096) + raw[12 * 4096 :])
    with pytest.raises(Trouble) as caught:
        hall.congress.back_up(tmp_path / "copy.congress")
    assert caught.value.problem is Problem.DAMAGED
    assert caught.value.details["path"] == str(hall.path)
    assert [p.name for p in tmp_path.glob("copy*")] == []
    hall.store.close()
