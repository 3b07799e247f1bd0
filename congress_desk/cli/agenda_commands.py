"""agenda ...: the programme taken in, written, run, announced, printed."""

from __future__ import annotations

import argparse
import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.grammar import Grammar, Parser
from congress_desk.cli.print_commands import need_file, save_pdf
from congress_desk.cli.programme_references import after_item, the_item, the_sitting
from congress_desk.domain.agenda import Content, Item, ItemId, ItemKind
from congress_desk.domain.agenda_clock import read_hours
from congress_desk.domain.agenda_kinds import guessed_kind
from congress_desk.domain.agenda_plan import AgendaPlan
from congress_desk.domain.agenda_times import Timed
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.plumbing.programme_templates import Template
from congress_desk.plumbing.programme_words import doubt_sentence, late_words
from congress_desk.plumbing.texts import Language, words_for

DAY_MINUTES = 24 * 60


def describe_taking_in(group: Grammar) -> None:
    say = group.say
    told = say("take in a programme from a table (.xlsx, .docx, .xls, .ods, .csv): no., time, content, by whom")
    read = group.command("import", told, _import)
    read.add_argument("table", metavar="TABLE", help=say("the spreadsheet or the Word file"))
    _add_planning(read)
    template = group.command("template", say("take in a programme to begin with"), _template)
    names = [name.value for name in Template]
    template.add_argument("template", metavar="TEMPLATE", choices=names, help=", ".join(names))
    told = say("the first day, the opening day by default")
    template.add_argument("--day", metavar="DATE", help=told)
    languages = [language.value for language in Language]
    template.add_argument("--lang", choices=languages, default="vi", help=say("language of its words, vi by default"))
    _add_planning(template)
    paper = group.command("print", say("save the programme as PDF"), _print)
    paper.add_argument("--lang", choices=languages, default="vi", help=say("language of the paper, vi by default"))
    told = say("the PDF file to write; an older one is replaced")
    paper.add_argument("--out", required=True, metavar="PDF", help=told)


def describe_writing(group: Grammar) -> None:
    say = group.say
    group.command("list", say("every item with planned, announced, actual and expected times"), _list)
    item = say("the item: its id, its number, or how its content begins")
    half_day = say("the half-day: its id, its number in order of time, or its name")
    after = say("the item before it, or first; last by default")
    sitting = group.command("sitting", say("add a half-day"), _add_sitting)
    sitting.add_argument("--name", required=True, metavar="N", help=say("as printed, such as “Buổi sáng”"))
    told = say("ISO time, such as 2025-09-22T07:00")
    sitting.add_argument("--starts", required=True, metavar="TIME", help=told)
    sitting.add_argument("--reserve", action="store_true", help=say("kept free in case it is needed"))
    add = group.command("add", say("add an item"), _add)
    add.add_argument("--sitting", required=True, metavar="H", help=half_day)
    _add_content(add, needed=True)
    add.add_argument("--after", metavar="ITEM", help=after)
    edit = group.command("edit", say("correct an item"), _edit)
    edit.add_argument("item", metavar="ITEM", help=item)
    _add_content(edit, needed=False)
    move = group.command("move", say("put an item elsewhere; all times follow"), _move)
    move.add_argument("item", metavar="ITEM", help=item)
    move.add_argument("--after", metavar="ITEM", help=after)
    move.add_argument("--sitting", metavar="H", help=half_day)
    remove = group.command("remove", say("take an item out that has not begun"), _remove)
    remove.add_argument("item", metavar="ITEM", help=item)


def describe_running(group: Grammar) -> None:
    say = group.say
    item = say("the item: its id, its number, or how its content begins")
    start = group.command("start", say("an item begins; what runs ends with it"), _start)
    start.add_argument("item", metavar="ITEM", nargs="?", help=f"{item}; {say('the next one by default')}")
    end = group.command("end", say("the item that runs ends"), _end)
    for parser in (start, end):
        parser.add_argument("--at", metavar="TIME", help=say("when it was, if that was not now"))
    group.command(
        "announce", say("tell the hall the times expected now, and keep them beside the planned"), _announce
    )
    group.command("now", say("what is on, what comes then, and how late it runs"), _now)
    back = group.command("take-back", say("take the last act of the programme back"), _take_back)
    back.add_argument("--reason", required=True, metavar="R", help=say("why; it stays in the history"))


