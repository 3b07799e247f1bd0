"""The second screen: what is on air, taken, blacked, and what every face says at this moment.

Every look at the wall is read from the journal, so that a desk that was killed, another desk and the portal's wall
show the same. What was read is kept until the journal grows or a minute passes; timers need no reading at all.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from congress_desk.domain.journal import EventId, Kind
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.stage import (
    HALL_METRES,
    SCREEN_CM,
    STAGE_KINDS,
    WELCOME_SECONDS,
    BlackFace,
    Choice,
    Face,
    FaceKind,
    Result,
    StageFold,
    StageSettings,
    WelcomeFace,
    fold_stage,
)
from congress_desk.services.cues import CuesService
from congress_desk.services.floor import Floor
from congress_desk.services.ports.stage import Item
from congress_desk.services.ports.store import Work
from congress_desk.services.stage_faces import Faces, newest_arrival

LANGUAGES = ("vi", "en", "ar")


@dataclass(frozen=True, slots=True, kw_only=True)
class OnAir:
    """face: what the hall sees now; under: what it sees after the welcome or the black.

    title: of the congress; until: the moment when the welcome ends.
    """

    face: Face
    under: Face
    fold: StageFold
    title: str
    rehearsal: bool
    zone: ZoneInfo
    until: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was read, and as of when."""

    stamp: Mapping[str, EventId]
    minute: dt.datetime
    choice: Choice
    air: OnAir
    arrival: tuple[WelcomeFace, dt.datetime] | None


class StageService:
    def __init__(self, floor: Floor, faces: Faces, cues: CuesService) -> None:
        self._floor = floor
        self._faces = faces
        self._lock = threading.Lock()
        self._seen: _Seen | None = None
        self.cues = cues

    def items(self) -> Sequence[Item]:
        """Of the agenda, to hang cues on."""
        return self._faces.sources.items()

    def item_now(self) -> str:
        """Of the agenda; "" for none."""
        return self._faces.sources.item_now(self._floor.clock.now())

    def results(self) -> Sequence[Result]:
        """Frozen ones only, the newest first."""
        return self._faces.sources.results()

    def on_air(self) -> OnAir:
        """What the hall sees at this moment."""
        now = self._floor.clock.now()
        with self._floor.reading() as work:
            seen = self._fresh(work, now)
        air = seen.air
        if air.fold.black:
            return replace(air, face=BlackFace())
        if seen.arrival is None or not air.fold.settings.welcome or air.fold.choice.kind is FaceKind.BLACK:
            return air
        welcome, came = seen.arrival
        until = came + dt.timedelta(seconds=WELCOME_SECONDS)
        return replace(air, face=welcome, until=until) if came <= now < until else air

    def face_of(self, choice: Choice) -> Face:
        """What the hall would see: for the preview. Refusal: as take."""
        now = self._floor.clock.now()
        with self._floor.reading() as work:
            self._faces.check(work, choice)
            return self._faces.made(work, choice, now)

    def take(self, choice: Choice) -> None:
        """On air, and into the journal.

        Refusal: BAD_VALUE (a title without words), NO_SUCH_CUE, NO_SUCH_DOCUMENT, SECRET_NEVER_BY_QR,
        DOCUMENT_RECALLED, NOT_ISSUED.
        """
        with self._floor.act() as act:
            self._faces.check(act.work, choice)
            act.write(Kind.STAGE_SHOWN, body=choice.written())

    def black(self, on: bool = True) -> None:
        """Black; or what was there before. The same again is no second act."""
        with self._floor.act() as act:
            if fold_stage(act.work.journal.of_kinds(STAGE_KINDS)).black is not on:
                act.write(Kind.STAGE_BLACKED, body={"black": on})

    def settings(self) -> StageSettings:
        with self._floor.reading() as work:
            return fold_stage(work.journal.of_kinds(STAGE_KINDS)).settings

    def change(self, settings: StageSettings) -> None:
        """For every desk and wall. Refusal: BAD_VALUE."""
        sound = {
            "hall_metres": settings.hall_metres in HALL_METRES,
            "screen_cm": settings.screen_cm in SCREEN_CM,
            "stage_language": settings.language in LANGUAGES,
        }
        for field, is_sound in sound.items():
            if not is_sound:
                raise Refusal(Reason.BAD_VALUE, field=field)
        names = ("welcome", "hall_metres", "screen_cm", "language")
        with self._floor.act() as act:
            act.write(Kind.STAGE_CHANGED, body={name: getattr(settings, name) for name in names})

    def photo(self, sha256: str) -> bytes | None:
        """Of a face that shows one."""
        with self._floor.reading() as work:
            return work.photos.get(sha256)

    def _fresh(self, work: Work, now: dt.datetime) -> _Seen:
        stamp, minute = work.journal.newest(), now.replace(second=0, microsecond=0)
        with self._lock:
            seen = self._seen
        if seen is not None and (seen.stamp, seen.minute) == (stamp, minute):
            return seen
        fold = fold_stage(work.journal.of_kinds(STAGE_KINDS))
        congress = work.congress.get()
        face = self._faces.made(work, fold.choice, now)
        air = OnAir(
            face=face,
            under=face,
            fold=fold,
            title=congress.title,
            rehearsal=congress.rehearsal,
            zone=ZoneInfo(congress.zone),
        )
        fresh = _Seen(stamp, minute, fold.choice, air, newest_arrival(work, now))
        with self._lock:
            self._seen = fresh
        return fresh
