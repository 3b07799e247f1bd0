"""Programmes to begin with: a congress of two contents, and one of four (with the elections), domain.md 2.1.

Their words are put into the language that the secretariat chooses, once; from then on they are the office's own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.agenda import Content, ItemKind
from congress_desk.domain.agenda_plan import AgendaPlan, PlannedItem, PlannedSitting
from congress_desk.plumbing.texts import Words, marked


class Template(StrEnum):
    TWO_CONTENTS = "two-contents"  # political report, and discussion of the drafts of the upper level
    FOUR_CONTENTS = "four-contents"  # and the elections


TEMPLATE_NAMES: Mapping[Template, str] = {
    Template.TWO_CONTENTS: marked("Congress of two contents"),
    Template.FOUR_CONTENTS: marked("Congress of four contents, with elections"),
}


@dataclass(frozen=True, slots=True)
class _Line:
    content: str
    by_whom: str
    kind: ItemKind
    minutes: int


@dataclass(frozen=True, slots=True)
class _Band:
    """day: from 0, the first day."""

    day: int
    name: str
    starts: dt.time
    lines: Sequence[_Line]
    reserve: bool = False


_ORGANIZERS = marked("Organizing committee")
_CONVENING = marked("Convening committee")
_PRESIDIUM = marked("Presidium")
_SECRETARIAT = marked("Secretariat of the congress")
_CREDENTIALS = marked("Credentials committee")
_COUNTING = marked("Counting committee")
_DELEGATES = marked("Delegates")

_BREAK = _Line(marked("Break"), _ORGANIZERS, ItemKind.BREAK, 15)
_PREPARING = (
    _Line(marked("Opening of the preparatory session, report on attendance"), _CONVENING, ItemKind.CREDENTIALS, 10),
    _Line(marked("Number and list of the presidium"), _CONVENING, ItemKind.VOTE, 10),
    _Line(marked("Number and list of the secretariat"), _PRESIDIUM, ItemKind.VOTE, 10),
    _Line(marked("Number and list of the credentials committee"), _PRESIDIUM, ItemKind.VOTE, 10),
    _Line(marked("Programme, internal rules and working regulations"), _PRESIDIUM, ItemKind.VOTE, 20),
)
_ELECTION_RULES = _Line(marked("Election regulations"), _PRESIDIUM, ItemKind.VOTE, 15)
_NOTICES = _Line(marked("Notices to the delegates"), _SECRETARIAT, ItemKind.OTHER, 10)
_OPENING = (
    _Line(marked("Flag salute, introduction of delegates and guests"), _ORGANIZERS, ItemKind.CEREMONY, 15),
    _Line(marked("Report on the preparatory session"), _PRESIDIUM, ItemKind.REPORT, 5),
    _Line(marked("Opening address"), _PRESIDIUM, ItemKind.CEREMONY, 10),
    _Line(marked("Credentials report, vote on it"), _CREDENTIALS, ItemKind.CREDENTIALS, 15),
    _Line(marked("Clip on the results of the term"), _ORGANIZERS, ItemKind.CLIP, 10),
    _Line(marked("Political report"), _PRESIDIUM, ItemKind.REPORT, 25),
    _Line(marked("Self-review report of the executive committee"), _PRESIDIUM, ItemKind.REPORT, 20),
    _BREAK,
    _Line(marked("Presentations"), _DELEGATES, ItemKind.PRESENTATIONS, 50),
)
_WORKING = (
    _Line(marked("Presentations, continued"), _DELEGATES, ItemKind.PRESENTATIONS, 60),
    _Line(marked("Address of the upper level's leaders"), _PRESIDIUM, ItemKind.CEREMONY, 20),
    _Line(marked("Discussion of the drafts of the upper level"), _DELEGATES, ItemKind.DISCUSSION, 40),
    _BREAK,
)
_CLOSING = (
    _Line(marked("Draft resolution"), _SECRETARIAT, ItemKind.REPORT, 15),
    _Line(marked("Vote on the resolution"), _PRESIDIUM, ItemKind.VOTE, 15),
    _Line(marked("Closing address, flag salute"), _PRESIDIUM, ItemKind.CEREMONY, 15),
)
_ELECTIONS = (
    _Line(marked("Personnel report, number to be elected"), _PRESIDIUM, ItemKind.ELECTION, 30),
    _Line(marked("Nominations, list of candidates"), _DELEGATES, ItemKind.ELECTION, 30),
)
_BALLOT = (
    _Line(marked("Counting committee, instructions, secret ballot"), _COUNTING, ItemKind.ELECTION, 60),
    _BREAK,
    _Line(marked("Result of the election"), _COUNTING, ItemKind.ELECTION, 20),
    _Line(marked("Delegates to the congress of the upper level"), _PRESIDIUM, ItemKind.ELECTION, 60),
    _Line(marked("The new executive committee before the congress"), _PRESIDIUM, ItemKind.CEREMONY, 10),
)
_PREPARATORY = marked("Preparatory session")
_MORNING = marked("Official session, morning")
_AFTERNOON = marked("Official session, afternoon")
_FREE = _Line(marked("Kept free in case it is needed"), _PRESIDIUM, ItemKind.OTHER, 180)

_BANDS: Mapping[Template, Sequence[_Band]] = {
    Template.TWO_CONTENTS: (
        _Band(0, _PREPARATORY, dt.time(7, 0), (*_PREPARING, _NOTICES)),
        _Band(0, _MORNING, dt.time(8, 45), _OPENING),
        _Band(0, _AFTERNOON, dt.time(13, 30), (*_WORKING, *_CLOSING)),
    ),
    Template.FOUR_CONTENTS: (
        _Band(0, _PREPARATORY, dt.time(7, 0), (*_PREPARING, _ELECTION_RULES, _NOTICES)),
        _Band(0, _MORNING, dt.time(8, 45), _OPENING),
        _Band(0, _AFTERNOON, dt.time(13, 30), (*_WORKING, *_ELECTIONS)),
        _Band(1, _MORNING, dt.time(7, 30), (*_BALLOT, *_CLOSING)),
        _Band(1, _AFTERNOON, dt.time(13, 30), (_FREE,), reserve=True),
    ),
}


def template_plan(template: Template, first: dt.date, say: Words, *, instead_of: int = 0) -> AgendaPlan:
    sittings = tuple(_sitting(band, first, say) for band in _BANDS[template])
    return AgendaPlan(called=say(TEMPLATE_NAMES[template]), sittings=sittings, instead_of=instead_of)


def _sitting(band: _Band, first: dt.date, say: Words) -> PlannedSitting:
    starts = free = dt.datetime.combine(first + dt.timedelta(days=band.day), band.starts)
    items = []
    for line in band.lines:
        written = Content(content=say(line.content), by_whom=say(line.by_whom), kind=line.kind, minutes=line.minutes)
        items.append(PlannedItem(written=written, starts=free))
        free = items[-1].ends
    return PlannedSitting(name=say(band.name), starts=starts, items=tuple(items), reserve=band.reserve)
