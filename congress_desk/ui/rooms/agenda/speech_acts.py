"""What is done with presentations and at the microphone. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.speech_rules import SpeechRules
from congress_desk.domain.speeches import (
    Entry,
    RequestId,
    RequestKind,
    Speech,
    SpeechId,
    SpeechState,
    TurnId,
)
from congress_desk.ui.rooms.agenda.scene import Scene
from congress_desk.ui.rooms.agenda.state import Fact, Form


class SpeechActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def mark(self, speeches: Sequence[SpeechId]) -> None:
        if tuple(speeches) != self._scene.state.marked:
            self._scene.show(marked=tuple(speeches))

    # the register

    def open(self, *, new: bool) -> None:
        if new or self._scene.state.speech is not None:
            self._scene.show(form=Form.SPEECH, new=new, wrong="")

    def save(self, entry: Entry) -> None:
        state, speeches = self._scene.state, self._scene.programme.speeches
        self._scene.show(busy=True, wrong="")
        old = None if state.new else state.speech

        def saved() -> Speech:
            return speeches.register(entry) if old is None else speeches.edit(old.id, entry)

        def shown(speech: Speech) -> None:
            self._scene.close_form()
            self._scene.show(marked=(speech.id,))

        self._scene.run(saved, shown)

    def approve(self) -> None:
        """All that are marked and wait for it."""
        state, speeches = self._scene.state, self._scene.programme.speeches
        waiting = [
            s.id for s in state.speeches.speeches if s.id in state.marked and s.state is SpeechState.REGISTERED
        ]

        def approved() -> int:
            for speech in waiting:
                speeches.approve(speech)
            return len(waiting)

        self._scene.run(approved, lambda count: self._scene.tell(Fact.APPROVED, count=count))

    def call(self) -> None:
        self._of_chosen(lambda speech: self._scene.programme.speeches.call(speech.id))

    def hand_in(self) -> None:
        self._of_chosen(lambda speech: self._scene.programme.speeches.hand_in(speech.id))

    def ask_withdraw(self) -> None:
        if self._scene.state.speech is not None:
            self._scene.show(form=Form.WITHDRAW, wrong="")

    def withdraw(self, reason: str) -> None:
        speech = self._scene.state.speech
        if speech is not None:
            self._scene.act(lambda: self._scene.programme.speeches.withdraw(speech.id, reason), closes=True)

    def give_text(self, path: Path) -> None:
        speech = self._scene.state.speech
        if speech is None:
            return
        give = self._scene.programme.speeches.give_text

        def told(given: Speech) -> None:
            self._scene.tell(Fact.TEXT_GIVEN, name=given.speaker)

        self._scene.run(lambda: give(speech.id, path), told)

    def move(self, speech: str, after: str, _group: str) -> None:
        self._scene.act(lambda: self._scene.programme.speeches.move(SpeechId(speech), after=SpeechId(after)))

    def take_back(self, reason: str) -> None:
        """The last act of presentations and microphone."""
        speeches = self._scene.programme.speeches
        self._scene.run(lambda: speeches.take_back(reason), lambda _event: self._scene.tell(Fact.TAKEN_BACK))

    # the microphone

    def now(self) -> dt.datetime:
        """The hour to ask a timer with; needs no reading."""
        return self._scene.programme.turns.now()

    def begin(self, turn: TurnId) -> None:
        self._scene.act(lambda: self._scene.programme.turns.start(turn))

    def begin_next(self) -> None:
        """Who was called, else the first of the raised hands."""
        state = self._scene.state
        waiting = [one.turn for one in state.may_begin] + [one.turn for one in state.hands]
        if state.at_microphone is None and waiting:
            self.begin(waiting[0])

    def pause_or_resume(self) -> None:
        turn, turns = self._scene.state.at_microphone, self._scene.programme.turns
        if turn is not None:
            self._scene.act(turns.pause if turn.timer.is_running else turns.resume)

    def extend(self, seconds: int) -> None:
        self._scene.act(lambda: self._scene.programme.turns.extend(seconds))

    def end(self) -> None:
        """It can be taken back."""
        self._scene.act(self._scene.programme.turns.end)

    def change_rules(self, rules: SpeechRules) -> None:
        """Time allowed, warning, what is to be reached; for the whole congress."""
        if rules != self._scene.state.rules:
            change = self._scene.programme.speeches.change_rules
            self._scene.run(lambda: change(rules), lambda _none: self._scene.tell(Fact.RULES))

    def open_hand(self) -> None:
        self._scene.show(form=Form.HAND, wrong="")

    def raise_hand(
        self, kind: RequestKind, delegate: DelegateId | None, speaker: str, subject: str, minutes: int
    ) -> None:
        turns = self._scene.programme.turns
        self._scene.show(busy=True, wrong="")
        self._scene.act(
            lambda: turns.ask(kind=kind, delegate=delegate, speaker=speaker, subject=subject, minutes=minutes),
            closes=True,
        )

    def lower(self, request: RequestId) -> None:
        self._scene.act(lambda: self._scene.programme.turns.lower(request))

    def _of_chosen(self, act: Callable[[Speech], object]) -> None:
        speech = self._scene.state.speech
        if speech is not None:
            self._scene.act(lambda: act(speech))
