"""Keyboard entry ballot by ballot: every ballot is safe once it is said to be, the pass is counted as a whole.

The journal gets one event a pass, with its ballots in the order of their ids: no ballot has a time of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.ballot_batches import PASSES, BatchCount, EntryDraft
from congress_desk.domain.elections import Round, RoundId, RoundState
from congress_desk.domain.names import folded, tidy_name
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.count_checks import batch_named, batch_of, check_person, labelled
from congress_desk.services.counting import CountingService
from congress_desk.services.election_book import ElectionBook
from congress_desk.services.floor import Floor
from congress_desk.services.ports.ballots import EntryDrafts


class BallotEntryService:
    def __init__(self, floor: Floor, book: ElectionBook, counting: CountingService, drafts: EntryDrafts) -> None:
        self._floor = floor
        self._book = book
        self._counting = counting
        self._drafts = drafts

    def begin(self, wanted: RoundId, batch: str, number: int, by: str) -> EntryDraft:
        """A new pass, or the one that this person left unfinished.

        Refusal: BAD_VALUE, ENTERED_ALREADY, SAME_PERSON_ENTERED, ENTRY_BEGUN (by somebody else), COUNT_STOPPED,
        ROUND_IS_SEALED.
        """
        named, person = batch_named(batch), tidy_name(by)
        if number not in PASSES or not person:
            raise Refusal(Reason.BAD_VALUE, field="entered_by" if number in PASSES else "pass", value=number)
        with self._floor.reading() as work:
            _, one = self._book.counted_round(work, wanted)
        known = batch_of(one, named)
        if known is not None and any(p.number == number for p in known.passes):
            raise Refusal(Reason.ENTERED_ALREADY, batch=f"{named} / {number}")
        check_person(one, named, number, person, {})
        for draft in self.unfinished(wanted):
            same = folded(draft.by) == folded(person)
            if (draft.batch, draft.number) == (named, number):
                if not same:
                    raise Refusal(Reason.ENTRY_BEGUN, number=number, batch=named, name=draft.by)
                return draft
            if draft.batch == named and same:
                raise Refusal(Reason.SAME_PERSON_ENTERED, name=person, batch=named)
        return EntryDraft(batch=named, number=number, by=person)

    def keep(self, wanted: RoundId, draft: EntryDraft) -> EntryDraft:
        """Safe on disk when this returns. Trouble: DISK_FULL, CANNOT_WRITE."""
        if draft.rows:
            self._drafts.keep(wanted, draft)
        else:
            self._drafts.drop(wanted, draft.batch, draft.number)
        return draft

    def unfinished(self, wanted: RoundId) -> Sequence[EntryDraft]:
        """By bundle, then pass. What is in the journal already (a crash came in between) or belongs to a count
        that has ended is none any more.
        """
        with self._floor.reading() as work:
            _, one = self._book.round(work, wanted)
        found = []
        for draft in self._drafts.all(wanted):
            if one.state in (RoundState.SEALED, RoundState.VOID) or _is_in(one, draft):
                self._drafts.drop(wanted, draft.batch, draft.number)
            else:
                found.append(draft)
        return found

    def finish(self, wanted: RoundId, draft: EntryDraft) -> BatchCount:
        """The pass is counted: one event for all its ballots. Refusal as CountingService.enter."""
        count = self._counting.enter(wanted, draft.number, draft.labelled, by=draft.by, batch=draft.batch)
        self._drafts.drop(wanted, draft.batch, draft.number)
        return count

    def throw_away(self, wanted: RoundId, batch: str, number: int) -> EntryDraft:
        """An unfinished pass that nobody goes on with; one that was finished is voided instead.

        Refusal: NO_SUCH_BATCH.
        """
        named = batch_named(batch)
        for draft in self.unfinished(wanted):
            if (draft.batch, draft.number) == (named, number):
                self._drafts.drop(wanted, named, number)
                return draft
        raise Refusal(Reason.NO_SUCH_BATCH, batch=named)


def _is_in(one: Round, draft: EntryDraft) -> bool:
    known = batch_of(one, draft.batch)
    scanned = {sheet.id for b in one.batches for sheet in b.scanned}
    rows = {labelled(label, draft.batch, scanned): row for label, row in draft.labelled.items()}
    return known is not None and any(p.number == draft.number and dict(p.rows) == rows for p in known.passes)
