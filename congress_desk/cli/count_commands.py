"""elections scan | enter | tally | judge | result ...: the count, with two people wherever it is decided."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from congress_desk.cli.count_shown import (
    batch_shown,
    result_lines,
    result_shown,
    scan_lines,
    scanned_shown,
    sheet_shown,
)
from congress_desk.cli.doors import DONE, TROUBLE, Answer, Counter
from congress_desk.cli.election_references import (
    add_batch,
    add_by,
    add_round,
    json_from,
    people_named,
    table_from,
    the_candidate,
    the_round,
)
from congress_desk.cli.grammar import Grammar
from congress_desk.cli.references import person_named
from congress_desk.domain.ballot_batches import BatchCount, EntryDraft, Way
from congress_desk.domain.ballot_forms import Mark, NotRead
from congress_desk.domain.ballot_tables import rows_from
from congress_desk.domain.ballots import CandidateId, SheetId
from congress_desk.domain.batches_fold import count_from
from congress_desk.domain.election_rules import InvalidReason, Undecided
from congress_desk.domain.elections import Round, RoundId
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.plumbing.vote_words import NOBODY_NAMED, QUESTIONS, WAYS
from congress_desk.services.ballot_intake import Scanned

SCANNED = frozenset({".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png"})


def describe_ways(group: Grammar) -> None:
    say = group.say
    box = group.command("open", say("two people confirm that the box was whole, and open it"), _open)
    add_round(box)
    add_by(box)
    scan = group.command("scan", say("read scanned ballots: PDF, TIFF, JPEG, PNG, or folders of them"), _scan)
    add_round(scan)
    add_batch(scan)
    scan.add_argument("paths", nargs="+", metavar="PATH", help=say("files and folders"))
    enter = group.command("enter", say("one person's entry of a bundle; counted where two passes are equal"), _enter)
    add_round(enter)
    add_batch(enter)
    enter.add_argument("--pass", dest="number", type=int, required=True, choices=[1, 2, 3], help=say("which pass"))
    told = say("CSV: a column “sheet”, one a candidate with “yes”, “no”, “none” or “both”, and “invalid”")
    enter.add_argument("table", metavar="TABLE", help=told)
    enter.add_argument("--by", default="", metavar="NAME", help=say("who entered it; another person for each pass"))
    add_round(group.command("unfinished", say("passes of entry that are not finished, in the window"), _unfinished))
    thrown = group.command("throw-away", say("throw an unfinished pass of entry away"), _throw_away)
    add_round(thrown)
    add_batch(thrown)
    thrown.add_argument("--pass", dest="number", type=int, required=True, choices=[1, 2, 3], help=say("which pass"))
    tally = group.command("tally", say("tally marks of a bundle, by two people"), _tally)
    add_round(tally)
    add_batch(tally)
    told = say("counts as JSON: “valid”; “invalid” by code; “votes”, “against” and “void” by name")
    tally.add_argument("--counts", required=True, metavar="JSON", help=told)
    add_by(tally)
    judge = group.command("judge", say("what two people conclude of a sheet"), _judge)
    judge.add_argument("sheet", metavar="SHEET", help=say("the sheet, as `elections scan` names it"))
    judge.add_argument("--round", default="", metavar="R", help=say("its round, where several hold such a sheet"))
    wanted = judge.add_mutually_exclusive_group(required=True)
    wanted.add_argument(
        "--votes", metavar="JSON", help=say("its marks as JSON: candidate to “yes”, “no”, “none” or “both”")
    )
    codes = [reason.value for reason in InvalidReason]
    wanted.add_argument(
        "--invalid", choices=codes, metavar="REASON", help=say("why it is not valid: {codes}", codes=", ".join(codes))
    )
    wanted.add_argument("--set-aside", action="store_true", help=say("it is no ballot of this round"))
    judge.add_argument("--why", default="", metavar="TEXT", help=say("a few words for the record"))
    add_by(judge)
    nobody = group.command("nobody-agreed", say("ballots that only disagree: decided once for the round"), _nobody)
    add_round(nobody)
    nobody.add_argument("--decision", required=True, choices=["valid", "invalid"], help=say("by the committee"))
    nobody.add_argument("--why", default="", metavar="TEXT", help=say("a few words for the record"))
    add_by(nobody)


def describe_batches(group: Grammar) -> None:
    say = group.say
    void = group.command("void-batch", say("take the count of a bundle back as a whole, to count it anew"), _void)
    add_round(void)
    add_batch(void)
    void.add_argument("--way", choices=[w.value for w in Way], help=say("only this way of counting"))
    void.add_argument("--pass", dest="number", type=int, choices=[1, 2, 3], help=say("only this pass of entry"))
    void.add_argument("--reason", required=True, metavar="WHY", help=say("why"))
    void.add_argument("--by", default="", metavar="NAME", help=say("who took it back"))
    add_round(group.command("waiting", say("sheets that people have to conclude"), _waiting))
    add_round(group.command("batches", say("every bundle with each way it was counted"), _batches))
    add_round(group.command("result", say("the figures of a round; frozen once it is sealed"), _result))
    add_round(group.command("differences", say("entries that are not alike, ballot by ballot"), _differences))


def round_of(args: argparse.Namespace, at: Counter) -> Round:
    return the_round(at.desk, args.round)[1]


def _open(args: argparse.Namespace, at: Counter) -> Answer:
    one = at.desk.voting.counting.open_box(round_of(args, at).id, people_named(args, at))
    opened = one.opened
    shown = {"round": one.id, "by": list(opened.by) if opened else [], "at": at.iso(opened.at) if opened else None}
    return Answer(json=shown, lines=[", ".join(shown["by"] or [])])


def _scan(args: argparse.Namespace, at: Counter) -> Answer:
    paths = [path for named in args.paths for path in _files(Path(named))]
    found = at.desk.voting.counting.scan(round_of(args, at).id, paths, batch=args.batch)
    shown = {"sheets": [scanned_shown(one) for one in found.sheets], "seconds": round(found.seconds, 3)}
    return Answer(json=shown, lines=scan_lines(found, at), status=TROUBLE if _all_damaged(found) else DONE)


def _all_damaged(found: Scanned) -> bool:
    """Files were given, and not one of them could be opened."""
    damaged = NotRead.DAMAGED_FILE.value
    return bool(found.sheets) and all(one.sheet.reason == damaged for one in found.sheets)


def _files(path: Path) -> list[Path]:
    """Of a folder all that is there now; what a scanner still writes comes with the next call.

    Trouble: NO_SUCH_FILE.
    """
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise Trouble(Problem.NO_SUCH_FILE, path=str(path))
    return sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in SCANNED)


def _enter(args: argparse.Namespace, at: Counter) -> Answer:
    one = round_of(args, at)
    header, lines = table_from(Path(args.table))
    rows = rows_from(header, lines, one.candidates)
    counting, by = at.desk.voting.counting, person_named(at.desk, args.by)
    return _told_batch(counting.enter(one.id, args.number, rows, by=by, batch=args.batch), at)


def _unfinished(args: argparse.Namespace, at: Counter) -> Answer:
    found = at.desk.voting.entry.unfinished(round_of(args, at).id)
    return Answer(json=[_draft_shown(d) for d in found], lines=[_draft_line(d, at) for d in found])


def _throw_away(args: argparse.Namespace, at: Counter) -> Answer:
    draft = at.desk.voting.entry.throw_away(round_of(args, at).id, args.batch, args.number)
    return Answer(json=_draft_shown(draft), lines=[_draft_line(draft, at)])


def _draft_shown(draft: EntryDraft) -> dict[str, Any]:
    return {"batch": draft.batch, "pass": draft.number, "by": draft.by, "ballots": len(draft.rows)}


def _draft_line(draft: EntryDraft, at: Counter) -> str:
    places = {"batch": draft.batch, "number": draft.number, "name": draft.by, "count": len(draft.rows)}
    return at.say("Bundle {batch}, pass {number}, {name}: {count} ballots", **places)


def _tally(args: argparse.Namespace, at: Counter) -> Answer:
    one = round_of(args, at)
    written = json_from(args.counts, "counts")
    try:
        named = {
            k: {the_candidate(one, c): n for c, n in written.get(k, {}).items()} for k in ("votes", "against", "void")
        }
        count = count_from({"valid": written["valid"], "invalid": written.get("invalid", {}), **named})
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise Refusal(Reason.BAD_VALUE, field="counts", value=args.counts[:80]) from error
    people = people_named(args, at)
    return _told_batch(at.desk.voting.counting.tally(one.id, count, people, batch=args.batch), at)


def _told_batch(found: BatchCount, at: Counter) -> Answer:
    lines = [at.say("Bundle {batch}: to conclude {count}", batch=found.batch.name, count=len(found.open))]
    if found.batch.unnamed:
        lines.append(at.say(NOBODY_NAMED, batch=found.batch.name))
    return Answer(json=batch_shown(found), lines=lines)


def _judge(args: argparse.Namespace, at: Counter) -> Answer:
    counting = at.desk.voting.counting
    sheet = SheetId(args.sheet)
    marks = _marks(args.votes) if args.votes is not None else None
    judged = counting.judge(
        sheet,
        people_named(args, at),
        within=round_of(args, at).id if args.round else None,
        marks=marks,
        invalid=InvalidReason(args.invalid) if args.invalid else None,
        set_aside=args.set_aside,
        why=args.why,
    )
    return Answer(json=sheet_shown(judged), lines=[at.say("Recorded: {name}", name=judged.id)])


def _marks(text: str) -> dict[CandidateId, Mark]:
    written = json_from(text, "votes")
    try:
        return {CandidateId(c): Mark(mark) for c, mark in written.items()}
    except (ValueError, AttributeError) as error:
        raise Refusal(Reason.BAD_VALUE, field="votes", value=text[:80]) from error


def _nobody(args: argparse.Namespace, at: Counter) -> Answer:
    people = people_named(args, at)
    counting = at.desk.voting.counting
    one = counting.decide_nobody_agreed(round_of(args, at).id, Undecided(args.decision), people, args.why)
    return told_result(one.id, at)


def _void(args: argparse.Namespace, at: Counter) -> Answer:
    way, by = Way(args.way) if args.way else None, person_named(at.desk, args.by)
    one = at.desk.voting.counting.void(
        round_of(args, at).id, args.reason, batch=args.batch, way=way, number=args.number, by=by
    )
    return told_result(one.id, at)


def _waiting(args: argparse.Namespace, at: Counter) -> Answer:
    waiting = at.desk.voting.counting.waiting(round_of(args, at).id)
    shown = [
        {**sheet_shown(o.sheet), "batch": o.batch, "way": o.way.value, "question": o.question.value} for o in waiting
    ]
    return Answer(json=shown, lines=[f"{o.sheet.id}  {at.say(QUESTIONS[o.question])}" for o in waiting])


def _batches(args: argparse.Namespace, at: Counter) -> Answer:
    found = at.desk.voting.counting.batches(round_of(args, at).id)
    lines = [
        f"{b.batch.name}: " + ", ".join(f"{at.say(WAYS[w])} {c.ballots}" for w, c in b.by_way.items()) for b in found
    ]
    return Answer(json=[batch_shown(b) for b in found], lines=lines)


def _differences(args: argparse.Namespace, at: Counter) -> Answer:
    found = at.desk.voting.counting.differences(round_of(args, at).id)
    shown = [
        {"batch": d.batch, "sheet": d.sheet, "entered": {str(n): _row(row) for n, row in d.entered.items()}}
        for d in found
    ]
    return Answer(json=shown, lines=[f"{d.batch}  {d.sheet}" for d in found])


def _row(row: Any) -> Any:
    if row is None:
        return None
    return {"votes": {c: m.value for c, m in row.marks.items()}, "invalid": row.invalid.value if row.invalid else ""}


def _result(args: argparse.Namespace, at: Counter) -> Answer:
    return told_result(round_of(args, at).id, at)


def told_result(one: RoundId, at: Counter) -> Answer:
    seen = at.desk.voting.elections.seen(one)
    return Answer(json=result_shown(seen), lines=result_lines(seen, at))
