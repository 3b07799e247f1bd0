"""The delegates room: who is a delegate, and everything that is changed about him, with its history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from congress_desk.domain.badges import new_badge_code
from congress_desk.domain.delegates import (
    Category,
    Delegate,
    DelegateId,
    PhotoOrigin,
    Sheet,
    Standing,
    changed_fields,
)
from congress_desk.domain.journal import Event, Kind, new_id
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.finding import packed_code
from congress_desk.services.floor import Act, Floor, the_delegate
from congress_desk.services.ports.pictures import Pictures
from congress_desk.services.ports.store import Code
from congress_desk.services.roster import Roster


class RegistryService:
    def __init__(self, floor: Floor, roster: Roster, pictures: Pictures) -> None:
        self._floor = floor
        self._roster = roster
        self._pictures = pictures

    def delegates(self) -> tuple[Delegate, ...]:
        """Everybody in order of delegation, then given name."""
        with self._floor.reading() as work:
            return self._roster.read(work)

    def delegate(self, delegate: DelegateId) -> Delegate:
        """Refusal: NO_SUCH_DELEGATE."""
        with self._floor.reading() as work:
            return the_delegate(work, delegate)

    def history(self, delegate: DelegateId) -> tuple[Event, ...]:
        """All that the journal holds about him, oldest first."""
        with self._floor.reading() as work:
            return tuple(work.journal.of_delegate(delegate))

    def add(self, sheet: Sheet) -> Delegate:
        """A late delegate, with a badge code at once. Refusal: BAD_VALUE, CODE_TAKEN."""
        with self._floor.act() as act:
            delegate = Delegate(id=DelegateId(new_id(act.now)), sheet=sheet)
            _check(act, delegate)
            act.work.delegates.put([delegate])
            code = give_badge(act, delegate.id)
            body = {"sheet": written_sheet(sheet), "badge": code}
            act.write(Kind.DELEGATE_ADDED, delegate=delegate.id, body=body)
        return replace(delegate, badge_code=code)

    def edit(self, delegate: DelegateId, sheet: Sheet) -> Delegate:
        """Correct the sheet; what was there before stays in the history. Refusal as in add."""
        with self._floor.act() as act:
            old = the_delegate(act.work, delegate)
            changes = changed_fields(old.sheet, sheet)
            new = replace(old, sheet=sheet)
            if changes:
                _check(act, new)
                act.work.delegates.put([new])
                act.write(Kind.DELEGATE_EDITED, delegate=delegate, body={"changes": changes})
        return new

    def change_category(self, delegate: DelegateId, category: Category) -> Delegate:
        old = self.delegate(delegate)
        return self.edit(delegate, replace(old.sheet, category=category))

    def change_standing(self, delegate: DelegateId, standing: Standing, reason: str) -> Delegate:
        """What the credentials committee decided.

        Refusal: REASON_NEEDED, NO_SUCH_DELEGATE, PLACE_TAKEN (an alternate sits in the place of this official).
        """
        if not reason.strip():
            raise Refusal(Reason.REASON_NEEDED)
        with self._floor.act() as act:
            old = the_delegate(act.work, delegate)
            new = replace(old, standing=standing)
            seated = next((d for d in act.work.delegates.all() if d.replaces == delegate), None)
            if seated is not None and new.counts:
                raise Refusal(Reason.PLACE_TAKEN, name=seated.sheet.full_name)
            act.work.delegates.put([new])
            body = {"from": old.standing.value, "to": standing.value, "reason": reason.strip()}
            act.write(Kind.STANDING_CHANGED, delegate=delegate, body=body)
        return new

    def replace_official(self, official: DelegateId, alternate: DelegateId, *, decision: str) -> Delegate:
        """An alternate takes the place of an official absent throughout (domain.md 2.2).

        Refusal: REASON_NEEDED (no decision number), NOT_OFFICIAL, NOT_AN_ALTERNATE, NO_SUCH_DELEGATE.
        """
        if not decision.strip():
            raise Refusal(Reason.REASON_NEEDED)
        with self._floor.act() as act:
            leaving, coming = the_delegate(act.work, official), the_delegate(act.work, alternate)
            if not leaving.counts:
                raise Refusal(Reason.NOT_OFFICIAL, name=leaving.sheet.full_name)
            if coming.sheet.category is not Category.ALTERNATE or coming.replaces or not _in_standing(coming):
                raise Refusal(Reason.NOT_AN_ALTERNATE, name=coming.sheet.full_name)
            seated = replace(coming, replaces=official)
            act.work.delegates.put([replace(leaving, standing=Standing.WITHDRAWN), seated])
            body = {"official": official, "alternate": alternate, "decision": decision.strip()}
            act.write(Kind.OFFICIAL_REPLACED, delegate=official, body=body)
        return seated

    def issue_badge(self, delegate: DelegateId) -> str:
        """A new badge code for a reprint; the old badge is refused from now on."""
        with self._floor.act() as act:
            the_delegate(act.work, delegate)
            revoked = act.work.codes.revoke(delegate, "badge", act.now)
            code = give_badge(act, delegate)
            body = {"badge": code, "revoked": list(revoked)}
            act.write(Kind.CODE_ISSUED, delegate=delegate, body=body)
        return code

    def link_card(self, delegate: DelegateId, number: str) -> None:
        """The chip card that a reader types belongs to this delegate. Refusal: BAD_VALUE, CODE_TAKEN."""
        code = packed_code(number)
        if not code:
            raise Refusal(Reason.BAD_VALUE, field="number")
        with self._floor.act() as act:
            the_delegate(act.work, delegate)
            taken = act.work.codes.get(code)
            if taken is not None:
                raise Refusal(Reason.CODE_TAKEN, code=code)
            act.work.codes.revoke(delegate, "rfid", act.now)
            act.work.codes.put([Code(code=code, delegate=delegate, kind="rfid", issued_at=act.now)])
            act.write(Kind.CODE_ISSUED, delegate=delegate, body={"rfid": code})

    def set_photo(
        self, delegate: DelegateId, raw: bytes, *, called: str = "", origin: PhotoOrigin = PhotoOrigin.DESK
    ) -> None:
        """A picture dropped or taken at the desk. Trouble: NOT_A_PICTURE."""
        jpeg = self._pictures.portrait(raw, called=called)
        with self._floor.act() as act:
            put_photos(act, {delegate: jpeg}, origin)

    def portrait_from_camera(self, width: int, height: int, rgb: bytes) -> bytes:
        """What set_photo would keep of a camera's picture (packed RGB), as JPEG to look at; nothing is stored."""
        return self._pictures.from_camera(width, height, rgb)

    def photo(self, delegate: DelegateId) -> bytes | None:
        with self._floor.reading() as work:
            found = work.delegates.get(delegate)
            return work.photos.get(found.photo) if found is not None and found.photo else None

    def thumbnail(self, delegate: DelegateId, height: int) -> bytes | None:
        """A small JPEG, `height` px tall."""
        photo = self.photo(delegate)
        return self._pictures.thumbnail(photo, height) if photo else None


