"""A paper on the screen with its pages, zoom and printer around it; printed or saved. It knows no room.

It shows what it is told and tells what is wished. A room puts its own buttons into the two lines above the paper,
and its own pages (nothing made yet, being made) into the paper's place.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from congress_desk.services.ports.printer import PagePicture
from congress_desk.ui.look import Look
from congress_desk.ui.paper_zoom import ZOOMS
from congress_desk.ui.widgets.forms import Choice
from congress_desk.ui.widgets.paper_view import PaperView
from congress_desk.ui.widgets.parts import button, column, icon_button, label, on_click, primary_button, row

PRINTER_STRETCH = 100  # before the free space, until its longest width
PRINTER_WIDTH = 240


class PageTurner(QWidget):
    """Back, which page of how many, on."""

    turn_requested = Signal(int)  # so many pages on

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._back = icon_button(look, look.icon_back, look.say("Previous page (Page Up)"))
        self._on = icon_button(look, look.icon_on, look.say("Next page (Page Down)"))
        self._page = label("", "strong")
        self.setLayout(row(self._back, self._page, self._on, space=4))
        on_click(self._back, lambda: self.turn_requested.emit(-1))
        on_click(self._on, lambda: self.turn_requested.emit(1))

    def show_page(self, page: int, pages: int) -> None:
        """page: from 0."""
        self._page.setText(self._look.say("Page {page} of {pages}", page=page + 1, pages=pages))
        self._back.setEnabled(page > 0)
        self._on.setEnabled(page + 1 < pages)

    def turn(self, pages: int) -> None:
        """As its buttons do: nothing before the first page or after the last."""
        (self._on if pages > 0 else self._back).click()


class PaperPane(QWidget):
    """lead: before the printer. own: beside Save. beside, trailing: in the second line. notice: above the paper."""

    turn_requested = Signal(int)
    zoom_requested = Signal(int)  # so many steps larger; 0 fits the width
    width_changed = Signal(int)  # as paper_view.PaperView tells it
    printer_picked = Signal(object)
    print_requested = Signal()
    save_requested = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        lead: Sequence[QWidget] = (),
        own: Sequence[QWidget] = (),
        beside: Sequence[QWidget] = (),
        trailing: Sequence[QWidget] = (),
        notice: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self._printers: tuple[object, str] | None = None
        self._picture: PagePicture | None = None
        self._failure: QWidget | None = None
        self._places = QStackedWidget()
        self._build(name)
        above = row(*lead, self._printer, self._print, 0, *own, self._save, space=8)
        above.setStretch(len(lead), PRINTER_STRETCH)
        bar = row(self._turner, 8, self._zooming, *beside, 0, *trailing)
        layout = column(above, bar, *([notice] if notice else []), self._places, space=8)
        layout.setStretch(layout.count() - 1, 1)
        self.setLayout(layout)
        self._connect()

    def add_place(self, place: QWidget) -> None:
        """One that may stand where the paper does."""
        self._places.addWidget(place)

    def show_paper(self, picture: PagePicture | None, *, page: int, pages: int, zoom: float) -> None:
        if picture is not self._picture:
            self._picture = picture
            self._paper.show_picture(picture)
        self._turner.show_page(page, pages)
        self._smaller.setEnabled(zoom > ZOOMS[0])
        self._larger.setEnabled(zoom < ZOOMS[-1])
        self._show_place(self._paper)

    def show_place(self, place: QWidget) -> None:
        """One that was added; there is no page to turn then."""
        self._show_place(place)

    def show_failure(self, told: QWidget) -> None:
        """A new one each time: what failed before is let go."""
        if self._failure is not None:
            self._places.removeWidget(self._failure)
            self._failure.deleteLater()
        self._failure = told
        self._places.addWidget(told)
        self._show_place(told)

    def show_printers(self, names: Sequence[str] | None, chosen: str) -> None:
        """None until they are known; the first is the default. Anew only where they are others."""
        if (names, chosen) == self._printers:
            return
        self._printers = (names, chosen)
        say, known = self._look.say, names or ()
        if names is None:
            first = say("Looking for printers …")
        else:
            first = say("Default: {printer}", printer=known[0]) if known else say("No printer found")
        self._printer.offer([(first, ""), *((name, name) for name in known)], chosen)
        self._printer.setEnabled(bool(known))
        missing = say("No printer is found on this computer. Save as PDF and print elsewhere.")
        self._print.setToolTip(missing if names is not None and not known else f"{say('Print')} (Ctrl+P)")

    def show_ready(self, ready: bool) -> None:
        """Whether the paper may go out now. After show_printers."""
        names = self._printers[0] if self._printers else None
        self._print.setEnabled(ready and bool(names))
        self._save.setEnabled(ready)

    def _build(self, name: str) -> None:
        look, say = self._look, self._look.say
        self._turner = PageTurner(look)
        self._smaller = icon_button(look, "zoom_out", say("Smaller"))
        self._smaller.setToolTip(say("Smaller (Ctrl+-)"))
        self._larger = icon_button(look, "zoom_in", say("Larger"))
        self._larger.setToolTip(say("Larger (Ctrl++)"))
        self._fit = button(say("Fit the width"), kind="quiet", key="Ctrl+0")
        self._zooming = QWidget()
        self._zooming.setLayout(row(self._smaller, self._fit, self._larger, space=0))
        self._printer = Choice()
        self._printer.setAccessibleName(say("Printer"))
        self._printer.setToolTip(say("Printer"))
        self._printer.setMinimumContentsLength(6)
        self._printer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._printer.setMaximumWidth(PRINTER_WIDTH)
        self._save = button(say("Save as PDF"), look=look, icon="saved", key="Ctrl+S")
        self._print = primary_button(say("Print"), look=look, icon="printer", key="Ctrl+P")
        self._paper = PaperView(name)
        self._places.addWidget(self._paper)

    def _connect(self) -> None:
        self._turner.turn_requested.connect(self.turn_requested)
        self._paper.width_changed.connect(self.width_changed)
        self._printer.picked.connect(self.printer_picked)
        for pressed, steps in ((self._smaller, -1), (self._larger, 1), (self._fit, 0)):
            on_click(pressed, partial(self.zoom_requested.emit, steps))
        on_click(self._save, self.save_requested.emit)
        on_click(self._print, self.print_requested.emit)
        for keys, act in (
            ("PgUp", lambda: self._turner.turn(-1)),
            ("PgDown", lambda: self._turner.turn(1)),
            ("Ctrl+-", self._smaller.click),
            ("Ctrl++", self._larger.click),
            ("Ctrl+0", self._fit.click),
            ("Ctrl+S", self._save.click),
            ("Ctrl+P", self._print.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _show_place(self, place: QWidget) -> None:
        shown = place is self._paper
        self._turner.setVisible(shown)
        self._zooming.setVisible(shown)
        self._places.setCurrentWidget(place)
