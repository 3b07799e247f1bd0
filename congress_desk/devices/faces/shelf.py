"""Supplied face models kept on this computer, each in a folder named by its hash, apart from any congress file.

What is kept is verified again whenever it is loaded: a folder of another name or content is never used.
"""

from __future__ import annotations

import errno
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from congress_desk.devices.faces.models import MANIFEST, model_files
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.face_models import ModelCard
from congress_desk.services.ports.faces import FaceEngine

if TYPE_CHECKING:  # numpy costs the window's start a tenth of a second
    from congress_desk.devices.faces.engine import PairedEngine
    from congress_desk.devices.faces.supplied import SuppliedModels


class FolderShelf:
    """The port ModelShelf."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._built_in: ModelCard | None = None

    def built_in(self) -> ModelCard:
        if self._built_in is None:
            self._built_in = model_files().card()
        return self._built_in

    def supplied(self, folder: Path) -> tuple[ModelCard, FaceEngine]:
        from congress_desk.devices.faces.supplied import make_supplied_engine, supplied_models

        models = supplied_models(folder)
        return models.card, make_supplied_engine(models)

    def keep(self, folder: Path) -> ModelCard:
        from congress_desk.devices.faces.supplied import make_supplied_engine, supplied_models

        models = supplied_models(folder)
        make_supplied_engine(models)
        try:
            self._copy(models)
        except OSError as why:
            problem = Problem.DISK_FULL if why.errno == errno.ENOSPC else Problem.CANNOT_WRITE
            raise Trouble(problem, path=str(self._folder)) from why
        return models.card

    def card(self, model_hash: str) -> ModelCard:
        return self.built_in() if self._is_built_in(model_hash) else kept_models(Path(self.place(model_hash))).card

    def engine(self, model_hash: str) -> FaceEngine:
        return engine_at(self.place(model_hash))

    def place(self, model_hash: str) -> str:
        """Where the model's folder is, if it is there; "" for the one that comes with the program."""
        return "" if self._is_built_in(model_hash) else str(self._folder / model_hash)

    def _is_built_in(self, model_hash: str) -> bool:
        return not model_hash or model_hash == self.built_in().model_hash

    def _copy(self, models: SuppliedModels) -> None:
        """Whole or not at all."""
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(dir=self._folder, prefix=".making-"))
        try:
            for name in (MANIFEST, *models.hashes):
                shutil.copyfile(models.folder / name, draft / name)
            target = self._folder / models.fingerprint()
            shutil.rmtree(target, ignore_errors=True)
            draft.rename(target)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


def engine_at(place: str) -> PairedEngine:
    """The engine of FolderShelf.place(), in any process. Trouble: MODEL_MISSING, MODEL_DAMAGED, FACES_MISSING."""
    from congress_desk.devices.faces.dlib_engine import make_engine
    from congress_desk.devices.faces.supplied import make_supplied_engine

    return make_supplied_engine(kept_models(Path(place))) if place else make_engine()


def kept_models(folder: Path) -> SuppliedModels:
    """Trouble: MODEL_MISSING; MODEL_DAMAGED if the folder does not hold what its name says."""
    from congress_desk.devices.faces.supplied import supplied_models

    if not folder.is_dir():
        raise Trouble(Problem.MODEL_MISSING)
    models = supplied_models(folder)
    if models.fingerprint() != folder.name:
        raise Trouble(Problem.MODEL_DAMAGED, called=MANIFEST)
    return models
