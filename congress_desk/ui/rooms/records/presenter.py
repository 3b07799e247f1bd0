"""The records room decides here: what is read, which page is open, which paper is asked for.

Papers, credentials, closing texts, seals and the record pack each stand in their own module.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import Event, Kind, SessionId
from congress_desk.domain.records import Form
from congress_desk.services.desk import Desk
from congress_desk.services.ports.packing import PackMade
from congress_desk.ui.rooms.records.catalogue import Option, Subject
from congress_desk.ui.rooms.records.closing_acts import ClosingActs
from congress_desk.ui.rooms.records.credentials_acts import CredentialsActs
from congress_desk.ui.rooms.records.packing import Packing
from congress_desk.ui.rooms.records.papers import PaperActs
from congress_desk.ui.rooms.records.scene import Scene, known
from congress_desk.ui.rooms.records.seal_acts import SealActs
from congress_desk.ui.rooms.records.state import Fact, Named, Page, Paper, RecordsState, Stand, Whose
from congress_desk.ui.running import Lane
from congress_desk.ui.surroundings import Surroundings

NO_NEWS = frozenset({Kind.PRINTED, Kind.RECORD_SEALED, Kind.RECORD_SIGNED, Kind.PACK_MADE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One look at what papers may be about."""

    sessions: tuple[Session, ...]
    proposed: Session | None
    people: tuple[Delegate, ...]
    rounds: tuple[Named, ...]
    votes: tuple[Named, ...]
    documents: tuple[Named, ...]
    zone: ZoneInfo


