"""Records about rights for the tests of the paper: answers, an erasure, an assessment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from congress_desk.domain.consent import Answer, ConsentAnswer, Taking, Way
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.erasure import Erasure, ErasureCheck
from congress_desk.domain.identification import Thresholds
from congress_desk.domain.journal import EventId, Method
from congress_desk.domain.rights_records import (
    ConsentFormRecord,
    ConsentListRecord,
    ConsentRegisterRecord,
    ErasureRecord,
    FaceFigures,
    ImpactRecord,
    ModelInUse,
)
from tests.reports.builders import STARTS, a_heading, some_delegates

VERSION = "2026-01"
ERASE_BY = dt.date(2025, 10, 22)
HASH = "92bd726fdf4be43021c2b2a55a3bb8c4d175ea79bdd1a23e105a2cf3b0c2f67d"


def a_form(delegates: Sequence[Delegate] = (), **changes: object) -> ConsentFormRecord:
    record = ConsentFormRecord(
        heading=a_heading(), text_version=VERSION, erase_by=ERASE_BY, delegates=tuple(delegates)
    )
    return replace(record, **changes)  # type: ignore[arg-type]


def a_list(delegates: Sequence[Delegate]) -> ConsentListRecord:
    by_name: dict[str, list[Delegate]] = {}
    for delegate in delegates:
        by_name.setdefault(delegate.sheet.delegation, []).append(delegate)
    lists = tuple((name, tuple(members)) for name, members in by_name.items())
    return ConsentListRecord(heading=a_heading(), text_version=VERSION, erase_by=ERASE_BY, delegations=lists)


def an_answer(delegate: Delegate, answer: Answer = Answer.AGREED, **taking: object) -> ConsentAnswer:
    facts: dict[str, object] = {"text_version": VERSION, "by": "Hoàng Thị Lan", "way": Way.PAPER, "language": "vi"}
    return ConsentAnswer(
        delegate=delegate.id,
        answer=answer,
        taking=Taking(**(facts | taking)),  # type: ignore[arg-type]
        at=STARTS.astimezone(dt.UTC),
        desk="Bàn 1",
        actor="lan",
        event=EventId(f"e-{delegate.id}"),
    )


def a_register(count: int = 40) -> ConsentRegisterRecord:
    """The first refused, the second withdrew, the third agreed before a witness."""
    people = some_delegates(count)
    lines = [(d, (an_answer(d),)) for d in people]
    if count > 2:
        lines[0] = (people[0], (an_answer(people[0], Answer.REFUSED),))
        withdrawn = an_answer(people[1], Answer.WITHDRAWN, text_version="", language="", way=Way.NOT_STATED)
        lines[1] = (people[1], (an_answer(people[1]), withdrawn))  # type: ignore[assignment]
        lines[2] = (people[2], (an_answer(people[2], way=Way.WITNESS, witness="Ma Văn Đạt"),))
    counts = {Answer.AGREED: count - 2, Answer.REFUSED: 1, Answer.WITHDRAWN: 1}
    return ConsentRegisterRecord(heading=a_heading(), everybody=450, counts=counts, lines=tuple(lines))


def a_check(**changes: object) -> ErasureCheck:
    check = ErasureCheck(
        at=STARTS, tried=412, opened=0, rows=0, traces=0, key_here=False, key_in_file=False, hash=HASH[::-1]
    )
    return replace(check, **changes)  # type: ignore[arg-type]


def a_certificate(**changes: object) -> ErasureRecord:
    erasure = Erasure(
        event=EventId("0192e3a1-7c5d-7a10-b3f4-1c2d3e4f5a6b"),
        at=STARTS.astimezone(dt.UTC),
        by="Hoàng Thị Lan",
        desk="Bàn 1",
        actor="lan",
        templates=412,
        people=398,
        desk_photos=17,
        had_passphrase=True,
        desks=("Bàn 2", "Bàn 3"),
        hash=HASH,
        check=a_check(),
    )
    return ErasureRecord(heading=a_heading(), erasure=replace(erasure, **changes))  # type: ignore[arg-type]


def an_assessment(**changes: object) -> ImpactRecord:
    figures = FaceFigures(
        everybody=450,
        counts={Answer.AGREED: 398, Answer.REFUSED: 21, Answer.WITHDRAWN: 4},
        by_text=((VERSION, 398),),
        enrolled=391,
        templates=405,
        added=14,
        desk_photos=17,
        arrivals={Method.FACE: 350, Method.BADGE: 83, Method.NAME: 9},
        exports=6,
        prints=31,
    )
    record = ImpactRecord(
        heading=a_heading(),
        file="dai-hoi.congress",
        figures=figures,
        thresholds=Thresholds(people=391, fixed=False, green_score=0.2123, yellow_distance=0.4871),
        auto_accept=False,
        models=(
            ModelInUse(model_hash=HASH, name="dlib ResNet", licence="CC0 1.0", source="dlib-models, Davis E. King"),
        ),
        scrypt_cost=2**17,
        erase_after_days=30,
        erase_by=ERASE_BY,
        erasure=None,
        actors=(("Bàn 1", "lan", 1204), ("Bàn 2", "dat", 977)),
    )
    return replace(record, **changes)  # type: ignore[arg-type]
