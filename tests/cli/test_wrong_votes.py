"""What is wrong with a vote, a list or a table of ballots is told in the reader's words, and changes nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Desk
from tests.cli.test_votes import BY, created, hall, table

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


def test_a_file_that_is_no_text_is_named_in_the_readers_language(
    hall: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "r.json").write_bytes(b"\xff\xfe\x00\x01")
    monkeypatch.setenv("CONGRESS_DESK_LANGUAGE", "vi")
    told = hall("elections create", str(tmp_path / "r.json"), status=2)["message"]
    assert "tệp" in told


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
    (refused,) = hall("elections scan", "--round", one, str(tmp_path / "cat.jpg"))["sheets"]
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
    assert "đoàn chủ tịch quyết định" in hall.say("elections collect", "--round", one, "--count", "4").out
    said = hall.say("votes deduct", "003", "--because", "official_absent")
    assert "official_absent" not in said.out
