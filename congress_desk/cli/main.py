"""Runs one command and says its answer: for people in their language, or as JSON for programs."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from congress_desk.cli.doors import DONE, REFUSED, TROUBLE, Answer, Counter, Doors
from congress_desk.cli.parser import Usage, make_parser
from congress_desk.cli.print_commands import list_forms
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import Words


def run(arguments: Sequence[str], doors: Doors, say: Words, out: TextIO | None = None) -> int:
    """0 done, 2 refused (with the reason code), 1 trouble."""
    out = out or sys.stdout
    as_json = "--json" in arguments
    try:
        answer = _answer(make_parser().parse_args(arguments), doors, say)
    except Usage as usage:
        answer = Answer(json={"status": "trouble", "problem": "usage", "message": str(usage)}, status=TROUBLE)
        answer.lines.append(str(usage))
    except Refusal as refusal:
        answer = _refused(refusal, say)
    except Trouble as trouble:
        answer = _troubled(trouble, say)
    _speak(answer, out if as_json or answer.status == DONE else sys.stderr, as_json=as_json)
    return answer.status


def _answer(args: argparse.Namespace, doors: Doors, say: Words) -> Answer:
    if hasattr(args, "doors_act"):
        answered: Answer = args.doors_act(args, doors, say)
        return answered
    if args.command == "print":
        if args.list:
            return list_forms(say)
        if not (args.form and args.file and args.out):
            raise Usage("congress-desk print: FORM, FILE and --out are needed (or --list)")
    with doors.open_desk(Path(args.file)) as desk:
        acted: Answer = args.act(args, Counter(desk=desk, say=say, zone=desk.congress.zone()))
        return acted


def _refused(refusal: Refusal, say: Words) -> Answer:
    told = sentence(say, refusal)
    shown = {"status": "refused", "reason": refusal.reason.value, "message": told}
    return Answer(json=shown | _plain(refusal.details), lines=[told], status=REFUSED)


def _troubled(trouble: Trouble, say: Words) -> Answer:
    told = sentence(say, trouble)
    shown = {"status": "trouble", "problem": trouble.problem.value, "message": told}
    return Answer(json=shown | _plain(trouble.details), lines=[told], status=TROUBLE)


def _plain(details: Mapping[str, object]) -> dict[str, Any]:
    kept = {k: v for k, v in details.items() if k not in ("status", "reason", "message", "problem")}
    return {k: list(v) if isinstance(v, tuple) else v if isinstance(v, int) else str(v) for k, v in kept.items()}


def _speak(answer: Answer, out: TextIO, *, as_json: bool) -> None:
    text = json.dumps(answer.json, ensure_ascii=False, indent=2) if as_json else "\n".join(answer.lines)
    out.write(text + "\n")
