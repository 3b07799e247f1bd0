"""Sealed records, and the file that is checked or signed, as the room shows them. No passphrase is ever here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.domain.seals import Seal
from congress_desk.services.sealing import Examination


class KeyKind(StrEnum):
    FILE = "file"  # PKCS#12
    TOKEN = "token"  # PKCS#11


@dataclass(frozen=True, slots=True, kw_only=True)
class SealsState:
    """seals: the newest first, None until they were read. file: what was dropped or chosen, with what was found.

    key, token_library: files chosen for signing.
    """

    seals: tuple[Seal, ...] | None = None
    file: Path | None = None
    found: Examination | None = None
    error: Refusal | Trouble | None = None
    kind: KeyKind = KeyKind.FILE
    key: Path | None = None
    token_library: Path | None = None
    busy: bool = False

    @property
    def can_sign(self) -> bool:
        """Only the sealed file, or the one signed here last, is signed."""
        return self.found is not None and self.found.comparison.genuine and not self.busy
