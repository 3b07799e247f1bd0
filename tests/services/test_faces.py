"""Faces: consent, then a template from the photo, then proposals, then nothing that is left of them anywhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.identification import Band
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.ports.faces import FaceEngine
from tests.builders import Hall, a_sheet
from tests.services.enrolling import (
    BLACK,
    BLUE,
    GREEN,
    RED,
    REDDISH,
    WHITE,
    agreed,
    enrolled,
    live,
    photographed,
    reasons,
)
from tests.services.fake_faces import ColourFaces, a_photo

# consent


def test_a_consent_keeps_who_which_text_and_who_asked(hall: Hall) -> None:
    one, two = hall.people[:2]
    assert hall.faces.consent([one.id, two.id, one.id], text_version="2025-1", by="Lan") == 2
    event = hall.events()[-1]
    assert event.kind is Kind.CONSENTED
    assert (event.body["delegates"], event.body["text_version"], event.body["by"]) == (
        [one.id, two.id],
        "2025-1",
        "Lan",
    )
    assert [d.consented for d in hall.registry.delegates()].count(True) == 2


def test_who_agreed_already_agrees_no_second_time(hall: Hall) -> None:
    agreed(hall, 0)
    before = hall.events()
    assert hall.faces.consent([hall.people[0].id], text_version="2025-1", by="Lan") == 0
    assert hall.events() == before


@pytest.mark.parametrize(("text_version", "by", "field"), [("", "Lan", "text_version"), ("1", " ", "by")])
def test_a_consent_without_text_or_witness_is_refused(hall: Hall, text_version: str, by: str, field: str) -> None:
    with pytest.raises(Refusal) as caught:
        hall.faces.consent([hall.people[0].id], text_version=text_version, by=by)
    assert (caught.value.reason, caught.value.details["field"]) == (Reason.BAD_VALUE, field)


def test_a_consent_of_nobody_we_know_records_nothing(hall: Hall) -> None:
    with pytest.raises(Refusal) as caught:
        hall.faces.consent([hall.people[0].id, DelegateId("none")], text_version="1", by="Lan")
    assert caught.value.reason is Reason.NO_SUCH_DELEGATE
    assert not any(d.consented for d in hall.registry.delegates())


# enrolment


def test_without_consent_nobody_is_enrolled_and_no_photo_is_looked_at(hall: Hall) -> None:
    photographed(hall, RED, GREEN, BLUE)

    def engine_that_must_not_start() -> FaceEngine:
        raise AssertionError

    report = hall.faces.enrol(engine_that_must_not_start)
    assert (report.enrolled, report.people) == (0, 0)
    assert set(reasons(report).values()) == {"no_consent"}


def test_everybody_who_is_not_enrolled_is_named_with_the_reason(hall: Hall) -> None:
    more = hall.welcome(a_sheet(n) for n in range(20, 25))
    alone, none, broken, dark, several = (person.id for person in more)
    hall.registry.set_photo(alone, a_photo(RED))
    hall.registry.set_photo(dark, a_photo(BLACK))
    hall.registry.set_photo(several, a_photo(GREEN, BLUE))
    hall.registry.set_photo(broken, a_photo(WHITE))
    hall.registry.set_photo(hall.people[0].id, a_photo(BLUE, size=50))
    hall.faces.consent([hall.people[0].id, *(p.id for p in more)], text_version="1", by="Lan")
    report = enrolled(hall)
    assert report.enrolled == report.people == 1
    assert reasons(report) == {
        hall.people[0].id: "too_small",
        hall.people[1].id: "no_consent",
        hall.people[2].id: "no_consent",
        none: "no_photo",
        broken: "no_face",
        dark: "too_dark",
        several: "several_faces",
    }
    assert hall.registry.delegate(alone).enrolled


def test_a_photo_that_no_engine_can_open_is_a_reason_and_stops_nobody(hall: Hall) -> None:
    photographed(hall, RED, GREEN)
    agreed(hall, 0, 1)

    class Blind(ColourFaces):
        def decode(self, raw: bytes):  # type: ignore[no-untyped-def]
            raise Trouble(Problem.NOT_A_PICTURE, called="")

    report = hall.faces.enrol(Blind)
    assert [reasons(report)[p.id] for p in hall.people[:2]] == ["not_a_picture"] * 2


def test_a_photo_lost_from_the_file_is_no_photo(hall: Hall) -> None:
    photographed(hall, RED)
    agreed(hall, 0)
    with sqlite3.connect(hall.path) as connection:
        connection.execute("DELETE FROM photos")
    connection.close()
    assert reasons(enrolled(hall))[hall.people[0].id] == "no_photo"


def test_enrolment_goes_on_where_it_was_stopped(tmp_path: Path, hall: Hall) -> None:
    hall.welcome(a_sheet(n) for n in range(20, 45))
    photographed(hall, *[(n * 8, 100, 100) for n in range(28)])
    agreed(hall, *range(28))
    told: list[tuple[int, int]] = []

    def until_the_second_batch(done: int, of: int) -> bool:
        told.append((done, of))
        return done == 0

    first = hall.faces.enrol(ColourFaces, until_the_second_batch)
    assert (first.stopped, first.enrolled, told) == (True, 20, [(0, 28), (20, 28)])
    second = enrolled(hall)
    assert (second.stopped, second.enrolled, second.people) == (False, 8, 28)


def test_look_alikes_are_named_for_a_person_to_judge(hall: Hall) -> None:
    photographed(hall, RED, REDDISH, BLUE)
    agreed(hall, 0, 1, 2)
    ((one, other, distance),) = enrolled(hall).look_alikes
    assert {one, other} == {hall.people[0].id, hall.people[1].id}
    assert distance < 0.2


def test_consent_withdrawn_during_enrolment_is_heeded(hall: Hall) -> None:
    photographed(hall, RED, GREEN)
    agreed(hall, 0, 1)

    class Interrupted(ColourFaces):
        def faces(self, picture, *, strict: bool = False):  # type: ignore[no-untyped-def]
            hall.faces.withdraw_consent(hall.people[0].id)
            return super().faces(picture, strict=strict)

    hall.faces.enrol(Interrupted)
    assert [hall.registry.delegate(p.id).enrolled for p in hall.people[:2]] == [False, True]


def test_a_photo_changed_during_enrolment_gives_no_template_of_the_old_one(hall: Hall) -> None:
    photographed(hall, RED)
    agreed(hall, 0)

    class Interrupted(ColourFaces):
        def faces(self, picture, *, strict: bool = False):  # type: ignore[no-untyped-def]
            hall.registry.set_photo(hall.people[0].id, a_photo(BLUE))
            return super().faces(picture, strict=strict)

    hall.faces.enrol(Interrupted)
    assert enrolled(hall).enrolled == 1
    assert hall.faces.propose(live(RED)).band is Band.GREY
    assert hall.faces.propose(live(BLUE)).band is Band.GREEN


# proposals


def test_a_live_face_is_proposed_and_confirmed(ready: Hall) -> None:
    proposal = ready.faces.propose(live(REDDISH))
    assert proposal.band is Band.GREEN
    (candidate,) = proposal.candidates
    assert candidate.delegate == ready.people[0].id
    answer = ready.check_in.by_face(candidate.delegate, ready.session, scores=[candidate.score])
    assert answer.accepted


@pytest.mark.parametrize(
    ("frames", "band"),
    [
        (live(RED, 1), Band.YELLOW),
        (live(RED, 2) + live(GREEN, 1), Band.GREY),
        (live((120, 120, 120)), Band.GREY),
        ([], Band.GREY),
    ],
)
def test_too_few_or_disagreeing_frames_and_strangers_are_never_green(
    ready: Hall, frames: Sequence[Sequence[float]], band: Band
) -> None:
    proposal = ready.faces.propose(frames)
    assert proposal.band is not Band.GREEN
    assert proposal.band in (band, Band.YELLOW)


def test_with_nobody_enrolled_the_answer_is_grey(hall: Hall) -> None:
    assert hall.faces.propose(live(RED)).band is Band.GREY


def test_a_new_photo_takes_the_old_template_with_it(ready: Hall) -> None:
    assert ready.faces.propose(live(RED)).band is Band.GREEN
    ready.registry.set_photo(ready.people[0].id, a_photo((30, 200, 200)))
    assert ready.faces.propose(live(RED)).band is Band.GREY
    assert not ready.registry.delegate(ready.people[0].id).enrolled


def test_another_desk_sees_who_was_enrolled_meanwhile(hall: Hall) -> None:
    other = hall.other_desk()
    photographed(hall, RED, GREEN)
    agreed(hall, 0, 1)
    assert other.faces.propose(live(RED)).band is Band.GREY
    enrolled(hall)
    assert other.faces.propose(live(RED)).band is Band.GREEN
    other.store.close()
