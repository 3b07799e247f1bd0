"""The process of the face engine: it answers, it dies, it is closed; the camera goes on."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection

import pytest

from congress_desk.devices.faces.apart import READY, EngineDied, FacesApart
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.faces import Face
from tests.devices import drawn_face as draw

PICTURE = draw.pixels(draw.frame(size=(64, 48)))
Make = Callable[[Callable[[Connection, str], None]], FacesApart]


def tells_its_own_number(link: Connection, _models: str) -> None:
    """Answers with its process id as the face's place; a whole black picture kills it."""
    link.send(READY)
    while True:
        link.recv()
        if not any(link.recv_bytes()):
            os._exit(1)
        link.send([Face(box=(os.getpid(), 0, 1, 1), eye_distance=1, sharpness=1)])


def has_no_models(link: Connection, _models: str) -> None:
    link.send(Problem.FACES_MISSING)


def never_answers(link: Connection, _models: str) -> None:
    threading.Event().wait()


@pytest.fixture
def make() -> Iterator[Make]:
    made: list[FacesApart] = []

    def make_apart(serve: Callable[[Connection, str], None]) -> FacesApart:
        made.append(FacesApart(serve))
        return made[-1]

    yield make_apart
    for apart in made:
        apart.close()
    assert not [child for child in multiprocessing.active_children() if child.name == "faces"]


def test_another_process_answers_every_call(make: Make) -> None:
    apart = make(tells_its_own_number)
    numbers = {apart.faces(PICTURE)[0].box[0] for _ in range(3)}
    assert len(numbers) == 1
    assert os.getpid() not in numbers


def test_after_a_crash_the_next_call_starts_another(make: Make) -> None:
    apart = make(tells_its_own_number)
    first = apart.faces(PICTURE)[0].box
    with pytest.raises(EngineDied):
        apart.faces(PICTURE * 0)
    assert apart.faces(PICTURE)[0].box != first


def test_missing_models_are_told_across_the_processes(make: Make) -> None:
    with pytest.raises(Trouble) as trouble:
        make(has_no_models).faces(PICTURE)
    assert trouble.value.problem is Problem.FACES_MISSING


def test_closing_ends_a_call_that_waits_and_all_later_ones(make: Make) -> None:
    apart = make(never_answers)
    threading.Timer(0.3, apart.close).start()
    with pytest.raises(EngineDied):
        apart.faces(PICTURE)
    with pytest.raises(EngineDied):
        apart.faces(PICTURE)
