"""check-in card, citizen-card, manual, exit, excuse, void: every answer with its code, as scripts read it."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import pytest
import qrcode

from congress_desk.domain.badges import check_digit
from tests.cli.conftest import Desk

CHECK_IN_KEYS = {"status", "reason", "event", "delegate", "first"}


def refused(answer: Any) -> str:
    """The reason; the answer holds every promised key and a sentence."""
    assert answer["status"] == "refused"
    assert answer.keys() >= CHECK_IN_KEYS
    assert answer["message"].endswith(".")
    return str(answer["reason"])


def test_a_badge_lets_its_delegate_in_with_the_promised_keys(desk: Desk) -> None:
    an = desk.person("Nguyễn Văn An")

    answer = desk.card(an["badge_code"])

    assert answer.keys() >= CHECK_IN_KEYS
    assert (answer["status"], answer["reason"], answer["first"]) == ("ok", None, None)
    assert answer["delegate"] == an["id"]
    assert uuid.UUID(answer["event"]).version == 7


@pytest.mark.parametrize("written", ["002", "2", "٠٠٢", " 002 "])
def test_a_card_number_may_be_typed_in_many_ways(desk: Desk, written: str) -> None:
    assert desk.card(written)["full_name"] == "Trần Thị Bình"


def test_a_badge_code_may_be_typed_in_groups(desk: Desk) -> None:
    code = desk.person("Lê Văn Cường")["badge_code"]
    assert desk.card(f"{code[:4]} {code[4:7]} {code[7:]}")["full_name"] == "Lê Văn Cường"


def test_a_second_scan_is_refused_and_tells_the_first(desk: Desk) -> None:
    first = desk.card("001", "--at", "2025-09-22T06:42")

    again = desk.card("001", status=2)

    assert refused(again) == "already_present"
    assert again["first"] == {
        "event": first["event"],
        "at": "2025-09-22T06:42:00+07:00",
        "desk": "Bàn 1",
        "method": "card_number",
    }
    assert again["delegate"] == first["delegate"]
    assert "06:42" in again["message"]


def test_the_same_event_again_is_a_success_and_one_record(desk: Desk) -> None:
    nonce = str(uuid.uuid4())
    first = desk.card("001", "--event", nonce)
    again = desk.card("001", "--event", nonce.upper())

    assert first["event"] == again["event"] == nonce
    assert (again["status"], again["delegate"]) == ("ok", first["delegate"])
    assert [r["kind"] for r in desk("readings", "--session", "1")] == ["arrived"]


def test_an_event_of_another_delegate_is_no_success(desk: Desk) -> None:
    nonce = str(uuid.uuid4())
    desk.card("001", "--event", nonce)

    assert desk.card("002", "--event", nonce, status=2)["reason"] == "nonce_reused"
    assert desk("status", "--session", "1")["present"] == 1


def test_an_event_is_no_success_in_another_session(desk: Desk) -> None:
    desk("sessions add", "--name", "Chiều", "--starts", "2025-09-22T13:30", "--ends", "2025-09-22T17:00")
    nonce = str(uuid.uuid4())
    desk.card("001", "--event", nonce)
    assert desk.card("001", "--event", nonce, session="2", status=2)["reason"] == "nonce_reused"


def test_an_event_number_that_is_no_uuid_is_refused(desk: Desk) -> None:
    assert desk.card("001", "--event", "first", status=2)["field"] == "event"


def test_a_voided_arrival_does_not_count_and_its_event_stays_void(desk: Desk) -> None:
    nonce = str(uuid.uuid4())
    desk.card("001", "--event", nonce)

    voided = desk("void", nonce, "--reason", "wrong person")

    assert (voided["status"], voided["voided"]) == ("ok", nonce)
    assert desk("status", "--session", "1")["present"] == 0
    assert refused(desk.card("001", "--event", nonce, status=2)) == "voided"
    assert desk.card("001")["status"] == "ok"


def test_a_void_is_refused_twice_without_reason_and_for_what_is_none(desk: Desk) -> None:
    event = desk.card("001")["event"]
    assert desk("void", event, "--reason", " ", status=2)["reason"] == "reason_needed"
    desk("void", event, "--reason", "x")
    assert desk("void", event, "--reason", "x", status=2)["reason"] == "already_voided"
    assert desk("void", str(uuid.uuid4()), "--reason", "x", status=2)["reason"] == "no_such_event"
    refusal = desk.card("9999", status=2)["event"]
    assert desk("void", refusal, "--reason", "x", status=2)["reason"] == "cannot_be_voided"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("99999", "This number is not on the list"),
        ("1234567890" + check_digit("1234567890"), "This badge is not of this congress"),
        ("https://chat.example/u/1", "This is not a congress badge"),
        ("019999999999", "This citizen card is not on the list"),
    ],
)
def test_what_is_not_of_this_congress_is_unknown(desk: Desk, text: str, sentence: str) -> None:
    answer = desk.card(text, status=2)
    assert refused(answer) == "unknown"
    assert answer["message"].startswith(sentence)
    assert answer["delegate"] is None


def test_a_replaced_badge_is_revoked_and_the_new_one_works(desk: Desk) -> None:
    old = desk.person("Nguyễn Văn An")["badge_code"]

    issued = desk("delegates badge", "001")

    assert issued["revoked"] == old
    answer = desk.card(old, status=2)
    assert refused(answer) == "revoked"
    assert answer["full_name"] == "Nguyễn Văn An"
    assert desk.card(issued["badge_code"])["status"] == "ok"


@pytest.mark.parametrize(
    ("standing", "reason"),
    [("barred", "barred"), ("withdrawn", "withdrawn"), ("pending", "not_recognised_yet")],
)
def test_the_credentials_committee_decides_who_comes_in(desk: Desk, standing: str, reason: str) -> None:
    desk("delegates standing", "001", "--to", standing, "--reason", "QĐ 12")
    assert refused(desk.card("001", status=2)) == reason
    desk("delegates standing", "001", "--to", "active", "--reason", "QĐ 13")
    assert desk.card("001")["status"] == "ok"


def test_a_closed_session_lets_nobody_in_but_everybody_out(desk: Desk) -> None:
    desk.card("001")
    desk("sessions close", "--session", "1")
    assert refused(desk.card("002", status=2)) == "session_closed"
    assert desk("check-in exit", "001", "--session", "1")["status"] == "ok"
    desk("sessions reopen", "--session", "1")
    assert desk.card("002")["status"] == "ok"


def test_a_guest_at_a_session_for_delegates_is_of_the_wrong_category(desk: Desk) -> None:
    hours = ("--starts", "2025-09-22T13:30", "--ends", "2025-09-22T17:00")
    desk("sessions add", "--name", "Nội bộ", *hours, "--admits", "EX,el,AP")
    assert refused(desk.card("005", session="Nội bộ", status=2)) == "wrong_category"
    assert desk.card("001", session="Nội bộ")["status"] == "ok"


def test_an_alternate_in_an_officials_place_counts_and_the_official_is_withdrawn(desk: Desk) -> None:
    desk("delegates replace", "001", "004", "--decision", "QĐ 15")
    assert refused(desk.card("001", status=2)) == "withdrawn"
    assert desk.card("004")["status"] == "ok"
    figures = desk("status", "--session", "1")
    assert (figures["convened"], figures["present"]) == (3, 1)
    assert desk("delegates replace", "002", "003", "--decision", "1", status=2)["reason"] == "not_an_alternate"
    assert desk("delegates replace", "005", "004", "--decision", "1", status=2)["reason"] == "not_official"


def test_the_citizen_card_finds_its_number_first(desk: Desk) -> None:
    text = "019180000002||Trần Thị Bình|03041980|Nữ|Tổ 1, phường Phan Đình Phùng|01012021"
    answer = desk("check-in citizen-card", text, "--session", "1")
    assert answer["full_name"] == "Trần Thị Bình"
    readings = desk("readings", "--session", "1")
    assert readings[0]["method"] == "citizen_card"


def test_the_citizen_card_finds_name_and_birth_date_where_the_list_has_no_number(desk: Desk) -> None:
    text = "019185999999|091234567|Đỗ Thị Én|05061985|Nữ|Phổ Yên|01012021"
    assert desk("check-in citizen-card", text, "--session", "1")["full_name"] == "Đỗ Thị Én"


def test_a_citizen_card_of_nobody_is_unknown_and_is_not_kept(desk: Desk) -> None:
    text = "019199123456||Vũ Văn Xa|01011999|Nam|Hà Nội|01012021"
    assert refused(desk("check-in citizen-card", text, "--session", "1", status=2)) == "unknown"
    assert refused(desk("check-in citizen-card", "hello", "--session", "1", status=2)) == "unknown"
    everything = b"".join(p.read_bytes() for p in desk.file.parent.glob("hall.congress*"))
    assert b"019199123456" not in everything
    assert "Vũ Văn Xa".encode() not in everything


def test_a_picture_of_a_badge_is_read(desk: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "badge.png"
    qrcode.make(desk.person("Nguyễn Văn An")["badge_code"]).save(picture)
    assert desk.card(str(picture))["full_name"] == "Nguyễn Văn An"


def test_a_picture_of_a_citizen_card_is_read(desk: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "card.png"
    qrcode.make("019075000001||Nguyễn Văn An|01021975|Nam|Định Hóa|01012021").save(picture)
    assert desk("check-in citizen-card", str(picture), "--session", "1")["full_name"] == "Nguyễn Văn An"


def test_a_picture_without_a_code_is_unknown(desk: Desk, tmp_path: Path) -> None:
    from PIL import Image

    picture = tmp_path / "white.png"
    Image.new("RGB", (300, 300), "white").save(picture)
    answer = desk.card(str(picture), status=2)
    assert refused(answer) == "unknown"
    assert answer["message"].startswith("No QR code is seen")


def test_a_picture_that_is_none_or_is_not_there_is_a_trouble(desk: Desk, tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"GIF89a, or so it says")
    assert desk.card(str(broken), status=1)["problem"] == "not_a_picture"
    assert desk.card(str(tmp_path / "none.png"), status=1)["problem"] == "no_such_file"


def test_a_name_is_picked_with_or_without_its_marks(desk: Desk) -> None:
    assert desk("check-in manual", "le van cuong", "--session", "khai mac")["full_name"] == "Lê Văn Cường"
    assert desk("check-in manual", desk.person("Trần Thị Bình")["id"], "--session", "1")["status"] == "ok"


def test_a_name_of_nobody_is_unknown(desk: Desk) -> None:
    answer = desk("check-in manual", "Hoàng Văn Thụ", "--session", "1", status=2)
    assert refused(answer) == "unknown"


def test_a_name_of_two_is_ambiguous_and_shows_both(desk: Desk) -> None:
    desk("delegates add", "--set", "full_name=Nguyễn Văn Ân", "--set", "delegation=Đoàn Phổ Yên")

    answer = desk("check-in manual", "nguyen van an", "--session", "1", status=2)

    assert refused(answer) == "ambiguous"
    assert [c["full_name"] for c in answer["candidates"]] == ["Nguyễn Văn An", "Nguyễn Văn Ân"]
    assert desk("check-in manual", "Nguyễn Văn Ân", "--session", "1")["full_name"] == "Nguyễn Văn Ân"


def test_exit_and_return_keep_the_first_arrival(desk: Desk) -> None:
    first = desk.card("001", "--at", "2025-09-22T06:40")
    desk("check-in exit", "001", "--session", "1", "--at", "2025-09-22T08:00")
    assert desk("status", "--session", "1")["left"] == 1
    desk.card("001", "--at", "2025-09-22T08:20")
    assert desk.card("001", status=2)["first"]["event"] == first["event"]
    assert desk("status", "--session", "1")["present"] == 1


def test_an_excuse_moves_a_delegate_from_absent_to_excused(desk: Desk) -> None:
    desk("excuse", "003", "--session", "1", "--reason", "ốm", "--allowed-by", "Đoàn Chủ tịch")
    figures = desk("status", "--session", "1")
    assert (figures["excused"], figures["absent"]) == (1, 2)
    assert desk("excuse", "002", "--session", "1", status=2)["reason"] == "reason_needed"
    event = desk("excuse", "002", "--whole-congress", "--reason", "công tác nước ngoài")["event"]
    assert desk("status", "--session", "1")["excused"] == 2
    desk("void", event, "--reason", "đã về")
    assert desk("status", "--session", "1")["excused"] == 1


def test_a_chip_card_belongs_to_one_delegate(desk: Desk) -> None:
    desk("delegates link-card", "001", "0004321987")
    assert desk("delegates link-card", "002", "0004321987", status=2)["reason"] == "code_taken"
    assert desk.card("0004321987")["full_name"] == "Nguyễn Văn An"
    assert desk("readings", "--session", "1")[0]["method"] == "rfid"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2025-09-22T07:12", "2025-09-22T07:12:00+07:00"),
        ("2025-09-22 07:12:30", "2025-09-22T07:12:30+07:00"),
        ("2025-09-22T00:12Z", "2025-09-22T07:12:00+07:00"),
        ("2025-09-22T09:12+09:00", "2025-09-22T07:12:00+07:00"),
    ],
)
def test_times_are_the_congresss_own_unless_they_say_otherwise(desk: Desk, written: str, told: str) -> None:
    desk.card("001", "--at", written)
    assert desk("readings", "--session", "1")[0]["at"] == told


@pytest.mark.parametrize("written", ["yesterday", "2025-09-31T07:00", "0001-01-01T00:00", ""])
def test_a_time_that_is_none_is_refused(desk: Desk, written: str) -> None:
    answer = desk.card("001", "--at", written, status=2)
    assert (answer["reason"], answer["field"]) == ("bad_value", "at")
    assert desk("status", "--session", "1")["present"] == 0
