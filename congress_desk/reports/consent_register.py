"""The register of consents: every answer with its text, its way, its taker and its time; none is left out."""

from __future__ import annotations

from congress_desk.domain.consent import Answer, ConsentAnswer
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.rights_records import ConsentRegisterRecord
from congress_desk.plumbing.rights_words import ANSWERS, WAYS
from congress_desk.plumbing.texts import Language
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.session_words import local
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say


def render_consent_register(record: ConsentRegisterRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading, landscape=True)
    add_head(paper, record.heading.title)
    add_title(paper, say("REGISTER OF CONSENTS"), say("to face identification at the check-in"))
    _add_counts(paper, record)
    if record.lines:
        paper.table(_columns(say), _rows(paper, record), part="list")
    else:
        paper.text(say("Nobody has answered yet."))
    paper.signatures(("",), (say("ON BEHALF OF THE SECRETARIAT"), say("(signature and full name)")))
    return paper.finish(say("Register of consents"))


def _add_counts(paper: Paper, record: ConsentRegisterRecord) -> None:
    counts = record.counts
    told = paper.say(
        "Of {everybody} persons on the list: agreed {agreed}, refused {refused}, withdrawn {withdrawn}, "
        "not asked {silent}. The newest answer of a person holds; silence is not consent.",
        everybody=record.everybody,
        agreed=counts[Answer.AGREED],
        refused=counts[Answer.REFUSED],
        withdrawn=counts[Answer.WITHDRAWN],
        silent=record.everybody - sum(counts.values()),
    )
    paper.text(told, part="table")
    paper.room(6)


def _columns(say: Say) -> list[Column]:
    return [
        Column(title=say("No."), share=22, align=Align.FIGURES),
        Column(title=say("Full name"), share=110),
        Column(title=say("Delegation"), share=100),
        Column(title=say("Answer given"), share=56),
        Column(title=say("Text"), share=50, align=Align.CENTRE),
        Column(title=say("Language"), share=60),
        Column(title=say("How it was given"), share=96),
        Column(title=say("Taken by"), share=96),
        Column(title=say("Day and time"), share=84, align=Align.CENTRE),
    ]


def _rows(paper: Paper, record: ConsentRegisterRecord) -> list[Row]:
    """A person is numbered once; older answers stand above the newest."""
    rows: list[Row] = []
    for number, (delegate, answers) in enumerate(record.lines, 1):
        for place, answer in enumerate(answers):
            rows.append(Row(cells=_cells(paper, number if place == 0 else 0, delegate, answer)))
    return rows


def _cells(paper: Paper, number: int, delegate: Delegate, answer: ConsentAnswer) -> tuple[str, ...]:
    say, taking, sheet = paper.say, answer.taking, delegate.sheet
    moment = local(paper.heading, answer.at)
    return (
        str(number) if number else "",
        say.put(sheet.full_name),
        say.delegation(sheet.delegation),
        say(ANSWERS[answer.answer]),
        say.put(taking.text_version or "-"),
        _language(taking.language),
        say(WAYS[taking.way]),
        _taker(say, answer),
        f"{say.date(moment.date())} {say.time(moment)}",
    )


def _language(code: str) -> str:
    return Language(code).own_name if code in tuple(Language) else "-"


def _taker(say: Say, answer: ConsentAnswer) -> str:
    taken = say.put(answer.taking.by or answer.actor)
    if not answer.taking.witness:
        return taken
    return say("{name}; witness {witness}", name=answer.taking.by or answer.actor, witness=answer.taking.witness)
