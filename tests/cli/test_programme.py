"""agenda and speeches from outside: the keys that offices script with."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest

from tests.cli.conftest import Desk
from tests.library_files import a_pdf
from tests.programme_files import HEADER, OFFICE, a_sheet_file, a_word_file

FIGURES = {"registered", "delivered", "written", "withdrawn", "mean_minutes", "by_topic", "by_delegation"}


@pytest.fixture
def table(tmp_path: Path) -> str:
    return str(a_word_file(tmp_path / "chuong trinh.docx", OFFICE))


def test_a_word_table_is_taken_in_shown_first_and_never_twice_by_mistake(desk: Desk, table: str) -> None:
    trial = desk("agenda import", table, "--dry-run")
    assert (trial["items"], trial["sittings"], trial["dry_run"]) == (10, 3, True)
    assert desk("agenda list") == []
    assert desk("agenda import", table)["doubts"] == []
    assert desk("agenda import", table, status=2)["reason"] == "agenda_there"
    assert desk("agenda import", table, "--instead")["items"] == 10
    first = desk("agenda list")[0]
    assert (first["number"], first["by_whom"], first["kind"]) == ("1", "Ban Tổ chức", "ceremony")
    assert first["planned_start"] == "2025-09-22T07:30:00+07:00"
    assert (first["announced"], first["started"], first["ended"]) == (None, None, None)


def test_doubts_are_told_with_row_and_sentence(desk: Desk, tmp_path: Path) -> None:
    rows = (
        HEADER,
        ("1", "8h - 9h", "Báo cáo", ""),
        ("2", "8h30 - 24h00", "Thảo luận", ""),
        ("3", "25h", "Bế mạc", ""),
    )
    said = desk("agenda import", str(a_sheet_file(tmp_path / "ct.xlsx", rows)))
    assert [(doubt["kind"], doubt["row"]) for doubt in said["doubts"]] == [
        ("no_day", 0),
        ("midnight", 3),
        ("overlap", 3),
        ("time_impossible", 4),
        ("length_guessed", 4),
    ]
    assert "30 minutes" in said["doubts"][2]["message"]


def test_what_is_no_programme_is_refused_and_what_is_no_table_a_trouble(desk: Desk, tmp_path: Path) -> None:
    names = a_sheet_file(tmp_path / "ds.xlsx", [("Họ và tên", "Đơn vị"), ("An", "Sở")])
    assert desk("agenda import", str(names), status=2)["reason"] == "no_agenda"
    (tmp_path / "x.docx").write_bytes(b"PK\x03\x04")
    assert desk("agenda import", str(tmp_path / "x.docx"), status=1)["problem"] == "not_a_spreadsheet"


def test_the_programme_is_written_run_and_announced(desk: Desk) -> None:
    desk("agenda template", "two-contents")
    added = desk("agenda add", "--sitting", "1", "--content", "Văn nghệ", "--minutes", "5", "--after", "first")
    assert (added["number"], added["kind"]) == ("1", "ceremony")
    edited = desk("agenda edit", "Văn nghệ", "--by", "Ban Tổ chức", "--at", "6h50")
    assert edited["planned_start"] == "2025-09-22T06:50:00+07:00"
    assert desk("agenda edit", "Văn nghệ", "--at", "24h", status=2)["reason"] == "bad_value"
    assert desk("agenda move", "Văn nghệ", "--after", "Trình bày Báo cáo")["sitting"] != added["sitting"]
    assert desk("agenda remove", "Văn nghệ")["removed"] == added["item"]
    assert desk("agenda start")["state"] == "running"
    assert desk("agenda now")["now"]["number"] == "1"
    assert desk("agenda announce")[0]["announced"] is not None
    assert desk("agenda end")["state"] == "done"
    assert desk("agenda end", status=2)["reason"] == "item_not_running"
    assert desk("agenda take-back", "--reason", "nhầm")["taken_back"]
    assert desk("agenda now")["now"]["number"] == "1"
    assert desk("agenda start", "không có", status=2)["reason"] == "no_such_item"
    assert desk("verify")["ok"] is True


def test_presentations_go_their_way_and_are_counted(desk: Desk, tmp_path: Path) -> None:
    text = str(a_pdf(tmp_path / "bài.pdf", ["Kính thưa Đại hội"]))
    for n, delegate in enumerate(("001", "002", "003"), 1):
        made = desk("speeches add", "--delegate", delegate, "--topic", f"Chủ đề {n}", "--group", "Kinh tế")
        assert (made["number"], made["state"], made["minutes"]) == (n, "registered", 10)
    guest = desk("speeches add", "--speaker", "Vũ Văn Giang", "--delegation", "Sở", "--topic", "Bốn", "--text", text)
    assert guest["text"]["name"] == "bài.pdf"
    assert desk("speeches start", "1", status=2)["reason"] == "speech_wrong_state"
    assert desk("speeches approve", "1")["state"] == "approved"
    assert desk("speeches call", "1")["state"] == "called"
    assert desk("speeches start", "1")["phase"] == "running"
    assert desk("speeches pause")["phase"] == "paused"
    assert desk("speeches resume")["phase"] == "running"
    assert desk("speeches extend", "2")["seconds_left"] > 600
    assert desk("speeches end", "2", status=2)["reason"] == "somebody_speaks"
    assert desk("speeches end")["phase"] == "ended"
    assert desk("speeches hand-in", "2", "--text", text)["state"] == "handed_in"
    assert desk("speeches withdraw", "3", "--reason", "ốm")["state"] == "withdrawn"
    assert [one["number"] for one in desk("speeches order", "Vũ Văn Giang", "--after", "first")] == [1, 2, 3, 0]
    said = desk("speeches stats", "--delivered-at-least", "1", "--at-least", "3")
    assert said.keys() >= FIGURES
    assert [said[key] for key in ("registered", "delivered", "written", "withdrawn")] == [4, 1, 1, 1]
    assert (said["reached"], said["delivered_reached"]) == (False, True)
    assert said["by_topic"]["Kinh tế"] == {"registered": 3, "delivered": 1, "written": 1, "withdrawn": 1}
    assert said["by_delegation"]["Đoàn Định Hóa"]["registered"] == 2
    assert json.loads(json.dumps(said["mean_minutes"])) >= 0


def test_the_floor_is_asked_for_given_and_balanced(desk: Desk) -> None:
    desk("speeches ask", "--delegate", "001", "--subject", "Chỉ tiêu")
    point = desk("speeches ask", "--delegate", "002", "--point-of-order")
    assert [one["kind"] for one in desk("speeches requests")["queue"]] == ["point_of_order", "floor"]
    assert desk("speeches start", "Q1")["turn"] == point["request"]
    assert desk("speeches now")["request"] == "point_of_order"
    desk("speeches end")
    assert desk("speeches lower", "Q1")["state"] == "withdrawn"
    desk("speeches gist", "--turn", point["request"], "--text", "Đề nghị đúng trình tự")
    (balance,) = desk("speeches requests")["balance"]
    assert (balance["delegation"], balance["turns"]) == ("Đoàn Định Hóa", 1)
    assert desk("speeches now") is None


@pytest.mark.parametrize("language", ["vi", "en", "ar"])
def test_the_papers_are_saved_and_journaled(desk: Desk, table: str, tmp_path: Path, language: str) -> None:
    desk("agenda import", table)
    desk("speeches add", "--delegate", "001", "--topic", "Chuyển đổi số")
    out = tmp_path / "ct.pdf"
    said = desk("agenda print", "--lang", language, "--out", str(out))
    assert (said["form"], said["pages"]) == ("programme", 1)
    document = pypdfium2.PdfDocument(out)
    assert "Trình bày Báo cáo chính trị" in document[0].get_textpage().get_text_range()
    document.close()
    assert desk.print("presentations", tmp_path / "tl.pdf", "--lang", language)["form"] == "presentations"
    assert len([look for look in desk("looks") if look["what"] == "print"]) == 2


def test_a_text_that_cannot_be_taken_in_registers_nothing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("xin chào", encoding="utf-8")
    wrong = ("--text", str(tmp_path / "x.txt"))
    desk("speeches add", "--topic", "Một", "--speaker", "Khách", *wrong, status=1)
    desk("speeches add", "--topic", "Một", "--speaker", "Khách", "--text", str(tmp_path / "none.pdf"), status=1)
    assert desk("speeches list") == []
    desk("speeches add", "--topic", "Một", "--speaker", "Khách")
    desk("speeches edit", "1", "--topic", "Hai", *wrong, status=1)
    desk("speeches hand-in", "1", *wrong, status=1)
    (left,) = desk("speeches list")
    assert (left["topic"], left["state"], left["text"]) == ("Một", "registered", None)


def test_a_withdrawn_presentation_takes_no_text_on_being_handed_in(desk: Desk, tmp_path: Path) -> None:
    speech = desk("speeches add", "--topic", "Một", "--speaker", "Khách")["speech"]
    desk("speeches withdraw", speech)
    text = str(a_pdf(tmp_path / "t.pdf"))
    assert desk("speeches hand-in", speech, "--text", text, status=2)["reason"] == "speech_wrong_state"
    assert desk("speeches list")[0]["text"] is None


def test_a_guest_without_a_delegation_leaves_no_empty_place(desk: Desk) -> None:
    desk("speeches add", "--topic", "Một", "--speaker", "Khách")
    assert "1. Khách · Một" in desk.say("speeches list").out


def test_figures_to_be_reached_are_counts(desk: Desk) -> None:
    assert desk("speeches stats", "--at-least", "-3", status=2)["reason"] == "bad_value"
