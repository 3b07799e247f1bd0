"""Sheets read: what is clear is right, what is not clear asks, and what is no sheet of ours comes back refused."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pytest

from congress_desk.devices.ballots.files import unpacked
from congress_desk.devices.ballots.normalising import Colour, Grey
from congress_desk.devices.ballots.printed import PrintedPage, printed_pages
from congress_desk.devices.ballots.reading import Origin, sheet_read
from congress_desk.devices.ballots.twins import twins_among
from congress_desk.domain.ballot_forms import (
    BallotForm,
    BallotKind,
    BallotPaper,
    Doubt,
    NotRead,
    SheetReading,
    SheetStatus,
)
from tests.ballots.pens import DRAWN
from tests.ballots.scans import A_SCANNER, PROFILES, shot_of
from tests.ballots.sheets import a_form, a_sheet, empty_page, filled_in, printed
from tests.ballots.voters import SPOILED_COLUMNS, SPOILED_STRIKES
from tests.devices import drawn_face

WAYS = [
    *((BallotKind.COLUMNS, place) for place in range(len(SPOILED_COLUMNS))),
    *((BallotKind.STRIKE, place) for place in range(len(SPOILED_STRIKES))),
]


@lru_cache(maxsize=8)
def pages(form: BallotForm) -> tuple[PrintedPage, ...]:
    return tuple(printed_pages(form, printed(form).pdf))


def read(picture: Colour | Grey, form: BallotForm) -> SheetReading:
    return sheet_read(picture.copy(), Origin("here", 0), pages(form)).reading


def marks(reading: SheetReading) -> dict[int, str]:
    return {row.row: row.mark.value for row in reading.rows}


@pytest.mark.parametrize("profile", list(PROFILES))
@pytest.mark.parametrize("kind", list(BallotKind))
def test_no_natural_sheet_is_misread(kind: BallotKind, profile: str) -> None:
    form = a_form(kind)
    for seed in range(60, 63):
        sheet = a_sheet(form, seed, PROFILES[profile])
        reading = read(unpacked(sheet.shot.jpeg), form)
        assert reading.status is not SheetStatus.REFUSED
        clear = {row.row: row.mark for row in reading.rows if row.mark != "ask"}
        assert clear == {row: sheet.truth.meant[row] for row in clear}


@pytest.mark.parametrize(("kind", "way"), WAYS)
def test_a_sheet_spoiled_on_purpose_asks_or_is_read_as_it_was_meant(kind: BallotKind, way: int) -> None:
    form = a_form(kind)
    ways = len(SPOILED_STRIKES if kind is BallotKind.STRIKE else SPOILED_COLUMNS)
    for seed in (way + 10 * ways, way + 11 * ways):
        sheet = a_sheet(form, seed, A_SCANNER, spoiled=True)
        reading = read(unpacked(sheet.shot.jpeg), form)
        must_ask = sheet.truth.must_ask and (sheet.shot.coloured or not sheet.truth.only_colour)
        if must_ask:
            assert reading.status is SheetStatus.ASK
        elif reading.status is SheetStatus.READ:
            assert marks(reading) == {row: mark.value for row, mark in sheet.truth.meant.items()}


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("dots", [5.906, 7.874, 11.811])
def test_a_sheet_lies_as_it_likes_at_any_density(turns: int, dots: float) -> None:
    form = a_form(BallotKind.COLUMNS, 12, paper=BallotPaper.A5)
    page, truth = filled_in(form, 71)
    shot = shot_of(page, A_SCANNER, np.random.default_rng(4), dots=dots)
    reading = read(np.ascontiguousarray(np.rot90(shot.picture, turns)), form)
    assert marks(reading) == {row: mark.value for row, mark in truth.meant.items()}


def test_every_page_of_a_long_list_is_known_by_its_code() -> None:
    form = a_form(BallotKind.STRIKE, 60)
    for page in range(3):
        sheet = a_sheet(form, 30, A_SCANNER, page=page)
        reading = read(unpacked(sheet.shot.jpeg), form)
        assert (reading.page, reading.form_code) == (page, form.code)
        assert set(marks(reading)) == set(sheet.truth.meant)


@pytest.mark.parametrize("mark", ["yes", "no", "none"])
def test_a_single_name_with_no_mark_asks_and_with_disagree_does_not(mark: str) -> None:
    from tests.ballots import pens

    form = a_form(BallotKind.COLUMNS, 1)
    page = empty_page(form).copy()
    row = pages(form)[0].layout.rows[0]
    box = {"yes": row.yes, "no": row.no}.get(mark)
    if box is not None:
        pens.cross(page, pens.BLUE, box.middle, box.width, np.random.default_rng(1))
    reading = read(page, form)
    assert marks(reading) == {0: mark}
    assert reading.doubts == ((Doubt.NO_VOTE,) if mark == "none" else ())


def test_more_votes_than_seats_ask() -> None:
    form = a_form(BallotKind.STRIKE, 12, seats=3)
    reading = read(empty_page(form), form)
    assert reading.doubts == (Doubt.TOO_MANY,)
    assert reading.status is SheetStatus.ASK


# ---- what is no sheet of ours


def test_a_sheet_of_another_election_is_refused() -> None:
    other = a_form(BallotKind.COLUMNS, election="E9")
    reading = read(unpacked(a_sheet(other, 3, A_SCANNER).shot.jpeg), a_form(BallotKind.COLUMNS))
    assert (reading.status, reading.reason) == (SheetStatus.REFUSED, NotRead.OTHER_FORM)


@pytest.mark.parametrize("grey", [255, 236])
def test_an_empty_page_is_told_apart(grey: int) -> None:
    lot = np.random.default_rng(1)
    picture = np.clip(lot.normal(grey, 3, (2339, 1654)), 0, 255).astype(np.uint8)
    assert read(picture, a_form(BallotKind.COLUMNS)).reason is NotRead.BLANK_PAGE


def test_a_picture_of_somebody_is_no_ballot() -> None:
    picture = np.array(drawn_face.portrait(5, 1200).convert("RGB"))
    assert read(picture, a_form(BallotKind.COLUMNS)).reason is NotRead.NOT_A_BALLOT


def test_two_sheets_in_one_picture_are_refused_together() -> None:
    form = a_form(BallotKind.COLUMNS, 12, paper=BallotPaper.A5)
    both = [filled_in(form, seed)[0] for seed in (1, 2)]
    assert read(np.hstack(both), form).reason is NotRead.SEVERAL_SHEETS


@pytest.mark.parametrize("corner", range(4))
def test_a_torn_corner_asks(corner: int) -> None:
    form = a_form(BallotKind.COLUMNS)
    page, _ = filled_in(form, 8)
    size = 26 * DRAWN
    rows, columns = (slice(0, size), slice(-size, None)), (slice(0, size), slice(-size, None))
    page[rows[corner // 2], columns[corner % 2]] = 200
    reading = read(page, form)
    assert reading.status is SheetStatus.ASK
    assert Doubt.COVERED in reading.doubts


def test_a_sheet_whose_code_is_blackened_is_known_by_its_print_and_asks() -> None:
    form = a_form(BallotKind.COLUMNS)
    page, truth = filled_in(form, 9)
    code = pages(form)[0].layout.code
    page[round(code.y * DRAWN) : round(code.bottom * DRAWN), round(code.x * DRAWN) : round(code.right * DRAWN)] = 30
    reading = read(page, form)
    assert Doubt.CODE_UNREAD in reading.doubts
    assert marks(reading) == {row: mark.value for row, mark in truth.meant.items()}


def test_half_a_sheet_is_refused_and_not_guessed() -> None:
    form = a_form(BallotKind.COLUMNS)
    page, _ = filled_in(form, 9)
    reading = read(page[: page.shape[0] // 3], form)
    assert (reading.status, reading.reason) == (SheetStatus.REFUSED, NotRead.UNREADABLE)


# ---- twins


def rescanned(form: BallotForm, seeds: Sequence[int]) -> list[SheetReading]:
    found = []
    for again in (1, 2):
        for seed in seeds:
            page, _ = filled_in(form, seed)
            shot = shot_of(page, A_SCANNER, np.random.default_rng([seed, again]))
            found.append(read(unpacked(shot.jpeg), form))
    return found


@pytest.mark.parametrize("kind", list(BallotKind))
def test_a_sheet_scanned_twice_is_found_by_its_ink(kind: BallotKind) -> None:
    readings = rescanned(a_form(kind), range(40, 45))
    assert {(pair.first, pair.second) for pair in twins_among(readings)} == {(n, n + 5) for n in range(5)}


def test_two_empty_sheets_are_no_twins() -> None:
    form = a_form(BallotKind.COLUMNS, 12)
    assert list(twins_among([read(empty_page(form), form)] * 2)) == []
