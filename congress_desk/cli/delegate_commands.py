"""delegates ...: the list of delegates, one delegate's sheet, photos."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from congress_desk.cli.doors import REFUSED, Answer, Counter, bytes_of, happened
from congress_desk.cli.grammar import Grammar, add_delegate
from congress_desk.cli.references import the_delegate
from congress_desk.cli.sheet_values import FIELDS, sheet_with
from congress_desk.domain.delegates import Category, Delegate, PhotoOrigin, Sheet, as_text
from congress_desk.domain.lists import ImportPlan, ListError
from congress_desk.domain.refusals import Problem, Reason, Trouble
from congress_desk.plumbing.history_words import history_sentence
from congress_desk.plumbing.list_words import error_sentence, template_header, template_title
from congress_desk.plumbing.sentences import REASONS
from congress_desk.plumbing.texts import marked
from congress_desk.services.listing import PhotosAdded

ABOUT_NO_ROW = ("no_header", "two_columns_same_field", "dates_swapped")  # errors of a whole tab or column


def describe_lists(group: Grammar) -> None:
    say = group.say
    told = say("import a list (.xlsx, .xls, .ods, .csv): all of it or nothing")
    read = group.command("import", told, _import)
    read.add_argument("list", metavar="LIST", help=say("the spreadsheet; it may be imported again after corrections"))
    told = say("a folder of pictures, each named by card number, citizen number or name")
    read.add_argument("--photos", metavar="DIR", help=told)
    read.add_argument("--dry-run", action="store_true", help=say("only show what would be done"))
    photos = group.command("photos", say("add a folder of photos"), _photos)
    photos.add_argument("folder", metavar="DIR", help=told)
    template = group.command("template", say("save an empty list to fill in"), _template)
    template.add_argument("--out", required=True, metavar="XLSX", help=say("the new spreadsheet"))


def describe_people(group: Grammar) -> None:
    say = group.say
    group.command("list", say("everybody, by delegation and name"), _list)
    search = group.command("search", say("find by the beginnings of words, without diacritics"), _search)
    search.add_argument("words", metavar="WORDS")
    told = say(
        "a field and its value, such as birth_date=1/2/1975; may be repeated. Fields: {fields}",
        fields=", ".join(FIELDS),
    )
    add = group.command("add", say("add a late delegate"), _add)
    add.add_argument("--set", action="append", required=True, metavar="FIELD=VALUE", help=told)
    edit = group.command("edit", say("correct a delegate's sheet; the history keeps what was there"), _edit)
    add_delegate(edit)
    edit.add_argument("--set", action="append", required=True, metavar="FIELD=VALUE", help=told)
    photo = group.command("photo", say("set one delegate's photo"), _photo)
    add_delegate(photo)
    photo.add_argument("picture", metavar="PICTURE", help=say("a JPEG or PNG file"))
    told = say("it was taken at the desk for faces, and goes with the consent; else it is for the badge and stays")
    photo.add_argument("--at-desk", action="store_true", help=told)
    add_delegate(group.command("history", say("everything that the journal holds about one delegate"), _history))


def _import(args: argparse.Namespace, at: Counter) -> Answer:
    if args.photos and not Path(args.photos).is_dir():
        raise Trouble(Problem.NO_SUCH_FILE, path=args.photos)
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
        lines.append(at.say("This was a trial. Nothing was written."))
    elif args.photos:
        added = at.desk.listing.add_photos(Path(args.photos))
        shown["photos"] = _added_photos(added)
        lines += _photo_lines(added, at)
    return Answer(json=shown | {"dry_run": args.dry_run}, lines=lines)


def _photos(args: argparse.Namespace, at: Counter) -> Answer:
    added = at.desk.listing.add_photos(Path(args.folder))
    return Answer(json=_added_photos(added), lines=_photo_lines(added, at))


def _template(args: argparse.Namespace, at: Counter) -> Answer:
    title, header = template_title(at.say), template_header(at.say.language)
    at.desk.listing.save_template(Path(args.out), title=title, header=header)
    return Answer(json={"saved": args.out}, lines=[at.say("Saved: {path}", path=args.out)])


def _list(_args: argparse.Namespace, at: Counter) -> Answer:
    people = at.desk.registry.delegates()
    return Answer(json=[person(d) for d in people], lines=[_line(d) for d in people])


def _search(args: argparse.Namespace, at: Counter) -> Answer:
    people = at.desk.check_in.search(args.words)
    return Answer(json=[person(d) for d in people], lines=[_line(d) for d in people])


def _add(args: argparse.Namespace, at: Counter) -> Answer:
    empty = Sheet(full_name="", category=Category.APPOINTED)
    added = at.desk.registry.add(sheet_with(args.set, empty, today=at.today()))
    return Answer(json=person(added), lines=[_line(added)])


def _edit(args: argparse.Namespace, at: Counter) -> Answer:
    delegate = the_delegate(at.desk, args.delegate)
    edited = at.desk.registry.edit(delegate.id, sheet_with(args.set, delegate.sheet, today=at.today()))
    return Answer(json=person(edited), lines=[_line(edited)])


def _photo(args: argparse.Namespace, at: Counter) -> Answer:
    delegate, picture = the_delegate(at.desk, args.delegate), Path(args.picture)
    origin = PhotoOrigin.DESK if args.at_desk else PhotoOrigin.LIST
    at.desk.registry.set_photo(delegate.id, bytes_of(picture), called=picture.name, origin=origin)
    delegate = at.desk.registry.delegate(delegate.id)
    return Answer(json=person(delegate), lines=[_line(delegate)])


def _history(args: argparse.Namespace, at: Counter) -> Answer:
    delegate = the_delegate(at.desk, args.delegate)
    events = at.desk.registry.history(delegate.id)
    shown = [
        {"event": e.id, "at": at.iso(e.happened_at), "kind": e.kind.value, "desk": e.desk, "by": e.actor}
        for e in events
    ]
    return Answer(json=shown, lines=[happened(e, history_sentence(e, delegate.id, at.say), at) for e in events])


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
        "declined": delegate.declined,
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
    lines = [told, *(f"{_cell(e)}: {e['message']}" for e in shown["errors"])]
    return Answer(json=shown | refused, lines=lines, status=REFUSED)


def _counts(planned: ImportPlan) -> dict[str, Any]:
    return {
        "read": planned.read + len(_rows_not_understood(planned)),
        "added": len(planned.added),
        "changed": len(planned.changed),
        "unchanged": planned.unchanged,
        "missing": len(planned.missing),
        "errors": [],
    }


def _rows_not_understood(planned: ImportPlan) -> set[tuple[str, int]]:
    """Rows with an error that kept them from becoming a person: read all the same."""
    understood = {(row.sheet, row.row) for row in planned.understood.rows}
    return {(e.sheet, e.row) for e in planned.errors if e.code not in ABOUT_NO_ROW} - understood


def _error(error: ListError, at: Counter) -> dict[str, Any]:
    return {
        "sheet": error.sheet,
        "row": error.row,
        "column": error.column,
        "code": error.code,
        "message": error_sentence(at.say, error),
    }


def _cell(error: dict[str, Any]) -> str:
    """Đoàn 3!C17, as spreadsheets write it."""
    tab = f"{error['sheet']}!" if error["sheet"] else ""
    return f"{tab}{error['column']}{error['row']}"


def _added_photos(added: PhotosAdded) -> dict[str, Any]:
    return {
        "added": added.added,
        "ambiguous": sorted(added.matches.ambiguous),
        "unmatched": list(added.matches.unmatched),
        "without": list(added.matches.without),
        "broken": list(added.broken),
    }


def _photo_lines(added: PhotosAdded, at: Counter) -> list[str]:
    say = at.say
    matches = added.matches
    without = len(matches.without)
    lines = [say("{count} photos added, {without} delegates without one.", count=added.added, without=without)]
    for names, told in (
        (sorted(matches.ambiguous), marked("May be of several delegates: {names}")),
        (matches.unmatched, marked("Of nobody on the list: {names}")),
        (added.broken, marked("Not readable as pictures: {names}")),
    ):
        if names:
            lines.append(say(told, names=", ".join(names)))
    return lines


def _line(delegate: Delegate) -> str:
    sheet = delegate.sheet
    parts = (sheet.full_name, sheet.delegation, sheet.category.value, delegate.badge_code)
    return f"{sheet.card_number:>6}  " + "  ·  ".join(parts)
