"""From faces before the camera to one question for the operator, within two and a half seconds.

Templates of one track are averaged by the service; a track that was answered is not asked about again, and a
question whose person has gone is taken back. Poor pictures only give a hint; they never refuse anybody.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from congress_desk.domain.identification import FRAMES_AGREEING, Band, Proposal
from congress_desk.domain.liveness import turned
from congress_desk.services.ports.camera import FaceSeen
from congress_desk.services.ports.faces import Template
from congress_desk.ui.rooms.checkin.state import Hint

FRAMES_KEPT = 5
YAWS_KEPT = 60  # of one face, some fifteen seconds
DECIDE_SECONDS = 2.5
GONE_SECONDS = 2.0


@dataclass(slots=True)
class Track:
    """One face as long as it stays before the camera. since: seconds of the presenter's clock."""

    number: int
    since: float
    templates: list[Template] = field(default_factory=list)
    yaws: list[float] = field(default_factory=list)
    turned: bool = False  # the head, as no picture on paper can
    asked: bool = False  # a proposal is being worked out
    settled: bool = False  # decided: nothing more is asked about this face


class Watch:
    """Follows the faces; `wants_proposal` says when the collected templates are to be proposed.

    turn_head(): whether the head has to be turned first. The templates are then those from before the turn.
    """

    def __init__(self, clock: Callable[[], float], turn_head: Callable[[], bool] = lambda: False) -> None:
        self._clock = clock
        self._turn_head = turn_head
        self._track: Track | None = None
        self._seen_at = 0.0

    @property
    def track(self) -> Track | None:
        return self._track

    def see(self, face: FaceSeen) -> bool:
        """Take in a face; True if it is another one than before."""
        now = self._clock()
        self._seen_at = now
        another = self._track is None or self._track.number != face.track
        if another:
            self._track = Track(number=face.track, since=now)
        track = self._track
        if track is not None:
            self._take_in(track, face)
        return another

    def _take_in(self, track: Track, face: FaceSeen) -> None:
        turning = self._turn_head()
        if face.template is not None and not (turning and len(track.templates) >= FRAMES_AGREEING):
            track.templates = [*track.templates, face.template][-FRAMES_KEPT:]
        if turning and not track.turned and not face.others:
            track.yaws = [*track.yaws, face.yaw][-YAWS_KEPT:]
            track.turned = turned(track.yaws)

    def wants_turn(self) -> bool:
        """Enough pictures are there, and the head has not been turned yet."""
        track = self._track
        if track is None or track.settled or track.turned or not self._turn_head():
            return False
        return len(track.templates) >= FRAMES_AGREEING

    def wants_proposal(self) -> Track | None:
        """The track to be proposed now: enough pictures, or the time is up."""
        track = self._track
        if track is None or track.settled or track.asked or not track.templates:
            return None
        if self._turn_head() and not track.turned:
            return None
        enough = len(track.templates) >= FRAMES_AGREEING
        return track if enough or self.time_is_up() else None

    def is_final(self, proposal: Proposal) -> bool:
        """Green at once; yellow and grey only when more pictures would not help in time."""
        track = self._track
        kept = FRAMES_AGREEING if self._turn_head() else FRAMES_KEPT
        full = track is not None and len(track.templates) >= kept
        return proposal.band is Band.GREEN or full or self.time_is_up()

    def time_is_up(self) -> bool:
        return self._track is not None and self._clock() - self._track.since >= DECIDE_SECONDS

    def is_gone(self) -> bool:
        """Nobody has been seen for a while."""
        return self._track is not None and self._clock() - self._seen_at >= GONE_SECONDS

    def settle(self) -> None:
        if self._track is not None:
            self._track.settled = True

    def forget(self) -> None:
        self._track = None


def hint_for(face: FaceSeen, watch: Watch) -> Hint:
    track = watch.track
    if face.others:
        return Hint.ONE_BY_ONE
    if watch.wants_turn():
        return Hint.TURN_HEAD
    if track is None or track.settled:
        return Hint.NONE
    return Hint.LOOKING if face.template is not None else Hint.NONE
