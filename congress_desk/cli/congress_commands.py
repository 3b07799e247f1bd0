"""create, rehearse, describe, rules, status, readings, verify, backup: the congress as a whole."""

from __future__ import annotations

import argparse
import datetime as dt
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from congress_desk.cli.doors import REFUSED, Answer, Counter, Doors
from congress_desk.cli.grammar import Grammar, add_session
from congress_desk.cli.references import the_session
from congress_desk.cli.verdicts import verified
from congress_desk.domain.dates import parse_partial_date
from congress_desk.domain.quorum import Figures, SessionStatus
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.plumbing.texts import Words


def describe_commands(grammar: Grammar) -> None:
    say = grammar.say
    create = grammar.command_without_desk("create", say("make a new congress file"), _create)
    create.add_argument("--title", required=True, metavar="T", help=say("as it stands on every paper"))
    told = say("the committee that convenes the congress")
    create.add_argument("--convening-body", required=True, metavar="B", help=told)
    create.add_argument("--opens", required=True, metavar="DATE", help=say("opening day, such as 2025-09-22"))
    create.add_argument("--place", default="", metavar="P", help=say("for the date line of papers"))
    told = say("make a rehearsal congress of 445 invented delegates")
    grammar.command_without_desk("rehearse", told, _rehearse)
    told = say("show or correct what stands on every paper")
    change = grammar.command("describe", told, _describe)
    for option, what in (("--title", "T"), ("--convening-body", "B"), ("--opens", "DATE"), ("--place", "P")):
        change.add_argument(option, metavar=what)
    rules = grammar.command("rules", say("show or change the congress's own rules"), _rules)
    rules.add_argument("--quorum", metavar="N/D", help=say("share of the convened, 2/3 by default"))
    told = say("whether a very sure face is accepted without a key press")
    rules.add_argument("--auto-accept-faces", choices=["yes", "no"], help=told)
    rules.add_argument("--undo-minutes", type=int, metavar="N", help=say("how long a desk may undo, in minutes"))
    told = say("days after the last session until which the faces have to be erased")
    rules.add_argument("--erase-faces-after-days", type=int, metavar="N", help=told)


def describe_figures(grammar: Grammar) -> None:
    say = grammar.say
    told = say("convened, present, excused, absent, quorum, by delegation")
    add_session(grammar.command("status", told, _status))
    told = say("recompute the journal's hash chains; or say whether RECORD.pdf is the one that was sealed")
    verify = grammar.command("verify", told, _verify, takes_file=False)
    verify.add_argument("record", metavar="RECORD.pdf", nargs="?", help=say("the record's PDF file"))
    verify.add_argument("file", metavar="FILE", help=say("the congress file"))
    backup = grammar.command("backup", say("make a checked copy while the desk works on"), _back_up)
    backup.add_argument("to", metavar="TO", help=say("a new file, or a folder"))


def _create(args: argparse.Namespace, doors: Doors, say: Words) -> Answer:
    opens = _day(args.opens)
    with doors.create_desk(
        Path(args.file), title=args.title, convening_body=args.convening_body, opens=opens, place=args.place
    ) as desk:
        congress = desk.congress.congress()
    return Answer(
        json={"created": args.file, "congress": congress.id, "title": congress.title},
        lines=[say("The congress was created: {path}", path=args.file)],
    )


def _rehearse(args: argparse.Namespace, doors: Doors, say: Words) -> Answer:
    with doors.create_rehearsal(Path(args.file)) as desk:
        people = desk.registry.delegates()
    count = len(people)
    return Answer(
        json={
            "created": args.file,
            "people": count,
            "delegates": sum(1 for d in people if d.counts),
            "rehearsal": True,
        },
        lines=[say("The rehearsal congress was created with {count} people: {path}", count=count, path=args.file)],
    )


def _describe(args: argparse.Namespace, at: Counter) -> Answer:
    now = at.desk.congress.congress()
    given = {
        "title": args.title,
        "convening_body": args.convening_body,
        "opens": None if args.opens is None else _day(args.opens),
        "place": args.place,
    }
    if any(value is not None for value in given.values()):
        kept = {name: getattr(now, name) if value is None else value for name, value in given.items()}
        at.desk.congress.describe(**kept)
        now = at.desk.congress.congress()
    shown = {
        "congress": now.id,
        "title": now.title,
        "convening_body": now.convening_body,
        "opens": now.opens.isoformat(),
        "place": now.place,
        "rehearsal": now.rehearsal,
    }
    return Answer(json=shown, lines=[now.title, now.convening_body, at.say.date(now.opens), now.place])


