"""The elections room decides here: which round and step are open, what is read. Acts stand in their own modules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session
from congress_desk.domain.ballot_batches import EntryDraft
from congress_desk.domain.ballots import SheetId
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.election_lists import Surplus
from congress_desk.domain.elections import Election, ElectionId, RoundId, RoundState
from congress_desk.domain.elections_fold import ELECTION_KINDS
from congress_desk.domain.journal import Event, EventId, Kind
from congress_desk.domain.refusals import Reason, Refusal, Trouble
from congress_desk.services.count_sealing import AuditSeen
from congress_desk.services.counting import Difference
from congress_desk.services.desk import Desk
from congress_desk.services.elections import RoundSeen
from congress_desk.services.roster import CHANGE_DELEGATES
from congress_desk.services.voting_base import BASE_KINDS
from congress_desk.ui.rooms.elections.count_acts import CountActs
from congress_desk.ui.rooms.elections.entry_acts import EntryActs
from congress_desk.ui.rooms.elections.judge_acts import JudgeActs
from congress_desk.ui.rooms.elections.list_acts import ListActs
from congress_desk.ui.rooms.elections.paper_acts import PaperActs
from congress_desk.ui.rooms.elections.result_acts import ResultActs
from congress_desk.ui.rooms.elections.scene import Scene
from congress_desk.ui.rooms.elections.state import Among, ElectionsState, Form, PaperWish, Step
from congress_desk.ui.rooms.elections.table_acts import TableActs
from congress_desk.ui.rooms.elections.watch_acts import WatchActs
from congress_desk.ui.surroundings import Surroundings

TOLD_OF = frozenset({*ELECTION_KINDS, *BASE_KINDS, *CHANGE_DELEGATES, Kind.RULES_CHANGED})
FIRST_STEP = {
    RoundState.PREPARING: Step.LIST,
    RoundState.VOTING: Step.BALLOTS,
    RoundState.COUNTING: Step.COUNTING,
    RoundState.SEALED: Step.RESULT,
    RoundState.VOID: Step.RESULT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One look at the elections; of the round that is shown."""

    newest: Mapping[str, EventId]
    elections: tuple[Election, ...]
    seen: RoundSeen | None
    surplus: Surplus | None
    differences: tuple[Difference, ...]
    audit: AuditSeen | None
    unfinished: tuple[EntryDraft, ...]
    people: tuple[Delegate, ...]
    sessions: tuple[Session, ...]
    sheet_marks: bool
    zone: ZoneInfo


