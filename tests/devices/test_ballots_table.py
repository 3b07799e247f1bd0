"""What lies under the camera, frame by frame: taken once, however it is pushed, covered, blurred or laid again."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from congress_desk.devices.ballots.printed import PrintedPage, printed_pages
from congress_desk.devices.ballots.table import STILL_FRAMES, TRIES, Look, Table
from congress_desk.domain.ballot_forms import NotRead, SheetStatus
from congress_desk.services.ports.ballots import OnTable
from tests.ballots.sheets import printed
from tests.devices.table_frames import FORM, SIZE, an_empty_sheet, frame_of

Frame = NDArray[np.uint8]


@lru_cache(maxsize=1)
def pages() -> tuple[PrintedPage, ...]:
    return tuple(printed_pages(FORM, printed(FORM).pdf))


@pytest.fixture
def table() -> Table:
    return Table(pages())


def lain(table: Table, frame: Frame, frames: int = STILL_FRAMES + 1) -> list[Look]:
    return [table.look(cv2.cvtColor(frame, cv2.COLOR_BGR2RGB)) for _ in range(frames)]


def taken(looks: list[Look]) -> int:
    return sum(1 for look in looks if look.sheet is not None)


def shifted(frame: Frame, x: int, y: int = 0) -> Frame:
    moved = np.full_like(frame, 90)
    moved[max(0, y) :, max(0, x) :] = frame[: frame.shape[0] - max(0, y), : frame.shape[1] - max(0, x)]
    return moved


NOTHING = np.full((SIZE[1], SIZE[0], 3), 90, np.uint8)


def test_a_sheet_is_taken_once_it_lies_still_and_shown_with_its_outline(table: Table) -> None:
    looks = lain(table, frame_of(11), 12)
    assert [look.on_table for look in looks[:2]] == [OnTable.MOVING] * 2
    assert looks[-1].on_table is OnTable.TAKEN
    assert taken(looks) == 1
    assert len(looks[-1].found.corners) >= 4


def test_a_sheet_pushed_about_is_not_taken_twice(table: Table) -> None:
    frame = frame_of(11)
    assert taken(lain(table, frame)) == 1
    for x in (30, 60, 90):
        looks = lain(table, shifted(frame, x))
        assert taken(looks) == 0
        assert looks[-1].on_table is OnTable.TAKEN


def test_a_hand_over_the_sheet_makes_no_other_sheet_of_it(table: Table) -> None:
    frame = frame_of(11)
    lain(table, frame)
    assert lain(table, NOTHING)[-1].on_table is OnTable.NOTHING
    looks = lain(table, frame)
    assert (taken(looks), looks[-1].on_table) == (0, OnTable.TAKEN)


def test_the_same_sheet_laid_down_again_is_told_and_taken_only_by_key(table: Table) -> None:
    frame = frame_of(11)
    lain(table, frame)
    lain(table, NOTHING)
    looks = lain(table, shifted(frame, 70, 12))
    assert (taken(looks), looks[-1].on_table) == (0, OnTable.SAME)
    table.take()
    assert taken(lain(table, shifted(frame, 70, 12), 3)) == 1


def test_another_sheet_in_the_very_place_of_the_last_one_is_taken(table: Table) -> None:
    assert taken(lain(table, frame_of(11))) == 1
    lain(table, NOTHING)
    assert taken(lain(table, frame_of(12))) == 1


def test_of_two_sheets_that_nobody_wrote_on_people_say_whether_they_are_two(table: Table) -> None:
    first, second = an_empty_sheet(1), an_empty_sheet(2)
    assert taken(lain(table, first)) == 1
    lain(table, NOTHING)
    untouched = lain(table, first)
    assert (taken(untouched), untouched[-1].on_table) == (0, OnTable.TAKEN)
    lain(table, NOTHING)
    near = lain(table, shifted(first, 8))
    assert (taken(near), near[-1].on_table) == (0, OnTable.SAME)
    lain(table, NOTHING)
    assert taken(lain(table, shifted(second, 90))) == 1


def test_a_blurred_picture_is_tried_again_and_then_said_to_be_unreadable(table: Table) -> None:
    blurred = cv2.GaussianBlur(frame_of(11), (0, 0), 3.2)
    looks = lain(table, blurred, (STILL_FRAMES + 1) * (TRIES + 2))
    assert taken(looks) <= 1  # either it is told to be poor, or not taken at all
    assert OnTable.READING in [look.on_table for look in looks]
    last = looks[-1]
    if not taken(looks):
        assert (last.on_table, last.why) == (OnTable.NOT_READ, NotRead.UNREADABLE)


def test_a_lens_that_finds_its_focus_in_time_gives_the_sharp_picture(table: Table) -> None:
    sharp = frame_of(11)
    lain(table, cv2.GaussianBlur(sharp, (0, 0), 3.2), STILL_FRAMES + 2)
    looks = lain(table, sharp, 2 * STILL_FRAMES)
    [sheet] = [look.sheet for look in looks if look.sheet is not None]
    assert sheet.reading.status is not SheetStatus.REFUSED


def test_a_ballot_of_another_election_is_taken_and_refused(table: Table) -> None:
    other = replace(FORM, election="another")
    looks = lain(table, frame_of(3, form=other))
    [sheet] = [look.sheet for look in looks if look.sheet is not None]
    assert (sheet.reading.status, sheet.reading.reason) == (SheetStatus.REFUSED, NotRead.OTHER_FORM)


def test_a_paper_without_marks_is_taken_by_key_as_it_lies(table: Table) -> None:
    paper = NOTHING.copy()
    paper[100:900, 500:1300] = 245
    assert taken(lain(table, paper, 10)) == 0
    table.take()
    [sheet] = [look.sheet for look in lain(table, paper, 2) if look.sheet is not None]
    assert sheet.reading.status is SheetStatus.REFUSED
