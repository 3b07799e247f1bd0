"""The room's state and the one way to change it, shared by the parts of the presenter. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from congress_desk.domain.documents import DocumentId
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.services.documents_library import Library
from congress_desk.ui.rooms.documents.state import DocumentsState, Fact, Follow, Page, Told
from congress_desk.ui.running import Lane
from congress_desk.ui.surroundings import Surroundings

T = TypeVar("T")


class Shows(Protocol):
    def show_state(self, state: DocumentsState) -> None: ...


class Scene:
    """refresh: reads the shown page anew; set by the presenter."""

    def __init__(self, surroundings: Surroundings) -> None:
        settings = surroundings.settings.current
        self.surroundings = surroundings
        self.state = DocumentsState(language=settings.language, printer=settings.printer)
        self.view: Shows | None = None
        self.refresh: Callable[[], None] = _nothing
        self._told = 0

    @property
    def library(self) -> Library:
        return self.surroundings.desk.library

    def show(self, **changes: Any) -> None:
        """Draws only what is another state than before."""
        new = replace(self.state, **changes)
        if new != self.state:
            self.state = new
            if self.view is not None:
                self.view.show_state(new)

    def show_part(self, name: str, **changes: Any) -> None:
        """The part of the state with this name, changed."""
        self.show(**{name: replace(getattr(self.state, name), **changes)})

    def open(self, page: Page) -> None:
        before = self.state.page if self.state.page not in (Page.TAKING, Page.PAPER) else self.state.before
        self.show(page=page, before=before)

    def tell(
        self, fact: Fact, *, follow: Follow = Follow.NONE, about: DocumentId | None = None, **places: object
    ) -> None:
        self._told += 1
        self.show(told=Told(number=self._told, fact=fact, places=places, follow=follow, about=about), saving=False)

    def fail(self, error: Exception, *, follow: Follow = Follow.NONE, about: DocumentId | None = None) -> None:
        """A refusal or trouble becomes a notice of the room; a bug goes on to the window."""
        self._told += 1
        self.show(told=Told(number=self._told, error=known(error), follow=follow, about=about), saving=False)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None] | None = None,
        lane: Lane = Lane.FREE,
    ) -> None:
        self.surroundings.runner.run(work, then=then, otherwise=otherwise or self.fail, lane=lane)

    def act(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """An act of the secretariat: one at a time, and what is shown is read anew."""
        if self.state.saving:
            return

        def acted(value: T) -> None:
            self.show(saving=False)
            then(value)
            self.refresh()

        def failed(error: Exception) -> None:
            self.fail(error)
            self.refresh()  # of several, some may have been done

        self.show(saving=True)
        self.run(work, acted, failed, lane=Lane.STORE)


def known(error: Exception) -> Refusal | Trouble:
    if isinstance(error, Refusal | Trouble):
        return error
    raise error


def _nothing() -> None:
    """Nobody waits for a change."""
