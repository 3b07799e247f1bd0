"""Keyboard entry ballot by ballot: safe once said, gone on with by the same person, counted as a whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from congress_desk.devices.documents.folder import folder_beside
from congress_desk.domain.ballot_batches import EntryDraft
from congress_desk.domain.elections import Round
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem, Reason, Trouble
from tests.builders import Hall
from tests.services.counted_ballots import BY, row
from tests.services.scanned_ballots import an_election, issued
from tests.services.test_counting import THREE, refused

BALLOTS = ("yyn", "ynn", "!signed")


@pytest.fixture
def one(hall: Hall) -> Round:
    """Three names, two seats: names are struck through."""
    return an_election(hall, seats=2, names=THREE).latest


def typed(one: Round, person: str, *ballots: str, number: int = 1, batch: str = "1") -> EntryDraft:
    return EntryDraft(batch=batch, number=number, by=person, rows=tuple(row(one, text) for text in ballots))


def files(hall: Hall) -> list[Path]:
    return sorted((folder_beside(hall.path) / "entries").glob("*"))


def test_a_typed_ballot_is_on_disk_and_another_start_of_the_desk_goes_on_with_it(hall: Hall, one: Round) -> None:
    hall.voting.entry.keep(one.id, typed(one, "Lan", *BALLOTS[:2]))
    after = hall.other_desk()
    draft = after.voting.entry.begin(one.id, "1", 1, "lan")
    assert draft == typed(one, "Lan", *BALLOTS[:2])
    assert after.voting.elections.seen(one.id).round.batches == ()  # in no count before it is finished
    after.store.close()


def test_a_finished_pass_is_one_event_and_its_draft_is_gone(hall: Hall, one: Round) -> None:
    issued(hall, one, 3)
    entry = hall.voting.entry
    for number, person in enumerate(BY, 1):
        for upto in range(1, len(BALLOTS) + 1):
            entry.keep(one.id, typed(one, person, *BALLOTS[:upto], number=number))
        count = entry.finish(one.id, typed(one, person, *BALLOTS, number=number))
    assert count.agreed is not None
    assert (count.agreed.ballots, list(count.agreed.votes.values())) == (3, [2, 1, 0])
    assert [len(e.body["rows"]) for e in hall.events() if e.kind is Kind.BALLOTS_ENTERED] == [3, 3]
    assert files(hall) == []


def test_a_draft_holds_no_time_and_leaves_in_no_backup(hall: Hall, one: Round, tmp_path: Path) -> None:
    hall.voting.entry.keep(one.id, typed(one, "Lan", *BALLOTS))
    (path,) = files(hall)
    assert (path.stat().st_mtime_ns, path.stat().st_mode & 0o077) == (0, 0)
    assert set(json.loads(path.read_text(encoding="utf-8"))) == {"batch", "pass", "by", "rows"}
    assert one.id not in path.name
    hall.voting.sheets.back_up(tmp_path / "backup")
    assert not list((tmp_path / "backup").glob("**/*.entry"))


def test_a_pass_belongs_to_who_began_it_and_nobody_types_two(hall: Hall, one: Round) -> None:
    entry = hall.voting.entry
    entry.keep(one.id, typed(one, "Lan", "yyn"))
    assert refused(lambda: entry.begin(one.id, "1", 1, "Hoa")) is Reason.ENTRY_BEGUN
    assert refused(lambda: entry.begin(one.id, "1", 2, "Lan")) is Reason.SAME_PERSON_ENTERED
    assert entry.begin(one.id, "2", 2, "Lan").rows == ()
    entry.finish(one.id, entry.begin(one.id, "1", 1, "Lan"))
    assert refused(lambda: entry.begin(one.id, "1", 2, " LAN")) is Reason.SAME_PERSON_ENTERED
    assert refused(lambda: entry.begin(one.id, "1", 1, "Hoa")) is Reason.ENTERED_ALREADY
    assert refused(lambda: entry.begin(one.id, "1", 2, " ")) is Reason.BAD_VALUE


def test_a_crash_between_journal_and_draft_counts_the_pass_once(hall: Hall, one: Round) -> None:
    draft = typed(one, "Lan", *BALLOTS)
    hall.voting.entry.keep(one.id, draft)
    hall.voting.counting.enter(one.id, 1, draft.labelled, by="Lan")  # and the power fails
    assert hall.voting.entry.unfinished(one.id) == []
    assert files(hall) == []
    assert [len(b.passes) for b in hall.voting.elections.seen(one.id).round.batches] == [1]


def test_an_unfinished_pass_can_be_thrown_away_and_is_none_after_the_seal(hall: Hall, one: Round) -> None:
    entry = hall.voting.entry
    entry.keep(one.id, typed(one, "Lan", "yyn"))
    assert entry.throw_away(one.id, "1", 1).by == "Lan"
    assert refused(lambda: entry.throw_away(one.id, "1", 1)) is Reason.NO_SUCH_BATCH
    issued(hall, one, 3)
    for number, person in enumerate(BY, 1):
        entry.finish(one.id, typed(one, person, *BALLOTS, number=number))
    entry.keep(one.id, typed(one, "Mai", "yyn", number=3))
    assert hall.voting.sealing.seal(one.id, BY).seal is not None
    assert entry.unfinished(one.id) == []
    assert files(hall) == []


def test_where_nothing_can_be_written_the_ballot_is_not_said_to_be_safe(hall: Hall, one: Round) -> None:
    folder_beside(hall.path).mkdir()
    (folder_beside(hall.path) / "entries").write_bytes(b"in the way")
    with pytest.raises(Trouble) as told:
        hall.voting.entry.keep(one.id, typed(one, "Lan", "yyn"))
    assert told.value.problem is Problem.CANNOT_WRITE
