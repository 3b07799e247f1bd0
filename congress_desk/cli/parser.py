"""The words of the command line. Names and keys are stable: offices script with them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn, TypeAlias

from congress_desk.cli import (
    checkin_commands,
    congress_commands,
    delegate_commands,
    face_commands,
    print_commands,
    session_commands,
)
from congress_desk.domain.attendance import SessionKind
from congress_desk.domain.delegates import Category, Standing
from congress_desk.domain.records import Form

GUIDE = """\
examples
  congress-desk --rehearsal                    open the app on a rehearsal congress
  congress-desk hall.congress                  open the app on a congress
  congress-desk create hall.congress --title "Đại hội ..." --convening-body "Tỉnh ủy ..." --opens 2025-09-22
  congress-desk delegates import hall.congress list.xlsx --photos photos/ --dry-run
  congress-desk sessions add hall.congress --name "Khai mạc" --starts 2025-09-22T07:00 --ends 2025-09-22T11:30
  congress-desk check-in card hall.congress 17560396385 --session "Khai mạc" --json
  congress-desk status hall.congress --session 1 --json
  congress-desk print attendance hall.congress --session 1 --lang vi --out attendance.pdf

FILE is the congress file. S names a session by id, by name, or by its number in order of time. DELEGATE is an id,
a badge code, a card number, a citizen number, or words of the name. Times without an offset are the congress's own.

exit status: 0 done, 2 refused (with the reason code), 1 trouble (file, disk, device, wrong usage)
"""


class Usage(Exception):  # noqa: N818
    """The command was written wrongly; the text is argparse's own."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Usage(f"{self.prog}: {message}\n{self.format_usage()}")


Group: TypeAlias = "argparse._SubParsersAction[_Parser]"


def make_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="congress-desk",
        description="The secretariat's desk for a congress. Without a command it opens the app.",
        epilog=GUIDE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    _congress(commands)
    _delegates(commands)
    _sessions(commands)
    _check_in(commands)
    _faces(commands)
    _print(commands)
    return parser


def _congress(commands: Group) -> None:
    create = _command(commands, "create", "a new congress file", needs_desk=False)
    create.set_defaults(doors_act=congress_commands.create)
    create.add_argument("--title", required=True, help="as it stands on every paper")
    create.add_argument("--convening-body", required=True, help="the committee that convenes the congress")
    create.add_argument("--opens", required=True, metavar="DATE", help="opening day, 2025-09-22")
    create.add_argument("--place", default="", help="where it is held, for the date line of papers")
    rehearse = _command(commands, "rehearse", "a rehearsal congress of 445 invented delegates", needs_desk=False)
    rehearse.set_defaults(doors_act=congress_commands.rehearse)
    rules = _command(commands, "rules", "the congress's own rules, shown or changed", congress_commands.rules)
    rules.add_argument("--quorum", metavar="N/D", help="share of the convened, 2/3 by default")
    rules.add_argument("--auto-accept-faces", choices=["yes", "no"])
    rules.add_argument("--undo-minutes", type=int, metavar="N")
    status = _command(commands, "status", "convened, present, quorum, by delegation", congress_commands.status)
    _session(status)
    _command(commands, "verify", "recompute the journal's hash chains", congress_commands.verify)
    backup = _command(commands, "backup", "a checked copy while the desk works on", congress_commands.back_up)
    backup.add_argument("to", metavar="TO", help="a new file or a folder")
    void = _command(
        commands, "void", "void an arrival, exit or excuse; it stays in the history", checkin_commands.void
    )
    void.add_argument("event", metavar="EVENT")
    void.add_argument("--reason", required=True)


def _delegates(commands: Group) -> None:
    group = _group(commands, "delegates", "who is a delegate")
    read = _command(group, "import", "from .xlsx, .xls, .ods or .csv: all or nothing", delegate_commands.import_list)
    read.add_argument("list", metavar="LIST")
    read.add_argument("--photos", metavar="DIR", help="a folder of pictures named by card number, number or name")
    read.add_argument("--dry-run", action="store_true", help="only show what would be done")
    photos = _command(group, "photos", "add a folder of photos", delegate_commands.photos)
    photos.add_argument("folder", metavar="DIR")
    _command(group, "list", "everybody", delegate_commands.list_all)
    search = _command(group, "search", "by the beginnings of words, without diacritics", delegate_commands.search)
    search.add_argument("words", metavar="WORDS")
    history = _command(group, "history", "all that the journal holds about one", delegate_commands.history)
    history.add_argument("delegate", metavar="DELEGATE")
    template = _command(group, "template", "an empty list to fill in", delegate_commands.template)
    template.add_argument("--out", required=True, metavar="XLSX")
    standing = _command(
        group, "standing", "what the credentials committee decided", delegate_commands.change_standing
    )
    standing.add_argument("delegate", metavar="DELEGATE")
    standing.add_argument("--to", required=True, choices=[s.value for s in Standing])
    standing.add_argument("--reason", required=True)
    seat = _command(group, "replace", "an alternate takes an official's place", delegate_commands.replace_official)
    seat.add_argument("official", metavar="OFFICIAL")
    seat.add_argument("alternate", metavar="ALTERNATE")
    seat.add_argument("--decision", required=True, metavar="NO", help="number of the decision")
    badge = _command(group, "badge", "a new badge code; the old badge is refused", delegate_commands.new_badge)
    badge.add_argument("delegate", metavar="DELEGATE")
    link = _command(group, "link-card", "a chip card belongs to a delegate", delegate_commands.link_card)
    link.add_argument("delegate", metavar="DELEGATE")
    link.add_argument("number", metavar="NUMBER")


