"""speeches start, pause, ...: the microphone and its timer, raised hands, what the minutes say."""

from __future__ import annotations

import argparse
from typing import Any

from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.grammar import Grammar
from congress_desk.cli.programme_references import the_item, the_turn
from congress_desk.cli.references import the_delegate
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.speech_figures import Balance
from congress_desk.domain.speeches import FLOOR_MINUTES, FloorRequest, RequestKind, Turn
from congress_desk.plumbing.programme_words import PHASES, REQUEST_KINDS


def describe_microphone(group: Grammar) -> None:
    say = group.say
    turn = say("the presentation, or a raised hand by its id or as Q1, Q2, ...")
    start = group.command("start", say("somebody begins to speak"), _start)
    start.add_argument("turn", metavar="SPEECH", help=turn)
    group.command("pause", say("the time stands still"), _pause)
    group.command("resume", say("the time goes on"), _resume)
    extend = group.command("extend", say("more time for whoever speaks"), _extend)
    extend.add_argument("minutes", type=int, metavar="MINUTES", help=say("below nought to shorten"))
    group.command("end", say("whoever speaks has ended"), _end).add_argument(
        "turn", metavar="SPEECH", nargs="?", help=say("who has to be the one that speaks")
    )
    group.command("now", say("who is at the microphone, and the time left"), _now)


def describe_floor(group: Grammar) -> None:
    say = group.say
    ask = group.command("ask", say("a hand is raised for the floor"), _ask)
    who = ask.add_mutually_exclusive_group(required=True)
    who.add_argument("--delegate", metavar="DELEGATE", help=say("the delegate who speaks"))
    who.add_argument("--speaker", metavar="NAME", help=say("a guest who speaks"))
    ask.add_argument("--delegation", default="", metavar="NAME", help=say("of a guest: delegation or organization"))
    ask.add_argument("--subject", default="", metavar="T", help=say("what it is about"))
    ask.add_argument(
        "--point-of-order", action="store_true", help=say("about the course of the session: comes first")
    )
    told = say("minutes allowed, 3 by default")
    ask.add_argument("--minutes", type=int, default=FLOOR_MINUTES, metavar="N", help=told)
    lower = group.command("lower", say("a raised hand is taken down"), _lower)
    lower.add_argument("request", metavar="REQUEST", help=say("its id, or Q1, Q2, ... as it waits"))
    group.command("requests", say("raised hands, and how often each delegation spoke"), _requests)
    gist = group.command("gist", say("what the minutes say of a speaker or an item"), _gist)
    about = gist.add_mutually_exclusive_group(required=True)
    about.add_argument("--turn", metavar="SPEECH", help=say("the presentation, or a raised hand by its id"))
    about.add_argument("--item", metavar="ITEM", help=say("the item: its id, its number, or how its content begins"))
    gist.add_argument("--text", required=True, metavar="TEXT")
    back = group.command("take-back", say("take the last act of presentations and floor back"), _take_back)
    back.add_argument("--reason", required=True, metavar="R", help=say("why; it stays in the history"))


def _start(args: argparse.Namespace, at: Counter) -> Answer:
    return _told(at.desk.programme.turns.start(the_turn(at.desk, args.turn).turn), at)


def _pause(_args: argparse.Namespace, at: Counter) -> Answer:
    return _told(at.desk.programme.turns.pause(), at)


def _resume(_args: argparse.Namespace, at: Counter) -> Answer:
    return _told(at.desk.programme.turns.resume(), at)


def _extend(args: argparse.Namespace, at: Counter) -> Answer:
    return _told(at.desk.programme.turns.extend(args.minutes * 60), at)


def _end(args: argparse.Namespace, at: Counter) -> Answer:
    """With a speaker named, only if it is he who speaks."""
    speaking = at.desk.programme.turns.at_microphone()
    if args.turn and (speaking is None or the_turn(at.desk, args.turn).turn != speaking.id):
        raise (
            Refusal(Reason.NOBODY_SPEAKS)
            if speaking is None
            else Refusal(Reason.SOMEBODY_SPEAKS, name=speaking.speaker)
        )
    return _told(at.desk.programme.turns.end(), at)


def _now(_args: argparse.Namespace, at: Counter) -> Answer:
    turn = at.desk.programme.turns.at_microphone()
    if turn is None:
        return Answer(json=None, lines=[at.say("Nobody is at the microphone.")])
    return _told(turn, at)


