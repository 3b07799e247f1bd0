"""What the symbol at a record's foot carries: which record it is, and the hash of what it says.

A PDF cannot hold the hash of its own bytes. So the foot carries the hash of the content (every figure, name and
text of the record, but not when it was printed), and sealing keeps the hash of the finished file in the journal.
Two printings of the same figures carry the same mark; one figure more or less gives another.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import Any

from congress_desk.domain.journal import utc_text

_NOT_CONTENT = frozenset({"printed_at", "mark"})
_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})
_SHOWN = 32  # hexadecimal digits of the hash on paper: 128 bits
_TEXT = re.compile(r"CD1:([0-9A-F]{8}):([A-Z-]+):([0-9A-F]{8}):([A-Z]{2}):([0-9A-F]{32})")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMark:
    """congress, scope: 8 hexadecimal digits (scope: of which session or round); content: the first 32 of SHA-256."""

    congress: str
    form: str
    scope: str
    language: str
    content: str

    @property
    def id(self) -> str:
        """What people read aloud: "attendance-1a2b3c4d"."""
        return f"{self.form}-{self.content[:8]}"

    @property
    def text(self) -> str:
        """What the symbol carries; capitals and digits only, so that it stays small."""
        parts = ("CD1", self.congress, self.form, self.scope, self.language, self.content)
        return ":".join(parts).upper()

    @property
    def digits(self) -> str:
        """The hash in groups of four, to be compared by eye."""
        return " ".join(self.content[place : place + 4] for place in range(0, 16, 4))


def mark_of(
    record: object, *, congress: str, form: str, scope: str, language: str, content: str | None = None
) -> RecordMark:
    """congress: its id; scope: the session, round or document that the record is about, "" for the congress.

    content: its canonical content, where that was made already.
    """
    said = canonical_content(record) if content is None else content
    return RecordMark(
        congress=_short(congress),
        form=form,
        scope=_short(scope),
        language=language,
        content=hashlib.sha256(said.encode()).hexdigest()[:_SHOWN],
    )


def read_mark(text: str) -> RecordMark | None:
    """The mark that a symbol carries; None for any other symbol."""
    found = _TEXT.fullmatch(text.strip())
    if found is None:
        return None
    congress, form, scope, language, content = (part.lower() for part in found.groups())
    return RecordMark(congress=congress, form=form, scope=scope, language=language, content=content)


def belongs_to(mark: RecordMark, congress: str) -> bool:
    return mark.congress == _short(congress)


def canonical_content(record: object) -> str:
    """Everything a record says, as JSON of one spelling: sorted keys, UTC times, pictures by their hash."""
    return json.dumps(_plain(record), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _plain(value: Any) -> Any:
    if type(value) in _AS_THEY_ARE:  # nearly all; a pack says a million values
        return value
    kind: Any = type(value)
    names = _field_names(kind)
    if names is not None:
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(entry) for key, entry in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted((_plain(entry) for entry in value), key=repr)
    if isinstance(value, (list, tuple)):
        return [_plain(entry) for entry in value]
    return _scalar(value)


@lru_cache(maxsize=512)
def _field_names(kind: Any) -> tuple[str, ...] | None:
    """Of a record's dataclass; None for any other kind of value."""
    if not is_dataclass(kind):
        return None
    return tuple(f.name for f in fields(kind) if f.name not in _NOT_CONTENT)


def _scalar(value: Any) -> Any:
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, dt.datetime):
        return utc_text(value)
    if isinstance(value, (dt.date, dt.time, Fraction)):
        return str(value)
    if isinstance(value, dt.timedelta):
        return value.total_seconds()
    return value


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
