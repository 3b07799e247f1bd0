"""Five short sounds, through whatever player this computer has; silent where there is none. Never needed.

The files are written once per volume into a temporary folder, because the players take no volume.
"""

from __future__ import annotations

import array
import shutil
import sys
import tempfile
import wave
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QProcess

from congress_desk.plumbing.resources import resource

SOUNDS = ("ok", "ask", "no", "choose", "undone")
PLAYERS = (("paplay", ()), ("pw-play", ()), ("aplay", ("-q",)), ("afplay", ()))


class Sounds:
    """play(name) returns at once. `volume()` is 0 to 100."""

    def __init__(self, volume: Callable[[], int]) -> None:
        self._volume = volume
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._command = _player()

    def play(self, name: str) -> None:
        loudness = self._volume()
        if loudness <= 0 or name not in SOUNDS:
            return
        if sys.platform == "win32":
            _play_on_windows(self._as_loud(name, loudness))
        elif self._command is not None:
            program, arguments = self._command
            QProcess.startDetached(program, [*arguments, str(self._as_loud(name, loudness))])

    def close(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()

    def _as_loud(self, name: str, loudness: int) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="congress-desk-sounds-")
        path = Path(self._folder.name) / f"{name}-{loudness}.wav"
        if not path.exists():
            write_as_loud(resource("sounds", f"{name}.wav"), path, loudness)
        return path


def write_as_loud(source: Path, target: Path, loudness: int) -> None:
    """Copy a 16-bit WAV with every sample at `loudness` per cent."""
    with wave.open(str(source)) as read:
        parameters, frames = read.getparams(), array.array("h", read.readframes(read.getnframes()))
    quieter = array.array("h", (sample * loudness // 100 for sample in frames))
    with wave.open(str(target), "wb") as written:
        written.setparams(parameters)
        written.writeframes(quieter.tobytes())


def _player() -> tuple[str, tuple[str, ...]] | None:
    return next(((path, more) for name, more in PLAYERS if (path := shutil.which(name))), None)


def _play_on_windows(path: Path) -> None:
    import importlib

    winsound = importlib.import_module("winsound")
    winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
