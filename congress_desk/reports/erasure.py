"""The certificate that the faces were erased: what, when, by whom, what was tried afterwards, what remains.

It tells what was found, not what was hoped for: a check with remains is printed as one.
"""

from __future__ import annotations

from congress_desk.domain.erasure import Erasure, ErasureCheck
from congress_desk.domain.rights_records import ErasureRecord
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.session_words import local
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say


def render_erasure(record: ErasureRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading)
    add_head(paper, record.heading.title)
    add_title(paper, say("CERTIFICATE OF ERASURE"), say("of the face templates of the congress"))
    _add_act(paper, record.erasure)
    _add_check(paper, record.erasure.check)
    _add_remains(paper, record.erasure)
    _add_proof(paper, record.erasure)
    paper.signatures(
        (say("WHO ERASED"), say("(signature and full name)")),
        (say("ON BEHALF OF THE SECRETARIAT"), say("(signature and full name)")),
    )
    return paper.finish(say("Certificate of erasure"))


def _add_act(paper: Paper, erasure: Erasure) -> None:
    say = paper.say
    moment = local(paper.heading, erasure.at)
    _section(paper, say("1. What was erased"))
    _sentence(
        paper,
        say(
            "On {date} at {time}, {by} erased, at the desk {desk}:",
            date=say.date(moment.date()),
            time=say.time(moment),
            by=erasure.by or erasure.actor,
            desk=erasure.desk,
        ),
    )
    facts = (
        say("- {templates} face templates of {people} persons;", templates=erasure.templates, people=erasure.people),
        say(
            "- {count} photos that were taken at the desk (photos of the office's list stay for the badges);",
            count=erasure.desk_photos,
        ),
        say("- the key of this congress, without which no template can be read."),
    )
    for fact in facts:
        _sentence(paper, fact)


def _add_check(paper: Paper, check: ErasureCheck | None) -> None:
    say = paper.say
    _section(paper, say("2. What was tried afterwards"))
    if check is None:
        _sentence(paper, say("This erasure was made by an older version of the program and was not checked."))
        return
    columns = [
        Column(title=say("Tried"), share=130),
        Column(title=say("Found"), share=40, align=Align.CENTRE),
        Column(title=say("Must be"), share=34, align=Align.CENTRE),
    ]
    no = say("no")
    unknown = say("not searched")
    found = (
        (say("To open each of the {count} templates as it was before", count=check.tried), str(check.opened), "0"),
        (say("To count the templates left in the file"), str(check.rows), "0"),
        (
            say("To find their bytes anywhere in the file or its log"),
            unknown if check.traces is None else str(check.traces),
            "0",
        ),
        (say("Whether the key is on this computer"), say("yes") if check.key_here else no, no),
        (say("Whether the key is in the file, under a passphrase"), say("yes") if check.key_in_file else no, no),
    )
    paper.table(columns, [Row(cells=cells) for cells in found], whole=True)
    paper.room(4)
    if check.ok:
        told = say("Result: nothing opens any more, and nothing is left.")
    else:
        told = say("Result: remains were found. The erasure is not complete and has to be made again.")
    paper.text(told, bold=True, indent=paper.style.indent)


def _add_remains(paper: Paper, erasure: Erasure) -> None:
    say = paper.say
    _section(paper, say("3. What is outside this file"))
    if erasure.had_passphrase:
        _sentence(
            paper,
            say(
                "A passphrase was set at this congress: copies of the file that were made before the erasure can be "
                "opened with it and have to be deleted. Deleted: ........ copies, by: ........................"
            ),
        )
    else:
        _sentence(paper, say("No passphrase was set: no key opens the templates in older copies of the file."))
    if erasure.desks:
        _sentence(
            paper,
            say(
                "The key was also at: {desks}. It goes from there when this congress is next opened.",
                desks=", ".join(erasure.desks),
            ),
        )
    _sentence(paper, say("The record of attendance does not depend on faces; it remains as it was."))


def _add_proof(paper: Paper, erasure: Erasure) -> None:
    say = paper.say
    _section(paper, say("4. Proof in the journal"))
    rows = [
        Row(cells=(say("Number of the act"), say.put(erasure.event))),
        Row(cells=(say("Hash of the act"), say.put(erasure.hash))),
    ]
    if erasure.check is not None:
        rows.append(Row(cells=(say("Hash of the check"), say.put(erasure.check.hash))))
    columns = [Column(title=say("Entry"), share=40), Column(title=say("Value"), share=120)]
    paper.table(columns, rows, part="small")


def _section(paper: Paper, title: str) -> None:
    paper.room(paper.leading(paper.size("table")) * 0.5)
    paper.text(title, bold=True, keeps_next=True)
    paper.room(2)


def _sentence(paper: Paper, text: str) -> None:
    paper.text(text, part="table", justified=True, indent=paper.style.indent)
