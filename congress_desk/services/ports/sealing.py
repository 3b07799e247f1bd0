"""Signing and archiving PDFs, as the services ask for it; devices/signing does it with pyHanko and pikepdf."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """A PKCS#12 file (.p12, .pfx)."""

    path: Path
    passphrase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A PKCS#11 token: library of its maker, the token's label, the label of key and certificate on it."""

    library: Path
    label: str
    key: str
    pin: str


SigningKey = KeyFile | Token


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenFound:
    """A token that is put in. keys: labels of the certificates of persons on it; they are read without a PIN."""

    label: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Whom a certificate names. certificate: SHA-256 of it."""

    name: str
    organisation: str
    email: str
    certificate: str
    valid_from: dt.datetime
    valid_until: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What the visible stamp says; at: aware, in the congress's zone."""

    name: str
    organisation: str
    email: str
    role: str
    at: dt.datetime
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningTerms:
    """time_stamp_address: of a time-stamp authority, "" for none."""

    reason: str
    place: str
    time_stamp_address: str = ""


class Trust(StrEnum):
    """What is known of the certificate behind a signature."""

    TRUSTED = "trusted"  # leads to a root certificate that this desk was given, revocation as far as asked for
    NO_ROOTS = "no_roots"  # this desk was given no root certificates
    UNKNOWN_ISSUER = "unknown_issuer"
    EXPIRED = "expired"  # it was not valid when it signed
    EXPIRED_SINCE = "expired_since"  # it was valid when it signed, and is not any more
    REVOKED = "revoked"
    REVOKED_SINCE = "revoked_since"  # a time stamp shows that it signed before it was revoked
    NO_ANSWER = "no_answer"  # its issuer did not say whether it was revoked
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureFound:
    """One signature in a file.

    intact: the bytes under it are unchanged, and it was made with the key of the certificate. whole: it covers
    the file up to its own end, and what came after are further signatures only. signed_at: by the time stamp where
    there is one, else by the signer's own clock. time_stamped: an authority gave the time; time_trusted: it leads to
    a root that this desk was given.
    """

    signer: str
    organisation: str
    signed_at: dt.datetime | None
    intact: bool
    whole: bool
    trust: Trust
    time_stamped: bool = False
    time_trusted: bool = False
    revocation_checked: bool = False

    @property
    def holds(self) -> bool:
        """Nothing was changed, and nothing is known against the certificate."""
        return self.intact and self.whole and self.trust not in (Trust.EXPIRED, Trust.REVOKED)


class Signing(Protocol):
    def tokens(self, library: Path) -> tuple[TokenFound, ...]:
        """Those that are put in. Trouble: NO_SUCH_FILE, NOT_A_TOKEN_LIBRARY."""
        ...

    def named_in(self, certificates: Path) -> tuple[str, ...]:
        """Whom the certificates of a file (PEM or DER) name. Trouble: CANNOT_READ."""
        ...

    def signatory(self, key: SigningKey) -> Signatory:
        """Trouble: NO_SUCH_FILE, KEY_NOT_OPENED, NOT_A_TOKEN_LIBRARY, TOKEN_NOT_FOUND."""
        ...

    def sign(self, pdf: bytes, key: SigningKey, terms: SigningTerms, stamp: bytes) -> bytes:
        """The PDF with one more signature. stamp: a PDF of one page, put beside the stamps that are there.

        Trouble: those of signatory; TIME_STAMP_FAILED, NOT_A_PDF.
        """
        ...

    def signatures(self, pdf: bytes, roots: Sequence[Path], *, check_revocation: bool) -> tuple[SignatureFound, ...]:
        """In order of signing. roots: certificate files (PEM or DER). Trouble: NOT_A_PDF, CANNOT_READ."""
        ...


class Archiving(Protocol):
    def for_archive(self, pdf: bytes, *, language: str, made_at: dt.datetime) -> bytes:
        """The same pages with the marks of PDF/A-2b: metadata, colour profile, language."""
        ...

    def has_marks(self, pdf: bytes) -> bool:
        """Whether a file says of itself that it is PDF/A-2b; nothing more is looked at."""
        ...


class Stamps(Protocol):
    def draw(self, stamp: Stamp) -> bytes:
        """A PDF of one page as large as a stamp. Trouble: NO_FONT_FOR."""
        ...
