"""What a delegate says about his face, and what follows at once: each function writes one event into an open act.

A photo that came with the office's list belongs to the badge and stays; a photo taken at the desk for faces goes
with the consent, and the photo of the list stands again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from congress_desk.domain.consent import Taking, Way, written
from congress_desk.domain.delegates import Delegate, DelegateId, PhotoOrigin
from congress_desk.domain.journal import Event, EventId, Kind
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.floor import Act, the_delegate
from congress_desk.services.ports.store import SealedTemplate, Vault, Work

KEY_KINDS = (
    Kind.FACES_ENROLLED,
    Kind.FACE_STRENGTHENED,
    Kind.FACE_KEY_WRAPPED,
    Kind.FACE_KEY_OPENED,
    Kind.FACE_KEY_LOCKED,
    Kind.FACES_ERASED,
)


def agree(act: Act, delegates: Iterable[DelegateId], taking: Taking) -> int:
    """How many had not agreed before. Whoever has said no agrees only by himself, never along with a group.

    Refusal: BAD_VALUE without a text version, a name, or the witness; NO_SUCH_DELEGATE.
    """
    _check(taking, "text_version", "by")
    people = [the_delegate(act.work, one) for one in dict.fromkeys(delegates)]
    alone = len(people) == 1
    new = [d for d in people if not d.consented and (alone or not d.declined)]
    if new:
        act.work.delegates.put(replace(d, consented=True, declined=False) for d in new)
        _write(act, Kind.CONSENTED, new, taking)
    return len(new)


def refuse(act: Act, delegates: Iterable[DelegateId], taking: Taking) -> int:
    """How many had not said no before; for those who had agreed it is a withdrawal. Refusal as in agree."""
    _check(taking, "by")
    people = [the_delegate(act.work, one) for one in dict.fromkeys(delegates)]
    new = [d for d in people if not d.consented and not d.declined]
    if new:
        act.work.delegates.put(replace(d, declined=True) for d in new)
        _write(act, Kind.CONSENT_REFUSED, new, taking)
    return len(new) + sum(withdraw(act, d, taking) for d in people)


def withdraw(act: Act, person: Delegate, taking: Taking) -> bool:
    """Template and desk photo go at once; whether there was a consent."""
    if not person.consented:
        return False
    act.work.delegates.put([replace(person, consented=False, declined=True)])
    erased = act.work.templates.erase(person.id)
    photos = erase_desk_photos(act, [person.id])
    body = written(taking) | {"templates_erased": erased, "desk_photos_erased": photos}
    act.write(Kind.CONSENT_WITHDRAWN, delegate=person.id, body=body)
    return True


def erase_desk_photos(act: Act, delegates: Sequence[DelegateId]) -> int:
    """How many photos were erased; the newest photo of the list, if there was one, is shown again."""
    taken = photos_taken(act.work)
    going: set[str] = set()
    for one in delegates:
        photos = taken.get(one, PhotosTaken())
        person = the_delegate(act.work, one)
        if person.photo in photos.at_desk:
            act.work.delegates.put([replace(person, photo=_newest_kept(act.work, photos.listed))])
        going |= photos.at_desk
    return act.work.photos.erase(going)


def erase_faces(act: Act, vault: Vault, by: str) -> tuple[Event, Sequence[SealedTemplate]]:
    """Every template, every desk photo of those who had agreed, and the key, here and in the file.

    The key goes before the commit: should that fail, nothing opens, and erasing again finishes it.
    """
    work = act.work
    sealed = work.templates.all()
    acts = work.journal.of_kinds(KEY_KINDS)
    people = sorted({template.delegate for template in sealed})
    body = {
        "by": by,
        "delegates": people,
        "templates_erased": work.templates.erase(),
        "desk_photos_erased": erase_desk_photos(act, [d.id for d in work.delegates.all() if d.consented]),
        "had_passphrase": work.face_key.erase(),
        "key_ids": sorted(keys_in_use(acts) | {vault.key_id()} - {""}),
        "key_opened_at": sorted(desks_with_key(acts)),
    }
    erased = act.write(Kind.FACES_ERASED, body=body)
    vault.destroy()
    return erased, sealed


def write_check(
    act: Act, vault: Vault, erasure: EventId, *, sealed: Sequence[SealedTemplate], opened: int, traces: int | None
) -> Event:
    """What was found after an erasure. sealed: what was there before it; opened: how many of them still open."""
    body = {
        "erasure": erasure,
        "tried": len(sealed),
        "opened": opened,
        "rows": len(act.work.templates.all()),
        "traces": traces,
        "key_here": bool(vault.key_id()),
        "key_in_file": act.work.face_key.get() is not None,
    }
    return act.write(Kind.ERASURE_CHECKED, body=body)


def desks_with_key(events: Iterable[Event]) -> set[str]:
    """Where the key was made or opened and not taken away since. events: those of KEY_KINDS, in order."""
    desks: set[str] = set()
    for event in events:
        if event.kind is Kind.FACES_ERASED:
            desks.clear()
        elif event.kind is Kind.FACE_KEY_LOCKED:
            desks.discard(event.desk)
        else:
            desks.add(event.desk)
    return desks


def keys_in_use(events: Iterable[Event]) -> set[str]:
    """The ids of the keys that have sealed or wrapped something since the last erasure. events: as above."""
    keys: set[str] = set()
    for event in events:
        if event.kind is Kind.FACES_ERASED:
            keys.clear()
        else:
            keys.add(str(event.body.get("key_id", "")))
    return keys - {""}


@dataclass(slots=True)
class PhotosTaken:
    """SHA-256 of a delegate's photos by where they came from; `listed` in order."""

    listed: list[str] = field(default_factory=list)
    at_desk: set[str] = field(default_factory=set)


def photos_taken(work: Work) -> Mapping[DelegateId, PhotosTaken]:
    """From the journal. A picture that came with the list too is the list's."""
    found: dict[DelegateId, PhotosTaken] = {}
    for event in work.journal.of_kinds([Kind.PHOTOS_ADDED]):
        at_desk = event.body.get("origin") == PhotoOrigin.DESK
        for delegate, sha256 in event.body.get("photos", {}).items():
            photos = found.setdefault(DelegateId(delegate), PhotosTaken())
            if at_desk:
                photos.at_desk.add(sha256)
            else:
                photos.listed.append(sha256)
    for photos in found.values():
        photos.at_desk.difference_update(photos.listed)
    return found


def _newest_kept(work: Work, listed: Sequence[str]) -> str:
    return next((sha256 for sha256 in reversed(listed) if work.photos.get(sha256) is not None), "")


def _check(taking: Taking, *needed: str) -> None:
    if taking.way is Way.WITNESS:
        needed = (*needed, "witness")
    for name in needed:
        if not str(getattr(taking, name)).strip():
            raise Refusal(Reason.BAD_VALUE, field=name)


def _write(act: Act, kind: Kind, people: Sequence[Delegate], taking: Taking) -> None:
    body = {"delegates": [d.id for d in people], **written(taking)}
    act.write(kind, delegate=people[0].id if len(people) == 1 else None, body=body)
