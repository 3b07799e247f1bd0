"""Face models that the secretariat supplies: a folder with ONNX files and models.toml, which says what they are.

resources/sample/models.toml shows every line. Every file is read once, compared with its SHA-256, and run from
memory: what was verified is what runs.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congress_desk.devices.faces.describing import ArcFaceDescriber, ArcFaceInput
from congress_desk.devices.faces.dlib_finder import DlibFinder
from congress_desk.devices.faces.engine import PairedEngine
from congress_desk.devices.faces.finding import Finder
from congress_desk.devices.faces.models import MANIFEST, model_files
from congress_desk.devices.faces.networks import Network, NetworkUnusable
from congress_desk.devices.faces.yunet_finder import YuNetFinder
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.face_models import ModelCard

USUAL = {"size": 112, "colours": "rgb", "mean": 0.0, "deviation": 1.0, "same_person": 1.128}
USUAL_SCORE = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class SuppliedModels:
    """A folder's models.toml, understood; the files are not read yet. detector: "" for dlib's."""

    folder: Path
    name: str
    licence: str
    source: str
    takes: ArcFaceInput
    score: float
    embedding: str
    detector: str
    hashes: dict[str, str]

    @property
    def card(self) -> ModelCard:
        return ModelCard(
            name=self.name,
            licence=self.licence,
            source=self.source,
            model_hash=self.fingerprint(),
            files=tuple(self.hashes.items()),
        )

    def fingerprint(self) -> str:
        """SHA-256 over all that makes a template what it is: another line in models.toml is another model."""
        takes = self.takes
        told = [self.hashes[self.embedding], self.hashes.get(self.detector, "dlib"), self.score]
        told += [takes.size, takes.colours, takes.mean, takes.deviation, takes.length, takes.same_person]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()

    def verified(self, file: str) -> bytes:
        """The bytes of a file that is what models.toml says. Trouble: NO_SUCH_FILE, CANNOT_READ, MODEL_DAMAGED."""
        raw = _read(self.folder / file)
        if hashlib.sha256(raw).hexdigest() != self.hashes[file]:
            raise Trouble(Problem.MODEL_DAMAGED, called=file)
        return raw


def supplied_models(folder: Path) -> SuppliedModels:
    """Trouble: NO_SUCH_FILE, CANNOT_READ; MODEL_DAMAGED if a line of models.toml is missing or of no use."""
    written = _read(folder / MANIFEST)
    try:
        return _understood(folder, tomllib.loads(written.decode("utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError) as why:
        raise Trouble(Problem.MODEL_DAMAGED, called=MANIFEST) from why


def make_supplied_engine(models: SuppliedModels) -> PairedEngine:
    """Trouble: NO_SUCH_FILE, CANNOT_READ, MODEL_DAMAGED, FACES_MISSING."""
    describer = _describer(models)
    return PairedEngine(_finder(models), describer, models.fingerprint)


def _describer(models: SuppliedModels) -> ArcFaceDescriber:
    try:
        return ArcFaceDescriber(Network(models.verified(models.embedding)), models.takes)
    except NetworkUnusable as why:
        raise Trouble(Problem.MODEL_DAMAGED, called=models.embedding) from why


def _finder(models: SuppliedModels) -> Finder:
    if not models.detector:
        return DlibFinder(model_files().points)
    try:
        return YuNetFinder(models.verified(models.detector), score=models.score)
    except NetworkUnusable as why:
        raise Trouble(Problem.MODEL_DAMAGED, called=models.detector) from why


def _understood(folder: Path, told: dict[str, Any]) -> SuppliedModels:
    embedding: dict[str, Any] = USUAL | told["embedding"]
    detector: dict[str, Any] = told.get("detector", {})
    takes = ArcFaceInput(
        size=int(embedding["size"]),
        colours=str(embedding["colours"]),
        mean=float(embedding["mean"]),
        deviation=float(embedding["deviation"]),
        length=int(embedding["length"]),
        same_person=float(embedding["same_person"]),
    )
    if takes.colours not in ("rgb", "bgr") or min(takes.size, takes.deviation, takes.length, takes.same_person) <= 0:
        raise ValueError(takes)
    return SuppliedModels(
        folder=folder,
        **{about: _line(told, about) for about in ("name", "licence", "source")},
        takes=takes,
        score=float(detector.get("score", USUAL_SCORE)),
        embedding=_file(embedding),
        detector=_file(detector) if detector else "",
        hashes={_file(one): str(one["sha256"]).lower() for one in (embedding, detector) if one},
    )


def _line(told: dict[str, Any], about: str) -> str:
    if not str(told[about]).strip():
        raise ValueError(about)
    return str(told[about]).strip()


def _file(told: dict[str, Any]) -> str:
    """A name beside models.toml, and nowhere else."""
    name = str(told["file"])
    if Path(name).name != name or "\\" in name:
        raise ValueError(name)
    return name


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise Trouble(Problem.NO_SUCH_FILE, path=str(path))
    try:
        return path.read_bytes()
    except OSError as why:
        raise Trouble(Problem.CANNOT_READ, path=str(path)) from why
