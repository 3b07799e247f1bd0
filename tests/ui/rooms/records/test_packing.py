"""The record pack in the room: one button, progress, Cancel, and what is told afterwards."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar

from PySide6.QtWidgets import QLabel

from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.services.ports.packing import PackMade
from congress_desk.ui.rooms.records.packing import Packing
from congress_desk.ui.rooms.records.state import Fact, Page
from congress_desk.ui.rooms.records.view import RecordsView
from tests.builders import Hall
from tests.ui.builders import AtOnce
from tests.ui.rooms.records.room import PaperTray, Room

T = TypeVar("T")


class Board:
    def __init__(self) -> None:
        self.shown: list[tuple[int, int] | None] = []
        self.made: PackMade | None = None
        self.error: Exception | None = None

    def show_packing(self, progress: tuple[int, int] | None) -> None:
        self.shown.append(progress)

    def tell_packed(self, made: PackMade) -> None:
        self.made = made

    def fail_packing(self, error: Exception) -> None:
        self.error = error


class Lane:
    """Runs a long work when it is told to, on this thread."""

    def __init__(self) -> None:
        self.asked: list[Any] = []
        self.going = True

    def run_long(self, work: Any, *, then: Any, told: Any, otherwise: Any) -> Any:
        self.asked.append((work, then, told, otherwise))
        return SimpleNamespace(cancel=self._cancel)

    def _cancel(self) -> None:
        self.going = False

    def go_on(self) -> None:
        work, then, told, otherwise = self.asked[-1]

        def progress(finished: int, total: int) -> bool:
            told(finished, total)
            return self.going

        try:
            made = work(progress)
        except Refusal as refusal:
            otherwise(refusal)
        else:
            then(made)


def a_pack(folder: Path, _say: object, progress: Any) -> PackMade:
    for number in range(3):
        if not progress(number, 3):
            raise Refusal(Reason.PACK_STOPPED)
    return PackMade(folder=folder, packed=(), left_out=(), pages=2, manifest="")


def packing_of(board: Board, lane: Lane) -> Packing:
    archive = SimpleNamespace(pack=SimpleNamespace(make=a_pack))
    surroundings: Any = SimpleNamespace(desk=SimpleNamespace(archive=archive), runner=lane)
    return Packing(surroundings, board, lambda: "vi")


def test_a_pack_tells_how_far_it_is_and_where_it_lies(tmp_path: Path) -> None:
    board, lane = Board(), Lane()
    packing = packing_of(board, lane)
    packing.make(tmp_path / "pack")
    packing.make(tmp_path / "second")  # while one is made, another is not begun
    assert len(lane.asked) == 1
    lane.go_on()
    assert board.shown == [(0, 0), (0, 3), (1, 3), (2, 3), None]
    assert board.made is not None
    assert board.made.folder == tmp_path / "pack"


def test_a_cancelled_pack_says_that_nothing_is_left(tmp_path: Path) -> None:
    board, lane = Board(), Lane()
    packing = packing_of(board, lane)
    packing.make(tmp_path / "pack")
    packing.cancel()
    lane.go_on()
    assert isinstance(board.error, Refusal)
    assert board.error.reason is Reason.PACK_STOPPED
    assert board.shown[-1] is None
    packing.make(tmp_path / "pack")  # and it can be begun again
    assert len(lane.asked) == 2


def test_a_real_pack_is_told_with_what_was_left_out_and_why(view: RecordsView, room: Room, tmp_path: Path) -> None:
    room.presenter.open_page(Page.PACK)
    assert view.pack.empty.isVisible()
    room.presenter.packing.make(tmp_path / "pack")
    made = room.state.packed
    assert made is not None
    assert room.told() is Fact.PACKED
    assert (made.folder / "record-pack.pdf").is_file()
    words = [one.text() for one in view.pack.left_out.findChildren(QLabel)]
    assert len(words) == 2 * len(made.left_out) > 0
    assert all(one.told in words for one in made.left_out)
    assert view.pack.open.isVisible()


def test_a_real_pack_that_is_cancelled_leaves_nothing(hall: Hall, settings: SettingsFile, tmp_path: Path) -> None:
    room = Room(hall, settings, tmp_path, tray=PaperTray("HP"), runner=AtOnce(pieces=2))
    room.presenter.packing.make(tmp_path / "pack")
    assert room.state.told is not None
    error = room.state.told.error
    assert isinstance(error, Refusal)
    assert error.reason is Reason.PACK_STOPPED
    assert (room.state.packing, room.state.packed) == (None, None)
    assert not list(tmp_path.glob("pack*"))
    room.desk.close()
