"""What a room tells after an act, as tone and sentence: a fact with its places, or the refusal or trouble."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import Words
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.people_words import isolated


class Told(Protocol):
    """fact: a code of the room; None where there is an error."""

    @property
    def fact(self) -> Any: ...
    @property
    def places(self) -> Mapping[str, object]: ...
    @property
    def error(self) -> Refusal | Trouble | None: ...


def tone_of(told: Told) -> Tone:
    return Tone.ASK if told.error is not None else Tone.OK


def sentence_of(told: Told, facts: Mapping[Any, str], say: Words, zone: ZoneInfo) -> str:
    """facts: the room's codes as marked sentences."""
    if told.error is not None:
        return sentence(say, told.error, zone)
    if told.fact is None:
        return ""
    return say(facts[told.fact], **{name: isolated(place, say) for name, place in told.places.items()})
