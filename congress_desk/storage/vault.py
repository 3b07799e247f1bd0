"""The key of a congress's face templates: one file in this user's own folder, apart from the congress file.

A congress file that is copied, lost or sent opens no template elsewhere; destroying the key erases every
copy of every template at once, unless the secretariat has also wrapped the key under a passphrase: then whoever
has an older copy of the file and the passphrase opens that copy. AES-256-GCM, a fresh 96-bit nonce before each
sealed template; the passphrase goes through scrypt (RFC 7914).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import unicodedata
from pathlib import Path

from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.ports.store import WrappedKey

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16
SCRYPT_COST = 2**17  # N, with r = 8 and p = 1: 128 MB and 0.6 s for each guess
MOST_COST = 2**20  # a damaged file must not take all memory


class FileVault:
    """See services.ports.store.Vault."""

    def __init__(self, folder: Path, congress_id: str, *, cost: int = SCRYPT_COST) -> None:
        """cost: scrypt's N for new passphrases; tests take a small one."""
        self._path = folder / f"{congress_id}.key"
        self._congress = congress_id
        self._cost = cost

    def seal(self, plain: bytes, about: bytes) -> bytes:
        return _sealed(self._key_or_new(), plain, about)

    def open(self, sealed: bytes, about: bytes) -> bytes:
        plain = _opened(self._key(), sealed, about)
        if plain is None:
            raise Trouble(Problem.FACE_KEY_MISSING, path=str(self._path))
        return plain

    def key_id(self) -> str:
        try:
            return _key_id(self._key())
        except Trouble:
            return ""

    def wrap(self, passphrase: str) -> WrappedKey:
        key, salt = self._key_or_new(), secrets.token_bytes(SALT_BYTES)
        sealed = _sealed(_stretched(passphrase, salt, self._cost), key, self._about_key(_key_id(key)))
        return WrappedKey(key_id=_key_id(key), salt=salt, cost=self._cost, sealed=sealed)

    def unlock(self, wrapped: WrappedKey, passphrase: str) -> None:
        """A key that was here before gives way: the file's own key is the one that opens its templates."""
        if not 2 <= wrapped.cost <= MOST_COST or wrapped.cost & (wrapped.cost - 1):
            raise Trouble(Problem.DAMAGED, path=str(self._path))
        stretched = _stretched(passphrase, wrapped.salt, wrapped.cost)
        key = _opened(stretched, wrapped.sealed, self._about_key(wrapped.key_id))
        if key is None:
            raise Refusal(Reason.WRONG_PASSPHRASE)
        if self.key_id() == wrapped.key_id:
            return
        self.destroy()
        self._keep(key)

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
            self._keep(secrets.token_bytes(KEY_BYTES))
        return self._key()

    def _about_key(self, key_id: str) -> bytes:
        """The associated data of the wrapped key: it opens in its own congress only."""
        return f"face key|{self._congress}|{key_id}".encode()

    def _keep(self, key: bytes) -> None:
        try:
            self._write(key)
        except OSError as error:
            raise Trouble(Problem.CANNOT_WRITE, path=str(self._path)) from error

    def _write(self, key: bytes) -> None:
        """Written whole under another name, then linked: nobody ever reads half a key."""
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self._path.with_name(f"{self._path.name}.{secrets.token_hex(8)}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(key)
                file.flush()
                os.fsync(file.fileno())
            with contextlib.suppress(FileExistsError):  # another desk process was first; its key is the key
                os.link(draft, self._path)
        finally:
            draft.unlink()


def _key_id(key: bytes) -> str:
    return hashlib.sha256(b"congress-desk face key id|" + key).hexdigest()[:16]


def _stretched(passphrase: str, salt: bytes, cost: int) -> bytes:
    """NFC first: the same passphrase typed with another input method is the same."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    typed = unicodedata.normalize("NFC", passphrase).encode()
    return Scrypt(salt=salt, length=KEY_BYTES, n=cost, r=8, p=1).derive(typed)


def _sealed(key: bytes, plain: bytes, about: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, about)


def _opened(key: bytes, sealed: bytes, about: bytes) -> bytes | None:
    """None where the key does not fit."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], about)
    except (InvalidTag, ValueError):  # ValueError: shorter than a nonce
        return None
