"""Scores turned into clear marks and doubts. All thresholds stand here, frozen before the reported benchmark.

A mark is clear or it is put to people: there is no best guess. What lies between blank and marked, what is lighter
than the same voter's other marks, what stands outside, all of it asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from congress_desk.devices.ballots.boxes import BoxInk
from congress_desk.devices.ballots.registering import Fit, RowFit
from congress_desk.devices.ballots.strays import Strays
from congress_desk.devices.ballots.strikes import Strike
from congress_desk.domain.ballot_forms import BallotForm, BallotKind, Doubt, Mark, RowReading

BLANK_AREA = 0.15  # mm²
BLANK_HAZE = 0.012
MARK_AREA = 1.0  # mm²
MARK_DARK = 0.25
MARK_REACH = 2.0  # mm
BLACKENED = 0.98  # of a box
HEAVY_FROM, HEAVY_TIMES = 0.8, 1.3  # of a box, if that is so many times as much as this voter's other marks
HEAVIER_FROM, HEAVIER_TIMES = 0.55, 1.6
UNEVEN = 0.35  # of this voter's other marks
FRAME_SEEN = 0.78
NAME_SEEN = 0.7
NAME_SEEN_STRIKE = 0.8

CLEAN_COVER = 0.1
CLEAN_LINE = 0.2
CLEAN_FAINT = 0.015
LEAST_FOLD, FOLD_MORE = 0.012, 0.003  # how dark in both margins, and how much darker over the name
STRUCK = ((0.84, 0.8), (0.78, 0.86), (0.74, 0.9))  # cover and line: less of the one needs more of the other
STRUCK_DARK = 0.18
HIGHEST, LOWEST = -0.15, 1.02  # of a strike, against head and foot of the small letters
MOST_BARE = 0.08  # of the name's length
MOST_SHORT, SHORT = 7.2, 0.3  # mm, and of the name's length
THROUGH = 0.38, 0.62  # so close to their middle comes a wide or doubled strike

MIDDLE = 0.06, 0.87  # of all lines that explain as much: of a thick pen beside the name some run through it
SPILL_COVER, SPILL_LINE, SPILL_DARK = 0.2, 0.1, 0.19  # pale specks at the letters' edges, in no line

SECOND_INK = 0.07
WRITING_AREA = 18.0  # mm²
WRITING_WIDE = 14.0  # mm
LEAST_BLACKNESS = 95.0
MOST_NOISE = 45.0
LEAST_DOTS = 4.2  # px a mm
LEAST_TICKS = 0.6


@dataclass(frozen=True, slots=True)
class Picture:
    """Of the whole sheet: what registration and light were like."""

    blackness: float
    noise: float
    dots_per_mm: float
    ticks: float
    missing: int
    hues_apart: float


def judged_boxes(
    numbers: Sequence[int], boxes: Sequence[tuple[BoxInk, BoxInk]], fits: Sequence[RowFit]
) -> tuple[RowReading, ...]:
    haze = float(np.percentile([box.haze for pair in boxes for box in pair], 25))
    marks = [box.area * box.dark for pair in boxes for box in pair if _is_marked(box)]
    usual = float(np.median(marks)) if marks else 0.0
    filled = float(np.median([box.filled for pair in boxes for box in pair if _is_marked(box)] or [1.0]))
    rows = []
    for number, (yes, no), fit in zip(numbers, boxes, fits, strict=True):
        doubts = [doubt for box in (yes, no) for doubt in _box_doubts(box, haze, usual, filled)]
        if fit.boxes is None or not _stands(fit.boxes, FRAME_SEEN) or not _stands(fit.name, NAME_SEEN):
            doubts.append(Doubt.REGISTRATION)
        mark = _MARKS[_is_marked(yes), _is_marked(no)]
        if mark is Mark.BOTH:
            doubts.append(Doubt.BOTH_BOXES)
        rows.append(
            RowReading(
                row=number,
                mark=Mark.ASK if doubts else mark,
                doubts=tuple(dict.fromkeys(doubts)),
                yes_score=_score(yes),
                no_score=_score(no),
            )
        )
    return tuple(rows)


_MARKS = {
    (True, False): Mark.YES,
    (False, True): Mark.NO,
    (False, False): Mark.NONE,
    (True, True): Mark.BOTH,
}


def _is_marked(box: BoxInk) -> bool:
    return box.area >= MARK_AREA and box.dark >= MARK_DARK and box.reach >= MARK_REACH


def _box_doubts(box: BoxInk, haze: float, usual: float, filled: float) -> list[Doubt]:
    if not _is_marked(box):
        is_blank = box.area <= BLANK_AREA and box.haze - haze <= BLANK_HAZE
        return [] if is_blank else [Doubt.FAINT]
    if _is_heavy(box.filled, filled):
        return [Doubt.HEAVY]
    return [Doubt.UNEVEN] if box.area * box.dark < UNEVEN * usual else []


def _is_heavy(filled: float, usual: float) -> bool:
    more = filled > HEAVY_FROM and filled > HEAVY_TIMES * usual
    return filled > BLACKENED or more or (filled > HEAVIER_FROM and filled > HEAVIER_TIMES * usual)


def _score(box: BoxInk) -> float:
    return round(min(1.0, box.area * box.dark / 4), 3)


def _stands(fit: Fit, least: float) -> bool:
    return fit.seen >= least and not fit.at_edge


def judged_strikes(
    numbers: Sequence[int], strikes: Sequence[Strike], fits: Sequence[RowFit]
) -> tuple[RowReading, ...]:
    darks = [strike.dark for strike in strikes if _is_struck(strike)]
    usual = float(np.median(darks)) if darks else 0.0
    rows = []
    for number, strike, fit in zip(numbers, strikes, fits, strict=True):
        doubts = _strike_doubts(strike, usual)
        if not _stands(fit.name, NAME_SEEN_STRIKE):
            doubts.append(Doubt.REGISTRATION)
        mark = Mark.NO if _is_struck(strike) else Mark.YES
        score = round(min(strike.cover, max(strike.line, 0.0)), 3)
        rows.append(RowReading(row=number, mark=Mark.ASK if doubts else mark, doubts=tuple(doubts), no_score=score))
    return tuple(rows)


def _is_struck(strike: Strike) -> bool:
    is_near = HIGHEST <= strike.low <= LOWEST or THROUGH[0] <= strike.nearest <= THROUGH[1]
    runs_through = is_near and MIDDLE[0] <= strike.middle <= MIDDLE[1]
    is_whole = any(strike.cover >= cover and strike.line >= line for cover, line in STRUCK)
    is_line = not strike.hollow and strike.bare <= MOST_BARE and strike.short <= min(MOST_SHORT, SHORT * strike.wide)
    return is_whole and runs_through and is_line and strike.dark >= STRUCK_DARK


def _strike_doubts(strike: Strike, usual: float) -> list[Doubt]:
    if _is_struck(strike):
        return [Doubt.UNEVEN] if strike.dark < UNEVEN * usual else []
    if (strike.cover <= CLEAN_COVER and strike.line <= CLEAN_LINE) or _is_spill(strike):
        return [] if strike.faint <= CLEAN_FAINT or _is_fold(strike) else [Doubt.FAINT]
    if strike.dark < STRUCK_DARK:
        return [] if _is_fold(strike) else [Doubt.FAINT]
    return [Doubt.HALF_STRIKE]


def _is_spill(strike: Strike) -> bool:
    return strike.cover <= SPILL_COVER and strike.line <= SPILL_LINE and strike.dark <= SPILL_DARK


def _is_fold(strike: Strike) -> bool:
    """Over the name no darker than in both margins."""
    return strike.fold >= LEAST_FOLD and strike.faint <= strike.fold + FOLD_MORE


def sheet_doubts(
    form: BallotForm, pages: int, rows: Sequence[RowReading], strays: Strays, picture: Picture
) -> tuple[Doubt, ...]:
    """What makes the whole sheet a matter for people."""
    found = []
    if strays.count:
        wide = strays.area > WRITING_AREA or strays.widest > WRITING_WIDE
        found.append(Doubt.WRITING if wide else Doubt.INK_OUTSIDE)
    if picture.hues_apart > SECOND_INK:
        found.append(Doubt.SECOND_INK)
    if picture.missing:
        found.append(Doubt.COVERED)
    if picture.ticks < LEAST_TICKS:
        found.append(Doubt.REGISTRATION)
    if picture.blackness < LEAST_BLACKNESS or picture.noise > MOST_NOISE or picture.dots_per_mm < LEAST_DOTS:
        found.append(Doubt.POOR_PICTURE)
    return (*found, *_count_doubts(form, pages, rows))


def _count_doubts(form: BallotForm, pages: int, rows: Sequence[RowReading]) -> list[Doubt]:
    """More votes than seats, or none: what the regulation calls invalid is concluded by people (Art. 8)."""
    yes = sum(row.mark is Mark.YES for row in rows)
    if yes > form.seats:
        return [Doubt.TOO_MANY]
    if pages > 1 or yes or any(row.mark is Mark.ASK for row in rows):
        return []
    single = form.kind is BallotKind.COLUMNS and len(form.names) == 1
    return [] if single and rows[0].mark is Mark.NO else [Doubt.NO_VOTE]
