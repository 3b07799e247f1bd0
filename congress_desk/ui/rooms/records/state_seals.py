"""Sealed records, and the file that is checked or signed, as the room shows them. No passphrase is ever here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.domain.seals import Seal
from congress_desk.services.ports.sealing import TokenFound
from congress_desk.services.sealing import Examination


class KeyKind(StrEnum):
    FILE = "file"  # PKCS#12
    TOKEN = "token"  # PKCS#11


@dataclass(frozen=True, slots=True, kw_only=True)
class SealsState:
    """seals: the newest first, None until they were read. file: what was dropped or chosen, with what was found.

    key, token_library: files chosen for signing. tokens: those that are put in, None until they were looked for.
    token, token_key: labels of what is chosen on them. time_stamp: address of the authority of the settings, or "".
    """

    seals: tuple[Seal, ...] | None = None
    file: Path | None = None
    found: Examination | None = None
    error: Refusal | Trouble | None = None
    kind: KeyKind = KeyKind.FILE
    key: Path | None = None
    token_library: Path | None = None
    tokens: tuple[TokenFound, ...] | None = None
    token: str = ""
    token_key: str = ""
    time_stamp: str = ""
    busy: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """On the token that is chosen."""
        return next((one.keys for one in self.tokens or () if one.label == self.token), ())

    @property
    def has_key(self) -> bool:
        return bool(self.token and self.token_key) if self.kind is KeyKind.TOKEN else self.key is not None

    @property
    def can_sign(self) -> bool:
        """Only the sealed file, or the one signed here last, is signed."""
        return self.found is not None and self.found.comparison.genuine and not self.busy
