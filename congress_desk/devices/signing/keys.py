"""Opens what signs: a PKCS#12 file, or a PKCS#11 token by its maker's library.

A passphrase or PIN is used once and kept nowhere; a token counts wrong PINs and locks itself, so none is tried twice.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.sealing import KeyFile, Signatory, SigningKey, Token

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer


for _library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)  # what they found is told by us, without a traceback


@contextmanager
def opened(key: SigningKey) -> Iterator[Signer]:
    """pyHanko's signer while the key is open. Trouble: NO_SUCH_FILE, KEY_NOT_OPENED, TOKEN_NOT_FOUND."""
    if isinstance(key, KeyFile):
        yield _from_file(key)
        return
    with _on_token(key) as signer:
        yield signer


def signatory_of(signer: Signer) -> Signatory:
    certificate = signer.signing_cert
    assert certificate is not None
    valid = certificate["tbs_certificate"]["validity"]
    return Signatory(
        name=named(certificate),
        organisation=_part(certificate, "organization_name"),
        email=_email(certificate),
        certificate=hashlib.sha256(certificate.dump()).hexdigest(),
        valid_from=valid["not_before"].native,
        valid_until=valid["not_after"].native,
    )


def named(certificate: Any) -> str:
    """The person whom a certificate names."""
    return _part(certificate, "common_name") or str(certificate.subject.human_friendly)


def organisation_of(certificate: Any) -> str:
    return _part(certificate, "organization_name")


def _from_file(key: KeyFile) -> Signer:
    from pyhanko.sign.signers import SimpleSigner

    if not key.path.is_file():
        raise Trouble(Problem.NO_SUCH_FILE, path=str(key.path))
    read: Any = SimpleSigner.load_pkcs12
    signer: Signer | None = read(str(key.path), passphrase=key.passphrase.encode())
    if signer is None:  # pyHanko has logged why and gives no reason
        raise Trouble(Problem.KEY_NOT_OPENED, path=str(key.path))
    return signer


@contextmanager
def _on_token(key: Token) -> Iterator[Signer]:
    from pkcs11.exceptions import PinExpired, PinIncorrect, PinInvalid, PinLenRange, PinLocked, PKCS11Error
    from pyhanko.config.pkcs11 import TokenCriteria
    from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session

    if not key.library.is_file():
        raise Trouble(Problem.NO_SUCH_FILE, path=str(key.library))
    try:
        wanted = TokenCriteria(label=key.label)
        with open_pkcs11_session(str(key.library), token_criteria=wanted, user_pin=key.pin) as session:
            signer = PKCS11Signer(session, cert_label=key.key, key_label=key.key)
            _ = signer.signing_cert  # read now, so that a missing one is told before anything is drawn
            yield signer
    except (PinExpired, PinIncorrect, PinInvalid, PinLenRange, PinLocked) as error:
        raise Trouble(Problem.KEY_NOT_OPENED, path=key.label) from error
    except PKCS11Error as error:
        raise Trouble(Problem.TOKEN_NOT_FOUND, name=key.label, key=key.key) from error


def _part(certificate: Any, name: str) -> str:
    part = certificate.subject.native.get(name, "")
    return str(part[0] if isinstance(part, list) else part)


def _email(certificate: Any) -> str:
    others = certificate.subject_alt_name_value
    named_there = [name.native for name in others or () if name.name == "rfc822_name"]
    return str(named_there[0]) if named_there else _part(certificate, "email_address")
