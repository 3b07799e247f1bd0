"""faces models, try-models, use-models: which face model the congress uses, and what its maker says about it."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.evaluation_command import aligned, or_dash, per_cent, progress_to
from congress_desk.cli.grammar import Grammar, Usage
from congress_desk.plumbing.model_words import BEST_CASE, TRIAL_ROWS
from congress_desk.plumbing.texts import Words, marked
from congress_desk.services.ports.face_models import ModelCard

ENROL_AGAIN = marked("Run faces enrol now: templates of another model cannot be compared.")


def describe_models(group: Grammar) -> None:
    say = group.say
    group.command("models", say("the face model in use: name, licence, source, SHA-256"), _models)
    told = say("try face models of your own on the photos of this congress, beside the model in use")
    attempt = group.command("try-models", told, _try)
    attempt.add_argument("folder", metavar="DIR", help=say("the folder with models.toml and its files"))
    told = say("use face models of your own (a folder with models.toml), from now on at every desk")
    use = group.command("use-models", told, _use)
    use.add_argument("folder", metavar="DIR", nargs="?", help=say("the folder with models.toml and its files"))
    use.add_argument("--built-in", action="store_true", help=say("back to the model that comes with the program"))


def _models(_args: argparse.Namespace, at: Counter) -> Answer:
    models = at.desk.face_models
    card = models.card()
    return Answer(json=_shown(card) | {"built_in": models.is_built_in()}, lines=_told(card, at.say))


def _try(args: argparse.Namespace, at: Counter) -> Answer:
    say = at.say
    tried = at.desk.face_models.try_out(Path(args.folder), progress_to(say))
    assert tried is not None  # nobody stops it
    in_use, supplied = tried
    shown = {
        "in_use": asdict(in_use.figures) | {"name": in_use.card.name},
        "supplied": asdict(supplied.figures) | _shown(supplied.card),
    }
    both = (in_use.figures, supplied.figures)
    rows = [
        ("", [in_use.card.name, supplied.card.name]),
        (say("Enrolled in the trial"), [str(f.enrolled) for f in both]),
        (say("Pictures not usable"), [str(f.refused_photos) for f in both]),
        *((say(told), [per_cent(f, name) for f in both]) for told, name in TRIAL_ROWS),
        (say("Decisions about strangers"), [str(f.strangers) for f in both]),
        (say("Time for one picture, ms"), [or_dash(f.embedding_ms) for f in both]),
    ]
    return Answer(json=shown, lines=[*_told(supplied.card, say), "", *aligned(rows), "", say(BEST_CASE)])


def _use(args: argparse.Namespace, at: Counter) -> Answer:
    if (args.folder is None) == (not args.built_in):
        raise Usage(at.say("Name a folder, or write --built-in. Nothing was done."))
    models = at.desk.face_models
    chosen = models.use_built_in() if args.built_in else models.use(Path(args.folder))
    shown = _shown(chosen.card) | {
        "built_in": models.is_built_in(),
        "changed": chosen.changed,
        "templates_erased": chosen.templates_erased,
    }
    lines = _told(chosen.card, at.say)
    if chosen.templates_erased:
        lines.append(at.say("Templates of the former model erased: {count}", count=chosen.templates_erased))
    if chosen.changed:
        lines.append(at.say(ENROL_AGAIN))
    return Answer(json=shown, lines=lines)


def _shown(card: ModelCard) -> dict[str, Any]:
    return {
        "name": card.name,
        "licence": card.licence,
        "source": card.source,
        "model": card.model_hash,
        "files": [{"file": name, "sha256": sha256} for name, sha256 in card.files],
    }


def _told(card: ModelCard, say: Words) -> list[str]:
    about = [
        say("Face model: {name}", name=card.name),
        say("Licence: {licence}", licence=card.licence),
        say("Source: {source}", source=card.source),
    ]
    return [*about, *(f"{name}  SHA-256 {sha256}" for name, sha256 in card.files)]
