"""What a paper says, part by part, for whoever writes it in another shape (Word): noted while the PDF is laid out.

One source for both, so that no figure can differ; what is drawn (charts) is in here as it is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.reports.composing import Span
from congress_desk.reports.flow import Strip
from congress_desk.reports.pen import Align
from congress_desk.reports.table import Column, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadBlock:
    """The two columns over a paper: whose it is, and the Party with place and date."""

    organ: tuple[str, ...]
    party: str
    place_and_date: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """size, indent: points."""

    spans: tuple[Span, ...]
    size: float
    align: Align
    justified: bool
    indent: float
    keeps_next: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock:
    """widths: of the columns, points."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    size: float
    widths: Sequence[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBlock:
    blocks: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingBlock:
    """told: what is drawn, for whoever hears the document."""

    strips: tuple[Strip, ...]
    told: str


@dataclass(frozen=True, slots=True)
class NewPage:
    """What comes next begins a page."""


Block = HeadBlock | TextBlock | TableBlock | SignatureBlock | DrawingBlock | NewPage
