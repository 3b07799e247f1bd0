"""Five short sounds, quieter on wish, and never in the way."""

from __future__ import annotations

import array
import shutil
import sys
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess

from congress_desk.plumbing.resources import resource
from congress_desk.ui.sounds import SOUNDS, Sounds, write_as_loud


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What a player was started with."""
    calls: list[list[str]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda program, arguments: calls.append([program, *arguments]))
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name == "aplay" else None)
    monkeypatch.setattr(sys, "platform", "linux")
    return calls


def loudest(path: Path) -> int:
    with wave.open(str(path)) as file:
        assert file.getsampwidth() == 2
        assert file.getnframes() / file.getframerate() < 0.5
        return max(abs(int(sample)) for sample in array.array("h", file.readframes(file.getnframes())))


@pytest.mark.parametrize("name", SOUNDS)
def test_every_sound_is_there_short_and_never_distorted(name: str) -> None:
    assert 5_000 < loudest(resource("sounds", f"{name}.wav")) < 32_000


def test_half_as_loud_is_half_the_amplitude(tmp_path: Path) -> None:
    source = resource("sounds", "ok.wav")
    write_as_loud(source, tmp_path / "ok.wav", 50)
    assert abs(loudest(tmp_path / "ok.wav") - loudest(source) / 2) <= 1


def test_the_computers_player_plays_the_file_as_loud_as_the_setting(started: list[list[str]]) -> None:
    made = Sounds(lambda: 40)
    made.play("ok")
    program, quiet, path = started[0]
    assert (program, quiet) == ("/usr/bin/aplay", "-q")
    assert Path(path).name == "ok-40.wav"
    assert Path(path).is_file()
    made.close()
    assert not Path(path).exists()


def test_volume_zero_and_unknown_sounds_are_silent(started: list[list[str]]) -> None:
    made = Sounds(lambda: 0)
    made.play("ok")
    Sounds(lambda: 100).play("fanfare")
    made.close()
    assert started == []


def test_a_computer_without_a_player_is_silent(started: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    Sounds(lambda: 100).play("no")
    assert started == []
