"""List, roll and attendance record read back in three languages: every name and every number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

import pytest

from congress_desk.domain.attendance import Presence
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.quorum import Figures
from congress_desk.domain.records import AttendanceRecord, DelegateListRecord, RollRecord
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.texts import words_for
from congress_desk.reports.forms import PdfForms
from congress_desk.reports.wording import Say
from congress_desk.services.ports.printer import FormRecord
from tests.reports import builders
from tests.reports.reading import (
    has_row,
    line_with,
    numbers,
    page_texts,
    poppler_text,
    pypdf_text,
    whole_text,
    without_marks,
)

FORMS = PdfForms()
LANGUAGES = ("vi", "en", "ar")
each_language = pytest.mark.parametrize("language", LANGUAGES)
ARABIC_NAME = "محمد الأنصاري"
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"


@lru_cache
def the_record() -> AttendanceRecord:
    return builders.a_record(builders.a_mixed_list() + builders.some_delegates(150))


@lru_cache
def the_list() -> DelegateListRecord:
    return builders.a_list(builders.a_mixed_list())


@lru_cache
def the_roll() -> RollRecord:
    return builders.a_roll(builders.some_delegates(60))


MAKERS: dict[str, Callable[[Sequence[Delegate]], FormRecord]] = {
    "delegates": builders.a_list,
    "roll": builders.a_roll,
    "attendance": builders.a_record,
}
RECORDS: dict[str, Callable[[], FormRecord]] = {"attendance": the_record, "delegates": the_list, "roll": the_roll}


@lru_cache
def printed(form: str, language: str) -> bytes:
    return FORMS.render(RECORDS[form](), language)


@lru_cache
def text_of(form: str, language: str) -> str:
    return without_marks(whole_text(printed(form, language)))


def said(language: str, message: str, **places: object) -> str:
    words = words_for(language)
    return without_marks(words(message, **places).replace("\u00a0", " "))


def share(language: str, count: int, base: int) -> str:
    text = f"{100 * count / base + 1e-9:.2f}"
    return text.replace(".", ",") if language == "vi" else text


@each_language
def test_figures_of_the_record_are_those_of_the_status(language: str) -> None:
    text, total = text_of("attendance", language), the_record().status.total
    for message, count in (
        ("Convened", total.convened),
        ("Came to the session", total.present + total.left),
        ("- present in the hall", total.present),
        ("- came and left", total.left),
        ("Absent with leave", total.excused),
        ("Absent without leave", total.absent),
    ):
        assert has_row(text, said(language, message).lstrip("- "), count, share(language, count, total.convened))
    assert total.convened == total.present + total.left + total.excused + total.absent


@each_language
def test_delegations_are_printed_with_their_figures_and_sum_to_the_total(language: str) -> None:
    text, status = text_of("attendance", language), the_record().status
    short = [d for d in status.delegations if len(d.name.split()) < 3]
    assert len(short) > 15
    for delegation in short:
        one = delegation.figures
        place = status.delegations.index(delegation) + 1
        assert has_row(text, delegation.name, place, *_counts(one), share(language, one.present, one.convened))
    whole = status.total
    shown = share(language, whole.present, whole.convened)
    assert has_row(text, said(language, "Total"), *_counts(whole), shown)
    columns = zip(*(_counts(d.figures) for d in status.delegations), strict=True)
    assert tuple(map(sum, columns)) == _counts(whole)


def _counts(one: Figures) -> tuple[int, ...]:
    return (one.convened, one.present, one.left, one.excused, one.absent, one.late)


@each_language
def test_quorum_names_share_base_need_and_moment(language: str) -> None:
    text, status = text_of("attendance", language), the_record().status
    needed = status.quorum.needed
    line = line_with(text, "2/3")
    assert numbers(line) >= numbers(f"2 3 {status.total.convened} {needed}")
    moment = status.quorum.at
    assert moment is not None
    local = moment.astimezone(builders.ZONE)
    assert f"{local:%H:%M}" in text
    assert "07:30" in text  # the session's own hour, in the congress's zone


@each_language
def test_missed_quorum_is_said(language: str) -> None:
    people = builders.some_delegates(9)
    record = builders.a_record(people)
    status = replace(record.status, quorum=replace(record.status.quorum, reached=False, at=None))
    text = whole_text(FORMS.render(replace(record, status=status), language))
    assert said(language, "The quorum is not reached.").rstrip(".") in without_marks(text)


@each_language
def test_absent_late_and_left_are_listed_by_name_in_their_part(language: str) -> None:
    text, lines = text_of("attendance", language), the_record().lines
    parts = {
        "4. Absent with leave: {count}": [n for n in lines if n.attendance.presence is Presence.EXCUSED],
        "5. Absent without leave: {count}": [
            n for n in lines if n.attendance.presence in (Presence.ABSENT, Presence.EXPECTED)
        ],
        "6. Came after the beginning: {count}": [n for n in lines if n.late],
        "7. Came and left: {count}": [n for n in lines if n.attendance.presence is Presence.LEFT],
    }
    for place, (message, expected) in enumerate(parts.items(), 4):
        title = said(language, message).partition(":")[0].removeprefix(f"{place}. ")
        headline = next(line for line in reversed(text.splitlines()) if title in line and numbers(line))
        assert numbers(headline) == numbers(f"{place} {len(expected)}")
        rows = " ".join(text[text.rindex(headline) :].split())
        assert expected
        assert all(line.delegate.sheet.full_name in rows for line in expected)


@each_language
def test_refused_voided_and_replacements_are_on_the_record(language: str) -> None:
    text, record = text_of("attendance", language), the_record()
    check = said(language, "Readings refused: {refused}. Entries voided: {voided}.").split("{")[0].strip(" :")
    assert numbers(line_with(text, check)) == numbers(f"{record.refused} {record.voided}")
    (pair,) = record.replacements
    row = next(line for line in text.splitlines() if all(d.sheet.full_name in line for d in pair))
    assert numbers(row) == numbers("1")


@each_language
def test_list_has_everybody_twice_with_his_data(language: str) -> None:
    text = " ".join(text_of("delegates", language).split())
    for delegate in the_list().delegates:
        sheet = delegate.sheet
        assert text.count(sheet.card_number) == 2
        assert sheet.birth_date is not None
        assert sheet.birth_date.as_written() in text
        if sheet.full_name != builders.LONG_NAME:
            assert text.count(sheet.full_name) >= 2


@each_language
def test_list_totals_are_counted_with_their_base(language: str) -> None:
    text, people = text_of("delegates", language), the_list().delegates
    for category in {d.sheet.category for d in people}:
        members = [d for d in people if d.sheet.category is category]
        women = sum(d.sheet.gender == "female" for d in members)
        label = without_marks(Say(words_for(language)).category(category))
        shares = (share(language, len(members), len(people)), share(language, women, len(members)))
        assert has_row(text, label, len(members), shares[0], women, shares[1])


def test_list_by_abc_follows_the_given_name() -> None:
    second = text_of("delegates", "vi").split("II. Theo thứ tự")[1]
    cards = [d.sheet.card_number for d in the_list().alphabetical]
    places = [second.index(card) for card in cards]
    assert places == sorted(places)


@each_language
def test_roll_gives_each_delegation_its_pages_its_people_and_its_heads_signature(language: str) -> None:
    pages = [without_marks(page) for page in page_texts(printed("roll", language))]
    record = the_roll()
    for place, (name, members) in enumerate(record.delegations, 1):
        heading = re.compile(rf"{place}\. {name}|{name} \.{place}$", re.MULTILINE)
        page = next(p for p in pages if heading.search(p))
        for member in members:
            assert all(word in page for word in member.sheet.full_name.split())
            assert member.sheet.seat in page
        assert said(language, "HEAD OF THE DELEGATION") in page
    assert numbers(pages[-1])["60"] == 1  # the sum of all


@pytest.mark.parametrize("form", ["attendance", "delegates", "roll"])
@each_language
def test_every_page_says_which_of_how_many(form: str, language: str) -> None:
    pages = page_texts(printed(form, language))
    for number, page in enumerate(pages, 1):
        message = "Page {page} of {pages}"
        label = said(language, message, page=number, pages=len(pages)).split()[0]
        footer = [line for line in without_marks(page).splitlines() if label in line][-1]
        assert numbers(footer) >= numbers(f"{number} {len(pages)}") or f"{number}/{len(pages)}" in footer


@pytest.mark.parametrize("form", ["attendance", "delegates", "roll"])
@each_language
def test_three_readers_find_the_same_numbers(form: str, language: str) -> None:
    pdf = printed(form, language)
    by_pdfium = numbers(whole_text(pdf))
    assert numbers(pypdf_text(pdf)) == by_pdfium
    by_poppler = poppler_text(pdf)
    assert by_poppler is None or numbers(by_poppler) == by_pdfium


@each_language
def test_all_letters_of_vietnamese_arrive_in_the_text(language: str) -> None:
    letters = LETTERS + LETTERS.upper()
    names = [" ".join(letters[start : start + 12]) for start in range(0, len(letters), 12)]
    people = tuple(builders.a_delegate(n, full_name=name, birth_date=None) for n, name in enumerate(names, 1))
    pdf = FORMS.render(builders.a_list(people), language)
    for text in (whole_text(pdf), pypdf_text(pdf)):
        assert not set(letters) - set(text)


def test_names_in_nfd_are_printed_composed() -> None:
    person = builders.a_delegate(1, full_name=unicodedata.normalize("NFD", "Nguyễn Thị Ánh"))
    text = whole_text(FORMS.render(builders.a_list([person]), "vi"))
    assert "Nguyễn Thị Ánh" in text


@pytest.mark.parametrize("language", ["vi", "ar"])
def test_arabic_and_vietnamese_names_stand_whole_in_each_others_list(language: str) -> None:
    people = [builders.a_delegate(1, full_name=ARABIC_NAME), builders.a_delegate(2, full_name="Đỗ Thúy Phượng")]
    pdf = FORMS.render(builders.a_list(people), language)
    for text in filter(None, (pypdf_text(pdf), poppler_text(pdf))):
        assert text.count(ARABIC_NAME) == 2
        assert text.count("Đỗ Thúy Phượng") == 2


@pytest.mark.parametrize("form", ["delegates", "roll", "attendance"])
@each_language
@pytest.mark.parametrize("count", [0, 1])
def test_nobody_and_one_delegate_make_a_paper(form: str, language: str, count: int) -> None:
    people = builders.some_delegates(count)
    text = whole_text(FORMS.render(MAKERS[form](people), language))
    assert form == "attendance" or all(d.sheet.full_name in text for d in people)
    assert "{" not in text


def test_thousand_delegates_are_all_in_the_list() -> None:
    people = builders.some_delegates(1000)
    pages = page_texts(FORMS.render(builders.a_list(people), "vi"))
    found = numbers(" ".join(pages))
    assert all(found[f"{number:04}"] >= 2 for number in range(1, 1001) if f"{number:04}" not in ("2025", "2030"))
    assert len(pages) > 60


def test_name_of_eighty_letters_is_whole() -> None:
    person = builders.a_delegate(1, full_name=builders.LONG_NAME)
    assert len(builders.LONG_NAME) >= 80
    text = " ".join(whole_text(FORMS.render(builders.a_roll([person]), "vi")).split())
    assert all(word in text for word in builders.LONG_NAME.split())


def test_missing_glyph_stops_the_record() -> None:
    with pytest.raises(Trouble) as stopped:
        FORMS.render(builders.a_list([builders.a_delegate(1, full_name="Nguyễn 🙂 An")]), "vi")
    assert stopped.value.problem is Problem.NO_FONT_FOR
    assert stopped.value.details["character"] == "🙂"
    assert stopped.value.details["place"] == "Nguyễn 🙂 An"


@pytest.mark.parametrize("form", ["attendance", "delegates", "roll"])
def test_same_record_gives_the_same_bytes(form: str) -> None:
    assert PdfForms().render(RECORDS[form](), "vi") == printed(form, "vi")
