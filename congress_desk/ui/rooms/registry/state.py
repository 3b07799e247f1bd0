"""What the delegates room shows: facts and codes; the view finds the words.

Five pages take turns: the people, importing a list, adding photos, preparing faces, the seats.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

from congress_desk.domain.absences import AbsenceCase
from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Category, Delegate, DelegateId, Sheet
from congress_desk.domain.journal import Event
from congress_desk.domain.lists import ImportPlan, RowUnderstood
from congress_desk.domain.refusals import Problem, Refusal, Trouble
from congress_desk.services.faces import EnrolReport
from congress_desk.ui.rooms.registry.seat_state import Seats

UTC = ZoneInfo("UTC")


class Page(StrEnum):
    PEOPLE = "people"
    IMPORT = "import"
    PHOTOS = "photos"
    FACES = "faces"
    SEATS = "seats"


class Form(StrEnum):
    """What is open in the side panel in the place of the facts."""

    NONE = ""
    ADD = "add"
    EDIT = "edit"
    BADGE = "badge"
    LINK = "link"
    STANDING = "standing"
    REPLACE = "replace"
    CONSENT = "consent"
    WITHDRAW = "withdraw"
    ABSENCE = "absence"
    CAMERA = "camera"


class Only(StrEnum):
    """Narrows the table to those for whom something is still to be arranged."""

    ALL = ""
    NO_PHOTO = "no_photo"
    NO_CONSENT = "no_consent"
    NOT_ENROLLED = "not_enrolled"
    NO_SEAT = "no_seat"
    NOT_IN_STANDING = "not_in_standing"


class Fact(StrEnum):
    """A good word, or a plain one, after an act."""

    ADDED = "added"
    SAVED = "saved"
    BADGE_ISSUED = "badge_issued"
    BADGE_PRINTED = "badge_printed"
    CARD_LINKED = "card_linked"
    STANDING_CHANGED = "standing_changed"
    OFFICIAL_REPLACED = "official_replaced"
    PHOTO_SET = "photo_set"
    CONSENTED = "consented"
    CONSENT_REFUSED = "consent_refused"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    ABSENCE_ASKED = "absence_asked"
    ABSENCE_HEARD = "absence_heard"
    ABSENCE_ACCEPTED = "absence_accepted"
    ABSENCE_REFUSED = "absence_refused"
    EXPORTED = "exported"
    TEMPLATE_SAVED = "template_saved"
    IMPORTED = "imported"
    PHOTOS_ADDED = "photos_added"
    PHOTOS_STOPPED = "photos_stopped"
    HALL_DRAWN = "hall_drawn"
    SEATS_ARRANGED = "seats_arranged"
    SEATS_IMPORTED = "seats_imported"
    SEATS_PRINTED = "seats_printed"


class Follow(StrEnum):
    """What a notice offers to do next."""

    NONE = ""
    PRINT_BADGE = "print_badge"
    SAVE_BADGE = "save_badge"
    RETRY = "retry"
    ADD_PHOTOS = "add_photos"
    FACES = "faces"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A notice: a fact with its places, or an error. number: grows, so that the same word can be said again."""

    number: int
    fact: Fact | None = None
    places: Mapping[str, object] = field(default_factory=dict)
    error: Refusal | Trouble | None = None
    follow: Follow = Follow.NONE
    about: DelegateId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """number: the place in the whole list, from 1."""

    number: int
    delegate: Delegate


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    words: str = ""
    delegation: str | None = None
    category: Category | None = None
    only: Only = Only.ALL

    @property
    def narrow(self) -> bool:
        return self != Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The delegate in the side panel. history: newest first; None until it is read."""

    delegate: Delegate
    photo: bytes | None = None
    history: tuple[Event, ...] | None = None
    absences: tuple[AbsenceCase, ...] = ()  # requests for leave


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """The camera while a photo is taken. still: the JPEG just taken, not kept yet; problem: why no picture comes."""

    on: bool = False
    problem: Problem | None = None
    still: bytes | None = None


class Row(StrEnum):
    """What an import would do with one row of the list."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    row: RowUnderstood
    what: Row
    changes: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListImport:
    """path: the file looked at. missing: delegates that the list does not name."""

    path: Path | None = None
    reading: bool = False
    writing: bool = False
    plan: ImportPlan | None = None
    rows: tuple[PlannedRow, ...] = ()
    missing: tuple[Delegate, ...] = ()

    @property
    def can_import(self) -> bool:
        plan = self.plan
        return plan is not None and not plan.errors and bool(plan.added or plan.changed) and not self.writing


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoMatch:
    """One picture file, and whose it is; several candidates where that is not clear."""

    file: str
    delegates: tuple[Delegate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFolder:
    """matched, ambiguous, unmatched: files. without: delegates who have no photo and get none. broken: files."""

    path: Path | None = None
    reading: bool = False
    matched: tuple[PhotoMatch, ...] = ()
    ambiguous: tuple[PhotoMatch, ...] = ()
    unmatched: tuple[PhotoMatch, ...] = ()
    without: tuple[Delegate, ...] = ()
    progress: tuple[int, int] | None = None
    added: int | None = None
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceEnrolment:
    progress: tuple[int, int] | None = None
    report: EnrolReport | None = None
    pair: tuple[Chosen, Chosen] | None = None  # two who look alike, to be compared


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryState:
    """everybody: None until it was read. shown: what the filters leave. marked: the selected rows."""

    page: Page = Page.PEOPLE
    everybody: tuple[Line, ...] | None = None
    shown: tuple[Line, ...] = ()
    filters: Filters = field(default_factory=Filters)
    marked: tuple[DelegateId, ...] = ()
    chosen: Chosen | None = None
    form: Form = Form.NONE
    draft: Sheet | None = None  # what ADD and EDIT begin with
    wrong: Mapping[str, str] = field(default_factory=dict)  # field -> code
    saving: bool = False
    live: Live = field(default_factory=Live)
    told: Told | None = None
    list_import: ListImport = field(default_factory=ListImport)
    photos: PhotoFolder = field(default_factory=PhotoFolder)
    faces: FaceEnrolment = field(default_factory=FaceEnrolment)
    seats: Seats = field(default_factory=Seats)
    sessions: tuple[Session, ...] = ()  # in order of time
    zone: ZoneInfo = UTC

    @property
    def delegations(self) -> tuple[str, ...]:
        """In the order of the list."""
        return tuple(dict.fromkeys(line.delegate.sheet.delegation for line in self.everybody or ()))

    @property
    def alternates(self) -> tuple[Delegate, ...]:
        """Those who may still take the place of an official."""
        people = (line.delegate for line in self.everybody or ())
        return tuple(d for d in people if d.sheet.category is Category.ALTERNATE and not d.replaces)

    def person(self, delegate: DelegateId) -> Delegate | None:
        return next((line.delegate for line in self.everybody or () if line.delegate.id == delegate), None)
