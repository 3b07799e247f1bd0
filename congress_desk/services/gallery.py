"""The enrolled faces in memory, and who of them is nearest to a live face.

One matrix product over all people. Thresholds, look-alikes and what may be added come from the photos' templates
alone; those of confirmed check-ins only bring their person nearer. Templates are decrypted here and nowhere else,
and are read again only when an act has changed them.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.identification import (
    FRAMES_AGREEING,
    SHOWN,
    Band,
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

    from congress_desk.services.ports.faces import Template

    Matrix = NDArray[np.float32]
    Vector = NDArray[np.float32]

CHANGE_GALLERY = (
    Kind.FACES_ENROLLED,
    Kind.FACES_ERASED,
    Kind.CONSENT_WITHDRAWN,
    Kind.PHOTOS_ADDED,
    Kind.FACE_KEY_LOCKED,
    Kind.FACE_MODEL_CHOSEN,
)
CHANGE_ADDED = (Kind.FACE_STRENGTHENED, Kind.VOIDED)
MOST_LOOK_ALIKES = 100  # pairs shown; a list that nobody can read helps nobody


class Gallery:
    def __init__(self, vault: Vault, model_in_use: Callable[[Work], str] | None = None) -> None:
        """model_in_use: the hash of the one model whose templates are compared; without it all are of one model."""
        self._vault = vault
        self._model_in_use = model_in_use
        self._stamp, self._added_stamp = -1, -1
        self._by_photo: KnownFaces | None = None  # numpy is not worth a tenth of a second at the window's start
        self._known: KnownFaces | None = None  # with the templates of confirmed check-ins

    def refresh(self, work: Work) -> None:
        """Trouble: FACE_KEY_MISSING."""
        stamp, added_stamp = work.journal.count(CHANGE_GALLERY), work.journal.count(CHANGE_ADDED)
        if (stamp, added_stamp) == (self._stamp, self._added_stamp):
            return
        others = {template.id for template in self.of_other_models(work)}
        fitting = [template for template in work.templates.all() if template.id not in others]
        added = {str(event.body["template"]) for event in work.journal.of_kinds([Kind.FACE_STRENGTHENED])}
        if stamp != self._stamp or self._by_photo is None:
            self._by_photo = KnownFaces(self._opened([t for t in fitting if t.id not in added]))
        self._known = self._by_photo.strengthened(self._opened([t for t in fitting if t.id in added]))
        self._stamp, self._added_stamp = stamp, added_stamp

    def of_other_models(self, work: Work) -> list[SealedTemplate]:
        """Templates that are never compared, for those of two models say nothing about each other."""
        everything = work.templates.all()
        if not everything or self._model_in_use is None:
            return []
        model = self._model_in_use(work)
        return [template for template in everything if template.model_hash != model]

    @property
    def people(self) -> int:
        return len(self._known.people) if self._known else 0

    @property
    def thresholds(self) -> Thresholds:
        return self._known.thresholds if self._known else Thresholds()

    def propose(self, live: Sequence[Sequence[float]], *, frames_needed: int = FRAMES_AGREEING) -> Proposal:
        """Who the live templates (k, d) of one face may be; as KnownFaces.propose. Those of a camera that has not yet
        heard of another model are nobody's."""
        known = self._known
        if known is None or (live and len(live[0]) != known.length):
            return propose([], self.thresholds)
        return known.propose(live, frames_needed=frames_needed)

    def is_sure_by_photo(self, person: DelegateId, live: Sequence[Sequence[float]]) -> bool:
        """Whether these live templates would be green for this person if nothing had ever been added."""
        known = self._by_photo
        if known is None or not live or len(live[0]) != known.length:
            return False
        proposal = known.propose(live)
        return proposal.band is Band.GREEN and proposal.candidates[0].delegate == person

    def look_alikes(self, closer_than: float) -> list[tuple[DelegateId, DelegateId, float]]:
        """Pairs of different people whose templates are nearer than that, nearest first: duplicates or twins."""
        return self._known.look_alikes(closer_than)[:MOST_LOOK_ALIKES] if self._known else []

    def _opened(self, sealed: Sequence[SealedTemplate]) -> list[tuple[DelegateId, Template]]:
        import numpy as np

        return [
            (t.delegate, np.frombuffer(self._vault.open(t.sealed, about_template(t)), dtype=np.float32))
            for t in sealed
        ]