class ElectionsPresenter:
    def __init__(self, surroundings: Surroundings) -> None:
        self._scene = Scene(surroundings)
        self._scene.choose = self.choose
        self._shown_now = False
        self._reading = False
        self._again = False
        self._newest: Mapping[str, EventId] = {}
        self.lists = ListActs(self._scene)
        self.papers = PaperActs(self._scene)
        self.counts = CountActs(self._scene)
        self.tables = TableActs(self._scene)
        self.watching = WatchActs(self._scene, self.counts)
        self.entries = EntryActs(self._scene)
        self.judging = JudgeActs(self._scene)
        self.results = ResultActs(self._scene)
        self._stop_listening = surroundings.listen(self._on_event)

    @property
    def state(self) -> ElectionsState:
        return self._scene.state

    @property
    def folder(self) -> Path:
        return self._scene.surroundings.folder

    def attach(self, view: Any) -> None:
        self._scene.view = view
        view.show_state(self._scene.state)

    def enter(self) -> None:
        self._shown_now = True
        self.read()

    def leave(self) -> None:
        """Whoever comes back says again who is at the screen."""
        self._shown_now = False
        self.tables.leave()
        self._scene.show(by=("", ""))

    def close(self) -> None:
        self.counts.cancel()
        self.tables.close()
        self._stop_listening()

    def open_step(self, step: Step) -> None:
        self._scene.show(step=step, form=Form.NONE, tab=0, wrong="")
        self._arrive(step)
        self.look_again()

    def open_tab(self, tab: int) -> None:
        if tab != self._scene.state.tab:
            self._scene.show(tab=tab)
            self.look_again()

    def choose(self, wanted: RoundId) -> None:
        """Another round is shown, at the step where it stands."""
        desk = self._scene.desk
        self._scene.run(lambda: read_round(desk, wanted), self._on_chosen)

    def choose_election(self, election: ElectionId) -> None:
        found = next((e for e in self._scene.state.elections or () if e.id == election), None)
        if found is not None:
            self.choose(found.latest.id)

    def say_who(self, place: int, name: str) -> None:
        """One of the two people at this screen."""
        by = list(self._scene.state.by)
        by[place] = name
        self._scene.show(by=(by[0], by[1]))

    def look_at_sample(self) -> None:
        """The sheets that were drawn, each with its reading drawn beside it."""
        self._scene.show(step=Step.JUDGING, form=Form.NONE, tab=0, with_reading=True)
        self.judging.look_among(Among.SAMPLE)

    def look_at_sheet(self, sheet: SheetId) -> None:
        """Any sheet, whole, beside its reading."""
        self._scene.show(step=Step.JUDGING, form=Form.NONE, tab=0, among=Among.ALL, judging=None)
        self.judging.open(sheet)

    def open_form(self, form: Form) -> None:
        self._scene.open_form(form)

    def close_form(self) -> None:
        self._scene.close_form()

    def read(self) -> None:
        """What the journal says now; asked for again while it is being read, it is read once more, not twice."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        desk, wanted = self._scene.desk, self._scene.state.round_id
        self._scene.run(lambda: read_round(desk, wanted), self._on_read, self._on_not_read)

    def look_again(self) -> None:
        """Others write too: read again when the journal has grown, but not under a form that is being filled in."""
        if self._shown_now and not self._reading and self.state.form is Form.NONE:
            self._scene.run(self._scene.desk.congress.newest, self._on_newest, self._on_not_looked)

    def _on_newest(self, newest: Mapping[str, EventId]) -> None:
        if newest != self._newest:
            self.read()

    def _on_not_looked(self, error: Exception) -> None:
        """The window's own reading tells of a trouble; here it is asked again in a moment."""
        if not isinstance(error, Trouble):
            raise error

    def _on_read(self, read: Read) -> None:
        self._reading = False
        if read.seen is not None and self._scene.state.seen is None:
            self._on_chosen(read)
        elif read.seen is None or read.seen.round.id == self._scene.state.round_id:
            self._take(read)
        if self._again:
            self._again = False
            self.read()

    def _on_not_read(self, error: Exception) -> None:
        self._reading = False
        self._scene.fail(error)

    def _on_chosen(self, read: Read) -> None:
        step = FIRST_STEP[read.seen.round.state] if read.seen else Step.LIST
        self._scene.show(
            step=step,
            form=Form.NONE,
            tab=0,
            judging=None,
            scan=None,
            watched=None,
            entry=None,
            batch="",
            checked={},
            sample=None,
            ballot=None,
            wish=PaperWish(copies=len([p for p in read.people if p.counts])),
        )
        self._take(read)
        self.lists.take_members()
        if read.seen is not None:
            self.tables.recover()
            self.watching.recall()
        self._arrive(step)

    def _take(self, read: Read) -> None:
        self._newest = read.newest
        self._scene.show(
            elections=read.elections,
            seen=read.seen,
            surplus=read.surplus,
            differences=read.differences,
            audit=read.audit,
            unfinished=read.unfinished,
            people=read.people,
            sessions=read.sessions,
            sheet_marks=read.sheet_marks,
            zone=read.zone,
        )

    def _arrive(self, step: Step) -> None:
        if self._scene.state.seen is None:
            return
        if step is Step.BALLOTS:
            self.papers.look()
        elif step is Step.JUDGING:
            self.judging.begin()

    def _on_event(self, event: Event) -> None:
        if event.kind in TOLD_OF and self._shown_now:
            self.read()


def read_round(desk: Desk, wanted: RoundId | None) -> Read:
    """The round, or the newest one of the newest election."""
    voting, newest = desk.voting, desk.congress.newest()  # newest first: what comes meanwhile is read the next time
    elections = voting.elections.elections()
    known = {one.id for election in elections for one in election.rounds}
    shown = wanted if wanted in known else elections[-1].latest.id if elections else None
    return Read(
        newest=newest,
        elections=elections,
        seen=voting.elections.seen(shown) if shown else None,
        surplus=voting.elections.surplus(shown) if shown else None,
        differences=voting.counting.differences(shown) if shown else (),
        audit=_audit(desk, shown) if shown else None,
        unfinished=tuple(voting.entry.unfinished(shown)) if shown else (),
        people=desk.registry.delegates(),
        sessions=desk.sessions.sessions(),
        sheet_marks=voting.hands.rules().sheet_marks,
        zone=desk.congress.zone(),
    )


def _audit(desk: Desk, wanted: RoundId) -> AuditSeen | None:
    try:
        return desk.voting.sealing.audit(wanted)
    except Refusal as refusal:
        if refusal.reason is Reason.NO_SUCH_BATCH:  # none was drawn yet
            return None
        raise
