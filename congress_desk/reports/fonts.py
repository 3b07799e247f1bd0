"""The fonts of the paper: one family for Latin letters (Tinos), one for Arabic (Amiri), chosen by script.

By script and not by what happens to be in a font, so that no word is drawn half in one and half in another.
A character that no font has stops the printing: an official record with a hole in a name is worse than none.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.reports.glyph_font import GlyphFont
from congress_desk.reports.style import page_style

AMIRI_SCALE = 1.12  # Amiri's letters are small for their size
_LATIN = {
    (False, False): "latin",
    (True, False): "latin_bold",
    (False, True): "latin_italic",
    (True, True): "latin_bold_italic",
}
_ARABIC = {False: "arabic", True: "arabic_bold"}
_ARABIC_BLOCKS = (
    (0x0600, 0x06FF),
    (0x0750, 0x077F),
    (0x08A0, 0x08FF),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFC),
)
_PLACE_SHOWN = 60

FontRun = tuple[int, int, GlyphFont]  # start, end, font


class FontSet:
    """The six fonts of the page style, each loaded when first needed."""

    def __init__(self) -> None:
        self.files = page_style().fonts
        self._loaded: dict[str, GlyphFont] = {}
        self.runs = lru_cache(maxsize=20_000)(self._runs)

    def latin(self, *, bold: bool = False, italic: bool = False) -> GlyphFont:
        return self._font(_LATIN[bold, italic], 1.0)

    def arabic(self, *, bold: bool = False) -> GlyphFont:
        return self._font(_ARABIC[bold], AMIRI_SCALE)

    def _font(self, name: str, scale: float) -> GlyphFont:
        if name not in self._loaded:
            self._loaded[name] = GlyphFont(self.files[name], scale=scale)
        return self._loaded[name]

    def _runs(self, text: str, bold: bool, italic: bool, right_to_left: bool) -> tuple[FontRun, ...]:
        """Which font draws which stretch of the text. Trouble: NO_FONT_FOR."""
        latin, arabic = self.latin(bold=bold, italic=italic), self.arabic(bold=bold)
        current = arabic if right_to_left else latin
        runs: list[FontRun] = []
        for place, char in enumerate(text):
            current = _by_script(char, current, latin, arabic)
            font = _that_has(char, text, current, latin, arabic)
            if runs and runs[-1][2] is font:
                runs[-1] = (runs[-1][0], place + 1, font)
            else:
                runs.append((place, place + 1, font))
        return tuple(runs)


def _by_script(char: str, current: GlyphFont, latin: GlyphFont, arabic: GlyphFont) -> GlyphFont:
    """Letters decide; digits, signs and spaces stay with their neighbours."""
    if char < "\u0600":
        return latin if char.isalnum() else current
    if any(low <= ord(char) <= high for low, high in _ARABIC_BLOCKS):
        return arabic
    return latin if char.isalpha() else current


def _that_has(char: str, text: str, current: GlyphFont, latin: GlyphFont, arabic: GlyphFont) -> GlyphFont:
    code = ord(char)
    if code in current.characters or unicodedata.category(char) == "Cf":
        return current
    for font in (latin, arabic):
        if code in font.characters:
            return font
    raise Trouble(
        Problem.NO_FONT_FOR,
        character=char,
        name=unicodedata.name(char, f"U+{code:04X}"),
        place=_shortened(text),
    )


def _shortened(text: str) -> str:
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf").strip()
    return seen if len(seen) <= _PLACE_SHOWN else seen[: _PLACE_SHOWN - 1] + "…"
