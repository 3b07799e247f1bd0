"""absences ...: leave asked for, step by step, as domain.md 2.3 has it; `excuse` is the short way at the desk."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.grammar import Grammar, Parser, add_delegate
from congress_desk.cli.references import the_delegate, the_session
from congress_desk.domain.absences import AbsenceCase, Organ
from congress_desk.domain.journal import EventId
from congress_desk.plumbing.sentences_absences import STATES, steps_of


def describe_commands(group: Grammar) -> None:
    say = group.say
    request = group.command("request", say("put a request for leave on record"), _request)
    add_delegate(request)
    told = say("the session: its id, its name, or its number in order of time")
    absent = request.add_mutually_exclusive_group(required=True)
    absent.add_argument("--session", metavar="S", help=told)
    absent.add_argument("--whole-congress", action="store_true", help=say("absent for the whole congress"))
    request.add_argument("--reason", required=True, metavar="R", help=say("why, in a few words"))
    request.add_argument("--asked-by", default="", metavar="WHO", help=say("who asks; the delegate without it"))
    request.add_argument("--by-word", action="store_true", help=say("asked by word, not in writing"))
    _describe_moment(request)
    opinion = group.command("opinion", say("what the head of delegation says of a request"), _opinion)
    _describe_step(opinion)
    opinion.add_argument("--against", action="store_true", help=say("the head of delegation does not agree"))
    opinion.add_argument("--note", default="", metavar="N", help=say("why, in a few words"))
    for name, told, act in (
        ("accept", say("accept a request: from now on it is an excuse"), _accept),
        ("refuse", say("refuse a request, with the reason"), _refuse),
    ):
        decision = group.command(name, told, act)
        _describe_step(decision)
        organs = [organ.value for organ in Organ]
        told = say("who decides: head in force majeure for half a day, presidium, convening committee")
        decision.add_argument("--organ", choices=organs, default=Organ.PRESIDIUM.value, help=told)
        decision.add_argument("--note", default="", metavar="N", help=say("why, in a few words"))
    listing = group.command("list", say("all requests for leave with their steps"), _list)
    listing.add_argument("--delegate", metavar="DELEGATE", help=say("of this delegate only"))


def _describe_step(parser: Parser) -> None:
    parser.add_argument(
        "absence", metavar="ABSENCE", help=parser.say("the request: its id, as absences list gives it")
    )
    parser.add_argument("--by", required=True, metavar="WHO", help=parser.say("who answers for it, by name"))
    _describe_moment(parser)


def _describe_moment(parser: Parser) -> None:
    parser.add_argument("--at", metavar="TIME", help=parser.say("when it happened, if not now"))


def _request(args: argparse.Namespace, at: Counter) -> Answer:
    delegate = the_delegate(at.desk, args.delegate)
    session = None if args.whole_congress else the_session(at.desk, args.session).id
    case = at.desk.absences.request(
        delegate.id,
        session,
        reason=args.reason,
        asked_by=args.asked_by,
        written=not args.by_word,
        at=_moment(args, at),
    )
    return _told(case, at)


def _opinion(args: argparse.Namespace, at: Counter) -> Answer:
    case = at.desk.absences.give_opinion(
        EventId(args.absence), by=args.by, agrees=not args.against, note=args.note, at=_moment(args, at)
    )
    return _told(case, at)


def _accept(args: argparse.Namespace, at: Counter) -> Answer:
    case = at.desk.absences.accept(
        EventId(args.absence), Organ(args.organ), by=args.by, note=args.note, at=_moment(args, at)
    )
    return _told(case, at)


def _refuse(args: argparse.Namespace, at: Counter) -> Answer:
    case = at.desk.absences.refuse(
        EventId(args.absence), Organ(args.organ), by=args.by, note=args.note, at=_moment(args, at)
    )
    return _told(case, at)


def _list(args: argparse.Namespace, at: Counter) -> Answer:
    delegate = the_delegate(at.desk, args.delegate).id if args.delegate else None
    cases = at.desk.absences.cases(delegate)
    return Answer(
        json=[_shown(case, at) for case in cases], lines=[line for case in cases for line in _lines(case, at)]
    )


def _told(case: AbsenceCase, at: Counter) -> Answer:
    return Answer(json=_shown(case, at), lines=_lines(case, at))


def _lines(case: AbsenceCase, at: Counter) -> list[str]:
    person, sessions = at.desk.registry.delegate(case.delegate), at.desk.sessions.sessions()
    name = next((s.name for s in sessions if s.id == case.session), at.say("the whole congress"))
    head = f"{case.id}  {person.sheet.full_name}: {name}. {case.reason} ({at.say(STATES[case.state])})"
    return [head, *(f"  {step}" for step in steps_of(at.say, case, lambda moment: at.say.date(at.local(moment))))]


def _shown(case: AbsenceCase, at: Counter) -> dict[str, Any]:
    opinion, decision = case.opinion, case.decision
    return {
        "id": case.id,
        "delegate": case.delegate,
        "session": case.session,
        "reason": case.reason,
        "asked_by": case.asked_by,
        "written": case.written,
        "at": at.iso(case.at),
        "state": case.state.value,
        "opinion": opinion and {**_step(opinion.by, opinion.at, opinion.note, at), "agrees": opinion.agrees},
        "decision": decision
        and {
            **_step(decision.by, decision.at, decision.note, at),
            "organ": decision.organ.value,
            "accepted": decision.accepted,
            "event": decision.event,
        },
    }


def _step(by: str, moment: dt.datetime, note: str, at: Counter) -> dict[str, Any]:
    return {"by": by, "at": at.iso(moment), "note": note}


def _moment(args: argparse.Namespace, at: Counter) -> dt.datetime | None:
    return at.moment(args.at, "at") if args.at is not None else None
