"""A real disk that runs full under a desk at work, or takes no writing (collected where one may be mounted)."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from congress_desk.cli.print_commands import save_pdf
from congress_desk.domain.ballot_batches import EnteredRow, EntryDraft
from congress_desk.domain.election_rules import InvalidReason
from congress_desk.domain.journal import verify_chains
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.storage.store import create_store, open_store
from tests.builders import a_congress, a_hall, a_sheet, a_writer
from tests.services.scanned_ballots import an_election


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


def full(disk: Path) -> Path:
    """A file that takes all the room there is."""
    filler = disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)
    return filler


def test_ballots_that_the_disk_did_not_take_are_not_on_record(small_disk: Path, tmp_path: Path) -> None:
    hall = a_hall(tmp_path)
    one = an_election(hall).latest
    form, out = hall.voting.ballots.form(one.id), small_disk / "ballots.pdf"

    def save(pdf: bytes) -> None:
        save_pdf(out, pdf)

    filler = full(small_disk)
    with pytest.raises(Trouble) as caught:
        hall.voting.ballots.print_ballots(one.id, form, 80, deliver=save)
    assert caught.value.problem is Problem.DISK_FULL
    assert not hall.voting.elections.seen(one.id).round.movements
    assert list(small_disk.iterdir()) == [filler]
    filler.unlink()
    hall.voting.ballots.print_ballots(one.id, form, 80, deliver=save)
    assert hall.voting.elections.seen(one.id).outcome.result.printed == 80
    assert out.read_bytes().startswith(b"%PDF")
    hall.store.close()


def test_a_typed_ballot_that_the_disk_did_not_take_is_a_trouble_and_those_before_are_safe(small_disk: Path) -> None:
    hall = a_hall(small_disk)
    one = an_election(hall).latest
    draft = EntryDraft(batch="1", number=1, by="Lan", rows=(EnteredRow(invalid=InvalidReason.SIGNED),))
    hall.voting.entry.keep(one.id, draft)
    filler = full(small_disk)
    with pytest.raises(Trouble) as caught:
        hall.voting.entry.keep(one.id, replace(draft, rows=draft.rows * 2))
    assert caught.value.problem is Problem.DISK_FULL
    assert hall.voting.entry.begin(one.id, "1", 1, "Lan") == draft
    filler.unlink()
    hall.voting.entry.keep(one.id, replace(draft, rows=draft.rows * 2))
    assert len(hall.voting.entry.begin(one.id, "1", 1, "Lan").rows) == 2
    hall.store.close()
