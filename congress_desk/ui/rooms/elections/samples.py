"""Named states of the elections room for the gallery and the tests: each step, and each trouble on the way.

The sheet's picture is a really printed, marked and scanned one (of people who do not exist).
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from congress_desk.domain.attendance import Session
from congress_desk.domain.ballot_batches import EnteredRow, EntryDraft, Way
from congress_desk.domain.ballot_forms import BallotKind, Mark
from congress_desk.domain.ballots import Question, SheetId
from congress_desk.domain.election_lists import surplus_of
from congress_desk.domain.election_rules import InvalidReason, Office, ProfileName, TieRule
from congress_desk.domain.elections import Confirmed
from congress_desk.domain.journal import SessionId
from congress_desk.domain.majority import Formula
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.plumbing.resources import resource
from congress_desk.services.count_sealing import AuditSeen
from congress_desk.services.counting import Difference
from congress_desk.services.elections import RoundSeen
from congress_desk.services.ports.printer import PagePicture
from congress_desk.ui.rooms.elections import sample_scans as scans
from congress_desk.ui.rooms.elections.draft import Draft, OwnRules
from congress_desk.ui.rooms.elections.sample_count import (
    AUDIT,
    CLEAN_AUDIT,
    COMMITTEE,
    DOUBTFUL,
    FEW,
    HERE,
    NAMES,
    NOON,
    OPEN,
    SETTLED,
    TIED,
    WAITING,
    ZONE,
    a_sheet,
    candidates,
    compared,
    entered,
    moved,
    round_of,
    sealed,
    seen,
)
from congress_desk.ui.rooms.elections.state import (
    Among,
    DraftMember,
    ElectionsState,
    Entry,
    Fact,
    Form,
    Judging,
    PaperWish,
    Step,
    Told,
)
from congress_desk.ui.sample_people import PEOPLE


def _state(shown: RoundSeen, step: Step, **more: Any) -> ElectionsState:
    one, profile = shown.round, shown.election.profile
    base = ElectionsState(
        elections=(shown.election,),
        seen=shown,
        step=step,
        people=PEOPLE,
        members=MEMBERS,
        surplus=surplus_of(profile, len(one.candidates), one.seats),
        ballot=one.form,
        zone=ZONE,
    )
    return replace(base, **more)


def _page() -> PagePicture:
    from PIL import Image

    with Image.open(resource("sample", "ballot.jpg")) as raw:
        image = raw.convert("RGB").resize((460, 651))
    return PagePicture(width=image.width, height=image.height, rgb=image.tobytes())


MEMBERS = tuple(
    DraftMember(delegate=m.delegate, name=m.name, delegation="Đoàn xã Phú Lương", role=m.role)
    for m in COMMITTEE
    if m.delegate
)
ISSUED = moved(printed=320, issued=298, exchanged=3, spare=19, collected=298)
OPENED = Confirmed(by=HERE, at=NOON)
PREPARED = seen(round_of())
VOTING = seen(round_of(movements=ISSUED))
COUNTED = seen(round_of(movements=ISSUED, batches=OPEN, opened=OPENED, audit=AUDIT, twins_sought=compared(OPEN)))
DIFFERENT = seen(round_of(movements=ISSUED, batches=(*OPEN, entered()), opened=OPENED))
SETTLED_COUNT = round_of(
    movements=ISSUED, batches=SETTLED, opened=OPENED, audit=CLEAN_AUDIT, twins_sought=compared(SETTLED)
)
JUDGING = Judging(
    sheet=DOUBTFUL,
    batch="1",
    question=Question.DOUBT,
    marks=DOUBTFUL.marks,
    row=next(c for c, mark in DOUBTFUL.marks.items() if mark is Mark.ASK),
    whole=resource("sample", "ballot.jpg").read_bytes(),
    detail=resource("sample", "ballot-mark.jpg").read_bytes(),
)
SESSIONS = tuple(
    Session(id=SessionId(name), name=name, starts=NOON, ends=NOON) for name in ("Khai mạc", "Sáng ngày 23/9")
)
DRAFT = Draft(
    title="Ban Chấp hành Đảng bộ tỉnh Thái Sơn khóa I, nhiệm kỳ 2025 - 2030",
    office=Office.EXECUTIVE,
    seats=11,
    candidates=candidates(NAMES),
)

EMPTY = ElectionsState(elections=())
WRITING = replace(EMPTY, form=Form.NEW, wrong="election_title")
LIST_TOO_LONG = replace(
    EMPTY,
    form=Form.NEW,
    draft=DRAFT,
    list_error=Refusal(Reason.SURPLUS_TOO_LARGE, candidates=15, most=14, seats=11, article="14"),
)
OTHER_TYPE = replace(
    EMPTY,
    form=Form.NEW,
    draft=replace(DRAFT, seats=12, office=Office.OTHER, ballot=BallotKind.COLUMNS),
    sessions=SESSIONS,
    surplus=surplus_of(PREPARED.election.profile, len(NAMES), 12),
)
TOO_FEW_NAMES = replace(
    EMPTY,
    form=Form.NEW,
    draft=replace(DRAFT, seats=len(NAMES) + 2, office=Office.OTHER),
    sessions=SESSIONS,
    surplus=surplus_of(PREPARED.election.profile, len(NAMES), len(NAMES) + 2),
)
OWN_RULES = replace(
    OTHER_TYPE,
    draft=replace(
        DRAFT,
        seats=12,
        profile=ProfileName.CUSTOM,
        session=SESSIONS[1].id,
        own=OwnRules(law="Quy chế bầu cử của đại hội số 07-QC/ĐH", percent=None, tie=TieRule.ELDER),
    ),
)
IMPOSSIBLE_RULES = replace(
    OWN_RULES,
    draft=replace(OWN_RULES.draft, own=OwnRules(majority=Formula(Fraction(1)))),
    surplus=None,
    list_error=Refusal(Reason.MAJORITY_UNREACHABLE, what="majority", formula="> 1/1"),
)
LIST_OF_ANOTHER_TYPE = _state(
    seen(round_of(ballot=BallotKind.COLUMNS, ballot_reason="Theo Nghị quyết số 04-NQ/ĐH của đại hội")), Step.LIST
)
LIST = _state(PREPARED, Step.LIST)
ADDING = _state(PREPARED, Step.LIST, form=Form.CANDIDATE, wrong="candidate")
COMMITTEE_NAMED = _state(VOTING, Step.COMMITTEE, by=HERE)
MEMBER_ON_THE_BALLOT = _state(
    PREPARED,
    Step.COMMITTEE,
    members=(*MEMBERS, DraftMember(delegate=PEOPLE[0].id, name=NAMES[0], delegation="Đoàn xã Đại Từ")),
    members_error=Refusal(Reason.ON_THE_BALLOT, name=NAMES[0]),
)
PRINTING = _state(PREPARED, Step.BALLOTS, sample=_page(), wish=PaperWish(copies=320))
SHEET_MARKS = _state(PREPARED, Step.BALLOTS, sheet_marks=True, wrong="ballots")
ACCOUNTED = _state(VOTING, Step.BALLOTS, tab=1)
STOPPED = _state(seen(round_of(movements=moved(printed=320, issued=298, spare=22, collected=299))), Step.COUNTING)
NOT_COUNTED = _state(VOTING, Step.COUNTING)
SCANNING = _state(COUNTED, Step.COUNTING, progress=(124, 298))
BUNDLES = _state(COUNTED, Step.COUNTING, batch="1", scan=scans.SEEN)
FOLDER_WATCHED = replace(BUNDLES, watched=scans.WATCHED)
FOLDER_WITH_BROKEN_FILES = replace(BUNDLES, watched=scans.BROKEN)
FOLDER_OF_TWO_PAGES = replace(BUNDLES, watched=scans.HOLDING)
FOLDER_AWAY = replace(BUNDLES, watched=scans.AWAY, scan=None)
FOLDER_NOT_WATCHED = replace(BUNDLES, watched=scans.RESTING)
TABLE_STARTING = _state(COUNTED, Step.COUNTING, form=Form.TABLE, table=scans.STARTING)
TABLE_EMPTY = replace(TABLE_STARTING, table=scans.NOTHING_THERE)
TABLE_MOVING = replace(TABLE_STARTING, table=scans.MOVING)
TABLE_TAKEN = replace(TABLE_STARTING, table=scans.TAKEN)
TABLE_ASKED = replace(TABLE_STARTING, table=scans.ASKED)
TABLE_REFUSED = replace(TABLE_STARTING, table=scans.NO_BALLOT)
TABLE_SAME_SHEET = replace(TABLE_STARTING, table=scans.SAME)
TABLE_UNREADABLE = replace(TABLE_STARTING, table=scans.UNREADABLE)
TABLE_CAMERA_LOST = replace(TABLE_STARTING, table=scans.LOST)
TABLE_DISK_FULL = replace(TABLE_STARTING, table=scans.DISK_FULL)
ENTRIES_DIFFER = _state(
    DIFFERENT,
    Step.COUNTING,
    tab=1,
    way=Way.ENTRY,
    differences=tuple(
        Difference(batch="3", sheet=s, entered={p.number: p.rows[s] for p in entered().passes})
        for s in (SheetId("3/007"), SheetId("3/019"))
    ),
)
VOIDING_A_BUNDLE = _state(DIFFERENT, Step.COUNTING, batch="3", form=Form.VOID_BATCH)
_TYPED = (
    EnteredRow(marks=a_sheet(1, (14, 13, 12)).marks),
    EnteredRow(invalid=InvalidReason.SIGNED),
    EnteredRow(marks=a_sheet(3, (14,)).marks),
)
ENTERING = _state(
    VOTING,
    Step.COUNTING,
    form=Form.ENTRY,
    entry=Entry(batch="3", number=1, by=HERE[1], rows=_TYPED, safe=_TYPED, at=2),
)
UNFINISHED_PASSES = _state(
    VOTING,
    Step.COUNTING,
    way=Way.ENTRY,
    unfinished=(
        EntryDraft(batch="3", number=1, by=HERE[1], rows=_TYPED),
        EntryDraft(batch="4", number=2, by=HERE[0], rows=_TYPED * 9),
    ),
)
TALLYING = _state(VOTING, Step.COUNTING, way=Way.TALLY, form=Form.TALLY, batch="2", by=HERE)
DOUBTFUL_QUEUE = _state(COUNTED, Step.JUDGING, judging=JUDGING)
CONCLUDING = _state(
    COUNTED, Step.JUDGING, by=HERE, judging=replace(JUDGING, invalid=InvalidReason.MARKED, valid=False)
)
NOTHING_WAITS = _state(seen(SETTLED_COUNT), Step.JUDGING)
FROM_THE_SAMPLE = _state(
    COUNTED,
    Step.JUDGING,
    among=Among.SAMPLE,
    judging=JUDGING,
    with_reading=True,
    by=HERE,
    audit=AuditSeen(audit=AUDIT, sheets=WAITING, left_over=134),
    checked={WAITING[1].id: True},
)
NOT_READY = _state(COUNTED, Step.RESULT, audit=AuditSeen(audit=AUDIT, sheets=WAITING, left_over=134))
READY = _state(seen(SETTLED_COUNT), Step.RESULT)
UNBALANCED = replace(NOT_READY, tab=1)
SAMPLE_DRAWN = replace(NOT_READY, tab=2)
NO_COMMITTEE_YET = replace(READY, form=Form.SEAL, seen=seen(SETTLED_COUNT, committee=()))
NEXT_ROUND = _state(
    seen(sealed(round_of(movements=ISSUED, batches=FEW, opened=OPENED))), Step.RESULT, form=Form.NEXT_ROUND
)
SEALING = _state(seen(SETTLED_COUNT), Step.RESULT, form=Form.SEAL, by=(HERE[0], ""))
TIE = _state(seen(sealed(round_of(movements=ISSUED, batches=TIED, opened=OPENED))), Step.RESULT)
SEALED = _state(seen(sealed(SETTLED_COUNT)), Step.RESULT, told=Told(number=1, fact=Fact.SEALED))
_SEALED = seen(sealed(SETTLED_COUNT))
ALTERNATES_TO_TAKE = _state(replace(_SEALED, election=replace(_SEALED.election, alternate_seats=2)), Step.RESULT)
SEALED_LIST = _state(seen(sealed(SETTLED_COUNT)), Step.LIST)
VOIDED = _state(
    seen(
        round_of(
            movements=moved(printed=320, issued=298, spare=22, collected=299),
            void_reason="Số phiếu thu về nhiều hơn số phiếu phát ra",
            void_by=("Nguyễn Văn Hùng", "Lê Thị Mai"),
        )
    ),
    Step.RESULT,
)
VOIDING_THE_COUNT = _state(seen(sealed(SETTLED_COUNT)), Step.RESULT, form=Form.VOID_COUNT, wrong="reason_needed")
REFUSED = replace(
    READY, told=Told(number=1, error=Refusal(Reason.NOT_READY_TO_SEAL, sheets=3, missing=(), identities=()))
)

SAMPLES = {name: value for name, value in list(globals().items()) if isinstance(value, ElectionsState)}
