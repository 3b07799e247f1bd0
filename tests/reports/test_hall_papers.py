"""Invitations, tents, seats and the attendance of the congress read back in three languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from congress_desk.domain.delegates import Category, Delegate, Gender
from congress_desk.domain.paper_options import Sheet
from congress_desk.domain.seating import HallShape
from congress_desk.plumbing.texts import words_for
from congress_desk.reports.forms import PdfForms
from congress_desk.services.ports.printer import FormRecord
from tests.reports import builders, hall_builders
from tests.reports.reading import MM, boxes, grey, numbers, page_texts, symbols, whole_text, without_marks

FORMS = PdfForms()
each_language = pytest.mark.parametrize("language", ["vi", "en", "ar"])
Maker = Callable[[Sequence[Delegate]], FormRecord]
MAKERS: dict[str, Maker] = {
    "invitation": hall_builders.invitations,
    "name-tents": hall_builders.tents,
    "seating": hall_builders.seating,
    "seat-tickets": hall_builders.tickets,
    "congress-attendance": hall_builders.congress_attendance,
    "credentials": hall_builders.credentials,
}
each_form = pytest.mark.parametrize("form", MAKERS)


def flat(pdf: bytes) -> str:
    return without_marks(" ".join(whole_text(pdf).split()))


def said(language: str, message: str, **places: object) -> str:
    return without_marks(words_for(language)(message, **places))


@each_language
def test_an_invitation_says_whom_to_what_when_and_where(language: str) -> None:
    people = builders.some_delegates(3)
    pdf = FORMS.render(hall_builders.invitations(people), language)
    pages = [without_marks(" ".join(page.split())) for page in page_texts(pdf)]
    assert len(pages) == 3
    for n, (page, person) in enumerate(zip(pages, people, strict=True), 1):
        for fact in (person.sheet.full_name, person.sheet.seat, "07:30", "22/09/2025", "Thái Nguyên", f"{n:03}"):
            assert fact in page
        assert said(language, "INVITATION") in page
    assert symbols(pdf) == [builders.badge_code(n) for n in (1, 2, 3)]


@pytest.mark.parametrize(("sheet", "size"), [(Sheet.A5, (210, 148)), (Sheet.A4, (210, 297))])
def test_an_invitation_has_the_size_asked_for(sheet: Sheet, size: tuple[int, int]) -> None:
    pixels = grey(FORMS.render(hall_builders.invitations([builders.a_delegate()], sheet), "vi"), dots_per_inch=72)
    assert pixels.shape == pytest.approx((size[1] * MM, size[0] * MM), abs=1.5)
    dark = np.flatnonzero((pixels < 128).any(axis=1))
    assert dark[-1] < pixels.shape[0] - 5 * MM


@each_language
def test_a_tent_has_the_name_on_both_sides(language: str) -> None:
    pdf = FORMS.render(hall_builders.tents([builders.a_delegate(1, full_name="Hà Văn Ánh")]), language)
    found = boxes(pdf, "Ánh")
    assert len(found) == 2
    middle = 297 * MM / 2
    assert min(box[1] for box in found) < middle < max(box[3] for box in found)


@each_language
def test_the_plan_holds_every_seat_and_name(language: str) -> None:
    record = hall_builders.seating(builders.some_delegates(30))
    pdf = FORMS.render(record, language)
    pages = page_texts(pdf)
    floors = {1: pages[0], 2: pages[1]}
    for seat in record.plan.seats:
        assert seat.label in floors[seat.floor], seat
    text = flat(pdf)
    assert len(record.plan.sitting) == 30
    assert all(person.sheet.full_name in text for person in record.plan.sitting.values())
    assert said(language, "Left side") in flat(pdf)


@each_language
def test_the_left_of_the_hall_is_the_left_of_the_paper(language: str) -> None:
    pdf = FORMS.render(hall_builders.seating(builders.some_delegates(5)), language)
    first, last = boxes(pdf, "B-01")[0], boxes(pdf, "B-10")[0]
    assert first[0] < last[0]
    assert boxes(pdf, "CT-01")[0][1] > boxes(pdf, "A-05")[0][1] > boxes(pdf, "E-05")[0][1]  # the stage is in front


@each_language
def test_a_ticket_says_seat_zone_and_floor(language: str) -> None:
    record = hall_builders.tickets(builders.some_delegates(12))
    pdf = FORMS.render(record, language)
    text = flat(pdf)
    assert len(page_texts(pdf)) == 2
    for person, seat in record.tickets:
        assert person.sheet.full_name in text
        assert seat.label in text
    assert said(language, "Middle") in text


@each_language
def test_the_attendance_of_the_congress_has_sessions_absences_and_marks(language: str) -> None:
    people = builders.a_mixed_list()
    record = hall_builders.congress_attendance(people)
    pdf = FORMS.render(record, language)
    text = flat(pdf)
    total = record.statuses[0].total
    assert f"{total.convened}" in text
    for line in record.absences:
        assert line.delegate.sheet.full_name in text
    assert "Công tác" in text
    assert all(word in text for word in ("lan", "Bàn 1"))
    for told in ("the whole congress", "no word received"):
        assert all(word in text for word in said(language, told).split())
    assert all(line.delegate.sheet.full_name in text for line in record.lines)


@each_language
def test_a_replacement_names_both_the_reason_and_the_decision(language: str) -> None:
    people = builders.a_mixed_list()
    record = hall_builders.replacements(people)
    text = flat(FORMS.render(record, language))
    (line,) = record.replacements
    for fact in (line.official.sheet.full_name, line.alternate.sheet.full_name, "12-QĐ/ĐCT", "Điều trị dài ngày"):
        assert fact in text
    assert said(language, "ON BEHALF OF THE CREDENTIALS COMMITTEE") in text


@each_language
def test_calibration_rulers_are_as_long_as_they_say(language: str) -> None:
    pdf = FORMS.render(hall_builders.calibration(), language)
    assert {"1.5", "0.5"} <= numbers(flat(pdf)).keys()
    dark = grey(pdf, dots_per_inch=200) < 140
    per_mm = 200 / 25.4
    row = dark[round((20 - 0.5 + 1.2) * per_mm)]  # through the shortest marks of the upper ruler
    columns = np.flatnonzero(row)
    assert columns[-1] - columns[0] == pytest.approx(170 * per_mm, abs=2)
    assert columns[0] == pytest.approx((20 + 1.5) * per_mm, abs=2)  # shifted


@each_form
@each_language
def test_names_of_one_letter_of_84_and_of_the_other_script_are_printed(form: str, language: str) -> None:
    people = [
        builders.a_delegate(1, full_name="Ý", delegation="Đoàn một người"),
        builders.a_delegate(2, full_name=builders.LONG_NAME, delegation="Khách"),
        builders.a_delegate(3, full_name="محمد عبد الله الأنصاري", delegation="وفد الضيوف", category=Category.GUEST),
        builders.a_delegate(4, birth_date=None, gender=Gender.UNKNOWN, delegation="", position="", unit=""),
    ]
    text = flat(FORMS.render(MAKERS[form](people), language))
    assert "الأنصاري" in text or form == "credentials" or form == "congress-attendance"
    if form != "credentials":
        assert all(word in text for word in ("Ý", "Ngọc"))


@each_form
def test_a_delegation_of_two_hundred_is_printed_whole(form: str) -> None:
    people = [builders.a_delegate(n, delegation="Đoàn lớn") for n in range(1, 201)]
    if form == "seating":
        record: FormRecord = hall_builders.seating(people, Sheet.A3, HallShape(rows=(9,)))
    else:
        record = MAKERS[form](people if form != "seat-tickets" else people[:70])
    assert page_texts(FORMS.render(record, "vi"))


@pytest.mark.parametrize("form", ["seating", "congress-attendance", "credentials"])
@each_language
def test_without_delegates_the_paper_says_so(form: str, language: str) -> None:
    assert len(flat(FORMS.render(MAKERS[form](()), language))) > 100
