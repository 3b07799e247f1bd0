"""create, describe, rules, sessions, status, verify, backup, rehearse: the congress as a whole, as scripts see it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from congress_desk import building
from congress_desk.devices.pictures import drawn_crowd
from tests.cli.conftest import Desk, Said

NAMED = ("--title", "T", "--convening-body", "B", "--opens", "2025-09-22")


def test_a_congress_is_one_new_file(call: Callable[..., Said], tmp_path: Path) -> None:
    made = call("create", str(tmp_path / "new.congress"), *NAMED, "--json")
    assert made.status == 0
    assert made.json["title"] == "T"
    assert (tmp_path / "new.congress").is_file()


def test_an_existing_file_is_never_written_over(desk: Desk) -> None:
    before = desk.file.read_bytes()
    assert desk("create", *NAMED, status=1)["problem"] == "file_exists"
    assert desk.file.read_bytes() == before


def test_a_congress_in_a_folder_that_is_not_there_is_a_trouble(call: Callable[..., Said], tmp_path: Path) -> None:
    said = call("create", str(tmp_path / "none" / "x.congress"), *NAMED, "--json")
    assert (said.status, said.json["problem"]) == (1, "cannot_write")


@pytest.mark.parametrize(
    ("option", "value", "field"),
    [("--title", " ", "title"), ("--convening-body", "", "convening_body"), ("--opens", "31/2/2025", "opens")],
)
def test_what_papers_need_is_asked_for_at_once(
    call: Callable[..., Said], tmp_path: Path, option: str, value: str, field: str
) -> None:
    given = dict(zip(NAMED[::2], NAMED[1::2], strict=True)) | {option: value}
    words = [word for pair in given.items() for word in pair]
    said = call("create", str(tmp_path / "x.congress"), *words, "--json")
    assert (said.status, said.json["reason"], said.json["field"]) == (2, "bad_value", field)
    assert not (tmp_path / "x.congress").exists()


def test_an_opening_day_may_be_written_as_offices_write_it(call: Callable[..., Said], tmp_path: Path) -> None:
    desk = Desk(tmp_path / "x.congress", call)
    desk("create", "--title", "T", "--convening-body", "B", "--opens", "22/09/2025")
    assert desk("describe")["opens"] == "2025-09-22"
    assert desk("describe", "--place", "Thái Nguyên")["place"] == "Thái Nguyên"
    assert desk("describe")["title"] == "T"


def test_status_holds_the_promised_keys_and_adds_up(desk: Desk) -> None:
    desk.card("001", "--at", "2025-09-22T06:40")
    desk("excuse", "003", "--session", "1", "--reason", "ốm")
    desk.card("005")

    shown = desk("status", "--session", "1")

    assert shown.keys() >= {"convened", "present", "excused", "absent", "quorum", "delegations"}
    assert (shown["convened"], shown["present"], shown["excused"], shown["absent"]) == (3, 1, 1, 1)
    assert shown["others_present"] == 1
    assert shown["quorum"] == {"needed": 2, "reached": False, "at": None, "share": "2/3"}
    assert [d["delegation"] for d in shown["delegations"]] == ["Đoàn Định Hóa", "Đoàn Phổ Yên"]
    for key in ("convened", "present", "excused", "absent"):
        assert sum(d[key] for d in shown["delegations"]) == shown[key]


def test_quorum_tells_when_it_was_reached(desk: Desk) -> None:
    desk.card("001", "--at", "2025-09-22T06:40")
    desk.card("002", "--at", "2025-09-22T06:51:07")
    quorum = desk("status", "--session", "Khai mạc")["quorum"]
    assert (quorum["reached"], quorum["at"]) == (True, "2025-09-22T06:51:07+07:00")


def test_the_quorum_is_a_rule_of_the_congress(desk: Desk) -> None:
    assert desk("rules") == {
        "quorum": "2/3",
        "auto_accept_faces": False,
        "undo_minutes": 15,
        "erase_faces_after_days": 30,
    }
    assert desk("rules", "--quorum", "1/3", "--undo-minutes", "5")["quorum"] == "1/3"
    assert desk("status", "--session", "1")["quorum"]["needed"] == 1
    for wrong in ("3/2", "0", "two thirds", "1/0"):
        assert desk("rules", "--quorum", wrong, status=2)["field"] == "quorum"
    assert desk("rules", "--undo-minutes", "0", status=2)["field"] == "undo_minutes"


def test_a_session_is_named_by_id_name_without_marks_or_place_in_time(desk: Desk) -> None:
    times = ("--starts", "2025-09-21T14:00", "--ends", "2025-09-21T17:00")
    earlier = desk("sessions add", "--name", "Phiên trù bị", *times, "--kind", "preparatory")["session"]
    for named in (earlier, "Phiên trù bị", "phien tru bi", " PHIÊN TRÙ BỊ ", "1"):
        assert desk("status", "--session", named)["session"] == earlier
    assert desk("status", "--session", "2")["session"] == desk("status", "--session", "khai mac")["session"]
    assert [s["name"] for s in desk("sessions list")] == ["Phiên trù bị", "Khai mạc"]


def test_a_session_that_is_not_there_or_there_twice_is_refused(desk: Desk) -> None:
    for named in ("3", "0", "Bế mạc", ""):
        assert desk("status", "--session", named, status=2)["reason"] == "no_such_session"
    desk("sessions add", "--name", "KHAI MẠC", "--starts", "2025-09-23T07:00", "--ends", "2025-09-23T08:00")
    told = desk("status", "--session", "khai mac", status=2)
    assert (told["reason"], len(told["candidates"])) == ("ambiguous", 2)
    assert told["message"].startswith("Several sessions")
    assert desk("status", "--session", "Khai mạc")["convened"] == 3


def test_wrong_times_of_a_session_are_refused(desk: Desk) -> None:
    def added(starts: str, ends: str) -> str:
        times = ("--starts", starts, "--ends", ends)
        return str(desk("sessions add", "--name", "X", *times, status=2)["reason"])

    assert added("2025-09-22T11:00", "2025-09-22T07:00") == "session_ends_before_start"
    assert added("2025-09-22T11:00", "2025-09-22T11:00") == "session_ends_before_start"
    assert added("7 giờ", "2025-09-22T11:00") == "bad_value"


def test_a_session_with_a_list_of_its_own_expects_only_those(desk: Desk, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("001\nTrần Thị Bình\n\n", encoding="utf-8-sig")
    times = ("--starts", "2025-09-22T13:00", "--ends", "2025-09-22T14:00")
    assert desk("sessions add", "--name", "Tổ 1", *times, "--list", str(listed))["listed"] == 2
    assert desk("status", "--session", "Tổ 1")["convened"] == 2
    assert desk.card("003", session="Tổ 1", status=2)["reason"] == "wrong_category"
    listed.write_text("Người lạ", encoding="utf-8")
    assert desk("sessions edit", "--session", "2", "--list", str(listed), status=2)["reason"] == "no_such_delegate"
    assert desk("sessions edit", "--session", "2", "--list", str(tmp_path), status=1)["problem"] == "no_such_file"


def test_a_session_can_be_corrected(desk: Desk) -> None:
    changed = desk("sessions edit", "--session", "1", "--name", "Khai mạc (mới)", "--starts", "2025-09-22T07:30")
    assert (changed["name"], changed["starts"]) == ("Khai mạc (mới)", "2025-09-22T07:30:00+07:00")
    assert changed["ends"] == "2025-09-22T11:30:00+07:00"
    assert desk("sessions edit", "--session", "1", "--admits", "XX", status=2)["field"] == "admits"


def test_a_sound_journal_verifies(desk: Desk) -> None:
    desk.card("001")
    shown = desk("verify")
    assert shown.keys() >= {"ok", "events", "first_broken"}
    assert (shown["ok"], shown["events"], shown["first_broken"]) == (True, 4, None)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE journal SET body = replace(body, 'card_number', 'badge') WHERE id = :id",
        "UPDATE journal SET happened_at = '2025-09-22T00:00:00.000000Z' WHERE id = :id",
        "UPDATE journal SET happened_at = 'nonsense' WHERE id = :id",
        "UPDATE journal SET actor = 'somebody else' WHERE id = :id",
    ],
)
def test_a_changed_journal_names_its_first_broken_event(desk: Desk, damage: str) -> None:
    event = desk.card("001")["event"]
    desk.card("002")
    with closing(sqlite3.connect(desk.file)) as connection, connection:
        assert connection.execute(damage, {"id": event}).rowcount == 1

    shown = desk("verify", status=2)

    assert (shown["ok"], shown["first_broken"]) == (False, event)


def test_an_event_taken_out_is_noticed_in_the_middle_and_at_the_end(desk: Desk) -> None:
    first, last = desk.card("001")["event"], desk.card("002")["event"]
    for taken, broken in ((last, last), (first, None)):
        with closing(sqlite3.connect(desk.file)) as connection, connection:
            connection.execute("DELETE FROM journal WHERE id = ?", (taken,))
        shown = desk("verify", status=2)
        assert not shown["ok"]
        assert broken is None or shown["first_broken"] == broken


def test_a_backup_opens_and_holds_everything(desk: Desk, tmp_path: Path) -> None:
    desk.card("001")
    copy = desk("backup", str(tmp_path / "copy.congress"))["backup"]
    saved = Desk(Path(copy), desk.call)
    assert saved("status", "--session", "1") == desk("status", "--session", "1")
    assert saved("verify")["ok"]
    assert desk("backup", copy, status=1)["problem"] == "file_exists"
    folder = tmp_path / "backups"
    folder.mkdir()
    assert Path(desk("backup", str(folder))["backup"]).parent == folder
    assert desk("backup", str(tmp_path / "none" / "x.congress"), status=1)["problem"] == "cannot_write"


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"", "not_a_congress"), (b"hello, I am a text", "not_a_congress"), (None, "no_such_file")],
)
def test_a_file_that_is_no_congress_is_told_and_not_touched(
    call: Callable[..., Said], tmp_path: Path, content: bytes | None, problem: str
) -> None:
    file = tmp_path / "x.congress"
    if content is not None:
        file.write_bytes(content)
    assert Desk(file, call)("status", "--session", "1", status=1)["problem"] == problem
    assert content is None or file.read_bytes() == content


def test_a_truncated_congress_is_damaged(desk: Desk) -> None:
    whole = desk.file.read_bytes()
    desk.file.write_bytes(whole[: len(whole) // 2])
    assert desk("verify", status=1)["problem"] == "damaged"


def test_a_rehearsal_is_filled_and_marked(
    call: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    portrait = drawn_crowd.drawn_portraits
    one: list[bytes] = []

    def the_same_for_all(wanted: list[object]) -> list[bytes]:
        one.extend([] if one else [drawn_crowd._one(wanted[0])])  # type: ignore[arg-type]
        return one * len(wanted)

    assert callable(portrait)
    monkeypatch.setattr(drawn_crowd, "drawn_portraits", the_same_for_all)  # 465 pictures take half a minute
    desk = Desk(tmp_path / "rehearsal.congress", call)

    made = desk("rehearse")

    assert (made["delegates"], made["rehearsal"]) == (445, True)
    assert len(desk("sessions list")) == 3
    figures = desk("status", "--session", "1")
    assert (figures["convened"], len(figures["delegations"])) == (445, 21)
    assert desk("describe")["rehearsal"] is True
    assert building.rehearsal_path().parent.is_dir()
