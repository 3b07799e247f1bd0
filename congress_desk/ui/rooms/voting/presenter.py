"""The room of votes by hands decides here. Everything that counts is done by the service, in one act a vote."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import Event, EventId, Kind, SessionId
from congress_desk.domain.majority import Base, DeductionReason
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Reason, Refusal, Trouble
from congress_desk.domain.stage import Choice, FaceKind
from congress_desk.domain.votes import HANDS_KINDS, HandsVote, VoteId, ZoneCount
from congress_desk.services.desk import Desk
from congress_desk.services.election_records import vote_shown
from congress_desk.services.voting_base import BASE_KINDS, VotingRules
from congress_desk.ui.printing import print_form, save_form
from congress_desk.ui.rooms.voting.state import Count, Fact, Side, Told, VotingState
from congress_desk.ui.running import Lane
from congress_desk.ui.surroundings import Surroundings

T = TypeVar("T")
TOLD_OF = frozenset({*HANDS_KINDS, *BASE_KINDS, Kind.RULES_CHANGED, Kind.LEFT, Kind.OFFICIAL_REPLACED})
AT_FIELD = frozenset({Reason.BAD_VALUE, Reason.FIGURES_DO_NOT_FIT, Reason.REASON_NEEDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    newest: Mapping[str, EventId]
    votes: tuple[HandsVote, ...]
    base: Base
    present: int
    rules: VotingRules
    sessions: tuple[Session, ...]
    session: SessionId | None
    people: tuple[Delegate, ...]
    zone: ZoneInfo


class VotingPresenter:
    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._view: Any = None
        self._told = 0
        self._shown_now = False
        self._newest: Mapping[str, EventId] = {}
        self.state = VotingState()
        self._stop_listening = surroundings.listen(self._on_event)

    @property
    def folder(self) -> Path:
        return self._surroundings.folder

    def attach(self, view: Any) -> None:
        self._view = view
        view.show_state(self.state)

    def enter(self) -> None:
        self._shown_now = True
        self.read()

    def leave(self) -> None:
        self._shown_now = False

    def close(self) -> None:
        self._stop_listening()

    def read(self) -> None:
        desk, session = self._desk, self.state.session
        self._run(lambda: _read(desk, session), self._on_read)

    def look_again(self) -> None:
        """Other desks write too: read again when the journal has grown."""
        if self._shown_now:
            self._surroundings.runner.run(
                self._desk.congress.newest, then=self._on_newest, otherwise=self._on_not_looked
            )

    # the vote that is being counted

    def choose_session(self, session: SessionId) -> None:
        self._show(session=session)
        self.read()

    def write(self, **changes: Any) -> None:
        """item, kind, presider, method, reason, note, zones of the vote that is being counted."""
        self._show(count=replace(self.state.count, **changes), wrong="")

    def write_zone(self, place: int, **changes: Any) -> None:
        zones = list(self.state.count.zones)
        zones[place] = replace(zones[place], **changes)
        self.write(zones=tuple(zones))

    def add_zone(self) -> None:
        self.write(zones=(*self.state.count.zones, ZoneCount()))

    def remove_zone(self, place: int) -> None:
        zones = self.state.count.zones
        if len(zones) > 1:
            self.write(zones=(*zones[:place], *zones[place + 1 :]))

    def all_agree(self) -> None:
        """One key: everybody who is checked in now."""
        count, session = self.state.count, self.state.session
        hands = self._desk.voting.hands
        if session is None:
            return
        self._show(busy=True, wrong="")
        self._run(
            lambda: hands.all_agree(
                count.item,
                session,
                kind=count.kind,
                presider=count.presider,
                method=count.method,
                note=count.note,
            ),
            self._on_recorded,
        )

    def record(self) -> None:
        """What the tellers counted."""
        count, session = self.state.count, self.state.session
        hands = self._desk.voting.hands
        if session is None:
            return
        self._show(busy=True, wrong="")
        self._run(
            lambda: hands.record(
                count.item,
                count.zones,
                session,
                kind=count.kind,
                presider=count.presider,
                method=count.method,
                reason=count.reason,
                note=count.note,
            ),
            self._on_recorded,
        )

    # votes that were recorded

    def choose(self, vote: VoteId | None) -> None:
        if vote != self.state.chosen:
            self._show(chosen=vote)

    def show_on_screen(self) -> None:
        """The chosen vote's frozen result, on the second screen."""
        vote, stage = self.state.chosen_vote, self._desk.stage
        if vote is None or vote.voided:
            return
        choice = Choice(kind=FaceKind.RESULT, result=vote_shown(vote))
        self._run(lambda: stage.take(choice), lambda _none: self._tell(Fact.SHOWN))

    def ask_void(self) -> None:
        if self.state.chosen_vote is not None:
            self._show(side=Side.VOID, wrong="")

    def void(self, reason: str) -> None:
        vote, hands = self.state.chosen, self._desk.voting.hands
        if vote is None:
            return

        def voided(_vote: HandsVote) -> None:
            self._show(side=Side.RECORD)
            self._tell(Fact.VOIDED)

        self._run(lambda: hands.void(vote, reason), voided)

    # the base and the rules

    def open_side(self, side: Side) -> None:
        self._show(side=side, wrong="")

    def deduct(self, delegate: DelegateId, reason: DeductionReason, note: str) -> None:
        hands = self._desk.voting.hands
        self._run(lambda: hands.deduct(delegate, reason, note), lambda _base: self._tell(Fact.DEDUCTED))

    def lift(self, delegate: DelegateId, reason: str) -> None:
        hands = self._desk.voting.hands
        self._run(lambda: hands.lift_deduction(delegate, reason), lambda _base: self._tell(Fact.LIFTED))

    def change_rules(self, rules: VotingRules) -> None:
        hands = self._desk.voting.hands
        if rules != self.state.rules:
            self._run(lambda: hands.change_rules(rules), lambda _none: self._tell(Fact.RULES))

    # paper

    def print_paper(self) -> None:
        """The chosen vote's record, or the register of all."""
        desk, settings, subject = self._desk, self._surroundings.settings.current, self._subject()
        self._run(
            lambda: print_form(desk, settings, Form.VOTE_RECORD, subject=subject),
            lambda name: self._tell(Fact.PRINTED, printer=name),
            Lane.FREE,
        )

    def save_paper(self, path: Path) -> None:
        desk, settings, subject = self._desk, self._surroundings.settings.current, self._subject()
        self._run(
            lambda: save_form(desk, settings, Form.VOTE_RECORD, path, subject=subject),
            lambda where: self._tell(Fact.SAVED, path=str(where)),
            Lane.FREE,
        )

    @property
    def _desk(self) -> Desk:
        return self._surroundings.desk

    def _subject(self) -> str:
        return self.state.chosen or ""

    def _on_newest(self, newest: Mapping[str, EventId]) -> None:
        if newest != self._newest:
            self.read()

    def _on_not_looked(self, error: Exception) -> None:
        """The window's own reading tells of a trouble; here it is asked again in a moment."""
        if not isinstance(error, Trouble):
            raise error

    def _on_read(self, read: Read) -> None:
        self._newest = read.newest
        known = {vote.id for vote in read.votes}
        self._show(
            votes=read.votes,
            base=read.base,
            present=read.present,
            rules=read.rules,
            sessions=read.sessions,
            session=read.session,
            people=read.people,
            zone=read.zone,
            chosen=self.state.chosen if self.state.chosen in known else None,
        )

    def _on_recorded(self, vote: HandsVote) -> None:
        """The form is empty for the next one; who presides stays."""
        kept = self.state.count
        zones = tuple(ZoneCount(zone=zone.zone, teller=zone.teller) for zone in kept.zones)
        empty = Count(presider=kept.presider, method=kept.method, zones=zones)
        self._show(count=empty, newest=vote.id, chosen=vote.id, busy=False, wrong="")
        self._tell(Fact.RECORDED)
        self.read()

    def _on_event(self, event: Event) -> None:
        if event.kind in TOLD_OF and self._shown_now:
            self.read()

    def _tell(self, fact: Fact, **places: object) -> None:
        self._told += 1
        self._show(told=Told(number=self._told, fact=fact, places=places), busy=False)

    def _fail(self, error: Exception) -> None:
        """What a field can say is said there; other refusals and troubles are notices; a bug goes on."""
        if not isinstance(error, Refusal | Trouble):
            raise error
        if isinstance(error, Refusal) and error.reason in AT_FIELD:
            self._show(wrong=str(error.details.get("field", error.reason.value)), busy=False)
            return
        self._told += 1
        self._show(told=Told(number=self._told, error=error), busy=False)

    def _show(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        if self._view is not None:
            self._view.show_state(self.state)

    def _run(self, work: Callable[[], T], then: Callable[[T], None], lane: Lane = Lane.STORE) -> None:
        self._surroundings.runner.run(work, then=then, otherwise=self._fail, lane=lane)


def _read(desk: Desk, session: SessionId | None) -> Read:
    newest = desk.congress.newest()  # first: what comes while this is read is read the next time
    hands, sessions = desk.voting.hands, desk.sessions.sessions()
    proposed = desk.sessions.proposed()
    known = session if session in {one.id for one in sessions} else proposed.id if proposed else None
    return Read(
        newest=newest,
        votes=hands.votes(),
        base=hands.base(),
        present=hands.present(known) if known else 0,
        rules=hands.rules(),
        sessions=sessions,
        session=known,
        people=desk.registry.delegates(),
        zone=desk.congress.zone(),
    )
