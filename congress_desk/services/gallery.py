"""The enrolled faces in memory, and who of them is nearest to a live face.

One matrix product over all templates; a person with several templates counts by the nearest. Templates are
decrypted here and nowhere else, and are read again only when an act has changed them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.identification import (
    FRAMES_AGREEING,
    Candidate,
    Proposal,
    Thresholds,
    calibrated,
    propose,
)
from congress_desk.domain.journal import Kind
from congress_desk.services.ports.store import SealedTemplate, Vault, Work

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

CHANGE_GALLERY = (Kind.FACES_ENROLLED, Kind.FACES_ERASED, Kind.CONSENT_WITHDRAWN, Kind.PHOTOS_ADDED)
RANKED = 5
MOST_LOOK_ALIKES = 100  # pairs shown; a list that nobody can read helps nobody


class Gallery:
    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._stamp = -1
        self._people: list[DelegateId] = []
        self._matrix: Matrix | None = None  # (templates, 128)
        self._rows: list[int] = []  # the person of each template, as a place in _people
        self.thresholds = Thresholds()

    def refresh(self, work: Work) -> None:
        """Trouble: FACE_KEY_MISSING."""
        stamp = work.journal.count(CHANGE_GALLERY)
        if stamp != self._stamp:
            self._read(work.templates.all())
            self._stamp = stamp

    @property
    def people(self) -> int:
        return len(self._people)

    def propose(self, live: Sequence[Sequence[float]], *, frames_needed: int = FRAMES_AGREEING) -> Proposal:
        """Who the averaged live templates (k, 128) of one face may be.

        Green needs the same person first in every frame, and at least `frames_needed` frames.
        """
        import numpy as np

        if self._matrix is None or not live:
            return Proposal(band=propose([], self.thresholds).band)
        frames = np.asarray(live, dtype=np.float32)
        ranked = self._ranked(frames.mean(axis=0, keepdims=True))[0]
        firsts = {row[0].delegate for row in self._ranked(frames)}
        agree = len(firsts) == 1 and len(live) >= frames_needed
        return propose(ranked, self.thresholds, agreeing_frames=FRAMES_AGREEING if agree else 0)

    def look_alikes(self, closer_than: float) -> list[tuple[DelegateId, DelegateId, float]]:
        """Pairs of different people whose templates are nearer than that, nearest first: duplicates or twins."""
        import numpy as np

        if self._matrix is None:
            return []
        apart = self._between_people()
        pairs = zip(*np.nonzero((apart < closer_than) & np.triu(np.ones_like(apart, dtype=bool), 1)), strict=True)
        near = sorted((float(apart[a, b]), self._people[a], self._people[b]) for a, b in pairs)
        return [(one, other, distance) for distance, one, other in near[:MOST_LOOK_ALIKES]]

    def _read(self, sealed: Sequence[SealedTemplate]) -> None:
        import numpy as np

        plain = [self._vault.open(t.sealed, about_template(t)) for t in sealed]
        self._people = sorted({template.delegate for template in sealed})
        place = {person: index for index, person in enumerate(self._people)}
        self._rows = [place[template.delegate] for template in sealed]
        self._matrix = np.stack([np.frombuffer(raw, dtype=np.float32) for raw in plain]) if plain else None
        self.thresholds = calibrated(self._leave_one_out(), len(self._people))

    def _ranked(self, live: Matrix) -> list[list[Candidate]]:
        nearest = self._to_people(distances(live, self._gallery()))
        found = []
        for row in nearest:
            order = row.argsort()[:RANKED]
            found.append([Candidate(delegate=self._people[i], score=round(float(row[i]), 4)) for i in order])
        return found

    def _to_people(self, apart: Matrix) -> Matrix:
        """(k, templates) -> (k, people): each person by the nearest template."""
        import numpy as np

        nearest = np.full((apart.shape[0], len(self._people)), np.inf, dtype=np.float32)
        for column, person in enumerate(self._rows):
            np.minimum(nearest[:, person], apart[:, column], out=nearest[:, person])
        return nearest

    def _between_people(self) -> Matrix:
        """(people, people) distances, each person's nearest templates; infinity on the diagonal."""
        import numpy as np

        by_person = self._to_people(distances(self._gallery(), self._gallery()))
        apart = np.full((len(self._people), len(self._people)), np.inf, dtype=np.float32)
        for row, person in enumerate(self._rows):
            np.minimum(apart[person], by_person[row], out=apart[person])
        np.fill_diagonal(apart, np.inf)
        return apart

    def _leave_one_out(self) -> list[float]:
        import numpy as np

        if len(self._people) < 2:
            return []
        ordered = np.sort(self._between_people(), axis=1)
        second = ordered[:, 1] if len(self._people) > 2 else ordered[:, 0]
        return [float(score) for score in 2 * ordered[:, 0] - second]

    def _gallery(self) -> Matrix:
        assert self._matrix is not None
        return self._matrix


def about_template(template: SealedTemplate) -> bytes:
    """The associated data of the seal: a template moved to another person or model does not open."""
    return f"{template.id}|{template.delegate}|{template.model_hash}".encode()


def distances(one: Matrix, other: Matrix) -> Matrix:
    """Euclidean distances (m, n) of rows (m, d) and (n, d)."""
    import numpy as np

    squared = (one * one).sum(1)[:, None] + (other * other).sum(1)[None] - 2 * one @ other.T
    apart: Matrix = np.sqrt(np.maximum(0, squared))
    return apart
