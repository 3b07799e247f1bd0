"""elections create | list | committee | withdraw | ballots | issue | collect | ...: a vote prepared and held."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from congress_desk.cli.count_shown import ballot_warning, election_line, election_shown, round_shown
from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.election_references import (
    add_by,
    add_round,
    json_of,
    new_candidates,
    new_election,
    people_named,
    the_candidate,
    the_round,
)
from congress_desk.cli.grammar import Grammar, Parser
from congress_desk.cli.print_commands import need_file, save_pdf
from congress_desk.cli.references import person_named, the_delegate, the_session
from congress_desk.domain.ballot_balance import paper_imbalances
from congress_desk.domain.ballot_forms import BallotColour, BallotPaper
from congress_desk.domain.election_lists import departs
from congress_desk.domain.elections import CommitteeRole, Flow, Round, RoundId
from congress_desk.domain.journal import EventId
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.vote_words import FLOWS, IDENTITIES, too_few_words
from congress_desk.services.election_book import stopped


def describe_commands(group: Grammar) -> None:
    say = group.say
    create = group.command("create", say("an election and its first round, from a file of rules"), _create)
    told = say("JSON: profile, title, seats, ballot, candidates (names, or name, born, source, consent, attending)")
    create.add_argument("rules", metavar="RULES", help=told)
    told = say("why this type of ballot is used where the regulation has the other one; kept in the journal")
    create.add_argument("--reason", default="", metavar="WHY", help=told)
    told = say("the session it belongs to: its number, name or id")
    create.add_argument("--session", metavar="S", help=told)
    group.command("list", say("all elections with their rounds"), _list)
    committee = group.command(
        "committee", say("name the counting committee: delegates not on the ballot"), _committee
    )
    add_round(committee)
    for name, told in (
        ("--head", say("the head")),
        ("--secretary", say("the secretary")),
        ("--member", say("a member")),
    ):
        committee.add_argument(name, action="append", default=[], metavar="DELEGATE", help=told)
    add = group.command("add-candidate", say("add a person to the list while no ballot is out"), _add)
    add_round(add)
    add.add_argument("--candidate", required=True, metavar="JSON", help=say("a name, or JSON as in the rules"))
    withdraw = group.command("withdraw", say("take a person off the list while no ballot is out"), _withdraw)
    add_round(withdraw)
    withdraw.add_argument("--candidate", required=True, metavar="NAME", help=say("the candidate"))
    withdraw.add_argument("--reason", required=True, metavar="WHY", help=say("why"))
    _describe_paper(group)
    _describe_rounds(group)


def _describe_paper(group: Grammar) -> None:
    say = group.say
    ballots = group.command("ballots", say("print ballots as PDF; every symbol is read back first"), _ballots)
    ballots.add_argument("--copies", type=int, required=True, metavar="N", help=say("how many ballots"))
    _add_form(ballots)
    test = group.command("test-ballot", say("a test ballot and a page to calibrate printer and scanner with"), _test)
    _add_form(test)
    for name, told, act in (
        ("issue", say("ballots given to voters"), _moving(Flow.ISSUED)),
        ("collect", say("ballots out of the box"), _moving(Flow.COLLECTED)),
        ("exchange", say("spoiled ballots given back for new ones"), _moving(Flow.EXCHANGED)),
        ("spoil", say("ballots spoiled before they were issued"), _moving(Flow.SPOILED)),
        ("spare", say("ballots left over, counted by hand"), _moving(Flow.SPARE)),
        ("printed", say("ballots that were printed elsewhere"), _moving(Flow.PRINTED)),
    ):
        moved = group.command(name, told, act)
        add_round(moved)
        moved.add_argument("--count", type=int, required=True, metavar="N", help=say("how many ballots"))
        moved.add_argument("--delegation", default="", metavar="NAME", help=say("by which delegation"))
        moved.add_argument("--by", default="", metavar="NAME", help=say("who counted them"))
    add_round(group.command("movements", say("every count of ballots as paper, with its number"), _movements))
    back = group.command("take-back", say("take a count of ballots as paper back"), _take_back)
    add_round(back)
    back.add_argument("movement", metavar="MOVEMENT", help=say("its number, as `elections movements` gives it"))
    back.add_argument("--reason", required=True, metavar="WHY", help=say("why"))
    back.add_argument("--by", default="", metavar="NAME", help=say("who took it back"))


def _add_form(parser: Parser) -> None:
    say = parser.say
    add_round(parser)
    parser.add_argument("--paper", choices=[p.value for p in BallotPaper], default="A4", help=say("A4 by default"))
    colours = [c.value for c in BallotColour]
    parser.add_argument("--colour", choices=colours, help=say("of the band; another for each election by default"))
    told = say("a second language beside Vietnamese")
    parser.add_argument("--beside", choices=["en", "ar"], default="", help=told)
    parser.add_argument(
        "--out", required=True, metavar="PDF", help=say("the PDF file to write; an older one is replaced")
    )


def _describe_rounds(group: Grammar) -> None:
    say = group.say
    again = group.command("again", say("a further round for the seats left open, or of a void one"), _again)
    add_round(again)
    told = say("a name to keep; may be repeated; all who were not elected by default")
    again.add_argument("--candidate", action="append", metavar="NAME", help=told)
    again.add_argument("--add", action="append", default=[], metavar="JSON", help=say("a name added by the congress"))
    tie = group.command("decide-tie", say("equal votes for the last seat: a new ballot, or left open"), _decide_tie)
    add_round(tie)
    told = say("the congress decides not to vote again, and why")
    tie.add_argument("--leave", metavar="WHY", help=told)
    alternates = group.command("alternates", say("a ballot for alternates"), _alternates)
    add_round(alternates)
    alternates.add_argument("--seats", type=int, required=True, metavar="N", help=say("how many alternates"))
    taken = group.command("take-alternates", say("on their votes: those with enough, beyond the seats"), _take)
    add_round(taken)
    taken.add_argument("--seats", type=int, metavar="N", help=say("how many alternates; as the election was made"))
    taken.add_argument("--note", default="", metavar="TEXT", help=say("a note for the record"))
    void = group.command("void-round", say("the presidium declares the vote void; it is repeated"), _void_round)
    add_round(void)
    void.add_argument("--reason", required=True, metavar="WHY", help=say("why"))
    add_by(void)


def _create(args: argparse.Namespace, at: Counter) -> Answer:
    written = json_of(Path(args.rules))
    new = new_election(written)
    warned = departs(new.ballot, len(new.candidates), new.seats)
    said = args.reason.strip() or new.ballot_reason.strip() or at.say("As the file of rules has it")
    named = args.session or written.get("session")
    session = the_session(at.desk, str(named)).id if named else None
    election = at.desk.voting.elections.create(replace(new, ballot_reason=said if warned else "", session=session))
    warnings = [ballot_warning(election, at)] if warned else []
    surplus = at.desk.voting.elections.surplus(election.latest.id)
    if surplus.unfilled:
        warnings.append(too_few_words(surplus, at.say))
    shown = election_shown(election, at) | {"warnings": warnings}
    return Answer(json=shown, lines=[*warnings, election_line(election, at)])


def _list(_args: argparse.Namespace, at: Counter) -> Answer:
    elections = at.desk.voting.elections.elections()
    return Answer(json=[election_shown(e, at) for e in elections], lines=[election_line(e, at) for e in elections])


def _committee(args: argparse.Namespace, at: Counter) -> Answer:
    election, _ = the_round(at.desk, args.round)
    chosen = (
        (CommitteeRole.HEAD, args.head),
        (CommitteeRole.SECRETARY, args.secretary),
        (CommitteeRole.MEMBER, args.member),
    )
    members = [(the_delegate(at.desk, named).id, role) for role, names in chosen for named in names]
    named = at.desk.voting.elections.name_committee(election.id, members)
    return Answer(json=election_shown(named, at), lines=[f"{m.name}  {m.role.value}" for m in named.committee])


def _add(args: argparse.Namespace, at: Counter) -> Answer:
    _, one = the_round(at.desk, args.round)
    return _told(at.desk.voting.elections.add_candidate(one.id, new_candidates([args.candidate])[0]), at)


def _withdraw(args: argparse.Namespace, at: Counter) -> Answer:
    _, one = the_round(at.desk, args.round)
    candidate = the_candidate(one, args.candidate)
    return _told(at.desk.voting.elections.withdraw(one.id, candidate, args.reason), at)


def _told(one: Round, at: Counter) -> Answer:
    names = ", ".join(c.name for c in one.candidates)
    return Answer(json=round_shown(one), lines=[at.say("On the ballot: {names}", names=names)])


def _ballots(args: argparse.Namespace, at: Counter) -> Answer:
    need_file(args.out)
    one, form = _form(args, at)
    out = Path(args.out)
    pdf = at.desk.voting.ballots.print_ballots(one.id, form, args.copies, deliver=lambda pdf: save_pdf(out, pdf))
    told = {"round": one.id, "copies": args.copies, "out": args.out, "pages": at.desk.pages.count(pdf)}
    marks = "yes" if form.sheet_marks else "no"
    return Answer(
        json=told | {"form": form.code, "sheet_marks": marks}, lines=[at.say("Saved: {path}", path=args.out)]
    )


def _test(args: argparse.Namespace, at: Counter) -> Answer:
    need_file(args.out)
    one, form = _form(args, at)
    pdf = at.desk.voting.ballots.test_print(form)
    save_pdf(Path(args.out), pdf)
    told = {"round": one.id, "out": args.out, "pages": at.desk.pages.count(pdf)}
    return Answer(json=told, lines=[at.say("Saved: {path}", path=args.out)])


def _form(args: argparse.Namespace, at: Counter) -> tuple[Round, Any]:
    _, one = the_round(at.desk, args.round)
    colour = BallotColour(args.colour) if args.colour else None
    paper = BallotPaper(args.paper)
    return one, at.desk.voting.ballots.form(one.id, paper=paper, colour=colour, beside=args.beside)


def _moving(flow: Flow) -> Callable[[argparse.Namespace, Counter], Answer]:
    def act(args: argparse.Namespace, at: Counter) -> Answer:
        _, one = the_round(at.desk, args.round)
        return _paper(_moved(flow, one.id, args, at), at)

    return act


def _moved(flow: Flow, one: RoundId, args: argparse.Namespace, at: Counter) -> Round:
    ballots, count, by = at.desk.voting.ballots, args.count, person_named(at.desk, args.by)
    if flow is Flow.SPARE:
        return ballots.count_spare(one, count, by=by)
    if flow is Flow.PRINTED:
        return ballots.printed_elsewhere(one, count, by=by)
    acts = {
        Flow.ISSUED: ballots.issue,
        Flow.COLLECTED: ballots.collect,
        Flow.EXCHANGED: ballots.exchange,
        Flow.SPOILED: ballots.spoil,
    }
    return acts[flow](one, count, delegation=args.delegation, by=by)


def _paper(one: Round, at: Counter) -> Answer:
    known: dict[Flow, int | None] = {flow: one.counted(flow) for flow in Flow}
    if all(m.flow is not Flow.SPARE for m in one.movements):
        known[Flow.SPARE] = None  # nobody counted them yet
    figures = {flow.value: count for flow, count in known.items()}
    wrong = paper_imbalances(one)
    shown = {"round": one.id, **figures, "present": one.present, "stopped": one.stopped, "balanced": not wrong}
    told = [sentence(at.say, stopped(one))] if one.stopped else []
    told += [f"{at.say(IDENTITIES[i.identity])}: {i.left} ≠ {i.right}" for i in wrong]
    return Answer(
        json=shown, lines=[*(f"{at.say(FLOWS[flow])}: {_figure(count)}" for flow, count in known.items()), *told]
    )


def _figure(count: int | None) -> str:
    return "-" if count is None else str(count)


def _movements(args: argparse.Namespace, at: Counter) -> Answer:
    _, one = the_round(at.desk, args.round)
    shown = [
        {"movement": m.event, "what": m.flow.value, "count": m.count, "delegation": m.delegation, "by": m.by}
        for m in one.movements
    ]
    lines = [f"{m.event}  {at.say(FLOWS[m.flow])}: {m.count}  {m.delegation}" for m in one.movements]
    return Answer(json=shown, lines=lines)


def _take_back(args: argparse.Namespace, at: Counter) -> Answer:
    _, one = the_round(at.desk, args.round)
    by = person_named(at.desk, args.by)
    return _paper(at.desk.voting.ballots.take_back(one.id, EventId(args.movement), args.reason, by), at)


def _again(args: argparse.Namespace, at: Counter) -> Answer:
    election, one = the_round(at.desk, args.round)
    kept = [the_candidate(one, named) for named in args.candidate] if args.candidate else None
    added = new_candidates(args.add)
    return _told(at.desk.voting.rounds.vote_again(election.id, candidates=kept, added=added), at)


def _decide_tie(args: argparse.Namespace, at: Counter) -> Answer:
    election, _ = the_round(at.desk, args.round)
    if args.leave is not None:
        return _told(at.desk.voting.rounds.leave_tie(election.id, args.leave), at)
    return _told(at.desk.voting.rounds.break_tie(election.id), at)


def _alternates(args: argparse.Namespace, at: Counter) -> Answer:
    election, _ = the_round(at.desk, args.round)
    return _told(at.desk.voting.rounds.elect_alternates(election.id, args.seats), at)


def _take(args: argparse.Namespace, at: Counter) -> Answer:
    election, _ = the_round(at.desk, args.round)
    one = at.desk.voting.rounds.take_alternates(election.id, args.seats, args.note)
    names = {c.id: c.name for r in election.rounds for c in r.candidates}
    shown = {"round": one.id, "alternates": list(one.alternates_taken)}
    told = ", ".join(names[c] for c in one.alternates_taken)
    return Answer(json=shown, lines=[at.say("Taken as alternates: {names}", names=told)])


def _void_round(args: argparse.Namespace, at: Counter) -> Answer:
    _, one = the_round(at.desk, args.round)
    return _told(at.desk.voting.rounds.void_round(one.id, args.reason, people_named(args, at)), at)
