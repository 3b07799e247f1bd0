"""Step 2: who counts, nobody who is on the ballot; and two of them who open the box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from congress_desk.domain.election_lists import same_person_as
from congress_desk.domain.election_rules import Rule
from congress_desk.domain.elections import CommitteeRole
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import marked
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.list_page import SIDE_WIDTH, NoticePlace
from congress_desk.ui.rooms.elections.parts import TwoPeople
from congress_desk.ui.rooms.elections.state import DraftMember, ElectionsState
from congress_desk.ui.rooms.elections.words import article_words
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.forms import Choice
from congress_desk.ui.widgets.parts import button, card, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.people_words import isolated
from congress_desk.ui.widgets.person_edit import PersonEdit
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

ROLES = {
    CommitteeRole.HEAD: marked("Head"),
    CommitteeRole.SECRETARY: marked("Secretary"),
    CommitteeRole.MEMBER: marked("Member"),
}


class CommitteePage(QWidget):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._standing: frozenset[str] = frozenset()
        self._build()
        self._connect()

    def show_state(self, state: ElectionsState) -> None:
        say, seen = self._look.say, state.seen
        if seen is None:
            return
        candidates = seen.election.candidates
        self._standing = frozenset(
            m.delegate
            for m in state.members
            if any(m.delegate == c.delegate or same_person_as(c, m.name) for c in candidates)
        )
        self.table.show_rows(state.members)
        free = [p for p in state.people if p.counts]
        self.person.offer(free)
        self._rule.setText(
            say("Delegates who are not on the ballot") + article_words(seen.election.profile, Rule.COMMITTEE, say)
        )
        error = state.members_error
        told = sentence(say, error, state.zone) if error else ""
        self._told.show_notice(self._look, Tone.ASK, told)
        named = {(m.delegate, m.role) for m in seen.election.committee}
        changed = named != {(m.delegate, m.role) for m in state.members}
        self.name.setEnabled(bool(state.members) and changed and error is None and not state.busy)
        self._on_chosen()
        self.by.show_people(state)
        opened = seen.round.opened
        names = " · ".join(opened.by) if opened else ""
        at = opened.at.astimezone(state.zone) if opened else None
        self._opened.setText(
            say("Opened at {time} by {names}", time=at, names=isolated(names, say)) if opened else ""
        )
        self._opened.setVisible(opened is not None)
        for part in (self.by, self.open_box):
            part.setVisible(opened is None)
        self.open_box.setEnabled(all(state.by) and not state.busy)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self.table: Table[DraftMember] = Table(
            look, self._columns(), name=say("Counting committee"), identify=lambda m: m.delegate
        )
        self.person = PersonEdit(say("A few letters of the name"))
        self.person.setAccessibleName(say("New member"))
        self.add = button(say("Add"), look=look, icon="add", key="Enter")
        self.role = Choice((say(word), role) for role, word in ROLES.items())
        self.role.setMinimumContentsLength(12)
        self.role.setAccessibleName(say("Role"))
        self.remove = button(say("Remove"), look=look, icon="cross", kind="quiet")
        self.name = primary_button(say("Put the committee on record"), look=look, icon="tick", key="F5")
        self._rule, self._told = label("", "muted", wrap=True), NoticePlace()
        left = QWidget()
        entry = row(self.person, self.add, space=8)
        entry.setStretch(0, 1)
        bar = row(self.role, self.remove, 0, self.name, space=8)
        lines = column(self._rule, entry, self._told, self.table, bar, space=10)
        lines.setStretch(3, 1)
        left.setLayout(lines)
        self.by = TwoPeople(look, upright=True)
        self._opened = label("", "strong", wrap=True)
        self.open_box = primary_button(say("Seals whole: open the box"), look=look, icon="ballot")
        told = label(
            say("Two of the committee confirm that box and seals are whole, then open it."), "muted", wrap=True
        )
        box = card(label(say("Opening the box"), "title"), told, self.by, self.open_box, self._opened, margin=14)
        side = QWidget()
        side.setFixedWidth(SIDE_WIDTH)
        side.setLayout(column(box, 0))
        halves = row(left, side, space=12)
        halves.setStretch(0, 1)
        self.setLayout(halves)

    def _connect(self) -> None:
        lists = self._presenter.lists
        on_click(self.add, self._on_add)
        self.person.returnPressed.connect(self._on_add)
        on_click(self.remove, self._on_remove)
        on_click(self.name, lists.name_committee)
        on_click(self.open_box, lists.open_box)
        self.role.picked.connect(self._on_role)
        self.table.chosen.connect(lambda _one: self._on_chosen())
        self.by.said.connect(self._presenter.say_who)

    def _on_add(self) -> None:
        person = self.person.person()
        if person is not None:
            self._presenter.lists.join(person)
            self.person.clear()

    def _on_remove(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            self._presenter.lists.leave(chosen.delegate)

    def _on_role(self, role: CommitteeRole) -> None:
        chosen = self.table.current()
        if chosen is not None:
            self._presenter.lists.give_role(chosen.delegate, role)

    def _on_chosen(self) -> None:
        chosen = self.table.current()
        for part in (self.role, self.remove):
            part.setEnabled(chosen is not None)
        if chosen is not None:
            self.role.show_value(chosen.role)

    def _columns(self) -> list[Column[DraftMember]]:
        say = self._look.say
        return [
            Column(
                title=say("Full name"),
                text=lambda m: m.name,
                stretches=True,
                icon=lambda m: ("ask", "ask") if m.delegate in self._standing else None,
            ),
            Column(title=say("Delegation"), text=lambda m: m.delegation, width=190),
            Column(title=say("Role"), text=lambda m: say(ROLES[m.role]), width=130),
        ]
