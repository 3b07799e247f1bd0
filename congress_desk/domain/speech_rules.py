"""What the congress has set for presentations: time allowed, when the hall is warned, what is to be reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.speech_figures import AT_LEAST, DELIVERED_AT_LEAST
from congress_desk.domain.speech_timer import WARNING_SECONDS
from congress_desk.domain.speeches import LONGEST_MINUTES, USUAL_MINUTES

MOST_PRESENTATIONS = 500
NAMES = {
    "minutes": "speech_minutes",
    "warning_seconds": "speech_warning_seconds",
    "at_least": "speeches_at_least",
    "delivered_at_least": "speeches_delivered_at_least",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechRules:
    """minutes: of a presentation that is registered without its own. warning_seconds: before the time is up."""

    minutes: int = USUAL_MINUTES
    warning_seconds: int = WARNING_SECONDS
    at_least: int = AT_LEAST
    delivered_at_least: int = DELIVERED_AT_LEAST


def speech_rules_from(written: Mapping[str, str]) -> SpeechRules:
    """From the congress's rules; what is not there is as usual."""
    return SpeechRules(**{field: int(written[name]) for field, name in NAMES.items() if name in written})


def written_speech_rules(rules: SpeechRules) -> dict[str, str]:
    """Refusal: BAD_VALUE."""
    bounds = {
        "minutes": range(1, LONGEST_MINUTES + 1),
        "warning_seconds": range(60 * LONGEST_MINUTES + 1),
        "at_least": range(MOST_PRESENTATIONS + 1),
        "delivered_at_least": range(MOST_PRESENTATIONS + 1),
    }
    for field, possible in bounds.items():
        if getattr(rules, field) not in possible:
            raise Refusal(Reason.BAD_VALUE, field=NAMES[field])
    return {name: str(getattr(rules, field)) for field, name in NAMES.items()}
