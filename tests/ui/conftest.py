"""Screens are tested without a screen, and no test may leave a thread behind."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from congress_desk.plumbing.settings import CONFIG_FOLDER_VARIABLE, SettingsFile
from congress_desk.ui.look import Look, look_for
from congress_desk.ui.theme import dress


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and thread.is_alive()]
    assert not left, f"left behind: {left}"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SettingsFile:
    """The settings of an English desk in a folder of the test."""
    monkeypatch.setenv(CONFIG_FOLDER_VARIABLE, str(tmp_path / "config"))
    made = SettingsFile(tmp_path / "config" / "desk.json")
    made.change(language="en", sound_volume=0)
    return made


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """English and light, laid over the program."""
    made = look_for("en", "light")
    dress(qapp, made)
    return made
