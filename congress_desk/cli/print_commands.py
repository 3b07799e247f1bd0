"""print ...: the forms on paper."""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from congress_desk.cli.document_references import the_document
from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.election_references import the_vote
from congress_desk.cli.evident import form_and_session, round_of
from congress_desk.cli.grammar import Grammar, Parser, Usage
from congress_desk.cli.references import the_delegate
from congress_desk.cli.room_forms import ROOM_FORMS
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import SessionId
from congress_desk.domain.names import folded
from congress_desk.domain.paper_options import Sheet, shift_of
from congress_desk.domain.records import NEEDS_ROUND, NEEDS_SESSION, OF_A_DOCUMENT, BadgeSize, Form
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.domain.seating import PlanName
from congress_desk.plumbing.form_titles import TITLES
from congress_desk.plumbing.printer_shifts import shift_for, with_shift, written_shift
from congress_desk.plumbing.settings import open_settings
from congress_desk.plumbing.texts import Language, Words, marked, words_for

PACK = "pack"
PACK_TITLE = marked("Record pack: every record in a folder and bound in one PDF, with data and hashes")


def describe_commands(grammar: Grammar) -> None:
    say = grammar.say
    form: Parser = grammar.command("print", say("save a form as PDF"), _print, takes_file=False)
    forms = ", ".join((*(form.value for form in Form), *ROOM_FORMS, PACK))
    form.add_argument("form", metavar="FORM", nargs="?", help=say("which form: {forms}", forms=forms))
    form.add_argument("file", metavar="FILE", nargs="?", help=say("the congress file"))
    form.add_argument("--list", action="store_true", help=say("show the forms, and what each needs"))
    add_subjects(form)
    form.add_argument("--copies", type=int, default=1, metavar="N", help=say("how many ballots"))
    languages = [language.value for language in Language]
    form.add_argument("--lang", choices=languages, default="vi", help=say("language of the paper, vi by default"))
    form.add_argument("--out", metavar="PDF", help=say("the PDF file to write; an older one is replaced"))
    told = say("write a Word file with the same words and figures instead, to edit the words")
    form.add_argument("--docx", action="store_true", help=told)
    told = say("badges, invitations or consent forms of this delegate only; may be repeated")
    form.add_argument("--delegate", action="append", metavar="DELEGATE", help=told)
    form.add_argument(
        "--delegation", metavar="NAME", help=say("badges, invitations or consent forms of this delegation only")
    )
    _add_looks(form, say)
    told = say("new badge codes for the delegates named; their old badges are refused")
    form.add_argument("--reprint", action="store_true", help=told)


def add_subjects(form: Parser) -> None:
    """What a form is about: session, round, vote, document."""
    say = form.say
    form.add_argument(
        "--session", metavar="S", help=say("the session: its id, its name, or its number in order of time")
    )
    told = say("the round: its id, or the id or title of an election for its latest round")
    form.add_argument("--round", metavar="R", help=told)
    form.add_argument("--vote", metavar="V", help=say("the vote: its id or its number"))
    form.add_argument("--document", metavar="D", help=say("the document: its id, its number, or its title"))


def add_plan(form: Parser) -> None:
    plans = [plan.value for plan in PlanName]
    told = form.say("the plan: of the opening, or of the other sessions (by default)")
    form.add_argument("--plan", choices=plans, help=told)


def _add_looks(form: Parser, say: Words) -> None:
    """How a paper shall look; each is an option of domain/paper_options.py."""
    sizes = [size.value for size in BadgeSize]
    form.add_argument("--size", choices=sizes, help=say("size of the badges in mm, 90x130 by default"))
    form.add_argument("--backs", action="store_true", help=say("badges with their backs, mirrored for both sides"))
    form.add_argument("--shift", metavar="RIGHT,DOWN", help=say("printer shift in mm, such as 1.5,-0.5"))
    told = say("the printer whose kept shift holds; that of the desk's settings without")
    form.add_argument("--printer", metavar="NAME", help=told)
    form.add_argument("--keep-shift", action="store_true", help=say("keep this shift for the printer"))
    sheets = [sheet.value for sheet in Sheet]
    form.add_argument("--paper", choices=sheets, help=say("paper of invitations and seating plans"))
    add_plan(form)


def _options(args: argparse.Namespace) -> dict[str, str]:
    given = {name: getattr(args, name) for name in ("size", "shift", "paper", "plan")}
    given["shift"] = given["shift"] or _kept_shift(args)
    return {name: value for name, value in given.items() if value} | ({"backs": "yes"} if args.backs else {})


def _kept_shift(args: argparse.Namespace) -> str:
    desk = open_settings().current
    printer = desk.printer if args.printer is None else args.printer
    return written_shift(shift_for(desk.printer_shifts, printer))


def _keep_shift(args: argparse.Namespace) -> None:
    """Refusal: BAD_VALUE."""
    shift, settings = shift_of({"shift": args.shift or ""}), open_settings()
    printer = settings.current.printer if args.printer is None else args.printer
    settings.change(printer_shifts=with_shift(settings.current.printer_shifts, printer, shift))


def list_forms(say: Words) -> Answer:
    titles = {**TITLES, Form.ATTENDANCE: marked("Attendance record of a session; of the whole congress without one")}
    forms = [{"form": f.value, "title": say(titles[f]), "needs": _needs(f)} for f in Form]
    forms += [{"form": name, "title": say(f.title), "needs": list(f.needs)} for name, f in ROOM_FORMS.items()]
    forms.append({"form": PACK, "title": say(PACK_TITLE), "needs": []})
    return Answer(json=forms, lines=[_listed(f) for f in forms])


def _listed(form: Mapping[str, Any]) -> str:
    needs = " ".join(f"--{name}" for name in form["needs"])
    return f"{form['form']:<20} {form['title']}{f'  [{needs}]' if needs else ''}"


