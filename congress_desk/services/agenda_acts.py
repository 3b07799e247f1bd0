"""What the acts of the programme share: finding what they are about, the moment, taking back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from congress_desk.domain.journal import Event, EventId, Kind
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.floor import Act, Floor

PATIENCE = dt.timedelta(minutes=1)  # clocks of two desks differ a little


def moment_of(act: Act, at: dt.datetime | None) -> dt.datetime:
    """Now, or an earlier moment that was not pressed in time. Refusal: BAD_VALUE (ahead of us, or over a day ago)."""
    if at is None:
        return act.now
    if not act.now - dt.timedelta(days=1) <= at <= act.now + PATIENCE:
        raise Refusal(Reason.BAD_VALUE, field="at")
    return at


def take_back(floor: Floor, acts: Sequence[EventId], event: EventId | None, reason: str) -> Event:
    """The last act, or one named. Refusal: REASON_NEEDED, CANNOT_BE_TAKEN_BACK."""
    if not reason.strip():
        raise Refusal(Reason.REASON_NEEDED)
    about = event or (acts[0] if acts else None)
    if about is None or about not in acts:
        raise Refusal(Reason.CANNOT_BE_TAKEN_BACK)
    with floor.act() as act:
        return act.write(Kind.PROGRAMME_VOIDED, about=about, body={"reason": reason.strip()})
