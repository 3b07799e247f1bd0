"""Qt's own words (the menu of a text field, the file dialog) in the user's language.

Qt ships no Vietnamese; so the few dozen texts that a secretary can meet stand in our own catalogue.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from congress_desk.plumbing.texts import Words, marked

NAME = "congress-desk-qt-words"

KNOWN = frozenset(
    {
        marked("Undo"),
        marked("Redo"),
        marked("Cut"),
        marked("Copy"),
        marked("Paste"),
        marked("Delete"),
        marked("Select All"),
        marked("OK"),
        marked("Cancel"),
        marked("Open"),
        marked("Directories"),
        marked("Save"),
        marked("Close"),
        marked("Yes"),
        marked("No"),
        marked("Back"),
        marked("Forward"),
        marked("Parent Directory"),
        marked("Create New Folder"),
        marked("List View"),
        marked("Detail View"),
        marked("Look in:"),
        marked("File name:"),
        marked("Files of type:"),
        marked("Directory:"),
        marked("Choose"),
        marked("Name"),
        marked("Size"),
        marked("Kind"),
        marked("Type"),
        marked("Date Modified"),
        marked("Computer"),
        marked("Folder"),
        marked("File"),
        marked("New Folder"),
        marked("Rename"),
        marked("All files (*)"),
    }
)


class QtWords(QTranslator):
    """Answers Qt's questions for a text from our catalogue; what it does not know stays Qt's."""

    def __init__(self, say: Words, parent: QApplication) -> None:
        super().__init__(parent)
        self.setObjectName(NAME)
        self._say = say

    @classmethod
    def install(cls, app: QApplication, say: Words) -> None:
        """In the place of the words installed before."""
        for old in app.findChildren(QTranslator, NAME):
            QCoreApplication.removeTranslator(old)
            old.deleteLater()
        QCoreApplication.installTranslator(cls(say, app))

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        plain = sourceText.replace("&", "")
        return self._say(plain) if plain in KNOWN else None
