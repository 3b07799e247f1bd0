"""Presentations: registered, approved, called, delivered or handed in as text, withdrawn; their order and figures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.documents import FileKind
from congress_desk.domain.journal import Event, EventId, Kind, new_id
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.domain.speech_figures import (
    Balance,
    SpeechFigures,
    TopicGroup,
    balance,
    figures,
    topic_groups,
)
from congress_desk.domain.speech_rules import SpeechRules, speech_rules_from, written_speech_rules
from congress_desk.domain.speeches import (
    BEFORE_SPEAKING,
    Entry,
    Speech,
    Speeches,
    SpeechId,
    SpeechState,
    checked_entry,
    the_speech,
)
from congress_desk.domain.speeches_fold import entry_body
from congress_desk.services.agenda_acts import take_back
from congress_desk.services.floor import Act, Floor, the_delegate
from congress_desk.services.portal_settings import settings_of
from congress_desk.services.ports.documents import DocumentFiles, Inspector
from congress_desk.services.speeches_reading import SpeechesReading

LARGEST_TEXT_BYTES = 20_000_000
TEXT_KINDS = frozenset({FileKind.PDF, FileKind.DOCX})


class SpeechesService:
    def __init__(self, floor: Floor, reading: SpeechesReading, files: DocumentFiles, inspector: Inspector) -> None:
        self._floor = floor
        self._reading = reading
        self._files = files
        self._inspector = inspector

    def speeches(self) -> Speeches:
        """The register in its order, the raised hands, and who is at the microphone."""
        with self._floor.reading() as work:
            return self._reading.read(work)

    def speech(self, speech: SpeechId) -> Speech:
        """Refusal: NO_SUCH_SPEECH."""
        return the_speech(self.speeches(), speech)

    def of_delegate(self, delegate: DelegateId) -> tuple[Speech, ...]:
        return tuple(one for one in self.speeches().speeches if one.entry.delegate == delegate)

    def figures(self, *, at_least: int | None = None, delivered_at_least: int | None = None) -> SpeechFigures:
        """What is to be reached is what the congress has set, unless it is given. Refusal: BAD_VALUE."""
        given = {"at_least": at_least, "delivered_at_least": delivered_at_least}
        rules = replace(self.rules(), **{name: value for name, value in given.items() if value is not None})
        written_speech_rules(rules)
        return figures(self.speeches(), at_least=rules.at_least, delivered_at_least=rules.delivered_at_least)

    def rules(self) -> SpeechRules:
        with self._floor.reading() as work:
            return speech_rules_from(work.congress.rules())

    def change_rules(self, rules: SpeechRules) -> None:
        """Refusal: BAD_VALUE."""
        written = written_speech_rules(rules)
        with self._floor.act() as act:
            for name, value in written.items():
                act.work.congress.put_rule(name, value)
            act.write(Kind.RULES_CHANGED, body=written)

    def groups(self) -> tuple[TopicGroup, ...]:
        """The register by topic group, without the withdrawn."""
        return topic_groups(self.speeches())

    def balance(self) -> tuple[Balance, ...]:
        """How often and how long each delegation spoke."""
        return balance(self.speeches(), self._floor.clock.now())

    def register(self, entry: Entry, *, speech: SpeechId | None = None, by_portal: bool = False) -> Speech:
        """speech: an id given from outside; the same again is a success and one presentation.

        Refusal: NO_SUCH_DELEGATE, BAD_VALUE, SPEECHES_CLOSED (by the portal, where the secretariat closed it).
        """
        with self._floor.act() as act:
            identity = speech or SpeechId(new_id(act.now))
            known = self._reading.read(act.work).find(identity)
            if known is not None:
                return known
            if by_portal and not settings_of(act.work).speeches_open:
                raise Refusal(Reason.SPEECHES_CLOSED)
            entry = _of_delegate(act, entry)
            body = {"speech": identity, **entry_body(entry), "by_portal": by_portal}
            act.write(Kind.SPEECH_PUT, delegate=entry.delegate, body=body)
            return the_speech(self._reading.anew(act.work), identity)

    def edit(self, speech: SpeechId, entry: Entry) -> Speech:
        """Refusal: NO_SUCH_SPEECH, NO_SUCH_DELEGATE, BAD_VALUE."""
        with self._floor.act() as act:
            old = the_speech(self._reading.read(act.work), speech)
            entry = _of_delegate(act, entry)
            if entry != old.entry:
                body = {"speech": speech, **entry_body(entry), "by_portal": old.by_portal}
                act.write(Kind.SPEECH_PUT, delegate=entry.delegate, body=body)
            return the_speech(self._reading.anew(act.work), speech)

    def give_text(self, speech: SpeechId, path: Path, *, name: str = "", by_portal: bool = False) -> Speech:
        """The text of a presentation, PDF or Word by its content; a new one takes the place of the old.

        Refusal: NO_SUCH_SPEECH. Trouble: NOT_A_TEXT, DOCUMENT_LOCKED, DOCUMENT_TOO_LARGE, CANNOT_READ, DISK_FULL.
        """
        self.speech(speech)
        self.check_text(path)
        self._floor.store.assure_writable()
        sha256, size = self._files.take_in(path)
        with self._floor.act() as act:
            old = the_speech(self._reading.read(act.work), speech)
            if old.text is None or old.text.sha256 != sha256:
                body = {"speech": speech, "sha256": sha256, "name": name or path.name, "size": size}
                act.write(Kind.SPEECH_TEXT_GIVEN, delegate=old.entry.delegate, body=body | {"by_portal": by_portal})
            return the_speech(self._reading.anew(act.work), speech)

    def text_path(self, speech: SpeechId) -> Path:
        """Refusal: NO_SUCH_SPEECH, TEXT_MISSING. Trouble: TEXT_DAMAGED."""
        found = self.speech(speech)
        if found.text is None:
            raise Refusal(Reason.TEXT_MISSING, name=found.speaker)
        if not self._files.is_sound(found.text.sha256):
            raise Trouble(Problem.TEXT_DAMAGED, name=found.speaker)
        return self._files.path_of(found.text.sha256)

    def approve(self, speech: SpeechId) -> Speech:
        """Refusal: NO_SUCH_SPEECH, SPEECH_WRONG_STATE."""
        return self._to(Kind.SPEECH_APPROVED, speech, {SpeechState.REGISTERED})

    def call(self, speech: SpeechId) -> Speech:
        """To the rostrum, next. Refusal: NO_SUCH_SPEECH, SPEECH_WRONG_STATE."""
        return self._to(Kind.SPEECH_CALLED, speech, {SpeechState.APPROVED})

    def hand_in(self, speech: SpeechId) -> Speech:
        """Given as text instead of spoken: the same value. Refusal: NO_SUCH_SPEECH, SPEECH_WRONG_STATE."""
        return self._to(Kind.SPEECH_HANDED_IN, speech, BEFORE_SPEAKING)

    def withdraw(self, speech: SpeechId, reason: str = "") -> Speech:
        """Refusal: NO_SUCH_SPEECH, SPEECH_WRONG_STATE."""
        return self._to(Kind.SPEECH_WITHDRAWN, speech, BEFORE_SPEAKING | {SpeechState.HANDED_IN}, reason)

    def move(self, speech: SpeechId, *, after: SpeechId | str) -> Speeches:
        """In the order of the register: after this one, or first (""). Refusal: NO_SUCH_SPEECH."""
        with self._floor.act() as act:
            register = self._reading.read(act.work)
            for one in (speech, SpeechId(after)) if after else (speech,):
                the_speech(register, one)
            if after != speech:
                act.write(Kind.SPEECH_MOVED, body={"speech": speech, "after": after})
            return self._reading.anew(act.work)

    def take_back(self, reason: str, event: EventId | None = None) -> Event:
        """The last act of presentations and floor, or one named. Refusal: REASON_NEEDED, CANNOT_BE_TAKEN_BACK."""
        return take_back(self._floor, self.speeches().acts, event, reason)

    def back_up(self, folder: Path) -> None:
        """All texts ever given into the folder beside a backup. Trouble: CANNOT_WRITE, DISK_FULL."""
        with self._floor.reading() as work:
            given = [event.body["sha256"] for event in work.journal.of_kinds([Kind.SPEECH_TEXT_GIVEN])]
        if given:
            self._files.copy_to(folder, list(dict.fromkeys(given)))

    def _to(
        self, kind: Kind, speech: SpeechId, states: frozenset[SpeechState] | set[SpeechState], reason: str = ""
    ) -> Speech:
        with self._floor.act() as act:
            found = the_speech(self._reading.read(act.work), speech)
            if found.state not in states:
                raise Refusal(Reason.SPEECH_WRONG_STATE, name=found.speaker, state=found.state.value)
            body = {"speech": speech} | ({"reason": reason.strip()} if reason.strip() else {})
            act.write(kind, delegate=found.entry.delegate, body=body)
            return the_speech(self._reading.anew(act.work), speech)

    def check_text(self, path: Path) -> None:
        """Whether it can be taken in. Trouble: NOT_A_TEXT, DOCUMENT_LOCKED, DOCUMENT_TOO_LARGE, CANNOT_READ."""
        try:
            if path.stat().st_size > LARGEST_TEXT_BYTES:
                raise Trouble(Problem.DOCUMENT_TOO_LARGE, path=path.name, most=LARGEST_TEXT_BYTES // 1_000_000)
            found = self._inspector.inspect(path)
        except OSError as error:
            raise Trouble(Problem.CANNOT_READ, path=str(path), cause=str(error)) from error
        except Trouble as trouble:
            if trouble.problem is Problem.NOT_A_DOCUMENT:
                raise Trouble(Problem.NOT_A_TEXT, path=path.name) from trouble
            raise
        if found.kind not in TEXT_KINDS:
            raise Trouble(Problem.NOT_A_TEXT, path=path.name)


def _of_delegate(act: Act, entry: Entry) -> Entry:
    """Name, delegation and gender of a delegate are those of his sheet."""
    if entry.delegate is None:
        return checked_entry(entry)
    return checked_entry(as_on_sheet(entry, the_delegate(act.work, entry.delegate)))


def as_on_sheet(entry: Entry, delegate: Delegate) -> Entry:
    sheet = delegate.sheet
    return replace(entry, speaker=sheet.full_name, delegation=sheet.delegation, gender=sheet.gender)
