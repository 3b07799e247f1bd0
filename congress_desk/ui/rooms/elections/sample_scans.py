"""Scanning as the samples show it: a watched folder, and a table under a camera with a really printed ballot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from congress_desk.domain.ballot_forms import Doubt, NotRead, SheetStatus
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.resources import resource
from congress_desk.services.ports.ballots import OnTable, TableSeen
from congress_desk.services.ports.camera import PictureSeen
from congress_desk.services.scan_folder import FolderLook
from congress_desk.ui.rooms.elections.scan_state import ScanSeen, SheetNote, TableWork, Watched

SIZE = (960, 540)
SHEET = (300, 12, 660, 521)  # left, top, right, bottom

SEEN = ScanSeen(
    read=237,
    asked=3,
    refused=1,
    again=12,
    seconds=14.2,
    notes=(
        SheetNote(file="phieu-0104.jpg", codes=(NotRead.OTHER_FORM.value,), refused=True),
        SheetNote(file="phieu-0044.jpg", codes=(Doubt.WRITING.value, Doubt.INK_OUTSIDE.value)),
        SheetNote(file="xap-1.pdf", page=17, codes=(Doubt.FAINT.value,)),
        SheetNote(file="xap-1.pdf", page=5, codes=(Doubt.HALF_STRIKE.value,)),
    ),
)
FOLDER = Path("/srv/may-quet/bau-cu-vong-1")
WATCHED = Watched(folder=FOLDER, on=True, looked=FolderLook(read=38, writing=("xap-3.pdf",), copies=("ban-sao.jpg",)))
BROKEN = replace(WATCHED, looked=FolderLook(read=38, broken=("phieu-0051.jpg", "xap-2.pdf")))
HOLDING = replace(WATCHED, looked=FolderLook(read=36, held=("phieu-0039.jpg", "phieu-0040.jpg")))
AWAY = replace(WATCHED, away=True)
RESTING = replace(WATCHED, on=False, looked=FolderLook(read=38))


def _table(on_table: OnTable) -> TableSeen:
    from PIL import Image

    left, top, right, bottom = SHEET
    with Image.open(resource("sample", "ballot.jpg")) as raw:
        sheet = raw.convert("RGB").resize((right - left, bottom - top))
    frame = Image.new("RGB", SIZE, (104, 98, 92))
    if on_table is not OnTable.NOTHING:
        frame.paste(sheet, (left, top))
    around = ((left, top), (right, top), (right, bottom), (left, bottom))
    outline = () if on_table is OnTable.NOTHING else tuple((float(x), float(y)) for x, y in around)
    picture = PictureSeen(width=SIZE[0], height=SIZE[1], rgb=frame.tobytes())
    return TableSeen(picture=picture, on_table=on_table, outline=outline)


STARTING = TableWork(source="0", batch="2")
_WORK = replace(
    STARTING,
    taken=43,
    read=40,
    asked=2,
    refused=1,
    waiting=18,
    last=SheetNote(page=43),
    last_status=SheetStatus.READ,
    notes=(
        SheetNote(page=31, codes=(NotRead.OTHER_FORM.value,), refused=True),
        SheetNote(page=12, codes=(Doubt.HALF_STRIKE.value,)),
        SheetNote(page=4, codes=(Doubt.FAINT.value,)),
    ),
)


def _lying(on_table: OnTable, why: NotRead | None = None) -> TableWork:
    return replace(_WORK, on_table=on_table, why=why, frame=_table(on_table))


def _last(status: SheetStatus, code: str) -> TableWork:
    note = SheetNote(page=43, codes=(code,), refused=status is SheetStatus.REFUSED)
    return replace(_lying(OnTable.TAKEN), last=note, last_status=status, notes=(note, *_WORK.notes))


NOTHING_THERE = _lying(OnTable.NOTHING)
MOVING = _lying(OnTable.MOVING)
TAKEN = _lying(OnTable.TAKEN)
ASKED = _last(SheetStatus.ASK, Doubt.HALF_STRIKE.value)
NO_BALLOT = _last(SheetStatus.REFUSED, NotRead.OTHER_FORM.value)
SAME = _lying(OnTable.SAME)
UNREADABLE = _lying(OnTable.NOT_READ, NotRead.UNREADABLE)
LOST = replace(_WORK, problem=Problem.CAMERA_LOST)
DISK_FULL = replace(_lying(OnTable.TAKEN), error=Trouble(Problem.DISK_FULL, path="/srv"))
