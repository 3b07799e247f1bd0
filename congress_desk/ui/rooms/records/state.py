"""What the records room shows: which form, for whom, in which language, and its pages. No sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import SessionId
from congress_desk.domain.records import NEEDS_SESSION, Form
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.services.ports.printer import PagePicture

UTC = ZoneInfo("UTC")
ZOOMS = (1.0, 1.5, 2.0, 3.0)


class Stand(StrEnum):
    """Where the paper stands."""

    READING = "reading"  # the room has just been entered
    NO_SESSION = "no_session"  # the form needs one and none is planned
    NOBODY_CHOSEN = "nobody_chosen"  # only chosen people are printed, and nobody is chosen
    CHOOSING = "choosing"  # people are being chosen
    WORKING = "working"
    SHOWN = "shown"
    FAILED = "failed"


CHOOSES_PEOPLE = frozenset({Form.BADGES, Form.CONSENT_FORM, Form.CONSENT_LIST})


class Whose(StrEnum):
    """Whose badges or consent forms."""

    ALL = "all"
    DELEGATION = "delegation"
    CHOSEN = "chosen"


class Fact(StrEnum):
    PRINTED = "printed"
    SAVED = "saved"
    PACKED = "packed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The form as PDF. page: from 0; picture: of that page, None until it is drawn. stale: newer facts came."""

    stand: Stand = Stand.READING
    pdf: bytes = field(default=b"", repr=False)
    pages: int = 0
    page: int = 0
    picture: PagePicture | None = field(default=None, repr=False)
    zoom: float = 1.0
    stale: bool = False
    error: Refusal | Trouble | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    number: int
    fact: Fact | None = None
    places: Mapping[str, object] = field(default_factory=dict)
    error: Refusal | Trouble | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsState:
    """chosen: ids in the order of choosing. printers: None until they were asked for; the first is the default."""

    form: Form = Form.ATTENDANCE
    sessions: tuple[Session, ...] | None = None
    session: SessionId | None = None
    language: str = "vi"
    people: tuple[Delegate, ...] = ()
    whose: Whose = Whose.ALL
    delegation: str | None = None
    chosen: tuple[DelegateId, ...] = ()
    printers: tuple[str, ...] | None = None
    printer: str = ""
    paper: Paper = field(default_factory=Paper)
    sending: bool = False
    packing: tuple[int, int] | None = None  # records made, of how many; None while no pack is made
    told: Told | None = None
    zone: ZoneInfo = UTC

    @property
    def needs_session(self) -> bool:
        return self.form in NEEDS_SESSION

    @property
    def chooses_people(self) -> bool:
        return self.form in CHOOSES_PEOPLE

    @property
    def delegations(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(d.sheet.delegation for d in self.people))

    @property
    def only(self) -> frozenset[DelegateId] | None:
        """Who is printed; None is everybody, and for consent forms a blank one."""
        if not self.chooses_people or self.whose is Whose.ALL:
            return None
        if self.whose is Whose.CHOSEN:
            return frozenset(self.chosen)
        return frozenset(d.id for d in self.people if d.sheet.delegation == self.delegation)

    @property
    def can_print(self) -> bool:
        return self.paper.stand is Stand.SHOWN and not self.sending
