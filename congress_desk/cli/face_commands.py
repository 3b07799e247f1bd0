"""consent, faces enrol, faces erase."""

from __future__ import annotations

import argparse

from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.references import the_delegate
from congress_desk.domain.refusals import Reason, Refusal


def consent(args: argparse.Namespace, at: Counter) -> Answer:
    if args.delegate is None and not args.all:
        raise Refusal(Reason.BAD_VALUE, field="DELEGATE")
    people = at.desk.registry.delegates() if args.all else (the_delegate(at.desk, args.delegate),)
    ids = [d.id for d in people]
    if args.withdraw:
        for delegate in ids:
            at.desk.faces.withdraw_consent(delegate, by=args.by)
        return Answer(json={"withdrawn": len(ids)}, lines=[at.say("Consent withdrawn: {count}", count=len(ids))])
    new = at.desk.faces.consent(ids, text_version=args.text_version, by=args.by)
    return Answer(json={"consented": len(ids), "new": new}, lines=[at.say("Consent recorded: {count}", count=new)])


def enrol(_args: argparse.Namespace, at: Counter) -> Answer:
    report = at.desk.faces.enrol(at.desk.make_face_engine)
    names = {d.id: d.sheet.full_name for d in at.desk.registry.delegates()}
    shown = {
        "enrolled": report.enrolled,
        "people": report.people,
        "not_enrolled": [
            {"delegate": r.delegate, "full_name": r.full_name, "reason": r.reason} for r in report.not_enrolled
        ],
        "look_alikes": [
            {"delegates": [a, b], "names": [names.get(a), names.get(b)], "score": round(apart, 3)}
            for a, b, apart in report.look_alikes
        ],
    }
    lines = [at.say("{count} faces enrolled, {people} in all.", count=report.enrolled, people=report.people)]
    lines += [f"{r.full_name}: {r.reason}" for r in report.not_enrolled]
    lines += [at.say("Look alike: {one} and {other}", one=names[a], other=names[b]) for a, b, _ in report.look_alikes]
    return Answer(json=shown, lines=lines)


def erase(_args: argparse.Namespace, at: Counter) -> Answer:
    erased = at.desk.faces.erase()
    told = at.say("{count} face templates were erased, and the key that opens them was destroyed.", count=erased)
    return Answer(json={"erased": erased, "key_destroyed": True}, lines=[told])
