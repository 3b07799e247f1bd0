"""The addresses of this computer in the hall's network, with the system's own means and no packet sent."""

from __future__ import annotations

import ipaddress
import socket
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

from congress_desk.services.ports.network import Address

_ASK_ADDRESS = 0x8915  # SIOCGIFADDR (Linux)
_ANYWHERE = ("192.0.2.1", 9)  # TEST-NET-1: a route is looked up, nothing is sent
_UFW = Path("/etc/ufw/ufw.conf")
_WAIT_SECONDS = 1.0


class HallNetwork:
    """See services.ports.network.Network. IPv4: what hall routers give and people can type."""

    def addresses(self) -> Sequence[Address]:
        found = {address.text: address for address in [*_by_name(), *_by_interface()]}
        preferred = _of_the_route()
        usable = [one for one in found.values() if _is_usable(one.text)]
        if preferred and preferred not in found and _is_usable(preferred):
            usable.append(Address(text=preferred))
        return sorted(usable, key=lambda one: (one.text != preferred, not one.wireless, _is_far(one.text), one.text))

    def answers(self, address: str, port: int) -> bool:
        try:
            with socket.create_connection((address, port), timeout=_WAIT_SECONDS):
                return True
        except OSError:
            return False

    def firewall(self) -> str:
        """ufw, where its own file says that it is on; other firewalls tell nobody but root."""
        try:
            written = _UFW.read_text(encoding="utf-8")
        except OSError:
            return ""
        return "ufw" if "ENABLED=yes" in written.replace(" ", "") else ""


def _of_the_route() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(_ANYWHERE)
        except OSError:
            return ""
        return str(asking.getsockname()[0])


def _by_name() -> Sequence[Address]:
    try:
        _, _, found = socket.gethostbyname_ex(socket.gethostname())
    except OSError:
        return []
    return [Address(text=one) for one in found]


def _by_interface() -> Sequence[Address]:
    if not sys.platform.startswith("linux"):
        return []
    import fcntl

    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, name in socket.if_nameindex():
            try:
                answer = fcntl.ioctl(asking.fileno(), _ASK_ADDRESS, struct.pack("256s", name.encode()[:15]))
            except OSError:
                continue
            wireless = Path("/sys/class/net", name, "wireless").exists()
            found.append(Address(text=socket.inet_ntoa(answer[20:24]), interface=name, wireless=wireless))
    return found


def _is_usable(text: str) -> bool:
    address = ipaddress.ip_address(text)
    return not (address.is_loopback or address.is_unspecified or address.is_link_local or address.is_multicast)


def _is_far(text: str) -> bool:
    return not ipaddress.ip_address(text).is_private
