"""How far each printer of this desk prints beside the mark, as its calibration page told; kept in the settings.

A kept line is "1.5,-0.5 HP LaserJet": mm to the right and down, then the printer's name, none for the default one.
"""

from __future__ import annotations

from congress_desk.domain.paper_options import shift_of
from congress_desk.domain.records import Shift
from congress_desk.domain.refusals import Refusal

Kept = tuple[str, ...]


def are_shifts(kept: Kept) -> bool:
    """Each within what a paper may be shifted."""
    try:
        return all(line and shift_of({"shift": line.partition(" ")[0]}) for line in kept)
    except Refusal:
        return False


def shift_for(kept: Kept, printer: str) -> Shift:
    """No shift for a printer that was never measured."""
    written = next((shift for shift, _, name in map(_parts, kept) if name == printer), "")
    return shift_of({"shift": written})


def written_shift(shift: Shift) -> str:
    """As papers are asked for: "" for none."""
    return f"{shift.right:g},{shift.down:g}" if shift != Shift() else ""


def with_shift(kept: Kept, printer: str, shift: Shift) -> Kept:
    """Other printers keep theirs; none is not kept at all."""
    others = tuple(line for line in kept if _parts(line)[2] != printer)
    written = written_shift(shift)
    return (*others, f"{written} {printer}".rstrip()) if written else others


def _parts(line: str) -> tuple[str, str, str]:
    return line.partition(" ")
