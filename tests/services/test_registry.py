"""The delegates room: added, corrected, judged, replaced, badged and photographed, always with the history."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from congress_desk.domain.badges import is_badge_code
from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import OFFICIAL, Category, DelegateId, Standing
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from tests.builders import OPENING, Hall, a_sheet
from tests.services.fake_faces import a_photo


def refusal(call: object, *args: object, **more: object) -> Refusal:
    assert callable(call)
    with pytest.raises(Refusal) as caught:
        call(*args, **more)
    return caught.value


def test_delegates_stand_by_delegation_then_given_name(hall: Hall) -> None:
    hall.welcome(
        [
            a_sheet(20, full_name="Trần Văn Đạt", delegation="Đoàn Ba Bể"),
            a_sheet(21, full_name="Lê Thị Dung", delegation="Đoàn Ba Bể"),
            a_sheet(22, full_name="Lê Thị An", delegation="Đoàn Đại Từ"),
        ]
    )
    names = [d.sheet.full_name for d in hall.registry.delegates() if not d.sheet.delegation.startswith("Đoàn 0")]
    assert names == ["Lê Thị Dung", "Trần Văn Đạt", "Lê Thị An"]


def test_a_late_delegate_gets_a_badge_at_once_and_a_beginning_of_history(hall: Hall) -> None:
    person = hall.registry.add(a_sheet(9, birth_date=PartialDate(1975), note="đến muộn"))
    assert is_badge_code(person.badge_code)
    assert hall.registry.delegate(person.id) == person
    (event,) = hall.registry.history(person.id)
    assert (event.kind, event.body["badge"], event.body["sheet"]["birth_date"]) == (
        Kind.DELEGATE_ADDED,
        person.badge_code,
        "1975",
    )
    assert "hometown" not in event.body["sheet"]


def test_an_edit_keeps_what_was_there_before_and_no_change_is_no_event(hall: Hall) -> None:
    person = hall.people[0]
    assert hall.registry.edit(person.id, person.sheet) == person
    assert len(hall.registry.history(person.id)) == 1
    corrected = hall.registry.edit(person.id, replace(person.sheet, seat="A-12"))
    assert corrected.sheet.seat == "A-12"
    assert hall.registry.history(person.id)[-1].body == {"changes": {"seat": ["", "A-12"]}}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"full_name": "  "}, Reason.BAD_VALUE),
        ({"card_number": "002"}, Reason.CODE_TAKEN),
        ({"citizen_number": "019175001234"}, Reason.CODE_TAKEN),
    ],
)
def test_what_nobody_may_be_called_and_what_another_has_is_refused(
    hall: Hall, change: dict[str, Any], reason: Reason
) -> None:
    hall.welcome([a_sheet(9, citizen_number="019175001234")])
    before = hall.events()
    sheet = replace(hall.people[0].sheet, **change)
    assert refusal(hall.registry.edit, hall.people[0].id, sheet).reason is reason
    assert refusal(hall.registry.add, sheet).reason in (reason, Reason.CODE_TAKEN)
    assert hall.events() == before


def test_his_own_numbers_are_not_taken(hall: Hall) -> None:
    (person,) = hall.welcome([a_sheet(9, citizen_number="019175001234")])
    assert hall.registry.edit(person.id, replace(person.sheet, note="x")).sheet.note == "x"


def test_a_changed_category_is_an_event(hall: Hall) -> None:
    person = hall.registry.change_category(hall.people[0].id, Category.GUEST)
    assert person.sheet.category is Category.GUEST
    assert hall.registry.history(person.id)[-1].body == {"changes": {"category": ["AP", "GU"]}}


def test_a_standing_changes_only_with_a_reason_on_record(hall: Hall) -> None:
    person = hall.people[0].id
    assert refusal(hall.registry.change_standing, person, Standing.BARRED, " ").reason is Reason.REASON_NEEDED
    hall.registry.change_standing(person, Standing.BARRED, " đang bị điều tra ")
    event = hall.registry.history(person)[-1]
    assert (event.kind, event.body) == (
        Kind.STANDING_CHANGED,
        {"from": "active", "to": "barred", "reason": "đang bị điều tra"},
    )


def test_nobody_we_know_is_refused_everywhere(hall: Hall) -> None:
    nobody, registry = DelegateId("none"), hall.registry
    for call in (
        lambda: registry.delegate(nobody),
        lambda: registry.edit(nobody, a_sheet()),
        lambda: registry.change_category(nobody, Category.GUEST),
        lambda: registry.change_standing(nobody, Standing.BARRED, "x"),
        lambda: registry.replace_official(nobody, nobody, decision="1"),
        lambda: registry.issue_badge(nobody),
        lambda: registry.link_card(nobody, "1"),
        lambda: registry.set_photo(nobody, a_photo((9, 9, 9))),
    ):
        assert refusal(call).reason is Reason.NO_SUCH_DELEGATE
    assert registry.history(nobody) == ()
    assert registry.photo(nobody) is None


# an alternate takes an official's place


def test_a_replacement_moves_the_seat_keeps_the_base_and_stands_in_both_histories(hall: Hall) -> None:
    official = hall.people[0]
    (alternate,) = hall.welcome([a_sheet(30, category=Category.ALTERNATE)])
    session = hall.sessions.add(name="Chính thức", starts=OPENING, ends=OPENING.replace(hour=20), admits=OFFICIAL)
    before = hall.check_in.status(session.id).total.convened
    assert hall.check_in.by_code(alternate.badge_code, session.id).reason is Reason.WRONG_CATEGORY

    seated = hall.registry.replace_official(official.id, alternate.id, decision=" 12-QĐ ")
    assert seated.replaces == official.id
    assert hall.registry.delegate(official.id).standing is Standing.WITHDRAWN
    assert hall.check_in.status(session.id).total.convened == before == 3
    assert hall.check_in.by_code(official.badge_code, session.id).reason is Reason.WITHDRAWN
    assert hall.check_in.by_code(alternate.badge_code, session.id).accepted
    assert hall.check_in.status(session.id).total.present == 1
    for person in (official, alternate):
        event = next(e for e in hall.registry.history(person.id) if e.kind is Kind.OFFICIAL_REPLACED)
        assert event.body == {"official": official.id, "alternate": alternate.id, "decision": "12-QĐ"}


def test_an_official_does_not_come_back_while_the_alternate_sits(hall: Hall) -> None:
    official = hall.people[0]
    (alternate,) = hall.welcome([a_sheet(30, category=Category.ALTERNATE)])
    hall.registry.replace_official(official.id, alternate.id, decision="12")
    with pytest.raises(Refusal) as caught:
        hall.registry.change_standing(official.id, Standing.ACTIVE, "đã đến")
    assert (caught.value.reason, caught.value.details["name"]) == (Reason.PLACE_TAKEN, alternate.sheet.full_name)
    assert hall.check_in.status(hall.session).total.convened == 3


def test_only_an_official_is_replaced_and_only_by_a_free_alternate(hall: Hall) -> None:
    one, two, three = hall.people
    first, second, guest = hall.welcome(
        [
            a_sheet(30, category=Category.ALTERNATE),
            a_sheet(31, category=Category.ALTERNATE),
            a_sheet(32, category=Category.GUEST),
        ]
    )
    call = hall.registry.replace_official
    assert refusal(call, one.id, first.id, decision=" ").reason is Reason.REASON_NEEDED
    assert refusal(call, guest.id, first.id, decision="1").reason is Reason.NOT_OFFICIAL
    assert refusal(call, one.id, two.id, decision="1").reason is Reason.NOT_AN_ALTERNATE
    assert refusal(call, one.id, guest.id, decision="1").reason is Reason.NOT_AN_ALTERNATE
    call(one.id, first.id, decision="1")
    assert refusal(call, one.id, second.id, decision="1").reason is Reason.NOT_OFFICIAL
    assert refusal(call, two.id, first.id, decision="1").reason is Reason.NOT_AN_ALTERNATE
    hall.registry.change_standing(second.id, Standing.BARRED, "x")
    assert refusal(call, three.id, second.id, decision="1").reason is Reason.NOT_AN_ALTERNATE


# codes


def test_a_reprint_revokes_the_old_badge_and_says_which(hall: Hall) -> None:
    person = hall.people[0]
    new = hall.registry.issue_badge(person.id)
    assert is_badge_code(new)
    assert new != person.badge_code
    assert hall.registry.delegate(person.id).badge_code == new
    assert hall.registry.history(person.id)[-1].body == {"badge": new, "revoked": [person.badge_code]}


def test_a_chip_card_belongs_to_one_person_and_a_new_one_revokes_the_old(hall: Hall) -> None:
    one, two = hall.people[:2]
    assert refusal(hall.registry.link_card, one.id, "  ").reason is Reason.BAD_VALUE
    hall.registry.link_card(one.id, "0004 123")
    assert refusal(hall.registry.link_card, two.id, "0004123").reason is Reason.CODE_TAKEN
    hall.registry.link_card(one.id, "999000999")
    assert hall.check_in.by_code("0004123", hall.session).reason is Reason.REVOKED
    assert hall.check_in.by_code("999000999", hall.session).accepted
    assert hall.registry.delegate(one.id).badge_code == one.badge_code


# photos


def test_a_photo_is_kept_as_an_upright_jpeg_and_shown_small(hall: Hall) -> None:
    person = hall.people[0].id
    assert hall.registry.photo(person) is None
    assert hall.registry.thumbnail(person, 40) is None
    hall.registry.set_photo(person, a_photo((200, 30, 30)), called="an.jpg")
    stored, small = hall.registry.photo(person), hall.registry.thumbnail(person, 40)
    assert stored is not None
    assert small is not None
    assert Image.open(io.BytesIO(stored)).size == (200, 200)
    assert Image.open(io.BytesIO(small)).size == (40, 40)


def test_the_same_photo_again_is_no_event(hall: Hall) -> None:
    person = hall.people[0].id
    hall.registry.set_photo(person, a_photo((200, 30, 30)))
    before = hall.events()
    hall.registry.set_photo(person, a_photo((200, 30, 30)))
    assert hall.events() == before


def test_a_picture_that_is_none_changes_nothing(hall: Hall) -> None:
    before = hall.events()
    with pytest.raises(Trouble) as caught:
        hall.registry.set_photo(hall.people[0].id, b"no picture", called="minutes.docx")
    assert caught.value.problem is Problem.NOT_A_PICTURE
    assert hall.events() == before


# another desk


def test_what_one_desk_changes_the_other_sees_at_its_next_look(hall: Hall) -> None:
    other = hall.other_desk()
    assert len(other.registry.delegates()) == 3
    (added,) = hall.welcome([a_sheet(50, full_name="Triệu Thị Yến")])
    assert other.check_in.search("yen") == (added,)
    hall.registry.change_standing(added.id, Standing.PENDING, "x")
    assert other.check_in.search("yen")[0].standing is Standing.PENDING
    hall.registry.set_photo(added.id, a_photo((1, 2, 3)))
    assert other.check_in.search("yen")[0].photo
    hall.faces.consent([added.id], text_version="1", by="Lan")
    assert other.check_in.search("yen")[0].consented
    code = hall.registry.issue_badge(added.id)
    assert other.check_in.search("yen")[0].badge_code == code
    other.store.close()
