"""A font's objects in the PDF: Type0 with a subset of the TrueType file (ISO 32000-1, 9.7).

The subset holds exactly the glyphs drawn. Hand-written because ReportLab embeds by character, which loses
Arabic shapes and everything else that is no character of its own.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import uharfbuzz as hb

_NOT_NEEDED = (
    b"GSUB",
    b"GPOS",
    b"GDEF",
    b"cmap",
    b"name",
    b"post",
    b"OS/2",
    b"kern",
    b"DSIG",
    b"STAT",
    b"gasp",
    b"meta",
)
_UNICODE_MAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def "
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
)
_UNICODE_MAP_END = "\nendcmap CMapName currentdict /CMap defineresource pop end end"
_BLOCK = 100  # entries a bfchar block may have


@dataclass(slots=True)
class Use:
    """What one document has drawn with a font: resource name, and code of each (glyph, text).

    shown: page operators of words drawn before, by identity of their glyphs (kept beside them) and size.
    """

    name: str
    codes: dict[tuple[int, str], int] = field(default_factory=dict)
    shown: dict[tuple[int, float], tuple[Any, list[str]]] = field(default_factory=dict)

    def code(self, glyph: int, text: str) -> int:
        return self.codes.setdefault((glyph, text), len(self.codes) + 1)


class Embeddable(Protocol):
    """What is asked of a font; ascent and descent in 1/1000 em, face as HarfBuzz knows it."""

    name: str
    ascent: float
    descent: float
    face: Any

    @property
    def own_advance(self) -> Callable[[int], float]: ...


def embed(document: Any, font: Embeddable, use: Use) -> None:
    """Write the font into a ReportLab document under the name that the pages use."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

    data, new_numbers = _subset(font, {glyph for glyph, _ in use.codes})
    name = f"{_tag(use)}+{font.name}"
    glyphs = [glyph for glyph, _ in use.codes]
    to_glyph = b"\0\0" + b"".join(new_numbers[glyph].to_bytes(2, "big") for glyph in glyphs)
    descendant = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": PDFName(name),
            "CIDSystemInfo": _identity(),
            "W": PDFArray([1, PDFArray([round(font.own_advance(glyph), 2) for glyph in glyphs])]),
            "DW": 0,
            "CIDToGIDMap": document.Reference(_stream(document, to_glyph), f"glyphs:{name}"),
            "FontDescriptor": document.Reference(_descriptor(document, font, name, data), f"descriptor:{name}"),
        }
    )
    document.idToObject["BasicFonts"].dict[use.name] = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(descendant, f"descendant:{name}")]),
            "ToUnicode": document.Reference(_stream(document, _unicode_map(use).encode()), f"unicode:{name}"),
        }
    )


def _subset(font: Embeddable, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    dropped = {int.from_bytes(table, "big") for table in _NOT_NEEDED}
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(dropped)
    plan = hb.SubsetPlan(font.face, wanted)
    return plan.execute().blob.data, dict(plan.old_to_new_glyph_mapping)


def _descriptor(document: Any, font: Embeddable, name: str, data: bytes) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(name),
            "Flags": 4,
            "FontBBox": PDFArray([-1000, -500, 2000, 1300]),
            "ItalicAngle": -12 if "Italic" in font.name else 0,
            "Ascent": round(font.ascent),
            "Descent": round(font.descent),
            "CapHeight": 700,
            "StemV": 140 if "Bold" in font.name else 80,
            "FontFile2": document.Reference(_stream(document, data, Length1=len(data)), f"file:{name}"),
        }
    )


def _identity() -> Any:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFString

    return PDFDictionary({"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0})


def _stream(document: Any, content: bytes, **entries: int) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress

    stream = PDFStream(content=content)
    if document.compression:
        stream.filters = [PDFZCompress]
    for key, value in entries.items():
        stream.dictionary[key] = value
    return stream


def _tag(use: Use) -> str:
    """Six letters that differ with what was drawn, as subsets must be named."""
    number = zlib.crc32(repr(sorted(use.codes)).encode())
    return "".join(chr(ord("A") + (number >> (5 * place)) % 26) for place in range(6))


def _unicode_map(use: Use) -> str:
    entries = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for (_, text), code in use.codes.items() if text
    ]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    parts = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks]
    return _UNICODE_MAP_HEAD + "\n".join(parts) + _UNICODE_MAP_END
