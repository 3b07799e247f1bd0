"""The registration desk: whatever is read leads to one person and one answer, and every answer is on record."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from congress_desk.domain.attendance import Presence
from congress_desk.domain.badges import new_badge_code
from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import OFFICIAL, Category, DelegateId, Standing
from congress_desk.domain.journal import Kind, SessionId
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.checkin import Admission
from tests.builders import OPENING, Hall, a_sheet

BORN = PartialDate(1975, 2, 1)


def scan(hall: Hall, text: str) -> Admission:
    return hall.check_in.by_code(text, hall.session)


@pytest.mark.parametrize("shape", ["{}", " {} ", "{}\r\n", "{0:.4} {1} {2}", "{0:.4}-{1}-{2}"])
def test_a_badge_is_read_however_its_digits_are_grouped(hall: Hall, shape: str) -> None:
    code = hall.badge(0)
    text = shape.format(code, code[4:7], code[7:])
    answer = scan(hall, text)
    assert (answer.status, answer.accepted, answer.reason) == ("ok", True, None)
    assert answer.delegate == hall.people[0]
    assert answer.event is not None
    assert (answer.event.kind, answer.event.body) == (Kind.ARRIVED, {"method": "badge"})


def test_arabic_digits_are_digits(hall: Hall) -> None:
    arabic = hall.badge(1).translate({ord(str(n)): chr(0x660 + n) for n in range(10)})
    assert scan(hall, arabic).delegate == hall.people[1]


@pytest.mark.parametrize("typed", ["002", "2", "0002", " 02 "])
def test_a_card_number_is_found_with_or_without_its_zeros(hall: Hall, typed: str) -> None:
    answer = scan(hall, typed)
    assert answer.delegate == hall.people[1]
    assert answer.event is not None
    assert answer.event.body == {"method": "card_number"}


def test_a_card_number_of_letters_is_found_as_written(hall: Hall) -> None:
    (person,) = hall.welcome([a_sheet(9, card_number="KM-07")])
    assert scan(hall, "KM-07").delegate == person
    assert scan(hall, "07").reason is Reason.UNKNOWN


def test_a_linked_chip_card_is_found_however_it_is_typed(hall: Hall) -> None:
    hall.registry.link_card(hall.people[0].id, "04 A2-3B")
    answer = scan(hall, "04A23B")
    assert answer.delegate is not None
    assert answer.delegate.id == hall.people[0].id
    assert answer.event is not None
    assert answer.event.body == {"method": "rfid"}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (new_badge_code(), "badge"),
        ("9999", "number"),
        ("", "foreign_code"),
        ("   ", "foreign_code"),
        ("-", "foreign_code"),
        ("https://zalo.me/g/abc123", "foreign_code"),
        ("0" * 5000, "foreign_code"),
        ("a|b|c|d|e", "foreign_code"),
        ("019175009999", "citizen_card"),
        ("019175009999||Lê Văn Ba|01021975|Nam|Hà Nội|15042021", "citizen_card"),
        ("'; DROP TABLE journal; --", "foreign_code"),
    ],
)
def test_what_belongs_to_nobody_is_unknown_and_logged(hall: Hall, text: str, what: str) -> None:
    hall.welcome([a_sheet(50, card_number="")])
    answer = scan(hall, text)
    assert (answer.status, answer.reason, answer.delegate) == ("refused", Reason.UNKNOWN, None)
    assert answer.details["what"] == what
    assert hall.events()[-1] == answer.event
    assert answer.event is not None
    assert (answer.event.kind, answer.event.body["reason"]) == (Kind.CHECK_IN_REFUSED, "unknown")


def test_a_number_on_two_cards_is_ambiguous_and_names_both(hall: Hall) -> None:
    one, two = hall.people[:2]
    with hall.store.transaction() as work:
        work.delegates.put([replace(two, sheet=replace(two.sheet, card_number="001"))])
    answer = scan(hall, "001")
    assert (answer.reason, answer.delegate) == (Reason.AMBIGUOUS, None)
    assert {d.id for d in answer.candidates} == {one.id, two.id}
    assert hall.check_in.by_name(two.id, hall.session).accepted


def test_an_old_badge_is_refused_after_the_reprint_with_the_person(hall: Hall) -> None:
    old = hall.badge(0)
    new = hall.registry.issue_badge(hall.people[0].id)
    refused = scan(hall, old)
    assert refused.reason is Reason.REVOKED
    assert refused.delegate is not None
    assert refused.delegate.id == hall.people[0].id
    assert refused.details["at"] == OPENING
    assert scan(hall, new).accepted


@pytest.mark.parametrize(
    ("standing", "reason"),
    [
        (Standing.BARRED, Reason.BARRED),
        (Standing.WITHDRAWN, Reason.WITHDRAWN),
        (Standing.PENDING, Reason.NOT_RECOGNISED_YET),
    ],
)
def test_the_standing_refuses_with_the_person(hall: Hall, standing: Standing, reason: Reason) -> None:
    person = hall.registry.change_standing(hall.people[0].id, standing, "quyết định 12")
    for answer in (scan(hall, hall.badge(0)), hall.check_in.by_name(person.id, hall.session)):
        assert (answer.reason, answer.delegate) == (reason, replace(person, badge_code=hall.badge(0)))


def test_a_closed_session_refuses_and_a_reopened_one_admits(hall: Hall) -> None:
    hall.sessions.close(hall.session)
    assert scan(hall, hall.badge(0)).reason is Reason.SESSION_CLOSED
    hall.sessions.reopen(hall.session)
    assert scan(hall, hall.badge(0)).accepted


def test_a_guest_is_refused_at_a_session_for_officials(hall: Hall) -> None:
    session = hall.sessions.add(name="Trù bị", starts=OPENING, ends=OPENING.replace(hour=9), admits=OFFICIAL)
    (guest,) = hall.welcome([a_sheet(70, category=Category.GUEST)])
    answer = hall.check_in.by_code(guest.badge_code, session.id)
    assert (answer.reason, answer.details["category"]) == (Reason.WRONG_CATEGORY, "GU")


def test_a_second_arrival_tells_when_where_and_how_the_first_was(hall: Hall) -> None:
    first = hall.check_in.by_name(hall.people[0].id, hall.session)
    hall.clock.pass_time(minutes=7)
    other = hall.other_desk("B")
    again = scan(other, hall.badge(0))
    assert (again.reason, again.first) == (Reason.ALREADY_PRESENT, first.event)
    assert (again.details["at"], again.details["desk"], again.details["method"]) == (OPENING, "A", "name")
    assert again.event is not None
    assert (again.event.desk, again.event.delegate) == ("B", hall.people[0].id)
    other.store.close()


def test_who_left_comes_back_by_checking_in_again(hall: Hall) -> None:
    assert scan(hall, hall.badge(0)).accepted
    hall.check_in.leave(hall.people[0].id, hall.session)
    hall.clock.pass_time(minutes=5)
    assert scan(hall, hall.badge(0)).accepted
    attendance = hall.check_in.fold(hall.session).of(hall.people[0].id)
    assert attendance.presence is Presence.PRESENT
    assert attendance.first is not None
    assert attendance.first.happened_at == OPENING


def test_the_time_in_the_hall_is_kept_beside_the_time_of_recording(hall: Hall) -> None:
    earlier = OPENING - dt.timedelta(minutes=20)
    event = hall.check_in.by_code(hall.badge(0), hall.session, at=earlier).event
    assert event is not None
    assert (event.happened_at, event.recorded_at) == (earlier, OPENING)


def test_a_face_keeps_its_scores_for_the_record(hall: Hall) -> None:
    answer = hall.check_in.by_face(hall.people[0].id, hall.session, scores=[0.31234, 0.55])
    assert answer.event is not None
    assert answer.event.body == {"method": "face", "scores": [0.312, 0.55]}
    plain = hall.check_in.by_face(hall.people[1].id, hall.session)
    assert plain.event is not None
    assert plain.event.body == {"method": "face"}


def test_an_unknown_session_or_delegate_is_refused_and_leaves_no_event(hall: Hall) -> None:
    before = hall.events()
    with pytest.raises(Refusal) as no_session:
        hall.check_in.by_code(hall.badge(0), SessionId("none"))
    with pytest.raises(Refusal) as no_delegate:
        hall.check_in.by_name(DelegateId("none"), hall.session)
    assert no_session.value.reason is Reason.NO_SUCH_SESSION
    assert no_delegate.value.reason is Reason.NO_SUCH_DELEGATE
    assert hall.events() == before


# the citizen card


def card(number: str = "019175001234", name: str = "Nguyễn Văn Ánh", born: str = "01021975") -> str:
    return f"{number}||{name}|{born}|Nam|Tổ 5, Thái Nguyên|15042021"


def test_a_citizen_card_is_matched_by_its_number_whatever_the_name(hall: Hall) -> None:
    (person,) = hall.welcome([a_sheet(9, citizen_number="019175001234")])
    for text in (card(name="Khác"), "019175001234", "0191 7500 1234"):
        assert hall.check_in.by_citizen_card(text, hall.session).delegate == person
        assert scan(hall, text).delegate == person
    arrivals = [e for e in hall.events() if e.kind is Kind.ARRIVED]
    assert [e.body for e in arrivals] == [{"method": "citizen_card"}]


@pytest.mark.parametrize(
    ("known", "read", "matches"),
    [
        ({}, {}, True),
        ({}, {"name": "NGUYEN VAN ANH"}, True),
        ({}, {"born": "02021975"}, False),
        ({}, {"name": "Nguyễn Văn Anh Tú"}, False),
        ({"birth_date": PartialDate(1975)}, {}, False),
        ({"birth_date": PartialDate(1975)}, {"born": "00001975"}, True),
        ({"birth_date": None}, {"born": "00000000"}, False),
        ({"citizen_number": "019175005555"}, {}, False),
    ],
)
def test_without_a_number_in_the_list_name_and_birth_date_must_both_fit(
    hall: Hall, known: dict[str, object], read: dict[str, str], matches: bool
) -> None:
    facts = {"full_name": "Nguyễn Văn Ánh", "birth_date": BORN} | known
    (person,) = hall.welcome([a_sheet(9, **facts)])
    answer = scan(hall, card(**read))
    assert answer.delegate == (person if matches else None)


def test_two_people_of_one_name_and_birth_date_are_left_to_the_operator(hall: Hall) -> None:
    twins = hall.welcome(a_sheet(n, full_name="Nguyễn Văn Ánh", birth_date=BORN) for n in (9, 10))
    answer = scan(hall, card())
    assert answer.reason is Reason.AMBIGUOUS
    assert {d.id for d in answer.candidates} == {d.id for d in twins}


def test_garbage_at_the_citizen_card_field_is_a_foreign_code(hall: Hall) -> None:
    answer = hall.check_in.by_citizen_card("https://example.vn", hall.session)
    assert (answer.reason, answer.details["what"]) == (Reason.UNKNOWN, "foreign_code")


@pytest.mark.parametrize(
    "text", [card(name="Trương Mỹ Lệ"), "019175001234", card(name="Trương Mỹ Lệ").replace("|", " | ")]
)
def test_nothing_of_a_strangers_citizen_card_is_in_the_file(hall: Hall, text: str) -> None:
    assert scan(hall, text).reason is Reason.UNKNOWN
    assert hall.check_in.by_citizen_card(text, hall.session).reason is Reason.UNKNOWN
    raw = b"".join(p.read_bytes() for p in hall.path.parent.glob("hall.congress*"))
    for secret in ("019175001234", "Trương", "Mỹ Lệ", "01021975", "15042021", "Tổ 5"):
        assert secret.encode() not in raw
    logged = {e.body["read"] for e in hall.events() if e.kind is Kind.CHECK_IN_REFUSED}
    assert len(logged) == 1  # the same card is seen to be the same
    (told,) = logged
    assert len(told) == len("citizen_card:") + 6


def test_a_refused_badge_is_logged_by_its_digits_and_a_foreign_code_by_its_hash(hall: Hall) -> None:
    unknown = new_badge_code()
    scan(hall, f"{unknown[:4]} {unknown[4:]}")
    scan(hall, "https://zalo.me/g/abc123")
    badge, foreign = (e.body["read"] for e in hall.events()[-2:])
    assert badge == unknown
    assert foreign.startswith("sha256:")
    assert "zalo" not in str(hall.events())


# searching


@pytest.mark.parametrize("words", ["n", "nguyen", "van anh", "ANH van", "doan 01", "van phong", "002"])
def test_search_finds_from_the_first_letter_by_name_unit_delegation_and_number(hall: Hall, words: str) -> None:
    assert hall.people[0] in hall.check_in.search(words) or words == "002"
    assert hall.check_in.search(words)


def test_search_stops_at_its_limit_and_finds_nothing_for_nothing(hall: Hall) -> None:
    assert len(hall.check_in.search("n", limit=2)) == 2
    assert hall.check_in.search("  ") == ()
    assert hall.check_in.search("xyz") == ()


def test_latest_readings_come_newest_first_with_person_and_void(hall: Hall) -> None:
    first = scan(hall, hall.badge(0)).event
    scan(hall, "nobody")
    assert first is not None
    hall.check_in.void(first.id, "nhầm")
    last, wrong = hall.check_in.latest(hall.session)[0:2]
    assert (last.delegate, last.event.kind, last.voided) == (None, Kind.CHECK_IN_REFUSED, False)
    assert (wrong.delegate, wrong.event, wrong.voided) == (hall.people[0], first, True)
    assert len(hall.check_in.latest(hall.session, 1)) == 1
    assert len(hall.check_in.latest(hall.session, 0)) == 2
