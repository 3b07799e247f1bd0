"""Codes in pictures: QR and bar codes of badges and citizen cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from congress_desk.services.ports.faces import Picture


class CodeReader(Protocol):
    def codes(self, picture: Picture) -> Sequence[str]:
        """The texts of all symbols in the picture (UTF-8), none if there is none."""
        ...
