"""seats ...: import, arrange, assign, swap, find, list, undo, as an office scripts them."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Desk


def test_arranged_found_moved_and_taken_back(desk: Desk) -> None:
    made = desk("seats arrange", "--plan", "opening", "--rows", "2", "--left", "1", "--middle", "3", "--right", "1")
    assert made["seatless"] == []
    (found,) = desk("seats find", "Cường")
    assert found["opening"] == "B-02"  # the guest sits in front, Đoàn Định Hóa next
    told = desk("seats assign", "003", "B-05", "--plan", "opening")
    assert told["seated"] == made["seated"]
    assert [one["full_name"] for one in desk("seats find", "b5")] == ["Lê Văn Cường"]
    desk("seats swap", "003", "001", "--plan", "opening")
    assert [one["full_name"] for one in desk("seats find", "B-05")] == ["Nguyễn Văn An"]
    desk("seats undo", "--plan", "opening", "--reason", "nhầm")
    assert [one["full_name"] for one in desk("seats find", "B-05")] == ["Lê Văn Cường"]
    assert desk("seats assign", "001", "B-05", "--plan", "opening", status=2)["reason"] == "seat_taken"
    assert desk("seats assign", "001", "Q-77", "--plan", "opening", status=2)["reason"] == "no_such_seat"


def test_the_list_of_a_plan(desk: Desk) -> None:
    desk("seats arrange", "--rows", "2")
    told = desk("seats list")
    assert told["total"] == len(told["seats"]) == 56
    assert told["seated"] == 5
    first = told["seats"][0]
    assert first.keys() == {"seat", "floor", "zone", "row", "number", "delegate", "full_name"}
    assert len(desk("seats list", "--free")["seats"]) == told["free"] == 51
    assert desk("seats list", "--plan", "opening")["total"] == 0


def test_a_table_is_tried_then_taken_in(desk: Desk, tmp_path: Path) -> None:
    table = tmp_path / "seats.csv"
    table.write_text("Họ tên,Ghế,Khu\nLê Văn Cường,C-03,Trái\nAi đó,C-04,Trái\n", encoding="utf-8")
    tried = desk("seats import", str(table), "--dry-run")
    assert [(e["row"], e["code"]) for e in tried["errors"]] == [(3, "unknown_person")]
    assert desk("seats import", str(table), status=2)["reason"] == "seats_have_errors"
    table.write_text("Họ tên,Ghế,Khu\nLê Văn Cường,C-03,Trái\n,C-04,Trái\n", encoding="utf-8")
    assert desk("seats import", str(table))["seated"] == 1
    assert desk.person("Lê Văn Cường")["seat"] == "C-03"
