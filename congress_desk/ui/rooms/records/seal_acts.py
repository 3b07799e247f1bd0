"""Sealing the shown paper, checking a file against the seals, signing it. A passphrase is passed, never kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.domain.seals import Seal
from congress_desk.services.ports.sealing import KeyFile, SigningKey, Token, TokenFound
from congress_desk.services.sealing import Examination, SealingService
from congress_desk.ui.printing import save_pdf
from congress_desk.ui.rooms.records.scene import Scene, known
from congress_desk.ui.rooms.records.state import Fact, Page
from congress_desk.ui.rooms.records.state_seals import KeyKind, SealsState
from congress_desk.ui.running import Lane

Found = tuple[Examination, tuple[Seal, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureAsked:
    """role: as it stands in the stamp. stamped: with a time stamp, where the settings name an authority."""

    secret: str = field(repr=False)
    role: str = ""
    stamped: bool = True


class SealActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def read(self) -> None:
        self._scene.run(self._service.seals, lambda seals: self._scene.show_seals(seals=seals[::-1]))

    def seal(self, path: Path) -> None:
        """The shown paper as it stands now, into this file, which is then at hand for signing."""
        state, seals = self._scene.state, self._service
        form = state.form
        if not (state.can_print and state.can_seal):
            return

        def sealed() -> tuple[bytes, Seal]:
            return seals.seal(
                form,
                state.asked_session,
                language=state.language,
                subject=state.asked_subject,
                options=state.asked_options,
            )

        def done(seal: Seal) -> None:
            self._scene.tell(Fact.SEALED, id=seal.id, path=str(path))
            self.examine(path)

        self._scene.show(sending=True)
        self._scene.run(lambda: _kept(path, sealed), done, lane=Lane.FREE)

    def examine(self, path: Path) -> None:
        """Whether this file is the sealed one, and what its signatures say."""
        seals = self._service
        self._scene.show(page=Page.SEALS)
        time_stamp = seals.settings.time_stamp_address
        self._scene.show_seals(file=path, found=None, error=None, busy=True, time_stamp=time_stamp)

        def examined() -> Found:
            return _examined(seals, path), seals.seals()

        self._scene.run(examined, self._on_found, self._on_not_found, Lane.FREE)

    def put_away(self) -> None:
        self._scene.show_seals(file=None, found=None, error=None)

    def choose_kind(self, kind: KeyKind) -> None:
        self._scene.show_seals(kind=kind)

    def choose_key(self, path: Path) -> None:
        self._scene.show_seals(key=path)

    def choose_library(self, path: Path) -> None:
        """The library of a token's maker; the tokens that are put in are looked for with it."""
        self._scene.show_seals(token_library=path)
        self.look_for_tokens()

    def look_for_tokens(self) -> None:
        library = self._scene.state.seals.token_library
        if library is None:
            return
        self._scene.show_seals(tokens=None, token="", token_key="")
        self._scene.run(lambda: self._service.tokens(library), self._on_tokens, self._on_no_tokens, Lane.FREE)

    def choose_token(self, label: str) -> None:
        """With its first key."""
        self._scene.show_seals(token=label, token_key="")
        self.choose_token_key(next(iter(self._scene.state.seals.keys), ""))

    def choose_token_key(self, label: str) -> None:
        self._scene.show_seals(token_key=label)

    def sign(self, target: Path, asked: SignatureAsked) -> None:
        """One more signature on the file at hand, into this file, which takes its place."""
        seals, state = self._service, self._scene.state.seals
        source = state.file
        if source is None or not state.can_sign:
            return

        def signed() -> tuple[bytes, Seal]:
            address = None if asked.stamped else ""
            return seals.sign(_bytes(source), _key(state, asked), role=asked.role.strip(), time_stamp=address)

        def done(seal: Seal) -> None:
            self._scene.tell(Fact.SIGNED, name=seal.signatures[-1].signer, path=str(target))
            self.examine(target)

        self._scene.show_seals(busy=True)
        self._scene.run(lambda: _kept(target, signed), done, self._on_not_signed, Lane.FREE)

    @property
    def _service(self) -> SealingService:
        return self._scene.desk.archive.seals

    def _on_tokens(self, tokens: tuple[TokenFound, ...]) -> None:
        self._scene.show_seals(tokens=tokens)
        self.choose_token(tokens[0].label if tokens else "")

    def _on_no_tokens(self, error: Exception) -> None:
        self._scene.show_seals(token_library=None)
        self._scene.fail(error)

    def _on_found(self, found: Found) -> None:
        examination, seals = found
        self._scene.show_seals(found=examination, seals=seals[::-1], busy=False)

    def _on_not_found(self, error: Exception) -> None:
        self._scene.show_seals(error=known(error), busy=False)

    def _on_not_signed(self, error: Exception) -> None:
        self._scene.show_seals(busy=False)
        self._scene.fail(error)


def _kept(path: Path, make: Callable[[], tuple[bytes, Seal]]) -> Seal:
    """The place is tried first: nothing is sealed or signed that cannot be kept. Trouble: CANNOT_WRITE."""
    beside = path.with_name(path.name + ".partial")
    save_pdf(b"", beside)
    try:
        pdf, seal = make()
        save_pdf(pdf, beside)
        beside.replace(path)
    except OSError as error:
        raise Trouble(Problem.CANNOT_WRITE, path=str(path)) from error
    finally:
        beside.unlink(missing_ok=True)
    return seal


def _examined(seals: SealingService, path: Path) -> Examination:
    """Also of a file that no reader opens: the journal may still know it."""
    pdf = _bytes(path)
    try:
        return seals.examine(pdf)
    except Trouble as trouble:
        if trouble.problem is not Problem.NOT_A_PDF:
            raise
        return Examination(comparison=seals.compare(pdf), signatures=(), archive_marks=False)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Trouble(Problem.CANNOT_READ, path=str(path)) from error


def _key(state: SealsState, asked: SignatureAsked) -> SigningKey:
    """Refusal: BAD_VALUE(key) where something of it is not named."""
    if state.kind is KeyKind.FILE and state.key is not None:
        return KeyFile(path=state.key, passphrase=asked.secret)
    if state.kind is KeyKind.TOKEN and state.token_library is not None and state.token and state.token_key:
        return Token(library=state.token_library, label=state.token, key=state.token_key, pin=asked.secret)
    raise Refusal(Reason.BAD_VALUE, field="key")
