"""What is wrong with a vote, a list or a table of ballots is told in the reader's words, and changes nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Desk
from tests.cli.test_votes import BY, created, hall, table
from tests.reports.reading import whole_text

__all__ = ["hall"]
NAMES = ["Phạm An", "Lê Ánh", "Trần Đức"]


def test_a_vote_without_any_figure_is_not_recorded(hall: Desk) -> None:
    told = hall("votes record", "--item", "x", "--session", "1", status=2)
    assert (told["reason"], told["field"]) == ("bad_value", "counts")
    assert hall("votes list") == []


@pytest.mark.parametrize("candidates", [[1, 2, 3], [None], [["Phạm An"]], 7, {"Phạm An": 1}, "Phạm An"])
def test_a_list_of_candidates_that_is_none_is_refused(hall: Desk, tmp_path: Path, candidates: Any) -> None:
    rules = tmp_path / "r.json"
    rules.write_text(json.dumps({"title": "Bầu", "seats": 2, "ballot": "A", "candidates": candidates}))
    assert hall("elections create", str(rules), status=2)["reason"] == "bad_value"
    assert hall("elections list") == []


@pytest.mark.parametrize("written", [b"\xff\xfe\x00\x01", b"title: x", b"", b"[" * 100_000])
def test_a_file_of_rules_that_is_no_json_is_a_trouble_with_the_file(
    hall: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: bytes
) -> None:
    rules = tmp_path / "r.json"
    rules.write_bytes(written)
    monkeypatch.setenv("CONGRESS_DESK_LANGUAGE", "vi")
    told = hall("elections create", str(rules), status=1)
    assert (told["problem"], told["path"]) == ("not_json", str(rules))
    assert told["message"].startswith(f"Tệp này không phải là JSON: {rules}.")
    assert hall("elections list") == []


def test_rules_that_are_a_list_are_told_what_they_have_to_be(hall: Desk, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text('["Phạm An"]', encoding="utf-8")
    told = hall("elections create", str(tmp_path / "r.json"), status=2)
    assert (told["reason"], told["field"]) == ("bad_value", "election_rules")
    assert "one object with “title”, “seats” and “candidates”" in told["message"]


@pytest.mark.parametrize(
    ("key", "value", "possible"),
    [
        ("ballot", "C", "A: names struck through, B: agree or disagree"),
        ("office", "king", "executive, standing"),
        ("profile", "party-1", "party-190, party-244"),
        ("base", "all", "convened, valid, collected"),
        ("tie", "coin", "new_ballot, elder"),
        ("undecided", "maybe", "committee, valid, invalid"),
        ("articles", {"seal": "8"}, "secrecy, surplus"),
        ("surplus_most", "a third", "3/10"),
    ],
)
def test_a_word_that_a_rule_does_not_have_is_told_with_those_it_has(
    hall: Desk, tmp_path: Path, key: str, value: Any, possible: str
) -> None:
    rules = {"profile": "custom", "title": "Bầu", "seats": 2, "candidates": NAMES} | {key: value}
    (tmp_path / "r.json").write_text(json.dumps(rules), encoding="utf-8")
    told = hall("elections create", str(tmp_path / "r.json"), status=2)
    assert (told["reason"], told["field"], told["value"]) == ("bad_value", key, str(value))
    assert possible in told["message"]


def test_a_candidates_source_that_does_not_exist_is_told_with_those_that_do(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    wrong = json.dumps({"name": "Vũ Năm", "source": "friends"})
    told = hall("elections add-candidate", "--round", one, "--candidate", wrong, status=2)
    assert (told["field"], told["value"]) == ("source", "friends")
    assert "official, floor, self" in told["message"]


def test_fewer_names_than_seats_are_warned_of_and_not_refused(hall: Desk, tmp_path: Path) -> None:
    rules = tmp_path / "r.json"
    rules.write_text(json.dumps({"title": "Bầu", "seats": 4, "ballot": "A", "candidates": NAMES[:2]}))
    made = hall("elections create", str(rules))
    assert len(made["warnings"]) == 2
    few = made["warnings"][1]
    assert few.startswith("Names on the list: 2, to elect: 4. Seats stay open")
    assert few in hall.say("elections create", str(rules)).out
    rules.write_text(json.dumps({"title": "Bầu", "seats": 2, "candidates": NAMES[:2]}))
    assert hall("elections create", str(rules))["warnings"] == []


@pytest.mark.parametrize(
    ("line", "where"),
    [("1,maybe,no,no,", "Phạm An: maybe"), ("1,ask,no,no,", "Phạm An: ask"), ("1,,,,torn", "invalid: torn")],
)
def test_a_cell_that_means_nothing_is_named_as_it_was_written(
    hall: Desk, tmp_path: Path, line: str, where: str
) -> None:
    one = created(hall, tmp_path)
    entered = tmp_path / "t.csv"
    entered.write_text("\n".join((",".join(("sheet", *NAMES, "invalid")), line)), encoding="utf-8")
    told = hall("elections enter", "--round", one, "--pass", "1", str(entered), status=2)
    assert told["reason"] == "table_does_not_fit"
    assert where in told["message"]
    assert "valid Mark" not in told["message"]
    assert hall("elections batches", "--round", one) == []


def test_a_scan_of_a_file_that_is_not_there_is_a_trouble(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    hall("elections ballots", "--round", one, "--copies", "3", "--out", str(tmp_path / "b.pdf"))
    for name in ("none.pdf", "none.jpg", "none"):
        told = hall("elections scan", "--round", one, str(tmp_path / name), status=1)
        assert told["problem"] == "no_such_file"
    assert hall("elections batches", "--round", one) == []


def test_a_foreign_paper_in_the_scanner_is_no_count_of_its_bundle(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    hall("elections ballots", "--round", one, "--copies", "3", "--out", str(tmp_path / "b.pdf"))
    hall("elections issue", "--round", one, "--count", "3")
    hall("elections collect", "--round", one, "--count", "3")
    (tmp_path / "cat.jpg").write_bytes(b"a cat")
    (refused,) = hall("elections scan", "--round", one, str(tmp_path / "cat.jpg"), status=1)["sheets"]
    assert refused["status"] == "refused"
    ballots = table(tmp_path, "p.csv", "yyn", "yyn", "ynn")
    for number in ("1", "2"):
        hall("elections enter", "--round", one, "--pass", number, ballots)
    result = hall("elections result", "--round", one)
    assert (result["valid"], result["differing_batches"], result["imbalances"]) == (3, [], [])
    assert hall("elections seal", "--round", one, *BY)["sealed"]


def test_ballots_and_deductions_are_told_in_the_readers_language(
    hall: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = created(hall, tmp_path)
    monkeypatch.setenv("CONGRESS_DESK_LANGUAGE", "vi")
    said = hall.say("elections issue", "--round", one, "--count", "3")
    assert "Phiếu phát ra: 3" in said.out
    assert "issued" not in said.out
    assert "thuộc đoàn chủ tịch" in hall.say("elections collect", "--round", one, "--count", "4").out
    said = hall.say("votes deduct", "003", "--because", "official_absent")
    assert "official_absent" not in said.out


HEADER = ",".join(("sheet", *NAMES, "invalid"))
GOOD = "1,yes,yes,no,"


@pytest.mark.parametrize(
    ("written", "reason", "told"),
    [
        ("sheet,Phạm An,Lê Ánh,invalid\n1,yes,yes,", "column_missing", "“Trần Đức”"),
        ("Phạm An,Lê Ánh,Trần Đức\nyes,yes,no", "column_missing", "“sheet”"),
        (f"{HEADER},Vũ Hà\n{GOOD},no", "column_unknown", "“Vũ Hà”"),
        (f"{HEADER},Phạm An\n{GOOD},no", "column_twice", "“Phạm An”"),
        (f"{HEADER}\n{GOOD}\n1,no,yes,no,", "sheet_twice", "“1”"),
        (f"{HEADER}\n{GOOD}\n,no,yes,no,", "sheet_not_named", "Line 3"),
        (f"{HEADER}\n1,yes,yes,no,,signed", "line_too_long", "Line 2"),
        (f"{HEADER}\n1,yes,yes", "table_does_not_fit", "1/1 Trần Đức"),
        (f"{HEADER}\n1,yes,yes,ja,", "table_does_not_fit", "Trần Đức: ja"),
        (f"{HEADER}\n", "bad_value", "table of ballots"),
        (f"{HEADER}\n,,,,\n", "bad_value", "table of ballots"),
        ("", "bad_value", "table of ballots"),
        ("PK\x03\x04\udcff", "bad_value", "UTF-8"),
    ],
)
def test_a_broken_table_is_one_clear_sentence_and_changes_nothing(
    hall: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, reason: str, told: str
) -> None:
    one, path = created(hall, tmp_path), tmp_path / "t.csv"
    path.write_bytes(written.encode("utf-8", "surrogateescape"))
    entering = ("elections enter", "--round", one, "--pass", "1", str(path))
    answer = hall(*entering, status=2)
    assert answer["reason"] == reason
    assert told in answer["message"]
    for language in ("vi", "ar"):
        monkeypatch.setenv("CONGRESS_DESK_LANGUAGE", language)
        said = hall(*entering, status=2)["message"]
        assert said != answer["message"]
        assert "–" not in said
    assert hall("elections batches", "--round", one) == []


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_from_a_spreadsheet_is_read_whatever_its_marks(hall: Desk, tmp_path: Path, delimiter: str) -> None:
    one, path = created(hall, tmp_path), tmp_path / "t.csv"
    lines = ["Sheet,Phạm An,Lê Ánh,Trần Đức,INVALID,,", "1,Yes,yes,NO,,,", ",,,,,,", "2,,,,Signed,,"]
    path.write_bytes("\r\n".join(lines).replace(",", delimiter).encode("utf-8-sig"))
    entered = hall("elections enter", "--round", one, "--pass", "1", str(path))
    assert [o["sheet"] for o in entered["open"]] == ["1/1", "1/2"]


def test_passes_that_name_nobody_are_counted_and_the_record_says_so(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    hall("elections issue", "--round", one, "--count", "2")
    hall("elections collect", "--round", one, "--count", "2")
    ballots = table(tmp_path, "p.csv", "yyn", "yyn")
    for number in ("1", "2"):
        hall("elections enter", "--round", one, "--pass", number, ballots)
    (bundle,) = hall("elections batches", "--round", one)
    assert [p["by"] for p in bundle["passes"]] == ["", ""]
    assert all(p["account"] for p in bundle["passes"])
    assert hall("elections result", "--round", one)["unnamed_entries"] == ["1"]
    assert "different people" in hall.say("elections result", "--round", one).out
    assert hall("elections seal", "--round", one, *BY)["sealed"]
    record = tmp_path / "r.pdf"
    for form in ("count-record", "entry-log"):
        hall.print(form, record, "--round", one, "--lang", "en")
        assert "different people did is not shown" in " ".join(whole_text(record.read_bytes()).split())


def test_the_same_person_under_two_passes_is_refused_and_two_people_are_no_remark(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    ballots = table(tmp_path, "p.csv", "yyn")
    hall("elections enter", "--round", one, "--pass", "1", ballots, "--by", "Lan")
    told = hall("elections enter", "--round", one, "--pass", "2", ballots, "--by", "lan", status=2)
    assert told["reason"] == "same_person_entered"
    hall("elections enter", "--round", one, "--pass", "2", ballots, "--by", "Hoa")
    assert hall("elections result", "--round", one)["unnamed_entries"] == []


def test_who_enters_stands_with_the_full_name_however_a_delegate_is_called(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    hall("elections issue", "--round", one, "--count", "1")
    hall("elections collect", "--round", one, "--count", "1")
    ballots, binh = table(tmp_path, "p.csv", "yyn"), hall.person("Trần Thị Bình")
    hall("elections enter", "--round", one, "--pass", "1", ballots, "--by", "002")
    again = ("--round", one, "--pass", "2", ballots, "--by")
    for same in ("Trần Thị Bình", "trần thị bình", "tran thi binh", "2", binh["id"], binh["badge_code"]):
        told = hall("elections enter", *again, same, status=2)
        assert (told["reason"], told["name"]) == ("same_person_entered", "Trần Thị Bình")
    hall("elections enter", *again, "Bình")  # a technician: a part of a name is nobody's
    (bundle,) = hall("elections batches", "--round", one)
    assert [p["by"] for p in bundle["passes"]] == ["Trần Thị Bình", "Bình"]
    hall("elections seal", "--round", one, *BY)
    record = tmp_path / "r.pdf"
    for form in ("count-record", "entry-log"):
        hall.print(form, record, "--round", one, "--lang", "vi")
        told = " ".join(whole_text(record.read_bytes()).split())
        assert "Trần Thị Bình" in told
        assert not re.search(r"\b002\b", told)


def test_a_tally_by_card_number_and_name_of_one_delegate_is_one_person(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    counts = {"valid": 1, "votes": dict.fromkeys(NAMES[:2], 1), "against": {NAMES[2]: 1}}
    tally = ("elections tally", "--round", one, "--counts", json.dumps(counts), "--by", "003", "--by")
    assert hall(*tally, "Lê Văn Cường", status=2)["reason"] == "two_people_needed"
    assert hall(*tally, "002")["open"] == []


def test_a_name_with_other_marks_is_not_made_a_delegates(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    ballots = table(tmp_path, "p.csv", "yyn")
    entered = hall("elections enter", "--round", one, "--pass", "1", ballots, "--by", "Trần Thị Bính")
    assert entered["passes"][0]["by"] == "Trần Thị Bính"
