"""How a command is spelled: argparse in the user's language, its mistakes raised as Usage.

Each module of commands describes its own with a Grammar; parser.py only puts them in order.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn, TypeAlias

from congress_desk.cli.doors import Act, DoorsAct
from congress_desk.plumbing.texts import Words, marked

# argparse's own messages: pattern and our words for it (Python 3.11 to 3.14); others are shown as they are
MISTAKES = (
    (r"the following arguments are required: (?P<names>.+)", marked("Missing: {names}")),
    (r"unrecognized arguments: (?P<names>.+)", marked("Not understood: {names}")),
    (
        r"argument (?P<name>.+?): invalid choice: '?(?P<value>.*?)'? \(.*?choose from (?P<choices>.+)\)",
        marked("{name}: “{value}” is not possible. Possible are: {choices}"),
    ),
    (
        r"argument (?P<name>.+?): invalid int value: '(?P<value>.*)'",
        marked("{name}: “{value}” is not a whole number"),
    ),
    (r"argument (?P<name>.+?): expected (?:one|at least one) argument", marked("{name}: a value is missing")),
    (
        r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)",
        marked("{name} and {other} exclude each other"),
    ),
    (r"one of the arguments (?P<names>.+) is required", marked("Missing: one of {names}")),
)


class Usage(Exception):  # noqa: N818
    """The command was written wrongly; the text says what, in the user's language."""


class HelpWanted(Exception):  # noqa: N818
    """--help was asked for; the text is the help."""


class Parser(argparse.ArgumentParser):
    def __init__(self, *, say: Words, **given: Any) -> None:
        super().__init__(**given, add_help=False, allow_abbrev=False, formatter_class=_formatter(say))
        self.say = say
        self._positionals.title = say("arguments")
        self._optionals.title = say("options")
        self.add_argument("-h", "--help", action="help", help=say("show this help"))

    def print_help(self, file: object = None) -> NoReturn:
        raise HelpWanted(self.format_help().rstrip())

    def error(self, message: str) -> NoReturn:
        told = mistake(message, self.say)
        raise Usage(self.say("{command}: {mistake}. Nothing was done.", command=self.prog, mistake=told))


class VersionWanted(argparse.Action):
    """--version: shown as help is, without a congress."""

    def __call__(self, *_: object) -> NoReturn:
        from importlib.metadata import version

        raise HelpWanted(f"congress-desk {version('congress-desk')}")


Group: TypeAlias = "argparse._SubParsersAction[Parser]"


@dataclass(frozen=True, slots=True)
class Grammar:
    """Where commands are added: the top, or one group such as `delegates`."""

    say: Words
    commands: Group

    def group(self, name: str, told: str) -> Grammar:
        parser = self.commands.add_parser(name, help=told, description=told, say=self.say)
        return Grammar(self.say, commands_of(parser, dest="act_in_group"))

    def command(self, name: str, told: str, act: Act, *, takes_file: bool = True) -> Parser:
        """A command at an open desk; `args.file` is the congress file."""
        return self._add(name, told, takes_file, act=act)

    def command_without_desk(self, name: str, told: str, act: DoorsAct, *, takes_file: bool = True) -> Parser:
        """A command that makes its congress itself, or needs none."""
        return self._add(name, told, takes_file, doors_act=act)

    def _add(self, name: str, told: str, takes_file: bool, **acts: Callable[..., Any]) -> Parser:
        parser = self.commands.add_parser(name, help=told, description=told, say=self.say)
        if takes_file:
            parser.add_argument("file", metavar="FILE", help=self.say("the congress file"))
        parser.add_argument("--json", action="store_true", help=self.say("answer as JSON, for programs"))
        parser.set_defaults(**acts)
        return parser


def commands_of(parser: Parser, *, dest: str) -> Group:
    title = parser.say("commands")
    return parser.add_subparsers(title=title, metavar="COMMAND", dest=dest, required=True, parser_class=Parser)


def add_session(parser: Parser) -> None:
    told = parser.say("the session: its id, its name, or its number in order of time")
    parser.add_argument("--session", required=True, metavar="S", help=told)


def add_delegate(parser: Parser, name: str = "delegate", **more: Any) -> None:
    told = parser.say("the delegate: id, badge code, card number, citizen number, or name")
    parser.add_argument(name, metavar=name.upper(), help=told, **more)


def options_shown(settings: Mapping[str, object]) -> list[str]:
    """Settings as the options that change them: the same in every language."""
    return [f"--{name.replace('_', '-')} {value}" for name, value in settings.items()]


def mistake(message: str, say: Words) -> str:
    """What is wrong with a command, from argparse's own message."""
    for pattern, told in MISTAKES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return say(told).format(**{name: part.replace("'", "") for name, part in found.groupdict().items()})
    return message


def _formatter(say: Words) -> Any:
    class Formatter(argparse.RawDescriptionHelpFormatter):
        def __init__(self, prog: str, **given: Any) -> None:
            super().__init__(prog, **given)
            self._action_max_length = 14  # room for the longest command; argparse forgets the indent

        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[Any],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(usage, actions, groups, say("usage") + ": " if prefix is None else prefix)

    return Formatter