def give_badge(act: Act, delegate: DelegateId, code: str = "") -> str:
    """A fresh code that nobody has ever had."""
    while not code or act.work.codes.get(code) is not None:
        code = new_badge_code()
    act.work.codes.put([Code(code=code, delegate=delegate, kind="badge", issued_at=act.now)])
    return code


def put_photos(act: Act, photos: Mapping[DelegateId, bytes], origin: PhotoOrigin) -> None:
    """Store photos and say so in one event; a template made from another photo is erased with it."""
    hashes = act.work.photos.put(photos.values())
    changed = {}
    for delegate, sha256 in zip(photos, hashes, strict=True):
        person = the_delegate(act.work, delegate)
        if person.photo != sha256:
            changed[delegate] = replace(person, photo=sha256)
            act.work.templates.erase(delegate)
    if changed:
        act.work.delegates.put(changed.values())
        body = {"photos": {d: person.photo for d, person in changed.items()}, "origin": origin.value}
        act.write(Kind.PHOTOS_ADDED, delegate=next(iter(changed)) if len(changed) == 1 else None, body=body)


def written_sheet(sheet: Sheet) -> dict[str, str]:
    """The fields that say something, as text, for the journal."""
    empty = Sheet(full_name="", category=sheet.category)
    return {name: new for name, (_, new) in changed_fields(empty, sheet).items()} | {"category": sheet.category.value}


def _check(act: Act, delegate: Delegate) -> None:
    if not delegate.sheet.full_name.strip():
        raise Refusal(Reason.BAD_VALUE, field="full_name")
    if delegate.sheet.citizen_number:
        _refuse_double(act, delegate, "citizen_number", delegate.sheet.citizen_number)
    if delegate.sheet.card_number:
        _refuse_double(act, delegate, "card_number", delegate.sheet.card_number)


def _refuse_double(act: Act, delegate: Delegate, column: str, value: str) -> None:
    if any(d.id != delegate.id for d in act.work.delegates.where(column, value)):
        raise Refusal(Reason.CODE_TAKEN, code=value)


def _in_standing(delegate: Delegate) -> bool:
    return delegate.standing in (Standing.ACTIVE, Standing.PENDING)
