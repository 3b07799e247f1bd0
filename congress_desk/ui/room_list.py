"""The rooms, in the order of their keys. The one place where the window learns what rooms there are."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.plumbing.texts import marked
from congress_desk.ui.look import Look
from congress_desk.ui.room import Room, RoomPresenter
from congress_desk.ui.surroundings import Surroundings


def _checkin_presenter(surroundings: Surroundings) -> RoomPresenter:
    from congress_desk.ui.rooms.checkin.presenter import CheckInPresenter

    return CheckInPresenter(surroundings)


def _checkin_view(presenter: Any, look: Look) -> QWidget:
    from congress_desk.ui.rooms.checkin.view import CheckInView

    return CheckInView(presenter, look)


def _checkin_samples() -> dict[str, Any]:
    from congress_desk.ui.rooms.checkin.samples import SAMPLES

    return dict(SAMPLES)


CHECKIN = Room(
    name="checkin",
    title=marked("Check-in"),
    icon="checkin",
    make_presenter=_checkin_presenter,
    make_view=_checkin_view,
    samples=_checkin_samples,
)

ROOMS = (CHECKIN,)
