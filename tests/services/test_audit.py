"""The machine is never alone: a published sample, one bundle by hand, or a reason that stands in the record."""

from __future__ import annotations

import pytest

from congress_desk.domain.ballot_batches import EnteredRow
from congress_desk.domain.election_outcome import Shortcoming
from congress_desk.domain.elections import Round
from congress_desk.domain.refusals import Reason
from tests.builders import Hall
from tests.services.counted_ballots import BY
from tests.services.scanned_ballots import an_election, issued, printed
from tests.services.test_counting import refused
from tests.services.test_scanning import PlayedReader, a_reading, an_intake

SHEETS = 8


@pytest.fixture
def one(hall: Hall) -> Round:
    """Eight sheets scanned and compared, all read."""
    election = an_election(hall)
    printed(hall, election.latest, 10)
    issued(hall, election.latest, SHEETS)
    one = hall.voting.elections.seen(election.latest.id).round
    intake = an_intake(hall, PlayedReader([a_reading(one, place) for place in range(SHEETS)]))
    list(intake.scan(one.id, [], "1", lambda _a, _b: None, lambda: False))
    intake.seek_twins(one.id)
    return hall.voting.elections.seen(one.id).round


def test_a_count_by_the_machine_alone_is_not_sealed(hall: Hall, one: Round) -> None:
    assert hall.voting.elections.seen(one.id).outcome.shortcomings == (Shortcoming.UNAUDITED,)
    assert refused(lambda: hall.voting.sealing.seal(one.id, BY)) is Reason.NOT_AUDITED
    sealed = hall.voting.sealing.seal(one.id, BY, unaudited="đại hội đồng ý")
    assert sealed.seal is not None
    assert sealed.seal.unaudited == "đại hội đồng ý"


def test_a_clean_sample_and_the_drawn_bundle_by_hand_open_the_way_to_the_seal(hall: Hall, one: Round) -> None:
    sealing = hall.voting.sealing
    found = sealing.draw_audit(one.id, count=3, seed="4-1-6")
    assert (found.audit.batch, found.audit.population, len(found.sheets)) == ("1", SHEETS, 3)
    assert sealing.draw_audit(one.id, count=3, seed="4-1-6").audit.sheets == found.audit.sheets
    checked = sealing.check_audit(one.id, {s.id: True for s in found.sheets}, BY)
    assert checked.audit.complete
    assert refused(lambda: sealing.seal(one.id, BY)) is Reason.NOT_AUDITED  # the bundle is still to be counted
    rows = {s.id: EnteredRow(marks=s.marks) for s in one.batches[0].scanned}
    for number, person in enumerate(BY, 1):
        hall.voting.counting.enter(one.id, number, rows, by=person)
    sealed = sealing.seal(one.id, BY)
    assert sealed.seal is not None
    assert sealed.seal.unaudited == ""


def test_a_sheet_found_otherwise_than_read_keeps_the_count_open(hall: Hall, one: Round) -> None:
    found = hall.voting.sealing.draw_audit(one.id, count=2)
    sheets = [s.id for s in found.sheets]
    checked = hall.voting.sealing.check_audit(one.id, {sheets[0]: False, sheets[1]: True}, BY)
    assert checked.audit.wrong == 1
    assert Shortcoming.UNAUDITED in hall.voting.elections.seen(one.id).outcome.shortcomings


def test_a_sample_drawn_before_the_last_sheets_came_is_none(hall: Hall, one: Round) -> None:
    sealing = hall.voting.sealing
    drawn = sealing.draw_audit(one.id, count=2)
    sealing.check_audit(one.id, {s.id: True for s in drawn.sheets}, BY)
    rows = {s.id: EnteredRow(marks=s.marks) for s in one.batches[0].scanned}
    for number, person in enumerate(BY, 1):
        hall.voting.counting.enter(one.id, number, rows, by=person)
    hall.voting.ballots.issue(one.id, 1)
    hall.voting.ballots.collect(one.id, 1)
    intake = an_intake(hall, PlayedReader([a_reading(one, SHEETS)]))
    list(intake.scan(one.id, [], "2", lambda _a, _b: None, lambda: False))
    intake.seek_twins(one.id)
    assert hall.voting.elections.seen(one.id).outcome.shortcomings == (Shortcoming.UNAUDITED,)
    again = sealing.draw_audit(one.id, count=5)
    sealing.check_audit(one.id, {s.id: True for s in again.sheets}, BY)
    assert again.audit.population == SHEETS + 1
