"""seats ...: who sits where, in the plan of the opening and in that of the other sessions."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.grammar import Grammar, Parser, add_delegate
from congress_desk.cli.references import the_delegate
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.seat_lists import SeatError
from congress_desk.domain.seating import HallShape, PlanName, SeatPlan
from congress_desk.plumbing.seat_words import DOUBTS
from congress_desk.plumbing.texts import Words
from congress_desk.services.seating import SeatsPlanned


def describe_commands(group: Grammar) -> None:
    say = group.say
    listing = group.command("list", say("all seats of a plan, and who sits there"), _list)
    listing.add_argument("--free", action="store_true", help=say("free seats only"))
    find = group.command("find", say("where somebody sits, or who sits on a seat"), _find)
    find.add_argument("text", metavar="TEXT", help=say("first letters of a name, a card number, or a seat"))
    taken = group.command("import", say("take in a seating table, all of it or nothing"), _import)
    taken.add_argument("table", metavar="TABLE", help=say("the table (.xlsx, .xls, .ods, .csv)"))
    taken.add_argument("--dry-run", action="store_true", help=say("only show what would change"))
    arrange = group.command("arrange", say("seat everybody anew by delegation"), _arrange)
    _add_shape(arrange, say)
    assign = group.command("assign", say("give one person a seat, or take it away"), _assign)
    add_delegate(assign)
    assign.add_argument("seat", metavar="SEAT", help=say("the seat, such as B-07; an empty text takes it away"))
    swap = group.command("swap", say("let two people change seats"), _swap)
    add_delegate(swap, "one")
    add_delegate(swap, "other")
    back = group.command("undo", say("take back the last act on a plan"), _undo)
    back.add_argument("--reason", required=True, metavar="TEXT", help=say("why"))
    for parser in (listing, taken, arrange, assign, swap, back):
        plans = [plan.value for plan in PlanName]
        told = say("the plan: of the opening, or of the other sessions (by default)")
        parser.add_argument("--plan", choices=plans, default=PlanName.OTHER.value, help=told)


def _add_shape(arrange: Parser, say: Words) -> None:
    usual = HallShape()
    told = say("a new hall: rows on the ground floor, then on each upper floor")
    arrange.add_argument("--rows", type=int, nargs="+", metavar="N", help=told)
    for zone, seats, told in (
        ("left", usual.left, say("seats of a row on the left")),
        ("middle", usual.middle, say("seats of a row in the middle")),
        ("right", usual.right, say("seats of a row on the right")),
    ):
        arrange.add_argument(f"--{zone}", type=int, default=seats, metavar="N", help=told)
    told = say("who sits on the stage, in order from its middle outwards; may be repeated")
    arrange.add_argument("--stage", action="append", default=[], metavar="DELEGATE", help=told)


def _list(args: argparse.Namespace, at: Counter) -> Answer:
    found = at.desk.seating.plan(PlanName(args.plan))
    seats = [seat for seat in found.seats if not args.free or seat.label not in found.sitting]
    shown = []
    for seat in seats:
        person = found.sitting.get(seat.label)
        place = {"seat": seat.label, "floor": seat.floor, "zone": seat.zone.value, "row": seat.row}
        who = {"delegate": person.id if person else None, "full_name": person.sheet.full_name if person else None}
        shown.append(place | {"number": seat.number} | who)
    lines = [f"{one['seat']:<10} {one['full_name'] or ''}".rstrip() for one in shown]
    return Answer(json=_told(found) | {"seats": shown}, lines=lines)


def _find(args: argparse.Namespace, at: Counter) -> Answer:
    found = at.desk.seating.find(args.text)
    shown = [
        {
            "delegate": one.delegate.id,
            "full_name": one.delegate.sheet.full_name,
            "delegation": one.delegate.sheet.delegation,
            "opening": one.opening,
            "other": one.other,
        }
        for one in found
    ]
    lines = [f"{one['opening'] or '-':<10} {one['other'] or '-':<10} {one['full_name']}" for one in shown]
    return Answer(json=shown, lines=lines)


def _import(args: argparse.Namespace, at: Counter) -> Answer:
    plan = PlanName(args.plan)
    planned = at.desk.seating.plan_import(Path(args.table), plan)
    shown = _planned(planned, at)
    lines = [f"{e['sheet']} {e['row']}: {e['text']}: {e['message']}" for e in shown["errors"]]
    if args.dry_run:
        return Answer(json=shown, lines=[*lines, at.say("Seats: {count}", count=shown["seats"])])
    if planned.errors:
        raise Refusal(Reason.SEATS_HAVE_ERRORS, count=len(planned.errors), errors=tuple(lines))
    return Answer(json=shown | _told(at.desk.seating.carry_out(planned, plan)), lines=[_summary(shown, at)])


def _planned(planned: SeatsPlanned, at: Counter) -> dict[str, Any]:
    return {
        "file": planned.file,
        "seats": len(planned.seats),
        "changed": planned.changed,
        "errors": [_error(error, at) for error in planned.errors],
    }


def _error(error: SeatError, at: Counter) -> dict[str, Any]:
    told = at.say(DOUBTS[error.doubt])
    return {
        "sheet": error.sheet,
        "row": error.row,
        "code": error.doubt.value,
        "text": error.text,
        "message": told,
    }


def _summary(shown: dict[str, Any], at: Counter) -> str:
    return at.say(
        "Seats: {seats}. People whose seat changed: {changed}.", **{k: shown[k] for k in ("seats", "changed")}
    )


def _arrange(args: argparse.Namespace, at: Counter) -> Answer:
    stage = [the_delegate(at.desk, named).id for named in args.stage]
    shape = None
    if args.rows:
        shape = HallShape(
            left=args.left, middle=args.middle, right=args.right, rows=tuple(args.rows), stage=len(stage)
        )
    made = at.desk.seating.arrange(PlanName(args.plan), shape=shape, stage=stage)
    left = [d.id for d in made.seatless]
    told = {"seated": len(made.given), "seatless": left, "parted": list(made.parted)}
    line = at.say("Seated: {seated}. Without a seat: {left}.", seated=len(made.given), left=len(left))
    parted = at.say("In more than one zone: {names}", names=", ".join(made.parted))
    return Answer(json=told, lines=[line, *([parted] if made.parted else [])])


def _assign(args: argparse.Namespace, at: Counter) -> Answer:
    person = the_delegate(at.desk, args.delegate)
    return _done(at.desk.seating.assign(person.id, PlanName(args.plan), args.seat), at)


def _swap(args: argparse.Namespace, at: Counter) -> Answer:
    one, other = the_delegate(at.desk, args.one), the_delegate(at.desk, args.other)
    return _done(at.desk.seating.swap(one.id, other.id, PlanName(args.plan)), at)


def _undo(args: argparse.Namespace, at: Counter) -> Answer:
    return _done(at.desk.seating.take_back(PlanName(args.plan), args.reason), at)


def _done(plan: SeatPlan, at: Counter) -> Answer:
    told = _told(plan)
    line = at.say("Seated: {seated}. Without a seat: {left}.", seated=told["seated"], left=told["seatless"])
    return Answer(json=told, lines=[line])


def _told(plan: SeatPlan) -> dict[str, Any]:
    return {
        "plan": plan.plan.value,
        "total": len(plan.seats),
        "seated": len(plan.sitting),
        "free": len(plan.free),
        "seatless": len(plan.seatless),
        "strays": [d.id for d in plan.strays],
        "doubles": list(plan.doubles),
    }
