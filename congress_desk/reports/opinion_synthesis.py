"""The synthesis of opinions on drafts (29-HD/VPTW): I general, II by document, part, opinion."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.documents_records import SynthesisRecord
from congress_desk.domain.opinions import DocumentOpinions, Opinion, PartOpinions, Tally, Verdict
from congress_desk.plumbing.document_words import STANCES, VERDICTS
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say


def render_synthesis(record: SynthesisRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading)
    add_head(paper, record.heading.title)
    add_title(paper, say("SYNTHESIS OF OPINIONS"), say("on the drafts of the congress's documents"))
    _add_general(paper, record)
    if record.documents:
        _add_part_heading(paper, say("II. Opinions on each document"))
        for number, document in enumerate(record.documents, 1):
            _add_document(paper, record, number, document)
    chair = (say("ON BEHALF OF THE PRESIDIUM"), say("(signature and full name)"))
    paper.signatures((say("ON BEHALF OF THE SECRETARIAT"), say("(signature and full name)")), chair)
    return paper.finish(say("Synthesis of opinions"))


def _add_general(paper: Paper, record: SynthesisRecord) -> None:
    say = paper.say
    _add_part_heading(paper, say("I. In general"))
    total = sum(d.tally.all for d in record.documents)
    documents = len(record.documents)
    counted = say(
        "Opinions received: {count}. Documents with opinions: {documents}.", count=total, documents=documents
    )
    paper.text(counted, justified=True, indent=paper.style.indent)
    if not record.documents:
        return
    paper.room(4)
    columns = [
        Column(title=say("No."), share=16, align=Align.FIGURES),
        Column(title=say("Document"), share=120),
        *(Column(title=say(word), share=26, align=Align.FIGURES) for word in STANCES.values()),
        Column(title=say("Total"), share=22, align=Align.FIGURES),
    ]
    rows = [
        Row(cells=(str(n), say.put(d.document.card.title), *_figures(d.tally)))
        for n, d in enumerate(record.documents, 1)
    ]
    tallies = [d.tally for d in record.documents]
    whole = Tally(
        agree=sum(t.agree for t in tallies), amend=sum(t.amend for t in tallies), other=sum(t.other for t in tallies)
    )
    rows.append(Row(cells=("", say("Total"), *_figures(whole)), bold=True))
    paper.table(columns, rows)
    general = [opinion for d in record.documents for opinion in d.general]
    if general:
        paper.room(6)
        paper.text(say("General opinions:"), bold=True, keeps_next=True)
        paper.room(3)
        _add_table(paper, record, general)


def _add_document(paper: Paper, record: SynthesisRecord, number: int, found: DocumentOpinions) -> None:
    say, card = paper.say, found.document.card
    paper.room(6)
    named = " ".join(part for part in (card.number, card.title) if part)
    paper.text(f"{number}. {say.put(named)}", bold=True, keeps_next=True)
    for place, part in enumerate(found.parts, 1):
        _add_part(paper, record, f"{number}.{place}", part)


def _add_part(paper: Paper, record: SynthesisRecord, number: str, part: PartOpinions) -> None:
    say = paper.say
    name = say.put(part.part) if part.part else say("The document as a whole")
    counts = say.comma.join(
        f"{say(STANCES[stance]).lower() if not say.right_to_left else say(STANCES[stance])}: {count}"
        for stance, count in zip(STANCES, _figures(part.tally)[:3], strict=True)
    )
    paper.text(f"{say.put(number)} {name} ({counts})", italic=True, keeps_next=True)
    paper.room(3)
    written = [o for o in part.opinions if o.text]
    if written:
        _add_table(paper, record, written)
        paper.room(4)


def _add_table(paper: Paper, record: SynthesisRecord, opinions: Sequence[Opinion]) -> None:
    say = paper.say
    named = any(o.delegate for o in opinions)
    columns = [
        Column(title=say("No."), share=16, align=Align.FIGURES),
        Column(title=say("Opinion"), share=130),
        *([Column(title=say("Given by"), share=60)] if named else []),
        Column(title=say("The secretariat's proposal"), share=80, handwritten=True),
    ]
    rows = []
    for number, opinion in enumerate(opinions, 1):
        cells = [str(number), f"{say(STANCES[opinion.stance])}: {say.put(opinion.text)}"]
        if named:
            cells.append(_giver(say, record, opinion))
        cells.append(_proposal(say, opinion))
        rows.append(Row(cells=tuple(cells)))
    paper.table(columns, rows)


def _giver(say: Say, record: SynthesisRecord, opinion: Opinion) -> str:
    person = record.names.get(opinion.delegate) if opinion.delegate else None
    if person is None:
        return ""
    return say.put(", ".join(part for part in (person.sheet.full_name, person.sheet.delegation) if part))


def _proposal(say: Say, opinion: Opinion) -> str:
    if opinion.verdict is Verdict.OPEN:
        return ""
    word = say(VERDICTS[opinion.verdict])
    return f"{word}: {say.put(opinion.answer)}" if opinion.answer else word


def _figures(tally: Tally) -> tuple[str, str, str, str]:
    return str(tally.agree), str(tally.amend), str(tally.other), str(tally.all)


def _add_part_heading(paper: Paper, title: str) -> None:
    paper.room(8)
    paper.text(title, part="abstract", bold=True, keeps_next=True)
    paper.room(2)
