"""votes record | list | void | rules | deduct: votes by show of hands."""

from __future__ import annotations

import argparse
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.election_references import json_from, the_vote
from congress_desk.cli.grammar import Grammar, add_delegate, add_session, options_shown
from congress_desk.cli.print_commands import need_file
from congress_desk.cli.references import the_delegate, the_session
from congress_desk.domain.majority import Base, CongressKind, DeductionReason, parse_formula
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.votes import HandMethod, HandsVote, ItemKind, ZoneCount
from congress_desk.plumbing.vote_tables import percent, percent_words, votes_table
from congress_desk.plumbing.vote_words import DEDUCTIONS, PASSED, REJECTED, formula_message


def describe_commands(group: Grammar) -> None:
    say = group.say
    record = group.command("record", say("put on record what tellers counted"), _record)
    record.add_argument("--item", required=True, metavar="T", help=say("what was put to the vote"))
    for name, told in (
        ("--agree", say("hands in favour")),
        ("--disagree", say("hands against")),
        ("--other", say("other opinions and abstentions")),
    ):
        record.add_argument(name, type=int, metavar="N", help=told)
    told = say("all who are checked in agree; the counts are stored all the same")
    record.add_argument("--all-agree", action="store_true", help=told)
    told = say("by zone, a JSON list of objects with “zone”, “teller”, “agree”, “disagree”, “other”")
    record.add_argument("--zones", metavar="JSON", help=told)
    add_session(record)
    record.add_argument("--kind", choices=[k.value for k in ItemKind], default="other", help=say("what it is about"))
    record.add_argument("--presider", default="", metavar="NAME", help=say("who presided"))
    methods = [m.value for m in HandMethod]
    record.add_argument("--method", choices=methods, default="hands", help=say("what was raised"))
    told = say("why the figures are not those of the people present")
    record.add_argument("--reason", default="", metavar="WHY", help=told)
    record.add_argument("--note", default="", metavar="TEXT", help=say("a note for the record"))
    record.add_argument("--at", metavar="TIME", help=say("when it happened; now by default"))
    group.command("list", say("all votes, the voided ones among them"), _list)
    export = group.command("export", say("all votes as a spreadsheet (.xlsx)"), _export)
    export.add_argument(
        "--out", required=True, metavar="XLSX", help=say("the file to write; an older one is replaced")
    )
    void = group.command("void", say("take a vote back; it stays in the list"), _void)
    void.add_argument("vote", metavar="VOTE", help=say("the vote: its id or its number"))
    void.add_argument("--reason", required=True, metavar="WHY", help=say("why"))
    rules = group.command("rules", say("show or change the rules of votes"), _rules)
    told = say("what carries a vote by hands, such as “> 1/2” or “>= 2/3” of the base")
    rules.add_argument("--formula", metavar="F", help=told)
    kinds = [k.value for k in CongressKind]
    rules.add_argument(
        "--congress", choices=kinds, help=say("of delegates or of members: the law deducts differently")
    )
    told = say("a random mark on every ballot: a voter who notes it can prove how he voted")
    rules.add_argument("--sheet-marks", choices=["yes", "no"], help=told)
    group.command("base", say("the base of votes with every deduction by name"), _base)
    deduct = group.command("deduct", say("put a person out of the base, by a reason of the law"), _deduct)
    add_delegate(deduct)
    reasons = deduct.add_mutually_exclusive_group(required=True)
    reasons.add_argument("--because", choices=[r.value for r in DeductionReason], help=say("the reason of the law"))
    reasons.add_argument("--lift", metavar="WHY", help=say("put the person back, and why"))
    deduct.add_argument("--note", default="", metavar="TEXT", help=say("a note for the record"))


def _record(args: argparse.Namespace, at: Counter) -> Answer:
    session = the_session(at.desk, args.session).id
    hands = at.desk.voting.hands
    facts: dict[str, Any] = {
        "kind": ItemKind(args.kind),
        "presider": args.presider,
        "method": HandMethod(args.method),
        "note": args.note,
    }
    if args.all_agree:
        return _one(hands.all_agree(args.item, session, **facts), at)
    moment = at.moment(args.at, "at") if args.at else None
    return _one(hands.record(args.item, _zones(args), session, reason=args.reason, at=moment, **facts), at)


def _zones(args: argparse.Namespace) -> list[ZoneCount]:
    if args.zones is None:
        if args.agree is None and args.disagree is None and args.other is None:
            raise Refusal(Reason.BAD_VALUE, field="counts")
        return [ZoneCount(agree=args.agree or 0, disagree=args.disagree or 0, other=args.other or 0)]
    try:
        return [ZoneCount(**zone) for zone in json_from(args.zones, "zones")]
    except TypeError as error:
        raise Refusal(Reason.BAD_VALUE, field="zones", value=args.zones) from error


def _list(_args: argparse.Namespace, at: Counter) -> Answer:
    votes = at.desk.voting.hands.votes()
    return Answer(json=[_shown(v, at) for v in votes], lines=[_line(v, at) for v in votes])


