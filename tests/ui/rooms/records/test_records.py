"""What is printed: previewed first, drawn page by page, sent once, journaled when it went out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.paper_zoom import ZOOMS
from congress_desk.ui.rooms.records.catalogue import GROUPS, Group
from congress_desk.ui.rooms.records.form_words import FORMS
from congress_desk.ui.rooms.records.samples import SAMPLES
from congress_desk.ui.rooms.records.state import Fact, Stand, Whose
from congress_desk.ui.rooms.records.view import RecordsView
from congress_desk.ui.widgets.paper_view import PaperView
from tests.builders import Hall, a_hall
from tests.ui.builders import AtOnce, Later
from tests.ui.rooms.records.room import PaperTray, Room

Made = Callable[..., Room]


@pytest.fixture
def made(hall: Hall, settings: SettingsFile, tmp_path: Path) -> Iterator[Made]:
    """Makes rooms over the real desk, with these printers, and closes it afterwards."""
    rooms: list[Room] = []

    def make(*printers: str, runner: AtOnce | None = None, over: Hall = hall) -> Room:
        rooms.append(Room(over, settings, tmp_path, tray=PaperTray(*printers), runner=runner))
        return rooms[-1]

    yield make
    for room in rooms:
        room.desk.close()


def test_the_attendance_of_the_session_of_the_clock_is_shown_first(room: Room) -> None:
    assert room.state.form is Form.ATTENDANCE
    assert room.state.session == room.hall.session
    assert room.stand() is Stand.SHOWN
    assert room.paper().pages >= 1
    picture = room.paper().picture
    assert picture is not None
    assert len(picture.rgb) == picture.width * picture.height * 3


WAITING: dict[Form, Stand] = {  # in a congress of which nothing is written, drawn, voted or filed yet
    Form.PROGRAMME: Stand.FAILED,
    Form.RESOLUTION: Stand.FAILED,
    Form.ACTION_PROGRAMME: Stand.FAILED,
    Form.SEATING: Stand.FAILED,
    Form.SEAT_TICKETS: Stand.FAILED,
    Form.VOTE_RECORD: Stand.NO_VOTE,
    Form.COUNT_RECORD: Stand.NO_ROUND,
    Form.ENTRY_LOG: Stand.NO_ROUND,
    Form.SEAL_LABEL: Stand.NO_ROUND,
    Form.HAND_OVER: Stand.NO_ROUND,
    Form.RESULT_SLIDE: Stand.NO_ROUND,
    **dict.fromkeys(GROUPS[Group.DOCUMENTS], Stand.NO_DOCUMENT),
}


@pytest.mark.parametrize("form", list(WAITING))
def test_a_paper_of_which_there_is_nothing_yet_says_why(room: Room, form: Form) -> None:
    room.presenter.choose_form(form)
    assert room.stand() is WAITING[form]
    assert (room.paper().error is not None) == (room.stand() is Stand.FAILED)


@pytest.mark.parametrize("form", [form for form in FORMS if form not in WAITING])
def test_every_form_can_be_previewed_and_nothing_is_journaled(room: Room, form: Form) -> None:
    if form is Form.ERASURE:
        room.hall.faces.erase()
    room.presenter.choose_form(form)
    assert room.stand() is Stand.SHOWN, room.paper().error
    assert room.printings() == []


def test_every_form_of_the_records_is_offered_once() -> None:
    offered = [paper for papers in GROUPS.values() for paper in papers]
    assert sorted(offered) == sorted(Form)
    assert set(FORMS) == set(offered)


def test_the_paper_has_its_own_language(room: Room) -> None:
    english = room.paper().pdf
    room.presenter.choose_language("vi")
    assert room.paper().pdf != english
    assert room.around.settings.current.language == "en"


def test_what_was_seen_is_what_is_printed_and_it_is_journaled(room: Room) -> None:
    room.presenter.paper.print_paper()
    assert room.tray.sent == [("HP", room.paper().pdf)]
    (event,) = room.printings()
    assert event.body["form"] == "attendance"
    assert event.session == room.hall.session
    assert room.state.told is not None
    assert (room.state.told.fact, room.state.told.places) == (Fact.PRINTED, {"printer": "HP"})
    assert not room.state.sending


def test_the_chosen_printer_is_kept_on_this_desk(room: Room) -> None:
    room.presenter.choose_printer("Canon")
    room.presenter.paper.print_paper()
    assert [name for name, _pdf in room.tray.sent] == ["Canon"]
    assert room.around.settings.current.printer == "Canon"


def test_saving_is_journaled_too(room: Room, tmp_path: Path) -> None:
    room.presenter.paper.save(tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == room.paper().pdf
    assert len(room.printings()) == 1


def test_a_folder_that_cannot_be_written_is_told_and_not_journaled(room: Room, tmp_path: Path) -> None:
    room.presenter.paper.save(tmp_path / "nowhere" / "a.pdf")
    assert room.state.told is not None
    assert isinstance(room.state.told.error, Trouble)
    assert room.state.told.error.problem is Problem.CANNOT_WRITE
    assert room.printings() == []


def test_without_a_printer_it_is_told_and_the_paper_stays(made: Made) -> None:
    room = made()
    room.presenter.paper.print_paper()
    assert room.state.told is not None
    assert isinstance(room.state.told.error, Trouble)
    assert room.stand() is Stand.SHOWN


def test_the_proposed_name_says_form_day_and_language(room: Room) -> None:
    assert room.presenter.paper.proposed_name() == "attendance-2025-09-22-en"
    room.presenter.choose_form(Form.DELEGATES)
    assert room.presenter.paper.proposed_name() == "delegates-en"


def test_badges_of_one_delegation_or_of_chosen_people(room: Room) -> None:
    room.presenter.choose_form(Form.BADGES)
    everybody = len(room.paper().pdf)
    room.presenter.choose_whose(Whose.CHOSEN)
    assert room.stand() is Stand.CHOOSING
    first = room.state.people[0].id
    room.presenter.add_people([first])
    room.presenter.add_people([first, room.state.people[1].id])
    assert len(room.state.chosen) == 2
    room.presenter.remove_people([room.state.people[1].id])
    room.presenter.paper.make()
    assert room.stand() is Stand.SHOWN
    assert len(room.paper().pdf) < everybody
    room.presenter.choose_whose(Whose.DELEGATION)
    assert room.state.delegation == "Đoàn 01"
    assert room.state.only == frozenset(person.id for person in room.state.people)


def test_nobody_chosen_is_said_before_anything_is_made(room: Room) -> None:
    room.presenter.choose_form(Form.BADGES)
    room.presenter.choose_whose(Whose.CHOSEN)
    room.presenter.paper.make()
    assert room.stand() is Stand.NOBODY_CHOSEN


def test_a_congress_without_people_says_what_is_missing(made: Made, tmp_path: Path) -> None:
    hall = a_hall(tmp_path, name="empty.congress")
    room = made("HP", over=hall)
    room.presenter.choose_form(Form.BADGES)
    assert room.stand() is Stand.FAILED
    error = room.paper().error
    assert isinstance(error, Refusal)
    assert error.reason is Reason.NOBODY_TO_PRINT
    room.presenter.paper.print_paper()
    assert room.tray.sent == []
    hall.store.close()


def test_pages_are_drawn_when_they_are_turned_to(room: Room) -> None:
    room.presenter.choose_form(Form.DELEGATES)
    pages = room.paper().pages
    assert pages > 1
    room.presenter.paper.turn(1)
    assert room.paper().page == 1
    room.presenter.paper.turn(pages)
    assert room.paper().page == 1
    room.presenter.paper.turn(-1)
    assert room.paper().page == 0


def test_zoom_draws_the_page_larger_up_to_a_limit(room: Room) -> None:
    room.presenter.paper.fit(400)
    room.presenter.paper.zoom(1)
    picture = room.paper().picture
    assert picture is not None
    assert picture.width == 600
    for _ in range(6):
        room.presenter.paper.zoom(1)
    assert room.paper().zoom == ZOOMS[-1]
    room.presenter.paper.zoom(0)
    assert room.paper().zoom == 1.0


def test_news_after_the_preview_is_said_and_the_preview_stays(room: Room) -> None:
    shown = room.paper().pdf
    room.desk.check_in.by_code(room.hall.badge(0), room.hall.session)
    assert room.paper().stale
    assert room.paper().pdf == shown
    room.presenter.paper.make()
    assert not room.paper().stale
    assert room.paper().pdf != shown


def test_its_own_printing_is_no_news(room: Room) -> None:
    room.presenter.paper.print_paper()
    assert not room.paper().stale


def test_a_form_that_comes_late_is_dropped(made: Made) -> None:
    slow = Later()
    room = made("HP", runner=slow)
    slow.go_on()
    room.presenter.choose_form(Form.ROLL)
    room.presenter.choose_form(Form.DELEGATES)
    first, *rest = slow.waiting[-2:]
    slow.waiting = []
    for one in rest:
        one()
    delegates = room.paper().pdf
    first()
    assert room.paper().pdf == delegates


def test_without_sessions_the_way_to_the_settings_is_shown(made: Made) -> None:
    room = made("HP")
    room.presenter._scene.state = replace(room.state, sessions=(), session=None)
    room.presenter.paper.make()
    assert room.stand() is Stand.NO_SESSION
    room.presenter.go_to("settings")
    assert room.around.went == ["settings"]


def test_the_view_asks_for_pages_as_wide_as_it_is(qtbot: QtBot, view: RecordsView, room: Room) -> None:
    before = room.paper().picture
    qtbot.waitUntil(lambda: room.paper().picture is not before, timeout=2000)
    picture = room.paper().picture
    assert picture is not None
    assert 400 < picture.width < 760


def test_choices_of_the_view_reach_the_room(view: RecordsView, room: Room) -> None:
    view.choosing.tree.setCurrentItem(view.choosing.tree.item_of(Form.BADGES))
    assert room.state.form is Form.BADGES
    view.choosing.asking.whose.picked.emit(Whose.DELEGATION)
    assert room.state.whose is Whose.DELEGATION
    view.choosing.language.button("ar").click()
    assert room.state.language == "ar"


def test_every_sample_can_be_shown_after_every_other(view: RecordsView) -> None:
    for name in sorted(SAMPLES):
        view.show_state(SAMPLES[name])
        view.show_state(SAMPLES["SHOWN"])
        assert view.preview.findChildren(PaperView)[0].isVisibleTo(view)
