"""The second screen: what can be on air, as values, and what the journal says is on air.

A Choice is what the operator picked and what the journal keeps ("whoever speaks now"); a Face is what the hall then
sees, made anew from the facts at every look. So a name that was withdrawn never stays on the wall, and a desk that
was killed shows the same face again with the true time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from typing import Any

from congress_desk.domain.charts import AttendanceChart, BarChart, PresenceChart
from congress_desk.domain.journal import Event, Kind
from congress_desk.domain.speech_timer import WARNING_SECONDS, Timer

WELCOME_SECONDS = 4
HALL_METRES = range(5, 101)
SCREEN_CM = range(30, 1501)
STAGE_KINDS = (Kind.STAGE_SHOWN, Kind.STAGE_BLACKED, Kind.STAGE_CHANGED)


class FaceKind(StrEnum):
    """The values are the words of the command line."""

    TITLE = "title"
    ATTENDANCE = "attendance"
    AGENDA = "agenda"
    SPEAKER = "speaker"
    DOCUMENT = "document"
    RESULT = "result"
    ELECTION = "election"
    CLIP = "clip"
    CHART = "chart"
    BLACK = "black"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteShown:
    """A vote's frozen result, as the voting room hands it over; `share` is of `base`."""

    title: str
    agree: int
    disagree: int
    other: int
    base: int
    passed: bool
    share: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectedShown:
    name: str
    votes: int
    share: Fraction
    elected: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionShown:
    """An election's frozen result; people in the order of the record."""

    title: str
    seats: int
    base: int
    people: tuple[ElectedShown, ...]


Result = VoteShown | ElectionShown


@dataclass(frozen=True, slots=True, kw_only=True)
class BlackFace:
    """Nothing at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleFace:
    title: str
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WelcomeFace:
    """The delegate who just checked in. photo: its SHA-256, "" for none."""

    name: str
    delegation: str
    seat: str = ""
    photo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceFace:
    """Persons; reached_at in the congress's zone."""

    session: str
    convened: int
    present: int
    excused: int
    absent: int
    needed: int
    reached: bool
    reached_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """starts in the congress's zone, as expected by now."""

    content: str
    starts: dt.datetime | None = None
    number: str = ""
    by_whom: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaFace:
    """What is on now, and what follows as far as there is room; the first that follows is next."""

    session: str
    now: AgendaLine | None = None
    following: tuple[AgendaLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerFace:
    name: str
    delegation: str
    topic: str
    timer: Timer
    warning_seconds: int = WARNING_SECONDS


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFace:
    """symbol: rows of a QR symbol with its quiet zone, "1" for dark; none where it goes by paper only."""

    title: str
    number: str
    address: str
    symbol: tuple[str, ...] = ()
    wifi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultFace:
    vote: VoteShown


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionFace:
    election: ElectionShown


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipFace:
    """A clip, or a picture of a photo report. file and still: SHA-256 in the folder beside the congress file.

    playable: the file was found sound; else its still is shown.
    """

    cue: str
    title: str
    file: str
    still: str
    moving: bool
    playable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartFace:
    """until: how far a line over time has come by now, in the congress's zone."""

    chart: AttendanceChart | BarChart | PresenceChart
    until: dt.datetime


Face = (
    BlackFace
    | TitleFace
    | WelcomeFace
    | AttendanceFace
    | AgendaFace
    | SpeakerFace
    | DocumentFace
    | ResultFace
    | ElectionFace
    | ClipFace
    | ChartFace
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the operator picked. about: the document, the cue, the chart; title and more: of a plain title."""

    kind: FaceKind
    about: str = ""
    title: str = ""
    more: str = ""
    result: Result | None = None

    def written(self) -> dict[str, Any]:
        """For the journal; read back by `read_choice`."""
        texts = {"about": self.about, "title": self.title, "more": self.more}
        body: dict[str, Any] = {"kind": self.kind.value} | {name: text for name, text in texts.items() if text}
        return body if self.result is None else body | {"result": _written_result(self.result)}


@dataclass(frozen=True, slots=True, kw_only=True)
class StageSettings:
    """Of the congress, so that every desk and wall agrees. language: of the wall, "vi", "en" or "ar".

    hall_metres: from the screen to the last row; screen_cm: how tall the lit picture is.
    """

    welcome: bool = True
    hall_metres: int = 30
    screen_cm: int = 300
    language: str = "vi"

    @property
    def least_share(self) -> Fraction:
        """The smallest letters, in parts of the screen's height: a 200th of the distance, as signs have it."""
        return min(Fraction(1, 8), max(Fraction(1, 25), Fraction(self.hall_metres, 2 * self.screen_cm)))


@dataclass(frozen=True, slots=True, kw_only=True)
class StageFold:
    """choice: what is on air, or would be but for the black."""

    choice: Choice = field(default_factory=lambda: Choice(kind=FaceKind.TITLE))
    black: bool = False
    since: dt.datetime | None = None
    settings: StageSettings = field(default_factory=StageSettings)


def fold_stage(events: Iterable[Event]) -> StageFold:
    """The newest of each kind holds; events come in order of recording."""
    found = StageFold()
    for event in events:
        if event.kind is Kind.STAGE_SHOWN:
            found = replace(found, choice=read_choice(event.body), black=False, since=event.happened_at)
        elif event.kind is Kind.STAGE_BLACKED:
            found = replace(found, black=bool(event.body.get("black", True)))
        elif event.kind is Kind.STAGE_CHANGED:
            found = replace(found, settings=_read_settings(event.body))
    return found


def read_choice(body: Mapping[str, Any]) -> Choice:
    """A choice as the journal keeps it; a kind of a newer program is shown as the congress's title."""
    kind = str(body.get("kind", ""))
    if kind not in list(FaceKind):
        return Choice(kind=FaceKind.TITLE)
    texts = {name: str(body.get(name, "")) for name in ("about", "title", "more")}
    result = _read_result(body["result"]) if "result" in body else None
    return Choice(kind=FaceKind(kind), result=result, **texts)


def _read_settings(body: Mapping[str, Any]) -> StageSettings:
    usual = StageSettings()
    return StageSettings(
        welcome=bool(body.get("welcome", usual.welcome)),
        hall_metres=int(body.get("hall_metres", usual.hall_metres)),
        screen_cm=int(body.get("screen_cm", usual.screen_cm)),
        language=str(body.get("language", usual.language)),
    )


def _written_result(result: Result) -> dict[str, Any]:
    if isinstance(result, VoteShown):
        counts = {name: getattr(result, name) for name in ("title", "agree", "disagree", "other", "base", "passed")}
        return counts | {"share": str(result.share)}
    people = [[p.name, p.votes, str(p.share), p.elected] for p in result.people]
    return {"title": result.title, "seats": result.seats, "base": result.base, "people": people}


def _read_result(body: Mapping[str, Any]) -> Result:
    if "people" not in body:
        return VoteShown(**{**body, "share": Fraction(body["share"])})
    people = tuple(
        ElectedShown(name=name, votes=votes, share=Fraction(share), elected=elected)
        for name, votes, share, elected in body["people"]
    )
    return ElectionShown(title=body["title"], seats=body["seats"], base=body["base"], people=people)
