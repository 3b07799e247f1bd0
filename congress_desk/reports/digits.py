"""The digit policy of Arabic papers: 0-9 as everywhere, or Arabic-Indic digits where a province wants them.

Only what people read changes: counts, dates, times and shares. Codes, seats, card numbers and what stands among
Latin letters stay as they are, since they are typed and compared.
"""

from __future__ import annotations

import re

_NATIVE = str.maketrans("0123456789%", "٠١٢٣٤٥٦٧٨٩٪")
_ISOLATE = re.compile("([\u2066-\u2068][^\u2066-\u2069]*\u2069)")
_MEASURE = re.compile(r"[≥≤]? ?\d+(?:[/:.,]\d+)+(?: ?[%٪])?|\d+ ?%")  # a date, a time, a share; no bare number
_POINT = re.compile(r"(?<=\d)[.,](?=\d)")
_LATIN = re.compile(r"[A-Za-z\u00C0-\u024F\u1E00-\u1EFF]")


def with_native_digits(text: str) -> str:
    parts = _ISOLATE.split(text)
    return "".join(_isolate(part) if part[-1:] == "\u2069" else _free(part) for part in parts)


def _isolate(part: str) -> str:
    inner = part[1:-1]
    return f"{part[0]}{_native(inner)}{part[-1]}" if _MEASURE.fullmatch(inner) else part


def _free(text: str) -> str:
    return re.sub(r"\S+", lambda word: word[0] if _LATIN.search(word[0]) else _native(word[0]), text)


def _native(text: str) -> str:
    return _POINT.sub("٫", text).translate(_NATIVE)
