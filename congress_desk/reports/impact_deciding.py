"""The part of the impact assessment that says when a face is accepted, and by which model."""

from __future__ import annotations

from congress_desk.domain import identification as rule
from congress_desk.domain.identification import Thresholds
from congress_desk.domain.rights_records import ImpactRecord
from congress_desk.plumbing.texts import Language
from congress_desk.reports.page import Paper
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say


def add_deciding(paper: Paper, record: ImpactRecord) -> None:
    say, found = paper.say, record.thresholds
    if found is None:
        paper.text(say("The key is not at this desk: the thresholds in force cannot be computed here."), part="table")
        return
    paper.text(_how(say, found), part="table", justified=True)
    paper.room(3)
    distance, gap = (rule.FEW_DISTANCE, rule.FEW_GAP) if found.fixed else (rule.GREEN_DISTANCE, rule.GREEN_GAP)
    facts = [
        (say("Persons who were compared with each other"), str(found.people)),
        (say("Accepted: score at most"), _number(say, found.green_score)),
        (say("Accepted: distance at most"), _number(say, distance)),
        (
            say("Accepted: the next person farther by at least"),
            _number(say, gap),
        ),
        (say("Shown to choose from: distance at most"), _number(say, found.yellow_distance)),
        (say("Look-alikes who are never accepted by themselves"), str(len(found.look_alikes))),
        (say("Accepted without a key press"), say("yes") if record.auto_accept else say("no")),
    ]
    columns = [Column(title=say("Threshold"), share=120), Column(title=say("In force here"), share=50)]
    paper.table(columns, [Row(cells=fact) for fact in facts], whole=True)


def add_models(paper: Paper, record: ImpactRecord) -> None:
    say = paper.say
    unknown = say("not known on this computer")
    for model in record.models:
        facts = (
            (say("Name"), say.put(model.name) if model.name else unknown),
            (say("Licence"), say.put(model.licence) if model.licence else unknown),
            (say("Source"), say.put(model.source) if model.source else unknown),
            (say.put("SHA-256"), say.put(model.model_hash)),
        )
        columns = [Column(title=say("Model"), share=30), Column(title=say("Value"), share=140)]
        paper.table(columns, [Row(cells=fact) for fact in facts], part="small", whole=True)
        paper.room(4)
    if not record.models:
        paper.text(say("No face model is on this computer, and no template is in the file."), part="table")


def _how(say: Say, found: Thresholds) -> str:
    if found.fixed:
        return say(
            "A live face is compared with every template. The score is twice the distance to the nearest person less "
            "the distance to the second. Too few people are enrolled to measure a threshold ({few} are needed): a "
            "fixed rule decides. It is shown as a score, never as per cent.",
            few=rule.FEW_PEOPLE,
        )
    return say(
        "A live face is compared with every template. The score is twice the distance to the nearest person less the "
        "distance to the second. Its threshold comes from the people enrolled here, each compared with all others: "
        "at it, {share} of them would be taken for somebody else.",
        share=say.share(round(rule.GREEN_SHARE * 10_000), 10_000),
    )


def _number(say: Say, value: float) -> str:
    written = f"{value:.3f}"
    return say.put(written.replace(".", ",") if say.language is Language.VIETNAMESE else written)