def _needs(form: Form) -> list[str]:
    wanted = (("session", NEEDS_SESSION - {Form.ATTENDANCE}), ("round", NEEDS_ROUND))
    return [name for name, forms in wanted if form in forms]


def check(args: argparse.Namespace, say: Words) -> None:
    """What argparse cannot know, as --list needs none of it. Raises Usage."""
    missing = [name for name, given in (("FORM", args.form), ("FILE", args.file), ("--out", args.out)) if not given]
    if args.reprint and not args.delegate:
        missing.append("--delegate")
    if missing:
        told = say("Missing: {names}", names=", ".join(missing))
        raise Usage(say("{command}: {mistake}. Nothing was done.", command="congress-desk print", mistake=told))


def _print(args: argparse.Namespace, at: Counter) -> Answer:
    if args.form == PACK:
        return _pack(args, at)
    if args.form in ROOM_FORMS:
        return _of_a_room(args, at)
    try:
        form = Form(args.form)
    except ValueError as error:
        raise Refusal(Reason.NO_SUCH_FORM, form=args.form) from error
    form, session = form_and_session(at, form, args.session)
    if args.keep_shift:
        _keep_shift(args)
    options = _options(args)
    only = _only(args, at)
    subject = subject_of(args, at, form)
    need_file(args.out)  # before a badge is revoked for nothing
    if args.docx:
        return _word_file(args, at, form, session)
    if args.reprint:
        for delegate in only or ():
            at.desk.registry.issue_badge(delegate)
    pdf = at.desk.records.preview(form, session, language=args.lang, only=only, subject=subject, options=options)
    save_pdf(Path(args.out), pdf)
    at.desk.records.note_printed(form, session, language=args.lang, pdf=pdf)
    shown = {"form": form.value, "out": args.out, "pages": at.desk.pages.count(pdf), "bytes": len(pdf)}
    return Answer(json=shown, lines=[at.say("Saved: {path}", path=args.out)])


def _word_file(args: argparse.Namespace, at: Counter, form: Form, session: SessionId | None) -> Answer:
    docx = at.desk.archive.words.docx(
        form, session, language=args.lang, subject=subject_of(args, at, form), options=_options(args)
    )
    save_pdf(Path(args.out), docx)
    at.desk.records.note_printed(form, session, language=args.lang, pdf=docx)
    shown = {"form": form.value, "out": args.out, "docx": True, "bytes": len(docx)}
    return Answer(json=shown, lines=[at.say("Saved: {path}", path=args.out)])


def _pack(args: argparse.Namespace, at: Counter) -> Answer:
    """Every record in a new folder, bound in one PDF too."""
    need_folder(args.out)
    made = at.desk.archive.pack.make(Path(args.out), words_for(args.lang))
    shown = {
        "form": PACK,
        "out": args.out,
        "records": [{"form": p.form, "file": p.file, "pages": p.pages, "id": p.id} for p in made.packed],
        "left_out": [{"form": o.form, "about": o.about, "why": o.told} for o in made.left_out],
        "sealed": [{"form": s.form, "file": s.file, "id": s.id} for s in made.sealed],
        "pages": made.pages,
        "manifest": made.manifest,
    }
    saved = at.say(
        "Records saved: {count}, pages: {pages}. {path}", count=len(made.packed), pages=made.pages, path=args.out
    )
    say = words_for(args.lang)  # titles and reasons come in its language
    left = [say("Left out: {title}. {why}", title=o.title, why=o.told) for o in made.left_out]
    return Answer(json=shown, lines=[saved, *left])


def _of_a_room(args: argparse.Namespace, at: Counter) -> Answer:
    """Refusal: NO_WORD_FORM, and those of the room."""
    if args.docx:
        raise Refusal(Reason.NO_WORD_FORM, form=args.form)
    need_file(args.out)
    pdf = ROOM_FORMS[args.form].pdf(args, at)
    save_pdf(Path(args.out), pdf)
    shown = {"form": args.form, "out": args.out, "pages": at.desk.pages.count(pdf), "bytes": len(pdf)}
    return Answer(json=shown, lines=[at.say("Saved: {path}", path=args.out)])


def subject_of(args: argparse.Namespace, at: Counter, form: Form) -> str:
    """Of a vote, a document or a round, whichever the form is about."""
    if form is Form.VOTE_RECORD:
        return the_vote(at.desk, args.vote).id if args.vote else ""
    if form in OF_A_DOCUMENT:
        return the_document(at.desk, args.document).id if args.document else ""
    return round_of(at, form, args.round)


def _only(args: argparse.Namespace, at: Counter) -> list[DelegateId] | None:
    if args.delegate:
        return [the_delegate(at.desk, named).id for named in args.delegate]
    if args.delegation:
        wanted = folded(args.delegation)
        return [d.id for d in at.desk.registry.delegates() if folded(d.sheet.delegation) == wanted]
    return None


def need_file(out: str) -> None:
    """A place where a file can be written: asked before anything is put on record. Trouble: CANNOT_WRITE."""
    need_folder(out)
    if Path(out).is_dir():
        raise Trouble(Problem.CANNOT_WRITE, path=out)


def need_folder(out: str) -> None:
    """The folder around it is there, and open to us. Trouble: CANNOT_WRITE."""
    folder = Path(out).absolute().parent
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise Trouble(Problem.CANNOT_WRITE, path=out)


def save_pdf(path: Path, pdf: bytes) -> None:
    """Whole or not at all."""
    partial = path.with_name(path.name + ".partial")
    try:
        partial.write_bytes(pdf)
        os.replace(partial, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink()
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        raise Trouble(Problem.DISK_FULL if full else Problem.CANNOT_WRITE, path=str(path)) from error
