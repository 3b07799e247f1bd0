"""A trial counts what the desk would have said against what is true, and puts the plain library beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import pytest

from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.face_trial import FaceTrial, run_face_trial
from congress_desk.services.face_trial_folders import TrialFolders, read_picture
from congress_desk.services.face_trial_library import PlainEncode
from tests.services.trial_faces import TrialEngine, folders_of, template

PEOPLE = [f"p{n:03}" for n in range(110)]
STRANGERS = [f"s{n:03}" for n in range(100)]


def a_trial(
    root: Path, *, strangers: bool = True, plain: PlainEncode | None = None, engine: TrialEngine | None = None
) -> FaceTrial:
    given = root / "strangers" if strangers else None
    folders = TrialFolders(gallery=root / "gallery", probes=root / "probes", strangers=given)
    return run_face_trial(folders, lambda: engine or TrialEngine(), plain)


def as_library(picture: Path) -> Sequence[float] | None:
    words = picture.read_text()
    return None if words in ("broken", "nobody") else template(words).tolist()


def test_shares_and_bands_of_a_whole_trial(tmp_path: Path) -> None:
    folders_of(
        tmp_path,
        {
            "gallery": {name: [f"{name} 0"] for name in PEOPLE},
            "probes": {name: [f"{name} {shot}" for shot in (1, 2, 3, 4)] for name in PEOPLE},
            "strangers": {name: [f"{name} 0"] for name in STRANGERS},
        },
    )
    trial = a_trial(tmp_path)
    figures = trial.figures
    assert (figures.enrolled, figures.refused_photos) == (110, 0)
    assert (figures.probes, figures.strangers) == (220, 100)  # groups of three, and the fourth picture alone
    assert figures.rank1 == figures.rank3 == figures.right_accepted == figures.shown_or_accepted == 1.0
    assert figures.wrong_accepted == 0.0
    assert figures.strangers_accepted is not None
    assert figures.strangers_accepted <= 0.03
    assert figures.threshold == round(trial.thresholds.green_score, 4)
    assert trial.bands["probes"] == {"green": 220, "yellow": 0, "grey": 0}
    assert sum(trial.bands["strangers"].values()) == 100
    assert trial.library is None


def test_confirmed_check_ins_strengthen_a_trial_as_they_do_the_desk(tmp_path: Path) -> None:
    folders_of(
        tmp_path,
        {
            "gallery": {name: [f"{name} 0"] for name in PEOPLE},
            "probes": {name: [f"{name} 9", f"{name} 4"] for name in PEOPLE[:3]},
            "confirmed": {
                PEOPLE[0]: [f"{PEOPLE[0]} {shot}" for shot in range(4, 19)],
                PEOPLE[1]: [f"{PEOPLE[1]} 5"],
                PEOPLE[2]: ["s001 1"],  # confirmed by mistake: the photo alone is not sure
                "nobody else": ["s002 1"],
            },
        },
    )
    folders = TrialFolders(gallery=tmp_path / "gallery", probes=tmp_path / "probes", confirmed=tmp_path / "confirmed")
    trial = run_face_trial(folders, TrialEngine, None)
    assert trial.strengthened == 4  # three of the first at most, one of the second
    assert trial.refused == {"same_picture": 2}
    assert trial.figures.right_accepted == 1.0
    assert a_trial(tmp_path, strangers=False).strengthened is None


def test_pictures_of_no_use_are_counted_by_reason_and_their_people_left_out(tmp_path: Path) -> None:
    folders_of(
        tmp_path,
        {
            "gallery": {"an": ["an 0"], "binh": ["broken"], "chi": ["dark"], "dung": ["two faces"]},
            "probes": {"an": ["an 1", "nobody", "an 0"], "binh": ["binh 1"], "chi": ["chi 1"], "nobody": ["dark 2"]},
        },
    )
    trial = a_trial(tmp_path, strangers=False)
    assert trial.figures.enrolled == 1
    assert trial.refused == {
        "not_a_picture": 1,
        "too_dark": 2,
        "several_faces": 1,
        "no_face": 1,
        "same_picture": 1,
    }
    assert trial.figures.refused_photos == 6
    assert (trial.figures.probes, trial.left_out) == (1, 2)


def test_a_picture_that_cannot_be_read_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as trouble:
        read_picture(tmp_path)
    assert trouble.value.problem is Problem.CANNOT_READ


def test_the_gallery_goes_through_the_stricter_gate_and_every_picture_is_looked_at_once(tmp_path: Path) -> None:
    folders_of(tmp_path, {"gallery": {"an": ["an 0"]}, "probes": {"an": ["an 1", "an 2"]}})
    engine = TrialEngine()
    a_trial(tmp_path, strangers=False, engine=engine)
    assert engine.looks == [("an 0", True), ("an 1", False), ("an 2", False)]


def test_without_strangers_nothing_is_said_about_them(tmp_path: Path) -> None:
    folders_of(tmp_path, {"gallery": {"an": ["an 0"]}, "probes": {"an": ["an 1"]}})
    trial = a_trial(tmp_path, strangers=False, plain=as_library)
    assert (trial.figures.strangers, trial.figures.strangers_accepted) == (0, None)
    assert trial.library is not None
    assert trial.library.at_default.strangers_accepted is None
    assert trial.library.at_best is None


def test_when_nobody_could_be_enrolled_nothing_is_decided(tmp_path: Path) -> None:
    folders_of(tmp_path, {"gallery": {"an": ["nobody"]}, "probes": {"an": ["an 1"]}, "strangers": {"s": ["s 0"]}})
    trial = a_trial(tmp_path, plain=as_library)
    assert (trial.figures.enrolled, trial.figures.probes, trial.left_out) == (0, 0, 1)
    assert trial.figures.strangers_accepted == 0.0
    assert trial.library is not None
    assert trial.library.at_default.strangers_accepted == 0.0


def test_the_library_decides_on_single_pictures_at_its_default_and_at_its_best_tolerance(tmp_path: Path) -> None:
    folders_of(
        tmp_path,
        {
            "gallery": {name: [f"{name} 0"] for name in PEOPLE},
            "probes": {name: [f"{name} 1", f"{name} 2"] for name in PEOPLE[:20]} | {"x": ["x 1"]},
            "strangers": {name: [f"{name} 0"] for name in STRANGERS} | {"broken": ["broken", "nobody"]},
        },
    )
    library = a_trial(tmp_path, plain=as_library).library
    assert library is not None
    assert library.at_best is not None
    for figures in (library.at_default, library.at_best):
        assert (figures.enrolled, figures.probes, figures.strangers, figures.refused_photos) == (110, 40, 100, 2)
        assert figures.shown_or_accepted == figures.right_accepted  # it shows nobody for a choice
    assert library.at_default.threshold == 0.6
    assert library.at_best.strangers_accepted == 0.01


def test_the_best_tolerance_takes_one_in_a_hundred_strangers_and_not_one_more(tmp_path: Path) -> None:
    folders_of(
        tmp_path,
        {
            "gallery": {"an": ["0"]},
            "probes": {"an": ["0.5"]},
            "strangers": {f"s{n:03}": [str(0.3 + n / 1000)] for n in range(250)},
        },
    )
    library = a_trial(tmp_path, plain=lambda picture: [float(picture.read_text())]).library
    assert library is not None
    assert library.at_best is not None
    assert library.at_best.strangers_accepted == 2 / 250
    assert library.at_best.threshold == pytest.approx(0.302, abs=0.0001)
    assert library.at_best.right_accepted == 0.0
    assert library.at_default.right_accepted == 1.0


def test_progress_counts_every_picture_for_the_desk_and_for_the_library(tmp_path: Path) -> None:
    folders_of(tmp_path, {"gallery": {"an": ["an 0"]}, "probes": {"an": ["an 1", "broken"]}})
    told: list[tuple[int, int]] = []
    folders = TrialFolders(gallery=tmp_path / "gallery", probes=tmp_path / "probes")
    run_face_trial(folders, TrialEngine, as_library, lambda done, of: told.append((done, of)))
    assert told == [(n, 6) for n in range(1, 7)]


def test_times_are_medians_in_milliseconds(tmp_path: Path) -> None:
    folders_of(tmp_path, {"gallery": {"an": ["an 0"]}, "probes": {"an": ["an 1"]}})
    trial = a_trial(tmp_path, strangers=False)
    assert trial.figures.embedding_ms is not None
    assert math.isfinite(trial.figures.embedding_ms)
    assert trial.match_ms is not None
    assert trial.match_ms >= 0


@pytest.mark.parametrize(("missing", "field"), [("gallery", "--gallery"), ("probes", "--probes")])
def test_a_folder_without_people_is_refused_and_a_missing_one_is_trouble(
    tmp_path: Path, missing: str, field: str
) -> None:
    folders_of(tmp_path, {name: {"an": ["an 0"]} for name in ("gallery", "probes") if name != missing})
    with pytest.raises(Trouble) as trouble:
        a_trial(tmp_path, strangers=False)
    assert trouble.value.problem is Problem.NO_SUCH_FILE
    (tmp_path / missing / "empty").mkdir(parents=True)
    (tmp_path / missing / "notes.txt").write_text("no picture")
    with pytest.raises(Refusal) as refusal:
        a_trial(tmp_path, strangers=False)
    assert (refusal.value.reason, refusal.value.details) == (Reason.BAD_VALUE, {"field": field})
