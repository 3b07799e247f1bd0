"""Step 1: who stands, in the order of the ballot; what the regulation says of the list; adding and withdrawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.election_lists import ballot_article, departs, printed_names
from congress_desk.domain.election_rules import Rule
from congress_desk.domain.elections import Candidate, Election, Round, RoundState, Source
from congress_desk.plumbing.vote_words import BALLOTS_UNUSUAL, OFFICES, PROFILE_NAMES, ROUND_KINDS, SOURCES
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.list_acts import as_candidate
from congress_desk.ui.rooms.elections.parts import SideForm, evenly
from congress_desk.ui.rooms.elections.state import ElectionsState, Form
from congress_desk.ui.rooms.elections.words import KINDS, article_words, surplus_words
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.forms import Choice, Field, figure_edit, line_edit, scrolled
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.parts import button, card, column, label, on_click, row
from congress_desk.ui.widgets.people_words import isolated
from congress_desk.ui.widgets.person_edit import PersonEdit
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

SIDE_WIDTH = 340
MOST_PEOPLE = 9_999


class ListPage(QWidget):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._form = Form.NONE
        self._printed: dict[str, str] = {}
        self._places: dict[str, int] = {}
        self._build()
        self._connect()

    def show_state(self, state: ElectionsState) -> None:
        seen, say = state.seen, self._look.say
        if seen is None:
            return
        election, one = seen.election, seen.round
        self._printed = dict(zip((c.id for c in one.candidates), printed_names(one.candidates), strict=True))
        self._places = {c.id: place for place, c in enumerate(one.candidates, 1)}
        self.table.show_rows(one.candidates)
        self._facts.setText(
            " · ".join(
                (say(OFFICES[election.office]), say(PROFILE_NAMES[election.profile.name]), election.profile.law)
            )
        )
        to_elect = say("To elect: {seats}", seats=one.seats)
        self._round.setText(f"{say(ROUND_KINDS[one.kind])} · {to_elect}")
        self._ballot.setText(say(KINDS[one.ballot]) + article_words(election.profile, Rule.BALLOT, say))
        self._show_unusual(election, one)
        if state.surplus is not None:
            tone, told = surplus_words(state.surplus, election.profile, say)
            self._told.show_notice(self._look, tone, told)
        gone = [f"{candidate.name}: {reason}" for candidate, reason in election.withdrawn]
        self._gone.setText("\n".join(gone))
        self._gone_card.setVisible(bool(gone))
        open_now = one.state is RoundState.PREPARING
        self._closed.setVisible(not open_now)
        self.add.setEnabled(open_now)
        self.withdraw.setEnabled(open_now and self.table.current() is not None)
        self._draw_side(state)

    def _show_unusual(self, election: Election, one: Round) -> None:
        """A type of ballot that the regulation does not have for this list, and why it is used."""
        say, told = self._look.say, ""
        if departs(one.ballot, len(one.candidates), one.seats):
            article = isolated(ballot_article(election.profile), say)
            told = say(BALLOTS_UNUSUAL[one.ballot], article=article)
            reason = say("The reason on record: {reason}", reason=isolated(one.ballot_reason, say))
            told = f"{told} {reason}" if one.ballot_reason else told
        self._unusual.show_notice(self._look, Tone.ASK, told)

    def _build(self) -> None:
        look, say, presenter = self._look, self._look.say, self._presenter
        self.table: Table[Candidate] = Table(look, self._columns(), name=say("Candidates"), identify=lambda c: c.id)
        self.add = button(say("Add a name"), look=look, icon="add", key="F6")
        self.withdraw = button(say("Take off the list"), look=look, icon="cross", kind="quiet")
        self._closed = label(say("Ballots are out: the list cannot change any more."), "muted", wrap=True)
        left = QWidget()
        bar = row(self.add, self.withdraw, self._closed, 0)
        lines = column(self.table, bar, space=10)
        lines.setStretch(0, 1)
        left.setLayout(lines)
        self._facts, self._round = label("", wrap=True), label("", "strong", wrap=True)
        self._ballot, self._gone = label("", wrap=True), label("", wrap=True)
        self._told, self._unusual = NoticePlace(), NoticePlace()
        self._gone_card = card(label(say("Taken off the list"), "strong"), self._gone, space=4, margin=14)
        content = QWidget()
        facts = card(self._round, self._facts, self._ballot, space=8, margin=14)
        content.setLayout(column(facts, self._unusual, self._told, self._gone_card, 0, space=10))
        overview = scrolled(content)
        self.candidate_form, self.withdraw_form = (
            CandidateForm(presenter, look),
            WithdrawForm(presenter, look, self.table),
        )
        self._overview = overview
        self._side = QStackedWidget()
        self._side.setFixedWidth(SIDE_WIDTH)
        for part in (overview, self.candidate_form, self.withdraw_form):
            self._side.addWidget(part)
        halves = row(left, self._side, space=12)
        halves.setStretch(0, 1)
        self.setLayout(halves)

    def _connect(self) -> None:
        presenter = self._presenter
        on_click(self.add, lambda: presenter.open_form(Form.CANDIDATE))
        on_click(self.withdraw, lambda: presenter.open_form(Form.WITHDRAW))
        self.table.chosen.connect(
            lambda chosen: self.withdraw.setEnabled(chosen is not None and self.add.isEnabled())
        )

    def _draw_side(self, state: ElectionsState) -> None:
        fresh, self._form = state.form is not self._form, state.form
        part: QWidget = {Form.CANDIDATE: self.candidate_form, Form.WITHDRAW: self.withdraw_form}.get(
            state.form, self._overview
        )
        self._side.setCurrentWidget(part)
        self.candidate_form.show_form(state, fresh=fresh and state.form is Form.CANDIDATE)
        self.withdraw_form.show_form(state, fresh=fresh and state.form is Form.WITHDRAW)

    def _columns(self) -> list[Column[Candidate]]:
        say = self._look.say
        return [
            Column(
                title=say("No."),
                text=lambda c: str(self._places.get(c.id, "")),
                key=lambda c: self._places.get(c.id, 0),
                number=True,
                width=56,
            ),
            Column(title=say("Full name"), text=lambda c: self._printed.get(c.id, c.name), stretches=True),
            Column(title=say("Born"), text=lambda c: "/".join(reversed(c.born.split("-"))), width=110),
            Column(title=say("Nominated by"), text=lambda c: say(SOURCES[c.source]), width=210),
            Column(title=say("Consent"), text=_consent, width=110, number=True),
        ]


class NoticePlace(QWidget):
    """Room for one notice that stays."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(space=0)
        self.setLayout(self._lines)

    def show_notice(self, look: Look, tone: object, sentence: str) -> None:
        from congress_desk.ui.tone import Tone

        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.setVisible(bool(sentence))
        if sentence:
            self._lines.addWidget(Notice(look, Tone(str(tone)), sentence, closable=False))


