"""A real disk that runs full under a desk at work, or takes no writing (collected where one may be mounted)."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from congress_desk.domain.journal import verify_chains
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.storage.store import create_store, open_store
from tests.builders import a_congress, a_hall, a_sheet, a_writer


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=True)
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_loses_nothing_that_was_acknowledged_and_works_on_when_there_is_room(small_disk: Path) -> None:
    hall = a_hall(small_disk)
    acknowledged = []

    def go_on_adding() -> None:
        for n in range(10_000):
            acknowledged.append(hall.registry.add(a_sheet(n, card_number="", note="x" * 2000)).id)

    with pytest.raises(Trouble) as caught:
        go_on_adding()
    assert caught.value.problem is Problem.DISK_FULL
    with pytest.raises(Trouble) as no_backup:
        hall.congress.back_up(small_disk / "copy.congress")
    assert no_backup.value.problem is Problem.DISK_FULL
    assert not list(small_disk.glob("copy*"))
    hall.store.close()

    subprocess.run(["mount", "-o", "remount,size=4m", str(small_disk)], check=True)
    again = open_store(hall.path, a_writer())
    with again.reading() as work:
        assert {d.id for d in work.delegates.all()} == set(acknowledged)
        assert verify_chains(work.journal.everything(), work.journal.newest()).ok
    assert again.check() == ""
    again.close()


def test_a_congress_on_a_disk_that_takes_no_writing_can_be_read_and_its_acts_are_refused(small_disk: Path) -> None:
    hall = a_hall(small_disk)
    person = hall.registry.add(a_sheet(1))
    hall.store.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    for_reading = open_store(hall.path, a_writer())
    assert for_reading.read_only
    with for_reading.reading() as work:
        assert [d.id for d in work.delegates.all()] == [person.id]
        assert verify_chains(work.journal.everything(), work.journal.newest()).ok
    with pytest.raises(Trouble) as caught, for_reading.transaction():
        pass
    assert caught.value.problem is Problem.READ_ONLY
    for_reading.close()
    with pytest.raises(Trouble) as caught:
        create_store(small_disk / "new.congress", a_congress(), a_writer())
    assert caught.value.problem in (Problem.READ_ONLY, Problem.CANNOT_WRITE)
