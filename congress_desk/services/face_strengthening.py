"""A confirmed check-in by face gives one more template of its person, so that later sessions know him better.

Nobody is poisoned by a slip of the operator: only a face that the photo's template alone would have made green is
taken, and voiding the check-in erases its template. The template bears the arrival's id, so it is added once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from congress_desk.domain.consent import CONSENT_KINDS, Answer, answers_of
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.identification import ADDED_MOST, FRAMES_AGREEING
from congress_desk.domain.journal import Event, EventId, Kind, Method
from congress_desk.plumbing.consent_text import NAMES_CHECK_IN
from congress_desk.services.floor import Act, Floor
from congress_desk.services.gallery import Gallery, about_template
from congress_desk.services.ports.store import SealedTemplate, Vault, Work

Live = Sequence[Sequence[float]]


def strengthen(floor: Floor, gallery: Gallery, vault: Vault, arrival: EventId, live: Live) -> bool:
    """Whether the mean of the live templates (k, d) was added; services.faces says when."""
    with floor.reading() as work:
        found = _confirmed(work, arrival)
        if found is None or found.delegate is None or len(live) < FRAMES_AGREEING or not vault.key_id():
            return False
        if not _agreed_to_it(work, found):
            return False
        gallery.refresh(work)
    if not gallery.is_sure_by_photo(found.delegate, live):
        return False
    with floor.act() as act:
        person = act.work.delegates.get(found.delegate)
        if person is None or not (person.consented and person.enrolled) or _confirmed(act.work, arrival) is None:
            return False
        return _add(act, vault, person, arrival, live)


def _add(act: Act, vault: Vault, person: Delegate, arrival: EventId, live: Live) -> bool:
    """The newest stay, and the photo's always does."""
    import numpy as np

    of_person = [template for template in act.work.templates.all() if template.delegate == person.id]
    before = [e for e in act.work.journal.of_kinds([Kind.FACE_STRENGTHENED]) if e.delegate == person.id]
    given = [str(event.body["template"]) for event in before]
    photo = [template for template in of_person if template.id not in given]
    if not photo or arrival in given:
        return False
    kept = [EventId(one) for one in given if any(template.id == one for template in of_person)]
    dropped = kept[: max(0, len(kept) + 1 - ADDED_MOST)]
    act.work.templates.drop(dropped)
    empty = SealedTemplate(id=arrival, delegate=person.id, model_hash=photo[0].model_hash, sealed=b"")
    plain = np.asarray(live, dtype=np.float32).mean(axis=0).tobytes()
    act.work.templates.put([replace(empty, sealed=vault.seal(plain, about_template(empty)))])
    body = {"template": arrival, "dropped": dropped, "model": empty.model_hash, "key_id": vault.key_id()}
    act.write(Kind.FACE_STRENGTHENED, delegate=person.id, body=body)
    return True


def _confirmed(work: Work, arrival: EventId) -> Event | None:
    """The check-in by face that an operator confirmed, if it stands."""
    event = work.journal.find(arrival)
    if event is None or event.kind is not Kind.ARRIVED or event.body.get("method") != Method.FACE.value:
        return None
    return None if event.body.get("by_itself") or work.journal.void_of(arrival) is not None else event


def _agreed_to_it(work: Work, arrival: Event) -> bool:
    """Whether his newest answer is a yes to a text that names check-ins."""
    assert arrival.delegate is not None
    answers = answers_of(work.journal.of_kinds(CONSENT_KINDS)).get(arrival.delegate, ())
    return bool(answers) and answers[-1].answer is Answer.AGREED and answers[-1].taking.text_version in NAMES_CHECK_IN
