"""What the minutes call those who spoke from the floor."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.speeches import RequestKind
from congress_desk.plumbing.texts import marked

REQUESTS: Mapping[RequestKind, str] = {
    RequestKind.FLOOR: marked("from the floor"),
    RequestKind.POINT_OF_ORDER: marked("on a point of order"),
}
