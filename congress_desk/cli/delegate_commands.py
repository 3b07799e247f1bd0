"""delegates ...: import, list, photos, badges, standing, replacement."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from congress_desk.cli.doors import REFUSED, Answer, Counter
from congress_desk.cli.references import the_delegate
from congress_desk.domain.delegates import Delegate, Standing, as_text
from congress_desk.domain.lists import ImportPlan, ListError
from congress_desk.domain.refusals import Reason
from congress_desk.plumbing.list_words import error_sentence, template_header, template_title
from congress_desk.plumbing.sentences import REASONS
from congress_desk.services.listing import PhotosAdded


def import_list(args: argparse.Namespace, at: Counter) -> Answer:
    planned = at.desk.listing.plan_import(Path(args.list))
    if planned.errors:
        return _with_errors(planned, at, dry_run=args.dry_run)
    if not args.dry_run:
        planned = at.desk.listing.carry_out(planned, called=Path(args.list).name)
    shown = _counts(planned)
    lines = [
        at.say(
            "{read} rows read: {added} added, {changed} changed, {unchanged} unchanged.",
            **{name: shown[name] for name in ("read", "added", "changed", "unchanged")},
        )
    ]
    if args.dry_run:
        lines.append(at.say("This was a trial: nothing was written."))
    if args.photos and not args.dry_run:
        added = at.desk.listing.add_photos(Path(args.photos))
        shown["photos"] = _photos(added)
        lines.append(at.say("{count} photos added.", count=added.added))
    return Answer(json=shown | {"dry_run": args.dry_run}, lines=lines)


def photos(args: argparse.Namespace, at: Counter) -> Answer:
    added = at.desk.listing.add_photos(Path(args.folder))
    return Answer(json=_photos(added), lines=[at.say("{count} photos added.", count=added.added)])


def list_all(_args: argparse.Namespace, at: Counter) -> Answer:
    people = at.desk.registry.delegates()
    return Answer(json=[person(d) for d in people], lines=[_line(d) for d in people])


def search(args: argparse.Namespace, at: Counter) -> Answer:
    people = at.desk.check_in.search(args.words)
    return Answer(json=[person(d) for d in people], lines=[_line(d) for d in people])


def history(args: argparse.Namespace, at: Counter) -> Answer:
    delegate = the_delegate(at.desk, args.delegate)
    events = [
        {"event": e.id, "at": at.iso(e.happened_at), "kind": e.kind.value, "desk": e.desk, "by": e.actor}
        for e in at.desk.registry.history(delegate.id)
    ]
    return Answer(json=events, lines=[f"{e['at']}  {e['kind']}  {e['desk']}  {e['by']}" for e in events])


def template(args: argparse.Namespace, at: Counter) -> Answer:
    at.desk.listing.save_template(
        Path(args.out), title=template_title(at.say), header=template_header(at.say.language)
    )
    return Answer(json={"saved": args.out}, lines=[at.say("Saved: {path}", path=args.out)])


def change_standing(args: argparse.Namespace, at: Counter) -> Answer:
    delegate = the_delegate(at.desk, args.delegate)
    changed = at.desk.registry.change_standing(delegate.id, Standing(args.to), args.reason)
    return Answer(json=person(changed), lines=[at.say("Recorded: {name}", name=changed.sheet.full_name)])


def replace_official(args: argparse.Namespace, at: Counter) -> Answer:
    official, alternate = the_delegate(at.desk, args.official), the_delegate(at.desk, args.alternate)
    seated = at.desk.registry.replace_official(official.id, alternate.id, decision=args.decision)
    return Answer(json=person(seated), lines=[at.say("Recorded: {name}", name=seated.sheet.full_name)])


def new_badge(args: argparse.Namespace, at: Counter) -> Answer:
    delegate = the_delegate(at.desk, args.delegate)
    code = at.desk.registry.issue_badge(delegate.id)
    shown = {"delegate": delegate.id, "badge_code": code, "revoked": delegate.badge_code}
    return Answer(
        json=shown, lines=[at.say("New badge code for {name}: {code}", name=delegate.sheet.full_name, code=code)]
    )


def link_card(args: argparse.Namespace, at: Counter) -> Answer:
    delegate = the_delegate(at.desk, args.delegate)
    at.desk.registry.link_card(delegate.id, args.number)
    shown = {"delegate": delegate.id, "number": args.number}
    return Answer(json=shown, lines=[at.say("Recorded: {name}", name=delegate.sheet.full_name)])


def person(delegate: Delegate) -> dict[str, Any]:
    """The keys that scripts rely on, and the standing of the delegate."""
    sheet = delegate.sheet
    return {
        "id": delegate.id,
        "full_name": sheet.full_name,
        "birth_date": as_text(sheet.birth_date) or None,
        "gender": sheet.gender.value or None,
        "delegation": sheet.delegation,
        "category": sheet.category.value,
        "card_number": sheet.card_number,
        "badge_code": delegate.badge_code,
        "citizen_number": sheet.citizen_number,
        "position": sheet.position,
        "unit": sheet.unit,
        "seat": sheet.seat,
        "standing": delegate.standing.value,
        "photo": bool(delegate.photo),
        "consented": delegate.consented,
        "enrolled": delegate.enrolled,
        "replaces": delegate.replaces,
    }


def _with_errors(planned: ImportPlan, at: Counter, *, dry_run: bool) -> Answer:
    shown = _counts(planned)
    if not dry_run:
        shown |= {"added": 0, "changed": 0, "unchanged": 0}
    shown["errors"] = [_error(e, at) for e in planned.errors]
    told = at.say(REASONS[Reason.LIST_HAS_ERRORS], count=len(planned.errors))
    refused = {"status": "refused", "reason": Reason.LIST_HAS_ERRORS.value, "message": told, "dry_run": dry_run}
    lines = [told, *(f"{e['sheet']} {e['column']}{e['row']}: {e['message']}" for e in shown["errors"])]
    return Answer(json=shown | refused, lines=lines, status=REFUSED)


def _counts(planned: ImportPlan) -> dict[str, Any]:
    return {
        "read": planned.read,
        "added": len(planned.added),
        "changed": len(planned.changed),
        "unchanged": planned.unchanged,
        "missing": len(planned.missing),
        "errors": [],
    }


def _error(error: ListError, at: Counter) -> dict[str, Any]:
    return {
        "sheet": error.sheet,
        "row": error.row,
        "column": error.column,
        "code": error.code,
        "message": error_sentence(at.say, error),
    }


def _photos(added: PhotosAdded) -> dict[str, Any]:
    return {
        "added": added.added,
        "ambiguous": sorted(added.matches.ambiguous),
        "unmatched": list(added.matches.unmatched),
        "without": list(added.matches.without),
        "broken": list(added.broken),
    }


def _line(delegate: Delegate) -> str:
    sheet = delegate.sheet
    return f"{sheet.card_number:>6}  {sheet.full_name}  ·  {sheet.delegation}  ·  {sheet.category.value}"
