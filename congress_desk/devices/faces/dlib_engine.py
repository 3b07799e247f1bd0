"""The engine that comes with the program: dlib's detector, points and residual network.

Straight from dlib's files: the package face_recognition takes 2.4 s and 141 MB to import, loads a model that may not
be sold, and quits the program when setuptools is missing.
"""

from __future__ import annotations

from congress_desk.devices.faces.describing import DlibDescriber
from congress_desk.devices.faces.dlib_finder import DlibFinder
from congress_desk.devices.faces.engine import PairedEngine
from congress_desk.devices.faces.models import ModelFiles, model_files
from congress_desk.domain.refusals import Problem, Trouble


def make_engine(files: ModelFiles | None = None) -> PairedEngine:
    """The port FaceEngineMaker: 0.5 s and 90 MB, OpenCV and dlib included. Trouble: FACES_MISSING."""
    there = files or model_files()
    try:
        weights = there.network.read_bytes()
    except OSError as why:
        raise Trouble(Problem.FACES_MISSING) from why
    return PairedEngine(DlibFinder(there.points), DlibDescriber(weights), there.fingerprint)
