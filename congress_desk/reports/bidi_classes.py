"""Bidirectional classes and paired brackets of the Unicode Character Database, for reports.bidi.

Unassigned code points take the class of their block (DerivedBidiClass.txt), which Python leaves empty.
"""

from __future__ import annotations

import unicodedata

ISOLATES = frozenset({"FSI", "LRI", "RLI"})
EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
REMOVED = EMBEDDINGS | {"PDF", "BN"}  # by rule X9
NEUTRAL = frozenset({"B", "S", "WS", "ON", "PDI"}) | ISOLATES

_BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜"
    "〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
# ⦍ pairs with ⦐ and ⦏ with ⦎; U+2329/232A are canonically equivalent to U+3008/3009
_CLOSING = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True)) | {"⦍": "⦐", "⦏": "⦎", "\u2329": "\u3009"}
_CLOSERS = frozenset(_CLOSING.values()) | {"\u232a"}

_RIGHT_TO_LEFT = (
    (0x0590, 0x05FF),
    (0x07C0, 0x085F),
    (0xFB1D, 0xFB4F),
    (0x10800, 0x10FFF),
    (0x1E800, 0x1EFFF),
)
_ARABIC = ((0x0600, 0x07BF), (0x0860, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF))


def bidi_class(char: str) -> str:
    """The class as UAX #9 names it: L, R, AL, EN, AN, ..."""
    return unicodedata.bidirectional(char) or _class_of_block(ord(char))


def runs_right_to_left(text: str) -> bool:
    """Whether a letter of it does."""
    return any(bidi_class(char) in ("R", "AL") for char in text)


def closing_bracket(char: str) -> str:
    """The bracket that closes this one, in its canonical form; "" if the character opens nothing."""
    return _CLOSING.get(char, "")


def as_closing_bracket(char: str) -> str:
    """The character in its canonical form if it is a closing bracket, else ""."""
    if char not in _CLOSERS:
        return ""
    return "\u3009" if char == "\u232a" else char


def _class_of_block(code: int) -> str:
    if any(low <= code <= high for low, high in _RIGHT_TO_LEFT):
        return "R"
    return "AL" if any(low <= code <= high for low, high in _ARABIC) else "L"
