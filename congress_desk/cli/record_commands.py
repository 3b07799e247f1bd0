"""records seal, sign, verify, text, targets, tasks: what closes a congress and is kept of it.

A passphrase or PIN comes from a file, never from the command line, where every other program could read it.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from congress_desk.cli.doors import REFUSED, Answer, Counter, bytes_of
from congress_desk.cli.grammar import Grammar, Parser
from congress_desk.cli.print_commands import need_file, save_pdf
from congress_desk.cli.references import the_session
from congress_desk.domain.closing_texts import TextPart
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.domain.seals import Comparison, Seal
from congress_desk.plumbing import seal_words
from congress_desk.plumbing.texts import Language
from congress_desk.services.ports.sealing import KeyFile, SignatureFound, SigningKey, Token
from congress_desk.services.sealing import Examination


def describe_commands(group: Grammar) -> None:
    say = group.say
    seal = group.command("seal", say("print a record for the archive and keep its hash in the journal"), _seal)
    seal.add_argument("form", metavar="FORM", help=say("which form, as print --list names it"))
    seal.add_argument(
        "--session", metavar="S", help=say("the session: its id, its name, or its number in order of time")
    )
    seal.add_argument("--round", metavar="R", help=say("the round of an election: its id"))
    languages = [language.value for language in Language]
    seal.add_argument("--lang", choices=languages, default="vi", help=say("language of the paper, vi by default"))
    _add_out(seal)
    _describe_signing(group)
    verify = group.command(
        "verify", say("whether a file is the one that was sealed, and what its signatures say"), _verify
    )
    verify.add_argument("record", metavar="RECORD.pdf", help=say("the record's PDF file"))
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
    try:
        form = Form(args.form)
    except ValueError as error:
        raise Refusal(Reason.NO_SUCH_FORM, form=args.form) from error
    session = the_session(at.desk, args.session).id if args.session else None
    need_file(args.out)
    pdf, seal = at.desk.archive.seals.seal(form, session, language=args.lang, subject=args.round or "")
    save_pdf(Path(args.out), pdf)
    told = at.say("Sealed as {id}: {path}", id=seal.id, path=args.out)
    return Answer(json={"out": args.out, **_shown(seal, at)}, lines=[told])


def _sign(args: argparse.Namespace, at: Counter) -> Answer:
    need_file(args.out)
    pdf = bytes_of(Path(args.record))
    signed, seal = at.desk.archive.seals.sign(pdf, _key(args), role=args.role)
    save_pdf(Path(args.out), signed)
    told = at.say("Signed by {name}: {path}", name=seal.signatures[-1].signer, path=args.out)
    return Answer(json={"out": args.out, **_shown(seal, at)}, lines=[told])


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
    return verified(Path(args.record), at)


def verified(path: Path, at: Counter) -> Answer:
    """Whether the file is the sealed one; exit status 2 where it is not, or where a signature is broken."""
    pdf = bytes_of(path)
    seals = at.desk.archive.seals
    try:
        found = seals.examine(pdf)
    except Trouble as trouble:
        if trouble.problem is not Problem.NOT_A_PDF:
            raise
        found = Examination(comparison=seals.compare(pdf), signatures=(), archive_marks=False)
    lines = examination_lines(found, at)
    shown = {
        "ok": found.good,
        "standing": found.comparison.standing.value,
        "record": _shown(found.comparison.seal, at) if found.comparison.seal else None,
        "signatures": [_shown_signature(one, at) for one in found.signatures],
        "archive_marks": found.archive_marks,
    }
    if found.good:
        return Answer(json=shown, lines=lines)
    reason = "signature_not_valid" if found.comparison.genuine else "not_the_sealed_record"
    refused = {"status": "refused", "reason": reason, "message": lines[0]}
    return Answer(json=shown | refused, lines=lines, status=REFUSED)


def examination_lines(found: Examination, at: Counter) -> list[str]:
    say = at.say
    lines = [say(seal_words.STANDINGS[found.comparison.standing], **_places(found.comparison, at))]
    for one in found.signatures:
        words = seal_words.INTACT if one.whole else seal_words.INTACT_NOT_WHOLE
        moment = _moment(one.signed_at, at)
        lines.append(say(words if one.intact else seal_words.BROKEN, name=one.signer or "?", moment=moment))
        lines += ["  " + say(vouched) for vouched in seal_words.vouching(one)]
    if not found.signatures:
        lines.append(say(seal_words.NO_SIGNATURES))
    if found.archive_marks:
        lines.append(say(seal_words.ARCHIVE_MARKS))
    return lines


def _places(found: Comparison, at: Counter) -> dict[str, str]:
    seal, mark = found.seal, found.mark
    moment = seal.at if seal else found.printed_at
    named = seal.id if seal else (mark.id if mark else "")
    return {"id": named, "desk": seal.desk if seal else "", "moment": _moment(moment, at)}


def _moment(moment: Any, at: Counter) -> str:
    if moment is None:
        return "-"
    here = at.local(moment)
    return f"{at.say.date(here.date())} {at.say.time(here)}"


def _list(_args: argparse.Namespace, at: Counter) -> Answer:
    seals = at.desk.archive.seals.seals()
    lines = [
        f"{seal.id:<32} {_moment(seal.at, at)}  " + ", ".join(s.signer for s in seal.signatures) for seal in seals
    ]
    return Answer(json=[_shown(seal, at) for seal in seals], lines=[line.rstrip() for line in lines])


def _shown(seal: Seal, at: Counter) -> dict[str, Any]:
    return {
        "id": seal.id,
        "form": seal.form,
        "language": seal.language,
        "session": seal.session,
        "round": seal.subject or None,
        "sealed_at": at.iso(seal.at),
        "desk": seal.desk,
        "sha256": seal.version.sha256,
        "content": seal.content,
        "pages": seal.pages,
        "signed_by": [one.signer for one in seal.signatures],
    }


def _shown_signature(one: SignatureFound, at: Counter) -> dict[str, Any]:
    return {
        "signer": one.signer,
        "organisation": one.organisation,
        "signed_at": at.iso(one.signed_at),
        "intact": one.intact,
        "whole": one.whole,
        "trust": one.trust.value,
        "time_stamped": one.time_stamped,
        "time_trusted": one.time_trusted,
        "revocation_checked": one.revocation_checked,
    }


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
