"""consent, faces status, consents, passphrase, unlock, lock, erase, and looks: what people's rights ask of a desk.

A passphrase comes from a file, never from the command line, where every other program could read it.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from congress_desk.cli.doors import DONE, TROUBLE, Answer, Counter, bytes_of, happened
from congress_desk.cli.grammar import Grammar, Parser, Usage, add_delegate
from congress_desk.cli.print_commands import need_file, save_pdf
from congress_desk.cli.references import the_delegate
from congress_desk.domain.consent import ConsentAnswer, Way
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.erasure import Erasure, ErasureCheck
from congress_desk.domain.journal import Event, Kind
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.rights_words import ANSWERS, LOOKS, WAYS
from congress_desk.plumbing.texts import Language, Words, marked
from congress_desk.services.face_status import FaceStatus, KeyState

KEYS = {
    KeyState.NONE: marked("There is no key; nobody is enrolled."),
    KeyState.HERE: marked("The key is on this computer."),
    KeyState.LOCKED: marked("The key is not on this computer."),
}


def describe_consent(grammar: Grammar) -> None:
    say = grammar.say
    told = say("record who agreed to face identification, who refused, and who takes a consent back")
    consent = grammar.command("consent", told, _consent)
    add_delegate(consent, nargs="?")
    consent.add_argument("--all", action="store_true", help=say("every delegate who has not refused"))
    told = say("which text they agreed to, such as 2025-1")
    consent.add_argument("--text-version", default="", metavar="V", help=told)
    consent.add_argument("--by", default="", metavar="NAME", help=say("who took the consent"))
    ways = [way.value for way in Way if way is not Way.NOT_STATED]
    told = say("how it was given: on signed paper, spoken before a witness, or by the delegate at the desk")
    consent.add_argument("--how", choices=ways, default=Way.NOT_STATED.value, help=told)
    told = say("who heard a spoken consent")
    consent.add_argument("--witness", default="", metavar="NAME", help=told)
    languages = [language.value for language in Language]
    consent.add_argument("--lang", choices=languages, default="", help=say("language of the text"))
    instead = consent.add_mutually_exclusive_group()
    told = say("the delegate does not want it; nobody asks again")
    instead.add_argument("--refuse", action="store_true", help=told)
    told = say("take the consent back; the face template is erased at once")
    instead.add_argument("--withdraw", action="store_true", help=told)


def describe_rights(group: Grammar) -> None:
    say = group.say
    group.command("status", say("who agreed, who is enrolled, where the key is, when all has to go"), _status)
    group.command("consents", say("every answer to the question of consent, with its time and text"), _consents)
    told = say("wrap the key under a passphrase, so that a second computer can open it")
    passphrase = group.command("passphrase", told, _set_passphrase)
    told = say("a text file that holds nothing but the passphrase")
    passphrase.add_argument("--set-from-file", required=True, metavar="PATH", help=told)
    unlock = group.command("unlock", say("open the key on this computer with the passphrase"), _unlock)
    unlock.add_argument("--passphrase-file", required=True, metavar="PATH", help=told)
    group.command("lock", say("take the key away from this computer; the passphrase brings it back"), _lock)
    erase = group.command("erase", say("erase every template and the key, and check that nothing opens"), _erase)
    erase.add_argument("--by", default="", metavar="NAME", help=say("who erases; stands on the certificate"))
    _add_certificate(erase)


def describe_looks(grammar: Grammar) -> None:
    grammar.command("looks", grammar.say("who exported, printed or looked through personal data"), _looks)


def _add_certificate(erase: Parser) -> None:
    say = erase.say
    erase.add_argument("--certificate", metavar="PDF", help=say("save the certificate of the erasure"))
    languages = [language.value for language in Language]
    erase.add_argument("--lang", choices=languages, default="vi", help=say("language of the paper, vi by default"))


def _consent(args: argparse.Namespace, at: Counter) -> Answer:
    if (args.delegate is None) == (not args.all):
        raise Usage(at.say("Name one delegate, or write --all. Nothing was done."))
    people = at.desk.registry.delegates() if args.all else (the_delegate(at.desk, args.delegate),)
    if args.withdraw:
        return _withdraw(args, at, people)
    if args.refuse:
        refused = at.desk.faces.refuse_consent([d.id for d in people], text_version=args.text_version, **_taken(args))
        return Answer(json={"refused": refused}, lines=[at.say("Refusals recorded: {count}", count=refused)])
    ids = [d.id for d in people if not (args.all and d.declined)]
    new = at.desk.faces.consent(ids, text_version=args.text_version, **_taken(args))
    shown = {"consented": len(ids), "new": new}
    lines = [at.say("Consents recorded: {count}, of them new: {new}", count=len(ids), new=new)]
    if len(ids) < len(people):
        shown["declined"] = len(people) - len(ids)
        lines.append(at.say("Not asked again, because they have said no: {count}", count=shown["declined"]))
    return Answer(json=shown, lines=lines)


def _withdraw(args: argparse.Namespace, at: Counter, people: Sequence[Delegate]) -> Answer:
    had = sum(1 for d in people if d.consented)
    for delegate in people:
        at.desk.faces.withdraw_consent(delegate.id, by=args.by, way=Way(args.how))
    return Answer(json={"withdrawn": had}, lines=[at.say("Consents withdrawn: {count}", count=had)])


def _taken(args: argparse.Namespace) -> dict[str, Any]:
    return {"by": args.by, "way": Way(args.how), "witness": args.witness, "language": args.lang}


def _status(_args: argparse.Namespace, at: Counter) -> Answer:
    found = at.desk.faces.status()
    days_left = found.reminder.days_left if found.reminder else None
    shown = {
        "everybody": found.everybody,
        "consented": found.agreed,
        "refused": found.refused,
        "withdrawn": found.withdrawn,
        "not_asked": found.not_asked,
        "enrolled": found.enrolled,
        "templates": found.templates,
        "key": found.key.value,
        "passphrase": found.passphrase,
        "due": found.erase_by.isoformat() if found.erase_by else None,
        "days_left": days_left,
        "erased_at": at.iso(found.erased.at) if found.erased else None,
    }
    return Answer(json=shown, lines=_status_lines(found, at.say))


def _status_lines(found: FaceStatus, say: Words) -> list[str]:
    lines = [
        say("Agreed: {count} of {everybody}", count=found.agreed, everybody=found.everybody),
        say("Refused: {count}", count=found.refused),
        say("Withdrawn: {count}", count=found.withdrawn),
        say("Not asked yet: {count}", count=found.not_asked),
        say("Enrolled: {count}", count=found.enrolled),
        say(KEYS[found.key]),
        say("A passphrase is set.") if found.passphrase else say("No passphrase is set."),
    ]
    if found.erase_by is not None:
        lines.append(say("The faces have to be erased by {date}.", date=found.erase_by))
    if found.reminder is not None:
        lines.append(_reminder_line(found.reminder.days_left, say))
    return lines


def _reminder_line(days_left: int, say: Words) -> str:
    if days_left < 0:
        return say("The congress is over. Erasing the faces is overdue by {count} days.", count=-days_left)
    return say("The congress is over. Erase the faces; days left: {count}.", count=days_left)


def _consents(_args: argparse.Namespace, at: Counter) -> Answer:
    answers = at.desk.faces.answers()
    told = [(d, one) for d in at.desk.registry.delegates() for one in answers.get(d.id, ())]
    say = at.say
    lines = [
        f"{d.sheet.full_name} · {say(ANSWERS[one.answer])} · {one.taking.text_version or '–'} · "
        f"{say(WAYS[one.taking.way])} · {one.taking.by or '–'} · {at.local(one.at):%d/%m/%Y %H:%M}"
        for d, one in told
    ]
    return Answer(json=[_shown_answer(d, one, at) for d, one in told], lines=lines)


def _shown_answer(delegate: Delegate, one: ConsentAnswer, at: Counter) -> dict[str, Any]:
    taking = one.taking
    return {
        "delegate": delegate.id,
        "full_name": delegate.sheet.full_name,
        "delegation": delegate.sheet.delegation,
        "answer": one.answer.value,
        "text_version": taking.text_version,
        "language": taking.language,
        "purpose": taking.purpose,
        "how": taking.way.value,
        "witness": taking.witness,
        "by": taking.by,
        "at": at.iso(one.at),
        "desk": one.desk,
        "event": one.event,
    }


def _set_passphrase(args: argparse.Namespace, at: Counter) -> Answer:
    changed = at.desk.faces.set_passphrase(_passphrase(Path(args.set_from_file)))
    told = at.say("The passphrase was changed.") if changed else at.say("The passphrase was set.")
    return Answer(json={"passphrase": "changed" if changed else "set"}, lines=[told])


def _unlock(args: argparse.Namespace, at: Counter) -> Answer:
    at.desk.faces.unlock(_passphrase(Path(args.passphrase_file)))
    return Answer(json={"key": KeyState.HERE.value}, lines=[at.say(KEYS[KeyState.HERE])])


def _lock(_args: argparse.Namespace, at: Counter) -> Answer:
    at.desk.faces.lock()
    return Answer(json={"key": KeyState.LOCKED.value}, lines=[at.say(KEYS[KeyState.LOCKED])])


def _passphrase(path: Path) -> str:
    """The file without the end of its line. Trouble: NO_SUCH_FILE, CANNOT_READ."""
    try:
        return bytes_of(path).decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise Trouble(Problem.CANNOT_READ, path=str(path)) from error


def _erase(args: argparse.Namespace, at: Counter) -> Answer:
    if args.certificate:
        need_file(args.certificate)
    people = [d for d in at.desk.registry.delegates() if d.enrolled]
    erased = at.desk.faces.erase(by=args.by)
    if args.certificate:
        save_pdf(Path(args.certificate), at.desk.records.pdf(Form.ERASURE, language=args.lang))
    check = erased.check
    assert check is not None
    shown = {
        "erased": erased.templates,
        "delegates": [{"delegate": d.id, "full_name": d.sheet.full_name} for d in people],
        "desk_photos": erased.desk_photos,
        "key_destroyed": not (check.key_here or check.key_in_file),
        "check": _shown_check(check),
        "other_desks": list(erased.desks),
        "had_passphrase": erased.had_passphrase,
        "journal_hash": erased.hash,
        "certificate": args.certificate,
    }
    lines = [*_erased_lines(erased, check, at.say), *(d.sheet.full_name for d in people)]
    return Answer(json=shown, lines=lines, status=DONE if check.ok else TROUBLE)


def _shown_check(check: ErasureCheck) -> dict[str, Any]:
    names = ("ok", "tried", "opened", "rows", "traces", "key_here", "key_in_file")
    return {name: getattr(check, name) for name in names}


def _erased_lines(erased: Erasure, check: ErasureCheck, say: Words) -> list[str]:
    count = erased.templates
    lines = [say("{count} face templates were erased, and the key that opens them was destroyed.", count=count)]
    if check.ok:
        lines.append(say("Checked: of {count} templates that were there, none opens and none is left.", count=count))
    else:
        lines.append(say("The check has found remains. Erase again; if they stay, ask for help."))
    if erased.had_passphrase:
        lines.append(say("Older copies of the file still open with the passphrase. Delete them."))
    if erased.desks:
        told = ", ".join(erased.desks)
        lines.append(say("The key is also at these desks, until the congress is opened there: {desks}", desks=told))
    return lines


def _looks(_args: argparse.Namespace, at: Counter) -> Answer:
    events = at.desk.congress.looks()
    shown = [
        {
            "at": at.iso(event.happened_at),
            "desk": event.desk,
            "actor": event.actor,
            "what": _what_of(event),
            "details": {name: value for name, value in event.body.items() if name != "what"},
            "event": event.id,
        }
        for event in events
    ]
    return Answer(json=shown, lines=[_look_line(event, at) for event in events])


def _look_line(event: Event, at: Counter) -> str:
    what = _what_of(event)
    told = at.say(LOOKS.get(what, what))
    return happened(event, told, at)


def _what_of(event: Event) -> str:
    return "print" if event.kind is Kind.PRINTED else str(event.body.get("what", ""))
