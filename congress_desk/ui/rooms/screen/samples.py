"""Named states of the room, for the gallery, the tests and the README's pictures."""

from __future__ import annotations

from dataclasses import replace

from congress_desk.domain.cues import Cue, CueFault, CueId, Looked
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.domain.stage import Choice, FaceKind
from congress_desk.services.ports.stage import Item
from congress_desk.ui.rooms.screen.state import DisplayShown, Fact, ScreenState, Told
from congress_desk.ui.sample_people import portrait
from congress_desk.ui.stage.samples import FACES, MORNING, TITLE, VOTE, ZONE
from congress_desk.ui.stage.shown import Shown


def _shown(name: str, picture: bytes | None = None) -> Shown:
    return Shown(face=FACES[name], title=TITLE, zone=ZONE, picture=picture)


def _cue(number: int, title: str, seconds: float, *, fault: CueFault | None = None, sound: bool = True) -> Cue:
    looked = Looked(moving=seconds > 0, seconds=seconds, width=1920, height=1080, sound=sound, fault=fault)
    name = CueId(str(number))
    return Cue(id=name, item="5", title=title, file="f", still="s", looked=looked, checked_at=MORNING, place=number)


CUES = (
    _cue(1, "Thái Sơn: năm năm nhìn lại", 402),
    _cue(2, "Phóng sự nông thôn mới", 187, fault=CueFault.CUT),
    _cue(3, "Ảnh: cầu Bến Tượng", 0),
    _cue(4, "Nhạc nền lễ khai mạc", 95, sound=False),
)
ITEMS = (Item(id="5", number="5", title="Trình bày Báo cáo chính trị của Ban Chấp hành Đảng bộ tỉnh"),)
DISPLAYS = (
    DisplayShown(name="eDP-1", width=1366, height=768),
    DisplayShown(name="HDMI-1", width=1920, height=1080),
)
ON_AIR = ScreenState(
    air=_shown("AGENDA"),
    air_kind=FaceKind.AGENDA,
    next_choice=Choice(kind=FaceKind.SPEAKER),
    next=_shown("SPEAKER_READY"),
    displays=DISPLAYS,
    display="HDMI-1",
    documents=(("1", "Dự thảo Báo cáo chính trị"),),
    results=(VOTE,),
    items=ITEMS,
    item="5",
    cues=CUES,
    zone=ZONE,
)
EMPTY = ScreenState(zone=ZONE, air=_shown("TITLE"), displays=DISPLAYS[:1])
BLACKED = replace(ON_AIR, air=_shown("BLACK"), black=True)
CLIP = replace(
    ON_AIR,
    air=_shown("CLIP", portrait(2)),
    air_kind=FaceKind.CLIP,
    next=_shown("TITLE"),
    told=Told(number=1, fact=Fact.CLIP_FAILED, places={"title": "Thái Sơn: năm năm nhìn lại"}),
)
STRIP = replace(ON_AIR, displays=(DisplayShown(name="LED", width=1536, height=192),), display="LED")
SMALL_LETTERS = replace(ON_AIR, next=replace(_shown("AGENDA_LONG"), least=0.1))
COPYING = replace(ON_AIR, busy=True, next=None, next_choice=None)
REFUSED = replace(ON_AIR, told=Told(number=1, error=Trouble(Problem.NOT_A_CLIP, path="/media/usb/ghi-chu.mp4")))
LINK = replace(
    ON_AIR, told=Told(number=1, fact=Fact.LINK_MADE, places={"address": "http://192.168.1.10:8765/q/4fT0aXw3kQ9"})
)

SAMPLES = {name: value for name, value in list(globals().items()) if isinstance(value, ScreenState)}
