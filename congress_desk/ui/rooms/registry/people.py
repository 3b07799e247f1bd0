"""Acts on one delegate (or, for consent, several): each opens a form in the side panel, and saves as one event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from congress_desk.domain.consent import Taking, Way
from congress_desk.domain.dates import parse_partial_date
from congress_desk.domain.delegates import Category, Delegate, DelegateId, Gender, PhotoOrigin, Sheet, Standing
from congress_desk.domain.names import tidy_name
from congress_desk.domain.records import Form as PaperForm
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.ui.printing import print_form, save_form
from congress_desk.ui.rooms.registry.scene import Scene
from congress_desk.ui.rooms.registry.state import Fact, Follow, Form
from congress_desk.ui.running import Lane
from congress_desk.ui.widgets.people_words import DATE_FIELDS

T = TypeVar("T")


class PeopleActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def open(self, form: Form) -> None:
        """Show a form in the panel; ADD and EDIT begin with a draft."""
        chosen = self._scene.state.chosen
        draft = None
        if form is Form.EDIT and chosen is not None:
            draft = chosen.delegate.sheet
        if form is Form.ADD:
            draft = Sheet(full_name="", delegation=self._scene.state.filters.delegation or "")
        self._scene.show(form=form, draft=draft, wrong={}, saving=False)

    def cancel(self) -> None:
        self._scene.show(form=Form.NONE, draft=None, wrong={}, saving=False)

    def save_sheet(self, written: Mapping[str, str]) -> None:
        """The edit form as typed; what cannot be read is told field by field and nothing is saved."""
        sheet, wrong = sheet_from(written)
        if sheet is None:
            self._scene.show(wrong=wrong)
            return
        new, registry = sheet, self._scene.desk.registry
        if self._scene.state.form is Form.ADD:
            self._act(lambda: registry.add(new), self._on_added)
        elif (person := self._chosen()) is not None:
            who = person.id
            self._act(lambda: registry.edit(who, new), lambda d: self._scene.tell(Fact.SAVED, name=d.sheet.full_name))

    def set_photo(self, path: Path) -> None:
        """A picture file chosen or dropped onto the photo."""
        person = self._chosen()
        if person is None:
            return
        who, registry = person, self._scene.desk.registry
        self._act(
            lambda: registry.set_photo(who.id, _bytes_of(path), called=path.name),
            lambda _none: self._scene.tell(Fact.PHOTO_SET, name=who.sheet.full_name),
        )

    def set_photo_taken(self, jpeg: bytes) -> None:
        """What the desk's camera has just taken of the chosen person."""
        if (person := self._chosen()) is not None:
            who, registry = person, self._scene.desk.registry
            follow = Follow.FACES if self._scene.state.faces.report else Follow.NONE
            self._act(
                lambda: registry.set_photo(who.id, jpeg, origin=PhotoOrigin.DESK),
                lambda _none: self._scene.tell(Fact.PHOTO_SET, follow=follow, name=who.sheet.full_name),
            )

    def issue_badge(self) -> None:
        """A new badge; the old one is refused from now on."""
        if (person := self._chosen()) is not None:
            who, registry = person, self._scene.desk.registry
            self._act(
                lambda: registry.issue_badge(who.id),
                lambda _code: self._scene.tell(
                    Fact.BADGE_ISSUED, follow=Follow.PRINT_BADGE, about=who.id, name=who.sheet.full_name
                ),
            )

    def print_badge(self, delegate: DelegateId) -> None:
        """One badge on the desk's printer; without a printer, saving it as a file is offered."""
        desk, settings = self._scene.desk, self._scene.surroundings.settings.current
        self._scene.run(
            lambda: print_form(desk, settings, PaperForm.BADGES, only={delegate}),
            lambda name: self._scene.tell(Fact.BADGE_PRINTED, printer=name),
            lambda error: self._scene.fail(error, follow=Follow.SAVE_BADGE, about=delegate),
            lane=Lane.FREE,
        )

    def save_badge(self, delegate: DelegateId, path: Path) -> None:
        desk, settings = self._scene.desk, self._scene.surroundings.settings.current
        self._scene.run(
            lambda: save_form(desk, settings, PaperForm.BADGES, path, only={delegate}),
            lambda _path: self._scene.tell(Fact.EXPORTED, path=str(path), count=1),
            lane=Lane.FREE,
        )

    def link_card(self, number: str) -> None:
        """The chip card just held to the reader."""
        if (person := self._chosen()) is not None:
            who, registry = person, self._scene.desk.registry
            self._act(
                lambda: registry.link_card(who.id, number),
                lambda _none: self._scene.tell(Fact.CARD_LINKED, name=who.sheet.full_name),
            )

    def change_standing(self, standing: Standing, reason: str) -> None:
        if (person := self._chosen()) is not None:
            who, registry = person, self._scene.desk.registry
            self._act(
                lambda: registry.change_standing(who.id, standing, reason),
                lambda _d: self._scene.tell(Fact.STANDING_CHANGED, name=who.sheet.full_name),
            )

    def replace_official(self, alternate: DelegateId | None, decision: str) -> None:
        """The alternate takes the place of the chosen official."""
        person = self._chosen()
        if person is None:
            return
        if alternate is None:
            self._scene.show(wrong={"alternate": "missing"})
            return
        who, registry = person, self._scene.desk.registry
        self._act(
            lambda: registry.replace_official(who.id, alternate, decision=decision),
            lambda seated: self._scene.tell(
                Fact.OFFICIAL_REPLACED, name=seated.sheet.full_name, official=who.sheet.full_name
            ),
        )

    def consent(self, taking: Taking) -> None:
        """Those selected have agreed to the text shown."""
        self._answer(self._scene.desk.faces.consent, taking, Fact.CONSENTED)

    def refuse_consent(self, taking: Taking) -> None:
        """Those selected do not want it; nobody asks them again."""
        self._answer(self._scene.desk.faces.refuse_consent, taking, Fact.CONSENT_REFUSED)

    def withdraw_consent(self, by: str, way: Way) -> None:
        """As easy as agreeing: nothing but who records it is asked, and not even that is needed."""
        if (person := self._chosen()) is not None:
            who, faces = person, self._scene.desk.faces
            self._act(
                lambda: faces.withdraw_consent(who.id, by=by.strip(), way=way),
                lambda _none: self._scene.tell(Fact.CONSENT_WITHDRAWN, name=who.sheet.full_name),
            )

    def _answer(self, record: Callable[..., int], taking: Taking, fact: Fact) -> None:
        """One answer of all selected, taken as the form says; what is missing there is told field by field."""
        needed = {"by": taking.by, "witness": taking.witness if taking.way is Way.WITNESS else "-"}
        if wrong := {name: "missing" for name, text in needed.items() if not text}:
            self._scene.show(wrong=wrong)
            return
        state = self._scene.state
        ids = state.marked or ((state.chosen.delegate.id,) if state.chosen else ())
        self._act(
            lambda: record(
                ids,
                text_version=taking.text_version,
                by=taking.by,
                way=taking.way,
                witness=taking.witness,
                language=taking.language,
            ),
            lambda count: self._scene.tell(fact, count=count),
        )

    def _chosen(self) -> Delegate | None:
        chosen = self._scene.state.chosen
        return chosen.delegate if chosen is not None else None

    def _act(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        def finished(value: T) -> None:
            self._scene.show(form=Form.NONE, draft=None, wrong={}, saving=False)
            then(value)

        self._scene.show(saving=True, wrong={})
        self._scene.run(work, finished)

    def _on_added(self, person: Delegate) -> None:
        self._scene.show(marked=(person.id,))
        self._scene.tell(Fact.ADDED, name=person.sheet.full_name, follow=Follow.PRINT_BADGE, about=person.id)


def sheet_from(written: Mapping[str, str]) -> tuple[Sheet | None, dict[str, str]]:
    """The typed fields as a Sheet; else which field is wrong: "missing" or "date"."""
    values: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for name, text in written.items():
        tidy = tidy_name(text)
        if name in DATE_FIELDS:
            try:
                values[name] = parse_partial_date(tidy) if tidy else None
            except ValueError:
                wrong[name] = "date"
        elif name == "gender":
            values[name] = Gender(tidy)
        elif name == "category":
            values[name] = Category(tidy)
        else:
            values[name] = tidy
    if not values.get("full_name"):
        wrong["full_name"] = "missing"
    return (None, wrong) if wrong else (replace(Sheet(full_name=""), **values), {})


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Trouble(Problem.CANNOT_READ, path=str(path)) from error
