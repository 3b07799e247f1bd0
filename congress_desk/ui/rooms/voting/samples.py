"""Named states of the room, for the gallery, the tests and the README's pictures."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session
from congress_desk.domain.journal import SessionId
from congress_desk.domain.majority import MORE_THAN_HALF, Base, Deduction, DeductionReason
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.domain.votes import HandMethod, HandsVote, ItemKind, VoteId, ZoneCount
from congress_desk.ui.rooms.voting.state import Count, Fact, Side, Told, VotingState
from congress_desk.ui.sample_people import PEOPLE

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = dt.datetime(2025, 9, 22, 7, 30, tzinfo=ZONE)
OPENING = Session(
    id=SessionId("opening"), name="Phiên khai mạc", starts=MORNING, ends=MORNING.replace(hour=11, minute=30)
)
DEDUCTIONS = (
    Deduction(delegate=PEOPLE[1].id, name=PEOPLE[1].sheet.full_name, reason=DeductionReason.OFFICIAL_ABSENT),
    Deduction(
        delegate=PEOPLE[2].id,
        name=PEOPLE[2].sheet.full_name,
        reason=DeductionReason.COMMITTEE_ABSENT,
        note="Công văn số 12",
        named=True,
    ),
)
BASE = Base(convened=445, deductions=DEDUCTIONS)
ITEMS = (
    ("Thông qua số lượng và danh sách Đoàn Chủ tịch gồm 17 đồng chí", ItemKind.ORGAN, ZoneCount(agree=440)),
    ("Thông qua chương trình làm việc và nội quy đại hội", ItemKind.PROGRAMME, ZoneCount(agree=440)),
    (
        "Chỉ tiêu tốc độ tăng trưởng kinh tế bình quân trên 10,5 % một năm",
        ItemKind.TARGET,
        ZoneCount(agree=402, disagree=21, other=17),
    ),
    ("Phương án sửa đổi quy chế bầu cử", ItemKind.RULES, ZoneCount(agree=210, disagree=205, other=25)),
)


def _vote(number: int, voided: str = "") -> HandsVote:
    item, kind, zone = ITEMS[number - 1]
    return HandsVote(
        id=VoteId(f"v{number}"),
        number=number,
        item=item,
        kind=kind,
        session=OPENING.id,
        presider="Đoàn Chủ tịch",
        method=HandMethod.PARTY_CARD,
        at=MORNING + dt.timedelta(minutes=12 * number),
        base=BASE,
        present=440,
        zones=(zone,),
        formula=MORE_THAN_HALF,
        passed=MORE_THAN_HALF.passes(zone.agree, BASE.count),
        voided=voided,
    )


VOTES = (_vote(1), _vote(2, "Đếm sót khu B"), _vote(3), _vote(4))
ZONES = (
    ZoneCount(zone="A", teller=PEOPLE[0].sheet.full_name, agree=150, disagree=2),
    ZoneCount(zone="B", teller=PEOPLE[3].sheet.full_name, agree=160, other=4),
    ZoneCount(zone="C", teller=PEOPLE[4].sheet.full_name, agree=120),
)

EMPTY = VotingState(
    votes=(), base=BASE, present=440, sessions=(OPENING,), session=OPENING.id, people=PEOPLE, zone=ZONE
)
LISTED = replace(EMPTY, votes=VOTES)
PASSED = replace(LISTED, chosen=VoteId("v3"))
NOT_PASSED = replace(LISTED, chosen=VoteId("v4"))
VOIDED = replace(LISTED, chosen=VoteId("v2"))
WRITING = replace(LISTED, count=Count(item="Thông qua nghị quyết đại hội", kind=ItemKind.RESOLUTION))
BY_ZONE = replace(LISTED, count=Count(item="Thông qua nghị quyết đại hội", kind=ItemKind.RESOLUTION, zones=ZONES))
DIFFERS = replace(BY_ZONE, wrong="figures_do_not_fit")
NOTHING_PUT = replace(EMPTY, wrong="item")
DEDUCTED = replace(LISTED, side=Side.BASE)
VOIDING = replace(PASSED, side=Side.VOID)
ON_SCREEN = replace(PASSED, told=Told(number=1, fact=Fact.SHOWN))
NO_PRINTER = replace(PASSED, told=Told(number=1, error=Trouble(Problem.PRINTER_MISSING)))

SAMPLES = {name: value for name, value in list(globals().items()) if isinstance(value, VotingState)}
