"""The agenda room's codes as sentences and short words: notices, hours, lengths, lateness."""

from __future__ import annotations

import datetime as dt
import math
from zoneinfo import ZoneInfo

from congress_desk.domain.agenda import Sitting
from congress_desk.domain.agenda_times import Timed
from congress_desk.plumbing.texts import Words, marked
from congress_desk.ui.rooms.agenda.state import Fact, Follow
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.people_words import isolated

FACTS = {
    Fact.TAKEN_IN: marked("The programme was taken in: {count} items."),
    Fact.ANNOUNCED: marked("The times expected now were announced. The planned ones stay beside them."),
    Fact.TAKEN_BACK: marked("The last act was taken back. It stays in the journal."),
    Fact.REMOVED: marked("It was removed from the programme."),
    Fact.APPROVED: marked("Presentations approved: {count}."),
    Fact.TEXT_GIVEN: marked("The text of {name} was kept."),
    Fact.PRINTED: marked("Sent to the printer {printer}."),
    Fact.SAVED: marked("Saved: {path}"),
    Fact.GIST_KEPT: marked("The minutes were kept."),
    Fact.RULES: marked("The rules of presentations were changed."),
}
FOLLOWS = {
    Follow.TAKE_BACK_AGENDA: marked("Take it back"),
    Follow.TAKE_BACK_SPEECHES: marked("Take it back"),
    Follow.RETRY: marked("Try again"),
}
WRONG = {
    "item_content": marked("Write what happens, in up to 1,000 letters."),
    "by_whom": marked("Write this more shortly."),
    "minutes": marked("Write the length in minutes, up to 24 hours."),
    "sitting_name": marked("Write a name, such as Morning, in up to 200 letters."),
    "topic": marked("Write the topic, in up to 500 letters."),
    "speaker": marked("Write who speaks."),
    "topic_group": marked("Write this more shortly."),
    "speech_minutes": marked("From 1 to 180 minutes."),
}


def clock(moment: dt.datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%H:%M}"


def day(moment: dt.datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%d/%m/%Y}"


def span(timed: Timed, zone: ZoneInfo, say: Words) -> str:
    """08:00 - 08:30, as it happened or is to be expected."""
    return isolated(f"{clock(timed.starts, zone)} - {clock(timed.ends, zone)}", say)


def band(sitting: Sitting, zone: ZoneInfo, say: Words) -> str:
    """The heading of a half-day: its name, day and start."""
    parts = [sitting.name, isolated(f"{day(sitting.starts, zone)} {clock(sitting.starts, zone)}", say)]
    return " · ".join(parts + ([say("kept in reserve")] if sitting.reserve else []))


def stretch(length: dt.timedelta) -> str:
    """07:32, or 1:07:32; a minus sign where it is below nought."""
    whole = int(abs(length).total_seconds())
    hours, minutes, seconds = whole // 3600, whole // 60 % 60, whole % 60
    shown = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"
    return f"\N{MINUS SIGN}{shown}" if length < dt.timedelta(0) and whole else shown


def whole_seconds_left(left: dt.timedelta) -> dt.timedelta:
    """As the wall counts down: a second that has begun is still there."""
    return left if left < dt.timedelta(0) else dt.timedelta(seconds=math.ceil(left.total_seconds()))


def lateness(late: dt.timedelta, say: Words) -> tuple[Tone, str]:
    """By how much what comes next is later or earlier than planned."""
    minutes = int(late.total_seconds() / 60)
    if minutes > 0:
        return Tone.ASK, say("{count} min late", count=minutes)
    if minutes < 0:
        return Tone.CALM, say("{count} min early", count=-minutes)
    return Tone.OK, say("On time")