class KnownFaces:
    """People and their templates, compared with each other once, then with whoever stands before the camera."""

    def __init__(self, templates: Sequence[tuple[DelegateId, Template]]) -> None:
        """templates: of photos; person and vector (d,) in any order, all of one length, one a person or several."""
        import numpy as np

        ordered = sorted(templates, key=lambda template: template[0])
        self._photos = ordered
        owners = [person for person, _ in ordered]
        self.people = sorted(set(owners))
        self._starts = [row for row, owner in enumerate(owners) if row == 0 or owners[row - 1] != owner]
        empty = np.zeros((0, 0), dtype=np.float32)
        self._matrix: Matrix = np.stack([vector for _, vector in ordered]) if ordered else empty
        self.length = self._matrix.shape[1]
        self._means, self._spread = _means_and_spread(self._matrix, self._starts)
        self.thresholds = calibrated(self._neighbours())

    def strengthened(self, added: Sequence[tuple[DelegateId, Template]]) -> KnownFaces:
        """The same people and thresholds with templates of confirmed check-ins; those of others are left out."""
        import numpy as np

        if not added or not self.people:
            return self
        enrolled = set(self.people)
        both = [*self._photos, *((person, vector) for person, vector in added if person in enrolled)]
        both.sort(key=lambda template: template[0])
        owners = [person for person, _ in both]
        starts = [row for row, owner in enumerate(owners) if row == 0 or owners[row - 1] != owner]
        stronger = copy.copy(self)
        stronger._means, stronger._spread = _means_and_spread(np.stack([vector for _, vector in both]), starts)
        return stronger

    def propose(self, live: Sequence[Sequence[float]], *, frames_needed: int = FRAMES_AGREEING) -> Proposal:
        """Who the live templates (k, 128) of one face may be.

        Green needs `frames_needed` frames, and in each of them the proposed person among the nearest three: of the
        tracks in which two people were mixed, one in a hundred passes then, and one in three would without.
        """
        if not self.people or not live:
            return propose([], self.thresholds)
        frames, together = self._apart(live)
        first = together.argmin()
        nearer = (frames < frames[:, first : first + 1]).sum(axis=1)
        agree = len(live) >= frames_needed and bool((nearer < SHOWN).all())
        return propose(self._ranked(together), self.thresholds, agreeing_frames=FRAMES_AGREEING if agree else 0)

    def nearest(self, live: Sequence[Sequence[float]]) -> list[Candidate]:
        """The three people nearest to the live templates (k, 128) of one face."""
        return self._ranked(self._apart(live)[1]) if self.people else []

    def _apart(self, live: Sequence[Sequence[float]]) -> tuple[Matrix, Vector]:
        """Distances to everybody: of the single frames (k, people), and of all of them together (people,).

        The mean of k templates is nearer to everybody, strangers too, than one template is, and the thresholds know
        single photos only; so its squared distance is averaged with the mean squared distance of the single frames.
        For the same reason that of a person's mean is averaged with the mean squared one of his templates: half of
        how far they are spread comes on top.
        """
        import numpy as np

        frames = np.asarray(live, dtype=np.float32)
        both = np.vstack([frames, frames.mean(axis=0, keepdims=True)])
        apart = np.sqrt(np.square(distances(both, self._means)) + self._spread / 2)
        single, averaged = apart[:-1], apart[-1]
        return single, np.sqrt((np.square(single).mean(axis=0) + np.square(averaged)) / 2)

    def _ranked(self, apart: Vector) -> list[Candidate]:
        """apart: the distances (people,) of a face to everybody. The nearest three, nearest first."""
        return [Candidate(delegate=self.people[i], score=round(float(apart[i]), 4)) for i in apart.argsort()[:SHOWN]]

    def look_alikes(self, closer_than: float) -> list[tuple[DelegateId, DelegateId, float]]:
        """Pairs of different people whose templates are nearer than that, nearest first."""
        import numpy as np

        if not self.people:
            return []
        apart = self._between_people()
        once = np.triu(np.ones_like(apart, dtype=bool), 1)
        pairs = zip(*np.nonzero((apart < closer_than) & once), strict=True)
        near = sorted((float(apart[a, b]), self.people[a], self.people[b]) for a, b in pairs)
        return [(one, other, distance) for distance, one, other in near]

    def _neighbours(self) -> dict[DelegateId, list[float]]:
        """Each person's ascending distances to the two others nearest to him."""
        import numpy as np

        if not self.people:
            return {}
        count = min(2, len(self.people) - 1)
        others = np.sort(np.partition(self._between_people(), count, axis=1)[:, :count], axis=1)
        return {person: row.tolist() for person, row in zip(self.people, others, strict=True)}

    def _between_people(self) -> Matrix:
        """(people, people) distances, each person's nearest templates; infinity on the diagonal."""
        import numpy as np

        by_person = self._to_people(distances(self._matrix, self._matrix))
        apart: Matrix = np.minimum.reduceat(by_person, self._starts, axis=0)
        np.fill_diagonal(apart, np.inf)
        return apart

    def _to_people(self, apart: Matrix) -> Matrix:
        """(k, templates) -> (k, people): each person by the nearest template."""
        import numpy as np

        nearest: Matrix = np.minimum.reduceat(apart, self._starts, axis=1)
        return nearest


def _means_and_spread(matrix: Matrix, starts: Sequence[int]) -> tuple[Matrix, Vector]:
    """Of each person's rows: their mean (people, d), and their mean squared distance to it (people,)."""
    import numpy as np

    if not starts:
        return matrix, matrix.sum(axis=1)
    counts = np.diff([*starts, len(matrix)]).astype(np.float32)
    means: Matrix = (np.add.reduceat(matrix, starts, axis=0) / counts[:, None]).astype(np.float32)
    off = np.square(matrix - np.repeat(means, counts.astype(np.intp), axis=0)).sum(axis=1)
    spread: Vector = (np.add.reduceat(off, starts) / counts).astype(np.float32)
    return means, spread


def about_template(template: SealedTemplate) -> bytes:
    """The associated data of the seal: a template moved to another person or model does not open."""
    return f"{template.id}|{template.delegate}|{template.model_hash}".encode()


def distances(one: Matrix, other: Matrix) -> Matrix:
    """Euclidean distances (m, n) of rows (m, d) and (n, d)."""
    import numpy as np

    squared = (one * one).sum(1)[:, None] + (other * other).sum(1)[None] - 2 * one @ other.T
    apart: Matrix = np.sqrt(np.maximum(0, squared))
    return apart