class CandidateFields(QWidget):
    """A delegate or another person, by whom named, and with whose consent."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        say = look.say
        self.person = PersonEdit(say("A few letters of the name"))
        self._born = line_edit(placeholder=say("Year, or year-month-day"))
        self._source = Choice((say(word), source) for source, word in SOURCES.items())
        self._consent, self._attending = figure_edit(0, MOST_PEOPLE), figure_edit(0, MOST_PEOPLE)
        self.fields = {
            "candidate": Field(say("Full name"), self.person, say("A delegate, or somebody else")),
            "born": Field(say("Born"), self._born, say("Printed only where two people have one name")),
            "source": Field(say("Nominated by"), self._source),
        }
        self._from_floor = evenly(
            [Field(say("Consent of"), self._consent), Field(say("of those attending"), self._attending)]
        )
        self.setLayout(column(*self.fields.values(), self._from_floor, space=10))
        self._source.picked.connect(lambda _source: self._on_source())
        self._on_source()

    def offer(self, people: tuple[Delegate, ...]) -> None:
        self.person.offer(people)

    def written(self) -> Candidate:
        return as_candidate(
            self.person.name(),
            self.person.person(),
            born=self._born.text().strip(),
            source=self._source.value(),
            consent=self._consent.value(),
            attending=self._attending.value(),
        )

    def clear(self) -> None:
        self.person.clear()
        self._born.clear()
        self.person.setFocus()

    def _on_source(self) -> None:
        self._from_floor.setVisible(self._source.value() is not Source.OFFICIAL)


class CandidateForm(SideForm):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__(presenter, look, look.say("Add a name to the list"), look.say("Add"))
        self._written = CandidateFields(look)
        self.fields = self._written.fields
        self.lay_out(self._written)
        on_click(self.save, lambda: presenter.lists.add(self._written.written()))

    def show_form(self, state: ElectionsState, *, fresh: bool) -> None:
        self._written.offer(state.people)
        self.show_wrong(state)
        if fresh:
            self._written.clear()


class WithdrawForm(SideForm):
    def __init__(self, presenter: ElectionsPresenter, look: Look, table: Table[Candidate]) -> None:
        say = look.say
        super().__init__(presenter, look, say("Take a name off the list"), say("Take off"))
        self._who = label("", "strong", wrap=True)
        self._reason = line_edit()
        self._table = table
        self.fields = {"reason_needed": Field(say("Reason, as the congress agreed"), self._reason)}
        told = label(say("Ballots printed with this name are waste: print them anew."), "muted", wrap=True)
        self.lay_out(self._who, *self.fields.values(), told)
        on_click(self.save, lambda: self._on_save(presenter))

    def show_form(self, state: ElectionsState, *, fresh: bool) -> None:
        chosen = self._table.current()
        self._who.setText(chosen.name if chosen else "")
        self.show_wrong(state)
        if fresh:
            self._reason.clear()
            self._reason.setFocus()

    def _on_save(self, presenter: ElectionsPresenter) -> None:
        chosen = self._table.current()
        if chosen is not None:
            presenter.lists.withdraw(chosen.id, self._reason.text())


def _consent(candidate: Candidate) -> str:
    return "" if candidate.consent is None else f"{candidate.consent} / {candidate.attending or 0}"
