"""Eight desk processes on one file, the same two hundred delegates, at the same time."""

from __future__ import annotations

from pathlib import Path

from congress_desk.domain.delegates import DelegateId
from tests.builders import OPENING, a_delegate, a_hall
from tests.storage.crowded import answers_of_all, check_all_is_well

PEOPLE = 200


def test_eight_desks_admit_each_delegate_exactly_once_and_lose_nothing(tmp_path: Path) -> None:
    hall = a_hall(tmp_path)
    people = [a_delegate(f"d{n}", n) for n in range(PEOPLE)]
    with hall.store.transaction() as work:
        work.delegates.put(people)
    codes = [d.sheet.card_number for d in people]
    answers = answers_of_all(str(hall.path), 8, codes, hall.session)
    assert [len(desk) for desk in answers] == [PEOPLE] * 8
    check_all_is_well(hall.store, answers, PEOPLE)
    assert hall.check_in.status(hall.session).total.present == PEOPLE
    assert hall.check_in.fold(hall.session).of(DelegateId("d0")).first is not None
    assert hall.clock.now() == OPENING
    hall.store.close()
