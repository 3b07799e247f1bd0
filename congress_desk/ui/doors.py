"""What bootstrap.py hands to the window: the ways into a congress, the camera, this desk's settings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from congress_desk.plumbing.settings import SettingsFile

if TYPE_CHECKING:
    from congress_desk.services.desk import Desk
    from congress_desk.services.ports.camera import LiveCamera


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCongress:
    """What the dialog for a new congress asks."""

    title: str
    convening_body: str
    opens: dt.date
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """Every function may raise Refusal or Trouble and is called off the screen's thread.

    open_desk(path): an existing congress. create_desk(path, new): a new file. rehearse(): today's rehearsal.
    make_camera(desk): a live camera for that congress, not started.
    """

    open_desk: Callable[[Path], Desk]
    create_desk: Callable[[Path, NewCongress], Desk]
    rehearse: Callable[[], Desk]
    make_camera: Callable[[Desk], LiveCamera]
    settings: SettingsFile
