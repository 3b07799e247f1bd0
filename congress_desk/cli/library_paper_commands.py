"""documents register | stats | copies: the library counted, and its paper copies."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from congress_desk.cli.document_commands import add_paper, told_delegate
from congress_desk.cli.document_references import the_document
from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.grammar import Grammar, Parser
from congress_desk.cli.print_commands import save_pdf
from congress_desk.cli.references import the_delegate
from congress_desk.domain.documents import DocumentId
from congress_desk.domain.documents_records import CopyLine, DocumentReading, LibraryRecord
from congress_desk.plumbing.texts import Language
from congress_desk.services.documents_copies import numbers_in


def describe_commands(group: Grammar) -> None:
    say = group.say
    register = group.command("register", say("the register of documents by type, as PDF"), _register)
    register.add_argument("--year", type=int, metavar="Y", help=say("of one year; all by default"))
    add_paper(register)
    stats = group.command("stats", say("who has opened what, for the secretariat only"), _stats)
    stats.add_argument("--document", metavar="D", help=say("the document: its id, its number, or its title"))
    _add_optional_paper(stats)
    issue = group.command("copies-issue", say("give out paper copies by number"), _issue)
    _add_numbers(issue)
    holder = issue.add_mutually_exclusive_group(required=True)
    holder.add_argument("--delegate", metavar="X", help=told_delegate(issue))
    holder.add_argument("--delegation", metavar="NAME", help=say("a whole delegation"))
    _add_numbers(group.command("copies-return", say("take paper copies back by number"), _take_back))
    copies = group.command("copies", say("the book of paper copies, or what is still out"), _copies)
    copies.add_argument("--only-out", action="store_true", help=say("only what is still out"))
    _add_optional_paper(copies)


def _add_numbers(parser: Parser) -> None:
    told = parser.say("the document: its id, its number, or its title")
    parser.add_argument("--document", required=True, metavar="D", help=told)
    parser.add_argument("--numbers", required=True, metavar="N", help=parser.say("such as 1-20,25"))


def _add_optional_paper(parser: Parser) -> None:
    languages = [language.value for language in Language]
    told = parser.say("language of the paper, vi by default")
    parser.add_argument("--lang", choices=languages, default="vi", help=told)
    parser.add_argument("--out", metavar="PDF", help=parser.say("the PDF file to write; an older one is replaced"))


def saved(record: LibraryRecord, args: argparse.Namespace, at: Counter) -> dict[str, Any]:
    pdf = at.desk.library.papers.pdf(record, language=args.lang)
    save_pdf(Path(args.out), pdf)
    return {"out": args.out, "pages": at.desk.pages.count(pdf), "bytes": len(pdf)}


def _register(args: argparse.Namespace, at: Counter) -> Answer:
    record = at.desk.library.documents.register(args.year)
    types = {kind.value: len(documents) for kind, documents in record.groups}
    told = saved(record, args, at) | {"types": types}
    return Answer(json=told, lines=[at.say("Saved: {path}", path=args.out)])


def _stats(args: argparse.Namespace, at: Counter) -> Answer:
    only = the_document(at.desk, args.document).id if args.document else None
    record = at.desk.library.reading.record(only)
    told: dict[str, Any] = {"documents": [_reading(one) for one in record.documents]}
    lines = [
        at.say("{title}: devices {devices}, delegates {opened}, read to the end {finished}", **_figures(one))
        for one in record.documents
    ]
    if args.out:
        told |= saved(record, args, at)
        lines.append(at.say("Saved: {path}", path=args.out))
    return Answer(json=told, lines=lines)


def _figures(one: DocumentReading) -> dict[str, Any]:
    shown = {"devices": one.devices, "opened": one.opened, "finished": one.finished}
    return {"title": one.document.card.title, **shown}


def _reading(one: DocumentReading) -> dict[str, Any]:
    return {
        "document": one.document.id,
        **_figures(one),
        "finished_devices": one.finished_devices,
        "times": one.times,
        "by_delegation": [
            {"delegation": d.delegation, "expected": d.expected, "opened": d.opened, "finished": d.finished}
            for d in one.delegations
        ],
        "not_opened": [{"delegate": d.id, "full_name": d.sheet.full_name} for d in one.not_opened],
    }


def _issue(args: argparse.Namespace, at: Counter) -> Answer:
    document, numbers = _which(args, at)
    delegate = the_delegate(at.desk, args.delegate).id if args.delegate else None
    issued = at.desk.library.copies.issue(document, numbers, delegate=delegate, delegation=args.delegation or "")
    told = at.say("Copies issued: {count}", count=len(issued))
    return Answer(json={"issued": [copy.number for copy in issued]}, lines=[told])


def _take_back(args: argparse.Namespace, at: Counter) -> Answer:
    document, numbers = _which(args, at)
    back = at.desk.library.copies.take_back(document, numbers)
    told = at.say("Copies returned: {count}", count=len(back))
    return Answer(json={"returned": [copy.number for copy in back]}, lines=[told])


def _copies(args: argparse.Namespace, at: Counter) -> Answer:
    record = at.desk.library.copies.record(only_out=args.only_out)
    told: dict[str, Any] = {"copies": [_copy(line, at) for line in record.lines]}
    lines = [f"{x.copy.number}  {x.document.card.title}  {_holder(x)}" for x in record.lines]
    if args.out:
        told |= saved(record, args, at)
        lines.append(at.say("Saved: {path}", path=args.out))
    return Answer(json=told, lines=lines)


def _copy(line: CopyLine, at: Counter) -> dict[str, Any]:
    return {
        "document": line.document.id,
        "number": line.copy.number,
        "delegate": line.copy.delegate,
        "full_name": line.delegate.sheet.full_name if line.delegate else None,
        "delegation": line.copy.delegation,
        "issued_at": at.iso(line.copy.issued_at),
        "returned_at": at.iso(line.copy.returned_at),
    }


def _holder(line: CopyLine) -> str:
    return line.delegate.sheet.full_name if line.delegate else line.copy.delegation


def _which(args: argparse.Namespace, at: Counter) -> tuple[DocumentId, tuple[int, ...]]:
    return the_document(at.desk, args.document).id, numbers_in(args.numbers)
