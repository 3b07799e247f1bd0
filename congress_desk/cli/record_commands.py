"""records seal, sign, verify, text, targets, tasks: what closes a congress and is kept of it.

A passphrase or PIN comes from a file, never from the command line, where every other program could read it.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from congress_desk.cli.doors import Answer, Counter, bytes_of
from congress_desk.cli.grammar import Grammar, Parser
from congress_desk.cli.print_commands import add_plan, add_subjects, need_file, save_pdf, subject_of
from congress_desk.cli.references import the_session
from congress_desk.cli.room_forms import ROOM_FORMS
from congress_desk.cli.verdicts import moment_words, seal_shown, verified
from congress_desk.domain.closing_texts import TextPart
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.domain.seals import Seal
from congress_desk.plumbing.texts import Language
from congress_desk.services.ports.sealing import KeyFile, SigningKey, Token

NO_STAMP = "none"


def describe_commands(group: Grammar) -> None:
    say = group.say
    seal = group.command("seal", say("print a record for the archive and keep its hash in the journal"), _seal)
    seal.add_argument("form", metavar="FORM", help=say("which form, as print --list names it"))
    add_subjects(seal)
    add_plan(seal)
    languages = [language.value for language in Language]
    seal.add_argument("--lang", choices=languages, default="vi", help=say("language of the paper, vi by default"))
    _add_out(seal)
    _describe_signing(group)
    verify = group.command(
        "verify", say("whether a file is the one that was sealed, and what its signatures say"), _verify
    )
    verify.add_argument("record", metavar="RECORD.pdf", help=say("the record's PDF file"))
    told = say("a root certificate to trust, PEM or DER, instead of the settings'; may be repeated")
    verify.add_argument("--root", action="append", default=[], metavar="PEM", help=told)
    told = say("ask whether certificates were revoked, also where the settings do not; needs a network")
    verify.add_argument("--revocation", action="store_true", help=told)
    group.command("list", say("every sealed record, with its signatures"), _list)
    _describe_texts(group)


def _describe_signing(group: Grammar) -> None:
    say = group.say
    sign = group.command("sign", say("put a signature on a sealed record; again for the next person"), _sign)
    sign.add_argument("record", metavar="RECORD.pdf", help=say("the record's PDF file"))
    sign.add_argument("--p12", metavar="KEY.p12", help=say("a PKCS#12 key file (.p12, .pfx)"))
    sign.add_argument("--token-library", metavar="LIB", help=say("the PKCS#11 library of the token's maker"))
    sign.add_argument("--token", metavar="LABEL", help=say("the token's label"))
    sign.add_argument("--key", metavar="LABEL", help=say("the label of key and certificate on the token"))
    told = say("a text file that holds nothing but the passphrase or PIN")
    sign.add_argument("--secret-file", required=True, metavar="PATH", help=told)
    told = say("address of a time-stamp authority instead of the settings'; “none” for no time stamp")
    sign.add_argument("--time-stamp", metavar="ADDRESS", help=told)
    sign.add_argument("--role", default="", metavar="TEXT", help=say("as whom, as it stands in the stamp"))
    _add_out(sign)


def _describe_texts(group: Grammar) -> None:
    say = group.say
    text = group.command("text", say("show or write a part of minutes or resolution"), _text)
    parts = [part.value for part in TextPart]
    text.add_argument("part", choices=parts, metavar="PART", help=say("which part: {parts}", parts=", ".join(parts)))
    text.add_argument("--from-file", metavar="PATH", help=say("a text file in UTF-8 with the new words"))
    targets = group.command("targets", say("import the resolution's table of targets"), _targets)
    targets.add_argument("table", metavar="TABLE", help=say("a spreadsheet with columns for target and value"))
    tasks = group.command("tasks", say("import the table of tasks: task, lead, deadline"), _tasks)
    tasks.add_argument("table", metavar="TABLE", help=say("a spreadsheet with columns for task, lead and deadline"))


def _add_out(parser: Parser) -> None:
    told = parser.say("the PDF file to write; an older one is replaced")
    parser.add_argument("--out", required=True, metavar="PDF", help=told)


def _seal(args: argparse.Namespace, at: Counter) -> Answer:
    if args.form in ROOM_FORMS:
        raise Refusal(Reason.NOT_A_RECORD, form=args.form)
    try:
        form = Form(args.form)
    except ValueError as error:
        raise Refusal(Reason.NO_SUCH_FORM, form=args.form) from error
    session = the_session(at.desk, args.session).id if args.session else None
    need_file(args.out)
    pdf, seal = at.desk.archive.seals.seal(
        form,
        session,
        language=args.lang,
        subject=subject_of(args, at, form),
        options={"plan": args.plan} if args.plan else {},
    )
    save_pdf(Path(args.out), pdf)
    told = at.say("Sealed as {id}: {path}", id=seal.id, path=args.out)
    return Answer(json={"out": args.out, **seal_shown(seal, at)}, lines=[told])


def _sign(args: argparse.Namespace, at: Counter) -> Answer:
    need_file(args.out)
    pdf = bytes_of(Path(args.record))
    address = "" if args.time_stamp == NO_STAMP else args.time_stamp
    signed, seal = at.desk.archive.seals.sign(pdf, _key(args), role=args.role, time_stamp=address)
    save_pdf(Path(args.out), signed)
    told = at.say("Signed by {name}: {path}", name=seal.signatures[-1].signer, path=args.out)
    return Answer(json={"out": args.out, **seal_shown(seal, at)}, lines=[told])


def _key(args: argparse.Namespace) -> SigningKey:
    """Refusal: BAD_VALUE(key) unless exactly one kind of key is named."""
    secret = _secret(Path(args.secret_file))
    if args.p12 and not (args.token or args.token_library):
        return KeyFile(path=Path(args.p12), passphrase=secret)
    if args.token and args.token_library and args.key and not args.p12:
        return Token(library=Path(args.token_library), label=args.token, key=args.key, pin=secret)
    raise Refusal(Reason.BAD_VALUE, field="key")


def _secret(path: Path) -> str:
    try:
        return bytes_of(path).decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise Trouble(Problem.CANNOT_READ, path=str(path)) from error


def _verify(args: argparse.Namespace, at: Counter) -> Answer:
    now = at.desk.archive.seals.settings
    asked = replace(
        now,
        roots=tuple(map(Path, args.root)) or now.roots,
        check_revocation=args.revocation or now.check_revocation,
    )
    return verified(Path(args.record), at, asked)


def _list(_args: argparse.Namespace, at: Counter) -> Answer:
    seals = at.desk.archive.seals.seals()
    lines = [f"{seal.id:<32} {moment_words(seal.at, at)}  {_signers(seal)}".rstrip() for seal in seals]
    return Answer(json=[seal_shown(seal, at) for seal in seals], lines=lines)


def _signers(seal: Seal) -> str:
    return ", ".join(one.signer for one in seal.signatures)


def _text(args: argparse.Namespace, at: Counter) -> Answer:
    part = TextPart(args.part)
    closing = at.desk.archive.closing
    if args.from_file:
        path = Path(args.from_file)
        try:
            closing.write(part, bytes_of(path).decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise Trouble(Problem.CANNOT_READ, path=str(path)) from error
    text = closing.texts().of(part)
    return Answer(json={"part": part.value, "text": text}, lines=text.splitlines())


def _targets(args: argparse.Namespace, at: Counter) -> Answer:
    rows = at.desk.archive.closing.import_targets(Path(args.table))
    return Answer(json={"targets": len(rows)}, lines=[at.say("Targets taken in: {count}", count=len(rows))])


def _tasks(args: argparse.Namespace, at: Counter) -> Answer:
    rows = at.desk.archive.closing.import_tasks(Path(args.table))
    return Answer(json={"tasks": len(rows)}, lines=[at.say("Tasks taken in: {count}", count=len(rows))])
