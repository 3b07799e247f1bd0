"""The rooms, in the order of their keys. The one place where the window learns what rooms there are.

A room's modules are imported when it is first shown, so that the window is there before all of them are.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.plumbing.texts import marked
from congress_desk.ui.look import Look
from congress_desk.ui.room import Room, RoomPresenter
from congress_desk.ui.surroundings import Surroundings


def _room(
    name: str,
    title: str,
    icon: str,
    stem: str,
    *,
    everywhere: tuple[tuple[str, str], ...] = (),
    wakes: bool = False,
) -> Room:
    """The room of the package ui/rooms/NAME, whose classes begin with `stem`."""

    def part(module: str, member: str) -> Any:
        return getattr(import_module(f"congress_desk.ui.rooms.{name}.{module}"), member)

    def make_presenter(surroundings: Surroundings) -> RoomPresenter:
        made: RoomPresenter = part("presenter", f"{stem}Presenter")(surroundings)
        return made

    def make_view(presenter: Any, look: Look) -> QWidget:
        made: QWidget = part("view", f"{stem}View")(presenter, look)
        return made

    return Room(
        name=name,
        title=title,
        icon=icon,
        make_presenter=make_presenter,
        make_view=make_view,
        samples=lambda: dict(part("samples", "SAMPLES")),
        everywhere=everywhere,
        wakes=wakes,
    )


ROOMS = (
    _room("registry", marked("Delegates"), "people", "Registry"),
    _room("checkin", marked("Check-in"), "checkin", "CheckIn"),
    _room("documents", marked("Documents"), "qr", "Documents"),
    _room("agenda", marked("Agenda"), "calendar", "Agenda"),
    _room(
        "screen",
        marked("Hall screen"),
        "screen",
        "Screen",
        everywhere=(("F12", "toggle_black"),),
        wakes=True,
    ),
    _room("voting", marked("Voting"), "hand", "Voting"),
    _room("elections", marked("Elections"), "ballot", "Elections"),
    _room("records", marked("Records"), "records", "Records"),
    _room("settings", marked("Settings"), "settings", "Settings"),
)
