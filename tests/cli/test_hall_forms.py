"""print invitation|badges|seating|...: each of the hall's forms from the command line, and what it lacks."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.cli.conftest import Desk
from tests.cli.test_printing import text_of

FORMS = ["invitation", "name-tents", "congress-attendance", "replacements", "credentials", "calibration"]


@pytest.mark.parametrize("language", ["vi", "en", "ar"])
def test_every_form_is_printed_in_every_language(desk: Desk, tmp_path: Path, language: str) -> None:
    desk("seats arrange", "--rows", "2")
    for form in (*FORMS, "seating", "seat-tickets"):
        saved = desk.print(form, tmp_path / f"{form}.pdf", "--lang", language)
        assert saved["pages"] == len(pypdfium2.PdfDocument(tmp_path / f"{form}.pdf"))
    for form in ("invitation", "name-tents", "seat-tickets", "seating"):
        assert "Lê Văn Cường" in text_of(tmp_path / f"{form}.pdf")


def test_every_form_of_the_list_has_a_title(desk: Desk) -> None:
    forms = {form["form"]: form for form in desk.call("print", "--list", "--json").json}
    assert {*FORMS, "seating", "seat-tickets", "badges"} <= forms.keys()
    assert all(form["title"] for form in forms.values())


def test_seats_that_are_not_there_are_not_printed(desk: Desk, tmp_path: Path) -> None:
    assert desk.print("seating", tmp_path / "s.pdf", status=2)["reason"] == "no_seats"
    assert desk.print("seat-tickets", tmp_path / "s.pdf", status=2)["reason"] == "no_seats"
    desk("seats arrange", "--plan", "opening", "--rows", "1")
    assert desk.print("seating", tmp_path / "s.pdf", "--plan", "opening", "--paper", "a3")["pages"] >= 2
    page = pypdfium2.PdfDocument(tmp_path / "s.pdf")[0]
    assert page.get_size() == pytest.approx((1190.55, 841.89), abs=0.1)


def test_invitations_of_one_delegation_on_a4(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "i.pdf"
    assert desk.print("invitation", out, "--delegation", "doan pho yen", "--paper", "a4")["pages"] == 2
    assert pypdfium2.PdfDocument(out)[0].get_size() == pytest.approx((595.28, 841.89), abs=0.1)
    assert desk.print("invitation", out, "--delegation", "trăng", status=2)["reason"] == "nobody_to_print"


def test_badges_with_backs_in_another_size_and_shifted(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "b.pdf"
    assert desk.print("badges", out, "--size", "54x86", "--backs", "--shift", "1.5,-0.5")["pages"] == 2
    assert desk.print("badges", out, "--shift", "40,0", status=2)["reason"] == "bad_value"
    assert desk.print("badges", out, "--shift", "much", status=2)["reason"] == "bad_value"


def test_without_anybody_the_report_still_prints(empty_desk: Desk, tmp_path: Path) -> None:
    assert empty_desk.print("credentials", tmp_path / "c.pdf")["pages"] >= 2
    assert empty_desk.print("congress-attendance", tmp_path / "a.pdf")["pages"] == 1
    assert empty_desk.print("invitation", tmp_path / "i.pdf", status=2)["reason"] == "nobody_to_print"


def test_a_printers_shift_is_kept_and_used_until_another_is_given(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "c.pdf"
    desk.print("calibration", out, "--printer", "HP 2035", "--shift", "1.5,-0.5", "--keep-shift")
    desk.print("calibration", out, "--printer", "HP 2035", "--lang", "en")
    assert "1.5, -0.5" in text_of(out)
    desk.print("calibration", out, "--printer", "HP 2035", "--shift", "2,0", "--lang", "en")
    assert "2, 0" in text_of(out)
    desk.print("calibration", out, "--lang", "en")
    assert "0, 0" in text_of(out)


@pytest.mark.parametrize("form", ["invitation", "badges"])
def test_cards_are_printed_with_the_kept_shift(desk: Desk, tmp_path: Path, form: str) -> None:
    places = []
    for name in ("straight", "shifted"):
        out = tmp_path / f"{name}.pdf"
        desk.print(form, out, "--printer", "HP")
        words = pypdfium2.PdfDocument(out)[0].get_textpage()
        places.append(words.get_charbox(0))
        desk.print("calibration", tmp_path / "c.pdf", "--printer", "HP", "--shift", "2,-1", "--keep-shift")
    millimetre = 72 / 25.4
    assert places[1][0] - places[0][0] == pytest.approx(2 * millimetre, abs=0.05)
    assert places[1][1] - places[0][1] == pytest.approx(1 * millimetre, abs=0.05)
