"""The four tones of everything the program says: each a colour, an icon and a word, never a colour alone."""

from __future__ import annotations

from enum import StrEnum


class Tone(StrEnum):
    OK = "ok"
    ASK = "ask"
    NO = "no"
    CALM = "calm"

    @property
    def icon(self) -> str:
        return "info" if self is Tone.CALM else self.value
