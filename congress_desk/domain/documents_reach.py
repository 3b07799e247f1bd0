"""What keeps phones from the portal, and the text of the symbol by which they join the hall's Wi-Fi."""

from __future__ import annotations

import re
from enum import StrEnum

from congress_desk.domain.documents_records import WirelessNetwork

_SPECIAL = re.compile(r'([\\;,:"])')


class Obstacle(StrEnum):
    """Why phones may not reach the portal, each with a plain sentence in plumbing.document_words."""

    NO_NETWORK = "no_network"
    NOT_LISTENING = "not_listening"
    BLOCKED_HERE = "blocked_here"  # not even this computer reaches itself by its own address
    FIREWALL_ON = "firewall_on"
    NO_PHONE_YET = "no_phone_yet"


def wireless_code(network: WirelessNetwork) -> str:
    """As phones' cameras understand it (the MECARD form that ZXing introduced)."""
    name = _SPECIAL.sub(r"\\\1", network.name)
    if not network.password:
        return f"WIFI:T:nopass;S:{name};;"
    password = _SPECIAL.sub(r"\\\1", network.password)
    return f"WIFI:T:WPA;S:{name};P:{password};;"
