"""A certificate authority of the tests' own: key files, root certificates, an expired person."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

PASSPHRASE = "bốn từ rời nhau"
SECRETARY = "Nguyễn Thuỳ Phượng"
CHAIR = "Đỗ Đình Quốc"
ORGANISATION = "Tỉnh ủy Thái Sơn"
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Person:
    key: rsa.RSAPrivateKey
    certificate: x509.Certificate


@lru_cache(maxsize=1)
def authority() -> Person:
    return _person("Cơ quan chứng thực thử nghiệm", issuer=None)


@lru_cache(maxsize=4)
def person(name: str, *, expired: bool = False) -> Person:
    return _person(name, issuer=authority(), expired=expired)


def key_file(folder: Path, name: str = SECRETARY, *, expired: bool = False) -> Path:
    made = person(name, expired=expired)
    path = folder / f"{name}{'-old' if expired else ''}.p12"
    locked = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    raw = pkcs12.serialize_key_and_certificates(
        name.encode(), made.key, made.certificate, [authority().certificate], locked
    )
    path.write_bytes(raw)
    return path


def root_file(folder: Path) -> Path:
    path = folder / "root.pem"
    path.write_bytes(authority().certificate.public_bytes(serialization.Encoding.PEM))
    return path


def _person(name: str, *, issuer: Person | None, expired: bool = False) -> Person:
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, ORGANISATION),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    now = dt.datetime.now(dt.UTC)
    until = now - _DAY if expired else now + 365 * _DAY
    signer = issuer or Person(key, None)  # type: ignore[arg-type]
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - 3650 * _DAY)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(issuer is None, None), critical=True)
        .add_extension(_usage(authority=issuer is None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.key.public_key()), critical=False)
        .sign(signer.key, hashes.SHA256())
    )
    return Person(key, made)


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
