"""The key of a congress's face templates: one file in this user's own folder, apart from the congress file.

A congress file that is copied, lost or sent opens no template elsewhere; destroying the key erases every
copy of every template at once. AES-256-GCM, a fresh 96-bit nonce before each sealed template.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from congress_desk.domain.refusals import Problem, Trouble

KEY_BYTES = 32
NONCE_BYTES = 12


class FileVault:
    """See services.ports.store.Vault."""

    def __init__(self, folder: Path, congress_id: str) -> None:
        self._path = folder / f"{congress_id}.key"

    def seal(self, plain: bytes, about: bytes) -> bytes:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + AESGCM(self._key_or_new()).encrypt(nonce, plain, about)

    def open(self, sealed: bytes, about: bytes) -> bytes:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            return AESGCM(self._key()).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], about)
        except InvalidTag as error:
            raise Trouble(Problem.FACE_KEY_MISSING, path=str(self._path)) from error

    def destroy(self) -> None:
        """Overwrite, then unlink: what is left on the medium is noise. Trouble: CANNOT_WRITE."""
        if not self._path.exists():
            return
        try:
            with self._path.open("r+b") as file:
                file.write(secrets.token_bytes(KEY_BYTES))
                file.flush()
                os.fsync(file.fileno())
            self._path.unlink()
        except OSError as error:
            raise Trouble(Problem.CANNOT_WRITE, path=str(self._path)) from error

    def _key(self) -> bytes:
        try:
            key = self._path.read_bytes()
        except OSError as error:
            raise Trouble(Problem.FACE_KEY_MISSING, path=str(self._path)) from error
        if len(key) != KEY_BYTES:
            raise Trouble(Problem.FACE_KEY_MISSING, path=str(self._path))
        return key

    def _key_or_new(self) -> bytes:
        if not self._path.exists():
            try:
                self._write_new()
            except OSError as error:
                raise Trouble(Problem.CANNOT_WRITE, path=str(self._path)) from error
        return self._key()

    def _write_new(self) -> None:
        """Written whole under another name, then linked: nobody ever reads half a key."""
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self._path.with_name(f"{self._path.name}.{secrets.token_hex(8)}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(secrets.token_bytes(KEY_BYTES))
                file.flush()
                os.fsync(file.fileno())
            with contextlib.suppress(FileExistsError):  # another desk process was first; its key is the key
                os.link(draft, self._path)
        finally:
            draft.unlink()
