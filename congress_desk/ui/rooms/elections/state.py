"""What the elections room shows: a path of six steps through one round of one election, the present one open.

No sentences. A count is never held here: `seen` is what the service says, whole, each time anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session
from congress_desk.domain.ballot_batches import EnteredRow, EntryDraft, Open, Way
from congress_desk.domain.ballot_forms import BallotColour, BallotForm, BallotPaper, Mark
from congress_desk.domain.ballots import CandidateId, Question, Sheet, SheetId
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.election_lists import Surplus
from congress_desk.domain.election_rules import InvalidReason
from congress_desk.domain.elections import CommitteeRole, Election, ElectionId, Round, RoundId
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.services.count_sealing import AuditSeen
from congress_desk.services.counting import Difference
from congress_desk.services.elections import RoundSeen
from congress_desk.services.ports.printer import PagePicture
from congress_desk.ui.rooms.elections.draft import Draft
from congress_desk.ui.rooms.elections.scan_state import ScanSeen, TableWork, Watched

UTC = ZoneInfo("UTC")


class Step(StrEnum):
    LIST = "list"
    COMMITTEE = "committee"
    BALLOTS = "ballots"
    COUNTING = "counting"
    JUDGING = "judging"
    RESULT = "result"


class Form(StrEnum):
    """What is open beside or over the step's page."""

    NONE = "none"
    NEW = "new"  # over the page: a new election
    CANDIDATE = "candidate"
    WITHDRAW = "withdraw"
    ENTRY = "entry"  # over the page: ballots entered by keyboard
    TALLY = "tally"  # over the page: tally marks of a bundle
    TABLE = "table"  # over the page: a camera over a table
    VOID_BATCH = "void_batch"
    SEAL = "seal"
    VOID_COUNT = "void_count"
    VOID_ROUND = "void_round"
    LEAVE_TIE = "leave_tie"
    NEXT_ROUND = "next_round"


class Among(StrEnum):
    """Which sheets the judgement shows."""

    WAITING = "waiting"
    ALL = "all"
    SAMPLE = "sample"


class Fact(StrEnum):
    CREATED = "created"
    ADDED = "added"
    WITHDRAWN = "withdrawn"
    NAMED = "named"
    OPENED = "opened"
    RULES = "rules"
    PRINTED = "printed"
    SAVED = "saved"
    MOVED = "moved"
    TAKEN_BACK = "taken_back"
    SCANNED = "scanned"
    LAID = "laid"
    RECOVERED = "recovered"
    WATCHING = "watching"
    WATCHED_NO_MORE = "watched_no_more"
    BROKEN_OFF = "broken_off"
    ENTERED = "entered"
    THROWN_AWAY = "thrown_away"
    TALLIED = "tallied"
    BATCH_VOIDED = "batch_voided"
    JUDGED = "judged"
    DECIDED = "decided"
    DRAWN = "drawn"
    CHECKED = "checked"
    SEALED = "sealed"
    COUNT_VOIDED = "count_voided"
    ROUND_VOIDED = "round_voided"
    NEXT = "next"
    TIE_LEFT = "tie_left"
    ALTERNATES = "alternates"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    number: int
    fact: Fact | None = None
    places: Mapping[str, object] = field(default_factory=dict)
    error: Refusal | Trouble | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftMember:
    delegate: DelegateId
    name: str
    delegation: str = ""
    role: CommitteeRole = CommitteeRole.MEMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWish:
    """How ballots shall be printed. colour: None for the congress's next one."""

    copies: int = 0
    paper: BallotPaper = BallotPaper.A4
    colour: BallotColour | None = None
    beside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A pass of entry under way: rows in the order of the bundle. at: the place that is being entered, from 0.

    safe: the rows as they are on disk; only these are said to be entered.
    """

    batch: str
    number: int
    by: str
    rows: tuple[EnteredRow, ...] = ()
    safe: tuple[EnteredRow, ...] = ()
    at: int = 0

    @property
    def draft(self) -> EntryDraft:
        return EntryDraft(batch=self.batch, number=self.number, by=self.by, rows=self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """What two people are about to conclude of one sheet. Nothing is chosen beforehand.

    marks: what stands, with those changed or told by people. row: the name looked at. whole, detail: JPEG.
    """

    sheet: Sheet
    batch: str = ""
    question: Question | None = None
    marks: Mapping[CandidateId, Mark] = field(default_factory=dict)
    valid: bool = False  # "valid, as marked" was chosen
    invalid: InvalidReason | None = None
    set_aside: bool = False
    row: CandidateId | None = None
    page: int = 0
    whole: bytes | None = None
    detail: bytes | None = None

    @property
    def chosen(self) -> bool:
        untold = Mark.ASK in self.marks.values()
        return self.set_aside or self.invalid is not None or (self.valid and not untold)


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionsState:
    """elections: None until they were read. by: the two people at this screen, "" until they say so."""

    elections: tuple[Election, ...] | None = None
    seen: RoundSeen | None = None
    step: Step = Step.LIST
    form: Form = Form.NONE
    draft: Draft = field(default_factory=Draft)
    surplus: Surplus | None = None
    list_error: Refusal | None = None
    members: tuple[DraftMember, ...] = ()
    members_error: Refusal | None = None
    people: tuple[Delegate, ...] = ()
    sessions: tuple[Session, ...] = ()
    sheet_marks: bool = False
    wish: PaperWish = field(default_factory=PaperWish)
    ballot: BallotForm | None = None
    sample: PagePicture | None = None
    progress: tuple[int, int] | None = None
    scan: ScanSeen | None = None
    watched: Watched | None = None
    table: TableWork | None = None
    batch: str = ""
    way: Way = Way.SCAN
    differences: tuple[Difference, ...] = ()
    entry: Entry | None = None
    unfinished: tuple[EntryDraft, ...] = ()  # passes that wait to be gone on with
    among: Among = Among.WAITING
    judging: Judging | None = None
    with_reading: bool = False
    by: tuple[str, str] = ("", "")
    audit: AuditSeen | None = None
    checked: Mapping[SheetId, bool] = field(default_factory=dict)
    tab: int = 0  # of the step's page
    wrong: str = ""
    busy: bool = False
    told: Told | None = None
    zone: ZoneInfo = UTC

    @property
    def election(self) -> Election | None:
        return self.seen.election if self.seen else None

    @property
    def round(self) -> Round | None:
        return self.seen.round if self.seen else None

    @property
    def round_id(self) -> RoundId | None:
        return self.seen.round.id if self.seen else None

    @property
    def election_id(self) -> ElectionId | None:
        return self.seen.election.id if self.seen else None

    @property
    def waiting(self) -> tuple[Open, ...]:
        return self.seen.outcome.open if self.seen else ()

    @property
    def sheets(self) -> tuple[tuple[Sheet, str], ...]:
        """Every sheet that is shown now, with its bundle."""
        if self.seen is None:
            return ()
        if self.among is Among.WAITING:
            return tuple((one.sheet, one.batch) for one in self.waiting)
        batches = [count.batch for count in self.seen.outcome.batches]
        wanted = set(self.audit.audit.sheets) if self.audit else set()
        return tuple(
            (sheet, batch.name)
            for batch in batches
            for sheet in (*batch.scanned, *(s for s in batch.entered if self.among is Among.ALL))
            if self.among is Among.ALL or sheet.id in wanted
        )

    @property
    def delegations(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(p.sheet.delegation for p in self.people if p.sheet.delegation))
