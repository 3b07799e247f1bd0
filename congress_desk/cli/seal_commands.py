"""elections audit | export | seal | void-count: the end of a count."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from congress_desk.cli.count_commands import round_of, told_result
from congress_desk.cli.count_shown import result_shown, sheet_shown
from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.election_references import add_by, add_round, people_named
from congress_desk.cli.grammar import Grammar
from congress_desk.cli.print_commands import need_file, save_pdf
from congress_desk.domain.ballots import SheetId
from congress_desk.plumbing.vote_tables import result_table
from congress_desk.services.count_sealing import DEFAULT_SAMPLE, AuditSeen


def describe_commands(group: Grammar) -> None:
    say = group.say
    audit = group.command("audit", say("draw sheets to compare by eye, and a bundle to count by hand"), _audit)
    add_round(audit)
    audit.add_argument("--sample", type=int, default=DEFAULT_SAMPLE, metavar="N", help=say("how many sheets"))
    audit.add_argument("--seed", default="", metavar="SEED", help=say("thrown in the hall; drawn here if left out"))
    checked = group.command("audit-check", say("what was found of the drawn sheets"), _audit_check)
    add_round(checked)
    checked.add_argument(
        "--wrong", action="append", default=[], metavar="SHEET", help=say("read otherwise than it is")
    )
    add_by(checked)
    export = group.command("export", say("the result as a spreadsheet (.xlsx) or as JSON; totals only"), _export)
    add_round(export)
    told = say("the file to write, .xlsx or .json; an older one is replaced")
    export.add_argument("--out", required=True, metavar="FILE", help=told)
    seal = group.command("seal", say("freeze the result; two people of the counting committee"), _seal)
    add_round(seal)
    told = say("scanned only: why no bundle was counted by hand; it stands in the record")
    seal.add_argument("--reason", "--unaudited", default="", metavar="WHY", help=told)
    add_by(seal)
    void_count = group.command(
        "void-count", say("take the whole count back; a seal is broken and stays in sight"), _void_count
    )
    add_round(void_count)
    void_count.add_argument("--reason", required=True, metavar="WHY", help=say("why"))
    add_by(void_count)


def _audit(args: argparse.Namespace, at: Counter) -> Answer:
    one = round_of(args, at)
    return _told_audit(at.desk.voting.sealing.draw_audit(one.id, count=args.sample, seed=args.seed), at)


def _audit_check(args: argparse.Namespace, at: Counter) -> Answer:
    one, sealing = round_of(args, at), at.desk.voting.sealing
    drawn = sealing.audit(one.id)
    wrong = {SheetId(sheet) for sheet in args.wrong}
    checked = {s.id: s.id not in wrong for s in drawn.sheets} | dict.fromkeys(wrong, False)
    return _told_audit(sealing.check_audit(one.id, checked, people_named(args, at)), at)


def _told_audit(found: AuditSeen, at: Counter) -> Answer:
    audit = found.audit
    shown = {
        "seed": audit.seed,
        "sheets": [sheet_shown(s) for s in found.sheets],
        "of": audit.population,
        "batch": audit.batch,
        "wrong": audit.wrong,
        "complete": audit.complete,
        "left_over": found.left_over,
    }
    told = at.say(
        "Drawn: {count} of {population}, seed {seed}; count bundle {batch} by hand",
        count=len(audit.sheets),
        population=audit.population,
        seed=audit.seed,
        batch=audit.batch,
    )
    return Answer(json=shown, lines=[told, *(f"  {s.id}" for s in found.sheets)])


def _export(args: argparse.Namespace, at: Counter) -> Answer:
    need_file(args.out)
    one, out, voting = round_of(args, at), Path(args.out), at.desk.voting
    seen = voting.elections.seen(one.id)
    if out.suffix.lower() == ".json":
        shown = result_shown(seen)
        save_pdf(out, json.dumps(shown, ensure_ascii=False, indent=2).encode())
        voting.exports.note(out, of=f"round {one.id}")
    else:
        table = result_table(at.say, seen.election, seen.round, seen.outcome.result)
        voting.exports.save(table, out, of=f"round {one.id}")
    return Answer(json={"out": args.out}, lines=[at.say("Saved: {path}", path=args.out)])


def _seal(args: argparse.Namespace, at: Counter) -> Answer:
    one = at.desk.voting.sealing.seal(round_of(args, at).id, people_named(args, at), unaudited=args.reason)
    return told_result(one.id, at)


def _void_count(args: argparse.Namespace, at: Counter) -> Answer:
    one = at.desk.voting.sealing.void_count(round_of(args, at).id, args.reason, people_named(args, at))
    return told_result(one.id, at)
