"""Badges read back from the rendered page: the symbol, the words, the photo, the place of everything."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest

from congress_desk.domain.badges import in_groups
from congress_desk.domain.delegates import Category
from congress_desk.domain.records import Badge, BadgeSheet, BadgeSize, Shift
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.texts import words_for
from congress_desk.reports.badge_design import BLUE, DESIGNS, GOLD, GREEN, RED, VIOLET, badge_class, grid_for
from congress_desk.reports.forms import PdfForms
from congress_desk.reports.symbol import symbol_of
from tests.reports import builders
from tests.reports.reading import MM, boxes, colours, page_texts, symbols, whole_text, without_marks

FORMS = PdfForms()
each_language = pytest.mark.parametrize("language", ["vi", "en", "ar"])
each_size = pytest.mark.parametrize("size", list(BadgeSize))


@lru_cache
def people_badges(size: BadgeSize = BadgeSize.LARGE, *, rehearsal: bool = False) -> BadgeSheet:
    return builders.some_badges(builders.a_mixed_list(), size=size, rehearsal=rehearsal)


def one_badge(**changes: object) -> BadgeSheet:
    badge = Badge(delegate=builders.a_delegate(1, **changes), code=builders.badge_code(1), photo=builders.a_photo())
    return BadgeSheet(heading=builders.a_heading(), badges=(badge,))


@each_size
@each_language
def test_every_symbol_is_read_from_the_rendered_page(size: BadgeSize, language: str) -> None:
    sheet = people_badges(size)
    found = symbols(FORMS.render(sheet, language))
    assert sorted(found) == sorted(badge.code for badge in sheet.badges)


@each_language
def test_symbols_of_a_rehearsal_are_read_through_the_watermark(language: str) -> None:
    sheet = people_badges(rehearsal=True)
    pdf = FORMS.render(sheet, language)
    assert sorted(symbols(pdf)) == sorted(badge.code for badge in sheet.badges)
    marks = without_marks(whole_text(pdf)).count(words_for(language)("REHEARSAL").split()[0])
    assert marks == len(sheet.badges)


@each_language
def test_badge_says_name_delegation_seat_card_and_code(language: str) -> None:
    sheet = people_badges()
    pages = [" ".join(page.split()) for page in page_texts(FORMS.render(sheet, language))]
    per_page = grid_for(DESIGNS[sheet.size]).count
    assert len(pages) == -(-len(sheet.badges) // per_page)
    for place, badge in enumerate(sheet.badges):
        page, person = pages[place // per_page], badge.delegate.sheet
        for fact in (person.delegation, person.seat, person.card_number, in_groups(badge.code)):
            assert fact in page
        assert all(word in page for word in person.full_name.split())
        assert without_marks(words_for(language)(badge_class(badge.delegate).word)) in without_marks(page)


@pytest.mark.parametrize(
    ("category", "colour"),
    [
        (Category.EX_OFFICIO, RED),
        (Category.ELECTED, RED),
        (Category.APPOINTED, RED),
        (Category.ALTERNATE, RED),
        (Category.GUEST, GOLD),
        (Category.STAFF, BLUE),
    ],
)
def test_band_has_the_colour_of_the_class(category: Category, colour: tuple[float, float, float]) -> None:
    picture = colours(FORMS.render(one_badge(category=category), "vi"))
    design, grid = DESIGNS[BadgeSize.LARGE], grid_for(DESIGNS[BadgeSize.LARGE])
    per_mm = picture.shape[1] / 210
    x, y = (grid.left + 3) * per_mm, (grid.top + design.band_top + design.band_height / 2) * per_mm
    assert np.allclose(picture[round(y), round(x)] / 255, colour, atol=0.01)


@pytest.mark.parametrize(
    ("written", "word", "colour"),
    [
        ({"position": "Phóng viên Báo Thái Nguyên"}, "PRESS", VIOLET),
        ({"position": "Ban Tổ chức", "note": "Báo chí"}, "PRESS", VIOLET),
        ({"position": "", "unit": "", "delegation": "Ban Tổ chức Đại hội"}, "ORGANIZING COMMITTEE", GREEN),
        ({"position": "Thành viên Ban Tổ chức", "unit": ""}, "ORGANIZING COMMITTEE", GREEN),
        ({"position": "Tổ lễ tân", "unit": "", "delegation": "Ban Tổ chức Đại hội"}, "CONGRESS STAFF", BLUE),
        ({"position": "صحافي"}, "PRESS", VIOLET),
    ],
)
def test_staff_are_told_apart_by_what_they_do(
    written: dict[str, str], word: str, colour: tuple[float, float, float]
) -> None:
    person = builders.a_delegate(1, category=Category.STAFF, **written)
    assert (badge_class(person).word, badge_class(person).band) == (word, colour)


@each_language
def test_backs_lie_behind_their_fronts_when_the_sheet_is_turned(language: str) -> None:
    people = builders.some_delegates(3)
    sheet = builders.some_badges(people, size=BadgeSize.MEDIUM, backs=True)
    pdf = FORMS.render(sheet, language)
    assert len(page_texts(pdf)) == 2
    width = 297 * MM
    for badge in sheet.badges:
        (front,), (back,) = boxes(pdf, in_groups(badge.code), 0), boxes(pdf, in_groups(badge.code), 1)
        middle = (front[0] + front[2]) / 2, width - (back[0] + back[2]) / 2
        assert abs(middle[0] - middle[1]) < 35 * MM  # the same badge, seen from behind


def test_the_shift_moves_everything_by_as_much() -> None:
    sheet = one_badge()
    code = in_groups(sheet.badges[0].code)
    (usual,) = boxes(FORMS.render(sheet, "vi"), code)
    (moved,) = boxes(FORMS.render(replace(sheet, shift=Shift(right=2, down=3)), "vi"), code)
    assert moved[0] - usual[0] == pytest.approx(2 * MM, abs=0.2)
    assert usual[1] - moved[1] == pytest.approx(3 * MM, abs=0.2)


def test_a_photo_of_fifty_megapixels_is_printed_as_it_is() -> None:
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", (6124, 8165), (180, 190, 200)).save(file, "JPEG", quality=40)
    badge = Badge(delegate=builders.a_delegate(1), code=builders.badge_code(1), photo=file.getvalue())
    pdf = FORMS.render(BadgeSheet(heading=builders.a_heading(), badges=(badge,)), "vi")
    assert file.getvalue() in pdf


@each_size
def test_as_many_as_fit_are_put_on_a_page_inside_its_edges(size: BadgeSize) -> None:
    design = DESIGNS[size]
    grid = grid_for(design)
    assert grid.count == {BadgeSize.LARGE: 4, BadgeSize.MEDIUM: 8, BadgeSize.SMALL: 10}[size]
    width, height = (297, 210) if grid.landscape else (210, 297)
    assert grid.left >= 5 <= grid.top
    assert grid.left * 2 + grid.columns * design.width == pytest.approx(width)
    assert grid.top * 2 + grid.rows * design.height == pytest.approx(height)


def test_photo_is_in_the_file_as_it_came() -> None:
    pdf = FORMS.render(one_badge(), "vi")
    assert builders.a_photo() in pdf


def test_same_photo_is_stored_once() -> None:
    sheet = builders.some_badges([builders.a_delegate(number) for number in (1, 5, 6, 10, 11)])
    assert FORMS.render(sheet, "vi").count(builders.a_photo(1)) == 1


def test_wide_photo_is_cropped_to_the_frame() -> None:
    badge = Badge(delegate=builders.a_delegate(1), code=builders.badge_code(1), photo=builders.a_photo(1, 900, 400))
    picture = colours(FORMS.render(BadgeSheet(heading=builders.a_heading(), badges=(badge,)), "vi"))
    design, grid = DESIGNS[BadgeSize.LARGE], grid_for(DESIGNS[BadgeSize.LARGE])
    per_mm = picture.shape[1] / 210
    beside = (grid.left + design.side + design.photo_width + 1) * per_mm
    level = (grid.top + design.picture_top + 3) * per_mm
    assert picture[round(level), round(beside)].min() > 250


def test_photo_that_is_none_stops_with_the_name() -> None:
    badge = Badge(delegate=builders.a_delegate(1), code=builders.badge_code(1), photo=b"no picture")
    with pytest.raises(Trouble) as stopped:
        FORMS.render(BadgeSheet(heading=builders.a_heading(), badges=(badge,)), "vi")
    assert stopped.value.problem is Problem.NOT_A_PICTURE
    assert stopped.value.details["called"] == badge.delegate.sheet.full_name


def test_badge_without_a_code_is_not_printed() -> None:
    badge = Badge(delegate=builders.a_delegate(1), code="")
    with pytest.raises(Trouble) as stopped:
        FORMS.render(BadgeSheet(heading=builders.a_heading(), badges=(badge,)), "vi")
    assert stopped.value.problem is Problem.SYMBOL_UNREADABLE


def test_symbol_that_reads_back_differently_is_refused() -> None:
    with pytest.raises(Trouble) as stopped:
        symbol_of("12345\x0067890")
    assert stopped.value.problem is Problem.SYMBOL_UNREADABLE


@each_size
@each_language
def test_long_name_stays_on_its_badge(size: BadgeSize, language: str) -> None:
    badge = Badge(delegate=builders.a_delegate(1, full_name=builders.LONG_NAME), code=builders.badge_code(1))
    pdf = FORMS.render(BadgeSheet(heading=builders.a_heading(), badges=(badge,), size=size), language)
    design = DESIGNS[size]
    grid = grid_for(design)
    page_width, page_height = (297, 210) if grid.landscape else (210, 297)
    left = page_width - grid.left - design.width if language == "ar" else grid.left
    for word in builders.LONG_NAME.split():
        for box in boxes(pdf, word):
            assert left * MM <= box[0] < box[2] <= (left + design.width) * MM
            top = (page_height * MM - box[3]) / MM - grid.top
            assert design.picture_top + design.photo_height - 2 < top < design.delegation_top


def test_name_is_larger_the_shorter_it_is() -> None:
    heights = []
    for name in ("Vũ An", "Nguyễn Thị Phương Thảo Ngọc Ánh", builders.LONG_NAME):
        pdf = FORMS.render(one_badge(full_name=name), "vi")
        (box, *_) = boxes(pdf, name.split()[-1])
        heights.append(box[3] - box[1])
    assert heights[0] >= heights[1] > heights[2] > 5


def test_arabic_badge_is_mirrored() -> None:
    sheet = people_badges()
    for language, photo_first in (("vi", True), ("ar", False)):
        pdf = FORMS.render(sheet, language)
        code = in_groups(sheet.badges[0].code)
        (box,) = boxes(pdf, code)
        column = 0 if photo_first else 1
        middle = (15 + 45 + 90 * column) * MM
        assert (box[0] > middle) is photo_first


def test_no_badges_is_an_empty_sheet_with_marks() -> None:
    pdf = FORMS.render(BadgeSheet(heading=builders.a_heading(), badges=()), "vi")
    assert len(page_texts(pdf)) == 1
