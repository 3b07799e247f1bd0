"""stage ...: what the second screen shows, how it is set, its clips and pictures, the address for a wall."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from congress_desk.cli.document_references import the_document
from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.grammar import Grammar
from congress_desk.domain.charts import ShownChart
from congress_desk.domain.cues import Cue
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.stage import Choice, FaceKind

SHOWABLE = tuple(kind.value for kind in FaceKind if kind not in (FaceKind.RESULT, FaceKind.ELECTION))
CHARTS = tuple(chart.value for chart in ShownChart)
ON, OFF = "on", "off"


def describe_commands(group: Grammar) -> None:
    say = group.say
    show = group.command("show", say("put a face on air"), _show)
    show.add_argument("face", choices=SHOWABLE, help=say("which face"))
    show.add_argument("--title", default="", metavar="T", help=say("words of a title; the congress's name without"))
    show.add_argument("--more", default="", metavar="T", help=say("a second line of a title"))
    show.add_argument("--document", metavar="D", help=say("the document of a QR code; the congress's page without"))
    show.add_argument("--cue", default="", metavar="ID", help=say("the clip or picture, as listed"))
    show.add_argument("--chart", default=CHARTS[0], choices=CHARTS, help=say("which chart"))
    black = group.command("black", say("black, or back to what was on air"), _black)
    black.add_argument("state", nargs="?", choices=(ON, OFF), default=ON, help=say("on by default"))
    group.command("now", say("what the hall sees"), _now)
    change = group.command("set", say("how the second screen is set"), _set)
    change.add_argument("--welcome", choices=(ON, OFF), help=say("welcome who checks in"))
    change.add_argument("--hall-metres", type=int, metavar="N", help=say("from the screen to the last row"))
    change.add_argument("--screen-cm", type=int, metavar="N", help=say("how tall the lit picture is"))
    change.add_argument("--language", choices=("vi", "en", "ar"), help=say("language of the second screen"))
    group.command("link", say("an address for a wall of another computer; shown once"), _link)


def describe_cues(group: Grammar) -> None:
    say = group.say
    told = say("item of the agenda, by its id")
    listed = group.command("cues", say("clips and pictures, in order"), _cues)
    listed.add_argument("--item", metavar="ID", help=told)
    add = group.command("cue-add", say("add a clip or a picture"), _add)
    add.add_argument("path", metavar="PATH", help=say("the file; it is copied beside the congress file"))
    add.add_argument("--item", default="", metavar="ID", help=told)
    add.add_argument("--title", default="", metavar="T", help=say("its title; the name of the file without"))
    check = group.command("cue-check", say("look at the files again, before the session"), _check)
    check.add_argument("--item", metavar="ID", help=told)
    move = group.command("cue-move", say("to another place in the order"), _move)
    move.add_argument("cue", metavar="ID", help=say("as listed"))
    move.add_argument("place", type=int, metavar="N", help=say("from 1 on"))
    remove = group.command("cue-remove", say("take it off the list"), _remove)
    remove.add_argument("cue", metavar="ID", help=say("as listed"))


def _show(args: argparse.Namespace, at: Counter) -> Answer:
    about = args.cue
    if args.face == FaceKind.DOCUMENT and args.document:
        about = the_document(at.desk, args.document).id
    elif args.face == FaceKind.CHART:
        about = args.chart
    if args.face == FaceKind.BLACK:
        at.desk.stage.black()
    else:
        at.desk.stage.take(Choice(kind=FaceKind(args.face), about=about, title=args.title, more=args.more))
    return _now(args, at)


def _black(args: argparse.Namespace, at: Counter) -> Answer:
    at.desk.stage.black(args.state == ON)
    return _now(args, at)


def _now(_args: argparse.Namespace, at: Counter) -> Answer:
    air = at.desk.stage.on_air()
    settings = air.fold.settings
    shown = {
        "face": "black" if air.fold.black else air.fold.choice.kind.value,
        "black": air.fold.black,
        "about": air.fold.choice.about,
        "title": air.fold.choice.title,
        "since": at.iso(air.fold.since) if air.fold.since else None,
        "welcome": settings.welcome,
        "hall_metres": settings.hall_metres,
        "screen_cm": settings.screen_cm,
        "language": settings.language,
    }
    return Answer(json=shown, lines=[at.say("On air: {face}", face=shown["face"])])


def _set(args: argparse.Namespace, at: Counter) -> Answer:
    given = {"hall_metres": args.hall_metres, "screen_cm": args.screen_cm, "language": args.language}
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if args.welcome is not None:
        changes["welcome"] = args.welcome == ON
    at.desk.stage.change(replace(at.desk.stage.settings(), **changes))
    return _now(args, at)


def _link(_args: argparse.Namespace, at: Counter) -> Answer:
    library = at.desk.library
    new = library.links.for_stage()
    address = new.url(library.settings.base())
    return Answer(json={"address": address, "link": new.link.id}, lines=[address])


def _cues(args: argparse.Namespace, at: Counter) -> Answer:
    return _listed(at.desk.stage.cues.cues(args.item), at)


def _add(args: argparse.Namespace, at: Counter) -> Answer:
    cue = at.desk.stage.cues.add(Path(args.path), item=args.item, title=args.title)
    return Answer(json=_shown(cue, at), lines=[_line(cue)])


def _check(args: argparse.Namespace, at: Counter) -> Answer:
    return _listed(at.desk.stage.cues.check_all(args.item), at)


def _move(args: argparse.Namespace, at: Counter) -> Answer:
    if args.place < 1:
        raise Refusal(Reason.BAD_VALUE, field="number")
    at.desk.stage.cues.move(args.cue, args.place - 1)
    return _listed(at.desk.stage.cues.cues(at.desk.stage.cues.cue(args.cue).item), at)


def _remove(args: argparse.Namespace, at: Counter) -> Answer:
    item = at.desk.stage.cues.cue(args.cue).item
    at.desk.stage.cues.remove(args.cue)
    return _listed(at.desk.stage.cues.cues(item), at)


def _listed(cues: tuple[Cue, ...], at: Counter) -> Answer:
    return Answer(json=[_shown(cue, at) for cue in cues], lines=[_line(cue) for cue in cues])


def _shown(cue: Cue, at: Counter) -> dict[str, Any]:
    looked = cue.looked
    return {
        "cue": cue.id,
        "item": cue.item,
        "title": cue.title,
        "kind": "clip" if looked.moving else "picture",
        "seconds": round(looked.seconds, 3),
        "width": looked.width,
        "height": looked.height,
        "sound": looked.sound,
        "fault": looked.fault.value if looked.fault else None,
        "checked": at.iso(cue.checked_at),
    }


def _line(cue: Cue) -> str:
    fault = cue.looked.fault.value if cue.looked.fault else "ok"
    return f"{cue.id}  {cue.title}  ·  {round(cue.looked.seconds)} s  ·  {fault}"