def _sessions(commands: Group) -> None:
    group = _group(commands, "sessions", "the half-days of the congress")
    add = _command(group, "add", "a new session", session_commands.add)
    add.add_argument("--name", required=True)
    add.add_argument("--starts", required=True, metavar="TIME")
    add.add_argument("--ends", required=True, metavar="TIME")
    add.add_argument("--kind", choices=[k.value for k in SessionKind], default=SessionKind.OFFICIAL.value)
    codes = ",".join(c.value for c in Category)
    add.add_argument("--admits", metavar="CODES", help=f"categories that may come in, all by default: {codes}")
    add.add_argument("--list", metavar="FILE", help="only these delegates, one a line")
    _command(group, "list", "in order of time", session_commands.list_all)
    for name, act in (("close", session_commands.close), ("reopen", session_commands.reopen)):
        _session(_command(group, name, f"{name} a session for check-in", act))


def _check_in(commands: Group) -> None:
    group = _group(commands, "check-in", "register somebody for a session")
    ways = (
        ("card", "badge, chip card or card number; also a picture of a QR code", checkin_commands.card),
        ("citizen-card", "the citizen card's QR text or 12 digits", checkin_commands.citizen_card),
        ("manual", "a delegate picked by name", checkin_commands.manual),
        ("exit", "he goes out; never refused", checkin_commands.leave),
    )
    for name, told, act in ways:
        way = _command(group, name, told, act)
        way.add_argument("what", metavar="WHAT")
        _happening(way)
    face = _command(group, "face", "who may be in these pictures; recorded with --confirm", checkin_commands.face)
    face.add_argument("pictures", metavar="PICTURE", nargs="+")
    face.add_argument("--confirm", metavar="DELEGATE")
    _happening(face)
    excuse = _command(commands, "excuse", "absent with leave", checkin_commands.excuse)
    excuse.add_argument("delegate", metavar="DELEGATE")
    _session(excuse)
    excuse.add_argument("--reason", required=True)
    excuse.add_argument("--allowed-by", default="", metavar="WHO")
    excuse.add_argument("--whole-congress", action="store_true")
    excuse.add_argument("--without-leave", action="store_true", help="put on record as absent without leave")


def _faces(commands: Group) -> None:
    consent = _command(commands, "consent", "consent to face identification", face_commands.consent)
    consent.add_argument("delegate", metavar="DELEGATE", nargs="?")
    consent.add_argument("--all", action="store_true")
    consent.add_argument("--text-version", default="", metavar="V", help="which text they agreed to")
    consent.add_argument("--by", default="", metavar="NAME", help="who took the consent down")
    consent.add_argument("--withdraw", action="store_true", help="the template is erased at once")
    group = _group(commands, "faces", "face templates")
    _command(group, "enrol", "from the photos of all who consented", face_commands.enrol)
    _command(group, "erase", "every template and the key", face_commands.erase)


def _print(commands: Group) -> None:
    form = _command(commands, "print", "a form as PDF", print_commands.print_form, needs_file=False)
    form.add_argument("form", metavar="FORM", nargs="?", help=", ".join(f.value for f in Form))
    form.add_argument("file", metavar="FILE", nargs="?")
    form.add_argument("--list", action="store_true", help="the forms, and what each needs")
    form.add_argument("--session", metavar="S")
    form.add_argument("--lang", choices=["vi", "en", "ar"], default="vi", help="the language of the paper")
    form.add_argument("--out", metavar="PDF")
    form.add_argument("--delegate", action="append", metavar="DELEGATE", help="badges of these only")
    form.add_argument("--delegation", metavar="NAME", help="badges of this delegation only")
    form.add_argument("--reprint", action="store_true", help="new codes for --delegate; old badges are refused")


def _group(commands: Group, name: str, told: str) -> Group:
    parser = commands.add_parser(name, help=told, description=told)
    return parser.add_subparsers(title="commands", metavar="COMMAND", required=True)


def _command(
    commands: Group,
    name: str,
    told: str,
    act: object = None,
    *,
    needs_desk: bool = True,
    needs_file: bool = True,
) -> _Parser:
    parser = commands.add_parser(name, help=told, description=told)
    if needs_file:
        parser.add_argument("file", metavar="FILE")
    parser.add_argument("--json", action="store_true", help="the answer as JSON")
    if needs_desk:
        parser.set_defaults(act=act)
    return parser


def _session(parser: _Parser) -> None:
    parser.add_argument("--session", required=True, metavar="S")


def _happening(parser: _Parser) -> None:
    _session(parser)
    parser.add_argument("--event", metavar="UUID", help="the same id again is one record")
    parser.add_argument("--at", metavar="TIME", help="when it happened, if not now")


def command_names() -> Sequence[str]:
    """The first words that make a call a command and not a file to open."""
    words = ("create", "rehearse", "rules", "status", "verify", "backup", "void", "delegates", "sessions")
    return (*words, "check-in", "excuse", "consent", "faces", "print", "--help", "-h")
