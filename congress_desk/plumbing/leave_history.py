"""The steps of a leave as sentences of a delegate's history."""

from __future__ import annotations

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import Event, Kind
from congress_desk.plumbing.person_words import isolated
from congress_desk.plumbing.texts import Words, marked


def _asked(event: Event, _about: DelegateId, say: Words) -> str:
    words = marked("Leave was asked for in writing by {who}: {reason}")
    if not event.body["written"]:
        words = marked("Leave was asked for by word by {who}: {reason}")
    return say(words, who=isolated(event.body["asked_by"], say), reason=isolated(event.body["reason"], say))


def _heard(event: Event, _about: DelegateId, say: Words) -> str:
    words = marked("The head of delegation, {who}, agrees to the leave. {note}")
    if not event.body["agrees"]:
        words = marked("The head of delegation, {who}, does not agree to the leave. {note}")
    return say(words, who=isolated(event.body["by"], say), note=isolated(event.body["note"], say)).strip()


def _refused(event: Event, _about: DelegateId, say: Words) -> str:
    who, note = isolated(event.body["by"], say), isolated(event.body["note"], say)
    return say("The leave was refused by {who}: {note}", who=who, note=note)


LEAVE_TELLERS = {
    Kind.ABSENCE_REQUESTED: _asked,
    Kind.ABSENCE_OPINION: _heard,
    Kind.ABSENCE_REFUSED: _refused,
}
