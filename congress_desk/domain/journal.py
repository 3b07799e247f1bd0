"""The journal: what happened, in order, chained by hash, never changed.

Each desk has its own chain and its own sequence, so that desks can go on apart and be joined later.
The hash covers everything but the hash itself; the body is canonical JSON (sorted keys, no spaces, UTF-8).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import secrets
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NewType

from congress_desk.domain.delegates import DelegateId

EventId = NewType("EventId", str)
SessionId = NewType("SessionId", str)

FIRST_LINK = "0" * 64


class Kind(StrEnum):
    CONGRESS_CREATED = "congress_created"
    RULES_CHANGED = "rules_changed"
    DELEGATES_IMPORTED = "delegates_imported"
    DELEGATE_ADDED = "delegate_added"
    DELEGATE_EDITED = "delegate_edited"
    STANDING_CHANGED = "standing_changed"
    OFFICIAL_REPLACED = "official_replaced"
    PHOTOS_ADDED = "photos_added"
    CODE_ISSUED = "code_issued"
    CODE_REVOKED = "code_revoked"
    SESSION_ADDED = "session_added"
    SESSION_EDITED = "session_edited"
    SESSION_CLOSED = "session_closed"
    SESSION_REOPENED = "session_reopened"
    ARRIVED = "arrived"
    LEFT = "left"
    EXCUSED = "excused"
    ABSENCE_REQUESTED = "absence_requested"  # the steps before an excuse (domain/absences.py)
    ABSENCE_OPINION = "absence_opinion"
    ABSENCE_REFUSED = "absence_refused"
    CHECK_IN_REFUSED = "check_in_refused"
    VOIDED = "voided"
    CONSENTED = "consented"
    CONSENT_REFUSED = "consent_refused"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    FACES_ENROLLED = "faces_enrolled"
    FACE_STRENGTHENED = "face_strengthened"  # a template of a confirmed check-in, sealed under the arrival's id
    FACES_ERASED = "faces_erased"
    ERASURE_CHECKED = "erasure_checked"
    FACE_KEY_WRAPPED = "face_key_wrapped"  # under the secretariat's passphrase
    FACE_KEY_OPENED = "face_key_opened"  # with the passphrase, at this desk
    FACE_KEY_LOCKED = "face_key_locked"  # taken away from this desk
    FACE_MODEL_CHOSEN = "face_model_chosen"  # templates of the former model are erased with it
    PRINTED = "printed"
    DOCUMENT_ADDED = "document_added"
    DOCUMENT_EDITED = "document_edited"
    DOCUMENT_VERSION_ADDED = "document_version_added"
    DOCUMENT_STATUS_CHANGED = "document_status_changed"
    LINKS_ISSUED = "links_issued"
    LINKS_REVOKED = "links_revoked"
    COPIES_ISSUED = "copies_issued"
    COPIES_RETURNED = "copies_returned"
    OPINION_RECEIVED = "opinion_received"
    OPINION_SORTED = "opinion_sorted"
    OPINION_ANSWERED = "opinion_answered"
    NOTICE_POSTED = "notice_posted"
    NOTICE_WITHDRAWN = "notice_withdrawn"
    PORTAL_CHANGED = "portal_changed"
    # programme: agenda, presentations, floor requests (domain/agenda.py, domain/speeches.py)
    AGENDA_TAKEN_IN = "agenda_taken_in"  # a whole programme, from a table or a template
    SITTING_PUT = "sitting_put"
    SITTING_REMOVED = "sitting_removed"
    ITEM_PUT = "item_put"
    ITEM_MOVED = "item_moved"
    ITEM_REMOVED = "item_removed"
    ITEM_STARTED = "item_started"
    ITEM_ENDED = "item_ended"
    TIMES_ANNOUNCED = "times_announced"
    GIST_WRITTEN = "gist_written"
    PROGRAMME_VOIDED = "programme_voided"  # takes back one of these acts, with a reason
    SPEECH_PUT = "speech_put"
    SPEECH_TEXT_GIVEN = "speech_text_given"
    SPEECH_MOVED = "speech_moved"
    SPEECH_APPROVED = "speech_approved"
    SPEECH_CALLED = "speech_called"
    SPEECH_HANDED_IN = "speech_handed_in"
    SPEECH_WITHDRAWN = "speech_withdrawn"
    FLOOR_ASKED = "floor_asked"
    FLOOR_WITHDRAWN = "floor_withdrawn"
    TURN_STARTED = "turn_started"  # somebody at the microphone: a presentation, or the floor
    TURN_PAUSED = "turn_paused"
    TURN_RESUMED = "turn_resumed"
    TURN_EXTENDED = "turn_extended"
    TURN_ENDED = "turn_ended"
    STAGE_SHOWN = "stage_shown"  # the second screen
    STAGE_BLACKED = "stage_blacked"
    STAGE_CHANGED = "stage_changed"
    CUE_ADDED = "cue_added"
    CUE_CHECKED = "cue_checked"
    CUE_MOVED = "cue_moved"
    CUE_REMOVED = "cue_removed"
    SEATS_DRAWN = "seats_drawn"  # the hall of a plan, and who was given which seat with it
    SEATS_GIVEN = "seats_given"
    CREDENTIALS_TEXT_WRITTEN = "credentials_text_written"
    # records: sealed files, and the words of minutes and resolution (domain/seals.py, domain/closing_texts.py)
    RECORD_SEALED = "record_sealed"
    RECORD_SIGNED = "record_signed"
    CLOSING_TEXT_PUT = "closing_text_put"
    TARGETS_PUT = "targets_put"
    TASKS_PUT = "tasks_put"
    PACK_MADE = "pack_made"
    HANDS_COUNTED = "hands_counted"  # votes and elections
    HANDS_VOIDED = "hands_voided"
    DEDUCTION_NAMED = "deduction_named"  # a person out of the base of votes, by the law's reasons
    DEDUCTION_LIFTED = "deduction_lifted"
    ELECTION_CREATED = "election_created"
    CANDIDATE_ADDED = "candidate_added"
    CANDIDATE_WITHDRAWN = "candidate_withdrawn"
    COMMITTEE_NAMED = "committee_named"
    ROUND_OPENED = "round_opened"
    ROUND_VOIDED = "round_voided"
    ROUND_SEALED = "round_sealed"
    TIE_LEFT = "tie_left"  # the congress decides not to vote again
    ALTERNATES_TAKEN = "alternates_taken"  # of those with enough votes beyond the seats
    BALLOTS_PRINTED = "ballots_printed"
    BALLOTS_MOVED = "ballots_moved"  # issued, spoiled, exchanged, spare, collected
    BOX_OPENED = "box_opened"
    BALLOTS_SCANNED = "ballots_scanned"
    BALLOTS_ENTERED = "ballots_entered"
    BALLOTS_TALLIED = "ballots_tallied"
    TWINS_SOUGHT = "twins_sought"  # sheets with the same ink as another
    SHEET_JUDGED = "sheet_judged"
    QUESTION_DECIDED = "question_decided"
    COUNT_VOIDED = "count_voided"
    AUDIT_DRAWN = "audit_drawn"
    AUDIT_CHECKED = "audit_checked"
    LOOKED_AT = "looked_at"  # personal data of many, outside check-in: lists exported, consents shown


class Look(StrEnum):
    """What was looked at, in the body of LOOKED_AT as `what`."""

    EXPORT = "export"  # a table saved as a spreadsheet
    CONSENTS = "consents"  # who agreed and who did not


class Method(StrEnum):
    """How somebody was identified."""

    BADGE = "badge"
    CARD_NUMBER = "card_number"
    CITIZEN_CARD = "citizen_card"
    RFID = "rfid"
    FACE = "face"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One act. `happened_at` is when it happened in the hall, `recorded_at` when it was written."""

    id: EventId
    desk: str
    sequence: int
    happened_at: dt.datetime
    recorded_at: dt.datetime
    actor: str
    kind: Kind
    session: SessionId | None = None
    delegate: DelegateId | None = None
    about: EventId | None = None  # the event that a void concerns
    body: Mapping[str, Any] = field(default_factory=dict)
    previous_hash: str = FIRST_LINK
    hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What a recomputation of the chains found; `first_broken` is the id of the first bad event."""

    ok: bool
    events: int
    first_broken: EventId | None = None
    why: str = ""


def new_id(now: dt.datetime) -> str:
    """A UUID of version 7 (RFC 9562): sorted by time, made by the desk, never given twice."""
    milliseconds = int(now.timestamp() * 1000)
    value = (milliseconds << 80) | (0x7 << 76) | (secrets.randbits(12) << 64) | (0b10 << 62) | secrets.randbits(62)
    return str(uuid.UUID(int=value))


def canonical(body: Mapping[str, Any]) -> str:
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def utc_text(moment: dt.datetime) -> str:
    """Fixed-width UTC text, so that text order is time order."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def from_utc_text(text: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(text)  # ten times as fast as strptime, and read for every event
    if moment.tzinfo is None:
        raise ValueError(f"no time zone: {text!r}")
    return moment


