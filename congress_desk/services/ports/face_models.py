"""Face models on this computer: the one that comes with the program, and those that the secretariat supplies.

A model is named by its hash. Templates of two models say nothing about each other and are never compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from congress_desk.services.ports.faces import FaceEngine


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """What a model is, in its maker's words. files: name and SHA-256 of each."""

    name: str
    licence: str
    source: str
    model_hash: str
    files: tuple[tuple[str, str], ...]


class ModelShelf(Protocol):
    """A hash is of a kept model, or of the one that comes with the program.

    Trouble: MODEL_MISSING if it is not on this computer, MODEL_DAMAGED, FACES_MISSING.
    """

    def built_in(self) -> ModelCard: ...

    def keep(self, folder: Path) -> ModelCard:
        """Verify a supplied folder, try it, and copy it to this computer. Trouble: also NO_SUCH_FILE, DISK_FULL."""
        ...

    def supplied(self, folder: Path) -> tuple[ModelCard, FaceEngine]:
        """Verify a folder and load it; nothing is kept. Trouble: also NO_SUCH_FILE."""
        ...

    def card(self, model_hash: str) -> ModelCard: ...

    def engine(self, model_hash: str) -> FaceEngine: ...
