"""The key of the faces and their end: passphrase, key at this desk, erasure and its certificate. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from congress_desk.domain.erasure import Erasure
from congress_desk.domain.records import Form
from congress_desk.ui.printing import print_form, save_form
from congress_desk.ui.rooms.settings.state import Fact
from congress_desk.ui.running import Lane
from congress_desk.ui.surroundings import Surroundings


class Room(Protocol):
    """What these acts ask of the room's presenter."""

    def show(self, **changes: Any) -> None: ...
    def tell(self, fact: Fact, *, certificate: bool = False, **places: object) -> None: ...
    def run(self, work: Callable[[], Any], then: Callable[[Any], None], *, lane: Lane = Lane.STORE) -> None: ...


class FaceActs:
    def __init__(self, room: Room, surroundings: Surroundings) -> None:
        self._room = room
        self._around = surroundings

    def set_passphrase(self, passphrase: str, again: str) -> None:
        """Typed twice: what nobody can repeat opens nothing."""
        if passphrase != again:
            self._room.show(wrong={"passphrase": "differs"})
            return
        faces = self._around.desk.faces
        self._room.show(wrong={})
        self._room.run(lambda: faces.set_passphrase(passphrase), self._on_set, lane=Lane.FREE)

    def open_key(self, passphrase: str) -> None:
        """Trying a passphrase is slow by design, so it is done beside check-in."""
        faces = self._around.desk.faces
        self._room.show(wrong={})
        self._room.run(
            lambda: faces.unlock(passphrase), lambda _none: self._room.tell(Fact.KEY_OPENED), lane=Lane.FREE
        )

    def take_key_away(self) -> None:
        self._room.run(self._around.desk.faces.lock, lambda _none: self._room.tell(Fact.KEY_TAKEN))

    def erase(self, by: str) -> None:
        """Every template and the key; asked before, for it cannot be undone."""
        faces = self._around.desk.faces
        self._room.run(lambda: faces.erase(by=by.strip()), self._on_erased)

    def print_certificate(self) -> None:
        desk, settings = self._around.desk, self._around.settings.current
        self._certify(lambda: print_form(desk, settings, Form.ERASURE), Fact.CERTIFICATE_PRINTED)

    def save_certificate(self, path: Path) -> None:
        desk, settings = self._around.desk, self._around.settings.current
        self._certify(lambda: save_form(desk, settings, Form.ERASURE, path), Fact.CERTIFICATE_SAVED)

    def _certify(self, send: Callable[[], object], fact: Fact) -> None:
        self._room.run(send, lambda where: self._room.tell(fact, where=str(where)), lane=Lane.FREE)

    def _on_set(self, changed: bool) -> None:
        self._room.tell(Fact.PASSPHRASE_CHANGED if changed else Fact.PASSPHRASE_SET)

    def _on_erased(self, erasure: Erasure) -> None:
        whole = erasure.check is not None and erasure.check.ok
        self._room.tell(Fact.FACES_ERASED if whole else Fact.FACES_REMAIN, certificate=True, count=erasure.templates)
