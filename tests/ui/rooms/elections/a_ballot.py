"""A really printed ballot of a round, marked by a pen and scanned: one name struck through, half of another."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from congress_desk.domain.elections import Round
from tests.ballots import pens
from tests.ballots.scans import A_SCANNER, shot_of
from tests.ballots.sheets import empty_page, name_boxes
from tests.builders import Hall


def scanned(hall: Hall, one: Round, folder: Path, *, whole: int, half: int) -> Path:
    """whole, half: places of the names from 0."""
    form = hall.voting.ballots.form(one.id)
    lot = np.random.default_rng(7)
    page, boxes = empty_page(form).copy(), name_boxes(form)
    pen = pens.taken_up(pens.BLUE, lot)
    for place, begins, ends in ((whole, -0.06, 1.08), (half, 0.0, 0.45)):
        box = boxes[place]
        y = box.y + box.height / 2
        pens.stroke(page, pen, pens.path((box.x + begins * box.width, y), (box.x + ends * box.width, y)), lot)
    folder.mkdir(exist_ok=True)
    path = folder / f"scan-{whole}-{half}.jpg"
    path.write_bytes(shot_of(page, A_SCANNER, lot).jpeg)
    return path
