"""By name and by number: search from the first letter, pick, confirm."""

from __future__ import annotations

from pathlib import Path

from congress_desk.domain.attendance import Presence
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.rooms.checkin.state import Stand
from tests.builders import Hall
from tests.ui.builders import Later
from tests.ui.rooms.checkin.room import Room


def test_a_typed_number_is_a_card(room: Room) -> None:
    room.presenter.enter_typed("002")
    assert room.stands(Stand.ACCEPTED)
    assert room.answer.made.method == "card_number"


def test_search_pick_confirm_records_by_name(room: Room) -> None:
    room.presenter.search("v a")
    assert [f.delegate.sheet.full_name for f in room.presenter.state.found] == ["Nguyễn Văn Ánh"]
    room.presenter.enter_typed("v a")
    assert room.stands(Stand.CONFIRM)
    assert room.answer.presence is Presence.EXPECTED
    assert room.arrivals() == []
    assert room.presenter.take_key("\r")
    assert room.stands(Stand.ACCEPTED)
    assert room.answer.made.method == "name"
    assert room.presenter.state.wanted == ""


def test_arrows_move_among_the_found_and_enter_takes_the_marked_one(room: Room) -> None:
    room.presenter.search("ng")
    room.presenter.move(1)
    room.presenter.move(1)
    room.presenter.move(-1)
    marked = room.presenter.state.found[1].delegate
    room.presenter.enter_typed("ng")
    assert room.answer.person.delegate == marked


def test_enter_before_the_search_has_answered_picks_the_first_found(
    hall: Hall, settings: SettingsFile, tmp_path: Path
) -> None:
    room = Room(hall, settings, tmp_path)
    later = Later()
    room.around.runner.run = later.run  # type: ignore[method-assign]
    room.presenter.search("nguyen")
    room.presenter.enter_typed("nguyen")
    later.go_on()
    later.go_on()
    assert room.stands(Stand.CONFIRM)


def test_an_older_search_never_replaces_a_newer_one(hall: Hall, settings: SettingsFile, tmp_path: Path) -> None:
    room = Room(hall, settings, tmp_path)
    later = Later()
    room.around.runner.run = later.run  # type: ignore[method-assign]
    room.presenter.search("b")
    room.presenter.search("bi")
    later.waiting.reverse()
    later.go_on()
    assert room.presenter.state.wanted == "bi"


def test_confirming_somebody_who_is_present_records_his_exit(room: Room) -> None:
    room.presenter.on_code(room.hall.badge(0))
    room.presenter.pick(room.hall.people[0])
    assert room.answer.presence is Presence.PRESENT
    room.presenter.take_key(" ")
    assert room.stands(Stand.LEFT)