def link_hash(event: Event) -> str:
    """SHA-256 over the desk's previous hash and every field of the event."""
    parts = (
        event.previous_hash,
        event.id,
        event.desk,
        str(event.sequence),
        utc_text(event.happened_at),
        utc_text(event.recorded_at),
        event.actor,
        event.kind.value,
        event.session or "",
        event.delegate or "",
        event.about or "",
        canonical(event.body),
    )
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def verify_chains(events: Iterable[Event], newest: Mapping[str, EventId] | None = None) -> Verification:
    """Recompute every desk's chain; `events` come ordered by desk, then sequence.

    newest: the event that each desk wrote last, kept apart from the chain, which alone cannot show that its own
    end was cut off. An event missing there is named with why "end_missing"; else why tells what does not fit.
    """
    heads: dict[str, Event] = {}
    count = 0
    for event in events:
        count += 1
        head = heads.get(event.desk)
        why = _broken(event, head.sequence + 1 if head else 1, head.hash if head else FIRST_LINK)
        if why:
            return Verification(ok=False, events=count, first_broken=event.id, why=why)
        heads[event.desk] = event
    if newest is None:
        return Verification(ok=True, events=count)
    return _ends(heads, newest, count)


def _ends(heads: Mapping[str, Event], newest: Mapping[str, EventId], count: int) -> Verification:
    for desk in sorted(heads.keys() | newest.keys()):
        head = heads.get(desk)
        if head is None or newest.get(desk) != head.id:
            missing = newest.get(desk) or (head.id if head else None)
            return Verification(ok=False, events=count, first_broken=missing, why="end_missing")
    return Verification(ok=True, events=count)


def _broken(event: Event, expected_sequence: int, head: str) -> str:
    if event.sequence != expected_sequence:
        return "sequence"
    if event.previous_hash != head:
        return "previous_hash"
    return "" if link_hash(event) == event.hash else "hash"
