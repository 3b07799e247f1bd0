"""The history of one delegate in words: what the journal holds about him, one sentence an event.

Acts on many at once (an import, photos, consents) are one event; only his part of it is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from congress_desk.domain.delegates import DelegateId, Standing
from congress_desk.domain.elections import CommitteeRole
from congress_desk.domain.journal import Event, Kind, Method
from congress_desk.domain.majority import DeductionReason
from congress_desk.domain.seating import COLUMN, PlanName
from congress_desk.plumbing.enrolment_words import reason_word
from congress_desk.plumbing.leave_history import LEAVE_TELLERS
from congress_desk.plumbing.list_words import field_name, standing_name
from congress_desk.plumbing.method_words import METHODS
from congress_desk.plumbing.person_words import isolated, value_word
from congress_desk.plumbing.texts import Words, marked
from congress_desk.plumbing.vote_words import DEDUCTIONS, ROLES

Tell = Callable[[Event, DelegateId, Words], str]


def history_sentence(event: Event, about: DelegateId, say: Words) -> str:
    """One or two short sentences."""
    tell = _TELLERS.get(event.kind)
    return tell(event, about, say) if tell is not None else say("Recorded in the journal.")


def _imported(event: Event, about: DelegateId, say: Words) -> str:
    name = isolated(event.body.get("file", ""), say)
    if any(one.get("id") == about for one in _dicts(event.body.get("added"))):
        return say("Added from the list {file}.", file=name)
    mine = [one["changes"] for one in _dicts(event.body.get("changed")) if one.get("id") == about]
    changes = changed_words(mine[0], say) if mine else ""
    return _joined(say("Corrected from the list {file}.", file=name), changes)


def _edited(event: Event, _about: DelegateId, say: Words) -> str:
    return _joined(say("Corrected by hand."), changed_words(event.body.get("changes", {}), say))


def changed_words(changes: Mapping[str, Sequence[str]], say: Words) -> str:
    """Position: old → new; Seat: … ; an empty value is a dash. The arrow points along the reading."""
    arrow = "←" if say.language.right_to_left else "→"

    def value(name: str, text: str) -> str:
        return isolated(value_word(name, text, say) or "–", say)

    return "; ".join(
        f"{field_name(say, name)}: {value(name, old)} {arrow} {value(name, new)}"
        for name, (old, new) in changes.items()
    )


def _standing(event: Event, _about: DelegateId, say: Words) -> str:
    before, after = (standing_name(say, Standing(event.body[key])) for key in ("from", "to"))
    return say(
        "Standing: {after}; before: {before}. Reason: {reason}",
        after=after,
        before=before,
        reason=isolated(event.body.get("reason", ""), say),
    )


def _replaced(event: Event, about: DelegateId, say: Words) -> str:
    decision = isolated(event.body.get("decision", ""), say)
    if event.body.get("official") == about:
        return say("An alternate took this place; decision {decision}.", decision=decision)
    return say("Took the place of an official delegate; decision {decision}.", decision=decision)


def _issued(event: Event, _about: DelegateId, say: Words) -> str:
    if "rfid" in event.body:
        return say("A chip card was linked.")
    return say("A new badge was issued; the old one is refused.")


def _arrived(event: Event, _about: DelegateId, say: Words) -> str:
    method = event.body.get("method", "")
    word = say(METHODS[Method(method)]) if method in set(Method) else method
    return say("Checked in ({method}).", method=word)


def _excused(event: Event, _about: DelegateId, say: Words) -> str:
    if not event.body.get("with_leave", True):
        return say("Absent without leave, put on record.")
    return say("Absent with leave: {reason}", reason=isolated(event.body.get("reason", ""), say))


def _voided(event: Event, _about: DelegateId, say: Words) -> str:
    return say("A record was voided. Reason: {reason}", reason=isolated(event.body.get("reason", ""), say))


def _consented(event: Event, _about: DelegateId, say: Words) -> str:
    return say(
        "Agreed to face identification; told by {by}, text of {version}.",
        by=isolated(event.body.get("by", ""), say),
        version=event.body.get("text_version", ""),
    )


def _enrolled(event: Event, about: DelegateId, say: Words) -> str:
    refused = event.body.get("refused", {})
    if about in refused:
        return say("The face was not prepared: {reason}.", reason=reason_word(str(refused[about]), say))
    return say("The face was prepared for identification.")


def _asked(event: Event, _about: DelegateId, say: Words) -> str:
    return say("Asked to be absent: {reason}", reason=isolated(event.body.get("reason", ""), say))


def _heard(event: Event, _about: DelegateId, say: Words) -> str:
    by = isolated(event.body.get("by", ""), say)
    if event.body.get("agrees"):
        return say("{name}, for the delegation, agreed to the absence.", name=by)
    return say("{name}, for the delegation, did not agree to the absence.", name=by)


def _absence_refused(event: Event, _about: DelegateId, say: Words) -> str:
    return say("The absence was not accepted. Reason: {reason}", reason=isolated(event.body.get("note", ""), say))


def _seated(event: Event, about: DelegateId, say: Words) -> str:
    changes, plan = event.body.get("changes", {}), event.body.get("plan", "")
    if about not in changes or plan not in set(PlanName):
        return say("Recorded in the journal.")
    return changed_words({COLUMN[PlanName(plan)]: changes[about]}, say)


def _outside_the_base(event: Event, _about: DelegateId, say: Words) -> str:
    return say("Was not in the base of the vote “{item}”.", item=isolated(event.body.get("item", ""), say))


def _deducted(event: Event, _about: DelegateId, say: Words) -> str:
    reason = event.body.get("reason", "")
    word = say(DEDUCTIONS[DeductionReason(reason)]) if reason in set(DeductionReason) else reason
    return say("Put out of the base of votes: {reason}.", reason=word)


def _counted_again(event: Event, _about: DelegateId, say: Words) -> str:
    return say("In the base of votes again. Reason: {reason}", reason=isolated(event.body.get("reason", ""), say))


def _stands(event: Event, _about: DelegateId, say: Words) -> str:
    return say("On the list of the election “{title}”.", title=isolated(event.body.get("title", ""), say))


def _of_the_committee(event: Event, about: DelegateId, say: Words) -> str:
    role = next((one.get("role") for one in _dicts(event.body.get("members")) if one.get("delegate") == about), "")
    return say(ROLES[CommitteeRole(role)]) if role in set(CommitteeRole) else say("Recorded in the journal.")


def _plain(message: str) -> Tell:
    return lambda _event, _about, say: say(message)


_TELLERS: dict[Kind, Tell] = {
    Kind.DELEGATES_IMPORTED: _imported,
    Kind.DELEGATE_ADDED: _plain(marked("Added by hand.")),
    Kind.DELEGATE_EDITED: _edited,
    Kind.STANDING_CHANGED: _standing,
    Kind.OFFICIAL_REPLACED: _replaced,
    Kind.PHOTOS_ADDED: _plain(marked("The photo was set.")),
    Kind.CODE_ISSUED: _issued,
    Kind.CODE_REVOKED: _plain(marked("A badge was made invalid.")),
    Kind.ARRIVED: _arrived,
    Kind.LEFT: _plain(marked("Went out.")),
    Kind.EXCUSED: _excused,
    **LEAVE_TELLERS,
    Kind.CHECK_IN_REFUSED: _plain(marked("A reading was refused.")),
    Kind.VOIDED: _voided,
    Kind.CONSENTED: _consented,
    Kind.CONSENT_WITHDRAWN: _plain(marked("Consent was withdrawn; the face template was erased.")),
    Kind.FACES_ENROLLED: _enrolled,
    Kind.FACE_STRENGTHENED: _plain(marked("A confirmed check-in gave one more face template.")),
    Kind.FACES_ERASED: _plain(marked("All face templates were erased.")),
    Kind.CONSENT_REFUSED: _plain(marked("Does not agree to face identification.")),
    Kind.ERASURE_CHECKED: _plain(marked("It was checked that the face templates are gone.")),
    Kind.LOOKED_AT: _plain(marked("Exported or shown in a list of many.")),
    Kind.PRINTED: _plain(marked("Printed.")),
    Kind.LINKS_ISSUED: _plain(marked("A code for documents was made.")),
    Kind.LINKS_REVOKED: _plain(marked("A code for documents was called back.")),
    Kind.COPIES_ISSUED: _plain(marked("Received paper copies.")),
    Kind.OPINION_RECEIVED: _plain(marked("Gave an opinion on a draft.")),
    Kind.SPEECH_PUT: _plain(marked("A presentation was registered or corrected.")),
    Kind.SPEECH_TEXT_GIVEN: _plain(marked("The text of a presentation was received.")),
    Kind.SPEECH_APPROVED: _plain(marked("The presentation was approved.")),
    Kind.SPEECH_CALLED: _plain(marked("Was called to speak next.")),
    Kind.SPEECH_HANDED_IN: _plain(marked("The presentation was handed in as text.")),
    Kind.SPEECH_WITHDRAWN: _plain(marked("The presentation was withdrawn.")),
    Kind.FLOOR_ASKED: _plain(marked("Asked for the floor.")),
    Kind.FLOOR_WITHDRAWN: _plain(marked("Took the hand down again.")),
    Kind.TURN_STARTED: _plain(marked("Began to speak.")),
    Kind.TURN_PAUSED: _plain(marked("The time was paused.")),
    Kind.TURN_RESUMED: _plain(marked("The time went on.")),
    Kind.TURN_EXTENDED: _plain(marked("The time to speak was changed.")),
    Kind.TURN_ENDED: _plain(marked("Ended speaking.")),
    Kind.ABSENCE_REQUESTED: _asked,
    Kind.ABSENCE_OPINION: _heard,
    Kind.ABSENCE_REFUSED: _absence_refused,
    Kind.SEATS_DRAWN: _seated,
    Kind.SEATS_GIVEN: _seated,
    Kind.HANDS_COUNTED: _outside_the_base,
    Kind.DEDUCTION_NAMED: _deducted,
    Kind.DEDUCTION_LIFTED: _counted_again,
    Kind.ELECTION_CREATED: _stands,
    Kind.CANDIDATE_ADDED: _plain(marked("Put on the list of an election.")),
    Kind.CANDIDATE_WITHDRAWN: _plain(marked("Taken off the list of an election.")),
    Kind.ROUND_OPENED: _plain(marked("On the list of a further round of an election.")),
    Kind.ROUND_SEALED: _plain(marked("Named in the sealed result of an election.")),
    Kind.ALTERNATES_TAKEN: _plain(marked("Named among the alternates of an election.")),
    Kind.COMMITTEE_NAMED: _of_the_committee,
}


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _dicts(value: object) -> Iterable[Mapping[str, Any]]:
    return value if isinstance(value, list | tuple) else ()
