"""What a presenter is handed, without Qt: the congress, a runner for its work, the desk's settings, the camera.

Filled in by the window from what bootstrap.py gives it; a presenter takes from it what it needs, nothing else.
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
    from congress_desk.ui.stage.output import StageOutput

Receive = Callable[[Any], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """make_camera: a new live camera, made when a room first needs one.

    listen(receive): be told every Event after its commit, on the screen's thread; gives the way to stop it.
    carry(receive): a function that any thread may call, and that calls `receive` on the screen's thread.
    play(sound): ok, ask, no, choose or undone, as loud as the settings say.
    go(room): show another room, by its name.
    show_look(): the settings' language or theme has changed; show it at once (the views are made anew).
    folder: where file dialogs open.
    make_stage: the hall's window and its clips, made when the second screen is first needed.
    """

    desk: Desk
    runner: Runner
    settings: SettingsFile
    make_camera: Callable[[], LiveCamera]
    listen: Callable[[Receive], Callable[[], None]]
    carry: Callable[[Receive], Receive]
    play: Callable[[str], None]
    go: Callable[[str], None]
    show_look: Callable[[], None]
    folder: Path
    make_stage: Callable[[], StageOutput]
