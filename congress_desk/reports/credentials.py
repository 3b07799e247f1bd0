"""The credentials report: words, then the table of figures of each part; every share on the base that is named.

It counts nothing. A paragraph that was reworded prints with the figures of now, or it stops the printing.
"""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.charts import DRAWN_PARTS, bar_chart
from congress_desk.domain.credentials import MISSING, OVERLAPPING, FigureRow, Part
from congress_desk.domain.credentials_records import CredentialsRecord
from congress_desk.domain.credentials_text import filled
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.rounding import percent
from congress_desk.plumbing.credentials_paragraphs import Paragraph, parts_of, usual
from congress_desk.plumbing.credentials_words import (
    BASES,
    PARTS,
    PERCENT,
    ROUNDINGS,
    decimal_words,
    row_words,
    share_words,
)
from congress_desk.plumbing.texts import Words, marked, words_for
from congress_desk.reports.charts import add_bars
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.session_words import session_sentence
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say

_SECTIONS = {
    Paragraph.NUMBER: marked("I. Number of delegates"),
    Paragraph.COMPOSITION: marked("II. Composition of delegates"),
    Paragraph.GENDER: marked("III. Quality of delegates"),
    Paragraph.CONCLUSION: marked("IV. Conclusion"),
}
_NUMBERED = (
    Paragraph.GENDER,
    Paragraph.ETHNICITY,
    Paragraph.RELIGION,
    Paragraph.SECTOR,
    Paragraph.AGE,
    Paragraph.PARTY_AGE,
    Paragraph.EDUCATION,
    Paragraph.THEORY,
    Paragraph.AWARDS,
    Paragraph.OTHER,
)
_TITLES = {
    Paragraph.EDUCATION: marked("Education and qualification"),
    Paragraph.AWARDS: marked("Awards and discipline in the term"),
    Paragraph.PARTY_AGE: marked("Party membership"),
}


def render_credentials(record: CredentialsRecord, fonts: FontSet, say: Say) -> bytes:
    return lay_credentials(record, fonts, say).finish(say("Credentials report"))


def lay_credentials(record: CredentialsRecord, fonts: FontSet, say: Say) -> Paper:
    """Refusal: PARAGRAPH_OUT_OF_DATE."""
    paper = Paper(fonts, say, record.heading)
    add_head(paper, record.heading.title)
    add_title(paper, say("REPORT"), say("on the examination of the delegates' credentials"))
    _add_committee(paper, record)
    for paragraph in Paragraph:
        _add_paragraph(paper, record, paragraph)
    _add_bases(paper, record)
    paper.signatures(
        ("",),
        (
            say("ON BEHALF OF THE CREDENTIALS COMMITTEE"),
            say("Head of the committee"),
            say("(signature and full name)"),
        ),
    )
    _add_charts(paper, record)
    return paper


def _add_committee(paper: Paper, record: CredentialsRecord) -> None:
    say = paper.say
    if record.session is not None:
        sentence = session_sentence(say, record.heading, record.session)
        _sentence(paper, say("Counted from the attendance of: {session}", session=sentence))
    if record.rules.committee:
        names = "; ".join(say.put(name) for name in record.rules.committee)
        _sentence(paper, say("Members of the credentials committee: {names}.", names=names))


def _add_paragraph(paper: Paper, record: CredentialsRecord, paragraph: Paragraph) -> None:
    say = paper.say
    text = paragraph_text(record, paragraph, say)
    tables = [(part, rows) for part in parts_of(paragraph) if (rows := _printed(record, part))]
    if paragraph in _SECTIONS:
        _section(paper, say(_SECTIONS[paragraph]))
    if paragraph in _NUMBERED:
        title = say(_TITLES.get(paragraph, PARTS[parts_of(paragraph)[0]]))
        paper.room(4)
        paper.text(f"{_NUMBERED.index(paragraph) + 1}. {title}", bold=True, keeps_next=True)
    if text:
        _sentence(paper, text)
    for part, rows in tables:
        paper.room(5)
        _add_table(paper, record, part, rows)
    if tables:
        paper.room(5)
    if paragraph is Paragraph.NUMBER:
        _add_replaced(paper, record)
    if paragraph is Paragraph.CONCLUSION:
        _add_barred(paper, record)


def paragraph_text(record: CredentialsRecord, paragraph: Paragraph, say: Say) -> str:
    """As it is printed: the secretariat's words where it wrote some, else the usual ones."""
    words = words_for(say.language)
    draft = usual(paragraph, record.figures, record.rules, words)
    places = {name: say.put(text) for name, text in draft.places.items()}
    wording = record.wordings.get((say.language.value, paragraph.value))
    if wording is None:
        return draft.template.format(**places)
    if filled(wording, draft.places) is None:
        raise Refusal(Reason.PARAGRAPH_OUT_OF_DATE, paragraph=paragraph.value)
    return wording.template.format(**places)


