"""Files dropped onto a widget, and the large place that asks for a file or takes it dropped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.widgets.parts import column, icon_label, label, on_click, primary_button, restyle, row

LISTS = (".xlsx", ".xls", ".ods", ".csv")
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff")


class FileDrop(QObject):
    """Lets a widget take dropped files that it accepts: the first of them, or all. `over` tells of a hover."""

    dropped = Signal(object)  # Path
    all_dropped = Signal(object)  # tuple[Path, ...]
    over = Signal(bool)

    def __init__(self, widget: QWidget, accepts: Callable[[Path], bool]) -> None:
        super().__init__(widget)
        self._accepts = accepts
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            if self._paths(event.mimeData()):
                event.acceptProposedAction()
                self.over.emit(True)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.over.emit(False)
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.over.emit(False)
            if paths := self._paths(event.mimeData()):
                event.acceptProposedAction()
                self.dropped.emit(paths[0])
                self.all_dropped.emit(paths)
            return True
        return False

    def _paths(self, dropped: QMimeData) -> tuple[Path, ...]:
        paths = (Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile())
        return tuple(path for path in paths if self._accepts(path))


def is_list(path: Path) -> bool:
    return path.suffix.lower() in LISTS


def is_picture(path: Path) -> bool:
    return path.suffix.lower() in PICTURES


def is_folder(path: Path) -> bool:
    return path.is_dir()


class DropPlace(QFrame):
    """An empty place with a broken border: drop it here, or press the button."""

    dropped = Signal(object)  # Path
    asked = Signal()

    def __init__(
        self,
        look: Look,
        *,
        icon: str,
        title: str,
        sentence: str,
        button: str,
        accepts: Callable[[Path], bool],
        width: int = 520,
    ) -> None:
        super().__init__()
        self.setProperty("look", "drop")
        self.setAccessibleName(title)
        middle = Qt.AlignmentFlag.AlignHCenter
        heading, words = label(title, "title", wrap=True), label(sentence, "muted", wrap=True)
        for one in (heading, words):
            one.setAlignment(middle)
            one.setFixedWidth(width)
        self.button = primary_button(button, look=look, icon="open")
        on_click(self.button, self.asked.emit)
        picture = icon_label(look, icon, 56, "line_strong")
        lines = (row(0, one, 0) for one in (picture, heading, words, self.button))
        layout = column(0, *lines, 0, space=12)
        layout.setContentsMargins(32, 40, 32, 40)
        self.setLayout(layout)
        drop = FileDrop(self, accepts)
        drop.dropped.connect(self.dropped)
        drop.over.connect(self._on_over)

    def _on_over(self, over: bool) -> None:
        restyle(self, tone="over" if over else "")
