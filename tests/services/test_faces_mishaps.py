"""What goes wrong at a real congress: a photo of somebody else, twins, five thousand people, an empty list."""

from __future__ import annotations

import time

import numpy as np
import pytest

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.identification import Band
from congress_desk.domain.journal import EventId, Kind
from congress_desk.plumbing.consent_text import TEXT_VERSION
from congress_desk.services.gallery import about_template
from congress_desk.services.ports.store import SealedTemplate
from tests.builders import Hall, a_delegate
from tests.services.enrolling import BLUE, GREEN, RED, REDDISH, enrolled, live, photographed
from tests.services.fake_faces import MODEL_HASH, a_photo

MANY = 5_000
OFF = 0.02  # standard deviation of a live template's numbers about those of the enrolled one


def named(hall: Hall, *people: int) -> set[DelegateId]:
    return {hall.people[n].id for n in people}


def test_a_photo_of_somebody_else_is_listed_and_neither_is_ever_taken_for_the_other(hall: Hall) -> None:
    """The first one's photo shows the second; the first one's own face is green."""
    photographed(hall, RED, RED, BLUE)
    hall.faces.consent([person.id for person in hall.people[:3]], text_version=TEXT_VERSION, by="Lan")
    [(one, other, _)] = enrolled(hall).look_alikes
    assert {one, other} == named(hall, 0, 1)
    assert hall.faces.propose(live(GREEN)).band is Band.GREY
    shown = hall.faces.propose(live(RED))
    assert shown.band is Band.YELLOW
    assert {c.delegate for c in shown.candidates[:2]} == named(hall, 0, 1)
    assert hall.check_in.by_code(hall.badge(0), hall.session).accepted

    hall.registry.set_photo(hall.people[0].id, a_photo(GREEN))
    assert enrolled(hall).look_alikes == ()
    for n, colour in ((0, GREEN), (1, RED)):
        proposal = hall.faces.propose(live(colour))
        assert (proposal.band, {c.delegate for c in proposal.candidates}) == (Band.GREEN, named(hall, n))


def test_a_photo_of_nobody_here_accepts_nobody(hall: Hall) -> None:
    photographed(hall, RED, BLUE)
    hall.faces.consent([person.id for person in hall.people[:2]], text_version=TEXT_VERSION, by="Lan")
    enrolled(hall)
    assert hall.faces.propose(live(GREEN)).band is Band.GREY


def test_twins_are_listed_shown_together_and_never_strengthened(hall: Hall) -> None:
    photographed(hall, RED, REDDISH, BLUE)
    hall.faces.consent([person.id for person in hall.people[:3]], text_version=TEXT_VERSION, by="Lan")
    [(one, other, apart)] = enrolled(hall).look_alikes
    assert {one, other} == named(hall, 0, 1)
    assert apart == pytest.approx(0.05, abs=0.02)
    shown = hall.faces.propose(live(RED))
    assert shown.band is Band.YELLOW
    assert {c.delegate for c in shown.candidates[:2]} == named(hall, 0, 1)
    arrival = hall.check_in.by_face(hall.people[0].id, hall.session, scores=[0.0]).event
    assert arrival is not None
    assert not hall.faces.strengthen(arrival.id, live(RED))


@pytest.mark.parametrize("people", [0, 1])
def test_nobody_or_one_enrolled_is_decided_on_all_the_same(hall: Hall, people: int) -> None:
    photographed(hall, *[RED][:people])
    hall.faces.consent([hall.people[0].id], text_version=TEXT_VERSION, by="Lan")
    assert enrolled(hall).people == people
    assert hall.faces.propose(live(RED)).band is (Band.GREEN if people else Band.GREY)
    assert hall.faces.propose(live(GREEN)).band is Band.GREY


def test_five_thousand_people_are_opened_decided_on_and_strengthened_in_time(hall: Hall) -> None:
    vectors = five_thousand(hall)
    began = time.process_time()
    hall.faces.propose(seen(vectors[7]))
    first = time.process_time() - began

    began = time.process_time()
    proposal = hall.faces.propose(seen(vectors[4321]))
    decided = time.process_time() - began
    assert (proposal.band, [c.delegate for c in proposal.candidates]) == (Band.GREEN, ["p4321"])
    assert hall.faces.propose(seen(np.zeros(128, dtype=np.float32) + 0.05)).band is not Band.GREEN

    admission = hall.check_in.by_face(DelegateId("p4321"), hall.session, scores=[0.2])
    assert admission.event is not None
    began = time.process_time()
    assert hall.faces.strengthen(admission.event.id, seen(vectors[4321]))
    hall.faces.propose(seen(vectors[4321]))
    strengthened = time.process_time() - began
    assert first < 15  # seconds, once a day: everybody is compared with everybody
    assert decided < 0.4
    assert strengthened < 2


def seen(vector: np.typing.NDArray[np.float32]) -> list[list[float]]:
    lot = np.random.default_rng(1)
    return (vector + lot.normal(0, OFF, (3, 128))).astype(np.float32).tolist()  # type: ignore[no-any-return]


def five_thousand(hall: Hall) -> np.typing.NDArray[np.float32]:
    vectors = np.random.default_rng(3).normal(0, 0.06, (MANY, 128)).astype(np.float32)
    people = [a_delegate(f"p{n}", n, card_number=f"n{n}", consented=True) for n in range(MANY)]
    sealed = []
    for person, vector in zip(people, vectors, strict=True):
        empty = SealedTemplate(id=EventId(f"t{person.id}"), delegate=person.id, model_hash=MODEL_HASH, sealed=b"")
        closed = hall.vault.seal(vector.tobytes(), about_template(empty))
        sealed.append(SealedTemplate(id=empty.id, delegate=person.id, model_hash=MODEL_HASH, sealed=closed))
    ids = [person.id for person in people]
    with hall.floor.act() as act:
        act.work.delegates.put(people)
        act.write(Kind.DELEGATES_IMPORTED, body={"delegates": ids})
    with hall.floor.act() as act:
        act.write(Kind.CONSENTED, body={"delegates": ids, "text_version": TEXT_VERSION})
    with hall.floor.act() as act:
        act.work.templates.put(sealed)
        act.write(Kind.FACES_ENROLLED, body={"delegates": ids})
    return vectors
