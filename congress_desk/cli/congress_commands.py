"""create, rehearse, rules, status, verify, backup: the congress as a whole."""

from __future__ import annotations

import argparse
import datetime as dt
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from congress_desk.cli.doors import REFUSED, Answer, Counter, Doors
from congress_desk.cli.references import the_session
from congress_desk.domain.quorum import Figures
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.plumbing.texts import Words


def create(args: argparse.Namespace, doors: Doors, say: Words) -> Answer:
    opens = day(args.opens, "opens")
    with doors.create_desk(
        Path(args.file), title=args.title, convening_body=args.convening_body, opens=opens, place=args.place
    ) as desk:
        congress = desk.congress.congress()
    return Answer(
        json={"created": args.file, "congress": congress.id, "title": congress.title},
        lines=[say("The congress was created: {path}", path=args.file)],
    )


def rehearse(args: argparse.Namespace, doors: Doors, say: Words) -> Answer:
    with doors.create_rehearsal(Path(args.file)) as desk:
        count = len(desk.registry.delegates())
    return Answer(
        json={"created": args.file, "delegates": count, "rehearsal": True},
        lines=[say("The rehearsal congress was created with {count} people: {path}", count=count, path=args.file)],
    )


def rules(args: argparse.Namespace, at: Counter) -> Answer:
    current = at.desk.congress.rules()
    changes: dict[str, object] = {}
    if args.quorum is not None:
        changes["quorum"] = _share(args.quorum)
    if args.auto_accept_faces is not None:
        changes["auto_accept_faces"] = args.auto_accept_faces == "yes"
    if args.undo_minutes is not None:
        changes["undo_minutes"] = args.undo_minutes
    if changes:
        current = replace(current, **changes)  # type: ignore[arg-type]
        at.desk.congress.change_rules(current)
    written = {
        "quorum": str(current.quorum),
        "auto_accept_faces": current.auto_accept_faces,
        "undo_minutes": current.undo_minutes,
    }
    return Answer(json=written, lines=[f"{name}: {value}" for name, value in written.items()])


def status(args: argparse.Namespace, at: Counter) -> Answer:
    session = the_session(at.desk, args.session)
    found = at.desk.check_in.status(session.id)
    quorum, say = found.quorum, at.say
    shown = {
        "session": session.id,
        **_figures(found.total),
        "others_present": found.others_present,
        "quorum": {
            "needed": quorum.needed,
            "reached": quorum.reached,
            "at": at.iso(quorum.at),
            "share": str(quorum.share),
        },
        "delegations": [{"delegation": d.name, **_figures(d.figures)} for d in found.delegations],
    }
    total = found.total
    lines = [
        say(
            "{name}: {present} of {convened} convened are present, {excused} excused, {absent} not here.",
            name=session.name,
            present=total.present,
            convened=total.convened,
            excused=total.excused,
            absent=total.absent,
        ),
        say("Quorum {needed}: reached at {at}.", needed=quorum.needed, at=at.local(quorum.at))
        if quorum.at
        else say("Quorum {needed}: not reached.", needed=quorum.needed),
    ]
    return Answer(json=shown, lines=lines)


def verify(_args: argparse.Namespace, at: Counter) -> Answer:
    found = at.desk.congress.verify()
    shown = {"ok": found.ok, "events": found.events, "first_broken": found.first_broken, "why": found.why}
    if found.ok:
        return Answer(json=shown, lines=[at.say("The journal is whole: {count} events.", count=found.events)])
    return Answer(
        json=shown | {"status": "refused", "reason": "broken_chain"},
        lines=[at.say("The journal was changed from outside. First broken event: {event}", event=found.first_broken)],
        status=REFUSED,
    )


def back_up(args: argparse.Namespace, at: Counter) -> Answer:
    target = at.desk.congress.back_up(Path(args.to))
    return Answer(
        json={"backup": str(target), "bytes": target.stat().st_size},
        lines=[at.say("A checked copy was made: {path}", path=target)],
    )


def day(text: str, field: str) -> dt.date:
    """Refusal: BAD_VALUE."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise Refusal(Reason.BAD_VALUE, field=field, value=text) from error


def _share(text: str) -> Fraction:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError) as error:
        raise Refusal(Reason.BAD_VALUE, field="quorum", value=text) from error


def _figures(figures: Figures) -> dict[str, int]:
    return {name: getattr(figures, name) for name in Figures.__slots__}
