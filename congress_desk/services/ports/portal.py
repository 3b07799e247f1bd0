"""The portal's process: started and stopped by a button, brought back by itself when it dies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from congress_desk.domain.refusals import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalStarted:
    """It listens. again: it had died and was brought back; what was acknowledged is safe."""

    port: int
    pid: int
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalDied:
    """It will be brought back in a moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalEnded:
    """It does not run any more: stopped on purpose (None), or PORT_TAKEN, ADDRESS_NOT_HERE, PORTAL_STOPPED."""

    problem: Problem | None = None


PortalReport = PortalStarted | PortalDied | PortalEnded


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """The organizer's own, as PEM files; phones trust no private authority."""

    chain: Path
    key: Path


class PortalServer(Protocol):
    def start(
        self, tell: Callable[[PortalReport], None], *, host: str, port: int, certificate: Certificate | None = None
    ) -> None:
        """Returns at once; `tell` is called on a thread of its own. A second start does nothing."""
        ...

    def stop(self) -> None:
        """Ends it; no report comes afterwards but PortalEnded. Safe to call twice."""
        ...

    @property
    def running(self) -> bool: ...
