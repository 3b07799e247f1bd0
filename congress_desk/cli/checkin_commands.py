"""check-in by card and name, exit, excuse, void, readings: what the registration desk does."""

from __future__ import annotations

import argparse
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypedDict

from congress_desk.cli.admissions import answered, nobody_picked, nothing_read, recorded
from congress_desk.cli.doors import Answer, Counter, bytes_of
from congress_desk.cli.grammar import Grammar, Parser, add_delegate, add_session
from congress_desk.cli.references import the_delegate, the_session
from congress_desk.domain.attendance import Excuse, ExcuseScope
from congress_desk.domain.badges import is_badge_code
from congress_desk.domain.citizen_card import looks_like_citizen_card
from congress_desk.domain.journal import EventId, SessionId
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.checkin import LoggedReading

PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".webp", ".gif", ".tif", ".tiff")


class Given(TypedDict):
    event: EventId | None
    at: Any


def describe_ways(group: Grammar) -> None:
    say = group.say
    told = say("badge, chip card or card number, as typed or scanned; or a picture file with the QR code")
    card = group.command("card", say("by badge, chip card or typed number"), _card)
    card.add_argument("what", metavar="WHAT", help=told)
    describe_happening(card)
    citizen = group.command("citizen-card", say("by the QR code of the citizen card"), _citizen_card)
    told = say("the text of the QR code, the 12 digits, or a picture file with the QR code")
    citizen.add_argument("what", metavar="WHAT", help=told)
    describe_happening(citizen)
    manual = group.command("manual", say("a delegate picked by name or number"), _manual)
    add_delegate(manual, "what")
    describe_happening(manual)
    leave = group.command("exit", say("the delegate goes out; an exit is never refused"), _leave)
    add_delegate(leave, "what")
    describe_happening(leave)


def describe_records(grammar: Grammar) -> None:
    say = grammar.say
    excuse = grammar.command("excuse", say("record an absence, with leave or without"), _excuse)
    add_delegate(excuse)
    told = say("the session: its id, its name, or its number in order of time")
    absent = excuse.add_mutually_exclusive_group(required=True)
    absent.add_argument("--session", metavar="S", help=told)
    absent.add_argument("--whole-congress", action="store_true", help=say("absent for the whole congress"))
    excuse.add_argument("--reason", default="", metavar="R", help=say("why, in a few words"))
    excuse.add_argument("--allowed-by", default="", metavar="WHO", help=say("who allowed it"))
    excuse.add_argument("--without-leave", action="store_true", help=say("put on record as absent without leave"))
    _describe_event(excuse)
    void = grammar.command("void", say("void an arrival, exit or absence; it stays in the history"), _void)
    void.add_argument("event", metavar="EVENT", help=say("the event number that the act gave"))
    void.add_argument("--reason", required=True, metavar="R", help=say("why, in a few words"))
    readings = grammar.command("readings", say("the latest readings of a session, the newest first"), _readings)
    add_session(readings)
    readings.add_argument("--count", type=int, default=0, metavar="N", help=say("how many; all by default"))


def describe_happening(parser: Parser) -> None:
    add_session(parser)
    _describe_event(parser)
    parser.add_argument("--at", metavar="TIME", help=parser.say("when it happened, if not now"))


def _describe_event(parser: Parser) -> None:
    told = parser.say("event number made by the caller; the same number again is a success and one record")
    parser.add_argument("--event", metavar="UUID", help=told)


def happening(args: argparse.Namespace, at: Counter) -> Given:
    """Refusal: BAD_VALUE."""
    return {"event": _event_id(args.event), "at": at.moment(args.at, "at") if args.at is not None else None}


def _card(args: argparse.Namespace, at: Counter) -> Answer:
    session, given = the_session(at.desk, args.session), happening(args, at)
    text = _code_text(args.what, at)
    if not text:
        return nothing_read("no_code", at)
    return answered(at.desk.check_in.by_code(text, session.id, **given), at)


