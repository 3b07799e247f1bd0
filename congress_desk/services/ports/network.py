"""The hall's network as the portal needs it: addresses of this computer, and what answers there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address of this computer. interface: its name in the system; wireless: by Wi-Fi."""

    text: str
    interface: str = ""
    wireless: bool = False


class Network(Protocol):
    def addresses(self) -> Sequence[Address]:
        """Those that phones of the hall may use, the likeliest first; none without a network."""
        ...

    def answers(self, address: str, port: int) -> bool:
        """Somebody listens there, seen from this computer."""
        ...

    def firewall(self) -> str:
        """The name of a firewall that is known to be on, else ""."""
        ...
