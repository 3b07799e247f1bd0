"""Votes by show of hands: recorded with base, presence and result, voided with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import EventId, Kind, SessionId, new_id
from congress_desk.domain.majority import LAWFUL, Base, DeductionReason
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.votes import (
    HANDS_KINDS,
    HandMethod,
    HandsVote,
    ItemKind,
    VoteId,
    ZoneCount,
    check_counts,
    fold_votes,
    tidy_item,
    written_vote,
)
from congress_desk.services.floor import Floor, the_delegate, the_session
from congress_desk.services.ports.store import Work
from congress_desk.services.voting_base import Bases, VotingRules, voting_rules_of


class HandsService:
    def __init__(self, floor: Floor, bases: Bases) -> None:
        self._floor = floor
        self._bases = bases

    def votes(self) -> tuple[HandsVote, ...]:
        """In order of recording, the voided ones among them."""
        with self._floor.reading() as work:
            return votes_in(work)

    def vote(self, vote: VoteId) -> HandsVote:
        """Refusal: NO_SUCH_VOTE."""
        with self._floor.reading() as work:
            return the_vote(work, vote)

    def base(self) -> Base:
        """As the journal stands now."""
        with self._floor.reading() as work:
            return self._bases.read(work)

    def present(self, session: SessionId) -> int:
        """Refusal: NO_SUCH_SESSION."""
        with self._floor.reading() as work:
            return self._bases.present(work, session)

    def rules(self) -> VotingRules:
        with self._floor.reading() as work:
            return voting_rules_of(work)

    def change_rules(self, rules: VotingRules) -> None:
        """The formula, whose congress it is, and whether ballots may carry a mark; journaled."""
        written = {
            "congress_kind": rules.congress.value,
            "hands_formula": str(rules.hands),
            "sheet_marks": "yes" if rules.sheet_marks else "no",
        }
        with self._floor.act() as act:
            for name, value in written.items():
                act.work.congress.put_rule(name, value)
            act.write(Kind.RULES_CHANGED, body=written)

    def record(
        self,
        item: str,
        zones: Sequence[ZoneCount] | None,
        session: SessionId,
        *,
        kind: ItemKind = ItemKind.OTHER,
        presider: str = "",
        method: HandMethod = HandMethod.HANDS,
        reason: str = "",
        note: str = "",
        at: dt.datetime | None = None,
        event: EventId | None = None,
    ) -> HandsVote:
        """What tellers counted; None: everybody in the hall agrees. The same event id again is one vote.

        Refusal: BAD_VALUE, NO_SUCH_SESSION, FIGURES_DO_NOT_FIT where the sum is not those present and no reason is
        given.
        """
        item = tidy_item(item)
        with self._floor.act() as act:
            if event is not None and act.work.journal.find(event) is not None:
                return the_vote(act.work, VoteId(event))
            the_session(act.work, session)
            moment = at or act.now
            base, rules = self._bases.read(act.work), voting_rules_of(act.work)
            present = self._bases.present(act.work, session, at)
            zones = [ZoneCount(agree=present)] if zones is None else zones
            check_counts(zones, present, reason)
            vote = HandsVote(
                id=VoteId(event or new_id(act.now)),
                number=len(votes_in(act.work)) + 1,
                item=item,
                kind=kind,
                session=session,
                presider=presider.strip(),
                method=method,
                at=moment,
                base=base,
                present=present,
                zones=tuple(zones),
                formula=rules.hands,
                passed=rules.hands.passes(sum(z.agree for z in zones), base.count),
                reason=reason.strip(),
                note=note.strip(),
            )
            act.write(Kind.HANDS_COUNTED, event=EventId(vote.id), at=at, session=session, body=written_vote(vote))
        return vote

    def all_agree(
        self,
        item: str,
        session: SessionId,
        *,
        kind: ItemKind = ItemKind.OTHER,
        presider: str = "",
        method: HandMethod = HandMethod.HANDS,
        note: str = "",
    ) -> HandsVote:
        """One key, and still counts: everybody who is checked in agrees. Refusal as in record."""
        return self.record(item, None, session, kind=kind, presider=presider, method=method, note=note)

    def void(self, vote: VoteId, reason: str) -> HandsVote:
        """It stays in the list, struck. Refusal: NO_SUCH_VOTE, REASON_NEEDED, ALREADY_VOIDED."""
        if not reason.strip():
            raise Refusal(Reason.REASON_NEEDED)
        with self._floor.act() as act:
            known = the_vote(act.work, vote)
            if known.voided:
                raise Refusal(Reason.ALREADY_VOIDED, event=vote)
            body = {"reason": reason.strip()}
            act.write(Kind.HANDS_VOIDED, session=known.session, about=EventId(vote), body=body)
        return replace(known, voided=reason.strip())

    def deduct(self, delegate: DelegateId, reason: DeductionReason, note: str = "") -> Base:
        """Put a person out of the base by a reason of the law.

        Refusal: NO_SUCH_DELEGATE, BAD_VALUE, STAYS_IN_BASE where the person was in the hall or was not convened.
        """
        with self._floor.act() as act:
            person = the_delegate(act.work, delegate)
            if reason not in LAWFUL[voting_rules_of(act.work).congress]:
                raise Refusal(Reason.BAD_VALUE, field="deduction_reason", value=reason.value)
            body = {"name": person.sheet.full_name, "reason": reason.value, "note": note.strip()}
            act.write(Kind.DEDUCTION_NAMED, delegate=delegate, body=body)
            if all(one.delegate != delegate for one in self._bases.anew(act.work).deductions):
                raise Refusal(Reason.STAYS_IN_BASE, name=person.sheet.full_name)
        return self.base()

    def lift_deduction(self, delegate: DelegateId, reason: str) -> Base:
        """Refusal: REASON_NEEDED, NO_SUCH_DELEGATE where none was named."""
        if not reason.strip():
            raise Refusal(Reason.REASON_NEEDED)
        with self._floor.act() as act:
            events = act.work.journal.of_kinds([Kind.DEDUCTION_NAMED, Kind.DEDUCTION_LIFTED])
            lifted = {e.about for e in events if e.kind is Kind.DEDUCTION_LIFTED}
            named = [e for e in events if e.kind is Kind.DEDUCTION_NAMED and e.delegate == delegate]
            standing = [e for e in named if e.id not in lifted]
            if not standing:
                raise Refusal(Reason.NO_SUCH_DELEGATE, delegate=delegate)
            for event in standing:
                body = {"reason": reason.strip()}
                act.write(Kind.DEDUCTION_LIFTED, delegate=delegate, about=event.id, body=body)
        return self.base()


def votes_in(work: Work) -> tuple[HandsVote, ...]:
    return fold_votes(work.journal.of_kinds(HANDS_KINDS))


def the_vote(work: Work, vote: VoteId) -> HandsVote:
    """Refusal: NO_SUCH_VOTE."""
    found = next((v for v in votes_in(work) if v.id == vote), None)
    if found is None:
        raise Refusal(Reason.NO_SUCH_VOTE, vote=vote)
    return found
