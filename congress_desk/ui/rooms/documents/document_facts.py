"""What is known of one document: its first pages as pictures, its facts, its versions."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from congress_desk.domain.documents import AskOpinions
from congress_desk.plumbing.document_words import ASKED, SECRECIES, TYPES
from congress_desk.plumbing.sentences import sentence
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents.stands import Line, Preview
from congress_desk.ui.rooms.documents.words import LANGUAGES, file_words, moment
from congress_desk.ui.widgets.parts import column, icon_button, label, on_click, row
from congress_desk.ui.widgets.people_words import isolated

if TYPE_CHECKING:
    from congress_desk.ui.rooms.documents.presenter import DocumentsPresenter

HEIGHT, LEAST = 236, 96
NAME_WIDTH = 112


class PagePreview(QFrame):
    def __init__(self, presenter: DocumentsPresenter, look: Look) -> None:
        super().__init__()
        self._look = look
        self._drawn: bytes | None = None
        say = look.say
        self._back = icon_button(look, look.icon_back, say("Previous page"))
        self._on = icon_button(look, look.icon_on, say("Next page"))
        self._page = label("", "caption")
        self._picture = QLabel()
        self._picture.setAccessibleName(say("Page"))
        self._picture.setMinimumHeight(LEAST)
        self._picture.setMaximumHeight(HEIGHT)
        self._picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setWordWrap(True)
        self._picture.setProperty("elides", True)
        turning = row(0, self._back, self._page, self._on, 0, space=4)
        self.setLayout(column(self._picture, turning, space=2))
        on_click(self._back, lambda: presenter.library.turn(-1))
        on_click(self._on, lambda: presenter.library.turn(1))

    def show_preview(self, preview: Preview | None, zone: ZoneInfo) -> None:
        pages = preview.pages if preview is not None else 0
        page = preview.page if preview is not None else 0
        for one in (self._back, self._on, self._page):
            one.setVisible(pages > 1)
        self._page.setText(self._look.say("Page {page} of {pages}", page=page + 1, pages=pages))
        self._back.setEnabled(page > 0)
        self._on.setEnabled(page + 1 < pages)
        picture = preview.picture if preview is not None else None
        if picture is not None:
            if picture is not self._drawn:
                self._drawn = picture
                self._picture.setPixmap(self._fitted(picture))
        else:
            self._drawn = None
            self._picture.setText(self._words(preview, zone))

    def _fitted(self, picture: bytes) -> QPixmap:
        scale = self.devicePixelRatioF()
        found = QPixmap()
        found.loadFromData(picture)
        if found.isNull():
            return found
        room = self._picture.size() * scale
        fitted = found.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(scale)
        return fitted

    def _words(self, preview: Preview | None, zone: ZoneInfo) -> str:
        say = self._look.say
        if preview is None or preview.reading:
            return say("Preparing the pages …")
        if preview.error is not None:
            return sentence(say, preview.error, zone)
        return say("This kind of file has no pages to show here.")


class DocumentFacts(QWidget):
    """show_document(line): facts by name, then the versions, newest first."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)

    def show_document(self, line: Line, zone: ZoneInfo) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for place, (name, value) in enumerate(self._facts(line, zone)):
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(label(name, "caption", wrap=True), place, 0, top)
            self._grid.addWidget(label(value, wrap=True), place, 1, top)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _facts(self, line: Line, zone: ZoneInfo) -> list[tuple[str, str]]:
        say, document = self._look.say, line.document
        card, current = document.card, document.current
        read = say("{devices} devices, {opened} delegates, {finished} to the end", **_figures(line))
        asked = say(ASKED[card.opinions]) if card.opinions is not AskOpinions.NO else ""
        marks = [say("Reader's name on every page")] if card.watermark else []
        marks += [say("Opens only for who is checked in")] if card.only_present else []
        facts = [
            (say("Document no."), isolated(card.number, say)),
            (say("Document type"), say(TYPES[card.type])),
            (say("Class"), say(SECRECIES[card.secrecy])),
            (say("Agenda item"), card.agenda_item),
            (say("Language"), LANGUAGES.get(card.language, card.language)),
            (say("File"), file_words(current, say)),
            (say("Opened"), read),
            (say("Opinions"), asked),
            (say("On the portal"), ", ".join(marks)),
            (say("Issued"), moment(document.issued_at, say, zone)),
            (say("Recalled"), moment(document.recalled_at, say, zone)),
        ]
        versions = [
            (say("Version {number}", number=v.number), f"{moment(v.added_at, say, zone)} · {isolated(v.called, say)}")
            for v in reversed(document.versions)
        ]
        return [fact for fact in (*facts, *versions) if fact[1]]


def _figures(line: Line) -> dict[str, int]:
    return {"devices": line.devices, "opened": line.opened, "finished": line.finished}