def _citizen_card(args: argparse.Namespace, at: Counter) -> Answer:
    session, given = the_session(at.desk, args.session), happening(args, at)
    text = _code_text(args.what, at)
    if not text:
        return nothing_read("no_code", at)
    return answered(at.desk.check_in.by_citizen_card(text, session.id, **given), at)


def _manual(args: argparse.Namespace, at: Counter) -> Answer:
    session, given = the_session(at.desk, args.session), happening(args, at)
    try:
        delegate = the_delegate(at.desk, args.what)
    except Refusal as refusal:
        return nobody_picked(refusal, at)
    return answered(at.desk.check_in.by_name(delegate.id, session.id, **given), at)


def _leave(args: argparse.Namespace, at: Counter) -> Answer:
    session, given = the_session(at.desk, args.session), happening(args, at)
    delegate = the_delegate(at.desk, args.what)
    return recorded(at.desk.check_in.leave(delegate.id, session.id, **given), delegate, at)


def _excuse(args: argparse.Namespace, at: Counter) -> Answer:
    event, delegate = _event_id(args.event), the_delegate(at.desk, args.delegate)
    whole = args.session is None
    session = SessionId("") if whole else the_session(at.desk, args.session).id
    scope = ExcuseScope.CONGRESS if whole else ExcuseScope.SESSION
    given = Excuse(reason=args.reason, scope=scope, allowed_by=args.allowed_by, with_leave=not args.without_leave)
    return recorded(at.desk.check_in.excuse(delegate.id, session, given, event=event), delegate, at)


def _void(args: argparse.Namespace, at: Counter) -> Answer:
    event = at.desk.check_in.void(EventId(args.event.strip().lower()), args.reason)
    shown = {"status": "ok", "reason": None, "event": event.id, "voided": event.about}
    return Answer(json=shown, lines=[at.say("Voided. The record stays in the history.")])


def _readings(args: argparse.Namespace, at: Counter) -> Answer:
    session = the_session(at.desk, args.session)
    shown = [_reading(one, at) for one in at.desk.check_in.latest(session.id, args.count)]
    lines = [
        "  ".join(str(one[key] or "–") for key in ("at", "kind", "reason", "method", "full_name", "event"))
        for one in shown
    ]
    return Answer(json=shown, lines=lines)


def _reading(one: LoggedReading, at: Counter) -> dict[str, Any]:
    event, delegate = one.event, one.delegate
    return {
        "event": event.id,
        "kind": event.kind.value,
        "at": at.iso(event.happened_at),
        "recorded_at": at.iso(event.recorded_at),
        "desk": event.desk,
        "by": event.actor,
        "method": event.body.get("method"),
        "reason": event.body.get("reason"),
        "delegate": delegate.id if delegate else None,
        "full_name": delegate.sheet.full_name if delegate else None,
        "voided": one.voided,
    }


def _event_id(text: str | None) -> EventId | None:
    """Any spelling of a UUID as its usual one. Refusal: BAD_VALUE."""
    if text is None:
        return None
    try:
        return EventId(str(uuid.UUID(text.strip())))
    except ValueError as error:
        raise Refusal(Reason.BAD_VALUE, field="event", value=text) from error


def _code_text(what: str, at: Counter) -> str:
    """The text itself, or what a picture file of a code holds; "" for a picture without one."""
    path = Path(what)
    if path.suffix.lower() not in PICTURES:
        return what
    raw = bytes_of(path)
    try:
        codes = at.desk.codes_in_picture(raw)
    except Trouble as trouble:
        if trouble.problem is not Problem.NOT_A_PICTURE:
            raise
        raise Trouble(Problem.NOT_A_PICTURE, called=path.name) from trouble
    return _ours(codes)


def _ours(codes: Sequence[str]) -> str:
    """Of several codes in a picture the one that can be a badge or a citizen card."""
    ours = [code for code in codes if is_badge_code(code) or looks_like_citizen_card(code)]
    return next(iter([*ours, *codes]), "")
