"""Plays a clip: pictures for the screen, sound for the hall, and one word when it ends or cannot go on.

QtMultimedia is imported when the first clip is played. A clip fails when its file cannot be opened or decoded,
when it ends long before its end (a file that was cut off), or when no picture comes for seconds (a disk that was
pulled); the hall then sees the still, and only the operator is told.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QImage

from congress_desk.ui.stage.quiet import quieten_clips

STALL_MS = 3000
EARLY_MS = 1500  # so long before its end a clip may end: containers round


class ClipPlayer(QObject):
    """on_picture(image), on_end(), on_fail(): called in the screen's thread."""

    def __init__(
        self,
        *,
        on_picture: Callable[[QImage], None],
        on_end: Callable[[], None],
        on_fail: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._on_picture, self._on_end, self._on_fail = on_picture, on_end, on_fail
        self._player: Any = None
        self._sink: Any = None
        self._sound: Any = None
        self._playing = False
        self._expected_ms = 0
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.setInterval(STALL_MS)
        self._watch.timeout.connect(self._fail)

    @property
    def playing(self) -> bool:
        return self._playing

    def play(self, path: Path, *, milliseconds: int = 0) -> None:
        """From its beginning. milliseconds: how long it was when it was checked."""
        self.stop()
        self._expected_ms = milliseconds
        self._playing = True
        if not path.is_file():
            QTimer.singleShot(0, self, self._fail)
            return
        try:
            self._make()
        except ImportError:  # a system library of the player is not on this computer
            QTimer.singleShot(0, self, self._fail)
            return
        self._watch.start()
        self._player.setSource(QUrl.fromLocalFile(str(path)))
        self._player.play()

    def stop(self) -> None:
        self._playing = False
        self._watch.stop()
        if self._player is not None:
            self._player.stop()
            self._player.setSource(QUrl())

    def _make(self) -> None:
        if self._player is not None:
            return
        quieten_clips()
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink

        self._player = QMediaPlayer(self)
        self._sink = QVideoSink(self)
        self._sound = QAudioOutput(self)
        self._player.setVideoOutput(self._sink)
        self._player.setAudioOutput(self._sound)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.errorOccurred.connect(self._on_error)

    def _on_frame(self, frame: Any) -> None:
        if self._playing and frame.isValid():
            self._watch.start()
            self._on_picture(frame.toImage())

    def _on_status(self, status: Any) -> None:
        if not self._playing:
            return
        if status is type(status).EndOfMedia:
            self._ended()
        elif status is type(status).InvalidMedia:
            self._fail()

    def _ended(self) -> None:
        whole = max(self._expected_ms, self._player.duration())
        if self._player.position() + EARLY_MS < whole:
            self._fail()
            return
        self._playing = False
        self._watch.stop()
        self._on_end()

    def _on_error(self, *_told: Any) -> None:
        self._fail()

    def _fail(self) -> None:
        if self._playing:
            self.stop()
            self._on_fail()
