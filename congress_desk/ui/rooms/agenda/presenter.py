"""The agenda room decides here: what is read, which page and form are open. The acts stand in their own modules."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from congress_desk.domain.agenda import Agenda, Item
from congress_desk.domain.agenda_fold import AGENDA_KINDS
from congress_desk.domain.agenda_times import NowAndNext, Timed
from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.journal import Event, Kind
from congress_desk.domain.records import Form as PaperForm
from congress_desk.domain.speech_figures import Balance, SpeechFigures
from congress_desk.domain.speech_rules import SpeechRules
from congress_desk.domain.speeches import Speeches, Turn
from congress_desk.domain.speeches_fold import SPEECH_KINDS
from congress_desk.domain.votes import HANDS_KINDS, HandsVote
from congress_desk.services.desk import Desk
from congress_desk.ui.printing import print_form, save_form
from congress_desk.ui.rooms.agenda.programme_acts import ProgrammeActs
from congress_desk.ui.rooms.agenda.scene import Scene
from congress_desk.ui.rooms.agenda.speech_acts import SpeechActs
from congress_desk.ui.rooms.agenda.state import AgendaState, Fact, Note, Page
from congress_desk.ui.running import Lane
from congress_desk.ui.surroundings import Surroundings

TOLD_OF = frozenset({*AGENDA_KINDS, *SPEECH_KINDS, *HANDS_KINDS, Kind.RULES_CHANGED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One look at the programme."""

    agenda: Agenda
    times: tuple[Timed, ...]
    now: NowAndNext
    speeches: Speeches
    figures: SpeechFigures
    balance: tuple[Balance, ...]
    rules: SpeechRules
    votes: tuple[HandsVote, ...]
    people: tuple[Delegate, ...]
    sessions: tuple[Session, ...]
    zone: ZoneInfo
    opens: dt.date
    at: dt.datetime


class AgendaPresenter:
    def __init__(self, surroundings: Surroundings) -> None:
        self._scene = Scene(surroundings)
        self._shown_now = False
        self.programme = ProgrammeActs(self._scene)
        self.speeches = SpeechActs(self._scene)
        self._stop_listening = surroundings.listen(self._on_event)

    @property
    def state(self) -> AgendaState:
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
        self._shown_now = False

    def close(self) -> None:
        self._stop_listening()

    def open_page(self, page: Page) -> None:
        self._scene.show(page=page)

    def close_form(self) -> None:
        self._scene.close_form()

    def read(self) -> None:
        """What the journal says now; also asked for while a day runs, since lateness grows by itself."""
        desk = self._scene.desk
        self._scene.run(lambda: _read(desk), self._on_read)

    def choose_note(self, key: str) -> None:
        if key != self._scene.state.note:
            self._scene.show(note=key)

    def write_gist(self, key: str, text: str) -> None:
        """Of the item or the turn with this key."""
        note = next((one for one in self._scene.state.notes if one.key == key), None)
        if note is None or note.vote is not None or note.gist == text.strip():
            return
        notes = self._scene.programme.notes
        item, turn = (note.item.id, None) if note.item else (None, note.turn.id if note.turn else None)
        self._scene.run(
            lambda: notes.write_gist(text, item=item, turn=turn), lambda _none: self._scene.tell(Fact.GIST_KEPT)
        )

    def print_paper(self) -> None:
        """The programme or the register, as the open page has it, to the printer of this desk."""
        desk, settings, form = self._scene.desk, self._scene.surroundings.settings.current, self._paper()
        self._scene.run(
            lambda: print_form(desk, settings, form),
            lambda name: self._scene.tell(Fact.PRINTED, printer=name),
            lane=Lane.FREE,
        )

    def save_paper(self, path: Path) -> None:
        desk, settings, form = self._scene.desk, self._scene.surroundings.settings.current, self._paper()
        self._scene.run(
            lambda: save_form(desk, settings, form, path),
            lambda where: self._scene.tell(Fact.SAVED, path=str(where)),
            lane=Lane.FREE,
        )

    def _paper(self) -> PaperForm:
        return PaperForm.PRESENTATIONS if self._scene.state.page is Page.SPEECHES else PaperForm.PROGRAMME

    def _on_read(self, read: Read) -> None:
        state = self._scene.state
        notes = notes_of(read)
        newest = notes[-1].key if notes else ""
        known = {note.key for note in notes}
        marked = tuple(one for one in state.marked if read.speeches.find(one))
        self._scene.show(
            agenda=read.agenda,
            times=read.times,
            now=read.now,
            speeches=read.speeches,
            figures=read.figures,
            balance=read.balance,
            rules=read.rules,
            people=read.people,
            sessions=read.sessions,
            zone=read.zone,
            opens=read.opens,
            at=read.at,
            notes=notes,
            note=state.note if state.note in known else newest,
            marked=marked,
            item=state.item if state.item and read.agenda.find(state.item) else None,
            sitting=state.sitting if state.sitting and read.agenda.sitting(state.sitting) else None,
        )

    def _on_event(self, event: Event) -> None:
        if event.kind in TOLD_OF and self._shown_now:
            self.read()


def notes_of(read: Read) -> tuple[Note, ...]:
    """What was begun, in order of time: items, and under them who spoke."""
    gists = {speech.turn: speech.gist for speech in read.speeches.speeches}
    gists |= {request.turn: request.gist for request in read.speeches.requests}
    items = [_of_item(timed.item) for timed in read.times if timed.item.started]
    turns = [_of_turn(turn, gists.get(turn.id, "")) for turn in read.speeches.turns]
    votes = [Note(vote=vote, title=vote.item, starts=vote.at) for vote in read.votes]
    return tuple(sorted((*items, *turns, *votes), key=lambda note: (note.starts, note.item is None)))


def _of_item(item: Item) -> Note:
    assert item.started is not None
    title = f"{item.number}. {item.content}" if item.number else item.content
    return Note(item=item, title=title, detail=item.by_whom, starts=item.started, ends=item.ended, gist=item.gist)


def _of_turn(turn: Turn, gist: str) -> Note:
    assert turn.timer.started is not None
    return Note(
        turn=turn,
        title=turn.speaker,
        detail=" · ".join(part for part in (turn.delegation, turn.subject) if part),
        starts=turn.timer.started,
        ends=turn.timer.ended,
        gist=gist,
    )


def _read(desk: Desk) -> Read:
    programme = desk.programme
    return Read(
        agenda=programme.agenda.agenda(),
        times=programme.agenda.timeline(),
        now=programme.agenda.now_and_next(),
        speeches=programme.speeches.speeches(),
        figures=programme.speeches.figures(),
        balance=programme.speeches.balance(),
        rules=programme.speeches.rules(),
        votes=tuple(vote for vote in desk.voting.hands.votes() if not vote.voided),
        people=desk.registry.delegates(),
        sessions=desk.sessions.sessions(),
        zone=desk.congress.zone(),
        opens=desk.congress.congress().opens,
        at=programme.turns.now(),
    )
