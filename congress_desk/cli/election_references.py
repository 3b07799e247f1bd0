"""How a person on the command line names a vote, a round, a candidate; and how JSON files are read."""

from __future__ import annotations

import argparse
import csv
import io
import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from congress_desk.cli.doors import Counter, bytes_of
from congress_desk.cli.grammar import Parser
from congress_desk.cli.references import person_named
from congress_desk.domain.ballot_forms import BallotKind
from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.election_lists import printed_names
from congress_desk.domain.election_rules import Office, profile_from
from congress_desk.domain.elections import Candidate, Election, Round, RoundId, Source
from congress_desk.domain.names import folded
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.domain.votes import HandsVote
from congress_desk.services.desk import Desk
from congress_desk.services.elections import NewElection

Code = TypeVar("Code", bound=StrEnum)


def add_round(parser: Parser) -> None:
    told = parser.say("the round: its id, or the id or title of an election for its latest round")
    parser.add_argument("--round", required=True, metavar="R", help=told)


def add_by(parser: Parser) -> None:
    told = parser.say("a person of the counting committee; given twice")
    parser.add_argument("--by", action="append", default=[], metavar="NAME", help=told)


def add_batch(parser: Parser) -> None:
    told = parser.say("the bundle of ballots; the same bundle counted in two ways is compared; 1 by default")
    parser.add_argument("--batch", default="1", metavar="B", help=told)


def the_round(desk: Desk, named: str) -> tuple[Election, Round]:
    """Refusal: NO_SUCH_ROUND, AMBIGUOUS."""
    elections = desk.voting.elections.elections()
    for election in elections:
        found = election.round(RoundId(named))
        if found is not None:
            return election, found
    matching = [e for e in elections if e.id == named] or [e for e in elections if folded(e.title) == folded(named)]
    if len(matching) > 1:
        raise Refusal(Reason.AMBIGUOUS, what="round", session=named, candidates=tuple(e.id for e in matching))
    if not matching:
        raise Refusal(Reason.NO_SUCH_ROUND, round=named)
    return matching[0], matching[0].latest


def the_candidate(one: Round, named: str) -> CandidateId:
    """By id, name as printed, or name without its marks. Refusal: NO_SUCH_CANDIDATE."""
    printed = dict(zip(printed_names(one.candidates), (c.id for c in one.candidates), strict=True))
    for c in one.candidates:
        if named in (c.id, c.name):
            return c.id
    alike = [c.id for c in one.candidates if folded(c.name) == folded(named)]
    if named in printed:
        return printed[named]
    if len(alike) == 1:
        return alike[0]
    raise Refusal(Reason.NO_SUCH_CANDIDATE, name=named)


def the_vote(desk: Desk, named: str) -> HandsVote:
    """By id or number. Refusal: NO_SUCH_VOTE."""
    found = next((v for v in desk.voting.hands.votes() if named in (v.id, str(v.number))), None)
    if found is None:
        raise Refusal(Reason.NO_SUCH_VOTE, vote=named)
    return found


def people_named(args: argparse.Namespace, at: Counter) -> tuple[str, ...]:
    """Of delegates the full names, anybody else as written."""
    return tuple(person_named(at.desk, named) for named in args.by)


def json_from(text: str, field: str) -> Any:
    """Refusal: BAD_VALUE."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise Refusal(Reason.BAD_VALUE, field=field, value=text[:80]) from error


def json_of(path: Path) -> Any:
    """Trouble: NO_SUCH_FILE, CANNOT_READ, NOT_JSON."""
    try:
        return json.loads(bytes_of(path))
    except (ValueError, RecursionError) as error:
        raise Trouble(Problem.NOT_JSON, path=str(path)) from error


def table_from(path: Path) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """A CSV table's header and the lines below it; comma, semicolon or tab. Refusal: BAD_VALUE."""
    try:
        text = bytes_of(path).decode("utf-8-sig")
        first = text.lstrip("\r\n").partition("\n")[0]
        delimiter = max(",;\t", key=first.count)
        rows = list(csv.reader(io.StringIO(text.lstrip("\r\n")), delimiter=delimiter))
    except (UnicodeDecodeError, csv.Error) as error:
        raise Refusal(Reason.BAD_VALUE, field="entry_table_text", value=str(path)) from error
    if not any(any(row) for row in rows[1:]):
        raise Refusal(Reason.BAD_VALUE, field="entry_table", value=str(path))
    return rows[0], rows[1:]


def new_election(written: Any) -> NewElection:
    """RULES.json. Refusal: BAD_VALUE, with the field."""
    if not isinstance(written, dict):
        raise Refusal(Reason.BAD_VALUE, field="election_rules", value=type(written).__name__)
    return NewElection(
        title=str(written.get("title", "")),
        title_beside=str(written.get("title_beside", "")),
        seats=_whole(written, "seats", 0),
        alternate_seats=_whole(written, "alternate_seats", 0),
        candidates=_candidates(written.get("candidates", [])),
        profile=profile_from(written),
        ballot=_code(BallotKind, written, "ballot") if written.get("ballot") else None,
        ballot_reason=str(written.get("reason", "")),
        office=_code(Office, written, "office", Office.OTHER),
    )


def new_candidates(written: Sequence[str]) -> tuple[Candidate, ...]:
    """Each a plain name, or JSON as in RULES.json. Refusal: BAD_VALUE."""
    parsed = [json_from(one, "candidate") if one.lstrip().startswith("{") else one for one in written]
    return tuple(_candidate(one) for one in parsed)


def _candidates(written: Any) -> tuple[Candidate, ...]:
    if not isinstance(written, list):
        raise Refusal(Reason.BAD_VALUE, field="candidates", value=str(written))
    return tuple(_candidate(one) for one in written)


def _candidate(written: Any) -> Candidate:
    if isinstance(written, str):
        return Candidate(id=CandidateId(""), name=written)
    if not isinstance(written, Mapping) or "name" not in written:
        raise Refusal(Reason.BAD_VALUE, field="candidates", value=str(written))
    delegate = written.get("delegate")
    return Candidate(
        id=CandidateId(str(written.get("id", ""))),
        name=str(written["name"]),
        born=str(written.get("born", "")),
        source=_code(Source, written, "source", Source.OFFICIAL),
        consent=_whole(written, "consent"),
        attending=_whole(written, "attending"),
        delegate=DelegateId(str(delegate)) if delegate else None,
    )


def _code(codes: type[Code], written: Mapping[str, Any], name: str, default: Code | None = None) -> Code:
    """One of the words that a key allows. Refusal: BAD_VALUE, with the key."""
    value = written.get(name, default)
    try:
        return codes(value)
    except ValueError as error:
        raise Refusal(Reason.BAD_VALUE, field=name, value=str(value)) from error


def _whole(written: Mapping[str, Any], name: str, default: int | None = None) -> Any:
    value = written.get(name, default)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise Refusal(Reason.BAD_VALUE, field=name, value=str(value))
    return value
