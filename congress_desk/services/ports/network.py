"""The hall's network as the portal needs it: addresses of this computer, and what stands in the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Obstacle(StrEnum):
    """Why phones may not reach the portal, each with a plain sentence in plumbing.portal_words."""

    NO_NETWORK = "no_network"
    NOT_LISTENING = "not_listening"
    FIREWALL_ON = "firewall_on"
    BLOCKED_HERE = "blocked_here"  # not even this computer reaches itself by that address
    NO_PHONE_YET = "no_phone_yet"


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
