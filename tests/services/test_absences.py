"""Leave, step by step: only an acceptance excuses, the law says who may give it, and the papers tell every step."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from congress_desk.domain.absences import AbsenceCase, CaseState, Organ
from congress_desk.domain.attendance import Presence
from congress_desk.domain.majority import CongressKind
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.reports.forms import PdfForms
from congress_desk.services.voting_base import VotingRules
from tests.builders import OPENING, Hall, a_hall
from tests.reports.reading import whole_text

ASKED = OPENING - dt.timedelta(days=2)
HEARD = OPENING - dt.timedelta(days=1)


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    return a_hall(tmp_path, people=11)


def asked(hall: Hall, n: int = 0, *, whole: bool = False) -> AbsenceCase:
    session = None if whole else hall.session
    return hall.absences.request(hall.people[n].id, session, reason="ốm", at=ASKED)


def heard(hall: Hall, n: int = 0, *, whole: bool = False) -> AbsenceCase:
    case = asked(hall, n, whole=whole)
    return hall.absences.give_opinion(case.id, by="Trần Văn Trưởng", agrees=True, at=HEARD)


def presence(hall: Hall, n: int = 0) -> Presence:
    return hall.check_in.fold(hall.session).of(hall.people[n].id).presence


def refused(act: object, *given: object, **more: object) -> Reason:
    with pytest.raises(Refusal) as caught:
        act(*given, **more)  # type: ignore[operator]
    return caught.value.reason


def test_only_the_acceptance_excuses(hall: Hall) -> None:
    case = asked(hall)
    assert (case.state, case.asked_by, presence(hall)) == (
        CaseState.ASKED,
        hall.people[0].sheet.full_name,
        Presence.EXPECTED,
    )
    case = hall.absences.give_opinion(case.id, by="Trần Văn Trưởng", agrees=False, note="cần dự", at=HEARD)
    assert (case.state, presence(hall)) == (CaseState.HEARD, Presence.EXPECTED)
    case = hall.absences.accept(case.id, Organ.PRESIDIUM, by="Lê Chủ Tịch")
    assert (case.state, presence(hall)) == (CaseState.ACCEPTED, Presence.EXCUSED)
    excuse = hall.check_in.fold(hall.session).of(hall.people[0].id).excuse
    assert excuse is not None
    assert (excuse.reason, excuse.allowed_by, excuse.request) == ("ốm", "Lê Chủ Tịch", case.id)


def test_the_head_is_heard_before_the_presidium_and_lets_off_for_half_a_day_only(hall: Hall) -> None:
    case = asked(hall)
    assert refused(hall.absences.accept, case.id, Organ.PRESIDIUM, by="Lê") is Reason.HEAD_NOT_HEARD
    hall.absences.accept(case.id, Organ.HEAD, by="Trần Văn Trưởng", note="bão lũ")
    assert presence(hall) is Presence.EXCUSED
    afternoon = hall.sessions.add(
        name="Chiều", starts=OPENING + dt.timedelta(hours=6), ends=OPENING + dt.timedelta(hours=9)
    )
    again = hall.absences.request(hall.people[0].id, afternoon.id, reason="bão lũ")
    assert refused(hall.absences.accept, again.id, Organ.HEAD, by="Trần") is Reason.HEAD_HALF_A_DAY
    whole = asked(hall, 1, whole=True)
    assert refused(hall.absences.accept, whole.id, Organ.HEAD, by="Trần") is Reason.HEAD_HALF_A_DAY


def test_what_is_decided_or_asked_twice_is_refused_and_a_void_opens_it_again(hall: Hall) -> None:
    case = heard(hall)
    assert refused(asked, hall) is Reason.ABSENCE_ASKED_ALREADY
    assert refused(hall.absences.refuse, case.id, Organ.PRESIDIUM, by="Lê", note=" ") is Reason.REASON_NEEDED
    assert refused(hall.absences.accept, case.id, Organ.PRESIDIUM, by=" ") is Reason.BAD_VALUE
    decided = hall.absences.accept(case.id, Organ.PRESIDIUM, by="Lê")
    assert refused(hall.absences.give_opinion, case.id, by="Trần", agrees=True) is Reason.ABSENCE_DECIDED
    assert refused(hall.absences.refuse, case.id, Organ.PRESIDIUM, by="Lê", note="x") is Reason.ABSENCE_DECIDED
    assert decided.decision is not None
    hall.check_in.void(decided.decision.event, "nhầm")
    assert hall.absences.case(case.id).state is CaseState.HEARD
    assert presence(hall) is Presence.EXPECTED
    hall.absences.refuse(case.id, Organ.PRESIDIUM, by="Lê", note="phải dự")
    assert asked(hall).state is CaseState.ASKED  # a refused one may be asked again
    hall.check_in.void(case.id, "nhầm người")
    assert refused(hall.absences.case, case.id) is Reason.NO_SUCH_ABSENCE


def test_somebody_without_a_delegation_has_no_head_to_be_heard(hall: Hall) -> None:
    person = hall.people[0]
    hall.registry.edit(person.id, type(person.sheet)(full_name=person.sheet.full_name))
    case = hall.absences.request(person.id, hall.session, reason="ốm")
    assert hall.absences.accept(case.id, Organ.CONVENING, by="Ban").state is CaseState.ACCEPTED


def test_a_request_that_waits_or_was_refused_never_lowers_the_base(hall: Hall) -> None:
    waits, turned_down = heard(hall, 0, whole=True), heard(hall, 1, whole=True)
    hall.absences.refuse(turned_down.id, Organ.PRESIDIUM, by="Lê", note="phải dự")
    assert hall.voting.hands.base().count == 11
    hall.absences.accept(waits.id, Organ.PRESIDIUM, by="Lê")
    assert hall.voting.hands.base().count == 10


def test_a_members_congress_deducts_only_whom_the_convening_committee_let_off(hall: Hall) -> None:
    hall.voting.hands.change_rules(VotingRules(congress=CongressKind.MEMBERS))
    hall.absences.accept(heard(hall, 0, whole=True).id, Organ.PRESIDIUM, by="Lê")
    assert hall.voting.hands.base().count == 11
    hall.absences.accept(heard(hall, 1, whole=True).id, Organ.CONVENING, by="Ban")
    assert hall.voting.hands.base().count == 10


@pytest.mark.parametrize("language", ["vi", "en", "ar"])
@pytest.mark.parametrize("form", [Form.ATTENDANCE, Form.CONGRESS_ATTENDANCE])
def test_the_records_tell_every_step_with_its_day(hall: Hall, form: Form, language: str) -> None:
    hall.absences.accept(heard(hall).id, Organ.PRESIDIUM, by="Lê Chủ Tịch", note="số 5", at=OPENING)
    hall.absences.refuse(heard(hall, 1).id, Organ.PRESIDIUM, by="Phạm Từ Chối", note="phải dự", at=OPENING)
    hall.clock.pass_time(hours=1)
    session = hall.session if form is Form.ATTENDANCE else None
    told = whole_text(PdfForms().render(hall.records.record(form, session), language))
    for word in ("Trưởng", "Chối", "20/09/2025", "21/09/2025", "22/09/2025", "số 5", "phải"):
        assert word in told, word
