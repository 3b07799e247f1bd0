"""delegates ...: lists in and out, all or nothing, one person's sheet."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from congress_desk.devices.pictures.drawn_portrait import drawn_portrait
from congress_desk.domain.badges import is_badge_code
from congress_desk.domain.delegates import Gender
from tests.cli.conftest import LIST, Desk

PROMISED = {
    "id",
    "full_name",
    "birth_date",
    "gender",
    "delegation",
    "category",
    "card_number",
    "badge_code",
    "citizen_number",
}


def written(folder: Path, text: str) -> str:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8-sig")
    return str(path)


def test_a_list_is_imported_with_the_promised_keys(empty_desk: Desk, tmp_path: Path) -> None:
    answer = empty_desk("delegates import", written(tmp_path, LIST))

    assert {key: answer[key] for key in ("read", "added", "changed", "unchanged", "errors")} == {
        "read": 5,
        "added": 5,
        "changed": 0,
        "unchanged": 0,
        "errors": [],
    }


def test_the_list_is_given_back_with_the_promised_keys(desk: Desk) -> None:
    people = desk("delegates list")

    assert all(person.keys() >= PROMISED for person in people)
    an = next(person for person in people if person["card_number"] == "001")
    assert {key: an[key] for key in PROMISED - {"id", "badge_code"}} == {
        "full_name": "Nguyễn Văn An",
        "birth_date": "1975-02-01",
        "gender": "male",
        "delegation": "Đoàn Định Hóa",
        "category": "EX",
        "card_number": "001",
        "citizen_number": "019075000001",
    }
    assert {p["full_name"]: p["birth_date"] for p in people}["Lê Văn Cường"] == "1970"
    assert len({p["badge_code"] for p in people}) == 5
    assert all(is_badge_code(p["badge_code"]) for p in people)


def test_a_trial_writes_nothing(empty_desk: Desk, tmp_path: Path) -> None:
    answer = empty_desk("delegates import", written(tmp_path, LIST), "--dry-run")
    assert (answer["added"], answer["dry_run"]) == (5, True)
    assert empty_desk("delegates list") == []
    assert empty_desk("verify")["events"] == 1


def test_a_list_with_errors_names_the_cells_and_imports_nothing(empty_desk: Desk, tmp_path: Path) -> None:
    text = LIST.replace("1/2/1975", "31/2/1975").replace("019180000002", "019070000003")

    answer = empty_desk("delegates import", written(tmp_path, text), status=2)

    assert (answer["reason"], answer["read"], answer["added"]) == ("list_has_errors", 5, 0)
    assert all(error.keys() >= {"row", "column", "code", "message"} for error in answer["errors"])
    found = {(error["row"], error["column"], error["code"]) for error in answer["errors"]}
    assert (2, "D", "date_impossible") in found
    assert (4, "H", "duplicate_citizen_number") in found
    assert empty_desk("delegates list") == []


def test_errors_are_told_in_the_users_language(
    empty_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONGRESS_DESK_LANGUAGE", "vi")
    path = written(tmp_path, LIST.replace("1/2/1975", "31/2/1975"))
    answer = empty_desk("delegates import", path, "--dry-run", status=2)
    assert "Chưa nhập dòng nào" in answer["message"]
    assert "no such day" not in answer["errors"][0]["message"]
    said = empty_desk.say("delegates import", path)
    assert (said.status, said.out) == (2, "")
    assert "D2: " in said.err


def test_a_corrected_list_changes_only_what_was_corrected(desk: Desk, tmp_path: Path) -> None:
    before = {p["card_number"]: (p["id"], p["badge_code"]) for p in desk("delegates list")}
    text = LIST.replace("1970", "12/3/1970").replace("Đoàn Phổ Yên,Dự khuyết", "Đoàn Định Hóa,Dự khuyết")

    answer = desk("delegates import", written(tmp_path, text + "6,Vũ Thị Yến,Nữ,1988,Đoàn Phổ Yên,Được bầu,006,\n"))

    assert [answer[key] for key in ("read", "added", "changed", "unchanged")] == [6, 1, 2, 3]
    people = desk("delegates list")
    assert {p["card_number"]: (p["id"], p["badge_code"]) for p in people if p["card_number"] != "006"} == before
    assert desk.person("Lê Văn Cường")["birth_date"] == "1970-03-12"


def test_photos_come_with_the_list_and_tell_whose_are_missing(empty_desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    portrait = drawn_portrait(1, gender=Gender.MALE, height=240)
    for name in ("001.jpg", "tran_thi_binh.jpg", "999.jpg"):
        (folder / name).write_bytes(portrait)
    (folder / "003.jpg").write_bytes(b"no picture")

    answer = empty_desk("delegates import", written(tmp_path, LIST), "--photos", str(folder))

    assert answer["photos"]["added"] == 2
    assert (answer["photos"]["unmatched"], answer["photos"]["broken"]) == (["999"], ["003.jpg"])
    assert [p["full_name"] for p in empty_desk("delegates list") if p["photo"]] == ["Nguyễn Văn An", "Trần Thị Bình"]
    (folder / "004.jpg").write_bytes(portrait)
    assert empty_desk("delegates photos", str(folder))["added"] == 3


def test_a_folder_of_photos_that_is_not_there_stops_before_anything_is_written(
    empty_desk: Desk, tmp_path: Path
) -> None:
    path = written(tmp_path, LIST)
    answer = empty_desk("delegates import", path, "--photos", str(tmp_path / "none"), status=1)
    assert answer["problem"] == "no_such_file"
    assert empty_desk("delegates list") == []


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("none.xlsx", None, "no_such_file"),
        ("letter.xlsx", b"PK\x03\x04 not a workbook", "not_a_spreadsheet"),
        ("empty.csv", b"", "spreadsheet_empty"),
    ],
)
def test_a_spreadsheet_that_is_none_is_a_trouble(
    desk: Desk, tmp_path: Path, name: str, content: bytes | None, problem: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert desk("delegates import", str(tmp_path / name), status=1)["problem"] == problem


def test_the_template_can_be_filled_in_and_imported(empty_desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    empty_desk("delegates template", "--out", str(path))
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet.append(["1", "Hoàng Thị Lan"])
    book.save(path)
    assert empty_desk("delegates import", str(path))["added"] == 1
    assert empty_desk.person("Hoàng Thị Lan")["category"] == "AP"


def test_search_needs_no_marks_and_no_whole_words(desk: Desk) -> None:
    assert [p["full_name"] for p in desk("delegates search", "ng an")] == ["Nguyễn Văn An"]
    assert [p["full_name"] for p in desk("delegates search", "d e")] == ["Đỗ Thị Én"]


def test_a_delegate_is_added_and_corrected_by_the_rules_of_lists(desk: Desk) -> None:
    added = desk(
        *("delegates add", "--set", "full_name=Hoàng  Thị Lan", "--set", "birth_date=2-9-1981"),
        *("--set", "category=EL", "--set", "gender=Nữ", "--set", "delegation=Đoàn Phổ Yên"),
    )
    assert (added["full_name"], added["birth_date"], added["category"]) == ("Hoàng Thị Lan", "1981-09-02", "EL")
    assert is_badge_code(added["badge_code"])

    desk("delegates edit", "Hoàng Thị Lan", "--set", "card_number=077", "--set", "birth_date=")

    lan = desk.person("Hoàng Thị Lan")
    assert (lan["card_number"], lan["birth_date"], lan["gender"]) == ("077", None, "female")
    kinds = [event["kind"] for event in desk("delegates history", lan["id"])]
    assert kinds == ["delegate_added", "delegate_edited"]


def test_a_history_is_told_in_sentences(desk: Desk) -> None:
    desk("delegates edit", "001", "--set", "seat=A-12")
    desk("excuse", "001", "--whole-congress", "--reason", "đi công tác")
    told = desk.say("delegates history", "001").out
    assert "Corrected by hand. Seat (other sessions): – → A-12" in told
    assert "Absent with leave: đi công tác" in told
    assert "_" not in told


@pytest.mark.parametrize("wrong", ["birth_date=31/2/1970", "shoe_size=44", "full_name", "category=chief"])
def test_a_value_that_no_list_could_hold_is_refused(desk: Desk, wrong: str) -> None:
    assert desk("delegates edit", "001", "--set", wrong, status=2)["reason"] == "bad_value"


def test_a_card_number_of_somebody_else_is_taken(desk: Desk) -> None:
    assert desk("delegates edit", "001", "--set", "card_number=002", status=2)["reason"] == "code_taken"


def test_one_photo_can_be_set_and_must_be_one(desk: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "an.jpg"
    picture.write_bytes(drawn_portrait(2, gender=Gender.MALE, height=240))
    assert desk("delegates photo", "001", str(picture))["photo"] is True
    picture.write_bytes(b"no picture")
    answer = desk("delegates photo", "002", str(picture), status=1)
    assert (answer["problem"], answer["called"]) == ("not_a_picture", "an.jpg")


def test_a_delegate_who_is_not_there_or_there_twice_is_refused(desk: Desk) -> None:
    assert desk("delegates history", "Ai Đó", status=2)["reason"] == "no_such_delegate"
    answer = desk("delegates history", "thi", status=2)
    assert (answer["reason"], len(answer["candidates"])) == ("ambiguous", 3)
