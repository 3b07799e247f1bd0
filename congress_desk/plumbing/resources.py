"""Where the files that ship with the program are: one locator for checkout, wheel and frozen app."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def resource_folder() -> Path:
    """The folder `resources/` of the checkout, or its copy inside the wheel or the frozen app."""
    package = Path(__file__).resolve().parents[1]
    frozen = getattr(sys, "_MEIPASS", "")
    places = [Path(frozen) / "resources"] if frozen else []
    places += [package / "_resources", package.parent / "resources"]
    return next(place for place in places if place.is_dir())


def resource(*parts: str) -> Path:
    """One shipped file: resource("fonts", "Tinos-Regular.ttf")."""
    return resource_folder().joinpath(*parts)