def _export(args: argparse.Namespace, at: Counter) -> Answer:
    need_file(args.out)
    voting = at.desk.voting
    voting.exports.save(votes_table(at.say, voting.hands.votes()), Path(args.out), of="votes")
    return Answer(json={"out": args.out}, lines=[at.say("Saved: {path}", path=args.out)])


def _void(args: argparse.Namespace, at: Counter) -> Answer:
    return _one(at.desk.voting.hands.void(the_vote(at.desk, args.vote).id, args.reason), at)


def _rules(args: argparse.Namespace, at: Counter) -> Answer:
    hands = at.desk.voting.hands
    rules = hands.rules()
    changed = replace(
        rules,
        hands=parse_formula(args.formula) if args.formula else rules.hands,
        congress=CongressKind(args.congress) if args.congress else rules.congress,
        sheet_marks=rules.sheet_marks if args.sheet_marks is None else args.sheet_marks == "yes",
    )
    if changed != rules:
        hands.change_rules(changed)
    marks = "yes" if changed.sheet_marks else "no"
    shown = {"formula": str(changed.hands), "congress": changed.congress.value, "sheet_marks": marks}
    return Answer(json=shown, lines=options_shown(shown))


def _base(_args: argparse.Namespace, at: Counter) -> Answer:
    return _told_base(at.desk.voting.hands.base(), at)


def _deduct(args: argparse.Namespace, at: Counter) -> Answer:
    delegate, hands = the_delegate(at.desk, args.delegate).id, at.desk.voting.hands
    if args.lift is not None:
        return _told_base(hands.lift_deduction(delegate, args.lift), at)
    return _told_base(hands.deduct(delegate, DeductionReason(args.because), args.note), at)


def _told_base(base: Base, at: Counter) -> Answer:
    shown = {"base": base.count, "convened": base.convened, "deductions": deductions(base)}
    return Answer(json=shown, lines=_base_lines(base, at))


def _base_lines(base: Base, at: Counter) -> list[str]:
    told = at.say("Convened {convened}, deducted {deducted}, base {base}", **_figures(base))
    return [told, *(f"  {d.name}  {at.say(DEDUCTIONS[d.reason])}" for d in base.deductions)]


def _figures(base: Base) -> dict[str, int]:
    return {"convened": base.convened, "deducted": len(base.deductions), "base": base.count}


def deductions(base: Base) -> list[dict[str, str]]:
    return [
        {"delegate": d.delegate, "name": d.name, "reason": d.reason.value, "note": d.note} for d in base.deductions
    ]


def _one(vote: HandsVote, at: Counter) -> Answer:
    return Answer(json=_shown(vote, at), lines=_lines(vote, at))


def _line(vote: HandsVote, at: Counter) -> str:
    result = at.say(PASSED if vote.passed else REJECTED)
    if vote.voided:
        result = at.say("Voided: {reason}", reason=vote.voided)
    figures = f"{vote.agree}/{vote.disagree}/{vote.other}"
    share = percent_words(vote.agree, vote.base.count, at.say)
    return "  ".join((str(vote.number), vote.item, figures, share, result))


def _lines(vote: HandsVote, at: Counter) -> list[str]:
    """The vote, by which formula of which base, and everybody who is not in it."""
    share = vote.formula.share
    needed = at.say(
        "Adopted with {formula}: {needed} of {base} are needed, {agree} agreed.",
        formula=at.say(formula_message(vote.formula), share=f"{share.numerator}/{share.denominator}"),
        needed=vote.formula.needed(vote.base.count),
        base=vote.base.count,
        agree=vote.agree,
    )
    present = at.say("Present, checked in at that moment") + f": {vote.present}"
    return [_line(vote, at), needed, present, *_base_lines(vote.base, at)]


def _shown(vote: HandsVote, at: Counter) -> dict[str, Any]:
    base = vote.base.count
    return {
        "vote": vote.id,
        "number": vote.number,
        "item": vote.item,
        "kind": vote.kind.value,
        "session": vote.session,
        "presider": vote.presider,
        "method": vote.method.value,
        "at": at.iso(vote.at),
        "base": base,
        "convened": vote.base.convened,
        "deductions": deductions(vote.base),
        "present": vote.present,
        "agree": vote.agree,
        "disagree": vote.disagree,
        "other": vote.other,
        "zones": [
            {"zone": z.zone, "teller": z.teller, "agree": z.agree, "disagree": z.disagree, "other": z.other}
            for z in vote.zones
        ],
        "formula": str(vote.formula),
        "needed": vote.formula.needed(base),
        "passed": vote.passed,
        "share": round(vote.agree / base, 6) if base else 0.0,
        "fraction": str(Fraction(vote.agree, base)) if base else "0",
        "percent": percent(vote.agree, base),
        "reason": vote.reason,
        "note": vote.note,
        "voided": vote.voided,
    }