def _ask(args: argparse.Namespace, at: Counter) -> Answer:
    delegate = the_delegate(at.desk, args.delegate).id if args.delegate else None
    request = at.desk.programme.turns.ask(
        delegate=delegate,
        speaker=args.speaker or "",
        delegation=args.delegation,
        kind=RequestKind.POINT_OF_ORDER if args.point_of_order else RequestKind.FLOOR,
        subject=args.subject,
        minutes=args.minutes,
    )
    return Answer(json=_shown_request(request, at), lines=[_request_line(request, at), request.id])


def _lower(args: argparse.Namespace, at: Counter) -> Answer:
    found = the_turn(at.desk, args.request)
    if not isinstance(found, FloorRequest):
        raise Refusal(Reason.NO_SUCH_REQUEST, request=args.request)
    request = at.desk.programme.turns.lower(found.id)
    return Answer(json=_shown_request(request, at), lines=[_request_line(request, at)])


def _requests(_args: argparse.Namespace, at: Counter) -> Answer:
    waiting = at.desk.programme.turns.queue()
    balance = at.desk.programme.speeches.balance()
    shown = {
        "queue": [_shown_request(one, at) for one in waiting],
        "balance": [_shown_balance(one) for one in balance],
    }
    lines = [f"Q{place}. {_request_line(one, at)}" for place, one in enumerate(waiting, 1)]
    return Answer(json=shown, lines=lines + [_balance_line(one, at) for one in balance])


def _gist(args: argparse.Namespace, at: Counter) -> Answer:
    turn = the_turn(at.desk, args.turn).turn if args.turn else None
    item = the_item(at.desk, args.item).id if args.item else None
    at.desk.programme.notes.write_gist(args.text, item=item, turn=turn)
    return Answer(json={"item": item, "turn": turn}, lines=[at.say("Written for the minutes.")])


def _take_back(args: argparse.Namespace, at: Counter) -> Answer:
    event = at.desk.programme.speeches.take_back(args.reason)
    return Answer(json={"taken_back": event.about}, lines=[at.say("Taken back. It stays in the history.")])


def _told(turn: Turn, at: Counter) -> Answer:
    now = at.desk.programme.turns.now()
    elapsed, left = turn.timer.elapsed(now), turn.timer.left(now)
    phase = turn.timer.phase(now)
    shown = {
        "turn": turn.id,
        "speaker": turn.speaker,
        "delegation": turn.delegation,
        "subject": turn.subject,
        "request": turn.request.value if turn.request else None,
        "phase": phase.value,
        "started": at.iso(turn.timer.started),
        "ended": at.iso(turn.timer.ended),
        "seconds_elapsed": round(elapsed.total_seconds(), 1),
        "seconds_left": round(left.total_seconds(), 1),
    }
    spent = f"{_clock(elapsed.total_seconds())} / {_clock(turn.timer.allowed.total_seconds())}"
    return Answer(json=shown, lines=[f"{_who(turn.speaker, turn.delegation)} · {at.say(PHASES[phase])} · {spent}"])


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"


def _shown_request(one: FloorRequest, at: Counter) -> dict[str, Any]:
    return {
        "request": one.id,
        "kind": one.kind.value,
        "state": one.state.value,
        "delegate": one.delegate,
        "speaker": one.speaker,
        "delegation": one.delegation,
        "subject": one.subject,
        "asked_at": at.iso(one.asked_at),
    }


def _request_line(one: FloorRequest, at: Counter) -> str:
    asked = at.say.time(at.local(one.asked_at))
    return f"{asked} {_who(one.speaker, one.delegation)} · {at.say(REQUEST_KINDS[one.kind])} {one.subject}".rstrip()


def _shown_balance(one: Balance) -> dict[str, Any]:
    spoken = round(one.spoken.total_seconds(), 1)
    return {"delegation": one.delegation, "turns": one.turns, "seconds": spoken, "waiting": one.waiting}


def _balance_line(one: Balance, at: Counter) -> str:
    spoken = _clock(one.spoken.total_seconds())
    told = at.say("spoke {turns} times, {spoken}", turns=one.turns, spoken=spoken)
    return f"  {one.delegation or '–'}: {told}"


def _who(speaker: str, delegation: str) -> str:
    return ", ".join(name for name in (speaker, delegation) if name)
