"""speeches ...: the register of presentations, its order and its figures."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from congress_desk.cli.document_references import the_document
from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.grammar import Grammar, Parser, options_shown
from congress_desk.cli.programme_references import the_item, the_speech
from congress_desk.cli.references import the_delegate
from congress_desk.domain.delegates import Gender
from congress_desk.domain.names import folded
from congress_desk.domain.speech_figures import Counts, SpeechFigures
from congress_desk.domain.speeches import Draft, Entry, Speech, SpeechId
from congress_desk.plumbing.programme_words import SPEECH_STATES


def describe_register(group: Grammar) -> None:
    say = group.say
    add = group.command("add", say("register a presentation"), _add)
    _add_entry(add, needed=True)
    group.command("list", say("the register in its order"), _list)
    edit = group.command("edit", say("correct a presentation"), _edit)
    _add_speech(edit)
    _add_entry(edit, needed=False)
    order = group.command("order", say("put a presentation elsewhere in the register"), _order)
    _add_speech(order)
    order.add_argument("--after", required=True, metavar="SPEECH", help=say("the presentation before it, or first"))
    for name, told, act in (
        ("approve", say("the presidium lets it be given"), _approve),
        ("call", say("the speaker is called as the next one"), _call),
        ("hand-in", say("given as text instead of spoken: the same value"), _hand_in),
        ("withdraw", say("it is not given"), _withdraw),
    ):
        parser = group.command(name, told, act)
        _add_speech(parser)
        if name == "hand-in":
            _add_text(parser)
        if name == "withdraw":
            parser.add_argument("--reason", default="", metavar="R", help=say("why; it stays in the history"))
    text = group.command("text", say("add the text of a presentation, PDF or Word"), _text)
    _add_speech(text)
    text.add_argument("path", metavar="PATH", help=say("the file; it takes the place of an older one"))
    stats = group.command("stats", say("registered, delivered, in writing, withdrawn, mean length"), _stats)
    _add_reached(stats)
    rules = group.command("rules", say("show or change what the congress has set for presentations"), _rules)
    rules.add_argument("--minutes", type=int, metavar="N", help=say("minutes allowed, 10 by default"))
    told = say("seconds before the time is up at which the hall is warned; 120 by default")
    rules.add_argument("--warning-seconds", type=int, metavar="N", help=told)
    _add_reached(rules)


def _add_reached(parser: Parser) -> None:
    told = parser.say("how many presentations, spoken or in writing, are to be reached; 7 by default")
    parser.add_argument("--at-least", type=int, metavar="N", help=told)
    told = parser.say("how many delivered directly are to be reached; 5 by default")
    parser.add_argument("--delivered-at-least", type=int, metavar="N", help=told)


def _add_speech(parser: Parser) -> None:
    told = parser.say("the presentation: its id, its number in the register, its speaker, or how its topic begins")
    parser.add_argument("speech", metavar="SPEECH", help=told)


def _add_text(parser: Parser) -> None:
    parser.add_argument("--text", metavar="PATH", help=parser.say("its text, PDF or Word"))


def _add_entry(parser: Parser, *, needed: bool) -> None:
    say = parser.say
    parser.add_argument("--topic", required=needed, metavar="T", help=say("what it is about"))
    who = parser.add_mutually_exclusive_group(required=needed)
    who.add_argument("--delegate", metavar="DELEGATE", help=say("the delegate who speaks"))
    who.add_argument("--speaker", metavar="NAME", help=say("a guest who speaks"))
    parser.add_argument("--delegation", metavar="NAME", help=say("of a guest: delegation or organization"))
    genders = [gender.value for gender in Gender if gender.value]
    parser.add_argument("--gender", choices=genders, help=say("of a guest, for the figures"))
    parser.add_argument("--group", metavar="G", help=say("topic group, under which it is printed"))
    drafts = [draft.value for draft in Draft]
    parser.add_argument("--draft", choices=drafts, help=say("own draft (by default), or one of the upper level"))
    parser.add_argument("--document", metavar="D", help=say("the draft in the library: id, number or title"))
    parser.add_argument("--item", metavar="ITEM", help=say("the block of presentations in the programme"))
    parser.add_argument("--minutes", type=int, metavar="N", help=say("minutes allowed, 10 by default"))
    _add_text(parser)


def _entry(args: argparse.Namespace, old: Entry, at: Counter) -> Entry:
    given: dict[str, Any] = {
        "topic": args.topic,
        "delegation": args.delegation,
        "gender": Gender(args.gender) if args.gender else None,
        "group": args.group,
        "draft": Draft(args.draft) if args.draft else None,
        "document": the_document(at.desk, args.document).id if args.document else None,
        "item": the_item(at.desk, args.item).id if args.item else None,
        "minutes": args.minutes,
    }
    entry = replace(old, **{name: value for name, value in given.items() if value is not None})
    if args.speaker is not None:
        return replace(entry, speaker=args.speaker, delegate=None)
    return replace(entry, delegate=the_delegate(at.desk, args.delegate).id) if args.delegate else entry


def _add(args: argparse.Namespace, at: Counter) -> Answer:
    _check_text(args, at)
    speech = at.desk.programme.speeches.register(_entry(args, Entry(topic=args.topic), at))
    return _told(_with_text(args, speech, at), at)


def _edit(args: argparse.Namespace, at: Counter) -> Answer:
    _check_text(args, at)
    found = the_speech(at.desk, args.speech)
    speech = at.desk.programme.speeches.edit(found.id, _entry(args, found.entry, at))
    return _told(_with_text(args, speech, at), at)


def _check_text(args: argparse.Namespace, at: Counter) -> None:
    """Before anything is written: a text that cannot be taken in changes nothing."""
    if args.text:
        at.desk.programme.speeches.check_text(Path(args.text))


def _with_text(args: argparse.Namespace, speech: Speech, at: Counter) -> Speech:
    return at.desk.programme.speeches.give_text(speech.id, Path(args.text)) if args.text else speech


def _list(_args: argparse.Namespace, at: Counter) -> Answer:
    speeches = at.desk.programme.speeches.speeches().speeches
    return Answer(json=[shown_speech(one, at) for one in speeches], lines=[line_of(one, at) for one in speeches])


def _order(args: argparse.Namespace, at: Counter) -> Answer:
    after = "" if folded(args.after) == "first" else the_speech(at.desk, args.after).id
    speeches = at.desk.programme.speeches.move(the_speech(at.desk, args.speech).id, after=after).speeches
    return Answer(json=[shown_speech(one, at) for one in speeches], lines=[line_of(one, at) for one in speeches])


def _approve(args: argparse.Namespace, at: Counter) -> Answer:
    return _acted(args, at, at.desk.programme.speeches.approve)


def _call(args: argparse.Namespace, at: Counter) -> Answer:
    return _acted(args, at, at.desk.programme.speeches.call)


def _hand_in(args: argparse.Namespace, at: Counter) -> Answer:
    _check_text(args, at)
    handed = at.desk.programme.speeches.hand_in(the_speech(at.desk, args.speech).id)
    return _told(_with_text(args, handed, at), at)


def _withdraw(args: argparse.Namespace, at: Counter) -> Answer:
    found = the_speech(at.desk, args.speech)
    return _told(at.desk.programme.speeches.withdraw(found.id, args.reason), at)


def _acted(args: argparse.Namespace, at: Counter, act: Callable[[SpeechId], Speech]) -> Answer:
    return _told(act(the_speech(at.desk, args.speech).id), at)


def _text(args: argparse.Namespace, at: Counter) -> Answer:
    found = the_speech(at.desk, args.speech)
    return _told(at.desk.programme.speeches.give_text(found.id, Path(args.path)), at)


def _rules(args: argparse.Namespace, at: Counter) -> Answer:
    speeches = at.desk.programme.speeches
    rules = speeches.rules()
    given = {name: value for name in asdict(rules) if (value := getattr(args, name)) is not None}
    changed = replace(rules, **given)
    if changed != rules:
        speeches.change_rules(changed)
    return Answer(json=asdict(changed), lines=options_shown(asdict(changed)))


def _stats(args: argparse.Namespace, at: Counter) -> Answer:
    found = at.desk.programme.speeches.figures(at_least=args.at_least, delivered_at_least=args.delivered_at_least)
    return Answer(json=shown_figures(found), lines=_figure_lines(found, at))


def shown_figures(found: SpeechFigures) -> dict[str, Any]:
    return {
        **_counts(found.counts),
        "mean_minutes": _rounded(found),
        "by_topic": _by(found.by_topic),
        "by_delegation": _by(found.by_delegation),
        "by_gender": {gender.value or "unknown": _counts(one) for gender, one in found.by_gender.items()},
        "by_draft": {draft.value: _counts(one) for draft, one in found.by_draft.items()},
        "floor": found.floor,
        "points_of_order": found.points_of_order,
        "presentations": found.counts.presentations,
        "at_least": found.at_least,
        "reached": found.reached,
        "delivered_at_least": found.delivered_at_least,
        "delivered_reached": found.delivered_reached,
    }


def _rounded(found: SpeechFigures) -> float | None:
    """To a tenth of a minute, halves up."""
    return int(found.mean_minutes * 10 + 0.5) / 10 if found.mean_minutes is not None else None


def _by(figures: Mapping[str, Counts]) -> dict[str, dict[str, int]]:
    return {name: _counts(one) for name, one in figures.items()}


def _counts(one: Counts) -> dict[str, int]:
    return {
        "registered": one.registered,
        "delivered": one.delivered,
        "written": one.written,
        "withdrawn": one.withdrawn,
    }


def _figure_lines(found: SpeechFigures, at: Counter) -> list[str]:
    say, counts = at.say, found.counts
    mean = _rounded(found)
    lines = [
        say(
            "Registered {registered}, delivered directly {delivered}, in writing {written}, withdrawn {withdrawn}.",
            registered=counts.registered,
            delivered=counts.delivered,
            written=counts.written,
            withdrawn=counts.withdrawn,
        ),
        say("Mean length: {minutes} min", minutes="–" if mean is None else mean),
        _reached_line(
            say("Presentations: {count} of at least {wanted}", count=counts.presentations, wanted=found.at_least),
            found.reached,
            at,
        ),
        _reached_line(
            say(
                "Delivered directly: {count} of at least {wanted}",
                count=counts.delivered,
                wanted=found.delivered_at_least,
            ),
            found.delivered_reached,
            at,
        ),
    ]
    return lines + [_topic_line(name, one, at) for name, one in found.by_topic.items()]


def _topic_line(name: str, one: Counts, at: Counter) -> str:
    count, topic = one.presentations, name or "–"
    return "  " + at.say(
        "{topic}: {count} of {registered} registered", topic=topic, count=count, registered=one.registered
    )


def _reached_line(told: str, reached: bool, at: Counter) -> str:
    return f"{told} – {at.say('reached') if reached else at.say('not reached')}"


def _told(speech: Speech, at: Counter) -> Answer:
    return Answer(json=shown_speech(speech, at), lines=[line_of(speech, at), speech.id])


def shown_speech(speech: Speech, at: Counter) -> dict[str, Any]:
    entry, timer, text = speech.entry, speech.timer, speech.text
    return {
        "speech": speech.id,
        "number": speech.number,
        "state": speech.state.value,
        "speaker": entry.speaker,
        "delegate": entry.delegate,
        "delegation": entry.delegation,
        "topic": entry.topic,
        "group": entry.group,
        "draft": entry.draft.value,
        "document": entry.document,
        "item": entry.item,
        "minutes": entry.minutes,
        "registered_at": at.iso(speech.registered_at),
        "by_portal": speech.by_portal,
        "text": {"name": text.name, "sha256": text.sha256, "bytes": text.size} if text else None,
        "started": at.iso(timer.started),
        "ended": at.iso(timer.ended),
        "seconds_spoken": round(timer.spoken.total_seconds(), 1) if timer.ended else None,
    }


def line_of(speech: Speech, at: Counter) -> str:
    number = f"{speech.number}. " if speech.number else ""
    state = at.say(SPEECH_STATES[speech.state])
    who = ", ".join(name for name in (speech.speaker, speech.delegation) if name)
    return f"{number}{who} · {speech.topic} · {state}"
