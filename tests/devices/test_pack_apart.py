"""The record pack made by another process: what it tells comes over, and nothing of it outlives the desk's call."""

from __future__ import annotations

import errno
import multiprocessing
import os
import threading
import time
from pathlib import Path

import pytest

from congress_desk.devices.printer.pack_apart import PackApart, PackMistake
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.ports.packing import PackMade, Progress


def tells_its_number(congress: Path, folder: Path, language: str, progress: Progress) -> PackMade:
    progress(1, 2)
    (folder / "one.pdf").write_text(f"{congress.name} {language} {os.getpid()}")
    progress(2, 2)
    return PackMade(folder=folder, packed=(), left_out=(), pages=7, manifest="ab")


def refuses(_congress: Path, _folder: Path, _language: str, _progress: Progress) -> PackMade:
    raise Refusal(Reason.NOTHING_ON_RECORD, form="minutes")


def finds_the_disk_full(_congress: Path, folder: Path, _language: str, _progress: Progress) -> PackMade:
    raise OSError(errno.ENOSPC, "No space left on device", str(folder))


def makes_a_mistake(_congress: Path, _folder: Path, _language: str, _progress: Progress) -> PackMade:
    raise KeyError("no such word")


def dies(_congress: Path, _folder: Path, _language: str, _progress: Progress) -> PackMade:
    os._exit(9)


def never_ends(_congress: Path, _folder: Path, _language: str, progress: Progress) -> PackMade:
    progress(1, 9)
    threading.Event().wait()
    raise AssertionError


def goes_on(_made: int, _of: int) -> bool:
    return True


def test_another_process_makes_it_and_says_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def progress(made: int, of: int) -> bool:
        told.append((made, of))
        return True

    made = PackApart(Path("h.congress"), tells_its_number).press(tmp_path, "ar", progress)
    congress, language, number = (tmp_path / "one.pdf").read_text().split()
    assert (congress, language, made.pages) == ("h.congress", "ar", 7)
    assert int(number) != os.getpid()
    assert told == sorted(told)
    assert not multiprocessing.active_children()


def test_refusals_full_disks_and_mistakes_come_over_as_they_are(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        PackApart(tmp_path, refuses).press(tmp_path, "vi", goes_on)
    assert (refused.value.reason, refused.value.details) == (Reason.NOTHING_ON_RECORD, {"form": "minutes"})
    with pytest.raises(OSError, match="No space left") as full:
        PackApart(tmp_path, finds_the_disk_full).press(tmp_path, "vi", goes_on)
    assert full.value.errno == errno.ENOSPC
    with pytest.raises(PackMistake, match="no such word"):
        PackApart(tmp_path, makes_a_mistake).press(tmp_path, "vi", goes_on)


def test_a_process_that_dies_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        PackApart(tmp_path, dies).press(tmp_path, "vi", goes_on)
    assert caught.value.problem is Problem.PACK_BROKEN_OFF


def test_cancelled_in_the_middle_of_a_record_it_ends_at_once(tmp_path: Path) -> None:
    begun: list[float] = []

    def stop_while_it_waits(made: int, _of: int) -> bool:
        begun.extend([time.monotonic()] if made and not begun else [])
        return not begun

    with pytest.raises(Refusal) as caught:
        PackApart(tmp_path, never_ends).press(tmp_path, "vi", stop_while_it_waits)
    assert caught.value.reason is Reason.PACK_STOPPED
    assert time.monotonic() - begun[0] < 2
    assert not multiprocessing.active_children()
