"""The page as pixels: margins kept, the head's rule there, mirrored in Arabic, signatures with company."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from congress_desk.plumbing.texts import words_for
from congress_desk.reports.forms import PdfForms
from congress_desk.reports.header import broken_title
from congress_desk.reports.style import page_style
from congress_desk.services.ports.printer import FormRecord
from tests.reports import builders
from tests.reports.reading import MM, boxes, grey, page_texts, without_marks

FORMS = PdfForms()
DPI = 100
each_language = pytest.mark.parametrize("language", ["vi", "en", "ar"])
each_form = pytest.mark.parametrize("form", ["delegates", "roll", "attendance"])


def a_paper(form: str, count: int = 40, *, rehearsal: bool = False) -> FormRecord:
    people = builders.a_mixed_list() + builders.some_delegates(count)
    if form == "delegates":
        return builders.a_list(people, rehearsal=rehearsal)
    if form == "roll":
        return builders.a_roll(builders.some_delegates(count), rehearsal=rehearsal)
    return builders.a_record(people, rehearsal=rehearsal)


@each_form
@each_language
def test_nothing_stands_outside_the_margins(form: str, language: str) -> None:
    pdf = FORMS.render(a_paper(form), language)
    style = page_style()
    margins = style.landscape if form == "delegates" else style.portrait
    left, right = margins.leading, margins.trailing
    if language == "ar":
        left, right = right, left
    for page in range(len(page_texts(pdf))):
        dark = grey(pdf, page, dots_per_inch=DPI) < 200
        rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
        per_point = DPI / 72
        assert columns[0] >= left * per_point - 2
        assert columns[-1] <= dark.shape[1] - right * per_point + 2
        assert rows[0] >= margins.top * per_point - 2
        body = rows[rows < dark.shape[0] - (style.footer + 12) * per_point]
        assert body[-1] <= dark.shape[0] - margins.bottom * per_point + 2


@each_form
@each_language
def test_rule_under_the_party_is_as_long_as_its_name(form: str, language: str) -> None:
    pdf = FORMS.render(a_paper(form), language)
    party = words_for(language)("COMMUNIST PARTY OF VIET NAM")
    (box, *_) = boxes(pdf, party) or [_union(pdf, party.split())]
    dark = grey(pdf, dots_per_inch=DPI) < 170
    per_point = DPI / 72
    foot = dark.shape[0] - box[1] * per_point
    band = dark[round(foot - 6) : round(foot + 14)]
    longest = max(_longest_run(row) for row in band)
    assert longest == pytest.approx((box[2] - box[0]) * per_point, rel=0.06)


def _union(pdf: bytes, words: list[str]) -> tuple[float, float, float, float]:
    found = [boxes(pdf, word)[0] for word in words]
    lefts, bottoms, rights, tops = zip(*found, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _longest_run(row: np.ndarray) -> int:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], row.astype(np.int8), [0]))))
    return int(np.max(edges[1::2] - edges[::2], initial=0))


@each_form
def test_arabic_page_is_mirrored(form: str) -> None:
    for language, first_is_left in (("vi", True), ("ar", False)):
        words = words_for(language)
        pdf = FORMS.render(a_paper(form), language)
        width = (297 if form == "delegates" else 210) * MM
        organ = "TỈNH ỦY" if form == "delegates" else "ĐẢNG BỘ TỈNH"
        (box, *_) = boxes(pdf, organ)
        assert (box[0] < width / 2) is first_is_left
        page = next(n for n, text in enumerate(page_texts(pdf)) if words("Full name") in without_marks(text))
        name = boxes(pdf, words("Full name").split()[0], page)[0]
        last = words("Request, opinion, decision" if form == "attendance" else "Note").split()[0]
        after = boxes(pdf, last, page)[0]
        assert (name[0] < after[0]) is first_is_left


@each_form
@each_language
def test_rehearsal_is_on_every_page_and_only_then(form: str, language: str) -> None:
    word = words_for(language)("REHEARSAL").split()[-1]
    for rehearsal in (True, False):
        pages = page_texts(FORMS.render(a_paper(form, 30, rehearsal=rehearsal), language))
        assert [word in without_marks(page) for page in pages] == [rehearsal] * len(pages)


@pytest.mark.parametrize("count", range(2, 30, 3))
def test_signatures_never_stand_alone(count: int) -> None:
    record = builders.a_record(builders.some_delegates(count))
    signed = next(page for page in page_texts(FORMS.render(record, "vi")) if "T/M ĐOÀN CHỦ TỊCH" in page)
    assert "Lượt quét không được ghi nhận" in signed


@pytest.mark.parametrize("count", range(8, 26, 3))
def test_heads_signature_comes_with_rows_of_his_delegation(count: int) -> None:
    people = [builders.a_delegate(number, delegation="Đại Từ") for number in range(1, count + 1)]
    pages = page_texts(FORMS.render(builders.a_roll(people), "vi"))
    assert "TRƯỞNG ĐOÀN" in pages[-1]
    assert people[-1].sheet.full_name.split()[-1] in pages[-1]
    assert all("Họ và tên" in page and "1. Đại Từ" in page for page in pages)


def test_row_taller_than_a_page_is_parted_and_loses_nothing() -> None:
    note = " ".join(f"chú{number}" for number in range(900))
    people = [builders.a_delegate(1, note=note), builders.a_delegate(2)]
    text = " ".join(page_texts(FORMS.render(builders.a_list(people), "vi")))
    words = set(re.findall(r"chú\d+", text))
    assert len(words) == 900


@each_language
def test_long_title_and_place_keep_to_the_margins(language: str) -> None:
    title = "Đại hội đại biểu Đảng bộ các cơ quan Đảng, Mặt trận Tổ quốc và các tổ chức chính trị tỉnh lần thứ II"
    place = "Trung tâm Hội nghị và Triển lãm tỉnh Thái Nguyên, phường Phan Đình Phùng"
    heading = builders.a_heading(title=title, place=place)
    pdf = FORMS.render(replace(builders.a_record(builders.some_delegates(3)), heading=heading), language)
    dark = grey(pdf, dots_per_inch=DPI) < 200
    columns = np.flatnonzero(dark.any(axis=0))
    margins, per_point = page_style().portrait, DPI / 72
    left, right = (margins.trailing, margins.leading) if language == "ar" else (margins.leading, margins.trailing)
    assert columns[0] >= left * per_point - 2
    assert columns[-1] <= dark.shape[1] - right * per_point + 2
    text = page_texts(pdf)[0].replace("\n", " ")
    assert all(word in text for word in title.upper().replace(",", " ").split())


def test_table_heads_come_again_on_every_page() -> None:
    pages = page_texts(FORMS.render(builders.a_list(builders.some_delegates(120)), "vi"))
    assert all("Họ và tên" in page for page in pages)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            builders.TITLE,
            ["ĐẠI HỘI ĐẠI BIỂU", "ĐẢNG BỘ TỈNH THÁI NGUYÊN", "LẦN THỨ I, NHIỆM KỲ 2025 - 2030"],
        ),
        ("Đại hội đảng viên chi bộ thôn Đồng Tâm", ["ĐẠI HỘI ĐẢNG VIÊN", "CHI BỘ THÔN ĐỒNG TÂM"]),
        ("Hội nghị tổng kết", ["HỘI NGHỊ TỔNG KẾT"]),
    ],
)
def test_title_is_broken_where_a_clerk_breaks_it(title: str, lines: list[str]) -> None:
    assert broken_title(title) == lines