def _add_planning(parser: Parser) -> None:
    say = parser.say
    parser.add_argument("--dry-run", action="store_true", help=say("only show what would be done"))
    parser.add_argument("--instead", action="store_true", help=say("in the place of the programme that is there"))


def _add_content(parser: Parser, *, needed: bool) -> None:
    say = parser.say
    parser.add_argument("--content", required=needed, metavar="C", help=say("what is done"))
    parser.add_argument("--by", metavar="WHO", help=say("who carries it out"))
    parser.add_argument("--minutes", type=int, metavar="N", help=say("how long, in minutes"))
    told = say("a fixed start, such as 07:30; “none” lets it follow the item before")
    parser.add_argument("--at", metavar="HH:MM", help=told)
    parser.add_argument("--kind", choices=[kind.value for kind in ItemKind], help=say("of which kind it is"))
    parser.add_argument("--number", metavar="N", help=say("as printed; counted by itself without it"))


def _import(args: argparse.Namespace, at: Counter) -> Answer:
    return _planned(at.desk.programme.importing.plan(Path(args.table)), args, at)


def _template(args: argparse.Namespace, at: Counter) -> Answer:
    day = at.moment(args.day, "opens").date() if args.day else None
    words = words_for(args.lang)
    return _planned(at.desk.programme.importing.plan_template(Template(args.template), words, day=day), args, at)


def _planned(plan: AgendaPlan, args: argparse.Namespace, at: Counter) -> Answer:
    if not args.dry_run:
        at.desk.programme.importing.carry_out(plan, instead=args.instead)
    doubts = [
        {"kind": d.kind.value, "row": d.row, "table": d.table, "message": doubt_sentence(at.say, d)}
        for d in plan.doubts
    ]
    lines = [at.say("{items} items in {sittings} half-days.", items=plan.items, sittings=len(plan.sittings))]
    lines += [str(doubt["message"]) for doubt in doubts]
    if args.dry_run:
        lines += [
            f"{i.starts:%d/%m %H:%M} - {i.ends:%H:%M}  {i.written.content}" for s in plan.sittings for i in s.items
        ]
        lines.append(at.say("This was a trial. Nothing was written."))
    shown = {"items": plan.items, "sittings": len(plan.sittings), "doubts": doubts, "dry_run": args.dry_run}
    return Answer(json=shown, lines=lines)


def _list(_args: argparse.Namespace, at: Counter) -> Answer:
    times = at.desk.programme.agenda.timeline()
    return Answer(json=[shown_timed(timed, at) for timed in times], lines=[_line(timed, at) for timed in times])


def _print(args: argparse.Namespace, at: Counter) -> Answer:
    need_file(args.out)
    records = at.desk.records
    pdf = records.preview(Form.PROGRAMME, language=args.lang)
    save_pdf(Path(args.out), pdf)
    records.note_printed(Form.PROGRAMME, None, language=args.lang, pdf=pdf)
    shown = {"form": Form.PROGRAMME.value, "out": args.out, "pages": at.desk.pages.count(pdf), "bytes": len(pdf)}
    return Answer(json=shown, lines=[at.say("Saved: {path}", path=args.out)])


def _add_sitting(args: argparse.Namespace, at: Counter) -> Answer:
    starts = at.moment(args.starts, "starts").astimezone(at.zone)
    sitting = at.desk.programme.agenda.add_sitting(args.name, starts, reserve=args.reserve)
    shown = {
        "sitting": sitting.id,
        "name": sitting.name,
        "starts": at.iso(sitting.starts),
        "reserve": sitting.reserve,
    }
    return Answer(json=shown, lines=[sitting.name, sitting.id])


def _add(args: argparse.Namespace, at: Counter) -> Answer:
    sitting = the_sitting(at.desk, args.sitting)
    written = _content(args, Content(content=args.content, kind=guessed_kind(args.content)))
    return _told(at.desk.programme.agenda.add_item(sitting.id, written, after=after_item(at.desk, args.after)), at)


def _edit(args: argparse.Namespace, at: Counter) -> Answer:
    item = the_item(at.desk, args.item)
    return _told(at.desk.programme.agenda.edit_item(item.id, _content(args, item.written)), at)


def _move(args: argparse.Namespace, at: Counter) -> Answer:
    item = the_item(at.desk, args.item)
    after = after_item(at.desk, args.after)
    sitting = the_sitting(at.desk, args.sitting).id if args.sitting else None
    if sitting is None and after:
        sitting = at.desk.programme.agenda.item(ItemId(after)).sitting
    return _told(at.desk.programme.agenda.move_item(item.id, after=after, sitting=sitting), at)


