"""A new election: what is elected by which rules on one side, who stands on the other; judged as it grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QListWidget, QPlainTextEdit, QWidget

from congress_desk.domain.ballot_forms import MOST_NAMES, BallotKind
from congress_desk.domain.election_lists import ballot_order
from congress_desk.domain.election_rules import SECRET, Office, ProfileName
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import marked
from congress_desk.plumbing.vote_words import OFFICES, PROFILE_NAMES
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.draft import profile_of
from congress_desk.ui.rooms.elections.list_page import CandidateFields, NoticePlace
from congress_desk.ui.rooms.elections.own_rules import OwnRulesForm
from congress_desk.ui.rooms.elections.parts import evenly, on_key
from congress_desk.ui.rooms.elections.rule_words import ballot_words, rules_words
from congress_desk.ui.rooms.elections.state import ElectionsState, Form
from congress_desk.ui.rooms.elections.words import surplus_words, wrong_words
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.forms import Choice, Field, figure_edit, line_edit, scrolled
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

SHORT_KINDS = {BallotKind.STRIKE: marked("A: strike through"), BallotKind.COLUMNS: marked("B: agree, disagree")}


class NewPage(QWidget):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._shown = Form.NONE
        self._places: list[int] = []
        self._build()
        self._connect()

    def show_state(self, state: ElectionsState) -> None:
        draft, say = state.draft, self._look.say
        written = (
            (self._title, draft.title),
            (self._beside, draft.title_beside),
            (self._reason, draft.ballot_reason),
        )
        for edit, text in written:
            if edit.text() != text:
                edit.setText(text)
        self._office.show_value(draft.office)
        self._profile.show_value(draft.profile)
        self._seats.setValue(draft.seats)
        self._alternates.setValue(draft.alternate_seats)
        self.ballot.show_value(draft.ballot)
        none = (say("None"), None)
        self._session.offer([none, *((session.name, session.id) for session in state.sessions)], draft.session)
        self.own.show_draft(draft)
        self._fields["election_title"].show_wrong(wrong_words(state.wrong, "election_title", say))
        ordered = ballot_order(draft.candidates)
        self._places = [draft.candidates.index(one) for one in ordered]
        self.names.clear()
        self.names.addItems([f"{n}.  {one.name}" for n, one in enumerate(ordered, 1)])
        self._count.setText(say("{count} names, by given name as printed", count=len(draft.candidates)))
        self._candidate.offer(state.people)
        self._show_told(state)
        self.save.setEnabled(not state.busy and draft.may_be_created)

    def _show_told(self, state: ElectionsState) -> None:
        draft, say = state.draft, self._look.say
        self._rules_told.setText(rules_words(profile_of(draft), say))
        goes, told = ballot_words(draft, say)
        self._kind.setText(told if goes and draft.candidates else "")
        self._kind.setVisible(goes and bool(draft.candidates))
        self._unusual.show_notice(self._look, Tone.ASK, "" if goes else told)
        self._fields["ballot_reason"].setVisible(not goes)
        if state.list_error is not None:
            self._told.show_notice(self._look, Tone.ASK, sentence(say, state.list_error, state.zone))
        elif state.surplus is not None and draft.candidates:
            self._told.show_notice(self._look, *surplus_words(state.surplus, profile_of(draft), say))
        else:
            self._told.show_notice(self._look, Tone.CALM, "")

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self.cancel = button(say("Cancel"), key="Escape")
        self.save = primary_button(say("Create the election"), look=look, icon="tick", key="Ctrl+S")
        rules = self._build_rules()
        halves = row(self._card(scrolled(rules), self._told), self._card(self._build_names()), space=12)
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        head = row(label(say("New election"), "title"), 0, self.cancel, self.save, space=8)
        layout = column(head, halves, space=10)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _build_rules(self) -> QWidget:
        look, say = self._look, self._look.say
        self._title, self._beside, self._reason = line_edit(), line_edit(), line_edit()
        self._office = Choice((say(word), office) for office, word in OFFICES.items() if office in SECRET)
        self._profile = Choice((say(word), name) for name, word in PROFILE_NAMES.items())
        self._session = Choice()
        self._seats, self._alternates = figure_edit(1, MOST_NAMES), figure_edit(0, MOST_NAMES)
        types = [(say(word), kind) for kind, word in SHORT_KINDS.items()]
        self.ballot = Segments([(say("By the list"), None), *types], say("Type of ballot"))
        why = say("It stays in the journal with this election.")
        beside = say("Only if it is printed beside")
        self._fields = {
            "election_title": Field(say("What is elected, as printed"), self._title),
            "beside": Field(say("The same in the second language"), self._beside, beside),
            "ballot_reason": Field(say("Why this type of ballot is used"), self._reason, why),
        }
        self._rules_told, self._kind = label("", "caption", wrap=True), label("", "muted", wrap=True)
        self._told, self._unusual = NoticePlace(), NoticePlace()
        self.own = OwnRulesForm(self._presenter, look)
        numbers = [
            Field(say("Number to elect"), self._seats),
            Field(say("Alternates"), self._alternates),
            Field(say("Session"), self._session),
        ]
        made = QWidget()
        inner = column(
            self._fields["election_title"],
            evenly([Field(say("Office"), self._office), Field(say("Rules"), self._profile)]),
            evenly(numbers),
            column(label(say("Type of ballot"), "caption"), self.ballot, space=4),
            self._kind,
            self._unusual,
            self._fields["ballot_reason"],
            self._rules_told,
            self.own,
            self._fields["beside"],
            0,
            space=10,
        )
        inner.setContentsMargins(2, 2, 10, 2)
        made.setLayout(inner)
        return made

    def _build_names(self) -> QWidget:
        look, say = self._look, self._look.say
        self.names = QListWidget()
        self.names.setAccessibleName(say("Names on the ballot"))
        self._count = label("", "strong")
        self._candidate = CandidateFields(look)
        self.put_on = button(say("Put on the list"), look=look, icon="add", key="Enter")
        self.take_off = button(say("Take off"), look=look, icon="cross", kind="quiet")
        self._several = QPlainTextEdit()
        self._several.setAccessibleName(say("Several names, one a line"))
        self._several.setPlaceholderText(say("Several names, one a line"))
        self._several.setTabChangesFocus(True)
        self._several.setFixedHeight(64)
        self.put_several = button(say("Put these on the list"), look=look, icon="add")
        entry = QWidget()
        lines = column(
            self._candidate,
            row(0, self.put_on),
            self._several,
            row(0, self.put_several),
            0,
            space=8,
        )
        lines.setContentsMargins(2, 2, 10, 2)
        entry.setLayout(lines)
        made = QWidget()
        side = column(self._count, self.names, row(0, self.take_off), space=8)
        halves = row(scrolled(entry), side, space=12)
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        made.setLayout(halves)
        return made

    def _connect(self) -> None:
        lists = self._presenter.lists
        self._title.textEdited.connect(lambda text: lists.write(title=text))
        self._beside.textEdited.connect(lambda text: lists.write(title_beside=text))
        self._reason.textEdited.connect(lambda text: lists.write(ballot_reason=text))
        self.ballot.picked.connect(lambda kind: lists.write(ballot=kind))
        self._session.picked.connect(lambda session: lists.write(session=session))
        self._office.picked.connect(lambda office: lists.write(office=Office(office)))
        self._profile.picked.connect(lambda name: lists.write(profile=ProfileName(name)))
        self._seats.editingFinished.connect(lambda: lists.write(seats=self._seats.value()))
        self._alternates.editingFinished.connect(lambda: lists.write(alternate_seats=self._alternates.value()))
        on_click(self.put_on, self._on_put_on)
        self._candidate.person.returnPressed.connect(self._on_put_on)
        on_click(self.put_several, self._on_put_several)
        on_click(self.take_off, self._on_take_off)
        on_click(self.cancel, self._presenter.close_form)
        on_click(self.save, lists.create)
        on_key(self, "Ctrl+S", self.save.click)
        on_key(self, "Escape", self.cancel.click)

    def _on_put_on(self) -> None:
        self._presenter.lists.put_on(self._candidate.written())
        self._candidate.clear()

    def _on_put_several(self) -> None:
        self._presenter.lists.put_on_several(self._several.toPlainText())
        self._several.clear()

    def _on_take_off(self) -> None:
        place = self.names.currentRow()
        if 0 <= place < len(self._places):
            self._presenter.lists.take_off(self._places[place])

    def _card(self, inside: QWidget, below: QWidget | None = None) -> QFrame:
        """below: what stays in sight however far the inside is scrolled."""
        made = QFrame()
        made.setProperty("look", "card")
        layout = column(inside, *([below] if below else []), space=8, margin=14)
        layout.setStretch(0, 1)
        made.setLayout(layout)
        return made
