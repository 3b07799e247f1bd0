"""Whole elections from the command line, each with the figures worked out by hand from the law."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Desk, Said
from tests.reports.reading import whole_text

BY = ("--by", "Lan", "--by", "Hoa")
MARKS = {"y": "yes", "n": "no", "-": "none", "2": "both"}
GIVEN = ("An", "Bình", "Chi", "Dũng", "Đạt", "Giang", "Hà", "Kim", "Lan", "Minh", "Nga")
HEAD = "STT,Họ và tên,Giới tính,Ngày sinh,Đoàn đại biểu,Loại đại biểu,Số thẻ\n"


@dataclass(frozen=True)
class Hall(Desk):
    """Eleven delegates convened: 001 ex officio of the convening committee, 002 to 011 elected."""

    folder: Path = Path()

    def elect(self, seats: int, names: Sequence[str], **rules: Any) -> str:
        """A first round; its id."""
        path = self.folder / "rules.json"
        told = {"profile": "party-190", "title": "Bầu cử", "seats": seats, "candidates": list(names)} | rules
        path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        return str(self("elections create", str(path))["round"])

    def count(self, one: str, *ballots: str, issued: int | None = None) -> Any:
        """Issued, collected, entered twice and sealed; the result. "yyn": a letter a name in ballot order."""
        (names,) = (r["candidates"] for e in self("elections list") for r in e["rounds"] if r["round"] == one)
        self("elections issue", "--round", one, "--count", str(issued or len(ballots)))
        self("elections collect", "--round", one, "--count", str(len(ballots)))
        path = self.folder / "ballots.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["sheet", *names, "invalid"])
            writer.writerows([n, *(MARKS[x] for x in text), ""] for n, text in enumerate(ballots, 1))
        for number, person in (("1", "Lan"), ("2", "Hoa")):
            self("elections enter", "--round", one, "--pass", number, str(path), "--by", person)
        return self("elections seal", "--round", one, *BY)

    def refused(self, command: str, *more: str) -> str:
        return str(self(command, *more, status=2)["reason"])


@pytest.fixture
def hall(call: Callable[..., Said], empty_desk: Desk, tmp_path: Path) -> Hall:
    rows = (
        f"{n},Trần Văn {given},Nam,1/2/1970,Đoàn 1,{'Đương nhiên' if n == 1 else 'Được bầu'},{n:03}"
        for n, given in enumerate(GIVEN, 1)
    )
    (tmp_path / "list.csv").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    made = Hall(empty_desk.file, call, tmp_path)
    made("delegates import", str(tmp_path / "list.csv"))
    return made


def test_five_of_eleven_is_nobody_and_five_of_ten_neither_and_the_congress_adds_a_name(hall: Hall) -> None:
    """[Z] of domain.md 4.5: eleven convened, ten present, five votes; then one absence of the whole congress."""
    one = hall.elect(1, ["Phạm Ba", "Lê Tư"])
    first = hall.count(one, *["yn"] * 5, *["ny"] * 5)
    assert (first["base"], first["needed"], first["votes"]) == (11, 6, {"Phạm Ba": 5, "Lê Tư": 5})
    assert (first["elected"], first["open_seats"], first["percent"]["Phạm Ba"]) == ([], 1, "45.45")
    assert hall("votes deduct", "001", "--because", "committee_absent")["base"] == 10
    floor = {"name": "Vũ Năm", "source": "floor", "consent": 3, "attending": 10}
    add = ("elections again", "--round", one, "--candidate", "Phạm Ba", "--add")
    assert hall.refused(*add, json.dumps(floor)) == "consent_too_low"  # 30 % is not more than 30 %
    assert hall.refused(*add, json.dumps(floor | {"consent": 11})) == "bad_value"  # more than attend
    again = hall(*add, json.dumps(floor | {"consent": 4}))
    assert (again["kind"], again["seats"], again["candidates"]) == ("again", 1, ["Phạm Ba", "Vũ Năm"])
    second = hall.count(again["round"], *["yn"] * 5, *["ny"] * 5)
    assert (second["base"], second["needed"], second["elected"]) == (10, 6, [])
    third = hall("elections again", "--round", again["round"])
    last = hall.count(third["round"], *["yn"] * 6, *["ny"] * 4)
    assert (last["elected"], last["percent"]["Phạm Ba"], last["open_seats"]) == (["Phạm Ba"], "60.00", 0)
    assert hall("elections result", "--round", one)["base"] == 11  # the sealed round keeps its base


def test_equal_votes_of_less_than_half_are_no_tie_but_a_further_round(hall: Hall) -> None:
    one = hall.elect(2, ["Phạm Ba", "Lê Tư", "Vũ Tám"])  # ballot order: Ba, Tám, Tư
    first = hall.count(one, *["ynn"] * 3, *["yyn"] * 4, *["yny"] * 4)
    assert first["votes"] == {"Phạm Ba": 11, "Vũ Tám": 4, "Lê Tư": 4}
    assert (first["elected"], first["open_seats"], first["ties"]) == (["Phạm Ba"], 1, [])  # 4 of 11 is no majority
    again = hall("elections again", "--round", one)["round"]
    second = hall.count(again, *["yn"] * 5, *["ny"] * 5, "nn")  # one votes for nobody: not valid
    assert (second["valid"], second["invalid"], second["elected"]) == (10, {"nobody": 1}, [])


def test_a_second_tie_is_left_to_the_congress(hall: Hall) -> None:
    one = hall.elect(3, ["Phạm Ba", "Vũ Bảy", "Lê Tư", "Đỗ Tám"])  # Ba, Bảy, Tám, Tư
    first = hall.count(one, *["yyyn"] * 4, *["yyny"] * 4, *["ynyy"] * 3)
    assert first["votes"] == {"Phạm Ba": 11, "Vũ Bảy": 8, "Đỗ Tám": 7, "Lê Tư": 7}
    assert first["elected"] == ["Phạm Ba", "Vũ Bảy"]
    assert first["ties"] == [{"candidates": ["Đỗ Tám", "Lê Tư"], "seats": 1, "votes": 7}]
    assert hall.refused("elections again", "--round", one) == "round_cannot_follow"
    tie = hall("elections decide-tie", "--round", one)
    assert (tie["kind"], tie["seats"], tie["candidates"]) == ("tie", 1, ["Đỗ Tám", "Lê Tư"])
    second = hall.count(tie["round"], *["yn"] * 5, *["ny"] * 5)  # ten of eleven present
    assert (second["needed"], second["elected"], second["ties"][0]["votes"]) == (0, [], 5)
    third = hall("elections decide-tie", "--round", tie["round"])  # the congress votes once more
    last = hall.count(third["round"], *["yn"] * 5, *["ny"] * 4, issued=10)
    assert (last["elected"], last["percent"]["Đỗ Tám"]) == (["Đỗ Tám"], "45.45")  # more votes, less than half


def test_a_tie_that_is_left_open_is_on_record_and_nothing_follows_by_itself(hall: Hall, tmp_path: Path) -> None:
    for deducted in ("002", "003", "004"):
        hall("votes deduct", deducted, "--because", "official_absent")
    one = hall.elect(2, ["Phạm Ba", "Lê Tư", "Vũ Tám"])  # Ba, Tám, Tư
    first = hall.count(one, *["yyn"] * 5, *["yny"] * 3)
    assert (first["base"], first["needed"], first["votes"]) == (8, 5, {"Phạm Ba": 8, "Vũ Tám": 5, "Lê Tư": 3})
    assert first["elected"] == ["Phạm Ba", "Vũ Tám"]  # 5 of 8; of the 11 convened it would not be more than half
    assert hall.refused("elections decide-tie", "--round", one, "--leave", "thôi") == "no_tie"
    two = hall.elect(1, ["Phạm Ba", "Lê Tư"], title="Bầu cử 2", profile="custom", majority=">= 1/2")
    assert hall.count(two, *["yn"] * 4, *["ny"] * 4)["ties"][0]["votes"] == 4
    tie = hall("elections decide-tie", "--round", two)["round"]
    assert hall.count(tie, *["yn"] * 4, *["ny"] * 4)["ties"][0]["votes"] == 4
    hall("elections decide-tie", "--round", tie, "--leave", "để khuyết một chỗ")
    left = hall("elections result", "--round", tie)
    assert (left["ties_left"], left["open_seats"], left["elected"]) == (["để khuyết một chỗ"], 1, [])
    assert hall.refused("elections take-alternates", "--round", tie) == "round_cannot_follow"
    hall.print("count-record", tmp_path / "r.pdf", "--round", tie, "--lang", "vi")
    assert "để khuyết một chỗ" in whole_text((tmp_path / "r.pdf").read_bytes())


def test_delegates_to_the_upper_congress_with_officials_and_alternates(hall: Hall, tmp_path: Path) -> None:
    names = ["Phạm Ba", "Vũ Bảy", "Đỗ Tám", "Lê Tư", "Hồ Yên"]
    facts: dict[str, Any] = {"office": "upper_congress", "alternate_seats": 2}
    one = hall.elect(2, names, **facts)  # 2 officials and 2 alternates on one list, and one name more
    first = hall.count(one, *["yynnn"] * 3, *["nynny"] * 1, *["nyynn"] * 3, *["ynynn"] * 3, "nnyny")
    assert first["votes"] == {"Phạm Ba": 6, "Vũ Bảy": 7, "Đỗ Tám": 7, "Lê Tư": 0, "Hồ Yên": 2}
    assert (first["elected"], first["passed_over"]) == (["Vũ Bảy", "Đỗ Tám"], ["Phạm Ba"])
    taken = hall("elections take-alternates", "--round", one, "--note", "biểu quyết")
    assert taken["alternates"] == ["Phạm Ba"]  # 6 of 11 is more than half, beyond the two seats
    assert hall.refused("elections take-alternates", "--round", one) == "no_alternates"
    ballot = hall("elections alternates", "--round", one, "--seats", "1")
    assert (ballot["kind"], ballot["candidates"]) == ("alternates", ["Lê Tư", "Hồ Yên"])
    second = hall.count(ballot["round"], *["yn"] * 7, *["ny"] * 4)
    assert second["elected"] == ["Lê Tư"]
    record = hall.print("count-record", tmp_path / "r.pdf", "--round", one, "--lang", "vi")
    assert record["pages"] >= 1
    assert "Lấy làm dự khuyết: Phạm Ba" in whole_text((tmp_path / "r.pdf").read_bytes())
    wrong = [*names, "Ngô Xuân", "Bùi Vinh"]
    rules = tmp_path / "many.json"
    rules.write_text(json.dumps({"title": "x", "seats": 2, "candidates": wrong} | facts), encoding="utf-8")
    assert hall.refused("elections create", str(rules)) == "surplus_too_large"  # 7 names for 4 places


def test_alternates_come_from_all_rounds_also_after_a_tie(hall: Hall) -> None:
    one = hall.elect(3, ["Phạm Ba", "Vũ Bảy", "Lê Tư", "Đỗ Tám"], alternate_seats=1)
    hall.count(one, *["yyyn"] * 4, *["yyny"] * 4, *["ynyy"] * 3)
    tie = hall("elections decide-tie", "--round", one)["round"]
    assert hall.count(tie, *["yn"] * 6, *["ny"] * 5)["elected"] == ["Đỗ Tám"]
    taken = hall("elections take-alternates", "--round", one)
    assert taken["alternates"] == ["Lê Tư"]  # tied with 7 of 11, so more than half voted for him


def test_who_counts_does_not_come_onto_the_ballot_later_nor_who_was_elected(hall: Hall) -> None:
    one = hall.elect(2, ["Phạm Ba", "Lê Tư", "Vũ Tám"])
    committee = ("elections committee", "--round", one, "--head", "002", "--member", "003")
    head, member = (m["name"] for m in hall(*committee)["committee"])
    add = ("elections add-candidate", "--round", one, "--candidate")
    assert hall.refused(*add, head) == "surplus_too_large"
    hall("elections withdraw", "--round", one, "--candidate", "Vũ Tám", "--reason", "xin rút")
    assert hall.refused(*add, member) == "on_the_ballot"
    hall(*add, "Đỗ Sáu")


def test_a_members_congress_deducts_by_its_own_reasons(hall: Hall) -> None:
    assert hall("votes rules", "--congress", "members")["congress"] == "members"
    for card, reason in (
        ("001", "transferred"),
        ("002", "exempted"),
        ("003", "suspended"),
        ("004", "absent_accepted"),
    ):
        hall("votes deduct", card, "--because", reason)
    assert hall.refused("votes deduct", "005", "--because", "official_absent") == "bad_value"
    one = hall.elect(1, ["Phạm Ba", "Lê Tư"])
    result = hall.count(one, *["yn"] * 4, *["ny"] * 3)
    assert (result["convened"], result["base"], result["needed"], result["elected"]) == (11, 7, 4, ["Phạm Ba"])
    assert [d["reason"] for d in result["deductions"]] == ["transferred", "exempted", "suspended", "absent_accepted"]
