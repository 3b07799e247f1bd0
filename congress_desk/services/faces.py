"""Faces: consent first, then enrolment from the photo, then proposals, then erasure.

Nobody is enrolled without a recorded consent; nobody is refused by a face. Pictures are never kept here,
only sealed templates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.identification import FRAMES_AGREEING, LOOK_ALIKE, Proposal
from congress_desk.domain.journal import EventId, Kind, new_id
from congress_desk.domain.refusals import Reason, Refusal, Trouble
from congress_desk.services.floor import Floor, the_delegate
from congress_desk.services.gallery import Gallery, about_template
from congress_desk.services.ports.faces import Face, FaceEngine, FaceEngineMaker
from congress_desk.services.ports.store import SealedTemplate, Vault
from congress_desk.services.roster import Roster

BATCH = 20

Progress = Callable[[int, int], bool]  # done, of how many; gives False to stop


@dataclass(frozen=True, slots=True, kw_only=True)
class NotEnrolled:
    """reason: no_consent, no_photo, no_face, several_faces, not_a_picture, or a flaw of ports.faces."""

    delegate: DelegateId
    full_name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolReport:
    """enrolled: newly, in this run; people: all that are enrolled now; look_alikes: pairs with their distance."""

    enrolled: int
    people: int
    not_enrolled: tuple[NotEnrolled, ...]
    look_alikes: tuple[tuple[DelegateId, DelegateId, float], ...]
    stopped: bool = False


class FacesService:
    def __init__(self, floor: Floor, roster: Roster, gallery: Gallery, vault: Vault) -> None:
        self._floor = floor
        self._roster = roster
        self._gallery = gallery
        self._vault = vault

    def consent(self, delegates: Iterable[DelegateId], *, text_version: str, by: str) -> int:
        """Record who agreed to which text, told by whom. How many had not agreed before.

        Refusal: BAD_VALUE without a text version or a name, NO_SUCH_DELEGATE.
        """
        if not text_version.strip() or not by.strip():
            raise Refusal(Reason.BAD_VALUE, field="text_version" if not text_version.strip() else "by")
        with self._floor.act() as act:
            people = [the_delegate(act.work, d) for d in dict.fromkeys(delegates)]
            new = [d for d in people if not d.consented]
            if new:
                act.work.delegates.put(replace(d, consented=True) for d in new)
                body = {"delegates": [d.id for d in new], "text_version": text_version, "by": by}
                act.write(Kind.CONSENTED, delegate=new[0].id if len(new) == 1 else None, body=body)
        return len(new)

    def withdraw_consent(self, delegate: DelegateId, *, by: str = "") -> None:
        """The template goes at once; the delegate comes in by card as before."""
        with self._floor.act() as act:
            person = the_delegate(act.work, delegate)
            if not person.consented:
                return
            act.work.delegates.put([replace(person, consented=False)])
            erased = act.work.templates.erase(delegate)
            act.write(Kind.CONSENT_WITHDRAWN, delegate=delegate, body={"by": by, "templates_erased": erased})

    def enrol(self, make_engine: FaceEngineMaker, progress: Progress = lambda _done, _of: True) -> EnrolReport:
        """Make templates of all who consented, have a photo and are not enrolled yet; in batches, resumable.

        Trouble: FACES_MISSING, FACE_KEY_MISSING.
        """
        with self._floor.reading() as work:
            self._gallery.refresh(work)
            everybody = self._roster.read(work)
        waiting = [d for d in everybody if d.consented and d.photo and not d.enrolled]
        refused = [
            NotEnrolled(
                delegate=d.id, full_name=d.sheet.full_name, reason="no_photo" if d.consented else "no_consent"
            )
            for d in everybody
            if not d.enrolled and not (d.consented and d.photo)
        ]
        enrolled, stopped = 0, False
        if waiting:
            engine = make_engine()
            for start in range(0, len(waiting), BATCH):
                stopped = not progress(start, len(waiting))
                if stopped:
                    break
                batch_enrolled, batch_refused = self._enrol_batch(engine, waiting[start : start + BATCH])
                enrolled += batch_enrolled
                refused += batch_refused
        with self._floor.reading() as work:
            self._gallery.refresh(work)
        return EnrolReport(
            enrolled=enrolled,
            people=self._gallery.people,
            not_enrolled=tuple(refused),
            look_alikes=tuple(self._gallery.look_alikes(LOOK_ALIKE)),
            stopped=stopped,
        )

    def propose(self, templates: Sequence[Sequence[float]], *, frames_needed: int = FRAMES_AGREEING) -> Proposal:
        """Who these live templates of one face may be. Trouble: FACE_KEY_MISSING."""
        with self._floor.reading() as work:
            self._gallery.refresh(work)
        return self._gallery.propose(templates, frames_needed=frames_needed)

    def erase(self) -> int:
        """Erase every template and destroy the key: copies of the file open nothing any more either.

        The key goes before the commit: should that fail, nothing opens, and erasing again finishes it.
        """
        with self._floor.act() as act:
            erased = act.work.templates.erase()
            act.write(Kind.FACES_ERASED, body={"templates_erased": erased})
            self._vault.destroy()
        with self._floor.reading() as work:
            self._gallery.refresh(work)
        return erased

    def _enrol_batch(self, engine: FaceEngine, batch: Sequence[Delegate]) -> tuple[int, list[NotEnrolled]]:
        templates: list[SealedTemplate] = []
        refused: list[NotEnrolled] = []
        for delegate in batch:
            face = self._face_of(engine, delegate)
            if isinstance(face, str):
                refused.append(NotEnrolled(delegate=delegate.id, full_name=delegate.sheet.full_name, reason=face))
            else:
                templates.append(self._sealed(delegate.id, engine.model_hash, face))
        with self._floor.act() as act:
            still = {d.id for d in act.work.delegates.all() if d.consented}
            kept = [t for t in templates if t.delegate in still]
            act.work.templates.put(kept)
            body = {
                "delegates": [t.delegate for t in kept],
                "refused": {r.delegate: r.reason for r in refused},
                "model": engine.model_hash,
            }
            act.write(Kind.FACES_ENROLLED, body=body)
        return len(kept), refused

    def _face_of(self, engine: FaceEngine, delegate: Delegate) -> Face | str:
        """The one good face of the photo, or the reason why there is none."""
        with self._floor.reading() as work:
            raw = work.photos.get(delegate.photo)
        if raw is None:
            return Reason.NO_PHOTO.value
        try:
            faces = engine.faces(engine.decode(raw), strict=True)
        except Trouble as trouble:
            return trouble.problem.value
        if not faces:
            return Reason.NO_FACE.value
        if len(faces) > 1 and faces[1].box[2] * 2 > faces[0].box[2]:
            return Reason.SEVERAL_FACES.value
        return faces[0] if faces[0].template is not None else faces[0].flaws[0].value

    def _sealed(self, delegate: DelegateId, model_hash: str, face: Face) -> SealedTemplate:
        import numpy as np

        assert face.template is not None
        template = SealedTemplate(
            id=EventId(new_id(self._floor.clock.now())), delegate=delegate, model_hash=model_hash, sealed=b""
        )
        plain = np.asarray(face.template, dtype=np.float32).tobytes()
        return replace(template, sealed=self._vault.seal(plain, about_template(template)))
