"""Writes blocks of a paper into a Word document in the official page style, right to left where the language is."""

from __future__ import annotations

import re
from typing import Any, BinaryIO

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_DIRECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from congress_desk.reports.blocks import HeadBlock, SignatureBlock, TableBlock, TextBlock
from congress_desk.reports.composing import Span
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.style import A4

FONT = "Times New Roman"  # of the official style; every office has it
_ISOLATED = re.compile("[\u2066-\u2068]([^\u2066-\u2069]*)\u2069")
_MARKS = re.compile("[\u2066-\u2069]")
_LEFT_TO_RIGHT = "\u200e"
_FIRST_RIGHT_TO_LEFT = "\u0590"
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
        for line in (*block.organ, "*"):
            self._centred(organ, line, self._paper.size("organ"), bold=True)
        if block.number:
            self._centred(organ, block.number, self._paper.size("organ"))
        self._centred(party, block.party, self._paper.size("party"), bold=True, underlined=True)
        self._centred(party, block.place_and_date, self._paper.size("place_date"), italic=True)
        for cell in (organ, party):
            cell._tc.remove(cell.paragraphs[0]._p)
        self._document.add_paragraph()

    def text(self, block: TextBlock) -> None:
        paragraph = self._paragraph(self._document.add_paragraph(), block.align, justified=block.justified)
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
        self._share_widths(table, block)

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
        self._paragraph(paragraph, Align.CENTRE, justified=False)
        run = paragraph.add_run()
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            part = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                part.set(qn("w:fldCharType"), kind)
            else:
                part.text = text
            run._r.append(part)

    def _paragraph(self, paragraph: Any, align: Align, *, justified: bool) -> Any:
        if self._right_to_left:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        if justified:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        elif align is Align.CENTRE or not self._right_to_left:
            paragraph.alignment = _ALIGNED.get(align)
        return paragraph

    def _run(self, paragraph: Any, span: Span, size: float) -> None:
        run = paragraph.add_run(self._said(span.text))
        run.bold, run.italic, run.font.size = span.bold, span.italic, Pt(size)
        if not self._right_to_left:
            return
        run.font.rtl, run.font.cs_bold, run.font.cs_italic = True, span.bold, span.italic
        large = OxmlElement("w:szCs")
        large.set(qn("w:val"), str(round(size * 2)))
        run._r.rPr.find(qn("w:sz")).addnext(large)

    def _said(self, text: str) -> str:
        """Word knows no isolates: inside Arabic a code or a share is held together by marks on both sides."""
        if self._right_to_left:
            text = _ISOLATED.sub(_held_together, text)
        return _MARKS.sub("", text)

    def _cell(self, cell: Any, text: str, size: float, align: Align, *, bold: bool) -> None:
        paragraph = self._paragraph(cell.paragraphs[0], align, justified=False)
        paragraph.paragraph_format.space_after = Pt(0)
        self._run(paragraph, Span(text, bold), size)

    def _centred(
        self, cell: Any, text: str, size: float, *, bold: bool = False, italic: bool = False, underlined: bool = False
    ) -> None:
        paragraph = self._paragraph(cell.add_paragraph(), Align.CENTRE, justified=False)
        paragraph.paragraph_format.space_after = Pt(0)
        self._run(paragraph, Span(text, bold, italic), size)
        paragraph.runs[0].underline = underlined

    def _turn_table(self, table: Any) -> None:
        if self._right_to_left:
            table.table_direction = WD_TABLE_DIRECTION.RTL

    def _repeat(self, row: Any) -> None:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    def _share_widths(self, table: Any, block: TableBlock) -> None:
        unit = self._paper.width / sum(column.share for column in block.columns)
        table.autofit = False
        for column, written in zip(block.columns, table.columns, strict=True):
            written.width = Pt(column.share * unit)
        for row in table.rows:
            for cell, column in zip(row._tr.tc_lst, block.columns, strict=False):
                if cell.grid_span == 1:
                    cell.width = Pt(column.share * unit)


def _held_together(found: re.Match[str]) -> str:
    inside = found.group(1)
    mixed = not inside or max(inside) >= _FIRST_RIGHT_TO_LEFT
    return inside if mixed else f"{_LEFT_TO_RIGHT}{inside}{_LEFT_TO_RIGHT}"
