"""The keys of every room, as the help (F1) lists them, in the order in which a day needs them.

Where the same key does the same kind of thing on several pages of a room, its meanings stand behind each other.
Tests compare them with what the rooms' own tooltips say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.plumbing.texts import marked


@dataclass(frozen=True, slots=True)
class Keys:
    """keys: one, or several parted by two blanks. meanings: English sources."""

    keys: str
    meanings: tuple[str, ...]


EVERYWHERE = (
    Keys("F1", (marked("Help"),)),
    Keys("F12", (marked("Second screen black, or back, from every room"),)),
    Keys("Ctrl+F", (marked("Filter a table"),)),
    Keys("Ctrl+C", (marked("Copy the selected rows"),)),
    Keys("Esc", (marked("Cancel"), marked("Back"))),
)
_PAGES = (
    Keys("Page Up  Page Down", (marked("Previous page"), marked("Next page"))),
    Keys("Ctrl++  Ctrl+-", (marked("Larger"), marked("Smaller"))),
    Keys("Ctrl+0", (marked("Fit the width"),)),
)
ROOM_KEYS: Mapping[str, tuple[Keys, ...]] = {
    "registry": (
        Keys("Ctrl+I", (marked("Import a list"),)),
        Keys("Ctrl+N", (marked("Add a delegate"),)),
        Keys("Ctrl+E", (marked("Export"),)),
        Keys("F2", (marked("Edit"),)),
        Keys("F5", (marked("Read again"),)),
        Keys("Enter", (marked("Take the photo"), marked("Seat here"))),
        Keys("Ctrl+Enter", (marked("Import"), marked("Add the photos"), marked("Prepare the faces"))),
        Keys("Ctrl+S", (marked("Save"),)),
        Keys("Ctrl+P", (marked("Print"),)),
        Keys("Ctrl+Z", (marked("Undo"),)),
        Keys("Delete", (marked("Free the seat"),)),
        Keys("+  -  0", (marked("Map of the hall: larger, smaller, whole"),)),
        Keys("Page Up  Page Down", (marked("Previous page"), marked("Next page"))),
        Keys("Esc", (marked("Back"), marked("Cancel"))),
    ),
    "checkin": (
        Keys("Enter", (marked("Yes, it is this person"),)),
        Keys("1  2  3  0", (marked("Choose one of the people shown, or none of these"),)),
        Keys("F2", (marked("Face search on or off"),)),
        Keys("F4", (marked("Undo what was just recorded"),)),
        Keys("F6", (marked("Record the exit of somebody who is present"),)),
        Keys("F7", (marked("Record an absence"),)),
    ),
    "documents": (
        Keys("Ctrl+N", (marked("Add documents"),)),
        Keys("F2", (marked("Edit"),)),
        Keys("Ctrl+Enter", (marked("Add as drafts"),)),
        Keys("Ctrl+G", (marked("Hand out"),)),
        Keys("Enter", (marked("Give out"),)),
        Keys("Delete", (marked("Take back"), marked("Revoke"))),
        Keys("F5", (marked("Make the sheet"), marked("Start or stop the portal"))),
        Keys("Ctrl+S", (marked("Save"),)),
        Keys("Ctrl+P", (marked("Print"),)),
        *_PAGES,
        Keys("Esc", (marked("Back"), marked("Cancel"))),
    ),
    "agenda": (
        Keys("F5", (marked("Begin the next item"),)),
        Keys("F6", (marked("End of what is on now"),)),
        Keys("F7", (marked("Begin to speak"), marked("Finished"))),
        Keys("F8", (marked("Pause"),)),
        Keys("F9", (marked("1 minute more"),)),
        Keys("F4", (marked("Raise a hand"),)),
        Keys("Insert", (marked("Add an item"), marked("Add a presentation"))),
        Keys("F2", (marked("Edit"),)),
        Keys("Delete", (marked("Remove"),)),
        Keys("Alt+↑  Alt+↓", (marked("Move the row"),)),
        Keys("Ctrl+S", (marked("Save"), marked("Take it in"))),
        Keys("Esc", (marked("Cancel"),)),
    ),
    "screen": (
        Keys("F11", (marked("Second screen: what is next goes on air"),)),
        Keys("F12", (marked("Second screen black, or back, from every room"),)),
    ),
    "voting": (
        Keys("F5", (marked("All agree"),)),
        Keys("Ctrl+S", (marked("Record these figures"),)),
        Keys("F8", (marked("Show on the second screen"),)),
        Keys("Esc", (marked("Cancel"),)),
    ),
    "elections": (
        Keys("Alt+1 … Alt+6", (marked("Steps of the election"),)),
        Keys("F5", (marked("The main act of the step"), marked("A ballot was read as it is"))),
        Keys("F6", (marked("Add names or files"), marked("A ballot was read wrongly"))),
        Keys("F7", (marked("The folder that the scanner writes into"),)),
        Keys("F9", (marked("Camera over a table"),)),
        Keys("Space", (marked("Take the sheet as it lies"),)),
        Keys("F4  F3", (marked("The reading of a ballot, and its next page"),)),
        Keys("1  2  3  4", (marked("How a name is marked: for, struck through, neither, both"),)),
        Keys("0", (marked("The ballot is valid"),)),
        Keys("A  B  C  D  E  F  G  H", (marked("Why a ballot is not valid, as the regulation counts it"),)),
        Keys("S", (marked("A ballot of another round is set aside"),)),
        Keys("↑  ↓", (marked("The name above or below"),)),
        Keys("Page Up  Page Down", (marked("Previous page"), marked("Next page"))),
        Keys("Enter", (marked("Add"),)),
        Keys("Ctrl+Enter", (marked("Two people have concluded on a ballot"),)),
        Keys("Ctrl+S", (marked("Save, keep or seal"),)),
        Keys("Ctrl+P", (marked("Print"),)),
        Keys("F8", (marked("Show on the second screen"),)),
        Keys("Esc", (marked("Cancel"),)),
    ),
    "records": (
        Keys("Ctrl+P", (marked("Print"),)),
        Keys("Ctrl+S", (marked("Save as PDF"), marked("Save"))),
        Keys("F5", (marked("Make anew"),)),
        Keys("Ctrl+O", (marked("Check a sealed record"),)),
        Keys("Enter  Delete", (marked("Add"), marked("Remove"))),
        *_PAGES,
        Keys("Esc", (marked("Cancel"),)),
    ),
    "settings": (
        Keys("Ctrl+N", (marked("Add a session"),)),
        Keys("F2", (marked("Edit"),)),
    ),
}
