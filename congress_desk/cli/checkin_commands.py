"""check-in ..., excuse, void: what the registration desk does."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypedDict

from congress_desk.cli.doors import REFUSED, Answer, Counter
from congress_desk.cli.references import the_delegate, the_session
from congress_desk.domain.attendance import Excuse, ExcuseScope
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.identification import Band, Proposal
from congress_desk.domain.journal import Event, EventId
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.plumbing.sentences import reason_sentence
from congress_desk.services.checkin import Admission
from congress_desk.services.ports.faces import FaceEngine, Template


class Given(TypedDict):
    event: EventId | None
    at: Any


def card(args: argparse.Namespace, at: Counter) -> Answer:
    session = the_session(at.desk, args.session)
    text = _code_text(args.what, at)
    return _answered(at.desk.check_in.by_code(text, session.id, **_given(args, at)), at)


def citizen_card(args: argparse.Namespace, at: Counter) -> Answer:
    session = the_session(at.desk, args.session)
    text = _code_text(args.what, at)
    return _answered(at.desk.check_in.by_citizen_card(text, session.id, **_given(args, at)), at)


def manual(args: argparse.Namespace, at: Counter) -> Answer:
    session = the_session(at.desk, args.session)
    try:
        delegate = the_delegate(at.desk, args.what)
    except Refusal as refusal:
        return _nobody_picked(refusal, at)
    return _answered(at.desk.check_in.by_name(delegate.id, session.id, **_given(args, at)), at)


def leave(args: argparse.Namespace, at: Counter) -> Answer:
    session = the_session(at.desk, args.session)
    delegate = the_delegate(at.desk, args.what)
    event = at.desk.check_in.leave(delegate.id, session.id, **_given(args, at))
    return _recorded(event, delegate, at)


def excuse(args: argparse.Namespace, at: Counter) -> Answer:
    session = the_session(at.desk, args.session)
    delegate = the_delegate(at.desk, args.delegate)
    scope = ExcuseScope.CONGRESS if args.whole_congress else ExcuseScope.SESSION
    given = Excuse(reason=args.reason, scope=scope, allowed_by=args.allowed_by, with_leave=not args.without_leave)
    return _recorded(at.desk.check_in.excuse(delegate.id, session.id, given), delegate, at)


def void(args: argparse.Namespace, at: Counter) -> Answer:
    event = at.desk.check_in.void(EventId(args.event), args.reason)
    shown = {"status": "ok", "event": event.id, "voided": event.about}
    return Answer(json=shown, lines=[at.say("Voided. The record stays in the history.")])


def face(args: argparse.Namespace, at: Counter) -> Answer:
    session = the_session(at.desk, args.session)
    templates = _live_templates(at.desk.make_face_engine(), [Path(p) for p in args.pictures])
    if isinstance(templates, Reason):
        return _no_proposal(templates, at)
    live = [template.tolist() for template in templates]
    proposal = at.desk.faces.propose(live, frames_needed=1)
    shown = _proposed(proposal, at)
    if args.confirm is None:
        if proposal.band is Band.GREY:
            return _no_proposal(Reason.NO_MATCH, at)
        lines = [f"{c['score']:.3f}  {c['full_name']}" for c in shown["candidates"]]
        return Answer(json={"status": "proposed", "reason": None, **shown}, lines=lines)
    delegate = the_delegate(at.desk, args.confirm)
    scores = [c.score for c in proposal.candidates if c.delegate == delegate.id]
    if scores:
        admission = at.desk.check_in.by_face(delegate.id, session.id, scores=scores, **_given(args, at))
    else:  # the operator knows him though the camera does not: that is a check-in by name
        admission = at.desk.check_in.by_name(delegate.id, session.id, **_given(args, at))
    answer = _answered(admission, at)
    return Answer(json=answer.json | shown, lines=answer.lines, status=answer.status)


def _code_text(what: str, at: Counter) -> str:
    """The text itself, or what a picture file of a code holds."""
    path = Path(what)
    if path.suffix.lower() not in (".png", ".jpg", ".jpeg", ".bmp", ".webp") or not path.is_file():
        return what
    codes = at.desk.codes_in_picture(path.read_bytes())
    if not codes:
        raise Refusal(Reason.UNKNOWN, what="foreign_code")
    return codes[0]


def _live_templates(engine: FaceEngine, pictures: Sequence[Path]) -> list[Template] | Reason:
    """The templates of the pictures that show one good face, or why there is none."""
    templates: list[Template] = []
    worst = Reason.NO_FACE
    for path in pictures:
        faces = engine.faces(engine.decode(_read(path)))
        if len(faces) > 1 and faces[1].box[2] * 2 > faces[0].box[2]:
            worst = Reason.SEVERAL_FACES
        elif faces and faces[0].template is None:
            worst = Reason.POOR_PICTURE
        elif faces and faces[0].template is not None:
            templates.append(faces[0].template)
    return templates or worst


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Trouble(Problem.NO_SUCH_FILE, path=str(path)) from error


def _given(args: argparse.Namespace, at: Counter) -> Given:
    try:
        moment = at.moment(args.at) if args.at else None
    except ValueError as error:
        raise Refusal(Reason.BAD_VALUE, field="at", value=args.at) from error
    return {"event": EventId(args.event) if args.event else None, "at": moment}


def _answered(admission: Admission, at: Counter) -> Answer:
    delegate = admission.delegate
    shown: dict[str, Any] = {
        "status": admission.status,
        "reason": admission.reason.value if admission.reason else None,
        "event": admission.event.id if admission.event else None,
        "delegate": delegate.id if delegate else None,
        "full_name": delegate.sheet.full_name if delegate else None,
        "first": _first(admission.first, at),
    }
    if admission.accepted:
        assert delegate is not None
        return Answer(json=shown, lines=[at.say("Recorded: {name}", name=delegate.sheet.full_name)])
    return _refused(shown, admission, at)


def _refused(shown: dict[str, Any], admission: Admission, at: Counter) -> Answer:
    assert admission.reason is not None
    told = reason_sentence(at.say, admission.reason, admission.details, at.zone)
    shown["message"] = told
    if admission.candidates:
        shown["candidates"] = [{"delegate": d.id, "full_name": d.sheet.full_name} for d in admission.candidates]
    name = [admission.delegate.sheet.full_name] if admission.delegate else []
    return Answer(json=shown, lines=[*name, told], status=REFUSED)


def _nobody_picked(refusal: Refusal, at: Counter) -> Answer:
    """A name that leads to nobody or to several is an answer of the desk, not an error."""
    ambiguous = refusal.reason is Reason.AMBIGUOUS
    reason = Reason.AMBIGUOUS if ambiguous else Reason.UNKNOWN
    ids = refusal.details.get("candidates", ())
    people = [at.desk.registry.delegate(i) for i in ids] if isinstance(ids, tuple) else []
    admission = Admission(status="refused", reason=reason, details={"what": "name"}, candidates=tuple(people))
    return _answered(admission, at)


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


def _first(event: Event | None, at: Counter) -> dict[str, Any] | None:
    if event is None:
        return None
    return {
        "event": event.id,
        "at": at.iso(event.happened_at),
        "desk": event.desk,
        "method": event.body.get("method"),
    }


def _recorded(event: Event, delegate: Delegate, at: Counter) -> Answer:
    shown = {"status": "ok", "event": event.id, "delegate": delegate.id}
    return Answer(json=shown, lines=[at.say("Recorded: {name}", name=delegate.sheet.full_name)])
