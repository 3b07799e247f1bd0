"""Where the face models are, without importing the package that carries them (it needs setuptools and quits)."""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.face_models import ModelCard

POINTS = "shape_predictor_5_face_landmarks.dat"
NETWORK = "dlib_face_recognition_resnet_model_v1.dat"
MANIFEST = "models.toml"  # of supplied models


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """Only the five-point model and the network: the 68-point model's licence forbids commercial use."""

    points: Path
    network: Path

    def fingerprint(self) -> str:
        """SHA-256 over both files, in hexadecimal: a template is worth nothing under other models."""
        return self.card().model_hash

    def card(self) -> ModelCard:
        hashes = [_sha256(path) for path in (self.points, self.network)]
        return ModelCard(
            name="dlib ResNet",
            licence="CC0 1.0",
            source="dlib-models, Davis E. King",
            model_hash=hashlib.sha256(b"".join(hashes)).hexdigest(),
            files=tuple(
                (path.name, one.hex()) for path, one in zip((self.points, self.network), hashes, strict=True)
            ),
        )


def model_files(package: str = "face_recognition_models") -> ModelFiles:
    """The two files of the installed package. Trouble: FACES_MISSING."""
    spec = importlib.util.find_spec(package)
    for place in (spec.submodule_search_locations or ()) if spec is not None else ():
        files = ModelFiles(Path(place) / "models" / POINTS, Path(place) / "models" / NETWORK)
        if files.points.is_file() and files.network.is_file():
            return files
    raise Trouble(Problem.FACES_MISSING)


def _sha256(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
