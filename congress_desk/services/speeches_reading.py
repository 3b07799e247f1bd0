"""Presentations and floor as they stand, with names and delegations as the delegates' sheets have them now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.speeches import FloorRequest, Speech, Speeches
from congress_desk.domain.speeches_fold import SPEECH_KINDS, fold_speeches
from congress_desk.services.folding import Folding
from congress_desk.services.ports.store import Work
from congress_desk.services.roster import Roster


class SpeechesReading:
    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._folding = Folding(SPEECH_KINDS, fold_speeches)

    def read(self, work: Work) -> Speeches:
        """As committed; not after a write in the same transaction."""
        return self._named(work, self._folding.read(work))

    def anew(self, work: Work) -> Speeches:
        """With what this transaction has written so far."""
        return self._named(work, self._folding.anew(work))

    def _named(self, work: Work, folded: Speeches) -> Speeches:
        if not folded.speeches and not folded.requests:
            return folded
        people = self._roster.by_id(work)
        return replace(
            folded,
            speeches=tuple(_speech(one, people) for one in folded.speeches),
            requests=tuple(_request(one, people) for one in folded.requests),
        )


def _speech(speech: Speech, people: Mapping[DelegateId, Delegate]) -> Speech:
    found = people.get(speech.entry.delegate) if speech.entry.delegate else None
    if found is None:
        return speech
    sheet = found.sheet
    entry = replace(speech.entry, speaker=sheet.full_name, delegation=sheet.delegation, gender=sheet.gender)
    return replace(speech, entry=entry)


def _request(request: FloorRequest, people: Mapping[DelegateId, Delegate]) -> FloorRequest:
    found = people.get(request.delegate) if request.delegate else None
    if found is None:
        return request
    return replace(request, speaker=found.sheet.full_name, delegation=found.sheet.delegation)
