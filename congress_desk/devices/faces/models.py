"""Where the face models are, without importing the package that carries them (it needs setuptools and quits)."""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

from congress_desk.domain.refusals import Problem, Trouble

POINTS = "shape_predictor_5_face_landmarks.dat"
NETWORK = "dlib_face_recognition_resnet_model_v1.dat"


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """Only the five-point model and the network: the 68-point model's licence forbids commercial use."""

    points: Path
    network: Path

    def fingerprint(self) -> str:
        """SHA-256 over both files, in hexadecimal: a template is worth nothing under other models."""
        digest = hashlib.sha256()
        for path in (self.points, self.network):
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        return digest.hexdigest()


def model_files(package: str = "face_recognition_models") -> ModelFiles:
    """The two files of the installed package. Trouble: FACES_MISSING."""
    spec = importlib.util.find_spec(package)
    for place in (spec.submodule_search_locations or ()) if spec is not None else ():
        files = ModelFiles(Path(place) / "models" / POINTS, Path(place) / "models" / NETWORK)
        if files.points.is_file() and files.network.is_file():
            return files
    raise Trouble(Problem.FACES_MISSING)
