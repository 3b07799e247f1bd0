"""documents ...: take in, correct, issue, recall, hand out by link and sheet."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from congress_desk.cli.document_references import the_document
from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.grammar import Grammar, Parser
from congress_desk.cli.print_commands import save_pdf
from congress_desk.cli.references import the_delegate
from congress_desk.domain.documents import AskOpinions, Card, Document, DocumentType, Secrecy, Status
from congress_desk.domain.documents_reach import Obstacle
from congress_desk.domain.documents_records import SheetKind
from congress_desk.plumbing.document_words import OBSTACLES, SECRECIES, STATUSES, TYPES
from congress_desk.plumbing.texts import Language
from congress_desk.services.links import checked_base


def describe_commands(group: Grammar) -> None:
    say = group.say
    add = group.command("add", say("take a document in; its kind is told by its content"), _add)
    add.add_argument("path", metavar="PATH", help=say("PDF, Word (.docx), JPEG, PNG, WebP, MP4 or WebM"))
    _describe_card(add, needed=True)
    told = say("where it stands; issued by default, so that it can be handed out")
    add.add_argument("--status", choices=[s.value for s in Status if s is not Status.RECALLED], help=told)
    group.command("list", say("all documents by agenda item, type and number"), _list)
    search = group.command("search", say("documents whose title or text holds these words"), _search)
    search.add_argument("words", metavar="WORDS")
    edit = group.command("edit", say("correct what is written about a document"), _edit)
    _add_document(edit)
    _describe_card(edit, needed=False)
    version = group.command("version", say("a new version of the file; every QR that is out leads to it"), _version)
    _add_document(version)
    version.add_argument("path", metavar="PATH", help=say("the new file"))
    status = group.command("status", say("appraised, approved, issued or recalled"), _change_status)
    _add_document(status)
    status.add_argument("--to", required=True, choices=[s.value for s in Status], help=say("the new status"))
    _add_document(group.command("recall", say("call a document back: it opens for nobody from now on"), _recall))
    group.command("check", say("read every file once and name those that are missing or changed"), _check)


def describe_handing_out(group: Grammar) -> None:
    say = group.say
    link = group.command("link", say("a new link to a document, for one delegate or for whoever may read it"), _link)
    _add_document(link)
    told = say("the delegate: id, badge code, card number, citizen number, or name")
    link.add_argument("--delegate", metavar="X", help=told)
    add_base(link)
    sheet = group.command("sheet", say("QR codes on paper or for the screen; every code is read back first"), _sheet)
    told = say("a document: its id, number or title; may be repeated; without it the congress's own page")
    sheet.add_argument("--document", action="append", metavar="D", help=told)
    kinds = [kind.value for kind in SheetKind]
    sheet.add_argument("--kind", choices=kinds, default="poster", help=say("poster by default"))
    told = say("labels for the badges of all delegates, or of this delegation; earlier ones are refused")
    sheet.add_argument("--delegates", nargs="?", const="", metavar="DELEGATION", help=told)
    add_paper(sheet)
    told = say("save pictures (PNG) as well, this many pixels wide")
    sheet.add_argument("--png", type=int, metavar="PIXELS", help=told)
    add_base(sheet)
    group.command("links", say("links with the devices that came by them"), _links)
    revoke = group.command("revoke", say("call back a link, or all links of a delegate"), _revoke)
    wanted = revoke.add_mutually_exclusive_group(required=True)
    wanted.add_argument("--link", metavar="ID", help=say("the link, as `documents links` names it"))
    wanted.add_argument("--delegate", metavar="X", help=told_delegate(revoke))


def told_delegate(parser: Parser) -> str:
    return parser.say("the delegate: id, badge code, card number, citizen number, or name")


def add_base(parser: Parser) -> None:
    told = parser.say("address of the portal, such as http://192.168.1.10:8765; found by itself if it is left out")
    parser.add_argument("--base-url", metavar="U", help=told)


def add_paper(parser: Parser) -> None:
    say = parser.say
    languages = [language.value for language in Language]
    parser.add_argument("--lang", choices=languages, default="vi", help=say("language of the paper, vi by default"))
    told = say("the PDF file to write; an older one is replaced")
    parser.add_argument("--out", required=True, metavar="PDF", help=told)


def base_of(args: argparse.Namespace, at: Counter) -> str:
    return checked_base(args.base_url) if args.base_url is not None else at.desk.library.settings.base()


def shown(document: Document, at: Counter) -> dict[str, Any]:
    card, version = document.card, document.current
    return {
        "document": document.id,
        "title": card.title,
        "number": card.number,
        "type": card.type.value,
        "class": card.secrecy.value,
        "status": document.status.value,
        "language": card.language,
        "agenda_item": card.agenda_item,
        "parts": list(card.parts),
        "opinions": card.opinions.value,
        "watermark": card.watermark,
        "only_present": card.only_present,
        "version": version.number,
        "kind": version.kind.value,
        "sha256": version.sha256,
        "size": version.size,
        "pages": version.pages,
        "active": version.active,
        "file": version.called,
        "added_at": at.iso(document.added_at),
        "issued_at": at.iso(document.issued_at),
        "recalled_at": at.iso(document.recalled_at),
    }


def line(document: Document, at: Counter) -> str:
    card = document.card
    words = (at.say(TYPES[card.type]), card.number, card.title, at.say(SECRECIES[card.secrecy]))
    return "  ·  ".join(word for word in (*words, at.say(STATUSES[document.status])) if word)


def _describe_card(parser: Parser, *, needed: bool) -> None:
    say = parser.say
    parser.add_argument("--title", required=needed, metavar="T", help=say("as people will read it"))
    classes = [s.value for s in Secrecy]
    told = say("public; internal: with a delegate's link; recall: internal, given back; secret: never by QR")
    parser.add_argument("--class", dest="secrecy", required=needed, choices=classes, help=told)
    parser.add_argument("--number", metavar="N", help=say("such as 348-TB/TU"))
    parser.add_argument("--type", choices=[t.value for t in DocumentType], help=say("what kind of document it is"))
    parser.add_argument("--language", metavar="L", help=say("language of the text, vi by default"))
    parser.add_argument("--agenda-item", metavar="A", help=say("where it belongs in the programme"))
    told = say("a heading to which opinions are given; may be repeated")
    parser.add_argument("--part", action="append", metavar="P", help=told)
    asked = [a.value for a in AskOpinions]
    parser.add_argument("--opinions", choices=asked, help=say("gather opinions, with names or without"))
    told = say("the reader's name and the time across every page of his copy")
    parser.add_argument("--watermark", choices=["yes", "no"], help=told)
    told = say("opens only while the delegate is checked in")
    parser.add_argument("--only-present", choices=["yes", "no"], help=told)


def _add_document(parser: Parser) -> None:
    told = parser.say("the document: its id, its number, or its title")
    parser.add_argument("--document", required=True, metavar="D", help=told)


def _changed_card(args: argparse.Namespace, card: Card) -> Card:
    given = {
        "title": args.title,
        "secrecy": Secrecy(args.secrecy) if args.secrecy else None,
        "number": args.number,
        "type": DocumentType(args.type) if args.type else None,
        "language": args.language,
        "agenda_item": args.agenda_item,
        "parts": tuple(args.part) if args.part else None,
        "opinions": AskOpinions(args.opinions) if args.opinions else None,
        "watermark": args.watermark == "yes" if args.watermark else None,
        "only_present": args.only_present == "yes" if args.only_present else None,
    }
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    return replace(card, **changes)


def _add(args: argparse.Namespace, at: Counter) -> Answer:
    card = _changed_card(args, Card(title=args.title))
    status = Status(args.status or Status.ISSUED)
    document = at.desk.library.documents.add(Path(args.path), card, status=status)
    return Answer(json=shown(document, at), lines=[line(document, at), document.id])


def _list(_args: argparse.Namespace, at: Counter) -> Answer:
    return _told(at.desk.library.documents.documents(), at)


def _search(args: argparse.Namespace, at: Counter) -> Answer:
    return _told(at.desk.library.documents.search(args.words), at)


def _told(documents: tuple[Document, ...], at: Counter) -> Answer:
    return Answer(json=[shown(d, at) for d in documents], lines=[f"{line(d, at)}  ·  {d.id}" for d in documents])


def _edit(args: argparse.Namespace, at: Counter) -> Answer:
    document = the_document(at.desk, args.document)
    return _one(at.desk.library.documents.edit(document.id, _changed_card(args, document.card)), at)


def _version(args: argparse.Namespace, at: Counter) -> Answer:
    document = the_document(at.desk, args.document)
    return _one(at.desk.library.documents.add_version(document.id, Path(args.path)), at)


def _change_status(args: argparse.Namespace, at: Counter) -> Answer:
    document = the_document(at.desk, args.document)
    return _one(at.desk.library.documents.change_status(document.id, Status(args.to)), at)


def _recall(args: argparse.Namespace, at: Counter) -> Answer:
    return _one(at.desk.library.documents.recall(the_document(at.desk, args.document).id), at)


def _one(document: Document, at: Counter) -> Answer:
    return Answer(json=shown(document, at), lines=[line(document, at)])


def _check(_args: argparse.Namespace, at: Counter) -> Answer:
    damaged = at.desk.library.documents.damaged()
    told = [line(d, at) for d in damaged] or [at.say("All files of documents are sound.")]
    return Answer(json={"ok": not damaged, "damaged": [d.id for d in damaged]}, lines=told, status=int(bool(damaged)))


def _link(args: argparse.Namespace, at: Counter) -> Answer:
    document = the_document(at.desk, args.document)
    base, links = base_of(args, at), at.desk.library.links
    if args.delegate is None:
        made = links.for_document(document.id)
    else:
        made = links.personal(document.id, the_delegate(at.desk, args.delegate).id)
    link = made.link
    told = {"url": made.url(base), "link": link.id, "document": document.id, "delegate": link.delegate}
    return Answer(json=told | {"expires_at": at.iso(link.expires_at)}, lines=[made.url(base)])


def _sheet(args: argparse.Namespace, at: Counter) -> Answer:
    papers, base, kind = at.desk.library.papers, base_of(args, at), SheetKind(args.kind)
    if args.delegates is not None:
        wanted = [d.id for d in at.desk.registry.delegates() if args.delegates in ("", d.sheet.delegation)]
        record = papers.delegate_labels(wanted, base=base)
    elif args.document:
        documents = [the_document(at.desk, named).id for named in args.document]
        record = papers.document_sheet(documents, kind, base=base)
    else:
        record = papers.congress_sheet(kind, base=base)
    pdf = papers.pdf(record, language=args.lang)
    out = Path(args.out)
    save_pdf(out, pdf)
    pictures = []
    for number, png in enumerate(papers.pictures(pdf, args.png) if args.png else (), 1):
        pictures.append(str(out.with_name(f"{out.stem}-{number}.png")))
        save_pdf(Path(pictures[-1]), png)
    told = {"out": args.out, "kind": record.kind.value, "base_url": base, "pages": at.desk.pages.count(pdf)}
    urls = [invitation.url for invitation in record.invitations]
    lines = [at.say("Saved: {path}", path=args.out), at.say("Address on it: {address}", address=base)]
    only_here = urlsplit(base).hostname in ("127.0.0.1", "::1", "localhost")
    if only_here:  # no phone can follow such an address
        lines.append(at.say(OBSTACLES[Obstacle.NO_NETWORK]))
    return Answer(json=told | {"urls": urls, "pictures": pictures, "only_here": only_here}, lines=lines)


def _links(_args: argparse.Namespace, at: Counter) -> Answer:
    uses = at.desk.library.links.links()
    told = [
        {
            "link": use.link.id,
            "scope": use.link.scope.value,
            "document": use.link.document,
            "delegate": use.link.delegate,
            "full_name": use.delegate.sheet.full_name if use.delegate else None,
            "devices": use.devices,
            "watched": use.watched,
            "issued_at": at.iso(use.link.issued_at),
            "expires_at": at.iso(use.link.expires_at),
            "revoked_at": at.iso(use.link.revoked_at),
        }
        for use in uses
    ]
    lines = ["  ".join(str(one[key] or "") for key in ("link", "scope", "devices", "full_name")) for one in told]
    return Answer(json=told, lines=lines)


def _revoke(args: argparse.Namespace, at: Counter) -> Answer:
    links = at.desk.library.links
    if args.link is not None:
        links.revoke(args.link)
        count = 1
    else:
        count = links.revoke_of(the_delegate(at.desk, args.delegate).id)
    return Answer(json={"revoked": count}, lines=[at.say("Links called back: {count}", count=count)])
