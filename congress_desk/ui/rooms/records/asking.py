"""What the chosen paper asks for: session, round, vote or document; whose; and how it shall look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QWidget

from congress_desk.domain.paper_options import FARTHEST_SHIFT
from congress_desk.domain.records import BadgeSize
from congress_desk.domain.seating import PlanName
from congress_desk.plumbing.texts import marked
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.records.catalogue import SHEETS, Option, Subject
from congress_desk.ui.rooms.records.state import Named, RecordsState, Whose
from congress_desk.ui.rooms.records.words import WHOSE, round_words, session_words, vote_words
from congress_desk.ui.widgets.forms import Choice, Field, millimetres
from congress_desk.ui.widgets.parts import button, column, on_click, row
from congress_desk.ui.widgets.people_words import isolated

if TYPE_CHECKING:
    from congress_desk.ui.rooms.records.presenter import RecordsPresenter

PLANS = {PlanName.OTHER: marked("Other sessions"), PlanName.OPENING: marked("Opening session")}
SUBJECTS = {
    Subject.ROUND: marked("Round of an election"),
    Subject.VOTE: marked("Vote"),
    Subject.DOCUMENT: marked("Document"),
}


class Asking(QWidget):
    def __init__(self, presenter: RecordsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._offered: dict[Choice, list[tuple[str, Any]]] = {}
        self._build()
        self._connect()
        self.show_state(RecordsState())

    def show_state(self, state: RecordsState) -> None:
        self._draw_session(state)
        self._draw_subject(state)
        self._draw_people(state)
        self._draw_looks(state)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self.session = Choice()
        self._session = Field(say("Session"), self.session)
        self.subjects = {subject: Choice() for subject in SUBJECTS}
        self._subjects = {subject: Field(say(SUBJECTS[subject]), self.subjects[subject]) for subject in SUBJECTS}
        self.whose = Choice((say(word), whose) for whose, word in WHOSE.items())
        self._whose = Field(say("Who is printed"), self.whose)
        self.delegation = Choice()
        self._delegation = Field(say("Delegation"), self.delegation)
        self._choose = button("", look=look, icon="people")
        people = row(self._whose, self._delegation, space=8)
        people.setStretch(0, 1)
        people.setStretch(1, 1)
        self._build_looks()
        looks = row(self._size, self._plan, self._paper, space=8)
        for place in range(3):
            looks.setStretch(place, 1)
        fields = (self._session, *self._subjects.values())
        self.setLayout(column(*fields, people, self._choose, looks, self._shift, self.backs, space=8))

    def _build_looks(self) -> None:
        say = self._look.say
        sizes = [(isolated(size.value.replace("x", " × ") + " mm", say), size.value) for size in BadgeSize]
        self.size_of_badge = Choice(sizes)
        self._size = Field(say("Badge size"), self.size_of_badge)
        self.paper = Choice()
        self._paper = Field(say("Paper"), self.paper)
        self.plan = Choice((say(word), plan.value) for plan, word in PLANS.items())
        self._plan = Field(say("Seating plan"), self.plan)
        self.backs = QCheckBox(say("With backs, mirrored for both sides"))
        self.right, self.down = millimetres(FARTHEST_SHIFT), millimetres(FARTHEST_SHIFT)
        right, down = Field(say("Shift right"), self.right), Field(say("Shift down"), self.down)
        self._shift = QWidget()
        self._shift.setLayout(row(right, down, space=8))

    def _connect(self) -> None:
        presenter = self._presenter
        self.session.picked.connect(presenter.choose_session)
        for choice in self.subjects.values():
            choice.picked.connect(presenter.choose_subject)
        self.whose.picked.connect(presenter.choose_whose)
        self.delegation.picked.connect(presenter.choose_delegation)
        on_click(self._choose, presenter.choose_people)
        self.size_of_badge.picked.connect(lambda size: presenter.choose_look(Option.SIZE, _but(size, "90x130")))
        self.paper.picked.connect(self._on_paper)
        self.plan.picked.connect(lambda plan: presenter.choose_look(Option.PLAN, _but(plan, "other")))
        self.backs.clicked.connect(lambda on: presenter.choose_look(Option.BACKS, "yes" if on else ""))
        for spin in (self.right, self.down):
            spin.editingFinished.connect(self._on_shift)

    def _on_paper(self, sheet: str) -> None:
        """The first of a form's sheets is its usual one."""
        self._presenter.choose_look(Option.PAPER, "" if self.paper.currentIndex() == 0 else sheet)

    def _on_shift(self) -> None:
        right, down = self.right.value(), self.down.value()
        self._presenter.choose_look(Option.SHIFT, f"{right:g},{down:g}" if right or down else "")

    def _draw_session(self, state: RecordsState) -> None:
        say, whole = self._look.say, state.about is Subject.ANY_SESSION
        self._session.setVisible((state.needs_session or whole) and bool(state.sessions))
        options = [(session_words(one, say, state.zone), one.id) for one in state.sessions or ()]
        first = [(say("The congress until now"), None)] if whole else []
        self._offer(self.session, [*first, *options], state.asked_session)

    def _draw_subject(self, state: RecordsState) -> None:
        say = self._look.say
        for subject, field in self._subjects.items():
            field.setVisible(state.about is subject and bool(_there(state, subject)))
        if state.about is Subject.ROUND:
            options = [(round_words(one, say), one.id) for one in state.rounds]
        elif state.about is Subject.VOTE:
            votes = [(vote_words(one, say), one.id) for one in state.votes]
            options = [(say("Register of all votes"), ""), *votes]
        else:
            documents = [(one.title, one.id) for one in state.documents]
            options = [(say("All documents"), ""), *documents]
        if state.about in self.subjects:
            self._offer(self.subjects[state.about], options, state.asked_subject)

    def _offer(self, choice: Choice, options: list[tuple[str, Any]], chosen: object) -> None:
        """Anew only where they are others, so that an open list stays open."""
        if self._offered.get(choice) != options:
            self._offered[choice] = options
            choice.offer(options, chosen)
        elif choice.value() != chosen:
            choice.show_value(chosen)

    def _draw_people(self, state: RecordsState) -> None:
        choosing = state.chooses_people
        self._whose.setVisible(choosing)
        self.whose.show_value(state.whose)
        self._delegation.setVisible(choosing and state.whose is Whose.DELEGATION)
        none = self._look.say("No delegation")
        self._offer(self.delegation, [(name or none, name) for name in state.delegations], state.delegation)
        self._choose.setVisible(choosing and state.whose is Whose.CHOSEN)
        self._choose.setText(self._look.say("Chosen people: {count}", count=len(state.chosen)))

    def _draw_looks(self, state: RecordsState) -> None:
        offered, looks = state.offered_options, state.looks
        self._size.setVisible(Option.SIZE in offered)
        self._paper.setVisible(Option.PAPER in offered)
        self._plan.setVisible(Option.PLAN in offered)
        self._shift.setVisible(Option.SHIFT in offered)
        self.backs.setVisible(Option.BACKS in offered)
        self.size_of_badge.show_value(looks.get("size"))
        self.plan.show_value(looks.get("plan"))
        self.backs.setChecked(looks.get("backs") == "yes")
        sheets = SHEETS.get(state.form, ())
        self._offer(self.paper, [(sheet.upper(), sheet) for sheet in sheets], looks.get("paper"))
        right, down = (looks.get("shift") or "0,0").split(",")
        self.right.setValue(float(right))
        self.down.setValue(float(down))


def _there(state: RecordsState, subject: Subject) -> tuple[Named, ...]:
    return {Subject.ROUND: state.rounds, Subject.VOTE: state.votes}.get(subject, state.documents)


def _but(value: str, usual: str) -> str:
    """ "" for the usual, so that a paper in its usual looks can be sealed."""
    return "" if value == usual else value
