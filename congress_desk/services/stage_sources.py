"""What the programme tells the second screen: what is on now and next, and who is at the microphone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from congress_desk.domain.agenda_times import Timed, now_and_next, timeline
from congress_desk.domain.speeches import Speech, SpeechState, Turn, turn_of
from congress_desk.domain.stage import AgendaFace, AgendaLine, Result, SpeakerFace
from congress_desk.services.ports.stage import Item, StageSources
from congress_desk.services.programme import Programme

FOLLOWING = 6  # more than that stands on no wall


def programme_sources(programme: Programme, results: Callable[[], Sequence[Result]] = lambda: ()) -> StageSources:
    """results: of votes and elections, frozen ones only, the newest first."""
    return StageSources(
        agenda=lambda now: agenda_face(programme, now),
        speaker=lambda _now: speaker_face(programme),
        items=lambda: tuple(
            Item(id=item.id, title=item.content, number=item.number) for item in programme.agenda.agenda().items
        ),
        item_now=lambda now: _item_now(programme, now),
        results=results,
    )


def agenda_face(programme: Programme, now: dt.datetime) -> AgendaFace | None:
    """With times as they are to be expected by now; None where there is no programme, or it is over."""
    agenda = programme.agenda.agenda()
    found = now_and_next(agenda, now)
    shown = found.now or found.next
    if shown is None:
        return None
    times = timeline(agenda, now)
    following: Sequence[Timed] = ()
    if found.next is not None:
        place = next(place for place, one in enumerate(times) if one.item.id == found.next.item.id)
        following = [one for one in times[place : place + FOLLOWING] if one.sitting.day == found.next.sitting.day]
    return AgendaFace(
        session=shown.sitting.name,
        now=_line(found.now) if found.now else None,
        following=tuple(_line(one) for one in following),
    )


def speaker_face(programme: Programme) -> SpeakerFace | None:
    """Who is at the microphone, else who was called; None when nobody is, as after a withdrawal."""
    turn = programme.turns.at_microphone()
    if turn is None:
        turn = _called(programme.speeches.speeches().speeches)
    if turn is None:
        return None
    return SpeakerFace(
        name=turn.speaker,
        delegation=turn.delegation,
        topic=turn.subject,
        timer=turn.timer,
        warning_seconds=programme.speeches.rules().warning_seconds,
    )


def _called(speeches: Sequence[Speech]) -> Turn | None:
    called = [one for one in speeches if one.state is SpeechState.CALLED]
    return turn_of(called[0]) if called else None


def _item_now(programme: Programme, now: dt.datetime) -> str:
    found = now_and_next(programme.agenda.agenda(), now)
    shown = found.now or found.next
    return shown.item.id if shown else ""


def _line(timed: Timed) -> AgendaLine:
    item = timed.item
    return AgendaLine(content=item.content, starts=timed.starts, number=item.number, by_whom=item.by_whom)
