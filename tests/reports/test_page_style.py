"""A province's own page style: what it names is changed, what is wrong is told, and digits follow its policy."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.resources import resource
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import words_for
from congress_desk.reports.digits import with_native_digits
from congress_desk.reports.forms import PdfForms
from congress_desk.reports.style import MM, page_style, usual_style
from tests.reports import builders
from tests.reports.reading import boxes, whole_text


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CONGRESS_DESK_CONFIG_DIR", str(tmp_path))
    return tmp_path


def write(folder: Path, style: Any) -> None:
    text = style if isinstance(style, str) else json.dumps(style, ensure_ascii=False)
    (folder / "page_style.json").write_text(text, encoding="utf-8")


def test_without_a_file_the_usual_style_holds(settings: Path) -> None:
    assert page_style().sizes == usual_style()["sizes_pt"]
    assert page_style().fonts["latin"] == resource("fonts", "Tinos-Regular.ttf")


def test_a_file_changes_only_what_it_names(settings: Path) -> None:
    write(settings, {"sizes_pt": {"body": 15}, "portrait_margins_mm": {"leading": 22.5}})
    style = page_style()
    assert (style.sizes["body"], style.sizes["title"]) == (15, 16)
    assert (style.portrait.leading, style.portrait.top) == (22.5 * MM, 20 * MM)


def test_the_whole_usual_file_may_be_copied_and_edited(settings: Path) -> None:
    shutil.copy(resource("reports", "page_style.json"), settings / "page_style.json")
    assert page_style().sizes == usual_style()["sizes_pt"]


def test_heads_margins_and_fonts_are_seen_on_the_paper(settings: Path) -> None:
    record = builders.a_record(builders.some_delegates(2))
    forms = PdfForms()
    before = boxes(forms.render(record, "vi"), "Triệu tập")[0]
    write(
        settings,
        {
            "heads": {"party": {"vi": "ĐẢNG BỘ TỈNH"}, "star": ""},
            "portrait_margins_mm": {"leading": 45},
            "fonts": {"latin": "BeVietnamPro-Regular.ttf"},
        },
    )
    pdf = forms.render(record, "vi")
    assert "CỘNG SẢN" not in whole_text(pdf)
    assert boxes(pdf, "Triệu tập")[0][0] > before[0] + 8
    assert b"BeVietnam" in pdf


def test_a_font_of_the_provinces_own_is_taken_from_its_folder(settings: Path) -> None:
    (settings / "fonts").mkdir()
    shutil.copy(resource("fonts", "Tinos-Bold.ttf"), settings / "fonts" / "Ours.ttf")
    write(settings, {"fonts": {"latin": "Ours.ttf"}})
    assert page_style().fonts["latin"] == settings / "fonts" / "Ours.ttf"


@pytest.mark.parametrize(
    ("style", "place"),
    [
        ({"sizes_pt": {"body": 400}}, "sizes_pt.body"),
        ({"sizes_pt": {"body": "14"}}, "sizes_pt.body"),
        ({"sizes_pt": {"bodi": 14}}, "sizes_pt.bodi"),
        ({"sizes_pt": 14}, "sizes_pt"),
        ({"portrait_margins_mm": {"top": -3}}, "portrait_margins_mm.top"),
        ({"watermark": {"grey": 2}}, "watermark.grey"),
        ({"colour": "red"}, "colour"),
        ({"digits": "roman"}, "digits"),
        ({"fonts": {"latin": "Comic.ttf"}}, "fonts.latin"),
        ({"fonts": {"latin": "../Tinos-Regular.ttf"}}, "fonts.latin"),
        ({"fonts": {"latin": "README.md"}}, "fonts.latin"),
        ({"heads": {"party": {"fr": "PARTI"}}}, "heads.party.fr"),
        ({"heads": {"star": 5}}, "heads.star"),
        ("{not json", "page_style.json"),
        ([], "page_style.json"),
    ],
)
def test_a_wrong_value_is_told_with_its_place(settings: Path, style: Any, place: str) -> None:
    write(settings, style)
    with pytest.raises(Trouble) as told:
        page_style()
    assert told.value.problem is Problem.PAGE_STYLE_WRONG
    assert told.value.details["place"] == place
    for language in ("vi", "en", "ar"):
        said = sentence(words_for(language), told.value)
        assert place in said
        assert str(settings / "page_style.json") in said


def test_a_corrected_file_is_read_again(settings: Path) -> None:
    write(settings, {"sizes_pt": {"body": 400}})
    with pytest.raises(Trouble):
        page_style()
    write(settings, {"sizes_pt": {"body": 13.5}})
    assert page_style().sizes["body"] == 13.5


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("المدعوون 445", "المدعوون ٤٤٥"),
        ("في \u206622/09/2025\u2069", "في \u2066٢٢/٠٩/٢٠٢٥\u2069"),
        ("\u206694.92 %\u2069", "\u2066٩٤٫٩٢ ٪\u2069"),
        ("المقعد \u2066B-14\u2069", "المقعد \u2066B-14\u2069"),
        ("\u20661756 0396 385\u2069", "\u20661756 0396 385\u2069"),
        ("\u2066001\u2069", "\u2066001\u2069"),
        ("A4 و 12", "A4 و ١٢"),
    ],
)
def test_digits_of_counts_dates_and_shares_change_and_codes_do_not(text: str, written: str) -> None:
    assert with_native_digits(text) == written


def test_the_digit_policy_holds_for_arabic_papers_only(settings: Path) -> None:
    record = builders.a_record(builders.some_delegates(12))
    write(settings, {"digits": "arabic"})
    arabic = whole_text(PdfForms().render(record, "ar"))
    assert "١٢" in arabic
    assert "12" in whole_text(PdfForms().render(record, "vi"))
