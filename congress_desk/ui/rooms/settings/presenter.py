"""The settings room decides here. Settings of the desk hold at once; acts on the congress are journaled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.journal import Event, Kind, SessionId, Verification
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.plumbing.settings import NotAllowed
from congress_desk.services.congress import Rules
from congress_desk.services.face_status import FaceStatus
from congress_desk.services.ports.store import Congress
from congress_desk.ui.rooms.settings.face_acts import FaceActs
from congress_desk.ui.rooms.settings.model_acts import ModelActs
from congress_desk.ui.rooms.settings.state import (
    Busy,
    Fact,
    People,
    Section,
    SessionDraft,
    SettingsState,
    Told,
    share_from,
    time_from,
)
from congress_desk.ui.running import Lane
from congress_desk.ui.surroundings import Surroundings

Read = tuple[Congress, Rules, tuple[Session, ...], tuple[Delegate, ...], FaceStatus]
SHOWS_ELSEWHERE = ("language", "theme")


class SettingsPresenter:
    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._view: Any = None
        self._told = 0
        self._shown_now = False
        self.state = SettingsState(desk=surroundings.settings.current)
        self.faces = FaceActs(self, surroundings)
        self.models = ModelActs(self, surroundings)
        self._stop_listening = surroundings.listen(self._on_event)

    @property
    def folder(self) -> Path:
        return self._surroundings.folder

    def attach(self, view: Any) -> None:
        self._view = view
        self.state = replace(self.state, desk=self._surroundings.settings.current)
        view.show_state(self.state)

    def enter(self) -> None:
        self._shown_now = True
        self.show(desk=self._surroundings.settings.current)
        self._read()
        self.models.read()
        printer = self._surroundings.desk.printer
        self.run(lambda: tuple(printer.names()), lambda names: self.show(printers=names), lane=Lane.FREE)

    def leave(self) -> None:
        self._shown_now = False

    def close(self) -> None:
        self._stop_listening()

    def open_section(self, section: Section) -> None:
        self.show(section=section, wrong={})

    def change_desk(self, **changes: Any) -> None:
        """One setting of this desk; it holds and is saved at once."""
        try:
            settings = self._surroundings.settings.change(**changes)
        except NotAllowed as refused:
            self.show(wrong={refused.name: "not_allowed"})
            return
        self.show(desk=settings, wrong={})
        if "desk_name" in changes:
            self.tell(Fact.DESK_NAMED, name=settings.desk_name)
        if any(name in changes for name in SHOWS_ELSEWHERE):
            self._surroundings.show_look()

    def add_root(self, path: Path) -> None:
        """One more root certificate that this desk trusts. Trouble: CANNOT_READ, where it is none."""
        seals, known = self._surroundings.desk.archive.seals, self._surroundings.settings.current.signing_roots

        def read(_names: object) -> None:
            self.change_desk(signing_roots=tuple(dict.fromkeys((*known, str(path)))))

        self.run(lambda: seals.named_in(path), read, lane=Lane.FREE)

    def try_sound(self) -> None:
        self._surroundings.play("ok")

    def save_congress(self, *, title: str, convening_body: str, opens: dt.date, place: str) -> None:
        wrong = {name: "missing" for name, text in (("title", title), ("convening_body", convening_body)) if not text}
        if wrong:
            self.show(wrong=wrong)
            return
        congress = self._surroundings.desk.congress
        self._act(
            lambda: congress.describe(title=title, convening_body=convening_body, opens=opens, place=place),
            Fact.CONGRESS_SAVED,
        )

    def save_rules(self, *, quorum: str, **rules: Any) -> None:
        """quorum as typed: 2/3 or a percentage; the other rules by their names in services.congress.Rules."""
        try:
            share = share_from(quorum)
        except (ValueError, ZeroDivisionError):
            self.show(wrong={"quorum": "share"})
            return
        congress = self._surroundings.desk.congress

        def changed() -> None:
            congress.change_rules(replace(congress.rules(), quorum=share, **rules))

        self._act(changed, Fact.RULES_SAVED)

    def pick_session(self, session: SessionId | None) -> None:
        self.show(picked=session)

    def new_session(self) -> None:
        """A draft on the day of the last session, or of the opening."""
        state = self.state
        last = max((s.starts for s in state.sessions), default=None)
        opens = state.congress.opens if state.congress else dt.date(2025, 1, 1)
        day = last.astimezone(state.zone).date() if last else opens
        self.show(draft=SessionDraft(day=day), wrong={})

    def edit_session(self) -> None:
        session, zone = self.state.picked_session, self.state.zone
        if session is not None:
            starts, ends = session.starts.astimezone(zone), session.ends.astimezone(zone)
            draft = SessionDraft(
                id=session.id,
                name=session.name,
                kind=session.kind,
                day=starts.date(),
                starts=f"{starts:%H:%M}",
                ends=f"{ends:%H:%M}",
                admits=session.admits,
            )
            self.show(draft=draft, wrong={})

    def drop_draft(self) -> None:
        self.show(draft=None, wrong={})

    def save_session(self, draft: SessionDraft) -> None:
        wrong = _wrong_in(draft)
        if wrong:
            self.show(draft=draft, wrong=wrong)
            return
        sessions, zone = self._surroundings.desk.sessions, self.state.zone
        starts = dt.datetime.combine(draft.day, time_from(draft.starts), zone)
        ends = dt.datetime.combine(draft.day, time_from(draft.ends), zone)
        old = next((s for s in self.state.sessions if s.id == draft.id), None)
        name = draft.name.strip()

        def saved() -> None:
            if old is None:
                sessions.add(name=name, starts=starts, ends=ends, kind=draft.kind, admits=draft.admits)
            else:
                sessions.edit(replace(old, name=name, kind=draft.kind, starts=starts, ends=ends, admits=draft.admits))

        self._act(saved, Fact.SESSION_ADDED if old is None else Fact.SESSION_SAVED, name=name)

    def close_or_reopen(self) -> None:
        """The picked session: nobody is checked in to a closed one."""
        session, sessions = self.state.picked_session, self._surroundings.desk.sessions
        if session is None:
            return
        if session.closed_at is None:
            self._act(lambda: sessions.close(session.id), Fact.SESSION_CLOSED, name=session.name)
        else:
            self._act(lambda: sessions.reopen(session.id), Fact.SESSION_REOPENED, name=session.name)

    def back_up(self, folder: Path) -> None:
        """A whole, checked copy into the folder; check-in goes on meanwhile."""
        congress = self._surroundings.desk.congress
        self.show(busy=Busy.BACKING_UP)
        self.run(lambda: congress.back_up(folder), self._on_backed_up, lane=Lane.FREE)

    def verify(self) -> None:
        congress = self._surroundings.desk.congress
        self.show(busy=Busy.VERIFYING, verification=None)
        self.run(congress.verify, self._on_verified, lane=Lane.FREE)

    def go_to_faces(self) -> None:
        self._surroundings.go("registry")

    def _read(self) -> None:
        desk = self._surroundings.desk
        self.run(
            lambda: (
                desk.congress.congress(),
                desk.congress.rules(),
                desk.sessions.sessions(),
                desk.registry.delegates(),
                desk.faces.status(),
            ),
            self._on_read,
        )

    def _on_read(self, read: Read) -> None:
        congress, rules, sessions, delegates, faces = read
        people = People(
            everybody=len(delegates),
            base=sum(d.counts for d in delegates),
            consented=sum(d.consented for d in delegates),
            enrolled=sum(d.enrolled for d in delegates),
        )
        zone = ZoneInfo(congress.zone)
        self.show(congress=congress, rules=rules, sessions=sessions, people=people, faces=faces, zone=zone)

    def _on_backed_up(self, path: Path) -> None:
        self.show(busy=Busy.NOTHING, backup=str(path))
        self.tell(Fact.BACKED_UP, path=str(path))

    def _on_verified(self, verification: Verification) -> None:
        self.show(busy=Busy.NOTHING, verification=verification)

    def _on_event(self, event: Event) -> None:
        check_in = (Kind.ARRIVED, Kind.LEFT, Kind.EXCUSED, Kind.CHECK_IN_REFUSED, Kind.VOIDED, Kind.PRINTED)
        if self._shown_now and event.kind not in check_in:
            self._read()

    def _act(self, work: Callable[[], Any], fact: Fact, **places: object) -> None:
        def finished(_value: Any) -> None:
            self.show(draft=None, wrong={})
            self.tell(fact, certificate=False, **places)

        self.run(work, finished)

    def tell(self, fact: Fact, *, certificate: bool = False, **places: object) -> None:
        self._told += 1
        self.show(told=Told(number=self._told, fact=fact, places=places, certificate=certificate))

    def fail(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Trouble):
            raise error
        self._told += 1
        self.show(busy=Busy.NOTHING, told=Told(number=self._told, error=error))

    def show(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        if self._view is not None:
            self._view.show_state(self.state)

    def run(self, work: Callable[[], Any], then: Callable[[Any], None], *, lane: Lane = Lane.STORE) -> None:
        self._surroundings.runner.run(work, then=then, otherwise=self.fail, lane=lane)


def _wrong_in(draft: SessionDraft) -> dict[str, str]:
    wrong = {}
    if not draft.name.strip():
        wrong["name"] = "missing"
    for name, text in (("starts", draft.starts), ("ends", draft.ends)):
        try:
            time_from(text)
        except ValueError:
            wrong[name] = "time"
    if not {"starts", "ends"} & wrong.keys() and time_from(draft.ends) <= time_from(draft.starts):
        wrong["ends"] = "before_start"
    if not draft.admits:
        wrong["admits"] = "nobody"
    return wrong
