"""delegates ...: what is decided about a delegate (standing, replacement, badge, chip card)."""

from __future__ import annotations

import argparse

from congress_desk.cli.delegate_commands import person
from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.grammar import Grammar, add_delegate
from congress_desk.cli.references import the_delegate
from congress_desk.domain.delegates import Delegate, Standing


def describe_standing(group: Grammar) -> None:
    say = group.say
    standing = group.command("standing", say("record what the credentials committee decided"), _change_standing)
    add_delegate(standing)
    standing.add_argument("--to", required=True, choices=[s.value for s in Standing], help=say("the new standing"))
    standing.add_argument("--reason", required=True, metavar="R", help=say("why, in a few words"))
    seat = group.command("replace", say("an alternate takes an official delegate's place"), _replace_official)
    add_delegate(seat, "official")
    add_delegate(seat, "alternate")
    seat.add_argument("--decision", required=True, metavar="NO", help=say("number of the decision"))
    told = say("issue a new badge code; the old badge is refused from now on")
    add_delegate(group.command("badge", told, _new_badge))
    link = group.command("link-card", say("a chip card belongs to this delegate"), _link_card)
    add_delegate(link)
    link.add_argument("number", metavar="NUMBER", help=say("what the reader types"))


def _change_standing(args: argparse.Namespace, at: Counter) -> Answer:
    delegate = the_delegate(at.desk, args.delegate)
    return _changed(at.desk.registry.change_standing(delegate.id, Standing(args.to), args.reason), at)


def _replace_official(args: argparse.Namespace, at: Counter) -> Answer:
    official, alternate = the_delegate(at.desk, args.official), the_delegate(at.desk, args.alternate)
    return _changed(at.desk.registry.replace_official(official.id, alternate.id, decision=args.decision), at)


def _new_badge(args: argparse.Namespace, at: Counter) -> Answer:
    delegate = the_delegate(at.desk, args.delegate)
    code = at.desk.registry.issue_badge(delegate.id)
    shown = {"delegate": delegate.id, "badge_code": code, "revoked": delegate.badge_code}
    told = at.say("New badge code for {name}: {code}", name=delegate.sheet.full_name, code=code)
    return Answer(json=shown, lines=[told])


def _link_card(args: argparse.Namespace, at: Counter) -> Answer:
    delegate = the_delegate(at.desk, args.delegate)
    at.desk.registry.link_card(delegate.id, args.number)
    shown = {"delegate": delegate.id, "number": args.number}
    return Answer(json=shown, lines=[at.say("Recorded: {name}", name=delegate.sheet.full_name)])


def _changed(delegate: Delegate, at: Counter) -> Answer:
    return Answer(json=person(delegate), lines=[at.say("Recorded: {name}", name=delegate.sheet.full_name)])
