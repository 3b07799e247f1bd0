"""Named states of the room, for the gallery, the tests and the README's pictures."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session
from congress_desk.domain.journal import SessionId
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.ports.printer import PagePicture
from congress_desk.ui.rooms.records.state import Fact, Paper, RecordsState, Stand, Told, Whose
from congress_desk.ui.sample_people import PEOPLE

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = dt.datetime(2025, 9, 22, 7, 30, tzinfo=ZONE)
OPENING = Session(
    id=SessionId("opening"), name="Phiên khai mạc", starts=MORNING, ends=MORNING.replace(hour=11, minute=30)
)
WIDTH, HEIGHT = 620, 877


def _page() -> PagePicture:
    """A sheet of paper with lines where text would be, so that no font and no PDF is needed."""
    white, grey = b"\xff\xff\xff", b"\xcc\xcc\xcc"
    rows = []
    for y in range(HEIGHT):
        in_line = 90 < y < HEIGHT - 120 and y % 26 < 9
        length = WIDTH - 160 if (y // 26) % 4 else WIDTH - 300
        rows.append(white * 80 + grey * length + white * (WIDTH - 80 - length) if in_line else white * WIDTH)
    return PagePicture(width=WIDTH, height=HEIGHT, rgb=b"".join(rows))


PAPER = Paper(stand=Stand.SHOWN, pdf=b"%PDF", pages=12, page=0, picture=_page())
SHOWN = RecordsState(
    sessions=(OPENING,),
    session=OPENING.id,
    people=PEOPLE,
    printers=("HP LaserJet P2035", "Canon LBP 2900"),
    paper=PAPER,
    zone=ZONE,
)
STALE = replace(SHOWN, paper=replace(PAPER, stale=True, page=3))
WORKING = replace(SHOWN, form=Form.ROLL, paper=Paper(stand=Stand.WORKING))
NO_SESSION = replace(SHOWN, sessions=(), session=None, paper=Paper(stand=Stand.NO_SESSION))
NO_PRINTER = replace(SHOWN, form=Form.DELEGATES, printers=())
CHOOSING = replace(
    SHOWN,
    form=Form.BADGES,
    whose=Whose.CHOSEN,
    chosen=tuple(person.id for person in PEOPLE[:2]),
    paper=Paper(stand=Stand.CHOOSING),
)
NOBODY_CHOSEN = replace(CHOOSING, chosen=(), paper=Paper(stand=Stand.NOBODY_CHOSEN))
ONE_DELEGATION = replace(SHOWN, form=Form.BADGES, whose=Whose.DELEGATION, delegation=PEOPLE[1].sheet.delegation)
FAILED = replace(SHOWN, form=Form.BADGES, paper=Paper(stand=Stand.FAILED, error=Refusal(Reason.NOBODY_TO_PRINT)))
PACKING = replace(SHOWN, packing=(7, 21))
PRINTED = replace(SHOWN, told=Told(number=1, fact=Fact.PRINTED, places={"printer": "HP LaserJet P2035"}))

SAMPLES = {name: value for name, value in list(globals().items()) if isinstance(value, RecordsState)}
