"""The folders of a face trial: one folder a person, the same name in two of them the same person."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble

ENDINGS = (".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialFolders:
    gallery: Path
    probes: Path
    strangers: Path | None = None
    confirmed: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialPerson:
    name: str
    pictures: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialPeople:
    """enrolled: by their enrolment pictures; live: the same people again; strangers: people who are not enrolled;
    confirmed: the enrolled at a check-in before, which strengthens the trial as it strengthens the desk."""

    enrolled: tuple[TrialPerson, ...]
    live: tuple[TrialPerson, ...]
    strangers: tuple[TrialPerson, ...]
    confirmed: tuple[TrialPerson, ...] = ()


def people_in(folders: TrialFolders) -> TrialPeople:
    """Sorted by name. Trouble: NO_SUCH_FILE. Refusal: BAD_VALUE for a folder without any folder of pictures."""
    return TrialPeople(
        enrolled=_people(folders.gallery, "--gallery"),
        live=_people(folders.probes, "--probes"),
        strangers=_people(folders.strangers, "--strangers") if folders.strangers else (),
        confirmed=_people(folders.confirmed, "--confirmed") if folders.confirmed else (),
    )


def without_enrolment_pictures(people: TrialPeople) -> tuple[TrialPeople, int]:
    """Without the live pictures that were used for enrolling or before (they prove nothing), and how many they were.

    Trouble: CANNOT_READ.
    """
    used = (*people.enrolled, *people.confirmed)
    enrolled = {_fingerprint(picture) for person in used for picture in person.pictures}

    def fresh(group: Sequence[TrialPerson]) -> tuple[TrialPerson, ...]:
        return tuple(
            replace(person, pictures=tuple(p for p in person.pictures if _fingerprint(p) not in enrolled))
            for person in group
        )

    kept = replace(people, live=fresh(people.live), strangers=fresh(people.strangers))
    before, after = (count_pictures(group.live, group.strangers) for group in (people, kept))
    return kept, before - after


def count_pictures(*groups: Sequence[TrialPerson]) -> int:
    return sum(len(person.pictures) for people in groups for person in people)


def read_picture(picture: Path) -> bytes:
    """Trouble: CANNOT_READ."""
    try:
        return picture.read_bytes()
    except OSError as why:
        raise Trouble(Problem.CANNOT_READ, path=picture) from why


def _fingerprint(picture: Path) -> bytes:
    return hashlib.sha256(read_picture(picture)).digest()


def _people(folder: Path, field: str) -> tuple[TrialPerson, ...]:
    if not folder.is_dir():
        raise Trouble(Problem.NO_SUCH_FILE, path=folder)
    found = tuple(
        TrialPerson(name=person.name, pictures=pictures)
        for person in sorted(folder.iterdir())
        if person.is_dir() and (pictures := _pictures(person))
    )
    if not found:
        raise Refusal(Reason.BAD_VALUE, field=field)
    return found


def _pictures(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(p for p in folder.iterdir() if p.suffix.lower() in ENDINGS and p.is_file()))
