"""A clip is played; one that fails leaves its still, and only the operator is told."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from congress_desk.ui.stage.player import ClipPlayer
from tests.clips import a_clip, cut_off

PATIENCE_MS = 20_000


class Watched:
    """A player with what it told."""

    def __init__(self) -> None:
        self.pictures: list[QImage] = []
        self.told: list[str] = []
        self.player = ClipPlayer(
            on_picture=self.pictures.append,
            on_end=lambda: self.told.append("ended"),
            on_fail=lambda: self.told.append("failed"),
        )


@pytest.fixture
def watched(qtbot: QtBot) -> Iterator[Watched]:
    made = Watched()
    yield made
    made.player.stop()
    made.player.deleteLater()
    qtbot.wait(50)


def test_a_clip_is_played_to_its_end(qtbot: QtBot, watched: Watched, tmp_path: Path) -> None:
    watched.player.play(a_clip(tmp_path / "film.avi", seconds=1.5), milliseconds=1500)
    qtbot.waitUntil(lambda: bool(watched.told), timeout=PATIENCE_MS)
    assert watched.told == ["ended"]
    assert len(watched.pictures) >= 3
    assert watched.pictures[0].size().width() == 160


def test_a_clip_that_is_not_there_fails_and_loads_no_player(qtbot: QtBot, watched: Watched, tmp_path: Path) -> None:
    watched.player.play(tmp_path / "away.mp4", milliseconds=1000)
    qtbot.waitUntil(lambda: bool(watched.told), timeout=PATIENCE_MS)
    assert watched.told == ["failed"]
    assert watched.pictures == []


def test_a_clip_that_was_cut_off_fails_when_its_pictures_end(qtbot: QtBot, watched: Watched, tmp_path: Path) -> None:
    path = cut_off(a_clip(tmp_path / "film.avi", seconds=12), 0.1)
    watched.player.play(path, milliseconds=12_000)
    qtbot.waitUntil(lambda: bool(watched.told), timeout=PATIENCE_MS)
    assert watched.told == ["failed"]


def test_a_text_that_calls_itself_a_clip_fails(qtbot: QtBot, watched: Watched, tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_text("Báo cáo chính trị " * 100)
    watched.player.play(path, milliseconds=5000)
    qtbot.waitUntil(lambda: bool(watched.told), timeout=PATIENCE_MS)
    assert watched.told == ["failed"]


def test_a_stopped_clip_tells_nothing_more(qtbot: QtBot, watched: Watched, tmp_path: Path) -> None:
    watched.player.play(a_clip(tmp_path / "film.avi", seconds=1), milliseconds=1000)
    watched.player.stop()
    qtbot.wait(300)
    assert watched.told == []
    assert not watched.player.playing


def test_the_player_is_loaded_when_a_clip_is_first_used() -> None:
    import subprocess

    code = (
        "import sys, congress_desk.ui.stage.output, congress_desk.ui.rooms.screen.presenter;"
        "raise SystemExit('PySide6.QtMultimedia' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
