"""Named states of the room, for the gallery, the tests and the README's pictures."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

from congress_desk.domain.agenda import Agenda, Content, Item, ItemId, ItemKind, Sitting, SittingId
from congress_desk.domain.agenda_plan import AgendaPlan, Doubt, DoubtKind, PlannedItem, PlannedSitting
from congress_desk.domain.agenda_times import now_and_next, timeline
from congress_desk.domain.delegates import Gender
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.speech_figures import balance, figures
from congress_desk.domain.speech_timer import Timer
from congress_desk.domain.speeches import (
    Entry,
    FloorRequest,
    RequestId,
    RequestKind,
    Speech,
    Speeches,
    SpeechId,
    SpeechState,
)
from congress_desk.ui.rooms.agenda.state import AgendaState, Fact, Follow, Form, Note, Page, Told
from congress_desk.ui.sample_people import PEOPLE

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
DAY = dt.date(2025, 9, 22)
MORNING = dt.datetime(2025, 9, 22, 7, 30, tzinfo=ZONE)
NOW = MORNING + dt.timedelta(hours=1, minutes=52)
BEGUN = NOW - dt.timedelta(minutes=7, seconds=12)

LINES = (
    ("Chào cờ, Quốc ca; tuyên bố lý do, giới thiệu đại biểu", "Ban Tổ chức", ItemKind.CEREMONY, 15),
    ("Báo cáo kết quả phiên trù bị", "Đoàn Chủ tịch", ItemKind.REPORT, 10),
    ("Diễn văn khai mạc", "Đoàn Chủ tịch", ItemKind.CEREMONY, 20),
    ("Báo cáo thẩm tra tư cách đại biểu và biểu quyết", "Ban Thẩm tra tư cách đại biểu", ItemKind.CREDENTIALS, 20),
    ("Báo cáo chính trị", "Đoàn Chủ tịch", ItemKind.REPORT, 45),
    ("Giải lao", "", ItemKind.BREAK, 15),
    ("Tham luận tại đại hội", "Đại biểu các đoàn", ItemKind.PRESENTATIONS, 75),
)
AFTERNOON = (
    ("Thảo luận các dự thảo văn kiện trình Đại hội XIV của Đảng", "Các tổ thảo luận", ItemKind.DISCUSSION, 90),
    ("Thông qua nghị quyết đại hội", "Đoàn Thư ký", ItemKind.VOTE, 30),
    ("Bế mạc đại hội", "Đoàn Chủ tịch", ItemKind.CEREMONY, 20),
)


def _items(lines: tuple[tuple[str, str, ItemKind, int], ...], sitting: str, first: int) -> tuple[Item, ...]:
    items = []
    number = first
    for place, (content, by_whom, kind, minutes) in enumerate(lines):
        shown = "" if kind is ItemKind.BREAK else str(number)
        number += kind is not ItemKind.BREAK
        written = Content(content=content, by_whom=by_whom, kind=kind, minutes=minutes)
        items.append(Item(id=ItemId(f"{sitting}{place}"), sitting=SittingId(sitting), written=written, number=shown))
    return tuple(items)


def _begun(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Five are done, twelve minutes late by now; the break was left out, presentations run."""
    at, found = MORNING + dt.timedelta(minutes=8), []
    for place, item in enumerate(items):
        if place < 5:
            ends = at + dt.timedelta(minutes=item.minutes + (1 if place else 0))
            found.append(replace(item, started=at, ended=ends))
            at = ends
        elif item.kind is ItemKind.PRESENTATIONS:
            found.append(replace(item, started=NOW - dt.timedelta(minutes=18)))
        else:
            found.append(item)
    return tuple(found)


def _sitting(
    identity: str, name: str, starts: dt.datetime, items: tuple[Item, ...], *, reserve: bool = False
) -> Sitting:
    return Sitting(id=SittingId(identity), name=name, starts=starts, items=items, reserve=reserve)


AHEAD = Agenda(
    sittings=(
        _sitting("m", "Sáng - Phiên khai mạc", MORNING, _items(LINES, "m", 1)),
        _sitting("a", "Chiều - Phiên thảo luận", MORNING.replace(hour=13, minute=30), _items(AFTERNOON, "a", 7)),
    )
)
RUNNING = replace(
    AHEAD, sittings=(replace(AHEAD.sittings[0], items=_begun(AHEAD.sittings[0].items)), AHEAD.sittings[1])
)

TOPICS = (
    ("Phát triển công nghiệp bán dẫn gắn với đào tạo nhân lực tại chỗ", "Kinh tế"),
    ("Nâng cao chất lượng sinh hoạt chi bộ ở nông thôn, miền núi", "Xây dựng Đảng"),
    ("Chuyển đổi số trong giải quyết thủ tục hành chính cho người dân", "Kinh tế"),
    ("Giữ rừng và trồng rừng gỗ lớn, độ che phủ 80 %", "Kinh tế"),
    ("Phát huy vai trò của phụ nữ trong cấp ủy", "Xây dựng Đảng"),
)
STATES = (
    SpeechState.DELIVERED,
    SpeechState.SPEAKING,
    SpeechState.CALLED,
    SpeechState.REGISTERED,
    SpeechState.HANDED_IN,
)


