"""The printed programme and the register of presentations, before they are paper (domain.md 6)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from congress_desk.domain.agenda import Item, Sitting
from congress_desk.domain.records import Heading
from congress_desk.domain.speech_figures import SpeechFigures, TopicGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeLine:
    """Times as planned, aware."""

    item: Item
    starts: dt.datetime
    ends: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeBand:
    sitting: Sitting
    lines: tuple[ProgrammeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRecord:
    """The programme as planned, in bands of a day and a half-day."""

    heading: Heading
    bands: tuple[ProgrammeBand, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentationsRecord:
    """The register by topic group; every total is the sum of what stands above it."""

    heading: Heading
    groups: tuple[TopicGroup, ...]
    figures: SpeechFigures

    @property
    def total(self) -> int:
        return sum(group.count for group in self.groups)
