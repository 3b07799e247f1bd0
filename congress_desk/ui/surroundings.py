"""What a presenter is handed, without Qt: the congress, a runner for its work, the desk's settings, the devices.

Filled in by bootstrap.py through ui/app.py; a presenter takes from it what it needs and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.running import Runner

if TYPE_CHECKING:
    from congress_desk.services.desk import Desk
    from congress_desk.services.ports.camera import LiveCamera
    from congress_desk.services.ports.faces import FaceEngineMaker
    from congress_desk.services.ports.printer import Pages, Printer


@dataclass(frozen=True, slots=True, kw_only=True)
class Devices:
    """The devices of this desk; each is made when a room first asks for it."""

    camera: Callable[[], LiveCamera]
    face_engine: FaceEngineMaker
    pages: Callable[[], Pages]
    printer: Callable[[], Printer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """`listen(receive)`: be told every Event after its commit, on the screen's thread; gives the way to stop it.

    `bridge(receive)`: makes a function that any thread may call, and that calls `receive` on the screen's thread.
    """

    desk: Desk
    runner: Runner
    settings: SettingsFile
    devices: Devices
    folder: Path  # where file dialogs open: the folder of the congress file
    listen: Callable[[Callable[[Any], None]], Callable[[], None]]
    bridge: Callable[[Callable[[Any], None]], Callable[[Any], None]]
