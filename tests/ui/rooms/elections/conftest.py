"""The elections room on the real services over a real congress file, with a committee that may count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from congress_desk.domain.ballot_batches import Count
from congress_desk.domain.elections import Flow, Source
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.rooms.elections.list_acts import as_candidate
from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter
from congress_desk.ui.rooms.elections.state import ElectionsState, Fact, Step
from tests.builders import Hall, a_hall
from tests.services.counted_ballots import row
from tests.ui.builders import Around, Watching, a_desk

NAMES = ("Phạm An", "Lê Thị Ánh", "Đỗ Bình", "Trần Văn Đức", "Vũ Minh Hà")
PEOPLE = 9


class Room:
    def __init__(self, hall: Hall, settings: SettingsFile, folder: Path) -> None:
        self.hall = hall
        self.around = Around(a_desk(hall), settings, folder)
        self.presenter = ElectionsPresenter(self.around.surroundings())
        self.view = Watching()
        self.presenter.attach(self.view)
        self.presenter.enter()

    @property
    def state(self) -> ElectionsState:
        return self.presenter.state

    @property
    def step(self) -> Step:
        return self.state.step

    def told(self) -> Fact | None:
        return self.state.told.fact if self.state.told else None

    def refused(self) -> object:
        """The reason of the last notice; None where it was none."""
        error = self.state.told.error if self.state.told else None
        return getattr(error, "reason", None)

    def list_is_wrong(self) -> bool:
        return self.state.list_error is not None

    def committee_is_wrong(self) -> bool:
        return self.state.members_error is not None

    def judged(self) -> str:
        """The sheet that is open."""
        return self.state.judging.sheet.id if self.state.judging else ""

    def prepared(self, seats: int = 4, names: Iterable[str] = NAMES) -> None:
        lists = self.presenter.lists
        lists.begin()
        lists.write(title="Bầu Ban Chấp hành", seats=seats)
        for name in names:
            lists.put_on(as_candidate(name, None, source=Source.OFFICIAL))
        lists.create()

    def with_committee(self) -> tuple[str, str]:
        """The first two delegates count; they are at the screen."""
        lists = self.presenter.lists
        for person in self.state.people[:3]:
            lists.join(person)
        lists.name_committee()
        return self.here()

    def here(self) -> tuple[str, str]:
        names = [m.name for m in self.state.members[:2]]
        for place, name in enumerate(names):
            self.presenter.say_who(place, name)
        return names[0], names[1]

    def moved(self, issued: int, collected: int) -> None:
        self.presenter.papers.move(Flow.ISSUED, issued, "", "Lan")
        self.presenter.papers.move(Flow.COLLECTED, collected, "", "Lan")

    def entered(self, texts: Iterable[str], batch: str = "1") -> None:
        """The same ballots by two people."""
        ballots, one = list(texts), self.state.round
        assert one is not None
        for number, person in ((1, "Lan"), (2, "Hoa")):
            self.presenter.entries.begin(batch, number, person)
            for text in ballots:
                self.presenter.entries.accept(row(one, text))
            self.presenter.entries.keep()

    def counted(self, texts: Iterable[str], seats: int = 4) -> None:
        """An election with a committee, its ballots collected and entered twice."""
        ballots = list(texts)
        self.prepared(seats)
        self.with_committee()
        self.moved(len(ballots), len(ballots))
        self.entered(ballots)

    def count(self) -> Count:
        assert self.state.seen is not None
        return self.state.seen.outcome.result.count


@pytest.fixture
def people(tmp_path: Path) -> Iterator[Hall]:
    """A congress of nine delegates."""
    made = a_hall(tmp_path, people=PEOPLE)
    yield made
    made.store.close()


@pytest.fixture
def room(people: Hall, settings: SettingsFile, tmp_path: Path) -> Room:
    return Room(people, settings, tmp_path)
