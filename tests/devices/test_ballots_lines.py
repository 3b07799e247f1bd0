"""Lines that are longer than a mark: a ruler's, a pen's over the whole page, dirt on the glass, a fold, a ring."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest

from congress_desk.devices.ballots.files import unpacked
from congress_desk.devices.ballots.printed import PrintedPage, printed_pages
from congress_desk.devices.ballots.reading import Origin, sheet_read
from congress_desk.domain.ballot_forms import BallotForm, BallotKind, Doubt, Mark, SheetReading, SheetStatus
from tests.ballots import pens
from tests.ballots.pens import Page, Pen, path
from tests.ballots.scans import A_PHONE, A_SCANNER, A_WEBCAM, BAD_SCANNER, Profile, shot_of
from tests.ballots.sheets import a_form, a_sheet, empty_page, filled_in, printed

PENS = [pens.BLUE, pens.GEL, pens.FELT, pens.PENCIL]
STILL = replace(A_SCANNER, turn=0.0, uneven=0.0, turned_over=0.0, around=0.0)
"""Paper from edge to edge and quite straight: then a pen's line lies as dirt does."""


@lru_cache(maxsize=4)
def pages(form: BallotForm) -> tuple[PrintedPage, ...]:
    return tuple(printed_pages(form, printed(form).pdf))


def read(page: Page, form: BallotForm, profile: Profile = STILL) -> SheetReading:
    shot = shot_of(page, profile, np.random.default_rng(3))
    return sheet_read(unpacked(shot.jpeg), Origin("here", 0), pages(form)).reading


def a_line(page: Page, pen: Pen, begin: tuple[float, float], end: tuple[float, float]) -> None:
    lot = np.random.default_rng(5)
    pens.stroke(page, pens.taken_up(pen, lot), path(begin, end), lot)


@pytest.mark.parametrize("pen", PENS, ids=lambda pen: pen.name)
@pytest.mark.parametrize("kind", list(BallotKind))
def test_a_ruler_over_the_whole_row_is_put_to_people(kind: BallotKind, pen: Pen) -> None:
    form = a_form(kind)
    page, truth = filled_in(form, 9_101)
    row = pages(form)[0].layout.rows[11]
    y = row.cell.middle[1]
    a_line(page, pen, (row.cell.x - 1, y), (row.cell.right + 1, y))
    reading = read(page, form)
    assert reading.status is SheetStatus.ASK
    others = {one.row: one.mark for one in reading.rows if one.mark is not Mark.ASK and one.row != row.row}
    assert others == {number: truth.meant[number] for number in others}


@pytest.mark.parametrize("pen", PENS, ids=lambda pen: pen.name)
@pytest.mark.parametrize("kind", list(BallotKind))
def test_a_pens_line_over_the_whole_page_is_no_dirt(kind: BallotKind, pen: Pen) -> None:
    form = a_form(kind)
    page, _ = filled_in(form, 9_102)
    box = pages(form)[0].layout.rows[0].no
    x = box.middle[0] if box is not None else 62.0
    a_line(page, pen, (x, 0.0), (x, 297.0))
    assert read(page, form).status is SheetStatus.ASK


@pytest.mark.parametrize("kind", list(BallotKind))
def test_dirt_on_the_glass_is_wiped(kind: BallotKind) -> None:
    form = a_form(kind)
    for seed in (9_103, 9_104):
        sheet = a_sheet(form, seed, replace(A_SCANNER, streaks=1.0))
        reading = sheet_read(unpacked(sheet.shot.jpeg), Origin("here", 0), pages(form)).reading
        assert reading.status is SheetStatus.READ
        assert {row.row: row.mark for row in reading.rows} == sheet.truth.meant


def test_a_fold_through_empty_boxes_is_no_faint_mark() -> None:
    form = a_form(BallotKind.COLUMNS)
    for seed in (9_105, 9_106, 9_107):
        sheet = a_sheet(form, seed, replace(A_PHONE, fold=1.0, shadow=0.0))
        reading = sheet_read(unpacked(sheet.shot.jpeg), Origin("here", 0), pages(form)).reading
        assert Doubt.FAINT not in reading.all_doubts