def _add_table(paper: Paper, record: CredentialsRecord, part: Part, rows: Sequence[FigureRow]) -> None:
    """Rows, and their sum where each person stands in one of them only."""
    say, words = paper.say, words_for(paper.say.language)
    goals = any(row.goal is not None for row in rows)
    columns = [
        Column(title=say("No."), share=9, align=Align.FIGURES),
        Column(title=say(PARTS[part]), share=62, handwritten=True),  # one width in every table
        Column(title=say("Persons"), share=20, align=Align.FIGURES),
        Column(title=say("Share (%)"), share=22, align=Align.FIGURES),
        *([Column(title=say("Goal (%)"), share=20, align=Align.FIGURES)] if goals else []),
    ]
    printed = []
    for n, row in enumerate(rows, 1):
        name = row_words(words, row, record.rules)
        cells = [str(n), say.put(name) if row.named_by_list else name, str(row.count), _share(record, row, say)]
        printed.append(Row(cells=(*cells, *([_goal(record, row, say)] if goals else []))))
    total = _total(record, part, rows, words)
    if total is not None:
        printed.append(Row(cells=("", say("Total"), str(total[0]), say.put(total[1])), bold=True))
    paper.table(columns, printed, whole=len(printed) < 14)


def _printed(record: CredentialsRecord, part: Part) -> tuple[FigureRow, ...]:
    """Of the twelve badges only those that somebody wears; every row elsewhere."""
    rows = record.figures.part(part)
    return tuple(row for row in rows if row.count) if part is Part.PARTY_BADGE else rows


def _share(record: CredentialsRecord, row: FigureRow, say: Say) -> str:
    return say.put(share_words(row, record.rules, say.language).removesuffix(PERCENT))


def _goal(record: CredentialsRecord, row: FigureRow, say: Say) -> str:
    if row.goal is None:
        return ""
    least = decimal_words(percent(row.goal, decimals=record.rules.decimals), say.language)
    return say.put(f"≥ {least}")


def _total(record: CredentialsRecord, part: Part, rows: Sequence[FigureRow], words: Words) -> tuple[int, str] | None:
    if part in OVERLAPPING or part is Part.NUMBER:
        return None
    whole = percent(sum((row.share for row in rows), start=rows[0].share * 0), decimals=record.rules.decimals)
    return sum(row.count for row in rows), decimal_words(whole, words.language)


def _add_replaced(paper: Paper, record: CredentialsRecord) -> None:
    say = paper.say
    for official, alternate in record.figures.replaced:
        _sentence(
            paper,
            say(
                "- {alternate} in the place of {official} ({delegation})",
                alternate=alternate.sheet.full_name,
                official=official.sheet.full_name,
                delegation=official.sheet.delegation or say("No delegation"),
            ),
        )


def _add_barred(paper: Paper, record: CredentialsRecord) -> None:
    say = paper.say
    if not record.figures.barred:
        return
    paper.text(say("Credentials not recognised:"), indent=paper.style.indent, keeps_next=True)
    for delegate in record.figures.barred:
        sheet = delegate.sheet
        named = ", ".join(text for text in (sheet.full_name, sheet.unit, sheet.delegation) if text)
        _sentence(paper, f"- {say.put(named)}")


def _add_bases(paper: Paper, record: CredentialsRecord) -> None:
    """On what every figure stands: printed, so that nobody needs to ask."""
    say, figures, rules = paper.say, record.figures, record.rules
    paper.room(6)
    told = [
        say(BASES[figures.base], count=figures.counted),
        say(ROUNDINGS[rules.rounding], decimals=rules.decimals),
        say("Ages are whole years on {date}.", date=say.date(figures.age_on)),
    ]
    if figures.year_only:
        told.append(say("Only the year of birth is known of {count}; their age is by year.", count=figures.year_only))
    told.append(say("In awards and goals one person may stand in several rows, so these do not sum."))
    paper.text(" ".join(told), part="table", italic=True, justified=True)


def _add_charts(paper: Paper, record: CredentialsRecord) -> None:
    """An annex on a page of its own, behind the signatures: the composition, as far as the list tells it."""
    say, figures = paper.say, record.figures
    known = [part for part in DRAWN_PARTS if any(row.count for row in figures.part(part) if row.label != MISSING)]
    if not known:
        return
    paper.turn_page()
    add_title(paper, say("ANNEX"), say("Composition of the delegates in charts"))
    for part in known:
        add_bars(paper, bar_chart(part, figures.part(part), figures.counted), record.rules)


def _section(paper: Paper, title: str) -> None:
    paper.room(paper.leading(paper.size("body")) * 0.5)
    paper.text(title, part="abstract", bold=True, keeps_next=True)
    paper.room(2)


def _sentence(paper: Paper, text: str) -> None:
    paper.text(text, justified=True, indent=paper.style.indent)
