"""Where the portal is in the hall's network, the hall's Wi-Fi, notices, and what keeps phones away."""

from __future__ import annotations

from dataclasses import dataclass, replace

from congress_desk.domain.documents import PortalNotice
from congress_desk.domain.documents_reach import Obstacle
from congress_desk.domain.documents_records import WirelessNetwork
from congress_desk.domain.journal import Kind, new_id
from congress_desk.domain.opinions import tidy_opinion
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.floor import Floor
from congress_desk.services.links import checked_base
from congress_desk.services.ports.network import Address, Network
from congress_desk.services.ports.store import Work

USUAL_PORT = 8765
_HERE = "127.0.0.1"
_SPEECHES, _YES, _NO = "portal_speeches", "yes", "no"
_NAMES = ("portal_port", "portal_base", "portal_wifi_name", "portal_wifi_password")


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalSettings:
    """base: the address on symbols where the secretariat has set one (HTTPS, a name), else it is found.

    speeches_open: delegates may register presentations from their phones.
    """

    port: int = USUAL_PORT
    base: str = ""
    wifi_name: str = ""
    wifi_password: str = ""
    speeches_open: bool = True

    @property
    def wireless(self) -> WirelessNetwork | None:
        return WirelessNetwork(name=self.wifi_name, password=self.wifi_password) if self.wifi_name else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reachability:
    """Can a phone reach this computer? phones: devices that have come from other machines."""

    addresses: tuple[Address, ...]
    base: str
    listening: bool
    phones: int
    firewall: str
    obstacles: tuple[Obstacle, ...]


class PortalSettingsService:
    def __init__(self, floor: Floor, network: Network) -> None:
        self._floor = floor
        self._network = network

    def settings(self) -> PortalSettings:
        with self._floor.reading() as work:
            return settings_of(work)

    def change(self, settings: PortalSettings) -> None:
        """Port, address and Wi-Fi; journaled without the password. Refusal: BAD_VALUE."""
        if not 1 <= settings.port <= 65535:
            raise Refusal(Reason.BAD_VALUE, field="port")
        if settings.wifi_password and not settings.wifi_name.strip():
            raise Refusal(Reason.BAD_VALUE, field="wifi_name")
        base = checked_base(settings.base) if settings.base.strip() else ""
        values = (str(settings.port), base, settings.wifi_name.strip(), settings.wifi_password)
        written = dict(zip(_NAMES, values, strict=True))
        with self._floor.act() as act:
            for name, value in written.items():
                act.work.congress.put_rule(name, value)
            body = {name: value for name, value in written.items() if name != "portal_wifi_password"}
            act.write(Kind.PORTAL_CHANGED, body=body)

    def open_speeches(self, on: bool = True) -> None:
        """Open or close the registration of presentations from phones. The same again is no second act."""
        with self._floor.act() as act:
            if settings_of(act.work).speeches_open is not on:
                act.work.congress.put_rule(_SPEECHES, _YES if on else _NO)
                act.write(Kind.PORTAL_CHANGED, body={_SPEECHES: on})

    def base(self, *, encrypted: bool = False) -> str:
        """The address for symbols: as set, else the likeliest of this computer, else the computer itself.

        encrypted: the portal runs with a certificate, so that an address that was found begins with https.
        """
        settings = self.settings()
        addresses = () if settings.base else tuple(self._network.addresses())
        return _base(settings, addresses, encrypted=encrypted)

    def reachability(self, *, encrypted: bool = False) -> Reachability:
        """Asks this computer only; takes up to a second. The portal should be running. encrypted: see base."""
        settings = self.settings()
        addresses = tuple(self._network.addresses())
        listening = self._network.answers(_HERE, settings.port)
        seen = bool(addresses) and self._network.answers(addresses[0].text, settings.port)
        with self._floor.reading() as work:
            phones = len({visit.device for visit in work.openings.visits() if visit.outside})
        firewall = self._network.firewall()
        found = {
            Obstacle.NO_NETWORK: not addresses,
            Obstacle.NOT_LISTENING: not listening and not seen,
            Obstacle.BLOCKED_HERE: bool(addresses) and listening and not seen,
            Obstacle.FIREWALL_ON: bool(firewall) and not phones,
            Obstacle.NO_PHONE_YET: bool(addresses) and seen and not phones,
        }
        return Reachability(
            addresses=addresses,
            base=_base(settings, addresses, encrypted=encrypted),
            listening=listening or seen,
            phones=phones,
            firewall=firewall,
            obstacles=tuple(obstacle for obstacle, stands in found.items() if stands),
        )

    def notices(self) -> tuple[PortalNotice, ...]:
        """Those that stand, newest first."""
        with self._floor.reading() as work:
            return tuple(n for n in work.notices.all() if n.withdrawn_at is None)

    def post_notice(self, text: str, *, delegates_only: bool = False) -> PortalNotice:
        """Refusal: BAD_VALUE."""
        text = tidy_opinion(text)
        if not text:
            raise Refusal(Reason.BAD_VALUE, field="notice")
        with self._floor.act() as act:
            notice = PortalNotice(id=new_id(act.now), text=text, posted_at=act.now, delegates_only=delegates_only)
            act.work.notices.put(notice)
            body = {"notice": notice.id, "text": text, "delegates_only": delegates_only}
            act.write(Kind.NOTICE_POSTED, body=body)
        return notice

    def withdraw_notice(self, notice: str) -> None:
        """One that is not there, or not any more, stays so."""
        with self._floor.act() as act:
            found = next((n for n in act.work.notices.all() if n.id == notice and n.withdrawn_at is None), None)
            if found is not None:
                act.work.notices.put(replace(found, withdrawn_at=act.now))
                act.write(Kind.NOTICE_WITHDRAWN, body={"notice": notice})


def settings_of(work: Work) -> PortalSettings:
    written = work.congress.rules()
    return PortalSettings(
        port=int(written.get("portal_port", USUAL_PORT)),
        base=written.get("portal_base", ""),
        wifi_name=written.get("portal_wifi_name", ""),
        wifi_password=written.get("portal_wifi_password", ""),
        speeches_open=written.get(_SPEECHES, _YES) == _YES,
    )


def _base(settings: PortalSettings, addresses: tuple[Address, ...], *, encrypted: bool = False) -> str:
    if settings.base:
        return settings.base
    host = addresses[0].text if addresses else _HERE
    scheme, usual = ("https", 443) if encrypted else ("http", 80)
    return f"{scheme}://{host}" + ("" if settings.port == usual else f":{settings.port}")