@pytest.mark.parametrize("profile", [A_SCANNER, BAD_SCANNER], ids=lambda profile: profile.name)
def test_a_fold_over_a_name_is_no_faint_strike(profile: Profile) -> None:
    form = a_form(BallotKind.STRIKE)
    for seed in (9_002, 9_007):
        sheet = a_sheet(form, seed, replace(profile, fold=1.0))
        reading = sheet_read(unpacked(sheet.shot.jpeg), Origin("here", 0), pages(form)).reading
        assert Doubt.FAINT not in reading.all_doubts


def test_faint_strikes_on_a_folded_sheet_are_put_to_people() -> None:
    form = a_form(BallotKind.STRIKE, seats=25)
    page = empty_page(form).copy()
    for number in range(0, 25, 2):
        name = pages(form)[0].names[number]
        y = (name.core[0] + name.core[1]) / 12
        a_line(page, pens.FAINT_PENCIL, (name.letters.left / 6 - 1, y), (name.letters.right / 6 + 2, y + 0.3))
    reading = read(page, form, replace(A_PHONE, fold=1.0))
    assert {row.row for row in reading.rows if row.mark is Mark.ASK} == set(range(0, 25, 2))


@pytest.mark.parametrize("profile", [A_SCANNER, A_PHONE, A_WEBCAM], ids=lambda profile: profile.name)
@pytest.mark.parametrize("pen", PENS, ids=lambda pen: pen.name)
def test_a_line_under_or_above_a_name_is_put_to_people(pen: Pen, profile: Profile) -> None:
    form = a_form(BallotKind.STRIKE, seats=25)
    page = empty_page(form).copy()
    lined = range(1, 25, 3)
    for number in lined:
        name, slope = pages(form)[0].names[number], 0.1 * (number % 5 - 2)
        head, foot = name.core[0] / 6, name.core[1] / 6
        y = head - 0.4 if number % 2 else foot + 0.35
        a_line(page, pen, (name.letters.left / 6, y - slope), (name.letters.right / 6, y + slope))
    reading = read(page, form, profile)
    assert not [row.row for row in reading.rows if row.mark is Mark.NO]
    assert {row.row for row in reading.rows if row.mark is Mark.ASK} >= set(lined)


def test_a_mark_right_behind_a_struck_name_is_no_part_of_its_strike() -> None:
    form = a_form(BallotKind.STRIKE, seats=25)
    for gap, expected in ((0.0, SheetStatus.READ), (2.0, SheetStatus.ASK)):
        page = empty_page(form).copy()
        name = pages(form)[0].names[8]
        end, y = name.letters.right / 6 + 2, (name.core[0] + name.core[1]) / 12
        a_line(page, pens.BLUE, (name.letters.left / 6 - 1, y), (end, y))
        a_line(page, pens.BLUE, (end + gap, y), (end + gap + 4, y + 1.5))
        assert read(page, form).status is expected


@pytest.mark.parametrize("pen", PENS, ids=lambda pen: pen.name)
def test_a_ring_around_a_name_is_no_strike(pen: Pen) -> None:
    form = a_form(BallotKind.STRIKE)
    page = empty_page(form).copy()
    name = pages(form)[0].names[4].letters
    wide, y = (name.right - name.left) / 6, pages(form)[0].layout.rows[4].cell.middle[1]
    lot = np.random.default_rng(2)
    pens.circle(page, pens.taken_up(pen, lot), (name.left / 6 + wide / 2, y), (wide + 5, 5.4), lot)
    row = read(page, form).rows[4]
    assert (row.mark, row.doubts) == (Mark.ASK, (Doubt.HALF_STRIKE,))


@pytest.mark.parametrize("pen", [pens.FELT, pens.BLUE], ids=lambda pen: pen.name)
def test_a_name_struck_twice_is_struck(pen: Pen) -> None:
    form = a_form(BallotKind.STRIKE, seats=25)
    page = empty_page(form).copy()
    name = pages(form)[0].names[4]
    y = (name.core[0] + name.core[1]) / 12
    for lower, slope in ((-0.6, 0.25), (0.45, -0.2)):
        a_line(
            page, pen, (name.letters.left / 6 - 3, y + lower - slope), (name.letters.right / 6 + 6, y + lower + slope)
        )
    reading = read(page, form)
    assert reading.status is SheetStatus.READ
    assert [row.row for row in reading.rows if row.mark is Mark.NO] == [4]
