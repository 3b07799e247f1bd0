"""OpenCV, imported where it is first needed: quiet, on one core, and never while a process is spawned."""

from __future__ import annotations

import os
import threading
from typing import Any

NOT_NOW = threading.Lock()
"""Held while cv2 is imported: its own folder, with a module named typing, stands first in sys.path meanwhile, and a
process spawned at that moment would inherit it. Whoever spawns holds the lock too."""


def opencv() -> Any:
    """cv2; what it would write to the terminal is told as a Trouble or a report."""
    os.environ.setdefault("OPENCV_LOG_LEVEL", "OFF")
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
    with NOT_NOW:
        import cv2

        cv2.setNumThreads(1)
        return cv2