def _rules(args: argparse.Namespace, at: Counter) -> Answer:
    current = at.desk.congress.rules()
    changes: dict[str, Any] = {}
    if args.quorum is not None:
        changes["quorum"] = _share(args.quorum)
    if args.auto_accept_faces is not None:
        changes["auto_accept_faces"] = args.auto_accept_faces == "yes"
    if args.undo_minutes is not None:
        changes["undo_minutes"] = args.undo_minutes
    if args.erase_faces_after_days is not None:
        changes["erase_faces_after_days"] = args.erase_faces_after_days
    if changes:
        current = replace(current, **changes)
        at.desk.congress.change_rules(current)
    shown = {
        "quorum": str(current.quorum),
        "auto_accept_faces": current.auto_accept_faces,
        "undo_minutes": current.undo_minutes,
        "erase_faces_after_days": current.erase_faces_after_days,
    }
    say = at.say
    lines = [
        say("Quorum: {share} of the convened", share=shown["quorum"]),
        say("A very sure face is accepted without a key press: {answer}", answer=_yes_or_no(current, say)),
        say("A desk may undo for {minutes} minutes", minutes=current.undo_minutes),
        say("Faces are erased within {count} days after the last session", count=current.erase_faces_after_days),
    ]
    return Answer(json=shown, lines=lines)


def _yes_or_no(rules: Any, say: Words) -> str:
    return say("yes") if rules.auto_accept_faces else say("no")


def _status(args: argparse.Namespace, at: Counter) -> Answer:
    session = the_session(at.desk, args.session)
    found = at.desk.check_in.status(session.id)
    quorum = found.quorum
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
    return Answer(json=shown, lines=_status_lines(session.name, found, at))


def _status_lines(session: str, found: SessionStatus, at: Counter) -> list[str]:
    say, quorum = at.say, found.quorum
    lines = [
        _status_line(session, found.total, say),
        say("Quorum: {needed} needed, reached at {at}.", needed=quorum.needed, at=at.local(quorum.at))
        if quorum.at
        else say("Quorum: {needed} needed, not reached.", needed=quorum.needed),
    ]
    return lines + [_status_line(d.name, d.figures, say) for d in found.delegations]


def _status_line(name: str, figures: Figures, say: Words) -> str:
    return say(
        "{name}: convened {convened}, present {present}, left {left}, excused {excused}, absent {absent}",
        name=name,
        **{key: count for key, count in _figures(figures).items() if key != "late"},
    )


def _verify(args: argparse.Namespace, at: Counter) -> Answer:
    if args.record:
        return verified(Path(args.record), at)
    found = at.desk.congress.verify()
    shown = {"ok": found.ok, "events": found.events, "first_broken": found.first_broken, "why": found.why}
    if found.ok:
        return Answer(json=shown, lines=[at.say("The journal is whole: {count} events.", count=found.events)])
    told = at.say(
        "The journal was changed from outside. First broken event: {event}. Keep the file, and open the last backup.",
        event=found.first_broken,
    )
    refused = {"status": "refused", "reason": "broken_chain", "message": told}
    return Answer(json=shown | refused, lines=[told], status=REFUSED)


def _back_up(args: argparse.Namespace, at: Counter) -> Answer:
    target = at.desk.congress.back_up(Path(args.to))
    return Answer(
        json={"backup": str(target), "bytes": target.stat().st_size},
        lines=[at.say("A checked copy was made: {path}", path=target)],
    )


def _day(text: str) -> dt.date:
    """2025-09-22, or as offices write it 22/09/2025. Refusal: BAD_VALUE."""
    try:
        found = parse_partial_date(text)
        return dt.date(found.year, found.month, found.day)
    except ValueError as error:
        raise Refusal(Reason.BAD_VALUE, field="opens", value=text) from error


def _share(text: str) -> Fraction:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError) as error:
        raise Refusal(Reason.BAD_VALUE, field="quorum", value=text) from error


def _figures(figures: Figures) -> dict[str, int]:
    return {name: getattr(figures, name) for name in Figures.__slots__}
