"""The ballot-entry log in the file: who entered what, what was alike, what people concluded; no single ballot."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.ballot_batches import BatchCount, Way
from congress_desk.domain.election_records import EntryLogRecord, Judged
from congress_desk.domain.election_rules import InvalidReason
from congress_desk.plumbing.vote_words import INVALID, NOBODY_NAMED, WAYS
from congress_desk.reports.count_figures import typist
from congress_desk.reports.count_record import round_told
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.table import Column, Row
from congress_desk.reports.vote_record import section, sentence
from congress_desk.reports.wording import Say


def render_entry_log(record: EntryLogRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading)
    add_head(paper, record.heading.title)
    add_title(paper, say("BALLOT-ENTRY LOG"), say.put(record.election.title), round_told(say, record.round))
    _add_bundles(paper, record)
    _add_judged(paper, record)
    _add_voided(paper, record)
    if record.round.seal is not None:
        digest = record.round.seal.digest
        paper.room(6)
        paper.text(say("Digest over all sheets and decisions (SHA-256): {digest}", digest=digest))
    paper.signatures(
        (say("ENTERED BY"), say("(signature and full name)")),
        (say("HEAD OF THE COUNTING COMMITTEE"), say("(signature and full name)")),
    )
    return paper.finish(say("Ballot-entry log"))


def _add_bundles(paper: Paper, record: EntryLogRecord) -> None:
    say = paper.say
    section(paper, say("1. Bundles"))
    columns = [
        Column(title=say("Bundle"), share=30),
        Column(title=say("Way of counting"), share=60),
        Column(title=say("Done by"), share=70),
        Column(title=say("Sheets"), share=28, align=Align.FIGURES),
        Column(title=say("Valid ballots"), share=28, align=Align.FIGURES),
        Column(title=say("Invalid ballots"), share=28, align=Align.FIGURES),
    ]
    rows = [Row(cells=cells) for found in record.outcome.batches for cells in _lines(say, found)]
    paper.table(columns, rows)
    paper.room(4)
    told = [say("Bundle {batch}: all ways of counting agree.", batch=b.batch.name) for b in _compared(record)]
    told += [say(NOBODY_NAMED, batch=b.batch.name) for b in record.outcome.batches if b.batch.unnamed]
    for line in told:
        sentence(paper, line)


def _compared(record: EntryLogRecord) -> Iterator[BatchCount]:
    return (b for b in record.outcome.batches if len(b.by_way) > 1 and b.agreed is not None)


def _lines(say: Say, found: BatchCount) -> Iterator[tuple[str, ...]]:
    name = say.put(found.batch.name)
    for way, count in found.by_way.items():
        totals = (str(count.valid), str(count.all_invalid))
        if way is Way.ENTRY:
            for one in found.batch.passes:
                told = say("Entered by keyboard, pass {number}", number=one.number)
                yield name, told, say.put(typist(say, one)), str(len(one.rows)), "", ""
            yield name, say("All passes laid over one another"), "", str(len(found.batch.entered)), *totals
        else:
            by = ", ".join(found.batch.tally.by) if way is Way.TALLY and found.batch.tally else ""
            sheets = len(found.batch.scanned) if way is Way.SCAN else count.ballots
            yield name, say(WAYS[way]), say.put(by), str(sheets), *totals


def _add_judged(paper: Paper, record: EntryLogRecord) -> None:
    say = paper.say
    section(paper, say("2. Concluded by people: {count}", count=sum(j.sheets for j in record.judged)))
    if not record.judged:
        sentence(paper, say("There is nothing to list."))
        return
    columns = [
        Column(title=say("Conclusion"), share=90),
        Column(title=say("Done by"), share=80),
        Column(title=say("Sheets"), share=28, align=Align.FIGURES),
    ]
    rows = [
        Row(cells=(_conclusion(say, judged), say.put(", ".join(judged.by)), str(judged.sheets)))
        for judged in record.judged
    ]
    paper.table(columns, rows)


def _conclusion(say: Say, judged: Judged) -> str:
    if judged.outcome == "valid":
        return say("Marks as people read them")
    if judged.outcome == "set_aside":
        return say("Set aside: no ballot of this round")
    return say(INVALID[InvalidReason(judged.outcome)])


def _add_voided(paper: Paper, record: EntryLogRecord) -> None:
    say, voided = paper.say, record.round.voided
    section(paper, say("3. Taken back: {count}", count=len(voided)))
    if not voided:
        sentence(paper, say("There is nothing to list."))
        return
    columns = [
        Column(title=say("Bundle"), share=40),
        Column(title=say("Sheets"), share=28, align=Align.FIGURES),
        Column(title=say("Reason"), share=90),
        Column(title=say("Done by"), share=60),
    ]
    rows = [Row(cells=(say.put(v.batch or "-"), str(v.sheets), say.put(v.reason), say.put(v.by))) for v in voided]
    paper.table(columns, rows)
