"""Opens what signs: a PKCS#12 file, or a PKCS#11 token by its maker's library.

A passphrase or PIN is used once and kept nowhere; a token counts wrong PINs and locks itself, so none is tried twice.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.sealing import KeyFile, Signatory, SigningKey, Token, TokenFound

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer


for _library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)  # what they found is told by us, without a traceback


@contextmanager
def opened(key: SigningKey) -> Iterator[Signer]:
    """pyHanko's signer while the key is open. Trouble: see services.ports.sealing.Signing.signatory."""
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
    from pyhanko.sign.pkcs11 import open_pkcs11_session

    _loaded(key.library)
    try:
        wanted = TokenCriteria(label=key.label)
        with open_pkcs11_session(str(key.library), token_criteria=wanted, user_pin=key.pin) as session:
            signer = _signer_of(session, key.key)
            _ = signer.signing_cert  # read now, so that a missing one is told before anything is drawn
            yield signer
    except (PinExpired, PinIncorrect, PinInvalid, PinLenRange, PinLocked) as error:
        raise Trouble(Problem.KEY_NOT_OPENED, path=key.label) from error
    except PKCS11Error as error:  # also a token that is pulled out while it signs
        raise Trouble(Problem.TOKEN_NOT_FOUND, name=key.label, key=key.key) from error


def tokens_in(library: Path) -> tuple[TokenFound, ...]:
    """The tokens that are put in, with the certificates on them; no PIN is needed. See services.ports.sealing."""
    from pkcs11.exceptions import PKCS11Error

    found: list[TokenFound] = []
    loaded = _loaded(library)
    loaded.reinitialize()  # some libraries see only what was put in before they began
    for slot in loaded.get_slots(token_present=True):
        try:
            token = slot.get_token()
            with token.open() as session:
                keys = tuple(label for label, _, _ in _certificates(session))
        except PKCS11Error:  # pulled out at this moment, or never made ready
            continue
        found.append(TokenFound(label=str(token.label).strip("\0 "), keys=keys))
    return tuple(found)


def _loaded(path: Path) -> Any:
    """Trouble: NO_SUCH_FILE, NOT_A_TOKEN_LIBRARY."""
    from pkcs11 import lib
    from pkcs11.exceptions import PKCS11Error

    if not path.is_file():
        raise Trouble(Problem.NO_SUCH_FILE, path=str(path))
    try:
        return lib(str(path))
    except (PKCS11Error, OSError) as error:
        raise Trouble(Problem.NOT_A_TOKEN_LIBRARY, path=str(path)) from error


def _signer_of(session: Any, label: str) -> Signer:
    """Many tokens name key and certificate differently; what they share is an id."""
    from pyhanko.sign.pkcs11 import PKCS11Signer

    for named_so, id_, certificate in _certificates(session):
        if named_so == label and id_:
            return PKCS11Signer(session, signing_cert=certificate, key_id=id_)
    return PKCS11Signer(session, cert_label=label, key_label=label)


def _certificates(session: Any) -> list[tuple[str, bytes, Any]]:
    """Label, id and certificate of every person on an open token; those of authorities are left out."""
    from asn1crypto import x509
    from pkcs11 import Attribute, ObjectClass

    found = []
    for one in list(session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})):
        certificate = x509.Certificate.load(one[Attribute.VALUE])
        if not certificate.ca:
            found.append((str(one[Attribute.LABEL]), bytes(one[Attribute.ID]), certificate))
    return found


def _part(certificate: Any, name: str) -> str:
    part = certificate.subject.native.get(name, "")
    return str(part[0] if isinstance(part, list) else part)


def _email(certificate: Any) -> str:
    others = certificate.subject_alt_name_value
    named_there = [name.native for name in others or () if name.name == "rfc822_name"]
    return str(named_there[0]) if named_there else _part(certificate, "email_address")
