"""How large a page stands on the screen, in every room that shows paper: 1.0 is as wide as its place."""

from __future__ import annotations

ZOOMS = (1.0, 1.5, 2.0, 3.0)


def zoomed(zoom: float, steps: int) -> float:
    """Larger or smaller by so many steps, as far as there are any; 0 steps fit the width again."""
    place = ZOOMS.index(zoom) + steps if steps else 0
    return ZOOMS[min(max(place, 0), len(ZOOMS) - 1)]