def _speech(place: int) -> Speech:
    person, (topic, group) = PEOPLE[place % len(PEOPLE)], TOPICS[place]
    ten = dt.timedelta(minutes=10)
    timers = {
        SpeechState.DELIVERED: Timer(
            allowed=ten, spoken=dt.timedelta(minutes=9), started=NOW - 2 * ten, ended=NOW - dt.timedelta(minutes=9)
        ),
        SpeechState.SPEAKING: Timer(allowed=ten, started=BEGUN, since=BEGUN),
    }
    entry = Entry(
        topic=topic,
        delegate=person.id,
        speaker=person.sheet.full_name,
        delegation=person.sheet.delegation,
        gender=Gender.FEMALE,
        group=group,
    )
    state = STATES[place]
    return Speech(
        id=SpeechId(f"s{place}"),
        entry=entry,
        number=place + 1,
        state=state,
        registered_at=MORNING,
        timer=timers.get(state, Timer(allowed=ten)),
    )


SPEECHES = Speeches(
    speeches=tuple(_speech(place) for place in range(len(TOPICS))),
    requests=(
        FloorRequest(
            id=RequestId("r1"),
            kind=RequestKind.POINT_OF_ORDER,
            speaker=PEOPLE[1].sheet.full_name,
            delegation=PEOPLE[1].sheet.delegation,
            asked_at=NOW,
            timer=Timer(allowed=dt.timedelta(minutes=3)),
        ),
    ),
)
QUIET = replace(
    SPEECHES, speeches=tuple(one for one in SPEECHES.speeches if one.state is not SpeechState.SPEAKING), requests=()
)


def _state(agenda: Agenda, speeches: Speeches = QUIET, now: dt.datetime = NOW) -> AgendaState:
    return AgendaState(
        agenda=agenda,
        times=timeline(agenda, now),
        now=now_and_next(agenda, now),
        speeches=speeches,
        figures=figures(speeches),
        balance=balance(speeches, now),
        people=PEOPLE,
        opens=DAY,
        at=now,
        zone=ZONE,
    )


NOTES = (
    *(
        Note(
            item=item,
            title=f"{item.number}. {item.content}",
            detail=item.by_whom,
            starts=item.started or MORNING,
            ends=item.ended,
            gist="Đại hội biểu quyết nhất trí thông qua báo cáo." if item.kind is ItemKind.CREDENTIALS else "",
        )
        for item in RUNNING.sittings[0].items
        if item.started
    ),
    Note(
        turn=SPEECHES.turns[0],
        title=SPEECHES.turns[0].speaker,
        detail=SPEECHES.turns[0].subject,
        starts=NOW - dt.timedelta(minutes=20),
        ends=NOW - dt.timedelta(minutes=9),
    ),
)

EMPTY = _state(Agenda(), Speeches(), MORNING)
PLANNED = _state(AHEAD, QUIET, MORNING - dt.timedelta(minutes=40))
ON = _state(RUNNING, SPEECHES)
SILENT = _state(RUNNING)
EDITING = replace(ON, form=Form.ITEM, item=ItemId("a1"))
REFUSED_FIELD = replace(ON, form=Form.ITEM, new=True, item=ItemId("a1"), wrong="item_content")
HALF_DAY = replace(PLANNED, form=Form.SITTING, new=True)
REGISTER = replace(ON, page=Page.SPEECHES, marked=(SpeechId("s3"),))
REGISTERING = replace(REGISTER, form=Form.SPEECH, new=True)
WITHDRAWING = replace(REGISTER, form=Form.WITHDRAW)
NO_SPEECH = replace(EMPTY, page=Page.SPEECHES)
HAND = replace(ON, form=Form.HAND)
MINUTES = replace(ON, page=Page.MINUTES, notes=NOTES, note=NOTES[3].key)
FIGURES = replace(ON, page=Page.FIGURES)
NO_MINUTES = replace(PLANNED, page=Page.MINUTES)
PLAN = replace(
    PLANNED,
    form=Form.PLAN,
    plan=AgendaPlan(
        called="chuong-trinh-dai-hoi.docx",
        instead_of=10,
        sittings=tuple(
            PlannedSitting(
                name=sitting.name,
                starts=sitting.starts.replace(tzinfo=None),
                items=tuple(
                    PlannedItem(written=t.item.written, starts=t.planned_start.replace(tzinfo=None), row=row)
                    for row, t in enumerate((t for t in PLANNED.times if t.sitting.id == sitting.id), 3)
                ),
            )
            for sitting in AHEAD.sittings
        ),
        doubts=(
            Doubt(kind=DoubtKind.NO_DAY),
            Doubt(kind=DoubtKind.OVERLAP, row=6),
            Doubt(kind=DoubtKind.LENGTH_GUESSED, row=8),
        ),
    ),
)
TOLD = replace(ON, told=Told(number=1, fact=Fact.REMOVED, follow=Follow.TAKE_BACK_AGENDA))
REFUSED = replace(
    ON, told=Told(number=1, error=Refusal(Reason.SOMEBODY_SPEAKS, name=SPEECHES.speeches[1].entry.speaker))
)

SAMPLES = {name: value for name, value in list(globals().items()) if isinstance(value, AgendaState)}
