"""faces models, faces use-models: which face model the congress uses, and what its maker says about it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.grammar import Grammar, Usage
from congress_desk.plumbing.texts import Words, marked
from congress_desk.services.ports.face_models import ModelCard

ENROL_AGAIN = marked("Run faces enrol now: templates of another model cannot be compared.")


def describe_models(group: Grammar) -> None:
    say = group.say
    group.command("models", say("the face model in use: name, licence, source, SHA-256"), _models)
    told = say("use face models of your own (a folder with models.toml), from now on at every desk")
    use = group.command("use-models", told, _use)
    use.add_argument("folder", metavar="DIR", nargs="?", help=say("the folder with models.toml and its files"))
    use.add_argument("--built-in", action="store_true", help=say("back to the model that comes with the program"))


def _models(_args: argparse.Namespace, at: Counter) -> Answer:
    models = at.desk.face_models
    card = models.card()
    return Answer(json=_shown(card) | {"built_in": models.is_built_in()}, lines=_told(card, at.say))


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
