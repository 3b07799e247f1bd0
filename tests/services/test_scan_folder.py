"""A folder that a scanner writes into: read when whole, each file once by its content, broken ones named."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image

from congress_desk.devices.ballots.scan_folder import ScannerFolder
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.scan_folder import (
    PATIENCE_SECONDS,
    REST_SECONDS,
    SETTLED_SECONDS,
    FolderLook,
    FolderWatch,
)


class Clock:
    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


class Scanner:
    """Writes into its folder while time goes on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        folder.mkdir()
        self.watch = FolderWatch(ScannerFolder(), folder, self.clock)

    def write(self, name: str, raw: bytes) -> Path:
        path = self.folder / name
        with path.open("ab") as file:
            file.write(raw)
        return path

    def look(self, after: float = 0.0) -> FolderLook:
        self.clock.seconds += after
        return self.watch.look()

    def settled(self) -> FolderLook:
        self.look()
        return self.look(SETTLED_SECONDS)


@pytest.fixture
def scanner(tmp_path: Path) -> Scanner:
    return Scanner(tmp_path / "scans")


def picture(kind: str, shade: int = 200, pages: int = 1) -> bytes:
    buffer = io.BytesIO()
    images = [Image.effect_noise((400, 500), shade % 97 + n + 3).convert("RGB") for n in range(pages)]
    more = {"save_all": True, "append_images": images[1:]} if pages > 1 else {}
    images[0].save(buffer, kind, **more)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "kind", "pages"), [("a.jpg", "JPEG", 1), ("a.png", "PNG", 1), ("a.tif", "TIFF", 3), ("a.pdf", "PDF", 2)]
)
def test_a_file_written_slowly_is_read_once_it_is_whole(scanner: Scanner, name: str, kind: str, pages: int) -> None:
    raw = picture(kind, pages=pages)
    parts = [raw[: len(raw) // 3], raw[len(raw) // 3 : -40], raw[-40:]]
    path = scanner.write(name, b"")
    assert scanner.settled() == FolderLook(writing=(name,))
    for part in parts:
        looked = scanner.look(SETTLED_SECONDS)
        assert looked == FolderLook(writing=(name,)), len(part)
        scanner.write(name, part)
    assert scanner.look(1.0).writing == (name,)  # it has just grown
    assert scanner.look(SETTLED_SECONDS).ready == (path,)
    scanner.watch.taken([path])
    assert scanner.look(SETTLED_SECONDS) == FolderLook(read=1)
    assert path.exists()


def test_what_was_ready_and_could_not_be_read_is_ready_again(scanner: Scanner) -> None:
    path = scanner.write("a.jpg", picture("JPEG"))
    assert scanner.settled().ready == (path,)
    assert scanner.look(1.0).ready == (path,)


def test_a_copy_under_another_name_is_not_read_and_is_named(scanner: Scanner) -> None:
    path = scanner.write("a.jpg", picture("JPEG"))
    scanner.settled()
    scanner.watch.taken([path])
    shutil.copy(path, scanner.folder / "b.jpg")
    assert scanner.settled() == FolderLook(copies=("b.jpg",), read=1)


def test_a_file_under_a_name_used_before_is_another_file(scanner: Scanner) -> None:
    path = scanner.write("scan.jpg", picture("JPEG", 10))
    scanner.settled()
    scanner.watch.taken([path])
    path.write_bytes(picture("JPEG", 60))
    assert scanner.settled().ready == (path,)


def test_a_scan_broken_off_is_waited_for_and_then_named(scanner: Scanner) -> None:
    scanner.write("torn.png", picture("PNG")[:900])
    good = scanner.write("good.jpg", picture("JPEG"))
    looked = scanner.settled()
    assert (looked.ready, looked.writing, looked.broken) == ((good,), ("torn.png",), ())
    scanner.watch.taken([good])
    assert scanner.look(PATIENCE_SECONDS) == FolderLook(broken=("torn.png",), read=1)
    (scanner.folder / "torn.png").write_bytes(picture("PNG"))  # scanned again
    assert scanner.settled().ready == (scanner.folder / "torn.png",)


def test_a_whole_picture_without_its_last_word_is_read_after_a_while(scanner: Scanner) -> None:
    path = scanner.write("odd.jpg", picture("JPEG") + bytes(4000))
    assert scanner.settled().writing == ("odd.jpg",)
    assert scanner.look(PATIENCE_SECONDS).ready == (path,)


def test_pages_of_one_ballot_in_several_files_are_read_together_once_the_scanner_rests(scanner: Scanner) -> None:
    first = scanner.write("1.jpg", picture("JPEG", 10))
    scanner.look()
    scanner.clock.seconds += SETTLED_SECONDS
    assert scanner.watch.look(whole_stacks=True).held == ("1.jpg",)
    second = scanner.write("2.jpg", picture("JPEG", 60))
    scanner.clock.seconds += REST_SECONDS
    still = scanner.watch.look(whole_stacks=True)
    assert (still.ready, still.held, still.writing) == ((), ("1.jpg",), ("2.jpg",))
    scanner.clock.seconds += SETTLED_SECONDS
    assert scanner.watch.look(whole_stacks=True).held == ("1.jpg", "2.jpg")
    scanner.clock.seconds += REST_SECONDS
    assert scanner.watch.look(whole_stacks=True).ready == (first, second)


def test_other_files_of_the_folder_are_left_alone(scanner: Scanner) -> None:
    scanner.write("Thumbs.db", b"x")
    (scanner.folder / "sub.pdf").mkdir()
    assert scanner.settled() == FolderLook()


def test_a_folder_that_goes_away_is_told_and_goes_on_when_it_is_back(scanner: Scanner, tmp_path: Path) -> None:
    path = scanner.write("a.jpg", picture("JPEG"))
    scanner.settled()
    scanner.watch.taken([path])
    away = scanner.folder.rename(tmp_path / "away")
    with pytest.raises(Trouble) as told:
        scanner.look()
    assert told.value.problem is Problem.NO_SUCH_FILE
    away.rename(scanner.folder)
    new = scanner.write("b.jpg", picture("JPEG", 50))
    assert scanner.settled().ready == (new,)
