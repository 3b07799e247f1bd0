"""What the settings room shows: this desk, the congress and its rules, its sessions, its safety, its faces."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import EVERYBODY, Session, SessionKind
from congress_desk.domain.delegates import Category
from congress_desk.domain.journal import SessionId, Verification
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.plumbing.settings import DeskSettings
from congress_desk.services.congress import Rules
from congress_desk.services.face_models import ModelTried
from congress_desk.services.face_status import FaceStatus
from congress_desk.services.ports.face_models import ModelCard
from congress_desk.services.ports.store import Congress

UTC = ZoneInfo("UTC")
_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.hg]?(?P<minute>\d{2})|[hg:])?")


class Section(StrEnum):
    DESK = "desk"
    CONGRESS = "congress"
    SESSIONS = "sessions"
    SAFETY = "safety"
    FACES = "faces"
    MODEL = "model"


class Fact(StrEnum):
    DESK_NAMED = "desk_named"
    CONGRESS_SAVED = "congress_saved"
    RULES_SAVED = "rules_saved"
    SESSION_ADDED = "session_added"
    SESSION_SAVED = "session_saved"
    SESSION_CLOSED = "session_closed"
    SESSION_REOPENED = "session_reopened"
    BACKED_UP = "backed_up"
    FACES_ERASED = "faces_erased"
    FACES_REMAIN = "faces_remain"
    PASSPHRASE_SET = "passphrase_set"
    PASSPHRASE_CHANGED = "passphrase_changed"
    KEY_OPENED = "key_opened"
    KEY_TAKEN = "key_taken"
    CERTIFICATE_PRINTED = "certificate_printed"
    CERTIFICATE_SAVED = "certificate_saved"
    MODEL_USED = "model_used"
    MODEL_STOPPED = "model_stopped"


class Busy(StrEnum):
    NOTHING = ""
    BACKING_UP = "backing_up"
    VERIFYING = "verifying"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDraft:
    """A session as it is typed; id None is a new one. Times (08:30) are of the congress's own zone, on one day."""

    id: SessionId | None = None
    name: str = ""
    kind: SessionKind = SessionKind.OFFICIAL
    day: dt.date
    starts: str = "08:00"
    ends: str = "11:30"
    admits: frozenset[Category] = EVERYBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Persons. base: official delegates in standing, of whom the quorum is counted."""

    everybody: int = 0
    base: int = 0
    consented: int = 0
    enrolled: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceModel:
    """card: None until it was read; missing: why there is none. tried: the model in use, then the one of `folder`.

    progress: photos done, of how many, while one is tried or (using) all faces are prepared anew.
    """

    card: ModelCard | None = None
    built_in: bool = True
    missing: Trouble | None = None
    folder: Path | None = None
    tried: tuple[ModelTried, ModelTried] | None = None
    progress: tuple[int, int] | None = None
    using: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    number: int
    fact: Fact | None = None
    places: Mapping[str, object] = field(default_factory=dict)
    error: Refusal | Trouble | None = None
    certificate: bool = False  # of an erasure, offered to be printed


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsState:
    """congress and rules: None until they were read. wrong: field -> code. backup: where the last one went."""

    section: Section = Section.DESK
    desk: DeskSettings = field(default_factory=DeskSettings)
    printers: tuple[str, ...] | None = None
    congress: Congress | None = None
    rules: Rules | None = None
    sessions: tuple[Session, ...] = ()
    picked: SessionId | None = None
    draft: SessionDraft | None = None
    wrong: Mapping[str, str] = field(default_factory=dict)
    people: People = field(default_factory=People)
    faces: FaceStatus | None = None
    model: FaceModel = field(default_factory=FaceModel)
    busy: Busy = Busy.NOTHING
    verification: Verification | None = None
    backup: str = ""
    told: Told | None = None
    zone: ZoneInfo = UTC

    @property
    def picked_session(self) -> Session | None:
        return next((session for session in self.sessions if session.id == self.picked), None)


def time_from(text: str) -> dt.time:
    """8:30, 08h30, 8g30, 8.30, 0830 or 8 as a time of day; ValueError for all else."""
    found = _TIME.fullmatch(text.replace(" ", "").lower())
    if found is None:
        raise ValueError(text)
    return dt.time(int(found["hour"]), int(found["minute"] or 0))


def share_from(text: str) -> Fraction:
    """2/3, 66.7 %, 66,7% or 60 (percent) as a share; ValueError for all else and outside 0..1."""
    written = text.replace(" ", "").replace(",", ".")
    share = Fraction(written.rstrip("%")) if "/" not in written else Fraction(written)
    if "/" not in written:
        share /= 100
    if not 0 < share <= 1:
        raise ValueError(text)
    return share


def written_share(share: Fraction) -> str:
    """2/3; whole percents above twelfths as percent: 60 %."""
    if share.denominator <= 12:
        return f"{share.numerator}/{share.denominator}"
    percent = share * 100
    return f"{percent.numerator} %" if percent.denominator == 1 else f"{float(percent):.2f} %"
