"""A TrueType font as PDF needs it: text shaped to glyphs by HarfBuzz, only the drawn glyphs embedded.

Every pair of glyph and source text gets a code of its own (CID), so that copying text out of the page gives
back the letters and not the shapes; this is why one glyph may have several codes.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from congress_desk.reports.embedding import Use, embed

_INVISIBLE = "\u2060"  # word joiner: the text of glyphs that stand for no letter of their own


@dataclass(frozen=True, slots=True)
class Glyph:
    """Offsets and advance in 1/1000 em; `text` is what extracts as this glyph."""

    number: int
    dx: float
    dy: float
    advance: float
    text: str


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs from left to right; width in 1/1000 em."""

    width: float
    glyphs: tuple[Glyph, ...]


class GlyphFont:
    """One font file. `scale` evens out families that look smaller at the same size."""

    def __init__(self, path: Path, *, scale: float = 1.0) -> None:
        self.name = path.stem
        self.scale = scale
        self.face = hb.Face(hb.Blob.from_file_path(str(path)))
        self.characters = frozenset(self.face.unicodes)
        self.per_unit: float = 1000 / self.face.upem
        self._font = hb.Font(self.face)
        extents = self._font.get_font_extents("ltr")
        self.ascent = extents.ascender * self.per_unit
        self.descent = extents.descender * self.per_unit
        self._uses: weakref.WeakKeyDictionary[Any, Use] = weakref.WeakKeyDictionary()
        self.shape = lru_cache(maxsize=50_000)(self._shape)
        self.own_advance = lru_cache(maxsize=None)(self._own_advance)

    def use_in(self, document: Any) -> Use:
        """The codes of a ReportLab document; the font is embedded when the document is saved."""
        use = self._uses.get(document)
        if use is None:
            use = self._uses[document] = Use(f"G{len(document.delayedFonts) + 1}")
            document.delayedFonts.append(self)
        return use

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab calls it when it saves
        embed(document, self, self._uses.pop(document))

    def _own_advance(self, glyph: int) -> float:
        return float(self._font.get_glyph_h_advance(glyph)) * self.per_unit

    def _shape(self, text: str, right_to_left: bool) -> Shaped:
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        hb.shape(self._font, buffer, {"kern": True, "liga": True})
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        advances = [position.x_advance for position in positions]
        sources = _sources(text, [info.cluster for info in infos], advances, right_to_left)
        glyphs = tuple(
            Glyph(
                info.codepoint,
                position.x_offset * self.per_unit,
                position.y_offset * self.per_unit,
                position.x_advance * self.per_unit,
                source,
            )
            for info, position, source in zip(infos, positions, sources, strict=True)
        )
        return Shaped(sum(advances) * self.per_unit, glyphs)


def _sources(text: str, clusters: list[int], advances: list[int], right_to_left: bool) -> list[str]:
    """The text of each glyph: a letter each where the counts agree, else all on the cluster's widest glyph."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    members: dict[int, list[int]] = {}
    for place, cluster in enumerate(clusters):
        members.setdefault(cluster, []).append(place)
    sources = [""] * len(clusters)
    for cluster, places in members.items():
        source = text[cluster : ends[cluster]]
        if len(places) == len(source):
            in_reading_order = reversed(places) if right_to_left else places
            for place, letter in zip(in_reading_order, source, strict=True):
                sources[place] = letter
            continue
        widest = max(places, key=lambda place: advances[place])
        for place in places:
            sources[place] = source if place == widest else _INVISIBLE
    return sources
