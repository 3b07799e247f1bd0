"""What is printed says what the journal says, and every printing is on record itself."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest

from congress_desk.domain.attendance import Excuse, Presence
from congress_desk.domain.delegates import Category
from congress_desk.domain.journal import Kind, SessionId
from congress_desk.domain.records import AttendanceRecord, BadgeSheet, DelegateListRecord, Form, RollRecord
from congress_desk.domain.refusals import Reason, Refusal
from tests.builders import OPENING, Hall, a_sheet
from tests.services.fake_faces import a_photo


@pytest.fixture
def mixed(hall: Hall) -> Hall:
    """Three appointed delegates, an alternate, a guest."""
    hall.welcome(
        [
            a_sheet(30, category=Category.ALTERNATE, full_name="Bùi Thị Ánh", delegation="Đoàn 02"),
            a_sheet(31, category=Category.GUEST, full_name="Lý Văn Khách"),
        ]
    )
    return hall


def names(people: object) -> list[str]:
    assert isinstance(people, tuple)
    return [d.sheet.full_name for d in people]


def test_the_delegate_list_names_delegates_and_alternates_by_delegation_and_in_abc(mixed: Hall) -> None:
    record = mixed.records.record(Form.DELEGATES)
    assert isinstance(record, DelegateListRecord)
    assert names(record.delegates) == ["Nguyễn Văn Ánh", "Nguyễn Văn Bình", "Nguyễn Văn Chi", "Bùi Thị Ánh"]
    assert names(record.alphabetical) == ["Bùi Thị Ánh", "Nguyễn Văn Ánh", "Nguyễn Văn Bình", "Nguyễn Văn Chi"]


def test_the_roll_calls_the_convened_of_the_session_only(mixed: Hall) -> None:
    record = mixed.records.record(Form.ROLL, mixed.session)
    assert isinstance(record, RollRecord)
    assert [(name, names(people)) for name, people in record.delegations] == [
        ("Đoàn 01", ["Nguyễn Văn Ánh", "Nguyễn Văn Bình", "Nguyễn Văn Chi"])
    ]


def test_the_attendance_record_counts_what_the_journal_holds(mixed: Hall) -> None:
    desk, session = mixed.check_in, mixed.session
    one, two, three, _, guest = mixed.people
    desk.by_code(one.badge_code, session)
    mixed.clock.pass_time(minutes=20)
    late = desk.by_code(two.badge_code, session).event
    wrong = desk.by_code(guest.badge_code, session).event
    desk.by_code("nobody", session)
    desk.excuse(three.id, session, Excuse(reason="ốm"))
    assert wrong is not None
    desk.void(wrong.id, "nhầm")

    record = mixed.records.record(Form.ATTENDANCE, session)
    assert isinstance(record, AttendanceRecord)
    assert [(line.delegate.id, line.attendance.presence, line.late) for line in record.lines] == [
        (one.id, Presence.PRESENT, False),
        (two.id, Presence.PRESENT, True),
        (three.id, Presence.EXCUSED, False),
    ]
    assert late is not None
    assert record.status == desk.status(session)
    assert (record.status.quorum.at, record.status.total.late) == (late.happened_at, 1)
    assert (record.refused, record.voided, record.replacements) == (1, 1, ())


def test_a_replacement_stands_on_the_attendance_record(mixed: Hall) -> None:
    official, alternate = mixed.people[0], mixed.people[3]
    mixed.registry.replace_official(official.id, alternate.id, decision="12")
    record = mixed.records.record(Form.ATTENDANCE, mixed.session)
    assert isinstance(record, AttendanceRecord)
    assert [(a.id, b.id) for a, b in record.replacements] == [(official.id, alternate.id)]
    assert alternate.id in [line.delegate.id for line in record.lines]
    assert official.id not in [line.delegate.id for line in record.lines]


def test_badges_carry_the_valid_code_and_the_photo(mixed: Hall) -> None:
    first = mixed.people[0]
    mixed.registry.set_photo(first.id, a_photo((9, 90, 200)))
    new = mixed.registry.issue_badge(first.id)
    everybody = mixed.records.record(Form.BADGES)
    assert isinstance(everybody, BadgeSheet)
    assert len(everybody.badges) == 5
    only = mixed.records.record(Form.BADGES, only={first.id})
    assert isinstance(only, BadgeSheet)
    (badge,) = only.badges
    assert (badge.delegate.id, badge.code, badge.photo) == (first.id, new, mixed.registry.photo(first.id))
    assert {b.photo for b in everybody.badges if b.delegate.id != first.id} == {b""}


def refusal(hall: Hall, form: Form, session: SessionId | None = None, **more: object) -> Reason:
    with pytest.raises(Refusal) as caught:
        hall.records.record(form, session, **more)  # type: ignore[arg-type]
    return caught.value.reason


def test_what_cannot_be_printed_is_refused(hall: Hall) -> None:
    assert refusal(hall, Form.ROLL) is Reason.SESSION_NEEDED
    assert refusal(hall, Form.ATTENDANCE) is Reason.SESSION_NEEDED
    assert refusal(hall, Form.ROLL, SessionId("none")) is Reason.NO_SUCH_SESSION
    assert refusal(hall, Form.ATTENDANCE, SessionId("none")) is Reason.NO_SUCH_SESSION
    assert refusal(hall, Form.BADGES, only=()) is Reason.NOBODY_TO_PRINT


def test_a_printing_is_on_record_with_the_papers_hash_and_a_preview_is_not(hall: Hall) -> None:
    before = len(hall.events())
    preview = hall.records.preview(Form.ROLL, hall.session, language="vi")
    assert len(hall.events()) == before
    pdf = hall.records.pdf(Form.ROLL, hall.session, language="vi")
    assert pdf == preview
    event = hall.events()[-1]
    assert (event.kind, event.session) == (Kind.PRINTED, hall.session)
    known = {"form": "roll", "language": "vi", "sha256": hashlib.sha256(pdf).hexdigest()}
    assert known.items() <= event.body.items()


def test_paper_is_dated_in_the_congresss_own_time(hall: Hall) -> None:
    hall.clock.moment = dt.datetime(2025, 9, 22, 20, 30, tzinfo=dt.UTC)
    assert hall.records.record(Form.DELEGATES).heading.printed_at.isoformat() == "2025-09-23T03:30:00+07:00"
    assert OPENING.date() == hall.records.record(Form.DELEGATES).heading.opens
