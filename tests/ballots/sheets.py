"""Whole sheets from a number: the same number is the same voter, the same pen, the same scanner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from congress_desk.devices.opencv import opencv
from congress_desk.domain.ballot_forms import BallotForm, BallotKind, BallotPaper
from congress_desk.domain.ballot_layout import Box, layout_of
from congress_desk.reports.ballots import PdfBallots
from congress_desk.services.ports.ballots import PrintedForm
from tests.ballots import pens, voters
from tests.ballots.pens import DRAWN, Page
from tests.ballots.scans import Profile, Shot, shot_of
from tests.ballots.voters import Names, Paper, Truth

_FAMILY = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý"
_MIDDLE = "Văn|Thị|Thị Phương|Đức|Hữu|Minh|Quốc|Thị Ngọc|Xuân|Công"
_GIVEN = "An|Bình|Chương|Dũng|Đạt|Giang|Hạnh|Hưng|Khánh|Lan|Linh|Mai|Nam|Nghĩa|Oanh|Phúc|Quỳnh|Sơn|Thảo|Tuấn"
_POINTS_PER_MM = 72 / 25.4
_FINER = 3  # times: a printer puts letters more finely than a page picture's px


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A filled-in page, its truth, and its picture."""

    shot: Shot
    truth: Truth
    page: Page


def a_form(
    kind: BallotKind, count: int = 25, *, paper: BallotPaper = BallotPaper.A4, seats: int = 0, election: str = "E1"
) -> BallotForm:
    lot = np.random.default_rng(count)
    parts = [part.split("|") for part in (_FAMILY, _MIDDLE, _GIVEN)]
    names = tuple(" ".join(pens.pick(lot, part) for part in parts) for _ in range(count))
    usual = max(1, count * 4 // 5) if kind is BallotKind.STRIKE else count
    return BallotForm(
        election=election,
        round=1,
        kind=kind,
        title="Ban Chấp hành Đảng bộ tỉnh Thái Nguyên khóa I, nhiệm kỳ 2025 - 2030",
        organ="Đại hội đại biểu Đảng bộ tỉnh Thái Nguyên lần thứ I",
        seats=seats or usual,
        names=names,
        paper=paper,
    )


@lru_cache(maxsize=32)
def printed(form: BallotForm) -> PrintedForm:
    return PrintedForm(form=form, pdf=PdfBallots().pdf(form, 1))


@lru_cache(maxsize=32)
def empty_page(form: BallotForm, page: int = 0) -> Page:
    """DRAWN px a mm, blue-green-red; not to be changed."""
    import pypdfium2

    cv2 = opencv()
    document = pypdfium2.PdfDocument(printed(form).pdf)
    drawn = document[page].render(scale=_FINER * DRAWN / _POINTS_PER_MM).to_numpy()[:, :, :3].copy()
    document.close()
    layout = layout_of(form, page)
    size = round(layout.width * DRAWN), round(layout.height * DRAWN)
    return cv2.resize(drawn, size, interpolation=cv2.INTER_AREA)  # type: ignore[no-any-return]


@lru_cache(maxsize=32)
def name_boxes(form: BallotForm, page: int = 0) -> Names:
    """Where the letters of each name stand, mm, without tones above and tails below."""
    cv2 = opencv()
    grey = cv2.cvtColor(empty_page(form, page), cv2.COLOR_BGR2GRAY)
    found = {}
    for row in layout_of(form, page).rows:
        cell = row.name.grown(-0.9)
        part = grey[
            round(cell.y * DRAWN) : round(cell.bottom * DRAWN), round(cell.x * DRAWN) : round(cell.right * DRAWN)
        ]
        dark = part < 128
        columns, lines = np.flatnonzero(dark.any(axis=0)), dark.sum(axis=1)
        core = np.flatnonzero(lines > 0.45 * np.sort(lines)[-8:].mean())
        top, bottom = cell.y + core[0] / DRAWN, cell.y + core[-1] / DRAWN
        left, right = cell.x + columns[0] / DRAWN, cell.x + columns[-1] / DRAWN
        found[row.row] = Box(float(left), float(top), float(right - left), float(bottom - top))
    return found


def filled_in(form: BallotForm, seed: int, *, spoiled: bool = False, page: int = 0) -> tuple[Page, Truth]:
    lot = np.random.default_rng([seed, 1])
    truth = Truth()
    pen = pens.taken_up(pens.pick(lot, pens.NATURAL), lot)
    empty, layout = empty_page(form, page), layout_of(form, page)
    paper = Paper(empty.copy(), layout, name_boxes(form, page), pen, lot, truth, empty)
    _seal(paper)
    is_strike = form.kind is BallotKind.STRIKE
    (voters.strike_voter if is_strike else voters.columns_voter)(paper, seats=form.seats)
    if spoiled:
        ways = voters.SPOILED_STRIKES if is_strike else voters.SPOILED_COLUMNS
        way = ways[seed % len(ways)]
        truth.spoiled = way.__name__
        way(paper)
    return paper.page, truth


def a_sheet(form: BallotForm, seed: int, profile: Profile, *, spoiled: bool = False, page: int = 0) -> Sheet:
    drawn, truth = filled_in(form, seed, spoiled=spoiled, page=page)
    shot = shot_of(drawn, profile, np.random.default_rng([seed, 2]))
    return Sheet(shot, truth, drawn)


def _seal(paper: Paper) -> None:
    """The red stamp of the convening committee, where it belongs, more or less."""
    lot, seal = paper.lot, paper.layout.seal
    stamp = replace(pens.RED, width=(0.5, 0.8), cover=(0.5, 0.8))
    x, y = seal.middle
    middle = x + float(lot.normal(0, 1)), y + float(lot.normal(0, 1))
    for size in (0.92, 0.62):
        pens.circle(paper.page, stamp, middle, (seal.width * size, seal.width * size), lot)
