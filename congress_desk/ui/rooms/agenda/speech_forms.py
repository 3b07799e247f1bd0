"""The forms of the microphone's side: a presentation in the register, and a raised hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCompleter

from congress_desk.domain.agenda import ItemKind
from congress_desk.domain.delegates import Delegate, Gender
from congress_desk.domain.speeches import FLOOR_MINUTES, LONGEST_MINUTES, Draft, Entry, RequestKind
from congress_desk.plumbing.programme_words import DRAFTS, REQUEST_KINDS
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.agenda.forms import SideForm, text_edit
from congress_desk.ui.rooms.agenda.state import AgendaState
from congress_desk.ui.widgets.forms import Choice, Field, figure_edit, line_edit
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import on_click
from congress_desk.ui.widgets.person_edit import PersonEdit

if TYPE_CHECKING:
    from congress_desk.ui.rooms.agenda.presenter import AgendaPresenter


class SpeechForm(SideForm):
    """Who is no delegate is a guest, with the delegation or organization that is written."""

    def __init__(self, presenter: AgendaPresenter, look: Look) -> None:
        super().__init__(presenter, look, look.say("Save"))
        say = look.say
        self._speaker = PersonEdit(say("A few letters of the name"))
        self._delegation, self._topic, self._group = line_edit(), text_edit(72), line_edit()
        self._draft = Choice((say(word), draft) for draft, word in DRAFTS.items())
        self._item = Choice()
        self._minutes = figure_edit(1, LONGEST_MINUTES)
        self.fields = {
            "speaker": Field(say("Speaker"), self._speaker),
            "delegation": Field(say("Delegation or organization"), self._delegation),
            "topic": Field(say("Topic"), self._topic),
            "topic_group": Field(say("Topic group"), self._group),
            "speech_minutes": Field(say("Minutes allowed"), self._minutes),
            "item": Field(say("Item of the programme"), self._item),
            "draft": Field(say("Speaks to"), self._draft),
        }
        self.lay_out(*self.fields.values())
        self._speaker.picked.connect(self._on_picked)
        on_click(self.save, lambda: presenter.speeches.save(self.written()))

    def show_speech(self, state: AgendaState) -> None:
        say = self._look.say
        old = None if state.new or state.speech is None else state.speech.entry
        entry = old or Entry(topic="", group=_last_group(state), minutes=state.rules.minutes)
        self._title.setText(say("Register a presentation") if old is None else say("Edit the presentation"))
        self._speaker.offer(state.people)
        self._speaker.show_person(entry.delegate, entry.speaker)
        self._delegation.setText(entry.delegation)
        self._topic.setPlainText(entry.topic)
        self._group.setText(entry.group)
        known = dict.fromkeys(one.entry.group for one in state.speeches.speeches if one.entry.group)
        self._group.setCompleter(QCompleter(list(known), self._group))
        blocks = [t.item for t in state.times if t.item.kind is ItemKind.PRESENTATIONS]
        self._item.offer([(say("No item"), None), *((item.content, item.id) for item in blocks)], entry.item)
        self._draft.show_value(entry.draft)
        self._minutes.setValue(entry.minutes)
        self._speaker.setFocus()

    def written(self) -> Entry:
        person, draft = self._speaker.person(), self._draft.value()
        return Entry(
            topic=self._topic.toPlainText(),
            delegate=person.id if person else None,
            speaker=self._speaker.name(),
            delegation=self._delegation.text(),
            gender=person.sheet.gender if person else Gender.UNKNOWN,
            group=self._group.text(),
            draft=draft if isinstance(draft, Draft) else Draft.OWN,
            item=self._item.value(),
            minutes=self._minutes.value(),
        )

    def _on_picked(self, person: Delegate | None) -> None:
        self._delegation.setEnabled(person is None)
        if person is not None:
            self._delegation.setText(person.sheet.delegation)


class HandForm(SideForm):
    """Somebody in the hall wishes to speak."""

    def __init__(self, presenter: AgendaPresenter, look: Look) -> None:
        super().__init__(presenter, look, look.say("Put into the queue"))
        say = look.say
        self._presenter = presenter
        self._kind_value = RequestKind.FLOOR
        self._kind = Segments([(say(word), kind) for kind, word in REQUEST_KINDS.items()], say("Kind"))
        self._kind.picked.connect(self._on_kind)
        self._speaker = PersonEdit(say("A few letters of the name"))
        self._subject, self._minutes = text_edit(72), figure_edit(1, LONGEST_MINUTES)
        self.fields = {
            "speaker": Field(say("Speaker"), self._speaker),
            "subject": Field(say("Subject"), self._subject),
            "speech_minutes": Field(say("Minutes allowed"), self._minutes),
        }
        self._title.setText(say("A hand is raised"))
        self.lay_out(self._kind, *self.fields.values())
        on_click(self.save, self._on_save)

    def show_hand(self, state: AgendaState) -> None:
        self._on_kind(RequestKind.FLOOR)
        self._speaker.offer(state.people)
        self._speaker.clear()
        self._subject.clear()
        self._minutes.setValue(FLOOR_MINUTES)
        self._speaker.setFocus()

    def _on_kind(self, kind: RequestKind) -> None:
        self._kind_value = kind
        self._kind.show_value(kind)

    def _on_save(self) -> None:
        person = self._speaker.person()
        self._presenter.speeches.raise_hand(
            self._kind_value,
            person.id if person else None,
            self._speaker.name(),
            self._subject.toPlainText(),
            self._minutes.value(),
        )


def _last_group(state: AgendaState) -> str:
    """Registers are typed group by group."""
    speeches = state.speeches.speeches
    return speeches[-1].entry.group if speeches else ""
