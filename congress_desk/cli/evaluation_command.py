"""faces evaluate: how well faces are identified on one's own people, before a congress relies on it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from congress_desk.cli.doors import Answer, Doors
from congress_desk.cli.grammar import Grammar
from congress_desk.domain.identification import FEW_PEOPLE
from congress_desk.plumbing.enrolment_words import NOT_ENROLLED
from congress_desk.plumbing.model_words import TRIAL_ROWS
from congress_desk.plumbing.texts import Words, marked
from congress_desk.services.face_trial import FaceTrial, run_face_trial
from congress_desk.services.face_trial_figures import Figures
from congress_desk.services.face_trial_folders import TrialFolders

TOLD_EVERY = 25  # pictures

REFUSED = NOT_ENROLLED | {"same_picture": marked("The live picture is a copy of an enrolment photo")}


def describe_evaluation(group: Grammar) -> None:
    say = group.say
    told = say("try face identification on folders of pictures, one folder a person; no congress is needed")
    evaluate = group.command_without_desk("evaluate", told, _evaluate, takes_file=False)
    told = say("enrolment photos: a folder for each person")
    evaluate.add_argument("--gallery", required=True, metavar="DIR", help=told)
    told = say("live pictures of the same people: folders of the same names")
    evaluate.add_argument("--probes", required=True, metavar="DIR", help=told)
    told = say("pictures of people who are not enrolled: a folder for each person")
    evaluate.add_argument("--strangers", metavar="DIR", help=told)
    told = say("earlier live pictures of the enrolled, as of confirmed check-ins: they strengthen the trial")
    evaluate.add_argument("--confirmed", metavar="DIR", help=told)
    told = say("face models of your own, a folder with models.toml, instead of the program's")
    evaluate.add_argument("--models", metavar="DIR", help=told)


def _evaluate(args: argparse.Namespace, doors: Doors, say: Words) -> Answer:
    folders = TrialFolders(
        gallery=Path(args.gallery),
        probes=Path(args.probes),
        strangers=None if args.strangers is None else Path(args.strangers),
        confirmed=None if args.confirmed is None else Path(args.confirmed),
    )
    make_engine = partial(doors.make_face_engine, None if args.models is None else Path(args.models))
    trial = run_face_trial(folders, make_engine, doors.make_plain_library(), progress_to(say))
    return Answer(json=_shown(trial), lines=[*_table(trial, say), *_remarks(trial, say)])


def progress_to(say: Words) -> Callable[[int, int], bool]:
    def tell(done: int, of: int) -> bool:
        if done % TOLD_EVERY == 0 or done == of:
            sys.stderr.write(say("{done} of {count} pictures", done=done, count=of) + "\n")
            sys.stderr.flush()
        return True

    return tell


def _shown(trial: FaceTrial) -> dict[str, Any]:
    library = trial.library
    return asdict(trial.figures) | {
        "bands": trial.bands,
        "refused": trial.refused,
        "left_out": trial.left_out,
        "strengthened": trial.strengthened,
        "match_ms": trial.match_ms,
        "library": library
        and {
            "tolerance_0.6": asdict(library.at_default),
            "best_tolerance": library.at_best and asdict(library.at_best),
        },
    }


def _table(trial: FaceTrial, say: Words) -> list[str]:
    columns = [(say("Rule of this desk"), trial.figures)]
    if trial.library is not None:
        columns.append((say("Library at 0.6"), trial.library.at_default))
        if trial.library.at_best is not None:
            best = trial.library.at_best
            columns.append((say("Library at {tolerance}, its best", tolerance=f"{best.threshold:.3f}"), best))
    figures = [column for _, column in columns]
    rows = [
        (say("Enrolled in the trial"), [str(f.enrolled) for f in figures]),
        (say("Decisions about them"), [str(f.probes) for f in figures]),
        (say("Decisions about strangers"), [str(f.strangers) for f in figures]),
        *((say(told), [per_cent(f, name) for f in figures]) for told, name in TRIAL_ROWS),
        (say("Pictures not usable"), [str(f.refused_photos) for f in figures]),
        (say("Time for one picture, ms"), [or_dash(f.embedding_ms) for f in figures]),
    ]
    return aligned([("", [title for title, _ in columns]), *rows])


def aligned(rows: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    first = max(len(told) for told, _ in rows)
    widths = [max(len(cells[place]) for _, cells in rows) for place in range(len(rows[0][1]))]
    return [
        "  ".join([told.ljust(first), *(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))])
        for told, cells in rows
    ]


def _remarks(trial: FaceTrial, say: Words) -> list[str]:
    shown = [f"{say(REFUSED.get(why, why))}: {count}" for why, count in trial.refused.items()]
    if trial.left_out:
        shown.append(
            say("People left out, for none of their photos could be enrolled: {count}", count=trial.left_out)
        )
    if trial.strengthened is not None:
        shown.append(say("Templates added by confirmed check-ins: {count}", count=trial.strengthened))
    if trial.figures.enrolled < FEW_PEOPLE:
        shown.append(say("Fewer than {count} people are enrolled: the fixed rule decides.", count=FEW_PEOPLE))
    if trial.figures.strangers == 0:
        shown.append(say("No strangers were given: how often one is taken for somebody is not known."))
    if trial.library is None:
        shown.append(say("The face_recognition library is not installed: there is no comparison."))
    return shown


def per_cent(figures: Figures, name: str) -> str:
    share = getattr(figures, name)
    return "-" if share is None else f"{100 * share:.1f} %"


def or_dash(number: float | None) -> str:
    return "-" if number is None else f"{number:.0f}"
