"""What is done to the programme: written, moved, begun and ended, announced, taken in from a table. No Qt."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from congress_desk.domain.agenda import Content, Item, ItemId, Sitting, SittingId
from congress_desk.domain.agenda_plan import AgendaPlan
from congress_desk.domain.journal import SessionId
from congress_desk.plumbing.programme_templates import Template
from congress_desk.plumbing.texts import words_for
from congress_desk.ui.rooms.agenda.scene import Scene
from congress_desk.ui.rooms.agenda.state import Fact, Follow, Form


class ProgrammeActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    # the running day

    def start_next(self) -> None:
        """What comes next; what runs ends with it."""
        self._scene.act(self._scene.programme.agenda.start_next)

    def start(self, item: ItemId) -> None:
        self._scene.act(lambda: self._scene.programme.agenda.start(item))

    def end(self) -> None:
        self._scene.act(self._scene.programme.agenda.end)

    def announce(self) -> None:
        """The times expected now are told to the hall."""
        self._scene.run(self._scene.programme.agenda.announce, lambda _times: self._scene.tell(Fact.ANNOUNCED))

    def take_back(self, reason: str) -> None:
        agenda = self._scene.programme.agenda
        self._scene.run(lambda: agenda.take_back(reason), lambda _event: self._scene.tell(Fact.TAKEN_BACK))

    # writing it

    def choose(self, item: str) -> None:
        """An item, or a sitting; "" for nothing."""
        agenda = self._scene.state.agenda
        if agenda is None or item == (self._scene.state.item or self._scene.state.sitting or ""):
            return
        found = agenda.find(ItemId(item))
        sitting = None if found or not item else SittingId(item)
        self._scene.show(item=found.id if found else None, sitting=sitting)

    def open_item(self, *, new: bool) -> None:
        """The form of the chosen item, or of a new one after it; without any half-day, of that first."""
        state = self._scene.state
        if new and (state.agenda is None or not state.agenda.sittings):
            self.open_sitting(new=True)
            return
        if new or state.chosen_item is not None:
            self._scene.show(form=Form.ITEM, new=new, wrong="")
        elif state.sitting is not None:
            self.open_sitting(new=False)

    def open_sitting(self, *, new: bool) -> None:
        self._scene.show(form=Form.SITTING, new=new, wrong="")

    def save_item(self, written: Content) -> None:
        state, agenda = self._scene.state, self._scene.programme.agenda
        self._scene.show(busy=True, wrong="")
        chosen = state.chosen_item
        if not state.new and chosen is not None:
            self._scene.act(lambda: agenda.edit_item(chosen.item.id, written), closes=True)
            return
        after: ItemId | str | None = chosen.item.id if chosen else None
        sitting = self._where()

        def added(item: Item) -> None:
            self._scene.close_form()
            self._scene.show(item=item.id, sitting=None)

        self._scene.run(lambda: agenda.add_item(sitting, written, after=after), added)

    def save_sitting(self, name: str, starts: dt.datetime, session: SessionId | None, *, reserve: bool) -> None:
        """starts: in the hall's own time, aware."""
        state, agenda = self._scene.state, self._scene.programme.agenda
        self._scene.show(busy=True, wrong="")
        old = None if state.new else state.chosen_sitting

        def saved() -> Sitting:
            if old is None:
                return agenda.add_sitting(name, starts, session=session, reserve=reserve)
            edited = Sitting(id=old.id, name=name, starts=starts, session=session, reserve=reserve)
            return agenda.edit_sitting(edited)

        def shown(sitting: Sitting) -> None:
            self._scene.close_form()
            self._scene.show(item=None, sitting=sitting.id)

        self._scene.run(saved, shown)

    def remove(self) -> None:
        """The chosen item or half-day; it can be taken back."""
        state, agenda = self._scene.state, self._scene.programme.agenda
        item, sitting = state.item, state.sitting

        def removed() -> None:
            if item is not None:
                agenda.remove_item(item)
            elif sitting is not None:
                agenda.remove_sitting(sitting)

        def told(_none: None) -> None:
            self._scene.show(item=None, sitting=None)
            self._scene.tell(Fact.REMOVED, follow=Follow.TAKE_BACK_AGENDA)

        self._scene.run(removed, told)

    def move(self, item: str, after: str, sitting: str) -> None:
        """after: the item before it, "" for the first of the half-day."""
        agenda = self._scene.programme.agenda
        self._scene.act(lambda: agenda.move_item(ItemId(item), after=after, sitting=SittingId(sitting)))

    # from the office's table

    def look_at(self, path: Path) -> None:
        """What a table would bring; nothing is written."""
        self._scene.run(lambda: self._scene.programme.importing.plan(path), self._on_planned)

    def look_at_template(self, template: Template) -> None:
        language = self._scene.surroundings.settings.current.language
        importing = self._scene.programme.importing
        self._scene.run(lambda: importing.plan_template(template, words_for(language)), self._on_planned)

    def carry_out(self) -> None:
        plan, importing = self._scene.state.plan, self._scene.programme.importing
        if plan is None:
            return
        self._scene.show(busy=True)

        def taken_in(_agenda: object) -> None:
            self._scene.close_form()
            self._scene.tell(Fact.TAKEN_IN, follow=Follow.TAKE_BACK_AGENDA, count=plan.items)

        self._scene.run(lambda: importing.carry_out(plan, instead=plan.instead_of > 0), taken_in)

    def _on_planned(self, plan: AgendaPlan) -> None:
        self._scene.show(form=Form.PLAN, plan=plan)

    def _where(self) -> SittingId:
        state = self._scene.state
        sitting = state.chosen_sitting or (state.agenda.sittings[-1] if state.agenda else None)
        assert sitting is not None
        return sitting.id
