"""What a delegate says about his face is kept as he said it, and holds at once; no is as easy as yes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from congress_desk.domain.consent import CHECK_IN, Answer, Way
from congress_desk.domain.delegates import PhotoOrigin
from congress_desk.domain.journal import Kind, Look
from congress_desk.domain.refusals import Reason, Refusal
from tests.builders import OPENING, Hall, a_sheet
from tests.services.enrolling import BLUE, GREEN, RED, agreed, enrolled, photographed
from tests.services.fake_faces import a_photo


def newest(hall: Hall, person: int) -> Answer:
    return hall.faces.answers()[hall.people[person].id][-1].answer


# what is kept


def test_an_answer_keeps_text_language_purpose_way_witness_taker_and_time(hall: Hall) -> None:
    one = hall.people[0].id
    hall.faces.consent([one], text_version="2026-01", by="Lan", way=Way.WITNESS, witness="Đạt", language="vi")
    (answer,) = hall.faces.answers()[one]
    taking = answer.taking
    assert (answer.answer, taking.text_version, taking.language) == (Answer.AGREED, "2026-01", "vi")
    assert (taking.purpose, taking.way, taking.witness, taking.by) == (CHECK_IN, Way.WITNESS, "Đạt", "Lan")
    assert (answer.at, answer.desk, answer.actor) == (OPENING, "A", "lan")
    consented = next(e for e in hall.events() if e.kind is Kind.CONSENTED)
    assert (consented.id, consented.delegate) == (answer.event, one)


def test_a_spoken_consent_needs_its_witness(hall: Hall) -> None:
    with pytest.raises(Refusal) as caught:
        hall.faces.consent([hall.people[0].id], text_version="1", by="Lan", way=Way.WITNESS)
    assert (caught.value.reason, caught.value.details["field"]) == (Reason.BAD_VALUE, "witness")
    assert not hall.registry.delegate(hall.people[0].id).consented


def test_answers_of_the_first_version_are_read_with_what_they_know(hall: Hall) -> None:
    one, two = hall.people[0].id, hall.people[1].id
    with hall.floor.act() as act:
        act.write(Kind.CONSENTED, body={"delegates": [one, two], "text_version": "2025-1", "by": "Lan"})
        act.write(Kind.CONSENT_WITHDRAWN, delegate=two, body={"by": "", "templates_erased": 1})
        act.write(Kind.CONSENT_WITHDRAWN)
    answers = hall.faces.answers()
    assert [a.answer for a in answers[one]] == [Answer.AGREED]
    assert [a.answer for a in answers[two]] == [Answer.AGREED, Answer.WITHDRAWN]
    assert answers[one][0].taking.way is Way.NOT_STATED
    assert len(answers) == 2


def test_looking_at_the_answers_is_in_the_journal(hall: Hall) -> None:
    agreed(hall, 0)
    hall.faces.answers()
    look = hall.congress.looks()[-1]
    assert (look.kind, look.body) == (Kind.LOOKED_AT, {"what": Look.CONSENTS.value, "people": 1})


# no is an answer


def test_a_refusal_is_kept_and_nobody_asks_again(hall: Hall) -> None:
    one, two = hall.people[0].id, hall.people[1].id
    assert hall.faces.refuse_consent([one], by="Lan", text_version="1", way=Way.PAPER) == 1
    before = hall.events()
    assert hall.faces.refuse_consent([one], by="Lan") == 0
    assert hall.events() == before
    assert hall.registry.delegate(one).declined
    assert hall.faces.consent([one, two], text_version="1", by="Lan") == 1
    assert not hall.registry.delegate(one).consented
    assert newest(hall, 0) is Answer.REFUSED


def test_several_refusals_are_one_act(hall: Hall) -> None:
    ids = [d.id for d in hall.people]
    assert hall.faces.refuse_consent([*ids, ids[0]], by="Lan") == 3
    event = hall.events()[-1]
    assert (event.kind, event.delegate, event.body["delegates"]) == (Kind.CONSENT_REFUSED, None, ids)


def test_who_refused_may_change_his_mind_by_himself(hall: Hall) -> None:
    one = hall.people[0].id
    hall.faces.refuse_consent([one], by="Lan")
    assert hall.faces.consent([one], text_version="1", by="Lan") == 1
    person = hall.registry.delegate(one)
    assert (person.consented, person.declined) == (True, False)


def test_agreeing_or_refusing_twice_or_with_nobody_records_nothing(hall: Hall) -> None:
    agreed(hall, 0)
    before = hall.events()
    agreed(hall, 0)
    assert hall.faces.consent([], text_version="1", by="Lan") == hall.faces.refuse_consent([], by="Lan") == 0
    assert hall.events() == before


def test_a_refusal_needs_a_name_but_no_text(hall: Hall) -> None:
    with pytest.raises(Refusal) as caught:
        hall.faces.refuse_consent([hall.people[0].id], by=" ")
    assert caught.value.details["field"] == "by"


def test_a_no_after_a_yes_is_a_withdrawal(hall: Hall) -> None:
    photographed(hall, RED)
    agreed(hall, 0)
    enrolled(hall)
    assert hall.faces.refuse_consent([hall.people[0].id], by="Lan") == 1
    person = hall.registry.delegate(hall.people[0].id)
    assert (person.consented, person.declined, person.enrolled) == (False, True, False)
    assert newest(hall, 0) is Answer.WITHDRAWN


def test_a_group_does_not_take_along_who_has_withdrawn(hall: Hall) -> None:
    agreed(hall, 0, 1)
    hall.faces.withdraw_consent(hall.people[0].id, by="Lan")
    agreed(hall, 0, 1, 2)
    assert [d.consented for d in map(hall.registry.delegate, (p.id for p in hall.people))] == [False, True, True]


def test_withdrawing_what_was_never_given_records_nothing(hall: Hall) -> None:
    before = hall.events()
    hall.faces.withdraw_consent(hall.people[0].id)
    assert hall.events() == before


# photos


def test_a_photo_taken_at_the_desk_goes_and_the_one_of_the_list_stands_again(hall: Hall) -> None:
    one = hall.people[0].id
    hall.listing.put_photos({one: a_photo(BLUE)})
    listed = hall.registry.delegate(one).photo
    agreed(hall, 0)
    for colour in (RED, GREEN):
        hall.registry.set_photo(one, a_photo(colour))
    taken, jpeg = hall.registry.delegate(one).photo, hall.registry.photo(one)
    assert jpeg is not None
    hall.faces.withdraw_consent(one, by="Lan")
    assert hall.registry.delegate(one).photo == listed
    with hall.store.reading() as work:
        assert work.photos.get(taken) is None
    assert jpeg not in hall.path.read_bytes() + hall.path.with_name(hall.path.name + "-wal").read_bytes()
    withdrawn = hall.events()[-1]
    assert (withdrawn.kind, withdrawn.body["desk_photos_erased"]) == (Kind.CONSENT_WITHDRAWN, 2)


def test_the_photo_of_the_list_stays_for_the_badge(hall: Hall) -> None:
    one, two = hall.people[0].id, hall.people[1].id
    hall.listing.put_photos({one: a_photo(BLUE)})
    hall.registry.set_photo(two, a_photo(RED), origin=PhotoOrigin.LIST)
    agreed(hall, 0, 1)
    for person in (one, two):
        before = hall.registry.photo(person)
        hall.faces.withdraw_consent(person)
        assert hall.registry.photo(person) == before is not None


def test_without_a_photo_of_the_list_none_is_left(hall: Hall) -> None:
    photographed(hall, RED)
    agreed(hall, 0)
    hall.faces.withdraw_consent(hall.people[0].id)
    assert hall.registry.delegate(hall.people[0].id).photo == ""


def test_the_same_picture_from_the_list_or_of_another_delegate_stays(hall: Hall) -> None:
    one, two = hall.people[0].id, hall.people[1].id
    hall.registry.set_photo(one, a_photo(RED))
    hall.registry.set_photo(two, a_photo(RED))
    agreed(hall, 0)
    hall.faces.withdraw_consent(one)
    assert hall.registry.photo(one) is None
    assert hall.registry.photo(two) is not None
    hall.registry.set_photo(one, a_photo(BLUE))
    hall.listing.put_photos({one: a_photo(GREEN)})
    hall.listing.put_photos({one: a_photo(BLUE)})
    hall.faces.consent([one], text_version="1", by="Lan")
    hall.faces.withdraw_consent(one)
    assert hall.registry.photo(one) is not None


# status and reminder


def test_status_counts_everybody_once(hall: Hall) -> None:
    hall.welcome([a_sheet(4), a_sheet(5)])
    photographed(hall, RED)
    agreed(hall, 0, 1, 2)
    enrolled(hall)
    hall.faces.withdraw_consent(hall.people[2].id)
    hall.faces.refuse_consent([hall.people[3].id], by="Lan")
    status = hall.faces.status()
    assert (status.everybody, status.agreed, status.refused, status.withdrawn, status.not_asked) == (5, 2, 1, 1, 1)
    assert (status.enrolled, status.templates, status.reminder, status.erased) == (1, 1, None, None)
    assert status.erase_by is not None
    assert status.erase_by.isoformat() == "2025-10-22"


def test_a_reminder_comes_when_the_last_session_is_over_and_not_before(hall: Hall) -> None:
    photographed(hall, RED)
    agreed(hall, 0)
    enrolled(hall)
    hall.clock.pass_time(hours=3)
    assert hall.faces.reminder() is None
    hall.clock.pass_time(hours=2)
    told = hall.faces.reminder()
    assert told is not None
    assert (told.days_left, told.people) == (30, 1)
    hall.clock.pass_time(days=33)
    late = hall.faces.reminder()
    assert late is not None
    assert late.days_left == -3
    assert late == hall.faces.status().reminder


def test_no_reminder_where_nobody_is_enrolled_or_no_session_is_planned(hall: Hall) -> None:
    hall.clock.pass_time(days=90)
    assert hall.faces.reminder() is None
    with hall.store.reading() as work:
        assert work.templates.all() == []


def test_the_congress_decides_how_long(hall: Hall) -> None:
    hall.congress.change_rules(replace(hall.congress.rules(), erase_faces_after_days=7))
    status = hall.faces.status()
    assert status.erase_by is not None
    assert status.erase_by.isoformat() == "2025-09-29"
    for days in (0, 366):
        with pytest.raises(Refusal) as caught:
            hall.congress.change_rules(replace(hall.congress.rules(), erase_faces_after_days=days))
        assert caught.value.details["field"] == "erase_faces_after_days"


# who looked at what


def test_an_exported_table_is_in_the_journal_before_it_is_on_the_disk(hall: Hall) -> None:
    target = hall.path.with_name("delegates.xlsx")
    hall.listing.export(target, title="Delegates", header=["Full name"], rows=[["An"], ["Bình"]])
    look = hall.congress.looks()[-1]
    assert look.body == {"what": "export", "file": "delegates.xlsx", "people": 2, "columns": ["Full name"]}
    assert target.exists()
