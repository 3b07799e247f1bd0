"""Not too much at once: buckets that fill by themselves, one a key, bounded in number."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

MOST_KEYS = 10_000


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


@dataclass(slots=True, kw_only=True)
class Buckets:
    """`burst` at once, `per_second` in the long run; the keys that were quiet longest are forgotten."""

    per_second: float
    burst: float
    now: Callable[[], float] = time.monotonic
    _known: OrderedDict[str, _Bucket] = field(default_factory=OrderedDict)

    def take(self, key: str, cost: float = 1.0) -> bool:
        """False: too much for now; nothing is taken."""
        moment = self.now()
        bucket = self._known.pop(key, None) or _Bucket(self.burst, moment)
        bucket.left = min(self.burst, bucket.left + (moment - bucket.at) * self.per_second)
        bucket.at = moment
        allowed = bucket.left >= cost
        if allowed:
            bucket.left -= cost
        self._known[key] = bucket
        if len(self._known) > MOST_KEYS:
            self._known.popitem(last=False)
        return allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """requests: of one link, or device, or address; guesses: wrong tokens of one address; opinions: of one device.

    uploads: texts of presentations, of one device.
    """

    requests: Buckets
    guesses: Buckets
    opinions: Buckets
    uploads: Buckets = field(default_factory=lambda: Buckets(per_second=1 / 30, burst=6))


def usual_limits() -> Limits:
    return Limits(
        requests=Buckets(per_second=60, burst=900),
        guesses=Buckets(per_second=0.2, burst=20),
        opinions=Buckets(per_second=0.1, burst=20),
    )
