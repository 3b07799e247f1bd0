"""print ...: the forms on paper."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.references import the_delegate, the_session
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.names import folded
from congress_desk.domain.records import NEEDS_SESSION, Form
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.plumbing.texts import Words, marked

TITLES = {
    Form.DELEGATES: marked("Delegate list, by delegation and in ABC order"),
    Form.ROLL: marked("Roll of a session by delegation, with room for signatures"),
    Form.ATTENDANCE: marked("Attendance record of a session"),
    Form.BADGES: marked("Badges with photo and QR code, several a page"),
}


def list_forms(say: Words) -> Answer:
    forms = [
        {"form": f.value, "title": say(TITLES[f]), "needs": ["session"] if f in NEEDS_SESSION else []} for f in Form
    ]
    return Answer(json=forms, lines=[f"{f['form']:<12} {f['title']}" for f in forms])


def print_form(args: argparse.Namespace, at: Counter) -> Answer:
    try:
        form = Form(args.form)
    except ValueError as error:
        raise Refusal(Reason.NO_SUCH_FORM, form=args.form) from error
    session = the_session(at.desk, args.session).id if args.session else None
    only = _only(args, at)
    if args.reprint:
        for delegate in only or ():
            at.desk.registry.issue_badge(delegate)
    pdf = at.desk.records.preview(form, session, language=args.lang, only=only)
    _save(Path(args.out), pdf)
    at.desk.records.note_printed(form, session, language=args.lang, pdf=pdf)
    shown = {"form": form.value, "out": args.out, "pages": at.desk.pages.count(pdf), "bytes": len(pdf)}
    return Answer(json=shown, lines=[at.say("Saved: {path}", path=args.out)])


def _only(args: argparse.Namespace, at: Counter) -> list[DelegateId] | None:
    if args.reprint and not args.delegate:
        raise Refusal(Reason.BAD_VALUE, field="--delegate")
    if args.delegate:
        return [the_delegate(at.desk, named).id for named in args.delegate]
    if args.delegation:
        wanted = folded(args.delegation)
        return [d.id for d in at.desk.registry.delegates() if folded(d.sheet.delegation) == wanted]
    return None


def _save(path: Path, pdf: bytes) -> None:
    """Whole or not at all."""
    partial = path.with_name(path.name + ".partial")
    try:
        partial.write_bytes(pdf)
        os.replace(partial, path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise Trouble(Problem.CANNOT_WRITE, path=str(path)) from error
