"""How a room is made. Every room is a package ui/rooms/NAME/ with the same four modules:

    state.py      a frozen dataclass NameState (facts and codes, no sentences), and SAMPLES: dict[str, NameState],
                  the named samples (EMPTY, BUSY, ...) for the gallery and the tests. No Qt.
    presenter.py  class NamePresenter: takes Surroundings; decides; calls `runner.run(work, then=...)`; after
                  every change makes a new state and calls `self.view.show_state(state)`. No Qt, no sentences.
    view.py       class NameView(QWidget): takes (presenter, Look). `_build()` makes widgets, `_connect()` makes
                  all connections (widget signals to presenter methods), `show_state(state)` draws, and says
                  nothing that the state does not say. Words come from `look.say`.
    dialogs.py    its dialogs, opened with open(), never exec().

Language and theme change at once: the window makes the view anew from the same presenter, which keeps its state.
So a view holds nothing that a person would miss, except what is half-typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.surroundings import Surroundings


class RoomPresenter(Protocol):
    """What the window asks of any room's presenter."""

    def attach(self, view: Any) -> None:
        """This view shows from now on; draw the present state on it at once."""
        ...

    def enter(self) -> None:
        """The room is shown: read what may have changed meanwhile."""
        ...

    def leave(self) -> None:
        """Another room is shown."""
        ...

    def close(self) -> None:
        """The window closes: let go of devices."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """name: the package; title: English source; icon: of resources/icons.

    show_sample(state, look) makes a view without a desk, for the gallery; samples: its named states.
    everywhere: keys that work in every room, each with the presenter's method. wakes: the presenter's `wake` is
    called when the window begins.
    """

    name: str
    title: str
    icon: str
    make_presenter: Callable[[Surroundings], RoomPresenter]
    make_view: Callable[[Any, Look], QWidget]
    samples: Callable[[], dict[str, Any]]
    everywhere: tuple[tuple[str, str], ...] = ()
    wakes: bool = False
