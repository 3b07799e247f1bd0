"""Runs one command and says its answer: for people in their language, or as JSON for programs."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from congress_desk.cli import print_commands
from congress_desk.cli.doors import DONE, REFUSED, TROUBLE, Answer, Counter, Doors
from congress_desk.cli.grammar import HelpWanted, Usage
from congress_desk.cli.parser import make_parser
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import Words


def run(arguments: Sequence[str], doors: Doors, say: Words) -> int:
    """0 done, 2 refused (with the reason code), 1 trouble."""
    _prepare(sys.stdout)
    _prepare(sys.stderr)
    try:
        answer = _told(arguments, doors, say)
        as_json = "--json" in arguments
        _speak(answer, sys.stdout if as_json or answer.status == DONE else sys.stderr, as_json=as_json)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader (head, less) has seen enough; the act is done and safe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return answer.status


def _told(arguments: Sequence[str], doors: Doors, say: Words) -> Answer:
    try:
        return _answer(make_parser(say).parse_args(arguments), doors, say)
    except HelpWanted as wanted:
        return Answer(json={"help": str(wanted)}, lines=[str(wanted)])
    except Usage as usage:
        told = str(usage)
        return Answer(json={"status": "trouble", "problem": "usage", "message": told}, lines=[told], status=TROUBLE)
    except Refusal as refusal:
        told = sentence(say, refusal)
        shown = {"status": "refused", "reason": refusal.reason.value, "message": told}
        details = _plain(refusal.details)
        there = [f"  {one}" for name in ("there_are", "errors") for one in details.get(name, ())]
        return Answer(json=shown | details, lines=[told, *there], status=REFUSED)
    except Trouble as trouble:
        told = sentence(say, trouble)
        shown = {"status": "trouble", "problem": trouble.problem.value, "message": told}
        return Answer(json=shown | _plain(trouble.details), lines=[told], status=TROUBLE)


def _answer(args: argparse.Namespace, doors: Doors, say: Words) -> Answer:
    if hasattr(args, "doors_act"):
        made: Answer = args.doors_act(args, doors, say)
        return made
    if args.command == "print":
        if args.list:
            return print_commands.list_forms(say)
        print_commands.check(args, say)
    with doors.open_desk(Path(args.file)) as desk:
        acted: Answer = args.act(args, Counter(desk=desk, say=say, zone=desk.congress.zone()))
        return acted


def _plain(details: Mapping[str, object]) -> dict[str, Any]:
    kept = {k: v for k, v in details.items() if k not in ("status", "reason", "message", "problem")}
    return {k: list(v) if isinstance(v, tuple) else v if isinstance(v, int) else str(v) for k, v in kept.items()}


def _prepare(out: TextIO) -> None:
    """UTF-8 into files and pipes on every system; no letter that a console lacks may stop an answer."""
    reconfigure = getattr(out, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding=None if out.isatty() else "utf-8", errors="backslashreplace")


def _speak(answer: Answer, out: TextIO, *, as_json: bool) -> None:
    text = json.dumps(answer.json, ensure_ascii=False, indent=2) if as_json else "\n".join(answer.lines)
    out.write(text + "\n")
