"""What the papers about people's rights say: consent, its register, the impact assessment, the erasure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.domain.consent import Answer, ConsentAnswer
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.erasure import Erasure
from congress_desk.domain.identification import Thresholds
from congress_desk.domain.journal import Method
from congress_desk.domain.records import Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFormRecord:
    """The text to be agreed to, a page for each delegate; without any, one page to be filled in by hand."""

    heading: Heading
    text_version: str
    erase_by: dt.date | None
    delegates: tuple[Delegate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentListRecord:
    """The text once for each delegation, and those of it who have not answered yet, to be signed."""

    heading: Heading
    text_version: str
    erase_by: dt.date | None
    delegations: tuple[tuple[str, tuple[Delegate, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRegisterRecord:
    """Every answer of everybody, in order of delegation and name, then of time. counts: of the newest answers."""

    heading: Heading
    everybody: int
    counts: Mapping[Answer, int]
    lines: tuple[tuple[Delegate, tuple[ConsentAnswer, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureRecord:
    heading: Heading
    erasure: Erasure


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelInUse:
    """A face model whose templates the file holds, or the one in use; what is not known is ""."""

    model_hash: str
    name: str = ""
    licence: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceFigures:
    """People on the list by what they answered and what is kept of them; arrivals by how they were identified.

    added: of the templates, those of confirmed check-ins.
    """

    everybody: int
    counts: Mapping[Answer, int]
    by_text: tuple[tuple[str, int], ...]  # text version, how many agreed to it and have not withdrawn
    enrolled: int
    templates: int
    added: int
    desk_photos: int
    arrivals: Mapping[Method, int]
    exports: int
    prints: int

    @property
    def not_asked(self) -> int:
        return self.everybody - sum(self.counts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactRecord:
    """The real settings and figures for an impact assessment. thresholds: None where the key is not at this desk.

    actors: desk and person with the number of their acts in the journal. erase_by: None without a session.
    """

    heading: Heading
    file: str
    figures: FaceFigures
    thresholds: Thresholds | None
    auto_accept: bool
    models: tuple[ModelInUse, ...]
    scrypt_cost: int  # of the passphrase, 0 without one
    erase_after_days: int
    erase_by: dt.date | None
    erasure: Erasure | None
    actors: tuple[tuple[str, str, int], ...]