def _remove(args: argparse.Namespace, at: Counter) -> Answer:
    item = the_item(at.desk, args.item)
    at.desk.programme.agenda.remove_item(item.id)
    return Answer(json={"removed": item.id}, lines=[at.say("Taken out: {content}", content=item.content)])


def _start(args: argparse.Namespace, at: Counter) -> Answer:
    agenda = at.desk.programme.agenda
    when = at.moment(args.at, "at") if args.at else None
    item = agenda.start(the_item(at.desk, args.item).id, at=when) if args.item else agenda.start_next(at=when)
    return _told(item, at)


def _end(args: argparse.Namespace, at: Counter) -> Answer:
    return _told(at.desk.programme.agenda.end(at=at.moment(args.at, "at") if args.at else None), at)


def _announce(_args: argparse.Namespace, at: Counter) -> Answer:
    times = [timed for timed in at.desk.programme.agenda.announce() if timed.item.announced]
    return Answer(json=[shown_timed(timed, at) for timed in times], lines=[_line(timed, at) for timed in times])


def _now(_args: argparse.Namespace, at: Counter) -> Answer:
    found = at.desk.programme.agenda.now_and_next()
    late = int(found.late.total_seconds() / 60)
    shown = {
        "now": shown_timed(found.now, at) if found.now else None,
        "next": shown_timed(found.next, at) if found.next else None,
        "late_minutes": late,
        "by_clock": found.by_clock,
    }
    lines = [_line(timed, at) for timed in (found.now, found.next) if timed]
    return Answer(json=shown, lines=[*lines, late_words(at.say, late)])


def _take_back(args: argparse.Namespace, at: Counter) -> Answer:
    event = at.desk.programme.agenda.take_back(args.reason)
    return Answer(json={"taken_back": event.about}, lines=[at.say("Taken back. It stays in the history.")])


def _content(args: argparse.Namespace, old: Content) -> Content:
    """What was said on the command line over what was there. Refusal: BAD_VALUE (item_time)."""
    given: dict[str, Any] = {
        "content": args.content,
        "by_whom": args.by,
        "minutes": args.minutes,
        "kind": ItemKind(args.kind) if args.kind else None,
        "number": args.number,
    }
    new = replace(old, **{name: value for name, value in given.items() if value is not None})
    return replace(new, at=_fixed(args.at)) if args.at is not None else new


def _fixed(text: str) -> dt.time | None:
    if text.strip().casefold() == "none":
        return None
    minutes = read_hours(text).start
    if minutes is None or minutes >= DAY_MINUTES:
        raise Refusal(Reason.BAD_VALUE, field="item_time")
    return dt.time(minutes // 60, minutes % 60)


def _told(item: Item, at: Counter) -> Answer:
    timed = next(one for one in at.desk.programme.agenda.timeline() if one.item.id == item.id)
    return Answer(json=shown_timed(timed, at), lines=[_line(timed, at), item.id])


def shown_timed(timed: Timed, at: Counter) -> dict[str, Any]:
    item, sitting = timed.item, timed.sitting
    return {
        "item": item.id,
        "number": item.number,
        "content": item.content,
        "by_whom": item.by_whom,
        "kind": item.kind.value,
        "minutes": item.minutes,
        "state": timed.state.value,
        "sitting": sitting.id,
        "sitting_name": sitting.name,
        "session": sitting.session,
        "day": sitting.day.isoformat(),
        "reserve": sitting.reserve,
        "planned_start": at.iso(timed.planned_start),
        "planned_end": at.iso(timed.planned_end),
        "announced": at.iso(item.announced),
        "started": at.iso(item.started),
        "ended": at.iso(item.ended),
        "expected_start": at.iso(timed.starts),
        "expected_end": at.iso(timed.ends),
        "late_minutes": timed.late_minutes,
    }


def _line(timed: Timed, at: Counter) -> str:
    starts, ends = at.local(timed.starts), at.local(timed.ends)
    when = f"{at.say.date(starts.date())} {at.say.time(starts)} – {at.say.time(ends)}"
    late = f"  ({late_words(at.say, timed.late_minutes)})" if timed.late_minutes else ""
    number = f"{timed.item.number}. " if timed.item.number else ""
    return f"{when}  ·  {number}{timed.item.content}{late}"
