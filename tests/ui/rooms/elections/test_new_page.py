"""A new election in the window: type of ballot, session, the congress's own rules, explained before they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.ballot_forms import BallotKind
from congress_desk.domain.election_rules import BaseRule, Office, ProfileName, TieRule, Undecided
from congress_desk.domain.journal import Kind
from congress_desk.domain.majority import Formula
from congress_desk.domain.refusals import Reason
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.state import Fact
from congress_desk.ui.rooms.elections.view import ElectionsView
from tests.ui.rooms.elections.conftest import NAMES, Room


@pytest.fixture
def view(look: Look, room: Room) -> Iterator[ElectionsView]:
    made = ElectionsView(room.presenter, look)
    made.resize(1180, 680)
    room.presenter.attach(made)
    made.show()
    yield made
    shiboken6.delete(made)


@pytest.fixture
def writing(view: ElectionsView, room: Room) -> Room:
    """Five names for four seats, of no organ that needs a surplus."""
    lists = room.presenter.lists
    lists.begin()
    lists.write(title="Bầu", seats=4, office=Office.OTHER)
    lists.put_on_several("\n".join(NAMES))
    return room


def rule_of(edit: object) -> Formula:
    return edit.formula()  # type: ignore[attr-defined, no-any-return]


def test_another_type_of_ballot_is_created_only_with_its_reason(view: ElectionsView, writing: Room) -> None:
    page = view.new_page
    assert page.save.isEnabled()
    page.ballot.button(BallotKind.COLUMNS).click()
    assert not page.save.isEnabled()
    reason = page._fields["ballot_reason"]
    assert reason.isVisible()
    QTest.keyClicks(reason.control, "theo NQ 4")
    assert page.save.isEnabled()
    page.save.click()
    assert writing.told() is Fact.CREATED
    one = writing.state.round
    assert one is not None
    assert (one.ballot, one.ballot_reason) == (BallotKind.COLUMNS, "theo NQ 4")
    with writing.hall.store.reading() as work:
        [event] = work.journal.of_kinds([Kind.ELECTION_CREATED])
    assert event.body["ballot_reason"] == "theo NQ 4"
    assert view.list._unusual.isVisible()


def test_a_type_that_goes_with_the_list_asks_for_nothing(view: ElectionsView, writing: Room) -> None:
    page = view.new_page
    page.ballot.button(BallotKind.STRIKE).click()
    assert page.save.isEnabled()
    assert not page._fields["ballot_reason"].isVisible()
    writing.presenter.lists.write(seats=5)
    assert not page.save.isEnabled()  # no surplus any more: names cannot be struck
    page.ballot.button(None).click()
    assert page.save.isEnabled()


def test_fewer_names_than_seats_are_told_while_writing_and_on_the_list(view: ElectionsView, writing: Room) -> None:
    def told(page: QWidget) -> set[str]:
        return {one.text() for one in page.findChildren(QLabel) if "Seats stay open" in one.text()}

    assert told(view.new_page) == set()
    writing.presenter.lists.write(seats=7)
    few = "Names on the list: 5, to elect: 7. Seats stay open even where everybody on the list is elected."
    assert told(view.new_page) == {few}
    view.new_page.save.click()
    assert writing.told() is Fact.CREATED
    assert told(view.list) == {few}


def test_the_session_is_kept_with_the_election(view: ElectionsView, writing: Room) -> None:
    session = writing.state.sessions[0]
    place = view.new_page._session
    place.setCurrentIndex(1)
    place.picked.emit(place.value())
    view.new_page.save.click()
    assert writing.state.election is not None
    assert writing.state.election.session == session.id


def test_the_congress_s_own_rules_are_written_in_the_window(view: ElectionsView, writing: Room) -> None:
    lists, own = writing.presenter.lists, view.new_page.own
    assert not own.isVisible()
    lists.write(profile=ProfileName.CUSTOM)
    assert own.isVisibleTo(view)
    QTest.keyClicks(own.law, "07-QC")
    own.percent.setValue(-1)
    own.percent.editingFinished.emit()
    own.majority.strict.setCurrentIndex(1)
    own.majority.part.setValue(2)
    own.majority.whole.setValue(3)
    own.majority.whole.editingFinished.emit()
    for choice, rule in ((own.base, BaseRule.VALID), (own.tie, TieRule.ELDER), (own.undecided, Undecided.INVALID)):
        choice.show_value(rule)
        choice.picked.emit(choice.value())
    view.new_page.save.click()
    assert writing.state.election is not None
    profile = writing.state.election.profile
    assert (profile.law, profile.surplus_most) == ("07-QC", None)
    assert profile.majority == Formula(Fraction(2, 3), strict=False)
    assert (profile.base, profile.tie, profile.undecided) == (BaseRule.VALID, TieRule.ELDER, Undecided.INVALID)


def test_a_majority_of_more_than_all_is_explained_before_it_is_kept(view: ElectionsView, writing: Room) -> None:
    lists, own = writing.presenter.lists, view.new_page.own
    lists.write(profile=ProfileName.CUSTOM)
    own.majority.part.setValue(7)
    own.majority.whole.setValue(3)
    own.majority.whole.editingFinished.emit()
    assert rule_of(own.majority) == Formula(Fraction(1))
    assert writing.state.list_error is not None
    assert writing.state.list_error.reason is Reason.MAJORITY_UNREACHABLE
    view.new_page.save.click()
    assert writing.refused() is Reason.MAJORITY_UNREACHABLE


def test_a_surplus_that_the_rules_forbid_and_the_office_needs_is_explained(writing: Room) -> None:
    lists = writing.presenter.lists
    lists.write(profile=ProfileName.CUSTOM, office=Office.EXECUTIVE)
    lists.write_own(percent=0, least=0)
    assert writing.state.list_error is not None
    assert writing.state.list_error.reason is Reason.SURPLUS_FORBIDDEN


def test_where_age_decides_names_without_a_date_of_birth_are_counted(view: ElectionsView, writing: Room) -> None:
    lists, own = writing.presenter.lists, view.new_page.own
    lists.write(profile=ProfileName.CUSTOM)
    assert not own._tie_told.isVisibleTo(own)
    lists.write_own(tie=TieRule.ELDER)
    assert own._tie_told.isVisibleTo(own)
    assert "5" in own._tie_told.text()


def test_ctrl_s_creates_and_escape_leaves(view: ElectionsView, writing: Room) -> None:
    QTest.keyClick(view.new_page, Qt.Key.Key_Escape)
    assert not view.new_page.isVisible()
    writing.presenter.lists.begin()
    assert view.new_page.isVisible()
