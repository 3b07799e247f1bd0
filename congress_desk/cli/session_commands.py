"""sessions ...: add, correct, list, close, reopen."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from congress_desk.cli.doors import Answer, Counter, bytes_of
from congress_desk.cli.grammar import Grammar, Parser, add_session
from congress_desk.cli.references import the_delegate, the_session
from congress_desk.domain.attendance import EVERYBODY, Session, SessionKind
from congress_desk.domain.delegates import Category, DelegateId
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble


def describe_commands(group: Grammar) -> None:
    say = group.say
    add = group.command("add", say("add a session"), _add)
    _describe_session(add, needed=True)
    group.command("list", say("all sessions in order of time"), _list)
    edit = group.command("edit", say("correct a session"), _edit)
    add_session(edit)
    _describe_session(edit, needed=False)
    add_session(group.command("close", say("end the check-in of a session; exits are still recorded"), _close))
    add_session(group.command("reopen", say("go on with the check-in of a session"), _reopen))


def _describe_session(parser: Parser, *, needed: bool) -> None:
    say = parser.say
    parser.add_argument("--name", required=needed, metavar="N", help=say("as the hall calls it, such as “Khai mạc”"))
    told = say("ISO time, such as 2025-09-22T07:00")
    parser.add_argument("--starts", required=needed, metavar="TIME", help=told)
    parser.add_argument("--ends", required=needed, metavar="TIME", help=told)
    kinds = [kind.value for kind in SessionKind]
    parser.add_argument("--kind", choices=kinds, help=say("what kind of session it is; official by default"))
    codes = ",".join(category.value for category in Category)
    told = say("categories that may come in, all by default: {codes}", codes=codes)
    parser.add_argument("--admits", metavar="CODES", help=told)
    told = say("a text file with the only delegates that are expected, one a line")
    parser.add_argument("--list", metavar="FILE", help=told)


def _add(args: argparse.Namespace, at: Counter) -> Answer:
    session = at.desk.sessions.add(
        name=args.name,
        starts=at.moment(args.starts, "starts"),
        ends=at.moment(args.ends, "ends"),
        kind=SessionKind(args.kind or SessionKind.OFFICIAL),
        admits=_admitted(args.admits) if args.admits is not None else EVERYBODY,
        listed=_listed(args.list, at) if args.list else None,
    )
    return Answer(json=_shown(session, at), lines=[_line(session, at), session.id])


def _list(_args: argparse.Namespace, at: Counter) -> Answer:
    sessions = at.desk.sessions.sessions()
    lines = [f"{place}. {_line(session, at)}" for place, session in enumerate(sessions, 1)]
    return Answer(json=[_shown(session, at) for session in sessions], lines=lines)


def _edit(args: argparse.Namespace, at: Counter) -> Answer:
    session = the_session(at.desk, args.session)
    changes: dict[str, Any] = {}
    if args.name is not None:
        changes["name"] = args.name.strip()
    if args.starts is not None:
        changes["starts"] = at.moment(args.starts, "starts")
    if args.ends is not None:
        changes["ends"] = at.moment(args.ends, "ends")
    if args.kind is not None:
        changes["kind"] = SessionKind(args.kind)
    if args.admits is not None:
        changes["admits"] = _admitted(args.admits)
    if args.list is not None:
        changes["listed"] = frozenset(_listed(args.list, at))
    at.desk.sessions.edit(replace(session, **changes))
    return _changed(session, at)


def _close(args: argparse.Namespace, at: Counter) -> Answer:
    session = the_session(at.desk, args.session)
    at.desk.sessions.close(session.id)
    return _changed(session, at)


def _reopen(args: argparse.Namespace, at: Counter) -> Answer:
    session = the_session(at.desk, args.session)
    at.desk.sessions.reopen(session.id)
    return _changed(session, at)


def _changed(before: Session, at: Counter) -> Answer:
    session = the_session(at.desk, before.id)
    return Answer(json=_shown(session, at), lines=[at.say("Recorded: {name}", name=session.name)])


def _admitted(codes: str) -> frozenset[Category]:
    try:
        return frozenset(Category(code.strip().upper()) for code in codes.split(","))
    except ValueError as error:
        raise Refusal(Reason.BAD_VALUE, field="admits", value=codes) from error


def _listed(path: str, at: Counter) -> list[DelegateId]:
    """One delegate a line: id, card number, badge code, citizen number or name."""
    try:
        lines = bytes_of(Path(path)).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise Trouble(Problem.CANNOT_READ, path=path) from error
    return [the_delegate(at.desk, line.strip()).id for line in lines if line.strip()]


def _shown(session: Session, at: Counter) -> dict[str, Any]:
    return {
        "session": session.id,
        "name": session.name,
        "kind": session.kind.value,
        "starts": at.iso(session.starts),
        "ends": at.iso(session.ends),
        "admits": sorted(session.admits),
        "listed": None if session.listed is None else len(session.listed),
        "closed": session.closed_at is not None,
    }


def _line(session: Session, at: Counter) -> str:
    starts, ends = at.local(session.starts), at.local(session.ends)
    same_day = starts.date() == ends.date()
    until = at.say.time(ends) if same_day else f"{at.say.date(ends.date())} {at.say.time(ends)}"
    return f"{session.name}  ·  {at.say.date(starts.date())} {at.say.time(starts)} – {until}"
