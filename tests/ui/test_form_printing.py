"""Paper from any room goes out in one way: with the shift of the desk's printer, and into the journal."""

from __future__ import annotations

from pathlib import Path

import pytest

from congress_desk.domain.journal import Kind
from congress_desk.domain.records import Form, Shift
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.printing import print_form, save_form
from tests.builders import Hall
from tests.ui.builders import a_desk
from tests.ui.rooms.registry.conftest import Room
from tests.ui.rooms.registry.test_people import PaperTray

KEPT = repr(Shift(right=1.5, down=-0.5))


def test_a_replaced_badge_is_printed_with_the_shift_kept_for_the_printer(
    hall: Hall, settings: SettingsFile, tmp_path: Path
) -> None:
    settings.change(printer="Canon", printer_shifts=("1.5,-0.5 Canon", "9,9 HP"))
    tray = PaperTray("HP", "Canon")
    room = Room(hall, settings, tmp_path, printer=tray)
    room.presenter.people.print_badge(hall.people[0].id)
    ((printer, paper),) = tray.sent
    assert printer == "Canon"
    assert KEPT in paper.decode()


def test_a_saved_form_is_shifted_too_and_journaled(hall: Hall, settings: SettingsFile, tmp_path: Path) -> None:
    settings.change(printer_shifts=("1.5,-0.5",))
    path = save_form(a_desk(hall), settings.current, Form.BADGES, tmp_path / "badges.pdf")
    assert KEPT in path.read_bytes().decode()
    assert hall.events()[-1].kind is Kind.PRINTED


def test_what_did_not_go_out_is_not_journaled(hall: Hall, settings: SettingsFile, tmp_path: Path) -> None:
    room = Room(hall, settings, tmp_path, printer=PaperTray())
    with pytest.raises(Trouble) as told:
        print_form(room.around.desk, settings.current, Form.BADGES)
    assert told.value.problem is Problem.PRINTER_MISSING
    assert hall.events()[-1].kind is not Kind.PRINTED
