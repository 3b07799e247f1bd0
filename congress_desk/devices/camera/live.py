"""The live camera as the desk holds it: starts the child process, listens to it, starts it again when it dies.

`tell` is called on the listening thread, never on the caller's; what it does must not wait for the caller of stop().
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from congress_desk.devices.camera.child import FACES_OFF, FACES_ON, STOP, Orders, run_camera
from congress_desk.devices.kept_child import KeptChild
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.camera import CameraStopped, LiveReport

HOLD_SECONDS = 1.5  # how long a picture of a replayed folder stays before the camera
RETRY_SECONDS = 2.0
GRACE_SECONDS = 0.5  # for the child to let go of the camera by itself


class ChildCamera:
    """The port LiveCamera. models(): where the face models are, asked for on the listening thread at every start of
    the child; `hold_seconds` is for replayed folders only."""

    def __init__(
        self,
        *,
        models: Callable[[], str] = str,
        hold_seconds: float = HOLD_SECONDS,
        retry_seconds: float = RETRY_SECONDS,
    ) -> None:
        self._models = models
        self._hold_seconds = hold_seconds
        self._retry_seconds = retry_seconds
        self._run: _Run | None = None

    def start(self, source: str, tell: Callable[[LiveReport], None], *, faces: bool) -> None:
        self.stop()
        orders = Orders(
            source=source,
            models="",
            faces=faces,
            hold_seconds=self._hold_seconds,
            retry_seconds=self._retry_seconds,
        )
        self._run = _Run(orders, self._models, tell)

    def watch_faces(self, on: bool) -> None:
        if self._run is not None:
            self._run.watch_faces(on)

    def stop(self) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.kept.stop()

    @property
    def child_id(self) -> int | None:
        """The process id of the child, while there is one."""
        return self._run.kept.child_id if self._run is not None else None


class _Run:
    """From one start to its stop; the next child knows whether faces are looked for, and by which models."""

    def __init__(self, orders: Orders, models: Callable[[], str], tell: Callable[[LiveReport], None]) -> None:
        self._orders = orders
        self._models = models
        self._tell = tell
        self._faces = orders.faces
        self.kept = KeptChild(
            run_camera,
            self._arguments,
            self._heard,
            self._lost,
            name="camera",
            stop_order=STOP,
            retry_seconds=orders.retry_seconds,
            grace_seconds=GRACE_SECONDS,
            ready=self._ready,
            has_children=True,
        )
        self.kept.start()

    def watch_faces(self, on: bool) -> None:
        self._faces = on
        self.kept.order(FACES_ON if on else FACES_OFF)

    def _ready(self) -> bool:
        try:
            self._orders = replace(self._orders, models=self._models())
        except Trouble:  # the congress does not say now which models: tried again like a lost camera
            return False
        return True

    def _arguments(self) -> tuple[Any, ...]:
        return (replace(self._orders, faces=self._faces),)

    def _heard(self, report: LiveReport) -> None:
        if not self.kept.stopping:
            self._tell(report)

    def _lost(self) -> None:
        self._tell(CameraStopped(problem=Problem.CAMERA_LOST))
