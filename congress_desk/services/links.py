"""Links: what a QR symbol holds. The token is told once, when it is made; the file keeps its hash."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.documents import Document, DocumentId, may_be_handed_out
from congress_desk.domain.documents_links import Link, LinkId, Scope, new_token, token_hash, usual_expiry
from congress_desk.domain.journal import Kind, new_id
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.documents_parts import the_document
from congress_desk.services.floor import Act, Floor, the_delegate

LINK_PATH = "/q/"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLink:
    """The only moment in which a token is known; its address is `url(base)`."""

    link: Link
    token: str
    document: Document | None = None
    delegate: Delegate | None = None

    def url(self, base: str) -> str:
        return base.rstrip("/") + LINK_PATH + self.token


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkUse:
    """devices: how many came by it; watched: more than a person has, so the secretariat is told."""

    link: Link
    devices: int
    watched: bool
    delegate: Delegate | None
    document: Document | None


class LinksService:
    def __init__(self, floor: Floor) -> None:
        self._floor = floor

    def for_congress(self) -> NewLink:
        """The congress's page: one symbol for everything."""
        with self._floor.act() as act:
            made = self._make(act, Scope.CONGRESS)
            self._write(act, [made])
        return made

    def for_stage(self) -> NewLink:
        """The second screen as a page, for a wall that another computer runs; revoked like any link."""
        with self._floor.act() as act:
            made = self._make(act, Scope.STAGE)
            self._write(act, [made])
        return made

    def for_document(self, document: DocumentId) -> NewLink:
        """One document, for whoever may read it.

        Refusal: NO_SUCH_DOCUMENT, SECRET_NEVER_BY_QR, DOCUMENT_RECALLED, NOT_ISSUED.
        """
        return self.for_documents([document])[0]

    def for_documents(self, documents: Sequence[DocumentId]) -> tuple[NewLink, ...]:
        with self._floor.act() as act:
            made = []
            for wanted in documents:
                document = the_document(act.work, wanted)
                may_be_handed_out(document)
                made.append(self._make(act, Scope.DOCUMENT, document=document))
            if made:
                self._write(act, made)
        return tuple(made)

    def personal(self, document: DocumentId, delegate: DelegateId) -> NewLink:
        """One document for one delegate. Refusal: as for_document, and NO_SUCH_DELEGATE."""
        with self._floor.act() as act:
            found = the_document(act.work, document)
            may_be_handed_out(found)
            person = the_delegate(act.work, delegate)
            made = self._make(act, Scope.PERSONAL, document=found, delegate=person)
            self._write(act, [made])
        return made

    def for_delegates(self, delegates: Iterable[DelegateId]) -> tuple[NewLink, ...]:
        """An own page each; the links that they had are revoked, as the new labels replace the old ones."""
        with self._floor.act() as act:
            wanted = [the_delegate(act.work, delegate) for delegate in delegates]
            ids = {person.id for person in wanted}
            self._revoke(act, [x for x in act.work.links.all() if x.scope is Scope.DELEGATE and x.delegate in ids])
            made = tuple(self._make(act, Scope.DELEGATE, delegate=person) for person in wanted)
            if made:
                self._write(act, made)
        return made

    def revoke(self, link: LinkId) -> None:
        """Opens nothing from this moment. Refusal: NO_SUCH_LINK."""
        with self._floor.act() as act:
            found = act.work.links.get(link)
            if found is None:
                raise Refusal(Reason.NO_SUCH_LINK)
            self._revoke(act, [found])

    def revoke_of(self, delegate: DelegateId) -> int:
        """All links of a delegate (a lost label); how many there were."""
        with self._floor.act() as act:
            the_delegate(act.work, delegate)
            return self._revoke(act, [x for x in act.work.links.all() if x.delegate == delegate])

    def links(self) -> tuple[LinkUse, ...]:
        """Every link with the devices that came by it, the most watched first."""
        with self._floor.reading() as work:
            people = {d.id: d for d in work.delegates.all()}
            documents = {d.id: d for d in work.documents.all()}
            devices: dict[LinkId, set[str]] = {}
            for visit in work.openings.visits():
                if visit.link is not None:
                    devices.setdefault(visit.link, set()).add(visit.device)
            known = work.links.all()
        uses = []
        for link in known:
            count = len(devices.get(link.id, ()))
            bound = link.many_devices_from
            uses.append(
                LinkUse(
                    link=link,
                    devices=count,
                    watched=bound is not None and count >= bound,
                    delegate=people.get(link.delegate) if link.delegate else None,
                    document=documents.get(link.document) if link.document else None,
                )
            )
        return tuple(sorted(uses, key=lambda use: (not use.watched, -use.devices, use.link.issued_at, use.link.id)))

    def _make(
        self, act: Act, scope: Scope, *, document: Document | None = None, delegate: Delegate | None = None
    ) -> NewLink:
        token = new_token()
        link = Link(
            id=LinkId(new_id(act.now)),
            hash=token_hash(token),
            scope=scope,
            document=document.id if document else None,
            delegate=delegate.id if delegate else None,
            issued_at=act.now,
            expires_at=self._expiry(act),
        )
        return NewLink(link=link, token=token, document=document, delegate=delegate)

    def _expiry(self, act: Act) -> dt.datetime:
        return usual_expiry(act.now, act.work.congress.get().opens)

    def _write(self, act: Act, made: Sequence[NewLink]) -> None:
        act.work.links.put(new.link for new in made)
        only = made[0].link.delegate if len(made) == 1 else None
        links = [{"link": n.link.id, "document": n.link.document, "delegate": n.link.delegate} for n in made]
        act.write(Kind.LINKS_ISSUED, delegate=only, body={"scope": made[0].link.scope.value, "links": links})

    def _revoke(self, act: Act, links: Sequence[Link]) -> int:
        valid = [link for link in links if link.revoked_at is None]
        if valid:
            act.work.links.put(replace(link, revoked_at=act.now) for link in valid)
            only = valid[0].delegate if len({link.delegate for link in valid}) == 1 else None
            act.write(Kind.LINKS_REVOKED, delegate=only, body={"links": [link.id for link in valid]})
        return len(valid)


def checked_base(text: str) -> str:
    """The address of the portal as it stands before the token. Refusal: BAD_VALUE."""
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError as error:
        raise Refusal(Reason.BAD_VALUE, field="base_url") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise Refusal(Reason.BAD_VALUE, field="base_url")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{port}" if port else "") + parts.path.rstrip("/")
