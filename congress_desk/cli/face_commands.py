"""check-in face, faces enrol. A face proposes; only --confirm records."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from congress_desk.cli.admissions import answered
from congress_desk.cli.checkin_commands import describe_happening, happening
from congress_desk.cli.doors import REFUSED, Answer, Counter, bytes_of
from congress_desk.cli.grammar import Grammar
from congress_desk.cli.references import the_delegate, the_session
from congress_desk.domain.identification import Band, Proposal
from congress_desk.domain.refusals import Reason, Trouble
from congress_desk.plumbing.enrolment_words import reason_word
from congress_desk.plumbing.sentences import reason_sentence
from congress_desk.plumbing.texts import Words
from congress_desk.services.checkin import Admission
from congress_desk.services.faces import NotEnrolled, Progress
from congress_desk.services.ports.faces import FaceEngine, Picture, Template


def describe_check_in(group: Grammar) -> None:
    say = group.say
    face = group.command("face", say("who may be in these pictures; recorded only with --confirm"), _check_in)
    told = say("live pictures of one person; three or more are surest")
    face.add_argument("pictures", metavar="PICTURE", nargs="+", help=told)
    told = say("record the attendance of this delegate")
    face.add_argument("--confirm", metavar="DELEGATE", help=told)
    describe_happening(face)


def describe_templates(group: Grammar) -> None:
    say = group.say
    group.command("enrol", say("make templates from the photos of all who agreed"), _enrol)


def _check_in(args: argparse.Namespace, at: Counter) -> Answer:
    session, given = the_session(at.desk, args.session), happening(args, at)
    confirmed = None if args.confirm is None else the_delegate(at.desk, args.confirm)
    templates = _live_templates(at.desk.make_face_engine(), [Path(p) for p in args.pictures])
    if isinstance(templates, Reason):
        return _no_proposal(templates, at)
    proposal = at.desk.faces.propose([template.tolist() for template in templates], frames_needed=1)
    shown = _proposed(proposal, at) | {"strengthened": False}
    if confirmed is None:
        return _no_proposal(Reason.NO_MATCH, at) if proposal.band is Band.GREY else _ask(proposal, shown, at.say)
    scores = [c.score for c in proposal.candidates if c.delegate == confirmed.id]
    if scores:
        admission = at.desk.check_in.by_face(confirmed.id, session.id, scores=scores, **given)
        shown["strengthened"] = _strengthened(admission, templates, at)
    else:  # the operator knows this delegate though the camera does not: that is a check-in by name
        admission = at.desk.check_in.by_name(confirmed.id, session.id, **given)
    answer = answered(admission, at)
    return Answer(json=answer.json | shown, lines=answer.lines, status=answer.status)


def _strengthened(admission: Admission, templates: Sequence[Template], at: Counter) -> bool:
    if not admission.accepted or admission.event is None:
        return False
    return at.desk.faces.strengthen(admission.event.id, [template.tolist() for template in templates])


def _enrol(_args: argparse.Namespace, at: Counter) -> Answer:
    report = at.desk.faces.enrol(at.desk.make_face_engine, _progress(at.say))
    names = {d.id: d.sheet.full_name for d in at.desk.registry.delegates()}
    refused = [_not_enrolled(one, at.say) for one in report.not_enrolled]
    shown = {
        "enrolled": report.enrolled,
        "people": report.people,
        "not_enrolled": refused,
        "look_alikes": [
            {"delegates": [a, b], "names": [names.get(a), names.get(b)], "score": round(apart, 3)}
            for a, b, apart in report.look_alikes
        ],
    }
    lines = [at.say("{count} faces enrolled now, {people} in all.", count=report.enrolled, people=report.people)]
    lines += [f"{one['full_name']}: {one['message']}" for one in refused]
    lines += [at.say("Look alike: {one} and {other}", one=names[a], other=names[b]) for a, b, _ in report.look_alikes]
    return Answer(json=shown, lines=lines)


def _progress(say: Words) -> Progress:
    """A line that counts, for a person who waits at a terminal; half a second a photo."""

    def tell(done: int, of: int) -> bool:
        if sys.stderr.isatty():
            sys.stderr.write("\r" + say("{done} of {count} photos", done=done, count=of) + " \r")
            sys.stderr.flush()
        return True

    return tell


def _live_templates(engine: FaceEngine, pictures: Sequence[Path]) -> list[Template] | Reason:
    """The templates of the pictures that show one good face, or why there is none."""
    templates: list[Template] = []
    worst = Reason.NO_FACE
    for path in pictures:
        faces = engine.faces(_decoded(engine, path))
        if len(faces) > 1 and faces[1].box[2] * 2 > faces[0].box[2]:
            worst = Reason.SEVERAL_FACES
        elif faces and faces[0].template is None:
            worst = Reason.POOR_PICTURE
        elif faces and faces[0].template is not None:
            templates.append(faces[0].template)
    return templates or worst


def _decoded(engine: FaceEngine, path: Path) -> Picture:
    raw = bytes_of(path)
    try:
        return engine.decode(raw)
    except Trouble as trouble:
        raise Trouble(trouble.problem, called=path.name) from trouble


def _ask(proposal: Proposal, shown: dict[str, Any], say: Words) -> Answer:
    """Green is one person to confirm; yellow is several to choose from, and never recorded by itself."""
    unsure = None if proposal.band is Band.GREEN else Reason.UNSURE
    told = [] if unsure is None else [reason_sentence(say, unsure, {})]
    lines = [f"{c['score']:.3f}  {c['full_name']}  ·  {c['delegate']}" for c in shown["candidates"]]
    answer: dict[str, Any] = {"status": "proposed", "reason": unsure.value if unsure else None, **shown}
    return Answer(json=answer, lines=[*told, *lines])


def _no_proposal(reason: Reason, at: Counter) -> Answer:
    told = reason_sentence(at.say, reason, {}, at.zone)
    shown: dict[str, Any] = {
        "status": "refused",
        "reason": reason.value,
        "band": Band.GREY.value,
        "candidates": [],
        "message": told,
    }
    return Answer(json=shown, lines=[told], status=REFUSED)


def _proposed(proposal: Proposal, at: Counter) -> dict[str, Any]:
    people = [(at.desk.registry.delegate(c.delegate), c.score) for c in proposal.candidates]
    return {
        "band": proposal.band.value,
        "candidates": [{"delegate": d.id, "full_name": d.sheet.full_name, "score": s} for d, s in people],
    }


def _not_enrolled(one: NotEnrolled, say: Words) -> dict[str, str]:
    return {
        "delegate": one.delegate,
        "full_name": one.full_name,
        "reason": one.reason,
        "message": reason_word(one.reason, say),
    }
