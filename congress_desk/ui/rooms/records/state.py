"""What the records room shows: which paper, for whom, in which language, its pages, its seals. No words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import SessionId
from congress_desk.domain.records import NOT_SEALED, Form
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.services.ports.packing import PackMade
from congress_desk.services.ports.printer import PagePicture
from congress_desk.ui.rooms.records.catalogue import (
    AS_WORD,
    CHOOSES_PEOPLE,
    OPTIONS,
    SHEETS,
    Option,
    Subject,
    subject_of,
)
from congress_desk.ui.rooms.records.state_closing import ClosingState
from congress_desk.ui.rooms.records.state_credentials import CredentialsState
from congress_desk.ui.rooms.records.state_seals import SealsState

UTC = ZoneInfo("UTC")


class Page(StrEnum):
    PAPERS = "papers"
    CREDENTIALS = "credentials"
    CLOSING = "closing"
    SEALS = "seals"
    PACK = "pack"


class Stand(StrEnum):
    """Where the paper stands."""

    READING = "reading"  # the room has just been entered
    NO_SESSION = "no_session"  # the form needs one and none is planned
    NO_ROUND = "no_round"  # the form needs one and no election is prepared
    NO_VOTE = "no_vote"
    NO_DOCUMENT = "no_document"
    NOBODY_CHOSEN = "nobody_chosen"  # only chosen people are printed, and nobody is chosen
    CHOOSING = "choosing"  # people are being chosen
    WORKING = "working"
    SHOWN = "shown"
    FAILED = "failed"


class Whose(StrEnum):
    """Whose badges or consent forms."""

    ALL = "all"
    DELEGATION = "delegation"
    CHOSEN = "chosen"


class Fact(StrEnum):
    PRINTED = "printed"
    SAVED = "saved"
    PACKED = "packed"
    SEALED = "sealed"
    SIGNED = "signed"
    TEXT_KEPT = "text_kept"
    USUAL_AGAIN = "usual_again"
    RULES_KEPT = "rules_kept"
    TABLE_KEPT = "table_kept"


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
class Named:
    """A round, a vote or a document to choose. number: of the round or vote, 0 for none."""

    id: str
    title: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsState:
    """chosen: ids in the order of choosing. printers: None until they were asked for; the first is the default.

    one_session: of the credentials report, None for the congress until now. vote, document: "" for all of them.
    """

    page: Page = Page.PAPERS
    form: Form = Form.ATTENDANCE
    sessions: tuple[Session, ...] | None = None
    session: SessionId | None = None
    one_session: SessionId | None = None
    rounds: tuple[Named, ...] = ()
    round: str = ""
    votes: tuple[Named, ...] = ()
    vote: str = ""
    documents: tuple[Named, ...] = ()
    document: str = ""
    language: str = "vi"
    people: tuple[Delegate, ...] = ()
    whose: Whose = Whose.ALL
    delegation: str | None = None
    chosen: tuple[DelegateId, ...] = ()
    looks: Mapping[str, str] = field(default_factory=dict)
    printers: tuple[str, ...] | None = None
    printer: str = ""
    paper: Paper = field(default_factory=Paper)
    sending: bool = False
    packing: tuple[int, int] | None = None  # records made, of how many; None while no pack is made
    packed: PackMade | None = None
    credentials: CredentialsState = field(default_factory=CredentialsState)
    closing: ClosingState = field(default_factory=ClosingState)
    seals: SealsState = field(default_factory=SealsState)
    told: Told | None = None
    zone: ZoneInfo = UTC

    @property
    def about(self) -> Subject:
        return subject_of(self.form)

    @property
    def needs_session(self) -> bool:
        return self.about is Subject.SESSION

    @property
    def asked_session(self) -> SessionId | None:
        """What the form is asked for: its session, where it has one."""
        if self.about is Subject.SESSION:
            return self.session
        return self.one_session if self.about is Subject.ANY_SESSION else None

    @property
    def asked_subject(self) -> str:
        chosen = {Subject.ROUND: self.round, Subject.VOTE: self.vote, Subject.DOCUMENT: self.document}
        return chosen.get(self.about, "")

    @property
    def offered_options(self) -> tuple[Option, ...]:
        return OPTIONS.get(self.form, ())

    @property
    def asked_options(self) -> dict[str, str]:
        """Those that this form has, as they were chosen."""
        sheets = SHEETS.get(self.form, ())
        found = {option.value: self.looks.get(option.value, "") for option in self.offered_options}
        if found.get("paper") not in sheets:
            found.pop("paper", None)
        return {name: value for name, value in found.items() if value}

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

    @property
    def can_be_word(self) -> bool:
        return self.form in AS_WORD

    @property
    def can_seal(self) -> bool:
        return self.form not in NOT_SEALED
