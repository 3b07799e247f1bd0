"""One page of paper on a grey table, as wide as it fits or larger; scrolls, and tells how wide it may be."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from congress_desk.services.ports.printer import PagePicture
from congress_desk.ui.widgets.parts import column, row

MARGIN = 20
REST_MS = 120


class PaperView(QScrollArea):
    """width_changed(px): device pixels that a page may be wide so that it fits; told after the resizing rests."""

    width_changed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("look", "paper")
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self._page = QLabel()
        self._page.setAccessibleName(name)
        table = QWidget()
        table.setLayout(column(row(0, self._page, 0), 0, margin=MARGIN))
        self.setWidget(table)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rested)

    def fitting_width(self) -> int:
        bar = self.verticalScrollBar().sizeHint().width()
        return round((self.width() - 2 * MARGIN - bar - 4) * self.devicePixelRatioF())

    def show_picture(self, picture: PagePicture | None) -> None:
        """A page; None takes it away."""
        if picture is None:
            self._page.clear()
            return
        image = QImage(
            picture.rgb, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888
        ).copy()
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._page.setPixmap(QPixmap.fromImage(image))
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rest.start()

    def _on_rested(self) -> None:
        self.width_changed.emit(self.fitting_width())
