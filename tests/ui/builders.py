"""What tests of the screens begin with: a desk over a real congress file, a runner that works at once, a camera."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from congress_desk.plumbing.settings import SettingsFile
from congress_desk.services.desk import Desk
from congress_desk.services.ports.camera import LiveReport
from congress_desk.services.ports.faces import FaceEngine
from congress_desk.ui.running import Failed, Lane, Progress
from congress_desk.ui.surroundings import Surroundings
from tests.builders import Hall

T = TypeVar("T")


class AtOnce:
    """A runner that does the work where it stands. failures: what no caller took.

    pieces: somebody presses Cancel after so many pieces of a long work.
    """

    def __init__(self, *, pieces: int | None = None) -> None:
        self.failures: list[Exception] = []
        self._pieces = pieces

    def run(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], None],
        otherwise: Failed | None = None,
        lane: Lane = Lane.STORE,
    ) -> None:
        try:
            value = work()
        except Exception as error:
            (otherwise or self.failures.append)(error)
        else:
            then(value)

    def run_long(
        self,
        work: Callable[[Progress], T],
        *,
        then: Callable[[T], None],
        told: Callable[[int, int], None],
        otherwise: Failed | None = None,
        lane: Lane = Lane.FREE,
    ) -> NoJob:
        def progress(finished: int, total: int) -> bool:
            told(finished, total)
            return self._pieces is None or finished < self._pieces

        self.run(lambda: work(progress), then=then, otherwise=otherwise)
        return NoJob()


class NoJob:
    """Already done."""

    def cancel(self) -> None:
        """Nothing is left to cancel."""


class Later(AtOnce):
    """A runner whose work waits until it is let go on: for what happens in between."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], None],
        otherwise: Failed | None = None,
        lane: Lane = Lane.STORE,
    ) -> None:
        super_run = super().run
        self.waiting.append(lambda: super_run(work, then=then, otherwise=otherwise, lane=lane))

    def go_on(self) -> None:
        waiting, self.waiting = self.waiting, []
        for one in waiting:
            one()


@dataclass
class StillCamera:
    """A live camera that shows what the test tells it to."""

    source: str = ""
    faces: bool = False
    running: bool = False
    _tell: Callable[[LiveReport], None] | None = None

    def start(self, source: str, tell: Callable[[LiveReport], None], *, faces: bool) -> None:
        self.source, self._tell, self.faces, self.running = source, tell, faces, True

    def watch_faces(self, on: bool) -> None:
        self.faces = on

    def stop(self) -> None:
        self.running = False

    def see(self, report: LiveReport) -> None:
        assert self._tell is not None
        self._tell(report)


@dataclass
class StillStage:
    """The hall's window as a list of what it was shown."""

    shown: list[Any] = field(default_factory=list)
    played: list[tuple[str, Path, int]] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    there: tuple[Any, ...] = ()
    told: Any = None
    beat: Any = None
    on_film: Any = None

    def displays(self) -> tuple[Any, ...]:
        return self.there

    def open(self, display: str) -> bool:
        self.opened.append(display)
        return display == "window" or display in {one.name for one in self.there}

    def put_away(self) -> None:
        self.opened.append("")

    def show(self, shown: Any) -> None:
        self.shown.append(shown)

    def play(self, cue: str, path: Path, milliseconds: int) -> None:
        self.played.append((cue, path, milliseconds))

    def stop(self) -> None:
        """Nothing plays."""

    def close(self) -> None:
        """Nothing is open."""


class SetSeconds:
    """A clock of seconds that stands still until it is moved."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Around:
    """Surroundings whose every way out is written down."""

    desk: Desk
    settings: SettingsFile
    folder: Path
    runner: AtOnce = field(default_factory=AtOnce)
    camera: StillCamera = field(default_factory=StillCamera)
    played: list[str] = field(default_factory=list)
    went: list[str] = field(default_factory=list)
    looks: list[bool] = field(default_factory=list)
    stage: StillStage = field(default_factory=lambda: StillStage())

    def surroundings(self) -> Surroundings:
        return Surroundings(
            desk=self.desk,
            runner=self.runner,
            settings=self.settings,
            make_camera=lambda: self.camera,
            listen=self.desk.announcer.subscribe,
            carry=lambda receive: receive,
            play=self.played.append,
            go=self.went.append,
            show_look=lambda: self.looks.append(True),
            folder=self.folder,
            make_stage=lambda: self.stage,  # type: ignore[arg-type, return-value]
        )


def a_desk(hall: Hall, *, name: str = "A") -> Desk:
    """The hall's services as the desk that rooms are handed."""
    from congress_desk.devices.printer.pages import PdfiumPages
    from congress_desk.devices.printer.system import SystemPrinter

    return Desk(
        congress=hall.congress,
        registry=hall.registry,
        listing=hall.listing,
        sessions=hall.sessions,
        check_in=hall.check_in,
        absences=hall.absences,
        faces=hall.faces,
        face_models=hall.face_models,
        records=hall.records,
        library=hall.library,
        stage=hall.stage,
        programme=hall.programme,
        seating=hall.seating,
        archive=hall.archive,
        voting=hall.voting,
        credentials=hall.credentials,
        announcer=hall.announcer,
        pages=PdfiumPages(),
        printer=SystemPrinter(),
        make_face_engine=no_engine,
        codes_in_picture=no_codes,
        name=name,
        close=hall.store.close,
    )


def no_engine() -> FaceEngine:
    raise AssertionError("no test of the screens loads the models")


def no_codes(_raw: bytes) -> Sequence[str]:
    return ()


class Watching:
    """A view that remembers what it was shown."""

    def __init__(self) -> None:
        self.states: list[Any] = []
        self.pictures: list[Any] = []

    def show_state(self, state: Any) -> None:
        self.states.append(state)

    def show_picture(self, picture: Any) -> None:
        self.pictures.append(picture)
