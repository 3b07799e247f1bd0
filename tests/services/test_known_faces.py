"""Whom the desk would propose: the nearest of the enrolled, judged by frames that belong together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pytest

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.identification import Band, Proposal
from congress_desk.services.gallery import KnownFaces
from tests.services.trial_faces import template


def known(people: Iterable[str], *, shots: Sequence[int] = (0,)) -> KnownFaces:
    return KnownFaces([(DelegateId(name), template(f"{name} {shot}")) for name in people for shot in shots])


def live(*words: str) -> list[list[float]]:
    return [template(word).tolist() for word in words]


EVERYBODY = known(f"p{n:03}" for n in range(120))


def test_an_enrolled_person_is_proposed_alone_from_three_frames() -> None:
    found = EVERYBODY.propose(live("p007 1", "p007 2", "p007 3"))
    assert found.band is Band.GREEN
    assert [c.delegate for c in found.candidates] == ["p007"]


def test_fewer_frames_than_needed_only_show_the_person() -> None:
    assert EVERYBODY.propose(live("p007 1", "p007 2")).band is Band.YELLOW
    assert EVERYBODY.propose(live("p007 1", "p007 2"), frames_needed=2).band is Band.GREEN


def test_strangers_are_not_accepted() -> None:
    bands = [EVERYBODY.propose(live(*(f"s{n} {shot}" for shot in range(3)))).band for n in range(300)]
    assert bands.count(Band.GREEN) <= 6


def test_a_track_in_which_two_people_were_mixed_is_never_accepted() -> None:
    assert EVERYBODY.propose(live("p007 1", "p007 2", "p008 1")).band is not Band.GREEN


def test_the_mean_of_frames_is_not_taken_for_nearer_than_single_photos_are() -> None:
    frames = live("s1 0", "s1 1", "s1 2")
    mean = np.asarray(frames).mean(axis=0).tolist()
    judged, too_near = EVERYBODY.nearest(frames)[0].score, EVERYBODY.nearest([mean])[0].score
    single = min(EVERYBODY.nearest([frame])[0].score for frame in frames)
    assert too_near < judged
    assert judged == pytest.approx(single, abs=0.1)


def test_a_person_with_several_templates_counts_once_by_their_mean_and_its_spread() -> None:
    faces = known(["an", "binh"], shots=(0, 1, 2))
    found = faces.nearest(live("an 3"))
    assert [c.delegate for c in found] == ["an", "binh"]
    shots = np.stack([template(f"an {shot}") for shot in (0, 1, 2)])
    to_mean = np.square(template("an 3") - shots.mean(axis=0)).sum()
    to_each = np.square(template("an 3") - shots).sum(axis=1).mean()
    assert found[0].score == pytest.approx(float(np.sqrt((to_mean + to_each) / 2)), abs=0.001)
    assert faces.thresholds.people == 2


def test_added_templates_bring_their_person_nearer_and_leave_the_thresholds_alone() -> None:
    stronger = EVERYBODY.strengthened([(DelegateId("p007"), template(f"p007 {shot}")) for shot in (1, 2)])
    before, after = (faces.nearest(live("p007 5"))[0] for faces in (EVERYBODY, stronger))
    assert (before.delegate, after.delegate) == ("p007", "p007")
    assert after.score < before.score
    assert stronger.thresholds is EVERYBODY.thresholds
    assert stronger.nearest(live("p008 1")) == EVERYBODY.nearest(live("p008 1"))


def test_templates_of_people_without_a_photos_template_add_nobody() -> None:
    assert EVERYBODY.strengthened([(DelegateId("gone"), template("gone 1"))]).people == EVERYBODY.people
    assert KnownFaces([]).strengthened([(DelegateId("gone"), template("gone 1"))]).people == []


def test_the_same_photo_under_two_names_is_listed_and_never_green() -> None:
    faces = KnownFaces([(DelegateId(name), template("an 0")) for name in ("an", "an again")])
    [(one, other, apart)] = faces.look_alikes(0.35)
    assert (one, other) == ("an", "an again")
    assert apart == pytest.approx(0, abs=0.001)
    assert faces.propose(live("an 0", "an 1", "an 2")).band is not Band.GREEN


def test_an_empty_gallery_proposes_nobody() -> None:
    nobody = KnownFaces([])
    assert nobody.propose(live("an 0")) == Proposal(band=Band.GREY)
    assert nobody.nearest(live("an 0")) == []
    assert nobody.look_alikes(1.0) == []
    assert nobody.thresholds.people == 0


def test_one_enrolled_person_is_known_by_the_fixed_rule() -> None:
    alone = known(["an"])
    assert alone.propose(live("an 0", "an 0", "an 0")).band is Band.GREEN
    assert alone.propose(live("binh 0", "binh 1", "binh 2")).band is Band.GREY


def test_five_thousand_people_are_compared_in_time() -> None:
    lot = np.random.default_rng(3)
    faces = KnownFaces(
        [(DelegateId(f"p{n}"), row) for n, row in enumerate(lot.normal(0, 0.05, (5000, 128)).astype(np.float32))]
    )
    assert faces.thresholds.people == 5000
    assert len(faces.nearest(lot.normal(0, 0.05, (3, 128)).tolist())) == 3
