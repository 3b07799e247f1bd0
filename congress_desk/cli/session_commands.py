"""sessions ...: add, list, close, reopen."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.references import the_delegate, the_session
from congress_desk.domain.attendance import EVERYBODY, Session, SessionKind
from congress_desk.domain.delegates import Category, DelegateId
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble


def add(args: argparse.Namespace, at: Counter) -> Answer:
    try:
        starts, ends = at.moment(args.starts), at.moment(args.ends)
        admits = frozenset(Category(code) for code in args.admits.split(",")) if args.admits else EVERYBODY
    except ValueError as error:
        raise Refusal(Reason.BAD_VALUE, field=str(error)) from error
    session = at.desk.sessions.add(
        name=args.name,
        starts=starts,
        ends=ends,
        kind=SessionKind(args.kind),
        admits=admits,
        listed=_listed(args.list, at) if args.list else None,
    )
    return Answer(json={"session": session.id, **_shown(session, at)}, lines=[session.id])


def list_all(_args: argparse.Namespace, at: Counter) -> Answer:
    sessions = at.desk.sessions.sessions()
    return Answer(
        json=[{"session": s.id, **_shown(s, at)} for s in sessions],
        lines=[f"{n}. {s.name}  {at.iso(s.starts)} – {at.iso(s.ends)}" for n, s in enumerate(sessions, 1)],
    )


def close(args: argparse.Namespace, at: Counter) -> Answer:
    at.desk.sessions.close(the_session(at.desk, args.session).id)
    return _changed(args, at)


def reopen(args: argparse.Namespace, at: Counter) -> Answer:
    at.desk.sessions.reopen(the_session(at.desk, args.session).id)
    return _changed(args, at)


def _changed(args: argparse.Namespace, at: Counter) -> Answer:
    session = the_session(at.desk, args.session)
    return Answer(
        json={"session": session.id, **_shown(session, at)}, lines=[at.say("Recorded: {name}", name=session.name)]
    )


def _listed(path: str, at: Counter) -> list[DelegateId]:
    """One delegate a line: id, card number, badge code, citizen number or name."""
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Trouble(Problem.CANNOT_READ, path=path) from error
    return [the_delegate(at.desk, line.strip()).id for line in lines if line.strip()]


def _shown(session: Session, at: Counter) -> dict[str, Any]:
    return {
        "name": session.name,
        "kind": session.kind.value,
        "starts": at.iso(session.starts),
        "ends": at.iso(session.ends),
        "admits": sorted(session.admits),
        "listed": None if session.listed is None else len(session.listed),
        "closed": session.closed_at is not None,
    }
