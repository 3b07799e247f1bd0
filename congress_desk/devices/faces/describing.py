"""Templates: a face turned into numbers of which the Euclidean distance says how alike two faces are.

Each describer averages the chip with its mirror image: accepts 8 of 100 people more at the same false rate. All speak
in one measure, so that the fixed distances of domain.identification hold for any of them: 0.6 is where the maker of
the network draws the line between one person and two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from congress_desk.devices.faces.alignment import ARCFACE_SIZE, moved, similarity
from congress_desk.devices.faces.dlib_network import MEAN, SCALE, NotThisNetwork, network_of
from congress_desk.devices.faces.finding import Found
from congress_desk.devices.faces.networks import Network, NetworkUnusable, Numbers, with_mirror_image
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.faces import Picture, Template

SAME_PERSON = 0.6


class Describer(Protocol):
    def template(self, picture: Picture, found: Found, chip: Picture) -> Template:
        """picture: the one that was searched; chip: the finder's, (150, 150, 3)."""
        ...


class DlibDescriber:
    """dlib's residual network (128 numbers, length about 1), run by OpenCV."""

    def __init__(self, weights: bytes) -> None:
        """Trouble: FACES_MISSING for a damaged file."""
        try:
            self._network = Network(network_of(weights, batch=2))
        except (NotThisNetwork, NetworkUnusable) as why:
            raise Trouble(Problem.FACES_MISSING) from why

    def template(self, picture: Picture, found: Found, chip: Picture) -> Template:
        shown = (with_mirror_image(chip) - MEAN[None, :, None, None]) * np.float32(SCALE)
        mean: Template = self._network(shown).mean(axis=0)
        return mean


@dataclass(frozen=True, slots=True, kw_only=True)
class ArcFaceInput:
    """What a network of the ArcFace type takes: `size` px, red-green-blue or the reverse, (px - mean) / deviation.

    length: of its templates. same_person: the distance of two templates of length 1 under which its maker says that
    they are of one person (1.128 for SFace).
    """

    size: int
    colours: str
    mean: float
    deviation: float
    length: int
    same_person: float


class ArcFaceDescriber:
    """A network that takes a face aligned to ArcFace's five places: SFace, MobileFaceNet, ResNet of any depth."""

    def __init__(self, network: Network, takes: ArcFaceInput) -> None:
        """NetworkUnusable if it does not give templates of the promised length."""
        self._network = network
        self._takes = takes
        empty = np.zeros((takes.size, takes.size, 3), dtype=np.uint8)
        if self._described(empty).shape != (takes.length,):
            raise NetworkUnusable(takes.length)

    def template(self, picture: Picture, found: Found, chip: Picture) -> Template:
        """Of length 0.6 / same_person, so that 0.6 is the line that the maker draws."""
        places = found.places * (self._takes.size / ARCFACE_SIZE)
        mean = self._described(moved(picture, similarity(found.points, places), self._takes.size))
        return (mean * (SAME_PERSON / self._takes.same_person)).astype(np.float32)

    def _described(self, chip: Picture) -> Numbers:
        shown = (with_mirror_image(chip) - np.float32(self._takes.mean)) / np.float32(self._takes.deviation)
        if self._takes.colours == "bgr":
            shown = shown[:, ::-1]
        both = [_of_length_one(self._network(shown[place : place + 1]).reshape(-1)) for place in (0, 1)]
        return _of_length_one(both[0] + both[1])


def _of_length_one(vector: Numbers) -> Numbers:
    scaled: Numbers = vector / max(float(np.linalg.norm(vector)), 1e-9)
    return scaled
