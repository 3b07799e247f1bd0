"""The record pack of the room: one button, what is done and what is left, and Cancel; decided here, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from congress_desk.plumbing.texts import words_for
from congress_desk.services.ports.packing import PackMade
from congress_desk.ui.running import LongJob
from congress_desk.ui.surroundings import Surroundings


class Board(Protocol):
    """What the pack asks of its room."""

    def show_packing(self, progress: tuple[int, int] | None) -> None: ...
    def tell_packed(self, made: PackMade) -> None: ...
    def fail_packing(self, error: Exception) -> None: ...


class Packing:
    def __init__(self, surroundings: Surroundings, board: Board, language: Callable[[], str]) -> None:
        self._surroundings = surroundings
        self._board = board
        self._language = language
        self._job: LongJob | None = None

    def proposed_name(self) -> str:
        heading = self._surroundings.desk.congress.heading()
        return f"records-{heading.printed_at:%Y-%m-%d}-{self._language()}"

    def make(self, folder: Path) -> None:
        """A new folder with every record, in the free lane. Cancelled, nothing is left of it."""
        if self._job is not None:
            return
        pack, say = self._surroundings.desk.archive.pack, words_for(self._language())
        self._board.show_packing((0, 0))
        self._job = self._surroundings.runner.run_long(
            lambda progress: pack.make(folder, say, progress),
            then=self._on_made,
            told=lambda finished, total: self._board.show_packing((finished, total)),
            otherwise=self._on_failed,
        )

    def cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_made(self, made: PackMade) -> None:
        self._job = None
        self._board.show_packing(None)
        self._board.tell_packed(made)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._board.show_packing(None)
        self._board.fail_packing(error)
