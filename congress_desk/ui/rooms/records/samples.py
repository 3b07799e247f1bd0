"""Named states of the room, for the gallery, the tests and the README's pictures."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session
from congress_desk.domain.journal import SessionId
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.ports.printer import PagePicture
from congress_desk.services.ports.sealing import TokenFound
from congress_desk.ui.rooms.records.samples_pages import (
    BROKEN,
    CLOSING,
    CREDENTIALS,
    FILE,
    GOOD,
    MADE,
    REFUSED,
    SEALS,
    UNKNOWN,
)
from congress_desk.ui.rooms.records.state import Fact, Named, Page, Paper, RecordsState, Stand, Told, Whose
from congress_desk.ui.rooms.records.state_closing import TablePart
from congress_desk.ui.rooms.records.state_seals import KeyKind, SealsState
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
PRINTED = replace(SHOWN, told=Told(number=1, fact=Fact.PRINTED, places={"printer": "HP LaserJet P2035"}))

ROUND = Named(id="r1", title="Bầu Ban Chấp hành Đảng bộ tỉnh", number=1)
NO_ROUND = replace(SHOWN, form=Form.COUNT_RECORD, paper=Paper(stand=Stand.NO_ROUND))
NOT_SEALED = replace(
    SHOWN,
    form=Form.HAND_OVER,
    rounds=(ROUND,),
    round="r1",
    paper=Paper(stand=Stand.FAILED, error=Refusal(Reason.ROUND_NOT_SEALED, title=ROUND.title)),
)
COUNT = replace(SHOWN, form=Form.COUNT_RECORD, rounds=(ROUND,), round="r1")
VOTE = replace(
    SHOWN, form=Form.VOTE_RECORD, votes=(Named(id="v1", title="Thông qua chương trình đại hội", number=1),)
)
SEATING = replace(SHOWN, form=Form.SEATING, looks={"plan": "opening"})
CREDENTIALS_PAPER = replace(SHOWN, form=Form.CREDENTIALS)
NO_DOCUMENT = replace(SHOWN, form=Form.OPINIONS, paper=Paper(stand=Stand.NO_DOCUMENT))
PACK = replace(SHOWN, page=Page.PACK)
PACKING = replace(PACK, packing=(7, 21))
PACKED = replace(PACK, packed=MADE)
WORDS = replace(SHOWN, page=Page.CREDENTIALS, credentials=CREDENTIALS)
FIGURE_REFUSED = replace(WORDS, credentials=REFUSED)
RULES = replace(WORDS, credentials=replace(CREDENTIALS, edits_rules=True))
RULE_REFUSED = replace(WORDS, credentials=replace(CREDENTIALS, edits_rules=True, wrong_rule="brackets"))
CLOSING_WORDS = replace(SHOWN, page=Page.CLOSING, closing=CLOSING)
TARGETS = replace(CLOSING_WORDS, closing=replace(CLOSING, part=TablePart.TARGETS))
TASK_REFUSED = replace(CLOSING_WORDS, closing=replace(CLOSING, part=TablePart.TASKS, wrong_row=2))
NOTHING_SEALED = replace(SHOWN, page=Page.SEALS, seals=SealsState(seals=()))
SEALED = replace(SHOWN, page=Page.SEALS, seals=SealsState(seals=SEALS))
SIGNED = replace(SEALED, seals=SealsState(seals=SEALS, file=FILE, found=GOOD, key=Path("nguyen-thuy-phuong.p12")))
TOKEN = replace(
    SEALED,
    seals=SealsState(
        seals=SEALS,
        file=FILE,
        found=GOOD,
        kind=KeyKind.TOKEN,
        token_library=Path("libtoken.so"),
        tokens=(TokenFound(label="VGCA Token", keys=("Nguyễn Thuỳ Phượng",)),),
        token="VGCA Token",
        token_key="Nguyễn Thuỳ Phượng",
        time_stamp="http://tsa.ca.gov.vn",
    ),
)
NO_TOKEN = replace(TOKEN, seals=replace(TOKEN.seals, tokens=(), token="", token_key=""))
CHANGED = replace(SEALED, seals=SealsState(seals=SEALS, file=FILE, found=BROKEN))
UNKNOWN_FILE = replace(SEALED, seals=SealsState(seals=SEALS, file=FILE, found=UNKNOWN))

SAMPLES = {name: value for name, value in list(globals().items()) if isinstance(value, RecordsState)}
