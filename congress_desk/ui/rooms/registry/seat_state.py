"""What the page of the seats shows: a plan, what is chosen and sought, and what an open form proposes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.journal import Event
from congress_desk.domain.records import Form as PaperForm
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.domain.seat_previews import Proposal
from congress_desk.domain.seating import HallShape, PlanName, SeatPlan
from congress_desk.services.ports.printer import PagePicture
from congress_desk.services.seating import SeatsPlanned, Sitting


class SeatForm(StrEnum):
    """What is open beside the map."""

    NONE = ""
    HALL = "hall"
    ARRANGE = "arrange"
    IMPORT = "import"
    UNDO = "undo"
    PRINT = "print"


class Moved(StrEnum):
    """The word below the map after a small act."""

    SEATED = "seated"
    SWAPPED = "swapped"
    TOOK_THE_SEAT = "took_the_seat"
    FREED = "freed"
    TAKEN_BACK = "taken_back"


class SeatPaper(StrEnum):
    """What can be printed of a plan."""

    PLAN_A3 = "plan_a3"
    PLAN_A4 = "plan_a4"
    TICKETS = "tickets"
    TENTS = "tents"

    @property
    def form(self) -> PaperForm:
        return {SeatPaper.TICKETS: PaperForm.SEAT_TICKETS, SeatPaper.TENTS: PaperForm.NAME_TENTS}.get(
            self, PaperForm.SEATING
        )

    @property
    def of_people(self) -> bool:
        return self in (SeatPaper.TICKETS, SeatPaper.TENTS)


class Whom(StrEnum):
    """Whose tickets and name tents."""

    SEATED = "seated"
    STAGE = "stage"
    DELEGATION = "delegation"
    ONE = "one"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatPrint:
    """pdf: b"" until it is made. page from 0. error: why there is none."""

    paper: SeatPaper = SeatPaper.PLAN_A3
    whom: Whom = Whom.SEATED
    pdf: bytes = b""
    pages: int = 0
    page: int = 0
    picture: PagePicture | None = None
    error: Refusal | Trouble | None = None
    sending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatTable:
    """A seating table looked at, not yet taken in."""

    path: Path | None = None
    reading: bool = False
    planned: SeatsPlanned | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    moved: Moved
    places: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """hall: None until it is read. last: what can be taken back. found: None while nothing is sought."""

    plan: PlanName = PlanName.OTHER
    hall: SeatPlan | None = None
    sharing: tuple[Delegate, ...] = ()
    last: Event | None = None
    floor: int = 1
    chosen: str = ""
    words: str = ""
    found: tuple[Sitting, ...] | None = None
    form: SeatForm = SeatForm.NONE
    shape: HallShape = field(default_factory=HallShape)
    proposal: Proposal | None = None
    table: SeatTable = field(default_factory=SeatTable)
    printing: SeatPrint = field(default_factory=SeatPrint)
    reason_missing: bool = False
    busy: bool = False
    said: Said | None = None

    @property
    def shown(self) -> SeatPlan | None:
        """What the map draws: the plan as proposed, or as it is."""
        return self.proposal.after if self.proposal is not None else self.hall

    @property
    def floors(self) -> tuple[int, ...]:
        return self.shown.floors if self.shown is not None else ()

    @property
    def sitting(self) -> Delegate | None:
        """Who sits on the chosen seat."""
        return self.shown.sitting.get(self.chosen) if self.shown is not None else None

    @property
    def waiting(self) -> tuple[Delegate, ...]:
        """Everybody who has no seat of his own in this hall."""
        if self.hall is None:
            return ()
        return (*self.sharing, *self.hall.strays, *self.hall.seatless)

    @property
    def may_move(self) -> bool:
        return self.proposal is None and not self.busy
