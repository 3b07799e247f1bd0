"""Faces: consent first, then enrolment from the photo, then proposals, then erasure.

Nobody is enrolled without a recorded consent; nobody is refused by a face. Pictures are never kept here,
only sealed templates. What an answer or an erasure brings with it stands in face_rights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from congress_desk.domain.consent import CONSENT_KINDS, ConsentAnswer, Taking, Way, answers_of
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.erasure import Erasure, Reminder, erasures_of
from congress_desk.domain.identification import FRAMES_AGREEING, LOOK_ALIKE, Proposal
from congress_desk.domain.journal import EventId, Kind, Look, new_id
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.face_models import erase_templates
from congress_desk.services.face_rights import agree, erase_faces, refuse, withdraw, write_check
from congress_desk.services.face_status import FaceStatus, KeyState, face_reminder, face_status, key_state
from congress_desk.services.face_strengthening import strengthen
from congress_desk.services.floor import Floor, the_delegate
from congress_desk.services.gallery import Gallery, about_template
from congress_desk.services.ports.faces import Face, FaceEngine, FaceEngineMaker
from congress_desk.services.ports.store import SealedTemplate, Vault, Work
from congress_desk.services.roster import Roster

BATCH = 20
SHORTEST_PASSPHRASE = 12  # characters

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

    def consent(
        self,
        delegates: Iterable[DelegateId],
        *,
        text_version: str,
        by: str,
        way: Way = Way.NOT_STATED,
        witness: str = "",
        language: str = "",
    ) -> int:
        """Record who agreed to which text, taken by whom and how. How many had not agreed before.

        Of several at once, those who have said no before are left out: they agree by themselves or not at all.
        Refusal: BAD_VALUE without a text version, a name, or the witness of a spoken consent; NO_SUCH_DELEGATE.
        """
        taking = Taking(text_version=text_version, by=by, way=way, witness=witness, language=language)
        with self._floor.act() as act:
            return agree(act, delegates, taking)

    def refuse_consent(
        self,
        delegates: Iterable[DelegateId],
        *,
        by: str,
        text_version: str = "",
        way: Way = Way.NOT_STATED,
        witness: str = "",
        language: str = "",
    ) -> int:
        """Record who does not want it, so that nobody asks again. How many had not said so before.

        For those who had agreed it is a withdrawal. Refusal: BAD_VALUE without a name, NO_SUCH_DELEGATE.
        """
        taking = Taking(text_version=text_version, by=by, way=way, witness=witness, language=language)
        with self._floor.act() as act:
            return refuse(act, delegates, taking)

    def withdraw_consent(self, delegate: DelegateId, *, by: str = "", way: Way = Way.NOT_STATED) -> None:
        """Template and desk photo go at once; the delegate comes in by card as before."""
        with self._floor.act() as act:
            withdraw(act, the_delegate(act.work, delegate), Taking(by=by, way=way))

    def answers(self) -> Mapping[DelegateId, tuple[ConsentAnswer, ...]]:
        """Everybody's answers, oldest first. That they were looked at is in the journal."""
        with self._floor.reading() as work:
            found = answers_of(work.journal.of_kinds(CONSENT_KINDS))
        self._floor.note(Kind.LOOKED_AT, body={"what": Look.CONSENTS.value, "people": len(found)})
        return found

    def status(self) -> FaceStatus:
        self._drop_erased_key()
        with self._floor.reading() as work:
            return face_status(work, self._roster.read(work), self._vault, self._floor.clock.now())

    def reminder(self) -> Reminder | None:
        """The congress is over and templates are still there: until when they have to go."""
        with self._floor.reading() as work:
            return face_reminder(work, self._floor.clock.now())

    def set_passphrase(self, passphrase: str) -> bool:
        """Wrap the key under the secretariat's passphrase; whether another one was set before.

        Refusal: PASSPHRASE_TOO_SHORT. Trouble: FACE_KEY_MISSING where this desk has not the key.
        """
        if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
            raise Refusal(Reason.PASSPHRASE_TOO_SHORT, count=SHORTEST_PASSPHRASE)
        with self._floor.reading() as work:
            self._need_key(work)
        wrapped = self._vault.wrap(passphrase)
        with self._floor.act() as act:
            before = act.work.face_key.get()
            if before is not None and before.key_id != wrapped.key_id:  # another desk was quicker
                raise Trouble(Problem.FACE_KEY_MISSING)
            act.work.face_key.put(wrapped)
            act.write(Kind.FACE_KEY_WRAPPED, body={"key_id": wrapped.key_id, "changed": before is not None})
        return before is not None

    def unlock(self, passphrase: str) -> None:
        """Open the key at this desk. Refusal: NO_PASSPHRASE, WRONG_PASSPHRASE."""
        with self._floor.reading() as work:
            wrapped = work.face_key.get()
        if wrapped is None:
            raise Refusal(Reason.NO_PASSPHRASE)
        self._vault.unlock(wrapped, passphrase)
        with self._floor.act() as act:
            act.write(Kind.FACE_KEY_OPENED, body={"key_id": wrapped.key_id})

    def lock(self) -> None:
        """Take the key away from this desk; the passphrase brings it back. Refusal: NO_PASSPHRASE."""
        with self._floor.act() as act:
            wrapped = act.work.face_key.get()
            if wrapped is None:
                raise Refusal(Reason.NO_PASSPHRASE)
            act.write(Kind.FACE_KEY_LOCKED, body={"key_id": wrapped.key_id})
            self._vault.destroy()

    def enrol(self, make_engine: FaceEngineMaker, progress: Progress = lambda _done, _of: True) -> EnrolReport:
        """Make templates of all who consented, have a photo and are not enrolled yet; in batches, resumable.

        Trouble: FACES_MISSING, FACE_KEY_MISSING.
        """
        self._drop_erased_key()
        erase_templates(self._floor, self._gallery.of_other_models)
        with self._floor.reading() as work:
            self._need_key(work)
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

    def strengthen(self, arrival: EventId, templates: Sequence[Sequence[float]]) -> bool:
        """With the live templates of a check-in by face that the operator confirmed; whether one was added.

        Not after one that was accepted by itself, not without a consent that names it, and not of a face that the
        photo alone would leave in doubt. Trouble: FACE_KEY_MISSING.
        """
        return strengthen(self._floor, self._gallery, self._vault, arrival, templates)

    def erase(self, *, by: str = "") -> Erasure:
        """Erase every template and destroy the key, then try whether anything opens any more.

        The check is an act of its own; look at its `ok`. Erasing again is harmless.
        """
        with self._floor.act() as act:
            erased, sealed = erase_faces(act, self._vault, by)
        opened = sum(self._opens(template) for template in sealed)
        traces = self._floor.store.traces_of([template.sealed for template in sealed])
        with self._floor.act() as act:
            checked = write_check(act, self._vault, erased.id, sealed=sealed, opened=opened, traces=traces)
        with self._floor.reading() as work:
            self._gallery.refresh(work)
        return erasures_of([erased, checked])[-1]

    def _opens(self, template: SealedTemplate) -> bool:
        try:
            self._vault.open(template.sealed, about_template(template))
        except Trouble:
            return False
        return True

    def _need_key(self, work: Work) -> None:
        """No second key beside the one that is locked. Trouble: FACE_KEY_MISSING."""
        if key_state(work, self._vault) is KeyState.LOCKED:
            raise Trouble(Problem.FACE_KEY_MISSING)

    def _drop_erased_key(self) -> None:
        """Another desk has erased the faces: the copy of their key goes from here too."""
        here = self._vault.key_id()
        if not here:
            return
        with self._floor.reading() as work:
            erased = work.journal.of_kinds([Kind.FACES_ERASED])
        if any(here in event.body.get("key_ids", ()) for event in erased):
            with self._floor.act() as act:
                act.write(Kind.FACE_KEY_LOCKED, body={"key_id": here, "erased": True})
                self._vault.destroy()

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
            still = {d.id: d.photo for d in act.work.delegates.all() if d.consented and not d.enrolled}
            looked_at = {d.id: d.photo for d in batch}
            kept = [t for t in templates if still.get(t.delegate) == looked_at[t.delegate]]
            act.work.templates.put(kept)
            body = {
                "delegates": [t.delegate for t in kept],
                "refused": {r.delegate: r.reason for r in refused},
                "model": engine.model_hash,
                "key_id": self._vault.key_id(),
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
