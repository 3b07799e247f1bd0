"""opinions ...: what delegates think of drafts, sorted, answered and printed."""

from __future__ import annotations

import argparse
from typing import Any

from congress_desk.cli.document_commands import add_paper
from congress_desk.cli.document_references import the_document
from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.grammar import Grammar
from congress_desk.cli.library_paper_commands import saved
from congress_desk.cli.references import the_delegate
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import new_id
from congress_desk.domain.opinions import Opinion, OpinionId, Stance, Verdict
from congress_desk.plumbing.document_words import STANCES


def describe_commands(group: Grammar) -> None:
    say = group.say
    told_document = say("the document: its id, its number, or its title")
    listing = group.command("list", say("all opinions in order of receipt"), _list)
    listing.add_argument("--document", metavar="D", help=told_document)
    add = group.command("add", say("an opinion that came on paper"), _add)
    add.add_argument("--document", required=True, metavar="D", help=told_document)
    add.add_argument("--stance", required=True, choices=[s.value for s in Stance])
    add.add_argument("--text", default="", metavar="TEXT", help=say("what was said"))
    add.add_argument("--part", default="", metavar="P", help=say("part of the document; the whole by default"))
    told = say("the delegate: id, badge code, card number, citizen number, or name")
    add.add_argument("--delegate", metavar="X", help=told)
    sort = group.command("sort", say("put an opinion under a part, or among the general ones"), _sort)
    sort.add_argument("opinion", metavar="OPINION", help=say("the opinion's id"))
    where = sort.add_mutually_exclusive_group(required=True)
    where.add_argument("--general", action="store_true", help=say("among the general ones"))
    where.add_argument("--part", metavar="P", help=say("part of the document; the whole by default"))
    answer = group.command("answer", say("what the secretariat proposes to do with an opinion"), _answer)
    answer.add_argument("opinion", metavar="OPINION", help=say("the opinion's id"))
    answer.add_argument("--verdict", required=True, choices=[v.value for v in Verdict])
    answer.add_argument("--text", default="", metavar="TEXT", help=say("why, in a few words"))
    printed = group.command("print", say("the synthesis of opinions as PDF"), _print)
    printed.add_argument("--document", metavar="D", help=told_document)
    add_paper(printed)


def _list(args: argparse.Namespace, at: Counter) -> Answer:
    only = the_document(at.desk, args.document).id if args.document else None
    names = {d.id: d.sheet.full_name for d in at.desk.registry.delegates()}
    found = [o for o in at.desk.library.opinions.opinions() if only in (None, o.document)]
    lines = ["  ".join((o.id, at.say(STANCES[o.stance]), o.part, o.text)) for o in found]
    return Answer(json=[_shown(o, names, at) for o in found], lines=lines)


def _add(args: argparse.Namespace, at: Counter) -> Answer:
    document = the_document(at.desk, args.document)
    received = at.desk.library.opinions.receive(
        OpinionId(new_id(at.desk.congress.heading().printed_at)),
        document.id,
        stance=Stance(args.stance),
        text=args.text,
        part=args.part,
        delegate=the_delegate(at.desk, args.delegate).id if args.delegate else None,
    )
    return _one(received, at)


def _sort(args: argparse.Namespace, at: Counter) -> Answer:
    opinion = OpinionId(args.opinion)
    return _one(at.desk.library.opinions.sort(opinion, general=args.general, part=args.part or ""), at)


def _answer(args: argparse.Namespace, at: Counter) -> Answer:
    return _one(at.desk.library.opinions.answer(OpinionId(args.opinion), Verdict(args.verdict), args.text), at)


def _print(args: argparse.Namespace, at: Counter) -> Answer:
    only = the_document(at.desk, args.document).id if args.document else None
    record = at.desk.library.opinions.synthesis(only)
    told = saved(record, args, at) | {"opinions": sum(d.tally.all for d in record.documents)}
    return Answer(json=told, lines=[at.say("Saved: {path}", path=args.out)])


def _one(opinion: Opinion, at: Counter) -> Answer:
    names = {d.id: d.sheet.full_name for d in at.desk.registry.delegates()}
    return Answer(json=_shown(opinion, names, at), lines=[at.say("Recorded: {name}", name=opinion.id)])


def _shown(opinion: Opinion, names: dict[DelegateId, str], at: Counter) -> dict[str, Any]:
    return {
        "opinion": opinion.id,
        "document": opinion.document,
        "version": opinion.version,
        "part": opinion.part,
        "general": opinion.general,
        "stance": opinion.stance.value,
        "text": opinion.text,
        "delegate": opinion.delegate,
        "full_name": names.get(opinion.delegate) if opinion.delegate else None,
        "received_at": at.iso(opinion.received_at),
        "verdict": opinion.verdict.value,
        "answer": opinion.answer,
    }
