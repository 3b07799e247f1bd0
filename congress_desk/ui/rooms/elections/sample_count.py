"""A round of people who do not exist, counted: what the room's samples are made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from congress_desk.domain.ballot_batches import (
    Batch,
    CountingRules,
    EnteredRow,
    EntryPass,
    Tally,
    count_sheets,
    laid_over,
)
from congress_desk.domain.ballot_forms import BallotForm, BallotKind, Doubt, Mark, SheetStatus
from congress_desk.domain.ballots import CandidateId, Sheet, SheetId
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.election_outcome import outcome_of
from congress_desk.domain.election_rules import PROFILES, InvalidReason, Office, ProfileName
from congress_desk.domain.elections import (
    Audit,
    Candidate,
    CommitteeMember,
    CommitteeRole,
    Election,
    ElectionId,
    Flow,
    Movement,
    Round,
    RoundId,
    Seal,
    Source,
)
from congress_desk.domain.journal import EventId
from congress_desk.domain.majority import Base, Deduction, DeductionReason
from congress_desk.services.elections import RoundSeen

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOON = dt.datetime(2025, 9, 23, 10, 42, tzinfo=ZONE)
NAMES = (
    "Nguyễn Thị Ánh",
    "Phạm Quốc Bình",
    "Lê Thị Thu Chung",
    "Vũ Đức Dũng",
    "Đặng Văn Đông",
    "Hoàng Minh Giang",
    "Lý Thị Hương Giang",
    "Trần Thị Hạnh",
    "Nông Quốc Khánh",
    "Bùi Thị Lan",
    "Ma Văn Long",
    "Trần Đức Ngọc",
    "Dương Văn Sơn",
    "Triệu Thị Thảo",
    "Phạm Văn Ước",
)
SEATS = 12
BALLOTS = 298
BASE = Base(
    convened=300,
    deductions=(
        Deduction(
            delegate=DelegateId("x1"), name="Hà Văn Thắng", reason=DeductionReason.OFFICIAL_ABSENT, named=False
        ),
    ),
)
COMMITTEE = (
    CommitteeMember(delegate=DelegateId("c1"), name="Trịnh Thị Bích Liên", role=CommitteeRole.HEAD),
    CommitteeMember(delegate=DelegateId("c2"), name="Lương Văn Chiến", role=CommitteeRole.SECRETARY),
    CommitteeMember(delegate=DelegateId("c3"), name="Đinh Thị Mỹ Hằng"),
)
HERE = (COMMITTEE[0].name, COMMITTEE[1].name)


def candidates(names: tuple[str, ...] = NAMES) -> tuple[Candidate, ...]:
    """One of them named from the floor."""
    made = [Candidate(id=CandidateId(name), name=name) for name in names]
    if len(made) > 3:
        made[3] = replace(made[3], source=Source.FLOOR, consent=121, attending=298)
    return tuple(made)


FORM = BallotForm(
    election="e1", round=1, kind=BallotKind.STRIKE, title="Ban Chấp hành Đảng bộ tỉnh", seats=SEATS, names=NAMES
)


def moved(**counts: int) -> tuple[Movement, ...]:
    """printed=320, issued=298, ...; issued by two delegations."""
    found = []
    for place, (name, count) in enumerate(counts.items()):
        flow = Flow(name)
        parts = (
            [("Đoàn xã Phú Lương", count - 200), ("Đoàn xã Đại Từ", 200)] if flow is Flow.ISSUED else [("", count)]
        )
        for delegation, part in parts:
            at = NOON - dt.timedelta(minutes=90 - 9 * place)
            event = EventId(f"m{place}{delegation}")
            found.append(Movement(flow=flow, count=part, delegation=delegation, at=at, by=HERE[0], event=event))
    return tuple(found)


def a_sheet(number: int, struck: tuple[int, ...], **more: Any) -> Sheet:
    """struck: places from 0."""
    marks = {CandidateId(name): Mark.NO if place in struck else Mark.YES for place, name in enumerate(NAMES)}
    return replace(
        Sheet(id=SheetId(f"{number:04}"), status=SheetStatus.READ, marks=marks, seen_by_people=True), **more
    )


def _struck(number: int) -> tuple[int, ...]:
    """The last five lose most votes; everybody strikes three."""
    return (14, 13 if number % 4 else 2, (12, 11, 5)[number % 3])


def _sheets(first: int, count: int) -> tuple[Sheet, ...]:
    valid = tuple(a_sheet(n, _struck(n)) for n in range(first, first + count - 2))
    not_valid = (InvalidReason.SIGNED, InvalidReason.TOO_MANY)
    spoiled = tuple(
        a_sheet(first + count - 2 + n, (), invalid=reason, status=SheetStatus.READ)
        for n, reason in enumerate(not_valid)
    )
    return (*valid, *spoiled)


def _asked(number: int, doubt: Doubt, place: int) -> Sheet:
    sheet = a_sheet(number, (6, 7, 13))
    page = {
        "picture": f"p{number}",
        "status": "ask",
        "form_code": FORM.code,
        "page": 0,
        "mark": "",
        "straightened": True,
        "doubts": [],
        "rows": [[place, "ask", [doubt.value], 0.0, 0.4]],
        "ink": "",
    }
    marks = {**sheet.marks, CandidateId(NAMES[place]): Mark.ASK}
    return replace(
        sheet,
        status=SheetStatus.ASK,
        marks=marks,
        reason=doubt.value,
        doubts=(doubt.value,),
        pages=(page,),
        seen_by_people=False,
    )


def _by_hand_too(batch: Batch) -> Batch:
    """The drawn bundle was tallied as well, and agrees."""
    rules = CountingRules(kind=BallotKind.STRIKE, seats=SEATS, candidates=tuple(CandidateId(n) for n in NAMES))
    count = count_sheets(batch.scanned, rules)[0]
    return replace(batch, tally=Tally(count=count, by=HERE))


DOUBTFUL = _asked(5, Doubt.HALF_STRIKE, 1)
WAITING = (DOUBTFUL, _asked(17, Doubt.FAINT, 2), _asked(44, Doubt.WRITING, 11))
SETTLED = (Batch(name="1", scanned=_sheets(1, 150)), _by_hand_too(Batch(name="2", scanned=_sheets(151, 148))))
OPEN = (
    Batch(name="1", scanned=tuple({s.id: s for s in (*_sheets(1, 150), *WAITING)}.values())),
    Batch(name="2", scanned=_sheets(151, 100)),
)

TIED = (
    Batch(name="1", scanned=tuple(a_sheet(n, (14, 13, 9 if n == BALLOTS else 10 + n % 3)) for n in range(1, 299))),
)
FEW = (Batch(name="1", scanned=tuple(a_sheet(n, (14, 13, 12, 11, 10)) for n in range(1, 299))),)


def entered() -> Batch:
    """A bundle that two people entered, with two ballots that are not alike."""
    rows = {SheetId(f"3/{n:03}"): EnteredRow(marks=a_sheet(n, _struck(n)).marks) for n in range(1, 26)}
    wrong = {
        SheetId("3/007"): EnteredRow(marks=a_sheet(7, (14, 13, 10)).marks),
        SheetId("3/019"): EnteredRow(invalid=InvalidReason.MARKED),
    }
    passes = (
        EntryPass(number=1, by=HERE[0], rows=rows),
        EntryPass(number=2, by=HERE[1], rows={**rows, **wrong}),
    )
    return Batch(name="3", passes=passes, entered=laid_over(passes))


def compared(batches: tuple[Batch, ...]) -> frozenset[str]:
    return frozenset(sheet.id for batch in batches for sheet in batch.scanned)


def round_of(**more: Any) -> Round:
    base = Round(
        id=RoundId("r1"),
        election=ElectionId("e1"),
        number=1,
        seats=SEATS,
        ballot=BallotKind.STRIKE,
        candidates=candidates(),
        form=FORM,
        present=BALLOTS,
    )
    return replace(base, **more)


def seen(one: Round, *, committee: tuple[CommitteeMember, ...] = COMMITTEE) -> RoundSeen:
    election = Election(
        id=ElectionId("e1"),
        title="Ban Chấp hành Đảng bộ tỉnh Thái Sơn khóa I",
        office=Office.EXECUTIVE,
        profile=PROFILES[ProfileName.PARTY_190],
        seats=SEATS,
        candidates=one.candidates,
        committee=committee,
        rounds=(one,),
        created_at=NOON - dt.timedelta(hours=20),
    )
    return RoundSeen(election=election, round=one, outcome=outcome_of(election, one, BASE))


def sealed(one: Round) -> Round:
    result = seen(one).outcome.result
    return replace(one, seal=Seal(by=HERE, at=NOON, result=result, digest="8c1f0a27b3d94e65" * 4))


AUDIT = Audit(seed="4 1 6 2 5 3", sheets=tuple(f"{n:04}" for n in (5, 17, 44, 91, 120)), batch="2", population=251)
CLEAN_AUDIT = replace(AUDIT, checked=dict.fromkeys(AUDIT.sheets, True), by=HERE, population=298)
