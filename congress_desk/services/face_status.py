"""Where the faces of this congress stand: answers, templates, key, and when all of it has to go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from congress_desk.domain.consent import CONSENT_KINDS, Answer, ConsentAnswer, answers_of
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.erasure import ERASURE_KINDS, Erasure, Reminder, erase_by, erasures_of, reminder
from congress_desk.services.congress import rules_of
from congress_desk.services.ports.store import Vault, Work


class KeyState(StrEnum):
    NONE = "none"  # nobody is enrolled yet, or all was erased
    HERE = "here"
    LOCKED = "locked"  # templates are there, or a passphrase is set, but not the key at this desk


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceStatus:
    """Counts are of people on the list; templates: one person may have several. erase_by: None without sessions."""

    everybody: int
    agreed: int
    refused: int
    withdrawn: int
    enrolled: int
    templates: int
    key: KeyState
    passphrase: bool
    erase_by: dt.date | None
    reminder: Reminder | None
    erased: Erasure | None

    @property
    def not_asked(self) -> int:
        return self.everybody - self.agreed - self.refused - self.withdrawn


def face_status(work: Work, people: Sequence[Delegate], vault: Vault, now: dt.datetime) -> FaceStatus:
    newest = newest_answers(work)
    given = [newest[d.id].answer for d in people if d.id in newest]
    templates = work.templates.all()
    erasures = erasures_of(work.journal.of_kinds(ERASURE_KINDS))
    days, zone = rules_of(work).erase_faces_after_days, ZoneInfo(work.congress.get().zone)
    return FaceStatus(
        everybody=len(people),
        agreed=given.count(Answer.AGREED),
        refused=given.count(Answer.REFUSED),
        withdrawn=given.count(Answer.WITHDRAWN),
        enrolled=len({template.delegate for template in templates}),
        templates=len(templates),
        key=key_state(work, vault),
        passphrase=work.face_key.get() is not None,
        erase_by=erase_by(work.sessions.all(), days, zone),
        reminder=face_reminder(work, now),
        erased=erasures[-1] if erasures else None,
    )


def face_reminder(work: Work, now: dt.datetime) -> Reminder | None:
    days, zone = rules_of(work).erase_faces_after_days, ZoneInfo(work.congress.get().zone)
    sessions = work.sessions.all()
    if reminder(sessions, days, zone, people=1, now=now) is None:
        return None  # asked often while the congress goes on: the templates need not be read for that
    people = len({template.delegate for template in work.templates.all()})
    return reminder(sessions, days, zone, people=people, now=now)


def key_state(work: Work, vault: Vault) -> KeyState:
    here, wrapped = vault.key_id(), work.face_key.get()
    if wrapped is not None:
        return KeyState.HERE if here == wrapped.key_id else KeyState.LOCKED
    if here:
        return KeyState.HERE
    return KeyState.LOCKED if work.templates.all() else KeyState.NONE


def newest_answers(work: Work) -> Mapping[DelegateId, ConsentAnswer]:
    """Who has answered, and what holds."""
    return {one: given[-1] for one, given in answers_of(work.journal.of_kinds(CONSENT_KINDS)).items()}
