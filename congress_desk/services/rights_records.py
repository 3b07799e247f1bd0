"""The records about people's rights: consent forms, their register, the impact assessment, the erasure.

Nothing here is written down once and for all: every figure and setting is read from the file as it is now.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from congress_desk.domain.consent import CONSENT_KINDS, Answer, ConsentAnswer, answers_of
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.erasure import ERASURE_KINDS, Erasure, erase_by, erasures_of
from congress_desk.domain.identification import Thresholds
from congress_desk.domain.journal import Kind, Method
from congress_desk.domain.records import Form, Heading
from congress_desk.domain.refusals import Reason, Refusal, Trouble
from congress_desk.domain.rights_records import (
    ConsentFormRecord,
    ConsentListRecord,
    ConsentRegisterRecord,
    ErasureRecord,
    FaceFigures,
    ImpactRecord,
    ModelInUse,
)
from congress_desk.plumbing.consent_text import TEXT_VERSION
from congress_desk.services.congress import rules_of
from congress_desk.services.face_rights import photos_taken
from congress_desk.services.gallery import Gallery
from congress_desk.services.ports.face_models import ModelCard
from congress_desk.services.ports.store import Work
from congress_desk.services.records import RecordMaker
from congress_desk.services.roster import Roster


@dataclass(frozen=True, slots=True)
class RightsRecords:
    """file: the name of the congress file. model: the face model in use, or a Trouble where it is not here."""

    roster: Roster
    gallery: Gallery
    file: str
    model: Callable[[], ModelCard]

    def makers(self) -> Mapping[Form, RecordMaker]:
        return {
            Form.CONSENT_FORM: lambda work, heading, asked: self._consent_form(work, heading, asked.only),
            Form.CONSENT_LIST: lambda work, heading, asked: self._consent_list(work, heading, asked.only),
            Form.CONSENT_REGISTER: lambda work, heading, asked: self._register(work, heading),
            Form.IMPACT: lambda work, heading, asked: self._impact(work, heading),
            Form.ERASURE: lambda work, heading, asked: erasure_record(work, heading),
        }

    def _consent_form(self, work: Work, heading: Heading, only: Collection[DelegateId] | None) -> ConsentFormRecord:
        """Blank without a choice of delegates."""
        people = [d for d in self.roster.read(work) if only is not None and d.id in only]
        if only is not None and not people:
            raise Refusal(Reason.NOBODY_TO_PRINT)
        return ConsentFormRecord(
            heading=heading, text_version=TEXT_VERSION, erase_by=_erase_by(work), delegates=tuple(people)
        )

    def _consent_list(self, work: Work, heading: Heading, only: Collection[DelegateId] | None) -> ConsentListRecord:
        answered = answers_of(work.journal.of_kinds(CONSENT_KINDS))
        by_name: dict[str, list[Delegate]] = {}
        for delegate in self.roster.read(work):
            if delegate.id not in answered and (only is None or delegate.id in only):
                by_name.setdefault(delegate.sheet.delegation, []).append(delegate)
        if not by_name:
            raise Refusal(Reason.NOBODY_TO_PRINT)
        lists = tuple((name, tuple(people)) for name, people in by_name.items())
        return ConsentListRecord(
            heading=heading, text_version=TEXT_VERSION, erase_by=_erase_by(work), delegations=lists
        )

    def _register(self, work: Work, heading: Heading) -> ConsentRegisterRecord:
        answers = answers_of(work.journal.of_kinds(CONSENT_KINDS))
        people = self.roster.read(work)
        lines = tuple((d, answers[d.id]) for d in people if d.id in answers)
        return ConsentRegisterRecord(
            heading=heading, everybody=len(people), counts=_counts(answers, people), lines=lines
        )

    def _impact(self, work: Work, heading: Heading) -> ImpactRecord:
        rules, wrapped = rules_of(work), work.face_key.get()
        return ImpactRecord(
            heading=heading,
            file=self.file,
            figures=self._figures(work),
            thresholds=self._thresholds(work),
            auto_accept=rules.auto_accept_faces,
            models=self._models(work),
            scrypt_cost=wrapped.cost if wrapped else 0,
            erase_after_days=rules.erase_faces_after_days,
            erase_by=_erase_by(work),
            erasure=_last_erasure(work),
            actors=_actors(work),
        )

    def _figures(self, work: Work) -> FaceFigures:
        answers = answers_of(work.journal.of_kinds(CONSENT_KINDS))
        people = self.roster.read(work)
        agreed = [answers[d.id][-1] for d in people if d.id in answers and answers[d.id][-1].answer is Answer.AGREED]
        templates = work.templates.all()
        added = {event.body["template"] for event in work.journal.of_kinds([Kind.FACE_STRENGTHENED])}
        taken = photos_taken(work)
        at_desk = sum(1 for d in people if d.id in taken and d.photo in taken[d.id].at_desk)
        return FaceFigures(
            everybody=len(people),
            counts=_counts(answers, people),
            by_text=tuple(sorted(Counter(one.taking.text_version for one in agreed).items())),
            enrolled=len({template.delegate for template in templates}),
            templates=len(templates),
            added=sum(template.id in added for template in templates),
            desk_photos=at_desk,
            arrivals=_arrivals(work),
            exports=work.journal.count([Kind.LOOKED_AT]),
            prints=work.journal.count([Kind.PRINTED]),
        )

    def _thresholds(self, work: Work) -> Thresholds | None:
        try:
            self.gallery.refresh(work)
        except Trouble:
            return None
        return self.gallery.thresholds

    def _models(self, work: Work) -> tuple[ModelInUse, ...]:
        """The model in use first, then others whose templates are still in the file."""
        hashes = {template.model_hash for template in work.templates.all()}
        try:
            card = self.model()
        except Trouble:
            return tuple(ModelInUse(model_hash=one) for one in sorted(hashes))
        in_use = ModelInUse(model_hash=card.model_hash, name=card.name, licence=card.licence, source=card.source)
        return (in_use, *(ModelInUse(model_hash=one) for one in sorted(hashes - {card.model_hash})))


def erasure_record(work: Work, heading: Heading) -> ErasureRecord:
    """Of the newest erasure. Refusal: NOTHING_ERASED."""
    erasure = _last_erasure(work)
    if erasure is None:
        raise Refusal(Reason.NOTHING_ERASED)
    return ErasureRecord(heading=heading, erasure=erasure)


def _last_erasure(work: Work) -> Erasure | None:
    """The newest that erased something: erasing again what is gone needs no certificate."""
    erasures = erasures_of(work.journal.of_kinds(ERASURE_KINDS))
    telling = [one for one in erasures if one.templates] or erasures
    return telling[-1] if telling else None


def _erase_by(work: Work) -> dt.date | None:
    zone = ZoneInfo(work.congress.get().zone)
    return erase_by(work.sessions.all(), rules_of(work).erase_faces_after_days, zone)


def _counts(
    answers: Mapping[DelegateId, tuple[ConsentAnswer, ...]], people: Sequence[Delegate]
) -> Mapping[Answer, int]:
    newest = Counter(answers[d.id][-1].answer for d in people if d.id in answers)
    return {answer: newest[answer] for answer in Answer}


def _arrivals(work: Work) -> Mapping[Method, int]:
    """Arrivals that stand, by how somebody was identified."""
    voided = {event.about for event in work.journal.of_kinds([Kind.VOIDED])}
    found = Counter(
        str(event.body.get("method", "")) for event in work.journal.of_kinds([Kind.ARRIVED]) if event.id not in voided
    )
    return {method: found[method.value] for method in Method}


def _actors(work: Work) -> tuple[tuple[str, str, int], ...]:
    counted = Counter((event.desk, event.actor) for event in work.journal.everything())
    return tuple((desk, actor, count) for (desk, actor), count in sorted(counted.items()))
