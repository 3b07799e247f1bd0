"""Presentations and the floor as the journal's events leave them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from congress_desk.domain import speech_timer
from congress_desk.domain.agenda import ItemId
from congress_desk.domain.delegates import DelegateId, Gender
from congress_desk.domain.documents import DocumentId
from congress_desk.domain.event_order import standing
from congress_desk.domain.journal import Event, EventId, Kind
from congress_desk.domain.speech_timer import Timer
from congress_desk.domain.speeches import (
    FLOOR_MINUTES,
    Draft,
    Entry,
    FloorRequest,
    RequestId,
    RequestKind,
    RequestState,
    Speech,
    Speeches,
    SpeechId,
    SpeechState,
    Text,
)

SPEECH_KINDS = (
    Kind.SPEECH_PUT,
    Kind.SPEECH_TEXT_GIVEN,
    Kind.SPEECH_MOVED,
    Kind.SPEECH_APPROVED,
    Kind.SPEECH_CALLED,
    Kind.SPEECH_HANDED_IN,
    Kind.SPEECH_WITHDRAWN,
    Kind.FLOOR_ASKED,
    Kind.FLOOR_WITHDRAWN,
    Kind.TURN_STARTED,
    Kind.TURN_PAUSED,
    Kind.TURN_RESUMED,
    Kind.TURN_EXTENDED,
    Kind.TURN_ENDED,
    Kind.GIST_WRITTEN,
    Kind.PROGRAMME_VOIDED,
)
VOIDABLE = frozenset(SPEECH_KINDS) - {Kind.PROGRAMME_VOIDED, Kind.GIST_WRITTEN}


@dataclass(slots=True)
class _Draft:
    speeches: dict[str, Speech] = field(default_factory=dict)
    requests: dict[str, FloorRequest] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)


def fold_speeches(events: Iterable[Event]) -> Speeches:
    draft = _Draft()
    acts: list[EventId] = []
    for event in standing(events, Kind.PROGRAMME_VOIDED):
        step = _STEPS.get(event.kind)
        if step is not None:
            step(draft, event)
            if event.kind in VOIDABLE:
                acts.append(event.id)
    return Speeches(
        speeches=_with_numbers([draft.speeches[one] for one in draft.order]),
        requests=tuple(draft.requests.values()),
        acts=tuple(reversed(acts)),
    )


def entry_body(entry: Entry) -> dict[str, Any]:
    return {
        "topic": entry.topic,
        "speaker": entry.speaker,
        "delegation": entry.delegation,
        "gender": entry.gender.value,
        "group": entry.group,
        "draft": entry.draft.value,
        "document": entry.document,
        "item": entry.item,
        "minutes": entry.minutes,
    }


def _with_numbers(speeches: list[Speech]) -> tuple[Speech, ...]:
    count = 0
    found = []
    for speech in speeches:
        stands = speech.state is not SpeechState.WITHDRAWN
        count += stands
        found.append(replace(speech, number=count if stands else 0))
    return tuple(found)


def _speech_put(draft: _Draft, event: Event) -> None:
    """Registered, or corrected; time granted beside stays granted."""
    identity = SpeechId(event.body["speech"])
    entry = _entry(event)
    allowed = dt.timedelta(minutes=entry.minutes)
    old = draft.speeches.get(identity)
    if old is not None:
        timer = replace(old.timer, allowed=max(allowed + old.timer.extended, speech_timer.NO_TIME))
        draft.speeches[identity] = replace(old, entry=entry, timer=timer)
        return
    draft.speeches[identity] = Speech(
        id=identity,
        entry=entry,
        registered_at=event.happened_at,
        by_portal=bool(event.body.get("by_portal")),
        timer=Timer(allowed=allowed),
    )
    draft.order.append(identity)


def _entry(event: Event) -> Entry:
    body = event.body
    document, item = body.get("document"), body.get("item")
    gender = body.get("gender", "")
    return Entry(
        topic=body["topic"],
        delegate=DelegateId(event.delegate) if event.delegate else None,
        speaker=body["speaker"],
        delegation=body.get("delegation", ""),
        gender=Gender(gender) if gender in frozenset(Gender) else Gender.UNKNOWN,
        group=body.get("group", ""),
        draft=Draft.UPPER if body.get("draft") == Draft.UPPER else Draft.OWN,
        document=DocumentId(document) if document else None,
        item=ItemId(item) if item else None,
        minutes=body["minutes"],
    )


def _text_given(draft: _Draft, event: Event) -> None:
    old = draft.speeches.get(event.body["speech"])
    if old is not None:
        text = Text(
            sha256=event.body["sha256"],
            name=event.body["name"],
            size=event.body["size"],
            given_at=event.happened_at,
            by_portal=bool(event.body.get("by_portal")),
        )
        draft.speeches[old.id] = replace(old, text=text)


def _moved(draft: _Draft, event: Event) -> None:
    """After another one, or first (after ""); after one that is not there, last."""
    speech, after = event.body["speech"], event.body["after"]
    if speech not in draft.order or speech == after:
        return
    draft.order.remove(speech)
    there = after in draft.order
    place = draft.order.index(after) + 1 if there else len(draft.order)
    draft.order.insert(place if after else 0, speech)


def _to(state: SpeechState) -> Callable[[_Draft, Event], None]:
    def step(draft: _Draft, event: Event) -> None:
        old = draft.speeches.get(event.body["speech"])
        if old is not None and old.state is not SpeechState.DELIVERED:
            draft.speeches[old.id] = replace(old, state=state)

    return step


def _asked(draft: _Draft, event: Event) -> None:
    body = event.body
    identity = RequestId(body["request"])
    point = body.get("kind") == RequestKind.POINT_OF_ORDER
    draft.requests.setdefault(
        identity,
        FloorRequest(
            id=identity,
            kind=RequestKind.POINT_OF_ORDER if point else RequestKind.FLOOR,
            delegate=DelegateId(event.delegate) if event.delegate else None,
            speaker=body["speaker"],
            delegation=body.get("delegation", ""),
            subject=body.get("subject", ""),
            asked_at=event.happened_at,
            timer=Timer(allowed=dt.timedelta(minutes=body.get("minutes", FLOOR_MINUTES))),
        ),
    )


def _request_withdrawn(draft: _Draft, event: Event) -> None:
    old = draft.requests.get(event.body["request"])
    if old is not None and old.state is RequestState.WAITING:
        draft.requests[old.id] = replace(old, state=RequestState.WITHDRAWN)


def _timed(draft: _Draft, event: Event) -> None:
    turn = event.body["turn"]
    if turn in draft.speeches:
        speech = draft.speeches[turn]
        timer = _timer_after(speech.timer, event)
        draft.speeches[turn] = replace(speech, timer=timer, state=_speech_state(speech, timer))
    elif turn in draft.requests:
        request = draft.requests[turn]
        timer = _timer_after(request.timer, event)
        draft.requests[turn] = replace(request, timer=timer, state=_request_state(request, timer))


def _timer_after(timer: Timer, event: Event) -> Timer:
    at = event.happened_at
    if event.kind is Kind.TURN_STARTED:
        return speech_timer.started(timer, at)
    if event.kind is Kind.TURN_PAUSED:
        return speech_timer.paused(timer, at)
    if event.kind is Kind.TURN_RESUMED:
        return speech_timer.resumed(timer, at)
    if event.kind is Kind.TURN_EXTENDED:
        return speech_timer.extended(timer, dt.timedelta(seconds=event.body["seconds"]))
    return speech_timer.ended(timer, at)


def _speech_state(speech: Speech, timer: Timer) -> SpeechState:
    if timer.started is None:
        return speech.state
    return SpeechState.DELIVERED if timer.ended is not None else SpeechState.SPEAKING


def _request_state(request: FloorRequest, timer: Timer) -> RequestState:
    if timer.started is None:
        return request.state
    return RequestState.SPEAKING if timer.ended is None else RequestState.SPOKE


def _gist(draft: _Draft, event: Event) -> None:
    turn = event.body.get("turn", "")
    if turn in draft.speeches:
        draft.speeches[turn] = replace(draft.speeches[turn], gist=event.body["text"])
    elif turn in draft.requests:
        draft.requests[turn] = replace(draft.requests[turn], gist=event.body["text"])


_STEPS: Mapping[Kind, Callable[[_Draft, Event], None]] = {
    Kind.SPEECH_PUT: _speech_put,
    Kind.SPEECH_TEXT_GIVEN: _text_given,
    Kind.SPEECH_MOVED: _moved,
    Kind.SPEECH_APPROVED: _to(SpeechState.APPROVED),
    Kind.SPEECH_CALLED: _to(SpeechState.CALLED),
    Kind.SPEECH_HANDED_IN: _to(SpeechState.HANDED_IN),
    Kind.SPEECH_WITHDRAWN: _to(SpeechState.WITHDRAWN),
    Kind.FLOOR_ASKED: _asked,
    Kind.FLOOR_WITHDRAWN: _request_withdrawn,
    Kind.TURN_STARTED: _timed,
    Kind.TURN_PAUSED: _timed,
    Kind.TURN_RESUMED: _timed,
    Kind.TURN_EXTENDED: _timed,
    Kind.TURN_ENDED: _timed,
    Kind.GIST_WRITTEN: _gist,
}
