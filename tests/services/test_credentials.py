"""The credentials report on the real store: bases, rules, and paragraphs whose figures cannot be changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from congress_desk.domain.attendance import Excuse, ExcuseScope
from congress_desk.domain.credentials import Base, Part
from congress_desk.domain.delegates import Category, Gender, Standing
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.rounding import Rounding
from congress_desk.plumbing.credentials_paragraphs import Paragraph
from congress_desk.reports.forms import PdfForms
from tests.builders import Hall, a_sheet


@pytest.fixture
def held(hall: Hall) -> Hall:
    """Three convened: a woman present, a man excused, one absent whose gender is not given."""
    for n, gender in ((0, Gender.FEMALE), (1, Gender.MALE)):
        person = hall.people[n]
        hall.registry.edit(person.id, replace(person.sheet, gender=gender))
    hall.check_in.by_code(hall.badge(0), hall.session)
    hall.check_in.excuse(hall.people[1].id, hall.session, Excuse(reason="ốm", scope=ExcuseScope.SESSION))
    return hall


def text_of(hall: Hall, paragraph: Paragraph, language: str = "vi") -> str:
    return next(p.text for p in hall.credentials.paragraphs(language) if p.paragraph is paragraph)


def test_attendance_is_that_of_the_journal(held: Hall) -> None:
    figures = held.credentials.figures()
    assert (figures.convened, figures.present, figures.excused, figures.absent) == (3, 1, 1, 1)
    assert held.credentials.figures(held.session) == figures
    other = held.sessions.add(name="Chiều", starts=held.clock.now(), ends=held.clock.now() + dt.timedelta(hours=4))
    assert held.credentials.figures(other.id).present == 0
    assert held.credentials.figures().present == 1


def test_rules_are_kept_and_in_the_journal(held: Hall) -> None:
    rules = replace(
        held.credentials.rules(),
        base=Base.PRESENT,
        brackets="phu-tho",
        age_on=dt.date(2025, 1, 1),
        rounding=Rounding.DOWN,
        decimals=1,
        women_goal=Fraction(1, 5),
        committee=("Nguyễn Văn A, Trưởng ban",),
    )
    before = len(held.events())
    held.credentials.change_rules(rules)
    assert held.credentials.rules() == rules
    assert len(held.events()) == before + 1
    assert held.credentials.figures().part(Part.GENDER)[1].share == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"brackets": "<40, >50"}, "brackets"),
        ({"party_brackets": "x"}, "party_brackets"),
        ({"decimals": 9}, "decimals"),
    ],
)
def test_rules_that_cannot_be_are_refused(held: Hall, wrong: dict[str, object], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        held.credentials.change_rules(replace(held.credentials.rules(), **wrong))  # type: ignore[arg-type]
    assert refused.value.details == {"field": field}


def test_the_usual_words_hold_the_figures(held: Hall) -> None:
    told = text_of(held, Paragraph.NUMBER)
    assert told.startswith("Đại hội triệu tập 3 đại biểu chính thức. Có mặt 1 đồng chí, chiếm 33,33\u00a0%")
    assert "33.33\u00a0%" in text_of(held, Paragraph.GENDER, "en")


def test_a_paragraph_is_reworded_and_follows_the_figures(held: Hall) -> None:
    """Words are the secretary's, figures those of the hour."""
    old = text_of(held, Paragraph.CONCLUSION)
    new = old.replace("Đề nghị Đại hội", "Kính đề nghị Đại hội theo Quy chế 190-QĐ/TW ngày 10/10/2024")
    held.credentials.reword(Paragraph.CONCLUSION, "vi", new)
    found = next(p for p in held.credentials.paragraphs("vi") if p.paragraph is Paragraph.CONCLUSION)
    assert (found.text, found.reworded, found.stale) == (new, True, False)
    assert "Kính" not in text_of(held, Paragraph.CONCLUSION, "en")
    held.credentials.reword(Paragraph.CONCLUSION, "vi", "")
    assert text_of(held, Paragraph.CONCLUSION) == old


def test_a_reworded_paragraph_prints_the_figures_of_now(held: Hall) -> None:
    held.welcome([a_sheet(n, gender=Gender.MALE) for n in range(4, 8)])  # 7: men 5, women 1, not given 1
    held.credentials.reword(Paragraph.GENDER, "vi", "Về giới tính, " + text_of(held, Paragraph.GENDER))
    held.welcome([a_sheet(8, gender=Gender.MALE)])
    told = text_of(held, Paragraph.GENDER)
    assert told.startswith("Về giới tính, ")
    assert "nam: 6 đồng chí, chiếm 75,00\u00a0%" in told


def test_figures_that_can_no_longer_be_told_apart_stop_the_printing(held: Hall) -> None:
    """Women and not given were both 1: which of them a 1 of the new words meant is not known any more."""
    held.credentials.reword(Paragraph.GENDER, "vi", "Về giới tính, " + text_of(held, Paragraph.GENDER))
    held.welcome([a_sheet(4, gender=Gender.FEMALE)])
    found = next(p for p in held.credentials.paragraphs("vi") if p.paragraph is Paragraph.GENDER)
    assert (found.stale, found.reworded) == (True, False)
    record = held.records.record(Form.CREDENTIALS)
    with pytest.raises(Refusal) as refused:
        PdfForms().render(record, "vi")
    assert refused.value.reason is Reason.PARAGRAPH_OUT_OF_DATE
    assert PdfForms().render(record, "en").startswith(b"%PDF")


@pytest.mark.parametrize(
    ("change", "missing", "foreign"),
    [
        (("33,33", "33,34"), "33,33", "33,34"),
        (("3 đại biểu", "4 đại biểu"), "3", "4"),
        (("chiếm 33,33", "chiếm một phần ba"), "33,33", "-"),
        (("Đại hội", "Theo 57 phiếu, Đại hội"), "-", "57"),
    ],
)
def test_a_changed_figure_is_refused(held: Hall, change: tuple[str, str], missing: str, foreign: str) -> None:
    told = text_of(held, Paragraph.NUMBER)
    before = len(held.events())
    with pytest.raises(Refusal) as refused:
        held.credentials.reword(Paragraph.NUMBER, "vi", told.replace(*change, 1))
    assert refused.value.reason is Reason.FIGURES_CHANGED
    assert refused.value.details == {"missing": missing, "foreign": foreign}
    assert len(held.events()) == before


def test_braces_in_the_words_are_only_braces(held: Hall) -> None:
    told = text_of(held, Paragraph.CONCLUSION) + " {ghi chú}"
    assert held.credentials.reword(Paragraph.CONCLUSION, "vi", told).text == told


def test_the_alternate_counts_and_the_barred_are_named(held: Hall) -> None:
    (alternate,) = held.welcome([a_sheet(9, category=Category.ALTERNATE)])
    held.registry.replace_official(held.people[1].id, alternate.id, decision="12-QĐ")
    held.registry.change_standing(held.people[2].id, Standing.BARRED, "sai hồ sơ")
    figures = held.credentials.figures()
    assert (figures.convened, figures.eligible, figures.examined) == (2, 2, 3)
    assert [d.id for d in figures.barred] == [held.people[2].id]
    record = held.records.record(Form.REPLACEMENTS)
    (line,) = record.replacements  # type: ignore[attr-defined]
    assert (line.decision, line.reason) == ("12-QĐ", "ốm")
