"""The shift of the printer that is chosen is on the paper, and what is set here is kept for that printer."""

from __future__ import annotations

from congress_desk.domain.records import Form
from congress_desk.ui.rooms.records.catalogue import Option
from tests.ui.rooms.records.room import Room


def test_a_shift_is_kept_for_the_printer_and_comes_back_with_it(room: Room) -> None:
    room.presenter.choose_form(Form.CALIBRATION)
    room.presenter.choose_printer("HP")
    room.presenter.choose_look(Option.SHIFT, "1.5,-0.5")
    room.presenter.choose_printer("Canon")
    assert room.state.asked_options == {}
    room.presenter.choose_printer("HP")
    assert room.state.asked_options == {"shift": "1.5,-0.5"}
    assert room.around.settings.current.printer_shifts == ("1.5,-0.5 HP",)


def test_what_the_settings_room_changed_holds_when_the_room_is_entered(room: Room) -> None:
    room.presenter.choose_form(Form.BADGES)
    room.around.settings.change(printer="Canon", printer_shifts=("2,0 Canon",))
    room.presenter.enter()
    assert room.state.asked_options["shift"] == "2,0"
