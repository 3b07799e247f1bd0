"""The papers about rights say what is in the file: every figure counted, every setting as it is in force."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from congress_desk.domain.consent import Answer, Way
from congress_desk.domain.journal import Method
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.rights_records import (
    ConsentFormRecord,
    ConsentListRecord,
    ConsentRegisterRecord,
    ErasureRecord,
    ImpactRecord,
)
from congress_desk.plumbing.consent_text import TEXT_VERSION
from congress_desk.services.face_models import RULE
from tests.builders import Hall, a_sheet
from tests.services.enrolling import GREEN, RED, agreed, enrolled, photographed
from tests.services.fake_faces import MODEL_HASH
from tests.services.test_face_rights_key import WORDS

ERASE_BY = dt.date(2025, 10, 22)


def impact(hall: Hall) -> ImpactRecord:
    record = hall.records.record(Form.IMPACT)
    assert isinstance(record, ImpactRecord)
    return record


def test_a_consent_form_is_blank_or_a_page_for_each_delegate_named(hall: Hall) -> None:
    blank = hall.records.record(Form.CONSENT_FORM)
    assert isinstance(blank, ConsentFormRecord)
    assert (blank.delegates, blank.text_version, blank.erase_by) == ((), TEXT_VERSION, ERASE_BY)
    named = hall.records.record(Form.CONSENT_FORM, only=[hall.people[1].id])
    assert isinstance(named, ConsentFormRecord)
    assert [d.id for d in named.delegates] == [hall.people[1].id]
    with pytest.raises(Refusal) as caught:
        hall.records.record(Form.CONSENT_FORM, only=[])
    assert caught.value.reason is Reason.NOBODY_TO_PRINT


def test_the_list_to_sign_leaves_out_who_has_answered(hall: Hall) -> None:
    hall.welcome([a_sheet(14)])
    agreed(hall, 0)
    hall.faces.refuse_consent([hall.people[1].id], by="Lan")
    record = hall.records.record(Form.CONSENT_LIST)
    assert isinstance(record, ConsentListRecord)
    listed = [(name, [d.id for d in members]) for name, members in record.delegations]
    assert listed == [("Đoàn 01", [hall.people[2].id]), ("Đoàn 02", [hall.people[3].id])]
    assert isinstance(hall.records.record(Form.CONSENT_LIST, only=[hall.people[2].id]), ConsentListRecord)
    with pytest.raises(Refusal) as caught:
        hall.records.record(Form.CONSENT_LIST, only=[hall.people[0].id])
    assert caught.value.reason is Reason.NOBODY_TO_PRINT


def test_the_register_holds_every_answer_and_counts_the_newest(hall: Hall) -> None:
    agreed(hall, 0, 1)
    hall.faces.withdraw_consent(hall.people[0].id, by="Lan", way=Way.DESK)
    record = hall.records.record(Form.CONSENT_REGISTER)
    assert isinstance(record, ConsentRegisterRecord)
    assert (record.everybody, dict(record.counts)) == (
        3,
        {Answer.AGREED: 1, Answer.REFUSED: 0, Answer.WITHDRAWN: 1},
    )
    answers = {d.id: [a.answer for a in given] for d, given in record.lines}
    assert answers == {
        hall.people[0].id: [Answer.AGREED, Answer.WITHDRAWN],
        hall.people[1].id: [Answer.AGREED],
    }


def test_a_certificate_is_of_the_erasure_that_erased_something(hall: Hall) -> None:
    with pytest.raises(Refusal) as caught:
        hall.records.record(Form.ERASURE)
    assert caught.value.reason is Reason.NOTHING_ERASED
    photographed(hall, RED)
    agreed(hall, 0)
    enrolled(hall)
    erased = hall.faces.erase(by="Lan")
    hall.faces.erase()
    record = hall.records.record(Form.ERASURE)
    assert isinstance(record, ErasureRecord)
    assert record.erasure == erased


def test_an_erasure_of_nothing_has_its_certificate_too(hall: Hall) -> None:
    hall.faces.erase()
    record = hall.records.record(Form.ERASURE)
    assert isinstance(record, ErasureRecord)
    assert record.erasure.templates == 0


def test_the_impact_assessment_counts_people_photos_and_arrivals(hall: Hall) -> None:
    photographed(hall, RED, GREEN)
    agreed(hall, 0)
    hall.faces.consent([hall.people[1].id], text_version="2026-01", by="Lan")
    enrolled(hall)
    hall.faces.refuse_consent([hall.people[2].id], by="Lan")
    hall.check_in.by_face(hall.people[0].id, hall.session, scores=[0.2])
    admitted = hall.check_in.by_code(hall.badge(1), hall.session)
    assert admitted.event is not None
    hall.check_in.void(admitted.event.id, "wrong person")
    hall.faces.answers()

    figures = impact(hall).figures

    assert (figures.everybody, figures.enrolled, figures.templates, figures.desk_photos) == (3, 2, 2, 2)
    assert (figures.counts[Answer.AGREED], figures.counts[Answer.REFUSED], figures.not_asked) == (2, 1, 0)
    assert figures.by_text == (("2025-1", 1), ("2026-01", 1))
    assert (figures.arrivals[Method.FACE], sum(figures.arrivals.values())) == (1, 1)
    assert (figures.exports, figures.prints) == (1, 0)


def test_the_impact_assessment_has_the_settings_in_force(hall: Hall) -> None:
    rules = replace(hall.congress.rules(), auto_accept_faces=True, erase_faces_after_days=10)
    hall.congress.change_rules(rules)
    hall.faces.set_passphrase(WORDS)
    record = impact(hall)
    assert (record.file, record.auto_accept, record.erase_after_days) == ("hall.congress", True, 10)
    assert (record.erase_by, record.scrypt_cost, record.erasure) == (dt.date(2025, 10, 2), 2**4, None)
    (actor,) = record.actors
    assert actor == ("A", "lan", len(hall.events()))
    assert record.thresholds == hall.gallery.thresholds


def test_without_the_key_the_thresholds_are_not_guessed(ready: Hall) -> None:
    ready.faces.set_passphrase(WORDS)
    assert impact(ready).thresholds is not None
    ready.faces.lock()
    assert impact(ready).thresholds is None


def test_models_are_those_in_use_and_those_whose_templates_are_there(ready: Hall) -> None:
    (lost,) = impact(ready).models  # the tests' own model is on no shelf
    assert (lost.model_hash, lost.name, lost.licence) == (MODEL_HASH, "", "")
    with ready.store.transaction() as work:
        work.congress.put_rule(RULE, "")
    own, other = impact(ready).models
    assert (own.name, own.licence) == ("dlib ResNet", "CC0 1.0")
    assert (other.model_hash, other.name) == (MODEL_HASH, "")


def test_the_last_erasure_stands_in_the_assessment(hall: Hall) -> None:
    erased = hall.faces.erase()
    assert impact(hall).erasure == erased
