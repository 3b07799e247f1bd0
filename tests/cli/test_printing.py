"""print ...: every form in three languages, read back from the PDF and compared with `status`."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from tests.cli.conftest import Desk


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return unicodedata.normalize("NFC", " ".join(" ".join(pages).split()))


@pytest.fixture
def held(desk: Desk) -> Desk:
    """One present, one excused, one absent; a guest in the hall; one refused reading."""
    desk.card("001", "--at", "2025-09-22T06:40")
    desk("excuse", "003", "--session", "1", "--reason", "ốm")
    desk.card("005")
    desk.card("777", status=2)
    return desk


@pytest.mark.parametrize("language", ["vi", "en", "ar"])
@pytest.mark.parametrize("form", ["delegates", "roll", "attendance", "badges"])
def test_every_form_is_a_pdf_in_every_language(held: Desk, tmp_path: Path, form: str, language: str) -> None:
    out = tmp_path / "out.pdf"

    saved = held.print(form, out, "--session", "1", "--lang", language)

    assert (saved["form"], saved["out"], saved["bytes"]) == (form, str(out), out.stat().st_size)
    assert saved["pages"] == len(pypdfium2.PdfDocument(out))
    assert "Lê Văn Cường" in text_of(out) or "LÊ VĂN CƯỜNG" in text_of(out)


@pytest.mark.parametrize(
    ("language", "figures"),
    [
        ("en", ("Convened 3 ", "present in the hall 1 ", "Absent with leave 1 ", "Absent without leave 1 ")),
        ("vi", ("Triệu tập 3 ", "Có mặt tại hội trường 1 ", "Vắng có lý do 1 ", "Vắng không lý do 1 ")),
    ],
)
def test_the_attendance_record_says_what_status_says(
    held: Desk, tmp_path: Path, language: str, figures: tuple[str, ...]
) -> None:
    shown = held("status", "--session", "1")
    assert [shown[key] for key in ("convened", "present", "excused", "absent")] == [3, 1, 1, 1]
    held.print("attendance", tmp_path / "a.pdf", "--session", "khai mac", "--lang", language)
    text = text_of(tmp_path / "a.pdf")
    assert all(figure in text for figure in figures)


def test_paper_is_vietnamese_unless_asked_otherwise(held: Desk, tmp_path: Path) -> None:
    held.print("attendance", tmp_path / "a.pdf", "--session", "1")
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text_of(tmp_path / "a.pdf")


def test_the_list_of_forms_needs_no_congress(desk: Desk) -> None:
    said = desk.call("print", "--list", "--json")
    assert said.status == 0
    needed = {
        "delegates": [],
        "roll": ["session"],
        "attendance": [],
        "badges": [],
        "consent-form": [],
        "consent-list": [],
        "consent-register": [],
        "erasure": [],
        "impact": [],
        "invitation": [],
        "name-tents": [],
        "seating": [],
        "seat-tickets": [],
        "congress-attendance": [],
        "replacements": [],
        "credentials": [],
        "calibration": [],
    }
    forms = {form["form"]: form["needs"] for form in said.json}
    assert {name: forms[name] for name in needed} == needed


def test_what_a_form_lacks_is_refused(desk: Desk, empty_desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    assert desk.print("roll", out, "--session", "7", status=2)["reason"] == "no_such_session"
    assert desk.print("menu", out, status=2)["reason"] == "no_such_form"
    assert desk.print("badges", out, "--delegation", "Đoàn Trăng", status=2)["reason"] == "nobody_to_print"
    assert desk.call("print", "roll", str(desk.file), "--json").json["problem"] == "usage"
    assert desk.call("print", "badges", str(desk.file), "--out", str(out), "--lang", "fr").status == 1
    assert not out.exists()


def test_without_a_session_attendance_is_that_of_the_congress(held: Desk, tmp_path: Path) -> None:
    saved = held.print("attendance", tmp_path / "a.pdf", "--lang", "en")
    assert saved["form"] == "congress-attendance"
    assert "ATTENDANCE RECORD of the whole congress" in text_of(tmp_path / "a.pdf")


def test_the_only_session_is_meant_where_none_is_named_and_of_several_all_are_named(
    desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "r.pdf"
    desk.print("roll", out)
    assert "Khai mạc" in text_of(out)
    times = ("--starts", "2025-09-22T13:30", "--ends", "2025-09-22T17:00")
    desk("sessions add", "--name", "Bế mạc", *times)
    refused = desk.print("roll", out, status=2)
    assert (refused["reason"], refused["there_are"]) == ("session_needed", ["1. Khai mạc", "2. Bế mạc"])
    assert "2. Bế mạc" in desk.call("print", "roll", str(desk.file), "--out", str(out)).err


def test_a_folder_that_is_not_there_revokes_no_badge(desk: Desk, tmp_path: Path) -> None:
    before = desk.person("Nguyễn Văn An")["badge_code"]
    answer = desk.print("badges", tmp_path / "none" / "x.pdf", "--delegate", "001", "--reprint", status=1)
    assert answer["problem"] == "cannot_write"
    assert desk.person("Nguyễn Văn An")["badge_code"] == before


def test_a_reprint_revokes_the_old_badge(desk: Desk, tmp_path: Path) -> None:
    old = desk.person("Nguyễn Văn An")["badge_code"]
    assert desk.call("print", "badges", str(desk.file), "--out", "x.pdf", "--reprint").status == 1
    desk.print("badges", tmp_path / "b.pdf", "--delegate", "001", "--reprint")
    assert desk.card(old, status=2)["reason"] == "revoked"
    assert "Trần Thị Bình" not in text_of(tmp_path / "b.pdf")


def test_badges_of_one_delegation(desk: Desk, tmp_path: Path) -> None:
    desk.print("badges", tmp_path / "b.pdf", "--delegation", "doan pho yen")
    text = text_of(tmp_path / "b.pdf").casefold()
    assert "lê văn cường" in text
    assert "trần thị bình" not in text


def test_printing_is_in_the_journal(desk: Desk, tmp_path: Path) -> None:
    before = desk("verify")["events"]
    desk.print("delegates", tmp_path / "d.pdf", "--lang", "en")
    assert desk("verify")["events"] == before + 1
