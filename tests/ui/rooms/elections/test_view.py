"""The elections room on the screen: one doubtful sheet from scanner to conclusion, keyboard entry, what keys do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from congress_desk.domain.ballot_forms import Mark
from congress_desk.domain.ballots import CandidateId, Question
from congress_desk.domain.election_rules import InvalidReason
from congress_desk.domain.refusals import Reason
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.samples import SAMPLES
from congress_desk.ui.rooms.elections.state import Fact, Form, Step
from congress_desk.ui.rooms.elections.view import ElectionsView
from tests.ui.rooms.elections.a_ballot import scanned
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
def counting(view: ElectionsView, room: Room, tmp_path: Path) -> Room:
    """Two ballots printed, issued and collected; the committee named."""
    room.prepared()
    room.with_committee()
    room.presenter.open_step(Step.BALLOTS)
    room.presenter.papers.wish(copies=2)
    room.presenter.papers.print_ballots(tmp_path / "ballots.pdf")
    room.moved(2, 2)
    room.presenter.open_step(Step.COUNTING)
    return room


def dropped(view: ElectionsView, paths: list[Path]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view.counting.scan.place, QDragEnterEvent(QPoint(5, 5), copy, mime, left, none))
    QApplication.sendEvent(view.counting.scan.place, QDropEvent(QPointF(5, 5), copy, mime, left, none))


def test_a_doubtful_sheet_goes_from_the_scanner_to_two_people_and_into_the_count(
    view: ElectionsView, counting: Room, tmp_path: Path
) -> None:
    room = counting
    assert room.state.round is not None
    sheet = scanned(room.hall, room.state.round, tmp_path / "scans", whole=4, half=1)
    dropped(view, [sheet])
    assert room.state.scan is not None
    assert (room.state.scan.asked, room.state.scan.refused) == (1, 0)
    assert view.path.button(Step.JUDGING).text().endswith("(1)")

    view.path.button(Step.JUDGING).click()
    judging = room.state.judging
    assert judging is not None
    assert (judging.question, judging.row) == (Question.DOUBT, CandidateId(NAMES[1]))
    assert judging.marks[CandidateId(NAMES[4])] is Mark.NO
    assert view.judging.sheet.picture.picture.width() > 1000
    assert not view.judging.detail.picture.picture.isNull()
    options = [*view.judging.panel.reasons.values(), *view.judging.panel.marks.values(), view.judging.panel.valid]
    assert not any(one.isChecked() for one in options)
    assert not view.judging.panel.conclude.isEnabled()

    QTest.keyClick(view.judging.queue, Qt.Key.Key_1)
    assert view.judging.panel.valid.isChecked()
    assert view.judging.panel.conclude.isEnabled()
    room.presenter.say_who(1, "")
    assert not view.judging.panel.conclude.isEnabled()
    by = room.here()
    QTest.keyClick(view.judging.queue, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert room.told() is Fact.JUDGED
    assert view.judging.empty.isVisible()
    found = room.hall.voting.counting.sheet(judging.sheet.id)
    assert found.judged is not None
    assert found.judged.by == by
    assert list(room.count().votes.values()) == [1, 1, 1, 1, 0]


def test_a_reason_of_the_regulation_is_chosen_by_its_letter(
    view: ElectionsView, counting: Room, tmp_path: Path
) -> None:
    assert counting.state.round is not None
    dropped(view, [scanned(counting.hall, counting.state.round, tmp_path / "scans", whole=4, half=1)])
    view.path.button(Step.JUDGING).click()
    QTest.keyClick(view.judging.names, Qt.Key.Key_G)
    assert view.judging.panel.reasons[InvalidReason.MARKED].isChecked()
    QTest.keyClick(view.judging.names, Qt.Key.Key_H)
    assert not view.judging.panel.reasons[InvalidReason.MARKED].isChecked()
    view.judging.panel.why.setText("có chữ ký")
    view.judging.panel.conclude.click()
    assert counting.count().invalid == {InvalidReason.SIGNED: 1}


def test_letters_typed_into_the_note_choose_nothing(view: ElectionsView, counting: Room, tmp_path: Path) -> None:
    assert counting.state.round is not None
    dropped(view, [scanned(counting.hall, counting.state.round, tmp_path / "scans", whole=4, half=1)])
    view.path.button(Step.JUDGING).click()
    view.judging.panel.why.setFocus()
    QTest.keyClicks(view.judging.panel.why, "gach 1")
    assert view.judging.panel.why.text() == "gach 1"
    assert counting.state.judging is not None
    assert not counting.state.judging.chosen


def test_the_reading_is_drawn_beside_the_sheet_and_taken_away(
    view: ElectionsView, counting: Room, tmp_path: Path
) -> None:
    assert counting.state.round is not None
    dropped(view, [scanned(counting.hall, counting.state.round, tmp_path / "scans", whole=4, half=1)])
    view.path.button(Step.JUDGING).click()
    assert counting.state.judging is not None
    plain = counting.state.judging.whole
    QTest.keyClick(view.judging.queue, Qt.Key.Key_F4)
    assert counting.state.judging.whole not in (None, plain)
    QTest.keyClick(view.judging.queue, Qt.Key.Key_F4)
    assert counting.state.judging.whole == plain


def test_a_ballot_is_entered_by_a_line_of_numbers_and_enter(view: ElectionsView, counting: Room) -> None:
    panel, page = view.counting.entry, view.entry
    counting.presenter.counts.choose_way(panel.way)
    panel.by.setText("Lan")
    panel.begin.click()
    assert counting.state.form is Form.ENTRY
    for line in ("5", "4 5", "h", "9", "1 2"):
        page.line.clear()
        QTest.keyClicks(page.line, line)
        QTest.keyClick(page.line, Qt.Key.Key_Return)
    entry = counting.state.entry
    assert entry is not None
    assert len(entry.rows) == 4  # there is no ninth name: nothing was accepted
    assert [list(row.marks.values()).count(Mark.NO) for row in entry.rows] == [1, 2, 0, 2]
    QTest.keyClick(page.line, Qt.Key.Key_Up)
    assert page.line.text() == "1 2"
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert counting.told() is Fact.ENTERED


def test_a_tally_is_written_name_by_name_and_checked_at_once(view: ElectionsView, counting: Room) -> None:
    counting.presenter.counts.choose_way(view.counting.tally.way)
    view.counting.tally.begin.click()
    page = view.tally
    page.valid.setValue(2)
    for edits, votes in zip(page.edits.values(), (2, 2, 2, 3, 0), strict=True):
        edits[0].setValue(votes)
    assert not page.save.isEnabled()
    list(page.edits.values())[3][0].setValue(2)
    page.save.click()
    assert counting.told() is Fact.TALLIED
    assert counting.count().valid == 2


def test_the_seal_needs_two_names_and_stays_in_sight(view: ElectionsView, room: Room) -> None:
    room.counted(["yyyyn"] * 6)
    room.presenter.open_step(Step.RESULT)
    room.presenter.say_who(0, "")
    view.result.standing.seal.click()
    assert not view.result.seal_form.save.isEnabled()
    room.here()
    view.result.seal_form.save.click()
    assert room.told() is Fact.SEALED
    assert view.result.on_screen.isEnabled()
    assert view.result.table.as_texts(view.result.table.rows.shown())[1] == ["Phạm An", "6", "66.67 %", "Is elected"]
    assert not view.result.standing.seal.isVisible()


def test_a_balance_that_does_not_hold_says_both_sides(view: ElectionsView, room: Room) -> None:
    room.prepared()
    room.with_committee()
    room.moved(3, 3)
    room.entered(["yyyyn", "yyyyn"])
    room.presenter.open_step(Step.RESULT)
    room.presenter.open_tab(1)
    assert any(line.endswith("2 against 3") for line in view.result.balance.lines())
    assert not view.result.standing.seal.isEnabled()


def test_a_member_on_the_ballot_is_said_before_anything_is_recorded(view: ElectionsView, room: Room) -> None:
    person = room.state.people[0]
    room.prepared(seats=1, names=(person.sheet.full_name, "Ngô Yến"))
    room.presenter.open_step(Step.COMMITTEE)
    view.committee.person.setText(
        f"{person.sheet.full_name} · {person.sheet.delegation} · {person.sheet.card_number}"
    )
    room.presenter.lists.join(person)
    error = room.state.members_error
    assert error is not None
    assert error.reason is Reason.ON_THE_BALLOT
    assert not view.committee.name.isEnabled()


def test_every_sample_is_drawn_in_one_view(view: ElectionsView) -> None:
    for state in SAMPLES.values():
        view.show_state(state)
    assert view.minimumSizeHint().width() <= 1104
