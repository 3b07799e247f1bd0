"""votes and elections from the command line, with the keys that offices script with."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Desk

RULES = {
    "profile": "party-190",
    "title": "Bầu Ban Chấp hành",
    "seats": 2,
    "ballot": "A",
    "candidates": ["Trần Đức", "Lê Ánh", "Phạm An"],
}
BY = ("--by", "Lan", "--by", "Hoa")


@pytest.fixture
def hall(desk: Desk) -> Desk:
    """Three convened, all checked in."""
    for card in ("001", "002", "003"):
        desk.card(card)
    return desk


def created(desk: Desk, folder: Path, **more: Any) -> str:
    rules = folder / "rules.json"
    rules.write_text(json.dumps(RULES | more, ensure_ascii=False), encoding="utf-8")
    made = desk("elections create", str(rules))
    assert made["election"]
    return str(made["round"])


def table(folder: Path, name: str, *rows: str) -> str:
    """ "yyn" or a reason; candidates in ballot order."""
    letters = {"y": "yes", "n": "no", "-": "none", "2": "both"}
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["sheet", "Phạm An", "Lê Ánh", "Trần Đức", "invalid"])
        for number, row in enumerate(rows, 1):
            marks = [letters[x] for x in row] if set(row) <= set(letters) else ["", "", ""]
            writer.writerow([number, *marks, "" if any(marks) else row])
    return str(path)


def test_a_vote_is_recorded_with_its_base(hall: Desk) -> None:
    vote = hall("votes record", "--item", "Đoàn Chủ tịch", "--agree", "2", "--disagree", "1", "--session", "1")
    assert {k: vote[k] for k in ("base", "deductions", "passed", "share", "fraction", "percent")} == {
        "base": 3,
        "deductions": [],
        "passed": True,
        "share": 0.666667,
        "fraction": "2/3",
        "percent": "66.67",
    }
    assert [v["item"] for v in hall("votes list")] == ["Đoàn Chủ tịch"]


def test_figures_that_do_not_fit_are_refused_with_their_code(hall: Desk) -> None:
    item = ("--item", "x", "--agree", "4", "--session", "1")
    told = hall("votes record", *item, status=2)
    assert (told["reason"], told["counted"], told["present"]) == ("figures_do_not_fit", 4, 3)
    assert hall("votes record", *item, "--reason", "một người vừa vào")["agree"] == 4
    assert hall("votes void", "1", "--reason", "nhầm")["voided"] == "nhầm"


def test_all_agree_zones_rules_and_deductions(hall: Desk, tmp_path: Path) -> None:
    assert hall("votes record", "--item", "x", "--all-agree", "--session", "1")["agree"] == 3
    zones = json.dumps([{"zone": "A", "teller": "Lan", "agree": 2}, {"zone": "B", "agree": 1}])
    assert len(hall("votes record", "--item", "y", "--zones", zones, "--session", "1")["zones"]) == 2
    assert hall("votes rules", "--formula", ">= 2/3", "--congress", "members")["formula"] == ">= 2/3"
    assert hall("votes deduct", "003", "--because", "suspended")["base"] == 2
    assert hall("votes deduct", "003", "--lift", "nhầm")["base"] == 3
    assert hall("votes base")["convened"] == 3
    out = tmp_path / "votes.xlsx"
    hall("votes export", "--out", str(out))
    assert out.stat().st_size > 1000


def test_an_election_from_rules_to_seal(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    hall("elections issue", "--round", one, "--count", "3")
    hall("elections collect", "--round", one, "--count", "3")
    ballots = table(tmp_path, "p.csv", "yyn", "yyn", "signed")
    waiting = hall("elections enter", "--round", one, "--pass", "1", ballots, "--by", "Lan")
    assert len(waiting["open"]) == 3
    hall("elections enter", "--round", one, "--pass", "2", ballots, "--by", "Hoa")
    result = hall("elections result", "--round", one)
    assert {k: result[k] for k in ("base", "issued", "collected", "valid", "invalid", "votes", "elected")} == {
        "base": 3,
        "issued": 3,
        "collected": 3,
        "valid": 2,
        "invalid": {"signed": 1},
        "votes": {"Phạm An": 2, "Lê Ánh": 2, "Trần Đức": 0},
        "elected": ["Phạm An", "Lê Ánh"],
    }
    assert (result["open_seats"], result["ties"]) == (0, [])
    assert hall("elections seal", "--round", one, "--by", "Lan", status=2)["reason"] == "two_people_needed"
    assert hall("elections seal", "--round", one, *BY)["sealed"]
    for form in ("count-record", "entry-log", "seal-label", "ballot-hand-over", "result-slide"):
        assert hall.print(form, tmp_path / "p.pdf", "--round", one)["pages"] >= 1
    hall("elections export", "--round", one, "--out", str(tmp_path / "r.json"))
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["elected"] == ["Phạm An", "Lê Ánh"]
    hall("elections export", "--round", one, "--out", str(tmp_path / "r.xlsx"))


def test_differences_are_shown_and_settled_by_two_people(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    hall("elections issue", "--round", one, "--count", "2")
    hall("elections collect", "--round", one, "--count", "2")
    hall("elections enter", "--round", one, "--pass", "1", table(tmp_path, "a.csv", "yyn", "ynn"))
    hall("elections enter", "--round", one, "--pass", "2", table(tmp_path, "b.csv", "yyn", "nyn"))
    (difference,) = hall("elections differences", "--round", one)
    assert difference["entered"]["1"]["votes"]["Phạm An"] == "yes"
    votes = json.dumps({"Phạm An": "no", "Lê Ánh": "yes", "Trần Đức": "no"})
    hall("elections judge", difference["sheet"], "--votes", votes, *BY)
    assert hall("elections waiting", "--round", one) == []
    assert hall("elections batches", "--round", one)[0]["ways"]["entry"]["valid"] == 2


def test_lists_are_checked_and_changed(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    shown = hall("elections withdraw", "--round", one, "--candidate", "tran duc", "--reason", "xin rút")
    assert shown["candidates"] == ["Phạm An", "Lê Ánh"]
    hall("elections add-candidate", "--round", one, "--candidate", "Vũ Hà")
    four = json.dumps({"name": "Đỗ Bình", "source": "floor", "consent": 1, "attending": 10})
    assert (
        hall("elections add-candidate", "--round", one, "--candidate", four, status=2)["reason"] == "consent_too_low"
    )
    assert [e["round"] for e in hall("elections list")] == [one]
    head = hall("elections committee", "--round", one, "--head", "001", "--member", "002")
    assert [m["role"] for m in head["committee"]] == ["head", "member"]
    too_many = {"candidates": ["A", "B", "C", "D"]}
    rules = tmp_path / "r.json"
    rules.write_text(json.dumps(RULES | too_many), encoding="utf-8")
    assert hall("elections create", str(rules), status=2)["reason"] == "surplus_too_large"
    rules.write_text(json.dumps({"title": "x", "seats": "two", "candidates": ["A"]}), encoding="utf-8")
    assert hall("elections create", str(rules), status=2)["reason"] == "bad_value"


def test_ballots_are_printed_and_a_form_is_tested(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    out = tmp_path / "ballots.pdf"
    assert hall("elections ballots", "--round", one, "--copies", "3", "--out", str(out))["pages"] == 3
    assert hall("elections test-ballot", "--round", one, "--out", str(out))["pages"] >= 1
    blank = hall("elections scan", "--round", one, str(out))
    assert {s["status"] for s in blank["sheets"]} <= {"refused", "ask", "read"}
    assert blank["seconds"] >= 0


def test_more_collected_than_issued_stops_the_count_and_says_what_is_left(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    hall("elections issue", "--round", one, "--count", "2")
    assert hall("elections collect", "--round", one, "--count", "3")["stopped"]
    told = hall("elections enter", "--round", one, "--pass", "1", table(tmp_path, "a.csv", "yyn"), status=2)
    assert told["reason"] == "count_stopped"
    assert "presidium" in told["message"]
    hall("elections void-round", "--round", one, "--reason", "thừa phiếu", *BY)
    listed = hall("elections list")[0]["rounds"][0]
    for shown in (listed, hall("elections result", "--round", one)):
        assert (shown["state"], shown["void_reason"]) == ("void", "thừa phiếu")
        assert shown["voided_by"] == list(BY[1::2])
    again = hall("elections again", "--round", one)
    assert again["kind"] == "repeated"
    assert again["round"] != one


def test_a_type_of_ballot_against_the_regulation_is_warned_of_and_not_refused(hall: Desk, tmp_path: Path) -> None:
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps(RULES | {"ballot": "B"}, ensure_ascii=False), encoding="utf-8")
    made = hall("elections create", str(rules))
    assert made["ballot"] == "B"
    assert made["ballot_reason"]
    assert "Article 15" in made["warnings"][0]
    said = hall("elections create", str(rules), "--reason", "by resolution 4", "--session", "1")
    assert (said["ballot_reason"], bool(said["session"])) == ("by resolution 4", True)
    rules.write_text(json.dumps(RULES | {"ballot": "A", "seats": 3, "reason": "as in 2020"}), encoding="utf-8")
    assert hall("elections create", str(rules))["ballot_reason"] == "as in 2020"
    rules.write_text(json.dumps(RULES, ensure_ascii=False), encoding="utf-8")
    assert hall("elections create", str(rules))["warnings"] == []


def test_each_sheet_that_was_not_read_is_named_with_its_reason(hall: Desk, tmp_path: Path) -> None:
    one = created(hall, tmp_path)
    out, torn = tmp_path / "ballots.pdf", tmp_path / "torn.jpg"
    hall("elections ballots", "--round", one, "--copies", "1", "--out", str(out))
    torn.write_bytes(b"\xff\xd8 half a picture")
    said = hall.say("elections scan", "--round", one, str(torn))
    told = said.err.splitlines()
    assert said.status == 1  # nothing at all could be read
    assert hall("elections scan", "--round", one, str(torn), str(out))["seconds"] >= 0  # a part could
    assert told[0] == "Sheets read 0, to people 0, refused 1"
    assert told[1].startswith("  torn.jpg, page 1: refused. A damaged file (sheet ")
