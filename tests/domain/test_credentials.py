"""The credentials report's figures: the published samples, rows that sum, nobody dropped."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from congress_desk.domain.brackets import PRESETS, brackets_of
from congress_desk.domain.credentials import (
    MISSING,
    OVERLAPPING,
    Base,
    CredentialsFigures,
    CredentialsRules,
    Part,
)
from congress_desk.domain.credentials_counting import credentials_of, years_between
from congress_desk.domain.credentials_reading import (
    awards,
    badge_years,
    degree,
    discipline,
    is_cell_secretary,
    theory,
)
from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Category, Delegate, Gender, Sheet, Standing
from congress_desk.domain.rounding import Rounding, percent, rounded
from tests.builders import a_delegate
from tests.congress_samples import LONG_AN_OPENS, NATIONAL_OPENS, long_an, national

DAY = dt.date(2025, 9, 22)


def counted(
    people: Sequence[Delegate], *, came: Sequence[Delegate] = (), opens: dt.date = DAY, **rules: object
) -> CredentialsFigures:
    wanted = CredentialsRules(**rules)  # type: ignore[arg-type]
    return credentials_of(people, came={d.id for d in came}, excused=(), opens=opens, rules=wanted)


def printed(figures: CredentialsFigures, part: Part, label: str) -> tuple[int, str]:
    (row,) = (row for row in figures.part(part) if row.label == label)
    return row.count, percent(row.share)


def test_the_thirteenth_congress_as_published() -> None:
    figures = counted(national(), opens=NATIONAL_OPENS, brackets="national")
    assert figures.convened == 1587
    assert printed(figures, Part.COMPOSITION, "elected")[0] == 1381
    assert printed(figures, Part.COMPOSITION, "appointed")[0] == 15
    assert printed(figures, Part.COMPOSITION, "ex_officio")[0] == 191
    assert printed(figures, Part.GENDER, "women") == (222, "13.99")
    assert printed(figures, Part.ETHNICITY, "minority") == (175, "11.03")
    assert printed(figures, Part.AGE, "<40") == (57, "3.59")
    assert figures.mean_age is not None
    assert rounded(figures.mean_age, decimals=1) == "52.2"
    assert (figures.youngest[0].years, figures.oldest[0].years) == (33, 76)


def test_long_an_as_published() -> None:
    figures = counted(long_an(), opens=LONG_AN_OPENS, brackets="long-an")
    assert figures.convened == 350
    assert printed(figures, Part.COMPOSITION, "elected")[0] == 302
    assert printed(figures, Part.COMPOSITION, "ex_officio")[0] == 48
    assert [printed(figures, Part.AGE, row.label) for row in figures.part(Part.AGE)] == [
        (53, "15.14"),
        (150, "42.86"),
        (144, "41.14"),
        (2, "0.57"),
        (1, "0.29"),
    ]
    assert printed(figures, Part.GENDER, "women") == (51, "14.57")


@pytest.mark.parametrize(
    ("count", "base", "decimals", "rounding", "written"),
    [
        (168, 177, 2, Rounding.HALF_UP, "94.92"),
        (27, 106, 2, Rounding.HALF_UP, "25.47"),
        (27, 106, 1, Rounding.DOWN, "25.4"),
        (1, 800, 2, Rounding.HALF_UP, "0.13"),
        (1, 3, 0, Rounding.HALF_UP, "33"),
        (2, 3, 0, Rounding.DOWN, "66"),
        (0, 5, 2, Rounding.HALF_UP, "0.00"),
        (5, 5, 3, Rounding.DOWN, "100.000"),
    ],
)
def test_rounding_is_the_rule_chosen(count: int, base: int, decimals: int, rounding: Rounding, written: str) -> None:
    assert percent(Fraction(count, base), decimals=decimals, rounding=rounding) == written


def a_crowd(chance: random.Random, size: int) -> list[Delegate]:
    """People with gaps everywhere."""
    choices: dict[str, Sequence[object]] = {
        "gender": list(Gender),
        "birth_date": [None, PartialDate(1980), PartialDate(1962, 3, 4), PartialDate(2001, 12, 31)],
        "ethnicity": ["", "Kinh", "Tày", "H'Mông"],
        "religion": ["", "Không", "Phật giáo"],
        "sector": ["", "Khối Đảng", "Quân đội"],
        "party_joined": [None, PartialDate(1981, 2, 3), PartialDate(2020)],
        "party_badge": ["", "30 năm", "Huy hiệu 45 năm tuổi Đảng"],
        "general_education": ["", "12/12", "10/10", "7/10"],
        "degree": ["", "ThS. Luật", "Tiến sĩ", "Kỹ sư", "ngoại khoa"],
        "political_theory": ["", "Cao cấp LLCT", "Trung cấp", "chưa rõ"],
        "awards": ["", "Huân chương Lao động, Bằng khen", "Kỷ niệm chương"],
        "discipline": ["", "Khiển trách", "Cảnh cáo 2022"],
        "category": list(Category),
    }
    return [
        replace(
            a_delegate(f"d{n}", n, **{name: chance.choice(values) for name, values in choices.items()}),
            standing=chance.choice(list(Standing)),
        )
        for n in range(size)
    ]


@pytest.mark.parametrize(("seed", "base"), list(itertools.product(range(8), Base)))
def test_rows_of_every_part_sum_to_the_base(seed: int, base: Base) -> None:
    chance = random.Random(seed)
    people = a_crowd(chance, chance.choice([0, 1, 7, 90]))
    figures = counted(people, came=[d for d in people if chance.random() < 0.6], base=base)
    assert figures.convened == figures.present + figures.excused + figures.absent
    assert figures.counted == (figures.convened if base is Base.CONVENED else figures.present)
    assert figures.examined == figures.convened + len(figures.barred)
    for part in Part:
        if part is not Part.NUMBER and part not in OVERLAPPING:
            assert sum(row.count for row in figures.part(part)) == figures.counted, part
            assert sum((row.share for row in figures.part(part)), Fraction(0)) == (1 if figures.counted else 0)


def test_who_has_nothing_written_stands_in_a_row_of_his_own() -> None:
    figures = counted([a_delegate("a", birth_date=PartialDate(1980)), a_delegate("b"), a_delegate("c")])
    for part in (Part.GENDER, Part.ETHNICITY, Part.RELIGION, Part.SECTOR, Part.DEGREE, Part.THEORY, Part.PARTY_AGE):
        assert figures.count(part, MISSING) == 3
    assert figures.count(Part.AGE, MISSING) == 2
    assert figures.mean_age == Fraction(45)
    assert figures.year_only == 1
    assert counted([a_delegate("a", birth_date=PartialDate(1980))]).part(Part.AGE)[-1].label != MISSING


def test_zero_delegates_have_figures_too() -> None:
    figures = counted([])
    assert (figures.convened, figures.mean_age, figures.youngest) == (0, None, ())
    assert {row.share for row in figures.rows} == {Fraction(0)}


def test_the_base_is_the_convened_or_the_present() -> None:
    people = [a_delegate("a", gender=Gender.FEMALE), a_delegate("b", gender=Gender.MALE)]
    assert printed(counted(people, came=people[:1]), Part.GENDER, "women") == (1, "50.00")
    assert printed(counted(people, came=people[:1], base=Base.PRESENT), Part.GENDER, "women") == (1, "100.00")


def test_an_alternate_in_the_place_counts_and_the_official_does_not() -> None:
    gone = replace(a_delegate("a"), standing=Standing.WITHDRAWN)
    seated = replace(a_delegate("b", category=Category.ALTERNATE), replaces=gone.id)
    figures = counted([gone, seated, a_delegate("c", category=Category.ALTERNATE)])
    assert (figures.convened, figures.count(Part.NUMBER, "replaced")) == (1, 1)
    assert figures.replaced == ((gone, seated),)
    assert figures.count(Part.COMPOSITION, "alternate") == 1


def test_age_is_whole_years_on_the_day_of_the_rule() -> None:
    born = PartialDate(1985, 9, 23)
    assert years_between(born, dt.date(2025, 9, 22)) == 39
    assert years_between(born, dt.date(2025, 9, 23)) == 40
    assert years_between(PartialDate(1985), dt.date(2025, 1, 1)) == 40
    people = [a_delegate("a", birth_date=born)]
    assert counted(people, brackets="national").count(Part.AGE, "<40") == 1
    later = counted(people, brackets="national", age_on=dt.date(2025, 12, 31))
    assert (later.age_on, later.count(Part.AGE, "<40")) == (dt.date(2025, 12, 31), 0)


def test_all_of_the_same_utmost_age_are_named() -> None:
    people = [a_delegate(name, birth_date=PartialDate(1990, 1, 1)) for name in "ab"]
    figures = counted([*people, a_delegate("c", birth_date=PartialDate(1960, 5, 5))])
    assert [aged.delegate.id for aged in figures.youngest] == ["a", "b"]
    assert [aged.delegate.id for aged in figures.oldest] == ["c"]


@pytest.mark.parametrize("preset", PRESETS)
def test_presets_hold_every_age_once(preset: str) -> None:
    brackets = brackets_of(preset)
    assert all(sum(bracket.holds(years) for bracket in brackets) == 1 for years in range(130))


def test_own_brackets_are_taken_as_written() -> None:
    assert [b.code for b in brackets_of("≤35; 36–45, >=46")] == ["<=35", "36-45", ">=46"]


@pytest.mark.parametrize(
    "wrong", ["", "30", "<=40, 42-50, >50", "<=40, 40-50, >50", "<=40", "<40, 40-30, >30", ">60, <=60"]
)
def test_brackets_with_a_gap_or_twice_a_year_are_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="no bracket"):
        brackets_of(wrong)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ThS. Quản lý kinh tế", "master"),
        ("Tiến sĩ Y khoa; Bác sĩ", "doctor"),
        ("Cử nhân Luật", "university"),
        ("CĐ Sư phạm", "college"),
        ("TC kế toán", "intermediate"),
        ("ماجستير", "master"),
        ("đang học", "other"),
        ("", "missing"),
    ],
)
def test_a_degree_is_read_from_what_offices_write(written: str, read: str) -> None:
    assert degree(written) == read


def test_other_cells_are_read_by_their_words() -> None:
    assert theory(Sheet(full_name="", political_theory="Cao cấp LLCT")) == "advanced"
    assert badge_years("30, 40 năm") == "40"
    assert badge_years("") == "none"
    assert awards("Huân chương Lao động hạng Ba; Bằng khen của Thủ tướng; bằng khen tỉnh") == (
        "order",
        "commendation",
    )
    assert awards("Kỷ niệm chương") == ("other",)
    assert awards("không") == ()
    assert discipline(Sheet(full_name="", discipline="Cảnh cáo (2021), khiển trách")) == "warning"
    assert is_cell_secretary(Sheet(full_name="", position="Bí thư Chi bộ thôn 3"))
    assert not is_cell_secretary(Sheet(full_name="", position="Phó Bí thư Chi bộ"))


def test_goals_stand_beside_what_was_reached() -> None:
    people = [a_delegate("a", gender=Gender.FEMALE, birth_date=PartialDate(1990), science_block="x"), a_delegate("b")]
    rows = {row.label: row for row in counted(people).part(Part.TARGETS)}
    assert [(rows[name].count, rows[name].goal) for name in ("women", "young", "science")] == [
        (1, Fraction(15, 100)),
        (1, Fraction(1, 10)),
        (1, Fraction(1, 20)),
    ]
