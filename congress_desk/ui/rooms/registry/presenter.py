"""The delegates room decides here: what is listed, who is chosen, which page is open.

Acts on one person stand in people.py, the import in list_import.py, photos in photo_folder.py, faces in
face_enrolment.py, seats in seat_acts.py, seat_changes.py and seat_printing.py; all share one Scene.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from congress_desk.domain.absences import ABSENCE_KINDS
from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Delegate, DelegateId, Standing
from congress_desk.domain.journal import Event
from congress_desk.domain.names import matches_search
from congress_desk.plumbing.list_words import template_header, template_title
from congress_desk.plumbing.texts import words_for
from congress_desk.services.desk import Desk
from congress_desk.services.roster import CHANGE_DELEGATES
from congress_desk.ui.rooms.registry.absence_acts import AbsenceActs
from congress_desk.ui.rooms.registry.face_enrolment import FaceEnrolmentActs
from congress_desk.ui.rooms.registry.list_import import ListImportActs
from congress_desk.ui.rooms.registry.people import PeopleActs
from congress_desk.ui.rooms.registry.photo_folder import PhotoFolderActs
from congress_desk.ui.rooms.registry.photo_taking import PhotoTakingActs
from congress_desk.ui.rooms.registry.scene import Scene
from congress_desk.ui.rooms.registry.seat_acts import SeatActs
from congress_desk.ui.rooms.registry.seat_changes import SeatChanges
from congress_desk.ui.rooms.registry.seat_printing import SeatPrinting
from congress_desk.ui.rooms.registry.state import (
    Chosen,
    Fact,
    Filters,
    Follow,
    Form,
    Line,
    Only,
    Page,
    RegistryState,
)
from congress_desk.ui.surroundings import Surroundings

Read = tuple[tuple[Delegate, ...], tuple[Session, ...], ZoneInfo]


class RegistryPresenter:
    def __init__(self, surroundings: Surroundings) -> None:
        self._scene = Scene(surroundings)
        self._shown_now = False
        self._stale = True
        self.people = PeopleActs(self._scene)
        self.absences = AbsenceActs(self._scene)
        self.list_import = ListImportActs(self._scene)
        self.camera = PhotoTakingActs(self._scene, self.people)
        self._scene.after_change = self.camera.let_go
        self.photos = PhotoFolderActs(self._scene)
        self.faces = FaceEnrolmentActs(self._scene)
        self.seats = SeatActs(self._scene)
        self.seat_changes = SeatChanges(self._scene, self.seats)
        self.seat_printing = SeatPrinting(self._scene)
        self._stop_listening = surroundings.listen(self._on_event)

    @property
    def state(self) -> RegistryState:
        return self._scene.state

    @property
    def folder(self) -> Path:
        return self._scene.surroundings.folder

    def attach(self, view: Any) -> None:
        self._scene.view = view
        view.show_state(self.state)

    def enter(self) -> None:
        self._shown_now = True
        if self._stale:
            self._read()

    def leave(self) -> None:
        self._shown_now = False
        self.camera.cancel()

    def close(self) -> None:
        self._stop_listening()
        self.camera.close()
        self.photos.cancel()
        self.faces.cancel()

    def open_page(self, page: Page) -> None:
        self.camera.cancel()
        self._scene.show(page=page)
        if page is Page.SEATS:
            self.seats.read()

    def filter(self, **changes: Any) -> None:
        """words, delegation, category, only."""
        filters = replace(self.state.filters, **changes)
        self._scene.show(filters=filters, shown=filtered(self.state.everybody or (), filters))

    def clear_filters(self) -> None:
        self._scene.show(filters=Filters(), shown=self.state.everybody or ())

    def mark(self, delegates: Sequence[DelegateId]) -> None:
        """These rows are selected; a single one is shown in the side panel."""
        if tuple(delegates) == self.state.marked:
            return
        self._scene.show(marked=tuple(delegates))
        if len(delegates) == 1:
            self.choose(delegates[0])

    def choose(self, delegate: DelegateId) -> None:
        chosen = self.state.chosen
        if chosen is not None and chosen.delegate.id == delegate and chosen.history is not None:
            return
        self._scene.show(form=Form.NONE, wrong={})
        self._read_person(delegate)

    def retake(self, delegate: DelegateId) -> None:
        """From the report of the faces to the camera, for this person."""
        person = self.state.person(delegate)
        if person is None:
            return
        if person.id not in {line.delegate.id for line in self.state.shown}:
            self.clear_filters()
        chosen = Chosen(delegate=person)
        self._scene.show(page=Page.PEOPLE, marked=(delegate,), chosen=chosen, form=Form.NONE, wrong={})
        self.camera.open()
        self._read_person(delegate)

    def close_panel(self) -> None:
        self._scene.show(chosen=None, form=Form.NONE, marked=(), wrong={})

    def export(self, path: Path, *, title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """The table as the screen shows it."""
        listing = self._scene.desk.listing
        self._scene.run(
            lambda: listing.export(path, title=title, header=header, rows=rows),
            lambda _none: self._scene.tell(Fact.EXPORTED, path=str(path), count=len(rows)),
        )

    def save_template(self, path: Path) -> None:
        """The empty list in the language of the screens."""
        listing, language = self._scene.desk.listing, self._scene.surroundings.settings.current.language
        title, header = template_title(words_for(language)), template_header(language)
        self._scene.run(
            lambda: listing.save_template(path, title=title, header=header),
            lambda _none: self._scene.tell(Fact.TEMPLATE_SAVED, path=str(path)),
        )

    def follow(self, what: Follow) -> None:
        """The button of the notice was pressed."""
        told = self.state.told
        if what is Follow.PRINT_BADGE and told and told.about:
            self.people.print_badge(told.about)
        elif what is Follow.ADD_PHOTOS:
            self.open_page(Page.PHOTOS)
        elif what is Follow.FACES:
            self.open_page(Page.FACES)
        elif what is Follow.RETRY:
            self._read()

    def _read(self) -> None:
        desk = self._scene.desk
        self._stale = False
        self._scene.run(
            lambda: (desk.registry.delegates(), tuple(desk.sessions.sessions()), desk.congress.zone()),
            self._on_read,
            self._on_not_read,
        )

    def _on_read(self, read: Read) -> None:
        people, sessions, zone = read
        everybody = tuple(Line(number=i, delegate=d) for i, d in enumerate(people, 1))
        self._scene.show(
            everybody=everybody, shown=filtered(everybody, self.state.filters), sessions=sessions, zone=zone
        )
        if self.state.page is Page.SEATS:
            self.seats.read()
        chosen = self.state.chosen
        if chosen is not None:
            self._read_person(chosen.delegate.id)

    def _on_not_read(self, error: Exception) -> None:
        self._stale = True
        self._scene.fail(error, follow=Follow.RETRY)

    def _read_person(self, delegate: DelegateId) -> None:
        desk = self._scene.desk
        self._scene.run(lambda: _chosen(desk, delegate), self._on_person_read)

    def _on_person_read(self, read: Chosen) -> None:
        wanted = self.state.marked or ((self.state.chosen.delegate.id,) if self.state.chosen else ())
        if wanted and read.delegate.id not in wanted:
            return  # somebody else was chosen meanwhile
        self._scene.show(chosen=read)

    def _follow_absences(self, event: Event) -> None:
        """Also of another desk, while the person is shown."""
        chosen = self.state.chosen
        if event.kind in ABSENCE_KINDS and chosen is not None and chosen.delegate.id == event.delegate:
            self._read_person(chosen.delegate.id)

    def _on_event(self, event: Event) -> None:
        if event.kind not in CHANGE_DELEGATES:
            self._follow_absences(event)
            return
        self._stale = True
        if self._shown_now:
            self._read()


def _chosen(desk: Desk, delegate: DelegateId) -> Chosen:
    registry = desk.registry
    return Chosen(
        delegate=registry.delegate(delegate),
        photo=registry.photo(delegate),
        history=tuple(reversed(registry.history(delegate))),
        absences=desk.absences.cases(delegate),
    )


def filtered(everybody: Sequence[Line], filters: Filters) -> tuple[Line, ...]:
    """Those whom every filter leaves, in order."""
    return tuple(line for line in everybody if _passes(line.delegate, filters))


def _passes(delegate: Delegate, filters: Filters) -> bool:
    sheet = delegate.sheet
    if filters.delegation is not None and sheet.delegation != filters.delegation:
        return False
    if filters.category is not None and sheet.category is not filters.category:
        return False
    return _lacks(delegate, filters.only) and (
        not filters.words or matches_search(filters.words, *_searched(delegate))
    )


def _searched(delegate: Delegate) -> tuple[str, ...]:
    sheet = delegate.sheet
    return (
        sheet.full_name,
        sheet.delegation,
        sheet.position,
        sheet.unit,
        sheet.card_number,
        sheet.seat,
        sheet.citizen_number,
        sheet.phone,
    )


def _lacks(delegate: Delegate, only: Only) -> bool:
    return {
        Only.ALL: True,
        Only.NO_PHOTO: not delegate.photo,
        Only.NO_CONSENT: not delegate.consented,
        Only.NOT_ENROLLED: delegate.consented and not delegate.enrolled,
        Only.NO_SEAT: not delegate.sheet.seat,
        Only.NOT_IN_STANDING: delegate.standing is not Standing.ACTIVE,
    }[only]
