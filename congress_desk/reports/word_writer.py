"""Writes blocks of a paper into a Word document in the official page style, right to left where the language is."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any, BinaryIO

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_DIRECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from congress_desk.reports.bidi_classes import runs_right_to_left
from congress_desk.reports.blocks import DrawingBlock, HeadBlock, SignatureBlock, TableBlock, TextBlock
from congress_desk.reports.composing import Span, tidy
from congress_desk.reports.drawing import png_of
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.style import A4

FONT = "Times New Roman"  # of the official style; every office has it
_ISOLATED = re.compile("[\u2066-\u2068]([^\u2066-\u2069]*)\u2069")
_MARKS = re.compile("[\u2066-\u2069]")
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "\u200e", "\u200f"
_CELL_EDGES = 16.0  # points that Word leaves free in a cell
_CELL_MARGIN = 40  # twentieths of a point, on both sides
_ONE_LINE = 70  # letters
_SIGNATURE_LINES = 4  # room for a signature
_ALIGNED = {
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.END: WD_ALIGN_PARAGRAPH.RIGHT,
    Align.FIGURES: WD_ALIGN_PARAGRAPH.RIGHT,
}


class WordWriter:
    """One document in the language and page style of a paper."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._right_to_left = paper.say.right_to_left
        self._size = paper.size("body")
        self._document = Document()
        self._set_page()
        self._set_style()
        self._set_footer()

    def save(self, target: BinaryIO) -> None:
        self._document.save(target)

    def head(self, block: HeadBlock) -> None:
        table = self._document.add_table(rows=1, cols=2)
        self._turn_table(table)
        organ, party = table.rows[0].cells
        size = self._fitting(block.organ, self._paper.width / 2 - _CELL_EDGES)
        for line in (*block.organ, "*"):
            self._centred(organ, line, size, bold=True)
        if block.number:
            self._centred(organ, block.number, size)
        self._centred(party, block.party, self._paper.size("party"), bold=True, underlined=True)
        self._centred(party, block.place_and_date, self._paper.size("place_date"), italic=True)
        for cell in (organ, party):
            cell._tc.remove(cell.paragraphs[0]._p)
        self._document.add_paragraph()

    def _fitting(self, lines: Sequence[str], room: float) -> float:
        """The organ's size, or as much less as its longest line needs, in half points."""
        size = self._paper.size("organ")
        longest = max(self._paper.composer(size).width([Span(line, bold=True)]) for line in lines)
        return min(size, int(2 * size * room / longest) / 2)

    def text(self, block: TextBlock) -> None:
        paragraph = self._document.add_paragraph()
        text = "".join(span.text for span in block.spans)
        if len(text) < _ONE_LINE or runs_right_to_left(text):  # a Vietnamese paragraph runs as it was written
            self._turn(paragraph)
        self._align(paragraph, block.align, justified=block.justified)
        paragraph.paragraph_format.first_line_indent = Pt(block.indent)
        paragraph.paragraph_format.keep_with_next = block.keeps_next
        for span in block.spans:
            self._run(paragraph, span, block.size)

    def table(self, block: TableBlock) -> None:
        table = self._document.add_table(rows=0, cols=len(block.columns))
        table.style = "Table Grid"
        self._turn_table(table)
        head = table.add_row()
        self._repeat(head)
        for cell, column in zip(head.cells, block.columns, strict=True):
            self._cell(cell, column.title, block.size, Align.CENTRE, bold=True)
        for row in block.rows:
            cells = table.add_row().cells
            if row.heading:
                self._cell(cells[0].merge(cells[-1]), row.heading, block.size, Align.START, bold=True)
                continue
            for cell, column, text in zip(cells, block.columns, row.cells, strict=True):
                self._cell(cell, text, block.size, column.align, bold=row.bold)
        self._set_widths(table, block)

    def signatures(self, block: SignatureBlock) -> None:
        self._document.add_paragraph()
        table = self._document.add_table(rows=1, cols=len(block.blocks))
        self._turn_table(table)
        for cell, lines in zip(table.rows[0].cells, block.blocks, strict=True):
            for number, line in enumerate(lines):
                self._centred(cell, line, self._size, bold=number == 0, italic=number > 0)
            for _ in range(_SIGNATURE_LINES):
                cell.add_paragraph()
            cell._tc.remove(cell.paragraphs[0]._p)

    def drawing(self, block: DrawingBlock) -> None:
        """A picture as wide as the text, with what it shows for readers of screens."""
        picture = self._document.add_picture(
            io.BytesIO(png_of(self._paper, block.strips)), width=Pt(self._paper.width)
        )
        picture._inline.docPr.set("descr", self._said(block.told))

    def new_page(self) -> None:
        self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _set_page(self) -> None:
        section, margins = self._document.sections[0], self._paper.margins
        landscape = margins is self._paper.style.landscape
        width, height = (A4[1], A4[0]) if landscape else A4
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Pt(width), Pt(height)
        section.top_margin, section.bottom_margin = Pt(margins.top), Pt(margins.bottom)
        leading, trailing = Pt(margins.leading), Pt(margins.trailing)
        right_to_left = self._right_to_left
        section.left_margin, section.right_margin = (trailing, leading) if right_to_left else (leading, trailing)

    def _set_style(self) -> None:
        style = self._document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(self._size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), FONT)
        style.paragraph_format.space_after = Pt(3)

    def _set_footer(self) -> None:
        """The record's mark in letters, and the page; a Word file is a draft and carries no symbol."""
        paragraph = self._document.sections[0].footer.paragraphs[0]
        self._turn(paragraph)
        self._align(paragraph, Align.CENTRE)
        run = paragraph.add_run()
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            part = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                part.set(qn("w:fldCharType"), kind)
            else:
                part.text = text
            run._r.append(part)

    def _turn(self, paragraph: Any) -> None:
        if self._right_to_left:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))

    def _align(self, paragraph: Any, align: Align, *, justified: bool = False) -> None:
        if justified:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        elif align is Align.CENTRE or not self._right_to_left:
            paragraph.alignment = _ALIGNED.get(align)

    def _run(self, paragraph: Any, span: Span, size: float) -> None:
        run = paragraph.add_run(self._said(span.text))
        run.bold, run.italic, run.font.size = span.bold, span.italic, Pt(size)
        if not (self._right_to_left and runs_right_to_left(span.text)):
            return
        run.font.rtl, run.font.cs_bold, run.font.cs_italic = True, span.bold, span.italic
        large = OxmlElement("w:szCs")
        large.set(qn("w:val"), str(round(size * 2)))
        run._r.rPr.find(qn("w:sz")).addnext(large)

    def _said(self, text: str) -> str:
        """Word knows no isolates: inside Arabic a code or a share is held together by marks on both sides."""
        text = tidy(text)
        if self._right_to_left:
            text = _ISOLATED.sub(_held_together, text)
        return _MARKS.sub("", text)

    def _cell(self, cell: Any, text: str, size: float, align: Align, *, bold: bool) -> None:
        paragraph = cell.paragraphs[0]
        self._turn(paragraph)
        self._align(paragraph, align)
        paragraph.paragraph_format.space_after = Pt(0)
        self._run(paragraph, Span(text, bold), size)

    def _centred(
        self, cell: Any, text: str, size: float, *, bold: bool = False, italic: bool = False, underlined: bool = False
    ) -> None:
        paragraph = cell.add_paragraph()
        self._turn(paragraph)
        self._align(paragraph, Align.CENTRE)
        paragraph.paragraph_format.space_after = Pt(0)
        self._run(paragraph, Span(text, bold, italic), size)
        paragraph.runs[0].underline = underlined

    def _turn_table(self, table: Any) -> None:
        if self._right_to_left:
            table.table_direction = WD_TABLE_DIRECTION.RTL

    def _repeat(self, row: Any) -> None:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    def _set_widths(self, table: Any, block: TableBlock) -> None:
        table.autofit = False
        margins = OxmlElement("w:tblCellMar")
        for side in ("w:left", "w:right"):
            edge = OxmlElement(side)
            edge.set(qn("w:w"), str(_CELL_MARGIN))
            edge.set(qn("w:type"), "dxa")
            margins.append(edge)
        table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)
        for width, written in zip(block.widths, table.columns, strict=True):
            written.width = Pt(width)
        for row in table.rows:
            for cell, width in zip(row._tr.tc_lst, block.widths, strict=False):
                if cell.grid_span == 1:
                    cell.width = Pt(width)


def _held_together(found: re.Match[str]) -> str:
    inside = found.group(1)
    if not inside or runs_right_to_left(inside):
        return inside
    return f"{_LEFT_TO_RIGHT}{inside}{_LEFT_TO_RIGHT}{_RIGHT_TO_LEFT}"
