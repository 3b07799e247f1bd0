"""Each printer keeps its own shift, over restarts; a damaged line costs no other setting."""

from __future__ import annotations

from pathlib import Path

from congress_desk.domain.records import Shift
from congress_desk.plumbing.printer_shifts import are_shifts, shift_for, with_shift, written_shift
from congress_desk.plumbing.settings import SettingsFile

CANON, DEFAULT = "Canon LBP 2900, tầng 2", ""


def test_every_printer_keeps_its_own_shift_over_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "desk.json"
    kept = with_shift(with_shift((), CANON, Shift(right=1.5, down=-0.5)), DEFAULT, Shift(right=-2))
    SettingsFile(path).change(printer_shifts=kept)
    again = SettingsFile(path).current.printer_shifts
    assert shift_for(again, CANON) == Shift(right=1.5, down=-0.5)
    assert shift_for(again, DEFAULT) == Shift(right=-2)
    assert shift_for(again, "HP") == Shift()


def test_a_new_shift_takes_the_place_of_the_old_and_none_is_forgotten() -> None:
    kept = with_shift((), CANON, Shift(right=1.5))
    assert with_shift(kept, CANON, Shift(down=1)) == (f"0,1 {CANON}",)
    assert with_shift(kept, CANON, Shift()) == ()
    assert written_shift(Shift()) == ""


def test_a_shift_too_far_or_without_figures_is_no_setting() -> None:
    assert are_shifts((f"20,-20 {CANON}", "0.5,0"))
    assert not are_shifts(("21,0 HP",))
    assert not are_shifts(("HP",))
    assert not are_shifts(("",))