class RecordsPresenter:
    def __init__(self, surroundings: Surroundings) -> None:
        self._scene = Scene(surroundings)
        self.paper = PaperActs(self._scene)
        self.credentials = CredentialsActs(self._scene)
        self.closing = ClosingActs(self._scene)
        self.seals = SealActs(self._scene)
        self.packing = Packing(surroundings, self, lambda: self.state.language)
        self._stop_listening = surroundings.listen(self._on_event)

    @property
    def state(self) -> RecordsState:
        return self._scene.state

    @property
    def folder(self) -> Path:
        return self._scene.surroundings.folder

    def attach(self, view: Any) -> None:
        self._scene.view = view
        view.show_state(self._scene.state)

    def enter(self) -> None:
        desk, printer = self._scene.desk, self._scene.surroundings.settings.current.printer
        self._scene.show(printer=printer)
        self._scene.show(looks={**self.state.looks, Option.SHIFT.value: self._scene.kept_shift()})
        self._scene.run(lambda: _read(desk), self._on_read, self._on_read_failed)
        self._scene.run(lambda: tuple(desk.printer.names()), self._on_printers, lane=Lane.FREE)
        self._read_page()

    def leave(self) -> None:
        """Nothing is held that another room needs."""

    def close(self) -> None:
        self._stop_listening()

    def open_page(self, page: Page) -> None:
        self._scene.show(page=page)
        if page is Page.PAPERS:
            self.paper.make_if_other()
        self._read_page()

    def open_form(self, form: Form) -> None:
        """On the page of papers, made anew."""
        self._scene.show(page=Page.PAPERS, form=form)
        self.paper.make()

    def choose_form(self, form: Form) -> None:
        if form is not self.state.form:
            self._scene.show(form=form)
            self.paper.make()

    def choose_session(self, session: SessionId | None) -> None:
        """None: the congress until now, for papers that may be of the whole of it."""
        if self.state.about is Subject.ANY_SESSION:
            self._again(one_session=session)
        else:
            self._again(session=session)

    def choose_subject(self, chosen: str) -> None:
        """A round, a vote, a document, by what the form is about; "" for all of them."""
        self._again(**{self.state.about.value: chosen})

    def choose_look(self, option: Option, value: str) -> None:
        """value: as the command line writes it, "" for the usual."""
        if self.state.looks.get(option.value, "") != value:
            if option is Option.SHIFT:
                self._scene.keep_shift(value)
            self._again(looks={**self.state.looks, option.value: value})

    def choose_language(self, language: str) -> None:
        self._scene.show(language=language)
        if self.state.page is Page.PAPERS:
            self.paper.make()
        else:
            self._read_page()

    def choose_whose(self, whose: Whose) -> None:
        delegation = self.state.delegation
        if whose is Whose.DELEGATION and delegation is None:
            delegation = next(iter(self.state.delegations), None)
        self._scene.show(whose=whose, delegation=delegation)
        if whose is Whose.CHOSEN and not self.state.chosen:
            self.choose_people()
        else:
            self.paper.make()

    def choose_delegation(self, delegation: str) -> None:
        self._again(delegation=delegation)

    def choose_people(self) -> None:
        """Open the page where people are chosen."""
        self._scene.show(paper=Paper(stand=Stand.CHOOSING))

    def add_people(self, delegates: Sequence[DelegateId]) -> None:
        self._scene.show(chosen=tuple(dict.fromkeys((*self.state.chosen, *delegates))))

    def remove_people(self, delegates: Sequence[DelegateId]) -> None:
        self._scene.show(chosen=tuple(d for d in self.state.chosen if d not in delegates))

    def choose_printer(self, name: str) -> None:
        """For this desk from now on."""
        self._scene.surroundings.settings.change(printer=name)
        self._scene.show(printer=name)
        self.choose_look(Option.SHIFT, self._scene.kept_shift())

    def go_to(self, place: Page | str) -> None:
        """Where what is missing is made: a page of this room, or another room."""
        if isinstance(place, Page):
            self.open_page(place)
        else:
            self._scene.surroundings.go(place)

    def show_packing(self, progress: tuple[int, int] | None) -> None:
        self._scene.show(packing=progress, packed=None if progress == (0, 0) else self.state.packed)

    def tell_packed(self, made: PackMade) -> None:
        self._scene.show(packed=made)
        self._scene.tell(Fact.PACKED, path=str(made.folder), count=len(made.packed), left=len(made.left_out))

    def fail_packing(self, error: Exception) -> None:
        self._scene.fail(error)

    def _again(self, **changes: Any) -> None:
        self._scene.show(**changes)
        self.paper.make()

    def _read_page(self) -> None:
        page = self.state.page
        if page is Page.CREDENTIALS:
            self.credentials.read()
        elif page is Page.CLOSING:
            self.closing.read()
        elif page is Page.SEALS:
            self.seals.read()

    def _on_read(self, read: Read) -> None:
        state = self.state
        known_sessions = {session.id for session in read.sessions}
        proposed = read.proposed.id if read.proposed else None
        there = {person.id for person in read.people}
        self._scene.show(
            sessions=read.sessions,
            session=state.session if state.session in known_sessions else proposed,
            one_session=state.one_session if state.one_session in known_sessions else None,
            rounds=read.rounds,
            round=_still(state.round, read.rounds) or (read.rounds[-1].id if read.rounds else ""),
            votes=read.votes,
            vote=_still(state.vote, read.votes),
            documents=read.documents,
            document=_still(state.document, read.documents),
            people=read.people,
            chosen=tuple(d for d in state.chosen if d in there),
            zone=read.zone,
        )
        if state.page is Page.PAPERS and state.paper.stand is not Stand.CHOOSING:
            self.paper.make()

    def _on_read_failed(self, error: Exception) -> None:
        self._scene.show(paper=Paper(stand=Stand.FAILED, error=known(error)))

    def _on_printers(self, names: tuple[str, ...]) -> None:
        self._scene.show(printers=names)

    def _on_event(self, event: Event) -> None:
        """The preview stays as it is, and says that there is news."""
        paper = self.state.paper
        if event.kind not in NO_NEWS and paper.stand is Stand.SHOWN and not paper.stale:
            self._scene.show(paper=replace(paper, stale=True))


def _still(chosen: str, there: Sequence[Named]) -> str:
    return chosen if any(one.id == chosen for one in there) else ""


def _read(desk: Desk) -> Read:
    rounds = tuple(
        Named(id=one.id, title=election.title, number=one.number)
        for election in desk.voting.elections.elections()
        for one in election.rounds
    )
    votes = tuple(Named(id=vote.id, title=vote.item, number=vote.number) for vote in desk.voting.hands.votes())
    documents = tuple(Named(id=one.id, title=one.card.title) for one in desk.library.documents.documents())
    return Read(
        sessions=desk.sessions.sessions(),
        proposed=desk.sessions.proposed(),
        people=desk.registry.delegates(),
        rounds=rounds,
        votes=votes,
        documents=documents,
        zone=desk.congress.zone(),
    )
