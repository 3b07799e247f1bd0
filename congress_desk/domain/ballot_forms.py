"""Ballots as they are printed (Art. 15 of 190, domain.md 4.3) and as the machine read them.

A form belongs to one election, one round and one list of names: its code is a digest of all that is printed, so a
sheet of another election, round or list can never pass for it. Nothing on a sheet tells who held it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum

MOST_NAMES = 60
CODE_LENGTH = 10
_CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's 32: none looks like another


class BallotKind(StrEnum):
    """A: names are struck through (with surplus). B: an X under agree or disagree (without surplus)."""

    STRIKE = "A"
    COLUMNS = "B"


class BallotPaper(StrEnum):
    A4 = "A4"
    A5 = "A5"


class BallotColour(StrEnum):
    """Of the band behind the title, one for each election of a congress (domain.md 4.3)."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    VIOLET = "violet"
    ORANGE = "orange"
    TEAL = "teal"
    GREY = "grey"


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotForm:
    """One ballot, of as many pages as its names need.

    election: its id. organ: the congress, over the title. title: what is elected, as it is printed; title_beside:
    the same in the second language. names: in printed order. beside: "", "en" or "ar". sheet_marks: every sheet
    carries a random mark, so a sheet can be told from a copy (and a voter who notes it can prove a vote). test: for
    trying printer and scanner; its code differs, so it is never counted.
    """

    election: str
    round: int
    kind: BallotKind
    title: str
    seats: int
    names: tuple[str, ...]
    organ: str = ""
    title_beside: str = ""
    paper: BallotPaper = BallotPaper.A4
    colour: BallotColour = BallotColour.RED
    beside: str = ""
    sheet_marks: bool = False
    rehearsal: bool = False
    test: bool = False

    @property
    def code(self) -> str:
        """Ten letters and digits, the same for the same election, round and print."""
        digest = hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).digest()
        return _lettered(digest)


def _lettered(digest: bytes) -> str:
    number = int.from_bytes(digest[:8], "big")
    return "".join(_CODE_LETTERS[(number >> (5 * place)) & 31] for place in range(CODE_LENGTH))


def sheet_code(form: BallotForm, page: int, mark: str = "") -> str:
    """What the sheet's QR symbol says: CD:<code>:<page from 01>, and a random mark only where the form allows."""
    return ":".join(["CD", form.code, f"{page + 1:02}", *([mark] if mark else [])])


def sheet_mark(drawn: bytes) -> str:
    """Ten letters of at least eight random bytes."""
    return _lettered(drawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRead:
    """A sheet's QR symbol taken apart; page counts from 0."""

    form_code: str
    page: int
    mark: str = ""


def code_read(text: str) -> CodeRead | None:
    """None for what is no ballot's code."""
    parts = text.split(":")
    if len(parts) not in (3, 4) or parts[0] != "CD" or len(parts[1]) != CODE_LENGTH or not parts[2].isdecimal():
        return None
    return CodeRead(form_code=parts[1], page=int(parts[2]) - 1, mark=parts[3] if len(parts) == 4 else "")


class Mark(StrEnum):
    """What stands at a name. Type A: struck is NO, untouched is YES. Type B: neither box is NONE, both is BOTH.

    The machine never says BOTH: it asks. BOTH is what people enter or decide.
    """

    YES = "yes"
    NO = "no"
    NONE = "none"
    BOTH = "both"
    ASK = "ask"


class Doubt(StrEnum):
    """Why a person has to look. Of a row, or of the whole sheet."""

    FAINT = "faint"  # something is there, too light or too small to be called a mark
    HEAVY = "heavy"  # a box blackened: a mark, or a mark taken back?
    HALF_STRIKE = "half_strike"
    BOTH_BOXES = "both_boxes"
    INK_OUTSIDE = "ink_outside"  # beside the names and boxes; a signature and writing are among it
    WRITING = "writing"  # so much of it that it may be a signature or added words
    SECOND_INK = "second_ink"
    TOO_MANY = "too_many"  # more votes than seats on this page
    NO_VOTE = "no_vote"  # a vote for nobody
    UNEVEN = "uneven"  # far lighter than the other marks of this sheet
    REGISTRATION = "registration"  # the printed form was not found where it has to be
    POOR_PICTURE = "poor_picture"  # blurred, dark, too small
    COVERED = "covered"  # a part of the sheet is torn off, folded over or out of the picture
    CODE_UNREAD = "code_unread"  # the form was recognised by its print, not by its code
    TWIN = "twin"  # the same ink as on another sheet: scanned twice, or a copy
    PAGES_APART = "pages_apart"  # of several pages, after one was missing: they may be of different ballots


class SheetStatus(StrEnum):
    READ = "read"
    ASK = "ask"
    REFUSED = "refused"


class NotRead(StrEnum):
    """Why a picture is no sheet of this election. It is shown and listed all the same."""

    BLANK_PAGE = "blank_page"
    NOT_A_BALLOT = "not_a_ballot"
    OTHER_FORM = "other_form"  # a ballot of another election, round or list
    SEVERAL_SHEETS = "several_sheets"
    UNREADABLE = "unreadable"  # a ballot, but neither its code nor its print can be made out
    DAMAGED_FILE = "damaged_file"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReading:
    """row: place of the name in form.names, from 0. Scores are 0..1: type A `no` is the part of the name that is
    struck; type B `yes` and `no` are the ink found in the boxes."""

    row: int
    mark: Mark
    doubts: tuple[Doubt, ...] = ()
    yes_score: float = 0.0
    no_score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReading:
    """One side of one sheet. picture: SHA-256 of its JPEG. page is -1 and rows are empty where it was refused.

    source and place: file and page in it (from 0), for the operator only: never in an export. doubts: of the whole
    sheet. ink: what tells a sheet from its twin (devices.ballots.twins). straightened: the picture lies in the
    form's geometry, PICTURE_DOTS_PER_MM.
    """

    status: SheetStatus
    source: str
    place: int
    picture: str
    reason: NotRead | None = None
    form_code: str = ""
    page: int = -1
    mark: str = ""
    rows: tuple[RowReading, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict)
    ink: bytes = b""
    straightened: bool = False

    @property
    def all_doubts(self) -> tuple[Doubt, ...]:
        found = [*self.doubts, *(doubt for row in self.rows for doubt in row.doubts)]
        return tuple(dict.fromkeys(found))


PICTURE_DOTS_PER_MM = 6


def votes_for(reading: SheetReading) -> Sequence[int]:
    """Rows with a clear yes."""
    return [row.row for row in reading.rows if row.mark is Mark.YES]
