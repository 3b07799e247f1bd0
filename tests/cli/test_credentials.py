"""credentials ...: the figures as JSON, the published sample from an office's list, rules and words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Desk
from tests.cli.test_printing import text_of
from tests.congress_samples import as_list, long_an


@pytest.fixture(scope="module")
def office_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long_an") / "long-an.csv"
    path.write_text("\n".join(as_list(long_an())), encoding="utf-8")
    return path


def test_long_an_from_list_to_paper(empty_desk: Desk, office_list: Path, tmp_path: Path) -> None:
    """350 delegates of a spreadsheet become the published figures, in JSON and on paper."""
    desk = empty_desk
    desk("delegates import", str(office_list))
    desk("credentials-rules", "--ages", "long-an", "--age-on", "2020-10-14")
    told = desk("credentials")
    assert (told["base"], told["base_rule"], told["convened"], told["present"]) == (350, "convened", 350, 0)
    rows = {(row["part"], row["label"]): (row["count"], row["percent"]) for row in told["rows"]}
    assert [rows["age", label] for label in ("<=40", "41-50", "51-60", "61-70", ">=71")] == [
        (53, "15.14"),
        (150, "42.86"),
        (144, "41.14"),
        (2, "0.57"),
        (1, "0.29"),
    ]
    assert rows["gender", "women"] == (51, "14.57")
    assert (rows["composition", "elected"][0], rows["composition", "ex_officio"][0]) == (302, 48)
    desk.print("credentials", tmp_path / "c.pdf")
    text = text_of(tmp_path / "c.pdf")
    for figure in ("53 15,14", "150 42,86", "144 41,14", "2 0,57", "1 0,29", "51 14,57"):
        assert figure in text


def test_the_json_has_its_stable_keys(desk: Desk) -> None:
    desk.card("001")
    told = desk("credentials", "--session", "1")
    assert {"base", "convened", "present", "rows"} <= told.keys()
    assert all({"part", "label", "count", "share"} <= row.keys() for row in told["rows"])
    assert (told["convened"], told["present"]) == (3, 1)
    assert all(row["share"] == pytest.approx(row["count"] / told["base"], abs=1e-6) for row in told["rows"])
    parts: dict[str, int] = {}
    for row in told["rows"]:
        parts[row["part"]] = parts.get(row["part"], 0) + row["count"]
    assert all(parts[part] == 3 for part in ("composition", "gender", "ethnicity", "age", "degree", "theory"))


def test_rules_are_shown_changed_and_refused(desk: Desk) -> None:
    assert desk("credentials-rules")["base"] == "convened"
    new = desk("credentials-rules", "--base", "present", "--women-goal", "20", "--member", "Ông A", "--decimals", "1")
    assert (new["base"], new["women_goal"], new["committee"], new["decimals"]) == ("present", 20.0, ["Ông A"], 1)
    told = desk("credentials")
    assert (told["base_rule"], told["base"]) == ("present", told["present"])
    for wrong in (("--ages", "<40, >50"), ("--age-on", "hôm nay"), ("--women-goal", "400")):
        assert desk("credentials-rules", *wrong, status=2)["reason"] == "bad_value"


def test_words_are_changed_and_figures_are_not(desk: Desk) -> None:
    (old,) = desk("credentials-text", "--paragraph", "number")
    assert old["text"].startswith("Đại hội triệu tập 3 đại biểu chính thức")
    new = old["text"].replace("Đại hội triệu tập", "Đại hội đã triệu tập")
    assert desk("credentials-text", "--paragraph", "number", "--write", new)["reworded"]
    answer = desk(
        "credentials-text", "--paragraph", "number", "--write", new.replace("3 đại biểu", "4 đại biểu"), status=2
    )
    assert (answer["reason"], answer["missing"], answer["foreign"]) == ("figures_changed", "3", "4")
    assert desk("credentials-text", "--paragraph", "weather", status=2)["reason"] == "no_such_paragraph"
    assert desk("credentials-text", "--write", "x", status=2)["reason"] == "no_such_paragraph"


def test_the_answer_for_people_is_a_table(desk: Desk) -> None:
    said = desk.say("credentials")
    assert said.status == 0
    assert "Women" in said.out
    assert json.loads(desk.say("credentials", "--json").out)["base"] == 3


def test_two_figures_that_change_places_are_refused(desk: Desk) -> None:
    (old,) = desk("credentials-text", "--paragraph", "number")
    first, second = re.findall(r"\b\d+\b", old["text"])[:2]
    assert first != second
    moved = old["text"].replace(first, "#", 1).replace(second, first, 1).replace("#", second, 1)
    answer = desk("credentials-text", "--paragraph", "number", "--write", moved, status=2)
    assert (answer["reason"], answer["order"].split(", ")[:2]) == ("figures_moved", [first, second])
